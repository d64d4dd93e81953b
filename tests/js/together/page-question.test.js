import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsked, otherPath, pageBody } from "../../../static/js/together/page-question.js";

const LIST = ["code", "where"];
const param = (query) => (key) => new URLSearchParams(query).getAll(key);

test("a page asks for its keys alone: the list for code, the fragment for the rest", () => {
  assert.equal(
    pageBody(LIST, param("where=Oost&kind=church"), ["00011", "00022"]).toString(),
    "code=00011&code=00022&where=Oost",
  );
  assert.equal(
    pageBody(["day", "where"], param("where=Oost&day=2026-11-18"), ["00011"]).toString(),
    "day=2026-11-18&where=Oost",
  );
});

test("a card of one place is of that one, whatever is on the list", () => {
  assert.equal(pageBody(LIST, param("only=00033"), ["00011"]).toString(), "code=00033");
});

test("a page about a list asks nothing without one, and another page as soon as there is anything", () => {
  assert.equal(isAsked(LIST, new URLSearchParams("where=Oost")), false);
  assert.equal(isAsked(LIST, new URLSearchParams("code=00011")), true);
  assert.equal(isAsked(["day", "where"], new URLSearchParams("where=Oost")), true);
  assert.equal(isAsked(["day", "where"], new URLSearchParams()), false);
});

test("a list is read in the languages it was made in, when we have them", () => {
  const offered = new Set(["nl", "ar"]);
  assert.equal(otherPath("/nl/shortlist", "nl", "nl+ar", offered), "/nl+ar/shortlist");
  assert.equal(otherPath("/nl+ar/shortlist", "nl+ar", "nl+ar", offered), "");
  assert.equal(otherPath("/nl/shortlist", "nl", "ti+nl", offered), "");
  assert.equal(otherPath("/nl/shortlist", "nl", "", offered), "");
});
