"""Print the fields of the library's types, as JSON: `python table.py`. A process of its own, so that no peer has the
library imported.
"""

import json
import sys
from typing import Any

from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS
from newsschema._model.values import Format

KINDS = {Format.INTEGER: "int", Format.NUMBER: "float", Format.BOOLEAN: "bool", Format.DATE: "when"}


def _field(spec: FieldSpec) -> dict[str, Any]:
    typed = spec.format in (Format.ENUM, Format.MODEL)
    kind = spec.type.__name__ if typed else KINDS.get(spec.format, spec.format.value)
    field = {"name": spec.name, "kind": kind, "many": spec.many, "optional": spec.optional, "required": spec.required}
    return field | {"default": None if spec.required or spec.many or spec.format is Format.EXTRA else spec.default}


def table() -> dict[str, Any]:
    """The words of each enumeration, and the fields of each type."""
    types = {cls.__name__: list(map(_field, field_specs(cls))) for cls in MODELS}
    enums = {spec.type for cls in MODELS for spec in field_specs(cls) if spec.format is Format.ENUM}
    return {"enums": {enum.__name__: list(enum) for enum in enums}, "types": types}


if __name__ == "__main__":
    json.dump(table(), sys.stdout)
