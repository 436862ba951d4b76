"""What comes of a batch, kept in a file until all are there, and put together to one output."""

import gzip
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final, Protocol

import msgspec
from attrs import asdict, evolve, frozen

from newsschema._files import atomic_write
from newsschema._json.write import to_json
from newsschema._model.types import Article
from newsschema.corpus._batches import Batch, read_batch
from newsschema.corpus._notes import encode_notes, is_unread
from newsschema.corpus._read import Outcome, ReadOptions

_CHECK: Final = 16
"""Bytes before a part by which damage shows."""


@frozen(kw_only=True)
class Tally:
    """Counts of documents.

    Attributes:
        articles: Valid articles.
        quotes: Quotes in them.
        faulty: Documents with faults, or that cannot be read.
        unread: Those of them that are empty, or in no known format.
        noted: Articles with a remark.
        size: Bytes of the input.
    """

    articles: int = 0
    quotes: int = 0
    faulty: int = 0
    unread: int = 0
    noted: int = 0
    size: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(**{name: count + getattr(other, name) for name, count in asdict(self).items()})


class Kept(msgspec.Struct, frozen=True):
    """What is to be known of an article when it is put with others: its id, in short; its place; its quotes."""

    id: bytes
    origin: str
    line: int | None
    item: int | None
    quotes: int


class Part(msgspec.Struct):
    """What came of a batch: its articles, packed; what is to be known of each; what is to be said, as JSON lines."""

    digest: bytes
    tally: Tally
    kept: list[Kept]
    notes: bytes
    content: bytes


class Joiner(Protocol):
    """Puts packed articles together in a file."""

    def add(self, content: bytes, keep: Sequence[bool] | None) -> None:
        """Take the articles of a part; all of them, or those that are to be kept."""

    def close(self) -> None:
        """Write what is held."""


class Packing(Protocol):
    """How articles are packed in parts, and put together."""

    def pack(self, rows: Sequence[tuple[Outcome, Article]]) -> bytes:
        """Articles, each with what says where it came from; in a form that pickles."""
        ...

    def joiner(self, file: BinaryIO) -> Joiner:
        """What puts packed articles into a file."""
        ...


def make_part(path: Path, batch: Batch, packing: Packing, options: ReadOptions) -> tuple[Path, bool]:
    """Do a batch and write its part, unless an earlier run has; run in a process of its own.

    Args:
        path: Where the part shall be.
        batch: The documents.
        packing: How the articles are packed.
        options: How the documents are read.

    Returns:
        Where the part is, and whether it was there before.
    """
    batch = batch.loaded()
    digest = batch.digest()
    if (earlier := load_part(path)) is not None and earlier.digest == digest:
        return path, True
    rows = [*read_batch(batch, options)]
    fine = [(row, row.article) for row in rows if row.article is not None]
    kept = [Kept(_short(article.id), row.origin, row.line, row.item, len(article.quotes)) for row, article in fine]
    tally = Tally(
        articles=len(fine),
        quotes=sum(one.quotes for one in kept),
        faulty=len(rows) - len(fine),
        unread=sum(map(is_unread, (row.notes for row in rows))),
        noted=sum(bool(row.notes) for row, _ in fine),
        size=batch.size,
    )
    notes = b"".join(encode_notes(note for row in rows for note in row.notes))
    payload = msgspec.msgpack.encode(Part(digest, tally, kept, notes, packing.pack(fine)))
    with atomic_write(path) as file:
        file.write(_check_of(payload))
        file.write(payload)
    return path, False


def load_part(path: Path) -> Part | None:
    """A part that was written; `None` where there is none, or it is damaged."""
    with suppress(OSError, msgspec.MsgspecError):
        data = memoryview(path.read_bytes())
        if bytes(data[:_CHECK]) == _check_of(data[_CHECK:]):
            return msgspec.msgpack.decode(data[_CHECK:], type=Part)
    return None


def _check_of(payload: bytes | memoryview) -> bytes:
    return blake2b(payload, digest_size=_CHECK).digest()


def _short(name: str) -> bytes:
    return blake2b(name.encode(), digest_size=16).digest()


def without(tally: Tally, kept: Sequence[Kept], keep: Sequence[bool]) -> Tally:
    """What is left of a tally when some articles are left out."""
    left_out = [one for one, stays in zip(kept, keep, strict=True) if not stays]
    return evolve(
        tally,
        articles=tally.articles - len(left_out),
        quotes=tally.quotes - sum(one.quotes for one in left_out),
    )


class JsonLines:
    """Articles as JSON lines, compressed or not."""

    def __init__(self, *, compressed: bool) -> None:
        self._compressed = compressed

    def pack(self, rows: Sequence[tuple[Outcome, Article]]) -> bytes:
        """A line for each article."""
        return self._packed(to_json(article) + b"\n" for _, article in rows)

    def _packed(self, lines: Iterable[bytes]) -> bytes:
        data = b"".join(lines)
        return (
            gzip.compress(data, 6, mtime=0) if self._compressed else data
        )  # a twentieth more than 9, in half the time

    def joiner(self, file: BinaryIO) -> "_LineJoiner":
        """What puts the lines together."""
        return _LineJoiner(file, self)

    def chosen(self, content: bytes, keep: Sequence[bool]) -> bytes:
        """The lines that are to be kept."""
        lines = (gzip.decompress(content) if self._compressed else content).splitlines(keepends=True)
        return self._packed(line for line, stays in zip(lines, keep, strict=True) if stays)

    def begin(self) -> bytes:
        """What makes a whole even where there are no parts."""
        return self._packed(())


class _LineJoiner:
    def __init__(self, file: BinaryIO, packing: JsonLines) -> None:
        self._file, self._packing = file, packing
        file.write(packing.begin())

    def add(self, content: bytes, keep: Sequence[bool] | None) -> None:
        self._file.write(content if keep is None else self._packing.chosen(content, keep))

    def close(self) -> None:
        """Nothing is held."""


def packing_of(output: str, *, in_its_input: bool) -> Packing | None:
    """How the articles of an output are packed, by the end of its name; `None` where it says nothing known."""
    if output.endswith(".parquet"):
        import_module("newsschema.arrow")  # says which extra is missing
        from newsschema.corpus._parquet import Rows

        return Rows(in_its_input=in_its_input)
    if output.endswith((".jsonl", ".jsonl.gz")):
        return JsonLines(compressed=output.endswith(".gz"))
    return None


OUTPUTS: Final = (".parquet", ".jsonl.gz", ".jsonl")
