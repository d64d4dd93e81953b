// Links carry the fragment along, so that no page needs to know of it.
import { fragment } from "./fragment.js";
import { localesOf } from "./fragment-text.js";

/** Which part of the fragment a link takes along, as options of `fragment`; null for a link that gets none. */
export const carriedBy = ({ pathname, isFresh }, here) => {
  if (!localesOf(pathname) || pathname.endsWith(".ics")) return null;
  // A card of one place alone stays that only from card to card, in another language.
  const staysOnCard = pathname.endsWith("/card") && here.endsWith("/card");
  return { startOnly: isFresh, dropped: staysOnCard ? [] : ["only"] };
};

const carry = ({ target }) => {
  const link = target.closest?.("a[href]");
  if (!link || link.origin !== location.origin || link.id === "wipe" || link.getAttribute("href").startsWith("#"))
    return;
  const carried = carriedBy({ pathname: link.pathname, isFresh: "fresh" in link.dataset }, location.pathname);
  if (carried) link.hash = fragment(localesOf(link.pathname), carried);
};

// An address within the page must not push the list out of the fragment.
const jump = (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
};

/** A fragment is put on a link at the moment it is followed, by whatever means. */
export const watchLinks = () => {
  for (const kind of ["pointerdown", "click", "keydown"]) document.addEventListener(kind, carry, { capture: true });
  document.addEventListener("click", jump);
};
