"""`newsschema check`."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Annotated, Any

from cyclopts import Parameter

from newsschema._files import open_read
from newsschema._jsonl import documents_in, map_lines
from newsschema._lint import LintRule, chosen_rules
from newsschema.cli._faults import Fault, faults_in_each
from newsschema.cli._formats import REPORTS, Format
from newsschema.cli._inputs import describe
from newsschema.cli._options import Input
from newsschema.cli._streams import Exit, Stop, complain, console, counted, is_terminal, standard_input
from newsschema.corpus import CorpusError, find_files

_SUFFIXES = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
_LINES = (".jsonl", ".ndjson")
_MANY = 2  # files, to be worth a progress bar
_Names = Annotated[tuple[str, ...], Parameter(negative="", metavar="RULE")]


def check(
    *files: Input,
    format: Format = "text",  # noqa: A002 - the name of the option
    lint: Annotated[bool, Parameter(negative="")] = False,
    select: _Names = (),
    ignore: _Names = (),
) -> int:
    """Report every fault in article JSON, and its place.

    ```
    newsschema check story.json
    newsschema check stories/ "archive/**/*.jsonl.gz"
    newsschema check --lint --ignore two-spellings stories/
    newsschema read story.txt | newsschema check --format sarif - > faults.sarif
    ```

    At most 10,000 faults of a document are reported, and at most 10,000 of a file of JSON lines, so that even a hostile
    file of 64 MB is checked in seconds. The lint rules take longer for longer texts.

    Exit codes: 0, no faults; 1, faults, or findings of a lint rule; 2, wrong usage, or a file that cannot be read.

    Args:
        files: Files, folders and patterns. `.json` has one document, or one on each line, as `.jsonl` and `.ndjson`
            have; either may be compressed (`.gz`). `-` is standard input.
        format: `text`; `json`; `github` for annotations in GitHub Actions; `sarif` (2.1.0) for code scanning.
        lint: Also run the lint rules on documents without faults.
        select: The only lint rules to use, separated by commas; implies `--lint`.
        ignore: Lint rules to leave out, separated by commas; implies `--lint`.
    """
    rules = _rules(select, ignore, always=lint)
    if not files:
        raise Stop("no file to check: name files, or - for standard input (see newsschema check --help)")
    names, trouble = _named(files)
    found: list[Fault] = []
    documents = 0
    for name in _with_progress(names):
        try:
            for faults in _checked(name, rules):
                documents += 1
                found += faults
        except OSError as error:
            complain(f"{name}: {error.strerror or error}")
            trouble = True
    REPORTS[format](found)
    if documents:
        complain(f"{_count(documents, 'document')}: {_summary(found)}")
    return Exit.TROUBLE if trouble else Exit.FAULTS if found else Exit.FINE


def _summary(found: Sequence[Fault]) -> str:
    errors = sum(fault.is_error for fault in found)
    counts = (_count(errors, "error"), _count(len(found) - errors, "warning"))
    return " and ".join(filter(None, counts)) or "no faults"


def _count(number: int, what: str) -> str:
    return counted(number, what) if number else ""


def _named(inputs: Sequence[str]) -> tuple[list[str], bool]:
    """The files that are meant, those in folders by their endings; and whether anything could not be read."""
    found = [([given], False) if given == "-" else _files_of(given) for given in inputs]
    names = (name for inner, _ in found for name in inner)
    return list(dict.fromkeys(names)), any(trouble for _, trouble in found)


def _files_of(given: str) -> tuple[list[str], bool]:
    """The files that one input means; and whether any could not be read."""
    try:
        files, notes = find_files([given])
    except CorpusError as error:
        raise Stop(str(error)) from None
    except OSError as error:
        complain(f"{given}: {error.strerror or error}")
        return [], True
    errors = [note for note in notes if note.is_error]
    complain(*map(describe, errors))
    inner = [file.path for file in files if file.is_named or file.path.endswith(_SUFFIXES)]
    if not inner and not errors:
        raise Stop(f"{given}: no article JSON there")
    return inner, bool(errors)


def _with_progress(names: Sequence[str]) -> Iterator[str]:
    if len(names) < _MANY or not is_terminal(sys.stderr):
        yield from names
        return
    from rich.progress import track

    yield from track(names, "Checking", console=console(stderr=True), transient=True)


def _checked(name: str, rules: Sequence[LintRule]) -> Iterator[list[Fault]]:
    """The faults of each document of a file."""
    if name.removesuffix(".gz").endswith(_LINES):
        yield from faults_in_each(map_lines(bytes, name), name, rules)
        return
    source: AbstractContextManager[Any] = nullcontext(standard_input()) if name == "-" else open_read(name)
    with source as file:
        yield from faults_in_each(documents_in(file), name, rules)


def _rules(select: tuple[str, ...], ignore: tuple[str, ...], *, always: bool) -> tuple[LintRule, ...]:
    """The lint rules that are asked for."""
    if not (always or select or ignore):
        return ()
    chosen, left_out = ([word for names in option for word in names.split(",")] for option in (select, ignore))
    try:
        return chosen_rules(chosen, left_out)
    except ValueError as error:
        raise Stop(str(error)) from None
