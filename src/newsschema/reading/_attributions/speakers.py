"""Who says what a cue tells: subjects, agents and owners."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._attributions.shared_subjects import SharedSubjects
from newsschema.reading._cues.addressees import Telling, clause_behind
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.refusals import exception
from newsschema.reading._lexicon.frames import Form
from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, is_plural, singular
from newsschema.reading._lexicon.lexicon import Lexicon
from newsschema.reading._lexicon.tags import TAGS, Tag, until
from newsschema.reading._lexicon.words import WORDS, forms
from newsschema.reading._syntax.behind_verbs import described, phrase_end
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Range
from newsschema.reading._syntax.phrases import subject

_PASSIVES: Final = frozenset({Form.PASSIVE, Form.PARTICIPLE})
_NOUN: Final = KINDS["noun"]
_VERB: Final = KINDS.pattern("<predicate>")
_PROMPTED: Final = KINDS.pattern(
    "<ing|predicate> <nominal> (?: <link> <nominal> )* (?: , <common> (?: <link> <nominal> )* , )? $"
)
#: A headline in which somebody is affected by what another does: "Doe stunned as Roe wins the cup: “...”".
_MEANWHILE: Final = KINDS.pattern("<participle> (?P<link> <subordinator> ) <nominal> (?: <link> <nominal> )* <verb>")
#: Somebody with a relative clause up to what a preposition governs.
_UNCLOSED: Final = KINDS.pattern(
    "(?: (?<! [\\s\\S] ) | (?<= <stop|contrast|conjunction|newline> ) )"
    " <name|common> , <relative> <adverb>* <predicate> <adverb|nominal|link|adjective>* $"
)
_INSERTION: Final = TAGS.pattern(
    "(?<= <conjunction> ) <comma> <!comma|finite|open|close>{1,15} <comma> $"
    "| (?<= <conjunction|contrast> ) <adverb> <comma> $"
)
#: Who does something, with what and where, up to a participle: "ran out of the house", "sought to block the deal".
_ACTS: Final = KINDS.pattern(
    "<predicate> (?: <adverb>* <infinitive> )? <adverb>*"
    " (?P<object> <nominal> )? (?: (?P<link> <link> ) <link>? <nominal> )* $"
)
_ADDRESSED: Final = KINDS.pattern("<predicate> <to> <nominal> , <participle>")
#: What shows somebody who says something: "a clip of Ms Doe saying".
_SHOWING: Final = frozenset({"audio", "clip", "clips", "footage", "recording", "recordings", "tape", "video", "videos"})
#: Nouns that tell something: "a letter saying".
_TOLD: Final = WORDS.papers.union(Lexicon.default().nouns)
_FROM_SEVERAL: Final = KINDS.pattern("<common> <link> <nominal> <conjunction> $")
#: On what somebody says something, and what joins that to what he did before.
_OCCASIONS: Final = WORDS.occasions | WORDS.papers
_JOINTS: Final = KINDS["conjunction contrast"]
_NAMED_MANY: Final = "".join(TAGS["name noun plural adjective conjunction"])
#: What somebody makes use of, before what he says with it: "used her speech", "turned to X last month".
_AIMING: Final = KINDS.pattern("""
    (?P<verb> <predicate|ing> ) (?: (?P<to> <to> ) | <preposition|adverb> )?
    (?P<what> <nominal> ) (?: <link> <nominal> | <time> )* $
