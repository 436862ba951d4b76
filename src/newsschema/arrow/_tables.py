"""Articles as Arrow tables and back."""

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from pyarrow import ArrowException, RecordBatch, RecordBatchReader, Table

from newsschema._model.arguments import require_articles
from newsschema._model.errors import Code, Issue, ValidationError, warn
from newsschema._model.messages import format_value
from newsschema._model.types import Article
from newsschema.arrow._columns import articles_of, structs_of
from newsschema.arrow._schema import castable, misfits, schema, struct_of
from newsschema.arrow._untyped import batch_of, pa, schema_of

BATCH = 256
"""Articles in a batch: enough to make calls cheap, few enough to hold several at a time."""
_WORDS = 2**25  # code points of text in a batch: Arrow's positions in strings have 32 bits
_ROW_LABELS = re.compile(r"__index_level_\d+__")
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


class SupportsArrowStream(Protocol):
    """An object with Arrow's C stream interface: a table of pyarrow, Polars, pandas, DuckDB and others."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The stream, in a capsule."""


def to_batches(articles: Iterable[Article], *, size: int = BATCH, dictionaries: bool = True) -> Iterator[RecordBatch]:
    """Convert articles to record batches.

    Args:
        articles: The articles; only one batch is held in memory at a time.
        size: The number of articles in a batch; fewer if their texts are very long.
        dictionaries: Whether enums are dictionaries, as in [`schema`][newsschema.arrow.schema].

    Raises:
        TypeError: One of them is not an article.

    Examples:
        >>> from newsschema import Article
        >>> rain = Article(id="urn:example:1", text="Rain fell.")
        >>> [batch.num_rows for batch in to_batches([rain] * 5, size=2)]
        [2, 2, 1]
    """
    held: list[Article] = []
    words = 0
    for article in require_articles(articles):
        held.append(article)
        words += len(article.text)
        if len(held) >= size or words >= _WORDS:
            yield _batch(held, dictionaries=dictionaries)
            held, words = [], 0
    if held:
        yield _batch(held, dictionaries=dictionaries)


def _batch(articles: list[Article], *, dictionaries: bool) -> RecordBatch:
    columns = structs_of(Article, articles, struct_of(Article, dictionaries=dictionaries))
    return batch_of(columns.flatten(), schema(dictionaries=dictionaries))


def to_table(articles: Iterable[Article], *, dictionaries: bool = True) -> Table:
    """Convert articles to one table with a row for each.

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
    """Iterate over the articles of record batches.

    Columns may be in any order, and missing if the field has a default. Strings may be large or dictionary-encoded. A
    null list counts as empty, and whole numbers may be floats. A date may be the struct of date, time and offset, a
    date, a time with a zone, or a string as in JSON. Nothing else is coerced. The columns `origin`, `line`, `item` and
    `faults` may be there too; faults are raised.

    Args:
        batches: Record batches with this [`schema`][newsschema.arrow.schema], from any source.

    Raises:
        ValidationError: A batch has faults; each path begins with the index of the row, counted from the first batch.
            A column that does not fit is a fault of the whole, and its path has no index.

    Warns:
        NewsSchemaWarning: The table is of a newer minor version, and unknown columns were skipped.

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
    """The article of each row, or its faults.

    Args:
        rows: Columns of articles, optionally with `origin`, `line`, `item` and `faults`, as in
            [`ARTICLES`][newsschema.arrow.ARTICLES]. A row with faults keeps them.

    Raises:
        ValidationError: The columns do not fit.

    Warns:
        NewsSchemaWarning: As for [`from_batches`][newsschema.arrow.from_batches].

    Examples:
        >>> import pyarrow as pa
        >>> rows = pa.record_batch({"id": ["urn:example:1", "two"], "text": ["Rain.", "Sun."]})
        >>> [len(issues) for issues in read_rows(rows) if isinstance(issues, tuple)]
        [1]
    """
    batches: list[RecordBatch] = rows.to_batches(max_chunksize=BATCH) if isinstance(rows, Table) else [rows]
    passed_over: dict[str, None] = {}
    found: list[Article | tuple[Issue, ...]] = []
    for batch in batches:
        outcomes, skipped = read_newer_rows(batch)
        found += outcomes
        passed_over |= dict.fromkeys(issue.pointer for issue in skipped)
    if passed_over:
        warn(f"a table of a newer minor version: these columns are passed over: {', '.join(passed_over)}")
    return found


def read_newer_rows(batch: RecordBatch) -> tuple[list[Article | tuple[Issue, ...]], list[Issue]]:
    """The article of each row, or its faults; and the columns that only a newer minor version has.

    Args:
        batch: Rows as for `read_rows`, which warns of these columns.

    Raises:
        ValidationError: The columns do not fit.
    """
    issues, passed_over = misfits(batch.schema)
    if issues:
        raise ValidationError(issues)
    return _read_batch(batch), passed_over


def _read_batch(batch: RecordBatch) -> list[Article | tuple[Issue, ...]]:
    rows: Any = _castable(batch)
    known = known_faults(rows)
    if not any(known):
        return articles_of(rows)
    found = iter(articles_of(rows.filter(pa.array([not faults for faults in known], pa.bool_()))))
    return [faults or next(found) for faults in known]


def _castable(batch: Any) -> Any:
    columns = schema_of(castable(pa.struct(list(batch.schema))), batch.schema.metadata)
    return batch if columns == batch.schema else batch.cast(columns)


def known_faults(rows: Any) -> list[tuple[Issue, ...]]:
    """The faults that rows come with."""
    if "faults" not in rows.schema.names:
        return [()] * len(rows)
    return [tuple(map(_issue, faults or ())) for faults in rows["faults"].to_pylist()]


def _issue(fault: dict[str, str | None] | None) -> Issue:
    given = fault or {}
    steps = (given.get("path") or "").split("/")[1:]
    path = (int(step) if _INDEX.fullmatch(step) else step.replace("~1", "/").replace("~0", "~") for step in steps)
    return Issue(given.get("code") or "unknown", tuple(path), given.get("message") or "")


def from_table(table: SupportsArrowStream) -> list[Article]:
    """The articles of a table of any library.

    Args:
        table: A table with columns as for [`from_batches`][newsschema.arrow.from_batches]: a table, batch or reader of
            pyarrow, a data frame of Polars or pandas, a relation of DuckDB, or any other object with the method
            `__arrow_c_stream__`. The row labels of pandas are not a column.

    Raises:
        ValidationError: The articles have faults; each path begins with the index of the row.
        TypeError: `table` is not a table.

    Examples:
        >>> from newsschema import Article
        >>> rain = Article(id="urn:example:1", text="Rain fell.")
        >>> from_table(to_table([rain])) == [rain]
        True
    """
    if isinstance(table, str | bytes | os.PathLike):
        raise TypeError(f"expected a table, got {format_value(table)}; read the file first, as with pq.read_table")
    try:
        given: Any = RecordBatchReader.from_stream(table).read_all()
    except ArrowException as error:
        message = f"no columns of Arrow can be made of it: {error}"
        raise ValidationError([Issue(Code.WRONG_TYPE, (), message)]) from error
    labels = [name for name in given.column_names if _ROW_LABELS.fullmatch(name)]
    return _all_valid(read_rows(given.drop_columns(labels)), 0)
