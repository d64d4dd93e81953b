// "Stop and wipe": leaves the page for an empty start and takes this visit out of the history.
(() => {
  const wipe = document.getElementById("wipe");
  const forget = () => {
    for (const form of document.forms) form.reset();
    for (const field of document.querySelectorAll("input")) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = false;
      else if (field.type !== "hidden") field.value = "";
    }
    window.speechSynthesis?.cancel();
    document.getElementById("main")?.remove();
    location.replace(wipe.href);
  };
  wipe.addEventListener("click", (event) => {
    event.preventDefault();
    forget();
  });
  // A page that the browser kept in memory must not come back with what was chosen on it.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
