"""The flat view: a row for each quote, as analysts ask for it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from pyarrow import Schema

from newsschema._model.types import Article, Quote, Source, Span
from newsschema.arrow._schema import INSTANT
from newsschema.arrow._untyped import pa, schema_of

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
    "article": (pa.string(), lambda told: told[0].id),
    "date": (pa.date32(), _day),
    "published": (INSTANT, lambda told: told[0].published if isinstance(told[0].published, datetime) else None),
    "headline": (pa.string(), lambda told: told[0].headline),
    "credit": (pa.string(), lambda told: told[0].credit),
    "language": (pa.string(), lambda told: told[0].language),
    "quote": (pa.string(), lambda told: told[1].id),
    "kind": (pa.string(), lambda told: told[1].kind),
    "words": (pa.string(), lambda told: told[1].words),
    "start": (pa.int64(), lambda told: told[1].content[0].start),
    "end": (pa.int64(), lambda told: told[1].content[-1].end),
    "parent": (pa.string(), lambda told: told[1].parent),
    "translated_from": (pa.string(), lambda told: told[1].translated_from),
    "cue": (pa.string(), _attribution("cue")),
    "speaker": (pa.string(), _source("label")),
    "mention": (pa.string(), _attribution("mention")),
    "source": (pa.string(), _source("id")),
    "source_kind": (pa.string(), _source("kind")),
    "anonymity": (pa.string(), _source("anonymity")),
    "role": (pa.string(), _source("role")),
    "affiliation": (pa.string(), _source("affiliation")),
    "addressee": (pa.string(), _attribution("addressee")),
    "setting": (pa.string(), _attribution("setting")),
    "time": (pa.string(), _attribution("time")),
    "via": (pa.string(), _attribution("via")),
    "polarity": (pa.string(), _attribution("polarity")),
    "medium": (pa.string(), _attribution("medium")),
    "terms": (pa.string(), _attribution("terms")),
    "confidence": (pa.float64(), _attribution("confidence")),
    "source_confidence": (pa.float64(), _attribution("source_confidence")),
}
"""The type of each column, and how it is told from an article, one of its quotes and the source of it."""


def quote_schema() -> Schema:
    """The columns of the flat view, enums as plain strings."""
    return schema_of((name, kind) for name, (kind, _) in COLUMNS.items())


def quotes_of(article: Article) -> list[Told]:
    """Each quote of an article with its source."""
    sources = {source.id: source for source in article.sources}
    return [(article, quote, sources.get(quote.source or "")) for quote in article.quotes]


def quote_arrays(rows: Sequence[Told | None]) -> list[Any]:
    """The columns of the flat view; null where a row is `None`."""
    return [pa.array([row and value(row) for row in rows], kind) for kind, value in COLUMNS.values()]
