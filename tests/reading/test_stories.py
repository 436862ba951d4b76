"""The reader over stories of our own writing, quote by quote; what it gets wrong is an expected failure by name.

A quote is named by its story and its number, as in `agency-envoy/q1`. It is right where the reader has one of the
same kind with the same marked stretches, whose reported words overlap by half, with the same mention, cue, addressee,
setting, time and relay, the same polarity, and a source of the same name; a source without a name must be the same one
in all its quotes. `wrong.json` says what is not yet right, and in what; a quote that becomes right must leave it.
"""

import importlib.util
import json
from functools import cache
from pathlib import Path

import pytest

from newsschema import Article, Fragment, Quote, Source, from_json
from newsschema._model.anchors import SPAN_FIELDS
from newsschema.reading import find_quotes, read_text

_STORIES = Path(__file__).with_name("stories")
_WRONG: dict[str, str] = json.loads((_STORIES / "wrong.json").read_text("utf-8"))
_NAMES = sorted(path.stem for path in _STORIES.glob("*.txt"))


@cache
def _story(name: str) -> Article:
    return from_json((_STORIES / f"{name}.json").read_bytes())


@cache
def _read(name: str) -> tuple[tuple[Source, ...], tuple[Quote, ...]]:
    """What the reader finds, at positions in the story's own text."""
    story = _story(name)
    if story.headline is None:
        return find_quotes(story.text, min_confidence=0)
    article = read_text(story.text, headline=story.headline, min_confidence=0)
    assert story.text == article.text
    return article.sources, article.quotes


def _marked(quote: Quote) -> list[Fragment]:
    return [fragment for fragment in quote.content if fragment.verbatim]


def _reported(quote: Quote) -> set[int]:
    """The positions of the reported words."""
    return {at for piece in quote.content if not piece.verbatim for at in range(piece.start or 0, piece.end or 0)}


def _near(due: Quote, found: Quote) -> bool:
    """Whether two quotes are of the same words."""
    here, there = _reported(due), _reported(found)
    return _marked(due) == _marked(found) and 2 * len(here & there) >= len(here | there)


def _differences(name: str, due: Quote) -> list[str]:
    """What is not right about a quote, in words."""
    story, (sources, quotes) = _story(name), _read(name)
    found = next((quote for quote in quotes if _near(due, quote)), None)
    if found is None:
        return ["content"]
    wrong = [] if due.kind is found.kind else [f"kind {found.kind}"]
    if due.attribution is None:
        return wrong if found.source is None else [*wrong, "source"]
    if found.attribution is None:
        return [*wrong, "attribution"]
    for field in (*SPAN_FIELDS, "polarity"):
        expected, actual = getattr(due.attribution, field), getattr(found.attribution, field)
        if expected != actual:
            wrong.append(f"{field} {getattr(actual, 'text', actual)!r}")
    meant, given = story.source_of(due), next((source for source in sources if source.id == found.source), None)
    if (meant and meant.name) != (given and given.name):
        read = repr(given and given.label)
        wrong.append(f"source {read if given is None or given.name else f'a description, {read}'}")
    first = next(quote for quote in story.quotes if quote.source == due.source)
    other = next((quote for quote in quotes if _near(first, quote)), None)
    if other is not None and other.source != found.source:
        wrong.append("another source than before")
    return wrong


def _unexpected(name: str) -> list[str]:
    """The words of what is read and not annotated."""
    due = _story(name).quotes
    return [quote.words for quote in _read(name)[1] if not any(_near(quote, annotated) for annotated in due)]


def _cases() -> list[object]:
    cases = []
    for name in _NAMES:
        for quote in _story(name).quotes:
            case = f"{name}/{quote.id}"
            marks = [pytest.mark.xfail(strict=True, reason=_WRONG[case])] if case in _WRONG else []
            cases.append(pytest.param(name, quote.id, id=case, marks=marks))
    return cases


@pytest.mark.parametrize(("name", "number"), _cases())
def test_quote(name: str, number: str) -> None:
    """The reader finds the quote as it is annotated."""
    (due,) = (quote for quote in _story(name).quotes if quote.id == number)
    assert [] == _differences(name, due)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.xfail(strict=True, reason=_WRONG[name])] if name in _WRONG else [])
        for name in _NAMES
    ],
)
def test_nothing_else(name: str) -> None:
    """The reader finds no quote that is not annotated."""
    assert [] == _unexpected(name)


@pytest.mark.parametrize("case", sorted(_WRONG))
def test_what_is_wrong_is_what_is_said(case: str) -> None:
    """Each expected failure says what the reader makes of the words now: the page of known mistakes shows it."""
    name, _, number = case.partition("/")
    due = [quote for quote in _story(name).quotes if quote.id == number]
    found = _differences(name, due[0]) if due else [f"finds {words!r}" for words in _unexpected(name)]
    assert "; ".join(found) == _WRONG[case]


def test_no_expectation_is_idle() -> None:
    """Every expected failure names a story or a quote that there is."""
    known = {*_NAMES, *(f"{name}/{quote.id}" for name in _NAMES for quote in _story(name).quotes)}
    assert set() == {*_WRONG} - known


def test_stories_are_built() -> None:
    """Each story's JSON is what its annotated text gives."""
    found = importlib.util.spec_from_file_location("build_stories", _STORIES / "build.py")
    assert found is not None
    assert found.loader is not None
    build = importlib.util.module_from_spec(found)
    found.loader.exec_module(build)
    assert sorted([*_NAMES, "wrong"]) == sorted(path.stem for path in _STORIES.glob("*.json"))
    for name in _NAMES:
        article = build.built(name, (_STORIES / f"{name}.txt").read_text("utf-8"))
        assert build.written(article) == (_STORIES / f"{name}.json").read_text("utf-8")
