"""Building: drafts and stretches become quotes and sources of the model."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from newsschema._enums import Part, QuoteKind
from newsschema._model import Attribution, Edit, Fragment, Quote, Source, Span
from newsschema.reading._assembly import Draft
from newsschema.reading._details import Details, details, edits, medium, polarity
from newsschema.reading._linking import Entity, Linker
from newsschema.reading._marks import Marked, Stretch

Range = tuple[int, int]

_NAMING: Final = frozenset("dub call name nickname know title entitle label christen term style bill".split())

_ARTICLES: Final = frozenset({"the", "a", "an", "as", "as the", "as a"})


class Builder:
    """Turns the findings of one text into the model's types."""

    def __init__(self, marked: Marked, drafts: list[Draft]) -> None:
        self.marked = marked
        self.tokens = marked.tokens
        self.text = marked.tokens.text
        self.drafts = drafts
        self._opens = [s.open for s in marked.stretches]
        self._taken: set[int] = set()

    def build(self) -> tuple[tuple[Source, ...], tuple[Quote, ...]]:
        """All sources in the order of their first mention, all quotes in the order of the text."""
        linker = Linker(self.tokens, self.marked.outer)
        found: list[tuple[Draft | None, tuple[Fragment, ...], Entity | None]] = []
        speakers: dict[int, Entity | None] = {}
        for draft in self.drafts:
            pieces = self._fragments(draft)
            if not pieces:
                continue
            parent = speakers.get(id(draft.parent)) if draft.parent is not None else None
            entity = linker.link(draft.mention, draft.paragraph, parent) if draft.mention is not None else None
            speakers[id(draft)] = entity
            found.append((draft, pieces, entity))
        for stretch in self.marked.stretches:
            if stretch.open not in self._taken and (piece := self._verbatim(stretch)):
                found.append((None, (piece,), None))
        found.sort(key=lambda item: (item[1][0].start or 0, -(item[1][-1].end or 0)))
        ids = {id(draft): f"q{n}" for n, (draft, _, _) in enumerate(found, 1) if draft is not None}
        quotes = []
        for number, (draft, pieces, entity) in enumerate(found, 1):
            if draft is None:
                quotes.append(Quote(id=f"q{number}", kind=QuoteKind.EPITHET, content=pieces))
            else:
                parent_id = ids.get(id(draft.parent)) if draft.parent is not None else None
                quotes.append(self._quote(f"q{number}", draft, pieces, entity, parent_id))
        return tuple(entity.source() for entity in linker.entities), tuple(quotes)

    # --- content

    def _fragments(self, draft: Draft) -> tuple[Fragment, ...]:
        """Cut the content of a draft at the marks: reported and verbatim pieces in turn, in reading order."""
        pieces: list[Fragment] = []
        for first, after in sorted(draft.content):
            k = first
            for n in range(bisect_left(self._opens, first), bisect_left(self._opens, after)):
                stretch = self.marked.stretches[n]
                if stretch.open < k:
                    continue
                pieces += self._reported(k, stretch.open)
                verbatim = self._verbatim(stretch)
                if verbatim:
                    pieces.append(verbatim)
                    self._taken.add(stretch.open)
                k = stretch.close + stretch.closed
            if k < after:
                inside = self._stretch_at(k)
                pieces += self._piece(k, after) if inside is not None else self._reported(k, after)
        return tuple(pieces)

    def _stretch_at(self, token: int) -> Stretch | None:
        n = bisect_right(self._opens, token) - 1
        return self.marked.stretches[n] if n >= 0 and self.marked.stretches[n].close > token else None

    def _piece(self, first: int, after: int) -> list[Fragment]:
        """Words that stand inside marks without the marks: those of a quote in a quote."""
        start, end = self.tokens.span(first, after)
        return [Fragment(text=self.text[start:end], start=start, end=end, verbatim=False)]

    def _reported(self, first: int, after: int) -> list[Fragment]:
        while first < after and self.marked.outer[first] in ",;:-.\n":
            first += 1
        while after > first and self.marked.outer[after - 1] in ",;:-\n[]":
            after -= 1
        return self._piece(first, after) if first < after else []

    def _verbatim(self, stretch: Stretch) -> Fragment | None:
        start = self.tokens.end(stretch.open)
        end = self.tokens.starts[stretch.close] if stretch.close < len(self.tokens.starts) else len(self.text)
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return Fragment(text=words, start=start, end=start + len(words), verbatim=True) if words else None

    # --- quotes

    def _quote(self, name: str, draft: Draft, pieces: tuple[Fragment, ...], entity: Entity | None, parent: str | None) -> Quote:
        kind = self._kind(draft, pieces)
        if kind is QuoteKind.EPITHET:
            pieces = tuple(piece for piece in pieces if piece.verbatim)
        cue = draft.source
        low = draft.low
        body = min((first for first, _ in draft.content if first >= draft.cue[1]), default=-1)
        found = details(self.tokens, self.marked.outer, cue, draft.mention, low, body) if cue is not None else Details()
        mention, words = self._span(draft.mention), self._span(draft.cue)
        attribution = Attribution(
            source=entity.id if entity is not None else None,
            mention=mention,
            cue=words,
            addressee=self._span(found.addressee),
            setting=self._span(found.setting),
            time=self._span(found.time),
            **({"polarity": polarity(self.tokens, cue, draft.mention), "medium": medium(cue.base)} if cue is not None else {}),
            confidence=draft.confidence,
        )
        marks = tuple(
            Edit(text=self.text[start:end], start=start, end=end, kind=kind_)
            for piece in pieces
            if piece.verbatim and piece.start is not None and piece.end is not None
            for start, end, kind_ in edits(self.text, piece.start, piece.end)
        )
        return Quote(id=name, kind=kind, content=pieces, attribution=attribution, edits=marks, parent=parent)

    def _kind(self, draft: Draft, pieces: tuple[Fragment, ...]) -> QuoteKind:
        verbatim = [piece.verbatim for piece in pieces]
        if not any(verbatim):
            return QuoteKind.INDIRECT
        cue = draft.source
        named = cue is not None and cue.base in _NAMING and cue.form in "pd" and draft.mention is None
        if named and all(piece.verbatim or piece.text.lower() in _ARTICLES for piece in pieces):
            return QuoteKind.EPITHET  # "dubbed the ..." by nobody
        if not all(verbatim):
            return QuoteKind.PARTIAL
        clause = draft.left or pieces[0].text[0].isupper() or (cue is not None and cue.frame == "colon")
        return QuoteKind.DIRECT if clause else QuoteKind.PARTIAL

    def _span(self, place: Range | None) -> Span | None:
        if place is None or place[0] >= place[1]:
            return None
        start, end = self.tokens.span(*place)
        return Span(text=self.text[start:end], start=start, end=end)


