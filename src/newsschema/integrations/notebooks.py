"""Tuples of quotes and sources as tables in a notebook: `%load_ext newsschema.integrations.notebooks`."""

from typing import Any

from newsschema._model.quotes import Quote, Source
from newsschema.html import table


def as_table(items: tuple[Any, ...]) -> str | None:
    """A tuple as a table of HTML, where all of it is quotes or all of it sources; else `None`, and it shows as before.

    Args:
        items: What a cell gave.
    """
    is_alike = any(all(isinstance(item, cls) for item in items) for cls in (Quote, Source))
    return table(items) if items and is_alike else None


def load_ipython_extension(ipython: Any) -> None:
    """Have a notebook show `article.quotes` and `article.sources` as tables; IPython calls this.

    Args:
        ipython: The running shell.
    """
    ipython.display_formatter.formatters["text/html"].for_type(tuple, as_table)


def unload_ipython_extension(ipython: Any) -> None:
    """Have tuples shown as before; IPython calls this.

    Args:
        ipython: The running shell.
    """
    ipython.display_formatter.formatters["text/html"].pop(tuple, None)
