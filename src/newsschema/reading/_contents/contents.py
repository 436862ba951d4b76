"""What was said behind a cue: where it begins, and where the clause or the phrase ends."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._contents.additions import Additions
from newsschema.reading._contents.phrase_ends import LATE_VERB, phrase_stop
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.refusals import exception, is_negated
from newsschema.reading._lexicon.frames import CLAUSAL, Form, Frame
from newsschema.reading._lexicon.gazetteer import is_person_noun
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Range
from newsschema.reading._syntax.outer_verbs import OUTER_VERB, behind_clause, behind_gap, is_subject
from newsschema.reading._syntax.phrases import subject

#: Prepositions after a passive that tell where and when, not what.
_ASIDES: Final = frozenset({Frame.IN, Frame.AT, Frame.ON, Frame.BY, Frame.FROM, Frame.DURING})
_NARROW: Final = frozenset({Form.ING, Form.PARTICIPLE, Form.NOUN, Form.EXISTENTIAL})
#: What stands between marks of a list: "“up” and “away”".
_LISTED: Final = KINDS.pattern(r",? <conjunction|of|preposition|common>{0,3}")
#: Who says what the next marks hold, between marks and a comma or a colon.
_SAYS_MORE: Final = KINDS.pattern("<noun> (?: <link> <nominal> )* <adverb>* (?P<verb> <predicate> ) [,:]")
#: A verb whose subject ends with marks.
_RESUMES: Final = KINDS.pattern(r",? (?: <link> <nominal> )* <adverb>* <predicate>")
#: The same, or a subject right behind marks without a stop: "says ‘no proof’ driver was drunk".
_RESUMES_OR_SUBJECT: Final = KINDS.pattern(r"(?: ,? | <nominal> ) (?: <link> <nominal> )* <adverb>* <predicate>")
#: By the role of the marks, how the narrator goes on behind them: a clause, the whole of what was said, an object.
_CLAUSE: Final = "clause"
_WHOLE: Final = "whole"
_OBJECT: Final = "object"
#: Tokens that may stand before who says something: "what | far fewer people know".
_BEFORE_WHO: Final = 2
_MARKS_ROLE: Final = {
    **dict.fromkeys((Frame.THAT, Frame.BARE, Frame.QUESTION, Frame.NOUN_THAT, Frame.INFINITIVE), _CLAUSE),
    **dict.fromkeys((Frame.QUOTE, Frame.COLON, Frame.NOUN_QUOTE), _WHOLE),
}
_NARRATING: Final = {
    _CLAUSE: KINDS.pattern(
        ", <relative|subordinator|contrast|ing|participle|conjunction>"
        "| (?<= <that> <marked> ) , <subject> <predicate> (?! , )"
    ),
    _WHOLE: KINDS.pattern("<!marked>"),
    _OBJECT: KINDS.pattern(",? (?: <time|link|subordinator|ing|relative> | <conjunction> <predicate|ing> )"),
}
#: A clause up to its marks that waits for its main clause, and such a one.
_OPENS_WITH: Final = KINDS.pattern("<that>? <subordinator> <!point|end|marked>* <marked>")
_MAIN_CLAUSE: Final = KINDS.pattern("<noun> (?: <link> <nominal> )* <adverb>* <predicate>")
#: Where a phrase inside a subject or a relative clause meets the verb of the sentence.
_MAIN_VERB: Final = KINDS.pattern("""
    (?<= <nominal|marked|ing> ) (?: <verb> | <participle> (?=<that|subject|marked>) ) | (?<= <marked> ) <participle>
""")
#: A clause of saying inside a phrase, to which the verbs behind it belong.
_CLAUSE_INSIDE: Final = KINDS.pattern("<predicate> <that>")
#: A clause with "that" up to its own verb: "refusing to say that the mayor of Voss | was late".
_AWAITS_VERB: Final = KINDS.pattern("<that> <adverb|adjective>* <nominal> <!predicate|subordinate|subject>* $")
#: The next clause may begin with when or where, or tell who its subject is: "Asked if it was late, Ann Doe, 40, said".
_CLAUSE_END: Final = KINDS.pattern(r"""
    , (?= (?: (?: <adverb|time> | <link> <!point|marked|stop|predicate|subject|relative|that|subordinator>{1,6} ) ,? )?
        <noun> (?: <link> <nominal> ){0,2} (?: <infinitive> <noun> (?: <link> <nominal> )* )?
        (?: <relative> <predicate> <nominal|link|time>* )? (?: <dash> <!dash|stop|marked>{1,12} <dash> )?
        (?: (?: , <nominal> (?: <link> <nominal> ){0,2} ){1,2} , | , <relative|ing> <!point|marked|end>{1,12} , )?
        <adverb>* <predicate> )
