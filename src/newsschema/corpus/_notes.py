"""Remarks on the files and documents of a corpus: faults and notes."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

import msgspec
from attrs import evolve, frozen

from newsschema._model.errors import Issue, NewsSchemaError


class CorpusError(NewsSchemaError, ValueError):
    """The run cannot start: a name is unknown, or another run is in the way."""


class NoteCode(StrEnum):
    """The stable name of a remark on a file or a document, besides the codes of faults and losses."""

    # Left out, and a fault.
    UNREADABLE = "unreadable"
    """It cannot be read, or it is a broken link."""
    NO_FILE = "no-file"
    """It is not a regular file but a pipe, a socket or a device."""
    UNKNOWN_FORMAT = "unknown-format"
    """It is in no known format; the message says what it looks like."""
    NO_TEXT = "no-text"
    """It is empty."""
    ENCODING = "encoding"
    """Its encoding could not be detected, or is not the given one."""
    MISSING_EXTRA = "missing-extra"
    """Reading it needs an extra that is not installed; the message names it."""
    # Left out, and none.
    HIDDEN = "hidden"
    """Its name begins with a dot."""
    SAME_FILE = "same-file"
    """It was already read under another name, or through a link."""
    OWN_FILE = "own-file"
    """The command itself wrote it: an output, or a file that belongs to one."""
    TEXT_FILE = "text-file"
    """It holds the text of the annotations in the file beside it, and is read with them."""
    SAME_ID = "same-id"
    """An earlier article has the same id; the message says whether it is left out."""
    # Said of what is read.
    GUESSED = "guessed-encoding"
    """Its encoding was guessed; the message names the guess."""
    MARKUP = "markup"
    """Tags, entities or Markdown were removed from plain text."""
    UNWRAPPED = "unwrapped"
    """Lines that were broken at a fixed width were joined."""
    OTHER_LANGUAGE = "other-language"
    """Its quotations were found by rules for English, and it is in another language."""
    DIFFERS = "differs"
    """The document has another value than the given one, and keeps it."""


@frozen(kw_only=True)
class Note:
    """A remark on a file or a document.

    Attributes:
        origin: The name of the file.
        line: The line of the document, from 1, in a file with one on each line.
        item: The number of the document, from 1, in other files with several.
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
        """The same remark about a document at another place.

        Args:
            origin: The name of the file.
            line: The line, from 1.
            item: The number of the document, from 1.
        """
        return evolve(self, origin=origin, line=line, item=item)

    def to_dict(self) -> dict[str, Any]:
        """The remark as plain data; fields without a value are left out."""
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


def is_unread(notes: Iterable[Note]) -> bool:
    """Whether a document is left out because it cannot be read, and not for what is in it."""
    codes = {note.code for note in notes if note.is_error}
    return bool(codes) and codes <= {*NoteCode}


def faults(issues: Iterable[Issue]) -> tuple[Note, ...]:
    """What is wrong with a document that is left out."""
    return tuple(Note(code=issue.code, pointer=issue.pointer, message=issue.message, is_error=True) for issue in issues)


def encode_notes(notes: Iterable[Note]) -> Iterator[bytes]:
    """A line of JSON for each."""
    return (msgspec.json.encode(note.to_dict()) + b"\n" for note in notes)
