// The list on every page: buttons that add and remove, and its count within reach.
import { chosen, isFull, toggle } from "../state.js";

/** What a press on a place's button does: whether the list is asked to change, and what is said when it went well. */
export const pressed = ({ isListed, onlyRemoves }) => ({
  toggles: isListed || !onlyRemoves,
  said: isListed ? "removed" : "added",
});

const show = (reach) => {
  const codes = chosen();
  for (const button of document.querySelectorAll("[data-shortlist]")) {
    button.hidden = false;
    button.classList.toggle("listed", codes.includes(button.dataset.shortlist));
  }
  for (const element of document.querySelectorAll("[data-needs-js]")) element.hidden = false;
  const count = reach.querySelector(".list-count");
  if (count.textContent !== String(codes.length)) count.textContent = codes.length;
  reach.hidden = location.pathname.endsWith("/shortlist");
};

/** `data-shortlist` adds and removes the place whose code it holds; `data-shortlist-remove` only removes. */
export const watchShortlist = () => {
  const reach = document.getElementById("to-list");
  const said = document.getElementById("list-said");

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-shortlist], [data-shortlist-remove]");
    if (!button) return;
    event.preventDefault();
    const code = button.dataset.shortlist ?? button.dataset.shortlistRemove;
    const press = pressed({ isListed: chosen().includes(code), onlyRemoves: "shortlistRemove" in button.dataset });
    const isDone = !press.toggles || toggle(code);
    said.textContent = said.dataset[isDone ? press.said : "full"];
    said.classList.toggle("visually-hidden", isDone);
    if (!isDone && isFull()) said.focus();
  });

  const showAll = () => show(reach);
  document.addEventListener("samenplek:list", showAll);
  document.addEventListener("samenplek:answer", showAll);
  showAll();
};
