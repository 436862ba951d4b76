"""The application: its commands, and what they share."""

import os
import sys
import warnings
from collections.abc import Iterable, Sequence
from enum import IntEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from cyclopts import App, CycloptsError, Parameter

from newsschema._files import atomic_write, open_read
from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._json.read import from_json
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.errors import Issue, MissingExtraError, NewsSchemaError, NewsSchemaWarning, ValidationError
from newsschema._model.types import Article

if TYPE_CHECKING:
    from rich.console import Console


class Exit(IntEnum):
    """What the command tells the shell."""

    FINE = 0
    FAULTS = 1
    TROUBLE = 2  # usage, or input that cannot be read
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it
    CUT_OFF = 141  # 128 + SIGPIPE: whoever read the output has closed it


class Stop(Exception):  # noqa: N818 - an end, not always an error
    """Ends a command with lines on standard error and an exit code."""

    def __init__(self, *lines: str, exit_code: Exit = Exit.TROUBLE) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.exit_code = exit_code


def stop_for(issues: Iterable[Issue], name: str, exit_code: Exit = Exit.FAULTS) -> Stop:
    """What ends a command that cannot go on for what is wrong with a file."""
    return Stop(*(f"{name}: {issue}" for issue in issues), exit_code=exit_code)


def _no_option(_: Any, value: object) -> None:
    """A file that begins with a hyphen is a mistyped option; only `-` alone has a meaning."""
    name = str(value)
    if name.startswith("-") and name != "-":
        raise ValueError(f"unknown option {name}; for a file of that name write ./{name}")


_FILE: Final = Parameter(allow_leading_hyphen=True, validator=_no_option, metavar="FILE")


Input = Annotated[str, _FILE]
"""A file to read, or `-` for standard input."""

Output = Annotated[Path | None, _FILE, Parameter(name=("--output", "-o"))]
"""A file to write, whole or not at all; standard output where there is none, or for `-`."""

Flag = Annotated[bool, Parameter(negative="", show_default=False)]
"""A switch that is off unless it is named."""

_PICTURES: Final = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
}

app: Final = App(
    name="newsschema",
    help="News text together with its quotations: who said what, in which words, where in the text.",
    help_format="markdown",
    help_epilogue="Exit codes: 0 fine; 1 faults found; 2 wrong usage, or input that cannot be read.",
    version=lambda: f"newsschema {version('newsschema')} (schema {SCHEMA_VERSION})",
    version_format="plaintext",
    suppress_keyboard_interrupt=False,
)
_COMMANDS: Final = ("read", "check", "show", "convert", "corpus", "quotes", "schema")
for _place, _name in enumerate(_COMMANDS):  # each imported when it is run or listed
    app.command(f"newsschema.cli._{_name}:{_name}", name=_name, sort_key=_place)


def run(tokens: Sequence[str] | None = None) -> int:
    """Run one command, and turn whatever ends it into lines on standard error and an exit code."""
    tokens = sys.argv[1:] if tokens is None else tokens
    try:
        if not set(tokens) - {"--help", "-h"}:
            app.resolved_commands()  # the list of commands has each one's own words
        with warnings.catch_warnings():
            warnings.simplefilter("always", NewsSchemaWarning)
            warnings.showwarning = _show_warning
            code: int | None = app(tokens, exit_on_error=False, print_error=False, result_action="return_value")
    except Stop as stop:
        return complain(*stop.lines, exit_code=stop.exit_code)
    except CycloptsError as error:
        return complain(f"{error} (see newsschema --help)")
    except MissingExtraError as error:
        return complain(str(error))
    except NewsSchemaError as error:
        return complain(*str(error).splitlines(), exit_code=Exit.FAULTS)
    except (BrokenPipeError, SystemExit):  # rich ends the process itself
        _close_output()
        return Exit.CUT_OFF
    except OSError as error:
        if error.filename is None:
            _close_output()
        return complain(f"{error.filename or 'output'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return code or Exit.FINE


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def _close_output() -> None:
    """Let what is still to be written go nowhere; or Python tries again when it ends, and complains."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def visible(text: str) -> str:
    """Text that a terminal can be given: control characters, which could command it, become pictures of themselves."""
    return text.translate(_PICTURES)


def complain(*lines: str, exit_code: Exit = Exit.TROUBLE) -> Exit:
    """Say something on standard error."""
    for line in lines:
        print(f"newsschema: {visible(line)}", file=sys.stderr)  # noqa: T201 - plain, for logs as for people
    return exit_code


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    complain(f"warning: {message}")


def console(**options: Any) -> "Console":
    """A console that prints text as it is: no markup, and colour only where there is a terminal that wants it.

    What the encoding of the output has no character for, as on Windows, becomes a question mark.
    """
    from rich.console import Console

    made = Console(markup=False, emoji=False, highlight=False, **options)
    reconfigure = getattr(made.file, "reconfigure", None)  # text in memory has no encoding
    if reconfigure is not None:
        reconfigure(errors="replace")
    return made


def some_bytes(name: str) -> bytes:
    """The bytes of a file, decompressed where its name ends in `.gz`, or of standard input; at most one too many."""
    limit = DEFAULT_LIMITS.bytes + 1
    if name == "-":
        return sys.stdin.buffer.read(limit)
    with open_read(name) as stream:
        return stream.read(limit)


def read_bytes(name: str) -> bytes:
    """The same, of which there must be no more than an article may have."""
    data = some_bytes(name)
    if len(data) > DEFAULT_LIMITS.bytes:
        raise Stop(f"{name}: larger than {DEFAULT_LIMITS.bytes} bytes")
    return data


def text_of(data: bytes, name: str) -> str:
    """The text that bytes of a file are in UTF-8: more than white space."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Stop(f"{name}: no UTF-8 text: {error.reason} at byte {error.start}") from None
    if not text.strip():
        raise Stop(f"{name}: there is no text in it")
    return text


def read_article(name: str) -> Article:
    """The article of a file, or of standard input: JSON, or a story in plain text whose quotations are found first."""
    data = read_bytes(name)
    if not data.lstrip().startswith(b"{"):
        return read_story(text_of(data, name))
    try:
        return from_json(data)
    except ValidationError as error:
        raise stop_for(error.issues, name) from None


def read_story(text: str) -> Article:
    """The article of a story in plain text."""
    from newsschema.reading import read_text  # a whole lexicon, which help does not need

    return read_text(text)


def write(document: Any, output: Path | None = None, *, indent: bool = True) -> None:
    """Write text, or plain data as JSON, to a file, whole or not at all, or to standard output."""
    if isinstance(document, str):
        data = document.encode()
    else:
        data = msgspec.json.encode(document)
        data = (msgspec.json.format(data, indent=2) if indent else data) + b"\n"
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        with atomic_write(output) as stream:
            stream.write(data)
