"""Quotations: their words, their places, and on whose authority they stand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from newsschema._model import accepts
from newsschema._model.base import Entity, Model
from newsschema._model.containers import NO_EXTRA
from newsschema._model.enums import Anonymity, EditKind, Medium, Part, Polarity, QuoteKind, SourceKind, Terms
from newsschema._model.errors import Issue
from newsschema._model.rules import attribution_rules, quote_rules, source_rules, span_rules
from newsschema._model.values import Extra, Language, Uri

if TYPE_CHECKING:
    from typing import Self, Unpack

    from newsschema._model.changes import (
        AttributionChanges,
        EditChanges,
        FragmentChanges,
        QuoteChanges,
        SourceChanges,
        SpanChanges,
    )


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False)
class Span(Model):
    """An exact stretch of the article: words, and where they stand.

    Both positions are `None` where the words are known and their place is not, as in an import from a format that keeps
    no positions.

    Attributes:
        text: The words, exactly as the article has them.
        start: Position of the first character, in Unicode code points from the start of the part.
        end: Position after the last character, in code points.
        part: The part of the article that the positions count in.

    Raises:
        ValidationError: `span-anchor`, `span-order` or `span-mismatch`, and those of the fields.

    Examples:
        >>> Span(text="the envoy", start=13, end=22).part
        <Part.TEXT: 'text'>
    """

    text: str
    start: int | None = None
    end: int | None = None
    part: Part = field(default=Part.TEXT, converter=accepts.part)

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[SpanChanges]) -> Self: ...

    def _issues(self, bad: set[int]) -> Iterable[Issue]:
        return span_rules(self, bad)


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False)
class Fragment(Span):
    """One piece of what was said. Its words leave the quotation marks out.

    Attributes:
        text: The words, exactly as the article has them.
        start: Position of the first character, in Unicode code points from the start of the part.
        end: Position after the last character, in code points.
        part: The part of the article that the positions count in.
        verbatim: True for words between quotation marks, False for reported ones.

    Examples:
        >>> Fragment(text="too dear", start=14, end=22, verbatim=True).verbatim
        True
    """

    verbatim: bool = True

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[FragmentChanges]) -> Self: ...  # pyright: ignore[reportIncompatibleMethodOverride]


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False)
class Edit(Span):
    """A place where an editor touched quoted words.

    Attributes:
        text: The words of the edit with their brackets, exactly as the article has them.
        start: Position of the first character, in Unicode code points from the start of the part.
        end: Position after the last character, in code points.
        part: The part of the article that the positions count in.
        kind: What the editor did.

    Examples:
        >>> Edit(text="[the bridge]", kind=EditKind.INSERTION).start is None
        True
    """

    kind: EditKind = field(converter=accepts.edit_kind)

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[EditChanges]) -> Self: ...  # pyright: ignore[reportIncompatibleMethodOverride]


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False)
class Source(Entity):
    """Somebody, or something, that says things in an article.

    Attributes:
        id: The name by which quotes refer to this source, unique among the article's sources.
        name: The name, where the text gives one: "Ines Okafor".
        description: The words that the text gives for one it does not name: "a senior port official".
        kind: What it is.
        anonymity: How far the text says who it is; `named` exactly when there is a name.
        role: Office, title or trade: "harbour master".
        affiliation: The body spoken for or belonged to.
        members: Ids of the sources that speak as one here: "the two ministers said".
        same_as: URIs of the same entity elsewhere, such as Wikidata's.
        extra: Other people's data, by names that they own: a URI or a reversed domain.

    Raises:
        ValidationError: `anonymity-name`, and those of the fields.

    Examples:
        >>> Source(
        ...     id="s1", name="Ines Okafor", kind=SourceKind.PERSON, role="harbour master"
        ... ).anonymity
        <Anonymity.NAMED: 'named'>
        >>> Source(
        ...     id="s2", description="a port official", anonymity=Anonymity.ANONYMOUS
        ... ).name is None
        True
    """

    id: str
    name: str | None = None
    description: str | None = None
    kind: SourceKind = field(default=SourceKind.UNKNOWN, converter=accepts.source_kind)
    anonymity: Anonymity = field(default=Anonymity.NAMED, converter=accepts.anonymity)
    role: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = field(default=(), converter=accepts.strings)
    same_as: tuple[Uri, ...] = field(default=(), converter=accepts.strings)
    extra: Extra = field(default=NO_EXTRA, converter=accepts.extra)

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[SourceChanges]) -> Self: ...

    def _issues(self, bad: set[int]) -> Iterable[Issue]:
        return source_rules(self, bad)

    @property
    def label(self) -> str:
        """What to call it in a list: the name, else the description, else the id."""
        return self.name or self.description or self.id


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False)
class Attribution(Model):
    """On whose word a quote rests, and with which words the text says so.

    Attributes:
        source: The id of the source; `None` where the text names nobody.
        mention: The words that name the source here: "he", "the envoy".
        cue: The words that make it a quotation: "told", "according to".
        addressee: To whom it was said: "reporters".
        setting: Where or on what occasion: "in an interview with AFP".
        time: When it was said: "earlier Wednesday".
        condition: On what condition or for what reason the source is not named: "on condition of anonymity".
        via: The words for the outlet or source that relays it: "state television".
        polarity: Whether the text says that it was said, denied, only supposed, or that the source gave no answer.
        medium: Spoken, written or thought.
        terms: On what terms the source spoke; agreed outside the text, never guessed from it.
        confidence: How sure it is that this is an attribution, 0 to 1; `None` where nothing computed it.
        source_confidence: How sure it is that the source is this one, 0 to 1; `None` where nothing computed it.

    Raises:
        ValidationError: `cue-overlap` or `confidence-range`, and those of the fields.

    Examples:
        >>> said = Span(text="said", start=31, end=35)
        >>> Attribution(source="s1", cue=said).polarity
        <Polarity.AFFIRMED: 'affirmed'>
    """

    source: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    addressee: Span | None = None
    setting: Span | None = None
    time: Span | None = None
    condition: Span | None = None
    via: Span | None = None
    polarity: Polarity = field(default=Polarity.AFFIRMED, converter=accepts.polarity)
    medium: Medium = field(default=Medium.UNKNOWN, converter=accepts.medium)
    terms: Terms = field(default=Terms.UNKNOWN, converter=accepts.terms)
    confidence: float | None = None
    source_confidence: float | None = None

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[AttributionChanges]) -> Self: ...

    def _issues(self, bad: set[int]) -> Iterable[Issue]:
        return attribution_rules(self, bad)


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False)
class Quote(Entity):
    """What somebody said, in one piece or several.

    Attributes:
        id: The quote's name, unique among the article's quotes.
        kind: How the words are given.
        content: The pieces in reading order, at least one, none overlapping another.
        attribution: Who said it and how the text tells; only an epithet may have none.
        edits: Places where an editor touched the words.
        parent: The id of the quote that this one is inside.
        translated_from: The language it was said in (BCP 47), where the text says so.
        annotators: Ids of those who found, confirmed or changed it, in that order; none given: all of the article's.
        extra: Other people's data, by names that they own: a URI or a reversed domain.

    Raises:
        ValidationError: `content-empty`, `content-order`, `content-kind` or `attribution-missing`, and
            those of the fields.

    Examples:
        >>> quote = Quote(
        ...     id="q1",
        ...     kind=QuoteKind.DIRECT,
        ...     content=(
        ...         Fragment(text="The bridge", start=1, end=11),
        ...         Fragment(text="is safe.", start=21, end=29),
        ...     ),
        ...     attribution=Attribution(),
        ... )
        >>> quote.words
        'The bridge is safe.'
    """

    id: str
    kind: QuoteKind = field(converter=accepts.quote_kind)
    content: tuple[Fragment, ...] = field(converter=accepts.fragments)
    attribution: Attribution | None = None
    edits: tuple[Edit, ...] = field(default=(), converter=accepts.edits)
    parent: str | None = None
    translated_from: Language | None = None
    annotators: tuple[str, ...] = field(default=(), converter=accepts.strings)
    extra: Extra = field(default=NO_EXTRA, converter=accepts.extra)

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[QuoteChanges]) -> Self: ...

    def _issues(self, bad: set[int]) -> Iterable[Issue]:
        return quote_rules(self, bad)

    @property
    def words(self) -> str:
        """All the pieces, joined by single spaces."""
        return " ".join(fragment.text for fragment in self.content)

    @property
    def source(self) -> str | None:
        """The id of the source, where the text says who it is."""
        return None if self.attribution is None else self.attribution.source

    @property
    def cue_position(self) -> Literal["before", "inside", "after"] | None:
        """Where the cue stands to the content; `None` where there is none, or where their places are not known."""
        cue = None if self.attribution is None else self.attribution.cue
        if cue is None or cue.start is None:
            return None
        starts = [piece.start for piece in self.content if piece.start is not None and piece.part is cue.part]
        if len(starts) != len(self.content):
            return None
        if cue.start < starts[0]:
            return "before"
        return "after" if cue.start > starts[-1] else "inside"
