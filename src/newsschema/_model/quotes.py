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


# What spans hold stands in classes of its own: a type of the same layout as a fragment (see `blank`) is derived from
# these, and not met by those who go through the subclasses of `Span`.


class _SpanFields(Model):
    __slots__ = ("end", "part", "start", "text")


class _FragmentFields(_SpanFields):
    __slots__ = ("verbatim",)


class _EditFields(_SpanFields):
    __slots__ = ("kind",)


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Span(_SpanFields):
    """An exact stretch of the article: words and their place.

    Both positions are `None` if the place is unknown, as after an import from a format without positions.

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


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Fragment(Span, _FragmentFields):
    """One piece of a quote, without its quotation marks.

    Attributes:
        text: The words, exactly as the article has them.
        start: Position of the first character, in Unicode code points from the start of the part.
        end: Position after the last character, in code points.
        part: The part of the article that the positions count in.
        verbatim: True for words between quotation marks, False for reported words.

    Examples:
        >>> Fragment(text="too dear", start=14, end=22, verbatim=True).verbatim
        True
    """

    verbatim: bool = True

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[FragmentChanges]) -> Self: ...  # pyright: ignore[reportIncompatibleMethodOverride]


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Edit(Span, _EditFields):
    """A place where an editor changed quoted words.

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


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Source(Entity):
    """A person, group, organisation, government or document that is quoted in an article.

    Attributes:
        id: The name by which quotes refer to this source, unique among the article's sources.
        name: The name, if the text gives one: "Ines Okafor".
        description: The words that describe it in the text: "a senior port official".
        kind: What it is.
        anonymity: How far the text identifies it; `named` exactly when there is a name.
        role: Office, title or occupation: "harbour master".
        affiliation: The body that it belongs to or speaks for.
        members: Ids of the sources that speak together: "the two ministers said".
        same_as: URIs of the same entity elsewhere, such as Wikidata's.
        extra: Data without a field of its own, under names that its owner controls: a URI or a reversed domain.

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
        """The name, else the description, else the id."""
        return self.name or self.description or self.id


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Attribution(Model):
    """Who is quoted, and the words by which the text says so.

    Attributes:
        source: The id of the source; `None` if the text names nobody.
        mention: The words that name the source here: "he", "the envoy".
        cue: The words that attribute the quote: "told", "according to".
        addressee: The people spoken to: "reporters".
        setting: Where or on what occasion: "in an interview with AFP".
        time: When it was said: "earlier Wednesday".
        condition: The condition or reason for not naming the source: "on condition of anonymity".
        via: The words for the outlet or source that relays the quote: "state television".
        polarity: Whether the words are affirmed, denied, hypothetical, or the source refused to answer.
        medium: Spoken, written or thought.
        terms: The terms on which the source spoke; agreed outside the text, never guessed from it.
        confidence: The probability, 0 to 1, that this is an attribution; `None` if not computed.
        source_confidence: The probability, 0 to 1, that the source is this one; `None` if not computed.

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


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Quote(Entity):
    """A quotation, in one piece or several.

    Attributes:
        id: The quote's name, unique among the article's quotes.
        kind: Whether the words are direct, partial, indirect or an epithet.
        content: The pieces in reading order; at least one, and none overlaps another.
        attribution: Who is quoted, and how the text says so; only an epithet may have none.
        edits: Places where an editor changed the words.
        parent: The id of the quote that this one is inside.
        translated_from: The language in which it was said (BCP 47), if the text says so.
        annotators: Ids of those who found, confirmed or changed it, in that order; empty for all of the article's.
        extra: Data without a field of its own, under names that its owner controls: a URI or a reversed domain.

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
        """The id of the source; `None` if the text names nobody."""
        return None if self.attribution is None else self.attribution.source

    @property
    def cue_position(self) -> Literal["before", "inside", "after"] | None:
        """The position of the cue relative to the content; `None` without a cue or without known places."""
        cue = None if self.attribution is None else self.attribution.cue
        if cue is None or cue.start is None:
            return None
        starts = [piece.start for piece in self.content if piece.start is not None and piece.part is cue.part]
        if len(starts) != len(self.content):
            return None
        if cue.start < starts[0]:
            return "before"
        return "after" if cue.start > starts[-1] else "inside"
