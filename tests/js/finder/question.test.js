import assert from "node:assert/strict";
import { test } from "node:test";
import { askedEntries, isQuestion, linkedEntries, questionBody } from "../../../static/js/finder/question.js";

const LINKED = ["where", "kind", "go"];

test("a question is the form, the button that was pressed, and that it is asked", () => {
  const form = new FormData();
  form.append("kind", "church");
  form.append("kind", "mosque");
  assert.equal(questionBody(form).toString(), "kind=church&kind=mosque&go=1");
  assert.equal(questionBody(form, { name: "shown", value: "40" }).toString(), "kind=church&kind=mosque&shown=40&go=1");
  assert.equal(questionBody([["go", "0"]], { name: "", value: "" }).toString(), "go=1");
});

test("a link has what was asked, without what is empty or of one moment only", () => {
  const body = questionBody([
    ["where", ""],
    ["kind", "church"],
    ["shown", "40"],
  ]);
  assert.deepEqual(linkedEntries(body, LINKED), [
    ["kind", "church"],
    ["go", "1"],
  ]);
});

test("what a link asks comes in the order of the form", () => {
  const params = new URLSearchParams("kind=church&shown=40&where=Oost&kind=mosque");
  const asked = askedEntries((key) => params.getAll(key), LINKED);
  assert.deepEqual(asked, [
    ["where", "Oost"],
    ["kind", "church"],
    ["kind", "mosque"],
  ]);
});

test("a start alone is no question", () => {
  assert.equal(isQuestion([["where", "Oost"]]), false);
  assert.equal(
    isQuestion([
      ["where", "Oost"],
      ["go", "1"],
    ]),
    true,
  );
  assert.equal(isQuestion([]), false);
});
