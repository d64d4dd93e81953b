import assert from "node:assert/strict";
import { test } from "node:test";
import { dotText, pinLabel, pinMark, spotsToFit, steps } from "../../../static/js/finder/map-view.js";

const hit = (match, position) => ({ match, number: 3, name: "De Buurt", position });
const [FAR, NEAR, START] = [
  [4.6, 52.4],
  [4.9, 52.3],
  [4.8, 52.35],
];

test("a pin is called by its number or by perhaps, and by its name; a likely one is called so", () => {
  const words = { likely: "waarschijnlijk", perhaps: "misschien" };
  assert.equal(pinLabel(hit("yes", NEAR), words), "3: De Buurt");
  assert.equal(pinLabel(hit("likely", NEAR), words), "3 (waarschijnlijk): De Buurt");
  assert.equal(pinLabel(hit("perhaps", NEAR), words), "misschien: De Buurt");
  assert.deepEqual(
    ["yes", "likely", "perhaps"].map((match) => pinMark(hit(match, NEAR))),
    ["3", "3", "?"],
  );
});

test("the first look holds the certain and likely hits and the start, latitude first", () => {
  const hits = [hit("likely", NEAR), hit("perhaps", FAR)];
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

test("the first look holds all of where a rough start may be, and still the uncertain hits when there is no certain one", () => {
  const spots = spotsToFit(START, [hit("perhaps", FAR)], 1113.2);
  assert.deepEqual(spots.slice(0, 2), [
    [52.4, 4.6],
    [52.35, 4.8],
  ]);
  const [[south, west], [north, east]] = spots.slice(2);
  assert.ok(Math.abs(north - south - 0.02) < 1e-9);
  assert.ok(east - west > 0.032 && east - west < 0.034);
  assert.equal(spotsToFit(null, [hit("perhaps", FAR)], 500).length, 1);
});

test("a dot is posted to the metre, longitude first, and only where one can start from", () => {
  const area = [4.4, 52.2, 5.1, 52.5];
  assert.equal(dotText({ lat: 52.3675734, lng: 4.9041389 }, area), "4.90414,52.36757");
  for (const [lat, lng] of [
    [52.1, 4.9],
    [52.6, 4.9],
    [52.3, 4.3],
    [52.3, 5.2],
  ])
    assert.equal(dotText({ lat, lng }, area), "");
});

test("arrows move the dot, farther with shift, and other keys do not", () => {
  assert.deepEqual(steps("ArrowLeft", false), [-8, 0]);
  assert.deepEqual(steps("ArrowDown", true), [0, 40]);
  assert.deepEqual(
    [steps("ArrowUp"), steps("ArrowRight")],
    [
      [0, -8],
      [8, 0],
    ],
  );
  assert.equal(steps("Enter", false), undefined);
});
