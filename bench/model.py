"""The model in neutral form, and the checks that every peer makes. Importing a peer does not import newsschema."""

import json
import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple


class Field(NamedTuple):
    """A field of a type: `kind` is a leaf's name, an enumeration's or a type's."""

    name: str
    kind: str
    many: bool
    optional: bool
    default: Any
    """The default as the document would have it; `...` where the field must be given."""


def _table() -> dict[str, Any]:
    """What `table.py` prints; asked once, and handed on to the processes that this one starts."""
    if _HANDED_ON not in os.environ:
        command = [sys.executable, str(Path(__file__).parent / "table.py")]
        os.environ[_HANDED_ON] = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    table: dict[str, Any] = json.loads(os.environ[_HANDED_ON])
    return table


def _field(given: dict[str, Any]) -> Field:
    name, kind, many, optional = (given[key] for key in ("name", "kind", "many", "optional"))
    default = ... if given["required"] else () if many else {} if kind == "extra" else given["default"]
    return Field(name, kind, many, optional, default)


_HANDED_ON = "NEWSSCHEMA_BENCH_TABLE"
_TABLE = _table()
LEAVES = ("text", "body", "uri", "language", "when", "extra", "int", "float", "bool")
ENUMS: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in _TABLE["enums"].items()}
TYPES: dict[str, tuple[Field, ...]] = {name: tuple(map(_field, fields)) for name, fields in _TABLE["types"].items()}
"""The fields of each type, each type after those that it holds."""
SPANS = tuple(field.name for field in TYPES["Attribution"] if field.kind == "Span")

# The leaves, for peers that check them in Python.

URI = (  # no look-around, which the engine of pydantic lacks; `(?!//)` in the library's own pattern
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:"
    r"//(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?"
    r"(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?"
    r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
    r"|/?(?:(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?)"
    r"(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
)
LANGUAGE = (
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4}|[A-Za-z]{5,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?|[xX](?:-[A-Za-z0-9]{1,8})+"
)
_uri = re.compile(URI)
_language = re.compile(LANGUAGE)
_when = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?"
)
_domain = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+")
_unusable = re.compile("[\0\ud800-\udfff]")
_escaped_nul = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def without_nul(data: bytes) -> bytes:
    """JSON that holds no NUL: the cheapest way there is for peers that check their strings in C or Rust."""
    if b"\\u0000" in data and _escaped_nul.search(data):
        raise ValueError("a NUL")
    return data


def read_body(value: Any) -> str:
    if type(value) is not str or ((not value.isascii() or "\0" in value) and _unusable.search(value)):
        raise ValueError("expected a string")
    return value


def read_text(value: Any) -> str:
    if read_body(value) == "":
        raise ValueError("expected a string that is not empty")
    return value


def read_uri(value: Any) -> str:
    if not _uri.fullmatch(read_body(value)):
        raise ValueError("expected a URI")
    return value


def read_language(value: Any) -> str:
    if not _language.fullmatch(read_body(value)):
        raise ValueError("expected a language tag")
    return value


def read_when(value: Any) -> date:
    """A date alone, or a time with its offset; as it is where it is one already, which is so in Python."""
    if isinstance(value, date):
        return value
    match = _when.fullmatch(read_body(value))
    if not match:
        raise ValueError("expected a date or a time with its offset")
    return datetime.fromisoformat(value) if match[1] else date.fromisoformat(value)


def write_when(when: date) -> str:
    text = when.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def read_extra(value: Any) -> dict[str, Any]:
    if type(value) is not dict:
        raise ValueError("expected an object")
    return value


def _exactly(*types: type) -> Any:
    def read(value: Any) -> Any:
        if type(value) not in types:
            raise ValueError(f"expected {types[0].__name__}")
        return value

    return read


READERS = {
    "text": read_text,
    "body": read_body,
    "uri": read_uri,
    "language": read_language,
    "when": read_when,
    "extra": read_extra,
    "int": _exactly(int),
    "float": _exactly(float, int),
    "bool": _exactly(bool),
}

# What must hold between the fields, in one pass that stops at the first fault: as a user of any peer would write it.

_ORDER = {"headline": 0, "summary": 1, "text": 2}


def check(article: Any) -> None:
    """Refuse an article that contradicts itself.

    Raises:
        ValueError: The first fault.
    """
    _check_quotes(article, _check_sources(article.sources), {annotator.id for annotator in article.annotators})
    if article.published is not None and article.updated is not None and article.updated < article.published:
        raise ValueError("updated before it was published")
    _check_extra(article.extra)


