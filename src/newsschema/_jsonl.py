"""JSON lines: articles read and written one at a time."""

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from io import BytesIO, TextIOBase
from math import inf
from pathlib import Path
from typing import IO, Any, Final, Literal, TypeAlias, TypeGuard, TypeVar, cast

import msgspec
from attrs import frozen

from newsschema._files import COMPRESSED, AnyPath, atomic_write, broken_gzip_as_issue, open_read
from newsschema._json.limits import DEFAULT_LIMITS, Limits
from newsschema._json.read import from_json
from newsschema._json.write import to_json
from newsschema._model.arguments import require_articles
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.homes import name_home
from newsschema._model.messages import format_value
from newsschema._model.types import Article
from newsschema._parallel import ordered

T = TypeVar("T")
E = TypeVar("E", bound=Exception)

_PIECE: Final = 2**16
"""Bytes read at once of what has no lines, or is passed over."""
_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_RANGE: Final = 2**22
"""Bytes of a file that a process works on at a time."""


class LineError(ValidationError):
    """A line of a file is not a valid article.

    Attributes:
        line: The number of the line, from 1.
        issues: Every fault of the line's document.

    Examples:
        >>> from io import BytesIO
        >>> errors = []
        >>> list(iter_jsonl(BytesIO(b'{"schema_version":"1.0"'), on_error=errors.append))
        []
        >>> print(errors[0].line, errors[0].issues[0].code)
        1 invalid-json
    """

    def __init__(self, line: int, issues: Iterable[Issue]) -> None:
        """Take the line's number and the faults found, at least one."""
        super().__init__(issues)
        self.line: int = line
        self.args: tuple[Any, ...] = (line, self.issues)

    def __str__(self) -> str:
        """The line's number, then the faults."""
        return f"line {self.line}: {super().__str__()}"


name_home("newsschema", [LineError])


OnError: TypeAlias = Literal["raise", "skip"] | Callable[[LineError], object]
Lines: TypeAlias = AnyPath | IO[bytes] | Iterable[bytes | str]
"""Where lines come from: a file that is named, one that is opened for bytes, or the lines themselves."""


@frozen
class BadLine:
    """In place of a result: what is wrong with the line."""

    issues: tuple[Issue, ...]


def _split_lines(file: IO[bytes], limit: int, until: float = inf) -> Iterator[bytes | BadLine]:
    """The lines that begin before a position counted from where the file stands; none is read far beyond the limit."""
    at = 0
    while at < until and (line := _read_line(file, limit)):
        at += len(line)
        if len(line) > limit and len(line.rstrip(b"\r\n")) > limit:
            yield _too_large("line", limit)
            at += _to_next(file, until - at) if line[-1] != 10 else 0  # noqa: PLR2004 - the newline
        else:
            yield line


def _read_line(file: IO[bytes], limit: int) -> bytes:
    line = file.readline(limit + 2)
    if isinstance(cast("bytes | str", line), str):
        raise TypeError("expected a file opened for bytes, such as sys.stdin.buffer")
    return line


def _too_large(what: str, limit: int) -> BadLine:
    return BadLine((Issue(Code.TOO_LARGE, (), f"the {what} has more than {limit} bytes, which is the limit"),))


def _to_next(file: IO[bytes], within: float) -> int:
    """Pass over the rest of a line, or as much of it as matters; how many bytes that was."""
    passed = 0
    while passed < within and (piece := file.readline(_PIECE)):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed


def _map_each(lines: Iterable[bytes | BadLine], work: Callable[[bytes], T]) -> Iterator[tuple[int, T | BadLine]]:
    """What a function makes of each line that is not blank, with the line's number."""
    for number, line in enumerate(lines, 1):
        if isinstance(line, BadLine):
            yield number, line
        elif line and not line.isspace():
            yield number, work(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)


