"""Paragraphs whose layout says who speaks: behind a name and a colon, an answer, a post with its author below."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsschema.reading._chunks import Range
from newsschema.reading._marks import Marked, Unit
from newsschema.reading._naming import find_name
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._words import WORDS

_LABEL: Final = TAGS.pattern(r"""
    (?P<who> <determiner>? (?: <name|noun|number|adjective> | <possessive> <name|noun> ){1,6} )
    (?: <comma> (?: <nominal|of|preposition|conjunction>{1,8} ) ){0,2}
    (?: <open_bracket> <!close_bracket|newline>{1,6} <close_bracket> )?
    <colon>
""")
#: The line under a post: "— Rob Maguire (@robmaguire) November 18, 2026".
_POST: Final = TAGS.pattern("""
    <dash> (?P<who> <name>{1,5} ) <open_bracket> <name> <close_bracket>
    <date|number|comma|name|noun|preposition>* <stop>?
""")
_ASKS: Final = frozenset({"q", "question", "interviewer"})
_ANSWERS: Final = frozenset({"a", "answer"})


class Label(NamedTuple):
    """What stands before the colon of a paragraph: whom it names, and where the words begin.

    ``mention`` is empty for "A:", which names nobody; ``asks`` says that it is a question of the paper.
    """

    mention: Range | None
    body: int
    asks: bool = False


def find_label(marked: Marked, unit: Unit) -> Label | None:
    """The label of a paragraph, where it has one: "NAME:", "Ines Okafor, 43:", "Q:"."""
    outer, tokens = marked.outer, marked.tokens
    first = unit.first
    if tokens.lower[first + 1] == ":" and tokens.lower[first] in _ASKS | _ANSWERS and first + 2 < unit.high:
        return Label(None, first + 2, tokens.lower[first] in _ASKS)
    match = _LABEL.match(outer, first, unit.high)
    if match is None or match.end() >= unit.high or outer[match.end()] == Tag.NUMBER:
        return None
    who, body = match.span("who"), match.end()
    if (
        Tag.NAME not in match["who"]
        or not tokens.words[first][0].isupper()
        or not WORDS.labels.isdisjoint(tokens.lower[who[0] : who[1]])
    ):
        return None
    if outer[body] != Tag.OPEN and not _is_speaker(marked, who):
        return None
    return Label((who[0], body - 1), body)


def _is_speaker(marked: Marked, who: Range) -> bool:
    """Whether what stands before a colon is a name that may be a person's, in words without marks."""
    first, after = who
    start = after
    while start > first and marked.outer[start - 1] == Tag.NAME:
        start -= 1
    name = find_name(marked.tokens.words[start:after]) if start < after else None
    return name is not None and (name.sort.may_be_person or name.sort.is_body)


def signed_post(marked: Marked, unit: Unit) -> Range | None:
    """The author in a line under a post, with a handle behind the name."""
    match = _POST.match(marked.outer, unit.first, unit.high) if unit.starts else None
    if match is None or not marked.tokens.words[match.end("who") + 1].startswith("@"):
        return None
    return match.span("who")


def is_heading(marked: Marked, units: list[Unit]) -> bool:
    """Whether a paragraph is the line under a post."""
    return len(units) == 1 and signed_post(marked, units[0]) is not None
