import assert from "node:assert/strict";
import { test } from "node:test";
import { hasList, hasSearch, localesOf, readText, stateText } from "../../static/js/state-text.js";

const [ONE, TWO] = ["00011", "00022"];
const NINE = Array.from("123456789", (digit) => `000${digit}${digit}`);
const params = (text) => [...readText(text).params];

test("the languages of a path are its first part, plain or escaped", () => {
  assert.equal(localesOf("/nl/shortlist"), "nl");
  assert.equal(localesOf("/nl+ar/"), "nl+ar");
  assert.equal(localesOf("/nl%2Bar"), "nl+ar");
  assert.equal(localesOf("/wiped"), "");
  assert.equal(localesOf("/nl+ar+ti/"), "");
});

test("a list and a search are read apart, in either order of being there", () => {
  const both = readText(`#1.nl+ar.${ONE}.${TWO}&where=1091+GB&kind=church&kind=mosque`);
  assert.deepEqual(both.codes, [ONE, TWO]);
  assert.equal(both.localesPath, "nl+ar");
  assert.deepEqual(
    [...both.params],
    [
      ["where", "1091 GB"],
      ["kind", "church"],
      ["kind", "mosque"],
    ],
  );
  assert.deepEqual(readText(`#1.nl.${ONE}`).codes, [ONE]);
  assert.deepEqual(params(`#1.nl.${ONE}`), []);
  assert.deepEqual(readText("#where=1091.GB").codes, []);
  assert.deepEqual(params("#where=1091.GB"), [["where", "1091.GB"]]);
  assert.deepEqual(params("#"), []);
});

test("wrong codes and those beyond eight are told, not lost", () => {
  const read = readText(`#1.nl.${NINE.join(".")}.XXXXX`);
  assert.deepEqual(read.codes, NINE.slice(0, 8));
  assert.deepEqual(read.refused, ["XXXXX", NINE[8]]);
});

test("what is written is read back the same, in other languages too", () => {
  for (const text of [`1.nl.${ONE}`, `1.nl.${ONE}.${TWO}&where=1091+GB&kind=a&kind=b`, "where=Oost", ""]) {
    assert.equal(stateText(readText(text), "nl"), text);
  }
  assert.equal(stateText(readText(`1.nl.${ONE}&where=x`), "ar+nl"), `1.ar+nl.${ONE}&where=x`);
  assert.equal(stateText(readText("1.nl.XXXXX"), "ar"), "1.ar.XXXXX");
});

test("a page that has no language gets no list", () => {
  assert.equal(stateText(readText(`1.nl.${ONE}&where=x`), ""), "where=x");
});

test("keys are dropped, or only the start is kept, and nothing empty is written", () => {
  const read = readText(`1.nl.${ONE}&where=x&position=4.9,52.3&kind=church&only=${TWO}&day=`);
  assert.equal(stateText(read, "nl", { dropped: ["only", "position"] }), `1.nl.${ONE}&where=x&kind=church`);
  assert.equal(stateText(read, "nl", { startOnly: true }), `1.nl.${ONE}&where=x&position=4.9%2C52.3`);
});

test("a list or a search is there when anything of it is, wrong codes included", () => {
  const found = (text) => [hasList(readText(text)), hasSearch(readText(text))];
  assert.deepEqual(found(`#1.nl.${ONE}`), [true, false]);
  assert.deepEqual(found("#1.nl.XXXXX"), [true, false]);
  assert.deepEqual(found("#where=x"), [false, true]);
  for (const nothing of ["", "#", "#main", "#1.nl", "#where="]) assert.deepEqual(found(nothing), [false, false]);
});
