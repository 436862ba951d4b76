"""The tags of words, and patterns over them.

A tag is one letter, so that the tags of a text are a string and a phrase is a regular expression over it. Code names
tags and classes of them; no letter stands anywhere else.
"""

from __future__ import annotations

import re
from typing import Final


class Tag:
    """What a word is: the letters by name. No enum, whose members cost as much as the rest of a comparison."""

    DETERMINER: Final = "D"
    """A determiner or a possessive pronoun: "the", "her"."""
    SUBJECT: Final = "R"
    """A pronoun as a subject: "she"."""
    OBJECT: Final = "r"
    """A pronoun as an object: "him"."""
    RELATIVE: Final = "W"
    """Who, which, what, how."""
    THAT: Final = "T"
    TO: Final = "t"
    OF: Final = "O"
    PREPOSITION: Final = "I"
    CONJUNCTION: Final = "C"
    """And, or."""
    CONTRAST: Final = "U"
    """But, yet, so."""
    SUBORDINATOR: Final = "L"
    """Because, when, as."""
    AUXILIARY: Final = "X"
    """Be, have, do and the modals."""
    ADVERB: Final = "B"
    ADJECTIVE: Final = "A"
    NUMBER: Final = "#"
    NOUN: Final = "N"
    PLURAL: Final = "K"
    NAME: Final = "P"
    DATE: Final = "M"
    """A day or a month."""
    POSSESSIVE: Final = "S"
    PAST: Final = "V"
    """A verb in the past, or one that is sure to be a verb."""
    PARTICIPLE: Final = "E"
    """A participle, or a past in -ed."""
    ING: Final = "G"
    BASE: Final = "v"
    THIRD: Final = "z"
    BASE_OR_NOUN: Final = "b"
    """A base form that is a noun as often, until its neighbours decide."""
    THIRD_OR_PLURAL: Final = "s"
    COMMA: Final = ","
    DASH: Final = "-"
    SEMICOLON: Final = ";"
    COLON: Final = ":"
    STOP: Final = "."
    QUESTION: Final = "?"
    NEWLINE: Final = "\n"
    OPEN_BRACKET: Final = "("
    CLOSE_BRACKET: Final = ")"
    OPEN: Final = "["
    """An opening quotation mark."""
    CLOSE: Final = "]"
    STRAIGHT: Final = '"'
    """A straight quotation mark that is not paired yet."""
    SINGLE: Final = "'"
    INSIDE: Final = "~"
    """Any word between quotation marks, for those who look at what stands around them."""
    OTHER: Final = "_"


class Vocabulary:
    """Names for letters, each of a tag or of a class of them, and patterns in these names."""

    def __init__(self, letters: type, **classes: str) -> None:
        """Take the names of single letters; a class is the names of its members, with spaces between them."""
        #: Each letter by the name of its tag, in lower case.
        self.letters: dict[str, str] = {
            name.lower(): letter for name, letter in vars(letters).items() if name.isupper()
        }
        self.names = {letter: name for name, letter in self.letters.items()}
        self._classes = dict(self.letters)
        for name, members in classes.items():
            self._classes[name] = "".join(self[members])

    def __getitem__(self, names: str) -> frozenset[str]:
        """The letters of names with spaces between them."""
        return frozenset("".join(self._classes[name] for name in names.split()))

    def pattern(self, source: str) -> re.Pattern[str]:
        """Compile a pattern: ``<noun>`` is one letter, ``<head|ing>`` any of several, ``<!head>`` any other.

        White space counts for nothing.

        >>> TAGS.pattern("<determiner>? <adjective>* <noun>").sub("*", "DAN,XB")
        '*,XB'
        """
        return re.compile(_NAMED.sub(self._letters_of, _LED.sub(_letter_first, source)), re.VERBOSE)

    def _letters_of(self, match: re.Match[str]) -> str:
        letters = "".join(_ESCAPED.get(letter, letter) for letter in sorted(self[match[2].replace("|", " ")]))
        return f"[{'^' if match[1] else ''}{letters}]"


_NAMED: Final = re.compile(r"(?<!\(\?P)<(!?)([a-z_]+(?:\|[a-z_]+)*)>")
_LOOK: Final = r"\(\?<[=!][^()]+\)"
#: What a pattern begins with where it looks behind its first letter, in one way or in several.
_LED: Final = re.compile(
    rf"^\s*(?P<behind>{_LOOK}|\(\?:\s*{_LOOK}(?:\s*\|\s*{_LOOK})*\s*\))\s*(?P<letter><!?[a-z_|]+>|,)(?!\s*[?*+{{])"
)
_BEHIND: Final = re.compile(r"(\(\?<[=!])([^()]+)\)")
_ESCAPED: Final = {"\n": r"\n", "[": r"\[", "]": r"\]", "-": r"\-", "^": r"\^"}


def _letter_first(match: re.Match[str]) -> str:
    """The beginning of a pattern with its first letter in front, to which a search can skip, and what is behind it."""
    return match["letter"] + _BEHIND.sub(r"\1(?:\2)[\\s\\S])", match["behind"])


def until(pattern: re.Pattern[str], letters: str, first: int, after: int) -> int:
    """Where a pattern first matches from ``first`` on; ``after`` where it does not match before that."""
    found = pattern.search(letters, first, after)
    return found.start() if found else after


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
