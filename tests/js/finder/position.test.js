import assert from "node:assert/strict";
import { test } from "node:test";
import { dropPosition, positionText, takeDot } from "../../../static/js/finder/position.js";

test("a position goes to the server no nearer than about 100 m, longitude first", () => {
  assert.equal(positionText({ longitude: 4.9041389, latitude: 52.3675734 }), "4.904,52.368");
});

const made = (...names) => {
  const form = {
    elements: names.map((name) => ({ name, remove: () => form.drop(name) })),
    append: (field) => form.add(field),
  };
  form.drop = (name) => (form.elements = form.elements.filter((each) => each.name !== name));
  form.add = (field) => form.elements.push(Object.assign(field, { remove: () => form.drop(field.name) }));
  return form;
};

test("whoever types anew lets go of the position and the dot of before", () => {
  const form = made("where", "position", "dot", "kind");
  dropPosition(form);
  assert.deepEqual(
    form.elements.map(({ name }) => name),
    ["where", "kind"],
  );
});

test("a dot is in the form while it is asked about, in the place of any other start, and then gone", async () => {
  globalThis.document = { createElement: () => ({}) };
  const form = made("where", "position", "dot");
  await takeDot(form, "4.9,52.37", async () => {
    const dots = form.elements.filter(({ name }) => name === "dot");
    assert.deepEqual(
      dots.map(({ type, value }) => [type, value]),
      [["hidden", "4.9,52.37"]],
    );
    assert.equal(form.elements.length, 2);
  });
  assert.deepEqual(
    form.elements.map(({ name }) => name),
    ["where"],
  );
});
