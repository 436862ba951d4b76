"""The clause of a cue: where its speaker stands, and which words to the left or right were said."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsschema.reading._chunks import KINDS, NOMINAL, Kind, Range, Sentence
from newsschema.reading._cues import Cue
from newsschema.reading._frames import CLAUSAL, Form, Frame
from newsschema.reading._pairs import stop_inside
from newsschema.reading._phrases import apposed, described, phrase_end, subject
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._words import WORDS

#: Frames that a verb before its subject seems to have: "said Ms Doe".
_INVERTED: Final = frozenset(
    {Frame.OBJECT, Frame.BARE, Frame.OBJECT_TO, Frame.OBJECT_AS, Frame.OBJECT_QUOTE, Frame.INFINITIVE}
)
_LOOSE: Final = frozenset(Frame.named(name) for name in WORDS.loose_complements)
#: Prepositions after a passive that tell where and when, not what.
_ASIDES: Final = frozenset({Frame.IN, Frame.AT, Frame.ON, Frame.BY, Frame.FROM, Frame.DURING})
_REPORTING_FORMS: Final = frozenset({Form.ACTIVE, Form.PASSIVE})
_PASSIVES: Final = frozenset({Form.PASSIVE, Form.PARTICIPLE})
_INFINITIVES: Final = frozenset({Frame.INFINITIVE, Frame.REFUSAL})
_TO_DO: Final = _INFINITIVES | {Frame.OBJECT_TO}
_NARROW: Final = frozenset({Form.ING, Form.PARTICIPLE, Form.NOUN, Form.EXISTENTIAL})

#: What follows a comma or "and" that goes on with a list or a phrase.
_CLAUSE_AHEAD: Final = (
    "(?: <adverb>* <predicate|ing|infinitive> | <subject> | <nominal> (?: <link> <nominal> )* <predicate> )"
)
#: What looks like a verb between the items of a list: "drains, damaged roads, pipes".
_LISTED_ITEM: Final = "<participle> <common> ,? (?: , | <conjunction> )"
#: Where a phrase ends that somebody speaks about.
_PHRASE_END: Final = KINDS.pattern(rf"""
    , (?! {_LISTED_ITEM} )
        (?= <adverb>* <ing|contrast|subordinator|relative|predicate|subject|preposition>
          | <conjunction> {_CLAUSE_AHEAD} )
    | <semicolon|newline|dash>
    | (?<= <marked> ) (?= <time|subject|ing|contrast> | <conjunction> <adverb>* <ing> )
    | <conjunction|contrast> (?= <adverb>* (?: <verb> | <participle> <nominal|subject|that> )
        | <noun> (?: <link> <nominal> )* <predicate> )
    | , (?= <nominal> <predicate> )
    | <subordinator> (?= <subject> | <nominal> <verb> )
    | (?= <time> ,? $ )
    | <preposition> (?= <ing> )
""")
#: Where an infinitive ends.
_TO_END: Final = KINDS.pattern(rf"""
    , (?! {_LISTED_ITEM} ) (?= <adverb>* <ing|contrast|subordinator|relative|predicate|subject>
        | <nominal> <predicate> | <conjunction> {_CLAUSE_AHEAD} )
    | <semicolon|newline|dash>
    | <conjunction|contrast> (?= <adverb>* <verb> )
