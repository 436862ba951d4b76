"""The strategies draw valid values of every shape, and simple ones where a test fails."""

import subprocess
import sys
import unicodedata
from datetime import datetime
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from newsschema import Article, Attribution, MissingExtraError, Part, Quote, QuoteKind, Source, Span, strategies
from newsschema._model.anchors import spans_of
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS
from newsschema._model.values import Format

_FAST = settings(database=None, deadline=None, max_examples=3000, phases=[Phase.generate])
_SMALLEST = settings(database=None, deadline=None, max_examples=600, phases=[Phase.generate, Phase.shrink])


def _some(condition: Any, drawn: Any = None) -> Any:
    """A drawn value for which the condition holds; without shrinking, since any will do."""
    return find(strategies.articles() if drawn is None else drawn, condition, settings=_FAST)


@pytest.mark.parametrize("cls", MODELS)
def test_registered(cls: type) -> None:
    """Hypothesis draws each type by its name alone, and draws objects of just that type."""
    assert cls is type(_some(lambda _: True, st.from_type(cls)))


@pytest.mark.parametrize("first", ["hypothesis", "newsschema.strategies"])
def test_imports_in_any_order(first: str) -> None:
    """Whether Hypothesis or the strategies come first, both are whole, and nothing is drawn before it is asked for."""
    code = (
        f"import {first}, newsschema.strategies, hypothesis.strategies as st; print(st.from_type(newsschema.Article))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "articles()\n" == done.stdout


@pytest.mark.parametrize("name", strategies.__all__)
def test_every_strategy_draws(name: str) -> None:
    """Each strategy draws the type that it is named for."""
    made = _some(lambda _: True, getattr(strategies, name)())
    assert name == {"Quote": "quotes"}.get(type(made).__name__, f"{type(made).__name__.lower()}s")


@given(st.data(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_spans_of_a_text(data: st.DataObject, text: str) -> None:
    """Drawn for a text, every span with a place is in it."""
    article = Article(id="urn:x:1", text=text)
    for draw in (strategies.spans, strategies.fragments, strategies.edits):
        span = data.draw(draw(text))
        assert span.start is None or span.text == article.text[span.start : span.end]
    quote = data.draw(strategies.quotes(text, sources=["s1"]))
    source = data.draw(strategies.sources(members=["s1"]))
    said = data.draw(strategies.attributions(text, sources=["s1"]))
    assert said.source in (None, "s1")
    assert set(source.members) <= {"s1"}
    one = Source(id="s1", name="Ines Okafor")
    assert (quote,) == article.replace(quotes=(quote,), sources=(one,)).quotes


@given(st.data(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_articles_of_a_text(data: st.DataObject, text: str) -> None:
    """Drawn for a text, even an empty one, an article has just that text."""
    assert text == data.draw(strategies.articles(text)).text


def _spans(article: Article) -> list[Span]:
    return [span for quote in article.quotes for _, span in spans_of(quote)]


_SHAPES: dict[str, Any] = {
    "astral characters": lambda a: any(ord(c) > 0xFFFF for c in a.text),
    "combining marks": lambda a: any(unicodedata.combining(c) for c in a.text),
    "right-to-left text": lambda a: any(unicodedata.bidirectional(c) in ("R", "AL") for c in a.text),
    "several paragraphs": lambda a: len(a.paragraphs) > 2,
    "no text": lambda a: a.text == "",
    "split quotes": lambda a: any(len(q.content) > 2 and all(f.start is not None for f in q.content) for q in a.quotes),
    "a quote in two parts": lambda a: any(
        len({f.part for f in q.content if f.start is not None}) > 1 for q in a.quotes
    ),
    "nested quotes": lambda a: any(q.parent and all(f.start is not None for f in q.content) for q in a.quotes),
    "nested twice": lambda a: any(q.parent and p.parent for q in a.quotes for p in a.quotes if p.id == q.parent),
    "a child before its parent": lambda a: a.quotes and a.quotes[0].parent,
    "members": lambda a: any(len(s.members) > 1 for s in a.sources),
    "a member before its group": lambda a: a.sources and a.sources[-1].members,
    "the headline": lambda a: any(s.part is Part.HEADLINE and s.start is not None for s in _spans(a)),
    "the summary": lambda a: any(s.part is Part.SUMMARY and s.start is not None for s in _spans(a)),
    "a span without a place": lambda a: any(s.start is None for s in _spans(a)),
    "a cue before its mention": lambda a: any(_gap(q) < 0 for q in a.quotes),
    "a cue after its mention": lambda a: any(_gap(q) > 0 for q in a.quotes),
    "edits": lambda a: any(len(q.edits) > 1 for q in a.quotes),
    "a translation": lambda a: any(q.translated_from for q in a.quotes),
    "a partial quote of both": lambda a: any(len({f.verbatim for f in q.content}) > 1 for q in a.quotes),
    "an attributed epithet": lambda a: any(q.kind is QuoteKind.EPITHET and q.attribution for q in a.quotes),
    "an epithet of nobody": lambda a: any(q.attribution is None for q in a.quotes),
    "a date alone": lambda a: a.published and "T" not in a.published.isoformat(),
    "an offset from UTC": lambda a: isinstance(a.published, datetime) and a.published.utcoffset(),
    "a day, updated at a time": lambda a: a.published and a.updated and type(a.published) is not type(a.updated),
    "several of each": lambda a: min(map(len, (a.authors, a.subjects, a.corrections))) > 1,
    "nested extra": lambda a: any(isinstance(v, dict | tuple) and v for v in a.extra.values()),
}


def _gap(quote: Quote) -> int:
    """How far the cue begins after the mention; 0 where either has no place."""
    said = quote.attribution
    if said is None or said.cue is None or said.mention is None or said.cue.part is not said.mention.part:
        return 0
    return (said.cue.start or 0) - (said.mention.start or 0) if said.cue.start is not None else 0


def test_shapes() -> None:
    """Articles of every shape that breaks software are drawn, and not rarely."""
    missing = dict(_SHAPES)

    def complete(article: Article) -> bool:
        for name in [name for name, condition in missing.items() if condition(article)]:
            del missing[name]
        return not missing

    assert _some(complete), missing


_ENUMS = {cls: [spec.type for spec in field_specs(cls) if spec.format is Format.ENUM] for cls in MODELS}


@pytest.mark.parametrize("cls", [cls for cls in MODELS if _ENUMS[cls]])
def test_every_word(cls: type) -> None:
    """Every member of every enum is drawn, in each type that has it."""
    missing = {word for enum in _ENUMS[cls] for word in enum}

    def complete(drawn: Any) -> bool:
        missing.difference_update(getattr(drawn, spec.name) for spec in field_specs(cls))
        return not missing

    assert _some(complete, st.from_type(cls))


def test_shrinking() -> None:
    """A failing test shows the smallest article that has what it needs."""
    assert Article(id="urn:example:", text="") == find(strategies.articles(), lambda _: True, settings=_SMALLEST)
    article = find(strategies.articles(), lambda a: a.embargoed_until, settings=_SMALLEST)
    assert Article(id="urn:example:", text="", embargoed_until=article.embargoed_until) == article
    quote = find(
        strategies.quotes(), lambda q: len(q.content) > 1 and q.content[1].start is not None, settings=_SMALLEST
    )
    # Hypothesis stops at one of several that nothing smaller is near: with an epithet, or with pieces in two parts.
    assert quote.attribution in (None, Attribution())
    assert ["0", "0"] == [span.text for span in quote.content]
    assert () == quote.edits


def test_without_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hypothesis the error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "newsschema.strategies")
    with pytest.raises(MissingExtraError, match=r"pip install 'newsschema\[hypothesis\]'"):
        __import__("newsschema.strategies")


@pytest.mark.parametrize("small", [False, True], ids=["rich", "small"])
@given(data=st.data(), least=st.integers(0, 3), kinds=st.sets(st.sampled_from(QuoteKind), min_size=1))
def test_what_a_tester_asks_for(data: st.DataObject, least: int, kinds: set[QuoteKind], small: bool) -> None:
    """Articles have as many quotes as asked for, of the kinds asked for, each span with a place where that is asked."""
    article = data.draw(strategies.articles(min_quotes=least, kinds=sorted(kinds), placed=True, small=small))
    assert least <= len(article.quotes)
    assert kinds >= {quote.kind for quote in article.quotes}
    assert None not in {span.start for quote in article.quotes for _, span in spans_of(quote)}


@given(st.data(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_small_articles_about_a_text(data: st.DataObject, text: str) -> None:
    """A small article can be about a text that is given; where it is empty, nothing in it is quoted."""
    article = data.draw(strategies.articles(text, placed=True, small=True))
    assert text == article.text
    assert text or not article.quotes
    assert data.draw(strategies.articles(text, placed=True)).text == text


def test_an_empty_text_has_no_placed_quotes() -> None:
    """Where no span can have a place, none is drawn."""
    for small in (False, True):
        assert () == _some(lambda _: True, strategies.articles("", placed=True, small=small)).quotes


def test_quotes_are_small_when_a_test_fails() -> None:
    """A failing test about quotes shows one short quote and no spare source."""
    found = find(strategies.articles(min_quotes=1, placed=True), lambda _: True, settings=_SMALLEST)
    assert (1, (), 1) == (len(found.quotes), found.sources, len(found.quotes[0].content))
