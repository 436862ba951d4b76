"""Articles from JSON lines and back: one at a time, in order, however many there are."""

import gc
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from math import inf
from pathlib import Path
from threading import Lock
from typing import IO, TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar, cast
from weakref import ref

from attrs import frozen

from newsschema._files import AnyPath, atomic_write, broken_gzip_as_issue, open_read
from newsschema._json.codec import from_json, to_json
from newsschema._json.limits import DEFAULT_LIMITS, Limits
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.types import Article

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")

_PIECE: Final = 2**16
"""Bytes read at once of what is passed over."""
_RANGE: Final = 2**22
"""Bytes of a file that a process works on at a time."""
_UNDER_WAY: Final = 4
"""Tasks under way for each process: enough that none waits while their results are being worked on."""


class LineError(ValidationError):
    """A line of a file that holds no valid article.

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
        self.line = line
        self.args: tuple[Any, ...] = (line, self.issues)

    def __str__(self) -> str:
        """The line's number, then the faults."""
        return f"line {self.line}: {super().__str__()}"


OnError: TypeAlias = Literal["raise", "skip"] | Callable[[LineError], object]


@frozen
class Bad:
    """In place of a result: what is wrong with the line."""

    issues: tuple[Issue, ...]


def _lines(file: IO[bytes], limit: int, until: float = inf) -> Iterator[bytes | Bad]:
    """The lines that begin before a position counted from where the file stands; none is read far beyond the limit."""
    at = 0
    while at < until and (line := file.readline(limit + 2)):
        if isinstance(cast("bytes | str", line), str):
            raise TypeError("expected a file opened for bytes, such as sys.stdin.buffer")
        at += len(line)
        if len(line) > limit and len(line.rstrip(b"\r\n")) > limit:
            yield Bad((Issue(Code.TOO_LARGE, (), f"the line has more than {limit} bytes"),))
            at += _to_next(file, until - at) if line[-1] != 10 else 0  # noqa: PLR2004 - the newline
        else:
            yield line


def _to_next(file: IO[bytes], within: float) -> int:
    """Pass over the rest of a line, or as much of it as matters; how many bytes that was."""
    passed = 0
    while passed < within and (piece := file.readline(_PIECE)):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed


def _worked(lines: Iterable[bytes | Bad], work: Callable[[bytes], T]) -> Iterator[tuple[int, T | Bad]]:
    """What a function makes of each line that is not blank, with the line's number."""
    for number, line in enumerate(lines, 1):
        if isinstance(line, Bad):
            yield number, line
        elif not line.isspace():
            yield number, work(line)


def _lines_of(path_or_file: AnyPath | IO[bytes], limit: int) -> Iterator[bytes | Bad]:
    try:
        with _opened(path_or_file) as file, broken_gzip_as_issue():
            yield from _lines(file, limit)
    except ValidationError as error:  # the compressed data is broken, and nothing after it can be read
        yield Bad(error.issues)


