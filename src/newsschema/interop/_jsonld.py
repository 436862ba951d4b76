"""JSON-LD as documents and pages have it: mended where it is broken in the usual ways, its nodes found and joined."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, Final

import msgspec
from attrs import frozen

from newsschema._model.containers import is_list, is_object
from newsschema.interop._markup import decode_entities
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import as_list, enforce_limits

_VOCABULARY: Final = re.compile(r"https?://(?:www\.)?schema\.org/|schema:")
_ARTICLE: Final = re.compile(r"\w*(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)", re.IGNORECASE)
_AROUND: Final = ("\ufeff", "//", "/*", "*/", "<!--", "-->", "<![CDATA[", "]]>", ";")
"""What stands around JSON in a script: marks of byte order, of comments and of CDATA, and the end of a statement."""
_ESCAPED: Final = re.compile(r"[\[{\s]*&(?:quot|#34|#x22);", re.IGNORECASE)
"""How JSON begins that was escaped as if it were text."""
_BETWEEN: Final = re.compile(r"[\s,;]*")
"""What stands between two documents in one script."""
_TOKEN: Final = re.compile(
    r'"(?:[^"\\]|\\.)*+"?'  # a string
    r"|,(?=\s*[}\]])"  # a comma before an end
    r"|//[^\n]*|/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z)",  # a comment
    re.DOTALL,
)
_BAD_ESCAPE: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}|(.))', re.DOTALL)
_MOST_ALIKE: Final = 50
"""So many articles at one address are compared."""
_HOLDERS: Final = ("@graph", "mainEntity", "mainEntityOfPage")
"""Under which properties another node has the article."""


@frozen
class Block:
    """A script with JSON-LD.

    Attributes:
        data: What it says; `None` where it is broken.
        mended: Whether it had to be mended.
        error: Why it is broken, in a way that is none of the usual.
    """

    data: Any
    mended: bool = False
    error: str = ""


def block_of(text: str) -> Block:
    """What a script with JSON-LD says."""
    inner = _unwrapped(text)
    with suppress(msgspec.MsgspecError, UnicodeError, RecursionError):
        return Block(msgspec.json.decode(inner))
    if _ESCAPED.match(inner):
        inner = text = decode_entities(inner)
    try:
        with suppress(ValueError):
            return Block(_documents(_TOKEN.sub(_mended, inner)), mended=True)
        # A comment stands before it.
        return Block(_documents(_unwrapped(_TOKEN.sub(_mended, text))), mended=True)
    except RecursionError:
        return Block(None, error="it is nested too deeply")
    except ValueError as error:
        return Block(None, error=str(error))


def _documents(text: str) -> Any:
    """What JSON says, or a list of what several documents say, one behind the other."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while at < len(text) or not found:
        value, at = decoder.raw_decode(text, at)
        found.append(value)
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
    return found if len(found) > 1 else found[0]


def _unwrapped(text: str) -> str:
    """The text of a script without the marks around it."""
    text = text.strip()
    while mark := next((mark for mark in _AROUND if text.startswith(mark)), None):
        text = text[len(mark) :].lstrip()
    while mark := next((mark for mark in _AROUND if text.endswith(mark)), None):
        text = text[: -len(mark)].rstrip()
    return text


def _mended(match: re.Match[str]) -> str:
    """A string with escapes that JSON has; nothing for a comment, or for a comma before an end."""
    token = match[0]
    if not token.startswith('"'):
        return ""
    return _BAD_ESCAPE.sub(lambda escape: escape[0] if escape[1] is None else escape[1], token)


def find_articles(data: Any) -> tuple[list[Tree], dict[str, Tree]]:
    """The articles in JSON-LD, those that are one joined, the main one first; and every node by its id.

    A node is an article with all that other nodes say of it: those of the same address or headline.
    """
    enforce_limits(data)
    nodes = list(_nodes(_shortened(data)))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found = _Articles()
    for node in nodes:
        if any(map(_ARTICLE.fullmatch, types_of(node))):
            found.add(node)
    return found.articles, by_id


def are_articles(data: object) -> bool:
    """Whether a list holds several articles, each with a title of its own, and nothing else."""
    if not is_list(data) or len(data) < 2:  # noqa: PLR2004
        return False
    articles = [node for node in data if is_object(node) and any(map(_ARTICLE.fullmatch, types_of(node)))]
    titles = {_title(node) for node in articles} - {""}
    return len(titles) == len(data)


