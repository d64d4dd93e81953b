// A language is found by any of its names, whatever the accents; those whose name begins so come first.

const BETWEEN_NAMES = "|";
const EXACT = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const HOLDS = 3;
const SLIP = 4;
export const NOT_FOUND = 5;

const SHORTEST_PART = 3; // letters that say enough in the middle of a name
const SURE = 4; // letters at the start that must be right when the rest of a longer word is not
const SLIPS = 3; // letters at the end that may be wrong

/** A name without accents and capitals, as it is compared. */
export const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const rankOfName = (name, wanted) => {
  if (name === wanted) return EXACT;
  if (name.startsWith(wanted)) return BEGINS;
  if (name.split(/[\s()-]+/).some((word) => word.startsWith(wanted))) return WORD_BEGINS;
  if (wanted.length >= SHORTEST_PART && name.includes(wanted)) return HOLDS;
  return wanted.length > SURE && name.startsWith(wanted.slice(0, Math.max(SURE, wanted.length - SLIPS)))
    ? SLIP
    : NOT_FOUND;
};

/** How well what is typed means the language that has these names: the lower the better, NOT_FOUND for not at all. */
export const rankOf = (names, typed) => {
  const wanted = bare(typed.trim());
  return Math.min(...names.split(BETWEEN_NAMES).map((name) => rankOfName(bare(name), wanted)));
};

/** The items that are shown, the best first, each with its rank; a slip only counts when nothing else is found. */
export const found = (ranked) => {
  const best = Math.min(NOT_FOUND, ...ranked.map(({ rank }) => rank));
  const worst = best < SLIP ? HOLDS : best;
  return ranked.filter(({ rank }) => rank < NOT_FOUND && rank <= worst).sort((a, b) => a.rank - b.rank);
};

const narrow = (panel, typed) => {
  const items = [...panel.querySelectorAll("[data-names]")];
  for (const [place, item] of items.entries()) item.dataset.place ??= place;
  const inOrder = items.sort((a, b) => a.dataset.place - b.dataset.place);
  const ranked = inOrder.map((item) => ({ item, rank: typed.trim() ? rankOf(item.dataset.names, typed) : EXACT }));
  const shown = found(ranked).map(({ item }) => item);
  for (const item of items) item.hidden = !shown.includes(item) && !item.querySelector(":checked");
  const rest = inOrder.filter((item) => !shown.includes(item));
  items[0]?.parentElement.append(...shown, ...rest);
  const none = panel.querySelector("[data-none]");
  if (none) none.textContent = shown.length ? "" : none.dataset.none;
};

/** Narrow the languages while a name is typed, and say so when there is none; one that is ticked stays in sight. */
export const watchLanguages = (form) => {
  form.addEventListener("input", ({ target }) => {
    if (target.dataset.narrows) narrow(target.closest(".panel"), target.value);
  });
};
