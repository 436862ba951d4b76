"""Documents to articles: whatever is in a file, read, with what is to be said of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from attrs import evolve, field, frozen

from newsschema import interop
from newsschema._json.codec import from_json
from newsschema._jsonl import BadLine, map_lines
from newsschema._model.errors import Code, Issue, MissingExtraError, NewsSchemaError, ValidationError
from newsschema._model.types import Article
from newsschema.corpus._given import Given, fill
from newsschema.corpus._notes import Note, NoteCode, faults
from newsschema.corpus._text import clean, decode

_OWN: Final = re.compile(rb'\s*\{\s*"(?:\$schema|schema_version)"')
_MARKDOWN: Final = re.compile(r"\.(?:md|markdown)(?:\.gz)?", re.IGNORECASE)
_LINE: Final = re.compile(rb"\s*(\{[^\n]*\})[ \t\r]*\n\s*\S")
_BLANK: Final = b"\0\t\n\r \xef\xbb\xbf"
_COPY: Final = "text"
"""The name that plain copy has among the formats."""
_NOTHING: Final[Given] = {}


@frozen(kw_only=True)
class ReadOptions:
    """How documents are read.

    Attributes:
        encoding: The encoding of text; found out, or guessed, where none is named.
        as_is: Whether plain copy is read as it is, with tags, entities, the signs of Markdown and broken lines in it.
        reader: What else [`read_text`][newsschema.read_text] is to be told.
    """

    encoding: str | None = None
    as_is: bool = False
    reader: dict[str, Any] = field(factory=dict[str, Any])


DEFAULT: Final = ReadOptions()


@frozen(kw_only=True)
class Outcome:
    """What came of a document.

    Attributes:
        article: The article; `None` where the document has faults, or is none.
        notes: What is to be said of it: its faults, or what was done to read it.
        origin: The name of the file.
        line: Its line, from 1, where the file has one on each.
        item: Its number, from 1, where the file holds several that are no lines.
    """

    article: Article | None
    notes: tuple[Note, ...] = ()
    origin: str = ""
    line: int | None = None
    item: int | None = None

    def at(self, origin: str, line: int | None, item: int | None) -> "Outcome":
        """The same, of a document that stands there."""
        notes = tuple(note.at(origin, line, item) for note in self.notes)
        return Outcome(article=self.article, notes=notes, origin=origin, line=line, item=item)


def read_document(
    data: bytes, *, name: str = "", given: Given = _NOTHING, options: ReadOptions = DEFAULT
) -> Iterator[Outcome]:
    """The articles of a document: one as a rule, several from a feed, a list or JSON lines.

    Args:
        data: What is in the file.
        name: The file's name, where it says something: of Markdown nothing else may tell.
        given: What is given for the document; what it says itself stays.
        options: How to read it.
    """
    if is_json_lines(data):
        for line, document in map_lines(bytes, BytesIO(data)):
            if isinstance(document, BadLine):
                yield Outcome(article=None, notes=faults(document.issues), line=line)
            else:
                yield from (evolve(one, line=line) for one in _read_one(document, name, given, options))
    else:
        yield from _read_one(data, name, given, options)


def is_json_lines(data: bytes) -> bool:
    """Whether a JSON object stands on the first line, and something follows."""
    import msgspec

    found = _LINE.match(data)
    if found is None:
        return False
    try:
        msgspec.json.decode(found[1], type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeError):
        return False
    return True


def _read_one(data: bytes, name: str, given: Given, options: ReadOptions) -> Iterator[Outcome]:
    try:
        if _OWN.match(data):
            yield _filled(from_json(data), given)
        elif not data.strip(_BLANK):
            yield _refused(NoteCode.NO_TEXT, "there is nothing in it")
        else:
            yield from _read_any(data, name, given, options)
    except NewsSchemaError as error:
        yield _outcome_of(error)


def _read_any(data: bytes, name: str, given: Given, options: ReadOptions) -> Iterator[Outcome]:
    """Read plain copy by the reader, and by the door what is in another format."""
    try:
        source: str | bytes = data if options.encoding is None else decode(data, options.encoding)[0]
    except UnicodeError as error:
        yield _refused(NoteCode.ENCODING, f"this is no text in {options.encoding}: {error}")
        return
    known = _format_of(source)
    if known is not None and known != _COPY:
        yield from _through_the_door(source, given)
        return
    try:
        source, notes = decode(source) if isinstance(source, bytes) else (source, [])
    except UnicodeError:  # no text at all: the door says what it is
        yield from _through_the_door(source, given)
        return
    text, done = (source, []) if options.as_is else clean(source, markdown=_MARKDOWN.search(name) is not None)
    if known == _COPY or ((notes or done) and _format_of(text) == _COPY):
        yield _read_copy(text, given, options, (*notes, *done))
    else:
        yield from _through_the_door(source, given, notes)


def _format_of(source: str | bytes) -> str | None:
    try:
        return interop.detect(source).name
    except interop.UnknownFormatError:
        return None


def _read_copy(text: str, given: Given, options: ReadOptions, notes: Iterable[Note]) -> Outcome:
    from newsschema.reading import read_text  # a whole lexicon, which other documents do not need

    known: dict[str, Any] = {name: given[name] for name in ("url", "language") if name in given}
    if "published" in given:
        known["published"] = _when(given["published"])
    return _filled(read_text(text, **known, **options.reader), given, notes)


def _when(text: str) -> date | datetime | str:
    """The date or time that a text is; the text itself, which is refused later, where it is none."""
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(text)
        except ValueError:
            continue
    return text


def _through_the_door(source: str | bytes, given: Given, notes: Iterable[Note] = ()) -> Iterator[Outcome]:
    """The articles of a document in some format; numbered, where there are several."""
    first: Outcome | None = None
    number = 0
    for number, one in enumerate(_door(source, given, tuple(notes)), 1):
        if number == 1:
            first = one
            continue
        if first is not None:
            yield evolve(first, item=1)
            first = None
        yield evolve(one, item=number)
    if first is not None:
        yield first
    elif number == 0:
        yield _refused(NoteCode.NO_TEXT, "there is no article in it")


def _door(source: str | bytes, given: Given, notes: tuple[Note, ...]) -> Iterator[Outcome]:
    failed: list[Outcome] = []

    def fail(error: NewsSchemaError) -> None:
        failed.append(_outcome_of(error))

    for article, report in interop.read_many(source, on_error=fail):
        yield from failed
        failed.clear()
        losses = (
            Note(code=loss.code, pointer=Issue(loss.code, loss.path, "").pointer, message=loss.reason)
            for loss in report.losses
        )
        try:
            yield _filled(article, given, (*notes, *losses))
        except ValidationError as error:
            yield _outcome_of(error)
    yield from failed


def _filled(article: Article, given: Given, notes: Iterable[Note] = ()) -> Outcome:
    if not given:
        return Outcome(article=article, notes=tuple(notes))
    article, more = fill(article, given)
    return Outcome(article=article, notes=(*notes, *more))


def _outcome_of(error: NewsSchemaError) -> Outcome:
    """What came of a document that is refused."""
    inner = error.error if isinstance(error, interop.DocumentError) else error
    if isinstance(inner, ValidationError):
        return Outcome(article=None, notes=faults(inner.issues))
    codes = {interop.UnknownFormatError: NoteCode.UNKNOWN_FORMAT, MissingExtraError: NoteCode.MISSING_EXTRA}
    return _refused(codes.get(type(inner), Code.WRONG_TYPE), str(inner))


def _refused(code: str, message: str) -> Outcome:
    return Outcome(article=None, notes=(Note(code=code, message=message, is_error=True),))
