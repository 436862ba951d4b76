"""Quotes in a changed text: where their pieces stand, and whether the same source still says them.

A piece stands where the alignment of the texts has it, or where its words are found once beside what else is known of
the quote. It keeps that place unless something speaks against it: another name where its speaker's was, nothing around
it as it was, words of another quote in the same place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field, frozen

from newsschema._anchoring._places import ADRIFT, Lost, Place, Places
from newsschema._anchoring._tokens import SMALL_WORDS, keys_of
from newsschema._model.enums import Part
from newsschema._model.errors import Path
from newsschema._model.finding import overlap, stretch_of
from newsschema._model.types import Fragment, Span

SPEAKER: Final = "what is beside the words now names another speaker"
REMOVED: Final = "the article has no such part any more"
UNORDERED: Final = "the pieces of the quote are in another order"
OUTSIDE: Final = "it is no longer inside the words that it was part of"
WITHOUT: Final = "the words of the quote have lost their place"
ELSEWHERE: Final = "it is no longer near the words of the quote"
OVERLAPS: Final = "it would be inside the words that name the source"

_NAMED: Final = 12
"""So near the words a name is looked for, in tokens."""
_REACH: Final = 100
"""And so near what stood beside them."""


@define(eq=False)
class Wanted:
    """A span of a quote, and what becomes of it."""

    path: Path
    span: Span
    found: Place | Lost | None = None
    searched: bool = False

    @property
    def place(self) -> Place | None:
        """Where it stands in the new text, if it does."""
        return self.found if isinstance(self.found, Place) else None

    @property
    def marked(self) -> bool:
        """Whether it is a piece between quotation marks."""
        return isinstance(self.span, Fragment) and self.span.verbatim

    @property
    def stayed(self) -> bool:
        """Whether it stands where the alignment of the texts has it."""
        return self.place is not None and not self.searched

    def lose(self, reason: str) -> None:
        """Give the place up."""
        if self.place is not None:
            self.found = Lost(reason)


@frozen
class Names:
    """The words that a text has for a source.

    Attributes:
        name: Those of its name.
        words: Those and all others, but the small ones: its office, its description, what the text calls it.
    """

    name: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, name: str | None, others: Iterable[str]) -> "Names":
        """The words of a name and of what else there is."""
        named = keys_of(name or "")
        return cls(named, named.union(*map(keys_of, others)) - SMALL_WORDS)


@define(eq=False)
class Speech:
    """A quote whose text changes.

    Attributes:
        names: The words for its source.
        content: Its pieces that had a place.
        edits: Its edits that had one.
        around: What stood around the pieces, by its role.
        named: Where the text names the source beside the pieces, for a quote whose mention is not known.
        parent: The quote that it is inside.
        elsewhere: Whether it has pieces in a part of the article that does not change.
    """

    names: Names = Names()
    content: list[Wanted] = field(factory=list[Wanted])
    edits: list[Wanted] = field(factory=list[Wanted])
    around: dict[str, Wanted] = field(factory=dict[str, Wanted])
    named: Wanted | None = None
    parent: "Speech | None" = None
    elsewhere: bool = False

    def want(self, path: Path, wanted: Wanted) -> None:
        """Take a span that stands at a path of the quote."""
        if path[0] == "attribution":
            self.around[str(path[1])] = wanted
        else:
            (self.content if path[0] == "content" else self.edits).append(wanted)

    def spans(self) -> Iterator[Wanted]:
        """All of its spans."""
        yield from self.content
        yield from self.edits
        yield from self.around.values()

    def told(self, part: Part) -> dict[str, Wanted]:
        """Its mention and its cue, in one part of the article."""
        told = {"mention": self.around.get("mention") or self.named, "cue": self.around.get("cue")}
        return {name: one for name, one in told.items() if one is not None and one.span.part is part}

    def chain(self) -> "list[Speech]":
        """It, and the quotes that it is in, the innermost first."""
        found: list[Speech] = []
        speech: Speech | None = self
        while speech is not None:
            found.append(speech)
            speech = speech.parent
        return found


class Resolver:
    """Finds the places of quotes in changed parts.

    Args:
        speeches: The quotes; what becomes of their spans is written into them.
        parts: For each part that changes, where stretches of it stand now; `None` where it is gone.
    """

    def __init__(self, speeches: Sequence[Speech], parts: Mapping[Part, Places | None]) -> None:
        self._speeches = speeches
        self._parts = parts
        names = {speech.names for speech in speeches}
        self._all_names = frozenset[str]().union(*(one.name for one in names))

    def run(self) -> None:
        """Find what becomes of each span."""
        for speech in self._speeches:
            self._locate(speech)
        for speech in self._speeches:
            self._judge(speech)
        for speech in self._speeches:
            self._search(speech)
        for speech in sorted(self._speeches, key=lambda speech: len(speech.chain())):
            self._settle(speech)

    def _placed(self, wanted: Iterable[Wanted]) -> Iterator[tuple[Wanted, Place, Places]]:
        """Those that have a place, with it and with all of its part."""
        for one in wanted:
            places = self._parts[one.span.part]
            if places is not None and one.place is not None:
                yield one, one.place, places

    # By the alignment of the texts, and beside the words that it has found.

    def _locate(self, speech: Speech) -> None:
        for wanted in (*speech.spans(), *([speech.named] if speech.named else [])):
            places = self._parts[wanted.span.part]
            wanted.found = places.find(wanted.span, marked=wanted.marked) if places else Lost(REMOVED)
        for _, place, places in self._placed(speech.content):
            places.said.update(range(place.first, place.last))
        self._look_beside(speech)

    def _look_beside(self, speech: Speech) -> None:
        """Find what stood beside the words of a quote in their paragraph, where it stands there once."""
        for wanted in speech.around.values():
            places = self._parts[wanted.span.part]
            if places is None or wanted.place is not None:
                continue
            rows: set[int] = set()
            for piece, place, _ in self._placed(speech.content):
                if piece.span.part is wanted.span.part:
                    rows.update(places.rows(wanted.span, range(*_around(place, places, _REACH))))
            if len(rows) == 1:
                wanted.found, wanted.searched = places.take(wanted.span, rows.pop()), True

    # Whether the same source says it.

    def _judge(self, speech: Speech) -> None:
        for wanted, place, places in self._placed(speech.content):
            doubt = self._doubt(speech, wanted, place, places)
            if doubt is not None:
                places.release(wanted.span)
                wanted.lose(doubt)

    def _doubt(self, speech: Speech, wanted: Wanted, place: Place, places: Places) -> str | None:
        """Why the words may be another's now; `None` where nothing speaks for that."""
        told = speech.told(wanted.span.part)
        if self._names_another(speech.names, place, told, places):
            return SPEAKER
        firm = [one for name, one in told.items() if name == "mention" or not one.searched]
        if any(_as_near(one, wanted, places) for one in firm):
            return None
        return None if places.as_before(wanted.span, place) else ADRIFT

    def _names_another(self, names: Names, place: Place, told: Mapping[str, Wanted], places: Places) -> bool:
        """Whether what stands beside the words names another source than theirs, or may do so."""
        mention = told.get("mention")
        same = _names_same(names, mention, places) if mention else None
        if same is False:
            return True
        sure = same or all(one.stayed for one in told.values())
        come = [index for index in _come_in(place, told.values(), places) if places.new.keys[index] not in names.words]
        known = any(places.new.keys[index] in self._all_names for index in come)
        return known or (not sure and any(map(places.new.is_name, come)))

    # Beyond what the alignment has found.

    def _search(self, speech: Speech) -> None:
        """Look for lost words of a quote in the whole text."""
        for wanted in speech.content:
            places = self._parts[wanted.span.part]
            at = None if places is None or wanted.place is not None else places.row(wanted.span)
            if places is None or at is None:
                continue
            before, wanted.found = wanted.found, places.take(wanted.span, at)
            self._look_beside(speech)
            if wanted.place is None or self._doubt(speech, wanted, wanted.place, places) is not None:
                places.release(wanted.span)
                wanted.found = before

    # What must hold between the places.

    def _settle(self, speech: Speech) -> None:
        """Let the spans of a quote stand to each other as they must."""
        self._keep_order(speech)
        for wanted in speech.content:
            _keep_inside(wanted, speech.parent.content if speech.parent else ())
        for wanted in speech.edits:
            _keep_inside(wanted, speech.content)
        if speech.content and not speech.elsewhere and all(piece.place is None for piece in speech.content):
            for wanted in speech.spans():
                wanted.lose(WITHOUT)
        self._settle_around(speech)

    def _keep_order(self, speech: Speech) -> None:
        """Let no piece of a quote begin before the one ahead of it has ended."""
        done: dict[Part, int] = {}
        for wanted, place, _ in self._placed(speech.content):
            if place.start < done.get(wanted.span.part, 0):
                wanted.lose(UNORDERED)
            else:
                done[wanted.span.part] = place.end

    def _settle_around(self, speech: Speech) -> None:
        """Let what stands around a quote stand near it, and the cue outside of the mention."""
        pieces = [piece for piece, _, _ in self._placed(speech.content)]
        for wanted, _, places in self._placed(speech.around.values()):
            beside = [piece for piece in pieces if piece.span.part is wanted.span.part]
            if beside and not any(_as_near(wanted, piece, places) for piece in beside):
                wanted.lose(ELSEWHERE)
        _keep_apart(speech.around.get("cue"), speech.around.get("mention"))


