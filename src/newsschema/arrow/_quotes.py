"""The flat view: a row for each quote, as analysts ask for it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from pyarrow import Schema

from newsschema._model.enums import Anonymity, Medium, Polarity, QuoteKind, SourceKind, Terms
from newsschema._model.types import Article, Quote, Source, Span
from newsschema._model.values import Uri
from newsschema.arrow._columns import array_of
from newsschema.arrow._schema import type_of
from newsschema.arrow._untyped import schema_of

Told: TypeAlias = tuple[Article, Quote, Source | None]


def _attribution(name: str) -> Callable[[Told], Any]:
    """A field of the attribution; of a span its words."""

    def value(told: Told) -> Any:
        found = getattr(told[1].attribution, name, None)
        return found.text if isinstance(found, Span) else found

    return value


def _source(name: str) -> Callable[[Told], Any]:
    return lambda told: getattr(told[2], name, None)


def _day(told: Told) -> date | None:
    when = told[0].published
    return when.date() if isinstance(when, datetime) else when


COLUMNS: Final[dict[str, tuple[Any, Callable[[Told], Any]]]] = {
    "article": (Uri, lambda told: told[0].id),
    "date": (date, _day),
    "published": (datetime, lambda told: told[0].published if isinstance(told[0].published, datetime) else None),
    "headline": (str, lambda told: told[0].headline),
    "credit": (str, lambda told: told[0].credit),
    "language": (str, lambda told: told[0].language),
    "quote": (str, lambda told: told[1].id),
    "kind": (QuoteKind, lambda told: told[1].kind),
    "words": (str, lambda told: told[1].words),
    "start": (int, lambda told: told[1].content[0].start),
    "end": (int, lambda told: told[1].content[-1].end),
    "parent": (str, lambda told: told[1].parent),
    "translated_from": (str, lambda told: told[1].translated_from),
    "cue": (str, _attribution("cue")),
    "speaker": (str, _source("label")),
    "mention": (str, _attribution("mention")),
    "source": (str, _source("id")),
    "source_kind": (SourceKind, _source("kind")),
    "anonymity": (Anonymity, _source("anonymity")),
    "role": (str, _source("role")),
    "affiliation": (str, _source("affiliation")),
    "addressee": (str, _attribution("addressee")),
    "setting": (str, _attribution("setting")),
    "time": (str, _attribution("time")),
    "via": (str, _attribution("via")),
    "polarity": (Polarity, _attribution("polarity")),
    "medium": (Medium, _attribution("medium")),
    "terms": (Terms, _attribution("terms")),
    "confidence": (float, _attribution("confidence")),
}
"""The type of each column, and how it is told from an article, one of its quotes and the source of it."""


def quote_schema() -> Schema:
    """The columns of the flat view, enums as plain strings."""
    return schema_of((name, type_of(kind, dictionaries=False)) for name, (kind, _) in COLUMNS.items())


def quotes_of(article: Article) -> list[Told]:
    """Each quote of an article with its source."""
    sources = {source.id: source for source in article.sources}
    return [(article, quote, sources.get(quote.source or "")) for quote in article.quotes]


def quote_arrays(rows: Sequence[Told | None]) -> list[Any]:
    """The columns of the flat view; null where a row is `None`."""
    return [
        array_of(kind, [row and value(row) for row in rows], dictionaries=False) for kind, value in COLUMNS.values()
    ]
