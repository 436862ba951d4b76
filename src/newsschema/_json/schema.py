"""The JSON Schema, as package data."""

from typing import Any, cast

import msgspec

from newsschema._json.version import SCHEMA_VERSION


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the documents that this library writes.

    Examples:
        >>> json_schema()["title"]
        'Article'
    """
    from importlib.resources import files  # a heavy import for what few programs ask

    text = files("newsschema").joinpath("schemas", f"{SCHEMA_VERSION}.json").read_bytes()
    return cast("dict[str, Any]", msgspec.json.decode(text))
