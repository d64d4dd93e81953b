// Links need not carry what this tab knows; what one leaves behind, it says itself.
import { handOver } from "./state.js";

/** Whether a click on a link is followed in this tab, and not by the browser in another one. */
export const isFollowedHere = ({ button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented;

// `data-fresh`: a link that begins anew takes the start alone along.
const beginAnew = (event) => {
  if (event.target.closest?.("a[data-fresh]") && isFollowedHere(event)) handOver({ startOnly: true });
};

// An address within the page stays out of the address of the page.
const jump = (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
};

/** Let links do what their attributes say. */
export const watchLinks = () => {
  document.addEventListener("click", beginAnew);
  document.addEventListener("click", jump);
};
