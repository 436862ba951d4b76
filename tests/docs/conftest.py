"""A story of our own with everything the page has to show."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsschema import Article, Attribution, Correction, Dateline, Edit, Fragment, Quote, Source, Span

ROOT = Path(__file__).resolve().parents[2]
HEADLINE = "Tide mill to turn again as “ghost story” fades"
TEXT = """\
The old tide mill at Skarvik will turn again in spring, the harbour board said on Monday, ending a long quarrel.

"The wheel is sound, and the sluice will hold," said Ines Okafor in an interview with the Skarvik Post.

Fishermen were not convinced. The board's plan was “a postcard with a price tag”, a skipper told the Post.

Okafor denied that the basin would close. "Nobody [on the board] has proposed that," she said. "Nobody.

"Not once.\u2028"

“The deputy told me ‘leave the 🌊 gauge alone’, and I did,” said Tomas Reyne, one of two engineers.

The mill, known as the "Grey Lady <of the Sound>", last ground corn in 1931.

قالت المهندسة ليلى حداد: «الماء لا ينتظر أحدا»."""


def at(words, cls=Span, nth=0, **more):
    """The nth place of the words in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return cls(text=words, start=start, end=start + len(words), **more)


@pytest.fixture(scope="session")
def story():
    """An article with each kind of quote and source, nested, split, edited, unplaced, hostile and right-to-left."""

    def said(words, nth=0, *, verbatim=True):
        return at(words, Fragment, nth, verbatim=verbatim)

    start = HEADLINE.index("ghost")
    headline = Fragment(text="ghost story", start=start, end=start + 11, part="headline")
    mill = said("The old tide mill at Skarvik will turn again in spring", verbatim=False)
    interview = Attribution(
        source="okafor",
        mention=at("Ines Okafor"),
        cue=at("said", nth=1),
        setting=at("in an interview with the Skarvik Post"),
        addressee=at("the Skarvik Post"),
        medium="speech",
        terms="on_record",
        confidence=0.875,
    )
    return Article(
        id="urn:example:tide-mill",
        headline=HEADLINE,
        text=TEXT,
        language="en",
        summary="The harbour board settles a quarrel.",
        byline="By Maren Tveit",
        credit="Skarvik Post",
        dateline=Dateline(text="SKARVIK, 9 March"),
        published="2026-03-09",
        updated="2026-03-09T12:00:00+00:00",
        status="usable",
        url="https://example.org/tide-mill?a=1&b=2",
        rights="© 2026 Skarvik Post <all rights>",
        corrections=(Correction(text="An earlier version gave the wrong year."),),
        sources=(
            Source(id="board", name="Skarvik harbour board", kind="organisation"),
            Source(id="okafor", name="Ines Okafor", kind="person", role="harbour master", affiliation="harbour board"),
            Source(id="skipper", description="a skipper", anonymity="anonymous", kind="person"),
            Source(id="two", description="two engineers", anonymity="generic", members=("reyne", "haddad")),
            Source(id="reyne", name="Tomas Reyne", role='"engineer" <b>'),
            Source(id="deputy", description="The deputy", anonymity="anonymous"),
            Source(id="haddad", name="ليلى حداد"),
        ),
        quotes=(
            Quote(id="title", kind="partial", content=(headline,), attribution=Attribution(source="okafor")),
            Quote(
                id="mill",
                kind="indirect",
                content=(mill,),
                attribution=Attribution(
                    source="board", mention=at("the harbour board"), cue=at("said"), time=at("on Monday")
                ),
            ),
            Quote(
                id="wheel",
                kind="direct",
                content=(said("The wheel is sound, and the sluice will hold,"),),
                attribution=interview,
                translated_from="nb",
            ),
            Quote(
                id="plan",
                kind="partial",
                content=(said("The board's plan was", verbatim=False), said("a postcard with a price tag")),
                attribution=Attribution(source="skipper", cue=at("told")),
            ),
            Quote(
                id="basin",
                kind="indirect",
                content=(said("the basin would close", verbatim=False),),
                attribution=Attribution(source="okafor", cue=at("denied"), polarity="denied"),
            ),
            Quote(
                id="nobody",
                kind="direct",
                content=(
                    said("Nobody [on the board] has proposed that,"),
                    said('Nobody.\n\n"Not once.', 0),
                ),
                edits=(at("[on the board]", Edit, kind="insertion"),),
                attribution=Attribution(source="okafor", mention=at("she", nth=1), cue=at("said", nth=2)),
            ),
            Quote(
                id="gauge",
                kind="direct",
                content=(said("The deputy told me ‘leave the 🌊 gauge alone’, and I did,"),),
                attribution=Attribution(source="reyne", cue=at("said", nth=3), mention=at("Tomas Reyne")),
            ),
            Quote(
                id="alone",
                kind="direct",
                parent="gauge",
                content=(said("leave the 🌊 gauge alone"),),
                attribution=Attribution(source="deputy", mention=at("The deputy"), cue=at("told", nth=1)),
            ),
            Quote(id="lady", kind="epithet", content=(said("Grey Lady <of the Sound>"),)),
            Quote(
                id="water",
                kind="direct",
                content=(said("الماء لا ينتظر أحدا"),),
                attribution=Attribution(source="haddad", mention=at("ليلى حداد"), cue=at("قالت")),
            ),
            Quote(
                id='x"><script>alert(1)</script>',
                kind="direct",
                content=(Fragment(text="<script>document.title = 'broken'</script>"),),
                attribution=Attribution(),
            ),
        ),
    )


@contextlib.contextmanager
def steered():
    """A headless Chromium that may be steered; the test is skipped where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    binary, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in ("headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-sync"):
        options.add_argument(f"--{flag}")
    options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # nothing leaves the machine
    options.add_argument("--disable-background-networking")
    options.add_argument("--disable-component-update")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chromium = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield chromium
    finally:
        chromium.quit()


@pytest.fixture(scope="session")
def browser():
    """One browser for the tests that look at one page after the other."""
    with steered() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def browsers():
    """One browser for each core, for the test that looks at all pages."""
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(steered()) for _ in range(min(os.cpu_count() or 1, 4))]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the built site, `SITE=folder` for one that is there; skipped where mkdocs is not installed."""
    if built := os.environ.get("SITE"):
        return Path(built)
    pytest.importorskip("mkdocs", reason="the docs group is not installed")
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@contextlib.contextmanager
def served(site, without=None):
    """The address of the folder, served as if it had no path with the given words."""
    handler = functools.partial(_Quiet, without=without, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/newsschema/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site):
    """Where the site is served."""
    with served(site) as found:
        yield found


@pytest.fixture
def bare_address(site):
    """Where the site is served as one that was built without the files of the playground."""
    with served(site, without="/assets/playground/") as found:
        yield found


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args, without, **more):
        self.without = without
        super().__init__(*args, **more)

    def translate_path(self, path):
        if self.without and self.without in path:
            return os.devnull + "/missing"
        return super().translate_path(path.removeprefix("/newsschema"))  # the page for wrong addresses names them so

    def log_message(self, *_):
        pass
