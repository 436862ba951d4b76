"""The tags of words, and patterns over them.

A tag is one letter, so that the tags of a text are a string and a phrase is a regular expression over it. Code names
tags and classes of them; no letter stands anywhere else.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Tag(StrEnum):
    """What a word is."""

    DETERMINER = "D"
    """A determiner or a possessive pronoun: "the", "her"."""
    SUBJECT = "R"
    """A pronoun as a subject: "she"."""
    OBJECT = "r"
    """A pronoun as an object: "him"."""
    RELATIVE = "W"
    """Who, which, what, how."""
    THAT = "T"
    TO = "t"
    OF = "O"
    PREPOSITION = "I"
    CONJUNCTION = "C"
    """And, or."""
    CONTRAST = "U"
    """But, yet, so."""
    SUBORDINATOR = "L"
    """Because, when, as."""
    AUXILIARY = "X"
    """Be, have, do and the modals."""
    ADVERB = "B"
    ADJECTIVE = "A"
    NUMBER = "#"
    NOUN = "N"
    PLURAL = "K"
    NAME = "P"
    DATE = "M"
    """A day or a month."""
    POSSESSIVE = "S"
    PAST = "V"
    """A verb in the past, or one that is sure to be a verb."""
    PARTICIPLE = "E"
    """A participle, or a past in -ed."""
    ING = "G"
    BASE = "v"
    THIRD = "z"
    BASE_OR_NOUN = "b"
    """A base form that is a noun as often, until its neighbours decide."""
    THIRD_OR_PLURAL = "s"
    COMMA = ","
    DASH = "-"
    SEMICOLON = ";"
    COLON = ":"
    STOP = "."
    QUESTION = "?"
    NEWLINE = "\n"
    OPEN_BRACKET = "("
    CLOSE_BRACKET = ")"
    OPEN = "["
    """An opening quotation mark."""
    CLOSE = "]"
    STRAIGHT = '"'
    """A straight quotation mark that is not paired yet."""
    SINGLE = "'"
    INSIDE = "~"
    """Any word between quotation marks, for those who look at what stands around them."""
    OTHER = "_"


def _of(*tags: Tag) -> frozenset[str]:
    return frozenset(tags)


HEAD: Final = _of(Tag.NOUN, Tag.PLURAL, Tag.NAME)
"""What a noun phrase may end with."""
COUNTED: Final = HEAD | _of(Tag.ADJECTIVE, Tag.NUMBER)
"""What stands in a noun phrase behind its determiner."""
NOMINAL: Final = COUNTED | _of(Tag.DETERMINER)
"""What stands in a noun phrase."""
PRONOUN: Final = _of(Tag.SUBJECT, Tag.OBJECT)
FINITE: Final = _of(Tag.AUXILIARY, Tag.PAST, Tag.BASE, Tag.THIRD)
"""What is sure to be the verb of a clause."""
VERBAL: Final = FINITE | _of(Tag.PARTICIPLE)
"""What may be the verb of a clause."""
REPORTING: Final = _of(Tag.PAST, Tag.THIRD, Tag.PARTICIPLE)
"""What reports, without an auxiliary: "said", "says", "added"."""
LINK: Final = _of(Tag.PREPOSITION, Tag.OF)
"""What joins a noun phrase to the one before it."""
POINT: Final = _of(Tag.COMMA, Tag.DASH, Tag.SEMICOLON, Tag.COLON)
"""What divides a sentence."""
END: Final = _of(Tag.STOP, Tag.QUESTION, Tag.NEWLINE)
"""What ends a sentence."""

_NAMED: Final = re.compile(r"<(!?)([a-z_]+(?:\|[a-z_]+)*)>")
_ESCAPED: Final = {"\n": r"\n", "[": r"\[", "]": r"\]", "-": r"\-", "^": r"\^"}


def tags_of(name: str) -> frozenset[str]:
    """The tags of one name, that of a tag or of a class of them."""
    tags = globals().get(name.upper())
    return tags if isinstance(tags, frozenset) else _of(Tag[name.upper()])


def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern over tags: ``<noun>`` is one tag, ``<head|ing>`` any of several, ``<!head>`` any other.

    White space counts for nothing.

    >>> pattern("<determiner>? <adjective>* <noun>").sub("*", "DAN,XB")
    '*,XB'
    """

    def letters(match: re.Match[str]) -> str:
        tags = sorted(frozenset[str]().union(*map(tags_of, match[2].split("|"))))
        return f"[{'^' if match[1] else ''}{''.join(_ESCAPED.get(tag, tag) for tag in tags)}]"

    return re.compile(_NAMED.sub(letters, source), re.VERBOSE)
