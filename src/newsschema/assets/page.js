"use strict";
// The page works without this: cards show by the style sheet. This lights up what belongs together, closes cards with
// Escape, shows one speaker or kind alone, goes from quote to quote, and copies citations.
const all = (selector) => [...document.querySelectorAll(selector)];
const light = (name, value, on) => {
  for (const element of all(`[data-${name}]`)) if (element.dataset[name] === value) element.classList.toggle("lit", on);
};
const follow = (event, on) => {
  const mark = event.target.closest("mark[data-quote]");
  const item = event.target.closest("aside li[data-source]");
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
  for (const mark of all("mark:hover, mark:focus")) mark.classList.add("put-away");
});

const form = document.getElementById("filter");
const fits = (element) =>
  (!form.speaker.value || element.dataset.source === form.speaker.value) &&
  (!form.kind.value || element.classList.contains(form.kind.value));
const opening = new Map(); // of each quote, the first mark
for (const mark of all("main mark[tabindex]")) if (!opening.has(mark.dataset.quote)) opening.set(mark.dataset.quote, mark);
const stops = () => [...opening.values()].filter(fits);
let current = -1;
const count = () => {
  const number = stops().length;
  form.querySelector("output").textContent = current < 0 ? `${number}` : `${current + 1}/${number}`;
};
const go = (step) => {
  const marks = stops();
  if (!marks.length) return;
  current = current < 0 && step < 0 ? marks.length - 1 : (current + step + marks.length) % marks.length;
  marks[current].focus({preventScroll: true});
  marks[current].scrollIntoView({block: "center"});
  count();
};
form.addEventListener("change", () => {
  for (const element of all("mark[data-quote], #quotes li")) element.classList.toggle("out", !fits(element));
  for (const element of all("aside li[data-source]"))
    element.classList.toggle("out", Boolean(form.speaker.value) && element.dataset.source !== form.speaker.value);
  current = -1;
  count();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.previous.addEventListener("click", () => go(-1));
form.next.addEventListener("click", () => go(1));
document.addEventListener("focusin", (event) => {
  const place = stops().indexOf(opening.get(event.target.dataset?.quote));
  if (place >= 0) {
    current = place;
    count();
  }
});
form.hidden = !stops().length;
count();

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // in a notebook's frame, or where the browser asks and is refused
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
};
for (const button of all("button[data-citation]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await copy(button.dataset.citation);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy citation"; }, 2000);
  });
}
