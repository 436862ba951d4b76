"""Every page of the site, wide and narrow, light and dark: measured and looked at by axe-core, each loaded once.

`LOOK=folder` keeps pictures of all pages, to be looked at by people.
"""

import base64
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
AXE = Path(__file__).parent / "web" / "node_modules" / "axe-core" / "axe.min.js"
WIDE, NARROW, TALLEST = 1440, 390, 12_000
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RULES = {"light": {}, "dark": COLOURS}
"""All rules once; in the dark, those about colours."""
AUDIT = """
// Colours are measured on the first two texts of each look: they depend on tags, classes and style attributes alone.
const [only, done] = arguments;
const looks = new Map([[null, ""]]);
const shown = {};
for (const element of document.querySelectorAll("*")) {
  const [name, style] = ["class", "style"].map((attribute) => element.getAttribute(attribute));
  const look = `${looks.get(element.parentElement)}>${element.localName} ${name} ${style}`;
  looks.set(element, look);
  const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!text || !element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
  shown[look] = (shown[look] ?? 0) + 1;
  if (shown[look] <= 2) element.dataset.look = "";
}
axe.configure({rules: [{id: "color-contrast", selector: "[data-look]"}]});
const options = {resultTypes: ["violations"], preload: false, selectors: false, ...only};
axe.run(document, options).then((found) => done(found.violations.map(
  (fault) => [fault.id, fault.nodes.length, fault.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))],
)), (error) => done([["axe", 1, [String(error)]]]));
"""
MEASURE = """
// The size of the page, the blocks of code that scroll sideways or lie under their button, the cells that run over, the
// words of inline code and the options of commands that are broken, the blocks whose columns are wrapped, and the links
// in text that only a colour shows.
const root = document.documentElement;
const lines = (code) => {
  const range = document.createRange();
  range.selectNodeContents(code);
  return [...range.getClientRects()];
};
const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const covered = [...document.querySelectorAll(".md-code__nav")].filter((nav) => {
  const box = nav.getBoundingClientRect();
  return box.width && lines(nav.parentElement.querySelector("code")).some((line) => meet(line, box));
});
const over = [...document.querySelectorAll("th, td")].filter((cell) => cell.scrollWidth > cell.clientWidth + 1);
const wide = [...document.querySelectorAll("pre > code")].filter((code) => code.scrollWidth > code.clientWidth + 1);
const broken = [];
for (const code of document.querySelectorAll(":not(pre) > code, :is(.language-console, .language-sh) code")) {
  const pieces = code.closest("pre") ? /(?<![\\w-])--?\\w[\\w-]*/g : /(?<![\\w-])--?\\w[\\w-]*|[^\\W_]+/g;
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const {0: word, index} of walker.currentNode.data.matchAll(pieces)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word);
    }
  }
}
const start = (element) => element.textContent.slice(0, 80);
const aligned = (code) => (code.textContent.match(/\\S {2,}\\S/g) ?? []).length > 1;
const columns = [...document.querySelectorAll(":is(.language-console, .language-text) code")].filter(aligned);
const links = document.querySelectorAll(".md-typeset :is(p, li, dd) > a:not(.md-button)");
return {
  height: root.scrollHeight,
  width: root.scrollWidth,
  scrolling: wide.map(start),
  covered: covered.map((nav) => start(nav.parentElement)),
  over: over.map(start),
  broken,
  wrapped: columns.filter((code) => getComputedStyle(code).whiteSpace !== "pre").map(start),
  plain: [...links].filter((link) => getComputedStyle(link).textDecorationLine !== "underline").map(start),
};
"""


