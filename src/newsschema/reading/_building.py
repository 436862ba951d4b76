"""Building: drafts and stretches become quotes and sources of the model."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from newsschema._model.enums import Medium, Part, QuoteKind
from newsschema._model.quotes import Attribution, Edit, Fragment, Quote, Source, Span
from newsschema.reading._assembly import Draft
from newsschema.reading._chunks import Range
from newsschema.reading._cues import Form, Frame
from newsschema.reading._details import Details, details, edits, medium, polarity
from newsschema.reading._linking import Link, Linker
from newsschema.reading._marks import Marked
from newsschema.reading._pairs import Stretch
from newsschema.reading._words import WORDS

Findings = tuple[tuple[Source, ...], tuple[Quote, ...]]

_TRIMMED_BEFORE: Final = frozenset(",;:-.\n")
_TRIMMED_AFTER: Final = frozenset(",;:-\n[]")


class Builder:
    """Turns the findings of one text into the model's types."""

    def __init__(self, marked: Marked, drafts: list[Draft]) -> None:
        self.marked = marked
        self.tokens = marked.tokens
        self.view = marked.tokens.view(marked.outer)
        self.text = marked.tokens.text
        self.drafts = drafts
        self._opens = [stretch.open for stretch in marked.stretches]
        self._closes = {stretch.close for stretch in marked.stretches if marked.outer[stretch.close] in ",."}
        self._taken: set[int] = set()

    def build(self) -> Findings:
        """All sources in the order of their first mention, all quotes in the order of the text."""
        linker = Linker(self.tokens, self.marked.outer)
        speakers: dict[Draft, Link | None] = {}
        found: list[tuple[Draft | None, tuple[Fragment, ...]]] = []
        for draft in self.drafts:
            pieces = self._fragments(draft)
            if pieces:
                parent = speakers.get(draft.parent) if draft.parent is not None else None
                other = parent.entity if parent is not None else None
                speakers[draft] = (
                    linker.link(draft.mention, draft.paragraph, other) if draft.mention is not None else None
                )
                found.append((draft, pieces))
        marked = [self._verbatim(stretch) for stretch in self.marked.stretches if stretch.open not in self._taken]
        found += [(None, (piece,)) for piece in marked if piece is not None]
        found.sort(key=lambda item: (item[1][0].start or 0, -(item[1][-1].end or 0)))
        names = {draft: f"q{number}" for number, (draft, _) in enumerate(found, 1) if draft is not None}
        quotes = tuple(
            self._quote(draft, pieces, speakers[draft], names)
            if draft is not None
            else Quote(id=f"q{number}", kind=QuoteKind.EPITHET, content=pieces)
            for number, (draft, pieces) in enumerate(found, 1)
        )
        return tuple(entity.source() for entity in linker.entities), quotes

    # --- content

    def _fragments(self, draft: Draft) -> tuple[Fragment, ...]:
        """Cut the content of a draft at the marks: reported and verbatim pieces in turn, in reading order."""
        pieces: list[Fragment | None] = []
        for first, after in sorted(draft.content):
            k = first
            for stretch in self.marked.stretches[bisect_left(self._opens, first) : bisect_left(self._opens, after)]:
                mine = draft.parent is not None or stretch.open not in self._taken
                pieces += (self._reported(k, stretch.open), self._verbatim(stretch) if mine else None)
                self._taken.add(stretch.open)
                k = stretch.close + stretch.closed
            pieces.append(self._reported(k, after))
        return tuple(filter(None, pieces))

    def _reported(self, first: int, after: int) -> Fragment | None:
        while first < after and self.marked.outer[first] in _TRIMMED_BEFORE:
            first += 1
        while after > first and self.marked.outer[after - 1] in _TRIMMED_AFTER:
            after -= 1
        if first >= after:
            return None
        start, end = self.tokens.span(first, after)
        return Fragment(text=self.text[start:end], start=start, end=end, verbatim=False)

    def _verbatim(self, stretch: Stretch) -> Fragment | None:
        start = self.tokens.end(stretch.open)
        end = self.tokens.starts[stretch.close] if stretch.close < len(self.tokens.starts) else len(self.text)
        said = self.text[start:end]
        start += len(said) - len(said.lstrip())
        said = said.strip()
        return Fragment(text=said, start=start, end=start + len(said), verbatim=True) if said else None

    # --- quotes

    def _quote(
        self, draft: Draft, pieces: tuple[Fragment, ...], speaker: Link | None, names: dict[Draft, str]
    ) -> Quote:
        kind = self._kind(draft, pieces)
        if kind is QuoteKind.EPITHET:
            pieces = tuple(piece for piece in pieces if piece.verbatim)
        cue = draft.source
        body = min((first for first, _ in draft.content if first >= draft.cue[1]), default=-1)
        found = details(draft.sentence, cue, draft.mention, draft.low, body) if cue and draft.sentence else Details()
        attribution = Attribution(
            source=speaker.entity.id if speaker is not None else None,
            mention=draft.mention and self._span(draft.mention),
            cue=self._span(draft.cue) if draft.cue[0] < draft.cue[1] else None,
            addressee=found.addressee and self._span(found.addressee),
            setting=found.setting and self._span(found.setting),
            time=found.time and self._span(found.time),
            polarity=polarity(draft.sentence, cue, draft.mention),
            medium=medium(cue.base) if cue is not None else Medium.UNKNOWN,
            via=draft.via and self._span(draft.via),
            confidence=draft.confidence,
            source_confidence=speaker.confidence if speaker is not None else None,
        )
        marks = tuple(
            Edit(text=self.text[start:end], start=start, end=end, kind=kind_)
            for piece in pieces
            if piece.verbatim and piece.start is not None and piece.end is not None
            for start, end, kind_ in edits(self.text, piece.start, piece.end)
        )
        parent = names[draft.parent] if draft.parent is not None else None
        return Quote(id=names[draft], kind=kind, content=pieces, attribution=attribution, edits=marks, parent=parent)

    def _kind(self, draft: Draft, pieces: tuple[Fragment, ...]) -> QuoteKind:
        marked = [piece.verbatim for piece in pieces]
        if True not in marked:
            return QuoteKind.INDIRECT
        cue = draft.source
        named = (
            cue is not None
            and cue.base in WORDS.naming_verbs
            and cue.form in {Form.PASSIVE, Form.PARTICIPLE}
            and draft.mention is None
        )
        if named and all(piece.verbatim or piece.text.lower() in WORDS.leading_articles for piece in pieces):
            return QuoteKind.EPITHET  # "dubbed the ..." by nobody
        if False in marked:
            return QuoteKind.PARTIAL
        clause = draft.left or not pieces[0].text[0].islower() or (cue is not None and cue.frame == Frame.COLON)
        return QuoteKind.DIRECT if clause else QuoteKind.PARTIAL

    def _span(self, place: Range) -> Span:
        first, after = place
        start, end = self.tokens.span(first, after + (after in self._closes))
        return Span(text=self.text[start:end], start=start, end=end)


