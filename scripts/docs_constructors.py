"""For the documentation: constructors and enumerations as tables, types spelled out, and strategies as they are called.

Of an attrs class the table has what it takes, of an enumeration its members. This is an extension of griffe, which
reads the sources for the site. It runs after `griffe_fieldz`, which knows the defaults.
"""

import dataclasses
import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from typing import Any

from griffe import (
    Attribute,
    Class,
    DocstringParameter,
    DocstringSection,
    DocstringSectionAttributes,
    DocstringSectionParameters,
    DocstringSectionRaises,
    DocstringSectionText,
    DocstringSectionWarns,
    Expr,
    ExprAttribute,
    ExprBinOp,
    ExprCall,
    ExprName,
    ExprSubscript,
    Extension,
    Function,
)

import newsschema

_DATE = "date | datetime | None"  # at run time the alias is `Any`, for msgspec's sake
_MEMBER = re.compile(r"<([A-Za-z.]+): .*>")


def _shown(default: str) -> str:
    """A default of a field as one would write it; `griffe_fieldz` gives its `repr`, or the name of its factory."""
    written = re.sub(r"^dict\[.*\]$", "{}", _MEMBER.sub(r"\1", default))
    return "..." if written.startswith("<function") else written


def _is_date(cls: Class, name: str) -> bool:
    return "When" in str(cls.all_members[name].annotation)


def _typed(cls: Class, name: str, annotation: Any) -> Any:
    """The type of a field; as written where it has a function, whose arguments `griffe_fieldz` does not show."""
    return cls.all_members[name].annotation if "Callable[list" in str(annotation) else annotation  # type: ignore[union-attr]


def _is_computed(cls: Class, name: str) -> bool:
    return "init=False" in str(getattr(cls.all_members[name], "value", ""))


def _split(cls: Class, section: DocstringSectionAttributes) -> Iterator[DocstringSection]:
    """What the constructor of an attrs class takes, with defaults, and then the attributes that it computes."""
    taken = [
        DocstringParameter(
            item.name,
            description=item.description,
            annotation=_DATE if _is_date(cls, item.name) else _spelled(_typed(cls, item.name, item.annotation)),
            value=None if item.value is None else _shown(str(item.value)),
        )
        for item in section.value
        if not _is_computed(cls, item.name)
    ]
    computed = [item for item in section.value if _is_computed(cls, item.name)]
    yield DocstringSectionParameters(taken)
    if computed:
        yield DocstringSectionAttributes(computed)


def _show_parameters(cls: Class) -> None:
    """Turn the attributes of an attrs class into what its constructor takes."""
    if cls.docstring:
        cls.docstring.parsed[:] = [
            shown
            for section in cls.docstring.parsed
            for shown in (_split(cls, section) if isinstance(section, DocstringSectionAttributes) else [section])
        ]


def _show_types(cls: Class) -> None:
    """Show the types of a named tuple's fields as they are written, which at run time are `ForwardRef`."""
    for section in cls.docstring.parsed if cls.docstring else ():
        if isinstance(section, DocstringSectionAttributes):
            for item in section.value:
                if "ForwardRef" in str(item.annotation):
                    item.annotation = cls.all_members[item.name].annotation  # type: ignore[union-attr]


def _show_members(cls: Class) -> None:
    """Turn the members of an enumeration into one table, in place of an entry for each."""
    members = {name: item for name, item in cls.members.items() if isinstance(item, Attribute) and name.isupper()}
    said = {name: item.docstring.value.strip() if item.docstring else "" for name, item in members.items()}
    rows = [f"| `{name}` | `{item.value}` | {said[name]} |" for name, item in members.items()]
    if cls.docstring and rows:
        table = "\n".join(["| Name | Value | Meaning |", "|---|---|---|", *rows])
        cls.docstring.parsed.append(DocstringSectionText(f"**Members:**\n\n{table}"))
        for name in members:
            del cls.members[name]


