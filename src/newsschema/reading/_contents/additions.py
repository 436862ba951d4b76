"""Where what was said ends before what the narrator or another adds to it."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind
from newsschema.reading._syntax.clause import Clause

#: What the narrator adds at the end of what was said: ", who is 46", ", a charge that he denies", " - her first".
_ADDED: Final = KINDS.pattern(
    "(?: , (?=<relative|common|subordinator|preposition|to|ing|participle>) | <dash> )"
    " (?! [^q]* , (?: <contrast> <subject> )? <adverb>* <predicate> ) [^q;:\\-]* $"
    r" | , (?= <relative> | <subordinator> <subject> | <common> <that>? <noun>? <adverb>* <predicate> )"
    r"   (?! [\s\S]* (?: , (?: <contrast> <subject> )? | (?<= <marked> ) ) <adverb>* <predicate> ) [^;:\-]* $"
)
#: Words behind a comma by which the narrator goes on: "a charge that he denies".
_NARRATED_BY: Final = {Kind.COMMON: frozenset({"a", "an", "something"})}
#: Prepositions behind a comma of what the narrator knows: ", despite a row over the cost".
_NOTWITHSTANDING: Final = frozenset({"amid", "despite"})
_AFTERWARDS: Final = frozenset({"after", "as"})
_MEANWHILE: Final = frozenset({"before", "while"})
#: Behind a semicolon, what goes on with what was said: "said that it was late; that it was dark".
_LISTED_ON: Final = KINDS["that conjunction"]
_ARTICLES: Final = frozenset({"a", "an"})
#: Before the guesses that figures are measured by.
_MEASURES: Final = frozenset({"above", "against", "below", "versus"})
_SCENE: Final = KINDS["link subordinator time ing"]
#: What words are, or how often they are said, before a clause on them.
_SPOKEN: Final = WORDS.wordings | WORDS.utterances | {"line", "term", "time"}
_NOUN: Final = KINDS["noun"]
#: What a speaker leaves out: ", but gave no details", "though she did not elaborate", "without giving a reason".
_LEFT_OUT: Final = KINDS.pattern("""
    ,? (?: (?P<joint> <contrast|subordinator|adverb> ) <noun|subject>? <adverb>* (?P<verb> <predicate> )
        | <preposition> (?P<by> <ing> ) )
    <adverb>* (?P<what> <nominal> )?
""")
#: What a speaker or his words could not be: "but would not be drawn on it", "though this could not be confirmed".
_UNDONE: Final = frozenset({"confirmed", "corroborated", "drawn", "verified"})
#: What is heard at that: "said it was late, | to cries of “Shame!”".
_HEARD: Final = KINDS.pattern(", <to> <nominal>")
_TIMES: Final = KINDS["subordinator adverb"]
_LITTLE: Final = frozenset({"few", "little", "no"})
#: What it is when somebody says something: ", in a landmark ruling", ", in a move that surprised many".
_TURNS: Final = frozenset({"blow", "boost", "decision", "move", "ruling", "setback", "sign", "step", "verdict"})
_OCCASIONS: Final = WORDS.occasions | WORDS.papers | _TURNS
_ASIDES_BEHIND: Final = KINDS["preposition to ing participle"]
#: A conjunction and a subject in front of a verb of its own.
_ALSO: Final = KINDS.pattern(r"""
    ,? (?P<joint> <conjunction|contrast|subordinator|adverb> ) (?P<who> <noun> )
    (?: <link|conjunction> <nominal> ){0,2} (?: <participle> (?: <time> | <link> <nominal> ) )?
    <adverb>* (?= <predicate> )
