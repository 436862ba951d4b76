"""Names that others have given to articles, as URIs that keep them."""

import re
from typing import Final
from urllib.parse import quote, unquote

from newsschema._model.values import InvalidValue, parse_uri

_NAMED: Final = "urn:x-id:"
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def is_uri(value: object) -> bool:
    """Whether a value is a URI that the model can hold."""
    try:
        parse_uri(value)
    except InvalidValue:
        return False
    return True


def uri_of(name: str) -> str:
    """A URI that keeps a name: the name itself where it is one."""
    if is_uri(name):
        return name
    return f"urn:uuid:{name.lower()}" if _UUID.fullmatch(name) else _NAMED + quote(name, safe="")


def name_of(uri: str) -> str:
    """The name that a URI keeps, or the URI where it keeps none."""
    return unquote(uri.removeprefix(_NAMED)) if uri.startswith(_NAMED) else uri
