// Small things that buttons and fields do, as their data attributes say.

/** `data-picks`: a field that belongs to one of several choices chooses it. `data-print`, `data-copy`: as they say. */
export const watchControls = () => {
  document.addEventListener("input", ({ target }) => {
    const choice = target.dataset?.picks && document.getElementById(target.dataset.picks);
    if (choice) choice.checked = true;
  });

  document.addEventListener("click", async ({ target }) => {
    if (target.closest?.("[data-print]")) window.print();
    const button = target.closest?.("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.querySelector("span").textContent = button.dataset.done;
  });
};
