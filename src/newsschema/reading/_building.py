"""Building: drafts and stretches become quotes and sources of the model."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from newsschema._marks import find_edits
from newsschema._model.cuts import Cutter
from newsschema._model.enums import Anonymity, Medium, Polarity, QuoteKind, SourceKind
from newsschema._model.quotes import Attribution, Edit, Fragment, Quote, Source, Span
from newsschema._pairing import Stretch
from newsschema.reading._attributions.details import Details, details, medium
from newsschema.reading._attributions.drafts import UTTERING, Draft, says_alone, speaks_as_one
from newsschema.reading._attributions.nested import inner_stretches
from newsschema.reading._budget import Budget
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.evidence import mention_kind
from newsschema.reading._cues.manner import Manner, class_of
from newsschema.reading._cues.polarity import polarity
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._linking.entities import Around, Entity
from newsschema.reading._linking.focus import Link
from newsschema.reading._linking.linking import Linker
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._syntax.marks import Marked
from newsschema.reading._tagging.naming import Sort

Findings = tuple[tuple[Source, ...], tuple[Quote, ...]]

#: How sure it is who says words that stand alone, for each sure mention.
_UNTOLD: Final = 0.85
#: What a name is that these take up.
_SORTS: Final = {"bodies": Sort.BODY, "he": Sort.PERSON, "she": Sort.PERSON}
_NAMING: Final = frozenset({Form.PASSIVE, Form.PARTICIPLE})
_BEFORE_NAME: Final = WORDS.leading_articles | {"he", "it", "she", "they"}  # what is named: "it is called …"
#: What only joins two clauses in marks: "it was “cold” and that “it will stay so”".
_AGAIN: Final = TAGS.pattern("<conjunction|contrast> <that>")
_TRIMMED_BEFORE: Final = frozenset(",;:-.\n")
_TRIMMED_AFTER: Final = frozenset(",;:-\n[]")
#: How often the words of a mention stand in what is found: in the attribution and in the parts of its source.
_SAID_AGAIN: Final = 4


class Builder:
    """Turns the findings of one text into the model's types."""

    def __init__(self, marked: Marked, drafts: list[Draft]) -> None:
        self.marked = marked
        self.tokens = marked.tokens
        self.view = marked.tokens.view(marked.outer)
        self.text = marked.tokens.text
        self.cutter = Cutter(self.text)
        self.drafts = drafts
        self._opens = [stretch.open for stretch in marked.stretches]
        self._inner = [inner for stretch in marked.stretches for inner in inner_stretches(marked.tokens, stretch)]
        self._inner_opens = [stretch.open for stretch in self._inner]
        self._closes = {stretch.close for stretch in marked.stretches if marked.outer[stretch.close] in ",."}
        self._taken: dict[Draft, set[int]] = {}
        self._owned: set[int] = set()
        self.linker = Linker(self.tokens, marked.outer, {one.mention[0] for one in drafts if one.mention})
        self._speakers: dict[Draft, Link | None] = {}
        self._names: dict[Draft, str] = {}
        self._sources: dict[Draft, str] = {}
        self._pieces: dict[Draft, tuple[Fragment, ...]] = {}
        self._polarities: dict[Draft, Polarity] = {}
        self._edited: dict[Draft, tuple[Edit, ...]] = {}

    def build(self) -> Findings:
        """All sources in the order of their first mention, all quotes in the order of the text."""
        budget = Budget(self.text)
        said = [draft for draft in self.drafts if self._is_read(draft, budget)]
        for draft in said:
            told = polarity(draft.sentence, draft.source, draft.mention)
            if told is not None:
                self._polarities[draft] = told
        found: list[tuple[Draft | None, tuple[Fragment, ...]]]
        found = [(draft, self._pieces[draft]) for draft in self._polarities]
        found += [(None, (piece,)) for piece in self._left(said) if budget.take([len(piece.text)])]
        found.sort(key=lambda item: (item[1][0].start or 0, -(item[1][-1].end or 0)))
        self._names = {draft: f"q{number}" for number, (draft, _) in enumerate(found, 1) if draft is not None}
        self._number_sources()
        quotes = tuple(
            Quote(id=f"q{number}", kind=QuoteKind.EPITHET, content=pieces)
            if draft is None
            else self._quote(draft, pieces)
            for number, (draft, pieces) in enumerate(found, 1)
        )
        return self.sources(), quotes

    def _is_read(self, draft: Draft, budget: Budget) -> bool:
        """Read the words and the speaker of a draft; say whether there are any, within the limits of what is given."""
        pieces = self._within_parent(draft, self._fragments(draft))
        named = [len(self.tokens.cut(*draft.mention))] * _SAID_AGAIN if draft.mention is not None else []
        edits = tuple(self._edits(pieces))
        within = draft.parent is None or draft.parent in self._speakers
        if not (pieces and within and budget.take([*named, *(len(piece.text) for piece in (*pieces, *edits))])):
            return False
        self._edited[draft] = edits
        self._speakers[draft] = self._speaker(draft)
        self._pieces[draft] = pieces
        return True

    def _left(self, said: list[Draft]) -> list[Fragment]:
        """The words between marks that none of these say."""
        taken = {place for draft in said for place in self._taken.get(draft, ())}
        left = (self._verbatim(stretch) for stretch in self.marked.stretches if stretch.open not in taken)
        return [piece for piece in left if piece is not None]

    def _number_sources(self) -> None:
        """Keep the sources of the quotes that are kept, and those who speak in them as one; number them anew."""
        linked = {draft: link.entity for draft in self._names if (link := self._speakers.get(draft)) is not None}
        kept: set[str] = set()
        ahead = list(linked.values())
        while ahead:
            entity = ahead.pop()
            if entity.id not in kept:
                kept.add(entity.id)
                ahead += entity.members
        entities = [entity for entity in self.linker.entities if entity.id in kept]
        numbers = {entity.id: f"s{number}" for number, entity in enumerate(entities, 1)}
        self._sources = {draft: numbers[entity.id] for draft, entity in linked.items()}
        for entity in self.linker.entities:
            entity.id = numbers.get(entity.id, "")  # one that is left out may yet speak in the headline
        self.linker.entities[:] = entities

    def _parent(self, draft: Draft) -> str | None:
        """The quote inside which one stands: the nearest of those that are kept."""
        parent = draft.parent
        while parent is not None and parent not in self._names:
            parent = parent.parent
        return self._names[parent] if parent is not None else None

    def sources(self) -> tuple[Source, ...]:
        """All sources in the order of their first mention."""
        return tuple(entity.source() for entity in self.linker.entities)

    def mentions(self) -> dict[str, Range]:
        """The mention of each quote that has one, by the name of the quote, in tokens."""
        return {name: draft.mention for draft, name in self._names.items() if draft.mention is not None}

    def _speaker(self, draft: Draft) -> Link | None:
        """Who says the words of a draft; within another's words, "I" is that other."""
        if draft.mention is None:
            return None
        parent = self._speakers.get(draft.parent) if draft.parent is not None else None
        speaker = parent.entity if parent is not None else None
        verbatim = draft.parent is not None and draft.parent.is_labelled
        link = self.linker.link(draft.mention, draft.paragraph, Around(speaker, draft.content, verbatim))
        if link is not None and link.entity.sort is Sort.UNSURE and len(link.entity.parts) == 1:
            self._learn(link.entity, draft)
        return link

    def _learn(self, entity: Entity, draft: Draft) -> None:
        """Learn what a name is that no list has: by what takes it up, "he" or "the firm", or by how it speaks."""
        sort = _SORTS.get(mention_kind(self.view, draft.mention))
        if sort is not None:
            entity.settle(sort)
        elif says_alone(self.view, draft):
            entity.speaks = True
            entity.leaning += speaks_as_one(self.view, draft)

    # --- content

    def _within_parent(self, draft: Draft, pieces: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
        """The pieces that stand inside the words of the one who quotes them; all where nobody does."""
        if draft.parent is None:
            return pieces
        around = [(piece.start or 0, piece.end or 0) for piece in self._pieces.get(draft.parent, ())]
        return tuple(
            piece
            for piece in pieces
            if any(start <= (piece.start or 0) and (piece.end or 0) <= end for start, end in around)
        )

    def _fragments(self, draft: Draft) -> tuple[Fragment, ...]:
        """Cut the content of a draft at the marks: reported and verbatim pieces in turn, in reading order."""
        pieces: list[Fragment | None] = []
        for first, after in sorted(draft.content):
            k = first
            for stretch in self._stretches(draft, first, after):
                mine = draft.parent is not None or stretch.open not in self._owned
                pieces += (self._reported(k, stretch.open), self._verbatim(stretch) if mine else None)
                if not draft.inner and mine:
                    self._owned.add(stretch.open)
                    self._taken.setdefault(draft, set()).add(stretch.open)
                k = stretch.close + stretch.closed
            pieces.append(self._reported(k, after))
        return tuple(filter(None, pieces))

    def _stretches(self, draft: Draft, first: int, after: int) -> Sequence[Stretch]:
        """The marked words between two tokens: for what stands inside marks, those inside these."""
        if draft.inner:
            return self._inner[bisect_left(self._inner_opens, first) : bisect_left(self._inner_opens, after)]
        return self.marked.stretches[bisect_left(self._opens, first) : bisect_left(self._opens, after)]

    def _reported(self, first: int, after: int) -> Fragment | None:
        while first < after and self.marked.outer[first] in _TRIMMED_BEFORE:
            first += 1
        while after > first and self.marked.outer[after - 1] in _TRIMMED_AFTER:
            after -= 1
        if first >= after or _AGAIN.fullmatch(self.marked.outer, first, after):
            return None
        start, end = self.tokens.span(first, after)
        return self.cutter.fragment(start, end, verbatim=False)

    def _verbatim(self, stretch: Stretch) -> Fragment | None:
        start = self.tokens.end(stretch.open)
        end = self.tokens.starts[stretch.close] if stretch.close < len(self.tokens.starts) else len(self.text)
        said = self.text[start:end]
        start += len(said) - len(said.lstrip())
        said = said.strip()
        return self.cutter.fragment(start, start + len(said), verbatim=True) if said else None

    # --- quotes

    def _quote(self, draft: Draft, pieces: tuple[Fragment, ...]) -> Quote:
        kind = self._kind(draft, pieces)
        if kind is QuoteKind.EPITHET:
            pieces = tuple(piece for piece in pieces if piece.verbatim)
        return Quote(
            id=self._names[draft],
            kind=kind,
            content=pieces,
            attribution=self._attribution(draft, kind),
            edits=self._edited[draft],
            parent=self._parent(draft),
        )

    def _attribution(self, draft: Draft, kind: QuoteKind) -> Attribution:
        cue, speaker = draft.source, self._speakers[draft]
        body = min((first for first, _ in draft.content if first >= draft.cue[1]), default=-1)
        found = details(draft.sentence, cue, draft.mention, draft.low, body) if cue and draft.sentence else Details()
        told = draft.cue[0] < draft.cue[1]
        sure = None if speaker is None else round(speaker.confidence * (1 if told else _UNTOLD), 2)
        shown = kind is QuoteKind.INDIRECT and _is_dumb(draft, speaker)
        return Attribution(
            source=self._sources.get(draft),
            mention=self._span(draft.mention),
            cue=self._span(draft.cue if told else None),
            addressee=self._span(found.addressee),
            setting=self._span(found.setting),
            time=self._span(found.time),
            polarity=self._polarities[draft],
            medium=medium(cue.base) if cue is not None else Medium.UNKNOWN,
            via=self._span(draft.via),
            condition=self._span(draft.condition),
            confidence=Manner.SHOWN.share if shown else draft.confidence,
            source_confidence=sure,
        )

    def _edits(self, pieces: tuple[Fragment, ...]) -> Iterator[Edit]:
        """What an editor put into the marked words or left out of them."""
        for piece in pieces:
            if piece.verbatim and piece.start is not None and piece.end is not None:
                for start, end, kind in find_edits(self.text, piece.start, piece.end):
                    yield Edit(text=self.text[start:end], start=start, end=end, kind=kind)

    def _kind(self, draft: Draft, pieces: tuple[Fragment, ...]) -> QuoteKind:
        marked = [piece.verbatim for piece in pieces]
        if True not in marked:
            return QuoteKind.INDIRECT
        if _is_name_of_nobody(draft, pieces):
            return QuoteKind.EPITHET  # "dubbed the ..." by nobody
        if False in marked:
            return QuoteKind.PARTIAL
        cue = draft.source
        paused = self.marked.outer[draft.content[0][0] - 1] == Tag.COMMA  # "she wrote, “it is late”"
        colon = cue is not None and cue.frame == Frame.COLON
        clause = draft.left or paused or colon or not pieces[0].text[0].islower()
        return QuoteKind.DIRECT if clause else QuoteKind.PARTIAL

    def _span(self, place: Range | None) -> Span | None:
        if place is None:
            return None
        first, after = place
        start, end = self.tokens.span(first, after + (after in self._closes))
        return self.cutter.span(start, end)


def _may_only_show(cue: Cue) -> bool:
    """Whether what a verb tells may be shown by what happened: "the fire shows that", "the rise persuaded them"."""
    return cue.base in WORDS.revealing or class_of(cue.base) not in UTTERING


def _is_dumb(draft: Draft, speaker: Link | None) -> bool:
    """Whether what a verb makes speak is of no kind that speaks, as far as one can tell."""
    if draft.source is None or speaker is None or not _may_only_show(draft.source):
        return False
    one = speaker.entity
    described = one.name is None and one.anonymity is not Anonymity.UNRESOLVED
    return described and one.kind is SourceKind.UNKNOWN


def _is_name_of_nobody(draft: Draft, pieces: tuple[Fragment, ...]) -> bool:
    """Whether a draft is a name in marks that a participle gives, and that nobody is said to have given."""
    cue = draft.source
    if cue is None or draft.mention is not None or cue.base not in WORDS.naming_verbs or cue.form not in _NAMING:
        return False
    return all(piece.verbatim or piece.text.lower() in _BEFORE_NAME for piece in pieces)
