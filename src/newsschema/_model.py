"""The types: an article, its quotations, and the sources of what is said in it."""

import re
from base64 import urlsafe_b64encode
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, ClassVar, Final, Self

from attrs import Attribute, evolve, field, fields, frozen

from newsschema._enums import (
    Anonymity,
    EditKind,
    Medium,
    Part,
    Polarity,
    QuoteKind,
    SourceKind,
    Status,
    SubjectKind,
    Terms,
)
from newsschema._errors import Issue, ValidationError
from newsschema._rules import anchor_rules, article_rules, attribution_rules, quote_rules, source_rules, span_rules
from newsschema._values import (
    Body,
    Extra,
    Faulty,
    FrozenDict,
    Language,
    Reader,
    Uri,
    When,
    reader_of,
    same_when,
    shown,
    wrong_type,
)

_NO_EXTRA: Final = FrozenDict()
_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_MARKS: Final = "\"'“”„‟‘’‚‛«»‹›「」『』"
_OPENING: Final = re.compile(rf"(?:``|''|[{_MARKS}])$")
_CLOSING: Final = re.compile(rf"''|[{_MARKS}]")


def _instance_of(cls: type) -> Reader:
    def read(value: object) -> object:
        if type(value) is not cls:
            raise wrong_type(f"a {cls.__name__}", value)
        return value

    return read


class Model:
    """What all the types share: they check themselves when made, and a changed copy is checked again."""

    __slots__ = ()
    _readers: ClassVar[tuple[tuple[str, Reader], ...]]

    def __attrs_post_init__(self) -> None:
        """Keep each value in its one form, or say all that is wrong."""
        cls = type(self)
        if "_readers" not in cls.__dict__:
            cls._readers = tuple((item.name, reader_of(item.type, _instance_of)) for item in fields_of(cls))
        issues: list[Issue] = []
        for name, reader in cls._readers:
            value = getattr(self, name)
            try:
                kept = reader(value)
            except Faulty as faulty:
                kept = faulty.value
                issues.extend(issue.under(name) for issue in faulty.issues)
            if kept is not value:
                object.__setattr__(self, name, kept)
        issues.extend(self._faults(set()))
        if issues:
            raise ValidationError(issues)

    def _faults(self, bad: set[int]) -> Iterator[Issue]:  # noqa: ARG002 - few types have rules between their fields
        """What is wrong between the fields; spans whose identity is in `bad` are passed over."""
        return iter(())

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed, checked like a new one.

        Args:
            **changes: New values by field name.

        Raises:
            ValidationError: The changed copy would not be valid.

        Examples:
            >>> from newsschema import Source
            >>> Source(id="s1", name="Ines Okafor").replace(role="harbour master").role
            'harbour master'
        """
        return evolve(self, **changes)  # type: ignore[misc]  # every Model is an attrs class


def fields_of(cls: type) -> "tuple[Attribute[Any], ...]":
    """The fields of a model type, in declared order."""
    found: tuple[Attribute[Any], ...] = fields(cls)
    return found


@frozen(kw_only=True, weakref_slot=False)
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
    part: Part = Part.TEXT

    def _faults(self, bad: set[int]) -> Iterator[Issue]:
        return span_rules(self, bad)


@frozen(kw_only=True, weakref_slot=False)
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


@frozen(kw_only=True, weakref_slot=False)
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

    kind: EditKind


@frozen(kw_only=True, weakref_slot=False)
class Source(Model):
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

    Raises:
        ValidationError: `anonymity-name`, and those of the fields.

    Examples:
        >>> Source(id="s1", name="Ines Okafor", kind=SourceKind.PERSON, role="harbour master").anonymity
        <Anonymity.NAMED: 'named'>
        >>> Source(id="s2", description="a port official", anonymity=Anonymity.ANONYMOUS).name is None
        True
    """

    id: str
    name: str | None = None
    description: str | None = None
    kind: SourceKind = SourceKind.UNKNOWN
    anonymity: Anonymity = Anonymity.NAMED
    role: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    same_as: tuple[Uri, ...] = ()

    def _faults(self, bad: set[int]) -> Iterator[Issue]:
        return source_rules(self, bad)

    @property
    def label(self) -> str:
        """What to call it in a list: the name, else the description, else the id."""
        return self.name or self.description or self.id


