"""A whole corpus, read, checked and written with all cores, so that an interruption loses nothing and repeats little.

The documents are cut into numbered batches, the same whenever the input is. For each, a worker writes a part beside the
output, whole or not at all: what is in the batch, and what is at fault. While the workers go on, the parts are put
together in order, and at the end the result takes its place in one step. So whatever moment a run is killed at, the
next one finds either a batch's part or does the batch again, and ends with the same bytes.
"""

import gzip
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec
from attrs import frozen
from pyarrow import RecordBatch, Table

from newsschema._files import atomic_write
from newsschema._model.errors import NewsSchemaError
from newsschema._model.types import Article
from newsschema._parallel import ordered
from newsschema.arrow._inputs import Batch, batches_in, check_columns
from newsschema.arrow._schema import schema
from newsschema.arrow._untyped import pa, pc, pq
from newsschema.arrow._work import convert, decoded, read, validate

OUTPUTS: Final = (".parquet", ".jsonl.gz")
_ROW_GROUP: Final = 16 * 2**20
"""Bytes in memory of a row group: enough to compress well and be read at once, little enough to be held."""


@frozen(kw_only=True)
class Tally:
    """What came of documents.

    Attributes:
        articles: Valid articles.
        quotes: Quotes in them.
        faulty: Documents with faults.
        size: Bytes of the input.
    """

    articles: int = 0
    quotes: int = 0
    faulty: int = 0
    size: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            articles=self.articles + other.articles,
            quotes=self.quotes + other.quotes,
            faulty=self.faulty + other.faulty,
            size=self.size + other.size,
        )


class UnfinishedError(NewsSchemaError):
    """What stands beside the output was begun with other input, or another version."""


class _Part(msgspec.Struct):
    """What came of a batch: the rows of its articles, or their compressed lines; and what is not in it and why."""

    tally: Tally
    faults: list[dict[str, str | None]]
    content: bytes


def faults_beside(output: Path) -> Path:
    """Where the faults are written."""
    return output.with_name(f"{output.name}.faults.jsonl")


def run(
    files: Sequence[Path],
    output: Path,
    *,
    workers: int,
    advance: Callable[[Tally, bool], object] | None = None,
) -> Tally:
    """Read, check and write a corpus; go on with what an earlier run of the same has left.

    Args:
        files: Text, JSON, JSON lines or Parquet, by their names.
        output: Where the articles shall be; its name ends in one of `OUTPUTS`.
        workers: Processes to work in; the work is done in this one where it is 1.
        advance: Told what came of each batch, and whether an earlier run had done it.

    Raises:
        OSError: A file cannot be read or written.
        UnfinishedError: There is an unfinished run beside the output, of something else.
        ValidationError: A Parquet file does not hold articles.
    """
    check_columns(files)
    folder, total = output.with_name(f"{output.name}.parts"), Tally()
    _begin(folder, files)
    pack, join = (_packed_rows, _join_rows) if output.suffix == ".parquet" else (_packed_lines, _join_lines)
    batches = enumerate(batches_in(files))
    tasks = (partial(work, folder / f"{number:08}", batch, pack) for number, batch in batches)
    pool = partial(_Workers, mp_context=get_context("spawn"), initializer=_begin_worker)
    done = ordered(tasks, workers, pool)

    def contents() -> Iterator[bytes]:
        nonlocal total
        for path, earlier in done:
            part = msgspec.msgpack.decode(path.read_bytes(), type=_Part)
            listed.writelines(msgspec.json.encode(fault) + b"\n" for fault in part.faults)
            total += part.tally
            if advance is not None:
                advance(part.tally, earlier)
            yield part.content

    whole, faults = folder / "whole", folder / "faults"
    with closing(done), atomic_write(whole) as file, atomic_write(faults) as listed:
        join(contents(), file)
    whole.replace(output)
    if total.faulty:
        faults.replace(faults_beside(output))
    else:
        faults_beside(output).unlink(missing_ok=True)  # of an earlier run
    shutil.rmtree(folder)
    return total


