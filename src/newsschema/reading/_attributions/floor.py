"""Who has the floor: whose words stand alone in marks, by the sentences before and behind them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Final, NamedTuple

from newsschema._pairing import Stretch
from newsschema.reading._attributions.echoes import is_paragraph
from newsschema.reading._cues.evidence import mention_kind
from newsschema.reading._lexicon.gazetteer import NAMES, is_given, is_person_noun, plain
from newsschema.reading._lexicon.tags import TAGS, Tag, until
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import owner, phrase_end
from newsschema.reading._syntax.chunks import KINDS, Kind, Range, Sentence
from newsschema.reading._syntax.marks import Marked, Unit
from newsschema.reading._syntax.pairs import stop_inside
from newsschema.reading._syntax.phrases import subject
from newsschema.reading._tagging.naming import Sort, find_name

#: Who somebody is behind the name that signs words: ", 44, of Voss", " (@boroe) May 5, 2021", " after the vote".
_WHO: Final = """
    (?: <open_bracket> <!close_bracket|newline>{1,8} <close_bracket>
        (?: <date> <number> <comma> <number> | <number> <date> <number> )? )?
    (?: <preposition|subordinator> <nominal|of|preposition|conjunction|adverb|date>{1,10} )?
    (?: <comma> <ing>? <nominal|of|preposition|subordinator|conjunction|adverb|date>{1,10} ){0,5}
"""
#: A line under a quotation that says whose it is: "Sandra Harlow, resident", "— Bo Roe, 44, of Voss".
_SIGNED: Final = TAGS.pattern(f"""
    <dash|other> (?P<dashed> <name>{{2,5}} ) {_WHO}
    | (?P<name> <name>{{2,5}} ) (?: <comma> <nominal|of|preposition|conjunction|adverb>{{1,10}} )?
""")
#: The same behind the words: "“...” — Bo Roe, 44, of Voss", "“...” ~ Bo Roe (@boroe)".
_SIGNED_INSIDE: Final = TAGS.pattern(
    f"<open> <inside>+ <close> <dash|other> (?P<name> <nominal>{{0,4}} <name>{{1,4}} ) {_WHO}"
)
#: Words behind a dash that name what the words above are of, whoever it is: "“...” — a proverb of Voss".
_OWNED: Final = TAGS.pattern("<open> <inside>+ <close> <dash|other> <nominal|of|preposition|comma|conjunction>{1,12}")
#: A heading that says whose words it has: "‘Rates to stay’: Bank of Norvik".
_HEADED: Final = TAGS.pattern(
    "<open> <inside>+ <close> <colon> (?P<name> <nominal|adverb> <nominal|of|conjunction>{0,6} )"
)
#: A sentence that says whose the marks are that open it: "“Yes,” was the answer from Bo Roe", "... was all she said".
_ANSWERED: Final = KINDS.pattern("""
    <marked> ,? (?: <dash> <that> )? (?P<verb> <predicate> ) <adverb|preposition>?
    (?P<what> <common> ) (?: <of|preposition> (?P<who> <nominal> ) )?
""")
_HOW_PUT: Final = KINDS.pattern(
    "<marked> ,? <verb> (?P<how> <relative> ) (?P<who> <noun> )"
    " (?: , <!comma|marked|end|predicate>{1,8} , )? <predicate|participle>"
)
_ALL_SAID: Final = KINDS.pattern(
    "(?: <marked> ,? | <that|common> ) <verb> (?P<what> <common> <subject>? ) <verb> <infinitive>?"
)
#: "So says Bo Roe", "so begins the story of Bo Roe", "those are the words of Bo Roe".
_POINTED: Final = KINDS.pattern("""
    <contrast|adverb> (?P<says> <predicate> ) (?P<sayer> <nominal> ) (?: <link> (?P<teller> <nominal> ) )?
    | <that|common> <verb> (?P<what> <common> ) (?: <of> (?P<who> <nominal> ) )?
