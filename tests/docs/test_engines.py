"""The site in the engine that may follow MkDocs: `zensical build --strict` makes the same pages."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("zensical", reason="the group site-next is not installed")

ROOT = Path(__file__).resolve().parents[2]
COPIED = (
    "CITATION.cff",
    "docs",
    "src",
    "scripts",
    "overrides",
    "includes",
    "examples",
    "mkdocs.yml",
    "tests/downstream",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the built site."""
    project = tmp_path_factory.mktemp("zensical")
    for path in (*(ROOT / name for name in COPIED), *ROOT.glob("*.md")):
        (shutil.copytree if path.is_dir() else shutil.copy)(path, project / path.relative_to(ROOT))
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, "No issues found" in done.stdout + done.stderr) == (0, True), done.stdout + done.stderr
    return project / "site"


def words(path):
    """The text of a page, on one line."""
    return " ".join(re.sub("<[^>]+>", " ", path.read_text("utf-8")).split())


def test_every_page_is_there(site):
    """Each page of the documentation has its place, and so has the page for wrong addresses."""
    pages = [path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")]
    places = [path.parent / "index.html" if path.name == "index" else path / "index.html" for path in pages]
    assert [str(path) for path in places if not (site / path).is_file()] == []
    assert "There is no page at this address" in (site / "404.html").read_text("utf-8")


def test_plugins_did_their_work(site):
    """Field tables, links between names, texts for models and cards are there: no plugin is passed over."""
    found = {path: words(path) for path in (site / "reference").rglob("index.html")}
    assert [path for path, text in found.items() if "SourceKind.UNKNOWN" in text] != []
    assert [path for path in found if 'href="#newsschema.Article"' in path.read_text("utf-8")] != []
    assert (site / "llms.txt").read_text("utf-8").startswith("# newsschema\n")
    assert "Fragment" in (site / "llms-full.txt").read_text("utf-8")
    assert 'property="og:image"' in (site / "index.html").read_text("utf-8")


def test_search_has_the_pages(site):
    """The index of its search knows the pages."""
    index = (site / "search.json").read_text("utf-8")
    assert [name for name in ("tutorial", "concepts/model", "project/releasing") if name not in index] == []
