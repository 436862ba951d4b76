"""A whole corpus, read, checked and written with all cores, so that an interruption loses nothing and repeats little.

The documents are cut into numbered batches, the same whenever the input is. For each, a worker writes a part beside the
output and then, whole or not at all, a record of what is in it; a batch whose record and part are there is done. When
all are, the parts are put together in order, and the result takes its place in one step. So whatever moment a run is
killed at, the next one finds either a batch's record or does the batch again, and ends with the same bytes.
"""

import gzip
import os
import shutil
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec
from attrs import frozen
from pyarrow import RecordBatch, Table

from newsschema._errors import NewsSchemaError
from newsschema._files import atomic_write
from newsschema._model import Article
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


class _Record(msgspec.Struct):
    """What is in a part, and what is not and why."""

    tally: Tally
    faults: list[dict[str, str | None]]


@frozen
class _Parts:
    """The folder of what is done."""

    folder: Path
    suffix: str

    def part(self, number: int) -> Path:
        return self.folder / f"{number:08}{self.suffix}"

    def record(self, number: int) -> Path:
        return self.folder / f"{number:08}.json"

    def done(self, number: int) -> Tally | None:
        """What came of a batch, once it is done."""
        if self.part(number).exists() and self.record(number).exists():
            return self.read(number).tally
        return None

    def read(self, number: int) -> "_Record":
        return msgspec.json.decode(self.record(number).read_bytes(), type=_Record)


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
    parts = _Parts(output.with_name(f"{output.name}.parts"), next(end for end in OUTPUTS if output.name.endswith(end)))
    _begin(parts.folder, files)
    total, count = Tally(), 0

    def credit(tally: Tally, *, earlier: bool = False) -> None:
        nonlocal total
        total += tally
        if advance is not None:
            advance(tally, earlier)

    with ExitStack() as stack:
        submit = _worker(stack, workers)
        pending: set[Future[Tally]] = set()
        for number, batch in enumerate(batches_in(files)):
            count = number + 1
            earlier = parts.done(number)
            if earlier:
                credit(earlier, earlier=True)
                continue
            if len(pending) >= 2 * workers:
                _settle(pending, credit)
            pending.add(submit(partial(work, parts, number, batch)))
        while pending:
            _settle(pending, credit)
    _assemble(parts, count, output)
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


def _worker(stack: ExitStack, workers: int) -> Callable[[Callable[[], Tally]], "Future[Tally]"]:
    if workers == 1:
        return _at_once
    pool = stack.enter_context(ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent))
    stack.callback(pool.shutdown, wait=False, cancel_futures=True)  # whatever ends us ends what has not begun
    return pool.submit


def _at_once(function: Callable[[], Tally]) -> "Future[Tally]":
    future: Future[Tally] = Future()
    future.set_result(function())
    return future


def _settle(pending: "set[Future[Tally]]", credit: Callable[[Tally], None]) -> None:
    done, _ = wait(pending, return_when=FIRST_COMPLETED)
    pending -= done
    for future in done:
        credit(future.result())


def _end_with_parent() -> None:  # pragma: no cover - runs in a process of its own
    """Leave no worker behind when the command is killed."""
    import signal

    parent = parent_process()
    assert parent is not None
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command itself ends its workers

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def work(parts: _Parts, number: int, batch: Batch) -> Tally:
    """Do one batch: write its part, and then the record that says so."""
    rows: Any = articles_of(batch)
    faulty = pc.greater(pc.list_value_length(rows["faults"]), 0)
    fine = rows.filter(pc.invert(faulty))
    with atomic_write(parts.part(number)) as file:
        if parts.suffix == ".parquet":
            articles = fine.select(schema().names).cast(schema(dictionaries=False))
            pq.write_table(pa.Table.from_batches([articles]), file, compression="zstd")
        else:
            file.write("".join(f"{line}\n" for line in convert(fine)["document"].to_pylist()).encode())
    faults = [
        {"origin": row["origin"], **fault}
        for row in rows.filter(faulty).select(["origin", "faults"]).to_pylist()
        for fault in row["faults"]
    ]
    quotes = pc.sum(pc.list_value_length(fine["quotes"])).as_py() or 0
    tally = Tally(articles=len(fine), quotes=quotes, faulty=len(rows) - len(fine), size=batch.size)
    with atomic_write(parts.record(number)) as file:
        file.write(msgspec.json.encode(_Record(tally, faults)))
    return tally


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


def _assemble(parts: _Parts, count: int, output: Path) -> None:
    """Put the parts together, and the result in its place."""
    whole, faults = parts.folder / "whole", parts.folder / "faults"
    with atomic_write(whole) as file:
        (_join_rows if parts.suffix == ".parquet" else _join_lines)(parts, count, file)
    with atomic_write(faults) as file:
        for number in range(count):
            for fault in parts.read(number).faults:
                file.write(msgspec.json.encode(fault) + b"\n")
    whole.replace(output)
    if faults.stat().st_size:
        faults.replace(faults_beside(output))
    else:
        faults_beside(output).unlink(missing_ok=True)  # of an earlier run
    shutil.rmtree(parts.folder)


def _join_rows(parts: _Parts, count: int, file: BinaryIO) -> None:
    with pq.ParquetWriter(file, schema(dictionaries=False), compression="zstd") as writer:
        held: list[Table] = []
        for number in range(count):
            with pq.ParquetFile(parts.part(number)) as part:
                held.append(part.read())
            if number == count - 1 or sum(table.nbytes for table in held) >= _ROW_GROUP:
                writer.write_table(pa.concat_tables(held))
                held = []


def _join_lines(parts: _Parts, count: int, file: BinaryIO) -> None:
    file.write(gzip.compress(b"", mtime=0))  # a whole even where there are no parts
    for number in range(count):
        with parts.part(number).open("rb") as part:
            shutil.copyfileobj(part, file)