""")
_SENDING: Final = frozenset(
    form
    for base in ("call", "give", "hold", "issue", "make", "post", "publish", "release", "send", "write", "fire")
    for form in forms(base).values()
)
_SENT: Final = WORDS.papers | WORDS.occasions | WORDS.calls | WORDS.statements
_REACHING: Final = WORDS.reaching | {"updated"}
_TOLD_SO: Final = frozenset({"ask", "complain", "explain", "report", "say", "tell", "warn"})
_USING: Final = frozenset({"use", "used", "uses", "using"})
_TAKING: Final = frozenset({"gone", "taken", "takes", "taking", "took", "turned", "turning", "turns", "went"})
#: Prepositions before what somebody does: "it ended with him saying", but not "wrote to him saying".
_HELD_BY: Final = frozenset({"by", "despite", "of", "with", "without"})
#: How far before a participle the verb may stand of who acts, in chunks.
_REACH: Final = 12
_LINK: Final = KINDS["preposition to"]
_GOVERNING: Final = KINDS["link ing infinitive"]
_BEFORE_BY: Final = KINDS["comma marked newline semicolon"]
_POINTING: Final = TAGS.pattern("<that> <adjective>* <noun|base> <comma>")
_COMMON: Final = TAGS["noun plural"]
_HOLDS: Final = KINDS.pattern("<verb> <adverb>* <of> $")
#: Prepositions of the phrase that opens a sentence, and what may stand before it: "And speaking to".
_OPENING_PHRASES: Final = frozenset({"at", "during", "in", "on", "to", "via", "with"})
_BEFORE_PHRASE: Final = "".join(KINDS["adverb conjunction contrast ing participle"])
#: What somebody speaks on, after or to: "Doe on exit: “...”", "Doe to fans: “...”", "Doe after the final: “...”".
_ON_TOPIC: Final = KINDS.pattern("""
    <name> (?P<link> <link|subordinator> ) <nominal|link|adjective|adverb|ing|time|conjunction|subordinator>*
""")
_ABOUT: Final = frozenset({"about", "after", "ahead", "before", "on", "to"})
#: Who opens a sentence and does something: "Ann Doe, who lives in Voss, has one wish", "Ann Doe works with Bo Roe".
_OPENING: Final = KINDS.pattern("""
    (?P<who> <name> ) (?: , <relative> | <adverb>* <verb> [\\s\\S]* <preposition|conjunction> <nominal> $ )
