"""Work on batches: plain functions from record batch to record batch, the same in a loop and in every engine.

A row that has faults comes back as a row with its faults, and stays one through whatever follows.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar

from pyarrow import RecordBatch, Table

from newsschema._json.read import from_json
from newsschema._json.version import SCHEMA_VERSION
from newsschema._json.write import to_json
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.types import Article
from newsschema.arrow._columns import structs_or_nulls
from newsschema.arrow._quotes import Told, quote_arrays, quote_schema, quotes_of
from newsschema.arrow._schema import VERSION_KEY, schema
from newsschema.arrow._tables import BATCH, read_rows
from newsschema.arrow._untyped import batch_of, pa, schema_of

Rows = TypeVar("Rows", RecordBatch, Table)
P = ParamSpec("P")
Faults: TypeAlias = list[dict[str, str]]
Outcome: TypeAlias = Article | Faults

_FAULT: Final = pa.struct([("code", pa.string()), ("path", pa.string()), ("message", pa.string())])
RESULT: Final = [
    pa.field("origin", pa.string()),
    pa.field("faults", pa.list_(pa.field("element", _FAULT))),
]
ARTICLES: Final = schema_of([*schema(dictionaries=False), *RESULT], {VERSION_KEY: SCHEMA_VERSION.encode()})
"""What `read`, `transform` and `validate` give: the columns of an article, where it came from, and its faults.

A row with faults has nothing in the columns of the article. A fault's path is a JSON Pointer.
"""
QUOTES: Final = schema_of([*quote_schema(), *RESULT])
"""What `flatten` gives: a row for each quote, and one for each row with faults."""
DOCUMENTS: Final = schema_of([("id", pa.string()), ("document", pa.string()), *RESULT])
"""What `convert` gives: a document for each article."""
FINDINGS: Final = schema_of([RESULT[0], ("id", pa.string()), *_FAULT])
"""What `lint` gives: a row for each fault, and for each thing that an editor would ask about."""


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
    """Read documents: one in each row, of any kind for which there is a reader.

    Args:
        rows: A column of strings or of bytes, and perhaps `origin`, which says where each row came from, and `faults`.
        reader: Makes an article of one document, and raises `ValidationError` where it cannot: `from_json`,
            `read_text`, or a function of your own that can be sent to other processes.
        column: Where the documents are.

    Returns:
        The columns [`ARTICLES`][newsschema.arrow.ARTICLES], a row for each.

    Examples:
        >>> document = '{"schema_version":"1.0","id":"urn:example:1","text":"Rain."}'
        >>> rows = pa.record_batch({"document": [document, "{}"]})
        >>> [(row["id"], [fault["code"] for fault in row["faults"]]) for row in read(rows).to_pylist()]
        [('urn:example:1', []), (None, ['missing-field', 'missing-field', 'missing-field'])]
    """
    given: Any = rows
    documents = given[column]
    is_text = not (pa.types.is_binary(documents.type) or pa.types.is_large_binary(documents.type))
    raw = documents.cast(pa.large_binary()).to_pylist()
    outcomes = [
        known or _attempt(lambda one: reader(decoded(one) if is_text else _there(one)), one)
        for known, one in zip(_known_faults(rows), raw, strict=True)
    ]
    return _articles(outcomes, _origins(rows))


@_of_rows
def transform(rows: RecordBatch, function: Callable[[Article], Article]) -> RecordBatch:
    """Make another article of each.

    Args:
        rows: Columns of articles, and perhaps `origin` and `faults`.
        function: Makes one article of another, such as one that finds the quotations in its text.

    Returns:
        The columns [`ARTICLES`][newsschema.arrow.ARTICLES], a row for each.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> rows = pa.record_batch({"id": ["urn:example:1"], "text": ["Rain."]})
        >>> transform(rows, lambda article: article.replace(language="en"))["language"].to_pylist()
        ['en']
    """
    outcomes = [_attempt(function, one) if isinstance(one, Article) else one for one in _outcomes(rows)]
    return _articles(outcomes, _origins(rows))


@_of_rows
def validate(rows: RecordBatch) -> RecordBatch:
    """Check articles.

    Args:
        rows: Columns of articles, and perhaps `origin` and `faults`.

    Returns:
        The columns [`ARTICLES`][newsschema.arrow.ARTICLES], a row for each.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> rows = pa.record_batch({"id": ["urn:example:1", "two"], "text": ["Rain.", "Sun."]})
        >>> [(row["origin"], row["faults"]) for row in validate(rows).to_pylist()][1][1][0]["code"]
        'bad-uri'
    """
    return _articles(_outcomes(rows), _origins(rows))


@_of_rows
def lint(rows: RecordBatch) -> RecordBatch:
    """What an editor would ask about articles, and the faults of rows that have some.

    Args:
        rows: Columns of articles, and perhaps `origin` and `faults`.

    Returns:
        The columns [`FINDINGS`][newsschema.arrow.FINDINGS], a row for each fault or question.

    Raises:
        ValidationError: The columns are not those of articles.
    """
    from newsschema._lint import lint as questions

    found: list[dict[str, Any]] = []
    for one, origin in zip(_outcomes(rows), _origins(rows), strict=True):
        named: dict[str, Any] = {"origin": origin, "id": one.id if isinstance(one, Article) else None}
        issues = told(questions(one)) if isinstance(one, Article) else one
        found.extend(named | issue for issue in issues)
    return RecordBatch.from_pylist(found, FINDINGS)


@_of_rows
def convert(rows: RecordBatch, writer: Callable[[Article], bytes | str] = to_json) -> RecordBatch:
    """Write a document of each article.

    Args:
        rows: Columns of articles, and perhaps `origin` and `faults`.
        writer: Makes a document of one article, as text or as UTF-8.

    Returns:
        The columns [`DOCUMENTS`][newsschema.arrow.DOCUMENTS], a row for each.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> rows = pa.record_batch({"id": ["urn:example:1"], "text": ["Rain."]})
        >>> convert(rows)["document"].to_pylist()
        ['{"schema_version":"1.0","id":"urn:example:1","text":"Rain."}']
    """
    outcomes = _outcomes(rows)
    documents = [_attempt(writer, one) if isinstance(one, Article) else one for one in outcomes]
    ids = [one.id if isinstance(one, Article) else None for one in outcomes]
    arrays = [
        pa.array(ids, pa.string()),
        pa.array([None if isinstance(one, list) else one for one in documents], pa.string()),
    ]
    return batch_of([*arrays, *_results(documents, _origins(rows))], DOCUMENTS)


@_of_rows
def flatten(rows: RecordBatch) -> RecordBatch:
    """The flat view: a row for each quote, with what is known of its article and its source.

    Args:
        rows: Columns of articles, and perhaps `origin` and `faults`.

    Returns:
        The columns [`QUOTES`][newsschema.arrow.QUOTES]; a row with faults comes back as one row.

    Raises:
        ValidationError: The columns are not those of articles.

    Examples:
        >>> rows = pa.record_batch({"id": ["urn:example:1"], "text": ["Rain."]})
        >>> flatten(rows).num_rows
        0
    """
    told: list[Told | None] = []
    outcomes: list[Outcome] = []
    origins: list[str | None] = []
    for one, origin in zip(_outcomes(rows), _origins(rows), strict=True):
        quotes: Sequence[Told | None] = quotes_of(one) if isinstance(one, Article) else [None]
        told.extend(quotes)
        outcomes.extend([one] * len(quotes))
        origins.extend([origin] * len(quotes))
    return batch_of([*quote_arrays(told), *_results(outcomes, origins)], QUOTES)


def _outcomes(rows: Any) -> list[Outcome]:
    """The articles of rows, and the faults of those that have some, of old or newly found."""
    columns = rows.drop_columns([name for name in ("origin", "faults") if name in rows.schema.names])
    faults = _known_faults(rows)
    fine = pa.array([not known for known in faults], pa.bool_())
    found = iter(read_rows(columns.filter(fine)))
    return [known or _outcome(next(found)) for known in faults]


def _known_faults(rows: Any) -> list[Faults | None]:
    return rows["faults"].to_pylist() if "faults" in rows.schema.names else [None] * len(rows)


def _outcome(one: Article | tuple[Issue, ...]) -> Outcome:
    return one if isinstance(one, Article) else told(one)


def told(issues: Iterable[Issue]) -> Faults:
    return [{"code": issue.code, "path": issue.pointer, "message": issue.message} for issue in issues]


def _origins(rows: Any) -> list[str | None]:
    """Where the rows came from; the articles' ids where nothing says so."""
    name = next((name for name in ("origin", "id") if name in rows.schema.names), None)
    return [None] * len(rows) if name is None else rows[name].to_pylist()


