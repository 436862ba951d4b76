"""`newsschema quotes`."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Final

import msgspec
from cyclopts import Parameter

from newsschema._files import atomic_write
from newsschema._model.enums import QuoteKind
from newsschema._model.errors import ValidationError
from newsschema.cli._app import Exit, Output, Stop, counted, visible

_SHOWN: Final = ("date", "speaker", "kind", "cue", "words", "article")


def quotes(  # noqa: PLR0913 - one for each option
    corpus: Annotated[Path, Parameter(metavar="CORPUS")],
    /,
    *,
    speaker: str | None = None,
    kind: QuoteKind | None = None,
    since: date | None = None,
    until: date | None = None,
    output: Output = None,
) -> int:
    """List the quotes of a corpus, a line for each: date, speaker, kind, cue, words, article.

    ```
    newsschema quotes archive.parquet --speaker okafor --since 2026-01-01
    newsschema quotes archive.parquet --kind direct -o direct.csv
    ```

    Args:
        corpus: A file that `newsschema corpus` reads, or a folder of such.
        speaker: Only those whose speaker's name has this in it, in capitals or not.
        kind: Only those of this kind.
        since: Only those published on this day or later.
        until: Only those published on this day or earlier.
        output: Write all that is known of each quote to this file instead: `.csv`, `.jsonl` or `.parquet`.
    """
    if output is not None and output.suffix not in _WRITERS:
        raise Stop(f"{output}: the name must end in {', '.join(_WRITERS)}")
    faulty = 0

    def chosen() -> Iterator[Any]:
        nonlocal faulty
        for batch in _flat(corpus):
            rows = batch.filter(_choice(batch, speaker, kind, since, until))
            faulty += batch["kind"].null_count
            yield rows.drop_columns(["origin", "faults"])

    try:
        if output is None:
            for rows in chosen():
                _print(rows)
        else:
            with atomic_write(output) as file:
                _WRITERS[output.suffix](chosen(), file)
    except ValidationError as error:
        raise Stop(*str(error).splitlines()) from None
    if faulty:
        print(f"newsschema: left out, with faults: {counted(faulty, 'document')}", file=sys.stderr)  # noqa: T201 - as others
    return Exit.FAULTS if faulty else Exit.FINE


def _flat(corpus: Path) -> Iterator[Any]:
    from newsschema.arrow import flatten
    from newsschema.arrow._corpus import articles_of
    from newsschema.arrow._inputs import batches_in, check_columns, files_in, kind_of

    files = list(files_in([corpus]))
    if not files or not all(map(kind_of, files)):
        raise Stop(f"{corpus}: the name says nothing known")
    check_columns(files)
    for batch in batches_in(files):
        yield flatten(articles_of(batch))


def _choice(rows: Any, speaker: str | None, kind: QuoteKind | None, since: date | None, until: date | None) -> Any:
    from newsschema.arrow._untyped import pc

    tests = [pc.is_valid(rows["kind"])]
    if speaker is not None:
        tests.append(pc.match_substring(rows["speaker"], speaker, ignore_case=True))
    if kind is not None:
        tests.append(pc.equal(rows["kind"], kind.value))
    if since is not None:
        tests.append(pc.greater_equal(rows["date"], since))
    if until is not None:
        tests.append(pc.less_equal(rows["date"], until))
    return reduce(pc.and_, tests)


def _print(rows: Any) -> None:
    for row in rows.select(list(_SHOWN)).to_pylist():
        values = ("" if row[name] is None else " ".join(str(row[name]).split()) for name in _SHOWN)
        print(visible("\t".join(values)))  # noqa: T201 - what the command is for


def _write_csv(batches: Iterator[Any], file: BinaryIO) -> None:
    from newsschema.arrow._quotes import quote_schema
    from newsschema.arrow._untyped import csv

    with csv.CSVWriter(file, quote_schema()) as writer:
        for rows in batches:
            writer.write_batch(rows)


def _write_lines(batches: Iterator[Any], file: BinaryIO) -> None:
    for rows in batches:
        file.writelines(
            msgspec.json.encode({name: value for name, value in row.items() if value is not None}) + b"\n"
            for row in rows.to_pylist()
        )


def _write_parquet(batches: Iterator[Any], file: BinaryIO) -> None:
    from newsschema.arrow._quotes import quote_schema
    from newsschema.arrow._untyped import pq

    with pq.ParquetWriter(file, quote_schema(), compression="zstd") as writer:
        for rows in batches:
            writer.write_batch(rows)


_WRITERS: Final[dict[str, Callable[[Iterator[Any], BinaryIO], None]]] = {
    ".csv": _write_csv,
    ".jsonl": _write_lines,
    ".parquet": _write_parquet,
}
