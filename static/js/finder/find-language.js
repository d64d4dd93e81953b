// A language is found by any of its names, whatever the accents and with a slip at the end.

const SLIP = 3; // letters at the end that may be wrong, of a word that is longer than that

/** A name without accents and capitals, as it is compared. */
export const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether what is typed may mean the language that has these names, divided by spaces. */
export const isFound = (names, typed) => {
  const wanted = bare(typed.trim());
  const known = bare(names);
  if (known.includes(wanted)) return true;
  return wanted.length > SLIP && known.split(" ").some((name) => name.startsWith(wanted.slice(0, -SLIP)));
};

/** Narrow the languages while a name is typed; one that is ticked stays in sight. */
export const watchLanguages = (form) => {
  form.addEventListener("input", ({ target }) => {
    if (!target.dataset.narrows) return;
    for (const item of target.closest(".panel").querySelectorAll("[data-names]")) {
      item.hidden = !isFound(item.dataset.names, target.value) && !item.querySelector(":checked");
    }
  });
};
