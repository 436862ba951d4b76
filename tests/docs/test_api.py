"""The pages of the reference have every public name, and what is public does not change by accident."""

import ast
import builtins
import doctest
import importlib
import inspect
import os
import re
import typing
from enum import Enum
from pathlib import Path

import pytest

import newsschema
from newsschema.interop import _registry as formats

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
SNAPSHOT = Path(__file__).with_name("signatures.txt")
MODULES = (
    "newsschema.arrow",
    "newsschema.corpus",
    "newsschema.html",
    "newsschema.interop",
    *(f"newsschema.interop.{name}" for name in formats.MODULES),
    "newsschema.reading",
    "newsschema.strategies",
)


def documented():
    """The names that the pages of the reference have an entry for, modules apart."""
    pages = "\n".join(path.read_text("utf-8") for path in sorted(REFERENCE.rglob("*.md")))
    return [name for name in re.findall(r"^::: (newsschema[\w.]*)$", pages, re.MULTILINE) if name not in MODULES]


def public(module):
    """The names that a module says are public, submodules apart; they have entries of their own."""
    module = importlib.import_module(module)
    return [f"{module.__name__}.{name}" for name in module.__all__ if not inspect.ismodule(getattr(module, name))]


@pytest.mark.parametrize("module", ["newsschema", *MODULES])
def test_public_classes_have_public_homes(module):
    """What a pickle, a repr or a traceback names is where users find it."""
    found = [getattr(importlib.import_module(module), name.rpartition(".")[2]) for name in public(module)]
    assert {one.__module__ for one in found if isinstance(one, type)} <= {module, "newsschema"}


def _repeated(name):
    """Whether a name of a module is one of `newsschema` itself."""
    module, _, last = name.rpartition(".")
    return getattr(newsschema, last, None) is getattr(importlib.import_module(module), last)


def test_every_name_has_an_entry():
    """Each public name has one entry in the reference, under `newsschema` if it is there too, and nothing else has."""
    expected = [*public("newsschema"), *(name for module in MODULES for name in public(module) if not _repeated(name))]
    missing, left = sorted(set(expected) - set(documented())), sorted(set(documented()) - set(expected))
    advice = "write `::: NAME` on a page under docs/reference (modules: run scripts/make_docs.py)"
    assert (missing, left) == ([], []), advice
    assert len(documented()) == len(set(documented()))


@pytest.mark.parametrize("module", ["newsschema", *MODULES])
def test_names_are_sorted_and_there(module):
    """What a module names as public is there, and in order."""
    module = importlib.import_module(module)
    assert sorted(module.__all__) == list(module.__all__)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


def _objects():
    for module in ("newsschema", *MODULES):
        for name in public(module):
            found = getattr(importlib.import_module(module), name.rsplit(".", 1)[1])
            yield name, found


def _members(found):
    for name, member in sorted(vars(found).items()):
        if (
            not name.startswith("_")
            and name not in vars(dict)
            and (inspect.isfunction(member) or isinstance(member, property | classmethod))
        ):
            yield name, member if isinstance(member, property) else getattr(found, name)


@pytest.mark.parametrize(("name", "found"), list(_objects()), ids=lambda value: value if isinstance(value, str) else "")
def test_docstring(name, found):
    """Each public function, class, method and property says what it is, and each parameter what it takes."""
    assert inspect.getdoc(found), name
    members = _members(found) if inspect.isclass(found) else ()
    for title, item in ((name, found), *((f"{name}.{member}", item) for member, item in members)):
        text = inspect.getdoc(item) or ""
        assert text, title
        if inspect.isroutine(item) and not isinstance(item, property):
            taken = [one for one in inspect.signature(item).parameters if one not in ("self", "cls", "_", "__")]
            if len(taken) == 1 and "\n" not in text:
                continue  # a line that says what is made of what says enough
            assert [one for one in taken if not re.search(rf"^ +\*{{0,2}}{one}: ", text, re.MULTILINE)] == [], title


def _texts(found):
    """The docstrings of an object and of its members."""
    items = [found, *(item for _, item in _members(found))] if inspect.isclass(found) else [found]
    return [inspect.getdoc(item) or "" for item in items]


