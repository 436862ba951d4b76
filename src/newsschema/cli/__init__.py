"""The command `newsschema`."""

import sys
from collections.abc import Callable, Sequence

from newsschema._model.errors import MissingExtraError

__all__ = ["load", "main"]


def main(tokens: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        tokens: The arguments; those of the process where none are given.

    Returns:
        The exit code: 0 fine, 1 faults found, 2 usage or unreadable input.
    """
    return load()(tokens)


def load() -> Callable[..., int]:
    """Import the command.

    Returns:
        What runs it, with the arguments, or with those of the process; where the command cannot be, what says so.
    """
    try:
        from newsschema.cli._app import run
    except ModuleNotFoundError as error:
        if error.name != "cyclopts":
            raise
        return _complain
    return run


def _complain(_: Sequence[str] | None = None) -> int:
    print(MissingExtraError("The command newsschema", "cli"), file=sys.stderr)  # noqa: T201 - a console may be missing
    return 2
