import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as fragment from "../../static/js/fragment.js";

const NINE = Array.from("123456789", (digit) => `000${digit}${digit}`);
const [ONE, TWO] = NINE;
const told = [];
let hashChanged = () => {};

// The little of a browser that the fragment needs.
globalThis.document = { dispatchEvent: ({ type }) => told.push(type) };
globalThis.addEventListener = (_kind, follow) => {
  hashChanged = follow;
};
globalThis.history = {
  state: null,
  replaceState: (_state, _title, address) => {
    location.hash = address.includes("#") ? address.slice(address.indexOf("#")) : "";
  },
};

const visit = (hash, pathname = "/nl/shortlist") => {
  globalThis.location = { pathname, hash };
  fragment.watchFragment();
  hashChanged();
  told.length = 0;
};

beforeEach(() => visit(""));

test("a place is added and removed, and everybody is told", () => {
  assert.equal(fragment.toggle(ONE), true);
  assert.equal(fragment.toggle(TWO), true);
  assert.equal(location.hash, `#1.nl.${ONE}.${TWO}`);
  assert.equal(fragment.toggle(ONE), true);
  assert.deepEqual(fragment.chosen(), [TWO]);
  assert.equal(location.hash, `#1.nl.${TWO}`);
  assert.deepEqual(told, Array(3).fill("samenplek:list"));
});

test("a full list takes no ninth place, but lets one go", () => {
  visit(`#1.nl.${NINE.slice(0, 8).join(".")}`);
  assert.equal(fragment.isFull(), true);
  assert.equal(fragment.toggle(NINE[8]), false);
  assert.deepEqual(told, []);
  assert.equal(fragment.toggle(ONE), true);
  assert.equal(fragment.chosen().length, 7);
});

test("what the server understood takes the place of the list, wrong codes gone", () => {
  visit(`#1.nl.${ONE}.XXXXX&where=x`);
  assert.deepEqual(fragment.typed(), [ONE, "XXXXX"]);
  fragment.setCodes([TWO, TWO, ONE]);
  assert.deepEqual(fragment.typed(), [TWO, ONE]);
  assert.equal(location.hash, `#1.nl.${TWO}.${ONE}&where=x`);
});

test("only the keys that are named are replaced, and only by values of theirs", () => {
  visit("#where=x&kind=church&kind=mosque");
  fragment.setParams(
    ["kind", "where"],
    [
      ["kind", "library"],
      ["where", ""],
      ["code", ONE],
    ],
  );
  assert.equal(location.hash, "#kind=library");
  assert.deepEqual(fragment.param("kind"), ["library"]);
});

test("an address that changes by hand is read anew", () => {
  fragment.toggle(ONE);
  location.hash = `#1.ar.${TWO}&where=y`;
  hashChanged();
  assert.deepEqual([fragment.chosen(), fragment.localesOfList(), fragment.param("where")], [[TWO], "ar", ["y"]]);
});

test("the fragment of another page is in its own languages", () => {
  visit(`#1.nl.${ONE}&only=${TWO}`);
  assert.equal(fragment.fragment("ar+nl", { dropped: ["only"] }), `#1.ar+nl.${ONE}`);
});
