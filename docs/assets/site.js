// What the theme leaves without a name or a keyboard: screen readers and axe-core ask for it.
(() => {
  const wide = matchMedia("(min-width: 76.25em)").matches;
  const mend = (root) => {
    for (const nav of root.querySelectorAll("nav.md-code__nav")) nav.setAttribute("role", "none");
    for (const button of root.querySelectorAll(".md-code__button")) button.setAttribute("aria-label", button.title);
    for (const nav of root.querySelectorAll(".md-nav .md-nav:not([role])")) { // parts of one landmark, not landmarks
      for (const name of ["aria-label", "aria-labelledby", "aria-expanded"]) nav.removeAttribute(name);
      nav.setAttribute("role", "none");
    }
  };
  const label = (selector, name) => document.querySelector(selector)?.setAttribute("aria-label", name);
  label(".md-search", "Search");
  label("#__drawer", "Navigation");
  label("#__search", "Search");
  for (const toggle of document.querySelectorAll(wide ? "#__drawer, #__search" : "#__search")) {
    toggle.setAttribute("aria-hidden", "true"); // the search field itself takes the focus
    toggle.tabIndex = -1;
  }
  for (const head of document.querySelectorAll("th:empty")) head.replaceWith(document.createElement("td")); // names nothing
  const rewrite = (code, parts) => {
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) node.replaceWith(...parts(node.data));
  };
  const whole = (option) => {
    const span = document.createElement("span");
    span.className = "whole";
    span.textContent = option;
    return span;
  };
  for (const code of document.querySelectorAll(":not(pre) > code, :is(.language-console, .language-sh) code")) { // an option breaks at no hyphen
    if (!/(?<![\w-])-/.test(code.textContent)) continue;
    rewrite(code, (text) => text.split(/((?<![\w-])--?\w[\w-]*)/).map((part, place) => (place % 2 ? whole(part) : part)));
  }
  for (const code of document.querySelectorAll(":not(pre) > code")) { // a name that is wider than a telephone breaks after a dot
    code.classList.toggle("short", code.textContent.length < 25);
    if (!/[^\s]{32}/.test(code.textContent)) continue;
    rewrite(code, (text) =>
      text.split(/(?<=[./])(?=\w)/).flatMap((part, place) => (place ? [document.createElement("wbr"), part] : [part])),
    );
  }
  for (const code of document.querySelectorAll("pre > code")) {
    code.classList.toggle("drawn", /[┌└│]/.test(code.textContent)); // tables keep their lines
    code.classList.toggle("aligned", (code.textContent.match(/\S {2,}\S/g) ?? []).length > 1); // and columns their place, on a telephone too
  }
  const scrolls = () => {
    for (const code of document.querySelectorAll("pre > code, .md-typeset__scrollwrap")) {
      if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
      else code.removeAttribute("tabindex");
    }
  };
  mend(document);
  scrolls();
  new ResizeObserver(scrolls).observe(document.body);
  addEventListener("load", scrolls);
  let waits = false;
  const later = () => {
    waits = false;
    mend(document);
    scrolls();
  };
  new MutationObserver(() => {
    if (!waits) requestAnimationFrame(later);
    waits = true;
  }).observe(document.body, {childList: true, subtree: true});
})();