def in_headline(body: Findings, headline: Findings) -> Findings:
    """Add the marked words of a headline: each with the source of the quote in the body that has the same words.

    Only words between marks count; what a headline reports is told in the body.
    """
    sources, quotes = body
    if not headline[1]:
        return body
    said = [(_plain(piece.text), quote) for quote in quotes for piece in quote.content if piece.verbatim]
    names = {source.id: source.name for source in headline[0]}
    added: list[Quote] = []
    for quote in headline[1]:
        pieces = tuple(
            Fragment(text=piece.text, start=piece.start, end=piece.end, part=Part.HEADLINE)
            for piece in quote.content
            if piece.verbatim
        )
        if not pieces:
            continue
        mine = [_plain(piece.text) for piece in pieces]
        echo = next((other for text, other in said if all(part in text or text in part for part in mine)), None)
        name = names.get(quote.source or "")
        same = (source.id for source in sources if name and source.name and source.name.endswith(name))
        speaker = echo.source if echo is not None else next(same, None)
        attribution = None if speaker is None else Attribution(source=speaker)
        kind = QuoteKind.EPITHET if attribution is None else QuoteKind.DIRECT
        added.append(Quote(id=f"h{len(added) + 1}", kind=kind, content=pieces, attribution=attribution))
    return sources, (*added, *quotes)


def _plain(said: str) -> str:
    """Words without case, marks and stops."""
    return " ".join(re.findall(r"\w+", said.lower()))
