"""The flat view: the columns of a row for each quote, in tables, CSV and JSON lines."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final

from attrs import frozen

from newsschema._model.enums import Part
from newsschema._model.types import Article, Quote, Source, Span

UNSURE: Final = 0.7
"""A confidence below this is shown as doubt; it is what the reader leaves out unless told otherwise."""


@frozen
class QuoteRow:
    """A quote with what a row tells of it."""

    article: Article
    quote: Quote
    source: Source | None

    def is_of(self, words: str | None) -> bool:
        """Whether the source has these words in its name, description or role, in capitals or not; `None` takes all."""
        if words is None or self.source is None:
            return words is None
        said_of = (self.source.name, self.source.description, self.source.role)
        return any(words.casefold() in text.casefold() for text in said_of if text)

    def values(self) -> dict[str, Any]:
        """The value of each column."""
        return {name: column.value(self) for name, column in COLUMNS.items()}


def quote_rows(article: Article) -> Iterator[QuoteRow]:
    """A row for each quote of an article."""
    sources = {source.id: source for source in article.sources}
    for quote in article.quotes:
        yield QuoteRow(article, quote, sources.get(quote.source or ""))


def _article(name: str) -> Callable[[QuoteRow], Any]:
    return lambda row: getattr(row.article, name)


def _quote(name: str) -> Callable[[QuoteRow], Any]:
    return lambda row: getattr(row.quote, name)


def _source(name: str) -> Callable[[QuoteRow], Any]:
    return lambda row: getattr(row.source, name, None)


def _attribution(name: str) -> Callable[[QuoteRow], Any]:
    """A field of the attribution; of a span its words."""

    def value(row: QuoteRow) -> Any:
        found = getattr(row.quote.attribution, name, None)
        return found.text if isinstance(found, Span) else found

    return value


def _day(row: QuoteRow) -> date | None:
    published = row.article.published
    return published.date() if isinstance(published, datetime) else published


def _time(row: QuoteRow) -> datetime | None:
    published = row.article.published
    return published if isinstance(published, datetime) else None


def place_of(quote: Quote) -> tuple[Part, int | None, int | None]:
    """The part that the words begin in, and from where to where those that are in it stand."""
    first = quote.content[0]
    last = next(piece for piece in reversed(quote.content) if piece.part is first.part)
    return first.part, first.start, last.end


def _place(index: int) -> Callable[[QuoteRow], Any]:
    return lambda row: place_of(row.quote)[index]


@frozen
class Column:
    """A column of the flat table.

    Attributes:
        type: The type of its values; `str` for enums too.
        value: Gives the value of a row.
        about: What it holds, in Markdown.
    """

    type: type
    value: Callable[[QuoteRow], Any]
    about: str


COLUMNS: Final[dict[str, Column]] = {
    "article": Column(str, _article("id"), "the `id` of the article"),
    "date": Column(date, _day, "the day of publication"),
    "published": Column(datetime, _time, "the time of publication, if it is known"),
    "publisher": Column(str, _article("publisher"), "the outlet that published the article"),
    "section": Column(str, _article("section"), "the section, as printed"),
    "genre": Column(str, _article("genre"), "news, analysis, opinion and so on: a [`Genre`][newsschema.Genre]"),
    "headline": Column(str, _article("headline"), "the headline"),
    "credit": Column(str, _article("credit"), "the agency or outlet that the article is credited to"),
    "url": Column(str, _article("url"), "the address of the article"),
    "language": Column(str, _article("language"), "its language (BCP 47)"),
    "quote": Column(str, _quote("id"), "the `id` of the quote, unique in its article"),
    "kind": Column(str, _quote("kind"), "direct, partial, indirect or epithet: a [`QuoteKind`][newsschema.QuoteKind]"),
    "words": Column(str, _quote("words"), "the words of all pieces of the quote, joined"),
    "part": Column(
        str,
        _place(0),
        "the part of the article that the words are in and positions count in: `text`, `headline` or `summary`",
    ),
    "start": Column(
        int,
        _place(1),
        "where the first piece begins in that part, in code points; empty if the place of the words is not known",
    ),
    "end": Column(int, _place(2), "where the last piece in that part ends"),
    "parent": Column(str, _quote("parent"), "the `id` of the quote that contains this one"),
    "translated_from": Column(str, _quote("translated_from"), "the language it was said in, if the article says so"),
    "cue": Column(str, _attribution("cue"), "the words that attribute the quote: “told”"),
    "speaker": Column(str, _source("label"), "the name of the source, or its description"),
    "mention": Column(str, _attribution("mention"), "the words that name the source here: “she”"),
    "source": Column(str, _source("id"), "the `id` of the source, unique in its article"),
    "source_kind": Column(str, _source("kind"), "person, group, organisation: a [`SourceKind`][newsschema.SourceKind]"),
    "anonymity": Column(
        str, _source("anonymity"), "how far the article says who the source is: an [`Anonymity`][newsschema.Anonymity]"
    ),
    "role": Column(str, _source("role"), "the role of the source: “harbour master”"),
    "affiliation": Column(str, _source("affiliation"), "whom the source belongs to"),
    "addressee": Column(str, _attribution("addressee"), "the words for whom it was said to: “reporters”"),
    "setting": Column(str, _attribution("setting"), "the words for the occasion: “in an interview with AFP”"),
    "time": Column(str, _attribution("time"), "the words for when it was said: “on Monday”"),
    "condition": Column(str, _attribution("condition"), "the words for the condition of anonymity"),
    "via": Column(str, _attribution("via"), "the words for who relays it: “state television”"),
    "polarity": Column(
        str, _attribution("polarity"), "affirmed, denied, hypothetical or refused: a [`Polarity`][newsschema.Polarity]"
    ),
    "medium": Column(str, _attribution("medium"), "speech, writing or thought: a [`Medium`][newsschema.Medium]"),
    "terms": Column(str, _attribution("terms"), "on or off the record: [`Terms`][newsschema.Terms]"),
    "confidence": Column(float, _attribution("confidence"), "how sure it is that this is a quotation, 0 to 1"),
    "source_confidence": Column(
        float, _attribution("source_confidence"), "how sure it is that it is this source's, 0 to 1"
    ),
}
"""What a row holds of a quote, its article and its source."""
