"""Standard input and output, be they a terminal, a pipe, a log, closed, or of an encoding that lacks much."""

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from io import BufferedIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeGuard, cast

import msgspec

from newsschema._files import atomic_write
from newsschema._model.printable import printable_line, printable_text

if TYPE_CHECKING:
    from rich.console import Console


class Exit(IntEnum):
    """What the command tells the shell."""

    FINE = 0
    FAULTS = 1
    TROUBLE = 2  # usage, or input that cannot be read
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it
    CUT_OFF = 141  # 128 + SIGPIPE: whoever read the output has closed it
    TERMINATED = 143  # 128 + SIGTERM


class Stop(Exception):  # noqa: N818 - an end, not always an error
    """Ends a command with lines on standard error and an exit code."""

    def __init__(self, *lines: str, exit_code: Exit = Exit.TROUBLE) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.exit_code = exit_code


_UNSEEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What JSON may hold as it is and a terminal or a log should not be given."""
_COMMAND: Final = re.compile(r"(?<!\S)(?::(?=:\w)|#(?=#(?:\[|vso)))")
"""What systems of continuous integration take for a command at the beginning of a line."""
_SLASHES: Final = ("/", os.sep)
"""What the name of a folder ends in, whether it is there or not."""
_LIKE: Final = {":": "\u2236", "#": "\uff03"}


def prepare() -> None:
    """Let nothing fail for a sign that the encoding lacks, and write UTF-8 where nobody says otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:  # text in memory has no encoding
            plain = not stream.isatty() and "PYTHONIOENCODING" not in os.environ
            reconfigure(encoding="utf-8" if plain else None, errors="replace")


def standard_input() -> BufferedIOBase:
    """The bytes of standard input.

    Raises:
        Stop: It is closed.
    """
    if sys.stdin is None:
        raise Stop("-: standard input is closed")
    return cast("BufferedIOBase", sys.stdin.buffer)


def standard_output() -> BinaryIO:
    """Where bytes go that are the result of a command.

    Raises:
        Stop: It is closed.
    """
    if sys.stdout is None:
        raise Stop("standard output is closed")
    return sys.stdout.buffer


def discard_output() -> None:
    """Let what is still to be written go nowhere; or Python tries again when it ends, and complains."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(*lines: str, exit_code: Exit = Exit.TROUBLE) -> Exit:
    """Say something on standard error, a line each."""
    if sys.stderr is not None:  # else it would go to standard output
        with suppress(OSError):  # nobody listens
            for line in lines:
                print(f"newsschema: {printable_line(line)}", file=sys.stderr)  # noqa: T201 - plain, for logs as for people
    return exit_code


def say(*lines: str) -> None:
    """Print lines that are the result of a command."""
    for line in lines:
        say_cells([line])


def say_cells(cells: Iterable[str]) -> None:
    """Print a line with tabs between its cells."""
    if sys.stdout is None:
        raise Stop("standard output is closed")
    print("\t".join(map(printable_line, cells)))  # noqa: T201 - what the command is for


def fit_to_show(text: str) -> str:
    """Foreign text of several lines that may be printed: nothing in it is hidden, none of its lines commands anything.

    Each character stays one, so that places stay.
    """
    return _COMMAND.sub(lambda found: _LIKE[found[0]], printable_text(text))


def console(**options: Any) -> "Console":
    """A console that prints text as it is: no markup, and colour only where there is a terminal that wants it."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False, **options)


def is_terminal(stream: Any) -> bool:
    """Whether a person looks at it: a log is none, even one that shows colours."""
    return stream is not None and bool(stream.isatty())


def counted(number: int, what: str) -> str:
    """A number of things."""
    return f"{number:,} {what}{'s' * (number != 1)}"


def write_text(text: str, output: str | None = None) -> None:
    """Write text to a file, whole or not at all, or to standard output."""
    _write(text.encode(), fit_to_show(text).encode(), output)


def write_json(document: Any, output: str | None = None, *, indent: bool = False, foreign: bool = False) -> None:
    """Write plain data as JSON to a file, whole or not at all, or to standard output.

    Args:
        document: The data.
        output: The file; standard output where there is none, or for `-`.
        indent: Spread it over lines.
        foreign: Whether to write what is hidden in it as escapes wherever it goes, and not only for a terminal.
    """
    data = encode_json(document, indent=indent)
    visible = escape(data)
    _write(visible if foreign else data, visible, output)


def encode_json(document: Any, *, indent: bool = False) -> bytes:
    """Plain data as JSON, with a newline at its end."""
    data = msgspec.json.encode(document)
    return (msgspec.json.format(data, indent=2) if indent else data) + b"\n"


def escape(data: bytes) -> bytes:
    r"""JSON in which what is hidden is written as `\u202e`: the same document."""
    if data.isascii():
        return data
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", data.decode()).encode()


def check_output(output: str | None, source: str | None) -> None:
    """Refuse to write over what is read.

    Raises:
        Stop: The output and the source are one file.
    """
    if output not in (None, "-") and source is not None and os.path.realpath(output) == os.path.realpath(source):
        raise Stop(f"{output}: the output is an input too")


def is_file_name(output: str | None) -> TypeGuard[str]:
    """Whether an output is a file, and not standard output.

    Raises:
        Stop: It is a folder.
    """
    if output is not None and is_folder(output):
        raise Stop(f"{output}: this is a folder; name a file with --output")
    return output not in (None, "-")


def is_folder(output: str) -> bool:
    """Whether an output is a folder that is there, or has the name of one."""
    return output.endswith(_SLASHES) or Path(output).is_dir()


def _write(data: bytes, visible: bytes, output: str | None) -> None:
    if is_file_name(output):
        with atomic_write(output) as stream:
            stream.write(data)
        return
    stream = standard_output()
    stream.write(visible if is_terminal(sys.stdout) else data)
    stream.flush()
