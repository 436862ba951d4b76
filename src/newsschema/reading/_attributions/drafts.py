"""Attributions in the making."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from newsschema.reading._cues.complements import CONDITIONS
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.evidence import MIN_CONFIDENCE, has_marks
from newsschema.reading._cues.manner import class_of
from newsschema.reading._lexicon.frames import CLAUSES, Form, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import Range, Sentence
from newsschema.reading._tagging.tokens import View

#: Classes of verbs by which somebody speaks.
UTTERING: Final = frozenset({"say", "add", "tell", "ask", "utter"})
_RELATIVE: Final = TAGS["relative that"]
_THAT_IF: Final = Tag.THAT + Tag.SUBORDINATOR
#: "That said", "that being said".
_NOBODY: Final = frozenset({"that", "being"})


@attrs.define(eq=False)
class Draft:
    """One attribution in the making; positions are indices of tokens.

    ``low`` is where its clause begins; ``left`` says that its words stand before the cue; ``source`` is the cue that
    the lexicon knew, if any, and ``sentence`` where it stands. ``cue`` is empty where no word says that it was said;
    ``inner`` says that it stands inside marks.
    """

    cue: Range
    mention: Range | None
    content: list[Range]
    paragraph: int
    source: Cue | None = None
    sentence: Sentence | None = None
    left: bool = False
    low: int = 0
    confidence: float = 0.75
    parent: Draft | None = None
    via: Range | None = None
    condition: Range | None = None
    inner: bool = False

    @property
    def is_labelled(self) -> bool:
        """Whether its words stand behind a label, and are all the speaker's own: "Lee: It is late"."""
        return self.source is None and self.left and self.cue[1] <= self.content[0][0]


def reading_order(draft: Draft) -> tuple[int, int]:
    """By where the speaker is named; what stands inside another's words comes after that other."""
    here = (draft.mention or draft.cue)[0]
    if draft.parent is None:
        return here, 0
    return max(here, reading_order(draft.parent)[0]), 1


def enclosed(nested: Draft) -> bool:
    """Whether anything stands inside the parent's words, which a later cue may have cut; what does not is taken off."""
    end = max(after for _, after in nested.parent.content) if nested.parent is not None else 0
    nested.content = [(first, min(after, end)) for first, after in nested.content if first < end]
    return bool(nested.content)


def only_asks(draft: Draft) -> bool:
    """Whether a draft only says what somebody was asked: "Asked if it hurt, Bo Roe smiled"."""
    return draft.mention is None and draft.source is not None and draft.source.base in WORDS.classes["ask"]


def says_nothing(draft: Draft) -> bool:
    """Whether a draft tells of no saying for sure, so that words alone behind it are a quotation of their own."""
    return only_asks(draft) or draft.confidence < MIN_CONFIDENCE


def begins_anew(outer: str, draft: Draft, *, later: bool) -> bool:
    """Whether words alone behind a draft, in a ``later`` paragraph or its own, are a quotation of their own.

    Not where its own are in marks, unless they may be nobody's: "likes “Heat”".
    """
    marked = draft.confidence >= MIN_CONFIDENCE and has_marks(outer, draft.content)
    return (later or says_nothing(draft)) and not marked


def waits(draft: Draft) -> bool:
    """Whether a draft waits for the next paragraph: "She wrote:", but not one whose words another cue has taken."""
    return not draft.content and (draft.source is None or draft.source.frame == Frame.COLON)


def speaks(draft: Draft) -> bool:
    """Whether somebody is named who speaks in a draft for sure, by its verb or by its marks alone."""
    sure = draft.mention is not None and draft.confidence >= MIN_CONFIDENCE
    return sure and (draft.source is None or class_of(draft.source.base) in UTTERING)


def has_clause(draft: Draft) -> bool:
    """Whether the words of a draft are a clause behind its cue."""
    return draft.source is not None and draft.source.frame in CLAUSES


def is_liked(cue: Cue, outer: str, mention: Range) -> bool:
    """Whether people at large like something, who do not say so by that."""
    likes = cue.base in WORDS.liking and outer[cue.head] == Tag.BASE
    return likes and _AT_LARGE.fullmatch(outer, *mention) is not None


