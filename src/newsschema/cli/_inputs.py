"""What a command is given to read: files, folders and patterns, or standard input."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from attrs import evolve

from newsschema._files import open_read
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._model.errors import ValidationError
from newsschema._model.types import Article
from newsschema.cli._options import Reading
from newsschema.cli._streams import Exit, Stop, complain, standard_input
from newsschema.corpus import CorpusError, Note, NoteCode, Outcome, iter_corpus, read_document, read_stream


def outcomes_of(names: Iterable[str], reading: Reading, **options: Any) -> Iterator[Outcome]:
    """What comes of each document of files, folders, patterns and standard input, in order.

    Args:
        names: The files and so on.
        reading: What is given for the documents, and how they are read.
        **options: Whatever else is to be known to read them.

    Raises:
        Stop: There is no such encoding, a pattern has a name of no field, or a Parquet file does not hold articles.
        OSError: A file that is named cannot be read.
    """
    try:
        how = evolve(reading.options, **options)
        for is_input, alike in groupby(names, "-".__eq__):
            if is_input:
                yield from read_stream(standard_input(), name="-", given=reading.given, options=how)
            else:
                yield from iter_corpus([*alike], given=reading.given, options=how)
    except (CorpusError, ValidationError) as error:
        raise Stop(*str(error).splitlines()) from None


def read_bytes(name: str) -> bytes:
    """The bytes of a file, decompressed where its name ends in `.gz`, or of standard input.

    Raises:
        Stop: They are more than an article may have.
        OSError: The file cannot be read.
    """
    data = some_bytes(name)
    if len(data) > DEFAULT_LIMITS.bytes:
        raise Stop(f"{name}: larger than {DEFAULT_LIMITS.bytes} bytes")
    return data


def some_bytes(name: str) -> bytes:
    """The same; at most one byte too many."""
    limit = DEFAULT_LIMITS.bytes + 1
    if name == "-":
        return standard_input().read(limit)
    with open_read(name) as stream:
        return stream.read(limit)


def read_text_file(name: str) -> str:
    """The text of a file in UTF-8, of which all must be in it as it is: positions count on it.

    Raises:
        Stop: It is something else.
    """
    try:
        return read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Stop(f"{name}: expected text in UTF-8: {error.reason} at byte {error.start}") from None


def read_article(name: str, reading: Reading) -> Article:
    """The one article of a file, or of standard input.

    Raises:
        Stop: There is none, or there are several.
    """
    outcomes = [*read_document(read_bytes(name), name=name, given=reading.given, options=reading.options)]
    if len(outcomes) > 1:
        raise Stop(
            f"{name}: there are {len(outcomes)} documents in it, and one is wanted; newsschema convert takes all"
        )
    (outcome,) = outcomes
    if outcome.article is None:
        raise Stop(*map(describe, outcome.notes), exit_code=exit_code_of(outcome.notes))
    remark(outcome.notes)
    return outcome.article


def exit_code_of(notes: Iterable[Note]) -> Exit:
    """What the notes on a document come to: none that says that it is left out is fine."""
    codes = {note.code for note in notes if note.is_error}
    if not codes:
        return Exit.FINE
    return Exit.TROUBLE if codes <= {*NoteCode} else Exit.FAULTS


def remark(notes: Iterable[Note]) -> None:
    """Say on standard error what was done to read a document."""
    complain(*(f"warning: {describe(note)}" for note in notes))


def describe(note: Note) -> str:
    """One line: where, what, and the code."""
    inner = f"{note.pointer}: " if note.pointer else ""
    return f"{note.place}: {inner}{note.message} ({note.code})"
