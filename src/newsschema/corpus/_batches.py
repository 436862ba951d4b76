"""The documents of a corpus in batches, the same whenever the files are, and what comes of each batch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import msgspec
from attrs import evolve, field, frozen

from newsschema._files import open_read
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._jsonl import BadLine, is_json_lines, map_lines, whole_of
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.types import Article
from newsschema.corpus._find import File
from newsschema.corpus._notes import Note, NoteCode, faults
from newsschema.corpus._read import Outcome, ReadOptions, completed, notes_of, read_document

if TYPE_CHECKING:
    from pyarrow import RecordBatch

BATCH: Final = 256
"""Documents in a batch: enough to make calls cheap, few enough to hold several at a time."""
_FILES: Final = 64
"""The same of documents that are a file each, which may take long to read."""
_BYTES: Final = 4 * 2**20
"""Bytes of documents in a batch, unless one alone is larger."""
_LINES: Final = (".jsonl", ".ndjson")

_Kind: TypeAlias = Literal["lines", "files", "rows"]
_Document: TypeAlias = tuple[int, int | None, bytes | Note | None]
"""The index of the file; the line; and what is in it, why it cannot be read, or `None` for a file yet to be read."""


@frozen(kw_only=True)
class Batch:
    """Documents that are read together.

    Attributes:
        files: The files that they are in.
        documents: The documents, but those of Parquet.
        texts: The text of annotations, by the index of their file, or why it cannot be read.
        rows: A record batch of Parquet, and how many rows of the file came before it.
        size: Bytes of the input that are done with, as they are on the disk.
    """

    files: tuple[File, ...]
    documents: tuple[_Document, ...] = ()
    texts: Mapping[int, str | Note] = field(factory=dict[int, str | Note])
    rows: "tuple[RecordBatch, int] | None" = None
    size: int

    def loaded(self) -> "Batch":
        """The batch with all files read."""
        documents = tuple(
            (index, line, _content(self.files[index].path) if data is None else data)
            for index, line, data in self.documents
        )
        texts = {index: _text(file.text) for index, file in enumerate(self.files) if file.text is not None}
        return evolve(self, documents=documents, texts=texts)

    def digest(self) -> bytes:
        """What tells the content of a batch that is loaded from any other."""
        found = blake2b(digest_size=16)
        for file in self.files:
            found.update(msgspec.json.encode([file.name, sorted(file.given.items())]))
        for index, line, data in self.documents:
            text = data if isinstance(data, bytes) else repr(data).encode()
            found.update(b"%d %d %d " % (index, line or 0, len(text)))
            found.update(text)
        for index, known in self.texts.items():
            found.update(msgspec.json.encode([index, repr(known)]))
        if self.rows is not None:
            rows, before = self.rows
            found.update(b"%d " % before)
            found.update(rows.serialize())
        return found.digest()


def kind_of(file: File) -> _Kind:
    """How the documents of a file are found, by its name."""
    name = file.path.lower()
    if name.endswith(".parquet"):
        return "rows"
    return "lines" if name.removesuffix(".gz").endswith(_LINES) else "files"


def batches_of(files: Iterable[File]) -> Iterator[Batch]:
    """All documents of the files, in batches that are the same whenever the files are."""
    for is_parquet, alike in groupby(files, lambda file: kind_of(file) == "rows"):
        if is_parquet:
            for file in alike:
                yield from _row_batches(file)
        else:
            yield from _document_batches(alike)


def _document_batches(files: Iterable[File]) -> Iterator[Batch]:
    """Documents are gathered across files, until they are many or large."""
    held: list[_Document] = []
    named: list[File] = []
    length = size = 0
    for file in files:
        packed = file.path.endswith(".gz")
        for line, data, more in _documents(file):
            if held and (len(held) >= (_FILES if line is None else BATCH) or length + more > _BYTES):
                yield Batch(files=tuple(named), documents=tuple(held), size=size)
                held, named, length, size = [], [], 0, 0
            if not named or named[-1] is not file:
                named.append(file)
            held.append((len(named) - 1, line, data))
            length += more
            size += 0 if packed else more
        size += file.size if packed else 0
    if held:
        yield Batch(files=tuple(named), documents=tuple(held), size=size)


def _documents(file: File) -> Iterator[tuple[int | None, bytes | Note | None, int]]:
    """Each document of a file with its line and its size, or why it cannot be read; small files are read later."""
    try:
        if kind_of(file) == "lines" or (_may_be_large(file) and _begins_with_lines(file)):
            for number, line in map_lines(bytes, file.path, limits=DEFAULT_LIMITS):
                if isinstance(line, BadLine):
                    yield number, faults(line.issues)[0], 0
                else:
                    yield number, line, len(line)
        else:
            yield None, None, file.size
    except ValidationError as error:  # the compressed data is broken
        yield None, faults(error.issues)[0], 0
    except OSError as error:
        yield None, _unreadable(error), 0


def _may_be_large(file: File) -> bool:
    return file.size > _BYTES or file.path.endswith(".gz")


def _begins_with_lines(file: File) -> bool:
    with open_read(file.path) as stream:
        return is_json_lines(stream)


def _text(path: str) -> str | Note:
    """The text in a file, as it is, since positions count on it; or why it cannot be read."""
    data = _content(path)
    try:
        return data.decode("utf-8-sig") if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        message = f"{path}: expected text in UTF-8: {error.reason} at byte {error.start}"
        return Note(code=NoteCode.ENCODING, message=message, is_error=True)


def _content(path: str) -> bytes | Note:
    """What is in a file, or why it cannot be read; no further than the limit."""
    try:
        with open_read(path) as stream:
            data = whole_of(stream, DEFAULT_LIMITS.bytes)
    except ValidationError as error:  # the compressed data is broken
        return faults(error.issues)[0]
    except OSError as error:
        return _unreadable(error)
    return faults(data.issues)[0] if isinstance(data, BadLine) else data


def _unreadable(error: OSError) -> Note:
    return Note(code=NoteCode.UNREADABLE, message=error.strerror or str(error), is_error=True)


def _row_batches(file: File) -> Iterator[Batch]:
    from newsschema.corpus._parquet import BrokenParquetError, iter_rows

    before = 0
    try:
        for rows, share in iter_rows(file.path, BATCH):
            yield Batch(files=(file,), rows=(rows, before), size=int(file.size * share))
            before += len(rows)
    except (OSError, BrokenParquetError) as error:
        note = Note(code=NoteCode.UNREADABLE, message=str(error), is_error=True)
        yield Batch(files=(file,), documents=((0, None, note),), size=0)


def read_batch(batch: Batch, options: ReadOptions) -> Iterator[Outcome]:
    """What comes of each document of a batch that is loaded, in order."""
    for index, line, data in batch.documents:
        file = batch.files[index]
        text = batch.texts.get(index) if options.text is None else None
        if isinstance(data, Note) or isinstance(text, Note):
            notes = tuple(one for one in (data, text) if isinstance(one, Note))
            yield Outcome(article=None, notes=notes).at(file.name, line, None)
            continue
        assert data is not None
        how = options if text is None else evolve(options, text=text, format=options.format or file.format)
        for outcome in read_document(data, name=file.name, given=file.given, options=how):
            yield outcome if line is None else outcome.at(file.name, line, outcome.item)
    if batch.rows is not None:
        yield from _read_rows(batch.files[0], options, *batch.rows)


def _read_rows(file: File, options: ReadOptions, rows: "RecordBatch", before: int) -> Iterator[Outcome]:
    """The articles of a record batch; where they came from is what they say themselves, else their row of the file."""
    from newsschema.arrow._tables import read_newer_rows

    places = zip(*(_column(rows, name) for name in ("origin", "line", "item")), strict=True)
    outcomes, skipped = read_newer_rows(rows)
    remarks = _remarks(rows, skipped)
    for number, (found, (origin, line, item)) in enumerate(zip(outcomes, places, strict=True), before + 1):
        outcome = _filled(found, file, options, remarks[number - before - 1])
        yield outcome.at(file.name, None, number) if origin is None else outcome.at(origin, line, item)


def _column(rows: "RecordBatch", name: str) -> list[Any]:
    given: Any = rows
    values: list[Any] = given[name].to_pylist() if name in given.schema.names else [None] * len(rows)
    return values


def _remarks(rows: "RecordBatch", skipped: Sequence[Issue]) -> list[tuple[Note, ...]]:
    """For each row a note on each column of a newer version in which it has something."""
    if not skipped:
        return [()] * len(rows)
    from newsschema.interop.own import losses_of  # all formats, which few tables need

    columns = [[value not in (None, [], "") for value in _column(rows, str(issue.path[0]))] for issue in skipped]
    notes = list(notes_of(losses_of(skipped)))
    return [tuple(note for note, says in zip(notes, row, strict=True) if says) for row in zip(*columns, strict=True)]


def _filled(found: Article | tuple[Issue, ...], file: File, options: ReadOptions, remarks: tuple[Note, ...]) -> Outcome:
    if isinstance(found, tuple):
        return Outcome(article=None, notes=faults(found))
    try:
        article, notes = completed(found, file.given, options)
    except ValidationError as error:
        return Outcome(article=None, notes=faults(error.issues))
    return Outcome(article=article, notes=(*remarks, *notes))


def check_columns(files: Iterable[File]) -> tuple[list[File], list[Note]]:
    """See that Parquet files hold articles, before hours are spent on others.

    Returns:
        The files without those in folders that hold something else; and a note on each of these.

    Raises:
        MissingExtraError: There is one, and pyarrow is not installed.
        OSError: One that was named cannot be read.
        ValidationError: One that was named holds something else; the paths begin with the file.
    """
    fitting: list[File] = []
    notes: list[Note] = []
    for file in files:
        try:
            if kind_of(file) != "rows" or _holds_articles(file):
                fitting.append(file)
            else:
                message = "this was written into the folder that it was made of"
                notes.append(Note(origin=file.name, code=NoteCode.OWN_FILE, message=message))
        except ValidationError as error:
            if file.is_named:
                raise ValidationError(issue.with_prefix(file.name) for issue in error.issues) from None
            notes += (note.at(file.name) for note in faults(error.issues))
        except OSError as error:
            if file.is_named:
                raise
            notes.append(_unreadable(error).at(file.name))
    return fitting, notes


def _holds_articles(file: File) -> bool:
    """Whether a Parquet file is to be read; not if it was made of the folder in which it was found.

    Raises:
        OSError: It cannot be read.
        ValidationError: It holds something else than articles.
    """
    from newsschema.arrow import check_schema  # says which extra is missing
    from newsschema.corpus._parquet import BrokenParquetError, is_made_of_its_folder, schema_of

    try:
        schema = schema_of(file.path)
        if not file.is_named and is_made_of_its_folder(schema):
            return False
        check_schema(schema)
    except BrokenParquetError as error:
        raise ValidationError([Issue(Code.INVALID_JSON, (), str(error))]) from None
    return True