def _read_lines(lines: Lines, limit: int) -> Iterator[bytes | BadLine]:
    try:
        with _opened(lines) as file, broken_gzip_as_issue():
            if (packed := _packed(file)) is not None:
                yield packed
                return
            yield from _split_lines(file, limit) if _is_file(file) else _given_lines(file, limit)
    except ValidationError as error:  # the compressed data is broken, and nothing after it can be read
        yield BadLine(error.issues)


def _packed(file: Any) -> BadLine | None:
    """What is wrong with compressed data that nothing has decompressed, as far as a file tells ahead."""
    ahead = file.peek(8) if hasattr(file, "peek") else b""
    name = next((name for mark, name in COMPRESSED.items() if ahead.startswith(mark)), None)
    if name is None:
        return None
    message = f"the file is compressed with {name}; only one whose name ends in .gz is decompressed"
    return BadLine((Issue(Code.INVALID_JSON, (), message),))


def _opened(lines: Lines) -> AbstractContextManager[IO[bytes] | Iterable[bytes | str]]:
    if isinstance(lines, str | os.PathLike):
        return open_read(lines)
    if not isinstance(cast("object", lines), Iterable) and not _is_file(lines):
        raise TypeError(f"expected a path, a file opened for bytes or lines, got {format_value(lines)}")
    return nullcontext(lines)


def _is_file(lines: IO[bytes] | Iterable[bytes | str]) -> TypeGuard[IO[bytes]]:
    return hasattr(lines, "readline")


def _given_lines(lines: Iterable[bytes | str], limit: int) -> Iterator[bytes | BadLine]:
    for line in lines:
        if not isinstance(cast("object", line), bytes | str):
            raise TypeError(f"expected lines as bytes or str, got {format_value(line)}")
        data = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
        yield data if len(data) <= limit or len(data.rstrip(b"\r\n")) <= limit else _too_large("line", limit)


def _map_range(
    path: AnyPath, start: int, end: int, work: Callable[[bytes], T], limit: int
) -> tuple[int, list[tuple[int, T | BadLine]]]:
    """How many lines begin in a range of a file, and what a function makes of them; run in a process of its own."""
    with Path(path).open("rb") as file:
        if start:  # the line that the byte before belongs to began earlier, even if that byte ends it
            file.seek(start - 1)
            start += _to_next(file, end - start + 1) - 1
        lines = list(_split_lines(file, limit, end - start))
    return len(lines), list(_map_each(lines, work))


def _map_ranges(
    path: AnyPath, work: Callable[[bytes], T], limit: int, processes: int
) -> Iterator[tuple[int, T | BadLine]]:
    size, before = Path(path).stat().st_size, 0
    with Path(path).open("rb") as file:
        packed = _packed(file)
    if packed is not None:
        yield 1, packed
        return
    starts = range(0, size, _RANGE)
    tasks = (partial(_map_range, path, start, start + _RANGE, work, limit) for start in starts)
    for count, outcomes in ordered(tasks, processes):
        yield from ((before + number, outcome) for number, outcome in outcomes)
        before += count


def map_lines(
    work: Callable[[bytes], T],
    lines: Lines,
    *,
    limits: Limits = DEFAULT_LIMITS,
    processes: int = 1,
) -> Iterator[tuple[int, T | BadLine]]:
    """What a function makes of each line that is not blank, in order, with the line's number.

    Args:
        work: Takes a line, with its end. For several processes it and what it returns must pickle.
        lines: The path, of a compressed file where it ends in `.gz`, a file opened for bytes, or the lines themselves.
        limits: A line of more bytes becomes a `BadLine` without being read whole.
        processes: How many to share the work among. What has no ranges, being compressed or no path, one does alone.
    """
    if processes < 1:
        raise ValueError(f"expected at least 1 process, got {processes}")
    if processes == 1 or not isinstance(lines, str | os.PathLike) or Path(lines).suffix == ".gz":
        return _map_each(_read_lines(lines, limits.bytes), work)
    return _map_ranges(lines, work, limits.bytes, processes)


class _Rewound:
    """The lines of a file of which the beginning has been read, from its beginning."""

    def __init__(self, ahead: bytes, file: IO[bytes]) -> None:
        self._ahead, self._file = BytesIO(ahead), file

    def readline(self, size: int) -> bytes:
        line = self._ahead.readline(size)
        return line if line.endswith(b"\n") else line + self._file.readline(size - len(line))


