"""The versioned site as `scripts/publish_docs.py` makes it: real versions by mike, and every address in them read."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mkdocs", reason="the docs group is not installed")

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://newsschema.github.io/newsschema/"
PAGES = (
    "assets/site.css",
    "assets/site.js",
    "index.md",
    "tutorial.md",
    "reference/index.md",
    "assets/card.png",
    "assets/favicon.svg",
    "assets/port-elsa.html",
)
"""A few pages are enough to read addresses from, and quick to build three times."""


def git(project, *words):
    """The output of a git command in the project."""
    return subprocess.run(["git", *words], cwd=project, capture_output=True, text=True, check=True).stdout


def publish(project, kind):
    """Run the script as the workflow does, and return the tree that would be served."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PYTHONPATH": "src"}
    command = [sys.executable, "scripts/publish_docs.py", kind]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    tree = project.parent / f"tree-{len(list(project.parent.iterdir()))}"
    if done.returncode == 0:
        git(project, "worktree", "add", "--detach", str(tree), "gh-pages")
    return done, tree


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A repository with the site's own settings and a few of its pages."""
    target = tmp_path_factory.mktemp("published") / "project"
    for name in ("src/newsschema", "scripts", "overrides", "includes", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, target / name)
    for name in PAGES:
        (target / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        page = (ROOT / "docs" / name).read_bytes()
        if name.endswith(".md"):  # without what is not there: files to include, and links to other pages
            page = re.sub(rb'--8<-- "[^"]+"', b"", page)
            page = re.sub(rb"\[([^\]]+)\]\((?!https:)[^)]+\)", rb"\1", page)
        (target / "docs" / name).write_bytes(page)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"^nav:\n(?:[ -].*\n)+", "", settings, flags=re.MULTILINE)
    (target / "mkdocs.yml").write_text(settings.replace("strict: true\n", ""), "utf-8")
    git(target, "init", "--quiet", "--initial-branch=main")
    for key, value in (("user.name", "A"), ("user.email", "a@example.org"), ("commit.gpgsign", "false")):
        git(target, "config", key, value)
    git(target, "add", "--all")
    git(target, "commit", "--quiet", "--message", "All")
    return target


@pytest.fixture(scope="module")
def trees(project):
    """What is served before the first release, after it, and after the next push to main."""
    found = {}
    for stage, kind in (("before", "dev"), ("released", "release"), ("after", "dev")):
        done, found[stage] = publish(project, kind)
        assert done.returncode == 0, done.stdout + done.stderr
    return found


def addresses(tree):
    """Every address of the site that its files name in full, with the file that names it."""
    for path in sorted(tree.rglob("*")):
        if path.suffix in {".html", ".xml", ".txt"} and path.is_file():
            text = path.read_text("utf-8")
            for address in re.findall(rf"{re.escape(SITE)}[^\s\"'<>)\]`]*", text):
                yield str(path.relative_to(tree)), address.removeprefix(SITE)
            if path.name == "404.html":  # served at any depth: nothing in it may be relative
                links = re.findall(r'(?:href|src)="?([^"\s>]+)', text)
                yield from ((str(path.relative_to(tree)), link) for link in links if not re.match(r"https?:|#", link))


def exists(tree, address):
    """Whether the address leads to a file of the tree."""
    path = address.split("#")[0].removeprefix("/newsschema/")
    return (tree / path / "index.html").is_file() or (tree / path).is_file() or path.startswith("schemas")


@pytest.mark.parametrize("stage", ["before", "released", "after"])
def test_every_address_arrives(trees, stage):
    """Canonical addresses, sitemap, texts for models, cards and the 404 page lead to what exists."""
    named = list(addresses(trees[stage]))
    assert {"404.html", "sitemap.xml", "llms.txt", "robots.txt"} <= {name for name, _ in named}
    assert [(name, link) for name, link in named if not exists(trees[stage], link)] == []


@pytest.mark.parametrize(("stage", "default"), [("before", "dev"), ("released", "latest"), ("after", "latest")])
def test_root_leads_to_the_version_that_counts(trees, stage, default):
    """The root leads to the latest release, and before there is one to the state of the main branch."""
    tree = trees[stage]
    assert f'url={default}/"' in (tree / "index.html").read_text("utf-8")
    assert f"{SITE}{default}/tutorial/" in (tree / "sitemap.xml").read_text("utf-8")
    for version in ("dev", "0.1", "latest"):
        if stage == "before" and version != "dev":
            assert not (tree / version).exists()
            continue
        page = (tree / version / "tutorial" / "index.html").read_text("utf-8")
        expected = "dev" if (stage, version) == ("released", "dev") else default
        assert re.findall(r'rel="canonical" href="([^"]+)"', page) == [f"{SITE}{expected}/tutorial/"]


def test_page_for_wrong_addresses_says_where_to_go(trees):
    """The page for wrong addresses has words, and links that work from anywhere."""
    for stage, default in (("before", "dev"), ("after", "latest")):
        page = (trees[stage] / "404.html").read_text("utf-8")
        assert "There is no page at this address" in page
        assert f'<a href="/newsschema/{default}/">Go to the home page</a>' in page


def test_search_engines_are_kept_from_unreleased_pages(trees):
    """What is being written is hidden from search engines once there is a release."""
    assert "Disallow" not in (trees["before"] / "robots.txt").read_text("utf-8")
    assert "Disallow: /newsschema/dev/" in (trees["after"] / "robots.txt").read_text("utf-8")


def test_schemas_stand_at_their_address_after_a_release(trees):
    """A release publishes its schemas beside the versions; before one, none is promised."""
    assert not (trees["before"] / "schemas").exists()
    shown = json.loads((trees["after"] / "schemas" / "1.0.json").read_text("utf-8"))
    assert shown["$id"] == f"{SITE}schemas/1.0.json"


@pytest.mark.parametrize(
    ("version", "there", "names"),
    [
        ("0.1.0", [], ["0.1", "latest"]),
        ("0.1.1", ["0.1", "latest", "dev"], ["0.1", "latest"]),
        ("0.10.0", ["0.9", "latest"], ["0.10", "latest"]),
        ("0.9.3", ["0.9", "0.10", "latest"], ["0.9"]),
    ],
)
def test_latest_is_the_highest(monkeypatch, version, there, names):
    """A release that mends an older version leaves `latest` where it is."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    from publish_docs import names_of

    assert names == names_of(version, there)


def test_published_schema_never_changes(project, trees):
    """A release that would change a published schema is refused by name, and the branch's schema stays."""
    assert (trees["released"] / "schemas").is_dir()
    schema = project / "src" / "newsschema" / "schemas" / "1.0.json"
    before = schema.read_bytes()
    schema.write_bytes(before + b"\n")
    try:
        done, _ = publish(project, "release")
    finally:
        schema.write_bytes(before)
    assert (done.returncode, "the schema 1.0.json is published and differs" in done.stderr) == (1, True)
    assert git(project, "show", "gh-pages:schemas/1.0.json").encode() == before