""")
#: Who is only described before a colon: "The potter, a member of the guild: “...”".
_DESCRIBED: Final = KINDS.pattern("<common> (?: , <nominal> (?: <link> <nominal> )* ,? )?")
#: What stands before a speaker: "And from Ann Doe:".
_FROM: Final = frozenset({"by", "from", "with"})
#: Whom somebody does something to, up to what it is for: "fined Ms Doe in May | for", "accused him | of".
_BLAMED: Final = KINDS.pattern("<predicate> (?P<whom> <nominal> ) (?: <time> | <preposition> <nominal> )? <link> $")
_FOR: Final = frozenset({"for", "of"})
_NO_SPAN: Final = TAGS["subject name"]
_COUNTING: Final = TAGS["number determiner"]
#: How far a passive's agent may stand from it, in chunks.
_AGENT_REACH: Final = 6
#: The least words of a stretch of time, as in "the last week"; "the minutes" may be written.
_SPAN: Final = 3
_JOINING: Final = TAGS["comma conjunction"]
_SUBJECTED: Final = frozenset({Form.ACTIVE, Form.PASSIVE, Form.ADJECTIVE})
_THERE: Final = ("there",)
#: What owns an announcement and makes none: "last week's announcement".
_TIMES: Final = WORDS.time_spans | WORDS.time_units | WORDS.day_adverbs


class Speakers(SharedSubjects):
    """Reads whose the words of a cue are."""

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
        if cue.form == Form.ING:
            return self._doing(cue, k, s.at(start))
        if cue.form == Form.INFINITIVE:
            return self._bidden(cue, k, s.at(start))
        if cue.form not in _SUBJECTED or self._is_addressed(k):
            return None
        found = subject(s, s.at(self.before_insertion(cue.first)), s.at(start))
        if found is not None and found[1] - found[0] >= _SPAN and self._is_measure(*found):
            found = self._before_span(found[0], s.at(start))
        found = self._behind_open_noun(self._beyond_occasion(cue, self._unclosed(found, s.at(start))))
        found = self._agreeing(cue, found)
        return self._uttering(cue, self._behind_phrase(self._inserted(found)))

    def _beyond_occasion(self, cue: Cue, found: Range | None) -> Range | None:
        """Who says something on an occasion that no comma parts: "but in an interview said", "who in a letter said"."""
        s = self.sentence
        k = 0 if found is None else s.at(found[0]) - 1
        if found is None or k <= 0 or s.kind(k) not in _LINK or singular(s.head(k + 1)) not in _OCCASIONS:
            return found
        if s.kind(k - 1) == Kind.RELATIVE:
            return s.tokens(k - 1, k)
        return self.shared_subject(cue, None) if s.kind(k - 1) in _JOINTS else found

    def _behind_open_noun(self, found: Range | None) -> Range | None:
        """Several who speak in a clause on a noun that says little: "the place | Voss officials say"."""
        if found is None:
            return None
        first, after = found
        at = first + (self.outer[first] in _COUNTING)
        on_noun = self.lower[at] in WORDS.open_nouns and self.outer[after - 1] == Tag.PLURAL and after - at > 1
        return (at + 1, after) if on_noun and not self.outer[at + 1 : after].strip(_NAMED_MANY) else found

    def _unclosed(self, found: Range | None, low: int) -> Range | None:
        """The subject whose relative clause no comma closes: "Ann Doe, who lives in Voss says", not "Voss"."""
        s = self.sentence
        k = low if found is None else s.at(found[0]) - 1
        clause = _UNCLOSED.search(s.kinds, low, k) if s.kind(k) in _LINK else None
        return found if clause is None or found is None else (s.firsts[clause.start()], found[1])

    def _agreeing(self, cue: Cue, found: Range | None) -> Range | None:
        """Who will say what a base form behind a comma or "and" tells, whose subject is not one: "will go, and say"."""
        if found is not None and self.lower[slice(*found)] == _THERE:
            return None  # "spent his time there, and said"
        bare = found is not None and self.outer[cue.first : cue.head + 1].strip(Tag.ADVERB) == Tag.BASE
        if found is None or not bare or self.outer[cue.first - 1] not in _JOINING:
            return found
        first, after = found
        several = {Tag.PLURAL, Tag.CONJUNCTION} & {*self.outer[first:after]}
        helped = not WORDS.modals.isdisjoint(self.lower[self.sentence.first : first])
        return self.shared_subject(cue, None) if helped and not several else found

    def _doing(self, cue: Cue, k: int, low: int) -> Range | None:
        """Who says something by the participle at a chunk."""
        aside = self.kinds.rfind(Kind.DASH, low, k - 1) if self.sentence.kind(k - 1) == Kind.DASH else -1
        if aside > low:  # "Ms Doe left — it was late — saying"
            return self.shared_subject(cue, None, aside)
        if self.sentence.kind(k - 1) in _NOUN:
            return self._participle_subject(cue, k, low)
        return self._blamed(k, low) or self._set_behind(cue, k, low)

    def _before_span(self, first: int, low: int) -> Range | None:
        """The subject of a verb that a stretch of time parts: "Ms Doe has over the past two days | warned"."""
        s, k = self.sentence, self.sentence.at(first) - 2
        return subject(s, k, low) if k > low and s.kind(k) == Kind.VERB and s.kind(k + 1) == Kind.PREPOSITION else None

    def _inserted(self, found: Range | None) -> Range | None:
        """A speaker whose name stands in brackets for a word left out: "It was in May (Ann) said"."""
        if found is None or self.outer[found[1] - 1] != Tag.CLOSE_BRACKET:
            return found
        k = self.sentence.at(found[1] - 1)
        first, after = self.sentence.firsts[k] + 1, found[1] - 1
        named = self.outer[first:after].strip(Tag.NAME) == "" and not self.sentence.view.words[first].isupper()
        speaks = k and (self.may_speak(k - 1) or self.sentence.head(k - 1) in WORDS.bodies | WORDS.papers)
        return found if speaks or not named else (first, after)

    def _behind_phrase(self, found: Range | None) -> Range | None:
        """A speaker without the phrase that opens the sentence, if no comma does: "In a post on X | Ann Doe wrote"."""
        if found is None or self.outer[found[1] - 1] != Tag.NAME:
            return found
        s, (first, after) = self.sentence, found
        k = s.at(first) - 1
        linked = s.kind(k) in _LINK and s.word(k) in _OPENING_PHRASES
        if not linked or s.kinds[:k].strip(_BEFORE_PHRASE):
            return found
        begin = clause_behind(s, first, after, Telling.SOMEBODY)
        named = after - 1
        while named > first and self.outer[named - 1] == Tag.NAME:
            named -= 1
        if self.outer[named - 1] in _COMMON:  # "In the summer Ann Doe said"
            begin = min(named, begin or named)
        return found if begin is None else (begin, after)

    def _is_addressed(self, k: int) -> bool:
        """Whether a participle tells how somebody was spoken to: "wrote to her fans, loosely translated, “...”"."""
        found = _ADDRESSED.search(self.kinds, 0, k + 1)
        return found is not None and found.end() == k + 1

    def _uttering(self, cue: Cue, found: Range | None) -> Range | None:
        """Whose words a subject is, where it is no speaker: "Ms Doe's first reaction was"."""
        s = self.sentence
        if found is None or self.lower[cue.head] not in WORDS.be:
            return found
        if s.kind(s.at(found[0]) - 1) in _GOVERNING:
            return None  # "the question about firing kilns is"
        if self.lower[found[1] - 1] not in WORDS.utterances:
            return found
        owned = self.outer.rfind(Tag.POSSESSIVE, *found)
        if owned > 0:
            return found[0], owned
        return (found[0], found[0] + 1) if s.lower[found[0]] in WORDS.owners else found

    def _prompted(self, k: int) -> Range | None:
        """Whom something makes say the infinitive at a chunk: "prompting Ms Doe to reply"."""
        s = self.sentence
        found = _PROMPTED.search(s.kinds, 0, k)
        if found is None or s.head(found.start()) not in WORDS.prompting:
            return None
        return s.tokens(found.start() + 1, k)

    def _aiming(self, k: int, low: int) -> Range | None:
        """Who makes use of something to say the infinitive at a chunk: "took to X to call it “odd”"."""
        s = self.sentence
        found = _AIMING.search(s.kinds, low, k)
        if found is None:
            return None
        verb, what = found.start("verb"), found.start("what")
        reaches = verb + 1 == what and s.head(verb) in _REACHING and s.head(k) in _TOLD_SO  # "rang us to say"
        if not (reaches or self._serves(found, k)):
            return None
        acts = s.kinds[verb] == Kind.ING and _VERB.search(s.kinds, low + 1, verb)  # "left, using it to call"
        return subject(s, acts.start() if acts else verb, low)

    def _serves(self, found: re.Match[str], k: int) -> bool:
        """Whether what somebody makes use of is a way to say the infinitive: no "used the day to say that"."""
        s, verb, what = self.sentence, found.start("verb"), found.start("what")
        if not found["to"] and s.head(verb) in _SENDING and s.head(what) in _SENT:
            return True
        uses = s.head(verb) in (_TAKING if found["to"] else _USING)
        return uses and (s.kinds[what] == Kind.NAME or s.head(what) in WORDS.occasions or Kind.MARKED in s.kinds[k:])

    def _bidden(self, cue: Cue, k: int, low: int) -> Range | None:
        """Who says the infinitive at a chunk, by what stands before it: "would not comment other than to say it"."""
        excepting = exception(self.sentence, k) is not None
        return self._prompted(k) or self._aiming(k, low) or (self.shared_subject(cue, None) if excepting else None)

    def _participle_subject(self, cue: Cue, k: int, low: int) -> Range | None:
        """Whose a participle behind a noun is: the noun's, or that of who acts: "left the house yelling"."""
        s = self.sentence
        if self._is_held_by(k):
            return s.tokens(k - 1, k)
        acts = _ACTS.search(s.kinds, max(low, k - _REACH), k)
        if acts is not None and cue.base not in WORDS.showing:
            if s.word(k - 1) in WORDS.reflexive or not self._is_held(acts):  # "filmed himself yelling"
                return subject(s, acts.start(), low)
            linked = acts.start("link")
            low = linked if linked >= 0 and s.word(linked) == "with" else acts.start()  # "it ended with fans chanting"
            low += 1
        found = self._accompanying(k) or subject(s, s.at(self.before_insertion(cue.first)), low)
        return None if found is None or self._is_measure(*found) else self._from_several(*found)

    def _is_held_by(self, k: int) -> bool:
        """Whether a preposition holds whose participle it is: "ended with him saying", "a clip of Ms Doe saying"."""
        s, link = self.sentence, self.sentence.word(k - 2)
        if s.tags[s.firsts[k - 1]] == Tag.OBJECT and link in _HELD_BY:
            return True
        shown = link == "of" and s.head(k - 3) in _SHOWING
        return (shown or (link == "with" and s.kind(k - 3) == Kind.MARKED)) and self.may_speak(k - 1)

    def _from_several(self, first: int, after: int) -> Range:
        """The letter of several, of whom the last stands before a participle: "reports from Voss and | Moss saying"."""
        s, told = self.sentence, _FROM_SEVERAL.search(self.kinds, 0, self.sentence.at(first))
        return (s.firsts[told.start()], after) if told is not None and s.head(told.start()) in _TOLD else (first, after)

    def _blamed(self, k: int, low: int) -> Range | None:
        """Whom somebody blames or thanks for saying what stands behind a chunk: "fined Ms Doe for saying"."""
        s, found = self.sentence, _BLAMED.search(self.kinds, low, k)
        if found is None or s.word(k - 1) not in _FOR:
            return None
        whom = found.start("whom")
        return s.tokens(whom, whom + 1) if self.may_speak(whom) or s.head(whom) in NAMES.bodies else None

    def _accompanying(self, k: int) -> Range | None:
        """Who does something beside what is no speaker, before a participle: "amid unrest with potters | warning"."""
        s = self.sentence
        spoken = s.word(k - 2) == "with" and s.kind(k - 3) == Kind.COMMON and self.may_speak(k - 1)
        if not spoken or is_person_noun(s.head(k - 3)) or s.head(k - 3) in NAMES.bodies:
            return None  # "a potter with the Berg family warning"
        return s.tokens(k - 1, k)

    def _set_behind(self, cue: Cue, k: int, low: int) -> Range | None:
        """Who is named before a participle between commas, and acts behind it: "Ann Doe, saying it was late, left"."""
        s = self.sentence
        points = _POINTING.match(self.outer, cue.body) is not None  # "echoing that view, "
        if points or s.kind(k - 1) != Kind.COMMA or self.acts_before(k - 1, low):
            return None
        found = subject(s, k - 1, low)
        governed = found is not None and s.kind(s.at(found[0]) - 1) in _GOVERNING
        return None if governed else found

    def _is_held(self, acts: re.Match[str]) -> bool:
        """Whether a noun behind a verb speaks by itself: "sent a letter saying", "heard fans chanting"."""
        s = self.sentence
        verb = s.lower[s.firsts[acts.start()] : s.firsts[acts.start() + 1]]
        linked, last = acts.start("link"), acts.end() - 1
        if linked >= 0 and s.word(linked) not in WORDS.placing:
            return True  # "the sound of crowds chanting"
        if verb[-1] in WORDS.perceiving_forms or (acts["object"] and not WORDS.be.isdisjoint(verb)):
            return True
        if any(s.head(j) in _TOLD for j in range(acts.start() + 1, acts.end())):
            return True
        fled = linked >= 0 and s.word(linked) == "from" and s.kinds[last] == Kind.COMMON
        met = linked < 0 and verb[-1] not in WORDS.reaching  # but "rang the police saying"
        return (met or fled) and self.may_speak(last)

    def before_insertion(self, at: int) -> int:
        """The token before what a comma sets off behind "and": "it is late and, given that, expects", "and now, is"."""
        return until(_INSERTION, self.outer, self.sentence.first, at)

    def _is_measure(self, first: int, after: int) -> bool:
        """Whether a noun phrase is a stretch of time: "spent 45 seconds explaining"."""
        spans = self.outer[first] in _COUNTING and self.lower[after - 1] in WORDS.time_units
        return spans and _NO_SPAN.isdisjoint(self.outer[first:after])  # but "the potters I met this week"

    def _agent(self, cue: Cue) -> Range | None:
        s = self.sentence
        k = s.at(cue.after)
        for by in range(k, min(s.size, k + _AGENT_REACH)):
            if s.word(by) == "by" and s.kinds[by] == Kind.PREPOSITION:
                end = described(s, by + 1)
                return s.tokens(by + 1, end) if end > by + 1 else None
            if s.kinds[by] in _BEFORE_BY and by > k and s.word(by + 1) != "by":
                break
        return None

    def _owner(self, cue: Cue) -> Range | None:
        """Whose claim it is: "Ms Doe's", "her", but not "last week's"."""
        s, first = self.sentence, cue.first
        held = _HOLDS.search(s.kinds, 0, s.at(first)) if s.lower[first] == "the" else None
        if held is not None:  # "Ms Doe is of the view that"
            return subject(s, held.start()) if s.head(held.start()) in WORDS.be else None
        if first > s.first and self.lower[first - 1] in WORDS.owners:
            return first - 1, first
        if first > s.first and self.outer[first - 1] == Tag.POSSESSIVE:
            begin = s.firsts[s.at(first - 1)]
            timed = self.outer[first - 2] == Tag.DATE or self.lower[first - 2] in _TIMES
            return (begin, first - 1) if begin < first - 1 and not timed else None
        return None

    def _is_somebody(self, noun: str) -> bool:
        """Whether a sentence opens with an article and a noun for one person: "the potter", "the 80-year-old"."""
        article = self.outer[self.sentence.first] == Tag.DETERMINER
        return article and not is_plural(noun) and (is_person_noun(noun) or noun.endswith("-year-old"))

    def _named_at(self, k: int) -> Range | None:
        """The name that ends before a chunk, with an age behind it or none; nobody to whom something is said."""
        s = self.sentence
        told = s.kind(k - 2) in _LINK and s.word(k - 2) not in _FROM  # "he to Sky Sports: “"
        if not k or s.kinds[k - 1] not in NOMINAL or told:
            return None
        first, after = s.firsts[k - 1], s.firsts[k]
        if s.kind(k - 2) == Kind.OF and s.tags[first] not in _COMMON:
            return None  # "the opening of the Coliseum: “", but "secretary of state Ann Doe: “"
        name = self.outer.find(Tag.NAME, first, after)
        return (name, after) if name >= 0 and not self.outer[name:after].strip("P#") else None

    def introduced(self, colon: int) -> Range | None:
        """Who is named before a colon that no cue leads to: the name at the colon, or the subject of the sentence."""
        s = self.sentence
        k = s.at(colon)
        topic = _ON_TOPIC.fullmatch(s.kinds, 0, k)
        if topic is not None and s.word(topic.start("link")) in _ABOUT:
            return s.tokens(0, topic.start("link"))
        opening = _OPENING.match(s.kinds, 0, k)
        if opening is not None:
            return s.tokens(*opening.span("who"))
        named = self._named_at(k)
        if named is not None:
            return named
        if _DESCRIBED.fullmatch(s.kinds, 0, k) and self._is_somebody(s.head(0)):
            return s.tokens(0, 1)
        other = _MEANWHILE.search(s.kinds, 1, k)
        if other is not None and s.word(other.start("link")) == "as" and s.tags[s.firsts[other.end() - 1]] == Tag.THIRD:
            return subject(s, other.end() - 1)
        subjects = (subject(s, verb.start()) for verb in _VERB.finditer(s.kinds, 1, k))
        return next((one for one in subjects if one is None or not self._is_related(one[0])), None)

    def _is_related(self, first: int) -> bool:
        """Whether a subject is that of a relative clause: "who had won", "whose side had won"."""
        return self.outer[first] == Tag.RELATIVE or self.lower[first - 1] == "whose"
