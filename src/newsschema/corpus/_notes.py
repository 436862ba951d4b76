"""What is to be said of the files and documents of a corpus: the faults of what is left out, and notes on the rest."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

import msgspec
from attrs import evolve, frozen

from newsschema._model.errors import Issue, NewsSchemaError


class CorpusError(NewsSchemaError, ValueError):
    """The run is impossible: an unknown name, or another run in the way."""


class NoteCode(StrEnum):
    """The stable name of a remark on a file or a document, besides the codes of faults and losses."""

    # Left out, and a fault.
    UNREADABLE = "unreadable"
    """The system does not let it be read, or it ends nowhere."""
    NO_FILE = "no-file"
    """It is no ordinary file: a pipe, a socket, a device."""
    UNKNOWN_FORMAT = "unknown-format"
    """It is in no format that can be read here; the message says what it looks like."""
    NO_TEXT = "no-text"
    """There is nothing in it."""
    ENCODING = "encoding"
    """It is text in an encoding that could not be made out, or not in the one that was named."""
    MISSING_EXTRA = "missing-extra"
    """Reading it needs a package that is not installed; the message names the extra."""
    # Left out, and none.
    HIDDEN = "hidden"
    """Its name begins with a dot."""
    SAME_FILE = "same-file"
    """It has been read already under another name, or through a link."""
    OWN_FILE = "own-file"
    """It is what the command itself writes: the output, or what stands beside an output."""
    SAME_ID = "same-id"
    """An article before it has the same id; whether it is left out or kept, the message says."""
    # Said of what is read.
    GUESSED = "guessed-encoding"
    """Nothing says in which encoding it is; the message says what it was taken for."""
    MARKUP = "markup"
    """Tags, entities or the signs of Markdown were taken out of plain text."""
    UNWRAPPED = "unwrapped"
    """Lines were broken at a fixed width; they are joined to paragraphs."""
    DIFFERS = "differs"
    """The document itself says something else than what was given for it; what it says stays."""


@frozen(kw_only=True)
class Note:
    """A remark on a file or a document.

    Attributes:
        origin: The name of the file.
        line: The line, from 1, where the document is one.
        item: The number of the document, from 1, where the file holds several that are no lines.
        code: A [`Code`][newsschema.Code], a [`LossCode`][newsschema.interop.LossCode], or one of
            [`NoteCode`][newsschema.corpus.NoteCode].
        pointer: The place in the document, as a JSON Pointer.
        message: The remark in words. May change.
        is_error: Whether the document is left out because of it.
    """

    origin: str = ""
    line: int | None = None
    item: int | None = None
    code: str
    pointer: str = ""
    message: str
    is_error: bool = False

    @property
    def place(self) -> str:
        """Where it is: file, line and number."""
        return place_of(self.origin, self.line, self.item)

    def at(self, origin: str, line: int | None = None, item: int | None = None) -> "Note":
        """The same, said of a document.

        Args:
            origin: The name of the file.
            line: The line, from 1.
            item: The number of the document, from 1.
        """
        return evolve(self, origin=origin, line=line, item=item)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, what is not there left out."""
        fields = {
            "origin": self.origin,
            "line": self.line,
            "item": self.item,
            "severity": "error" if self.is_error else "note",
            "code": self.code,
            "path": self.pointer,
            "message": self.message,
        }
        return {name: value for name, value in fields.items() if value is not None}


def place_of(origin: str, line: int | None, item: int | None) -> str:
    """A document's place as people write it: `wire.jsonl:3`, `feed.xml#2`."""
    return origin + (f":{line}" if line is not None else "") + (f"#{item}" if item is not None else "")


def faults(issues: Iterable[Issue]) -> tuple[Note, ...]:
    """What is wrong with a document that is left out."""
    return tuple(Note(code=issue.code, pointer=issue.pointer, message=issue.message, is_error=True) for issue in issues)


def encode_notes(notes: Iterable[Note]) -> Iterator[bytes]:
    """A line of JSON for each."""
    return (msgspec.json.encode(note.to_dict()) + b"\n" for note in notes)
