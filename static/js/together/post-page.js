// A page that is filled by what this tab knows: <main data-posts="code where position">. It asks by POST, so
// that no address has the list in it, and without leaving the page, so that Back and reload work as ever.
import { takeMeant } from "../start-field.js";
import { chosen, handOver, madeIn, ofEntry, param, setCodes, setParams, typed } from "../state.js";
import { localesOf } from "../state-text.js";
import { asker, GOES, STAYS } from "../swap.js";
import { isWiping } from "../wipe.js";
import { isAsked, otherPath, pageBody } from "./page-question.js";

const main = () => document.getElementById("main");
const split = (text) => (text ?? "").split(" ").filter(Boolean);
const keys = () => split(main()?.dataset.posts);
const fromState = () => pageBody(keys(), param, typed());

const isUnlinked = (part) => Boolean(part.querySelector("[data-unlinked]"));

// What may be the name of a place, or of somebody, stands in no link and is not kept: the answer says so.
const keepStart = (fresh) => {
  const field = fresh.querySelector("#where");
  if (field) setParams(["where"], isUnlinked(fresh) ? [] : [["where", field.value]]);
};

const swap = (page) => {
  if (!keys().length) return {}; // a place was opened meanwhile, and stands in its stead
  const fresh = page.getElementById("main");
  if (!fresh) throw new Error("no main in the page");
  main().replaceWith(fresh);
  // Only the list itself says what is on the list: elsewhere some of it may have been left out.
  if ("list" in fresh.dataset) {
    const codes = split(fresh.dataset.list);
    if (codes.join() !== typed().join()) setCodes(codes);
  }
  keepStart(fresh);
  document.dispatchEvent(new Event("samenplek:answer"));
  return { heading: fresh.querySelector("[data-answer]") ?? fresh.querySelector("h1") };
};

const failed = () => {
  main()?.removeAttribute("aria-busy");
  document.getElementById("not-reached").hidden = false;
};

const askServer = asker({ swap, failed });
const ask = (body, focus) => {
  main().setAttribute("aria-busy", "true");
  return askServer(location.pathname, body, focus);
};

const goTo = (address, handed) => {
  handOver(handed);
  location.assign(address);
};

const submit = (event) => {
  const form = event.target;
  const { submitter } = event;
  if (!("posts" in form.dataset) || submitter?.hasAttribute("data-download")) return;
  event.preventDefault();
  if ("only" in form.dataset) {
    goTo(form.action, { added: [["only", form.dataset.only]] });
    return;
  }
  takeMeant(form, submitter);
  const fields = [...new FormData(form, submitter)];
  const isLeft = submitter?.hasAttribute("formaction");
  // From where is kept as soon as the answer says that it may be.
  const isKept = (key) => key !== "code" && (key !== "where" || (isLeft && !isUnlinked(main())));
  const replaced = keys().filter((key) => isKept(key) && form.elements.namedItem(key));
  setParams(form.elements.namedItem("where") ? [...replaced, "position"] : replaced, fields);
  if (isLeft) {
    goTo(submitter.formAction, { dropped: split(submitter.dataset.drops) });
    return;
  }
  // What is typed comes after what is on the list, measured from where one already is.
  const body = form.dataset.posts === "typed" ? fromState() : new URLSearchParams();
  for (const [key, value] of fields) body.append(key, value);
  ask(body, GOES);
};

const start = () => {
  if (isWiping() || !keys().length || "answered" in main().dataset || ofEntry().place) return;
  if (keys().includes("code") && chosen().length && "reopens" in main().dataset) {
    const offered = new Set(Array.from(document.querySelectorAll(".languages [lang]"), ({ lang }) => lang));
    const path = otherPath(location.pathname, localesOf(location.pathname), madeIn(), offered);
    if (path) {
      location.replace(path);
      return;
    }
  }
  const body = fromState();
  if (isAsked(keys(), body)) ask(body, STAYS);
};

/** Fill the page, and take over its forms (`data-posts`), which work without this too. */
export const watchPostedPage = () => {
  document.addEventListener("submit", submit);
  document.addEventListener("samenplek:list", () => {
    const shown = main()?.dataset.list;
    if (shown !== undefined && shown !== chosen().join(" ")) ask(fromState(), STAYS);
  });
  start();
};
