import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { untilReleased } from "../../static/js/until-released.js";

mock.timers.enable({ apis: ["setTimeout"] });

let page;
let changed;
let done;
const pointer = (kind, button = 0) => page.dispatchEvent(Object.assign(new Event(kind), { button }));
const laterOn = () => mock.timers.tick(1);

beforeEach(() => {
  page = new EventTarget();
  changed = untilReleased(page);
  done = [];
});

test("what changes without a press is done soon, after what the same act does by itself", () => {
  changed.hold(() => done.push("asked"));
  assert.deepEqual(done, []);
  laterOn();
  assert.deepEqual(done, ["asked"]);
});

test("a button that is pressed takes it over, however long it is held down", () => {
  pointer("pointerdown");
  changed.hold(() => done.push("asked by the field"));
  mock.timers.tick(5000);
  assert.deepEqual(done, []);
  pointer("pointerup");
  changed.drop();
  done.push("asked by the button");
  laterOn();
  assert.deepEqual(done, ["asked by the button"]);
});

for (const end of ["pointerup", "pointercancel"]) {
  test(`a press that presses nothing lets it happen after ${end}`, () => {
    pointer("pointerdown");
    changed.hold(() => done.push("asked"));
    pointer(end);
    laterOn();
    assert.deepEqual(done, ["asked"]);
  });
}

test("only the last thing held is done, and only once", () => {
  changed.hold(() => done.push("first"));
  changed.hold(() => done.push("last"));
  laterOn();
  pointer("pointerdown");
  pointer("pointerup");
  laterOn();
  assert.deepEqual(done, ["last"]);
});

test("another button of the mouse is no press, since some systems never say that it ends", () => {
  pointer("pointerdown", 2);
  changed.hold(() => done.push("asked"));
  laterOn();
  assert.deepEqual(done, ["asked"]);
});