def _check_extra(extra: dict[str, Any]) -> None:
    for name in extra:
        if not (_uri.fullmatch(name) or _domain.fullmatch(name)):
            raise ValueError("a name under extra is a URI or a reversed domain")


def _check_sources(given: tuple[Any, ...]) -> set[str]:
    sources = {source.id for source in given}
    if len(sources) != len(given):
        raise ValueError("a source's id is there twice")
    nested = False
    for source in given:
        if (source.name is None) == (source.anonymity == "named"):
            raise ValueError("a source is named exactly when it has a name")
        nested = nested or bool(source.members)
        _check_extra(source.extra)
    if nested:
        _check_members({source.id: source.members for source in given})
    return sources


def _check_quotes(article: Any, sources: set[str], annotators: set[str]) -> None:
    parts = {"text": article.text, "headline": article.headline, "summary": article.summary}
    quotes = {quote.id: quote for quote in article.quotes}
    if len(quotes) != len(article.quotes):
        raise ValueError("a quote's id is there twice")
    for quote in article.quotes:
        _check_content(quote, parts)
        _check_extra(quote.extra)
        if not annotators.issuperset(quote.annotators):
            raise ValueError("no such annotator")
        for edit in quote.edits:
            _anchor(edit, parts)
        attribution = quote.attribution
        if attribution is not None:
            if attribution.source is not None and attribution.source not in sources:
                raise ValueError("no such source")
            _check_attribution(attribution, parts)
        elif quote.kind != "epithet":
            raise ValueError("a quote has an attribution")
        if quote.parent is not None:
            _check_parent(quote, quotes)


def _check_members(members: dict[str, tuple[str, ...]]) -> None:
    for name, own in members.items():
        ahead, seen = list(own), set()
        while ahead:
            member = ahead.pop()
            if member not in members or member == name:
                raise ValueError("no such source, or one that is a member of itself")
            if member not in seen:
                seen.add(member)
                ahead += members[member]


def _anchor(span: Any, parts: dict[str, str | None]) -> None:
    start, end, words = span.start, span.end, span.text
    if start is None or end is None:
        if start is not end:
            raise ValueError("both positions or neither")
        return
    part = parts[span.part]
    if part is None or start < 0 or end - start != len(words) or part[start:end] != words:
        raise ValueError("the article has other words there")


def _check_content(quote: Any, parts: dict[str, str | None]) -> None:
    content, kind = quote.content, quote.kind
    before, verbatim = (0, 0), 0
    for fragment in content:
        _anchor(fragment, parts)
        if fragment.start is not None:
            place = (_ORDER[fragment.part], fragment.start)
            if place < before:
                raise ValueError("content in reading order, disjoint")
            before = (place[0], fragment.end)
        verbatim += fragment.verbatim
    if not content:
        raise ValueError("a quote has content")
    if not verbatim if kind == "partial" else verbatim != (0 if kind == "indirect" else len(content)):
        raise ValueError("verbatim as the kind demands")


def _check_attribution(attribution: Any, parts: dict[str, str | None]) -> None:
    mention, cue = attribution.mention, attribution.cue
    for name in SPANS:
        span = getattr(attribution, name)
        if span is not None:
            _anchor(span, parts)
    for confidence in (attribution.confidence, attribution.source_confidence):
        if confidence is not None and not 0 <= confidence <= 1:
            raise ValueError("confidence is a probability")
    if (
        cue is not None
        and mention is not None
        and cue.start is not None
        and mention.start is not None
        and cue.part == mention.part
        and cue.start < mention.end
        and mention.start < cue.end
    ):
        raise ValueError("the cue overlaps its mention")


def _check_parent(quote: Any, quotes: dict[str, Any]) -> None:
    parent = quotes.get(quote.parent)
    if parent is None:
        raise ValueError("no such quote")
    seen = {quote.id}
    while parent is not None:
        if parent.id in seen:
            raise ValueError("a quote inside itself")
        seen.add(parent.id)
        parent = quotes.get(parent.parent)
    outer = [(piece.part, piece.start, piece.end) for piece in quotes[quote.parent].content]
    inner = [(piece.part, piece.start, piece.end) for piece in quote.content]
    if any(start is None for _, start, _ in outer + inner):
        return
    for part, start, end in inner:
        if not any(part == other and first <= start and end <= last for other, first, last in outer):
            raise ValueError("the parent does not enclose the quote")
