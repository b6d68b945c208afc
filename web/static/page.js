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
    const mark = document.querySelector(`.text a.m[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (mark) says.textContent = says.dataset.of.replace("{n}", Number(mark.id.slice(1)).toLocaleString(document.documentElement.lang));
  };
  addEventListener("hashchange", say);
  say();
}

// Keys that many archives have; they do nothing while somebody types, and can be switched off in the help.
const KEYS = {
  "/": () => box.select(),
  "?": () => document.querySelector(".help").click(),
  n: () => step(1),
  p: () => step(-1),
};
// Where another script is typed, a letter is known by its place on the keyboard.
const PLACES = { KeyN: "n", KeyP: "p" };
const keyOf = (event) => (/^\P{ASCII}$/u.test(event.key) && PLACES[event.code]) || event.key;
const keysOff = () => localStorage.getItem("keys") === "off";
const keySwitch = document.querySelector(".switch");
if (keySwitch) {
  const box = keySwitch.querySelector("input");
  box.checked = !keysOff();
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
  keySwitch.hidden = false;
}
document.addEventListener("keydown", (event) => {
  if (keysOff()) return;
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const key = keyOf(event);
  if (!Object.hasOwn(KEYS, key) || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[key]();
});

// Suggestions while somebody types: the combobox pattern of ARIA. Each leads to a URL that the server made.
const list = document.querySelector("#suggestions");
let options = [];
let active = -1;
let timer;
let request;
const activate = (next) => {
  options[active]?.setAttribute("aria-selected", "false");
  active = next;
  options[active]?.setAttribute("aria-selected", "true");
  options[active]?.scrollIntoView({ block: "nearest" });
  if (active < 0) box.removeAttribute("aria-activedescendant");
  else box.setAttribute("aria-activedescendant", options[active].id);
};
const show = (rows) => {
  activate(-1);
  options = rows;
  list.replaceChildren(...rows);
  list.hidden = !rows.length;
  box.setAttribute("aria-expanded", String(rows.length > 0));
};
const part = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
const option = (one, number) => {
  const row = part("li", "");
  row.id = `suggestion-${number}`;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  const count = one.kind === "article" ? "" : ` · ${one.count.toLocaleString(document.documentElement.lang)}`;
  row.append(part("bdi", one.label), " ", part("span", list.dataset[one.kind] + count));
  row.addEventListener("click", () => location.assign(one.url));
  return row;
};
const suggest = async () => {
  request?.abort();
  request = new AbortController();
  const typed = new URLSearchParams(new FormData(box.form));
  try {
    const reply = await fetch(`${box.form.dataset.suggest}?${typed}`, { signal: request.signal });
    show((await reply.json()).suggestions.map(option));
  } catch (error) {
    if (error.name !== "AbortError") show([]); // one more letter, or a server that is gone
  }
};
const MOVES = {
  ArrowDown: () => activate(active + 1 < options.length ? active + 1 : -1),
  ArrowUp: () => activate(active < 0 ? options.length - 1 : active - 1),
  Escape: () => show([]),
};
for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions" })) {
  box.setAttribute(name, value);
}
box.addEventListener("input", (event) => {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(suggest, 60);
});
box.addEventListener("keydown", (event) => {
  if (list.hidden || event.isComposing) return;
  if (event.key === "Enter" && active >= 0) options[active].click();
  else if (Object.hasOwn(MOVES, event.key)) MOVES[event.key]();
  else return;
  event.preventDefault();
});
list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
box.addEventListener("blur", () => { clearTimeout(timer); request?.abort(); show([]); });

// Browsers that can't show a closed <details> as open on a wide screen get it opened.
const filters = document.querySelector(".filters");
if (filters && !CSS.supports("selector(::details-content)")) {
  const wide = matchMedia("(min-width: 52.01rem)");
  const follow = () => { filters.open = wide.matches; };
  wide.addEventListener("change", follow);
  follow();
}

// After a filter the page is where it was, and so is the focus.
const facets = document.querySelector(".facets");
facets?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-value]");
  if (link) sessionStorage.setItem("kept", JSON.stringify([link.dataset.value, scrollY]));
});
const kept = JSON.parse(sessionStorage.getItem("kept") ?? "null");
sessionStorage.removeItem("kept");
if (facets && kept) {
  const link = [...facets.querySelectorAll("a[data-value]")].find((one) => one.dataset.value === kept[0]);
  for (let fold = link?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  scrollTo(0, kept[1]);
  link?.focus({ preventScroll: true });
}

// The old results stand back until the new ones come; back again, they are what they were.
const results = document.querySelector("main");
const wait = (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) results.setAttribute("aria-busy", "true");
};
document.addEventListener("click", (event) => event.target.closest(".facets li a, .chips a, .sorts a, .pages a") && wait(event));
box.form.addEventListener("submit", wait);
addEventListener("pageshow", () => results.removeAttribute("aria-busy"));

// The citation, copied.
for (const button of navigator.clipboard ? document.querySelectorAll(".copy") : []) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.previousElementSibling.textContent.trim());
    button.textContent = button.dataset.done;
  });
}

// Long lists can be searched: letters are compared without case and accents.
const bare = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
const searchable = (whole) => {
  const [find, none] = [whole.querySelector(".find"), whole.querySelector(".none")];
  const rows = [...whole.querySelectorAll("li")];
  find.hidden = false;
  find.addEventListener("input", () => {
    const wanted = bare(find.value.trim());
    for (const row of rows) row.hidden = !bare(row.textContent).includes(wanted);
    none.textContent = rows.every((row) => row.hidden) ? none.dataset.none : "";
  });
  return find;
};
for (const whole of document.querySelectorAll(".whole")) searchable(whole);

// The rest of a facet takes the place of its first values; without this it is a page of its own.
for (const link of document.querySelectorAll(".facets .more a")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
      const whole = document.adoptNode(page.querySelector(".whole"));
      link.closest("section").querySelector("ul").replaceWith(whole);
      link.parentElement.remove();
      searchable(whole).focus();
    } catch {
      location.assign(link.href);
    }
  });
}

// A finger that slides over the bars is told their years; one that taps follows a link.
const years = document.querySelector(".years");
const touched = (event) => {
  years.querySelector(".touched")?.classList.remove("touched");
  const [finger] = event.touches;
  if (finger) document.elementFromPoint(finger.clientX, finger.clientY)?.closest(".years a")?.classList.add("touched");
};
for (const kind of years ? ["touchstart", "touchmove", "touchend", "touchcancel"] : []) {
  years.addEventListener(kind, touched, { passive: true });
}

// A passage that is chosen can be copied with where it stands.
const quote = document.querySelector(".quote button");
if (quote && navigator.clipboard) {
  const [says, cite] = [quote.textContent, document.querySelector(".cite").textContent.replace(/\s+/g, " ").trim()];
  let passage = "";
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const begin = chosen.isCollapsed ? null : chosen.getRangeAt(0).startContainer;
    const from = (begin instanceof Element ? begin : begin?.parentElement)?.closest(".text p");
    const address = `${location.origin}${location.pathname}#${from?.id}`;
    passage = from ? `“${String(chosen).trim()}”\n${cite} ¶ ${from.id.slice(1)}: ${address}\n` : "";
    quote.parentElement.hidden = !from;
    quote.textContent = says;
  });
  quote.addEventListener("mousedown", (event) => event.preventDefault()); // what is chosen stays so
  quote.addEventListener("click", async () => {
    await navigator.clipboard.writeText(passage);
    quote.textContent = quote.dataset.done;
  });
}
