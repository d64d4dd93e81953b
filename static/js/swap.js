// Asking by POST without leaving the page, so that no address has the question in it: for every page that asks.

const lead = ({ heading, top }) => {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: Boolean(top) });
  top?.scrollIntoView();
};

/** What may happen to the focus when an answer stands: it stays, it goes there, or only when we ask something back. */
export const STAYS = 0;
export const IF_ASKED = 1;
export const GOES = 2;

const isLed = (focus, { isQuestion }) => focus === GOES || (focus === IF_ASKED && isQuestion);

/**
 * Make the function that asks: `ask(address, body, focus)` posts, and resolves when the answer stands or there is none.
 *
 * `swap` gets the page that came back, puts it in place, and gives `{ heading, top, isQuestion }`: what is focused as
 * `focus` says, what is scrolled to, and whether the answer is a question. `failed` is called when nothing came, or
 * `swap` could do nothing with it. A new question aborts the former; the same, while it is under way, is not asked again.
 */
export const asker = ({ swap, failed }) => {
  let running = null;

  const answer = async (mine, address, body) => {
    try {
      const response = await fetch(address, { method: "POST", body, signal: mine.controller.signal });
      const place = swap(new DOMParser().parseFromString(await response.text(), "text/html"));
      if (isLed(mine.focus, place)) lead(place);
    } catch (error) {
      if (error.name !== "AbortError") failed(error);
    } finally {
      if (running === mine) running = null;
    }
  };

  return (address, body, focus) => {
    const question = `${address} ${body}`;
    if (running?.question === question) {
      running.focus = Math.max(running.focus, focus);
      return running.done;
    }
    running?.controller.abort();
    const mine = { question, focus, controller: new AbortController() };
    running = mine;
    mine.done = answer(mine, address, body);
    return mine.done;
  };
};