def _around(place: Place, places: Places, reach: int) -> tuple[int, int]:
    """The tokens of a place's paragraph that are so near to it."""
    low, high = places.new.paragraph(place.first)
    return max(low, place.first - reach), min(high, place.last + reach)


def _come_in(place: Place, told: Collection[Wanted], places: Places) -> Iterator[int]:
    """The tokens beside the words in their paragraph that have come in from elsewhere."""
    low, high = _named_in(place, told, places)
    ours = {places.paragraph_of(one.span) for one in told}
    beside = (*range(low, place.first), *range(place.last, high))
    return (index for index in beside if index not in places.said and places.is_new(index, ours))


def _named_in(place: Place, told: Collection[Wanted], places: Places) -> tuple[int, int]:
    """The tokens among which the words' source is named: up to mention and cue, where both are where they were."""
    low, high = _around(place, places, _NAMED)
    edges = [one.place for one in told if one.place is not None and one.stayed]
    if told and len(edges) == len(told):
        low = max(low, min(place.first, *(edge.last for edge in edges)))
        high = min(high, max(place.last, *(edge.first for edge in edges)))
    return low, high


def _where(mention: Wanted, places: Places) -> range:
    """The tokens that stand where those stood that name a source."""
    place = mention.place
    return places.slot(mention.span) if place is None else range(place.first, place.last)


