"""The README: its examples run, and what it shows is what comes out."""

import doctest
import re
from pathlib import Path

import pytest

from newsschema.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_examples_give_what_they_show(monkeypatch):
    """Every Python example runs, in the order of the page."""
    monkeypatch.chdir(ROOT)
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", README, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    failed, tried = doctest.DocTestRunner().run(test)
    assert (failed, tried) == (0, len(test.examples))
    assert tried > 0


def test_the_shown_story_is_the_shipped_one():
    """The story on the page is the file that its examples read."""
    shown = re.search(r"^>(?: .*)?\n(?:>.*\n)*", README, re.MULTILINE)[0]
    assert re.sub(r"^> ?", "", shown, flags=re.MULTILINE) == (ROOT / "examples" / "ferry.txt").read_text("utf-8")


def test_the_shown_table_is_what_the_command_prints(monkeypatch, capsys):
    """The end of the output of `show` is as the page has it."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["show", "examples/ferry.txt"]) == 0
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    shown = re.search(r"```text\n(.*?)\n```", README, re.DOTALL)[1].splitlines()
    assert printed[-len(shown) :] == shown


@pytest.mark.parametrize("name", sorted(set(re.findall(r"(?:examples|scripts)/[\w.-]+", README))))
def test_the_files_it_names_are_there(name):
    """No command of the page fails for want of a file."""
    assert (ROOT / name).is_file()
