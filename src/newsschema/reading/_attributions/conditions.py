"""On what condition, or for what reason, a source is not named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from newsschema.reading._attributions.drafts import Draft
from newsschema.reading._lexicon.signs import CONDITION
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._syntax.marks import Marked, Unit

#: What follows within the clause; bounds keep the time linear.
_REST: Final = r"[^,;:.“”\"—–\n]{0,200}"
_SHORT: Final = r"[^,;:.“”\"—–\n]{0,40}?"
_REASON: Final = rf"(?: ,? \s (?:because|since|as|citing|due\sto|for\sfear|out\sof\sfear|given)\b {_REST} )?"
_NAMELESS: Final = r"(?:named|identified|quoted) (?: \s (?:by\sname|in\sprint|publicly|further) )?"
_ON_CONDITION: Final = rf"""
    (?:on|under) \s (?:the\s|a\s)? condition \s
    (?: of \s (?:strict\s)? anonymity | {_SHORT} \b (?: {_NAMELESS} | anonymous | names? \b {_REST} ) )
"""
_ASKING: Final = rf"""
    (?:ask|request|declin|want|insist|wish|prefer|refus|demand|agree) (?:ed|d|ing|s|es|e)?
    (?:\son|\sfor|\sto\sspeak)? (?:\sonly)? \s
    (?: anonymity | anonymously | (?:not\s)? to \s (?:not\s)? be \s {_NAMELESS} | not \s being \s {_NAMELESS}
    | (?:his|her|their) \s names? \s not \s be \s \w+ | to \s (?:remain|stay) \s anonymous
    | to \s (?:give|share|provide) \s (?:his|her|their) \s (?:full\s|real\s)? names? )
"""
_UNNAMED: Final = (
    r"(?:was|were|been|being) \s granted \s anonymity | (?:speak|spoke|spoken|talk|talked) (?:ing)? \s anonymously"
)
_UNAUTHORISED: Final = rf"""
    (?: (?:because|since|as) \s (?: (?:he|she|they) \s (?:was|were|is|are)? (?:n['’]t)? \s? )? )?
    not \s (?:yet\s)? (?:authori[sz]ed|permitted|allowed) \s to \s
    (?:speak|talk|comment|discuss|brief|disclose|release) \b {_REST}
    | (?:because|since|as) \s (?:he|she|they) \s (?:lacked|did\snot\shave) \s authori[sz]ation \s to \b {_REST}
"""
_CONDITION: Final = re.compile(
    rf"\b (?: (?: {_ON_CONDITION} | {_ASKING} | {_UNNAMED} ) {_REASON} | {_UNAUTHORISED} )", re.IGNORECASE | re.VERBOSE
)
_BREAK: Final = TAGS["comma dash close"]
_SAYS: Final = frozenset({"said", "says", "told", "tells"})
#: What stands before a verb that is the condition's own: "because she said", "as they were told".
_ITS_OWN: Final = TAGS["subject auxiliary relative"]
#: How many tokens may lead to a condition behind a comma: ", who spoke", ", speaking".
_LEAD: Final = 5


def find_conditions(marked: Marked, unit: Unit) -> list[Range]:
    """The conditions that stand in a unit outside marks, in tokens."""
    tokens = marked.tokens
    if not CONDITION.search(tokens.signs, unit.first, unit.high):
        return []
    found: list[Range] = []
    start, end = tokens.span(unit.first, unit.high)
    for match in _CONDITION.finditer(tokens.flat, start, end):
        first = bisect_right(tokens.starts, match.start()) - 1
        after = bisect_left(tokens.starts, match.start() + len(match[0].rstrip()))
        if marked.outer[first] != Tag.INSIDE:
            found.append((first, _before_verb(marked, first, after)))
    return found


def _before_verb(marked: Marked, first: int, after: int) -> int:
    """Where a condition ends: before the verb of whom it describes: "as he was not allowed to speak | said"."""
    lower, outer = marked.tokens.lower, marked.outer
    for verb in range(first + 1, after):
        low = verb
        while outer[low - 1] == Tag.ADVERB:
            low -= 1
        if lower[verb] in _SAYS and outer[low - 1] not in _ITS_OWN:
            return low
    return after


def set_condition(marked: Marked, condition: Range, drafts: list[Draft], before: Draft | None) -> None:
    """Give a condition to those who speak on it: whoever is quoted in its sentence, else the one before."""
    first, after = condition
    for draft in list(drafts):  # "spoke on condition of anonymity" says nothing else
        if draft.content and all(first <= low < after for low, _ in draft.content):
            drafts.remove(draft)
    here = [draft for draft in drafts if draft.mention is not None] or ([before] if before is not None else [])
    for draft in here:
        draft.condition = draft.condition or condition
        pieces = [_without(marked, piece, first) for piece in draft.content]
        draft.content = [(low, high) for low, high in pieces if low < high] or draft.content


def _without(marked: Marked, piece: Range, first: int) -> Range:
    """A piece of what was said, up to where the narrator tells the condition."""
    low, high = piece
    if not low <= first < high:
        return piece
    lead = next((k for k in range(first, max(low, first - _LEAD), -1) if marked.outer[k - 1] in _BREAK), first)
    end = lead
    while end > low and marked.outer[end - 1] == Tag.COMMA:
        end -= 1
    return low, end
