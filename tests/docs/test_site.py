"""The site as it is published: built strictly, every link and anchor there, looked at in a browser."""

import builtins
import html
import importlib.util
import json
import re
import subprocess
import sys
import typing
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

import newsschema
from newsschema.interop._registry import MODULES

pytest.importorskip("mkdocs", reason="the docs group is not installed")

ROOT = Path(__file__).resolve().parents[2]


class _Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.anchors, self.loads, self.words, self.cells = [], set(), [], [], []
        self.in_cell = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.anchors |= {attrs[name] for name in ("id", "name") if attrs.get(name)}
        if tag == "a" and attrs.get("href"):
            self.links.append(attrs["href"])
        if tag in ("script", "img", "iframe", "source") and attrs.get("src"):
            self.loads.append(attrs["src"])
        if tag == "link" and attrs.get("rel") in ("stylesheet", "icon", "preload", "modulepreload"):
            self.loads.append(attrs["href"])
        if tag == "td":
            self.cells.append("")
            self.in_cell = True

    def handle_endtag(self, tag):
        if tag == "td":
            self.in_cell = False

    def handle_data(self, data):
        self.words.append(data)
        if self.in_cell:
            self.cells[-1] += data.strip()


@pytest.fixture(scope="session")
def pages(site):
    """Every page, by its path in the site."""
    found = sorted(site.rglob("*.html"))
    return {str(path.relative_to(site)): _Page(path) for path in found if path.name != "404.html"}


def test_links_and_anchors(site, pages):
    """Every link inside the site leads to a page, and where it names an anchor, the page has it."""
    broken = []
    for name, page in pages.items():
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                continue
            path, anchor = urldefrag(urljoin(f"/{name}", link))
            target = unquote(path).lstrip("/")
            target = f"{target}index.html" if target.endswith("/") or not target else target
            missing = anchor and target in pages and unquote(anchor) not in pages[target].anchors
            if missing or not (site / target).exists():
                broken.append((name, link))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(pages):
    """No page loads a script, a style, a font or a picture from another site."""
    assert [(name, load) for name, page in pages.items() for load in page.loads if "//" in load] == []


def test_constructor_tables(pages):
    """A type's entry has the table of what its constructor takes, with types, defaults and meanings."""

    def words(name):
        return " ".join(" ".join(pages[f"reference/types/{name}/index.html"].words).split())

    assert "kind SourceKind What it is. SourceKind.UNKNOWN" in words("source")
    assert "members tuple [ str , ...] Ids of the sources that speak together" in words("source")
    assert "published date | datetime | None When it was published" in words("article")
    assert "HYPOTHETICAL 'hypothetical'" in words("attribution")
    assert [name for name, page in pages.items() if "ForwardRef" in "".join(page.words)] == []


KNOWN = {
    *dir(builtins),
    *typing.__all__,
    *("Collection", "Iterable", "Mapping", "PathLike", "Sequence", "BufferedIOBase"),
    *("Converter", "RecordBatch", "Schema", "SearchStrategy", "Table"),  # of cattrs, pyarrow and Hypothesis
    *("UNCHANGED", "Unchanged"),  # which the page "Reference" explains
}
SIGNATURE = re.compile(r'<div class="language-python doc-signature highlight">(.*?)</div>', re.DOTALL)
CELL = re.compile(r'<td>\s*<code>((?:(?!</code>).)*)</code>\s*</td>\s*<td>\s*<div class="doc-md', re.DOTALL)


def test_types_are_known_or_linked(site):
    """Each name in a signature or a column of types is Python's own, or leads to where it is explained."""
    unknown = set()
    for path in site.glob("reference/**/index.html"):
        page = path.read_text("utf-8")
        for shown in [*SIGNATURE.findall(page), *CELL.findall(page)]:
            bare = html.unescape(re.sub(r"<a .*?</a>|<[^>]+>", "", shown, flags=re.DOTALL))
            types = re.sub(r"""^\w+|'[^']*'|"[^"]*"|= [\w.()]+""", "", bare)  # without the own name, words and defaults
            unknown |= {(path.parent.name, name) for name in re.findall(r"\b[A-Z]\w+", types)}
    assert {one for one in unknown if one[1] not in KNOWN} == set()


