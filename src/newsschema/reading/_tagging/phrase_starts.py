"""Where the noun phrase before a word begins, and what it hangs on, by the tags as decided so far."""

from __future__ import annotations

from typing import Final

from newsschema.reading._lexicon.tags import TAGS, Tag

_IN_PHRASE: Final = TAGS["counted participle ing"]
#: Of how many words a noun phrase is made at most: a text of one word without end is read in proportion.
_LONGEST: Final = 40
_BEFORE_REPORT: Final = TAGS["comma close straight dash"]
_LINKS: Final = TAGS["link"]


def phrase_start(made: list[str], i: int) -> int:
    """Where the noun phrase before a word begins."""
    low = max(0, i - _LONGEST)
    while i > low and made[i - 1] in _IN_PHRASE:
        i -= 1
    return i


def whole_phrase_start(made: list[str], i: int) -> int:
    """Where the noun phrase before a word begins, with its determiner."""
    start = phrase_start(made, i)
    return start - (start > 0 and made[start - 1] == Tag.DETERMINER)


def closes(made: list[str], i: int) -> bool:
    """Whether a comma or a mark stands before the noun phrase in front of a word: "..., the NRK reports."."""
    start = whole_phrase_start(made, i)
    return start > 0 and made[start - 1] in _BEFORE_REPORT


def plural_head(made: list[str], i: int) -> int:
    """Where a plural heads the phrase before a word: "data from the census show", "emails seen by the NRK show"."""
    head = linked_head(made, i)
    return head if head >= 0 and made[head] == Tag.PLURAL else -1


def linked_head(made: list[str], i: int) -> int:
    """What the phrase before a word hangs on: "data from the census show", "emails seen by the NRK show"."""
    start = phrase_start(made, i)
    start -= start > 0 and made[start - 1] == Tag.DETERMINER
    head = start - 2
    if start < 1 or made[start - 1] not in _LINKS:
        return -1
    return head - (head > 0 and made[head] == Tag.PARTICIPLE)


def has_article(made: list[str], i: int) -> bool:
    """Whether the noun phrase before a word begins with a determiner."""
    i = phrase_start(made, i)
    return i > 0 and made[i - 1] == Tag.DETERMINER
