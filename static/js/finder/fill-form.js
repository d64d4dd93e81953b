// The search form as a link or Back says it was: ticked, typed, and what it has no field for as a hidden one.

/** Put entries into the form; `go` only says that something was asked. */
export const fillForm = (form, entries) => {
  for (const [key, value] of entries) {
    if (key === "go") continue;
    const field = form.querySelector(`[name="${key}"][value="${CSS.escape(value)}"]`);
    if (field) field.checked = true;
    else if (key === "where") form.elements.where.value = value;
    else form.append(Object.assign(document.createElement("input"), { type: "hidden", name: key, value }));
  }
};
