import assert from "node:assert/strict";
import { test } from "node:test";
import { isFollowedHere } from "../../static/js/links.js";

const PLAIN = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, defaultPrevented: false };

test("a plain click is followed in this tab", () => {
  assert.equal(isFollowedHere(PLAIN), true);
});

test("another button, a key that is held, or a click that was taken over is not", () => {
  assert.equal(isFollowedHere({ ...PLAIN, button: 1 }), false);
  for (const held of ["ctrlKey", "metaKey", "shiftKey", "altKey", "defaultPrevented"])
    assert.equal(isFollowedHere({ ...PLAIN, [held]: true }), false);
});
