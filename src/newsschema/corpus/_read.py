"""Documents to articles: whatever is in a file, read, with what is to be said of it."""

import os
import re
from collections.abc import Iterable, Iterator
from io import BufferedIOBase, BytesIO
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any, Final, cast

from attrs import evolve, field, frozen

from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._json.read import read_newer
from newsschema._jsonl import BadLine, documents_in
from newsschema._model.arguments import require_share
from newsschema._model.errors import Code, Issue, MissingExtraError, NewsSchemaError, ValidationError
from newsschema._model.messages import format_value
from newsschema._model.types import Article
from newsschema.corpus._given import NOTHING, Given, fill
from newsschema.corpus._notes import CorpusError, Note, NoteCode, faults, place_of
from newsschema.corpus._text import clean, decode

if TYPE_CHECKING:
    from newsschema.interop import Loss

_OWN: Final = re.compile(rb'\s*\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"schema_version"')
_MARKDOWN: Final = re.compile(r"\.(?:md|markdown)(?:\.gz)?", re.IGNORECASE)
_BLANK: Final = b"\0\t\n\r \xef\xbb\xbf"
_OUR_FORMAT: Final = "newsschema"
"""The name of this library's JSON among the formats."""
_COPY: Final = "text"
"""The name that plain copy has among the formats."""


def _check_encoding(_: object, __: object, name: str | None) -> None:
    try:
        if name is not None:
            b"a".decode(name)
    except UnicodeError:  # it is one of wide characters
        pass
    except LookupError:
        raise CorpusError(f"there is no encoding {name!r}") from None


def _check_reader(_: object, __: object, given: dict[str, Any]) -> None:
    if "min_confidence" in given:
        require_share("min_confidence", given["min_confidence"])


@frozen(kw_only=True)
class ReadOptions:
    """Options for reading documents.

    Attributes:
        encoding: The encoding of text; by default it is detected or guessed.
        as_is: Whether plain text is read as it is, with tags, entities, Markdown and broken lines in it.
        format: The name of the format of all documents, to skip recognition.
        text: The article or its text, for annotations, which have no text.
        find_quotes: Whether to find the quotations of articles that have none, as in plain text.
        reader: More arguments for [`read_text`][newsschema.read_text].

    Raises:
        CorpusError: The encoding is unknown.
        TypeError: `min_confidence` in `reader` is not a number.
        ValueError: `min_confidence` in `reader` is not between 0 and 1.
    """

    encoding: str | None = field(default=None, validator=_check_encoding)
    as_is: bool = False
    format: str | None = None
    text: Article | str | None = None
    find_quotes: bool = False
    reader: dict[str, Any] = field(factory=dict[str, Any], validator=_check_reader)


DEFAULT: Final = ReadOptions()


@frozen(kw_only=True)
class Outcome:
    """The result of reading a document.

    Attributes:
        article: The article; `None` if the document has faults or is not an article.
        notes: Remarks: its faults, or what was done to read it.
        origin: The name of the file.
        line: Its line, from 1, in a file with one document on each line.
        item: Its number, from 1, in other files with several.
        format: The name of the format that it was in; `None` where it could not be read.
    """

    article: Article | None
    notes: tuple[Note, ...] = ()
    origin: str = ""
    line: int | None = None
    item: int | None = None
    format: str | None = None

    @property
    def place(self) -> str:
        """Where it is: file, line and number."""
        return place_of(self.origin, self.line, self.item)

    def at(self, origin: str, line: int | None, item: int | None) -> "Outcome":
        """The same outcome, of a document at another place.

        Args:
            origin: The name of the file.
            line: The line, from 1.
            item: The number of the document, from 1.
        """
        notes = tuple(note.at(origin, line, item) for note in self.notes)
        return evolve(self, notes=notes, origin=origin, line=line, item=item)


