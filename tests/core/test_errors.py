"""Errors carry data, read well, and survive a pickle."""

import copy
import inspect
import pickle
import typing
import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsschema
from newsschema import (
    Code,
    Issue,
    MissingExtraError,
    NewsSchemaError,
    NewsSchemaWarning,
    PositionError,
    ValidationError,
)
from newsschema._model.printable import printable_line, printable_text

_ISSUE = Issue(Code.WRONG_TYPE, ("quotes", 0, "id"), "expected a string, got 5")


@pytest.mark.parametrize(
    "error",
    [
        ValidationError([_ISSUE]),
        ValidationError(iter([_ISSUE, _ISSUE.with_prefix("article")])),
        PositionError("5 is outside"),
        MissingExtraError("newsschema.strategies", "hypothesis"),
        NewsSchemaError("x"),
        NewsSchemaWarning("x"),
    ],
)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_copies(error, copied) -> None:
    """A copied or pickled error has the same type, data and words."""
    twin = copied(error)
    assert (type(error), str(error), error.args, vars(error)) == (type(twin), str(twin), twin.args, vars(twin))


@given(st.text(), st.text())
def test_an_issue_is_one_line(key, message) -> None:
    """Whatever a document brings into path and message, the issue is one line, and nothing in it is hidden."""
    line = str(Issue(Code.UNKNOWN_FIELD, (key,), message))
    assert len(line.splitlines()) == 1
    assert {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"} == set()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n::error::b\r\tc", "a␊::error::b␍␉c"),
        ("\x1b[31m\x7f\x9b\x85\u2028", "␛[31m␡\ufffd␤␤"),
        ("a\u202eb\u2066c", "a[U+202E]b[U+2066]c"),
        ("caf\udce9 \ud83d", "caf\\xe9 \ufffd"),
        ("\ufff9\U000e0041", "[U+FFF9][U+E0041]"),
        ("zero\u200djoined \u200fmarked 🌧", "zero\u200djoined \u200fmarked 🌧"),
    ],
)
def test_what_is_hidden_becomes_visible(text, line) -> None:
    """Control characters, overrides of the direction, other newlines and what is no character have a sign each."""
    assert line == printable_line(text)
    shown = printable_text(text)
    assert (len(text), len(shown.splitlines())) == (len(shown), text.count("\n") + 1)
    assert {unicodedata.category(character) for character in shown} & {"Cs", "Zl", "Zp"} == set()
    assert {character for character in shown if unicodedata.category(character) == "Cc"} <= {"\n", "\t"}


def test_families() -> None:
    """Every error is a `NewsSchemaError`, and what its kind is in Python."""
    assert issubclass(ValidationError, NewsSchemaError)
    assert issubclass(ValidationError, ValueError)
    assert issubclass(PositionError, NewsSchemaError)
    assert issubclass(PositionError, ValueError)
    assert issubclass(MissingExtraError, NewsSchemaError)
    assert issubclass(MissingExtraError, ImportError)
    assert issubclass(NewsSchemaWarning, UserWarning)


def test_one_fault_reads_as_a_line() -> None:
    """A single issue is the whole message; several are counted and listed."""
    assert str(ValidationError([_ISSUE])) == "quotes[0].id: expected a string, got 5 (wrong-type)"
    assert str(ValidationError([_ISSUE, Issue("cycle", (), "x")])) == (
        "2 faults\n  quotes[0].id: expected a string, got 5 (wrong-type)\n  x (cycle)"
    )


def test_missing_extra_names_the_command() -> None:
    """The message of a missing extra is the command that installs it."""
    assert str(MissingExtraError("newsschema.strategies", "hypothesis")) == (
        "newsschema.strategies needs an optional dependency: pip install 'newsschema[hypothesis]'"
    )


@given(st.lists(st.text() | st.integers(0)))
def test_pointer_leads_back(path: list[str | int]) -> None:
    """Reading a JSON Pointer by RFC 6901 gives the path's steps again."""
    pointer = Issue("x", tuple(path), "").pointer
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    assert [str(step) for step in path] == steps


def test_under_looks_from_further_out() -> None:
    """An issue seen from further out has a longer path and is otherwise the same."""
    assert Issue("cycle", ("a", 1, "b"), "x") == Issue("cycle", ("b",), "x").with_prefix("a", 1)
    assert hash(Issue("cycle", (), "x")) == hash(Issue(Code.CYCLE, (), "x"))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        _ISSUE.code = "other"


def test_codes_are_kebab_case() -> None:
    """A code is its name in kebab case, each once."""
    assert [member.name.lower().replace("_", "-") for member in Code] == [str(member) for member in Code]


@pytest.mark.parametrize("name", newsschema.__all__)
def test_hints_can_be_read(name) -> None:
    """What tools ask of a public class or function has all names that its signature has."""
    found = getattr(newsschema, name)
    if inspect.isclass(found) and not attrs.has(found):
        typing.get_type_hints(found.__init__)
    elif inspect.isclass(found) or inspect.isfunction(found):
        typing.get_type_hints(found)
