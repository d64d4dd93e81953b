// What this tab knows: the list, and what is asked. The only reader and writer of it; no address keeps any of it.
// Both stand in the tab's own storage, for the next page; what an entry of its history asked stands in that entry too, for Back.
// Whoever shows something of it listens to "samenplek:list".
import { MOST_PLACES } from "./shortlist-codec.js";
import { hasList, hasSearch, localesOf, readText, searchText, stateText } from "./state-text.js";
import { isWiping } from "./wipe.js";

const STATE = "samenplek";
const VISIT = "samenplek-visit";
const PLACE = "samenplek-place";

// A browser may refuse storage: then each page knows what is on it, and no more.
const storage = () => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
};

// A wipe ends a visit. What an entry of a former visit asked is nothing to this one, where a browser could not cut it off.
const markOfVisit = () => storage()?.getItem(VISIT) ?? "";

const marked = () => {
  if (!markOfVisit()) storage()?.setItem(VISIT, Math.random().toString(36).slice(2));
  return markOfVisit();
};

/** What was kept in this entry of the history by this visit: { asked, … }, or nothing. */
export const ofEntry = () => (history.state?.visit === markOfVisit() ? history.state : {});

/** Keep more in this entry of the history, in which no address has anything. */
export const keepInEntry = (more) =>
  history.replaceState({ ...ofEntry(), ...more, visit: marked() }, "", location.pathname);

let read = null;

const stateLocales = ({ localesPath }) => localesOf(location.pathname) || localesPath;

const keep = () => {
  storage()?.setItem(STATE, stateText(read, stateLocales(read)));
  keepInEntry({ asked: searchText(read.params) });
};

// A card of one place alone stays that only from card to card, in another language.
const fromBefore = (stored) => {
  if (!location.pathname.endsWith("/card")) stored.params.delete("only");
  return stored.params;
};

const arrive = () => {
  const given = readText(location.hash);
  const stored = readText(storage()?.getItem(STATE) ?? "");
  const { asked } = ofEntry();
  const isGiven = hasList(given) || hasSearch(given);
  const { codes, refused, localesPath } = hasList(given) ? given : stored;
  const params = asked === undefined ? fromBefore(stored) : new URLSearchParams(asked);
  return { codes, refused, localesPath, madeIn: given.localesPath, params: isGiven ? given.params : params };
};

const current = () => {
  if (read) return read;
  if (isWiping()) return { ...readText(""), madeIn: "" };
  read = arrive();
  if (hasList(read) || hasSearch(read) || storage()?.getItem(STATE)) keep();
  return read;
};

const tell = () => document.dispatchEvent(new Event("samenplek:list"));

export const chosen = () => [...current().codes];
export const typed = () => [...current().codes, ...current().refused];
export const param = (key) => current().params.getAll(key);
export const isFull = () => current().codes.length >= MOST_PLACES;

/** The languages that the list of the link was made in by which this page was opened, or nothing. */
export const madeIn = () => current().madeIn;

const write = () => {
  keep();
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

/** What the next page gets, other than this one: `added` entries, and what `searchText` leaves out. For Back, this entry stays as it is. */
export const handOver = ({ added = [], ...leftOut }) => {
  const params = new URLSearchParams([...current().params, ...added]);
  storage()?.setItem(STATE, stateText({ ...current(), params }, stateLocales(current()), leftOut));
};

/** The next page opens this place within itself, once. */
export const handPlace = (place) => storage()?.setItem(PLACE, place);

/** The place that the former page handed to this one, or nothing. */
export const takePlace = () => {
  const place = storage()?.getItem(PLACE);
  storage()?.removeItem(PLACE);
  return place;
};

/** Take what a link brought out of the address at once; one that is pasted into an open page opens it anew. */
export const watchState = () => {
  current();
  addEventListener("hashchange", () => {
    const given = readText(location.hash);
    if (hasList(given) || hasSearch(given)) location.reload();
  });
};
