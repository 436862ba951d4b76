"""`newsschema quotes`."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from attrs import frozen

from newsschema._files import atomic_write
from newsschema._flat import COLUMNS, QuoteRow, quote_rows
from newsschema._model.enums import QuoteKind
from newsschema.cli._inputs import describe, exit_code_of, outcomes_of, remark
from newsschema.cli._options import NOTHING, Flag, Input, Output, Reading
from newsschema.cli._streams import (
    Exit,
    Stop,
    complain,
    counted,
    encode_json,
    escape,
    is_file_name,
    say_cells,
    standard_output,
)
from newsschema.corpus import Outcome

_SHOWN: Final = ("date", "speaker", "kind", "cue", "words", "article")
_BESIDE: Final = ("origin", "line", "item")
_FORMULA: Final = re.compile(r"[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""
_READ: Final = (None, "newsschema", "text")
"""Formats of documents that have been read for quotations already, or may have been."""
_BATCH: Final = 4096


@frozen
class _Row:
    """A quote, and where its article came from."""

    quote: QuoteRow
    outcome: Outcome

    def values(self) -> dict[str, Any]:
        """The value of each column."""
        return {**self.quote.values(), **{name: getattr(self.outcome, name) for name in _BESIDE}}


def quotes(  # noqa: PLR0913 - one for each option
    *inputs: Input,
    source: str | None = None,
    kind: QuoteKind | None = None,
    since: date | None = None,
    until: date | None = None,
    output: Output = None,
    json: Flag = False,
    reading: Reading = NOTHING,
) -> int:
    """List quotes, one on each line: date, speaker, kind, cue, words, article, file.

    ```
    newsschema quotes archive.parquet --source okafor --since 2026-01-01
    newsschema quotes story.txt
    newsschema quotes archive.parquet --kind direct -o direct.csv
    ```

    Args:
        inputs: Files, folders and patterns, of any format that `newsschema corpus` reads or writes; `-` for standard
            input.
        source: Only quotes of a source with these words in its name, description or role; case does not matter.
        kind: Only quotes of this kind.
        since: Only quotes published on this day or later.
        until: Only quotes published on this day or earlier.
        output: Write all columns to this file instead: `.csv`, `.jsonl` or `.parquet`; the documentation lists them
            (Reference, Columns). In CSV, values that a spreadsheet would take for a formula get an apostrophe in front.
        json: Print all fields of the quotes as JSON lines.
        reading: Values for the documents.
    """
    if not inputs:
        raise Stop("no input to list quotes from: name files, or - for standard input (see newsschema quotes --help)")
    writer = _writer(output)
    listing = _Listing(
        outcomes_of(inputs, reading, output), _Choice(source, kind, since, until), finds=reading.find_quotes
    )
    if is_file_name(output):
        with atomic_write(output) as file:
            writer(iter(listing), file)
    else:
        _print(listing, json=json)
    return listing.exit_code()


def _writer(output: str | None) -> Callable[[Iterator[_Row], BinaryIO], None]:
    """What writes the file; found, with all it needs, before any work is done."""
    if not is_file_name(output):
        return _write_lines
    suffix = Path(output).suffix
    if suffix not in _WRITERS:
        raise Stop(f"{output}: the name must end in {', '.join(_WRITERS)}")
    if suffix == ".parquet":
        import_module("newsschema.arrow")  # says which extra is missing
    return _WRITERS[suffix]


@frozen
class _Choice:
    """Which quotes are wanted."""

    source: str | None
    kind: QuoteKind | None
    since: date | None
    until: date | None

    def takes(self, row: QuoteRow) -> bool:
        """Whether this is one of them."""
        return self.kind in (None, row.quote.kind) and self._is_of_time(row) and row.is_of(self.source)

    def _is_of_time(self, row: QuoteRow) -> bool:
        if self.since is None and self.until is None:
            return True
        day = COLUMNS["date"].value(row)
        return day is not None and (self.since or day) <= day <= (self.until or day)


class _Listing:
    """The quotes that are wanted; documents with faults are said and counted."""

    def __init__(self, outcomes: Iterator[Outcome], choice: _Choice, *, finds: bool) -> None:
        self._outcomes, self._choice, self._finds = outcomes, choice, finds
        self._faulty = self._without = 0
        self._code = Exit.FINE

    def __iter__(self) -> Iterator[_Row]:
        for outcome in self._outcomes:
            if outcome.article is None:
                code = exit_code_of(outcome.notes)
                if code:
                    self._faulty += 1
                    self._code = max(self._code, code)
                    complain(*(describe(note) for note in outcome.notes[:1]))
                continue
            remark(outcome.notes)
            self._without += outcome.format not in _READ and not outcome.article.quotes
            for row in quote_rows(outcome.article):
                if self._choice.takes(row):
                    yield _Row(row, outcome)

    def exit_code(self) -> Exit:
        """What it comes to."""
        if self._without and not self._finds:
            complain(f"without quotations: {counted(self._without, 'document')}; --find-quotes finds those in the text")
        if self._faulty:
            complain(f"left out, with faults: {counted(self._faulty, 'document')}")
        return self._code


def _print(rows: _Listing, *, json: bool) -> None:
    if json:
        stream = standard_output()
        for row in rows:
            stream.write(escape(encode_json(_present(row.values()))))
        stream.flush()
        return
    for row in rows:
        values = row.values()
        cells = [*(values[name] for name in _SHOWN), row.outcome.place]
        say_cells("-" if cell is None else " ".join(str(cell).split()) for cell in cells)


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _write_csv(rows: Iterator[_Row], file: BinaryIO) -> None:
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow([*COLUMNS, *_BESIDE])
    for row in rows:
        table.writerow([_cell(value) for value in row.values().values()])
    text.detach()


def _cell(value: Any) -> Any:
    """What a cell holds; text that would be a formula begins with an apostrophe, and so is none."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _write_lines(rows: Iterator[_Row], file: BinaryIO) -> None:
    file.writelines(encode_json(_present(row.values())) for row in rows)


def _write_parquet(rows: Iterator[_Row], file: BinaryIO) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    from newsschema.arrow import QUOTES

    fields: Any = QUOTES
    columns = pa.schema([field for field in fields if field.name != "faults"])
    with parquet.ParquetWriter(file, columns, compression="zstd") as writer:
        while batch := [row.values() for row in islice(rows, _BATCH)]:
            writer.write_batch(pa.RecordBatch.from_pylist(batch, columns))


_WRITERS: Final[dict[str, Callable[[Iterator[_Row], BinaryIO], None]]] = {
    ".csv": _write_csv,
    ".jsonl": _write_lines,
    ".parquet": _write_parquet,
}
