"""Where what was said goes on behind a reporting clause that interrupts it."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsschema.reading._cues.cue import Cue
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Range
from newsschema.reading._syntax.clause import Clause
from newsschema.reading._syntax.phrases import subject

_SUBORDINATE: Final = KINDS["subordinator infinitive"]
#: A noun with a clause that tells which, and no verb of its own.
_QUALIFIED: Final = KINDS.pattern(
    "<nominal> <!predicate|that|relative>* <that|relative> <!predicate|comma>* <predicate> <!predicate|comma>*"
)
_POINTS: Final = TAGS["point"]
#: Forms of a verb behind its helper, and what "is not" may have there.
_NOT_FINITE: Final = TAGS["participle base"]
_NOT_FINITE_OR_SO: Final = TAGS["participle base adjective"]
_HELPED: Final = frozenset({"be", "been", "going", "have"})
_BEFORE_MARKS: Final = TAGS["comma name"]
#: Verbs by which marked words go on unmarked behind a speaker and a comma.
_RESUMING: Final = TAGS["auxiliary past third"]
#: What begins words of the narrator behind a speaker: "..., she said, pointing at it", "... who runs it".
_NARRATED: Final = KINDS["ing relative participle newline"]
#: What a speaker did meanwhile: "..., she said, as she left".
_MEANWHILE: Final = KINDS.pattern("<subordinator> <subject> <adverb>* <participle>")
_ONESELF: Final = frozenset({"he", "she"})
#: A phrase that opens a joined clause, before its subject.
_JOINED_OPENING: Final = KINDS.pattern(
    ", <contrast|conjunction> (?: <time> | <link> <that>? <nominal> (?: <link> <nominal> )* )? $"
)
#: What goes on with a clause that is whole.
_CONTINUED: Final = KINDS["conjunction contrast subordinator subject that"]
_HEAD: Final = TAGS["head"]
_RELATIVE: Final = TAGS["relative that"]
_BEFORE_RELATIVE: Final = TAGS["comma head"]
#: The verb that words in marks begin with.
VERBAL: Final = TAGS.pattern("<adverb>{0,2} (?: <finite> | <participle> (?= <determiner|pronoun|name> ) )")


class Reporting(NamedTuple):
    """A reporting clause after or inside what was said: its speaker, where the words end and where it ends itself.

    ``quoted`` says that speaker and verb follow marks that end in a comma or a question: any verb reports then.
    Positions are tokens.
    """

    mention: Range
    said: int
    end: int
    quoted: bool = False


class Resumption(Clause):
    """Reads where what was said goes on behind a reporting clause."""

    def rest(self, clause: Reporting, start: int) -> int | None:
        """Where the words go on after an interrupting reporting clause, if they do.

        What follows a speaker is his only where it stands between marks, or goes on with an unmarked sentence that the
        clause interrupts.
        """
        outer, after, high = self.outer, clause.end, self.high
        if after < high and outer[after] == Tag.OPEN:
            return None if self._describes(clause.mention, after) else after
        k = after + 1
        if k >= high or outer[after] not in _POINTS:
            return None
        if self._is_relative(clause.said) or (outer[after] == Tag.COMMA and self._is_helped(clause.said, k)):
            return k
        opened = self._opened_again(k, start, clause)
        if opened is not None:
            return opened
        return k if outer[after] == Tag.COMMA and self._goes_on(k, start, clause) else None

    def rest_before(self, following: Cue | None, clause: Reporting, start: int) -> int | None:
        """The same where another cue comes next, but not in "she said, adding, ..."."""
        rest = self.rest(clause, start)
        if rest is None or following is None:
            return rest
        led = (
            following.body <= following.after + 1 or following.base in WORDS.parenthetical
        )  # not by "pointing at it, "
        adds = led and following.form == Form.ING and following.frame == Frame.QUOTE and following.first < rest
        return None if adds or self._is_of_next(rest, clause, following) else rest

    def _is_of_next(self, rest: int, clause: Reporting, following: Cue) -> bool:
        """Whether marks behind a reporting clause have another behind them: "“Yes,” she said and “no,” he replied"."""
        if self.outer[rest] != Tag.OPEN or following.form != Form.ACTIVE:
            return False
        s, behind = self.sentence, self.outer.find(Tag.CLOSE, rest) + 1
        again = self.lower[slice(*clause.mention)] == self.lower[behind : following.first]
        said = rest < behind < following.first and self.stop_at(behind - 1) == Tag.COMMA
        return said and not again and subject(s, s.at(following.first), s.at(behind)) == (behind, following.first)

    def _is_helped(self, said: int, k: int) -> bool:
        """Whether a helper before a reporting clause has its verb behind it: "It will not, she said, | be high"."""
        denied = self.lower[said - 1] in WORDS.negations or self.outer[said - 1] == Tag.ADVERB
        if self.outer[said - 1 - denied] != Tag.AUXILIARY:
            return False
        if self.lower[said - 1 - denied] in WORDS.be and self.outer[k] == Tag.DETERMINER:
            return True  # "It was, she said, | a mess"
        return self.outer[k] in (_NOT_FINITE_OR_SO if denied else _NOT_FINITE) or self.lower[k] in _HELPED

    def _describes(self, mention: Range, opened: int) -> bool:
        """Whether marks right behind a speaker describe him: "a man nicknamed “Biscuit”", "by the name, “Biscuit”"."""
        before = self.lower[opened - 1 - (self.outer[opened - 1] == Tag.COMMA)]  # "“...,” she said on “Today”"
        heard = before == "of" and self.lower[opened - 2] in WORDS.applause  # "“...,” she said to shouts of “No!”"
        named = before == "on" or before in WORDS.naming_words
        return heard or named or is_open_description(self.outer, mention, opened)

    def _opened_again(self, k: int, start: int, clause: Reporting) -> int | None:
        """Where marks open again behind a speaker: at ``k``, or after some words without a verb."""
        opened = self.outer.find(Tag.OPEN, k, self.high)
        if opened <= k:
            return opened if opened == k else None
        told = self.has_verb(k, opened) or Tag.THAT in self.outer[k:opened]  # "..., she said, adding that Acme “fell”"
        goes_on = clause.said > start and self.outer[opened - 1] in _BEFORE_MARKS and not told
        return opened if goes_on else None

    def _goes_on(self, k: int, start: int, clause: Reporting) -> bool:
        """Whether unmarked words behind a reporting clause go on with those before it."""
        before = clause.said > start
        if before and self._closes_marks(clause.said, k):
            return self._awaits_main_clause(start, clause.said) and self.has_verb(k)
        s = self.sentence
        at = s.at(k)
        kind = s.kind(at)
        if self._awaits_what(start, k):
            return True
        whole = self._is_whole(start, clause.said)
        helped = self.outer[clause.said - 1] == Tag.AUXILIARY  # "The tide had, she said, lifted all boats"
        if before and kind == Kind.PARTICIPLE and (helped or not whole):
            return True  # "The tide, she said, lifted all boats"
        alone = clause.end - clause.mention[1] == 1  # but "said Ms Doe, where pots are made"
        place = alone and s.word(at) == "where"
        goes_on = place or ((not whole or kind in _CONTINUED) and not self._narrates(at))
        return goes_on and (self.has_verb(k) or self.has_marked_verb(k, self.high))

    def _awaits_what(self, start: int, k: int) -> bool:
        """Whether what comes behind a reporting clause belongs to what is before it: "It is hard, she said, to go"."""
        if self.lower[k] in WORDS.continuing:
            return True  # "The guild has ten kilns, she said, including this one"
        opens = self.lower[start] == "it" and self.lower[start + 1] in WORDS.be
        return opens and (self.sentence.kind(self.sentence.at(k)) == Kind.INFINITIVE or self.lower[k] == "for")

    def has_marked_verb(self, start: int, end: int) -> bool:
        """Whether marked words behind a subject begin with its verb: "The kiln “will not be fired” this year"."""
        opened = self.outer.find(Tag.OPEN, start, end)
        return opened > start and self.outer[opened - 1] in _HEAD and VERBAL.match(self.tags, opened + 1) is not None

    def _narrates(self, at: int) -> bool:
        """Whether words of the narrator begin at a chunk: "who runs it", "while pointing at it", "as she left"."""
        s = self.sentence
        meanwhile = _MEANWHILE.match(s.kinds, at) is not None and s.word(at) == "as" and s.word(at + 1) in _ONESELF
        return meanwhile or s.kind(at) in _NARRATED or (s.kind(at) == Kind.SUBORDINATOR and s.kind(at + 1) in _NARRATED)

    def _closes_marks(self, said: int, k: int) -> bool:
        """Whether marks close before a reporting clause, unless a verb behind it, at ``k``, is that of their words."""
        return self.outer[said - 1] == Tag.CLOSE and not (self.outer[said] == Tag.COMMA and self.outer[k] in _RESUMING)

    def _is_whole(self, start: int, said: int) -> bool:
        """Whether the words before a reporting clause are a sentence of their own."""
        if self.sentence.kind(self.sentence.at(start)) == Kind.RELATIVE or self._opens_joined(start, said):
            return False  # "What surprised her, she said, was the silence"
        return said > start and not self._is_subordinate(start, said) and self.has_verb(start, said)

    def _opens_joined(self, start: int, end: int) -> bool:
        """Whether words end with what opens a joined clause: "Few stay, but in time, she said, Ms Doe will"."""
        s = self.sentence
        return _JOINED_OPENING.search(s.kinds, s.at(start), s.at(self.trim(end))) is not None

    def _is_subordinate(self, start: int, end: int) -> bool:
        """Whether words have no main clause yet: "Because it rained", "Had it rained", "The years that followed"."""
        s = self.sentence
        if _QUALIFIED.fullmatch(s.kinds, s.at(start), s.at(self.trim(end))):
            return True
        turned = self.outer[start] == Tag.AUXILIARY and self.lower[start] in WORDS.turned
        first = s.at(start)
        first += s.kind(first) in NOMINAL and s.head(first) in WORDS.time_units  # "Days after it rained"
        opens = turned or s.kind(first) in _SUBORDINATE
        return opens and Tag.COMMA not in self.outer[start : self.trim(end)]

    def is_related(self, cue: Cue, at: int) -> bool:
        """Whether a clause tells which thing marks behind an article name: "a “clay fair” Ms Doe opened"."""
        opened = self.outer.rfind(Tag.OPEN, 0, at)
        bare = self.outer[at - 1] == Tag.CLOSE and not self.ends(at - 1)
        return bare and self.outer[opened - 1] == Tag.DETERMINER and cue.base not in WORDS.parenthetical

    def _is_relative(self, said: int) -> bool:
        """Whether a relative is all that stands before a reporting clause: "a camera, which, he said, is new"."""
        when = self.lower[said - 2 : said] == (",", "when")  # "in May, when, he said, it fell"
        return when or (self.outer[said - 1] in _RELATIVE and self.outer[said - 2] in _BEFORE_RELATIVE)

    def _awaits_main_clause(self, start: int, said: int) -> bool:
        """Whether all that stands before a reporting clause is subordinate: "While it is “late,” she said, it"."""
        joined = self.outer[start] == Tag.SUBORDINATOR
        return joined and Tag.OPEN in self.outer[start:said] and Tag.COMMA not in self.outer[start:said]


def is_open_description(outer: str, mention: Range | None, at: int) -> bool:
    """Whether a relative clause in a mention goes on with the marks at a token: "who rates the stock a ..."."""
    return mention is not None and mention[1] == at and Tag.RELATIVE in outer[mention[0] : at] and outer[at - 1] != ","
