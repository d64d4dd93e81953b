import assert from "node:assert/strict";
import { test } from "node:test";
import { isReplaced, offersOf } from "../../../static/js/finder/panels.js";

test("what somebody types offers nothing else, and another choice does", () => {
  const where = (value) => ({ name: "where", value });
  assert.equal(offersOf([where("Oost")]), offersOf([where("West")]));
  assert.notEqual(offersOf([{ name: "kind", value: "church" }]), offersOf([{ name: "kind", value: "mosque" }]));
});

test("a panel is replaced when it offers something else and nobody is busy in it", () => {
  assert.equal(isReplaced({ isBusy: false, shown: "a", fresh: "b" }), true);
  assert.equal(isReplaced({ isBusy: true, shown: "a", fresh: "b" }), false);
  assert.equal(isReplaced({ isBusy: false, shown: "a", fresh: "a" }), false);
});
