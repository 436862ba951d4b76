"""Reporting clauses after or inside what was said: "..., she said"."""

from __future__ import annotations

from typing import Final

from newsschema.reading._contents.leads import Leads
from newsschema.reading._contents.resumption import VERBAL, Reporting
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.evidence import mention_kind
from newsschema.reading._lexicon.frames import CLAUSAL, Form, Frame
from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import described, phrase_end
from newsschema.reading._syntax.chunks import KINDS, Kind, Range
from newsschema.reading._syntax.phrases import apposed, set_in, subject
from newsschema.reading._tagging.naming import find_name

#: Frames that a verb before its subject seems to have: "said Ms Doe".
_INVERTED: Final = frozenset(
    {Frame.OBJECT, Frame.BARE, Frame.OBJECT_TO, Frame.OBJECT_AS, Frame.OBJECT_QUOTE, Frame.INFINITIVE}
)
#: Those of a verb right behind marks: "“...,” joked a sleepy Ms Doe".
_INVERTED_ADJACENT: Final = _INVERTED | {Frame.ADJECTIVE}
#: What stands behind a verb that needs nothing behind it.
_ALONE: Final = frozenset({Frame.END, Frame.QUOTE, Frame.COLON})
_LOOSE: Final = frozenset(Frame.named(name) for name in WORDS.loose_complements)
_WITH: Final = Frame.named("with")
_REPORTING_FORMS: Final = frozenset({Form.ACTIVE, Form.PASSIVE})
#: Offices in front of a name: "chairman, chief executive and president Craig Moen".
_OFFICES: Final = KINDS.pattern("(?: <common> , )+")
_TAIL_STOP: Final = KINDS["comma marked semicolon colon dash"]
_MEANWHILE: Final = KINDS.pattern("<subordinator> <noun> (?: <link> <nominal> )* <adverb>* <predicate>")
_FINITE: Final = KINDS["predicate"]
#: The next of several things that somebody did, behind the object of the one before: "asked the mayor | and left".
_SERIES: Final = KINDS.pattern("<ing>? (?: , <conjunction>? | <conjunction> ) <adverb>* <participle>")
_TOPICS: Final = frozenset({Frame.OBJECT_ABOUT, Frame.OBJECT_OF})
_ASKED_OF: Final = _TOPICS | {Frame.OBJECT_ON, Frame.OTHER}
_EARLY: Final = KINDS["adverb adjective"]
_OPENING: Final = KINDS["preposition ing participle"]
_COMMON: Final = TAGS["noun plural"]
_LINK: Final = TAGS.pattern("<link>")
#: Who says something for sure, and the least words that can be a clause.
_PERSONS: Final = frozenset({"name", "the name", "people", "role", "bodies"})
_CLAUSE: Final = 5
#: What somebody says who then does something: "Warning that it was late, she asked for help".
_TELLING: Final = KINDS.pattern("<ing> <that|subject> <!predicate>* <predicate> <!predicate>*")
#: What opens the clause that a speaker stands in: "..., when, in fact, he answered".
_SET_OFF: Final = TAGS.pattern("<subordinator> <comma> <preposition|adverb> <nominal>* <comma> $")
#: Tokens from the opening mark of two words to the closing one.
_TWO_WORDS: Final = 3
#: What opens a sentence whose main clause comes later: "But even as".
_OPENING_CLAUSE: Final = TAGS.pattern("<conjunction|contrast>? <adverb>? <subordinator>")
#: The same behind a clause: "She left, and when".
_JOINED_CLAUSE: Final = TAGS.pattern("<comma> <conjunction|contrast> <subordinator> $")
#: What is measured against what somebody says, up to the second "as": "as hot | as experts say".
_MEASURED: Final = TAGS.pattern("<subordinator> <adverb>* <adjective|participle|determiner|adverb> <nominal|of>{0,3} $")
#: What words begin with that go on with those before them.
_GOING_ON: Final = TAGS["conjunction contrast link relative subordinator"]
_CLOSING: Final = frozenset({"report", "say", "tell"})
#: Whom a verb of quoting relays: "quoted the head, Ann Doe, as saying".
_RELAYED: Final = KINDS.pattern(
    "<nominal> (?: <link> <nominal> )* (?: , <nominal> (?: <link> <nominal> )* , )? (?= <subordinator> <ing> )"
)
_SAYING: Final = frozenset({"saying", "writing"})
_BEHIND_SAYING: Final = KINDS["comma end time preposition"]
_SUBJECT: Final = TAGS["nominal subject that"]
_INDEFINITE: Final = frozenset({"a", "an"})
_POINTS: Final = TAGS["point"]
_LAST_NAME: Final = TAGS.pattern("<name>+ $")
_BEHIND_SPEAKER: Final = TAGS["comma end"]
_SAID_ENDS: Final = TAGS["close comma"]
_MARK_ENDS: Final = TAGS["close inside"]
_INVERSION: Final = TAGS["close inside comma dash"]
_REPORT_MARKS: Final = TAGS["close comma dash"]
_REPORTS: Final = TAGS["reporting"]
_AFTER_SPEAKER: Final = KINDS["comma stop colon marked dash newline ing subordinator"]
#: When and where somebody speaks, at the end of a sentence: "on Tuesday, 3 May", "in a letter to the guild".
_SETTING: Final = KINDS.pattern("(?: ,? <time> | <preposition> <nominal> (?: <of|to> <nominal> )* )+ $")

