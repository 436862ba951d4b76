"""Where users find a class: what pickles, reprs and tracebacks name does not move when a private module does."""

from collections.abc import Iterable

_PACKAGE = "newsschema"


def name_home(home: str, exported: Iterable[object]) -> None:
    """Let classes say that a public package is their module.

    Args:
        home: The package.
        exported: What it exports; anything but a class of this library that still names a module inside it is left.
    """
    for found in exported:
        if isinstance(found, type) and found.__module__.startswith(f"{_PACKAGE}."):
            found.__module__ = home