def documents_in(file: IO[bytes], limits: Limits = DEFAULT_LIMITS) -> Iterator[tuple[int | None, bytes | BadLine]]:
    """The documents of a file: of JSON lines each line that is not blank, with its number; else the whole, with `None`.

    Args:
        file: The file, opened for bytes; it may be one that can be read only once, such as a pipe.
        limits: A document of more bytes becomes a `BadLine` without being read whole.
    """
    limit = limits.bytes
    try:
        with broken_gzip_as_issue():
            ahead, is_lines = _begin(file, limit)
            whole = ahead if is_lines else whole_of(file, limit, ahead)
    except ValidationError as error:  # the compressed data is broken
        yield None, BadLine(error.issues)
        return
    if is_lines:
        yield from map_lines(bytes, cast("IO[bytes]", _Rewound(ahead, file)), limits=limits)
    else:
        yield None, whole


def is_json_lines(file: IO[bytes]) -> bool:
    """Whether a JSON object stands on the first line, and something follows; some of the file is read for it."""
    return _begin(file, DEFAULT_LIMITS.bytes)[1]


def _begin(file: IO[bytes], limit: int) -> tuple[bytes, bool]:
    """What tells whether a file is JSON lines, and whether it does."""
    first = _to_next_words(file, limit)
    if not _OBJECT.match(first):
        return first, False
    following = _to_next_words(file, limit)
    return first + following, bool(following.strip()) and _is_object(first)


def _to_next_words(file: IO[bytes], limit: int) -> bytes:
    """The next line that is not blank, with blank ones before it; not beyond the limit, nor many of these."""
    passed = bytearray()
    while len(passed) < _PIECE and (line := _read_line(file, limit)):
        passed += line
        if not line.isspace():
            break
    return bytes(passed)