""")
_RELATED_AGAIN: Final = KINDS.pattern(",? <conjunction|contrast> (?: <relative> | <that> (?= <adverb>* <predicate> ) )")
#: A clause whose verb has no object: "a claim that the guild denied,".
_GAPPED: Final = KINDS.pattern("<that> <noun> (?: <link> <nominal> )* <predicate> (?= <point|end> | $ )")
#: A clause about whose subject somebody says something: "rules that experts say | are old".
_SAID_TO_BE: Final = KINDS.pattern("<that> <noun> (?: <link> <nominal> )* <adverb>* <predicate> (?= <verb> )")
_THAT: Final = frozenset({Frame.THAT, Frame.NOUN_THAT})
#: What is verb or noun, and a clause that has "that" for its subject.
_EITHER: Final = TAGS["base_or_noun third_or_plural"]
_OF_NOUN: Final = KINDS.pattern("<that> <adverb>* (?: <verb> | <participle> (?! <nominal> ) )")
_MARKS_BEFORE_VERB: Final = KINDS.pattern("<marked> <verb>")
#: How what is set behind a subject begins: ", asked about her claim,", ", when asked about it,".
_INSERTING: Final = KINDS.pattern("<subordinator>? <ing|participle>")
_RESUMED: Final = KINDS.pattern(", (?= <adverb>* <predicate> )")
_VERB: Final = KINDS.pattern("<predicate>")
#: A verb with no other behind it in its clause: "in what she said was a mess" stands in a clause of its own.
_ONLY_VERB: Final = KINDS.pattern(
    "<predicate> <!predicate|point|end|subordinate|conjunction>*"
    " (?: <point|end|conjunction|contrast|subordinator> | $ )"
)
_LINK: Final = KINDS["link"]
_GOVERNING: Final = KINDS["predicate ing infinitive link"]
#: How a sentence begins whose main clause comes later: "However, when asked whether".
_OPENS: Final = KINDS.pattern("""
    (?: <adverb|contrast|conjunction> ,? )? (?:
        <subordinator|relative|preposition|time|ing|participle> | <verb> (?= <noun> ) )
