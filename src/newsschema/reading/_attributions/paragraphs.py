"""Paragraphs whose layout says who speaks: behind a name and a colon."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsschema.reading._cues.evidence import mention_kind
from newsschema.reading._lexicon.gazetteer import NAMES, is_given, plain
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._syntax.marks import Marked, Unit
from newsschema.reading._syntax.pairs import stop_inside
from newsschema.reading._tagging.naming import Name, Sort, find_name

_LABEL: Final = TAGS.pattern(r"""
    (?P<who> <determiner>? (?: <name|noun|number|adjective> | <possessive> <name|noun> ){1,6} )
    (?: <comma> (?: <nominal|of|preposition|conjunction>{1,8} ) ){0,2}
    (?: <open_bracket> <!close_bracket|newline>{1,6} <close_bracket> )?
    (?P<told> <comma>? <ing|preposition|to|subordinator> <!point|open|close|end|finite>{1,14} (?= <colon> <open> ) )?
    <colon>
""")

#: Who is named behind marks as the speaker, behind the verb or before it.
_TOLD: Final = TAGS.pattern(
    "<close> <comma>? (?: <past|third> <nominal>* <name> | (?P<early> <nominal>* <name> ) <past|third> )"
)
_REPORTED: Final = TAGS.pattern("<comma> (?: <subject> | <nominal|of>{1,8} ) <past|third> $")
_WHOLE_NAME: Final = TAGS.pattern("<name> <name> $")

#: What a list of names consists of: "Path B: Norway, Chile and Ghana".
_LISTED: Final = "".join(TAGS["name comma semicolon conjunction number stop other"])


_STOPS: Final = TAGS["stop question"]
#: Words by which a body speaks for itself.
_OWN: Final = frozenset({"i", "we", "you", "us", "our", "your", "my"})


class Label(NamedTuple):
    """What stands before the colon of a paragraph: whom it names, and where the words begin."""

    mention: Range
    body: int


def is_caption(marked: Marked, units: list[Unit]) -> bool:
    """Whether a paragraph is a caption, or an entry of a list, without marks: "- Ann Doe at her kiln"."""
    first, high = units[0].first, units[0].high
    words = marked.outer[first:high]
    return len(units) == 1 and words[:1] == Tag.DASH and Tag.OPEN not in words and words[-1] not in _CLOSED


_CLOSED: Final = TAGS["end colon"]


def find_signature(marked: Marked, unit: Unit) -> Range | None:
    """Who is named at the end of a heading without marks, behind a colon: "Three dead after crash: police"."""
    if not unit.starts or marked.outer[unit.high : unit.high + 1] != Tag.NEWLINE:
        return None
    match = _SIGNATURE.search(marked.outer, unit.first + _LEAST, unit.high)
    if match is None or Tag.OPEN in marked.outer[unit.first : unit.high] or Tag.NUMBER in match["who"]:
        return None
    who = match.span("who")
    return who if mention_kind(marked.tokens.view(marked.outer), who) in _SIGNING else None


#: Tokens that a heading has at least before who says it.
_LEAST: Final = 3
_SIGNATURE: Final = TAGS.pattern("<colon> (?P<who> <nominal|possessive>{1,5} ) $")
_SIGNING: Final = frozenset({"people", "role", "bodies", "papers"})


def find_label(marked: Marked, unit: Unit) -> Label | None:
    """The label of a paragraph, where it has one: "NAME:", "Ines Okafor, 43:", "Ines Okafor, speaking to Sky: “"."""
    match = _opened(marked, unit)
    if match is None or not (_names(marked, match, unit) and _speaks(marked, match, unit)):
        return None
    who, body = match.span("who"), match.end()
    return Label((who[0], match.start("told") if match["told"] else body - 1), body)


def _opened(marked: Marked, unit: Unit) -> re.Match[str] | None:
    """What opens a paragraph as a label does, with words behind it."""
    outer, first = marked.outer, unit.first
    match = _LABEL.match(outer, first, unit.high) if outer.find(Tag.COLON, first, unit.high) >= 0 else None
    follows = match is not None and match.end() < unit.high and outer[match.end()] != Tag.NUMBER
    return match if follows else None


def _names(marked: Marked, match: re.Match[str], unit: Unit) -> bool:
    """Whether a label names somebody, and nobody else says the words behind it."""
    who, body = match.span("who"), match.end()
    if Tag.NAME not in match["who"] or not marked.tokens.words[unit.first][0].isupper() or _is_of_page(marked, who):
        return False
    return not (_is_told(marked, body, unit) or _is_reported(marked, body, unit))


def _speaks(marked: Marked, match: re.Match[str], unit: Unit) -> bool:
    """Whether who is named may say the words behind a label; but "Pots for all: “Voss”"."""
    who, body = match.span("who"), match.end()
    if marked.outer[body] != Tag.OPEN and (_is_list(marked, body, unit) or not _is_speaker(marked, who, unit)):
        return False
    if _is_town(marked, who, unit):
        return False
    return not match["told"] or (_WHOLE_NAME.search(match["who"]) is not None and _is_speaker(marked, who, unit))


def _is_of_page(marked: Marked, who: Range) -> bool:
    """Whether a label is one of a page and names nobody: "Photo: Ann Doe"."""
    return not WORDS.labels.isdisjoint(marked.tokens.lower[slice(*who)])


def _is_list(marked: Marked, body: int, unit: Unit) -> bool:
    """Whether nothing but names and the like stands behind a label: "Goals: Roe, Marsh"."""
    return not marked.outer[body : unit.high].strip(_LISTED)


def _is_told(marked: Marked, body: int, unit: Unit) -> bool:
    """Whether somebody who is named behind marks says them, whatever stands before: "Voss: “It is late,” said Roe"."""
    told = _TOLD.search(marked.outer, body, unit.high)
    if told is None or not told["early"]:
        return told is not None
    comma = marked.outer[told.start() + 1] == Tag.COMMA
    return comma or stop_inside(marked.tokens.tags, told.start()) == Tag.COMMA  # but "“It is late.” Roe left"


def _is_reported(marked: Marked, body: int, unit: Unit) -> bool:
    """Whether somebody behind unmarked words says them: "Voss: The mill will close, its owner said"."""
    told, lower = _REPORTED.search(marked.outer, body, unit.high), marked.tokens.lower
    own = told is not None and lower[told.start() + 1] in WORDS.self_reference  # "Lee: It was late, I said."
    return told is not None and not own and lower[unit.high - 1] in WORDS.says


def _is_speaker(marked: Marked, who: Range, unit: Unit) -> bool:
    """Whether what stands before a colon names somebody who speaks: a person, or a body in words of its own."""
    first, after = who
    start = after
    while start > first and marked.outer[start - 1] == Tag.NAME:
        start -= 1
    words = marked.tokens.words[start:after]
    name = find_name(words) if words else None
    if name is None or _is_kicker(words) or _is_topic(marked, first, name):
        return False
    own = not _OWN.isdisjoint(marked.tokens.lower[after : unit.high]) or marked.outer[unit.high - 1] == Tag.QUESTION
    likely = name.sort is Sort.LIKELY_PERSON and len(name.parts) > 1
    if name.sort.is_body or likely or marked.outer[first] == Tag.DETERMINER:
        return own  # but "Rovers: Bo Roe missed his third game", "Unpaid Bills: The mill owes money"
    return name.sort.may_be_person


def _is_town(marked: Marked, who: Range, unit: Unit) -> bool:
    """Whether a lone word that opens a story may be where it was filed: "Voss: The court on Friday said so."."""
    first, after = who
    opens = after - first == 1 and _STOPS.isdisjoint(marked.outer[:first])
    dated = Tag.DATE in marked.outer[after : unit.high] and marked.outer[unit.high] in _STOPS
    return opens and dated and _OWN.isdisjoint(marked.tokens.lower[after : unit.high])


def _is_topic(marked: Marked, first: int, name: Name) -> bool:
    """Whether what opens a text has words that it has in small letters as well: "Kiln Horror: Nine Lost"."""
    return first == 0 and name.sort is Sort.LIKELY_PERSON and not set(name.parts).isdisjoint(marked.tokens.words)


def _is_kicker(words: tuple[str, ...]) -> bool:
    """Whether words in capitals before a colon are a heading and name nobody: "PRICE SHOCK:", "FRENCH ANGER:"."""
    if len(words) == 1 or is_given(words[0]) or not all(map(str.isupper, words)):
        return False
    low = tuple(map(plain, words))
    return low[0] in NAMES.origins or any(known_tags().get(word, Tag.NAME) != Tag.NAME for word in low)
