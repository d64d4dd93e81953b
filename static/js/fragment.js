// What stands behind the # of an address, where no server sees it: the list of places, then the search.
// `1.nl+ar.4F2AX.7KQ1M&where=1091+GB&kind=church`, either part alone as well.
import { decode, encode, MOST_PLACES } from "./shortlist-codec.js";

const OF_THE_START = ["where", "position"];
const LOCALES_IN_PATH = /^\/([a-z]{2}(?:\+[a-z]{2})?)(?:\/|$)/;

export const localesOf = (pathname) => LOCALES_IN_PATH.exec(decodeURIComponent(pathname))?.[1] ?? "";

const read = (hash) => {
  const [first, ...rest] = hash.replace(/^#/, "").split("&");
  const hasList = first !== "" && !first.includes("=") && /^[^.]*\./.test(first);
  return {
    list: decode(hasList ? first : ""),
    params: new URLSearchParams(hasList ? rest.join("&") : [first, ...rest].join("&")),
  };
};

let { list, params } = read(location.hash);
let codes = list.codes;
let refused = [...list.refused, ...list.surplus];

export const chosen = () => [...codes];
export const typed = () => [...codes, ...refused];
export const localesOfList = () => list.localesPath;
export const param = (key) => params.getAll(key);
export const isFull = () => codes.length >= MOST_PLACES;

/** The fragment for a page in these languages; without the keys in `dropped`, or with the start alone. */
export const fragment = (localesPath, { dropped = [], startOnly = false } = {}) => {
  const kept = [...params].filter(([key, value]) => value && !dropped.includes(key) && (!startOnly || OF_THE_START.includes(key)));
  const query = new URLSearchParams(kept).toString();
  const items = typed().length && localesPath ? [codes.length ? encode(localesPath, codes) : `1.${localesPath}`, ...refused].join(".") : "";
  const text = [items, query].filter(Boolean).join("&");
  return text && `#${text}`;
};

const write = () => {
  history.replaceState(history.state, "", location.pathname + fragment(localesOf(location.pathname)));
  document.dispatchEvent(new Event("samenplek:list"));
};

/** Take a whole new list, as the server understood it: codes that moved are followed, wrong ones are gone. */
export const setCodes = (wanted) => {
  codes = [...new Set(wanted)].slice(0, MOST_PLACES);
  refused = [];
  write();
};

/** Add or remove a place; false when the list is full. */
export const toggle = (code) => {
  if (!codes.includes(code) && isFull()) return false;
  setCodes(codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code]);
  return true;
};

/** Replace the values of some keys, in this history entry. `keys`: those that are replaced; `entries`: their values. */
export const setParams = (keys, entries) => {
  for (const key of keys) params.delete(key);
  for (const [key, value] of entries) if (keys.includes(key) && value) params.append(key, value);
  write();
};

addEventListener("hashchange", () => {
  ({ list, params } = read(location.hash));
  codes = list.codes;
  refused = [...list.refused, ...list.surplus];
  document.dispatchEvent(new Event("samenplek:list"));
});
