"""What a command is given to read: files, folders and patterns, or standard input."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import groupby
from typing import Any

from attrs import evolve

from newsschema._files import open_read
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._model.errors import ValidationError
from newsschema._model.types import Article
from newsschema.cli._options import NOTHING, Reading
from newsschema.cli._streams import Exit, Stop, complain, standard_input
from newsschema.corpus import CorpusError, Note, Outcome, iter_corpus, read_document, read_stream
from newsschema.corpus._notes import is_unread


def outcomes_of(names: Iterable[str], reading: Reading, output: str | None = None, **options: Any) -> Iterator[Outcome]:
    """What comes of each document of files, folders, patterns and standard input, in order.

    Args:
        names: The files and so on.
        reading: What is given for the documents, and how they are read.
        output: The file that is written, which is not read.
        **options: Whatever else is to be known to read them.

    Raises:
        Stop: There is no such encoding, a pattern has a name of no field, a Parquet file does not hold articles, or the
            output is an input too.
        OSError: A file that is named cannot be read.
    """
    try:
        how = evolve(reading.options, **options)
        for is_input, alike in groupby(names, "-".__eq__):
            if is_input:
                yield from read_stream(standard_input(), name="-", given=reading.given, options=how)
            else:
                yield from iter_corpus([*alike], given=reading.given, options=how, output=output)
    except (CorpusError, ValidationError) as error:
        raise Stop(*str(error).splitlines()) from None


class Taken:
    """The outcomes that have an article, each with it; of others it is said why they have none.

    Attributes:
        exit_code: What they come to.
    """

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self._outcomes = outcomes
        self.exit_code = Exit.FINE

    def __iter__(self) -> Iterator[tuple[Outcome, Article]]:
        for outcome in self._outcomes:
            if outcome.article is not None:
                yield outcome, outcome.article
            else:
                complain(*map(describe, outcome.notes))
                self.fail(exit_code_of(outcome.notes))

    def fail(self, code: Exit) -> None:
        """Let the exit code be this, unless it is a worse one already."""
        self.exit_code = max(self.exit_code, code)


def read_bytes(name: str) -> bytes:
    """The bytes of a file, decompressed where its name ends in `.gz`, or of standard input.

    Raises:
        Stop: They are more than an article may have.
        OSError: The file cannot be read.
    """
    with nullcontext(standard_input()) if name == "-" else open_read(name) as stream:
        data = stream.read(DEFAULT_LIMITS.bytes + 1)
    if len(data) > DEFAULT_LIMITS.bytes:
        raise Stop(f"{name}: larger than {DEFAULT_LIMITS.bytes} bytes")
    return data


def read_base(name: str) -> Article | str:
    """What annotations are of: the article of a file, or its text as it is where it is in no format.

    Raises:
        Stop: It is neither.
    """
    from newsschema.interop import Document  # all formats, which few commands need

    data = read_bytes(name)
    document = Document(data)
    if isinstance(document.data, dict | list) or document.json_error or document.root:
        return _article_in(data, name, NOTHING)
    try:
        return data.decode("utf-8-sig")  # as it is: positions count on it
    except UnicodeDecodeError as error:
        raise Stop(f"{name}: expected text in UTF-8: {error.reason} at byte {error.start}") from None


def read_article(name: str, reading: Reading) -> Article:
    """The one article of a file, or of standard input.

    Raises:
        Stop: There is none, or there are several.
    """
    return _article_in(read_bytes(name), name, reading)


def _article_in(data: bytes, name: str, reading: Reading) -> Article:
    outcomes = [*read_document(data, name=name, given=reading.given, options=reading.options)]
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
    notes = [*notes]
    if is_unread(notes):
        return Exit.TROUBLE
    return Exit.FAULTS if any(note.is_error for note in notes) else Exit.FINE


def remark(notes: Iterable[Note]) -> None:
    """Say on standard error what was done to read a document."""
    complain(*(f"warning: {describe(note)}" for note in notes))


def describe(note: Note) -> str:
    """One line: where, what, and the code."""
    inner = f"{note.pointer}: " if note.pointer else ""
    return f"{note.place}: {inner}{note.message} ({note.code})"
