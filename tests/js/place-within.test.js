import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanguagesOf, isPlaceHere } from "../../static/js/place-within.js";

const HERE = { origin: "http://a", pathname: "/nl+ar/" };
const link = (pathname, more = {}) => ({ origin: "http://a", pathname, hash: "", ...more });

test("a place opens within a page of the same languages, and nothing else does", () => {
  assert.equal(isPlaceHere(link("/nl+ar/places/00011"), HERE), true);
  assert.equal(isPlaceHere(link("/nl/places/00011"), HERE), false);
  assert.equal(isPlaceHere(link("/nl+ar/places/00011/gatherings.ics"), HERE), false);
  assert.equal(isPlaceHere(link("/nl+ar/shortlist"), HERE), false);
  assert.equal(isPlaceHere(link("/nl+ar/places/00011", { origin: "http://b" }), HERE), false);
  assert.equal(isPlaceHere(link("/nl+ar/places/00011", { hash: "#hours" }), HERE), false);
});

test("a place that is shown is read on in the languages of the other page", () => {
  assert.equal(inLanguagesOf("/nl/places/00011", "/ti+nl/agenda"), "/ti+nl/places/00011");
  assert.equal(inLanguagesOf("/nl+ar/places/00011", "/nl/"), "/nl/places/00011");
});
