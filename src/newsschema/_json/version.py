"""The version of the JSON, and the gate that a document of another one meets."""

import re
from collections.abc import Mapping
from typing import Any, Final

from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.messages import PYTHON, format_value

SCHEMA_VERSION: Final = "1.0"
"""The version of the JSON that this library writes; independent of the library's own."""

VERSION_FIELD: Final = "schema_version"
SCHEMA_FIELD: Final = "$schema"
"""Where a document may say which JSON Schema it follows, for editors; of no meaning to this library."""

_VERSION: Final = r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})"


def check_version(document: Mapping[Any, Any], words: Mapping[str, str] = PYTHON) -> tuple[Issue | None, bool]:
    """What is wrong with a document's version, and whether it is a newer minor one.

    Args:
        document: A document's plain data.
        words: What messages call values: `PYTHON` or `JSON`.

    Raises:
        ValidationError: It is of another major version: nothing else is said of it.
    """
    path = (VERSION_FIELD,)
    if VERSION_FIELD not in document:
        message = f"the field {VERSION_FIELD!r} is missing; the current version is {SCHEMA_VERSION!r}"
        return Issue(Code.MISSING_FIELD, path, message), False
    version = document[VERSION_FIELD]
    if isinstance(version, str) and version == SCHEMA_VERSION:
        return None, False
    match = re.fullmatch(_VERSION, version) if isinstance(version, str) else None
    if match is None:
        code = Code.UNSUPPORTED_VERSION if isinstance(version, str) else Code.WRONG_TYPE
        message = f"expected a version such as {SCHEMA_VERSION!r}, got {format_value(version, words=words)}"
        return Issue(code, path, message), False
    given, ours = tuple(map(int, match.groups())), tuple(map(int, SCHEMA_VERSION.split(".")))
    if given[0] != ours[0]:
        message = f"schema version {version} cannot be read by this library, which knows {SCHEMA_VERSION}"
        hint = "; a newer release may" if given > ours else ""
        raise ValidationError([Issue(Code.UNSUPPORTED_VERSION, path, message + hint)])
    return None, given > ours
