// What a tab knows as text: the list of places, then the search. `1.nl+ar.4F2AX.7KQ1M&where=1091+GB&kind=church`, either
// part alone as well. So it stands in the tab's storage, and behind the # of a link that somebody asked for. Here it is only read and written.
import { decode, encode, VERSION } from "./shortlist-codec.js";

const OF_THE_START = ["where", "position"];
const LOCALES_IN_PATH = /^\/([a-z]{2}(?:\+[a-z]{2})?)(?:\/|$)/;

/** The one or two languages that a path begins with, or nothing. */
export const localesOf = (pathname) => LOCALES_IN_PATH.exec(decodeURIComponent(pathname))?.[1] ?? "";

/** What a text says: { codes, refused, localesPath, params }. `refused` is what the list had that can't be shown. */
export const readText = (text) => {
  const [first, ...rest] = text.replace(/^#/, "").split("&");
  const hasList = first !== "" && !first.includes("=") && /^[^.]*\./.test(first);
  const { codes, refused, surplus, localesPath } = decode(hasList ? first : "");
  const params = new URLSearchParams(hasList ? rest.join("&") : [first, ...rest].join("&"));
  return { codes, refused: [...refused, ...surplus], localesPath, params };
};

/** Whether a list stands in what was read; wrong codes alone are one too, since the page of the list says what was wrong. */
export const hasList = ({ codes, refused }) => codes.length + refused.length > 0;

/** Whether anything is asked in what was read. */
export const hasSearch = ({ params }) => [...params.values()].some(Boolean);

const listText = (state, localesPath) => {
  if (!localesPath || !hasList(state)) return "";
  const { codes, refused } = state;
  const head = codes.length ? encode(localesPath, codes) : `${VERSION}.${localesPath}`;
  return [head, ...refused].join(".");
};

/** What is asked, as text; without the keys in `dropped`, or with the start alone. */
export const searchText = (params, { dropped = [], startOnly = false } = {}) => {
  const isKept = (key) => !dropped.includes(key) && (!startOnly || OF_THE_START.includes(key));
  return new URLSearchParams([...params].filter(([key, value]) => value && isKept(key))).toString();
};

/** The text of a list made in these languages and of a search; see `searchText` for what may be left out. */
export const stateText = (state, localesPath, leftOut) =>
  [listText(state, localesPath), searchText(state.params, leftOut)].filter(Boolean).join("&");