def _names_same(names: Names, mention: Wanted, places: Places) -> bool | None:
    """Whether the words there name the source, or another; `None` where they do not tell."""
    if any(places.was(index) in names.name for index in _where(mention, places)):
        return True
    return False if _another(names, mention, places) else None


def _another(names: Names, mention: Wanted, places: Places) -> bool:
    """Whether other words stand there, none of them of the source's name, that may name another.

    That is a name for another name or for a description, and any new word where a mention is gone, but for a pronoun in
    place of a name.
    """
    called = keys_of(mention.span.text)
    if mention.place is not None and called & names.name:
        return True
    new = places.new
    come = [index for index in _where(mention, places) if places.is_new(index) and new.keys[index] not in names.words]
    if mention.place is not None:
        return any(map(new.is_name, come))
    pronoun = called <= SMALL_WORDS
    return any(new.is_word(index) and (pronoun or new.keys[index] not in SMALL_WORDS) for index in come)


def _as_near(wanted: Wanted, to: Wanted, places: Places) -> bool:
    """Whether a span is as many paragraphs away from another as it was, or one more or less."""
    if wanted.place is None or to.place is None:
        return False
    paragraphs = places.new.paragraphs
    now = paragraphs[wanted.place.first] - paragraphs[to.place.first]
    before = places.paragraph_of(wanted.span) - places.paragraph_of(to.span)
    return abs(now - before) <= 1


def _keep_apart(cue: Wanted | None, mention: Wanted | None) -> None:
    """Let a cue stand outside of the words that name its source."""
    if cue and mention and cue.place and mention.place and cue.span.part is mention.span.part:
        one, other = cue.place, mention.place
        if overlap((one.start, one.end), (other.start, other.end)):
            cue.lose(OVERLAPS)


def _keep_inside(wanted: Wanted, holders: Iterable[Wanted]) -> None:
    """Let a span that stood inside others stand inside one of them."""
    mine = stretch_of(wanted.span)
    held = [one.place for one in holders if one.span.part is wanted.span.part and overlap(stretch_of(one.span), mine)]
    place = wanted.place
    if place and held and not any(one and one.start <= place.start and place.end <= one.end for one in held):
        wanted.lose(OUTSIDE)
