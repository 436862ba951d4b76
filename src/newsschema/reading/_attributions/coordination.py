"""Where what was said ends because a verb inside it is the narrator's: "said it was late | and left"."""

from __future__ import annotations

from typing import Final

from newsschema.reading._attributions.drafts import Draft
from newsschema.reading._attributions.speakers import Speakers
from newsschema.reading._contents.contents import Contents
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.evidence import MIN_CONFIDENCE, mention_kind
from newsschema.reading._lexicon.frames import CLAUSAL, CLAUSES, MARKED, SAID, Form, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag, until
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import NOMINAL, Range, np_left
from newsschema.reading._syntax.marks import Unit

_PAST: Final = TAGS["past participle"]
_CONJOINED: Final = TAGS["conjunction contrast"]
_VERBAL: Final = TAGS.pattern("<verbal>")
_PARTED: Final = TAGS["comma semicolon dash close"]
_RELATIVE: Final = TAGS["relative that"]
_LINK: Final = TAGS["link to subordinator"]
#: What takes up those before it, and what may stand between.
_TAKING_UP: Final = frozenset({"that", "which", "who", "whom"})
_BEFORE_RELATIVE: Final = TAGS["comma link to"]
#: When what is told of was made: "the report | published on Monday, which".
_MADE: Final = TAGS.pattern("<participle> (?: <preposition>? <date> <number>? )? $")
_DUMB: Final = frozenset({"none", "thing"})
_TO_DO: Final = frozenset({Frame.INFINITIVE, Frame.OBJECT_TO})
_WHO: Final = frozenset({"he", "she", "they"})
_BEFORE_ING: Final = TAGS["preposition subordinator"]
#: Helpers that put a verb in the past.
_WAS: Final = frozenset({"did", "had", "was", "were"})


