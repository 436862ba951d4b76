"""Words in marks with nobody beside them, once all else of a text is read: whose they are, if anybody's."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import Final

from newsschema._pairing import Stretch
from newsschema.reading._attributions.drafts import Draft, pieces, speaks
from newsschema.reading._attributions.echoes import Echoes, is_paragraph
from newsschema.reading._attributions.floor import Floor
from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._syntax.marks import Marked, Unit

#: The share of them that are said by the one who says them elsewhere, and of long ones that anybody says.
_ECHOED: Final = 0.85
UNKNOWN: Final = 0.75
#: Words of a stretch that is never an epithet.
SPOKEN: Final = 5


def give_pulled(marked: Marked, drafts: list[Draft]) -> None:
    """Give words that stand alone to whoever says them elsewhere in the text."""
    alone = [one for one in drafts if one.source is None and one.cue[0] == one.cue[1] and one.content]
    if not alone:
        return
    echoes = Echoes(marked, [draft for draft in drafts if draft.source is not None])
    stretches = {stretch.open: stretch for stretch in marked.stretches}
    for draft in alone:
        stretch = stretches.get(draft.content[0][0])
        if stretch is not None:
            draft.mention = echoes.whose(stretch) or draft.mention


def give_unowned(marked: Marked, floor: Floor, drafts: list[Draft]) -> None:
    """Add long stretches with nobody beside them: whoever says them elsewhere, or somebody without a name."""
    taken = sorted(pieces(drafts))
    spoken: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        spoken[draft.paragraph].append(draft)
    echoes: Echoes | None = None
    at = 0
    for stretch in marked.stretches:
        while at < len(taken) and taken[at][1] <= stretch.open:
            at += 1
        if at < len(taken) and taken[at][0] <= stretch.open:
            continue
        speech = floor.is_speech(stretch, SPOKEN)
        if not (speech or is_paragraph(marked.outer, stretch)):
            continue
        echoes = echoes or Echoes(marked, drafts)
        echoed, unit = echoes.whose(stretch, heading=not speech), marked.unit_at(stretch.open)
        if unit is not None and (speech or echoed):
            drafts.append(_alone(marked, unit, stretch, echoed, spoken[unit.paragraph]))


def _alone(marked: Marked, unit: Unit, stretch: Stretch, echoed: Range | None, spoken: list[Draft]) -> Draft:
    """The quote that words in marks are by themselves, of whoever says them elsewhere or spoke before them."""
    mention = echoed or _spoke_before(marked, spoken, unit, stretch.open)
    place, content = (stretch.open, stretch.open), [(stretch.open, stretch.close + stretch.closed)]
    sure = UNKNOWN if echoed is None else _ECHOED
    return Draft(place, mention, content, unit.paragraph, left=True, confidence=sure)


def _spoke_before(marked: Marked, drafts: list[Draft], unit: Unit, opening: int) -> Range | None:
    """Whoever spoke last before a sentence with marks amid its words, of the drafts of its paragraph."""
    outer = marked.outer
    before = opening - 1 - (outer[opening - 1] == Tag.COMMA)
    aside = outer[opening - 1] == Tag.COLON or Tag.OPEN_BRACKET in outer[max(0, unit.first - 1) : opening]
    spoke = [draft for draft in drafts if draft.cue[0] < unit.first and speaks(draft)]
    if not spoke or aside or marked.tokens.lower[before] in WORDS.wordings:
        return None
    return max(spoke, key=attrgetter("cue")).mention