def _opened(path_or_file: AnyPath | IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    return open_read(path_or_file) if isinstance(path_or_file, str | os.PathLike) else nullcontext(path_or_file)


def _worked_range(
    path: AnyPath, start: int, end: int, work: Callable[[bytes], T], limit: int
) -> tuple[int, list[tuple[int, T | Bad]]]:
    """How many lines begin in a range of a file, and what a function makes of them; run in a process of its own."""
    with Path(path).open("rb") as file:
        if start:  # the line that the byte before belongs to began earlier, even if that byte ends it
            file.seek(start - 1)
            start += _to_next(file, end - start + 1) - 1
        lines = list(_lines(file, limit, end - start))
    return len(lines), list(_worked(lines, work))


def in_order(
    tasks: Iterable[Callable[[], T]], processes: int, pool: "Callable[[int], Executor] | None" = None
) -> Generator[T, None, None]:
    """The results of tasks, of which only a few are under way at a time.

    Args:
        tasks: Taken as they are needed; they and what they return must pickle.
        processes: How many to share them among; one does without another process.
        pool: Makes the processes.
    """
    if processes == 1:
        yield from (task() for task in tasks)
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    executor = (pool or ProcessPoolExecutor)(processes)
    under_way: deque[Future[T]] = deque()
    try:
        for task in tasks:
            under_way.append(executor.submit(task))
            if len(under_way) == _UNDER_WAY * processes:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        executor.shutdown(cancel_futures=True)


def _worked_together(
    path: AnyPath, work: Callable[[bytes], T], limit: int, processes: int
) -> Iterator[tuple[int, T | Bad]]:
    size, before = Path(path).stat().st_size, 0
    starts = range(0, size, _RANGE)
    tasks = (partial(_worked_range, path, start, start + _RANGE, work, limit) for start in starts)
    for count, outcomes in in_order(tasks, processes):
        yield from ((before + number, outcome) for number, outcome in outcomes)
        before += count


def each_line(
    work: Callable[[bytes], T],
    path_or_file: AnyPath | IO[bytes],
    *,
    limits: Limits = DEFAULT_LIMITS,
    processes: int = 1,
) -> Iterator[tuple[int, T | Bad]]:
    """What a function makes of each line that is not blank, in order, with the line's number.

    Args:
        work: Takes a line, with its end. For several processes it and what it returns must pickle.
        path_or_file: The path, of a compressed file where it ends in `.gz`, or a file opened for bytes.
        limits: A line of more bytes becomes a `Bad` without being read whole.
        processes: How many to share the work among. What has no ranges, being compressed or no path, one does alone.
    """
    if processes < 1:
        raise ValueError(f"expected at least 1 process, got {processes}")
    if processes == 1 or not isinstance(path_or_file, str | os.PathLike) or Path(path_or_file).suffix == ".gz":
        return _worked(_lines_of(path_or_file, limits.bytes), work)
    return _worked_together(path_or_file, work, limits.bytes, processes)


def _read(line: bytes, limits: Limits) -> Article | Bad:
    try:
        return from_json(line if len(line) <= limits.bytes else line.rstrip(b"\r\n"), limits=limits)
    except ValidationError as error:
        return Bad(error.issues)


def _read_and(line: bytes, limits: Limits, function: Callable[[Article], T]) -> T | Bad:
    article = _read(line, limits)
    return article if isinstance(article, Bad) else function(article)


def _raise(error: LineError) -> None:
    raise error


def _good(outcomes: Iterator[tuple[int, T | Bad]], on_error: OnError) -> Iterator[T]:
    if on_error not in ("raise", "skip") and not callable(on_error):
        raise ValueError(f"expected 'raise', 'skip' or a function, got {on_error!r}")
    tell = on_error if callable(on_error) else _raise if on_error == "raise" else id
    return _told(outcomes, tell)


def _told(outcomes: Iterator[tuple[int, T | Bad]], tell: Callable[[LineError], object]) -> Iterator[T]:
    for number, outcome in outcomes:
        if isinstance(outcome, Bad):
            tell(LineError(number, outcome.issues))
        else:
            yield outcome


class Pause:
    """Keeps the garbage collector from going through old objects while articles pile up.

    Articles that are kept make it go through all of them again and again, and none is ever garbage that only it could
    find: they hold no cycles. Young objects are collected as ever. Shared by all that iterate, and undone by the last.
    """

    _lock: Final = Lock()
    _holders = 0
    _before: tuple[int, int, int] = (0, 0, 0)
    _during: tuple[int, int, int] = (0, 0, 0)

    @classmethod
    def begin(cls) -> None:
        with cls._lock:
            cls._holders += 1
            if cls._holders == 1:
                cls._before = gc.get_threshold()
                cls._during = (cls._before[0], 2**30, 2**30)
                gc.set_threshold(*cls._during)

    @classmethod
    def end(cls) -> None:
        with cls._lock:
            cls._holders -= 1
            if cls._holders == 0 and gc.get_threshold() == cls._during:  # unless somebody has set them since
                gc.set_threshold(*cls._before)


_PROBED: Final = 256


def paused(articles: Iterator[Article]) -> Iterator[Article]:
    """The articles, with the collector paused for as long as they are seen to be kept."""
    pausing, probe = False, None
    try:
        for count, article in enumerate(articles, 1):
            if count % _PROBED == 0:
                kept = probe is not None and probe() is not None
                if kept != pausing:
                    (Pause.begin if kept else Pause.end)()
                    pausing = kept
                probe = ref(article)
            yield article
    finally:
        if pausing:
            Pause.end()


def iter_jsonl(
    path_or_file: AnyPath | IO[bytes], *, on_error: OnError = "raise", limits: Limits = DEFAULT_LIMITS
) -> Iterator[Article]:
    """The articles of a file that has one JSON document on each line, in order.

    No more than a line is held at a time. Blank lines are passed over. While articles are being kept, the garbage
    collector is told not to go through old objects again and again; when the iterator ends or is closed, that is over.

    Args:
        path_or_file: The path, of a compressed file where it ends in `.gz`, or a file opened for bytes.
        on_error: What to do about a line that holds no valid article: `"raise"`, `"skip"` it, or call a function with
            the `LineError` and go on. `errors.append` collects them.
        limits: How much to take. A line of more bytes is refused before it is read whole.

    Raises:
        LineError: A line is no valid article; its number and every fault of it.
        OSError: The file cannot be read.

    Examples:
        >>> from io import BytesIO
        >>> line = b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}'
        >>> [article.text for article in iter_jsonl(BytesIO(line))]
        ['Rain fell.']
    """
    return paused(_good(each_line(partial(_read, limits=limits), path_or_file, limits=limits), on_error))


def map_jsonl(
    function: Callable[[Article], T],
    path: AnyPath,
    *,
    processes: int,
    on_error: OnError = "raise",
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[T]:
    """What a function makes of each article of a file, in order, worked out by several processes.

    The file is shared out by ranges of bytes, of which few are under way at a time. Only results travel between the
    processes: an article takes longer to send than to read, so let the function return something small.

    Args:
        function: Takes an article. It must be importable, and what it returns must pickle.
        path: The path of a file with one JSON document on each line. One process alone reads a compressed one.
        processes: How many to use.
        on_error: What to do about a line that holds no valid article, as with `iter_jsonl`.
        limits: How much to take.

    Raises:
        LineError: A line is no valid article; its number and every fault of it.
        OSError: The file cannot be read.

    Examples:
        >>> from operator import attrgetter
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     count = write_jsonl([Article(id="urn:example:1", text="Rain fell.")], f"{folder}/a.jsonl")
        ...     list(map_jsonl(attrgetter("id"), f"{folder}/a.jsonl", processes=1))
        ['urn:example:1']
    """
    work = partial(_read_and, limits=limits, function=function)
    return _good(each_line(work, path, limits=limits, processes=processes), on_error)


def write_jsonl(articles: Iterable[Article], path_or_file: AnyPath | IO[bytes]) -> int:
    r"""Write articles to a file, one JSON document on each line.

    Args:
        articles: The articles; no more than one is held at a time.
        path_or_file: The path, or a file opened for bytes. A path is compressed where it ends in `.gz`, and what was
            there stays until all is written.

    Returns:
        How many were written.

    Raises:
        OSError: The file cannot be written.

    Examples:
        >>> from io import BytesIO
        >>> file = BytesIO()
        >>> write_jsonl([Article(id="urn:example:1", text="Rain fell.")], file)
        1
        >>> file.getvalue()
        b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}\n'
    """
    count = 0
    target = atomic_write(path_or_file) if isinstance(path_or_file, str | os.PathLike) else nullcontext(path_or_file)
    with target as file:
        for count, article in enumerate(articles, 1):  # noqa: B007 - returned below
            file.write(to_json(article) + b"\n")
    return count