#: Before what somebody says beside what was said before.
_MEANWHILE: Final = frozenset({"after", "before", "while"})


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
        who = mention if mention is not None and mention[1] <= cue.first else None
        first = cue.first if who is None else who[0]
        k = self._before_joint(first)
        if cue.form == Form.ING:
            return self._joined_ing(current, cue, (k, first), own=who is not None)
        if who is None:
            return self.contents.trim(k) if self._is_joined(current, cue, k, first) else None
        goes_on = self._goes_on_before(current, cue, k) or self._counts_on(current, who)
        end = None if goes_on else self._joined_clause(current, cue, first, k)
        return first if end is None and self._is_called(current, cue, first) else end

    def _is_called(self, current: Draft, cue: Cue, first: int) -> bool:
        """Whether another calls the thing something that one speaks of: "backed a law | he called “odd”"."""
        s, source = self.contents.sentence, current.source
        thing = source is not None and source.frame not in CLAUSAL | SAID
        calls = cue.form == Form.ACTIVE and self.outer[cue.body] == Tag.OPEN
        return thing and calls and s.kind(s.at(first) - 1) in NOMINAL

    def _is_joined(self, current: Draft, cue: Cue, k: int, first: int) -> bool:
        """Whether a verb without a subject goes on beside that of the cue before: "said it was late | and left"."""
        left = current.left and self.outer[first] == Tag.AUXILIARY  # "..., she said, and had left"
        goes_on = left or self._was_before(current, cue)
        joined = cue.form == Form.ACTIVE and k < first and not goes_on and self.inward(current, cue) is None
        return joined and self._same_tense(cue, current.source or cue)

    def inward(self, current: Draft, cue: Cue) -> Range | None:
        """Who tells what only he can see or think, in his own words: "said | he woke and saw a ship", "and hoped"."""
        inward = self.lower[cue.head] in WORDS.watching or cue.base in WORDS.thinking
        first = self._said_first(current)
        told = inward and self.lower[first] in _WHO and not self._is_later(cue, current.source or cue)
        return (first, first + 1) if told else None

    def _said_first(self, current: Draft) -> int:
        """The first token of what was said before, behind "that"."""
        first = current.content[-1][0]
        return first + (self.outer[first] == Tag.THAT)

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
        if self.lower[cue.first - 1] in _MEANWHILE and self.outer[cue.first - 2] == Tag.COMMA:
            return self.contents.trim(cue.first - 1)  # "said it was late, | while warning of rain"
        if own and self.lower[first - 1] == "with" and self.outer[first - 2] == Tag.COMMA:
            return self.contents.trim(first - 1)  # "said it was late, | with others saying it was not"
        meanwhile = own and current.mention is not None and current.mention[0] == first  # "wrote to her saying"
        if self._takes_over(cue, current, meanwhile=meanwhile):
            return self.contents.trim(cue.first - (self.outer[cue.first - 1] in _BEFORE_ING))
        joined = not _CONJOINED.isdisjoint(self.outer[k:first])
        return self.contents.trim(k) if self._joined_participle(current, first, own=own, joined=joined) else None

    def _takes_over(self, cue: Cue, current: Draft, *, meanwhile: bool) -> bool:
        """Whether a participle says by itself what follows, behind a phrase: "answered him by saying “No”"."""
        says = cue.frame in SAID or (meanwhile and cue.frame in CLAUSAL)
        told = cue.frame in CLAUSES or cue.frame in _TO_DO
        later = told and self.outer[cue.first - 1] == Tag.SUBORDINATOR  # "left, after thinking that"
        return _has_phrase(current) and ((says and cue.base in WORDS.classes["say"]) or later)

    def _joined_participle(self, current: Draft, first: int, *, own: bool, joined: bool) -> bool:
        """Whether a participle goes on beside the cue before it: "praising the plan and adding that"."""
        both = own or (current.source is not None and self.outer[current.source.head] == Tag.ING)
        return (joined and both) or self.outer[first - 1] == Tag.COMMA or self.contents.ends(first - 1)

    def _same_tense(self, cue: Cue, before: Cue) -> bool:
        """Whether two verbs joined by "and" are both in the past, or neither is; or "said it was late and thinks"."""
        past = [not _PAST.isdisjoint(self.outer[some.first : some.head + 1]) for some in (cue, before)]
        helped = _WAS.isdisjoint(self.lower[before.first : before.head])
        past[1] = past[1] or not helped  # "did not say when and left it open", "was keen to say that ..., but added"
        but = self.outer[cue.first - 1] == Tag.CONTRAST  # "told them it was late but did not say why"
        past[0] = past[0] or (but and "did" in self.lower[cue.first : cue.head])
        bare = self.outer[cue.head] == Tag.BASE and self.outer[before.head] == Tag.THIRD  # "says she will go and tell"
        return not bare and (past[0] == past[1] or before.form == Form.ING or self._is_later(cue, before))

    def _is_later(self, cue: Cue, before: Cue) -> bool:
        """Whether a verb in the present stands behind reported words in the past: "said it was late and thinks"."""
        return self.outer[cue.first] == Tag.THIRD and self._is_shifted(before.body, cue.first)

    def _is_shifted(self, first: int, end: int) -> bool:
        """Whether reported words are in the past, as the verb is, so that no present belongs to them: "it was late"."""
        verb = _VERBAL.search(self.outer, first, end)
        return verb is not None and (verb[0] in _PAST or self.lower[verb.start()] in WORDS.shifted)

    def _joined_clause(self, current: Draft, cue: Cue, first: int, k: int) -> int | None:
        """Where the words before end when a cue with a speaker of its own, which begins at ``first``, is joined."""
        outside = _has_phrase(current)
        if self._opens(current) and cue.frame in SAID:
            return self.contents.trim(first)  # "Conceding that it was late she asked: “Who knew?”"
        if outside and self._describes(current, cue, first):
            return self._before_related(first)
        if outside and cue.frame in CLAUSAL and self.lower[first - 1] == "because":
            return self.contents.trim(first - 1)  # "plans to leave | because she thinks it is late"
        parted = outside or self.outer[k - 1] in _PARTED or self.outer[k] == Tag.CONTRAST
        joined = k < first and parted and self.outer[first] not in _RELATIVE
        return self.contents.trim(k) if joined and not self._begins(current, k) else None

    def _begins(self, current: Draft, k: int) -> bool:
        """Whether "that" begins a clause at a token: "denied that not all like it", "said that, as I hate it"."""
        comma = self.outer[k - 1] == Tag.COMMA
        that = k - 1 - comma
        opens = not comma or current.content[-1][0] == that  # but "denied he said that, but he admitted"
        return opens and self.outer[that] == Tag.THAT

    def _before_related(self, first: int) -> int:
        """Where words end before a clause on what they tell: "asked to be paid | for what they called “a mess”"."""
        end = first - (self.outer[first - 1] in _RELATIVE)
        while self.outer[end - 1] in _LINK:
            end -= 1
        return self.contents.trim(end)

    def _goes_on_before(self, current: Draft, cue: Cue, k: int) -> bool:
        """Whether words go on in the pluperfect: "said kilns had burst, and a test had shown that it was late"."""
        said = self.lower[current.content[-1][0] : k]
        had = self.lower[cue.first] == "had" and "had" in said and "had" not in self.lower[slice(*current.cue)]
        return had and self.outer[k - 1 : k + 1] == Tag.COMMA + Tag.CONJUNCTION

    def _was_before(self, current: Draft, cue: Cue) -> bool:
        """Whether a verb in the pluperfect goes on with what was said: "said it was “late” and had warned them"."""
        told = current.source is not None and current.source.frame in CLAUSES
        had = self.lower[cue.first] == "had" and "had" not in self.lower[slice(*current.cue)]
        return told and had and self._is_shifted(current.content[-1][0], cue.first)

    def _counts_on(self, current: Draft, who: Range) -> bool:
        """Whether a poll goes on with another share: "found 38 percent backed her, while 27 percent opposed her"."""
        view = self.contents.sentence.view
        counts = current.mention is not None and mention_kind(view, current.mention) == "papers"
        return counts and not WORDS.percent.isdisjoint(self.lower[slice(*who)])

    def _describes(self, current: Draft, cue: Cue, first: int) -> bool:
        """Whether a cue stands in a clause that describes a thing: "a sign that read ...", "a plan X said was fair"."""
        related = self.outer[first] in _RELATIVE or self.outer[first - 1] == Tag.RELATIVE  # "what X called “a mess”"
        told = cue.frame == Frame.GAP or (related and cue.frame in MARKED)
        return told or self._is_told_of(current, cue, first)

    def _is_told_of(self, current: Draft, cue: Cue, first: int) -> bool:
        """Whether a clause has the words of those whom another only speaks of: "criticised the report | that said".

        In what somebody is to do, and in words that are surely his, it stays: "urged them to hear the man who said".
        """
        relative = first - (self.outer[first] not in _RELATIVE)
        if cue.frame not in CLAUSES or cue.base not in WORDS.parenthetical or self.lower[relative] not in _TAKING_UP:
            return False
        end = relative - (self.outer[relative - 1] in _BEFORE_RELATIVE)
        end = until(_MADE, self.outer, self.first, end)
        kind = mention_kind(self.contents.sentence.view, (np_left(self.outer, end, self.first), end))
        acts = current.confidence < MIN_CONFIDENCE or kind == "papers"
        frame = current.source.frame if current.source is not None else None
        refuses = current.source is not None and current.source.base in WORDS.refusing | WORDS.answering
        return kind not in _DUMB and (refuses or (acts and frame not in _TO_DO))


def _has_phrase(current: Draft) -> bool:
    """Whether what a cue governs is no clause, so that another cue cannot be of it: "showed a sign that read ..."."""
    return current.source is not None and current.source.frame not in CLAUSAL
