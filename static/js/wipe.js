// "Stop and wipe": nothing of this visit stays on the page, in the storage of the tab or behind the Back button.

// The name of the tab is the only thing that survives a step back in its history; it holds this word for that moment.
const WIPING = "samenplek-wiping";

/** True for the moment between pressing "stop and wipe" and standing on the first page of the visit. */
export const isWiping = () => window.name === WIPING;

const NEUTRAL = "Samenplek";

const forget = () => {
  try {
    window.sessionStorage.clear();
  } catch {
    // A browser that refuses storage has kept nothing.
  }
};

const blank = () => {
  document.documentElement.hidden = true;
  document.title = NEUTRAL; // the browser keeps the last title of an address
  forget();
  for (const form of document.forms) form.reset();
  for (const field of document.querySelectorAll("input")) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = false;
    else if (field.type !== "hidden") field.value = "";
  }
  window.speechSynthesis?.cancel();
  document.getElementById("main")?.remove();
};

// A new entry cuts off every entry after the one we stand on: on the first page of the visit, that is all of them.
const leaveFor = (end) => {
  window.name = "";
  history.replaceState(null, "", "/");
  history.pushState(null, "", end);
  location.replace(end);
};

const wipe = (end) => {
  const leave = () => leaveFor(end);
  blank();
  const first = window.navigation?.entries?.()[0];
  if (!first || first.key === window.navigation.currentEntry.key) return leave();
  window.name = WIPING;
  history.replaceState(null, "", "/");
  window.navigation.traverseTo(first.key).finished.then(leave, leave);
};

/** Wipe when it is asked for, and go on wiping on the page that a step back came to. */
export const watchWipe = () => {
  const button = document.getElementById("wipe");
  const end = button.href;
  if (isWiping()) document.documentElement.hidden = true;

  button.addEventListener("click", (event) => {
    event.preventDefault();
    wipe(end);
  });

  addEventListener("pageshow", (event) => {
    if (isWiping()) {
      blank();
      leaveFor(end);
    } else if (event.persisted) location.reload(); // what the browser kept must not come back with what was chosen on it
  });
};
