// The questions beside a fresh answer: their counts follow it, and a panel with other choices in it is replaced.
import { refreshStart } from "../start-field.js";

/** What a panel offers, as text; what somebody is typing is not part of it. */
export const offersOf = (fields) =>
  Array.from(fields, ({ name, value }) => `${name}=${name === "where" ? "" : value}`).join();

/** What somebody is about to touch stays in place: only a panel with other choices in it is replaced. */
export const isReplaced = ({ isBusy, shown, fresh }) => !isBusy && shown !== fresh;

const offers = (panel) => offersOf(panel.querySelectorAll("input"));

const isBusy = (panel) => panel.contains(document.activeElement) && document.activeElement.type !== "submit";

const swapCounts = (fresh, panel) => {
  for (const input of panel.querySelectorAll("input[type=checkbox]")) {
    const twin = fresh.querySelector(`input[name="${input.name}"][value="${CSS.escape(input.value)}"]`);
    const count = input.closest("label").querySelector(".count");
    const newCount = twin?.closest("label").querySelector(".count");
    if (count && newCount) count.replaceWith(newCount.cloneNode(true));
  }
};

/** Bring the rows of the form up to date with those of the page that came back. */
export const swapPanels = (form, page) => {
  for (const row of form.querySelectorAll(".row")) {
    const twin = page.querySelector(`[data-part="${row.dataset.row ?? "where"}"]`);
    if (!twin) continue;
    row.querySelector(".value").replaceWith(twin.closest(".row").querySelector(".value"));
    const panel = row.querySelector("[data-part]");
    if (isReplaced({ isBusy: isBusy(panel), shown: offers(panel), fresh: offers(twin) })) panel.replaceWith(twin);
    else {
      swapCounts(page, panel);
      refreshStart(panel, twin);
    }
  }
};
