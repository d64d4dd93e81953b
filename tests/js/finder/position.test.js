import assert from "node:assert/strict";
import { test } from "node:test";
import { positionText } from "../../../static/js/finder/position.js";

test("a position goes to the server no nearer than about 100 m, longitude first", () => {
  assert.equal(positionText({ longitude: 4.9041389, latitude: 52.3675734 }), "4.904,52.368");
});