""")
#: What stands before the name of whoever signs.
_SIGNS: Final = TAGS["dash other"]
#: "For Ann Doe, the day begins", "It was 1971 when Ann Doe opened a shop".
_TOPIC: Final = KINDS.pattern("""
    (?: <conjunction|contrast|adverb> ,? )? (?: (?P<link> <preposition> ) (?P<who> <nominal> ) ,
        | <subject> <verb> <!predicate|subordinate|point|end>{1,4} (?P<when> <subordinator> )
            (?P<whose> <nominal> ) <predicate> )
""")
_TOPICS: Final = frozenset({"for", "when"})
_SAID_BEHIND: Final = KINDS.pattern(", (?P<says> <predicate> ) (?P<who> <nominal> ) <end>? $")
_BREAKING_OFF: Final = KINDS.pattern(
    "<marked> <dash> <noun> <adverb>* (?P<does> <predicate> ) <!dash|marked|predicate>* <dash> <marked> <end>? $"
)
_MAIN: Final = KINDS.pattern(", (?P<who> <subject> ) <adverb>* <predicate>")
#: What stands before the first word of a sentence, and what ends one.
_OPENS: Final = TAGS["end close"] | {""}
_ENDS: Final = TAGS.pattern("<end>")
_GOVERNED: Final = frozenset(verb + Tag.PREPOSITION for verb in TAGS["reporting"])
_FIRST_NAME: Final = TAGS.pattern("<name>+")
#: "What did the captain say", "How does Bo Roe explain".
_QUESTIONED: Final = KINDS.pattern("<relative> (?P<does> <verb> ) (?P<who> <noun> ) <adverb>* <verb>")
_DOES: Final = frozenset({"did", "do", "does"})
_SAYS_BARE: Final = WORDS.speaking | WORDS.thinking | {"explain", "respond"}
_AND_MORE: Final = "(?: <link|conjunction|comma> <nominal> )*"
#: What gives words before a colon: "Her verdict", "The response from the council", "Then comes the punchline".
_UTTERED: Final = KINDS.pattern(f"""
    (?: <conjunction|contrast|adverb> ,? ){{0,2}} (?P<came> <predicate> )?
    (?P<what> <common> ) (?: <link> (?P<who> <nominal> {_AND_MORE} ) )?
    (?: <verb> <adverb>? <adjective|adverb|participle> )?