def _show_call(function: Function) -> None:
    """Show a composite strategy as it is called: without `draw`, which Hypothesis gives, and with what it returns."""
    del function.parameters["draw"]
    if function.returns is not None:
        function.returns = ExprSubscript(ExprName("SearchStrategy"), function.returns)
    if function.docstring:
        said = re.sub(r"^ *draw: .*\n?", "", function.docstring.value, flags=re.MULTILINE)
        function.docstring.value = re.sub(r"\n*^Args:\s*(?=\Z|^\S)", "\n\n", said, flags=re.MULTILINE).rstrip()


def _show_defaults(function: Function) -> None:
    """Show the value of a default that has a name, such as `MIN_CONFIDENCE`, which says nothing to a reader."""
    for parameter in function.parameters:
        name = str(parameter.default)
        if isinstance(parameter.default, ExprAttribute):
            parameter.default = name  # as it is written, with its class
        if re.fullmatch(r"[A-Z_]+", name):
            value = getattr(import_module(function.module.path), name)
            if isinstance(value, Enum):
                parameter.default = f"{type(value).__name__}.{value.name}"
                continue
            simple = isinstance(value, int | float | str) or value == {}
            parameter.default = repr(value) if simple else f"{type(value).__name__}()"


def _alias(name: ExprName) -> Expr | None:
    """What a name of ours stands for, where it is one for a type and no class; such names are not public.

    A name for an enumeration and the words that it also takes stands for the enumeration of that name.
    """
    if not name.canonical_path.startswith("newsschema."):
        return None
    found = name.resolved
    value = found.value if isinstance(found, Attribute) else None
    if isinstance(value, ExprBinOp) and isinstance(value.left, ExprAttribute) and value.left.last.name == name.name:
        return value.left.last
    return value if isinstance(value, Expr) and not isinstance(value, ExprCall) else None


def _spelled(said: Any) -> Any:
    """A type with what its aliases stand for."""
    if isinstance(said, ExprName):
        value = _alias(said)
        return said if value is None else _spelled(value)
    if isinstance(said, ExprAttribute):
        return said if said.last.name.isupper() else _spelled(said.last)  # of an enumeration's member, both names
    if isinstance(said, Expr):
        parts = {field.name: _spelled(getattr(said, field.name)) for field in dataclasses.fields(said)}
        return dataclasses.replace(said, **parts)
    return [_spelled(part) for part in said] if isinstance(said, list) else said


def _show_annotations(function: Function) -> None:
    """Show types by names that a reader finds: those of Python and those with an entry."""
    for parameter in function.parameters:
        parameter.annotation = _spelled(parameter.annotation)
    function.returns = _spelled(function.returns)


def _show_errors(function: Function) -> None:
    """Link the errors and warnings of ours, in modules too that raise them by way of another."""
    for section in function.docstring.parsed if function.docstring else ():
        if isinstance(section, DocstringSectionRaises | DocstringSectionWarns):
            for item in section.value:
                if str(item.annotation) in newsschema.__all__:
                    item.annotation = ExprName(str(item.annotation), parent="newsschema")


class Constructors(Extension):
    """Shows constructors and enumerations as tables, types spelled out, and strategies as they are called."""

    def on_function(self, *, func: Function, **_: Any) -> None:
        """Change what is shown of types, defaults and errors that have a name, and of a composite strategy."""
        for each in (func, *(func.overloads or ())):
            _show_defaults(each)
            _show_annotations(each)
        if any("composite" in str(decorator.value) for decorator in func.decorators):
            _show_call(func)
        _show_errors(func)

    def on_class(self, *, cls: Class, **_: Any) -> None:
        """Turn the sections, once the whole tree of objects is there."""
        if any("Enum" in str(base) for base in cls.bases):
            _show_members(cls)
        elif any("frozen" in str(decorator.value) for decorator in cls.decorators):
            _show_parameters(cls)
        else:
            _show_types(cls)