def test_pages_of_the_reference_are_found():
    """The first page of the reference leads to each of the others, and formats to the entries of their functions."""
    reference = ROOT / "docs" / "reference"
    first, formats = ((reference / name).read_text("utf-8") for name in ("index.md", "formats/index.md"))
    others = {path.name for path in reference.glob("*.md")} - {"index.md"}
    assert {name for name in others if f"({name})" not in first} == set()
    pages = {path.stem: path.read_text("utf-8") for path in reference.glob("formats/*.md")}
    links = {module: f"](../modules/interop-{module}.md)" for module in MODULES}
    assert [module for module, link in links.items() if link not in pages.get(module, formats)] == []


def test_no_cell_of_the_reference_is_empty(pages):
    """Each table of the reference says something in each cell, about members of enumerations too."""
    found = {name: page.cells for name, page in pages.items() if name.startswith("reference/")}
    assert {name: cells.index("") for name, cells in found.items() if "" in cells} == {}
    assert "It must not be published until further notice." in found["reference/types/article/index.html"]


def test_members_for_models(site):
    """The text for models says what each word of an enumeration means."""
    full = (site / "llms-full.txt").read_text("utf-8")
    assert re.search(r"`WITHHELD`.*\| It must not be published until further notice\.", full)


def _rows(text):
    """The tables of a page in Markdown, outside of code: for each the numbers of cells in its rows."""
    tables, inside = [], False
    outside = re.sub(r"^( *)(```|~~~).*?^\1\2$", "", text, flags=re.MULTILINE | re.DOTALL)
    for line in outside.splitlines():
        is_row = line.lstrip().startswith("|")
        if is_row and not inside:
            tables.append([])
        if is_row:
            tables[-1].append(len(re.findall(r"(?<!\\)\|", line)))
        inside = is_row
    return tables


def test_tables_for_models(site):
    """In the pages in Markdown, every row of a table has as many cells as its head."""
    texts = {
        str(path.relative_to(site)): path.read_text("utf-8") for path in [*site.rglob("*.md"), site / "llms-full.txt"]
    }
    tables = {name: _rows(text) for name, text in texts.items()}
    assert {name: found for name, found in tables.items() if any(len(set(rows)) > 1 for rows in found)} == {}
    assert "`str \\| None`" in texts["reference/types/article/index.md"]
    assert "\\`" not in "".join(texts.values())  # code that a cell ended in
    assert sum(map(len, tables.values())) > 100


def test_schemas_are_published(site):
    """Every schema of the package is on the site, byte for byte."""
    for schema in sorted((Path(newsschema.__file__).parent / "schemas").glob("*.json")):
        assert schema.read_bytes() == (site / "schemas" / schema.name).read_bytes()


def test_text_for_models(site):
    """`llms.txt` lists the pages with what each is about, and the full one has their words."""
    short = (site / "llms.txt").read_text("utf-8")
    assert short.startswith("# newsschema\n")
    assert "concepts/model" in short
    assert [line for line in short.splitlines() if line.startswith("- ") and not re.search(r"\): \S", line)] == []
    assert "Fragment" in (site / "llms-full.txt").read_text("utf-8")


def test_made_pages_are_up_to_date():
    """The pages that are made from the program are what it makes."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    make_docs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_docs)
    made = dict(make_docs.pages())
    stale = [path.name for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
    assert stale == []
    folders = ("docs/schemas", "docs/notebooks", "docs/reference/modules", "includes", "includes/story")
    files = [path for folder in folders for path in (ROOT / folder).iterdir() if path.is_file()]
    assert [path.name for path in files if path not in made] == []


def test_pictures_are_up_to_date():
    """The pictures are what the script draws of the program as it is."""
    command = [sys.executable, ROOT / "scripts" / "make_pictures.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


def look(browser, width, height=900):
    """Set the size of the screen."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


def until(browser, script):
    """What the script returns, as soon as that is true: on a busy machine the index of the search takes its time."""
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser, 60).until(lambda driver: driver.execute_script(script))


