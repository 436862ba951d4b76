"""What a corpus is made of: files, the documents in them, and the batches in which they are worked on."""

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import frozen
from pyarrow import RecordBatch

from newsschema._files import open_read
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._jsonl import BadLine, map_lines
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema.arrow._schema import misfits
from newsschema.arrow._tables import BATCH
from newsschema.arrow._untyped import batch_of, pa, pq, schema_of
from newsschema.arrow._work import RESULT, Faults, told

KINDS: Final = {".txt": "text", ".json": "json", ".jsonl": "lines", ".ndjson": "lines", ".parquet": "rows"}
"""What a file holds, by the end of its name; all but Parquet also compressed, with `.gz` behind it."""
_BYTES: Final = 4 * 2**20
"""Bytes of documents in a batch, unless one alone is larger."""
_DOCUMENTS: Final = schema_of([("document", pa.binary()), *RESULT])

Document: TypeAlias = tuple[bytes | None, str, Faults]


@frozen(kw_only=True)
class Batch:
    """Documents to be worked on together.

    Attributes:
        kind: `text`, `json` or `rows`.
        rows: The documents, or the columns of articles; and where each came from.
        size: Bytes of the input that are behind us with it, on the disk and so compressed where they are.
    """

    kind: str
    rows: RecordBatch
    size: int


def kind_of(path: Path) -> str | None:
    """What a file holds; `None` where its name does not say."""
    return KINDS.get(Path(path.stem if path.suffix == ".gz" else path.name).suffix.lower())


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those in folders that hold news, in an order that stays."""
    for path in paths:
        if path.is_dir():
            inside = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
            yield from sorted(one for one in inside if kind_of(one) and not one.name.startswith("."))
        else:
            yield path


def check_columns(files: Iterable[Path]) -> None:
    """See that the Parquet files hold articles, before hours are spent on others.

    Raises:
        OSError: A file cannot be read.
        ValidationError: One holds something else.
    """
    for file in files:
        if kind_of(file) == "rows":
            try:
                given = pq.read_schema(file)
            except pa.ArrowInvalid as error:
                raise ValidationError([Issue(Code.INVALID_JSON, (str(file),), f"no Parquet: {error}")]) from None
            issues, _ = misfits(schema_of(field for field in given if field.name not in ("origin", "faults")))
            if issues:
                raise ValidationError(issue.with_prefix(str(file)) for issue in issues)


def batches_in(files: Iterable[Path]) -> Iterator[Batch]:
    """All that the files hold, in batches that are the same whenever the files are.

    Raises:
        OSError: A file cannot be read.
    """
    for kind, alike in groupby(files, lambda file: (kind_of(file) or "").replace("lines", "json")):
        if kind == "rows":
            for file in alike:
                yield from _row_batches(file)
        else:
            yield from _document_batches(kind, alike)


def _document_batches(kind: str, files: Iterable[Path]) -> Iterator[Batch]:
    held: list[Document] = []
    length = size = 0
    for file in files:
        for document in _documents(file):
            more = len(document[0] or b"")
            if held and (len(held) >= BATCH or length + more > _BYTES):
                yield Batch(kind=kind, rows=_rows(held), size=size)
                held, length, size = [], 0, 0
            held.append(document)
            length += more
            size += more if file.suffix != ".gz" else 0
        size += file.stat().st_size if file.suffix == ".gz" else 0
    if held:
        yield Batch(kind=kind, rows=_rows(held), size=size)


def _rows(held: list[Document]) -> RecordBatch:
    types: list[Any] = _DOCUMENTS.types
    arrays = [pa.array(values, kind) for values, kind in zip(zip(*held, strict=True), types, strict=True)]
    return batch_of(arrays, _DOCUMENTS)


def _row_batches(file: Path) -> Iterator[Batch]:
    with pq.ParquetFile(file) as table:
        size, row = file.stat().st_size, 0
        for rows in table.iter_batches(BATCH):
            given = rows
            if "origin" not in rows.schema.names:
                origins = [f"{file}:{number}" for number in range(row + 1, row + len(rows) + 1)]
                given = rows.append_column("origin", pa.array(origins, pa.string()))
            row += len(rows)
            yield Batch(kind="rows", rows=given, size=size * len(rows) // table.metadata.num_rows)


def _documents(file: Path) -> Iterator[Document]:
    """Each document of a file with its place, or why there is none; read no further than the limit."""
    if kind_of(file) == "lines":
        for number, line in map_lines(bytes, file, limits=DEFAULT_LIMITS):
            origin = f"{file}:{number}"
            yield (None, origin, told(line.issues)) if isinstance(line, BadLine) else (line, origin, [])
        return
    try:
        with open_read(file) as stream:
            data = stream.read(DEFAULT_LIMITS.bytes + 1)
    except ValidationError as error:
        yield None, str(file), told(error.issues)
        return
    if len(data) > DEFAULT_LIMITS.bytes:
        message = f"the document has more than {DEFAULT_LIMITS.bytes} bytes"
        yield None, str(file), told([Issue(Code.TOO_LARGE, (), message)])
    else:
        yield data, str(file), []
