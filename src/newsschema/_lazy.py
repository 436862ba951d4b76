"""Public names that are imported when they are first used."""

import sys
from importlib import import_module
from typing import Any, Final

from newsschema._model.hooks import register

_HOMES: Final = {
    **dict.fromkeys(("Call", "EditError", "EditFault", "Editor", "Ref", "build", "edit"), "newsschema._editing"),
    **dict.fromkeys(("LineError", "iter_jsonl", "map_jsonl", "write_jsonl"), "newsschema._jsonl"),
    **dict.fromkeys(("LintRule", "lint"), "newsschema._lint"),
    **dict.fromkeys(("ReanchorReport", "SpanChange", "SpanOutcome", "reanchor"), "newsschema._anchoring"),
    "Offsets": "newsschema._model.offsets",
    "configure": "newsschema.integrations.cattrs",
    "read_text": "newsschema.reading",
    **{name: f"newsschema.{name}" for name in ("arrow", "corpus", "html", "interop", "reading", "strategies")},
}

register("notebook", "newsschema.html", "framed")
register("pydantic schema", "newsschema.integrations.pydantic", "schema_of")
register("pydantic JSON schema", "newsschema.integrations.pydantic", "json_schema_of")
register("pydantic serializer", "newsschema.integrations.pydantic", "serializer_of")
register("plain data", "newsschema._json.write", "to_dict")
register("JSON", "newsschema._json.write", "to_json")
register("article", "newsschema._json.read", "from_pickle")


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
