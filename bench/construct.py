"""Articles made in Python, as source code that calls the constructors of any peer."""

from collections.abc import Callable
from typing import Any

from model import ENUMS, TYPES, Field
from peers import Peer


def constructor(tree: dict[str, Any], peer: Peer) -> Callable[[], Any]:
    """A function that builds the article by calls with keywords, and does nothing else."""
    types = peer.types or {}
    known: dict[str, Any] = {name: types[name] for name in TYPES}

    def constant(value: Any) -> str:
        name = f"c{len(known)}"
        known[name] = value
        return name

    def word(field: Field, value: Any) -> str:
        if field.kind in TYPES:
            return call(field.kind, value)
        if field.kind in ENUMS:
            enum = types[field.kind]
            return constant(enum(value)) if isinstance(enum, type) else repr(value)
        if field.kind == "when":
            return constant(peer.moment(value))
        return repr(value)

    def call(name: str, tree: dict[str, Any]) -> str:
        given = []
        for field in TYPES[name]:
            if field.name in tree:
                value = tree[field.name]
                text = f"({''.join(word(field, item) + ', ' for item in value)})" if field.many else word(field, value)
                given.append(f"{field.name}={text}")
        if name == "Article" and "newsschema" not in types["Article"].__module__:
            given.insert(0, "schema_version='1.0'")
        return f"{name}({', '.join(given)})"

    exec(f"def make(): return {call('Article', tree)}", known)
    make: Callable[[], Any] = known["make"]
    return make
