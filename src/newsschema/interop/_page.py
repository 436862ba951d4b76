"""A page: its JSON-LD, its address, its language and its paragraphs."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from newsschema.interop._jsonld import Block, block_of
from newsschema.interop._markup import SILENT, parsed, text_of
from newsschema.interop._uris import to_uri

_KEY: Final = 24
"""So many characters tell a paragraph's beginning."""
_BLOCKS: Final = ("p", "h2", "h3", "h4", "li", "blockquote")
_MOST_ALIKE: Final = 50
"""So many paragraphs that begin alike are tried."""
_SPACE: Final = re.compile(r"\s+")
_SENTENCE_END: Final = re.compile(r"[.!?…。:;\"'”’»)\]]\s*$")
_FRAME: Final = SILENT | {"a", "aside", "button", "footer", "header", "nav"}
_LONG: Final = 60
_MOST: Final = 0.8


class Page:
    """A page of HTML."""

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.root: Any = parsed(text)

    def elements(self, *names: str) -> Iterator[Any]:
        """The elements of these names, in the order of the page."""
        return iter(()) if self.root is None else self.root.iter(*names)

    @cached_property
    def blocks(self) -> list[Block]:
        """What its scripts say in JSON-LD."""
        found: list[Block] = []
        for script in self.elements("script"):
            if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json":
                text = "".join(script.itertext())
                found += [block_of(text)] if text.strip() else []
        return found

    @cached_property
    def metas(self) -> dict[str, str]:
        """What its `meta` elements say, by name or property; the first of each."""
        found: dict[str, str] = {}
        for meta in self.elements("meta"):
            name, said = meta.get("property") or meta.get("name") or meta.get("itemprop"), meta.get("content")
            if name and said and said.strip():
                found.setdefault(name.strip().lower(), said.strip())
        return found

    @cached_property
    def address(self) -> str | None:
        """Where the page says that it is."""
        base, other = self._href("base"), self.metas.get("og:url")
        found = self._href("link", "canonical") or other
        return to_uri(found, base or other) if found else base

    def _href(self, name: str, kind: str = "") -> str | None:
        """The address of the first element of a name that has one, and is a link of a kind where one is asked for."""
        for element in self.elements(name):
            if element.get("href") and (not kind or kind in element.get("rel", "").lower().split()):
                return str(element.get("href"))
        return None

    @cached_property
    def language(self) -> str | None:
        """The language that the page says it is in."""
        return next((element.get("lang") for element in self.elements("html") if element.get("lang")), None)

    @cached_property
    def title(self) -> str | None:
        """The words of its only first heading, or of the only one that its title has too."""
        titles = [title for heading in self.elements("h1") if (title := _flat("".join(heading.itertext())))]
        head = _flat(" ".join("".join(title.itertext()) for title in self.elements("title")))
        alike = titles if len(titles) == 1 else {title for title in titles if title in head}
        return next(iter(alike)) if len(alike) == 1 else None

    @cached_property
    def paragraphs(self) -> list[str]:
        """The words of its blocks, without those of blocks that hold others."""
        blocks = (block for block in self.elements(*_BLOCKS) if next(block.iterdescendants(*_BLOCKS), None) is None)
        return [text for text in (_flat("".join(block.itertext())) for block in blocks) if text]

    @cached_property
    def prose(self) -> int:
        """How many characters stand in paragraphs that end as sentences do, outside of links and the page's frame."""
        texts = text_of(self.root, _FRAME).split("\n\n")
        return sum(len(text) for text in texts if len(text) >= _LONG and _SENTENCE_END.search(text))


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def set_paragraphs(body: str, paragraphs: list[str]) -> str:
    """A body with its paragraphs set as on the page; as it is where none of them stands in it.

    Where a paragraph of the page stands in the body word for word, it is one there too. White space is not compared.
    """
    starts: dict[str, list[str]] = {}
    for paragraph in dict.fromkeys(paragraphs):
        if len(paragraph) >= _KEY:
            starts.setdefault(paragraph[:_KEY], []).append(paragraph)
    flat = _flat(body)
    pieces: list[str] = []
    at = left = 0
    while at < len(flat):
        alike = starts.get(flat[at : at + _KEY], [])[:_MOST_ALIKE]
        found = max((one for one in alike if flat.startswith(one, at)), key=len, default=None)
        if found is None:
            at = flat.find(" ", at) + 1 or len(flat)
        else:
            pieces += [flat[left:at], found]
            at += len(found)
            at = left = at + (flat[at : at + 1] == " ")
    if not pieces:
        return body
    return "\n\n".join(piece.strip() for piece in (*pieces, flat[left:]) if piece.strip())


def split_lines(body: str) -> str:
    """A body whose lines are paragraphs with a blank line between them; one whose lines are only wrapped as it is."""
    lines = [line for line in body.split("\n") if line.strip()]
    whole = sum(_SENTENCE_END.search(line) is not None for line in lines)
    return "\n\n".join(lines) if whole >= _MOST * len(lines) else body
