"""Every example on every page is run, and what the page shows of its output is what it gave.

A fenced block with a title is a file that the later examples of its page find beside them. A `python` block is run, a
page in a namespace of its own; a `text` block after it is what it printed; `pycon` is a conversation, as in docstrings.
In a `console` block each line after `$` is run by a shell. `[…]` stands for anything. `UPDATE_EXAMPLES=1` writes what
was printed into the pages, to be looked at.
"""

import doctest
import os
import re
import subprocess
import sys
import tomllib
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import hypothesis
import pytest

yaml = pytest.importorskip("yaml", reason="the docs group is not installed")
sybil = pytest.importorskip("sybil", reason="the docs group is not installed")

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)(?P<info>[^\n]*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
SNIPPET = re.compile(r'^--8<-- "(.+)"$', re.MULTILINE)
PARSED = {"toml": tomllib.loads, "yaml": yaml.safe_load}
NOT_RUN = {"", "sh", "html", "javascript", "json", *PARSED}


def blocks(document):
    """The fenced blocks of a page."""
    for match in FENCE.finditer(document.text):
        parsed = {**match.groupdict(), "span": match.span("body")}
        parsed["body"] = re.sub(f"^{parsed['indent']}", "", parsed["body"], flags=re.MULTILINE)
        yield sybil.Region(match.start(), match.end(), parsed, evaluate)


def evaluate(example):
    """Run one block."""
    page, block = example.namespace["page"], example.parsed
    body = SNIPPET.sub(lambda match: (ROOT / match[1]).read_text("utf-8").rstrip("\n"), block["body"])
    title = re.search(r'title="([^"]+)"', block["info"])
    if block["language"] in PARSED:
        PARSED[block["language"]](body)
    if title and "/" not in title[1]:
        Path(title[1]).write_text(body, "utf-8")
    elif title and "/" in title[1] and block["language"] not in PARSED:
        pass  # a part of a file that is elsewhere
    elif block["language"] == "python":
        page.settle()
        code = compile("\n" * (example.line) + body, example.path, "exec")
        with redirect_stdout(StringIO()) as out:
            exec(code, page.names)
        page.printed = out.getvalue()
    elif block["language"] == "pycon":
        page.talk(body, example)
    elif block["language"] == "text":
        page.compare(page.printed, body, block)
        page.printed = ""
    elif block["language"] == "console":
        page.compare("".join(shell(command) for command in re.findall(r"^\$ (.+)$", body, re.MULTILINE)), body, block)
    else:
        assert block["language"] in NOT_RUN, f"nobody knows how to run {block['language']!r}"


def shell(command):
    """The command as a page shows it, with what it wrote and its exit code where that is not 0."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "COLUMNS": "88", "NO_COLOR": "1"}
    done = subprocess.run(
        ["sh", "-c", command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return f"$ {command}\n{done.stdout.decode()}"


class Page:
    """What the examples of one page share."""

    def __init__(self, path):
        self.path = path
        self.names = {"__name__": "__main__"}
        self.printed = ""
        self.shown = []

    def settle(self):
        """See that no output went unshown."""
        assert self.printed == "", "an example prints what the page does not show"

    def talk(self, body, example):
        """Run a conversation with the interpreter."""
        self.settle()
        test = doctest.DocTestParser().get_doctest(body, self.names, example.path, example.path, example.line)
        test.globs = self.names
        runner = doctest.DebugRunner(optionflags=doctest.ELLIPSIS)
        assert runner.run(test, clear_globs=False).failed == 0

    def compare(self, printed, shown, block):
        """Hold what was printed against what the page shows."""
        printed, shown = (re.sub(r"[ ]+$", "", text, flags=re.MULTILINE).rstrip("\n") for text in (printed, shown))
        pattern = re.escape(shown).replace(re.escape("[…]"), "(?s:.*?)")
        if os.environ.get("UPDATE_EXAMPLES") and not re.fullmatch(pattern, printed):
            indented = "".join(f"{block['indent']}{line}".rstrip() + "\n" for line in printed.splitlines())
            self.shown.append((block["span"], indented))
        elif not re.fullmatch(pattern, printed):
            assert shown == printed

    def update(self):
        """Write what was printed into the page."""
        text = self.path.read_text("utf-8")
        for (start, end), printed in reversed(self.shown):
            text = text[:start] + printed + text[end:]
        if self.shown:
            self.path.write_text(text, "utf-8")


@pytest.fixture
def few():
    """A property on a page is run on few examples: what it shows is how to write one."""
    before = hypothesis.settings.default
    hypothesis.settings.register_profile("page", max_examples=10)
    hypothesis.settings.load_profile("page")
    yield
    hypothesis.settings.register_profile("before", before)
    hypothesis.settings.load_profile("before")


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT / "docs")))
def test_examples(path, tmp_path, monkeypatch):
    """The page's examples run in their order and print what it shows."""
    monkeypatch.chdir(tmp_path)
    document = sybil.Sybil(parsers=[blocks], path=str(path.parent)).parse(path)
    page = document.namespace["page"] = Page(path)
    for example in document.examples():
        example.evaluate()
    page.settle()
    page.update()


def test_there_are_examples():
    """The pages were found, and they do have examples."""
    assert sum("```python" in path.read_text("utf-8") for path in PAGES) >= 8
