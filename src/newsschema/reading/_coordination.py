"""Where what was said ends because a verb inside it is the narrator's: "said it was late | and left"."""

from __future__ import annotations

from typing import Final

from newsschema.reading._chunks import Range
from newsschema.reading._contents import Contents
from newsschema.reading._cues import Cue
from newsschema.reading._drafts import Draft
from newsschema.reading._frames import CLAUSAL, CLAUSES, MARKED, SAID, Form, Frame
from newsschema.reading._marks import Unit
from newsschema.reading._speakers import Speakers
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._words import WORDS

_RELATED: Final = MARKED | {Frame.GAP}
_PAST: Final = TAGS["past participle"]
_CONJOINED: Final = TAGS["conjunction contrast"]
_VERBAL: Final = TAGS.pattern("<verbal>")
_PARTED: Final = TAGS["comma semicolon dash close"]
_RELATIVE: Final = TAGS["relative that"]
_BEFORE_ING: Final = TAGS["preposition subordinator"]


class Coordination:
    """Tells of the cues of one unit which stand beside the cue before, and which within its words."""

    def __init__(self, unit: Unit, contents: Contents, speakers: Speakers) -> None:
        self.outer = contents.outer
        self.lower = contents.lower
        self.first = unit.first
        self.contents = contents
        self.speakers = speakers

    def end(self, current: Draft, cue: Cue, mention: Range | None) -> int | None:
        """Where the content before ends when a cue inside it is on the same level; nothing when the cue is nested."""
        own = mention is not None and mention[1] <= cue.first
        first = mention[0] if mention is not None and own else cue.first
        k = self._before_joint(first)
        if cue.form == Form.ING:
            return self._joined_ing(current, cue, (k, first), own=own)
        if own:
            return self._joined_clause(current, cue, first, k)
        goes_on = current.left and self.outer[first] == Tag.AUXILIARY  # "..., she said, and had left"
        same = cue.form == Form.ACTIVE and k < first and not goes_on and self._same_tense(cue, current.source or cue)
        return self.contents.trim(k) if same else None

    def _before_joint(self, first: int) -> int:
        """Where the words end that stand before what joins a clause, which begins at ``first``, to them."""
        k = self.speakers.before_insertion(first)
        while k and self.outer[k - 1] == Tag.ADVERB:
            k -= 1
        while k and (self.outer[k - 1] in _CONJOINED or self.lower[k - 1] in WORDS.contrasting):
            k -= 1
        return k

    def _opens(self, current: Draft) -> bool:
        """Whether the cue of a draft is a participle that opens the sentence."""
        return current.cue[0] == self.first and current.source is not None and current.source.form == Form.ING

    def _joined_ing(self, current: Draft, cue: Cue, joint: Range, *, own: bool) -> int | None:
        """Where the content before ends when a participle in it is on its level; ``joint`` is what joins them."""
        k, first = joint
        meanwhile = own and current.mention is not None and current.mention[0] == first  # "wrote to her saying"
        if self._takes_over(cue, current, meanwhile=meanwhile):
            return self.contents.trim(cue.first - (self.outer[cue.first - 1] in _BEFORE_ING))
        joined = not _CONJOINED.isdisjoint(self.outer[k:first])
        return self.contents.trim(k) if self._joined_participle(current, first, own=own, joined=joined) else None

    def _takes_over(self, cue: Cue, current: Draft, *, meanwhile: bool) -> bool:
        """Whether a participle says by itself what follows, behind a phrase: "answered him by saying “No”"."""
        phrase = current.source is not None and current.source.frame not in CLAUSAL
        says = cue.frame in SAID or (meanwhile and cue.frame in CLAUSAL)
        later = cue.frame in CLAUSES and self.outer[cue.first - 1] == Tag.SUBORDINATOR  # "left, after thinking that"
        return phrase and ((says and cue.base in WORDS.classes["say"]) or later)

    def _joined_participle(self, current: Draft, first: int, *, own: bool, joined: bool) -> bool:
        """Whether a participle goes on beside the cue before it: "praising the plan and adding that"."""
        both = own or (current.source is not None and current.source.form == Form.ING)
        return (joined and both) or self.outer[first - 1] == Tag.COMMA or self.contents.ends(first - 1)

    def _same_tense(self, cue: Cue, before: Cue) -> bool:
        """Whether two verbs joined by "and" are both in the past, or neither is; or "said it was late and thinks"."""
        past = [not _PAST.isdisjoint(self.outer[some.first : some.head + 1]) for some in (cue, before)]
        past[1] = past[1] or "did" in self.lower[before.first : before.head]  # "did not say when and left it open"
        but = self.outer[cue.first - 1] == Tag.CONTRAST  # "told them it was late but did not say why"
        past[0] = past[0] or (but and "did" in self.lower[cue.first : cue.head])
        later = self.outer[cue.first] == Tag.THIRD and self._is_shifted(before.body, cue.first)
        return past[0] == past[1] or before.form == Form.ING or later

    def _is_shifted(self, first: int, end: int) -> bool:
        """Whether reported words are in the past, as the verb is, so that no present belongs to them: "it was late"."""
        verb = _VERBAL.search(self.outer, first, end)
        return verb is not None and (verb[0] in _PAST or self.lower[verb.start()] in WORDS.shifted)

    def _joined_clause(self, current: Draft, cue: Cue, first: int, k: int) -> int | None:
        """Where the words before end when a cue with a speaker of its own, which begins at ``first``, is joined."""
        outer, outside = self.outer, current.source is not None and current.source.frame not in CLAUSAL
        if self._opens(current) and cue.frame in SAID:
            return self.contents.trim(first)  # "Conceding that it was late she asked: “Who knew?”"
        if outer[first] in _RELATIVE and cue.frame in MARKED and outside:
            return self.contents.trim(first)  # "showed a sign that read ..."
        if outer[first - 1] == Tag.RELATIVE and cue.frame in _RELATED and outside:
            return self.contents.trim(first - 1)  # "support for what X called ...", "a plan which X said was fair"
        if cue.frame == Frame.GAP and outside:
            return self.contents.trim(first)  # "a plan X said was fair"
        parted = outer[k - 1] in _PARTED or outer[k] == Tag.CONTRAST
        joined = k < first and (parted or outside) and outer[first] not in _RELATIVE
        return self.contents.trim(k) if joined else None
