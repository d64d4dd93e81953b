// The search page with JavaScript: answers without a reload, a map, a link to share. Everything works without it too.
import "./page.js";
import { fragment, param, setParams, localesOf } from "./fragment.js";
import { isWiping } from "./wipe.js";

const form = document.getElementById("search");
const mapPane = document.getElementById("map-pane");
let running = null;

// Answers ------------------------------------------------------------------------------------------------

const body = (submitter) => {
  const data = new URLSearchParams(new FormData(form));
  if (submitter?.name) data.append(submitter.name, submitter.value);
  data.set("go", "1");
  return data;
};

const swapCounts = (fresh, panel) => {
  for (const input of panel.querySelectorAll("input[type=checkbox]")) {
    const twin = fresh.querySelector(`input[name="${input.name}"][value="${CSS.escape(input.value)}"]`);
    const count = input.closest("label").querySelector(".count");
    const newCount = twin?.closest("label").querySelector(".count");
    if (count && newCount) count.replaceWith(newCount.cloneNode(true));
  }
};

const offers = (panel) => [...panel.querySelectorAll("input, .problem")].map((field) => `${field.name}=${field.name === "where" ? "" : field.value}`).join();

const show = (text, focus) => {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const answer = fresh.getElementById("answer");
  if (!answer) throw new Error("no answer in the page");
  document.getElementById("answer").replaceWith(answer);
  for (const row of form.querySelectorAll(".row")) {
    const key = row.dataset.row ?? "where";
    const twin = fresh.querySelector(`[data-part="${key}"]`);
    if (!twin) continue;
    row.querySelector(".value").replaceWith(twin.closest(".row").querySelector(".value"));
    const panel = row.querySelector("[data-part]");
    // What somebody is about to touch stays in place: only a panel with other choices in it is replaced.
    const busy = panel.contains(document.activeElement) && document.activeElement.type !== "submit";
    if (busy || offers(panel) === offers(twin)) swapCounts(fresh, panel);
    else panel.replaceWith(twin);
  }
  prepare();
  if (focus) {
    document.getElementById("answer-heading")?.focus({ preventScroll: true });
    document.getElementById("answer").scrollIntoView();
  }
};

const ask = async (submitter, focus) => {
  running?.abort();
  running = new AbortController();
  try {
    const response = await fetch(form.action, { method: "POST", body: body(submitter), signal: running.signal });
    show(await response.text(), focus);
    setParams(LINKED, kept());
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter?.hasAttribute("formaction")) {
    setParams(LINKED, kept());
    const { pathname } = new URL(event.submitter.formAction);
    location.assign(pathname + fragment(localesOf(pathname)));
    return;
  }
  ask(event.submitter, true);
});

form.addEventListener("change", (event) => {
  if (event.target.dataset.narrows) return;
  if (event.target.id === "where") form.querySelectorAll("input[name=position]").forEach((field) => field.remove());
  ask(null, false);
});

// A language is found by any of its names, whatever the accents -----------------------------------------------

const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

form.addEventListener("input", ({ target }) => {
  if (!target.dataset.narrows) return;
  const wanted = bare(target.value.trim());
  for (const item of target.closest(".panel").querySelectorAll("[data-names]")) {
    const names = bare(item.dataset.names);
    const near = wanted.length > 3 && names.split(" ").some((name) => name.startsWith(wanted.slice(0, -3)));
    item.hidden = !(names.includes(wanted) || near) && !item.querySelector(":checked");
  }
});

// Where the device is, rounded to about 100 m: nearer than that nobody needs to say ------------------------

const takePosition = () =>
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    form.querySelectorAll("input[name=position]").forEach((field) => field.remove());
    form.elements.where.value = "";
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "position" });
    field.value = `${coords.longitude.toFixed(3)},${coords.latitude.toFixed(3)}`;
    form.append(field);
    ask(null, true).then(() => field.remove());
  });

// What was asked stands behind the #, where no server sees it: for Back, for a reload, and for a link to share ----

const LINKED = form.dataset.linked.split(" ");

const kept = () => [...body(null)].filter(([key, value]) => LINKED.includes(key) && value);

const link = () => `${location.origin}${location.pathname}#${new URLSearchParams(kept())}`;

const follow = () => {
  const wanted = LINKED.flatMap((key) => param(key).map((value) => [key, value]));
  if (isWiping() || !wanted.length || document.querySelector('#answer input[name="go"]')) return;
  for (const [key, value] of wanted) {
    const field = form.querySelector(`[name="${key}"][value="${CSS.escape(value)}"]`);
    if (key === "go") continue;
    if (field) field.checked = true;
    else if (key === "where") form.elements.where.value = value;
    else form.append(Object.assign(document.createElement("input"), { type: "hidden", name: key, value }));
  }
  // Where somebody starts from goes with him from page to page; that alone is no question yet.
  if (wanted.some(([key]) => key !== "where")) ask(null, false);
};

addEventListener("hashchange", follow);

// Map ------------------------------------------------------------------------------------------------------

const markers = () => JSON.parse(document.getElementById("markers").textContent);

const load = (address) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });

let loading = null;
const startMap = () => {
  loading ??= (async () => {
    const { scripts, style } = mapPane.dataset;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
    const box = mapPane.querySelector("#map");
    box.hidden = false;
    for (const script of scripts.split(" ")) await load(script);
    window.samenplekMap.show(markers());
  })();
  return loading;
};

const watchMap = () => {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    if (window.requestIdleCallback) requestIdleCallback(startMap, { timeout: 1000 });
    else setTimeout(startMap);
  });
  seen.observe(mapPane);
};

const choose = (code) => {
  for (const hit of document.querySelectorAll(".hit")) hit.classList.toggle("hit-chosen", hit.dataset.code === code);
};

document.addEventListener("samenplek:marker", ({ detail }) => {
  choose(detail);
  document.getElementById(`hit-${detail}`)?.scrollIntoView({ block: "nearest" });
});

for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const hit = event.target.closest?.(".hit");
    if (!hit) return;
    choose(hit.dataset.code);
    window.samenplekMap?.choose(hit.dataset.code);
  });
}

// What only JavaScript can do is shown only with it ---------------------------------------------------------

const prepare = () => {
  const locate = document.getElementById("locate");
  if (locate && "geolocation" in navigator) {
    locate.hidden = false;
    locate.onclick = takePosition;
  }
  const share = document.getElementById("share");
  if (share && navigator.clipboard) {
    share.hidden = false;
    share.onclick = async () => {
      await navigator.clipboard.writeText(link());
      share.textContent = share.dataset.done;
    };
  }
  document.getElementById("to-map").hidden = false;
  for (const find of form.querySelectorAll(".find")) find.hidden = false;
  document.dispatchEvent(new Event("samenplek:answer"));
  window.samenplekMap?.show(markers());
};

prepare();
watchMap();
follow();