#: "Shoppers", "estate agents": people with no article.
_AT_LARGE: Final = TAGS.pattern("<adjective|noun|name>* <plural>")


def is_said(draft: Draft, lower: Sequence[str]) -> bool:
    """Whether a verb of saying, in the active, and who does it stand before the words of a draft."""
    cue = draft.source
    active = cue is not None and cue.form == Form.ACTIVE and class_of(cue.base) in UTTERING
    return active and draft.mention is not None and lower[draft.mention[1] - 1] not in _NOBODY


def is_interrupted(draft: Draft, said: int, end: int, lower: Sequence[str]) -> bool:
    """Whether a clause, up to ``end``, stands amid the words behind a verb: "said the kiln, he argued, was cold"."""
    if draft.left or not draft.content or not is_said(draft, lower):
        return False
    first, after = draft.content[-1]
    return first < said and end < after


def says_alone(view: View, draft: Draft) -> bool:
    """Whether a lone word with a capital says something, as people do: "said Berg", but not "Acme reported"."""
    first, after = draft.mention or (0, 0)
    cue = draft.source
    if after - first != 1 or view.tags[first] != Tag.NAME or cue is None or cue.form != Form.ACTIVE:
        return False
    return cue.base not in WORDS.reporting and class_of(cue.base) in UTTERING


def speaks_as_one(view: View, draft: Draft) -> bool:
    """Whether words in marks are one person's: something in them is "mine", or nothing "ours" and the cue behind."""
    said = {word for piece in draft.content for word in view.lower[slice(*piece)]}
    own = not said.isdisjoint(_MINE)
    return has_marks(view.tags, draft.content) and (own or (draft.left and said.isdisjoint(_OURS)))


_OURS: Final = frozenset({"our", "ours", "ourselves", "us", "we"})
_MINE: Final = frozenset({"i", "me", "mine", "my", "myself"})


def is_told(draft: Draft) -> bool:
    """Whether it is said by whom somebody was told the words of a draft: "potters were told by the guild that"."""
    told = draft.source is not None and draft.source.form == Form.PASSIVE and draft.source.base in WORDS.addressed
    return told and draft.mention is not None


def is_told_meanwhile(draft: Draft) -> bool:
    """Whether a participle says the words of a draft, behind who does: "Ms Doe left, saying it was late"."""
    cue = draft.source
    says = cue is not None and cue.form == Form.ING and class_of(cue.base) in UTTERING
    return says and draft.mention is not None and draft.mention[1] < draft.cue[0]


def is_condition(draft: Draft | None, said: Range, outer: str, lower: Sequence[str]) -> bool:
    """Whether words are another cue and a condition of what is behind it: "She said, if elected, she would".

    Behind "that" it may be any clause of the sort: "She said that when he came, she asked him".
    """
    if draft is None or draft.source is None or not draft.content or draft.cue[0] < said[0]:
        return False
    first = draft.content[0][0]
    inside = outer.find(Tag.COMMA, first, said[1]) < 0
    apart = lower[first] in CONDITIONS and outer[first - 1] == Tag.COMMA
    return inside and (apart or outer.startswith(_THAT_IF, first))


def is_left(draft: Draft, outer: str, at: int) -> bool:
    """Whether a draft is a clause that tells which, and a comma ends it: "a report | that said it fell, adding"."""
    first = draft.mention[0] if draft.mention is not None else 0
    return first > 0 and outer[first] in _RELATIVE and outer[first - 1] != Tag.COMMA == outer[at - 1]


def told_from(draft: Draft | None) -> int | None:
    """Where the words of a draft begin, if they are told to somebody who is named behind its cue."""
    told = draft is not None and draft.source is not None and draft.source.addressee is not None
    return draft.content[-1][0] if told and draft is not None and draft.content else None


def before_told(draft: Draft | None, content: list[Range]) -> list[Range]:
    """What somebody says who is told something himself, up to that: "asked those who think it is late | to go"."""
    told = told_from(draft)
    if told is None or not content or not content[-1][0] < told < content[-1][1]:
        return content
    return [*content[:-1], (content[-1][0], told)]


def pieces(drafts: list[Draft]) -> list[Range]:
    """All the words that drafts have."""
    return [piece for draft in drafts for piece in draft.content]