def _begin(folder: Path, files: Sequence[Path]) -> None:
    stats = [(str(file), file.stat()) for file in files]
    plan = {
        "newsschema": version("newsschema"),
        "files": [[name, stat.st_size, stat.st_mtime_ns] for name, stat in stats],
    }
    manifest = folder / "manifest"
    written = msgspec.json.encode(plan)
    if manifest.exists():
        if manifest.read_bytes() != written:
            raise UnfinishedError(
                f"{folder}: an unfinished run of other files or another version; remove it to begin anew"
            )
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with atomic_write(manifest) as file:
        file.write(written)


class _Workers(ProcessPoolExecutor):
    """Workers that do not hear of an interruption, from their first moment on: the command itself ends them."""

    def submit(self, *args: Any, **kwargs: Any) -> Any:
        heard = signal.signal(signal.SIGINT, signal.SIG_IGN)  # and so in a process that begins here
        try:
            return super().submit(*args, **kwargs)
        finally:
            signal.signal(signal.SIGINT, heard)


def _begin_worker() -> None:  # pragma: no cover - runs in a process of its own
    """Leave no worker behind when the command is killed, and no memory unused in any."""
    pa.set_memory_pool(pa.system_memory_pool())
    parent = parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def work(path: Path, batch: Batch, pack: Callable[[Any], bytes]) -> tuple[Path, bool]:
    """Do one batch and write its part; where that is, and whether an earlier run had done it."""
    if path.exists():
        return path, True
    rows: Any = articles_of(batch)
    faulty = pc.greater(pc.list_value_length(rows["faults"]), 0)
    fine = rows.filter(pc.invert(faulty))
    faults = [
        {"origin": row["origin"], **fault}
        for row in rows.filter(faulty).select(["origin", "faults"]).to_pylist()
        for fault in row["faults"]
    ]
    quotes = pc.sum(pc.list_value_length(fine["quotes"])).as_py() or 0
    tally = Tally(articles=len(fine), quotes=quotes, faulty=len(rows) - len(fine), size=batch.size)
    with atomic_write(path) as file:
        file.write(msgspec.msgpack.encode(_Part(tally, faults, pack(fine))))
    return path, False


def articles_of(batch: Batch) -> RecordBatch:
    """The articles of a batch, and the faults of what is none."""
    if batch.kind == "rows":
        return validate(batch.rows)
    if batch.kind == "json":
        return read(batch.rows)
    return read(batch.rows, _read_copy)


def _read_copy(document: bytes) -> Article:
    from newsschema.reading import read_text  # a whole lexicon, which JSON does not need

    return read_text(decoded(document))


def _packed_rows(rows: Any) -> bytes:
    columns, sink = schema(dictionaries=False), pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, columns, options=pa.ipc.IpcWriteOptions(compression="lz4")) as stream:
        stream.write_batch(rows.select(columns.names).cast(columns))
    return bytes(sink.getvalue())


def _join_rows(contents: Iterable[bytes], file: BinaryIO) -> None:
    with pq.ParquetWriter(file, schema(dictionaries=False), compression="zstd") as writer:
        held: list[Table] = []
        for content in contents:
            held.append(pa.ipc.open_stream(content).read_all())
            if sum(table.nbytes for table in held) >= _ROW_GROUP:
                writer.write_table(pa.concat_tables(held))
                held = []
        if held:
            writer.write_table(pa.concat_tables(held))


def _packed_lines(rows: Any) -> bytes:
    lines = "".join(f"{line}\n" for line in convert(rows)["document"].to_pylist())
    return gzip.compress(lines.encode(), 6, mtime=0)  # a twentieth larger than with 9, in half the time


def _join_lines(contents: Iterable[bytes], file: BinaryIO) -> None:
    file.write(gzip.compress(b"", mtime=0))  # a whole even where there are no parts
    file.writelines(contents)
