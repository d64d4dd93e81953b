import assert from "node:assert/strict";
import { test } from "node:test";
import { pressed } from "../../../static/js/together/shortlist.js";

test("a button adds what is not on the list and removes what is", () => {
  assert.deepEqual(pressed({ isListed: false, onlyRemoves: false }), { toggles: true, said: "added" });
  assert.deepEqual(pressed({ isListed: true, onlyRemoves: false }), { toggles: true, said: "removed" });
});

test("a button that only removes never puts a place back", () => {
  assert.equal(pressed({ isListed: true, onlyRemoves: true }).toggles, true);
  assert.equal(pressed({ isListed: false, onlyRemoves: true }).toggles, false);
});