def everything():
    """The address of each page in the site, the page of the longer story and of wrong addresses with them."""
    pages = sorted(path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md"))
    names = ["" if str(path) == "index" else f"{str(path).removesuffix('/index')}/" for path in pages]
    return [*names, "assets/port-elsa.html", "404.html"]


@pytest.fixture(scope="session")
def axe():
    """The checker, from npm; `None` where it is not installed."""
    if not AXE.exists():
        assert not os.environ.get("CI"), "run: npm ci --prefix tests/docs/web --ignore-scripts"
        return None
    return AXE.read_text("utf-8")


class Visitor:
    """One browser that goes from page to page."""

    def __init__(self, browser, address, axe):
        self.browser, self.address, self.axe = browser, address, axe
        if axe:
            self.command("Page.addScriptToEvaluateOnNewDocument", source=axe)

    def command(self, name, **more):
        """Give a command of the developer tools."""
        return self.browser.execute_cdp_cmd(name, more)

    def show(self, name, width, scheme):
        """Set width and theme, and keep a picture where one is asked for."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        preferred = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        features = [{"name": feature, "value": value} for feature, value in preferred.items()]
        self.command("Emulation.setEmulatedMedia", media="", features=features)
        self.browser.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
        if folder := os.environ.get("LOOK"):
            taken = self.command("Page.captureScreenshot", captureBeyondViewport=True)
            path = Path(folder) / f"{name.strip('/').replace('/', '-') or 'home'}-{width}-{scheme}.png"
            path.write_bytes(base64.b64decode(taken["data"]))

    def see(self, name):
        """What there is to say of a page."""
        self.browser.get(self.address + name)
        seen = {"faults": {}}
        for scheme, only in RULES.items():
            self.show(name, WIDE, scheme)
            if self.axe and (found := self.browser.execute_async_script(AUDIT, only)):
                seen["faults"][scheme] = found
        seen[WIDE] = self.browser.execute_script(MEASURE)
        for scheme in RULES if os.environ.get("LOOK") else ("light",):
            self.show(name, NARROW, scheme)
        seen[NARROW] = self.browser.execute_script(MEASURE)
        logged = [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
        seen["errors"] = [line for line in logged if "versions.json" not in line and "workers/search" not in line]
        return seen

    def go(self, names):
        """See pages until none is left. The search, which would read its index for each, is there on the first."""
        seen = {}
        for name in names:
            seen[name] = self.see(name)
            self.command("Network.enable")
            self.command("Network.setBlockedURLs", urls=["*/workers/search.*"])
        return seen


@pytest.fixture(scope="session")
def survey(browsers, address, axe):
    """What each page is like, by its address."""
    waiting = iter(everything())
    visitors = [Visitor(browser, address, axe) for browser in browsers]
    with ThreadPoolExecutor(len(visitors)) as pool:
        parts = pool.map(lambda visitor: visitor.go(waiting), visitors)
        return {name: seen for part in parts for name, seen in part.items()}


def measured(survey, width, what):
    """What of each page is not empty at a width."""
    return {name: seen[width][what] for name, seen in survey.items() if seen[width][what]}


def test_no_page_has_a_fault(survey, axe):
    """axe-core finds nothing on any page, in the light and in the dark."""
    if axe is None:
        pytest.skip("axe-core is not installed: npm ci --prefix tests/docs/web --ignore-scripts")
    assert {name: seen["faults"] for name, seen in survey.items() if seen["faults"]} == {}


def test_no_page_logs_an_error(survey):
    """No script of a page fails, and nothing that a page loads is missing."""
    assert {name: seen["errors"] for name, seen in survey.items() if seen["errors"]} == {}


def test_no_page_is_too_long(survey):
    """No page is longer than a reader scrolls."""
    heights = {name: seen[WIDE]["height"] for name, seen in survey.items()}
    assert {name: height for name, height in heights.items() if height > TALLEST} == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_page_scrolls_sideways(survey, width):
    """No page is wider than the screen."""
    assert {name: seen[width]["width"] for name, seen in survey.items() if seen[width]["width"] > width} == {}


def test_code_needs_no_scrolling(survey):
    """On a wide screen all code is in sight."""
    assert measured(survey, WIDE, "scrolling") == {}


def test_columns_stay_below_each_other(survey):
    """Output in columns scrolls on a telephone: wrapped, it has none."""
    assert measured(survey, NARROW, "wrapped") == {}


def test_links_in_text_are_underlined(survey):
    """A link in a paragraph, a list or a definition is not shown by its colour alone."""
    assert measured(survey, WIDE, "plain") == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_code_is_covered(survey, width):
    """The button that copies code lies beside the code, not on it."""
    assert measured(survey, width, "covered") == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_cells_hold_their_words(survey, width):
    """No cell of a table runs into the next one."""
    assert measured(survey, width, "over") == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_words_of_code_stay_whole(survey, width):
    """Code in a line of text breaks between words, on a telephone too."""
    assert measured(survey, width, "broken") == {}