""")
#: What the narrator adds at the end of what was said: ", who is 46", ", a charge that he denies", " - her first".
_ADDED: Final = KINDS.pattern(
    "(?: , (?=<relative|common|subordinator|preposition|ing>) | <dash> )"
    " (?! [^q]* , <adverb>* <predicate> ) [^q;:\\-]* $"
    r" | , (?= <relative> | <subordinator> <subject> )"
    r"   (?! [\s\S]* (?: , | (?<= <marked> ) ) <adverb>* <predicate> ) [^;:\-]* $"
)
#: What stands between marks of a list: "“up” and “away”".
_LISTED: Final = KINDS.pattern(r",? <conjunction|of|preposition|common>{0,3}")
#: A verb whose subject ends with marks.
_RESUMES: Final = KINDS.pattern(r",? (?: <link> <nominal> )* <adverb>* <predicate>")
#: By the role of the marks, how the narrator goes on behind them: a clause, the whole of what was said, an object.
_CLAUSE: Final = "clause"
_WHOLE: Final = "whole"
_OBJECT: Final = "object"
#: Words behind a comma by which the narrator goes on: "a charge that he denies".
_NARRATED_BY: Final = {Kind.COMMON: frozenset({"a", "an"})}
_AFTERWARDS: Final = frozenset({"after", "as"})
_MEANWHILE: Final = frozenset({"before", "while"})
#: Behind a semicolon, what goes on with what was said: "said that it was late; that it was dark".
_LISTED_ON: Final = KINDS["that conjunction"]
_OCCASIONS: Final = WORDS.occasions | WORDS.papers
_NOUN: Final = KINDS["noun"]
_ASIDES_BEHIND: Final = KINDS["preposition ing"]
_MARKS_ROLE: Final = {
    **dict.fromkeys((Frame.THAT, Frame.BARE, Frame.QUESTION, Frame.NOUN_THAT, Frame.INFINITIVE), _CLAUSE),
    **dict.fromkeys((Frame.QUOTE, Frame.COLON, Frame.NOUN_QUOTE), _WHOLE),
}
_NARRATING: Final = {
    _CLAUSE: KINDS.pattern(", <relative|subordinator|contrast|ing|participle|conjunction>"),
    _WHOLE: KINDS.pattern("<!marked>"),
    _OBJECT: KINDS.pattern(",? (?: <time|link|subordinator|ing|relative> | <conjunction> <predicate|ing> )"),
}
#: Where a phrase inside a subject or a relative clause meets the verb of the sentence.
_MAIN_VERB: Final = KINDS.pattern("(?<= <nominal|marked> ) (?: <verb> | <participle> (?=<that|subject|marked>) )")
#: Where a clause that opens the sentence gives way to its main clause; where it goes on after a relative clause.
_MAIN_CLAUSE: Final = KINDS.pattern(
    "(?: , | (?<= <marked> ) ) (?= <noun> (?: <link> <nominal> ){0,2} <adverb>* <predicate> )"
)
_CLAUSE_END: Final = KINDS.pattern(", (?= <noun> (?: <link> <nominal> ){0,2} <adverb>* <predicate> )")
_RESUMED: Final = KINDS.pattern(", (?= <adverb>* <predicate> )")
#: Two verbs that nothing joins, up to the second: "who said they were hurt | were taken".
_OUTER_VERB: Final = KINDS.pattern("<verb> <nominal|link|adverb|adjective|time>* (?= <verb> )")
#: A conjunction and a subject in front of a verb of its own.
_ALSO: Final = KINDS.pattern(",? <conjunction|contrast> <noun> (?: <link> <nominal> ){0,2} <adverb>* (?= <verb> )")
#: Offices in front of a name: "chairman, chief executive and president Craig Moen".
_OFFICES: Final = KINDS.pattern("(?: <common> , )+")
_TAIL_STOP: Final = KINDS["comma marked semicolon colon dash"]
_FINITE: Final = KINDS["predicate"]
_VERB: Final = KINDS.pattern("<predicate>")
#: How a sentence begins whose main clause comes later: "However, when asked whether".
_OPENS: Final = KINDS.pattern("(?: <adverb|contrast|conjunction> ,? )? <subordinator|preposition|time|ing|participle>")
_OPENING: Final = KINDS["preposition ing participle"]
_POINT: Final = KINDS["point"]
_BEFORE_REPORT: Final = KINDS["marked comma dash"]
_COMMON: Final = TAGS["noun plural"]
_INSERTION: Final = TAGS.pattern("(?<= <conjunction> ) <comma> <!comma|finite|open|close>{1,15} <comma> $")
#: What opens the clause that a speaker stands in: "..., when, in fact, he answered".
_SET_OFF: Final = TAGS.pattern("<subordinator> <comma> <preposition|adverb> <nominal>* <comma> $")
_COUNTING: Final = TAGS["number determiner"]
_JOINS: Final = KINDS["conjunction"]
#: Tokens from the opening mark of two words to the closing one.
_TWO_WORDS: Final = 3
#: How far a passive's agent may stand from it, in chunks.
_AGENT_REACH: Final = 6


class Reporting(NamedTuple):
    """A reporting clause after or inside what was said: its speaker, where the words end and where it ends itself.

    ``quoted`` says that speaker and verb follow marks that end in a comma or a question: any verb reports then.
    Positions are tokens.
    """

    mention: Range
    said: int
    end: int
    quoted: bool = False


class Clauses:
    """Reads the clauses of one sentence; positions are indices of tokens."""

    def __init__(self, sentence: Sentence, outer: str, tags: str) -> None:
        self.sentence = sentence
        self.kinds = sentence.kinds
        self.outer = outer
        self.lower = sentence.lower
        self.tags = tags
        self.high = sentence.after

    def trim(self, end: int) -> int:
        """Step back over commas, dashes and colons."""
        while end and self.outer[end - 1] in _TRIMMED:
            end -= 1
        return end

    # --- what was said stands to the left

    def reporting(self, cue: Cue, start: int) -> Reporting | None:
        """The reporting clause of a cue whose words stand before it, back to ``start``."""
        if cue.form not in _REPORTING_FORMS or cue.first <= start:
            return None
        return self._inverted(cue, start) or self._upright(cue, start)

    def _upright(self, cue: Cue, start: int) -> Reporting | None:
        """A reporting clause with the speaker in front: '..., Ms Doe said'."""
        mention = self._speaker_before(cue, start)
        if mention is None or self._opens_with_phrase(cue, start, mention[0]):
            return None
        at = mention[0]
        quoted = self._is_quoted(at)
        if not quoted and (cue.base not in WORDS.parenthetical or cue.base in WORDS.naming_verbs):
            return None
        if self.lower[at - 1] == "as" and (cue.frame in _LOOSE or _tells(cue)):
            return Reporting(mention, self.trim(at - 1), self._tail_end(cue))
        end = self._tail_end(cue)
        if not self._may_end(cue, at, start) or not (self._said_before(at, start) or self._interrupts(cue, end)):
            return None
        before = self.outer[at - 1]
        sure = quoted and mention[1] == cue.first and (before == Tag.COMMA or self._ends(at - 1) in ",?")
        return Reporting(mention, self.trim(at), end, sure)

    def _speaker_before(self, cue: Cue, start: int) -> Range | None:
        """The subject of a cue, all the way to the marks before it: "“...,” Mr Doe, now 81 and retired, said"."""
        s = self.sentence
        found = subject(s, s.at(cue.first), s.at(start))
        if found is None or found[0] <= start or self.outer[found[0]] == Tag.RELATIVE:
            return None
        close = self.outer.rfind(Tag.CLOSE, start, found[0] - 1)
        if close < start or not self.ends(close):
            return found
        first = s.at(close + 1)
        named = self.outer[close + 1] == Tag.NAME and s.kind(first + 1) == Kind.COMMA
        whole = named and Kind.VERB not in s.kinds[first : s.at(cue.first)]
        offices = _OFFICES.fullmatch(s.kinds, first, s.at(found[0])) is not None
        return (close + 1, found[1]) if whole or offices else found

    def _opens_with_phrase(self, cue: Cue, start: int, at: int) -> bool:
        """Whether only a phrase stands before a cue with an object of its own: "In the letter, she asks for"."""
        s = self.sentence
        first = s.at(start)
        governs = cue.frame not in _LOOSE and not _tells(cue)
        phrase = s.kind(first) in _OPENING and Kind.VERB not in s.kinds[first : s.at(at)]
        return governs and (phrase or s.kind(first) == Kind.SUBORDINATOR)  # "Since they left, users ask for"

    def _is_quoted(self, at: int) -> bool:
        """Whether marks close right before a token, or before the comma in front of it."""
        before = self.outer[at - 1]
        return Tag.CLOSE in (before, self.outer[at - 2] if before == Tag.COMMA else before)

    def _qualified(self, at: int) -> bool:
        """Whether one word or two in marks right before a noun only qualify it: "“Smart” meters show"."""
        close = at - 1
        if self.outer[close] != Tag.CLOSE or self.outer[at] not in _COMMON or self.ends(close):
            return False
        return close - self.outer.rfind(Tag.OPEN, 0, close) <= _TWO_WORDS

    def _may_end(self, cue: Cue, at: int, start: int) -> bool:
        """Whether a cue whose speaker begins at a token may end the sentence, by what stands around both."""
        if self.outer[at - 1] not in _REPORT_MARKS or self._qualified(at):
            return False
        clausal = cue.frame in CLAUSAL
        if _SET_OFF.search(self.outer, start, at):
            return False
        if not self._is_quoted(at):
            return cue.frame in _LOOSE or (cue.base in WORDS.addressed and cue.form == Form.ACTIVE and not clausal)
        comma = self.outer[at - 1] == Tag.COMMA
        return not clausal or self.outer[start] == Tag.OPEN or comma or self._ends(at - 1) == Tag.COMMA

    def _interrupts(self, cue: Cue, end: int) -> bool:
        """Whether a reporting clause is set between commas, with the verb of what was said behind it."""
        return end == cue.after and self.outer[end] == Tag.COMMA and self._finite(end)

    def _inverted(self, cue: Cue, start: int) -> Reporting | None:
        """A reporting clause with the verb in front: '..., said Ms Doe'."""
        adjacent = self.outer[cue.first - 1] in _MARK_ENDS
        if not self._may_invert(cue, start, adjacent=adjacent):
            return None
        s = self.sentence
        k = s.at(cue.body)
        after = described(s, k)
        following = s.kind(after)
        if after == k or (s.kind(k) == Kind.SUBJECT and following in _FINITE):  # "“...,” says she left"
            return None
        said = (adjacent or following in _AFTER_SPEAKER) and self._said_before(cue.first, start)
        end = s.firsts[after]
        return Reporting((cue.body, end), self.trim(cue.first), end) if said or following in ",:" else None

    def _may_invert(self, cue: Cue, start: int, *, adjacent: bool) -> bool:
        """Whether a verb may stand before its speaker, by what stands before it and behind it."""
        s = self.sentence
        if not self._comes_first(cue, adjacent=adjacent) or self.outer[cue.body] == Tag.OBJECT:
            return False
        return adjacent or self._is_of_several(cue) or apposed(s, s.at(cue.first), s.at(start)) is None

    def _comes_first(self, cue: Cue, *, adjacent: bool) -> bool:
        """Whether a verb reports right behind what was said, before its subject."""
        if self.outer[cue.first - 1] not in _INVERSION or cue.base == "tell" or not self._reports(cue):
            return False
        naming = cue.frame == Frame.OBJECT_QUOTE and cue.base in WORDS.naming_verbs
        if naming or not (adjacent or cue.base in WORDS.parenthetical):
            return False
        return cue.frame in _INVERTED or (adjacent and cue.frame == Frame.ADJECTIVE)

    def _reports(self, cue: Cue) -> bool:
        """Whether a verb reports by itself: "said", "says", "read", which is its own past."""
        word = self.lower[cue.head]
        past = self.outer[cue.first] in _REPORTS or WORDS.irregular.get(word, ("",))[0] == word
        return past or self._is_of_several(cue)

    def _is_of_several(self, cue: Cue) -> bool:
        """Whether a verb can only have the several behind it for its subject: "..., say officials"."""
        return self.outer[cue.head] == Tag.BASE and self.outer[cue.after] == Tag.PLURAL and cue.base == "say"

    def without_lead(self, cue: Cue, start: int, said: int) -> int:
        """Where what was said begins: not at words that join sentences, nor at the narrator's before marks."""
        if self._is_relative(said):
            return said - 1
        while start < said and (lead := _SENTENCE_LEAD.match(self.outer, start, said)):
            start = lead.end()
        opened = self.outer.rfind(Tag.OPEN, start, said)
        if opened <= start or self.outer[said - 1] != Tag.CLOSE:
            return start
        parted = self.outer[opened - 1] in _POINTS and self.outer[opened - 1] != Tag.DASH
        return opened if parted or cue.base not in WORDS.parenthetical else start

    def _is_relative(self, said: int) -> bool:
        """Whether a relative is all that stands before a reporting clause: "a camera, which, he said, is new"."""
        return self.outer[said - 1] == Tag.RELATIVE and self.outer[said - 2] == Tag.COMMA

    def _finite(self, first: int, after: int | None = None) -> bool:
        """Whether a verb stands between two tokens."""
        s = self.sentence
        return _VERB.search(s.kinds, s.at(first), s.size if after is None else s.at(after)) is not None

    def _said_before(self, end: int, start: int) -> bool:
        """Whether what stands before can have been said: marks, or a clause with a verb."""
        if self.outer[start] == Tag.OPEN:
            return True
        close = end - 1 - (self.outer[end - 1] == Tag.COMMA)
        if self.outer[close] == Tag.CLOSE:
            return self._ends(close) in ",.?-"
        first = self.sentence.at(start)  # "Asked about it, she laughed" begins with no clause
        return self._finite(self.sentence.firsts[first + (self.sentence.kinds[first] == Kind.PARTICIPLE)], end)

    def ends(self, close: int) -> bool:
        """Whether a token is a closing mark that ends what was said."""
        return self.outer[close] == Tag.CLOSE and self._ends(close) in ",.?"

    def _ends(self, close: int) -> str:
        """The tag before a closing mark, or of the comma after it."""
        return "," if self.outer[close + 1] == "," else stop_inside(self.tags, close)

    def _tail_end(self, cue: Cue) -> int:
        """First token after a reporting clause: where a comma, a mark or the unit ends it."""
        s = self.sentence
        k = s.at(max(cue.after, cue.addressee[1] if cue.addressee else 0))
        while k < s.size and s.kinds[k] not in _TAIL_STOP:
            k += 1
        return s.firsts[k]

    def rest(self, clause: Reporting, start: int) -> int | None:
        """Where the words go on after an interrupting reporting clause, if they do.

        What follows a speaker is his only where it stands between marks, or goes on with an unmarked sentence that the
        clause interrupts.
        """
        outer, after, high = self.outer, clause.end, self.high
        if after < high and outer[after] == Tag.OPEN:
            named = self.lower[after - 1] in WORDS.naming_words
            return None if named or is_open_description(outer, clause.mention, after) else after
        k = after + 1
        if k >= high or outer[after] not in ",:;-":
            return None
        if outer[k] == Tag.OPEN or self._is_relative(clause.said):
            return k
        said = clause.said > start
        again = outer.find(Tag.OPEN, k, high)
        if again > 0 and said and outer[again - 1] in ",P" and not self._finite(k, again):
            return again
        marked = said and outer[clause.said - 1] == Tag.CLOSE and not (outer[clause.said] == "," and outer[k] in "XVz")
        if marked or outer[after] != "," or not self._goes_on(k, start, clause):
            return None
        return k

    def _goes_on(self, k: int, start: int, clause: Reporting) -> bool:
        """Whether unmarked words behind a reporting clause go on with those before it."""
        s = self.sentence
        at = s.at(k)
        kind = s.kind(at)
        mixed = self.outer.find(Tag.CLOSE, start, clause.said - 1) >= 0 and self.outer[clause.said - 1] != Tag.CLOSE
        whole = mixed or (clause.said > start and self._finite(start, clause.said))
        if not whole and kind == Kind.PARTICIPLE and clause.said > start:
            return True  # "The tide, she said, lifted all boats"
        if kind in _NARRATED or (kind == Kind.SUBORDINATOR and s.kind(at + 1) in _NARRATED):
            return False
        if not whole:
            return self._finite(k)
        return kind in _CONTINUED and self._finite(k)

    # --- who says it

    def mention(self, cue: Cue, start: int) -> Range | None:
        """The subject of a cue whose content follows, or the agent of a passive, or the owner of a noun."""
        s = self.sentence
        if cue.agent is not None:
            return cue.agent
        if cue.base in WORDS.affecting:
            if cue.form == Form.ACTIVE:
                k = s.at(cue.body)
                end = phrase_end(s, k)
                return s.tokens(k, end) if end > k else None
        elif cue.form in _PASSIVES:
            return self._agent(cue)
        if cue.form == Form.NOUN:
            return self._owner(cue)
        k = s.at(cue.first)
        if cue.form == Form.ING and s.kind(k - 1) not in _NOUN:
            return None
        if cue.form in _SUBJECTED:
            found = subject(s, s.at(self.before_insertion(cue.first)), s.at(start))
            return None if found is not None and cue.form == Form.ING and self._is_measure(*found) else found
        return None

    def before_insertion(self, at: int) -> int:
        """The token before what stands between commas behind "and": "it is late and, given the rain, expects"."""
        inserted = _INSERTION.search(self.outer, self.sentence.first, at)
        return inserted.start() if inserted else at

    def _is_measure(self, first: int, after: int) -> bool:
        """Whether a noun phrase is a stretch of time: "spent 45 seconds explaining"."""
        return self.outer[first] in _COUNTING and self.lower[after - 1] in WORDS.time_units

    def _agent(self, cue: Cue) -> Range | None:
        s = self.sentence
        k = s.at(cue.after)
        for by in range(k, min(s.size, k + _AGENT_REACH)):
            if s.word(by) == "by" and s.kinds[by] == Kind.PREPOSITION:
                end = described(s, by + 1)
                return s.tokens(by + 1, end) if end > by + 1 else None
            if s.kinds[by] in ",q\n;" and by > k:
                break
        return None

    def _owner(self, cue: Cue) -> Range | None:
        """Whose claim it is: "Ms Doe's", "her"."""
        s, first = self.sentence, cue.first
        if first > s.first and self.lower[first - 1] in WORDS.owners:
            return first - 1, first
        if first > s.first and self.outer[first - 1] == Tag.POSSESSIVE:
            begin = s.firsts[s.at(first - 1)]
            return (begin, first - 1) if begin < first - 1 else None
        return None

    def shared_subject(self, cue: Cue) -> Range | None:
        """The subject of the verb before, for a cue that has none of its own: "..., adding that", "and said"."""
        s = self.sentence
        best: Range | None = None
        for match in _VERB.finditer(s.kinds, 1, s.at(cue.first)):
            found = subject(s, match.start())
            before = s.kind(s.at(found[0]) - 1) if found is not None else ""
            if found is None or before in "oipve":
                continue
            if best is None or not (self.outer[found[0]] in "WT" or before in "lWT"):
                best = found
        return best

    def coming_subject(self, cue: Cue) -> Range | None:
        """The subject of the clause after a phrase that opens the sentence: "In saying so, the mayor left"."""
        s = self.sentence
        stop = _MAIN_CLAUSE.search(s.kinds, s.at(cue.body))
        if stop is None:
            return None
        return s.tokens(stop.end(), phrase_end(s, stop.end()))

    def introduced(self, colon: int) -> Range | None:
        """Who is named before a colon that no cue leads to: the name at the colon, or the subject of the sentence."""
        s = self.sentence
        k = s.at(colon)
        if k and s.kinds[k - 1] in NOMINAL:
            first, after = s.firsts[k - 1], s.firsts[k]
            names = [i for i in range(first, after) if self.outer[i] == Tag.NAME]
            if names and not self.outer[names[0] : after].strip("P#"):
                return names[0], after
        verb = _VERB.search(s.kinds, 1, k)
        return subject(s, verb.start()) if verb else None

    # --- what was said stands to the right

    def content(self, cue: Cue, mention: Range | None, start: int) -> list[Range]:
        """What was said with a cue: the complement to the right; for a passive the subject as well."""
        felt = cue.base in WORDS.affecting and cue.form == Form.ACTIVE
        body = None if felt else self._behind_colon(cue, self._body(cue, mention))
        return [piece for piece in (self._about(cue, mention, start), body) if piece is not None]

    def _about(self, cue: Cue, mention: Range | None, start: int) -> Range | None:
        """What stands before a cue and was said too: a subject, "which" in "which critics said was wrong"."""
        s = self.sentence
        if cue.frame == Frame.GAP and mention is not None and mention[0] > start:
            before = mention[0] - 1
            if self.outer[before] in _LINKING:
                return before, mention[0]
        passive = cue.form == Form.PASSIVE and cue.base not in WORDS.addressed  # "was asked whether" is not about him
        governs = cue.form == Form.ACTIVE if cue.base in WORDS.affecting else passive
        about = subject(s, s.at(cue.first), s.at(start)) if governs or cue.raises else None
        empty = about is not None and cue.frame == Frame.THAT and self.lower[about[0]] == "it"  # "it was said that"
        return None if empty else about

    def _behind_colon(self, cue: Cue, body: Range | None) -> Range | None:
        """The marks behind a colon, without what the cue has for its object: "answered the board: “No”"."""
        bare = cue.frame == Frame.BARE
        if body is None or (cue.frame in CLAUSAL and not bare):
            return body
        colon = self.outer.find(Tag.COLON + Tag.OPEN, *body)
        whole = colon < 0 or (bare and self._finite(body[0], colon))  # but "put it this way: “No”"
        return body if whole else (colon + 1, body[1])

    def _body(self, cue: Cue, mention: Range | None) -> Range | None:
        """The complement to the right of a cue, cut where the clause or the phrase ends."""
        s = self.sentence
        aside = cue.form == Form.PASSIVE and cue.frame in _ASIDES and cue.base not in WORDS.affecting
        if cue.body >= self.high or cue.frame == Frame.END or aside:
            return None
        k = s.at(cue.body)
        end = s.firsts[self._body_end(cue, mention, k)]
        while end > cue.body and self.outer[end - 1] in _TRIMMED_AFTER:
            end -= 1
        return (cue.body, end) if end > cue.body else None

    def _body_end(self, cue: Cue, mention: Range | None, k: int) -> int:
        """The chunk behind the complement that begins with a chunk."""
        s = self.sentence
        kinds = s.kinds
        relative = mention is not None and self.outer[mention[0]] in _LINKING
        inserted = mention is not None and self._is_inserted(mention[0])
        if cue.form == Form.PARTICIPLE:
            end = self._phrase_stop(_PHRASE_END, k + 1)
            return kinds.find(Kind.MARKED, k, end) + 1 or end  # "a blog, called “the Feed”, with five writers"
        if cue.frame in CLAUSAL:
            end = self._without_addition(k, self._clause_end(cue, mention if relative else None, k))
            return self._marked_end(cue.frame, k, end, inserted=inserted)
        ending = _TO_END if cue.frame in _INFINITIVES else _PHRASE_END
        end = self._phrase_stop(ending, k + 1, to_do=cue.frame in _TO_DO)
        if cue.form in _NARROW or relative:
            stop = _MAIN_VERB.search(kinds, k + 1, end)
            return stop.start() if stop else end
        return self._marked_end(cue.frame, k, self._without_addition(k, end), inserted=inserted)

    def _is_inserted(self, first: int) -> bool:
        """Whether a speaker stands in a relative clause between commas: ", who said", ", which critics said"."""
        relative = first if self.outer[first] in _LINKING else first - 1
        return self.outer[relative] == Tag.RELATIVE and self.outer[relative - 1] == Tag.COMMA

    def _clause_end(self, cue: Cue, relative: Range | None, k: int) -> int:
        """The chunk where the clause after a cue gives way to the sentence that both stand in."""
        s = self.sentence
        if relative is not None and self.outer[relative[0] - 1] != Tag.COMMA:
            verb = _OUTER_VERB.search(s.kinds, k)
            return verb.end() if verb else s.size
        stop = None
        if relative is not None:
            stop = _RESUMED.search(s.kinds, k)
        elif (_OPENS.match(s.kinds) or cue.first == s.first) and not _CLAUSE_END.search(s.kinds, 0, s.at(cue.first)):
            stop = _CLAUSE_END.search(s.kinds, k)
        return stop.start() if stop else s.size

    def _phrase_stop(self, ending: re.Pattern[str], k: int, *, to_do: bool = False) -> int:
        """Where a phrase ends, but not before "including" nor at a preposition that begins no clause.

        ``to_do`` says that it tells what to do, so that a base form goes on with it.
        """
        s = self.sentence
        for stop in ending.finditer(s.kinds, k):
            at = stop.start()
            if s.word(at + 1) in WORDS.continuing and s.kinds[at] == Kind.COMMA:
                continue
            if to_do and self._is_infinitive(at + 1):
                continue  # "to stay calm, follow advice and immediately report hazards"
            if s.kinds[at] != Kind.PREPOSITION or s.word(at) in {"by", "without"}:
                return at
        return s.size

    def _is_infinitive(self, k: int) -> bool:
        """Whether the verb behind a comma or a conjunction is a base form, which goes on with an infinitive."""
        s = self.sentence
        k += s.kind(k) in _JOINS
        k += s.kind(k) == Kind.ADVERB
        return s.kind(k) == Kind.VERB and s.tags[s.firsts[k + 1] - 1] == Tag.BASE

    def _without_addition(self, k: int, end: int) -> int:
        """Where what was said ends before what the narrator adds to it."""
        s = self.sentence
        semicolon = s.kinds.find(Kind.SEMICOLON, k, end)
        if semicolon > k and s.kind(semicolon + 1) not in _LISTED_ON:
            end = semicolon
        if Kind.SUBORDINATOR in s.kinds[k : k + 2]:  # "said after the crew left, a door opened"
            k = max(k, s.kinds.find(Kind.COMMA, k, end))
        for also in _ALSO.finditer(s.kinds, k + 1, end):
            if s.head(also.end()) in WORDS.says:  # "said it was safe and the mayor said it was not"
                end = also.start()
                break
        return next((m.start() for m in _ADDED.finditer(s.kinds, k + 1, end) if self._adds(m.start())), end)

    def _adds(self, at: int) -> bool:
        """Whether the narrator goes on behind a comma or a dash: ", which surprised her", ", before leaving"."""
        s = self.sentence
        kind, word, behind = s.kind(at + 1), s.word(at + 1), s.kind(at + 2)
        if s.kinds[at] != Kind.COMMA or kind == Kind.RELATIVE:
            return True
        if behind == Kind.ING and (word in _MEANWHILE or word in WORDS.owners):  # ", his voice breaking"
            return True
        if word in _AFTERWARDS and behind == Kind.SUBJECT:  # ", as he left the room", but "as prices had risen"
            return True
        return word in (self._narrating(at + 1) if kind in _ASIDES_BEHIND else _NARRATED_BY.get(kind, ()))

    def _narrating(self, k: int) -> frozenset[str]:
        """The first word of what stands behind a comma, where it tells what somebody does or where he speaks."""
        s = self.sentence
        if s.kind(k) == Kind.PREPOSITION:
            told = s.word(k) == "in" and self._is_occasion(k + 1)
        else:
            told = s.word(k) in WORDS.narrating
        return frozenset({s.word(k)}) if told else frozenset()

    def _is_occasion(self, k: int) -> bool:
        """Whether a noun phrase names where somebody says something: "its latest report"."""
        s = self.sentence
        return s.word(k) in WORDS.owners and s.kind(k) in NOMINAL and s.head(k) in _OCCASIONS

    def plain_end(self, first: int) -> int:
        """Where words without marks end before what the narrator adds to them."""
        s = self.sentence
        return s.firsts[self._without_addition(s.at(first), s.size)]

    def marked_end(self, first: int) -> int:
        """Where words end that begin with a mark at a token."""
        s = self.sentence
        return s.firsts[self._marked_end(Frame.QUOTE, s.at(first), s.size)]

    def _marked_end(self, frame: Frame, k: int, end: int, *, inserted: bool = False) -> int:
        """Where what was said ends behind its marks, when the narrator goes on; at a comma in an inserted clause."""
        s = self.sentence
        at = s.kinds.find(Kind.MARKED, k, end)
        while 0 <= at < end - 1:
            rest = at + 1
            at = s.kinds.find(Kind.MARKED, rest, end)
            if at >= 0 and _LISTED.fullmatch(s.kinds, rest, at):
                continue
            close = s.firsts[rest] - 1
            if inserted and self._ends(close) == Tag.COMMA:
                return rest  # ", who brings “good news,” has to hurry"
            stopped = self.ends(close) and s.kinds[rest] != Kind.COMMA
            goes_on = _RESUMES.match(s.kinds, rest) is not None
            if not goes_on and (stopped or _NARRATING[_MARKS_ROLE.get(frame, _OBJECT)].match(s.kinds, rest)):
                return rest
        return end

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