@frozen(kw_only=True, weakref_slot=False)
class Attribution(Model):
    """On whose word a quote rests, and with which words the text says so.

    Attributes:
        source: The id of the source; `None` where the text names nobody.
        mention: The words that name the source here: "he", "the envoy".
        cue: The words that make it a quotation: "told", "according to".
        addressee: To whom it was said: "reporters".
        setting: Where or on what occasion: "in an interview with AFP".
        time: When it was said: "earlier Wednesday".
        polarity: Whether it is said to have been said, or denied, or only supposed.
        medium: Spoken, written or thought.
        terms: On what terms the source spoke; agreed outside the text, never guessed from it.
        via: The words for the outlet or source that relays it: "state television".
        confidence: How sure the program is that found it, 0 to 1; `None` where nothing computed it.

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
    polarity: Polarity = Polarity.AFFIRMED
    medium: Medium = Medium.UNKNOWN
    terms: Terms = Terms.UNKNOWN
    via: Span | None = None
    confidence: float | None = None

    def _faults(self, bad: set[int]) -> Iterator[Issue]:
        return attribution_rules(self, bad)


@frozen(kw_only=True, weakref_slot=False)
class Quote(Model):
    """What somebody said, in one piece or several.

    Attributes:
        id: The quote's name, unique among the article's quotes.
        kind: How the words are given.
        content: The pieces in reading order, at least one, none overlapping another.
        attribution: Who said it and how the text tells; only an epithet may have none.
        edits: Places where an editor touched the words.
        parent: The id of the quote that this one is inside.
        translated_from: The language it was said in (BCP 47), where the text says so.

    Raises:
        ValidationError: `content-empty`, `content-order`, `content-kind` or `attribution-missing`, and
            those of the fields.

    Examples:
        >>> quote = Quote(
        ...     id="q1",
        ...     kind=QuoteKind.DIRECT,
        ...     content=(Fragment(text="The bridge", start=1, end=11), Fragment(text="is safe.", start=21, end=29)),
        ...     attribution=Attribution(),
        ... )
        >>> quote.words
        'The bridge is safe.'
    """

    id: str
    kind: QuoteKind
    content: tuple[Fragment, ...]
    attribution: Attribution | None = None
    edits: tuple[Edit, ...] = ()
    parent: str | None = None
    translated_from: Language | None = None

    def _faults(self, bad: set[int]) -> Iterator[Issue]:
        return quote_rules(self, bad)

    @property
    def words(self) -> str:
        """All the pieces, joined by single spaces."""
        return " ".join(fragment.text for fragment in self.content)

    @property
    def source(self) -> str | None:
        """The id of the source, where the text says who it is."""
        return None if self.attribution is None else self.attribution.source


@frozen(kw_only=True, weakref_slot=False)
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
    same_as: tuple[Uri, ...] = ()


@frozen(kw_only=True, weakref_slot=False)
class Dateline(Model):
    """The line that says where and when a story was filed, as printed, and what can be read in it.

    Attributes:
        text: The printed line: "BERGEN, Norway, March 3 (NTB)".
        place: The place as printed: "BERGEN, Norway".
        date: The date or day as printed: "March 3".
        credit: The agency or outlet as printed: "NTB".

    Examples:
        >>> Dateline(text="BERGEN, March 3 (NTB)", place="BERGEN", date="March 3", credit="NTB").place
        'BERGEN'
    """

    text: str
    place: str | None = None
    date: str | None = None
    credit: str | None = None


@frozen(kw_only=True, weakref_slot=False)
class Subject(Model):
    """Whom or what the article is about.

    Attributes:
        name: The name.
        kind: What it is.
        uri: A URI where one is known, such as an IPTC media topic's.

    Examples:
        >>> Subject(name="Bergen", kind=SubjectKind.PLACE).kind
        <SubjectKind.PLACE: 'place'>
    """

    name: str
    kind: SubjectKind = SubjectKind.TOPIC
    uri: Uri | None = None


@frozen(kw_only=True, weakref_slot=False)
class Correction(Model):
    """A correction that was published with the article.

    Attributes:
        text: What the correction says.
        date: When it was made: a date alone, or a time with its offset.

    Examples:
        >>> Correction(text="An earlier version gave the wrong year.").date is None
        True
    """

    text: str
    date: When | None = field(default=None, eq=same_when)


@frozen(kw_only=True, weakref_slot=False)
class Location:
    """Where a span stands in an article.

    Attributes:
        paragraph: Index of the paragraph, from 0; `None` outside the text, and where the place is not known.
        before: The characters before the span, no further than the part reaches.
        after: The characters after it.
    """

    paragraph: int | None
    before: str
    after: str


@frozen(kw_only=True)
class Article(Model):
    """A news article with its sources and quotations.

    Attributes:
        id: A URI. [`content_id`][newsschema.content_id] makes one from the words where none is given.
        headline: The headline, where there is one.
        text: The body as published, paragraphs separated by one blank line; never normalised, trimmed or re-encoded.
        language: The language it is written in (BCP 47).
        published: When it was published: a date alone, or a time with its offset.
        updated: When it was last changed; not before `published`.
        summary: The standfirst or abstract.
        byline: The line that names the writers, as printed.
        authors: The writers.
        credit: The agency or outlet that it is credited to: "AFP".
        dateline: Where and when it was filed.
        url: Where it was published.
        version: The publisher's name for this version: "3", "2nd lead".
        status: Whether it may be used.
        embargoed_until: When it may be published.
        rights: The notice of copyright or the terms of use.
        subjects: Whom or what it is about.
        corrections: Corrections published with it.
        sources: Those who say something in it.
        quotes: What they say, in the order of the text.
        extra: Other people's data, by names that they own: a URI or a reversed domain.

    Raises:
        ValidationError: Any of the codes on the page "Error codes".

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
        ...             attribution=Attribution(source="s1", cue=Span(text="said", start=22, end=26)),
        ...         ),
        ...     ),
        ... )
        >>> [(article.source_of(quote).name, quote.words) for quote in article.quotes]
        [('Ines Okafor', 'The bridge is safe,')]
    """

    id: Uri
    headline: str | None = None
    text: Body = field(repr=shown)
    language: Language | None = None
    published: When | None = field(default=None, eq=same_when)
    updated: When | None = field(default=None, eq=same_when)
    summary: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    credit: str | None = None
    dateline: Dateline | None = None
    url: Uri | None = None
    version: str | None = None
    status: Status | None = None
    embargoed_until: When | None = field(default=None, eq=same_when)
    rights: str | None = None
    subjects: tuple[Subject, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sources: tuple[Source, ...] = ()
    quotes: tuple[Quote, ...] = ()
    extra: Extra = _NO_EXTRA

    def _faults(self, bad: set[int]) -> Iterator[Issue]:
        yield from anchor_rules(self, bad)
        yield from article_rules(self, bad)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of the text, each with its place."""
        return tuple(
            Span(text=match[0], start=match.start(), end=match.end()) for match in _PARAGRAPH.finditer(self.text)
        )

    def source_of(self, quote: Quote) -> Source | None:
        """The source of a quote; `None` where the text names nobody.

        Args:
            quote: A quote of this article.
        """
        return next((source for source in self.sources if source.id == quote.source), None)

    def quotes_of(self, source: Source | str) -> tuple[Quote, ...]:
        """The quotes of a source, in the article's order.

        Args:
            source: A source of this article, or its id.
        """
        name = source if isinstance(source, str) else source.id
        return tuple(quote for quote in self.quotes if quote.source == name)

    def part(self, name: Part) -> str | None:
        """The words of one part of the article.

        Args:
            name: Which part.
        """
        return {Part.TEXT: self.text, Part.HEADLINE: self.headline, Part.SUMMARY: self.summary}[name]

    def locate(self, span: Span, width: int = 32) -> Location:
        """Where a span stands: its paragraph and the characters around it.

        Args:
            span: A span of this article.
            width: How many characters to give on each side, in code points.
        """
        part = self.part(span.part)
        if span.start is None or span.end is None or part is None:
            return Location(paragraph=None, before="", after="")
        paragraph = None
        if span.part is Part.TEXT:
            starts = [match.start() for match in _PARAGRAPH.finditer(part)]
            paragraph = max(bisect_right(starts, span.start) - 1, 0)
        before, after = part[max(span.start - width, 0) : span.start], part[span.end : span.end + width]
        return Location(paragraph=paragraph, before=before, after=after)

    def marks_of(self, fragment: Fragment) -> tuple[str, str]:
        """The quotation marks right before and right after a fragment; an empty string where there is none.

        Args:
            fragment: A fragment of this article.
        """
        around = self.locate(fragment, 2)
        opening, closing = _OPENING.search(around.before), _CLOSING.match(around.after)
        return (opening[0] if opening else "", closing[0] if closing else "")

    def continues(self, quote: Quote) -> bool:
        """Whether a quote goes on over a paragraph's end.

        Args:
            quote: A quote of this article.
        """
        return len({self.locate(fragment, 0).paragraph for fragment in quote.content} - {None}) > 1


def content_id(text: str, headline: str | None = None) -> str:
    """A name made of an article's words, so that the same words get the same name everywhere (RFC 6920).

    Args:
        text: The body.
        headline: The headline, where there is one.

    Returns:
        A `ni:` URI with the SHA-256 of headline, blank line and body in UTF-8.

    Examples:
        >>> content_id("Rain fell.")
        'ni:///sha-256;ikseg9msdliKvG5Sk0ZB-ZhfooEWkX0gCx0FVy5tebg'
    """
    words = text if headline is None else f"{headline}\n\n{text}"
    digest = sha256(words.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + urlsafe_b64encode(digest).rstrip(b"=").decode()


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
    Article,
)
"""Every type that JSON holds, each after those that it holds itself."""