def _attempt(function: Callable[[Any], Any], argument: Any) -> Any:
    """What the function makes of it, or the faults that keep it from it."""
    try:
        return function(argument)
    except ValidationError as error:
        return told(error.issues)


def _there(document: bytes | None) -> bytes:
    if document is None:
        raise ValidationError([Issue(Code.WRONG_TYPE, (), "there is no document")])
    return document


def decoded(document: bytes | None) -> str:
    """The text of a document in UTF-8.

    Raises:
        ValidationError: There is none, or it is something else.
    """
    try:
        return _there(document).decode()
    except UnicodeDecodeError as error:
        message = f"no UTF-8 text: {error.reason} at byte {error.start}"
        raise ValidationError([Issue(Code.BAD_CHARACTER, (), message)]) from None


def _articles(outcomes: Sequence[Outcome], origins: Sequence[str | None]) -> RecordBatch:
    articles = [one if isinstance(one, Article) else None for one in outcomes]
    columns = structs_or_nulls(Article, articles, dictionaries=False).flatten()
    return batch_of([*columns, *_results(outcomes, origins)], ARTICLES)


def _results(outcomes: Sequence[Any], origins: Sequence[str | None]) -> list[Any]:
    faults: list[Faults] = [one if isinstance(one, list) else [] for one in outcomes]
    return [pa.array(values, field.type) for values, field in zip((origins, faults), RESULT, strict=True)]
