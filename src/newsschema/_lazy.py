"""Public names that are imported when they are first used."""

import sys
from importlib import import_module
from typing import Any, Final

from newsschema._model.hooks import register

_HOMES: Final = {
    "Call": "newsschema._editing",
    "EditError": "newsschema._editing",
    "EditFault": "newsschema._editing",
    "Editor": "newsschema._editing",
    "LineError": "newsschema._jsonl",
    "LintRule": "newsschema._lint",
    "Offsets": "newsschema._model.offsets",
    "Ref": "newsschema._editing",
    "ReanchorReport": "newsschema._anchoring",
    "SpanChange": "newsschema._anchoring",
    "SpanOutcome": "newsschema._anchoring",
    "arrow": "newsschema.arrow",
    "build": "newsschema._editing",
    "configure": "newsschema.integrations.cattrs",
    "edit": "newsschema._editing",
    "interop": "newsschema.interop",
    "iter_jsonl": "newsschema._jsonl",
    "lint": "newsschema._lint",
    "map_jsonl": "newsschema._jsonl",
    "read_text": "newsschema.reading",
    "reading": "newsschema.reading",
    "reanchor": "newsschema._anchoring",
    "strategies": "newsschema.strategies",
    "write_jsonl": "newsschema._jsonl",
}

register("notebook", "newsschema.html", "framed")
register("pydantic schema", "newsschema.integrations.pydantic", "schema_of")
register("pydantic JSON schema", "newsschema.integrations.pydantic", "json_schema_of")
register("pydantic serializer", "newsschema.integrations.pydantic", "serializer_of")
register("plain data", "newsschema._json.write", "to_dict")


def __getattr__(name: str) -> Any:
    """The module or the object of that name (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'newsschema' has no attribute {name!r}", name=name, obj=sys.modules["newsschema"])
    home = import_module(_HOMES[name])
    return home if home.__name__ == f"newsschema.{name}" else getattr(home, name)


def __dir__() -> list[str]:
    """All public names, imported yet or not."""
    package = sys.modules["newsschema"]
    return sorted({*vars(package), *package.__all__})
