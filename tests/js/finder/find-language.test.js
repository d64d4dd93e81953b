import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, found, NOT_FOUND, rankOf } from "../../../static/js/finder/find-language.js";

const LANGUAGES = {
  ary: "Marokkaans-Arabisch|Moroccan Arabic|Darija|الدارجة|ary",
  ar: "Arabisch|Arabic|العربية|ar",
  prs: "Dari|Farsi uit Afghanistan|دری|Farsi|prs",
  fa: "Perzisch|Persian|Farsi|فارسی|fa",
  ti: "Tigrinya|ትግርኛ|Tigrigna|ti",
  rif: "Tarifit|Berbers uit het Rif|Berber|rif",
  zgh: "Tamazight|Berbers|Berber|zgh",
  so: "Somalisch|Somali|Soomaali|Af Soomaali|so",
  sq: "Albanees|Albanian|Shqip|sq",
  nl: "Nederlands|Dutch|nl",
};

const search = (typed) =>
  found(Object.entries(LANGUAGES).map(([item, names]) => ({ item, rank: rankOf(names, typed) }))).map(
    ({ item }) => item,
  );

test("a name is compared without accents and capitals", () => {
  assert.equal(bare("Français"), "francais");
  assert.equal(bare("TÜRKÇE"), "turkce");
});

test("what begins so comes first, and what is called exactly so before it", () => {
  assert.deepEqual(search("dari"), ["prs", "ary"]);
  assert.deepEqual(search("arab"), ["ar", "ary"]);
  assert.deepEqual(search("farsi"), ["prs", "fa"]);
});

test("an everyday name finds each language that is called so", () => {
  assert.deepEqual(search("darija"), ["ary"]);
  assert.deepEqual(search("berber"), ["rif", "zgh"]);
  assert.deepEqual(search("af soomaali"), ["so"]);
  assert.deepEqual(search("دارج"), ["ary"]);
});

test("a name is found in its own script, by its code, and by a part of three letters", () => {
  assert.deepEqual(search("ትግር"), ["ti"]);
  assert.deepEqual(search("TI"), ["ti"]);
  assert.deepEqual(search("rinya"), ["ti"]);
  assert.equal(rankOf("Tigrinya", "ri"), NOT_FOUND);
});

test("a slip at the end is forgiven after four right letters, when nothing else is found", () => {
  assert.deepEqual(search("tigrinia"), ["ti"]);
  assert.deepEqual(search("darixx"), ["ary", "prs"]);
  assert.deepEqual(search("tigx"), []);
  assert.deepEqual(search("arax"), []);
});

test("what names no language finds none", () => {
  assert.deepEqual(search("klingon"), []);
  assert.deepEqual(found([]), []);
});