""")
#: "And this from Bo Roe", "then there was this, from the captain, Bo Roe, 61".
_OFFERED: Final = KINDS.pattern(f"(?P<what> <common|adverb> ) ,? <preposition> (?P<who> <nominal> {_AND_MORE} ) $")
#: "Here is how it went, in the words of the captain".
_WORDS_OF: Final = KINDS.pattern(f"<common> <of> (?P<who> <nominal> {_AND_MORE} ) $")
_OFFERS: Final = frozenset({"more", "this"})
_GIVING: Final = frozenset({"by", "from", "of"})
_SPEAKING: Final = frozenset({"name", "the name", "people", "role", "bodies"})
#: What comes from somebody of whom a text does not say who it is: "..., came the reply".
_REPLIES: Final = frozenset({"answer", "rejoinder", "reply", "response", "retort"})
#: Words before a feeling that tell how strong it is.
_DEGREES: Final = frozenset({"absolutely", "deeply", "extremely", "not", "really", "so", "too", "very"})
_SAYS: Final = frozenset({"said", "say", "says"})
_BEGINS: Final = frozenset({"began", "begins", "ended", "ends", "starts"})
_SAYING: Final = frozenset({"add", "added", "offer", "offered", "said", "say"})
_VERB: Final = KINDS.pattern("<verb|participle>")
#: Words before marks that hold a term or a name, and by which the narrator adds what he knows.
_NOT_SAYING: Final = WORDS.distancing | WORDS.naming_words | {"as"}
_NEXT_SAID: Final = TAGS["that open"]
_NOTWITHSTANDING: Final = frozenset({"amid", "despite"})
#: How many words in capitals may still be a name.
_FEW: Final = 3
#: A noun phrase alone, and the verbs of a sentence whose subject it is.
_CALLED: Final = TAGS.pattern("<determiner> <counted>* <head> (?: <link> <determiner>? <counted>* <head> )*")
_ACTING: Final = TAGS["auxiliary past third"]
#: How a sentence ends, and how many words one has in a paragraph of its own.
_STOPS: Final = TAGS["stop question"]
_FEWEST: Final = 2
_ATTRIBUTIVE: Final = TAGS["determiner adjective"]
_NOUN: Final = TAGS["noun plural"]
#: Where the words end by which somebody is called, and the name that they end with.
_END: Final = TAGS.pattern("<comma|dash|open_bracket|link|to>")
_LAST_NAME: Final = TAGS.pattern("<name>+ $")
_TITLES: Final = NAMES.courtesy | NAMES.offices
_PERSONAL: Final = frozenset({"he", "she"})
#: How a sentence begins that tells whose the words before it were: "That is how Bo Roe remembers it".
_POINTING: Final = frozenset({"so", "such", "that", "these", "this", "those", "thus"})
#: How many chunks a subject may be away from the start of its sentence.
_EARLY: Final = 12


def _has_small(words: list[str]) -> bool:
    """Whether words have small letters that no title has."""
    return any(word[0].islower() and word not in WORDS.small_in_titles for word in words)


class Uttered(NamedTuple):
    """Whether words are said to follow, and who is named whose they are."""

    follows: bool
    whose: Range | None


class Floor:
    """Tells who speaks where marks stand with no words around them."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.outer = marked.outer
        self.view = marked.tokens.view(marked.outer)

    def is_alone(self, unit: Unit) -> bool:
        """Whether a unit is one stretch in marks and nothing else."""
        return self.outer[unit.first] == Tag.OPEN and not self.outer[unit.first + 1 : unit.high].strip("~]")

    def is_said(self, unit: Unit) -> bool:
        """Whether marked words end like a sentence that somebody says, and not like a heading or a pull quote."""
        close = self.outer.find(Tag.CLOSE, unit.first, unit.high)
        if close < 0:
            return True  # the marks go on in the next paragraph
        return stop_inside(self.marked.tokens.tags, close) in ".?,-" or self.outer[unit.high] == Tag.STOP

    def is_speech(self, stretch: Stretch, least: int) -> bool:
        """Whether a stretch has so many words that somebody says it, and is no title in capitals."""
        if self.outer[stretch.open] != Tag.OPEN or self.is_titled(stretch.open):
            return False
        inside = self.marked.tokens.words[stretch.open + 1 : stretch.close]
        words = [word for word in inside if word[0].isalnum()]
        if len(words) < self._least(stretch, least):
            return False
        named = stretch.open and self.outer[stretch.open - 1] in _ATTRIBUTIVE  # "the “we are late” crowd"
        if (named and self.outer[stretch.close + 1] in _NOUN) or self._acts(stretch):
            return False
        return _has_small(words)

    def _least(self, stretch: Stretch, least: int) -> int:
        """How many words a stretch must have: few where it is a paragraph that is a sentence: "“From whom?”"."""
        whole = is_paragraph(self.outer, stretch) and stop_inside(self.marked.tokens.tags, stretch.close) in _STOPS
        return min(least, _FEWEST) if whole else least

    def _acts(self, stretch: Stretch) -> bool:
        """Whether a stretch is what somebody is called who does something: "“the man with the voice” has a dream"."""
        called = _CALLED.fullmatch(self.marked.tokens.tags, stretch.open + 1, stretch.close)
        return called is not None and self.outer[stretch.close + 1] in _ACTING

    def is_title(self, stretch: Stretch, *, least: int) -> bool:
        """Whether so many words, all of a stretch, have capitals, as titles have: "as she opened “The Den”"."""
        words = [word for word in self.marked.tokens.words[stretch.open + 1 : stretch.close] if word[0].isalpha()]
        return len(words) >= least and not _has_small(words)

    def is_titled(self, opening: int) -> bool:
        """Whether a mark opens the title of what is named before it: "a paper titled: “...”"."""
        before = opening - 1 - (self.outer[opening - 1] == Tag.COLON)
        return opening > 0 and self.view.lower[before] in WORDS.naming

    def is_shouted(self, first: int, colon: int) -> bool:
        """Whether words before marks are a line of capitals alone, which names nobody: "MAN FINDS KILN: “...”"."""
        words = [word for word in self.view.words[first:colon] if word[0].isalpha()]
        return len(words) > _FEW and all(map(str.isupper, words))

    def is_term(self, stretch: Stretch) -> bool:
        """Whether marks hold a term, a title or a name: "the so-called “peat tax”", "gave his nickname, “Biscuit”"."""
        before = self.view.lower[stretch.open - 1]
        named = before == Tag.COMMA and self.view.lower[stretch.open - 2] in WORDS.naming_words
        titled = self.is_title(stretch, least=1 + (before != "on"))  # "on “Today”"
        return named or before in _NOT_SAYING or titled

    def feels(self, sentence: Sentence, stretch: Stretch) -> Range | None:
        """Who is said to be what words in marks tell that one feels: "Ms Doe was “thrilled” with it"."""
        s, inside = sentence, self.marked.tokens.lower[stretch.open + 1 : stretch.close]
        feeling = next((word for word in inside if word not in _DEGREES), "")
        verb = s.at(stretch.open) - 1
        if feeling not in WORDS.felt or s.kind(verb) != Kind.VERB or self.view.lower[stretch.open - 1] not in WORDS.be:
            return None
        who = subject(s, verb)
        return who if who is not None and self._may_speak(who) else None

    def cried(self, sentence: Sentence, stretch: Stretch) -> Uttered:
        """Whether words in marks are what some cry, and from where that comes: "cries of “Shame!” from the crowd"."""
        first, k = stretch.open, sentence.at(stretch.open) + 1
        cried = self.view.lower[first - 1] == "of" and self.view.lower[first - 2] in WORDS.applause
        whose = sentence.tokens(k + 1, phrase_end(sentence, k + 1)) if cried and sentence.word(k) == "from" else None
        known = whose is not None and mention_kind(self.view, whose) in _SPEAKING
        return Uttered(follows=cried, whose=whose if known else None)

    def is_beyond(self, end: int, opening: int) -> bool:
        """Whether somebody's words end before marks that another says or the narrator: ", others that it was “new”"."""
        behind = end + (self.outer[end] == Tag.COMMA)
        if behind >= opening or Tag.COMMA not in self.outer[end - 1 : behind]:
            return False
        others = self.view.lower[behind] in NAMES.counting and self.outer[behind + 1] in _NEXT_SAID
        return others or self.view.lower[behind] in _NOTWITHSTANDING

    def introduced(self, sentence: Sentence) -> Range | None:
        """The person whom a sentence without a quotation is about: "Coach Jan Klein was less happy"."""
        if self.outer[sentence.after - 1] == Tag.QUESTION and (
            whose := self.uttered(sentence, sentence.after - 1).whose
        ):
            return whose  # "Her answer? “Never.”"
        verbs = [verb.start() for verb in _VERB.finditer(sentence.kinds, 0, _EARLY)]
        later = sentence.kind(0) == Kind.SUBORDINATOR  # "When she left, Ann Doe smiled"
        told = (
            verbs[1:] if verbs[:1] == [0] else verbs[: None if later else 1]
        )  # "Asked whether it hurt, Bo Roe smiled"
        subjects = (subject(sentence, verb) for verb in told)
        persons = [one for one in subjects if one is not None and self.acts(one)]
        acting = (one for one in persons if not self._is_before(sentence, one))
        return next(acting, None) or next(iter(persons), None) or self._set_amid(sentence)

    def _is_before(self, s: Sentence, mention: Range) -> bool:
        """Whether somebody acts in the clause that opens a sentence: "Asked if | Bo Roe was late, Ann Doe smiled"."""
        k = s.at(mention[0])
        return s.kind(k - 1) == Kind.SUBORDINATOR and Kind.COMMA not in s.kinds[:k]

    def guest(self, met: Range | None, first: int) -> Range | None:
        """Who answers in an interview that begins at a token: who was met last, or the person named who surely is one.

        "The Gazette met Ann Doe", "We sat down with Ann Doe".
        """
        if met is not None and (self.outer[met[1] - 1] != Tag.NAME or self._is_surely_person(*met)):
            return met
        runs = (match.span() for match in _FIRST_NAME.finditer(self.outer, 0, first))
        named = [run for run in runs if self.marked.tokens.tags[run[0]] == Tag.NAME]  # no title in marks
        return next((one for one in reversed(named) if self._is_surely_person(*one)), met)

    def _is_surely_person(self, first: int, after: int) -> bool:
        """Whether a name is a person's, as far as its own words tell."""
        name = find_name(self.view.words[first:after])
        return name is not None and name.sort.is_person

    def questioned(self, s: Sentence) -> Range | None:
        """The person of whom a question asks what he says: "What did Bo Roe say after the match?"."""
        found = _QUESTIONED.match(s.kinds)
        if found is None or s.word(found.start("does")) not in _DOES or s.head(found.end() - 1) not in _SAYS_BARE:
            return None
        who = s.tokens(*found.span("who"))
        return who if self.is_person(who) else None

    def _set_amid(self, s: Sentence) -> Range | None:
        """Who is named elsewhere than first, of whom a sentence tells."""
        return self._set_in(s) or self._behind_comma(s) or self._behind_verb(s)

    def _behind_verb(self, s: Sentence) -> Range | None:
        """Who says what no reader takes for a clause: "Not so fast, said Ann Doe."."""
        found = _SAID_BEHIND.search(s.kinds)
        if found is None or s.head(found.start("says")) not in WORDS.parenthetical_forms:
            return None
        who = s.tokens(*found.span("who"))
        return who if self.is_person(who) else None

    def breaking_off(self, sentence: Sentence) -> Range | None:
        """Who does something between two dashes amid marked words: "“That kiln” — she points at it — “is mine”"."""
        s, found = sentence, _BREAKING_OFF.match(sentence.kinds)
        who = None if found is None else subject(s, found.start("does"))
        return who if who is not None and self.is_person(who) else None

    def acts(self, mention: Range) -> bool:
        """Whether a subject is one person, and not governed by what another did: "spoke at | the talk Ms Doe led"."""
        first = mention[0]
        governed = self.outer[max(0, first - 2) : first] in _GOVERNED
        return not governed and self.is_person(mention) and not self._may_be_thing(mention)

    def _may_be_thing(self, mention: Range) -> bool:
        """Whether a word that has its capital from the sentence may be no name, as nothing shows a person: "Mist".

        Any of these would show one: the word stands elsewhere too, or the sentence goes on with "her" or "who".
        """
        first, after = mention
        alone = after - first == 1 and self.outer[first] == Tag.NAME and self.outer[first - 1 : first] in _OPENS
        name = find_name(self.view.words[first:after]) if alone else None
        if name is None or name.sort is not Sort.UNSURE or self._times[self.view.words[first]] > 1:
            return False
        return NAMES.personal.isdisjoint(self.view.lower[after : until(_ENDS, self.outer, after, len(self.outer))])

    @cached_property
    def _times(self) -> Counter[str]:
        """How often the text has each word."""
        return Counter(self.view.words)

    def _behind_comma(self, s: Sentence) -> Range | None:
        """The pronoun that is the subject behind what opens a sentence: "Lean and alert, he looks young"."""
        found = _MAIN.search(s.kinds)
        who = s.tokens(*found.span("who")) if found is not None else None
        return who if who is not None and self.is_person(who) else None

    def _set_in(self, s: Sentence) -> Range | None:
        """The person for whom something is so, or of whom the time tells: "For Ann Doe, ...", "It was May when"."""
        found = _TOPIC.match(s.kinds)
        if found is None:
            return None
        link, who = ("when", "whose") if found["when"] else ("link", "who")
        if s.word(found.start(link)) not in _TOPICS:
            return None
        place = s.tokens(*found.span(who))
        run = _FIRST_NAME.search(self.outer, *place)
        name = find_name(self.view.words[slice(*run.span())]) if run is not None else None
        return place if name is not None and name.sort.is_person else None

    def signed(self, unit: Unit) -> Range | None:
        """The name in a line that signs the words above it."""
        dashed = self.outer[unit.first] in _SIGNS
        apart = unit.starts or dashed or self.outer[unit.high] == Tag.NEWLINE
        match = _SIGNED.fullmatch(self.outer, unit.first, unit.high) if apart else None
        if match is None or (self.outer[unit.high] == Tag.STOP and not dashed):
            return None
        name = match.span("dashed" if match["dashed"] else "name")
        words = self.view.words[name[0] : name[0] + 1 + (plain(self.view.words[name[0]]) in _TITLES)]
        bare = not dashed and name[1] == unit.high and not is_given(words[-1])  # "Garden Matters"
        return name if self.is_person(name) and not bare else None

    def signed_inside(self, unit: Unit) -> Range | None:
        """Who is named behind marks and a dash, or a colon in a heading: "“So proud” — skipper Bo Roe, on X"."""
        headed = _HEADED.fullmatch(self.outer, unit.first, unit.high) if unit.starts else None
        if headed is not None and self.outer[unit.high] == Tag.NEWLINE:
            return headed.span("name")
        match = _SIGNED_INSIDE.fullmatch(self.outer, unit.first, unit.high)
        return match.span("name") if match is not None and self.is_person(match.span("name")) else None

    def is_owned(self, unit: Unit) -> bool:
        """Whether a paragraph in marks ends with what its words are of, and is no speech of whoever spoke before."""
        ends = unit.starts and self.outer[unit.high] == Tag.NEWLINE
        return ends and _OWNED.fullmatch(self.outer, unit.first, unit.high) is not None

    def answered(self, sentence: Sentence) -> tuple[Range, Range | None] | None:
        """Whose the marks are that open a sentence, by a noun behind them: the words that say so, and who it is."""
        s, found = sentence, _ANSWERED.match(sentence.kinds)
        said = self._all_said(s) or self._how_put(s)
        if said is not None or found is None:
            return said
        verb, what = found.start("verb"), found.start("what")
        cue = s.tokens(verb, verb + 1)
        is_it = not WORDS.be.isdisjoint(s.lower[slice(*cue)])
        if s.head(what) not in WORDS.utterances or not (is_it or s.head(verb) in WORDS.arriving):
            return None
        after = s.firsts[what + 1]
        whose = owner(s, what)
        if whose is not None:
            return cue, whose
        who = found["who"] and s.tokens(found.start("who"), phrase_end(s, found.start("who")))
        if who and (is_it or self._may_speak(who)):
            return (cue[0], after), who
        if is_it:
            return None
        bare = s.head(what) in _REPLIES and found.end() == what + 1
        return cue, None if bare else s.tokens(what, found.end())

    def _may_speak(self, who: Range) -> bool:
        """Whether a noun phrase is a person's or a body's."""
        return self.is_person(who) or mention_kind(self.view, who) in _SPEAKING

    def uttered(self, sentence: Sentence, end: int) -> Uttered:
        """Whether the words before a colon or a question say that words follow, and whose they are then."""
        s, k = sentence, sentence.at(end)
        offered = _OFFERED.search(s.kinds, 0, k)
        if offered is not None and s.word(offered.start()) in _OFFERS and s.word(offered.start("who") - 1) == "from":
            return Uttered(follows=True, whose=s.tokens(offered.start("who"), k))
        worded = _WORDS_OF.search(s.kinds, 0, k)
        if worded is not None and s.head(worded.start()) == "words":
            return Uttered(follows=True, whose=s.tokens(worded.start("who"), k))
        whose = self._in_mind(s, k)
        if whose is not None:
            return Uttered(follows=True, whose=whose)
        found = _UTTERED.fullmatch(s.kinds, 0, k)
        if found is None or s.head(found.start("what")) not in WORDS.utterances:
            return Uttered(follows=False, whose=None)
        came = not found["came"] or s.head(found.start("came")) in WORDS.arriving
        whose = owner(s, found.start("what")) or self._giver(s, found.start("who"), found.end("who"))
        return Uttered(follows=came, whose=whose)

    def _in_mind(self, s: Sentence, end: int) -> Range | None:
        """Whose words one has in mind: "I left with Ms Doe's words in my ears"."""
        words = next((at for at in range(1, end) if s.word(at - 1) == "with" and s.head(at) == "words"), None)
        return None if words is None else owner(s, words)

    def _giver(self, s: Sentence, k: int, end: int) -> Range | None:
        """Who is named behind a noun: "the response from the council", but not "the account of the crash"."""
        who = s.tokens(k, end) if k > 0 and s.word(k - 1) in _GIVING else None
        return who if who is not None and mention_kind(self.view, who) in _SPEAKING else None

    def _all_said(self, s: Sentence) -> tuple[Range, Range] | None:
        """Whose the marks are before "was all Ms Doe would say"."""
        found = _ALL_SAID.match(s.kinds)
        if found is None or s.word(found.start("what")) != "all" or s.head(found.end() - 1) not in _SAYING:
            return None
        first, after = s.tokens(found.start("what"), found.end("what"))
        return (first - 1, first + 1), (first + 1, after)

    def _how_put(self, s: Sentence) -> tuple[Range, Range] | None:
        """Whose the marks are before "is how Ms Doe puts it"."""
        found = _HOW_PUT.match(s.kinds)
        if found is None or s.word(found.start("how")) != "how":
            return None
        first, after = s.tokens(found.start("who"), found.end("who"))
        return (s.firsts[found.start("how") - 1], first), (first, after)

    def points_back(self, unit: Unit) -> bool:
        """Whether a sentence begins like one that tells whose the words before it were."""
        return unit.starts and self.view.lower[unit.first] in _POINTING

    def tells_of_words(self, sentence: Sentence) -> bool:
        """Whether a sentence is about the words before it, which somebody else may have said: "forgets those words"."""
        return not WORDS.received.isdisjoint(sentence.lower[sentence.first : sentence.after])

    def pointed(self, sentence: Sentence) -> Range | None:
        """Who is named where a sentence tells whose the words before it are: "So says Bo Roe"."""
        s = sentence
        found, whole = _POINTED.match(s.kinds), self._all_said(s)
        if found is None or whole is not None:
            return whole and whole[1]  # "That was all Bo Roe said"
        told = found["says"] is not None
        if told and s.head(found.start("says")) in _BEGINS:
            return self._teller(s, found)
        said = s.head(found.start("says")) in _SAYS if told else s.head(found.start("what")) in WORDS.utterances
        if not said:
            return None
        who = found.start("sayer" if told else "who")
        return s.tokens(who, phrase_end(s, who)) if who >= 0 else owner(s, found.start("what"))

    def _teller(self, s: Sentence, found: re.Match[str]) -> Range | None:
        """Whose tale it is that words open: "So begins the story of Bo Roe"."""
        if not found["teller"] or s.head(found.start("sayer")) not in WORDS.accounts:
            return None
        teller = s.tokens(*found.span("teller"))
        return teller if self.is_person(teller) else None

    def is_person(self, mention: Range) -> bool:
        """Whether a subject is one person: a name, "she" or "the coach"."""
        first, after = mention
        tags, lower, words, _ = self.view
        end = until(_END, tags, first + 1, after)
        if tags[end - 1] == Tag.NAME:
            run = _LAST_NAME.search(tags, first, end)
            name = find_name(words[run.start() : end]) if run is not None else None
            return name is not None and name.sort.may_be_person and Tag.CONJUNCTION not in tags[first:end]
        head = lower[end - 1]
        pronoun = end - first == 1 and head in _PERSONAL
        return pronoun or (tags[end - 1] == Tag.NOUN and head not in NAMES.groups and is_person_noun(head))
