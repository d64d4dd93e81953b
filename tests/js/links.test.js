import assert from "node:assert/strict";
import { test } from "node:test";
import { carriedBy } from "../../static/js/links.js";

test("a link to a page takes the fragment along, and one to a file takes nothing", () => {
  assert.deepEqual(carriedBy({ pathname: "/nl/shortlist", isFresh: false }, "/nl/"), {
    startOnly: false,
    dropped: ["only"],
  });
  assert.equal(carriedBy({ pathname: "/wiped", isFresh: false }, "/nl/"), null);
  assert.equal(carriedBy({ pathname: "/nl/places/00011.ics", isFresh: false }, "/nl/"), null);
});

test("a link that begins anew takes the start alone", () => {
  assert.equal(carriedBy({ pathname: "/nl/", isFresh: true }, "/nl/shortlist").startOnly, true);
});

test("a card of one place stays that from card to card only", () => {
  assert.deepEqual(carriedBy({ pathname: "/ar/card", isFresh: false }, "/nl/card").dropped, []);
  assert.deepEqual(carriedBy({ pathname: "/nl/card", isFresh: false }, "/nl/shortlist").dropped, ["only"]);
  assert.deepEqual(carriedBy({ pathname: "/nl/shortlist", isFresh: false }, "/nl/card").dropped, ["only"]);
});
