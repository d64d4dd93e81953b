// A place opens within the page that leads to it, so that its address, which has its code, is not in the browser's own history.
// Address and title stay those of the page, since that history keeps a title with its address, at times the former one; which place is shown
// stands in the entry. Its own address works as ever, in a new tab too.
import { isFollowedHere } from "./links.js";
import { handPlace, keepInEntry, ofEntry, takePlace } from "./state.js";
import { localesOf } from "./state-text.js";
import { isWiping } from "./wipe.js";

const PLACE = /\/places\/[0-9A-Z]{5}$/;

/** Whether a link leads to the page of a place in the languages of this page. */
export const isPlaceHere = ({ origin, pathname, hash }, here) =>
  origin === here.origin && !hash && PLACE.test(pathname) && localesOf(pathname) === localesOf(here.pathname);

/** The address of the same place in the languages of another page, or nothing when that has none. */
export const inLanguagesOf = (place, pathname) => {
  const locales = localesOf(pathname);
  return locales && place.replace(/^\/[^/]+/, `/${locales}`);
};

let base = null; // the page beneath the place: { main, link, top, scrolled, isWhole }
let shown = null; // the address of the place
let running = null;

const main = () => document.getElementById("main");
const sheets = () => [...document.querySelectorAll('link[rel="stylesheet"]')];
const ofBase = (id, isHidden) => {
  const element = document.getElementById(id);
  if (element) element.hidden = isHidden;
};

const loaded = (link) =>
  new Promise((done) => {
    link.onload = done;
    link.onerror = done;
    document.head.append(link);
  });

// The styles of a page are made to stand beside those of every page alone.
const useSheetsOf = async (page) => {
  const wanted = [...page.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute("href"));
  const known = sheets().map((link) => link.getAttribute("href"));
  const missing = wanted.filter((href) => !known.includes(href));
  await Promise.all(
    missing.map((href) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
      link.dataset.ofPlace = "";
      return loaded(link);
    }),
  );
  return () => {
    for (const link of sheets()) if (link.sheet) link.sheet.disabled = !wanted.includes(link.getAttribute("href"));
  };
};

const useSheetsOfBase = () => {
  for (const link of sheets()) if (link.sheet) link.sheet.disabled = "ofPlace" in link.dataset;
};

const scrolledIn = (part) =>
  [...part.querySelectorAll("*")].filter((each) => each.scrollTop).map((each) => [each, each.scrollTop]);

const setAside = (link, isWhole) => {
  const kept = main();
  base = { main: kept, link, isWhole, top: scrollY, scrolled: scrolledIn(kept) };
};

const put = (fresh) => {
  main().replaceWith(fresh);
  document.dispatchEvent(new Event("samenplek:answer"));
};

const show = async (path, signal) => {
  const response = await fetch(path, { signal });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById("main");
  if (!response.ok || !fresh) throw new Error(`no place at ${path}`);
  const useSheets = await useSheetsOf(page);
  return { fresh, place: new URL(response.url).pathname, useSheets };
};

const open = async (path, { link = null, isNew, isWhole = true }) => {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  try {
    const { fresh, place, useSheets } = await show(path, mine.signal);
    if (mine.signal.aborted || isWiping()) return;
    if (!base) setAside(link, isWhole);
    if (isNew) history.pushState(history.state, "", location.pathname);
    keepInEntry({ place });
    shown = place;
    ofBase("to-map", true);
    useSheets();
    put(fresh);
    const heading = fresh.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  } catch (error) {
    if (error.name !== "AbortError") document.getElementById("not-reached").hidden = false;
  }
};

const close = () => {
  running?.abort();
  if (!base) return;
  if (!base.isWhole) {
    location.reload(); // what was asked on it has no answer yet
    return;
  }
  const { main: kept, link, top, scrolled } = base;
  base = null;
  shown = null;
  useSheetsOfBase();
  kept.removeAttribute("aria-busy");
  put(kept);
  ofBase("to-map", !kept.querySelector("#map-pane"));
  link?.focus({ preventScroll: true });
  for (const [each, by] of scrolled) each.scrollTop = by;
  scrollTo(0, top);
  document.dispatchEvent(new Event("samenplek:list"));
};

const follow = (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || !isFollowedHere(event) || link.hasAttribute("download") || link.target) return;
  if (!isPlaceHere(link, location)) return;
  event.preventDefault();
  document.getElementById("not-reached").hidden = true;
  open(link.pathname, { link, isNew: true });
};

// The form that a button of the languages belongs to is not on the page now.
const changeLanguage = (event) => {
  if (!shown || !isFollowedHere(event)) return;
  const choice = event.target.closest?.(".languages a[href], .languages button[formaction], .by-computer a[href]");
  if (!choice) return;
  const address = new URL(choice.href ?? choice.formAction);
  handPlace(inLanguagesOf(shown, address.pathname));
  event.preventDefault();
  location.assign(address.pathname);
};

/** Open places within this page, and bring back what Back, Forward, a reload or another language ask for. */
export const watchPlaces = () => {
  document.addEventListener("click", follow);
  document.addEventListener("click", changeLanguage);
  addEventListener("popstate", () => {
    if (isWiping()) return;
    const { place } = ofEntry();
    if (!place) close();
    else if (place !== shown) open(place, { isNew: false });
  });
  if (isWiping()) return;
  const handed = takePlace();
  const { place } = ofEntry();
  if (handed) open(handed, { isNew: true, isWhole: false });
  else if (place) open(place, { isNew: false, isWhole: false });
};
