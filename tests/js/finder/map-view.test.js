import assert from "node:assert/strict";
import { test } from "node:test";
import { pinLabel, spotsToFit } from "../../../static/js/finder/map-view.js";

const hit = (match, position) => ({ match, number: 3, name: "De Buurt", position });
const [FAR, NEAR, START] = [
  [4.6, 52.4],
  [4.9, 52.3],
  [4.8, 52.35],
];

test("a pin is called by its number or by perhaps, and by its name", () => {
  assert.equal(pinLabel(hit("yes", NEAR), "misschien"), "3: De Buurt");
  assert.equal(pinLabel(hit("perhaps", NEAR), "misschien"), "misschien: De Buurt");
});

test("the first look holds the certain hits and the start, latitude first", () => {
  const hits = [hit("yes", NEAR), hit("perhaps", FAR)];
  assert.deepEqual(spotsToFit(START, hits), [
    [52.3, 4.9],
    [52.35, 4.8],
  ]);
  assert.deepEqual(spotsToFit(null, [hit("yes", NEAR), hit("yes", START), hit("perhaps", FAR)]), [
    [52.3, 4.9],
    [52.35, 4.8],
  ]);
});

test("with one certain spot or none the first look holds the uncertain ones too", () => {
  assert.deepEqual(spotsToFit(START, [hit("perhaps", FAR)]), [
    [52.4, 4.6],
    [52.35, 4.8],
  ]);
  assert.deepEqual(spotsToFit(null, [hit("perhaps", FAR)]), [[52.4, 4.6]]);
  assert.deepEqual(spotsToFit(null, []), []);
});