def read_document(
    data: bytes, *, name: str = "", given: Given = NOTHING, options: ReadOptions = DEFAULT
) -> Iterator[Outcome]:
    """The articles of a document: one as a rule, several from a feed, a list or JSON lines.

    Args:
        data: What is in the file.
        name: The file's name; only the name may show that a text is Markdown.
        given: Values for the document, which keeps its own.
        options: How to read it.

    Yields:
        The article or the faults of each document.

    Raises:
        TypeError: `data` is not bytes, but text or the name of a file.

    Examples:
        >>> for outcome in read_document(
        ...     b"Rain fell, said Bo Roe.", given={"publisher": "The Bergen Courier"}
        ... ):
        ...     print(outcome.article.publisher, outcome.format)
        The Bergen Courier text
    """
    if isinstance(data, str | os.PathLike):
        raise TypeError(f"expected what is in a document, as bytes, got {format_value(data)}; iter_corpus takes names")
    return read_stream(BytesIO(data), name=name, given=given, options=options)


def read_stream(
    file: BufferedIOBase, *, name: str = "", given: Given = NOTHING, options: ReadOptions = DEFAULT
) -> Iterator[Outcome]:
    """The articles of a file opened in binary mode. Of JSON lines, only one is held in memory at a time.

    Args:
        file: The file; it may be one that can be read only once, such as a pipe.
        name: Its name in the outcomes.
        given: Values for fields that its documents lack, such as the publisher.
        options: How to read them.

    Yields:
        The article or the faults of each document.
    """
    for line, document in documents_in(cast("IO[bytes]", file), DEFAULT_LIMITS):
        if isinstance(document, BadLine):
            yield Outcome(article=None, notes=faults(document.issues)).at(name, line, None)
        else:
            yield from (one.at(name, line, one.item) for one in _read_one(document, name, given, options))


def _read_one(data: bytes, name: str, given: Given, options: ReadOptions) -> Iterator[Outcome]:
    try:
        if options.format in (None, _OUR_FORMAT) and _OWN.match(data):
            yield _read_own(data, given, options)
        elif not data.strip(_BLANK) and options.text is None:  # a file without annotations is empty
            yield _refused(NoteCode.NO_TEXT, "there is nothing in it")
        else:
            yield from _read_any(data, name, given, options)
    except NewsSchemaError as error:
        yield _outcome_of(error)


def _read_own(data: bytes, given: Given, options: ReadOptions) -> Outcome:
    """Read this library's JSON, without the door."""
    skipped: list[Issue] = []
    article = read_newer(data, skipped)
    if not skipped:
        return _outcome(article, given, options, _OUR_FORMAT)
    from newsschema.interop.own import losses_of  # all formats, which few documents need

    return _outcome(article, given, options, _OUR_FORMAT, notes_of(losses_of(skipped)))


def _read_any(data: bytes, name: str, given: Given, options: ReadOptions) -> Iterator[Outcome]:
    """Read plain copy by the reader, and by the door what is in another format."""
    from newsschema import interop

    try:
        source: str | bytes = data if options.encoding is None else decode(data, options.encoding)[0]
    except UnicodeError as error:
        yield _refused(NoteCode.ENCODING, f"this is not text in {options.encoding}: {error}")
        return
    known = options.format or _format_of(source)
    if known is not None and options.text is None and interop.formats()[known].text == "needed":
        message = f"{known} has no text of its own, and none is given (newsschema convert --text FILE)"
        yield _refused(NoteCode.NO_TEXT, message)
        return
    if known not in (None, _COPY) or interop.Document.of(source).root:
        yield from _through_the_door(source, given, options)
    else:
        yield from _read_text(source, name, given, options, is_copy=known == _COPY)


def _read_text(
    source: str | bytes, name: str, given: Given, options: ReadOptions, *, is_copy: bool
) -> Iterator[Outcome]:
    """Read what is plain copy, or may be once it is cleaned."""
    from newsschema import interop

    try:
        text, notes = decode(source) if isinstance(source, bytes) else (source, [])
    except UnicodeError:  # no text at all: the door says what it is
        yield from _through_the_door(source, given, options)
        return
    inner = interop.Document.of(text).data if is_copy else None
    text = inner if isinstance(inner, str) else text  # a text in a JSON string
    copy, done = (text, []) if options.as_is else clean(text, markdown=_MARKDOWN.search(name) is not None)
    if is_copy or ((notes or done) and _format_of(copy) == _COPY):
        yield _read_copy(copy, given, options, (*notes, *done))
    else:
        yield from _through_the_door(text, given, options, notes=notes)