def in_headline(
    headline: str,
    sources: tuple[Source, ...],
    quotes: tuple[Quote, ...],
    found: tuple[tuple[Source, ...], tuple[Quote, ...]],
) -> tuple[tuple[Source, ...], tuple[Quote, ...]]:
    """Add the marked words of a headline: each with the source of the quote in the body that has the same words.

    Only words between marks count; what a headline reports is told in the body.
    """
    said = [(_plain(piece.text), quote) for quote in quotes for piece in quote.content if piece.verbatim]
    known = {source.name: source.id for source in sources if source.name}
    added = []
    for quote in found[1]:
        pieces = tuple(
            Fragment(text=piece.text, start=piece.start, end=piece.end, part=Part.HEADLINE, verbatim=True)
            for piece in quote.content
            if piece.verbatim
        )
        if not pieces:
            continue
        words = [_plain(piece.text) for piece in pieces]
        echo = next((other for text, other in said if all(word in text for word in words)), None)
        name = f"h{len(added) + 1}"
        if echo is not None and echo.attribution is not None:
            added.append(Quote(id=name, kind=QuoteKind.DIRECT, content=pieces, attribution=Attribution(source=echo.source)))
        elif (speaker := _speaker(quote, found[0], known)) is not None:
            added.append(Quote(id=name, kind=QuoteKind.DIRECT, content=pieces, attribution=Attribution(source=speaker)))
        else:
            added.append(Quote(id=name, kind=QuoteKind.EPITHET, content=pieces))
    return sources, (*added, *quotes)


def _speaker(quote: Quote, sources: tuple[Source, ...], known: dict[str, str]) -> str | None:
    """The source of the body whose name ends as the headline's does: "Okafor"."""
    name = next((source.name for source in sources if source.id == quote.source), None)
    return next((key for full, key in known.items() if name and full.endswith(name)), None)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
