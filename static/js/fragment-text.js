// What stands behind the # of an address, where no server sees it: the list of places, then the search.
// `1.nl+ar.4F2AX.7KQ1M&where=1091+GB&kind=church`, either part alone as well. Here it is only read and written.
import { decode, encode, VERSION } from "./shortlist-codec.js";

const OF_THE_START = ["where", "position"];
const LOCALES_IN_PATH = /^\/([a-z]{2}(?:\+[a-z]{2})?)(?:\/|$)/;

/** The one or two languages that a path begins with, or nothing. */
export const localesOf = (pathname) => LOCALES_IN_PATH.exec(decodeURIComponent(pathname))?.[1] ?? "";

/** What a fragment says: { codes, refused, localesPath, params }. `refused` is what the list had that can't be shown. */
export const readFragment = (hash) => {
  const [first, ...rest] = hash.replace(/^#/, "").split("&");
  const hasList = first !== "" && !first.includes("=") && /^[^.]*\./.test(first);
  const { codes, refused, surplus, localesPath } = decode(hasList ? first : "");
  const params = new URLSearchParams(hasList ? rest.join("&") : [first, ...rest].join("&"));
  return { codes, refused: [...refused, ...surplus], localesPath, params };
};

// A list of wrong codes alone is carried along too, so that the page of the list can say what was wrong.
const listText = (localesPath, codes, refused) => {
  if (!localesPath || codes.length + refused.length === 0) return "";
  const head = codes.length ? encode(localesPath, codes) : `${VERSION}.${localesPath}`;
  return [head, ...refused].join(".");
};

/** The fragment for a page in these languages; without the keys in `dropped`, or with the start alone. */
export const fragmentText = ({ codes, refused, params }, localesPath, { dropped = [], startOnly = false } = {}) => {
  const isKept = (key) => !dropped.includes(key) && (!startOnly || OF_THE_START.includes(key));
  const query = new URLSearchParams([...params].filter(([key, value]) => value && isKept(key))).toString();
  const text = [listText(localesPath, codes, refused), query].filter(Boolean).join("&");
  return text && `#${text}`;
};