NAMED = {
    ast.Import: lambda node: [alias.asname or alias.name for alias in node.names],
    ast.ImportFrom: lambda node: [alias.asname or alias.name for alias in node.names],
    ast.Name: lambda node: [node.id] if isinstance(node.ctx, ast.Store) else [],
    ast.arg: lambda node: [node.arg],
    **dict.fromkeys((ast.FunctionDef, ast.ClassDef, ast.ExceptHandler), lambda node: [node.name]),
}
"""Of each kind of node, the names that it makes."""


def _unknown(text, known):
    """The names that an example takes from nowhere."""
    tree = ast.parse("".join(example.source for example in doctest.DocTestParser().get_examples(text)))
    nodes = list(ast.walk(tree))
    made = {name for node in nodes if type(node) in NAMED for name in NAMED[type(node)](node)}
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    return used - made - {*dir(builtins), *known}


def test_examples_import_what_they_use():
    """An example runs as it stands after `from module import *`, with the module that the page is about."""
    missing = {}
    for name, found in _objects():
        known = importlib.import_module(name.rpartition(".")[0]).__all__
        missing[name] = {one for text in _texts(found) for one in _unknown(text, known)}
    assert {name: names for name, names in missing.items() if names} == {}


def test_errors_say_what_is_wrong():
    """What raises an error is named: not "It is no article", but "`article` is not an article"."""
    vague = re.compile(r"^ +\w+(?:Error|Warning): ((?:It|This|They|One) (?:is|are)\b.*|.*\bis none\.$)", re.MULTILINE)
    assert [(name, line) for name, found in _objects() for text in _texts(found) for line in vague.findall(text)] == []


def test_annotations_resolve():
    """What looks at annotations while a program runs, as FastAPI and cattrs do, finds types in all of them."""
    unresolved = []
    for name, found in _objects():
        items = [found] if callable(found) else []
        if inspect.isclass(found):
            items += [member.fget if isinstance(member, property) else member for _, member in _members(found)]
        hints = [hint for item in items for hint in typing.get_type_hints(item, include_extras=True).values()]
        unresolved += [(name, hint) for hint in hints if isinstance(hint, str | typing.ForwardRef)]
    assert unresolved == []


def _public_bases(cls):
    """The bases, without those that hold its fields in memory and nothing else."""
    return [base for base in cls.__bases__ if not base.__name__.startswith("_")] or _public_bases(cls.__base__)


def _signatures():
    for name, found in _objects():
        if inspect.isclass(found) and issubclass(found, Enum):
            yield f"{name} = {', '.join(f'{member.name}={member.value}' for member in found)}"
        elif inspect.isclass(found):
            bases = ", ".join(base.__name__ for base in _public_bases(found))
            own = "__init__" in vars(found)
            yield f"{name}({bases}) {inspect.signature(found) if own else ''}".rstrip()
            for title, member in _members(found):
                shape = "property" if isinstance(member, property) else inspect.signature(member)
                yield f"{name}.{title} {shape}"
        elif callable(found):
            yield f"{name}{inspect.signature(found)}"


def _without_unions(line):
    """With `A | B` for the `Union[A, B]` that Pythons before 3.14 write of what is not a class."""
    start = line.find("Union[")
    if start < 0:
        return line
    parts, depth, place = [""], 1, start + len("Union[")
    while depth:
        letter = line[place]
        depth += (letter == "[") - (letter == "]")
        if letter == "," and depth == 1:
            parts.append("")
        elif depth:
            parts[-1] += letter
        place += 1
    joined = " | ".join("None" if part.strip() == "NoneType" else part.strip() for part in parts)
    return _without_unions(line[:start] + joined + line[place:])


def _same_on_every_python(line):
    line = _without_unions(re.sub(r" at 0x[0-9a-f]+|typing\.", "", line))
    line = re.sub(r"\*<class '([\w.]+)'>", r"Unpack[\1]", line)
    return re.sub(r"Optional\[(Annotated\[[^\]]*\])\]", r"\1 | None", line)


def test_signatures():
    """What a user's program can rely on is what it was, unless somebody meant to change it (UPDATE_EXAMPLES=1)."""
    lines = sorted(_same_on_every_python(line) for line in _signatures())
    if os.environ.get("UPDATE_EXAMPLES"):
        SNAPSHOT.write_text("\n".join(lines) + "\n", "utf-8")
    assert SNAPSHOT.read_text("utf-8").splitlines() == lines
