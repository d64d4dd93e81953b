// A fresh answer in the place of the former one, with what only JavaScript can do.
import { showOnMap } from "./map-loader.js";
import { swapPanels } from "./panels.js";

const enableLocating = (takePosition) => {
  const locate = document.getElementById("locate");
  if (!locate || !("geolocation" in navigator)) return;
  locate.hidden = false;
  locate.onclick = takePosition;
};

const enableSharing = (link) => {
  const share = document.getElementById("share");
  if (!share || !navigator.clipboard) return;
  share.hidden = false;
  share.onclick = async () => {
    await navigator.clipboard.writeText(link());
    share.textContent = share.dataset.done;
  };
};

/** Show what only JavaScript can do, each time that a part of the page is new; `takePosition` and `link` are what it does. */
export const prepare = (form, { takePosition, link }) => {
  enableLocating(takePosition);
  enableSharing(link);
  document.getElementById("to-map").hidden = false;
  for (const find of form.querySelectorAll(".find")) find.hidden = false;
  document.dispatchEvent(new Event("samenplek:answer"));
  showOnMap();
};

/** Put the answer of a page that came back in place. Throws when there is none in it. */
export const swapAnswer = (form, page) => {
  const top = page.getElementById("answer");
  if (!top) throw new Error("no answer in the page");
  document.getElementById("answer").replaceWith(top);
  swapPanels(form, page);
  const heading = document.getElementById("answer-heading");
  return { top, heading, isQuestion: "question" in heading.dataset };
};
