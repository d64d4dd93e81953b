import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const NINE = Array.from("123456789", (digit) => `000${digit}${digit}`);
const [ONE, TWO] = NINE;
const told = [];
const stored = new Map();
let hashChanged = () => {};
let reloads = 0;
let visits = 0;
let state;

// The little of a browser that it needs.
globalThis.window = {
  name: "",
  sessionStorage: {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => stored.set(key, text),
  },
};
globalThis.document = { dispatchEvent: ({ type }) => told.push(type) };
globalThis.addEventListener = (_kind, follow) => {
  hashChanged = follow;
};
globalThis.history = {
  replaceState: (kept, _title, address) => {
    history.state = kept;
    location.hash = address.slice(location.pathname.length);
  },
};

// A page that is loaded, at an entry of the history that is new unless it kept something.
const visit = async (hash, { pathname = "/nl/shortlist", kept = null } = {}) => {
  globalThis.location = { pathname, hash, reload: () => reloads++ };
  history.state = kept;
  state = await import(`../../static/js/state.js?visit=${visits++}`);
  state.watchState();
  told.length = 0;
};

beforeEach(async () => {
  stored.clear();
  reloads = 0;
  window.name = "";
  await visit("");
});

test("a place is added and removed, and everybody is told", () => {
  assert.equal(state.toggle(ONE), true);
  assert.equal(state.toggle(TWO), true);
  assert.equal(stored.get("samenplek"), `1.nl.${ONE}.${TWO}`);
  assert.equal(state.toggle(ONE), true);
  assert.deepEqual(state.chosen(), [TWO]);
  assert.equal(stored.get("samenplek"), `1.nl.${TWO}`);
  assert.deepEqual(told, Array(3).fill("samenplek:list"));
});

test("a full list takes no ninth place, but lets one go", async () => {
  await visit(`#1.nl.${NINE.slice(0, 8).join(".")}`);
  assert.equal(state.isFull(), true);
  assert.equal(state.toggle(NINE[8]), false);
  assert.deepEqual(told, []);
  assert.equal(state.toggle(ONE), true);
  assert.equal(state.chosen().length, 7);
});

test("what a link brings is kept, and gone from the address at once", async () => {
  await visit(`#1.nl+ar.${ONE}.XXXXX&where=x`);
  assert.equal(location.hash, "");
  assert.deepEqual([state.typed(), state.madeIn(), state.param("where")], [[ONE, "XXXXX"], "nl+ar", ["x"]]);
  await visit("");
  assert.deepEqual([state.typed(), state.madeIn(), state.param("where")], [[ONE, "XXXXX"], "", ["x"]]);
});

test("a link to a search leaves the list as it is, and one to a list begins a search anew", async () => {
  await visit(`#1.nl.${ONE}&where=x`);
  await visit("#kind=church");
  assert.deepEqual([state.chosen(), state.param("where"), state.param("kind")], [[ONE], [], ["church"]]);
  await visit(`#1.nl.${TWO}`);
  assert.deepEqual([state.chosen(), state.param("kind")], [[TWO], []]);
});

test("Back brings what the entry asked, with the list as it is now", async () => {
  state.setParams(["kind"], [["kind", "church"]]);
  const kept = history.state;
  await visit("");
  state.setParams(["kind"], [["kind", "mosque"]]);
  state.toggle(ONE);
  await visit("", { kept });
  assert.deepEqual([state.param("kind"), state.chosen()], [["church"], [ONE]]);
  await visit("");
  assert.deepEqual(state.param("kind"), ["church"]);
});

test("Back brings nothing of a visit that was wiped", async () => {
  state.setParams(["kind"], [["kind", "church"]]);
  const kept = history.state;
  stored.clear();
  await visit("", { kept });
  assert.deepEqual(state.param("kind"), []);
});

test("a visit that knows nothing writes nothing", () => {
  assert.deepEqual([stored.size, history.state], [0, null]);
});

test("while a wipe goes on nothing is known and nothing is written", async () => {
  stored.clear();
  window.name = "samenplek-wiping";
  await visit(`#1.nl.${ONE}&where=x`);
  assert.deepEqual([state.chosen(), state.param("where"), stored.size], [[], [], 0]);
});

test("a browser that refuses storage still shows what a link brings", async () => {
  const { sessionStorage } = window;
  Object.defineProperty(window, "sessionStorage", {
    configurable: true,
    get: () => {
      throw new Error("refused");
    },
  });
  await visit(`#1.nl.${ONE}`);
  assert.deepEqual([state.chosen(), location.hash], [[ONE], ""]);
  Object.defineProperty(window, "sessionStorage", { configurable: true, value: sessionStorage });
});

test("what the server understood takes the place of the list, wrong codes gone", async () => {
  await visit(`#1.nl.${ONE}.XXXXX&where=x`);
  state.setCodes([TWO, TWO, ONE]);
  assert.deepEqual(state.typed(), [TWO, ONE]);
  assert.equal(stored.get("samenplek"), `1.nl.${TWO}.${ONE}&where=x`);
});

test("only the keys that are named are replaced, and only by values of theirs", async () => {
  await visit("#where=x&kind=church&kind=mosque");
  state.setParams(
    ["kind", "where"],
    [
      ["kind", "library"],
      ["where", ""],
      ["code", ONE],
    ],
  );
  assert.equal(stored.get("samenplek"), "kind=library");
  assert.equal(history.state.asked, "kind=library");
  assert.deepEqual(state.param("kind"), ["library"]);
});

test("a link that is pasted into an open page opens it anew, and a jump within the page does not", () => {
  location.hash = "#main";
  hashChanged();
  assert.equal(reloads, 0);
  location.hash = `#1.ar.${TWO}`;
  hashChanged();
  assert.equal(reloads, 1);
});

test("the next page gets what is handed over, and this entry stays as it is", async () => {
  await visit(`#1.nl.${ONE}&where=x&kind=church`);
  const kept = history.state;
  state.handOver({ startOnly: true });
  await visit("", { pathname: "/nl/" });
  assert.deepEqual([state.param("where"), state.param("kind"), state.chosen()], [["x"], [], [ONE]]);
  await visit("", { kept });
  assert.deepEqual(state.param("kind"), ["church"]);
});

test("a card of one place stays that from card to card only", async () => {
  state.handOver({ added: [["only", TWO]] });
  await visit("", { pathname: "/nl/card" });
  await visit("", { pathname: "/ar/card" });
  assert.deepEqual(state.param("only"), [TWO]);
  await visit("", { pathname: "/ar/shortlist" });
  assert.deepEqual(state.param("only"), []);
  await visit("", { pathname: "/ar/card" });
  assert.deepEqual(state.param("only"), []);
});
