"""The story the project starts from, against its annotation."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from newsschema import Article, Quote, Span, from_json, read_text, to_json
from newsschema.reading import find_quotes

_SEED = Path(__file__).parents[2].parent / "shared" / "seed"
if not _SEED.exists():  # a checkout elsewhere than beside it
    _SEED = Path(__file__).parents[3].parent / "shared" / "seed"
pytestmark = pytest.mark.skipif(
    not (_SEED / "gold-1.0.json").exists(), reason="the published story that it is tested on may not be copied here"
)

_KINDS = {"mixed": "partial", "direct": "direct", "indirect": "indirect", "epithet": "epithet"}
_POLARITY = {"positive": "affirmed", "negative": "denied", "hypothetical": "hypothetical"}


def _gold() -> dict:
    return json.loads((_SEED / "gold-1.0.json").read_text(encoding="utf-8"))


def _text() -> str:
    return (_SEED / "article.txt").read_bytes().decode()


def _ids() -> list[str]:
    return [item["id"] for item in _gold()["attributions"]] if (_SEED / "gold-1.0.json").exists() else []


def _found(wanted: dict) -> Quote:
    """The quote whose cue is the annotated one."""
    cue = wanted["cue"]
    (quote,) = [
        quote
        for quote in find_quotes(_text())[1]
        if quote.attribution and quote.attribution.cue and quote.attribution.cue.start == cue["start"]
    ]
    return quote


def _place(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def _wanted(place: dict | None) -> tuple[int, int] | None:
    return None if place is None else (place["start"], place["end"])


def test_the_story_that_is_read_has_the_same_sources_as_its_words():
    """The header that reading takes away does not change who says what."""
    _, quotes = find_quotes(_text())
    article = read_text(_text())
    sources = {source.id: source for source in find_quotes(_text())[0]}
    wanted = [quote.source and sources[quote.source].label for quote in quotes]
    assert [quote.source and article.source_of(quote).label for quote in article.quotes] == wanted


@pytest.mark.parametrize("name", _ids())
def test_every_attribution_is_found_whole(name):
    """Kind, cue, mention, addressee, setting, time and polarity are those of the annotation, in both its layers."""
    wanted = next(item for item in _gold()["attributions"] if item["id"] == name)
    quote = _found(wanted)
    who = quote.attribution
    assert {
        "kind": _KINDS[wanted["kind"]],
        "cue": _wanted(wanted["cue"]),
        "mention": _wanted(wanted["source_mention"]),
        "addressee": _wanted(wanted["addressee"]),
        "setting": _wanted(wanted["venue"]),
        "time": _wanted(wanted["time"]),
        "polarity": _POLARITY[wanted["polarity"]],
        "nested": wanted["nested_in"] is not None,
        "verbatim": [_wanted(piece) for piece in wanted["segments"]],
    } == {
        "kind": quote.kind,
        "cue": _place(who.cue),
        "mention": _place(who.mention),
        "addressee": _place(who.addressee),
        "setting": _place(who.setting),
        "time": _place(who.time),
        "polarity": who.polarity,
        "nested": quote.parent is not None,
        "verbatim": [_place(piece) for piece in quote.content if piece.verbatim],
    }


@pytest.mark.parametrize("name", _ids())
def test_content_has_the_annotated_extent(name):
    """The pieces together reach as far as the annotated content without its marks."""
    wanted = next(item for item in _gold()["attributions"] if item["id"] == name)
    quote = _found(wanted)
    pieces = wanted["content"] or wanted["segments"]
    outer = _text()[pieces[0]["start"] : pieces[-1]["end"]]
    start = pieces[0]["start"] + len(outer) - len(outer.lstrip('"'))
    assert (start, start + len(outer.strip('"'))) == (quote.content[0].start, quote.content[-1].end)


def test_sources_are_those_of_the_annotation():
    """Each source speaks in exactly the attributions that the annotation gives it."""
    sources, _ = find_quotes(_text())
    mine: dict[str | None, set[str]] = {}
    theirs: dict[str | None, set[str]] = {}
    for item in _gold()["attributions"]:
        mine.setdefault(_found(item).source, set()).add(item["id"])
        theirs.setdefault(item["source"], set()).add(item["id"])
    assert sorted(map(sorted, theirs.values())) == sorted(map(sorted, mine.values()))
    assert len(_gold()["sources"]) == len(sources)


def test_source_records_say_what_the_annotation_says():
    """Name, kind and anonymity of every source are right."""
    gold = _gold()
    sources = {source.id: source for source in find_quotes(_text())[0]}
    wanted, have = {}, {}
    for item in gold["attributions"]:
        if item["source"] is not None:
            source, record = sources[_found(item).source], gold["sources"][item["source"]]
            wanted[item["id"]] = (record["name"], record["type"], record["anonymity"])
            have[item["id"]] = (source.name, source.kind, source.anonymity)
    assert wanted == have


def test_nothing_else_is_found():
    """The reader finds the annotated attributions and no other."""
    assert len(_gold()["attributions"]) == len(find_quotes(_text())[1])


def test_story_is_read_whole():
    """Headline, credit, date and body come out; the trailing line is kept apart."""
    article = read_text(_text())
    assert (
        "Syria regime forces close in on IS group-held Palmyra",
        "AFP",
        date(2016, 3, 24),
        27,
        ("Short link:",),
    ) == (
        article.headline,
        article.credit,
        article.published,
        len(article.paragraphs),
        article.extra["org.newsschema.trailer"],
    )


def test_all_stretches_are_verbatim_fragments():
    """Each of the seventeen stretches between marks is a verbatim fragment."""
    article = read_text(_text())
    marked = {match[1] for match in re.finditer(r'"([^"]+)"', article.text)}
    assert marked == {piece.text for quote in article.quotes for piece in quote.content if piece.verbatim}


def test_article_survives_json():
    """The article equals what its JSON reads back to."""
    article = read_text(_text())
    assert isinstance(article, Article)
    assert article == from_json(to_json(article))
