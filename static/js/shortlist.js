// The list on every page: buttons that add and remove, its count within reach, and links that carry it along.
import { chosen, fragment, isFull, localesOf, toggle } from "./fragment.js";

const reach = document.getElementById("to-list");

const show = () => {
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

const said = document.getElementById("list-said");

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-shortlist], [data-shortlist-remove]");
  if (!button) return;
  event.preventDefault();
  const code = button.dataset.shortlist ?? button.dataset.shortlistRemove;
  const had = chosen().includes(code);
  const done = (button.dataset.shortlistRemove && !had) || toggle(code);
  said.textContent = done ? (had ? said.dataset.removed : said.dataset.added) : said.dataset.full;
  said.classList.toggle("visually-hidden", done);
  if (!done && isFull()) said.focus();
});

// A fragment is put on a link at the moment it is followed, so that no other page needs to know of it.
const carry = (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || link.origin !== location.origin || link.id === "wipe" || link.getAttribute("href").startsWith("#")) return;
  if (!localesOf(link.pathname) || link.pathname.endsWith(".ics")) return;
  link.hash = fragment(localesOf(link.pathname), {
    startOnly: "fresh" in link.dataset,
    dropped: link.pathname.endsWith("/card") && location.pathname.endsWith("/card") ? [] : ["only"],
  });
};
for (const kind of ["pointerdown", "click", "keydown"]) document.addEventListener(kind, carry, { capture: true });

// An address within the page must not push the list out of the fragment.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
});

document.addEventListener("samenplek:list", show);
document.addEventListener("samenplek:answer", show);
show();
