"""XML as a stream of its parts, with a parser that is kept in repair (lxml, of the extra `interop`).

No tree is built, so that memory does not grow with the markup. No entity is declared, no DTD is loaded, and nothing
comes from a network.
"""

import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from itertools import chain
from typing import Any, Final, Self, TypeAlias

from attrs import frozen

from newsschema import Code
from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import import_extra
from newsschema.interop._document import Document
from newsschema.interop._plain import format_json_value, refusal

NITF: Final = "http://iptc.org/std/NITF/2006-10-18/"
NEWSML: Final = "http://iptc.org/std/nar/2006-10-01/"
XHTML: Final = "http://www.w3.org/1999/xhtml"
_NAMESPACES: Final = frozenset({"", NITF, NEWSML, XHTML})
"""Elements of these go by their name alone."""
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
CHILDREN: Final = "#"
"""Where an element as plain data has what is in it; no attribute has this name."""

_CHUNK: Final = 2**16
_DEPTH: Final = 256
"""Deeper markup is no article's."""
_MOST_KEPT: Final = 100_000
"""Elements that are kept as plain data: those around the text, not those in it."""
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
"""Marks of encodings whose characters have several bytes each."""
_PROLOG: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(.?)", re.DOTALL)
_ENTITY: Final = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OWN_ENTITIES: Final = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME: Final = re.compile(r"(?:xml:|\{[^{}\s<>\"&]+\})?[A-Za-z_][\w.-]*", re.ASCII)
SPACE: Final = re.compile(r"[ \t\r\n\f]+")

Element: TypeAlias = dict[str, Any]
"""An element as plain data: its attributes, and under `#` what is in it: strings, and objects of one element each."""


@frozen
class Start:
    """An element begins.

    Attributes:
        name: Its name, without the namespace where that is the document's or a known one, else `{namespace}name`.
        attributes: Its attributes; those of XML itself as `xml:lang`.
    """

    name: str
    attributes: Mapping[str, str]


@frozen
class End:
    """An element ends."""


Event: TypeAlias = Start | End | str
"""A part of a document; words come as strings, as many as the parser likes to make of them."""


class Stream(Iterator["Event"]):
    """The parts of an XML document, one after the other.

    Args:
        given: The document's bytes, in the encoding that it declares, or its text.

    Attributes:
        kept: How many elements were kept as plain data, of which there may be 100,000.

    Raises:
        ValidationError: When it is iterated: it is no well-formed XML, declares entities, or is nested too deeply.
        MissingExtraError: lxml is not installed.
    """

    def __init__(self, given: object) -> None:
        self._events = _events(given)
        self.kept: int = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        return next(self._events)

    def children(self) -> Iterator[Start]:
        """The beginnings of the elements in the one that is open; each is to be read to its end before the next."""
        while not isinstance(event := next(self), End):
            if isinstance(event, Start):
                yield event

    def skip(self) -> None:
        """Read to the end of the element that is open, and drop what is in it."""
        depth = 1
        while depth:
            event = next(self)
            depth += isinstance(event, Start) - isinstance(event, End)

    def element(self, start: Start) -> Element:
        """The element that has begun, read to its end, as plain data."""
        made: list[tuple[Element, list[str | Element]]] = [self._begun(start)]
        words: list[str] = []
        while True:
            event = next(self)
            if isinstance(event, str):
                words.append(event)
                continue
            node, content = made[-1]
            if words:
                content.append("".join(words))
                words = []
            if isinstance(event, Start):
                made.append(self._begun(event))
                content.append({event.name: made[-1][0]})
            else:
                made.pop()
                if tidy := _tidied(content, exact=node.get("xml:space") == "preserve"):
                    node[CHILDREN] = tidy
                if not made:
                    return node

    def _begun(self, start: Start) -> tuple[Element, list[str | Element]]:
        self.kept += 1
        if self.kept > _MOST_KEPT:
            raise refusal((), f"more than {_MOST_KEPT} elements are around the text", Code.TOO_LARGE)
        return dict(start.attributes), []


def _tidied(content: list[str | Element], *, exact: bool) -> list[str | Element]:
    """What is in an element, with white space as a browser shows it, unless it is to be kept exactly."""
    if exact:
        return content
    if not any(isinstance(item, str) and item.strip() for item in content):
        return [item for item in content if not isinstance(item, str)]
    last = len(content) - 1
    tidy = [_tidied_words(item, index == 0, index == last) for index, item in enumerate(content)]
    return [item for item in tidy if item]


def _tidied_words(item: str | Element, first: bool, last: bool) -> str | Element:
    if isinstance(item, str):
        item = SPACE.sub(" ", item)
        item = item.lstrip(" ") if first else item
        item = item.rstrip(" ") if last else item
    return item


def replay(element: Element) -> Iterator[Event]:
    """The parts of what is in an element, and its end."""
    ahead: list[Event | tuple[str, Element]] = [End(), *_parts(element)]
    while ahead:
        part = ahead.pop()
        if isinstance(part, tuple):
            name, inner = part
            yield Start(name, {key: value for key, value in inner.items() if key != CHILDREN})
            ahead += [End(), *_parts(inner)]
        else:
            yield part


def _parts(element: Element) -> list[str | tuple[str, Element]]:
    """What is in an element, the last first."""
    content = element.get(CHILDREN, ())
    return [item if isinstance(item, str) else next(iter(item.items())) for item in reversed(content)]


def children(element: Element, *names: str) -> Iterator[tuple[str, Element]]:
    """The elements in an element, each with its name: all, or those of these names."""
    for item in element.get(CHILDREN, ()):
        for name, child in () if isinstance(item, str) else item.items():
            if not names or name in names:
                yield name, child


