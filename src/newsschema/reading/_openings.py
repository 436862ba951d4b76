"""The tag of a word by its shape, and of one that has its capital from the sentence it opens."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._gazetteer import (
    NAMES,
    STATES_IN_LOWER_CASE,
    is_given,
    is_listed_person,
    is_person_noun,
    singular,
)
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._words import WORDS, known_tags

_ADJECTIVE: Final = re.compile(
    r"\w{3,}(?:ous|ful|ive|able|ible|less|ish|al|ary|ic|ed)$|\w+-(?:\w+ed|year-old|old|\w+ing)$"
)
_LONG_ENOUGH: Final = 5
_OPENED: Final[dict[str, str]] = {Tag.ING: Tag.ING, Tag.PARTICIPLE: Tag.PARTICIPLE, Tag.ADVERB: Tag.ADVERB}
_OPENERS: Final = TAGS["participle ing adverb"]
_NAMELIKE: Final = TAGS["adjective participle"]
_REPORTING: Final = TAGS["past third"]
_OWNING_NAME: Final = TAGS.pattern("<possessive|single> <name>")
_NAMED_SEVERAL: Final = TAGS["plural name"]
_NAMED: Final = TAGS.pattern("<comma> (?: <relative> | <number> <comma> )")
#: What a name has behind it that looks like a form of a verb: "Boeing said", "Fleming has denied", "Fleming, 40, said".
_SPEAKS: Final = TAGS.pattern("""
    <past|third|participle|possessive> | <auxiliary> <adverb|participle|base>
    | <comma> (?: <relative> | <number> <comma> )
""")
#: What an unknown name is taken for by its ending: "Boeing", "Connolly".
_SHAPED: Final = TAGS["ing adverb"]
#: "Striking workers said", "loved ones say": what qualifies a plural at the start of a clause, and what follows it.
_QUALIFYING: Final = TAGS["participle ing"]
#: What stands behind a verb by which a sentence bids: "See the posts", "Make cute labels", "Let's go".
_BIDDING: Final = TAGS.pattern("<determiner|adjective|plural|third_or_plural|object> | <possessive> <!name>")
_QUALIFIED: Final = TAGS.pattern("<plural|third_or_plural> <past|third|base|auxiliary|participle|base_or_noun>")
_COMMON: Final[dict[str, str]] = {
    Tag.PLURAL: Tag.PLURAL,
    Tag.NOUN: Tag.NOUN,
    Tag.ADJECTIVE: Tag.ADJECTIVE,
    Tag.BASE_OR_NOUN: Tag.NOUN,
    Tag.THIRD_OR_PLURAL: Tag.PLURAL,
}


def shape(lower: str) -> str:
    """Tag a word in small letters by its ending."""
    if len(lower) >= _LONG_ENOUGH:
        if lower.endswith("ly"):
            return "B"
        if lower.endswith("ing"):
            return "G"
        if lower.endswith("ed") and "-" not in lower:
            return "E"
    if _ADJECTIVE.match(lower):
        return "A"
    return "K" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "N"


def opening(word: str, behind: str) -> str:
    """The tag of a word whose capital the sentence gives: "Asked about it, she said", "Officials say"."""
    after = behind[:1]
    named = after == Tag.NAME or is_given(word.title())  # "Sally said"
    tag = known_tags().get(word) or (Tag.NAME if named else _OPENED.get(shape(word), Tag.NAME))
    if _opens_as_name(word, tag, behind):
        return Tag.NAME
    if tag in _QUALIFYING and _QUALIFIED.match(behind) and not takes_clause(word):
        return Tag.ADJECTIVE  # "Responding officers found"
    if tag in _OPENERS or (tag == Tag.BASE and _BIDDING.match(behind)):
        return tag
    return Tag.NAME if after == Tag.NAME else _opening_noun(word, tag, behind)


def _opens_as_name(word: str, tag: str, behind: str) -> bool:
    """Whether a word is a name that looks like another class: "Beijing said", "United said", "Best, 43, said"."""
    after = behind[:1]
    owning = tag in _NAMED_SEVERAL and _OWNING_NAME.match(behind) is not None  # "Women's Aid"
    made = tag in _SHAPED and word not in known_tags() and _SPEAKS.match(behind) is not None  # "Boeing said"
    called = tag in _NAMELIKE and _acts(tag, behind)
    return owning or made or called or _is_listed_name(word, tag, after)


def _is_listed_name(word: str, tag: str, after: str) -> bool:
    """Whether a word is a name by the lists, with what follows it: "Fed Chair Ann Doe", "United captain"."""
    if word in STATES_IN_LOWER_CASE or (after == Tag.NAME and word in NAMES.known_bodies):
        return True
    return tag == Tag.PARTICIPLE and after == Tag.NOUN and word in NAMES.body_parts


def _acts(tag: str, behind: str) -> bool:
    """Whether somebody acts or is described by what follows: "United said", "Best, 43, said", "Low would not say"."""
    helped = tag == Tag.ADJECTIVE and behind[:1] == Tag.AUXILIARY
    return helped or behind[:1] in _REPORTING or _NAMED.match(behind) is not None


def _opening_noun(word: str, tag: str, behind: str) -> str:
    """The tag of a noun or a name that opens a sentence: "Sources close to the board", "Minutes of the meeting"."""
    shaped = "-" in word or behind[:1] == Tag.OF  # "Ex-friends say", "Backers of the plan say"
    listed = is_listed_person(word) or word in WORDS.papers
    listed = listed or (shaped and (is_person_noun(word) or singular(word) in NAMES.bodies))
    several = tag == Tag.NAME and word.endswith("s") and listed
    return Tag.PLURAL if several else _COMMON.get(tag, Tag.NAME)


def takes_clause(word: str) -> bool:
    """Whether a form of a verb may have a clause behind it that somebody says: "adding", but not "responding"."""
    return word in WORDS.parenthetical_forms and word not in WORDS.answering_forms