def _format_of(source: str | bytes) -> str | None:
    from newsschema import interop

    try:
        return interop.detect(source).name
    except interop.UnknownFormatError:
        return None


def _read_copy(text: str, given: Given, options: ReadOptions, notes: Iterable[Note]) -> Outcome:
    from newsschema.reading import read_story  # a whole lexicon, which other documents do not need

    known: dict[str, Any] = {name: given[name] for name in ("url", "published") if name in given}
    article = read_story(text, **known, **options.reader)
    notes = (*notes, *_of_language(given.get("language")))
    return _outcome(article, given, evolve(options, find_quotes=False), _COPY, notes)


def _through_the_door(
    source: str | bytes, given: Given, options: ReadOptions, notes: Iterable[Note] = ()
) -> Iterator[Outcome]:
    """The articles of a document in some format; numbered, where there are several."""
    outcomes = _door(source, given, options, tuple(notes))
    first = [*islice(outcomes, 2)]
    if not first:
        yield _refused(NoteCode.NO_TEXT, "there is no article in it")
    elif len(first) == 1:
        yield first[0]
    else:
        yield from (evolve(one, item=number) for number, one in enumerate(chain(first, outcomes), 1))


def _door(source: str | bytes, given: Given, options: ReadOptions, notes: tuple[Note, ...]) -> Iterator[Outcome]:
    from newsschema import interop

    failed: list[NewsSchemaError] = []
    documents = interop.read_many(source, format=options.format, text=options.text, on_error=failed.append)
    for article, report in documents:
        yield from map(_outcome_of, failed)
        failed.clear()
        try:
            yield _outcome(article, given, options, report.format, (*notes, *notes_of(report.losses)))
        except ValidationError as error:
            yield _outcome_of(error)
    yield from map(_outcome_of, failed)


def notes_of(losses: "Iterable[Loss]") -> Iterator[Note]:
    """What is said of an article for what it does not have of its document.

    Args:
        losses: What it does not have.
    """
    for loss in losses:
        yield Note(code=loss.code, pointer=Issue(loss.code, loss.path, "").pointer, message=loss.reason)


def _outcome(
    article: Article, given: Given, options: ReadOptions, form: str | None, notes: Iterable[Note] = ()
) -> Outcome:
    article, more = completed(article, given, options)
    return Outcome(article=article, notes=(*notes, *more), format=form)


def completed(article: Article, given: Given, options: ReadOptions) -> tuple[Article, list[Note]]:
    """An article with what it does not say itself: the fields that are given, and the quotations in its text.

    Raises:
        ValidationError: A value is none that the field can have.
    """
    article, notes = fill(article, given) if given else (article, [])
    if not options.find_quotes or article.quotes:
        return article, notes
    from newsschema.reading import find_quotes  # a whole lexicon, which few documents need

    sources, quotes = find_quotes(article.replace(language=None), **options.reader)
    notes += _of_language(article.language)
    return article.replace(sources=sources, quotes=quotes), notes


def _of_language(tag: str | None) -> list[Note]:
    """What is to be said where quotations are found by rules for another language."""
    from newsschema.reading import language_remark

    message = language_remark(tag)
    return [] if message is None else [Note(code=NoteCode.OTHER_LANGUAGE, pointer="/language", message=message)]


def _outcome_of(error: NewsSchemaError) -> Outcome:
    """What came of a document that is refused."""
    from newsschema import interop

    inner = error.error if isinstance(error, interop.DocumentError) else error
    if isinstance(inner, ValidationError):
        return Outcome(article=None, notes=faults(inner.issues))
    if isinstance(inner, interop.UnknownFormatError):
        return _refused(NoteCode.UNKNOWN_FORMAT, str(inner))
    return _refused(NoteCode.MISSING_EXTRA if isinstance(inner, MissingExtraError) else Code.WRONG_TYPE, str(inner))


def _refused(code: str, message: str) -> Outcome:
    return Outcome(article=None, notes=(Note(code=code, message=message, is_error=True),))
