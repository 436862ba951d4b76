"""A word that may be a verb or a noun, in its place: the words beside it and what they are."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun
from newsschema.reading._lexicon.tags import TAGS
from newsschema.reading._lexicon.words import WORDS

#: What is a plural where it is no verb.
MANY: Final = TAGS["third_or_plural third"]
#: What only a verb has behind it, and what no verb has.
OBJECT: Final = TAGS["determiner pronoun that to relative open straight name"]
CLAUSE_STARTS: Final = TAGS["end comma conjunction contrast"]
CLOSING: Final = TAGS["close straight"]
LOOSE: Final = TAGS["preposition adverb"]
MARKS: Final = TAGS["open straight"]
REPORTING: Final = TAGS["past third"]
SAID: Final = TAGS["that open straight"]
#: What papers do.
SHOWING: Final = frozenset({"indicate", "reveal", "show", "suggest"})
VERB: Final = TAGS["auxiliary past third"]


class Place(NamedTuple):
    """A word that may be a verb or a noun, among its neighbours: their tags as decided so far, and their words.

    ``tags`` are those before anything was decided, ``before`` and ``after`` those right beside the word.
    """

    made: list[str]
    tags: str
    lower: tuple[str, ...]
    i: int
    before: str
    after: str
    many: bool

    @property
    def word(self) -> str:
        return self.lower[self.i]

    @property
    def last(self) -> str:
        """The word before it."""
        return self.lower[self.i - 1]

    @property
    def is_phrasal(self) -> bool:
        """Whether a particle stands behind it that makes another verb of it: "points out"."""
        return self.lower[self.i : self.i + 2] in WORDS.phrasal_forms

    @property
    def taking(self) -> bool:
        """Whether what follows is what only a verb has behind it."""
        return self.after in OBJECT and self.lower[self.i + 1 : self.i + 3] != ("such", "as")

    @property
    def speaks(self) -> bool:
        """Whether who may say something stands before it: "the mayor claims that was late"."""
        return is_person_noun(self.last) or any(self.last in words for words in (NAMES.bodies, WORDS.papers))

    @property
    def is_past(self) -> bool:
        """Whether a base form is the past as well: "forecast"."""
        return self.word == WORDS.irregular.get(self.word, ("",))[0]

    @property
    def behind_several(self) -> bool:
        """Whether several stand as one before it: "the couple"."""
        return is_together(self.last)


def is_together(noun: str) -> bool:
    """Whether a noun is of several who stand as one: "couple", "guild", "staff"."""
    return any(noun in listed for listed in (NAMES.groups, NAMES.bodies, NAMES.staffs))