""")
#: A clause in which somebody is about to speak, in the middle of a sentence: "and when she says".
_SUBORDINATE: Final = KINDS.pattern("<conjunction|comma> <subordinator> <noun> (?: <link> <nominal> ){0,2} $")
_PREDICATE: Final = KINDS["predicate"]
_LINKING: Final = TAGS["relative that"]
_TRIMMED_AFTER: Final = TAGS["comma dash colon semicolon stop"]
_HAVING: Final = frozenset({"with", "without"})
_AIMS: Final = KINDS["infinitive to"]
#: What is to be done, too.
_TASK: Final = KINDS.pattern(",? <conjunction> <adverb>* <infinitive>")
#: What was done, behind what was not said.
_INSTEAD: Final = KINDS.pattern(", <contrast> (?: <adverb>* <predicate> | <subordinator> | <subject> )")
#: After what somebody threatens to do something.
_CAUSE: Final = KINDS.pattern("<subordinator> <nominal> (?: <link> <nominal> )* <adverb|time>* <predicate>")
_PAST: Final = TAGS["past participle"]
_THREATS: Final = frozenset({"threaten", "vow"})
#: How many words no clause with "that" has.
_POINTED: Final = 2


def is_pointed(cue: Cue | None, first: int, end: int) -> bool:
    """Whether "that" only points in the words behind a cue: "blasted that plan"."""
    return cue is not None and cue.frame == Frame.THAT and end - first <= _POINTED


def _is_done_by(cue: Cue) -> bool:
    """Whether a participle tells who does something to the noun before it: "a plan opposed by the guild"."""
    return cue.form == Form.PARTICIPLE and cue.frame == Frame.BY


def _is_spoken_to(cue: Cue) -> bool:
    """Whether a passive tells nothing of its subject: "was asked whether it is late", "was quoted as saying"."""
    return cue.base in WORDS.addressed or cue.base == "quote" or cue.frame == Frame.OBJECT_TO


def _is_aside(cue: Cue) -> bool:
    """Whether what is behind a passive tells where, when or by whom: "was told in May", "a plan opposed by Doe"."""
    told = cue.form == Form.PASSIVE and cue.frame in _ASIDES and cue.base not in WORDS.affecting
    return told or _is_done_by(cue)


class Contents(Additions):
    """Reads which words behind a cue were said."""

    def content(self, cue: Cue, mention: Range | None, start: int) -> list[Range]:
        """What was said with a cue: the complement to the right; for a passive the subject as well."""
        felt = cue.base in WORDS.affecting and cue.form == Form.ACTIVE
        body = None if felt else self._behind_colon(cue, self._said_of(cue, self._body(cue, mention)))
        if body is not None and mention is not None and self._is_cleft(mention, body[0]):
            return [(body[0] + 1, body[1])]
        if cue.frame == Frame.GAP and mention is not None and self._is_subject(mention, cue.body):
            return []
        return [piece for piece in (self._about(cue, mention, start), body) if piece is not None]

    def _is_cleft(self, mention: Range, first: int) -> bool:
        """Whether words begin with the verb of a sentence about all somebody says: "What (all) we know | is that"."""
        what = "what" in self.lower[max(0, mention[0] - _BEFORE_WHO) : mention[0]] or self.lower[mention[0]] == "all"
        return what and self.lower[first] in WORDS.be and self.outer[first + 1] == Tag.THAT

    def _is_subject(self, mention: Range, verb: int) -> bool:
        """Whether all that somebody says is the subject of the only verb: "Everything she says | is noted"."""
        s = self.sentence
        k = s.at(mention[0]) - 1
        k -= s.kind(k) == Kind.THAT
        whole = s.head(k) in WORDS.wholes
        if whole or s.word(k) == "what":
            apart = s.kind(k - 1) not in (_LINK if whole else _GOVERNING)
        else:
            apart = k == 0 and s.kind(k) in NOMINAL
        return apart and _ONLY_VERB.match(s.kinds, s.at(verb)) is not None

    def _about(self, cue: Cue, mention: Range | None, start: int) -> Range | None:
        """What stands before a cue and was said too: a subject, "which" in "which critics said was wrong"."""
        s = self.sentence
        if cue.frame == Frame.GAP and mention is not None and mention[0] > start:
            before = mention[0] - 1
            if self.outer[before] in _LINKING:
                return before, mention[0]
        passive = (cue.form == Form.PASSIVE or _is_done_by(cue)) and not _is_spoken_to(cue)
        governs = cue.form == Form.ACTIVE if cue.base in WORDS.affecting else passive
        about = subject(s, s.at(cue.first), s.at(start)) if governs or cue.raises else None
        empty = about is not None and cue.frame == Frame.THAT and self.lower[about[0]] == "it"  # "it was said that"
        return None if empty else about

    def _said_of(self, cue: Cue, body: Range | None) -> Range | None:
        """The marks behind a comma, without what somebody says them of: "said of her leaving, “No”"."""
        if body is None or cue.frame != Frame.OF or cue.base != "say":
            return body
        spoken = self.outer.find(Tag.COMMA + Tag.OPEN, *body)
        return body if spoken < 0 else (spoken + 1, body[1])

    def _behind_colon(self, cue: Cue, body: Range | None) -> Range | None:
        """The marks behind a colon, without what the cue has for its object: "answered the board: “No”"."""
        bare = cue.frame == Frame.BARE
        asked = cue.frame == Frame.QUESTION
        if body is None or (cue.frame in CLAUSAL and not bare and not asked):
            return body
        colon = self.outer.find(Tag.COLON + Tag.OPEN, *body)
        if asked:  # "asked if it was late: “No”" has an answer
            return body if colon < 0 else (body[0], colon)
        whole = colon < 0 or (bare and self.has_verb(body[0], colon))  # but "put it this way: “No”"
        return body if whole else (colon + 1, body[1])

    def _body(self, cue: Cue, mention: Range | None) -> Range | None:
        """The complement to the right of a cue, cut where the clause or the phrase ends."""
        s = self.sentence
        if cue.body >= self.high or cue.frame == Frame.END or _is_aside(cue):
            return None
        k = s.at(cue.body)
        if cue.frame == Frame.BARE and self._is_object(self._relative(cue, mention), k):
            return None
        if self.tells_which(cue):
            return None
        end = s.firsts[self._before_exception(cue, k, self._body_end(cue, mention, k))]
        while end > cue.body and self.outer[end - 1] in _TRIMMED_AFTER:
            end -= 1
        return (cue.body, end) if end > cue.body and not is_pointed(cue, cue.body, end) else None

    def is_unsaid(self, cue: Cue, content: list[Range]) -> bool:
        """Whether marks hold a word that somebody does not use: "never mentions the word “fire”"."""
        opened = self.outer.find(Tag.OPEN, *content[-1]) if content else -1
        named = opened > 0 and self.lower[opened - 1] in WORDS.wordings
        return named and is_negated(self.sentence, cue.first, cue.head)

    def tells_which(self, cue: Cue) -> bool:
        """Whether "that" only tells which: "made by the guild for lamps that shine", "a claim that I deny".

        "An attack on rules that experts say are old" has the words of experts.
        """
        if cue.frame not in _THAT:
            return False
        if self.lower[cue.after] == "by":  # the verb of the clause looks like a noun
            return not self.has_verb(cue.body) and Tag.OPEN not in self.outer[cue.body : self.high]
        s = self.sentence
        if self._is_said_of(cue) or self._is_of_noun(cue):
            return True
        denied = _GAPPED.match(s.kinds, s.at(cue.body)) if cue.form == Form.NOUN else None
        return denied is not None and s.head(denied.end() - 1) in WORDS.denying_forms

    def _is_of_noun(self, cue: Cue) -> bool:
        """Whether what looks like a verb is the noun of those that a clause is about: "most clay states that vote"."""
        either = known_tags().get(self.lower[cue.head]) in _EITHER
        speaks = self.outer[cue.first - 1] == Tag.SUBJECT or is_person_noun(self.lower[cue.first - 1])
        return (
            either
            and not speaks
            and cue.form == Form.ACTIVE
            and _OF_NOUN.match(self.kinds, self.sentence.at(cue.body)) is not None
        )

    def _is_said_of(self, cue: Cue) -> bool:
        """Whether a clause behind no verb of saying tells which things somebody says something of."""
        s, said = self.sentence, _SAID_TO_BE.match(self.kinds, self.sentence.at(cue.body))
        if said is None or cue.base in WORDS.clausal or s.head(said.end() - 1) not in WORDS.parenthetical_forms:
            return False
        return cue.form != Form.NOUN or not is_subject(s, cue.chunk)  # but "her claim that Mr Roe knew was false"

    def _is_object(self, relative: int | None, k: int) -> bool:
        """Whether the only verb behind a relative clause is that of its sentence: "who saw the fire told the BBC"."""
        s = self.sentence
        if relative is None or self.outer[relative - 1] == Tag.COMMA:
            return False
        first = s.at(relative)
        if s.kind(first - 1) == Kind.CONJUNCTION:  # "who lives here and who saw the fire"
            first = max(0, s.kinds.rfind(Kind.RELATIVE, 0, first))
        if _VERB.search(s.kinds, 0, first):
            return False
        verb = _VERB.search(s.kinds, k)
        alone = verb is not None and OUTER_VERB.match(s.kinds, verb.start()) is None
        return alone and self._apposed_end(relative, k) is None  # but "Ann Doe, a nurse who said she saw it, left"

    def _body_end(self, cue: Cue, mention: Range | None, k: int) -> int:
        """The chunk behind the complement that begins with a chunk."""
        s = self.sentence
        kinds = s.kinds
        relative = mention is not None and self.outer[mention[0]] in _LINKING
        inserted = self._is_inserted(mention) or self._is_set_in(cue, k)
        if cue.form == Form.PARTICIPLE:
            end = phrase_stop(s, cue, k)
            return kinds.find(Kind.MARKED, k, end) + 1 or end  # "a blog, called “the Feed”, with five writers"
        if cue.frame in CLAUSAL:
            end = self._before_deed(cue, k, self._clause_end(cue, self._relative(cue, mention), k))
            end = self._before_task(cue, k, self.before_present(cue.head, k, self.without_addition(k, end)))
            end = end if mention is None else self.before_share(s.at(mention[0]), k, end)
            return self._marked_end(cue.frame, k, end, inserted=inserted, within=self._is_within(cue, mention))
        end = self._before_cause(cue, k, phrase_stop(s, cue, k))
        if cue.form in _NARROW or relative:
            end = self._before_main_verb(k, end)
            return self._marked_end(cue.frame, k, end) if cue.form == Form.ING and not relative else end
        within = self._is_within(cue, mention)
        return self._marked_end(cue.frame, k, self.without_addition(k, end), inserted=inserted, within=within)

    def _is_within(self, cue: Cue, mention: Range | None) -> bool:
        """Whether a clause tells which: "a memo in which she called it “old” was lost", "signs reading “No” hung"."""
        s = self.sentence
        if self.lower[cue.head] == "reading":
            return s.kind(cue.chunk - 1) in NOMINAL
        if mention is None or (cue.frame in CLAUSAL and cue.frame != Frame.QUOTE):
            return False
        return s.kind(s.at(mention[0]) - 1) in NOMINAL or self._relative(cue, mention) is not None

    def _before_exception(self, cue: Cue, k: int, end: int) -> int:
        """Where what nobody answers ends before what is said: "declined to comment other than to say it was late"."""
        refuses = cue.frame == Frame.REFUSAL or cue.base in WORDS.refusing
        stops = (exception(self.sentence, verb) for verb in range(k + 1, end)) if refuses else ()
        return next((stop for stop in stops if stop is not None), end)

    def _before_deed(self, cue: Cue, k: int, end: int) -> int:
        """Where a clause that nobody said ends before what was done instead: "did not say it was late, but left"."""
        denied = is_negated(self.sentence, cue.first, cue.head)
        stop = _INSTEAD.search(self.kinds, k + 1, end) if denied else None
        return end if stop is None else stop.start()

    def _before_task(self, cue: Cue, k: int, end: int) -> int:
        """Where a clause ends before what else is to be done: "plans to say that it is late, | and then to leave"."""
        task = _TASK.search(self.kinds, k, end)
        if task is None or not _AIMS.isdisjoint(self.kinds[k : task.start()]):
            return end
        return task.start() if Kind.INFINITIVE in self.kinds[: cue.chunk + 1] else end

    def _before_cause(self, cue: Cue, k: int, end: int) -> int:
        """Where a threat ends before what brought it about: "threatened to leave | after the town cut its fee"."""
        s = self.sentence
        cause = _CAUSE.search(s.kinds, k, end) if cue.base in _THREATS and cue.frame == Frame.INFINITIVE else None
        if cause is None or s.word(cause.start()) != "after":
            return end
        verb = s.firsts[cause.end() - 1]
        past = s.tags[verb] in _PAST or s.lower[verb] in WORDS.shifted
        return cause.start() if past else end

    def _before_main_verb(self, k: int, end: int) -> int:
        """Where a phrase in a subject ends before the verb of the sentence, unless a clause inside has the verb."""
        kinds = self.sentence.kinds
        stop = _MAIN_VERB.search(kinds, k + 1, end)
        if stop is None or _CLAUSE_INSIDE.search(kinds, k, stop.start()):
            return end  # "citing experts who say that it will cool"
        if _AWAITS_VERB.search(kinds, k, stop.start()) is None:
            return stop.start()
        outer = OUTER_VERB.match(kinds, stop.start(), end)
        return end if outer is None else outer.end()

    def _is_inserted(self, mention: Range | None) -> bool:
        """Whether a speaker stands in a relative clause between commas: ", who said", ", which critics said"."""
        if mention is None:
            return False
        first = mention[0]
        relative = first if self.outer[first] in _LINKING else first - 1
        return self.outer[relative] == Tag.RELATIVE and self.outer[relative - 1] == Tag.COMMA

    def _is_set_in(self, cue: Cue, k: int) -> bool:
        """Whether a participle and its marks stand before the verb of its sentence: "Doe, citing “fog,” said"."""
        marked = self.kinds.find(Kind.MARKED, k)
        led = cue.form == Form.ING and self.outer[cue.first - 1] == Tag.COMMA
        return led and marked >= 0 and self.sentence.kind(marked + 1) == Kind.VERB

    def _relative(self, cue: Cue, mention: Range | None) -> int | None:
        """Where the relative clause begins that a cue stands in: "who said", "which critics said was"."""
        if mention is None:
            return None
        first = mention[0]
        if self.outer[first] in _LINKING:
            return first
        if self.lower[first - 1] in WORDS.supposing:
            return None  # "Whether she says it or not, ..."
        if cue.frame == Frame.GAP and self.sentence.at(first) == 1:
            return first  # "A kiln | she said was late has cracked"
        joins = self.outer[first - 1] == Tag.RELATIVE or (cue.frame == Frame.GAP and self.outer[first - 1] in _LINKING)
        return first - 1 if joins else None

    def _clause_end(self, cue: Cue, relative: int | None, k: int) -> int:
        """The chunk where the clause after a cue gives way to the sentence that both stand in."""
        s = self.sentence
        again = None if relative is None else self._related_again(relative, k)
        if again is not None:
            return again
        end = behind_gap(s, k) if cue.frame == Frame.GAP else None
        end = self._outer_end(cue, relative, k) if end is None else end
        if end is not None:
            return end
        stops = _CLAUSE_END.finditer(s.kinds, k) if self._comes_before_main(cue) else ()
        return next((stop.start() for stop in stops if s.word(stop.end()) not in _HAVING), s.size)

    def _related_again(self, relative: int, k: int) -> int | None:
        """The joint before a second clause on the noun that a first tells of: "who said it was late | and who left"."""
        again = _RELATED_AGAIN.finditer(self.kinds, k)
        word = self.lower[relative]
        return next((joint.start() for joint in again if self.sentence.word(joint.end() - 1) == word), None)

    def _outer_end(self, cue: Cue, relative: int | None, k: int) -> int | None:
        """The chunk where the sentence goes on in whose subject, or in what is set into which, a cue stands."""
        s = self.sentence
        governs = cue.form == Form.NOUN or (cue.form == Form.ING and s.kind(cue.chunk - 1) in NOMINAL)
        opens = governs and is_subject(s, cue.chunk)  # "her claim that it fell was denied"
        if opens or (relative is not None and self.outer[relative - 1] != Tag.COMMA):
            return self._verb_behind(relative, k, of_noun=opens)
        if relative is not None:
            return self.relative_end(relative, k)
        resumed = self._resumed(k) if self._opens_insertion(cue.chunk) else None
        return None if resumed is None else resumed.start()

    def _verb_behind(self, relative: int | None, k: int, *, of_noun: bool) -> int | None:
        """The chunk where a clause that tells which meets the verb of its sentence: "what Doe called “a mess” | is"."""
        if _MARKS_BEFORE_VERB.match(self.kinds, k):
            return k + 1
        return behind_clause(self.sentence, k, of_noun=of_noun) or self._apposed_end(relative, k)

    def _apposed_end(self, relative: int | None, k: int) -> int | None:
        """The comma behind a clause in what describes a subject: "Ann Doe, a nurse who said it was late, | left"."""
        opens = relative is not None and not _VERB.search(self.kinds, 0, self.sentence.at(relative))
        resumed = self._resumed(k) if opens else None
        return None if resumed is None else resumed.start()

    def _comes_before_main(self, cue: Cue) -> bool:
        """Whether a cue stands in a clause or a phrase before the main clause: "Though she said it fell, it stood"."""
        s = self.sentence
        if _SUBORDINATE.search(s.kinds, 0, cue.chunk):
            return True
        opens = _OPENS.match(s.kinds) is not None or cue.first == s.first
        return opens and not _CLAUSE_END.search(s.kinds, 0, s.at(cue.first) + 1)

    def _opens_insertion(self, k: int) -> bool:
        """Whether a chunk stands in what is set behind a subject: "Moe, asked about her claim that it fell, said"."""
        kinds = self.sentence.kinds
        comma = kinds.rfind(Kind.COMMA, 0, k + 1)
        inserted = _INSERTING.match(kinds, comma + 1) is not None
        return comma > 0 and inserted and not self.acts_before(comma)

    def relative_end(self, relative: int, k: int) -> int:
        """The chunk where a relative clause behind a comma ends: at the verb of a subject that it describes."""
        s = self.sentence
        stop = self._resumed(k)
        if stop is not None:
            return stop.start()
        described = not _VERB.search(s.kinds, 0, s.at(relative))
        comma = s.kinds.rfind(Kind.COMMA, k) if described else -1  # the verb looks like a noun: "..., starts in May"
        return comma if comma > k and s.kind(comma + 1) in NOMINAL else s.size

    def _resumed(self, k: int) -> re.Match[str] | None:
        """The comma before the verb to which a sentence comes back behind a clause, and not before the clause's own."""
        late = LATE_VERB.match(self.sentence.kinds, k)
        return _RESUMED.search(self.sentence.kinds, k if late is None else late.end())

    def marked_end(self, first: int) -> int:
        """Where words end that begin with a mark at a token."""
        s = self.sentence
        return s.firsts[self._marked_end(Frame.QUOTE, s.at(first), s.size)]

    def _marked_end(self, frame: Frame, k: int, end: int, *, inserted: bool = False, within: bool = False) -> int:
        """Where what was said ends behind its marks, when the narrator goes on.

        At a comma in an ``inserted`` clause, and at the verb of the sentence ``within`` whose subject a clause stands.
        """
        s = self.sentence
        at = s.kinds.find(Kind.MARKED, k, end)
        while 0 <= at < end - 1:
            rest = at + 1
            at = s.kinds.find(Kind.MARKED, rest, end)
            if at >= 0 and _LISTED.fullmatch(s.kinds, rest, at):
                continue
            more, close = at >= 0 and self._says_more(rest, at), s.firsts[rest] - 1
            if more or self._gives_way(close, inserted=inserted, within=within):
                return rest
            if self._is_narrated(_MARKS_ROLE.get(frame, _OBJECT), k, rest) and not self._resumes(close, rest):
                return rest
        return end

    def _is_narrated(self, role: str, k: int, rest: int) -> bool:
        """Whether the narrator goes on behind marks, by what they are for the verb before them."""
        clause, close = role == _CLAUSE, self.sentence.firsts[rest] - 1
        awaited = clause and self.stop_at(close) == Tag.COMMA and self._awaits_main(k, rest)
        stopped = self.ends(close) and self.kinds[rest] != Kind.COMMA and not awaited
        aside = clause and (self._acts(rest) or self._knows(rest) or self._does_meanwhile(rest))
        return stopped or aside or _NARRATING[role].match(self.kinds, rest) is not None

    def _awaits_main(self, k: int, rest: int) -> bool:
        """Whether a clause that opens with "if" meets its main clause: "said that if it is “cold,” | she will go"."""
        opens = _OPENS_WITH.match(self.kinds, k, rest)
        return opens is not None and opens.end() == rest and _MAIN_CLAUSE.match(self.kinds, rest) is not None

    def _gives_way(self, close: int, *, inserted: bool, within: bool) -> bool:
        """Whether a clause ends at marks before the verb of its sentence: ", who brings “good news,” has to hurry"."""
        resumed = within and self.sentence.kind(self.sentence.at(close + 1)) in _PREDICATE
        return resumed or (inserted and self.stop_at(close) == Tag.COMMA)

    def _says_more(self, rest: int, at: int) -> bool:
        """Whether all between marks is who says the next ones, a stop left out: "is “hot” He added, “It is old.”"."""
        s = self.sentence
        added = _SAYS_MORE.fullmatch(s.kinds, rest, at)
        begins = s.view.words[s.firsts[rest]][0].isupper()  # but "the “old” kiln says, “Stay away”"
        return begins and added is not None and s.head(added.start("verb")) in WORDS.parenthetical_forms

    def _resumes(self, close: int, rest: int) -> bool:
        """Whether a verb whose subject ends with marks stands behind them; without a stop, its subject may, too."""
        behind = _RESUMES if self.stop_at(close) in ",.?" else _RESUMES_OR_SUBJECT
        return behind.match(self.kinds, rest) is not None

    def nested_end(self, cue: Cue, mention: Range | None, high: int) -> int:
        """Where a that-clause inside another's words ends."""
        s = self.sentence
        k = s.at(cue.body)
        stop = None
        if mention is None and cue.form == Form.ING:  # "thinking that X could Y was a mistake"
            verbs = list(_VERB.finditer(s.kinds, k, s.at(high)))
            stop = verbs[1] if len(verbs) > 1 else None
        elif s.kind(s.at(cue.first) - 2) == Kind.SUBORDINATOR:  # "When we say that X, this means Y"
            stop = _CLAUSE_END.search(s.kinds, k)
        return self.trim(min(high, s.firsts[stop.start()]) if stop else high)
