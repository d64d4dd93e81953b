// A page that is filled by what stands in the fragment: <main data-posts="code where position">. It asks by POST, so
// that no address has the list in it, and without leaving the page, so that Back and reload work as ever.
import { chosen, fragment, param, setCodes, setParams, localesOf, localesOfList, typed } from "./fragment.js";
import { isWiping } from "./wipe.js";

const main = () => document.getElementById("main");
const asked = () => (main()?.dataset.posts ?? "").split(" ").filter(Boolean);
let running = null;

// A card can be of one place alone, whatever is on the list.
const listed = () => (param("only").length ? param("only") : typed());

const fromFragment = () => {
  const body = new URLSearchParams();
  for (const key of asked()) for (const value of key === "code" ? listed() : param(key)) body.append(key, value);
  return body;
};

const swap = (text) => {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("main");
  if (!fresh) throw new Error("no main in the page");
  main().replaceWith(fresh);
  // Only the list itself says what is on the list: elsewhere some of it may have been left out.
  if ("list" in fresh.dataset) {
    const codes = fresh.dataset.list.split(" ").filter(Boolean);
    if (codes.join() !== typed().join()) setCodes(codes);
  }
  document.dispatchEvent(new Event("samenplek:answer"));
};

const ask = async (body, focus) => {
  running?.abort();
  running = new AbortController();
  main().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(location.pathname, { method: "POST", body, signal: running.signal });
    swap(await answer.text());
    if (!focus) return;
    const heading = main().querySelector("[data-answer]") ?? main().querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
  } catch (error) {
    if (error.name === "AbortError") return;
    main().removeAttribute("aria-busy");
    document.getElementById("not-reached").hidden = false;
  }
};

const dropOf = (submitter) => (submitter?.dataset.drops ?? "").split(" ").filter(Boolean);

document.addEventListener("submit", (event) => {
  const form = event.target;
  const { submitter } = event;
  if (!("posts" in form.dataset) || submitter?.hasAttribute("data-download")) return;
  event.preventDefault();
  if ("only" in form.dataset) {
    const { pathname } = new URL(form.action);
    const kept = fragment(localesOf(pathname)) || "#";
    location.assign(`${pathname}${kept}&only=${form.dataset.only}`);
    return;
  }
  const data = new URLSearchParams(new FormData(form, submitter));
  const keys = asked().filter((key) => key !== "code" && form.elements.namedItem(key));
  setParams(keys.concat(keys.includes("where") ? ["position"] : []), [...data]);
  if (submitter?.hasAttribute("formaction")) {
    const { pathname } = new URL(submitter.formAction);
    location.assign(pathname + fragment(localesOf(pathname), { dropped: dropOf(submitter) }));
    return;
  }
  // What is typed comes after what is on the list, measured from where one already is.
  const body = form.dataset.posts === "typed" ? fromFragment() : new URLSearchParams();
  for (const [key, value] of data) body.append(key, value);
  ask(body, true);
});

// A field that belongs to one of several choices chooses it.
document.addEventListener("input", ({ target }) => {
  const choice = target.dataset?.picks && document.getElementById(target.dataset.picks);
  if (choice) choice.checked = true;
});

document.addEventListener("click", ({ target }) => {
  if (target.closest?.("[data-print]")) window.print();
});

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.querySelector("span").textContent = button.dataset.done;
});

const start = () => {
  if (isWiping()) return;
  const wanted = asked();
  if (!wanted.length || "answered" in main().dataset) return;
  // A list that was opened from a link is read in the languages it was made in.
  const own = localesOf(location.pathname);
  const made = localesOfList();
  if (wanted.includes("code") && made && own !== made && chosen().length && "reopens" in main().dataset) {
    const known = document.querySelectorAll(".languages [lang]");
    const offered = new Set([...known].map((element) => element.lang));
    if (made.split("+").every((code) => offered.has(code))) {
      location.replace(location.pathname.replace(/^\/[^/]+/, `/${made}`) + fragment(made));
      return;
    }
  }
  const body = fromFragment();
  if (wanted.includes("code") ? body.has("code") : [...body].length) ask(body, false);
};

document.addEventListener("samenplek:list", () => {
  const shown = main()?.dataset.list;
  if (shown !== undefined && shown !== chosen().join(" ")) ask(fromFragment(), false);
});
addEventListener("hashchange", () => {
  if (asked().length) ask(fromFragment(), false);
});
start();
