"""`newsschema check`."""

from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.progress import track

from newsschema._lint import LintRule, chosen_rules
from newsschema._model.errors import ValidationError
from newsschema.cli._app import Exit, Input, Stop, complain, console, counted, some_bytes
from newsschema.cli._faults import Fault, faults_in, faults_in_lines
from newsschema.cli._formats import REPORTS, Format

_SUFFIXES = (".json", ".jsonl", ".json.gz", ".jsonl.gz")
_MANY = 2  # files, to be worth a progress bar
_Names = Annotated[tuple[str, ...], Parameter(negative="", metavar="RULE")]


def check(
    *files: Input,
    format: Format = "text",  # noqa: A002 - the name of the option
    lint: Annotated[bool, Parameter(negative="")] = False,
    select: _Names = (),
    ignore: _Names = (),
) -> int:
    """Say everything that is wrong with article JSON, and where.

    ```
    newsschema check story.json
    newsschema check stories/ "archive/**/*.jsonl.gz"
    newsschema check --lint --ignore two-spellings stories/
    newsschema read story.txt | newsschema check --format sarif - > faults.sarif
    ```

    Exit codes: 0, no faults; 1, faults, or questions of a lint rule; 2, wrong usage, or a file that cannot be read.

    Args:
        files: Files, folders and patterns: `.json` holds one document, `.jsonl` one on each line, either may be
            compressed (`.gz`); `-` is one document from standard input.
        format: `text` for people; `json`; `github` for annotations of a workflow; `sarif` (2.1.0) for code scanners.
        lint: Ask about documents without faults what an editor would ask.
        select: The only lint rules to use, with commas between them; implies `--lint`.
        ignore: Lint rules to leave out, with commas between them; implies `--lint`.
    """
    rules = _rules(select, ignore) if lint or select or ignore else ()
    if not files:
        raise Stop("no file to check (see newsschema check --help)")
    names: list[str] = []
    for file in files:
        inner = _expanded(file)
        if not inner:
            raise Stop(f"{file}: no article JSON there")
        names += inner
    found: list[Fault] = []
    documents, trouble = 0, False
    screen = console(stderr=True)
    idle = len(names) < _MANY or not screen.is_terminal
    for name in track(names, "Checking", console=screen, transient=True, disable=idle):
        try:
            for faults in _checked(name, rules):
                documents += 1
                found += faults
        except OSError as error:
            complain(f"{name}: {error.strerror or error}")
            trouble = True
    REPORTS[format](found)
    errors = sum(fault.is_error for fault in found)
    counts = [_count(errors, "error"), _count(len(found) - errors, "warning")]
    if documents:
        complain(f"{_count(documents, 'document')}: {' and '.join(filter(None, counts)) or 'no faults'}")
    return Exit.TROUBLE if trouble else Exit.FAULTS if found else Exit.FINE


def _count(number: int, what: str) -> str:
    return counted(number, what) if number else ""


def _expanded(name: str) -> list[str]:
    """The files that a name means: itself, those of a folder, or those that match a pattern."""
    path = Path(name)
    if path.is_dir():
        return sorted(str(inner) for inner in path.rglob("*") if inner.name.endswith(_SUFFIXES) and inner.is_file())
    if has_magic(name) and not path.exists():
        return sorted(inner for inner in glob(name, recursive=True) if Path(inner).is_file())  # noqa: PTH207 - absolute ones too
    return [name]


def _checked(name: str, rules: Sequence[LintRule]) -> Iterator[list[Fault]]:
    """The faults of each document of a file."""
    if name.removesuffix(".gz").endswith(".jsonl"):
        yield from faults_in_lines(name, rules)
        return
    try:
        data = some_bytes(name)
    except ValidationError as error:  # the compressed data is broken
        yield [Fault(file=name, line=1, column=1, issue=issue) for issue in error.issues]
    else:
        yield faults_in(data, name, rules)


def _rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[LintRule, ...]:
    chosen, left_out = ([word for names in option for word in names.split(",")] for option in (select, ignore))
    try:
        return chosen_rules(chosen, left_out)
    except ValueError as error:
        raise Stop(str(error)) from None
