"""Work on batches: plain functions from record batch to record batch, the same in a loop and in every engine.

A row that has faults comes back as a row with its faults, and stays one through whatever follows. Where rows came from
goes with them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar

from pyarrow import RecordBatch, Schema, Table

from newsschema._flat import COLUMNS, QuoteRow, quote_rows
from newsschema._json.read import from_json
from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.write import to_json
from newsschema._model.arguments import require_articles
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.types import Article
from newsschema.arrow._columns import structs_of
from newsschema.arrow._schema import FAULT_FIELDS, INSTANT, ORIGIN, RESULT, VERSION_KEY, misfits, schema, struct_of
from newsschema.arrow._tables import BATCH, known_faults, read_rows
from newsschema.arrow._untyped import batch_of, pa, schema_of

Rows = TypeVar("Rows", RecordBatch, Table)
P = ParamSpec("P")
Outcome: TypeAlias = Article | tuple[Issue, ...]

ARTICLES: Final[Schema] = schema_of([*schema(dictionaries=False), *RESULT], {VERSION_KEY: SCHEMA_VERSION.encode()})
"""What `read`, `transform` and `validate` give: the columns of an article, where it came from, and its faults.

`origin` is the name of the file, or another name for the row. `line` is the line of the document, from 1, in a file
with one on each line; `item` is its number, from 1, in other files with several. A row with faults has nothing in the
columns of the article. A fault's path is a JSON Pointer.
"""
_TYPES: Final = {int: pa.int64(), float: pa.float64(), date: pa.date32(), datetime: INSTANT}
_FLAT: Final = [pa.field(name, _TYPES.get(column.type, pa.string())) for name, column in COLUMNS.items()]
QUOTES: Final[Schema] = schema_of([*_FLAT, *RESULT])
"""What `flatten` gives: a row for each quote, and one for each row with faults.

