// Small comforts; the page does everything without them.
"use strict";

// "/" goes to the search box, as in many archives.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.querySelector(".search input").select();
});

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
for (const box of document.querySelectorAll(".find")) {
  const rows = [...box.parentElement.querySelectorAll("li")];
  box.hidden = false;
  box.addEventListener("input", () => {
    const wanted = bare(box.value.trim());
    for (const row of rows) row.hidden = !bare(row.textContent).includes(wanted);
  });
}
