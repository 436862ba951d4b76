"""How a cue is used, and the frames: which kinds of complement follow one."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Form(StrEnum):
    """How a cue is used."""

    __hash__ = str.__hash__  # that of `Enum` is a function of Python

    ACTIVE = "active"
    INFINITIVE = "infinitive"
    ING = "ing"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    """A participle that names the noun before it: "the city dubbed the ..."."""
    NOUN = "noun"
    EXISTENTIAL = "existential"
    """A noun after "there is": "there is some hope that"."""
    ADJECTIVE = "adjective"


class Frame(StrEnum):
    """The complement to the right of a cue."""

    __hash__ = str.__hash__  # that of `Enum` is a function of Python

    THAT = "that"
    BARE = "bare"
    """A clause without "that"."""
    GAP = "gap"
    """A clause that lost its subject: "which critics said was wrong"."""
    QUOTE = "quote"
    COLON = "colon"
    QUESTION = "question"
    """Whether, how, why."""
    INFINITIVE = "infinitive"
    OBJECT = "object"
    OBJECT_TO = "object-to"
    OBJECT_AS = "object-as"
    OBJECT_QUOTE = "object-quote"
    OBJECT_ABOUT = "object-about"
    OBJECT_OF = "object-of"
    OBJECT_ON = "object-on"
    TO_SOMEBODY = "to-somebody"
    ING = "ing"
    ADJECTIVE = "adjective"
    END = "end"
    """Nothing."""
    ABOUT = "about"
    AFTER = "after"
    AGAINST = "against"
    AS = "as"
    AT = "at"
    BEFORE = "before"
    BY = "by"
    DURING = "during"
    FOR = "for"
    FROM = "from"
    IN = "in"
    INTO = "into"
    LIKE = "like"
    OF = "of"
    OUTSIDE = "outside"
    ON = "on"
    OVER = "over"
    UPON = "upon"
    VIA = "via"
    WITH = "with"
    AGAINST_ING = "against-ing"
    AT_ING = "at-ing"
    FOR_ING = "for-ing"
    OF_ING = "of-ing"
    ON_ING = "on-ing"
    NOUN_THAT = "noun-that"
    NOUN_QUOTE = "noun-quote"
    NOUN_COLON = "noun-colon"
    NOUN_QUESTION = "noun-question"
    NOUN_ABOUT = "noun-about"
    NOUN_AGAINST = "noun-against"
    NOUN_AT = "noun-at"
    NOUN_FOR = "noun-for"
    NOUN_OF = "noun-of"
    NOUN_ON = "noun-on"
    NOUN_OVER = "noun-over"
    NOUN_INFINITIVE = "noun-infinitive"
    NOUN_ING = "noun-ing"
    NOUN_TO_SOMEBODY = "noun-to-somebody"
    REFUSAL = "refusal"
    """What somebody did not do who gave no answer: "did not respond to a request for comment"."""
    OTHER = "other"

    @classmethod
    def named(cls, name: str) -> Frame:
        """The frame of this name; one that no class has where there is none."""
        return _FRAMES.get(name, cls.OTHER)

    def of_noun(self) -> Frame:
        """The frame as that of a noun, to which it is one whether somebody does something or a thing is named."""
        return Frame.named(f"noun-{self.removesuffix('-ing')}")


_FRAMES: Final = {frame.value: frame for frame in Frame}
#: Complements that are clauses and may run to the end of the sentence.
CLAUSAL: Final = frozenset(
    {
        *(Frame.THAT, Frame.BARE, Frame.QUOTE, Frame.COLON, Frame.QUESTION, Frame.GAP),
        *(Frame.NOUN_THAT, Frame.NOUN_QUOTE, Frame.NOUN_COLON, Frame.NOUN_QUESTION),
    }
)
#: A clause by itself or behind "that"; one that is said in so many words; and frames with marks in them.
CLAUSES: Final = frozenset({Frame.THAT, Frame.BARE})
SAID: Final = frozenset({Frame.QUOTE, Frame.COLON})
MARKED: Final = frozenset({Frame.QUOTE, Frame.AS, Frame.OBJECT_QUOTE, Frame.OBJECT_AS})
