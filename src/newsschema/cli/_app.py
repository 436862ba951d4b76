"""The application: its commands, and what ends one."""

import os
import signal
import sys
import threading
import warnings
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from cyclopts import App, CycloptsError, MissingArgumentError, UnusedCliTokensError

from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.errors import MissingExtraError, NewsSchemaError, NewsSchemaWarning
from newsschema.cli._streams import Exit, Stop, complain, discard_output, prepare


def _version() -> str:
    from importlib.metadata import version

    return f"newsschema {version('newsschema')} (schema {SCHEMA_VERSION})"


app: Final = App(
    name="newsschema",
    help="News text with its quotations: who said what, in which words, where in the text.",
    help_format="markdown",
    help_epilogue=(
        "Exit codes: 0 fine; 1 faults found; 2 wrong usage, or input that cannot be read; 130 or 143 ended by a signal "
        "(SIGINT, SIGTERM); 141 the output was closed."
    ),
    version=_version,
    version_flags=("--version", "-V"),
    version_format="plaintext",
    suppress_keyboard_interrupt=False,
)
_COMMANDS: Final = ("read", "check", "show", "convert", "corpus", "quotes", "schema", "completion")
for _place, _name in enumerate(_COMMANDS):  # each imported when it is run or listed
    app.command(f"newsschema.cli._{_name}:{_name}", name=_name, sort_key=_place)


class Terminated(BaseException):
    """The process was asked to end, as an interruption is a `KeyboardInterrupt`: what is begun is cleaned up."""


def run(tokens: Sequence[str] | None = None) -> int:
    """Run one command, and turn whatever ends it into lines on standard error and an exit code."""
    tokens = sys.argv[1:] if tokens is None else tokens
    try:
        prepare()
        with _termination_raised():
            return _run(tokens)
    except Stop as stop:
        return complain(*stop.lines, exit_code=stop.exit_code)
    except CycloptsError as error:
        return complain(_usage(error))
    except MissingExtraError as error:
        return complain(str(error))
    except NewsSchemaError as error:
        return complain(*str(error).splitlines(), exit_code=Exit.FAULTS)
    except (BrokenPipeError, SystemExit):  # rich ends the process itself
        discard_output()
        return Exit.CUT_OFF
    except OSError as error:
        return _complain_of(error)
    except MemoryError:
        return complain("there is not enough memory")
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Terminated:
        return Exit.TERMINATED


def _run(tokens: Sequence[str]) -> int:
    if not set(tokens) - {"--help", "-h"}:
        app.resolved_commands()  # the list of commands has each one's own words
    with warnings.catch_warnings():
        warnings.simplefilter("always", NewsSchemaWarning)
        warnings.showwarning = _show_warning
        code: int | None = app(tokens, exit_on_error=False, print_error=False, result_action="return_value")
        if sys.stdout is not None:
            sys.stdout.flush()  # what cannot be written is an error of the command
    return code or Exit.FINE


def _usage(error: CycloptsError) -> str:
    """What is wrong with the arguments, and where help is."""
    told = str(error)
    if isinstance(error, UnusedCliTokensError) and error.unused_tokens:
        told = f"unexpected argument {error.unused_tokens[0]!r}"
    elif isinstance(error, MissingArgumentError) and error.keyword is None and error.argument is not None:
        name, metavar = error.argument.names[-1], error.argument.parameter.metavar
        told = f"{name} {metavar} is missing" if name.startswith("-") else f"{name} is missing"
    return f"{told.rstrip('.')} (see {' '.join(['newsschema', *(error.command_chain or ())])} --help)"


def _complain_of(error: OSError) -> Exit:
    if error.filename is None:
        discard_output()
    name = "output" if error.filename is None else "file"
    if isinstance(error.filename, str | bytes):
        name = os.fsdecode(error.filename)
    return complain(f"{name}: {error.strerror or error}")


@contextmanager
def _termination_raised() -> Generator[None, None, None]:
    """Let SIGTERM end a command as Ctrl+C does: what is half written is removed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def terminate(*_: object) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    complain(f"warning: {message}")