The [table of the columns][columns-of-the-quotes-table] says what each of them holds."""
DOCUMENTS: Final[Schema] = schema_of([("id", pa.string()), ("document", pa.string()), *RESULT])
"""What `convert` gives: a document for each article."""
FINDINGS: Final[Schema] = schema_of([*ORIGIN, ("id", pa.string()), *FAULT_FIELDS])
"""What `lint` gives: a row for each fault, and for each thing that an editor would ask about."""


_BESIDE: Final = frozenset(field.name for field in RESULT)


def _of_rows(
    function: Callable[Concatenate[RecordBatch, P], RecordBatch],
) -> Callable[Concatenate[Rows, P], Rows]:
    """The same for tables, which some engines have for batches."""

    @wraps(function)
    def work(rows: Rows, /, *args: P.args, **kwargs: P.kwargs) -> Rows:
        if isinstance(rows, RecordBatch):
            return function(rows, *args, **kwargs)
        table: Any = rows
        batches = table.to_batches(max_chunksize=BATCH) or [RecordBatch.from_pylist([], table.schema)]
        done = [function(batch, *args, **kwargs) for batch in batches]
        return Table.from_batches(done)  # pyright: ignore[reportReturnType]  # what is no batch is a table

    return work


@_of_rows
def read(rows: RecordBatch, reader: Callable[[Any], Article] = from_json, column: str = "document") -> RecordBatch:
    """Read documents, one in each row.

    Args:
        rows: A column of strings or bytes, optionally with `origin`, `line` and `item`, which say where each row came
            from, and `faults`.
        reader: Takes a document and returns an article, or raises `ValidationError`: `from_json`, `read_text`, or your
            own picklable function.
        column: The name of the column with the documents.

    Returns:
        The columns [`ARTICLES`][newsschema.arrow.ARTICLES], a row for each.

    Raises:
        ValidationError: `origin`, `line`, `item` or `faults` are of another type.

    Examples:
        >>> import pyarrow as pa
        >>> document = '{"schema_version":"1.0","id":"urn:example:1","text":"Rain."}'
        >>> rows = pa.record_batch({"document": [document, "{}"]})
        >>> [
        ...     (row["id"], [fault["code"] for fault in row["faults"]])
        ...     for row in read(rows).to_pylist()
        ... ]
        [('urn:example:1', []), (None, ['missing-field', 'missing-field', 'missing-field'])]
    """
    given: Any = rows
    issues, _ = misfits(schema_of(field for field in given.schema if field.name in _BESIDE))
    if issues:
        raise ValidationError(issues)
    documents = given[column]
    is_text = not (pa.types.is_binary(documents.type) or pa.types.is_large_binary(documents.type))
    raw = documents.cast(pa.large_binary()).to_pylist()
    outcomes = [
        known or _attempt(lambda one: reader(_decoded(one) if is_text else _there(one)), one)
        for known, one in zip(known_faults(rows), raw, strict=True)
    ]
    return _articles(outcomes, rows)


@_of_rows
def transform(rows: RecordBatch, function: Callable[[Article], Article]) -> RecordBatch:
    """Apply a function to each article.

    Args:
        rows: Columns of articles, optionally with `origin`, `line`, `item` and `faults`.
        function: Takes an article and returns an article, for example with the quotations in its text.

    Returns:
        The columns [`ARTICLES`][newsschema.arrow.ARTICLES], a row for each.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> import pyarrow as pa
        >>> rows = pa.record_batch({"id": ["urn:example:1"], "text": ["Rain."]})
        >>> changed = transform(rows, lambda article: article.replace(language="en"))
        >>> changed["language"].to_pylist()
        ['en']
    """
    outcomes = [_attempt(function, one) if isinstance(one, Article) else one for one in read_rows(rows)]
    return _articles(outcomes, rows)


@_of_rows
def validate(rows: RecordBatch) -> RecordBatch:
    """Check articles.

    Args:
        rows: Columns of articles, optionally with `origin`, `line`, `item` and `faults`.

    Returns:
        The columns [`ARTICLES`][newsschema.arrow.ARTICLES], a row for each.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> import pyarrow as pa
        >>> rows = pa.record_batch({"id": ["urn:example:1", "two"], "text": ["Rain.", "Sun."]})
        >>> [row["faults"][0]["code"] for row in validate(rows).to_pylist() if row["faults"]]
        ['bad-uri']
    """
    return _articles(read_rows(rows), rows)


@_of_rows
def lint(rows: RecordBatch) -> RecordBatch:
    """Run the lint rules on articles; rows with faults give their faults.

    Args:
        rows: Columns of articles, optionally with `origin`, `line`, `item` and `faults`.

    Returns:
        The columns [`FINDINGS`][newsschema.arrow.FINDINGS], a row for each fault or question.

    Raises:
        ValidationError: The columns are not those of articles.
    """
    from newsschema._lint import lint as questions

    outcomes = read_rows(rows)
    found = [(questions(one), one.id) if isinstance(one, Article) else (one, None) for one in outcomes]
    asked = [(index, name, _fault(issue)) for index, (issues, name) in enumerate(found) for issue in issues]
    arrays = [
        *_provenance(rows, [index for index, _, _ in asked]),
        pa.array([name for _, name, _ in asked], pa.string()),
        *(pa.array([fault[field.name] for _, _, fault in asked], field.type) for field in FAULT_FIELDS),
    ]
    return batch_of(arrays, FINDINGS)


@_of_rows
def convert(rows: RecordBatch, writer: Callable[[Article], bytes | str] = to_json) -> RecordBatch:
    """Write each article as a document.

    Args:
        rows: Columns of articles, optionally with `origin`, `line`, `item` and `faults`.
        writer: Takes an article and returns a document, as text or as UTF-8.

    Returns:
        The columns [`DOCUMENTS`][newsschema.arrow.DOCUMENTS], a row for each.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> import pyarrow as pa
        >>> rows = pa.record_batch({"id": ["urn:example:1"], "text": ["Rain."]})
        >>> convert(rows)["document"].to_pylist()
        ['{"schema_version":"1.0","id":"urn:example:1","text":"Rain."}']
    """
    outcomes = read_rows(rows)
    documents = [_attempt(writer, one) if isinstance(one, Article) else one for one in outcomes]
    ids = [one.id if isinstance(one, Article) else None for one in outcomes]
    arrays = [
        pa.array(ids, pa.string()),
        pa.array([None if isinstance(one, tuple) else one for one in documents], pa.string()),
    ]
    return batch_of([*arrays, *_provenance(rows), _faults(documents)], DOCUMENTS)


@_of_rows
def flatten(rows: RecordBatch) -> RecordBatch:
    """The flat view: a row for each quote, with fields of its article and its source.

    Args:
        rows: Columns of articles, optionally with `origin`, `line`, `item` and `faults`.

    Returns:
        The columns [`QUOTES`][newsschema.arrow.QUOTES]; a row with faults comes back as one row.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> import pyarrow as pa
        >>> rows = pa.record_batch({"id": ["urn:example:1"], "text": ["Rain."]})
        >>> flatten(rows).num_rows
        0
    """
    quotes: list[QuoteRow | None] = []
    outcomes: list[Outcome] = []
    indices: list[int] = []
    for index, one in enumerate(read_rows(rows)):
        found: list[QuoteRow | None] = [*quote_rows(one)] if isinstance(one, Article) else [None]
        quotes += found
        outcomes += [one] * len(found)
        indices += [index] * len(found)
    return batch_of([*_flat(quotes), *_provenance(rows, indices), _faults(outcomes)], QUOTES)


def quotes_table(articles: Iterable[Article]) -> Table:
    """A row for each quote, with its article, its place and its source.

    The [columns][columns-of-the-quotes-table] are those of [`QUOTES`][newsschema.arrow.QUOTES] without `origin`,
    `line`, `item` and `faults`: `words`; `part`, `start` and `end`, their place in code points; the id of the
    `article`; the name or description of the `speaker`; and so on.

    Args:
        articles: The articles.

    Raises:
        TypeError: One of them is not an article. For a table of articles, use
            [`flatten`][newsschema.arrow.flatten].

    Examples:
        >>> from newsschema import read_text
        >>> story = read_text(
        ...     '"The bridge is safe," harbour master Ines Okafor told reporters.'
        ... )
        >>> quotes_table([story]).select(["speaker", "role", "words", "start"]).to_pylist()
        [{'speaker': 'Ines Okafor', 'role': 'harbour master', 'words': 'The bridge is safe,', 'start': 1}]
    """
    rows = [row for article in require_articles(articles) for row in quote_rows(article)]
    return Table.from_batches([batch_of(_flat(rows), schema_of(_FLAT))])


def _flat(rows: Sequence[QuoteRow | None]) -> list[Any]:
    columns = zip(_FLAT, COLUMNS.values(), strict=True)
    return [pa.array([row and column.value(row) for row in rows], field.type) for field, column in columns]


def _attempt(function: Callable[[Any], Any], argument: Any) -> Any:
    """What the function makes of it, or the faults that keep it from it."""
    try:
        return function(argument)
    except ValidationError as error:
        return error.issues


def _there(document: bytes | None) -> bytes:
    if document is None:
        raise ValidationError([Issue(Code.WRONG_TYPE, (), "there is no document")])
    return document


def _decoded(document: bytes | None) -> str:
    try:
        return _there(document).decode()
    except UnicodeDecodeError as error:
        message = f"expected UTF-8 text: {error.reason} at byte {error.start}"
        raise ValidationError([Issue(Code.BAD_CHARACTER, (), message)]) from None


def _articles(outcomes: Sequence[Outcome], rows: Any) -> RecordBatch:
    articles = [one if isinstance(one, Article) else None for one in outcomes]
    columns = structs_of(Article, articles, struct_of(Article, dictionaries=False)).flatten()
    return batch_of([*columns, *_provenance(rows), _faults(outcomes)], ARTICLES)


def _provenance(rows: Any, indices: Sequence[int] | None = None) -> list[Any]:
    """The columns that say where rows came from; the ids of articles where nothing says so.

    Args:
        rows: The rows.
        indices: Which of them, where it is not each once.
    """
    names = rows.schema.names
    given = {field.name: rows[field.name] for field in ORIGIN if field.name in names}
    if "origin" not in given and "id" in names:
        given["origin"] = rows["id"]
    columns = [given.get(field.name, pa.nulls(len(rows), field.type)).cast(field.type, safe=False) for field in ORIGIN]
    return columns if indices is None else [column.take(pa.array(indices, pa.int64())) for column in columns]


def _faults(outcomes: Sequence[Any]) -> Any:
    issues: list[tuple[Issue, ...]] = [one if isinstance(one, tuple) else () for one in outcomes]
    return pa.array([[*map(_fault, some)] for some in issues], RESULT[-1].type)


def _fault(issue: Issue) -> dict[str, str]:
    return {"code": issue.code, "path": issue.pointer, "message": issue.message}
