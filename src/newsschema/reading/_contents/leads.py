"""Where what was said begins that stands before a reporting clause."""

from __future__ import annotations

from typing import Final

from newsschema.reading._contents.resumption import VERBAL, Resumption
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.manner import class_of
from newsschema.reading._lexicon.frames import CLAUSAL
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._syntax.chunks import KINDS, Range

#: "But", "Afterward,", "In sum,": what joins a sentence to the one before is not said.
_SENTENCE_LEAD: Final = TAGS.pattern(
    "<conjunction|contrast> | <adverb> <comma> (?= <nominal|subject|that|preposition|subordinator> )"
)
#: "Voss: ", "Voss - ", but not "Voss - the coldest town - ".
_PLACED: Final = TAGS.pattern("<name>{1,3} (?: <colon> | <dash> (?! <!dash|newline>* <dash> ) )")
#: What joins a clause to another, and "as" behind a comma.
_JOINTS: Final = TAGS["conjunction contrast"]
_AS: Final = (",", "as")
_POINTS: Final = TAGS["point"]
#: A condition that opens a sentence, up to who speaks.
_CONDITION: Final = KINDS.pattern(
    "<conjunction|contrast|adverb>* (?P<joint> <subordinator> ) (?: <subject> | <nominal> (?: <link> <nominal> )* )"
    " <adverb>* <predicate> <!point|end|marked|subordinate>* ,"
)
_IF: Final = frozenset({"if", "once", "unless"})
_PERFECT: Final = frozenset({"been", "had", "has", "have", "'ve", "’ve"})
_TELLING: Final = frozenset({"say", "tell", "think"})
#: How many words of what was said tell what will be or has been.
_SOON: Final = 8
#: What stands behind a verb that may be a plural: "works well".
_BEHIND_VERB: Final = TAGS["adverb determiner pronoun"]
#: A subject and what commas set off behind it.
_PARTED_SUBJECT: Final = KINDS.pattern("<nominal> (?: <link> <nominal> )* , <!comma|end|marked>{1,12} ,")


class Leads(Resumption):
    """Tells what leads to what was said, before a reporting clause, from its words."""

    def without_lead(self, cue: Cue, start: int, said: int, *, alone: bool) -> int:
        """Where what was said begins: not at words that join sentences, nor at the narrator's before marks.

        What a court heard is all of it where the verb stands ``alone``, and no cue before it has the words.
        """
        if self._is_relative(said):
            return said - 1
        if self.lower[said] == "as" and self.outer[said - 1] in _JOINTS:
            return said  # "It is late, and as Ms Doe noted, it is dark"
        start = self._behind_place(start, said)
        dash = self.outer.rfind(Tag.DASH, start, said)
        if dash > start and self._closes_aside(dash, said):
            return dash + 1
        while start < said and (lead := _SENTENCE_LEAD.match(self.outer, start, said)):
            start = lead.end()
        opened = self._last_marks(start, said)
        whole = opened <= start or self._says_all(cue, start, opened, alone=alone)
        return start if whole else opened

    def with_condition(self, cue: Cue, mention: Range | None, content: list[Range], start: int) -> list[Range]:
        """What was said with the condition before its speaker: "If it fails, Ms Doe says | it will close"."""
        s = self.sentence
        k = 0 if mention is None else s.at(mention[0])
        found = _CONDITION.fullmatch(s.kinds, s.at(start), k) if k and cue.frame in CLAUSAL else None
        if found is None or class_of(cue.base) not in _TELLING:
            return content
        first, end = s.tokens(found.start("joint"), k - 1)
        said = self.lower[content[-1][0] : content[-1][1]]
        due = (
            WORDS.modals if self.lower[first] in _IF else _PERFECT if self.lower[first] == "since" else frozenset[str]()
        )
        return content if due.isdisjoint(said[:_SOON]) else [(first - (self.lower[first - 1] == "ever"), end), *content]

    def _last_marks(self, start: int, said: int) -> int:
        """Where the marks open that close before a verb, behind words that are not quoted themselves; else -1."""
        opened = self.outer.rfind(Tag.OPEN, start, said) if self.outer[said - 1] == Tag.CLOSE else -1
        return -1 if opened > start and self._is_quoted_twice(start, opened) else opened

    def _says_all(self, cue: Cue, start: int, opened: int, *, alone: bool) -> bool:
        """Whether all words before a verb are said, and not those in marks alone, behind what the narrator says."""
        before = self.outer[opened - 1]
        parted = before in _POINTS and (before != Tag.DASH or self.has_verb(start, opened))
        parted = parted and not self._awaits_marks(start, opened)
        return not parted and (cue.base in WORDS.parenthetical or (alone and cue.base == "hear"))

    def _awaits_marks(self, start: int, opened: int) -> bool:
        """Whether marks open with the verb of what stands before them: "The kiln, made by Acme, “works well”"."""
        s, first = self.sentence, opened + 1
        either = known_tags().get(self.lower[first]) == Tag.THIRD_OR_PLURAL and self.tags[first + 1] in _BEHIND_VERB
        verb = s.view.words[first].islower() and (either or VERBAL.match(self.tags, first) is not None)
        return verb and _PARTED_SUBJECT.fullmatch(s.kinds, s.at(start), s.at(opened)) is not None

    def _is_quoted_twice(self, start: int, opened: int) -> bool:
        """Whether words in marks stand before the last ones, so that all is said: "is “late” and, “we pay,”"."""
        first = self.outer.find(Tag.OPEN, start, opened)
        word = self.sentence.view.words[first + 1] if first > 0 else ""
        parted = word.islower() and self.outer[opened - 1] == Tag.COMMA
        return parted and self.has_verb(start, first) and self.has_verb(first, opened)

    def _closes_aside(self, dash: int, said: int) -> bool:
        """Whether a verb stands between two dashes, with words: "- it is late, as Ms Doe said -"."""
        if self.lower[said : said + 2] != _AS:
            return False
        close = self.outer.find(Tag.DASH, said, self.high)
        return close > said and self.has_verb(dash, said) and Tag.COMMA not in self.outer[said + 1 : close]

    def _behind_place(self, start: int, said: int) -> int:
        """Where words begin behind a place that opens a paragraph: "Voss - The mill will close, she said"."""
        opens = start == 0 or self.outer[start - 1] == Tag.NEWLINE
        place = _PLACED.match(self.outer, start, said) if opens else None
        capital = place is not None and self.sentence.view.words[place.end()][0].isupper()
        return place.end() if place is not None and capital else start
