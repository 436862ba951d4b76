"""Quotations that go on: over paragraphs, where a mark is never closed, and in a sentence that marks open."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsschema._pairing import Stretch
from newsschema.reading._attributions.drafts import Draft
from newsschema.reading._lexicon.gazetteer import NAMES
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._syntax.marks import Marked, Unit
from newsschema.reading._syntax.pairs import stop_inside


def join_paragraphs(marked: Marked, drafts: list[Draft]) -> None:
    """Give paragraphs that are never closed to whoever is named in the one where their words end.

    Words behind a cue of their own stay its: "She said: “It is late.", "“It is dark,” she added".
    """
    for stretch, following in reversed(list(pairwise(marked.stretches))):
        if stretch.closed or not _is_whole(marked, stretch, following):
            continue
        speaker = next((draft for draft in drafts if draft.left and _place(draft, following) == 0), None)
        if speaker is not None and speaker.cue[0] < speaker.cue[1] and _is_free(marked, drafts, stretch):
            speaker.content.insert(0, (stretch.open, stretch.close))


def _is_free(marked: Marked, drafts: list[Draft], stretch: Stretch) -> bool:
    """Take the words of a stretch from the draft that has them, if any; not from a cue that leads to them."""
    for draft in drafts:
        at = _place(draft, stretch)
        if at is not None and not _goes_before(marked, draft, at):
            return False
        if at is not None:
            draft.content.pop(at)
    return True


def _is_whole(marked: Marked, stretch: Stretch, following: Stretch) -> bool:
    """Whether a stretch is a paragraph of its own, and the next one opens the paragraph behind it."""
    starts = stretch.open == 0 or marked.outer[stretch.open - 1] == Tag.NEWLINE
    return starts and not marked.outer[stretch.close : following.open].strip(Tag.NEWLINE)


def _place(draft: Draft, stretch: Stretch) -> int | None:
    """Which piece of what a draft says a stretch begins."""
    return next((k for k, piece in enumerate(draft.content) if piece[0] == stretch.open), None)


def _goes_before(marked: Marked, holder: Draft, at: int) -> bool:
    """Whether the pieces up to one, as far as they are not closed, are not what a cue leads to."""
    while at >= 0 and marked.outer[holder.content[at][1] - 1] != Tag.CLOSE:
        at -= 1
    return at >= 0 or holder.cue[0] == holder.cue[1]


def is_between(marked: Marked, speaking: Draft | None, units: list[Unit], following: list[Unit] | None) -> bool:
    """Whether a short line parts a quotation that is not closed from where it goes on: "Most read in Voss"."""
    if speaking is None or not speaking.content or following is None:
        return False
    outer, (first, after) = marked.outer, speaking.content[-1]
    line = outer[units[0].first : units[-1].high]
    goes_on = outer[first] == outer[following[0].first] == Tag.OPEN and outer[after - 1] != Tag.CLOSE
    return goes_on and Tag.OPEN not in line and len(line) <= _SHORT and line[-1:] not in _STOPS


#: How whoever says the words before a comma in marks is named: "“Yes,” Ms Doe ...", "“Yes,” his friend ...".
_ANOTHERS: Final = TAGS["name determiner"]
#: How many tokens a line has that a page puts in between, and what does not end it.
_SHORT: Final = 8
_STOPS: Final = TAGS["end colon"]


def marked_to(marked: Marked, opened: Range, least: int) -> int | None:
    """Where marked words end that open a sentence; None where they only open the narrator's: "“Peat” is soft".

    ``opened`` is from behind the first mark to the end of the sentence, and so many words, at ``least``, are no term.
    """
    (first, high), outer = opened, marked.outer
    close, last = outer.find(Tag.CLOSE, first, high), outer.rfind(Tag.CLOSE, first, high)
    if close < 0 or not outer[close:high].strip("[~].,?-"):
        return last + 1 if close >= 0 else high
    if outer[close + 1] == Tag.COLON:
        return None  # "“Rates to stay”: Bank of Norvik"
    stop = stop_inside(marked.tokens.tags, close)
    if stop in ".,?":
        told = outer[close + 1] in _ANOTHERS and marked.tokens.lower[close + 1] not in NAMES.indefinite
        return None if stop == Tag.COMMA and told else close + 1
    return last + 1 if close - first >= least else None
