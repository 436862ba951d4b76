"""Articles in Parquet: what is read and written with pyarrow, imported when there is some."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from newsschema._model.types import Article
from newsschema.arrow import ARTICLES, schema, to_batches  # says which extra is missing
from newsschema.arrow._untyped import pa, pq
from newsschema.corpus._read import Outcome

_ROW_GROUP: Final = 16 * 2**20
"""Bytes in memory of a row group: enough to compress well and be read at once, little enough to be held."""
_MADE_OF: Final = b"newsschema.made_of"
_ITS_FOLDER: Final = b"the folder it is in"


class BrokenParquetError(Exception):
    """A file that is no Parquet, or is broken."""


def schema_of(path: str) -> Any:
    """The schema of a file.

    Raises:
        BrokenParquetError: It is no Parquet.
        OSError: It cannot be read.
    """
    with Path(path).open("rb") as file:
        try:
            return pq.read_schema(file)
        except pa.ArrowException as error:
            raise BrokenParquetError(f"this is not Parquet: {error}") from None


def is_made_of_its_folder(columns: Any) -> bool:
    """Whether a file was written into the folder that it was made of."""
    metadata: dict[bytes, bytes] = columns.metadata or {}
    return metadata.get(_MADE_OF) == _ITS_FOLDER


def iter_rows(path: str, size: int) -> Iterator[tuple[Any, float]]:
    """The record batches of a file, each with its share of the rows.

    Args:
        path: The file.
        size: Rows in a batch.

    Raises:
        BrokenParquetError: It is no Parquet, or broken.
        OSError: It cannot be read.
    """
    with Path(path).open("rb") as file:
        try:
            with pq.ParquetFile(file) as table:
                for rows in table.iter_batches(size):
                    yield rows, len(rows) / table.metadata.num_rows
        except (pa.ArrowException, OSError) as error:
            raise BrokenParquetError(f"the Parquet is broken: {error}") from None


class Rows:
    """Articles as rows of Parquet, each with where it came from.

    Args:
        in_its_input: Whether the file is written into the folder that it is made of.
    """

    def __init__(self, *, in_its_input: bool) -> None:
        self._in_its_input = in_its_input

    def pack(self, rows: Sequence[tuple[Outcome, Article]]) -> bytes:
        """A stream of record batches."""
        articles = [article for _, article in rows]
        columns = self._columns()
        beside = [
            pa.array([getattr(row, name) for row, _ in rows], columns.field(name).type) for name in columns.names[-3:]
        ]
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, columns, options=pa.ipc.IpcWriteOptions(compression="lz4")) as stream:
            start = 0
            batch: Any
            for batch in to_batches(articles, size=max(len(articles), 1), dictionaries=False):
                arrays = [*batch.columns, *(column.slice(start, len(batch)) for column in beside)]
                stream.write_batch(pa.RecordBatch.from_arrays(arrays, schema=columns))
                start += len(batch)
        return bytes(sink.getvalue())

    def _columns(self) -> Any:
        articles, every = schema(dictionaries=False), cast("Any", ARTICLES)
        return pa.schema([*articles, *(every.field(name) for name in ("origin", "line", "item"))], articles.metadata)

    def joiner(self, file: BinaryIO) -> "_RowJoiner":
        """What puts the rows together."""
        columns = self._columns()
        mark = {_MADE_OF: _ITS_FOLDER} if self._in_its_input else {}
        return _RowJoiner(file, columns.with_metadata({**columns.metadata, **mark}))


class _RowJoiner:
    def __init__(self, file: BinaryIO, columns: Any) -> None:
        self._writer = pq.ParquetWriter(file, columns, compression="zstd")
        self._held: list[Any] = []

    def add(self, content: bytes, keep: Sequence[bool] | None) -> None:
        table = pa.ipc.open_stream(content).read_all()
        self._held.append(table if keep is None else table.filter(pa.array(keep, pa.bool_())))
        if sum(held.nbytes for held in self._held) >= _ROW_GROUP:
            self._write()

    def _write(self) -> None:
        if self._held:
            self._writer.write_table(pa.concat_tables(self._held))
            self._held = []

    def close(self) -> None:
        self._write()
        self._writer.close()
