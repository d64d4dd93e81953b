import assert from "node:assert/strict";
import { test } from "node:test";
import { takeMeant } from "../../static/js/start-field.js";

const form = () => {
  const where = { value: "kerkstraat" };
  return { where, elements: { namedItem: (name) => ({ where })[name] } };
};

test("what is chosen comes in the place of what was typed", () => {
  const asked = form();
  takeMeant(asked, { name: "meant", value: "Kerkstraat, Haarlem" });
  assert.equal(asked.where.value, "Kerkstraat, Haarlem");
});

test("any other button, or none, leaves it as it is", () => {
  const asked = form();
  takeMeant(asked, { name: "go", value: "1" });
  takeMeant(asked, null);
  assert.equal(asked.where.value, "kerkstraat");
});
