"""The four pages for contributors: what each shows is done to a copy of the project, and changes the files it lists."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from newsschema.reading import find_quotes

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "project" / "contribute"
COPIED = (
    "CHANGELOG.md",
    "CITATION.cff",
    "docs",
    "examples",
    "includes",
    "mkdocs.yml",
    "pyproject.toml",
    "scripts",
    "src",
    "tests",
)
LEFT_OUT = (".hypothesis", ".pytest_cache", ".ruff_cache", "node_modules", "downstream")
FILE = re.compile(r"^\| `([^`]+)` \| (you|the command|you, then the command) \|", re.MULTILINE)
BLOCK = re.compile(r'^( *)```(\w+) title="([^"]+)"\n(.*?)^\1```$', re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(
    shutil.which("ruff") is None, reason="ruff, which formats what is made, is not installed"
)


def opened(changelog):
    """The changelog with the heading under which the pages add a line; a release leaves its section empty."""
    return re.sub(r"^(## \[Unreleased\]\n)\n(?!### Added\n)", r"\1\n### Added\n\n", changelog, flags=re.MULTILINE)


class Copy:
    """A copy of the project, to which the changes of a page are made."""

    def __init__(self, page, folder):
        self.page, self.folder = f"docs/project/contribute/{page}", folder
        self.text = (PAGES / page).read_text("utf-8")
        self.blocks = [(title, kind, dedent(body)) for _, kind, title, body in BLOCK.findall(self.text)]
        for name in COPIED:  # with what Python has compiled of it, but for what it is just writing
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*LEFT_OUT, "*.pyc.*"))
            else:
                shutil.copy(ROOT / name, folder / name)
        changelog = folder / "CHANGELOG.md"
        changelog.write_text(opened(changelog.read_text("utf-8")), "utf-8")
        self.before = self.contents()

    def contents(self):
        """The bytes of every file, by its path."""
        left_out = {*LEFT_OUT, "__pycache__"}
        files = (path for path in self.folder.rglob("*") if path.is_file() and not {*path.parts} & left_out)
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

    def changed(self):
        """The files that are not as they were."""
        after = self.contents()
        return {path for path in {*self.before, *after} if self.before.get(path) != after.get(path)}

    def listed(self, *who):
        """The files that the page says are changed, by whom."""
        return {path for path, changed_by in FILE.findall(self.text) if changed_by in who}

    def apply(self, *titles):
        """Make the changes that the page shows for these files."""
        for title, kind, body in self.blocks:
            if title not in titles:
                continue
            path = self.folder / title
            if kind != "diff":
                path.write_text(body, "utf-8")
                continue
            lines = [(line[:1], line[1:]) for line in body.splitlines()]
            old = "".join(f"{line}\n" for sign, line in lines if sign != "+")
            new = "".join(f"{line}\n" for sign, line in lines if sign != "-")
            text = path.read_text("utf-8")
            if text.count(old) != 1:
                pytest.fail(
                    f"{title} has not, or not once, the lines that {self.page} shows of it; change the page:\n{old}"
                )
            path.write_text(text.replace(old, new), "utf-8")

    def run(self, *words, update=False):
        """A Python program on the copy: its exit code, and what it printed."""
        environment = os.environ | {"PYTHONPATH": str(self.folder / "src")}
        environment["UPDATE_EXAMPLES"] = "1" if update else ""
        done = subprocess.run(
            [sys.executable, *words], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    def test(self, *words, update=False):
        """Tests of the copy, which write their snapshots on demand: the exit code, and what they printed."""
        return self.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *words, update=update)

    def assert_as_listed(self):
        """What was changed is what the page lists, and all the rest of it was done by hand."""
        advice = f"the table in {self.page} must list exactly the files that change"
        assert self.listed("you", "the command", "you, then the command") == self.changed(), advice
        assert {title for title, _, _ in self.blocks} == self.listed("you", "you, then the command"), advice


@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.glob("*.md")))
def test_the_changelog_has_a_place_for_the_line(page):
    """The line of a page finds its heading in the changelog, where a release has closed the section too."""
    current = (ROOT / "CHANGELOG.md").read_text("utf-8")
    closed = current.replace("## [Unreleased]\n", "## [Unreleased]\n\n## [9.0.0] - 2026-12-01\n")
    blocks = BLOCK.findall((PAGES / page).read_text("utf-8"))
    (lines,) = (dedent(body).splitlines() for _, _, title, body in blocks if title == "CHANGELOG.md")
    place = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    assert [1, 1] == [opened(text).count(place) for text in (current, closed)]


def test_add_a_word(tmp_path):
    """A sentence that is missed is read once its verb is in the lexicon; nothing else has to change."""
    copy = Copy("add-a-word.md", tmp_path)
    case = "tests/reading/test_sentences.py"
    assert find_quotes("The mayor harrumphed that it was late.") == ((), ())
    copy.apply(case, "src/newsschema/reading/lexicon.toml", "CHANGELOG.md")
    code, printed = copy.test(case, "tests/reading/test_lexicon.py", "-k", "harrumph or lexicon")
    assert 0 == code, printed
    assert (0, "") == copy.run("scripts/make_docs.py", "--check")
    copy.assert_as_listed()


def test_add_a_lint_rule(tmp_path):
    """A rule without its section fails a test that says what to write; with it, all is done."""
    copy = Copy("add-a-lint-rule.md", tmp_path)
    copy.apply("src/newsschema/_lint/_rules.py")
    code, printed = copy.test("tests/validation/test_lint.py", "-k", "page or one_finding")
    assert 1 == code
    assert "write a section `## capital-headline` in docs/reference/lint.md" in printed
    copy.apply("docs/reference/lint.md", "CHANGELOG.md")
    code, printed = copy.test("tests/validation/test_lint.py", "-k", "page or one_finding")
    assert 0 == code, printed
    assert (0, "") == copy.run("scripts/make_docs.py", "--check")
    copy.assert_as_listed()


FIELD = """
import newsschema
from newsschema import Article, Source, check, from_dict, from_json, json_schema, to_dict, to_json
from newsschema._json.fast import read_fast
source = Source(id="s1", name="Ines Okafor", pronouns="she")
article = Article(id="urn:example:1", text="Rain fell.", sources=[source])
data = to_json(article)
assert b'"pronouns":"she"' in data
assert article == read_fast(data, newsschema.Limits()) == from_json(data) == from_dict(to_dict(article))
assert source == from_json(to_json(source), Source)
assert [("wrong-type", ("sources", 0, "pronouns"))] == [
    (issue.code, issue.path) for issue in check(data.replace(b'"she"', b"5"))
]
assert "pronouns" in json_schema()["$defs"]["Source"]["properties"]
import newsschema.arrow as arrow
assert [article] == list(arrow.from_table(arrow.to_table([article])))
from hypothesis import find
from newsschema.strategies import sources
assert find(sources(), lambda drawn: drawn.pronouns is not None).pronouns
"""


def test_add_a_field(tmp_path):
    """A field is declared once; the command stops where it is not described, and makes the rest where it is."""
    copy = Copy("add-a-field.md", tmp_path)
    described, declared = (block for block in copy.blocks if block[0].endswith("quotes.py"))
    copy.blocks.remove(described)
    copy.apply("src/newsschema/_model/quotes.py")
    code, printed = copy.run("scripts/make_schema.py")
    assert 1 == code
    assert "say under Attributes in the docstring of Source what pronouns is" in printed
    copy.blocks[copy.blocks.index(declared)] = described
    copy.apply("src/newsschema/_model/quotes.py", "CHANGELOG.md")
    for script in ("make_plain", "make_wire", "make_typing", "make_schema"):
        code, printed = copy.run(f"scripts/{script}.py", "--check")
        assert 1 == code
        assert printed.startswith("not as made: src/newsschema/")
    code, printed = copy.run("scripts/generate.py")
    assert 0 == code, printed
    assert (0, "") == copy.run("-c", FIELD)
    copy.assert_as_listed()


def test_add_a_format(tmp_path):
    """A format is a module and its name; the tests say what the documentation lacks, and the command makes the rest."""
    copy = Copy("add-a-format.md", tmp_path)
    module = "src/newsschema/interop/pierdesk.py"
    copy.apply(module, "src/newsschema/interop/_registry.py", "tests/interop/test_pierdesk.py")
    code, printed = copy.run("scripts/make_docs.py")
    assert 1 == code
    assert "write docs/reference/formats/pierdesk.md, with this line twice where its table goes" in printed
    code, printed = copy.test("tests/interop/test_pierdesk.py", "tests/interop/test_tables.py", "-k", "story or list")
    assert 1 == code
    assert "give each of these a row in docs/reference/formats/index.md" in printed
    copy.apply(*copy.listed("you", "you, then the command") - copy.changed())
    code, printed = copy.run("scripts/make_docs.py")  # the one step of the command that has work here
    assert 0 == code, printed
    tests = ("tests/interop/test_pierdesk.py", "tests/interop/test_tables.py", "tests/docs/test_api.py")
    code, printed = copy.test(*tests, "-k", "story or list or table or entry or pierdesk or signatures", update=True)
    assert 0 == code, printed
    assert "`head`" in (tmp_path / "docs/reference/formats/pierdesk.md").read_text("utf-8")
    copy.assert_as_listed()
