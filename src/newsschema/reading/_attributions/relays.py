"""What one relays of another: "Tanjug quoted a minister as saying", "a minister was quoted by Tanjug as saying"."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsschema.reading._contents.contents import Contents
from newsschema.reading._cues.cue import Cue
from newsschema.reading._lexicon.frames import Form
from newsschema.reading._lexicon.tags import TAGS
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import described
from newsschema.reading._syntax.chunks import Kind, Range
from newsschema.reading._syntax.marks import Unit
from newsschema.reading._syntax.phrases import subject

#: How far a verb of quoting may stand before the cue, in tokens.
_NEAR: Final = 40
_PAST: Final = TAGS["past participle"]
#: Who relays it, behind marks: "... open to all" by state television.
_BY: Final = TAGS.pattern("<close> <preposition> (?= <nominal|of>+ $ )")


class Relayed(NamedTuple):
    """Words that one says and another relays, with the tokens of the cue."""

    mention: Range
    via: Range | None
    content: list[Range]
    cue: Range


class Relays:
    """Reads what is relayed in one unit."""

    def __init__(self, unit: Unit, contents: Contents) -> None:
        self.first = unit.first
        self.contents = contents
        self.sentence = contents.sentence
        self.outer = contents.outer
        self.lower = contents.lower

    def find(self, cue: Cue, start: int) -> Relayed | None:
        """What is relayed where "saying" stands behind "as"; nothing before a token is looked at."""
        if cue.form != Form.ING or self.lower[cue.first - 1] != "as" or cue.base not in WORDS.classes["say"]:
            return None
        low = max(start, cue.first - _NEAR)
        at = next((k for k in range(cue.first - 2, low, -1) if self.lower[k] in WORDS.quoting), None)
        if at is None:
            return None
        passive = self._is_passive(at)
        mention, via = self._relaying(cue, at, start, passive=passive)
        content = self.contents.content(cue, mention, self.first)
        if mention is None or mention[0] >= mention[1] or not content:
            return None
        if not passive or via is not None:
            return Relayed(mention, via, content, (cue.first, cue.after))
        via, content[-1] = self._agent_behind(content[-1])
        return Relayed(mention, via, content, (at, cue.after))

    def _is_passive(self, at: int) -> bool:
        """Whether a verb of quoting has a helper: "was quoted"."""
        k = self.sentence.at(at)
        helped = self.sentence.kinds[k] == Kind.VERB and self.sentence.firsts[k] < at
        return helped and self.outer[at] in _PAST

    def _relaying(self, cue: Cue, at: int, start: int, *, passive: bool) -> tuple[Range | None, Range | None]:
        """Who speaks and who relays it, around a verb of quoting."""
        about = subject(self.sentence, self.sentence.at(at), self.sentence.at(start))
        if not passive:
            return (at + 1, cue.first - 1), about
        return about, (at + 2, cue.first - 1) if self.lower[at + 1] == "by" else None

    def _agent_behind(self, piece: Range) -> tuple[Range | None, Range]:
        """Who relays it behind the words, and the words without it: "... open to all" by state television."""
        first, end = piece
        by = _BY.search(self.outer, first, end)
        if by is not None and self.lower[by.start() + 1] == "by":
            return (by.start() + 2, end), (first, by.start() + 1)
        if self.lower[end] != "by":
            return None, piece
        agent = self.sentence.tokens(k := self.sentence.at(end) + 1, described(self.sentence, k))
        return (agent if agent[0] < agent[1] else None), piece
