"""Addresses and names as documents have them, as the URIs that the model holds."""

import re
from typing import Final
from urllib.parse import quote, unquote, urljoin

from newsschema._model.values import is_valid, parse_uri

SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:/|$)")
"""An address without its scheme."""
_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"
_UUID: Final = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")


def to_uri(text: str, base: str | None = None) -> str:
    """An address as a URI: whole, by an address near it where it is relative, and its other characters escaped.

    Args:
        text: The address, perhaps relative, perhaps with characters that a URI has none of.
        base: Another address of the document.

    Examples:
        >>> to_uri("/café 1", "https://example.org/a")
        'https://example.org/caf%C3%A9%201'
        >>> to_uri("//example.org/1")
        'https://example.org/1'
    """
    text = text.strip()
    try:
        if _HOST.match(text):
            text = f"https://{text}"
        elif not SCHEME.match(text):
            text = urljoin(base or "", text)
        if text.startswith("//"):
            text = f"https:{text}"
        return quote(_LONE_PERCENT.sub("%25", text), safe=_SAFE) if SCHEME.match(text) else text
    except ValueError:  # no address at all, or no text that can be written
        return text


def is_uri(value: object) -> bool:
    """Whether a value is a URI that the model can hold."""
    return is_valid(parse_uri, value)


def to_id(text: str, name: str) -> str:
    """An identifier as a URI: one that is none becomes a URN that keeps it.

    Args:
        text: The identifier.
        name: The format, whose identifiers are unique among themselves.

    Examples:
        >>> to_id("0d63670a-8080-4854-9a31-000000000000", "ninjs"), to_id("desk 7", "ninjs")
        ('urn:uuid:0d63670a-8080-4854-9a31-000000000000', 'urn:x-ninjs:desk%207')
    """
    text = text.strip()
    if SCHEME.match(text):
        return to_uri(text)
    if _UUID.fullmatch(text):
        return f"urn:uuid:{text.lower()}"
    return f"urn:x-{name}:{quote(text, safe='/:@', errors='replace')}"


def inner_id(article: str, kind: str, name: str = "") -> str:
    """A URI for something of some kind inside the article of this id, which has a name there."""
    return f"{article}{'.' if '#' in article else '#'}{kind}{quote(name, safe='')}"


def inner_name(uri: object, article: str, kind: str) -> str | None:
    """The name of something of that kind inside the article, from its URI; `None` where that is another."""
    start = inner_id(article, kind)
    return unquote(uri[len(start) :]) if isinstance(uri, str) and uri.startswith(start) else None
