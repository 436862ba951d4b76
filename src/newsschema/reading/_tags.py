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


class Vocabulary:
    """Names for letters, each of a tag or of a class of them, and patterns in these names."""

    def __init__(self, letters: type[StrEnum], **classes: str) -> None:
        """Take the names of single letters; a class is the names of its members, with spaces between them."""
        self._letters = {letter.name.lower(): letter.value for letter in letters}
        for name, members in classes.items():
            self._letters[name] = "".join(self[members])

    def __getitem__(self, names: str) -> frozenset[str]:
        """The letters of names with spaces between them."""
        return frozenset("".join(self._letters[name] for name in names.split()))

    def pattern(self, source: str) -> re.Pattern[str]:
        """Compile a pattern: ``<noun>`` is one letter, ``<head|ing>`` any of several, ``<!head>`` any other.

        White space counts for nothing.

        >>> TAGS.pattern("<determiner>? <adjective>* <noun>").sub("*", "DAN,XB")
        '*,XB'
        """
        return re.compile(_NAMED.sub(self._letters_of, source), re.VERBOSE)

    def _letters_of(self, match: re.Match[str]) -> str:
        letters = "".join(_ESCAPED.get(letter, letter) for letter in sorted(self[match[2].replace("|", " ")]))
        return f"[{'^' if match[1] else ''}{letters}]"


_NAMED: Final = re.compile(r"(?<!\(\?P)<(!?)([a-z_]+(?:\|[a-z_]+)*)>")
_ESCAPED: Final = {"\n": r"\n", "[": r"\[", "]": r"\]", "-": r"\-", "^": r"\^"}

TAGS: Final = Vocabulary(
    Tag,
    head="noun plural name",  # what a noun phrase may end with
    counted="head adjective number",  # what stands in a noun phrase behind its determiner
    nominal="counted determiner",  # what stands in a noun phrase
    pronoun="subject object",
    finite="auxiliary past base third",  # what is sure to be the verb of a clause
    verbal="finite participle",  # what may be the verb of a clause
    reporting="past third participle",  # what reports, without an auxiliary: "said", "says", "added"
    link="preposition of",  # what joins a noun phrase to the one before it
    point="comma dash semicolon colon",  # what divides a sentence
    end="stop question newline",  # what ends one
)