def is_name(name: str) -> bool:
    """Whether an element or an attribute can have this name."""
    return _NAME.fullmatch(name) is not None


def is_element(value: object) -> bool:
    """Whether a value is an element as plain data that can be written."""
    if not is_object(value):
        return False
    content = value.get(CHILDREN, [])
    attributes = [(name, said) for name, said in value.items() if name != CHILDREN]
    return (
        all(is_name(name) and isinstance(said, str) for name, said in attributes)
        and is_list(content)
        and all(isinstance(item, str) or _is_child(item) for item in content)
    )


def _is_child(value: object) -> bool:
    return is_object(value) and len(value) == 1 and all(map(is_name, value)) and all(map(is_element, value.values()))


def without_forbidden(text: str) -> str:
    """The text with a replacement character for each that XML cannot hold, so that positions stay."""
    return _FORBIDDEN.sub("\ufffd", text)


# Parsing.


def _events(given: object) -> Iterator[Event]:
    etree = import_extra("lxml.etree", "reading XML", "interop")
    data, encoding = _bytes_of(given)
    target = _Target()
    parser = etree.XMLParser(
        target=target,
        encoding=encoding,
        resolve_entities="internal",  # none is declared; with False, `&amp;` in an attribute would become `&#38;`
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for chunk in _chunks(data):
            parser.feed(chunk)
            yield from target.take()
        parser.close()
    except etree.XMLSyntaxError as error:
        raise refusal((), f"this is not XML that can be read: {error.msg or 'it is empty'}") from None
    yield from target.take()


class _Target:
    """Takes what the parser finds."""

    def __init__(self) -> None:
        self._found: list[Event] = []
        self._depth = 0
        self._namespace: str | None = None

    def take(self) -> list[Event]:
        """What has come since this was last called."""
        taken, self._found = self._found, []
        return taken

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEPTH:
            raise refusal((), f"the markup is nested deeper than {_DEPTH} elements", Code.TOO_LARGE)
        namespace, _, name = tag.rpartition("}")
        namespace = namespace[1:]
        if self._namespace is None:
            self._namespace = namespace
        known = namespace == self._namespace or namespace in _NAMESPACES
        found = {key.replace(_XML, "xml:"): value for key, value in attributes.items()} if attributes else {}
        self._found.append(Start(name if known else tag, found))

    def end(self, _tag: str) -> None:
        self._depth -= 1
        self._found.append(End())

    def data(self, words: str) -> None:
        self._found.append(words)

    def doctype(self, *_declared: object) -> None:
        raise refusal((), "the document type is declared where it is not looked for")

    def close(self) -> None:
        """Nothing is made of the whole."""


def _bytes_of(given: object) -> tuple[bytes, str | None]:
    """The bytes of a document, and their encoding where it is another than the document says."""
    document = Document.of(given)
    if isinstance(document.given, bytes) and not document.given.startswith(_WIDE):
        return document.given.lstrip(), None  # a declaration stands at the very beginning
    if document.text is None:
        raise refusal((), f"expected XML, got {format_json_value(document.given)}")
    return document.text.lstrip().encode("utf-8", "surrogatepass"), "utf-8"


def _chunks(data: bytes) -> Iterator[bytes]:
    """A document in pieces, without the declaration of its type, and with references to characters for names."""
    begin = _PROLOG.match(data).end()  # type: ignore[union-attr]  # it matches nothing, too
    declared = _DOCTYPE.match(data, begin)
    if declared and declared[1] == b"[":
        raise refusal((), "the document declares entities, or a type of its own")
    if any(name.decode() not in _OWN_ENTITIES for name in set(_ENTITY.findall(data))):
        data = _ENTITY.sub(_as_number, data)
        declared = _DOCTYPE.match(data, begin)
    pieces = ((0, begin), (declared.end() if declared else begin, len(data)))
    yield from chain.from_iterable(
        (data[at : min(at + _CHUNK, high)] for at in range(low, high, _CHUNK)) for low, high in pieces
    )


def _as_number(match: re.Match[bytes]) -> bytes:
    """A reference to a character by its number, for one by the name that HTML has for it."""
    name = match[1].decode()
    if name in _OWN_ENTITIES or name not in html5:
        return match[0]
    return "".join(f"&#{ord(character)};" for character in html5[name]).encode()


# Writing.


def to_xml(name: str, element: Element, namespace: str, lines: frozenset[str]) -> str:
    """An element and what is in it as an XML document.

    Args:
        name: Its name.
        element: The element.
        namespace: The namespace of it and of all elements in it that name no other.
        lines: The names of the elements in which each other element has a line of its own.

    Raises:
        MissingExtraError: lxml is not installed.
    """
    etree = import_extra("lxml.etree", "writing XML", "interop")

    def attributes(node: Element) -> dict[str, str]:
        return {
            key.replace("xml:", _XML) if key.startswith("xml:") else key: without_forbidden(value)
            for key, value in node.items()
            if key != CHILDREN
        }

    def tag(name: str) -> str:
        return name if name.startswith("{") else f"{{{namespace}}}{name}"

    root = etree.Element(tag(name), attributes(element), nsmap={None: namespace})
    ahead = [(root, name, element)]
    while ahead:
        made, name, node = ahead.pop()
        end = "\n" if name in lines else None
        made.text, last = end, None
        for item in node.get(CHILDREN, ()):
            if isinstance(item, str):
                words = without_forbidden(item)
                if last is None:
                    made.text = (made.text or "") + words
                else:
                    last.tail = (last.tail or "") + words
            else:
                inner, content = next(iter(item.items()))
                last = etree.SubElement(made, tag(inner), attributes(content))
                last.tail = end
                ahead.append((last, inner, content))
    text: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