class _Articles:
    """The articles found so far, each with all that nodes say of it."""

    def __init__(self) -> None:
        self.articles: list[Tree] = []
        self._places: list[set[str]] = []
        self._titled: dict[str, int] = {}
        self._at: dict[str, dict[int, None]] = {}

    def add(self, node: Tree) -> None:
        """Add an article, or what a node says of one that is there."""
        title, places = _title(node), set(map(_place, addresses_of(node)))
        alike = (index for index in self._alike(title, places) if self._is_same(index, title, places))
        index = next(alike, len(self.articles))
        if index < len(self.articles):
            _join(self.articles[index], node)
        else:
            self.articles.append(node)
            self._places.append(set())
        self._places[index] |= places
        self._titled.setdefault(_title(self.articles[index]), index)
        for place in places:
            self._at.setdefault(place, {})[index] = None

    def _alike(self, title: str, places: set[str]) -> list[int]:
        """Which may be the article of a node: the first, where the node has neither title nor address."""
        if not (title or places):
            return [0][: len(self.articles)]
        near = {index for place in places for index in islice(self._at.get(place, ()), _MOST_ALIKE)}
        return sorted(near | ({self._titled[title]} if title in self._titled else set()))

    def _is_same(self, index: int, title: str, places: set[str]) -> bool:
        """Whether an article is that of a node: nothing that both say tells them apart, and something says so."""
        mine, shared = _title(self.articles[index]), not self._places[index].isdisjoint(places)
        if mine and title:
            return mine == title or (shared and _is_longer(mine, title))
        return shared or not (title or places)


def _nodes(data: Any) -> Iterator[Tree]:
    """Every object that stands on its own, under the vocabulary's short names, in the order of the document."""
    ahead = as_list(data)[::-1]
    while ahead:
        item = ahead.pop()
        if is_list(item):
            ahead.extend(reversed(item))
        if not is_object(item):
            continue
        node = dict(item)
        inner = [value for name in _HOLDERS for value in as_list(node.get(name))]
        node.pop("@graph", None)
        if node.keys() - {"@context", "@id"}:
            yield node
        ahead.extend(value for value in reversed(inner) if is_object(value))


def _shortened(value: Any) -> Any:
    """The data with the vocabulary's names without their address."""
    if is_object(value):
        return {_VOCABULARY.sub("", str(key), count=1): _shortened(inner) for key, inner in value.items()}
    return [_shortened(inner) for inner in value] if is_list(value) else value


def types_of(node: Mapping[str, Any]) -> list[str]:
    """The types of an object, without the vocabulary's address."""
    return [_VOCABULARY.sub("", kind, count=1) for kind in as_list(node.get("@type")) if isinstance(kind, str)]


def addresses_of(node: Mapping[str, Any]) -> list[str]:
    """Where an article says that it is: its address, its page, its id."""
    found: list[Any] = []
    for name in ("url", "mainEntityOfPage", "@id"):
        for value in as_list(node.get(name)):
            found += [value.get("@id"), value.get("url")] if is_object(value) else [value]
    return [value for value in found if isinstance(value, str) and "/" in value]


def is_at(node: Mapping[str, Any], address: str) -> bool:
    """Whether an article says that it is at an address."""
    wanted = _place(address)
    return any(_place(known) == wanted for known in addresses_of(node))


def _place(address: str) -> str:
    return address.partition("#")[0].rstrip("/").partition(":")[2]


def _is_longer(left: str, right: str) -> bool:
    """Whether one title is the other with more behind it, such as the name of the outlet."""
    return left.startswith(right) or right.startswith(left)


def _title(node: Mapping[str, Any]) -> str:
    first = next(iter(as_list(node.get("headline") or node.get("name"))), None)
    return " ".join(first.split()).casefold() if isinstance(first, str) else ""


def _join(article: Tree, other: Tree) -> None:
    """Add what another node says of the article; of two bodies the longer is kept."""
    for name, value in other.items():
        if article.get(name) in (None, "", [], {}):
            article[name] = value
    bodies = [node["articleBody"] for node in (article, other) if isinstance(node.get("articleBody"), str)]
    article |= {"articleBody": max(bodies, key=len)} if bodies else {}