QUERIES = {
    "install": "install/",
    "pip": "install/",
    "windows": "install/",
    "jupyter": "install/",
    "jsonl": "guides/jsonl/",
    "json lines": "guides/jsonl/",
    "cite": "project/cite/",
    "bibtex": "project/cite/",
    "license": "project/cite/",
    "faq": "faq/",
    "glossary": "glossary/",
    "code points": "concepts/anchoring/",
    "anonymity": "concepts/sources/",
    "pydantic": "guides/embedding/",
    "fastapi": "guides/embedding/",
    "hypothesis": "guides/testing/",
    "textacy": "guides/migrate/",
    "span-mismatch": "reference/codes/",
    "read_text": "reference/functions/",
    "spark": "guides/scale/",
    "mistakes": "guides/mistakes/",
    "release": "project/releasing/",
}
"""What people type, and the page that they mean."""


@pytest.mark.browser
def test_search(browser, address):
    """Each query finds the page that is meant among the first five results."""
    look(browser, 1280)
    browser.get(address)
    field = until(browser, "return document.querySelector('.md-search__input')")
    field.click()
    results = "[...document.querySelectorAll('.md-search-result__item > .md-search-result__link')]"
    missed = {}
    for query, page in QUERIES.items():
        for typed in ("", query):  # at once, so that no results are those of half a word
            browser.execute_script(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('keyup'))", field, typed
            )
            until(browser, f"return ({results}.length > 0) === {json.dumps(bool(typed))}")
        found = browser.execute_script(f"return {results}.slice(0, 5).map((link) => link.href)")
        if not any(f"newsschema/{page}" in link for link in found):
            missed[query] = found
    assert missed == {}


@pytest.fixture
def fresh(browser, address):
    """The browser, which remembers no choice on the site, before and after."""

    def forget():
        browser.get("about:blank")  # an open page would write its choice again
        browser.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "local_storage"})

    forget()
    yield browser
    forget()


@pytest.mark.browser
def test_theme_follows_the_system_until_told_otherwise(fresh, address):
    """The site is as dark as the system, changes with it, and stays as it is told once somebody chooses."""
    look(fresh, 1280)

    def scheme(system):
        feature = {"name": "prefers-color-scheme", "value": system}
        fresh.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [feature]})
        frames = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
        fresh.execute_async_script(frames)  # pages hear of the change when the next frame is drawn
        return fresh.execute_script("return document.body.getAttribute('data-md-color-scheme')")

    fresh.get(address)
    until(fresh, "return document.querySelector('meta[name=theme-color]')")  # the theme's own script is at work
    assert [scheme("light"), scheme("dark"), scheme("light")] == ["default", "slate", "default"]
    chosen = []
    for _ in range(2):  # from the system to light, and to dark
        fresh.execute_script("document.querySelector('.md-header__option label:not([hidden])').click()")
        chosen.append([scheme("light"), scheme("dark")])
    assert chosen == [["default", "default"], ["slate", "slate"]]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_story_on_the_front_page(browser, address, width):
    """The story on the front page is alive: a quote in it shows its card, inside the screen."""
    look(browser, width)
    browser.get(address)
    mark = until(browser, "return document.querySelector('figure.story mark[tabindex]')")
    mark_top = browser.execute_script("return arguments[0].getBoundingClientRect().top", mark)
    assert mark_top < 900 if width == 1280 else mark_top < 1100
    browser.execute_script("arguments[0].focus()", mark)
    assert mark.find_element("css selector", ".card").is_displayed()
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_each_page_describes_itself(site, pages):
    """Each page has a description of its own, of a length that search engines show."""
    found = {}
    for name in pages:
        if not name.startswith(("assets/", "schemas/")):
            (found[name],) = re.findall(r'<meta name="description" content="([^"]*)"', (site / name).read_text("utf-8"))
    assert {name: text for name, text in found.items() if not 40 <= len(text) <= 170} == {}
    assert len(set(found.values())) == len(found)


def test_edit_buttons_lead_to_sources(site, pages):
    """The button that edits a page leads to the file that a person writes, and to none that a script does."""
    for name in pages:
        for path in re.findall(
            r'href="https://github.com/newsschema/newsschema/edit/main/([^"]+)"', (site / name).read_text("utf-8")
        ):
            text = (ROOT / path).read_text("utf-8")
            assert "Made by scripts/" not in text, (name, path)
            assert len(text) > 60, (name, path)


def test_search_index(site):
    """The index of the search has every page of the navigation."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    places = {entry["location"].split("#")[0] for entry in index["docs"]}
    assert {"", "tutorial/", "concepts/model/", "reference/types/quote/", "project/releasing/"} <= places
