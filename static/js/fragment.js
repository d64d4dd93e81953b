// The fragment of this page: the only reader and writer of it. Whoever shows something of it listens to "samenplek:list".
import { fragmentText, localesOf, readFragment } from "./fragment-text.js";
import { MOST_PLACES } from "./shortlist-codec.js";

let read = null;
const current = () => {
  read ??= readFragment(location.hash);
  return read;
};

const tell = () => document.dispatchEvent(new Event("samenplek:list"));

export const chosen = () => [...current().codes];
export const typed = () => [...current().codes, ...current().refused];
export const localesOfList = () => current().localesPath;
export const param = (key) => current().params.getAll(key);
export const isFull = () => current().codes.length >= MOST_PLACES;

/** The fragment for a page in these languages; see `fragmentText`. */
export const fragment = (localesPath, only) => fragmentText(current(), localesPath, only);

const write = () => {
  history.replaceState(history.state, "", location.pathname + fragment(localesOf(location.pathname)));
  tell();
};

/** Take a whole new list, as the server understood it: codes that moved are followed, wrong ones are gone. */
export const setCodes = (wanted) => {
  Object.assign(current(), { codes: [...new Set(wanted)].slice(0, MOST_PLACES), refused: [] });
  write();
};

/** Add or remove a place; false when the list is full. */
export const toggle = (code) => {
  const codes = chosen();
  if (!codes.includes(code) && isFull()) return false;
  setCodes(codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code]);
  return true;
};

/** Replace the values of some keys, in this history entry. `keys`: those that are replaced; `entries`: their values. */
export const setParams = (keys, entries) => {
  const { params } = current();
  for (const key of keys) params.delete(key);
  for (const [key, value] of entries) if (keys.includes(key) && value) params.append(key, value);
  write();
};

/** Follow an address that somebody changes by hand, or by Back. */
export const watchFragment = () => {
  addEventListener("hashchange", () => {
    read = null;
    tell();
  });
};
