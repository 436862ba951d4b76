"""The tag of a word by its shape, and of one that has its capital from the sentence it opens."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.gazetteer import (
    NAMES,
    STATES_IN_LOWER_CASE,
    is_given,
    is_listed_person,
    is_person_noun,
    singular,
)
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags

_ADJECTIVE: Final = re.compile(
    r"\w{3,}(?:ous|ful|ive|able|ible|less|ish|al|ary|atory|ic|ed)$|\w+-(?:\w+ed|year-old|old|\w+ing)$"
)
_LONG_ENOUGH: Final = 5
#: How the nouns for those end who do something.
_DOING: Final = ("ers", "ors")
#: What no name ends with, before a noun.
_QUALITY: Final = re.compile(r"\w{3,}(?:ous|ful|less|ional|ential|ernal|ical)$")
#: What only adverbs end with.
_MANNER: Final = re.compile(r"\w{2,}(?:ally|antly|ately|edly|ently|fully|ingly|ively|ously)$")
_MARKS: Final = TAGS["open straight single"]
_NOUNS: Final = TAGS["noun plural base_or_noun third_or_plural"]
#: What an adjective with a hyphen may begin with.
_HYPHENED: Final = TAGS["adjective adverb"]
#: What an unknown word may be by its ending, though it has a capital.
_OPENED: Final = TAGS["ing participle adverb"]
#: A name by what stands behind it, though it looks like another class.
_NAMED: Final = TAGS.pattern("""
    <plural|name> <possessive|single> <name>  # "Women's Aid"
    | <adjective|participle> (?: <past|third> | <comma> (?: <relative> | <number> <comma> ) )  # "Best, 43, said"
    | <adjective> <auxiliary>  # "Low would not say"
""")
#: The same where no list has the word: "Boeing said", "Fleming has denied", "Fleming, 40, said".
_UNKNOWN: Final = TAGS.pattern("""
    <ing|adverb> (?: <past|third|participle|possessive> | <auxiliary> <adverb|participle|base>
        | <comma> (?: <relative> | <number> <comma> | <preposition> <determiner> ) )
""")
#: What only several do, or what the past is as well: "show", "read".
_OF_SEVERAL: Final = TAGS["base base_or_noun"]
#: What qualifies a plural: "Striking workers said", "loved ones say".
_QUALIFYING: Final = TAGS.pattern("""
    <participle|ing> <plural|third_or_plural> <past|third|base|auxiliary|participle|base_or_noun>
""")
#: What is no noun: "Asked about it", or a verb that bids: "See the posts", "Make cute labels", "Let's go".
_OPENERS: Final = TAGS.pattern("""
    <participle|ing|adverb>
    | <base> (?: <determiner|adjective|plural|third_or_plural|object> | <possessive> <!name> )
""")
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
        if lower.endswith("ing") and "-" not in lower:  # but "low-lying"
            return "G"
        if lower.endswith("ed") and "-" not in lower:
            return "E"
    if _ADJECTIVE.match(lower):
        return "A"
    several = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    return "K" if several or lower in NAMES.plurals else "N"


def opening(word: str, behind: str) -> str:
    """The tag of a word whose capital the sentence gives: "Asked about it, she said", "Officials say"."""
    tag = known_tags().get(word) or _unlisted(word, behind[:1])
    tags = tag + behind
    if _is_name(word, tags):
        return Tag.NAME
    if _QUALIFYING.match(tags) and not takes_clause(word):
        return Tag.ADJECTIVE  # "Responding officers found"
    return tag if _OPENERS.match(tags) else _opening_noun(word, tag, behind[:1])


def _unlisted(word: str, after: str) -> str:
    """The tag of a word that no list has, by its ending and what follows: "Sally said"."""
    of_two = "-" in word and known_tags().get(word.partition("-")[0]) in _HYPHENED
    if after in _NOUNS and (of_two or _QUALITY.match(word)):
        return Tag.ADJECTIVE  # "Previous studies say", "Low-income families left"
    if _MANNER.match(word):
        return Tag.ADVERB  # "Apparently Ms Doe left"
    shaped = shape(word)
    return shaped if shaped in _OPENED and after != Tag.NAME and not is_given(word.title()) else Tag.NAME


def _is_name(word: str, tags: str) -> bool:
    """Whether a word is a name that looks like another class: "Beijing said", "United said", "Best, 43, said"."""
    unknown = _UNKNOWN.match(tags) is not None and word not in known_tags()
    return unknown or _NAMED.match(tags) is not None or _is_listed_name(word, tags[0], tags[1:2])


def _is_listed_name(word: str, tag: str, after: str) -> bool:
    """Whether a word is a name by the lists, with what follows it: "Fed Chair Ann Doe", "United captain"."""
    if word in STATES_IN_LOWER_CASE or (after == Tag.NAME and word in NAMES.known_bodies):
        return True
    if after in _MARKS and tag in _NOUNS and is_given(word.title()):
        return True  # "Bill 'The Dock' Roe"
    return tag == Tag.PARTICIPLE and after == Tag.NOUN and word in NAMES.body_parts


def _opening_noun(word: str, tag: str, after: str) -> str:
    """The tag of a noun or a name that opens a sentence: "Sources close to the board", "Minutes of the meeting"."""
    if after == Tag.NAME:
        return Tag.NAME
    if tag == Tag.NAME and after == Tag.PARTICIPLE and word in WORDS.papers and not word.endswith("s"):
        return Tag.NOUN  # "Research conducted for Acme"
    several = tag == Tag.NAME and word.endswith("s") and _is_no_name(word, after)
    return Tag.PLURAL if several else _COMMON.get(tag, Tag.NAME)


def _is_no_name(word: str, after: str) -> bool:
    """Whether a plural that opens a sentence is one of persons, papers or bodies, by what follows it."""
    shaped = "-" in word or after == Tag.OF  # "Ex-friends say", "Backers of the plan say"
    if is_listed_person(word) or word.endswith("ists") or (shaped and is_person_noun(word)):
        return True
    if after == Tag.BASE and word.endswith(_DOING) and word not in NAMES.body_parts:
        return True  # "Glazers say"
    one = singular(word)
    paper = word in WORDS.papers or (one in NAMES.papers and after in _OF_SEVERAL)  # "Receipts show"
    return paper or (one in NAMES.bodies and (shaped or word not in NAMES.named_as_several))


def takes_clause(word: str) -> bool:
    """Whether a form of a verb may have a clause behind it that somebody says: "adding", but not "responding"."""
    return word in WORDS.parenthetical_forms and word not in WORDS.answering_forms
