"""The article, and the model as a whole."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from newsschema._model import accepts, choices
from newsschema._model.anchors import anchor_rules, require_in_place
from newsschema._model.base import Entity, Model
from newsschema._model.containers import NO_EXTRA
from newsschema._model.display import short_repr
from newsschema._model.enums import AnnotatorKind, Genre, Part, Status, SubjectKind
from newsschema._model.errors import Issue
from newsschema._model.fields import field_specs
from newsschema._model.hooks import answer
from newsschema._model.own import require, require_own, require_part
from newsschema._model.quotes import Attribution, Edit, Fragment, Quote, Source, Span
from newsschema._model.references import article_rules
from newsschema._model.rules import readable
from newsschema._model.values import Body, Extra, Language, Uri, When, date_key

if TYPE_CHECKING:
    from typing import Self, Unpack

    from newsschema._model.changes import (
        AnnotatorChanges,
        ArticleChanges,
        AuthorChanges,
        CorrectionChanges,
        DatelineChanges,
        SubjectChanges,
    )

__all__ = [
    "MODELS",
    "Annotator",
    "Article",
    "Attribution",
    "Author",
    "Correction",
    "Dateline",
    "Edit",
    "Fragment",
    "Location",
    "Model",
    "Quote",
    "Source",
    "Span",
    "Subject",
]

_PARAGRAPH: Final = r"[^\r\n]+(?:(?:\r\n?|\n)[^\r\n]+)*"  # two line ends of any kind lie between two


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Author(Model):
    """Somebody who wrote the article.

    Attributes:
        name: The name.
        role: What the author is or did: "Beirut correspondent", "photographs".
        affiliation: The outlet or body the author works for.
        same_as: URIs of the same person elsewhere.

    Examples:
        >>> Author(name="Lena Brandt", role="Bergen correspondent").name
        'Lena Brandt'
    """

    name: str
    role: str | None = None
    affiliation: str | None = None
    same_as: tuple[Uri, ...] = field(default=(), converter=accepts.strings)

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[AuthorChanges]) -> Self: ...


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Dateline(Model):
    """The line that says where and when a story was filed, as printed, and what can be read in it.

    Attributes:
        text: The printed line: "BERGEN, Norway, March 3 (NTB)".
        place: The place as printed: "BERGEN, Norway".
        date: The date or day as printed: "March 3".
        credit: The agency or outlet as printed: "NTB".

    Examples:
        >>> Dateline(
        ...     text="BERGEN, March 3 (NTB)", place="BERGEN", date="March 3", credit="NTB"
        ... ).place
        'BERGEN'
    """

    text: str
    place: str | None = None
    date: str | None = None
    credit: str | None = None

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[DatelineChanges]) -> Self: ...


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Subject(Model):
    """A person, place, organisation, event or topic that the article is about.

    Attributes:
        name: The name.
        kind: What it is.
        uri: A URI, such as that of an IPTC media topic.

    Examples:
        >>> Subject(name="Bergen", kind=SubjectKind.PLACE).kind
        <SubjectKind.PLACE: 'place'>
    """

    name: str
    kind: SubjectKind = field(default=SubjectKind.TOPIC, converter=accepts.subject_kind)
    uri: Uri | None = None

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[SubjectChanges]) -> Self: ...


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Correction(Model):
    """A correction that was published with the article.

    Attributes:
        text: What the correction says.
        date: When it was made: a date, or a time with an offset from UTC.

    Examples:
        >>> Correction(text="An earlier version gave the wrong year.").date is None
        True
    """

    text: str
    date: When | None = field(default=None, converter=accepts.date, eq=date_key)

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[CorrectionChanges]) -> Self: ...


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Annotator(Model):
    """A program or a person that found, confirmed or changed quotes of the article.

    Attributes:
        id: The name by which quotes refer to this annotator, unique among the article's annotators.
        name: The name of the program or of the person.
        kind: Whether it is a program or a person.
        version: The version of the program.

    Examples:
        >>> Annotator(id="desk", name="Lena Brandt", kind=AnnotatorKind.PERSON).version is None
        True
    """

    id: str
    name: str | None = None
    kind: AnnotatorKind = field(converter=accepts.annotator_kind)
    version: str | None = None

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[AnnotatorChanges]) -> Self: ...


@frozen(kw_only=True, weakref_slot=False)
class Location:
    """The place of a span in an article.

    Attributes:
        paragraph: Index of the paragraph, from 0; `None` outside the text or if the place is unknown.
        before: The characters before the span, within the same part.
        after: The characters after it.
    """

    paragraph: int | None
    before: str
    after: str


@frozen(kw_only=True, weakref_slot=False, getstate_setstate=False, repr=False, eq=False)
class Article(Entity):
    """A news article with its sources and quotations.

    Attributes:
        id: A URI. [`content_id`][newsschema.content_id] makes one from the words.
        headline: The headline.
        text: The body as published, paragraphs separated by one blank line; never normalised, trimmed or re-encoded.
        language: The language it is written in (BCP 47).
        published: When it was published: a date, or a time with an offset from UTC.
        updated: When it was last changed; not before `published`.
        summary: The standfirst or abstract.
        byline: The line that names the writers, as printed.
        authors: The writers.
        publisher: The outlet that published it: "The Bergen Courier".
        credit: The agency or outlet to which it is credited: "AFP".
        dateline: Where and when it was filed.
        url: Where it was published.
        section: The section as printed: "World".
        genre: The journalistic genre.
        version: The publisher's name for this version: "3", "2nd lead".
        status: Whether it may be used (the IPTC publishing status).
        embargoed_until: The time before which it must not be published.
        rights: The notice of copyright or the terms of use.
        subjects: The people, places, organisations, events and topics that it is about.
        corrections: Corrections published with it.
        annotators: The programs and people that found, confirmed or changed its quotes.
        sources: The people, bodies and documents that are quoted.
        quotes: The quotations, in the order of the text.
        extra: Data without a field of its own, under names that its owner controls: a URI or a reversed domain.

    Raises:
        ValidationError: With any [code][newsschema.Code].

    Examples:
        >>> article = Article(
        ...     id="urn:example:bridge",
        ...     headline="Bridge to reopen",
        ...     text='"The bridge is safe," said Ines Okafor.',
        ...     sources=(Source(id="s1", name="Ines Okafor"),),
        ...     quotes=(
        ...         Quote(
        ...             id="q1",
        ...             kind=QuoteKind.DIRECT,
        ...             content=(Fragment(text="The bridge is safe,", start=1, end=20),),
        ...             attribution=Attribution(
        ...                 source="s1", cue=Span(text="said", start=22, end=26)
        ...             ),
        ...         ),
        ...     ),
        ... )
        >>> [(article.source_of(quote).name, quote.words) for quote in article.quotes]
        [('Ines Okafor', 'The bridge is safe,')]
    """

    id: Uri
    headline: str | None = None
    text: Body
    language: Language | None = None
    published: When | None = field(default=None, converter=accepts.date, eq=date_key)
    updated: When | None = field(default=None, converter=accepts.date, eq=date_key)
    summary: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = field(default=(), converter=accepts.authors)
    publisher: str | None = None
    credit: str | None = None
    dateline: Dateline | None = None
    url: Uri | None = None
    section: str | None = None
    genre: Genre | None = field(default=None, converter=accepts.genre)
    version: str | None = None
    status: Status | None = field(default=None, converter=accepts.status)
    embargoed_until: When | None = field(default=None, converter=accepts.date, eq=date_key)
    rights: str | None = None
    subjects: tuple[Subject, ...] = field(default=(), converter=accepts.subjects)
    corrections: tuple[Correction, ...] = field(default=(), converter=accepts.corrections)
    annotators: tuple[Annotator, ...] = field(default=(), converter=accepts.annotators)
    sources: tuple[Source, ...] = field(default=(), converter=accepts.sources)
    quotes: tuple[Quote, ...] = field(default=(), converter=accepts.quotes)
    extra: Extra = field(default=NO_EXTRA, converter=accepts.extra)

    if TYPE_CHECKING:

        def replace(self, **changes: Unpack[ArticleChanges]) -> Self: ...

    def _issues(self, bad: set[int]) -> Iterable[Issue]:
        yield from anchor_rules(self, readable(self.quotes), bad)
        yield from article_rules(self, bad)

    def __getstate__(self) -> Any:
        """What is pickled: JSON, which takes a tenth of the time; of a user's own class the fields."""
        return answer("JSON")(self) if type(self) is Article else super().__getstate__()

    def __setstate__(self, state: Any) -> None:
        """Fill an article that is being unpickled or copied; like a constructor, it refuses what is invalid."""
        if not isinstance(state, bytes):
            super().__setstate__(state)
            return
        self._require_empty()
        made = answer("article")(state)
        for spec in field_specs(Article):
            object.__setattr__(self, spec.name, getattr(made, spec.name))

    def __repr__(self) -> str:
        """Its fields, cut short: what a debugger shows is no wall of text."""
        return short_repr(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the page with each source's words in a colour of its own."""
        page: str = answer("notebook")(self)
        return page

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of the text, each with its place."""
        return tuple(
            Span(text=match[0], start=match.start(), end=match.end()) for match in re.finditer(_PARAGRAPH, self.text)
        )

    def source_of(self, quote: Quote) -> Source | None:
        """The source of a quote; `None` if the text names nobody.

        Args:
            quote: A quote of this article.

        Raises:
            TypeError: `quote` is not a quote.
            ValidationError: `unknown-part`: it is a quote of another article.
        """
        require_own(quote, self._quotes_by_id.get(require(Quote, quote).id))
        return None if quote.source is None else self._sources_by_id.get(quote.source)

    @cached_property
    def _quotes_by_id(self) -> dict[str, Quote]:
        return {quote.id: quote for quote in self.quotes}

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [match.start() for match in re.finditer(_PARAGRAPH, self.text)]

    def quotes_of(self, source: Source | str) -> tuple[Quote, ...]:
        """The quotes of a source, in the article's order.

        Args:
            source: A source of this article, or its id.

        Raises:
            TypeError: `source` is neither a source nor an id.
            ValidationError: `unknown-part`: it is a source of another article.
        """
        if isinstance(source, str):
            name = source
        else:
            name = require(Source, source, " or an id").id
            require_own(source, self._sources_by_id.get(name))
        return tuple(quote for quote in self.quotes if quote.source == name)

    def part(self, name: choices.Part) -> str | None:
        """The words of one part of the article.

        Args:
            name: Which part.

        Raises:
            ValidationError: There is no such part.
        """
        words: str | None = getattr(self, require_part(name))
        return words

    def find(self, words: str, part: choices.Part = Part.TEXT) -> tuple[Span, ...]:
        """Every place of some words in a part of the article.

        All kinds of quotation marks, dashes and spaces match each other, and so do composed and decomposed letters.
        Case matters. Only whole words match: "she" is not found in "sheep".

        Args:
            words: The words.
            part: The part to search: `"text"`, `"headline"` or `"summary"`.

        Returns:
            The places in the order of the text, each with the exact words of the article.

        Examples:
            >>> article = Article(
            ...     id="urn:example:1", text="“It’s safe,” she said. She didn’t say why."
            ... )
            >>> [(span.text, span.start) for span in article.find("It's safe")]
            [('It’s safe', 1)]
        """
        from newsschema._model.finding import find  # and what it needs: much, which those who only read do without

        return find(self, words, require_part(part))

    def span(
        self,
        words: str,
        *,
        near: Quote | Span | int | str | None = None,
        occurrence: int | None = None,
        part: choices.Part | None = None,
    ) -> Span:
        """The one place of some words, found as by `find`.

        Args:
            words: The words.
            near: Take the place nearest to this quote, span, position in code points, or other words. A place
                in the same sentence is nearer than one in the same paragraph, and that is nearer than any other.
            occurrence: Take the place with this number, counted from 1.
            part: The part to search; by default that of `near`, or else the text.

        Returns:
            The span, with the exact words of the article.

        Raises:
            WordsNotFoundError: The words do not occur there.
            AmbiguousWordsError: They occur several times, and neither `near` nor `occurrence` is given.
            ValidationError: `near` is a quote or span of another article, as the words at its place tell.

        Examples:
            >>> article = Article(id="urn:example:1", text="“Up,” he said. “Down,” she said.")
            >>> article.span("said", near="she").start
            27
        """
        from newsschema._model.finding import find_one

        for piece in near.content if isinstance(near, Quote) else (near,) if isinstance(near, Span) else ():
            require_in_place(piece, self.part(piece.part))
        chosen = None if part is None else require_part(part)
        return find_one(self, words, near=near, occurrence=occurrence, part=chosen)

    def locate(self, span: Span, width: int = 32) -> Location:
        """The paragraph of a span, and the characters around it.

        Args:
            span: A span of this article.
            width: The number of characters on each side, in code points.

        Raises:
            TypeError: `span` is not a span.
            ValidationError: `span-mismatch` or `span-outside`: the article has other words at its place.
        """
        paragraph, (before, after) = None, self._around(span, width)
        if span.part is Part.TEXT and span.start is not None:
            starts = self._paragraph_starts
            paragraph = max(bisect_right(starts, span.start) - 1, 0) if starts else None
        return Location(paragraph=paragraph, before=before, after=after)

    def _around(self, span: Span, width: int) -> tuple[str, str]:
        part = self.part(require(Span, span).part)
        require_in_place(span, part)
        if span.start is None or span.end is None or part is None:
            return "", ""
        return part[max(span.start - width, 0) : span.start], part[span.end : span.end + width]

    def marks_of(self, fragment: Fragment) -> tuple[str, str]:
        """The quotation marks directly before and after a fragment; an empty string for a missing one.

        Args:
            fragment: A fragment of this article.

        Raises:
            TypeError: `fragment` is not a fragment.
            ValidationError: `span-mismatch` or `span-outside`: the article has other words at its place.
        """
        from newsschema._model.punctuation import MARK

        before, after = self._around(fragment, 2)
        opening, closing = re.search(rf"{MARK}\Z", before), re.match(MARK, after)
        return (opening[0] if opening else "", closing[0] if closing else "")

    def continues(self, quote: Quote) -> bool:
        """Whether a quote continues past the end of a paragraph.

        Args:
            quote: A quote of this article.

        Raises:
            TypeError: `quote` is not a quote.
            ValidationError: `span-mismatch` or `span-outside`: the article has other words at its place.
        """
        require(Quote, quote)
        paragraphs = {self.locate(fragment, 0).paragraph for fragment in quote.content} - {None}
        return len(paragraphs) > 1 or any(len(re.findall(_PARAGRAPH, fragment.text)) > 1 for fragment in quote.content)


MODELS: Final[tuple[type[Model], ...]] = (
    Span,
    Fragment,
    Edit,
    Source,
    Attribution,
    Quote,
    Author,
    Dateline,
    Subject,
    Correction,
    Annotator,
    Article,
)
"""Every type that JSON holds, each after those that it holds itself."""
