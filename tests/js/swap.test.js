import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { asker, GOES, IF_ASKED, STAYS } from "../../static/js/swap.js";

globalThis.DOMParser = class {
  parseFromString(text) {
    return { text };
  }
};

let asked = [];
// Each question waits for its test to answer it, and ends as a browser's would when it is aborted.
globalThis.fetch = (address, { method, body, signal }) =>
  new Promise((resolve, reject) => {
    const answer = (text) => resolve({ text: async () => text });
    asked.push({
      address,
      method,
      body: String(body),
      signal,
      answer,
      fail: () => reject(new TypeError("no network")),
    });
    signal.addEventListener("abort", () => reject(signal.reason));
  });

const made = () => {
  const seen = { swapped: [], failed: [], focused: [], scrolled: 0 };
  const heading = { focus: (options) => seen.focused.push(options.preventScroll) };
  const top = { scrollIntoView: () => (seen.scrolled += 1) };
  const swap = ({ text }) => {
    if (text === "odd") throw new Error("nothing to swap");
    seen.swapped.push(text);
    return text === "long" ? { heading, top } : { heading, isQuestion: text === "question" };
  };
  return { seen, ask: asker({ swap, failed: (error) => seen.failed.push(error.message) }) };
};

beforeEach(() => {
  asked = [];
});

test("a question is posted, and the page that comes back takes its place", async () => {
  const { ask, seen } = made();
  const done = ask("/nl/", new URLSearchParams("kind=church"), STAYS);
  assert.deepEqual([asked[0].address, asked[0].method, asked[0].body], ["/nl/", "POST", "kind=church"]);
  asked[0].answer("page");
  await done;
  assert.deepEqual(seen, { swapped: ["page"], failed: [], focused: [], scrolled: 0 });
});

test("the heading is focused for who asked for it, and shown from its top where there is one", async () => {
  const { ask, seen } = made();
  let done = ask("/nl/", "a", GOES);
  asked[0].answer("page");
  await done;
  done = ask("/nl/", "a", GOES);
  asked[1].answer("long");
  await done;
  assert.deepEqual([seen.focused, seen.scrolled], [[false, true], 1]);
});

test("what we ask back is focused for who left the field it is about, and an answer is not", async () => {
  const { ask, seen } = made();
  for (const [text, focus] of [
    ["question", IF_ASKED],
    ["page", IF_ASKED],
    ["question", STAYS],
  ]) {
    const done = ask("/nl/", text, focus);
    asked.at(-1).answer(text);
    await done;
  }
  assert.deepEqual(seen.focused, [false]);
});

test("a new question aborts the former, which is neither shown nor a failure", async () => {
  const { ask, seen } = made();
  const former = ask("/nl/", "a", GOES);
  const done = ask("/nl/", "b", STAYS);
  assert.equal(asked[0].signal.aborted, true);
  asked[0].answer("late");
  asked[1].answer("page");
  await Promise.all([former, done]);
  assert.deepEqual(seen, { swapped: ["page"], failed: [], focused: [], scrolled: 0 });
});

test("the same question is not asked twice at once, and is focused when the second asks for it", async () => {
  const { ask, seen } = made();
  const former = ask("/nl/", "a", STAYS);
  const done = ask("/nl/", "a", GOES);
  assert.equal(asked.length, 1);
  asked[0].answer("page");
  await Promise.all([former, done]);
  assert.deepEqual([seen.swapped, seen.focused], [["page"], [false]]);
});

test("the same question is asked again once it was answered, for time goes on", async () => {
  const { ask } = made();
  const done = ask("/nl/", "a", STAYS);
  asked[0].answer("page");
  await done;
  ask("/nl/", "a", STAYS);
  assert.equal(asked.length, 2);
});

test("no network, and an answer that can't be shown, are failures", async () => {
  const { ask, seen } = made();
  let done = ask("/nl/", "a", GOES);
  asked[0].fail();
  await done;
  done = ask("/nl/", "a", GOES);
  asked[1].answer("odd");
  await done;
  assert.deepEqual([seen.failed, seen.focused], [["no network", "nothing to swap"], []]);
});