def _is_object(line: bytes) -> bool:
    try:
        msgspec.json.decode(line.removeprefix(codecs.BOM_UTF8), type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return True


def whole_of(file: IO[bytes], limit: int, ahead: bytes = b"") -> bytes | BadLine:
    """All of a file, unless it is too large; an interruption is heard between any two pieces.

    Args:
        file: The file, opened for bytes.
        limit: How many bytes to take.
        ahead: What has been read of it already.
    """
    whole = bytearray(ahead)
    while len(whole) <= limit and (piece := file.read(_PIECE)):
        whole += piece
    return bytes(whole) if len(whole) <= limit else _too_large("document", limit)


def _read(line: bytes, limits: Limits) -> Article | BadLine:
    try:
        return from_json(line if len(line) <= limits.bytes else line.rstrip(b"\r\n"), limits=limits)
    except ValidationError as error:
        return BadLine(error.issues)


def _read_and(line: bytes, limits: Limits, function: Callable[[Article], T]) -> T | BadLine:
    article = _read(line, limits)
    if isinstance(article, BadLine):
        return article
    try:
        return function(article)
    except Exception as error:
        error.add_note(f"raised for the article {article.id}")
        raise


def _raise(error: Exception) -> None:
    raise error


def handler_of(on_error: Literal["raise", "skip"] | Callable[[E], object]) -> Callable[[E], object]:
    """What is called with an error."""
    if on_error not in ("raise", "skip") and not callable(on_error):
        raise ValueError(f"expected 'raise', 'skip' or a function, got {on_error!r}")
    return on_error if callable(on_error) else _raise if on_error == "raise" else id


def _results(outcomes: Iterator[tuple[int, T | BadLine]], handle: Callable[[LineError], object]) -> Iterator[T]:
    for number, outcome in outcomes:
        if isinstance(outcome, BadLine):
            handle(LineError(number, outcome.issues))
        else:
            yield outcome


def iter_jsonl(lines: Lines, *, on_error: OnError = "raise", limits: Limits = DEFAULT_LIMITS) -> Iterator[Article]:
    """Iterate over the articles of a file with one JSON document on each line.

    Only one line is held in memory at a time. Blank lines and a byte-order mark are skipped. To know the line of each
    article, use [`iter_corpus`][newsschema.corpus.iter_corpus], whose outcomes have it.

    Args:
        lines: The path, where `.gz` means compressed; a file opened in binary mode; or the lines, as bytes or text.
        on_error: What to do about a line that holds no valid article: `"raise"`, `"skip"` it, or call a function with
            the `LineError` and go on. `errors.append` collects them.
        limits: How much to accept. A line of more bytes is refused before it is read whole.

    Raises:
        LineError: A line is not a valid article; the error has its number and every fault.
        OSError: The file cannot be read.

    Examples:
        >>> from io import BytesIO
        >>> line = b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}'
        >>> [article.text for article in iter_jsonl(BytesIO(line))]
        ['Rain fell.']
    """
    return _results(map_lines(partial(_read, limits=limits), lines, limits=limits), handler_of(on_error))


def map_jsonl(
    function: Callable[[Article], T],
    path: AnyPath,
    *,
    processes: int,
    on_error: OnError = "raise",
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[T]:
    """Apply a function to each article of a file in several processes, and yield the results in order.

    Each process reads ranges of bytes. Only results travel between processes: sending an article takes longer than
    reading it, so let the function return something small.

    Args:
        function: Takes an article. It must be importable, and its results picklable.
        path: The path of a file with one JSON document on each line. A compressed file is read by one process.
        processes: The number of processes.
        on_error: What to do about a line that holds no valid article, as with `iter_jsonl`.
        limits: How much to accept.

    Raises:
        LineError: A line is not a valid article; the error has its number and every fault.
        OSError: The file cannot be read.
        Exception: What the function raises, with a note that names the article.

    Examples:
        >>> from operator import attrgetter
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     rain = Article(id="urn:example:1", text="Rain fell.")
        ...     count = write_jsonl([rain], f"{folder}/a.jsonl")
        ...     list(map_jsonl(attrgetter("id"), f"{folder}/a.jsonl", processes=1))
        ['urn:example:1']
    """
    work = partial(_read_and, limits=limits, function=function)
    return _results(map_lines(work, path, limits=limits, processes=processes), handler_of(on_error))


def write_jsonl(articles: Iterable[Article], path_or_file: AnyPath | IO[bytes]) -> int:
    r"""Write articles to a file, one JSON document on each line.

    Args:
        articles: The articles; only one is held in memory at a time.
        path_or_file: The path, or a file opened in binary mode. A path that ends in `.gz` is compressed. An existing
            file is replaced only when everything is written.

    Returns:
        The number of articles written.

    Raises:
        OSError: The file cannot be written.
        TypeError: One of them is not an article.
        ValueError: The name is that of a Parquet file.

    Examples:
        >>> from io import BytesIO
        >>> file = BytesIO()
        >>> write_jsonl([Article(id="urn:example:1", text="Rain fell.")], file)
        1
        >>> file.getvalue()
        b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}\n'
    """
    if isinstance(articles, str | os.PathLike):
        raise TypeError(f"the articles come first: write_jsonl(articles, {os.fspath(articles)!r})")
    if isinstance(path_or_file, str | os.PathLike) and Path(path_or_file).suffix == ".parquet":
        raise ValueError("write_jsonl writes JSON lines; for Parquet, pq.write_table(arrow.to_table(articles), path)")
    count = 0
    with _opened_to_write(path_or_file) as file:
        for count, article in enumerate(require_articles(articles), 1):  # noqa: B007 - returned below
            file.write(to_json(article) + b"\n")
    return count


def _opened_to_write(place: AnyPath | IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    if isinstance(place, str | os.PathLike):
        return atomic_write(place)
    given: object = place
    if isinstance(given, TextIOBase) or not hasattr(given, "write"):
        raise TypeError(f"expected a path or a file opened for bytes (mode 'wb'), got {format_value(place)}")
    return nullcontext(place)
