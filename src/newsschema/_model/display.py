"""How the types show themselves: `repr` that stays short, and `str` on one line."""

from datetime import date
from enum import Enum
from typing import Any, Final

from newsschema._model.containers import is_list, is_object
from newsschema._model.fields import given_fields
from newsschema._model.messages import format_value
from newsschema._model.printable import printable_line

_MOST: Final = 900
"""So many characters has the `repr` of an article at most."""
_LIMITS: Final = (60, 24, 12)
"""So many characters of each value, the first of these that makes it short enough."""
_LINE: Final = 120
_TELLING: Final = ("id", "kind", "name", "headline", "description", "words", "text", "mention", "cue")
"""What tells one object of a type from another, where it has such."""


def short_repr(model: Any) -> str:
    """The fields that hold something else than their defaults, each cut short; of several parts how many there are."""
    given = given_fields(model).items()
    fields = (", ".join(f"{name}={_shown(name, value, limit)}" for name, value in given) for limit in _LIMITS)
    shown = next((line for line in fields if len(line) <= _MOST), "…")
    return f"{type(model).__name__}({shown})"


def _shown(name: str, value: Any, limit: int) -> str:
    if is_list(value):
        return f"<{len(value)} {name}>"
    if isinstance(value, Enum):
        return repr(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return format_value(value, limit) if isinstance(value, str) or is_object(value) else f"<{str(value)[:limit]}>"


def one_line(model: Any) -> str:
    """The type, and what tells one of its objects from another."""
    told = [(name, value) for name in _TELLING if (value := getattr(model, name, None))]
    words = [_shown(name, getattr(value, "text", value), _LIMITS[name == "id"]) for name, value in told]
    line = printable_line(" ".join([type(model).__name__, *words]))
    return line if len(line) <= _LINE else f"{line[: _LINE - 1]}…"
