// What a page that is filled by what this tab knows asks, and whether it asks at all.

/** The body of the question: the values of each key; `code` is the list, or the one place that `only` names. */
export const pageBody = (keys, param, typed) => {
  const only = param("only");
  const listed = only.length ? only : typed;
  return new URLSearchParams(
    keys.flatMap((key) => (key === "code" ? listed : param(key)).map((value) => [key, value])),
  );
};

/** A page about a list asks nothing without one; another page asks as soon as there is anything. */
export const isAsked = (keys, body) => (keys.includes("code") ? body.has("code") : [...body].length > 0);

/** A list that was opened from a link is read in the languages it was made in, when we have them: that path, or nothing. */
export const otherPath = (pathname, here, made, offered) => {
  if (!made || made === here || !made.split("+").every((code) => offered.has(code))) return "";
  return pathname.replace(/^\/[^/]+/, `/${made}`);
};
