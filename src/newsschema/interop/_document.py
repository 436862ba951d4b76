"""A document of unknown kind, in the forms that formats look at."""

import re
from functools import cached_property
from io import BytesIO
from typing import Any, Final, Self, cast

import msgspec
from attrs import frozen

from newsschema._files import marked_encoding
from newsschema.interop._markup import decode_page

_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)")
_HEAD: Final = 2**16
"""Characters that are looked at to see what a text is."""
_ELEMENT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^<>]*)>?")
_FOREIGN: Final = re.compile(r"^<[\w.-]+:|\bxmlns")
"""What the first element of other XML has: a prefix, or a namespace."""
_BLANK: Final = re.compile(r"\s*")
_JSON: Final = ("{", "[", '"')
_BEGUN: Final = re.compile(r"\s*(?:\{\s*[\"'}]|\[\s*[\[{\"])")
"""What no text begins with that is not meant to be JSON."""
_PAGE: Final = frozenset(
    {
        *("html", "head", "body", "article", "main", "section", "header", "footer", "nav", "form", "div", "p", "span"),
        *("h1", "h2", "h3", "script", "style", "title", "meta", "link", "base", "br", "table", "center", "font", "a"),
        *("img", "ul", "ol", "blockquote", "iframe", "noscript", "b", "i", "em", "strong"),
    }
)
"""Elements that a page, or a piece of one, begins with."""


@frozen
class Document:
    """A document in the forms that formats use; each form is made once, when it is first used.

    Attributes:
        given: The document as it came: bytes, text, or what JSON decodes to; or an object of another program.

    Examples:
        >>> Document('{"uri": "urn:example:1"}').data
        {'uri': 'urn:example:1'}
        >>> Document(b"<?xml version='1.0'?><!-- wire --><nitf version='3.6'/>").root
        'nitf'
    """

    given: Any

    @classmethod
    def of(cls, given: object) -> Self:
        """Make a document from any input; a `Document` is returned as it is."""
        if isinstance(given, cls):
            return given
        return cls(bytes(cast("bytes", given)) if isinstance(given, (bytearray, memoryview)) else given)

    @property
    def is_text(self) -> bool:
        """Whether it is bytes or text, and not decoded yet."""
        return isinstance(self.given, str | bytes)

    @cached_property
    def text(self) -> str | None:
        """The text, without a byte-order mark; `None` if there is none, or its encoding cannot be detected.

        The encoding is that of the byte-order mark, or else of the XML declaration. Anything else that is valid UTF-8
        is read as UTF-8, whatever a page says of itself; other pages are decoded as browsers do.
        """
        if not isinstance(self.given, bytes):
            return str(self.given).removeprefix("\ufeff") if isinstance(self.given, str) else None
        declared = _DECLARED.match(self.given)
        name = marked_encoding(self.given) or (declared[1].decode() if declared else "utf-8")
        try:
            return self.given.decode(name)
        except (UnicodeError, LookupError):
            return decode_page(self.given) if self.is_page else None

    @cached_property
    def head(self) -> str:
        """The first characters, by which a format is recognised."""
        if isinstance(self.given, bytes):
            return self.given[:_HEAD].decode(marked_encoding(self.given) or "utf-8", "replace")
        return (self.text or "")[:_HEAD]

    @cached_property
    def data(self) -> Any:
        """What its JSON decodes to, or the object that was given; `None` where it is not JSON."""
        return self._decoded[0]

    @property
    def json_error(self) -> str | None:
        """Why it is not valid JSON, if it looks like JSON."""
        return self._decoded[1] if _BEGUN.match(self.head) else None

    @cached_property
    def _decoded(self) -> tuple[Any, str | None]:
        if not self.is_text:
            return self.given, None
        if not self.head.lstrip().startswith(_JSON):
            return None, None
        try:
            return msgspec.json.decode(self.text or ""), None
        except (msgspec.MsgspecError, UnicodeError) as error:
            return None, str(error)
        except RecursionError:
            return None, "it is nested too deeply"

    @cached_property
    def root(self) -> str:
        """The local name of the first element, in lower case; empty where it is no markup."""
        return self._root[1].lower() if self._root else ""

    @cached_property
    def _root(self) -> re.Match[str] | None:
        return _root_of(self.head) if self.is_text else None

    @property
    def is_page(self) -> bool:
        """Whether it is HTML, complete or a fragment."""
        if self._root and self.root in _PAGE:
            return self.root == "html" or _FOREIGN.search(self._root[0]) is None
        return re.match(r"\s*<!doctype html", self.head, re.IGNORECASE) is not None


def opened(document: Document) -> BytesIO:
    """The bytes or the text of a document, as a file."""
    given = document.given
    return BytesIO(given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass"))


def _root_of(head: str) -> re.Match[str] | None:
    """The first element of markup, past declarations and comments; `None` where other text comes before it."""
    at = 0
    while True:
        at = _BLANK.match(head, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        if head.startswith("<?", at):
            end = head.find("?>", at) + 1
        elif head.startswith("<!--", at):
            end = head.find("-->", at) + 2
        elif head.startswith("<!", at):
            end = _declaration_end(head, at)
        else:
            return _ELEMENT.match(head, at)
        if end <= at:
            return None
        at = end + 1


def _declaration_end(head: str, at: int) -> int:
    """Where a declaration ends, such as a document type, whose inner part may hold others."""
    inner, end = head.find("[", at), head.find(">", at)
    if 0 <= inner < end:
        closed = head.find("]", inner)
        return head.find(">", closed)
    return end
