// A field that is left because a button is pressed changes first, and then the button asks by itself.

/**
 * Hold one thing to do until nothing is pressed any more, and what the press does is done: `hold(act)` and `drop()`.
 *
 * A press that goes astray, beside a button or into a drag, lets it happen after all. Only the last one held is done.
 */
export const untilReleased = (target) => {
  let isPressed = false;
  let held = null;

  // A click follows pointerup within the same task, so a task later it has been.
  const doSoon = () =>
    setTimeout(() => {
      if (isPressed) return;
      const act = held;
      held = null;
      act?.();
    });

  target.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button === 0) isPressed = true;
    },
    { capture: true },
  );
  for (const end of ["pointerup", "pointercancel"]) {
    target.addEventListener(
      end,
      () => {
        isPressed = false;
        doSoon();
      },
      { capture: true },
    );
  }

  return {
    hold(act) {
      held = act;
      if (!isPressed) doSoon();
    },
    drop() {
      held = null;
    },
  };
};
