"""The headline, read last: its words are those of somebody in the body, and its surname is a whole name there."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from newsschema._model.enums import Part, QuoteKind
from newsschema._model.quotes import Attribution, Fragment, Quote
from newsschema.reading._building import Builder, Findings
from newsschema.reading._lexicon.tags import TAGS
from newsschema.reading._lexicon.words import WORDS

#: How sure it is that marked words of a headline are those of who says them in the body, or is named beside them.
_CONFIDENCE: Final = 0.85
#: Words in marks at the start, and who does something behind a colon or a dash, or is asked about it.
_BEHIND: Final = TAGS.pattern("""
    <open> (?P<said> <inside>+ ) <close> <colon|dash> (?P<who> <determiner>? <adjective|noun|plural|name>+ )
    (?= <third|base|preposition> )
""")
#: What stands before what somebody is sued, held or blamed for, and how far before the word in its marks.
_CAUSES: Final = frozenset({"amid", "over"})
_MARK_AND_WORD: Final = 2
#: Words by which one speaks of oneself.
_OWN: Final = frozenset({"i", "me", "my", "our", "us", "we"})
_LINKS: Final = TAGS["link to subordinator"]


def with_headline(body: Builder, findings: Findings, headline: Builder) -> Findings:
    """Add the marked words of a headline: each with the source of the quote in the body that has the same words.

    Where no quote in the body has them they are those of whom the headline names, if anybody. Only words between
    marks count; what a headline reports is told in the body.
    """
    quotes = findings[1]
    said = _verbatim(quotes)
    found = headline.build()[1]
    mentions = headline.mentions()
    added: list[Quote] = []
    for quote in found:
        pieces = _marked(quote)
        if not pieces:
            continue
        echo = None if _is_matter(headline, pieces) else _echoed([_plain(piece.text) for piece in pieces], said)
        source, sure = (None, None) if echo is None else (echo.source, echo.confidence)
        if source is None and quote.id in mentions:
            first, after = mentions[quote.id]
            on_topic = headline.marked.outer[after] in _LINKS  # "Doe on exit: ‘...’", but "Heat on Doe: ‘...’"
            source = body.linker.elsewhere(headline.linker.cast.read(first, after), known=on_topic)
        source = source or _told_behind(body, headline, quote)
        sure = min(sure or _CONFIDENCE, _CONFIDENCE)
        attribution = None if source is None else Attribution(source=source, confidence=sure)
        kind = QuoteKind.EPITHET if source is None else QuoteKind.DIRECT
        added.append(Quote(id=f"h{len(added) + 1}", kind=kind, content=pieces, attribution=attribution))
    return body.sources(), (*added, *quotes)


def _is_matter(headline: Builder, pieces: tuple[Fragment, ...]) -> bool:
    """Whether a word in marks only tells what something is about: "Roe sued over ‘bullying’"."""
    tokens = headline.marked.tokens
    before = bisect_left(tokens.starts, pieces[0].start or 0) - _MARK_AND_WORD
    return " " not in pieces[0].text and before >= 0 and tokens.lower[before] in _CAUSES


def _told_behind(body: Builder, headline: Builder, quote: Quote) -> str | None:
    """Who is named behind words in the first person that open a headline: "‘I am late’: Doe tells of the fire"."""
    tokens, outer = headline.marked.tokens, headline.marked.outer
    found = _BEHIND.match(outer)
    if found is None or tokens.starts[found.start("said")] != quote.content[0].start:
        return None
    if _OWN.isdisjoint(tokens.lower[slice(*found.span("said"))]):
        return None
    return body.linker.elsewhere(headline.linker.cast.read(*found.span("who")), known=True)


def _verbatim(quotes: tuple[Quote, ...]) -> list[tuple[str, Quote]]:
    """The marked words of quotes, each with its quote; titles in what somebody reports are nobody's words."""
    pieces = ((piece, quote) for quote in quotes for piece in quote.content if piece.verbatim)
    return [(_plain(piece.text), quote) for piece, quote in pieces if not _is_title(piece, quote)]


def _is_title(piece: Fragment, quote: Quote) -> bool:
    """Whether marked words within reported ones have capitals throughout: "the star of “Heat” died, she said"."""
    words = [word for word in piece.text.split() if word[0].isalpha()]
    return quote.kind is QuoteKind.PARTIAL and all(word[0].isupper() or word in WORDS.small_in_titles for word in words)


def _marked(quote: Quote) -> tuple[Fragment, ...]:
    """The pieces of a quote that stand between marks, as those of a headline."""
    return tuple(
        Fragment(text=piece.text, start=piece.start, end=piece.end, part=Part.HEADLINE)
        for piece in quote.content
        if piece.verbatim
    )


def _echoed(pieces: list[str], said: list[tuple[str, Quote]]) -> Attribution | None:
    """How the quote in the body that has the same words is said."""
    echo = next((quote for text, quote in said if all(part in text or text in part for part in pieces)), None)
    return None if echo is None else echo.attribution


def _plain(said: str) -> str:
    """Words without case, marks and stops."""
    return " ".join(re.findall(r"\w+", said.lower()))
