"""Faults as a compiler tells them, and as other programs read them."""

from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import quote

from rich.cells import cell_len
from rich.text import Text

from newsschema._model.printable import printable_line
from newsschema.cli._faults import Excerpt, Fault
from newsschema.cli._streams import console, write_json, write_text

Format: TypeAlias = Literal["text", "json", "github", "sarif"]

_PAGES: Final = "https://newsschema.github.io/newsschema/latest/reference/"
_LONGEST_POINTER: Final = 80


def _text(faults: Sequence[Fault]) -> None:
    """For people, and for editors that jump to file, line and column."""
    out = console(soft_wrap=True)
    for fault in faults:
        style = "bold red" if fault.is_error else "bold yellow"
        place = printable_line(f"{fault.file}:{fault.line}:{fault.column}: ")
        kind, message = f"{_severity(fault)}[{fault.issue.code}]", printable_line(f": {fault.issue.message}")
        out.print(Text.assemble((place, "bold"), (kind, style), message))
        pointer = printable_line(fault.issue.pointer)
        if len(pointer) > _LONGEST_POINTER:
            pointer = "…" + pointer[1 - _LONGEST_POINTER :]
        for excerpt, margin, mark, note in (
            (fault.source, f"{fault.line:>5} | ", "^", pointer),
            (fault.words, "      > ", "~", ""),
        ):
            if excerpt:
                out.print(Text.assemble((margin, "dim"), printable_line(excerpt.text)))
                out.print(_underline(excerpt, mark, style).append(f" {note}" if note else "", "dim"))


def _underline(excerpt: Excerpt, mark: str, style: str) -> Text:
    before = cell_len(printable_line(excerpt.text[: excerpt.start]))
    width = max(cell_len(printable_line(excerpt.text[excerpt.start : excerpt.end])), 1)
    return Text.assemble(("      | ", "dim"), " " * before, (mark * width, style))


def _json(faults: Sequence[Fault]) -> None:
    """A list of objects, one for each fault."""
    found = [
        {
            "file": _name(fault),
            "line": fault.line,
            "column": fault.column,
            "severity": _severity(fault),
            "code": fault.issue.code,
            "pointer": fault.issue.pointer,
            "message": fault.issue.message,
        }
        for fault in faults
    ]
    write_json(found, indent=True, foreign=True)


def _github(faults: Sequence[Fault]) -> None:
    """Workflow commands, from which GitHub makes annotations in the files of a change."""
    lines = [
        f"::{_severity(fault)} file={_escaped(_name(fault), ',:')},line={fault.line},col={fault.column},"
        f"title={fault.issue.code}::{_escaped(fault.issue.message)}\n"
        for fault in faults
    ]
    write_text("".join(lines))


def _escaped(text: str, more: str = "") -> str:
    for character in "%" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return printable_line(text)


def _sarif(faults: Sequence[Fault]) -> None:
    """The Static Analysis Results Interchange Format (OASIS SARIF 2.1.0)."""
    pages = {str(fault.issue.code): "codes" if fault.is_error else "lint" for fault in faults}
    codes = list(pages)
    rules = [{"id": code, "helpUri": f"{_PAGES}{page}/#{code}"} for code, page in pages.items()]
    driver = {
        "name": "newsschema",
        "version": version("newsschema"),
        "informationUri": "https://newsschema.github.io/newsschema/",
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(fault, codes.index(fault.issue.code)) for fault in faults],
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    write_json(log, indent=True, foreign=True)


def _result(fault: Fault, rule: int) -> dict[str, Any]:
    path = Path(_name(fault))
    place = {
        "artifactLocation": {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())},
        "region": {"startLine": fault.line, "startColumn": fault.column},
    }
    return {
        "ruleId": fault.issue.code,
        "ruleIndex": rule,
        "level": _severity(fault),
        "message": {"text": fault.issue.message},
        "locations": [{"physicalLocation": place, "logicalLocations": [{"fullyQualifiedName": fault.issue.pointer}]}],
    }


def _severity(fault: Fault) -> str:
    return "error" if fault.is_error else "warning"


def _name(fault: Fault) -> str:
    """The name of the file; what is no text in it is replaced."""
    return fault.file.encode(errors="surrogateescape").decode(errors="replace")


REPORTS: Final[dict[Format, Callable[[Sequence[Fault]], None]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
"""What writes faults to standard output, by the name of the format."""
