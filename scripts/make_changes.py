"""Write what `replace` takes, as type checkers see it, from the types: `python scripts/make_changes.py [--check]`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import newsschema
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.types import MODELS, Model
from newsschema._model.values import Format

TARGET = Path(newsschema.__file__).parent / "_model" / "changes.py"
HEAD = '''"""What `replace` takes, told to type checkers. Made by `scripts/make_changes.py`: do not edit."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from newsschema._model import accepts
    from newsschema._model.quotes import {quotes}
    from newsschema._model.types import {types}
'''
_PLAIN = {Format.INTEGER: "int", Format.NUMBER: "float", Format.BOOLEAN: "bool", Format.EXTRA: "Mapping[str, Any]"}


def _type_of(spec: FieldSpec) -> str:
    one = _PLAIN.get(spec.format, "str")
    if spec.format is Format.DATE:
        one = "accepts.Date"
    elif spec.format is Format.ENUM:
        one = f"accepts.{spec.type.__name__}"
    elif spec.format is Format.MODEL:
        one = spec.type.__name__
    if spec.many:
        return f"list[{one}] | tuple[{one}, ...]"
    return f"{one} | None" if spec.optional else one


def _changes(cls: type[Model]) -> Iterator[str]:
    yield ""
    yield ""
    yield f"class {cls.__name__}Changes(TypedDict, total=False):"
    yield f'    """The fields of [`{cls.__name__}`][newsschema.{cls.__name__}], each as its constructor takes it."""'
    yield ""
    for spec in field_specs(cls):
        yield f'    {spec.name}: "{_type_of(spec)}"'


def source() -> str:
    """The module's source."""
    held = {spec.type for cls in MODELS for spec in field_specs(cls) if spec.format is Format.MODEL}
    homes = {"quotes": [], "types": []}
    for cls in held:
        home = "quotes" if cls.__name__ in vars(sys.modules["newsschema._model.quotes"]) else "types"
        homes[home].append(cls.__name__)
    lines = [HEAD.format(**{home: ", ".join(sorted(names)) for home, names in homes.items()}).rstrip()]
    for cls in MODELS:
        lines += _changes(cls)
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the file, or with `--check` say whether it is as the types are."""
    text = source()
    if "--check" in sys.argv[1:]:
        same = TARGET.is_file() and TARGET.read_text("utf-8") == text
        print(f"{TARGET.name} {'is' if same else 'is NOT'} as the types are")
        return 0 if same else 1
    TARGET.write_text(text, "utf-8")
    print(f"wrote {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
