"""The one door: whatever a document is, it is recognised and read, or refused by the name of what it looks like."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any, Final, Literal, TypeAlias, cast

from attrs import evolve

from newsschema import Article, Limits, NewsSchemaError, ValidationError
from newsschema._files import open_read
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._jsonl import BadLine, documents_in, handler_of
from newsschema._model.containers import is_list, is_object
from newsschema.interop._document import Document, opened
from newsschema.interop._plain import enforce_limits, refusal, text_is_missing
from newsschema.interop._registry import Format, Reading, UnknownFormatError, detect, formats, read_only_one
from newsschema.interop._report import Report

_ENVELOPES: Final = (
    *("response", "docs", "results", "content", "articles", "stories", "data", "item", "items", "_items", "hits"),
    *("_source", "rows"),
)
"""Under which keys the answers of services and exports have their documents, one in the other."""


class DocumentError(NewsSchemaError, ValueError):
    """One of several documents cannot be read.

    Attributes:
        origin: Which one: `line 3`, `articles[2]`; empty if there is only one.
        error: What is wrong with it.
    """

    def __init__(self, origin: str, error: NewsSchemaError) -> None:
        """Take which document it is, and what is wrong with it."""
        super().__init__(origin, error)
        self.origin: str = origin
        self.error: NewsSchemaError = error

    def __str__(self) -> str:
        """Which document, then what is wrong with it."""
        return f"{self.origin}: {self.error}" if self.origin else str(self.error)


OnError: TypeAlias = Literal["raise", "skip"] | Callable[[DocumentError], object]
Source: TypeAlias = Any


def read(
    document: Any,
    *,
    format: str | None = None,  # noqa: A002 - the word for it
    text: Article | str | None = None,
    strict: bool = False,
) -> tuple[Article, Report]:
    """Read an article from a document of any known format, which is recognised by its content.

    Args:
        document: Bytes, text or decoded JSON; a file, by its path as `pathlib.Path`; or an article object of another
            program.
        format: The name of its format, to skip recognition.
        text: The article or its text, for annotations, which have no text.
        strict: Refuse a document with an invalid value, such as a date; otherwise the value is reported.

    Returns:
        The article, and a report of what is not in it; the report names the format.

    Raises:
        UnknownFormatError: The format is not known; the error says what the document looks like.
        ValidationError: The document holds no article or several, has no text and none is given, or has faults
            (strict).
        MissingExtraError: The format needs an extra that is not installed.

    Examples:
        >>> document = (
        ...     b'{"uri": "urn:example:1", "headline": "Rain", "body_text": "Rain fell."}'
        ... )
        >>> article, report = read(document)
        >>> report.format, article.headline
        ('ninjs', 'Rain')
        >>> read("%PDF-1.7")
        Traceback (most recent call last):
        newsschema.interop.UnknownFormatError: this is a PDF, and in no format that can be read here
    """
    return read_only_one(_sources(document, partial(_readings, form=_named(format), text=text, strict=strict)))


def read_many(  # noqa: PLR0913 - each is an option
    source: Source,
    *,
    format: str | None = None,  # noqa: A002
    text: Article | str | None = None,
    strict: bool = False,
    on_error: OnError = "raise",
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[tuple[Article, Report]]:
    r"""Read the articles of a list, JSON lines, a feed, a service's response or a file, one after the other.

    Of JSON lines, only one is held in memory at a time.

    Args:
        source: The path of a file (as `pathlib.Path`; one that ends in `.gz` is decompressed), a file opened for bytes,
            or a document as [`read`][newsschema.interop.read] takes it.
        format: The name of the format, to skip recognition.
        text: The article or its text, for annotations, which have no text.
        strict: Refuse a document with an invalid value.
        on_error: What to do about a document that cannot be read: `"raise"`, `"skip"` it, or call a function with the
            `DocumentError` and go on.
        limits: How much to take: bytes of a document, or of a line.

    Yields:
        Each article, and a report of what is not in it; the report names the format and the document.

    Raises:
        DocumentError: A document cannot be read; the error says which and why.
        OSError: The file cannot be read.

    Examples:
        >>> rain = b'{"uri": "urn:example:1", "headline": "Rain"}\n'
        >>> lines = rain + b'{"uri": "urn:example:2", "headline": "Wind"}\n'
        >>> [(article.headline, report.origin) for article, report in read_many(lines)]
        [('Rain', 'line 1'), ('Wind', 'line 2')]
    """
    handle = handler_of(on_error)
    for origin, reading in _sources(source, partial(_readings, form=_named(format), text=text, strict=strict), limits):
        try:
            article, report = reading()
        except NewsSchemaError as error:
            failed = DocumentError(origin, error)
            failed.__cause__ = error
            handle(failed)
        else:
            yield article, evolve(report, origin=origin)


_Readings: TypeAlias = Callable[[Document], Iterator[tuple[str, Reading]]]


def _sources(source: Source, readings: _Readings, limits: Limits = DEFAULT_LIMITS) -> Iterator[tuple[str, Reading]]:
    """What reads each document of a source, with the name of where it stands."""
    if isinstance(source, os.PathLike):
        with open_read(os.fspath(cast("os.PathLike[str]", source))) as file:
            yield from _sources(file, readings, limits)
        return
    document = Document.of(source)
    if document.is_text:
        yield from _in_file(opened(document), readings, limits, document)
    elif hasattr(source, "readline"):
        yield from _in_file(source, readings, limits)
    else:
        yield from _guarded("", document, readings)


def _in_file(
    file: IO[bytes], readings: _Readings, limits: Limits, whole: Document | None = None
) -> Iterator[tuple[str, Reading]]:
    for line, data in documents_in(file, limits):
        origin = "" if line is None else f"line {line}"
        if isinstance(data, BadLine):
            yield origin, partial(_raise, ValidationError(data.issues))
        else:
            yield from _guarded(origin, Document(data) if whole is None or line else whole, readings)


def _guarded(origin: str, document: Document, readings: _Readings) -> Iterator[tuple[str, Reading]]:
    """The readings of a document; where it cannot be taken apart, one that says so."""
    try:
        for inner, reading in readings(document):
            dot = "." if origin and inner and inner[0] != "[" else ""
            yield f"{origin}{dot}{inner}", reading
    except NewsSchemaError as error:
        yield origin, partial(_raise, error)


def _raise(error: NewsSchemaError) -> tuple[Article, Report]:
    raise error


def _named(name: str | None) -> Format | None:
    """The format of that name, which can be read."""
    if name is None:
        return None
    form = formats().get(name)
    if form is None or form.read is None:
        raise ValueError(f"there is no format {name!r} that can be read; there are {', '.join(sorted(formats()))}")
    return form


def _readings(
    document: Document, form: Format | None, text: Article | str | None, *, strict: bool
) -> Iterator[tuple[str, Reading]]:
    """What reads each article of a document, with the name of where it stands."""
    enforce_limits(document.data)
    found = _format_of(document, form)
    inner = _inner(document.data, form) if found is None else None
    if inner is not None:
        for path, item in inner:
            yield from _guarded(path, Document(item), partial(_readings, form=form, text=text, strict=strict))
        return
    found = found or form or detect(document).format  # which says what it looks like
    if found.read_each is not None:
        for path, reading in found.read_each(found.form_of(document), strict=strict):
            yield path, partial(_with_format, found, reading)
    else:
        yield "", partial(_with_format, found, partial(_read_one, found, document, text, strict=strict))


def _format_of(document: Document, form: Format | None) -> Format | None:
    """The format that the document as a whole is in: the one that is named, or else any."""
    if form is not None:
        return form if form.detect(document) else None
    try:
        return detect(document).format
    except UnknownFormatError:
        return None


def _inner(data: Any, form: Format | None) -> list[tuple[str, Any]] | None:
    """The documents in a list or in a service's answer, each with its place; `None` where the first is not known."""
    found = [(f"[{index}]", item) for index, item in enumerate(data)] if is_list(data) else []
    if is_object(data):
        found = [(name, data[name]) for name in _ENVELOPES if _holds(data.get(name))][:1]
    first = next((item for _, item in found if _holds(item)), None)
    known = first is not None and (_format_of(Document(first), form) or _inner(first, form))
    return found if known else None


def _holds(value: object) -> bool:
    """Whether a value may hold documents, or be one."""
    return is_list(value) or is_object(value)


def _read_one(form: Format, document: Document, text: Article | str | None, *, strict: bool) -> tuple[Article, Report]:
    assert form.read is not None
    if form.text == "needed" and text is None:
        raise text_is_missing(form.name)
    if form.text == "own" and text is not None:
        raise refusal((), f"{form.name} has a text of its own, and takes no other")
    arguments = (form.form_of(document),) if text is None else (form.form_of(document), text)
    return form.read(*arguments, **({"strict": True} if strict else {}))


def _with_format(form: Format, reading: Reading) -> tuple[Article, Report]:
    article, report = reading()
    return article, evolve(report, format=form.name)
