"""Articles as Arrow tables and back."""

import warnings
from collections.abc import Iterable, Iterator
from typing import Any

from pyarrow import RecordBatch, Table

from newsschema._model.errors import Issue, NewsSchemaWarning, ValidationError
from newsschema._model.types import Article
from newsschema.arrow._columns import articles_of, structs_of
from newsschema.arrow._schema import misfits, schema
from newsschema.arrow._untyped import batch_of, pa

BATCH = 256
"""Articles in a batch: enough to make calls cheap, few enough to hold several at a time."""
_WORDS = 2**25  # code points of text in a batch: Arrow's positions in strings have 32 bits


def to_batches(articles: Iterable[Article], *, size: int = BATCH, dictionaries: bool = True) -> Iterator[RecordBatch]:
    """Articles as record batches, made while they are asked for.

    Args:
        articles: The articles; only those of one batch are held at a time.
        size: Articles in a batch; fewer where their texts are very long.
        dictionaries: Whether enums are dictionaries, as in [`schema`][newsschema.arrow.schema].

    Examples:
        >>> from newsschema import Article
        >>> rain = Article(id="urn:example:1", text="Rain fell.")
        >>> [batch.num_rows for batch in to_batches([rain] * 5, size=2)]
        [2, 2, 1]
    """
    held: list[Article] = []
    words = 0
    for article in articles:
        held.append(article)
        words += len(article.text)
        if len(held) >= size or words >= _WORDS:
            yield _batch(held, dictionaries=dictionaries)
            held, words = [], 0
    if held:
        yield _batch(held, dictionaries=dictionaries)


def _batch(articles: list[Article], *, dictionaries: bool) -> RecordBatch:
    columns = structs_of(Article, articles, dictionaries=dictionaries)
    return batch_of(columns.flatten(), schema(dictionaries=dictionaries))


def to_table(articles: Iterable[Article], *, dictionaries: bool = True) -> Table:
    """Articles as one table, a row each.

    Args:
        articles: The articles.
        dictionaries: Whether enums are dictionaries, as in [`schema`][newsschema.arrow.schema].

    Examples:
        >>> from newsschema import Article
        >>> table = to_table([Article(id="urn:example:1", text="Rain fell.")])
        >>> table["text"].to_pylist()
        ['Rain fell.']
    """
    return Table.from_batches(to_batches(articles, dictionaries=dictionaries), schema(dictionaries=dictionaries))


def from_batches(batches: Iterable[RecordBatch]) -> Iterator[Article]:
    """The articles of record batches, read while they are asked for.

    Columns may be missing where the field has a default, strings may be large or dictionaries, and the order of the
    columns means nothing; nothing is coerced. The columns `origin`, `line` and `item` may be there beside those of the
    article, and so may `faults`, which are raised.

    Args:
        batches: Of the [`schema`][newsschema.arrow.schema], however they came: from Parquet, DuckDB or Polars.

    Raises:
        ValidationError: Every fault of the first batch that has any; each path begins with the row's index, counted
            from the first batch. A column that does not fit is a fault of the whole, and its path has no index.

    Warns:
        NewsSchemaWarning: The table is of a newer minor version, and columns unknown to this one were passed over.

    Examples:
        >>> from newsschema import Article
        >>> batches = to_batches([Article(id="urn:example:1", text="Rain fell.")])
        >>> [article.id for article in from_batches(batches)]
        ['urn:example:1']
    """
    row = 0
    for batch in batches:
        found = read_rows(batch)
        yield from _all_valid(found, row)
        row += len(found)


def _all_valid(found: list[Article | tuple[Issue, ...]], first: int) -> list[Article]:
    issues = [issue.with_prefix(row) for row, one in enumerate(found, first) if isinstance(one, tuple) for issue in one]
    if issues:
        raise ValidationError(issues)
    return [one for one in found if isinstance(one, Article)]


def read_rows(rows: RecordBatch | Table) -> list[Article | tuple[Issue, ...]]:
    """For each row the article, or the faults that keep it from being one.

    Args:
        rows: Columns of articles, and perhaps `origin`, `line`, `item` and `faults`, as
            [`ARTICLES`][newsschema.arrow.ARTICLES] has them. A row that comes with faults keeps them.

    Raises:
        ValidationError: The columns do not fit.

    Warns:
        NewsSchemaWarning: As for [`from_batches`][newsschema.arrow.from_batches].

    Examples:
        >>> rows = pa.record_batch({"id": ["urn:example:1", "two"], "text": ["Rain.", "Sun."]})
        >>> [len(issues) for issues in read_rows(rows) if isinstance(issues, tuple)]
        [1]
    """
    batches: list[RecordBatch] = rows.to_batches(max_chunksize=BATCH) if isinstance(rows, Table) else [rows]
    return [outcome for batch in batches for outcome in _read_batch(batch)]


def _read_batch(batch: RecordBatch) -> list[Article | tuple[Issue, ...]]:
    issues, passed_over = misfits(batch.schema)
    if issues:
        raise ValidationError(issues)
    if passed_over:
        warnings.warn(f"a newer minor version; passed over: {', '.join(passed_over)}", NewsSchemaWarning, stacklevel=4)
    known = known_faults(batch)
    if not any(known):
        return articles_of(batch)
    valid: Any = pa.array([not faults for faults in known], pa.bool_())
    found = iter(articles_of(batch.filter(valid)))
    return [faults or next(found) for faults in known]


def known_faults(rows: Any) -> list[tuple[Issue, ...]]:
    """The faults that rows come with."""
    if "faults" not in rows.schema.names:
        return [()] * len(rows)
    return [tuple(map(_issue, faults or ())) for faults in rows["faults"].to_pylist()]


def _issue(fault: dict[str, str | None] | None) -> Issue:
    given = fault or {}
    steps = (given.get("path") or "").split("/")[1:]
    path = (int(step) if step.isdecimal() else step.replace("~1", "/").replace("~0", "~") for step in steps)
    return Issue(given.get("code") or "unknown", tuple(path), given.get("message") or "")


def from_table(table: Table) -> list[Article]:
    """The articles of a table.

    Args:
        table: As for [`from_batches`][newsschema.arrow.from_batches].

    Raises:
        ValidationError: Every fault there is; each path begins with the row's index.

    Examples:
        >>> from newsschema import Article
        >>> rain = Article(id="urn:example:1", text="Rain fell.")
        >>> from_table(to_table([rain])) == [rain]
        True
    """
    return _all_valid(read_rows(table), 0)