""")
#: Who speaks behind a comma alone: "he is out, others have said she is in", ", others that she is in", ", others “in”".
_NEXT: Final = KINDS.pattern(
    ", (?P<also> <conjunction|contrast> )? (?P<who> <noun> ) (?: <link> <nominal> ){0,2} <adverb>*"
    " (?= (?P<verb> <predicate> ) (?P<clause> <subject|that> )? | <that> <noun> | (?P<marks> <marked> ) )"
)
#: What another share of people does or thinks, or how large it is: "while 13 percent are unsure", ", compared with 40
#: percent of".
_SHARED: Final = KINDS.pattern("""
    , (?= <participle> <link> (?P<less> <nominal> ) )
    | ,? (?P<joint> <conjunction|contrast|subordinator> )
        (?= <preposition>? (?P<who> <nominal> ) (?: <link> <nominal> )* <adverb>* <predicate> )
""")
#: The end of a whole clause, behind which another may begin at a comma: "that it was late | , the mayor warned that".
_WHOLE: Final = KINDS.pattern(
    "(?<= <predicate|that|comma> ) (?! <relative|subordinator> ) <!comma|marked>* <predicate> <!comma|marked>* $"
)
#: What the narrator sets against what was said: ", but locals remain wary", ", while its rivals are hiring".
_SET_AGAINST: Final = KINDS.pattern(
    ", <contrast|subordinator> <nominal> (?: <link> <nominal> )* <adverb>* (?P<verb> <verb> )"
)
_PREDICATE: Final = KINDS.pattern("<predicate>")
_PAST: Final = TAGS["past participle"]
_PRESENT: Final = TAGS["third base"]
_NOW: Final = frozenset({"are", "do", "does", "has", "have", "is"})
_SET_IN: Final = Kind.THAT + Kind.COMMA
_THE_REST: Final = frozenset({"another", "others"})
#: Behind a dash, what goes on with what was said: "said that it was late - and that it was dark".
_AND_THAT: Final = Kind.CONJUNCTION + Kind.THAT
_SHARES: Final = WORDS.percent | WORDS.fractions | _THE_REST | {"half"}
_COORDINATING: Final = KINDS["conjunction contrast"]
#: What goes on behind the second of two dashes: "the kiln – her third – fell", "was told – twice – to go", "takes a lot
#: of clay – all free – from us".
_INSERTED: Final = KINDS.pattern("""
    <dash> <!dash>+ <dash>
    (?: <adverb>* <predicate|infinitive> | <link> | <conjunction> <nominal> (?: <link> <nominal> )* (?: <end> | $ ) )
