import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, isFound } from "../../../static/js/finder/find-language.js";

const TIGRINYA = "Tigrinya ትግርኛ tigrigna";

test("a name is compared without accents and capitals", () => {
  assert.equal(bare("Français"), "francais");
  assert.equal(bare("TÜRKÇE"), "turkce");
});

test("a language is found by a part of any of its names", () => {
  for (const typed of ["tigr", " TIGRINYA ", "ትግር", "rigna", ""]) assert.equal(isFound(TIGRINYA, typed), true, typed);
  assert.equal(isFound(TIGRINYA, "arab"), false);
});

test("a slip in the last three letters is forgiven, in a word that is longer", () => {
  assert.equal(isFound(TIGRINYA, "tigrinia"), true);
  assert.equal(isFound(TIGRINYA, "tig"), true);
  assert.equal(isFound(TIGRINYA, "txx"), false);
  assert.equal(isFound(TIGRINYA, "grinixx"), false);
});
