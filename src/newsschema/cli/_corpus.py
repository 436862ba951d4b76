"""`newsschema corpus`."""

import os
import sys
import time
from typing import Annotated, Any, Final, Self

from attrs import asdict
from cyclopts import Parameter
from cyclopts.validators import Number
from rich.filesize import decimal

from newsschema._model.errors import ValidationError
from newsschema.cli._options import NOTHING, Flag, Input, Reading
from newsschema.cli._streams import Exit, Stop, complain, console, counted, is_terminal, say, write_json
from newsschema.corpus import CorpusError, Summary, Tally, write_corpus

_EVERY: Final = 60.0
"""Seconds between two lines of progress in a log."""
_SOME: Final = 10.0
_MINUTE: Final = 60


def corpus(
    *inputs: Annotated[Input, Parameter(metavar="IN")],
    output: Annotated[str, Parameter(name=("--output", "-o"), metavar="OUT")],
    workers: Annotated[int | None, Parameter(name=("--workers", "-j"), validator=Number(gte=1))] = None,
    unique: Flag = False,
    json: Flag = False,
    reading: Reading = NOTHING,
) -> int:
    """Read all documents in files and folders, on all cores, and write the articles to one file.

    ```
    newsschema corpus 1998/ 1999/ -o archive.parquet
    newsschema corpus "{publisher}/{published}/*.txt" --language en -o archive.parquet
    newsschema corpus wire.jsonl.gz pages/ feed.xml -o wire.jsonl.gz
    ```

    Quotations are found in plain text; articles in JSON, JSON lines and Parquet are checked; other formats are
    converted. Documents with faults are left out. `OUT.faults.jsonl` lists faults and other remarks with file, line and
    reason. To continue an interrupted run, start it again in the same way.

    Exit codes: 0, everything was taken; 1, documents with faults were left out; 2, files that are empty or in no known
    format were left out; or wrong usage, or the run cannot start.

    Args:
        inputs: Files, folders, and patterns, whose names in braces set fields of the articles: `{publisher}`,
            `{published}`, `{section}`, `{language}` and others, or `{year}`, `{month}` and `{day}`.
        output: The file to write: `.parquet`, `.jsonl` or `.jsonl.gz`.
        workers: The number of processes; by default the number of cores.
        unique: Keep only the first of the articles that have the same id.
        json: Print the result of the run as JSON.
        reading: Values for the documents. A URL may contain the names of the pattern, and `{stem}`.
    """
    if "-" in inputs:
        raise Stop("standard input cannot be read again after an interruption: name a file")
    with _Progress() as progress:
        try:
            summary = write_corpus(
                inputs,
                output,
                given=reading.given,
                options=reading.options,
                unique=unique,
                workers=workers or os.cpu_count() or 1,
                begin=progress.begin,
                advance=progress.advance,
            )
        except (CorpusError, ValidationError) as error:
            raise Stop(*str(error).splitlines()) from None
        except RuntimeError as error:
            if type(error).__name__ != "BrokenProcessPool":  # which is imported by few
                raise
            raise Stop("a worker process died; start the same command again to continue") from None
    if json:
        write_json({**asdict(summary), "output": output}, foreign=True)
    else:
        say(*_told(summary))
    if summary.unread:
        return Exit.TROUBLE
    return Exit.FAULTS if summary.faulty else Exit.FINE


def _told(summary: Summary) -> list[str]:
    """What came of a run, for people."""
    lines = [f"{counted(summary.articles, 'article')} with {counted(summary.quotes, 'quote')}: {summary.output}"]
    if summary.faulty:
        lines.append(f"{counted(summary.faulty, 'document')} left out with faults: {summary.faults}")
    if summary.noted:
        lines.append(f"{counted(summary.noted, 'article')} with remarks: {summary.faults}")
    if summary.same_ids:
        which = "left out" if summary.left_out else "kept; --unique leaves them out"
        lines.append(f"{counted(summary.same_ids, 'article')} with the id of an earlier one, {which}")
    if summary.passed_over:
        what = "file or folder" if summary.passed_over == 1 else "files or folders"
        lines.append(f"{summary.passed_over:,} {what} passed over: {summary.faults}")
    if summary.earlier:
        lines.append(f"done before: {counted(summary.earlier, 'document')}")
    documents = summary.articles + summary.left_out + summary.faulty - summary.earlier
    rate = f", {documents / summary.seconds:,.0f} documents/s" if summary.seconds >= 1 else ""
    lines.append(f"{counted(summary.files, 'file')} with {decimal(summary.size)} in {_clock(summary.seconds)}{rate}")
    return lines


def _clock(seconds: float) -> str:
    """A time as people say it."""
    if seconds < _SOME:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


class _Progress:
    """How far a run is: a bar on a terminal, and a line now and then in a log."""

    def __init__(self) -> None:
        self._total = self._size = self._documents = 0
        self._start = self._last = time.monotonic()
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def begin(self, total: int) -> None:
        """Take how many bytes there are."""
        self._total = total
        if is_terminal(sys.stderr):
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (BarColumn(), TextColumn("{task.percentage:3.0f}%"), TextColumn("{task.description}"))
            self._bar = Progress(*columns, TimeRemainingColumn(), console=console(stderr=True))
            self._bar.add_task("", total=total)
            self._bar.start()

    def advance(self, tally: Tally, earlier: bool) -> None:
        """Take what came of a batch."""
        self._size += tally.size
        self._documents += 0 if earlier else tally.articles + tally.faulty
        now = time.monotonic()
        rate = f"{self._documents / max(now - self._start, 1e-9):,.0f} documents/s"
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._size, description=rate)
        elif now - self._last >= _EVERY:
            self._last = now
            share = min(self._size / max(self._total, 1), 1)
            complain(f"{counted(self._documents, 'document')}, {share:.0%}, {rate}")