def is_open_description(outer: str, mention: Range | None, at: int) -> bool:
    """Whether a relative clause in a mention goes on with the marks at a token: "who rates the stock a ..."."""
    return mention is not None and mention[1] == at and Tag.RELATIVE in outer[mention[0] : at] and outer[at - 1] != ","


def _tells(cue: Cue) -> bool:
    """Whether what follows a cue is somebody spoken to: "as she told reporters"."""
    return cue.base in WORDS.addressed and cue.frame == Frame.OBJECT


#: "But", "Afterward,", "In sum,": what joins a sentence to the one before is not said.
_SENTENCE_LEAD: Final = TAGS.pattern(
    "<conjunction|contrast> | <adverb> <comma> (?= <nominal|subject|that|preposition> )"
)
_LINKING: Final = TAGS["relative that"]
_POINTS: Final = TAGS["point"]
_TRIMMED: Final = TAGS["comma dash colon semicolon"]
_TRIMMED_AFTER: Final = TAGS["comma dash colon semicolon stop"]
_MARK_ENDS: Final = TAGS["close inside"]
_INVERSION: Final = TAGS["close inside comma dash"]
_REPORT_MARKS: Final = TAGS["close comma dash"]
_REPORTS: Final = TAGS["reporting"]
_AFTER_SPEAKER: Final = KINDS["comma stop colon marked dash newline ing"]
_SUBJECTED: Final = frozenset({Form.ACTIVE, Form.PASSIVE, Form.ADJECTIVE, Form.ING})
#: What begins words of the narrator behind a speaker: "..., she said, pointing at it", "... who runs it".
_NARRATED: Final = KINDS["ing relative participle newline"]
#: What goes on with a clause that is whole.
_CONTINUED: Final = KINDS["conjunction contrast subordinator subject"]
