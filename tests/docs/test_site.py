"""The site as it is published: built strictly, every link and anchor there, looked at in a browser."""

import functools
import http.server
import importlib.util
import json
import os
import re
import subprocess
import sys
import threading
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

import newsschema

pytest.importorskip("mkdocs", reason="the docs group is not installed")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the built site."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


class _Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.anchors, self.loads, self.words = [], set(), [], []
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

    def handle_data(self, data):
        self.words.append(data)


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
    text = " ".join(" ".join(pages["reference/api/index.html"].words).split())
    assert "kind SourceKind What it is. SourceKind.UNKNOWN" in text
    assert "members tuple [ str , ...] Ids of the sources that speak as one here" in text
    assert "published date | datetime | None When it was published" in text


def test_schemas_are_published(site):
    """Every schema of the package is on the site, byte for byte."""
    for schema in sorted((Path(newsschema.__file__).parent / "schemas").glob("*.json")):
        assert schema.read_bytes() == (site / "schemas" / schema.name).read_bytes()


def test_text_for_models(site):
    """`llms.txt` lists the pages, and the full one has their words."""
    short = (site / "llms.txt").read_text("utf-8")
    assert short.startswith("# newsschema\n")
    assert "concepts/model" in short
    assert "Fragment" in (site / "llms-full.txt").read_text("utf-8")


def test_made_pages_are_up_to_date():
    """The pages that are made from the program are what it makes."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    make_docs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_docs)
    made = dict(make_docs.pages())
    stale = [path.name for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
    assert stale == []
    assert [path.name for path in (ROOT / "docs" / "schemas").iterdir() if path not in made] == []


@pytest.fixture(scope="session")
def address(site):
    """Where the site is served."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def look(browser, width, height=900):
    """Set the size of the screen."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


def until(browser, script):
    """What the script returns, as soon as that is true."""
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(browser, 10).until(lambda driver: driver.execute_script(script))


@pytest.mark.browser
def test_search(browser, address):
    """Searching for a word finds the page about it."""
    look(browser, 1280)
    browser.get(address)
    until(browser, "return document.querySelector('.md-search__input')").click()
    browser.find_element("css selector", ".md-search__input").send_keys("anonymity")
    found = until(
        browser,
        "const found = [...document.querySelectorAll('.md-search-result__link')].map((link) => link.href);"
        "return found.length ? found : null",
    )
    assert any("concepts/sources" in link for link in found)


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["", "tutorial/", "concepts/anchoring/", "reference/api/", "reference/schema/"])
def test_pages_fit_the_screen(browser, address, width, name):
    """No page is wider than a screen, wide or narrow, and none logs an error. `LOOK=folder` keeps the pictures."""
    look(browser, width)
    browser.get(address + name)
    assert until(browser, "return document.readyState === 'complete'")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    severe = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    assert [line for line in severe if "favicon" not in line and "versions.json" not in line] == []
    if folder := os.environ.get("LOOK"):
        browser.save_screenshot(str(Path(folder) / f"{width}-{name.strip('/').replace('/', '-') or 'home'}.png"))


@pytest.mark.browser
def test_story_on_the_front_page(browser, address):
    """The picture on the front page is alive: a quote in it shows its card."""
    look(browser, 1280, 2000)
    browser.get(address)
    frame = browser.find_element("css selector", "iframe")
    browser.execute_script("arguments[0].scrollIntoView()", frame)
    browser.switch_to.frame(frame)
    try:
        until(browser, "return document.querySelector('mark[tabindex]') !== null")
        mark = browser.find_element("css selector", "mark[tabindex]")
        browser.execute_script("arguments[0].focus()", mark)
        assert mark.find_element("css selector", ".card").is_displayed()
    finally:
        browser.switch_to.default_content()


def test_search_index(site):
    """The index of the search has every page of the navigation."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    places = {entry["location"].split("#")[0] for entry in index["docs"]}
    assert {"", "tutorial/", "concepts/model/", "reference/api/", "reference/schema/", "project/releasing/"} <= places