""")
#: The same before any verb: "that – for once – it was late".
_SET_OFF: Final = KINDS.pattern("<!verb|dash|marked>* <dash> <!dash>+ <dash> (?= <conjunction>? <noun> )")
_CLAUSE_IN_BRACKETS: Final = TAGS.pattern("<open_bracket> (?: <subject> | <nominal>+ ) <adverb>* <verbal>")

_PREPOSED: Final = KINDS.pattern(", <preposition>")
_DEED: Final = KINDS.pattern("<conjunction> <adverb>* <predicate>")
_AS_ONE_DOES: Final = KINDS.pattern("<subordinator> <subject> <adverb>* <predicate>")
_WHO: Final = frozenset({"he", "she", "they"})


class Additions(Clause):
    """Reads where what was said gives way to what is added to it."""

    def without_addition(self, k: int, end: int) -> int:
        """Where what was said ends before what the narrator adds to it."""
        s = self.sentence
        semicolon = s.kinds.find(Kind.SEMICOLON, k, end)
        if semicolon > k and s.kind(semicolon + 1) not in _LISTED_ON:
            end = semicolon
        k = self._opening_end(k, end)
        end = self._anothers(k + 1, end)
        end = next((m.start() for m in _NEXT.finditer(s.kinds, k + 1, end) if self._is_next(m)), end)
        if end > k + 1 and s.kinds[end - 1] == Kind.BRACKETS and self._has_clause(end - 1):
            end -= 1
        end = next((m.start() for m in _LEFT_OUT.finditer(s.kinds, k + 1, end) if self._leaves_out(m)), end)
        heard = (m for m in _HEARD.finditer(s.kinds, k + 1, end) if s.head(m.end() - 1) in WORDS.applause)
        end = next((m.start() for m in heard), end)
        first = self._behind_insertion(k + 1, end)
        return next((m.start() for m in _ADDED.finditer(s.kinds, first, end) if self._adds(m.start())), end)

    def _opening_end(self, k: int, end: int) -> int:
        """The comma behind what stands in front of a clause: "said after the crew left, a door opened"."""
        kinds = self.sentence.kinds
        set_in = kinds.startswith(_SET_IN, k)  # "said that, despite the rain, it was late"
        if not set_in and Kind.SUBORDINATOR not in kinds[k : k + 2]:
            return k
        return max(k, kinds.find(Kind.COMMA, k + set_in * len(_SET_IN), end))

    def _behind_insertion(self, k: int, end: int) -> int:
        """Where words go on behind what two dashes set off, so that the narrator adds nothing before that."""
        kinds = self.sentence.kinds
        inserted = _INSERTED.search(kinds, k, end) or _SET_OFF.match(kinds, k, end)
        return k if inserted is None else inserted.end()

    def _has_clause(self, k: int) -> bool:
        """Whether a clause stands in brackets: "(she later withdrew it)"."""
        return _CLAUSE_IN_BRACKETS.match(self.outer, *self.sentence.tokens(k, k + 1)) is not None

    def _anothers(self, k: int, end: int) -> int:
        """Where the clause of another begins behind a conjunction, from a chunk on; ``end`` where there is none."""
        s = self.sentence
        while also := _ALSO.search(s.kinds, k, end):
            at = also.start()
            if self._is_anothers(also):
                return at - (s.word(at - 1) == "even")  # "even though Ms Doe said it was not"
            k = at + 1  # the next may begin inside this one: "is otherwise well and the guild said"
        return end

    def _is_anothers(self, also: re.Match[str]) -> bool:
        """Whether another speaks behind a joint: "and the mayor said", "but Ms Doe disagreed", ", as she warned"."""
        s = self.sentence
        verb, who = s.head(also.end()), also.start("who")
        joint = also.start("joint")
        meanwhile = s.word(joint) == "as" and s.kind(joint - 1) == Kind.COMMA and _AND_THAT not in s.kinds[joint:]
        if also["joint"] not in _COORDINATING and not (self._contrasts(joint) or meanwhile):
            return False
        told = s.kinds[also.start()] == Kind.COMMA and s.head(who) in WORDS.papers and verb in WORDS.parenthetical_forms
        if verb in WORDS.says or told:  # ", and a lawsuit filed in May claims"
            return True
        speaks = s.kinds[who] == Kind.NAME or is_person_noun(s.head(who)) or s.head(who) in WORDS.people
        return speaks and also["joint"] != Kind.CONJUNCTION and (verb in WORDS.parenthetical_forms | WORDS.replies)

    def _contrasts(self, k: int) -> bool:
        """Whether a word sets a clause against the one before: "while", "even as"."""
        s = self.sentence
        return s.word(k) in WORDS.contrasting or (s.word(k) == "as" and s.word(k - 1) == "even")

    def _is_next(self, found: re.Match[str]) -> bool:
        """Whether others speak, or another share of them does something, behind a comma alone."""
        s = self.sentence
        if found["marks"]:
            return s.head(found.start("who")) in _THE_REST
        if found["verb"] is None:
            return s.head(found.start("who")) in NAMES.counting
        if found["also"]:
            return False
        whole = found["clause"] == Kind.THAT and _WHOLE.search(s.kinds, 0, found.start()) is not None
        speaks = bool(found["clause"]) and s.head(found.start("verb")) in (
            WORDS.parenthetical_forms if whole else WORDS.says
        )
        return speaks or s.head(found.start("who")) in WORDS.percent

    def before_share(self, speaker: int, k: int, end: int) -> int:
        """Where what a share of people says, which a chunk tells, ends before what the narrator tells of another."""
        if not self._is_share(speaker):
            return end
        return next((m.start() for m in _SHARED.finditer(self.kinds, k, end) if self._is_of_others(m)), end)

    def _is_of_others(self, found: re.Match[str]) -> bool:
        """Whether another share does something, or is only compared."""
        s = self.sentence
        if found["less"]:
            return s.word(found.start() + 1) == "compared" and self._is_share(found.start("less"))
        joint = found.start("joint")
        joins = s.kinds[joint] in _COORDINATING or s.word(joint) in WORDS.contrasting
        return joins and self._is_share(found.start("who"))

    def _is_share(self, k: int) -> bool:
        """Whether a noun phrase is a number of people and no more: "six in ten", "40 percent", "another"."""
        s = self.sentence
        last = s.firsts[k + 1] - 1
        return s.tags[last] == Tag.NUMBER or s.lower[last] in _SHARES

    def before_present(self, cue: int, k: int, end: int) -> int:
        """Where words in the past end before what is so now: "said it was late, | but some doubt it".

        Marks behind "but" are the speaker's.
        """
        if self.outer[cue] not in _PAST or Kind.MARKED in self.kinds[k:end]:
            return end
        against = (one for one in _SET_AGAINST.finditer(self.kinds, k + 1, end) if self._is_of_now(k, one))
        return next((one.start() for one in against), end)

    def _is_of_now(self, k: int, found: re.Match[str]) -> bool:
        """Whether a clause behind "but" is in the present, and the words before it, from a chunk on, in the past."""
        s = self.sentence
        told = _PREDICATE.search(s.kinds, k, found.start())
        joint = found.start() + 1
        if told is None or s.word(joint) == "so" or (s.kinds[joint] != Kind.CONTRAST and not self._contrasts(joint)):
            return False
        first, now = s.firsts[told.start()], s.firsts[found.start("verb")]
        shifted = self.outer[first] in _PAST or s.lower[first] in WORDS.shifted
        return shifted and (self.outer[now] in _PRESENT or s.lower[now] in _NOW)

    def _leaves_out(self, found: re.Match[str]) -> bool:
        """Whether the narrator tells what the speaker did not go into: "but gave no details"."""
        s = self.sentence
        k = found.start("verb") if found["verb"] else found.start("by")
        if found["joint"] in _TIMES and s.word(found.start("joint")) not in WORDS.contrasting:
            return False
        negated = not WORDS.negations.isdisjoint(s.lower[slice(*s.tokens(k, k + 1))]) or s.word(k - 1) == "without"
        if s.head(k) in WORDS.answering_forms or s.head(k) in _UNDONE:
            return negated
        what = found.start("what")
        given = s.head(k) in WORDS.giving and what > 0 and s.head(what) in WORDS.particulars
        return given and (negated or s.word(what) in _LITTLE)

    def _adds(self, at: int) -> bool:
        """Whether the narrator goes on behind a comma or a dash: ", which surprised her", ", before leaving"."""
        s = self.sentence
        kind, word, behind = s.kind(at + 1), s.word(at + 1), s.kind(at + 2)
        if s.kinds[at] != Kind.COMMA:
            return word not in WORDS.continuing and not s.kinds.startswith(_AND_THAT, at + 1)
        if kind == Kind.RELATIVE or self._is_wording(at):
            return True
        if behind == Kind.ING and (word in _MEANWHILE or word in WORDS.owners):  # ", his voice breaking"
            return True
        if word in _AFTERWARDS and behind == Kind.SUBJECT:  # ", as he left the room", but "as prices had risen"
            return self._does(at + 2)
        return word in (self._narrating(at + 1) if kind in _ASIDES_BEHIND else _NARRATED_BY.get(kind, ()))

    def _does(self, k: int) -> bool:
        """Whether a subject at a chunk does something: ", as he left", but not ", as it did in May", "as it has no"."""
        s = self.sentence
        verb = s.tags[s.firsts[min(k + 1, s.size)] : s.firsts[min(k + 2, s.size)]]
        return not (verb.endswith(Tag.AUXILIARY) or (s.word(k) == "it" and verb.startswith(Tag.AUXILIARY)))

    def _is_wording(self, at: int) -> bool:
        """Whether a clause on words in marks follows them behind a comma: "“under watch”, the phrase it uses when"."""
        s = self.sentence
        marked = s.kinds[at - 1] == Kind.MARKED and s.kind(at + 1) == Kind.COMMON
        return marked and s.head(at + 1) in _SPOKEN and s.kind(at + 2) in _NOUN

    def _narrating(self, k: int) -> frozenset[str]:
        """The first word of what stands behind a comma, where it tells what somebody does or where he speaks."""
        s = self.sentence
        if s.kind(k) == Kind.ING:
            told = s.word(k) in WORDS.narrating or self._stirs(k) or self._sets_scene(k)
        elif s.kind(k) == Kind.PREPOSITION:
            told = s.word(k) in _NOTWITHSTANDING or self._is_measured(k)
            told = told or (s.word(k) == "in" and self._is_occasion(k + 1))
        else:
            told = s.word(k) == "compared" and s.head(k + 2) in WORDS.estimates  # ", compared with estimates of"
        return frozenset({s.word(k)}) if told else frozenset()

    def _stirs(self, k: int) -> bool:
        """Whether a participle tells what words set off, or which guesses they beat: ", raising fears for"."""
        s = self.sentence
        stirs = s.word(k) in WORDS.stirring and s.head(k + 1) in WORDS.stirred | WORDS.applause
        return stirs or (s.word(k) in WORDS.beating and s.head(k + 1) in WORDS.estimates)

    def _sets_scene(self, k: int) -> bool:
        """Whether a participle tells when one speaks or where: ", speaking after a vote", ", coming a day after it"."""
        s = self.sentence
        late = s.word(k) == "coming" and not WORDS.meanwhile.isdisjoint(map(s.word, range(k + 1, k + 4)))
        return late or (s.word(k) == "speaking" and s.kind(k + 1) in _SCENE)

    def _is_measured(self, k: int) -> bool:
        """Whether figures are measured by the guesses of others: ", below analysts' estimates of", ", in line with"."""
        s = self.sentence
        level = k + 2 * (s.word(k) == "in" and s.word(k + 1) == "line")
        measured = level > k or s.word(k) in _MEASURES
        return measured and s.head(level + 1) in WORDS.estimates and s.word(level + 1) not in WORDS.owners

    def _is_occasion(self, k: int) -> bool:
        """Whether a noun phrase names where one says something, or what that is: "a post on X", "a landmark ruling"."""
        s = self.sentence
        if s.word(k) == "what":  # "in what was seen as a blow"
            return s.word(k + 1) in WORDS.be
        given = s.word(k) in WORDS.owners or s.word(k) in _ARTICLES
        return given and s.kind(k) in NOMINAL and s.head(k) in _OCCASIONS

    def plain_end(self, first: int) -> int:
        """Where words without marks end before what the narrator adds to them."""
        s = self.sentence
        return s.firsts[self.without_addition(s.at(first), s.size)]

    def _knows(self, rest: int) -> bool:
        """Whether the narrator tells behind a comma what he knows: "is “hot”, despite warnings that it is “cold”"."""
        return _PREPOSED.match(self.kinds, rest) is not None and self._adds(rest)

    def _acts(self, rest: int) -> bool:
        """Whether a past behind marks tells what the speaker did: "said it was “late” and left", but not "or sold"."""
        s = self.sentence
        deed = _DEED.match(s.kinds, rest)
        if deed is None or s.word(rest) == "or":
            return False
        first, after = s.tokens(deed.end() - 1, deed.end())
        return after - first == 1 and s.tags[first] in _PAST and s.lower[first] not in WORDS.shifted

    def _does_meanwhile(self, rest: int) -> bool:
        """Whether the narrator tells behind marks when the speaker says so: "said it was “late” | as he left"."""
        s = self.sentence
        found = _AS_ONE_DOES.match(s.kinds, rest) if s.word(rest) == "as" and s.word(rest + 1) in _WHO else None
        return found is not None and s.tags[s.firsts[found.end()] - 1] != Tag.AUXILIARY  # but "as they had been"
