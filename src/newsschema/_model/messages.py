"""What messages call values: in Python's words for those who write Python, in JSON's for those who read JSON."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from newsschema._model.containers import is_list, is_object

PYTHON: Final[Mapping[str, str]] = {
    "string": "a str",
    "integer": "an int",
    "number": "a float",
    "boolean": "True or False",
    "list": "a list",
    "object": "a dict",
    "null": "None",
    "true": "True",
    "false": "False",
    "members": "keys",
}
JSON: Final[Mapping[str, str]] = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "list": "a list",
    "object": "an object",
    "null": "null",
    "true": "true",
    "false": "false",
    "members": "fields",
}

_LONGEST: Final = 60
_BITS: Final = 4 * _LONGEST  # Python refuses to print very long integers
_CUTOFF: Final = 64  # code points of a word that is compared with known ones


def format_value(value: object, limit: int = _LONGEST, *, words: Mapping[str, str] = PYTHON) -> str:
    """A value as a message shows it, never long.

    Args:
        value: Anything.
        limit: How many characters to show of it.
        words: `PYTHON` or `JSON`.
    """
    if isinstance(value, str):
        text = repr(_cut(str.__str__(value), limit))
    elif value is None or isinstance(value, bool):
        text = words[{None: "null", True: "true", False: "false"}[value]]
    elif isinstance(value, int | float):
        text = _format_number(value)
    elif is_object(value):
        text = _format_size(words["object"], _size_of(value), words["members"])
    elif is_list(value):
        text = _format_size(words["list"], _size_of(value), "items")
    else:
        text = with_article(type(value).__name__)
    return text if len(text) <= limit + 2 else _cut(text, limit)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _format_number(value: float) -> str:
    if isinstance(value, int) and value.bit_length() > _BITS:
        return f"an integer of {value.bit_length()} bits"
    return repr(value)


def _size_of(value: Mapping[Any, Any] | list[Any] | tuple[Any, ...]) -> int | None:
    """How much is in it; `None` where a class of somebody else's cannot say."""
    try:
        return len(value)
    except Exception:  # noqa: BLE001 - it may raise anything
        return None


def _format_size(name: str, size: int | None, members: str) -> str:
    if size is None:
        return name
    if not size:
        return f"an empty {name.split()[1]}"
    return f"{name} with {size} {members if size > 1 else members[:-1]}"


def with_article(name: str) -> str:
    """A noun with its indefinite article: 'an int', 'a str'; `bytes` has none."""
    if name == "bytes":
        return name
    return f"an {name}" if name[:1] in "aeiouAEIOU" else f"a {name}"


def format_key(key: object) -> str:
    """A key as a step of a path; one that JSON does not have is shown as a message shows it."""
    return key if isinstance(key, str) else format_value(key)


_SYNONYMS: Final[Mapping[str, Mapping[str, str]]] = {
    "Article": {
        **dict.fromkeys(("title", "head", "hed"), "headline"),
        **dict.fromkeys(("body", "content", "article", "story", "maintext"), "text"),
        **dict.fromkeys(("date", "published_at", "publication_date", "created"), "published"),
        **dict.fromkeys(("modified", "updated_at", "last_modified"), "updated"),
        **dict.fromkeys(("description", "standfirst", "lead", "abstract", "deck"), "summary"),
        **dict.fromkeys(("keywords", "tags", "topics"), "subjects"),
        **dict.fromkeys(("speakers", "persons", "people"), "sources"),
        **dict.fromkeys(("source", "outlet", "newspaper"), "publisher"),
        "quotations": "quotes",
    },
    "Quote": {
        **dict.fromkeys(("text", "words", "quote", "fragments", "span", "spans"), "content"),
        **dict.fromkeys(("speaker", "person", "name"), "attribution.source"),
        "type": "kind",
    },
    "Attribution": {**dict.fromkeys(("speaker", "source_id", "person"), "source"), "verb": "cue"},
    "Source": {**dict.fromkeys(("title", "job"), "role"), "type": "kind", "organisation": "affiliation"},
    "Span": dict.fromkeys(("words", "value", "content", "exact"), "text"),
    "Fragment": dict.fromkeys(("words", "value", "content", "exact"), "text"),
}
"""What others call the fields of our types, where the names are not alike."""


def synonyms(cls: str) -> Mapping[str, str]:
    """The fields of a type by the names that others have for them."""
    return _SYNONYMS.get(cls, {})


def suggestion(word: str, known: Iterable[str], others: Mapping[str, str] | None = None) -> str:
    """`; did you mean …?`, where a known word is near, else nothing.

    Args:
        word: What is not known.
        known: The known words.
        others: Known words by others that mean the same.
    """
    if others is not None and word in others:
        return f"; did you mean {others[word]!r}?"
    match = _nearest(word[:_CUTOFF], tuple(known))
    return f"; did you mean {match!r}?" if match else ""


@lru_cache(maxsize=256)  # who writes a wrong name writes it in every document
def _nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that is most like another, or none."""
    from difflib import get_close_matches  # only an error needs it

    return "".join(get_close_matches(word, known, n=1, cutoff=0.6))
