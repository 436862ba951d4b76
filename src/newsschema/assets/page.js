"use strict";
// The page works without this: cards show by the style sheet. This lights up what belongs together, and lets Escape close a card.
const light = (name, value, on) => {
  for (const element of document.querySelectorAll(`[data-${name}]`)) {
    if (element.dataset[name] === value) element.classList.toggle("lit", on);
  }
};
const follow = (event, on) => {
  const mark = event.target.closest("mark[data-quote]");
  const item = event.target.closest("li[data-source]");
  if (mark) {
    light("quote", mark.dataset.quote, on);
    mark.classList.remove("put-away");
  } else if (item) {
    light("source", item.dataset.source, on);
  }
};
for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => follow(event, true));
for (const name of ["mouseout", "focusout"]) document.addEventListener(name, (event) => follow(event, false));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const mark of document.querySelectorAll("mark:hover, mark:focus")) mark.classList.add("put-away");
});
