// The field "from where", on every page that has it.

/** What is chosen of several things that may be meant comes in the place of what was typed. */
export const takeMeant = (form, submitter) => {
  if (submitter?.name === "meant") form.elements.namedItem("where").value = submitter.value;
};

/** Say beside a field that stays what is wrong with it now; what somebody is typing in it is left alone. */
export const refreshStart = (panel, twin) => {
  const field = panel.querySelector("#where");
  const fresh = twin.querySelector("#where");
  if (!field || !fresh) return;
  panel.querySelector("#where-problem").replaceWith(twin.querySelector("#where-problem").cloneNode(true));
  field.toggleAttribute("aria-invalid", fresh.hasAttribute("aria-invalid"));
  if (field !== document.activeElement) field.value = fresh.value;
};
