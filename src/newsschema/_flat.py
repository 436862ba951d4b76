"""The flat view: the columns of a row for each quote, in tables, CSV and JSON lines."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final

from attrs import frozen

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
        return {name: value(self) for name, (_, value) in COLUMNS.items()}


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


COLUMNS: Final[dict[str, tuple[type, Callable[[QuoteRow], Any]]]] = {
    "article": (str, _article("id")),
    "date": (date, _day),
    "published": (datetime, _time),
    "publisher": (str, _article("publisher")),
    "section": (str, _article("section")),
    "genre": (str, _article("genre")),
    "headline": (str, _article("headline")),
    "credit": (str, _article("credit")),
    "url": (str, _article("url")),
    "language": (str, _article("language")),
    "quote": (str, _quote("id")),
    "kind": (str, _quote("kind")),
    "words": (str, _quote("words")),
    "start": (int, lambda row: row.quote.content[0].start),
    "end": (int, lambda row: row.quote.content[-1].end),
    "parent": (str, _quote("parent")),
    "translated_from": (str, _quote("translated_from")),
    "cue": (str, _attribution("cue")),
    "speaker": (str, _source("label")),
    "mention": (str, _attribution("mention")),
    "source": (str, _source("id")),
    "source_kind": (str, _source("kind")),
    "anonymity": (str, _source("anonymity")),
    "role": (str, _source("role")),
    "affiliation": (str, _source("affiliation")),
    "addressee": (str, _attribution("addressee")),
    "setting": (str, _attribution("setting")),
    "time": (str, _attribution("time")),
    "condition": (str, _attribution("condition")),
    "via": (str, _attribution("via")),
    "polarity": (str, _attribution("polarity")),
    "medium": (str, _attribution("medium")),
    "terms": (str, _attribution("terms")),
    "confidence": (float, _attribution("confidence")),
    "source_confidence": (float, _attribution("source_confidence")),
}
"""The type of each column, that of strings for enums too, and what it holds of a quote, its article and its source."""
