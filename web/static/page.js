// Small comforts; the page does everything without them.
"use strict";

const box = document.querySelector(".search input");

// From mark to mark in an article. The place stands in the URL, but each step is not one more page to go back.
const marks = document.querySelectorAll(".text a.m");
const walk = document.querySelector(".walk");
const step = (by) => {
  if (!walk) return;
  const at = [...marks].findIndex((mark) => `#${mark.id}` === location.hash);
  const next = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
  location.replace(`#${marks[next].id}`);
};
if (walk) {
  const says = walk.querySelector("[role=status]");
  const [previous, next] = walk.querySelectorAll("a");
  for (const [link, by] of [[previous, -1], [next, 1]]) {
    link.addEventListener("click", (event) => { event.preventDefault(); step(by); });
  }
  const say = () => {
    const mark = document.querySelector(".text a.m:target");
    if (mark) says.textContent = says.dataset.of.replace("{n}", Number(mark.id.slice(1)).toLocaleString(document.documentElement.lang));
  };
  addEventListener("hashchange", say);
  say();
}

// Keys that many archives have; they do nothing while somebody types.
const KEYS = {
  "/": () => box.select(),
  "?": () => document.querySelector(".help").click(),
  n: () => step(1),
  p: () => step(-1),
};
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (!Object.hasOwn(KEYS, event.key) || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[event.key]();
});

// The citation, copied.
for (const button of navigator.clipboard ? document.querySelectorAll(".copy") : []) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.previousElementSibling.textContent.trim());
    button.textContent = button.dataset.done;
  });
}

// Browsers that can't show a closed <details> as open on a wide screen get it opened.
const filters = document.querySelector(".filters");
if (filters && !CSS.supports("selector(::details-content)")) {
  const wide = matchMedia("(min-width: 52.01rem)");
  const follow = () => { filters.open = wide.matches; };
  wide.addEventListener("change", follow);
  follow();
}

// Long lists can be searched: letters are compared without case and accents.
const bare = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
for (const find of document.querySelectorAll(".find")) {
  const rows = [...find.parentElement.querySelectorAll("li")];
  find.hidden = false;
  find.addEventListener("input", () => {
    const wanted = bare(find.value.trim());
    for (const row of rows) row.hidden = !bare(row.textContent).includes(wanted);
  });
}