#: A noun phrase as the subject of what is said, and what leads to it.
_SUBJECT_ALONE: Final = KINDS.pattern("<adverb>? (?: <subject> | <nominal> (?: <link> <nominal> )* )")
#: A name up to the first comma behind it: "Ann Doe,", "Minister of Trade,".
_NAMED: Final = KINDS.pattern("<nominal> (?: <link> <nominal> )* ,")
#: What tells how long or how often.
_LASTING: Final = WORDS.time_units | {"times"}


class Reports(Leads):
    """Reads where what was said stands before a cue, and where it goes on behind it."""

    def reporting(self, cue: Cue, start: int) -> Reporting | None:
        """The reporting clause of a cue whose words stand before it, back to ``start``."""
        if cue.form not in _REPORTING_FORMS or cue.first <= start:
            return None
        return self._inverted(cue, start) or self._upright(cue, start)

    def _upright(self, cue: Cue, start: int) -> Reporting | None:
        """A reporting clause with the speaker in front: '..., Ms Doe said'."""
        mention = self._speaker_before(cue, start)
        if mention is None or self._opens_with_phrase(cue, start, mention[0]) or self._is_gapped(mention):
            return None
        at = mention[0]
        if self._is_compared(at - 1, start) or not (self._is_quoted(at) or self._may_report(cue, mention, start)):
            return None
        end = self._tail_end(cue)
        around = cue.frame == Frame.QUOTE and self._is_quoted(at - 1)  # "“The kiln,” as she said, “is cold”"
        if self.lower[at - 1] == "as" and (around or not self._governs(cue)):
            return Reporting(mention, self.trim(at - 1), end)
        if not self._may_end(cue, at, start) or not self._tells_said(cue, mention, end, start):
            return None
        found = Reporting(mention, self.trim(at), end, quoted=self._follows_marks(cue, mention))
        return None if self._only_leads(cue, found, start) else found

    def _may_report(self, cue: Cue, mention: Range, start: int) -> bool:
        """Whether a cue may have words without marks before it; but "When asked, six in ten said yes"."""
        asked = self.lower[start + (self.lower[start] == "when")] == "asked"
        return not asked and self._is_parenthetical(cue, mention) and self._is_active(cue, mention)

    def _is_compared(self, at: int, start: int) -> bool:
        """Whether "as" before a speaker only measures by what he says: "is as hot as experts say"."""
        measured = _MEASURED.search(self.outer, start, at) if self.lower[at] == "as" else None
        return measured is not None and self.lower[measured.start()] == "as"

    def _only_leads(self, cue: Cue, found: Reporting, start: int) -> bool:
        """Whether only a clause of time or purpose stands before who tells somebody: "Days after it, she told them"."""
        goes_on = cue.frame not in _ALONE or (cue.after < self.high and self.outer[cue.after] not in _POINTS)
        told = cue.base != "say" and (cue.base in WORDS.addressed or goes_on)
        leads = told and not self._is_quoted(found.mention[0]) and self._is_subordinate(start, found.mention[0])
        return leads and self.rest(found, start) is None

    def opens_clause(self, at: int, start: int) -> bool:
        """Whether a subject at a token begins a clause whose main clause comes later, in a sentence from ``start``."""
        opened = _OPENING_CLAUSE.fullmatch(self.outer, start, at)
        return (opened or _JOINED_CLAUSE.search(self.outer, start, at)) is not None

    def _follows_marks(self, cue: Cue, mention: Range) -> bool:
        """Whether a speaker and his verb stand right behind marks that end in a comma or a question."""
        at, after = mention
        if not self._is_quoted(at) or after != cue.first:
            return False
        return self.outer[at - 1] == Tag.COMMA or self.stop_at(at - 1) in ",?"

    def _governs(self, cue: Cue) -> bool:
        """Whether a cue has an object of its own, which is none of the words before it."""
        somebody = cue.base in WORDS.addressed and cue.frame == Frame.OBJECT and not self._has_tale(cue)
        does = cue.frame == Frame.TO_SOMEBODY and cue.base not in WORDS.to_somebody  # "as she learns to fire clay"
        return does or (cue.frame not in _LOOSE and not somebody)  # "as she told reporters"

    def _has_tale(self, cue: Cue) -> bool:
        """Whether what somebody tells is a story, and no one who is told: "he told the story of"."""
        return self.sentence.head(self.sentence.at(cue.after)) in WORDS.tales

    def _is_gapped(self, mention: Range) -> bool:
        """Whether a thing stands before a speaker who says something of it: "it fell, a claim Ms Doe denied"."""
        first, after = mention
        named = after - 1
        while named > first and self.outer[named - 1] == Tag.NAME:
            named -= 1
        thing = self.lower[named - 1]
        indefinite = self.lower[first] in _INDEFINITE and first < named - 1 and self.outer[named] == Tag.NAME
        indefinite = (
            indefinite and _LINK.search(self.outer, first, named) is None
        )  # "a study in the paper Kiln suggests"
        return indefinite and self.outer[named - 1] in _COMMON and not (is_person_noun(thing) or thing in NAMES.bodies)

    def _is_parenthetical(self, cue: Cue, mention: Range) -> bool:
        """Whether a verb may follow words without marks: "..., she said", "..., the court heard"."""
        if cue.base == "hear":
            return self.lower[mention[1] - 1] in WORDS.hearing
        return cue.base in WORDS.parenthetical and cue.base not in WORDS.naming_verbs

    def _is_active(self, cue: Cue, mention: Range) -> bool:
        """Whether a subject says or is told something, or is nobody: "it was found", but not "Mr Roe was found"."""
        quoted = self.lower[cue.head] in WORDS.quoting  # "..., he was quoted as saying"
        passive = cue.form == Form.PASSIVE and cue.base not in WORDS.addressed and not quoted
        return not passive or self.lower[mention[0]] == "it"

    def _speaker_before(self, cue: Cue, start: int) -> Range | None:
        """The subject of a cue, all the way to the marks before it: "“...,” Mr Doe, now 81 and retired, said"."""
        s = self.sentence
        found = subject(s, s.at(cue.first), s.at(start))
        if found is None or found[0] <= start or self.outer[found[0]] == Tag.RELATIVE:
            return None
        found = self._with_title(found)
        close = self.outer.rfind(Tag.CLOSE, start, found[0] - 1)
        if close < start or not self.ends(close):
            return found
        first = s.at(close + 1)
        named = self.outer[close + 1] == Tag.NAME and _NAMED.match(s.kinds, first)
        whole = named and Kind.VERB not in s.kinds[first : s.at(cue.first)]
        offices = _OFFICES.fullmatch(s.kinds, first, s.at(found[0])) is not None
        return (close + 1, found[1]) if whole or offices else found

    def _with_title(self, mention: Range) -> Range:
        """A speaker with a word or two in marks that qualify it: "“...,” the “Heat” actor said"."""
        first, after = mention
        opening = self.outer.rfind(Tag.OPEN, 0, first) if self._qualified(first) else 0
        return (opening - 1, after) if self.outer[opening - 1] == Tag.DETERMINER else mention

    def _opens_with_phrase(self, cue: Cue, start: int, at: int) -> bool:
        """Whether only a phrase stands before a cue with an object of its own: "In the letter, she asks for"."""
        s = self.sentence
        first = s.at(start)
        while s.kind(first) in _EARLY:  # "Not long after", "just before"
            first += 1
        phrase = s.kind(first) in _OPENING and Kind.VERB not in s.kinds[first : s.at(at)]
        return self._governs(cue) and (phrase or s.kind(first) == Kind.SUBORDINATOR)  # "Since they left, users ask for"

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
        set_off = _SET_OFF.search(self.outer, start, at) is not None
        if set_off or self.outer[at - 1] not in _REPORT_MARKS or self._qualified(at):
            return False
        if not self._is_quoted(at):
            return self._may_end_unmarked(cue, at) or self._has_verb_in_marks(start, at, cue.after)
        comma = self.outer[at - 1] == Tag.COMMA
        if self.is_related(cue, at):
            return False
        return cue.frame not in CLAUSAL or self.outer[start] == Tag.OPEN or comma or self.stop_at(at - 1) == Tag.COMMA

    def relayed(self, cue: Cue) -> Range | None:
        """Who is quoted "as saying" what stands before a verb of quoting."""
        s, found = self.sentence, _RELAYED.match(self.kinds, self.sentence.at(cue.after))
        if found is None or cue.form != Form.ACTIVE or self.lower[cue.head] not in WORDS.quoting:
            return None
        end = found.end()
        said = s.word(end) == "as" and s.head(end + 1) in _SAYING and s.kind(end + 2) in _BEHIND_SAYING
        return s.tokens(found.start(), end) if said else None

    def _may_end_unmarked(self, cue: Cue, at: int) -> bool:
        """Whether a cue may end a sentence without marks, by its frame."""
        if self._is_loose(cue) or self.relayed(cue) is not None:
            return True
        if cue.frame == Frame.QUOTE and (self.outer[at - 2] == Tag.AUXILIARY or self._goes_on_marked(cue)):
            return True  # "It was, she said, “a mess”", "It is late, she said, “and dark”"
        told = cue.base in WORDS.addressed and cue.form == Form.ACTIVE and cue.frame not in CLAUSAL
        about = cue.frame in _TOPICS or self.lower[cue.body] == "for"  # "..., she asked potters for help"
        return told and not (about or self._has_tale(cue))

    def _goes_on_marked(self, cue: Cue) -> bool:
        """Whether marks behind a cue begin with what only goes on with words before it: "..., she said, “and dark”"."""
        comma, first = cue.after, cue.after + 2
        opens = self.outer[comma : comma + 2] == Tag.COMMA + Tag.OPEN
        joins = self.tags[first] in _GOING_ON or self.lower[first + 1] in WORDS.excepting  # "other than a kiln"
        return opens and joins and self.sentence.view.words[first][0].islower()

    def _is_loose(self, cue: Cue) -> bool:
        """Whether only when, where or how follows a cue, but not with what somebody answers."""
        return cue.frame in _LOOSE and (cue.frame != _WITH or cue.base not in WORDS.answering)

    def _tells_said(self, cue: Cue, mention: Range, end: int, start: int) -> bool:
        """Whether what stands before or around a reporting clause, which ends at a token, can have been said."""
        return (
            self._said_before(mention[0], start)
            or self._interrupts(cue, end, start, mention[0])
            or self._closes(cue, mention, end, start)
            or self._has_verb_in_marks(start, mention[0], end)
        )

    def _closes(self, cue: Cue, mention: Range, end: int, start: int) -> bool:
        """Whether "said" closes a sentence behind a subject and a verb that looks like none: "It leaks, she said"."""
        first, after = mention
        if cue.base not in _CLOSING or end < self.high or self.outer[first - 1] != Tag.COMMA:
            return False
        listed = Tag.CONJUNCTION in self.outer[first:after] and self.outer[first] != Tag.DETERMINER
        return not listed and self.outer[start] in _SUBJECT and self.trim(first) - start > 1

    def _closes_inverted(self, cue: Cue, mention: Range, start: int) -> bool:
        """Whether "said" and who says it close a sentence: "Floods damage kilns, said", "It was “late” said"."""
        behind = self.outer[cue.first - 1] in _SAID_ENDS
        says = cue.base == "say" or (cue.base in _CLOSING and self.outer[cue.first - 1] == Tag.COMMA)
        whole = says and self.trim(self.high) == mention[1] and behind
        speaks = mention_kind(self.sentence.view, mention) in _PERSONS
        return whole and speaks and self.outer[start] in _SUBJECT and self.trim(cue.first) - start >= _CLAUSE

    def _interrupts(self, cue: Cue, end: int, start: int, at: int) -> bool:
        """Whether a reporting clause is set between commas, with the verb of what was said behind it.

        It may have when and where somebody says so where only a subject stands before it: "It, she said on May 3, is".
        """
        goes_on = self.has_verb(end) or self.has_marked_verb(end, self.high)
        if self.outer[end] != Tag.COMMA or not goes_on:
            return False
        s = self.sentence
        if end == cue.after or _SETTING.fullmatch(s.kinds, s.at(cue.after), s.at(end)) is None:
            return end == cue.after
        alone = _SUBJECT_ALONE.fullmatch(s.kinds, s.at(start), s.at(self.trim(at))) is not None
        return alone and s.kind(s.at(end) + 1) in _FINITE

    def _has_verb_in_marks(self, start: int, at: int, end: int) -> bool:
        """Whether marks behind a reporting clause begin with the verb of what stands before: "It, she said, “is”"."""
        s, opened = self.sentence, end + 1 + (self.outer[end + 1 : end + 2] == Tag.ADVERB)  # "Bo, she said, also “is”"
        behind = self.outer[end] == Tag.COMMA and self.outer[opened : opened + 1] == Tag.OPEN
        opens = behind and VERBAL.match(self.tags, opened + 1) is not None
        return opens and _SUBJECT_ALONE.fullmatch(s.kinds, s.at(start), s.at(self.trim(at))) is not None

    def _inverted(self, cue: Cue, start: int) -> Reporting | None:
        """A reporting clause with the verb in front: '..., said Ms Doe'."""
        adjacent = self.outer[cue.first - 1] in _MARK_ENDS
        if adjacent and cue.base in WORDS.addressed:
            self._let_ask(cue)
        if not self._may_invert(cue, start, adjacent=adjacent):
            return None
        s = self.sentence
        k = s.at(cue.body)
        after = self._speaker_end(cue, k)
        following = s.kind(after)
        marked = adjacent or self._is_quoted(cue.first)  # "“No”, says Ms Doe as talks fail"
        if self._has_no_speaker(cue, k, after) or (not marked and self._acts(cue, start, after)):
            return None
        end = s.firsts[after]
        last = following in _AFTER_SPEAKER or _SETTING.match(s.kinds, after) is not None
        parted = following in ",:" or (following == Kind.MARKED and s.kinds[after - 1] == Kind.COMMA)
        if not parted and not ((marked or last) and self._is_said_before(cue, end, start)):
            return None
        return Reporting((cue.body, end), self.trim(cue.first), end)

    def _is_said_before(self, cue: Cue, end: int, start: int) -> bool:
        """Whether words that are said stand before a cue, or its speaker closes what it opens."""
        return self._said_before(cue.first, start) or self._closes_inverted(cue, (cue.body, end), start)

    def _acts(self, cue: Cue, start: int, after: int) -> bool:
        """Whether who is named behind a verb is its object, and the subject of the sentence does what it says."""
        return self._is_shown(cue, start) or self._is_in_series(cue, after)

    def _is_in_series(self, cue: Cue, after: int) -> bool:
        """Whether a verb is one of those that tell what somebody did: "They came in, asked the potter and left"."""
        if cue.base == "say":
            return False
        watched = self.lower[cue.head] in WORDS.watching
        return watched or _SERIES.match(self.sentence.kinds, after) is not None

    def _is_shown(self, cue: Cue, start: int) -> bool:
        """Whether what is before a verb shows what is behind: "A film made on May 3, 2015, showed Ms Doe singing"."""
        s = self.sentence
        return cue.base in WORDS.showing and Kind.VERB not in s.kinds[s.at(start) : s.at(cue.first)]

    def _let_ask(self, cue: Cue) -> None:
        """Take who seems to be asked for who asks: "“What,” asked Ms Doe, 43, “about it?”", "asks Ms Doe in May"."""
        s, asking = self.sentence, cue.head + 1
        behind = s.firsts[described(s, s.at(asking))]
        comma = behind - (self.outer[behind - 1] == Tag.COMMA)
        stop = self.stop_at(cue.first - 1)
        parted = self.outer[comma : comma + 2] == Tag.COMMA + Tag.OPEN and stop == Tag.COMMA
        if parted or (stop == Tag.QUESTION and cue.frame in _ASKED_OF):
            cue.put(asking, Frame.OBJECT, asking)

    def _speaker_end(self, cue: Cue, k: int) -> int:
        """The chunk behind a speaker to the right of a verb, without what was said: "It was, said Ms Doe, | a mess"."""
        s = self.sentence
        end = phrase_end(s, k, attached=False)
        awaited = self.lower[self.trim(cue.first) - 1] in WORDS.be and s.kind(end) == Kind.COMMA
        return end if awaited and not is_person_noun(s.head(end + 1)) else described(s, k)

    def _has_no_speaker(self, cue: Cue, k: int, after: int) -> bool:
        """Whether what stands behind a verb, the chunks from ``k`` on, is nobody who reports by it."""
        s = self.sentence
        following = s.kind(after)
        inside = cue.body < cue.after  # "“...” makes clear"
        clause = following == Kind.VERB or (s.kind(k) == Kind.SUBJECT and following in _FINITE)
        lasting = s.kind(k) == Kind.COMMON and self._lasts(k)  # "a short song, repeated three times"
        apart = self._disagrees(cue, k)
        return inside or after == k or clause or lasting or apart  # "Ms Doe, who has “no doubt,” says she left"

    def _lasts(self, k: int) -> bool:
        """Whether a noun phrase tells how long or how often: "three times", but not "the Times", "the second"."""
        s = self.sentence
        return s.head(k) in _LASTING and s.tags[s.firsts[k + 1] - 1] in _COMMON

    def _disagrees(self, cue: Cue, k: int) -> bool:
        """Whether a verb is in the singular and the noun behind it is not: "That she asked, reveals plans by"."""
        s = self.sentence
        several = s.kind(k) == Kind.COMMON and s.tags[s.firsts[k + 1] - 1] == Tag.PLURAL
        return several and cue.base != "say" and self.outer[cue.head] == Tag.THIRD

    def _may_invert(self, cue: Cue, start: int, *, adjacent: bool) -> bool:
        """Whether a verb may stand before its speaker, by what stands before it and behind it."""
        s = self.sentence
        if not self._comes_first(cue, adjacent=adjacent) or self.outer[cue.body] == Tag.OBJECT:
            return False
        low, k = s.at(start), s.at(cue.first)
        if adjacent:
            return set_in(s, k, low) is None
        return self._is_of_several(cue) or self._names_nothing_said(cue, low) or apposed(s, k, low) is None

    def _names_nothing_said(self, cue: Cue, low: int) -> bool:
        """Whether one who speaks stands alone behind "said", which nobody says: "a third, or a half, said Ann Doe."."""
        s = self.sentence
        k = s.at(cue.body)
        first, after = s.tokens(k, k + 1)
        if cue.base != "say" or cue.frame != Frame.OBJECT:
            return False
        return self._closes_clause(cue, k, low) or (
            self.outer[after] in _BEHIND_SPEAKER and self._is_named_person(first, after)
        )

    def _closes_clause(self, cue: Cue, k: int, low: int) -> bool:
        """Whether one who speaks, from a chunk on, ends a sentence: "It holds clay, wet clay, says Acme."."""
        s = self.sentence
        end = described(s, k)
        speaks = mention_kind(s.view, s.tokens(k, end)) in _PERSONS
        told = s.kind(low) != Kind.PARTICIPLE  # "Asked who led, Ann Doe, the mayor, said Bo Roe."
        return speaks and end == s.size and told and self.acts_before(s.at(cue.first), low)

    def _is_named_person(self, first: int, after: int) -> bool:
        """Whether tokens end with the name of a person."""
        s = self.sentence
        run = _LAST_NAME.search(self.outer, first, after)
        name = None if run is None else find_name(s.view.words[slice(*run.span())])
        return name is not None and name.sort.is_person

    def _comes_first(self, cue: Cue, *, adjacent: bool) -> bool:
        """Whether a verb reports right behind what was said, before its subject."""
        if self.outer[cue.first - 1] not in _INVERSION or not self._reports(cue):
            return False
        if not cue.base and not self._quotes(cue, adjacent=adjacent):
            return False
        if not adjacent and cue.base in WORDS.authoring and self.lower[cue.body] in _INDEFINITE:
            return False  # "he and Ms Doe, the star, wrote a host of songs"
        if self._gives_name(cue) or not (adjacent or cue.base in WORDS.parenthetical):
            return False
        return cue.frame in (_INVERTED_ADJACENT if adjacent else _INVERTED)

    def _gives_name(self, cue: Cue) -> bool:
        """Whether a verb gives a name to what stands before it: "a kiln, called Skarn"; "“Salt”, called “the best”"."""
        named = cue.frame == Frame.OBJECT_QUOTE or not self._is_quoted(cue.first)
        return named and cue.base in WORDS.naming_verbs

    def _quotes(self, cue: Cue, *, adjacent: bool) -> bool:
        """Whether a verb that no list has tells of words before it, by what they end with and what it means."""
        if self.lower[cue.head] in WORDS.arriving:
            return False  # "“No,” came the reply"
        return not adjacent or self.ends(cue.first - 1)  # but "“Ghosting” hits the young"

    def _reports(self, cue: Cue) -> bool:
        """Whether a verb reports by itself: "said", "says", "read", which is its own past; never "told"."""
        if cue.base == "tell":
            return False
        word = self.lower[cue.head]
        past = self.outer[cue.first] in _REPORTS or WORDS.irregular.get(word, ("",))[0] == word
        return past or self._is_of_several(cue)

    def _is_of_several(self, cue: Cue) -> bool:
        """Whether a verb can only have the several behind it for its subject: "..., say officials"."""
        s = self.sentence
        k = s.at(cue.after)
        several = s.kind(k) == Kind.COMMON and self.outer[s.firsts[k + 1] - 1] == Tag.PLURAL
        return several and cue.base == "say" and self.outer[cue.head] == Tag.BASE

    def _said_before(self, end: int, start: int) -> bool:
        """Whether what stands before can have been said: marks, or a clause with a verb."""
        if self.outer[start] == Tag.OPEN:
            return True
        close = end - 1 - (self.outer[end - 1] == Tag.COMMA)
        if self.outer[close] == Tag.CLOSE:
            return self.stop_at(close) in ",.?-"
        if self.has_marked_verb(start, end):
            return True
        first = self.sentence.at(start)  # "Asked about it, she laughed" begins with no clause
        if self.sentence.head(first) in WORDS.parenthetical_forms and _TELLING.fullmatch(
            self.kinds, first, self.sentence.at(end)
        ):
            return False
        return self.has_verb(self.sentence.firsts[first + (self.sentence.kinds[first] == Kind.PARTICIPLE)], end)

    def _tail_end(self, cue: Cue) -> int:
        """First token after a reporting clause: where a comma, a mark or the unit ends it."""
        s = self.sentence
        k = s.at(max(cue.after, cue.addressee[1] if cue.addressee else 0))
        first = k
        while k < s.size and s.kinds[k] not in _TAIL_STOP:
            k += 1
        other = _MEANWHILE.search(s.kinds, first, k) if s.kind(k) == Kind.MARKED else None
        return s.firsts[k if other is None else other.start()]  # "“...,” she said while Ms Doe called it “fine”"
