"""The word lists, the tags and the patterns over them."""

import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema.reading._lexicon.tags import TAGS
from newsschema.reading._lexicon.words import WORDS, WordLists, known_tags

_PACKAGE = files("newsschema.reading")
_FILE = tomllib.loads(_PACKAGE.joinpath("lexicon.toml").read_text(encoding="utf-8"))
_SOURCES = [file.read_text("utf-8") for file in Path(str(_PACKAGE)).rglob("*.py")]


def test_each_list_is_used():
    """No list stands in the file that no rule asks for."""
    asked = {name for source in _SOURCES for name in re.findall(r"\b(?:WORDS|self)\.(\w+)", source)}
    assert set() == {field.name for field in attrs.fields(WordLists)} - asked


def test_each_list_that_is_asked_for_is_there():
    """A rule that asks for a list by a name that is none would fail only when it is reached."""
    asked = {name for source in _SOURCES for name in re.findall(r"\bWORDS\.(\w+)", source)}
    assert set() == asked - {*dir(WordLists), *(field.name for field in attrs.fields(WordLists))}


def test_no_word_is_listed_twice():
    """A list holds each of its words once."""
    tables = {name: value if isinstance(value, dict) else {"": value} for name, value in _FILE.items()}
    del tables["irregular"]  # "cut cut"
    lists = [(table, key, words) for table, lists in tables.items() for key, words in lists.items()]
    counted = [(table, key, Counter(words.split())) for table, key, words in lists if isinstance(words, str)]
    assert [] == [(table, key, word) for table, key, words in counted for word in words if words[word] > 1]


@pytest.mark.parametrize("name", WORDS.tags)
def test_each_list_of_a_tag_names_one(name):
    """The lists of words by tag are named as the tags are."""
    assert name in TAGS.letters


@pytest.mark.parametrize("table", [WORDS.fits, WORDS.may_fit])
def test_each_class_with_complements_is_one(table):
    """The tables of complements speak of classes of verbs that there are."""
    kinds = {*WORDS.classes, "light", "raise", "affect", "noun", "existential", "adjective", "unlisted"}
    assert set() == set(table) - kinds


@pytest.mark.parametrize("name", ["addressed", "bridges", "to_somebody", "naming_verbs", "denying"])
def test_a_list_of_verbs_has_only_such_as_attribute(name):
    """What a verb of attribution can do more is said only of verbs of attribution."""
    assert set() == getattr(WORDS, name) - WORDS.cue_verbs


def test_tags_are_told_apart():
    """Each tag is one letter of its own, and each word has one of them."""
    tags = TAGS.letters.values()
    assert ({1}, len(tags)) == ({len(tag) for tag in tags}, len({*tags}))
    assert {*known_tags().values()} <= {*tags}


def test_patterns_are_written_in_names():
    """A pattern names tags and classes of them, several with a bar, all others with a mark of exclamation."""
    made = TAGS.pattern("(?<= <determiner> ) <adjective|number>* <!comma|newline>")
    assert ["A#N"] == made.findall("DA#N,")
    assert {*"NKP"} == TAGS["head"] == TAGS["noun plural name"]


@pytest.mark.parametrize(
    ("made", "plain"),
    [
        ("(?<= <determiner> ) <noun> <comma>?", "(?<= D ) N ,?"),
        ("(?<! <determiner> ) <noun> <comma>?", "(?<! D ) N ,?"),
        ("(?: (?<= <determiner> ) | (?<= <adjective> <noun> ) ) <noun> <comma>?", "(?: (?<= D ) | (?<= AN ) ) N ,?"),
        ("(?<= <determiner|comma> ) <noun> | <adjective> <comma>", "(?<= [D,] ) N | A,"),
    ],
)
@given(letters=st.text("DAN,", max_size=12), first=st.integers(0, 12))
def test_what_looks_behind_finds_the_same(made, plain, letters, first):
    """A pattern that looks behind its first letter finds what it says, from anywhere, though that is put in front."""
    found = [match.span() for match in TAGS.pattern(made).finditer(letters, first)]
    assert found == [match.span() for match in re.compile(plain, re.VERBOSE).finditer(letters, first)]
