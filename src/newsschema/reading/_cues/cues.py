"""Candidate cues: the words of the lexicon where they stand, with their verb group and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsschema.reading._cues.addressees import is_somebody, telling
from newsschema.reading._cues.complements import Complement, clause_ahead, complement
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.cue_nouns import KEPT, has_bare_clause, held, noun_frame, of_noun
from newsschema.reading._cues.idle import (
    holds,
    is_idle,
    is_read,
    is_reduced,
    is_seen,
    is_valued,
    is_watched,
    leaves_word,
    qualifies,
    takes_lives,
    tells_how,
    withholds_name,
)
from newsschema.reading._cues.refusals import YET, gives_no_answer, with_refusals
from newsschema.reading._lexicon.frames import CLAUSAL, Form, Frame
from newsschema.reading._lexicon.gazetteer import singular
from newsschema.reading._lexicon.lexicon import Lexicon
from newsschema.reading._lexicon.signs import LISTED, SAYING
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import phrase_end
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Sentence
from newsschema.reading._syntax.groups import main_verb, noun_group, verb_group, without_floating

#: Verbs that take no clause without "that": what looks like one begins with their object.
_OF_OBJECTS: Final = (
    (WORDS.classes["judge"] | WORDS.classes["call"] | WORDS.classes["rule"] | WORDS.classes["want"])
    - {"rule"}
    - WORDS.wanting_clauses
)
#: Verbs that name whom one talks to, and nothing that is said: "talked to her".
_TALKING: Final = WORDS.to_somebody & WORDS.classes["talk"]

#: A verb where only a verb of speech stands: "...," he crowed; he gloated: "...".
_QUOTATIVE: Final = KINDS.pattern(r"""
    (?<= <marked> <noun> ) <predicate> (?= <preposition|adverb>? (?: [.,] | $ ) | <noun> )
    | (?: (?<= <marked> <noun> , <name> , ) | (?<= <marked> <noun> , <name> , <common> , ) ) <predicate> (?= [.] | $ )
    | (?<= <marked> ) <predicate> (?= <noun> )
    | <predicate> (?= [:,] <marked> )
""")
#: The same with a particle: "...," shot back Ms Doe; "...," she shot back in May; she chimed in with: "...".
_PHRASED: Final = KINDS.pattern(r"""
    (?: (?<= <marked> ) | (?<= <marked> , ) ) <predicate> (?= <adverb|preposition> <noun> )
    | (?: (?<= <marked> <noun> ) | (?<= <marked> <noun> <link> <nominal> ) ) <predicate> (?= <adverb|preposition> )
    | <predicate> (?= <adverb|preposition> (?: <preposition>? [:,] <marked> | <preposition> <marked> | <that> ) )
""")
#: What a cue may be, and what follows one that is a noun.
_HEAD_TAGS: Final = TAGS["verbal ing base_or_noun third_or_plural adjective"]
_NOUN_TAGS: Final = TAGS["noun plural name"]
_BEHIND_NOUN: Final = TAGS[
    "that link to open colon auxiliary possessive relative adverb adjective comma date dash single ing third past"
]
_BEHIND_FEAR: Final = TAGS["determiner name plural subject"]
_VERBAL: Final = KINDS["verb participle ing infinitive"]
_SPOKEN: Final = TAGS["noun plural adjective name"]
_CALLED_OUT: Final = KINDS.pattern("<nominal> (?: <link> <nominal> )* , <marked>")
_ORDER: Final = KINDS.pattern("<adverb>? <infinitive> | <to> <marked>")


def _calls_out(s: Sentence, cue: Cue) -> re.Match[str] | None:
    """Whoever is urged, before words in marks behind a comma."""
    return _CALLED_OUT.match(s.kinds, s.at(cue.body))


def _with_addressee(s: Sentence, cue: Cue) -> Cue:
    """Whoever is to do something is spoken to: "urged residents | to stay in", "urged residents, “Stay in”"."""
    called = _calls_out(s, cue)
    if called is not None:
        end = called.end() - 1
        return cue.put(cue.after, Frame.QUOTE, s.firsts[end], s.tokens(called.start(), end - 1))
    order = _ORDER.search(s.kinds, s.at(cue.body))
    if order is None:
        return cue
    first = s.firsts[order.start()]
    return cue.put(cue.after, cue.frame, first, (cue.body, first))


_CLEAR: Final = frozenset({"clear", "plain"})
#: To whom and when a statement goes.
_SENT: Final = KINDS.pattern("(?: <to|preposition> <nominal> | <time|adverb> )+ <ing>")


def _quotative_heads(s: Sentence) -> Iterator[int]:
    """Verbs that no list need have, where only verbs of speech stand."""
    for match in _QUOTATIVE.finditer(s.kinds):
        head = main_verb(s, match.start())
        helped = s.tags[s.firsts[match.start()]] == Tag.AUXILIARY != s.tags[head]
        apposed = _APPOSED.fullmatch(s.kinds, 0, match.start()) is not None
        if not (helped or apposed or _goes_on_in_marks(s, match)):  # "the “Salt” drive has been facing doubts"
            yield head
    for match in _PHRASED.finditer(s.kinds):
        head = main_verb(s, match.start())
        felt = s.lower[head] in WORDS.be and s.lower[head - 1] in _LIKENED  # "it was like, “Oh”", but "she was like"
        if s.lower[head : head + 2] in WORDS.phrasal_forms and not felt:
            yield head


#: What is between commas and tells what the subject is called: "Her book, “Salt,” follows a widow".
_APPOSED: Final = KINDS.pattern("<adverb|conjunction>* <common> (?: <link> <nominal> )* , <marked>")
#: What is like something, and says nothing.
_LIKENED: Final = frozenset({"it", "that", "this"})
#: What shows that marks in small letters are said: "“No,” he crowed, “never”", "As he put it, “a mess”".
_SAID_OF_MARKS: Final = KINDS["marked subordinator"]


def _goes_on_in_marks(s: Sentence, match: re.Match[str]) -> bool:
    """Whether marks behind a comma go on with what somebody did: "he danced, “waving a hat”"."""
    behind = s.kinds[match.end() : match.end() + 2] == Kind.COMMA + Kind.MARKED
    first = _SAID_OF_MARKS.isdisjoint(s.kinds[: match.start()])
    return behind and first and s.view.words[s.firsts[match.end() + 1] + 1].islower()


#: "Denied having sold it", "admits being late".
_BEING: Final = frozenset({"being", "having"})


def _may_govern(tags: str, k: int) -> bool:
    """Whether a noun may have what it tells behind it, by the tags beside it: "a claim that", "amid fears the"."""
    return tags[k + 1] in _BEHIND_NOUN or (tags[k - 1] == Tag.PREPOSITION and tags[k + 1] in _BEHIND_FEAR)


class CueFinder:
    """Finds the cues of the sentences of one text."""

    def __init__(self, signs: str, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._signs = signs

    def heads(self, tags: str, first: int, after: int) -> list[int]:
        """The words of the lexicon between two tokens that may be cues, by their tags and what follows them."""
        listed = [match.start() for match in LISTED.finditer(self._signs, first, after)]
        return [k for k in listed if tags[k] in _HEAD_TAGS or (tags[k] in _NOUN_TAGS and _may_govern(tags, k))]

    def find(self, sentence: Sentence, heads: list[int] | None = None) -> list[Cue]:
        """Every word of the lexicon outside marks, in order, and verbs where only verbs of speech stand."""
        if heads is None:
            heads = self.heads(sentence.tags, sentence.first, sentence.after)
        if Kind.MARKED in sentence.kinds:
            heads = sorted({*heads, *_quotative_heads(sentence)})
        found = [cue for head in heads if (cue := self._cue(sentence, head)) is not None]
        if SAYING.search(sentence.view.signs, sentence.first, sentence.after):
            found = with_refusals(sentence, found)
        return found

    def _cue(self, s: Sentence, head: int) -> Cue | None:
        """The cue that a word is as a noun, a verb or an adjective."""
        word, k = s.lower[head], s.at(head)
        kind = s.kinds[k]
        adjective = word in self.lexicon.adjectives
        if kind in NOMINAL and word in self.lexicon.nouns and s.tags[head] in _SPOKEN:
            return self._noun_cue(s, head, k)
        if kind in _VERBAL and head == main_verb(s, k) and (word in self.lexicon.verbs or not adjective):
            return self._felt(s, head, k) or self._verb_cue(s, head, k)
        return self._adjective_cue(s, head, k) if adjective else None

    # --- verbs

    def _felt(self, s: Sentence, head: int, k: int) -> Cue | None:
        """The cue of a participle that tells what somebody feels: "is worried that"."""
        word = s.lower[head]
        base = self.lexicon.verbs.get(word)
        if word not in self.lexicon.adjectives or base not in WORDS.affecting or base in WORDS.addressed:
            return None
        cue = self._adjective_cue(s, head, k)
        return cue if cue is not None and cue.frame in _CLAUSES else None

    def _verb_cue(self, s: Sentence, head: int, k: int) -> Cue | None:
        """The cue that a verb is, with what follows it; none where it tells of nothing said."""
        base, after = self._verb(s, head)
        first, form = verb_group(s, head, k)
        form = Form.PARTICIPLE if is_valued(s, k, base) else form
        place = s.at(after)
        found = complement(s, place, after, telling=telling(s, base, form, place), ahead=clause_ahead(base))
        found = _without_claim(s, found)
        base = _meant(s, k, base, form, found)
        cue = Cue(first, found.after, head, base, form, found.frame, found.body, k, found.addressee)
        if _tells_nothing(s, cue):
            return None
        if _is_only_seen(s, cue):
            cue.frame = Frame.OBJECT
        return _with_its_own_complement(s, cue, after) or self._refined(s, cue)

    def _refined(self, s: Sentence, cue: Cue) -> Cue:
        """A verb whose clause lost its subject, that tells of a refusal, or that leaves its meaning to a noun."""
        if _has_gap(s, cue):
            return cue.put(cue.after, Frame.GAP, cue.body)
        free = cue.form in _FREE
        if free and cue.base in WORDS.answering and cue.frame not in CLAUSAL and gives_no_answer(s, cue):
            first = cue.head - (s.lower[cue.head - 2 : cue.head] == YET)  # "has yet | to comment"
            return cue.put(first, Frame.REFUSAL, first)
        light = self._light(s, cue.base, cue.frame, cue.body) if free else None
        return _with_own_words(s, cue) if light is None else _with_noun(cue, *light)

    def _verb(self, s: Sentence, head: int) -> tuple[str, int]:
        """A verb as the lists have it, and the token after it and the particle that belongs to it."""
        base, after = self.lexicon.verbs.get(s.lower[head], ""), head + 1
        particle = s.lower[after]
        put_in = particle == "in" and s.tags[after + 1] == Tag.OPEN  # "put in “new” bricks"
        like = None if put_in else WORDS.phrasal_forms.get((s.lower[head], particle))
        if like or particle in WORDS.particles.get(base, ()):
            led = s.lower[after + 1] == "with" and s.tags[after + 2] in _MARKING  # "chimed in with: “No”"
            return like or base, after + 1 + led
        back = not base and s.tags[after] in _LOOSE and s.tags[after + 1] in ".,:"  # "he shot back."
        return base, after + back

    def _light(self, s: Sentence, base: str, frame: Frame, body: int) -> tuple[str, Complement] | None:
        """The noun that carries the meaning of a verb ("made an announcement that"), or "made it clear that"."""
        if base == "make":
            clear = body + (s.lower[body] == "it")
            clear += s.tags[clear] == Tag.ADVERB  # "made it very clear that"
            if s.lower[clear] in WORDS.made_clear:
                found = complement(s, s.at(clear + 1), clear + 1)
                if found.frame in CLAUSAL or s.lower[clear] in _CLEAR:  # but "letters made public since May"
                    return "clarify", found._replace(after=clear + 1)
        return self._carried(s, base, frame, body)

    def _carried(self, s: Sentence, base: str, frame: Frame, body: int) -> tuple[str, Complement] | None:
        """The noun that carries the meaning of a verb: "announcement" in "made an announcement that"."""
        if frame not in _OBJECTS or base not in WORDS.light:
            return None
        k = s.at(body)
        if s.kind(k) not in NOMINAL or s.head(k) not in self.lexicon.nouns:
            return None
        if s.kind(k + 1) == Kind.ING and s.head(k + 1) in self.lexicon.verbs:
            return self._warning(s, k + 1)
        return None if self._is_sent(s, k + 1) else of_noun(s, k, base)

    def _warning(self, s: Sentence, k: int) -> tuple[str, Complement] | None:
        """The participle that carries the meaning of a noun before it: "issued a statement warning that"."""
        found = complement(s, k + 1, s.firsts[k + 1])
        return (self.lexicon.verbs[s.head(k)], found) if found.frame in CLAUSAL else None

    def _is_sent(self, s: Sentence, k: int) -> bool:
        """Whether a participle says it all behind whom and when: "sent a letter to staff on Monday warning that"."""
        sent = _SENT.match(s.kinds, k)
        return sent is not None and s.head(sent.end() - 1) in self.lexicon.verbs

    # --- nouns and adjectives

    def _noun_cue(self, s: Sentence, head: int, k: int) -> Cue | None:
        """The cue that a noun is, with what follows it, and who holds it: "claims by agencies that it is late"."""
        if head + 1 != s.firsts[k + 1] and s.tags[head + 1] != Tag.POSSESSIVE:
            return None  # "the claim form"
        base = self.lexicon.nouns[s.lower[head]]
        first, form = noun_group(s, head, k)
        if form == Form.EXISTENTIAL and s.word(k) == "no" and base in WORDS.unspoken:
            return None  # "there is no evidence that", but "there was no warning that"
        named = held(s, head, k)
        if named is not None:
            agent, found = named
            return Cue(first, head + 1, head, base, form, found.frame, found.body, k, agent=agent)
        found = complement(s, k + 1 + _is_copula(s, k), head + 1)
        frame = Frame.NOUN_THAT if has_bare_clause(s, k, base) else noun_frame(s, base, form, found)
        return Cue(first, found.after, head, base, form, frame, found.body, k, found.addressee)

    def _adjective_cue(self, s: Sentence, head: int, k: int) -> Cue | None:
        """An adjective after a form of be: "was confident that"."""
        word = s.lower[head]
        verb = k if s.kinds[k] == Kind.VERB else k - 1
        while verb > 0 and s.kinds[verb] == Kind.ADVERB:
            verb -= 1
        if s.firsts[k + 1] != head + 1 or s.kind(verb) != Kind.VERB:
            return None
        if not _is_state(s, verb, k):
            return None
        found = _without_relative(s, k + 1, _without_claim(s, complement(s, k + 1, head + 1)))
        first = without_floating(s, s.firsts[verb])
        after = found.body if found.frame in _FELT else found.after  # "was furious at | the guild"
        return Cue(first, after, head, word, Form.ADJECTIVE, found.frame, found.body, k, found.addressee)


def _without_claim(s: Sentence, found: Complement) -> Complement:
    """What follows a cue, but for the clause of a claim that it is about: "was angry about her claim that"."""
    k = s.at(found.body) - 1
    held = s.word(k - 1) == "by"  # "spoke of claims by Ms Doe that"
    k -= 2 * held
    claimed = found.frame == Frame.THAT and s.kind(k) in NOMINAL and singular(s.head(k)) in WORDS.statements
    own = s.word(k - 1) in _ON_CLAIM or (held and s.kind(k - 1) == Kind.OF)
    return found._replace(frame=Frame.OTHER) if claimed and own else found


def _without_relative(s: Sentence, k: int, found: Complement) -> Complement:
    """What follows an adjective, but for a clause on a noun behind it: "was angry with the way he was paid"."""
    return found._replace(frame=Frame.OTHER) if found.frame == Frame.BARE and s.word(k) in _ON_NOUN else found


#: Between an adjective and the noun that one feels so about.
_ON_NOUN: Final = frozenset({"about", "by", "over", "with"})
#: Before a claim to which somebody says or feels something.
_ON_CLAIM: Final = frozenset({"about", "against", "at", "by", "over"})


def _is_state(s: Sentence, verb: int, k: int) -> bool:
    """Whether a chunk tells how somebody is, behind a form of be: "was confident"."""
    be = not WORDS.be.isdisjoint(s.lower[s.firsts[verb] : s.firsts[verb + 1]])
    return be and (verb == k or s.kinds[k] in _STATES)


def _meant(s: Sentence, k: int, base: str, form: Form, found: Complement) -> str:
    """What a verb means with what follows it: "they worry it is late" is a fear, but not "it worries them"."""
    if holds(s, k, base, found):
        return "rule"
    gap = base in WORDS.bridges and found.frame in _GAPS and s.kind(s.at(found.body)) in _PREDICATE
    feared = base in WORDS.affecting and form == Form.ACTIVE and (found.frame in _CLAUSES or gap)
    return "fear" if feared else base


def _tells_nothing(s: Sentence, cue: Cue) -> bool:
    """Whether a verb only describes, keeps a name back, or is the narrator's."""
    looks = cue.base == "look" and cue.frame != Frame.INFINITIVE  # "it looked like a “shoe”"
    acts = takes_lives(s, cue.base, cue.body) or leaves_word(s, cue.base, cue.frame, cue.body)
    acts = acts or (cue.form == Form.ING and is_idle(s, cue.first))
    describes = is_reduced(s, cue.chunk, cue.base) or qualifies(s, cue.chunk, cue.base, cue.frame)
    describes = describes or tells_how(s, cue.base, cue.frame, cue.body) or is_seen(s, cue.chunk, cue.base)
    return describes or looks or acts or withholds_name(s, cue.body, cue.frame) or _tells_which(s, cue)


def _tells_which(s: Sentence, cue: Cue) -> bool:
    """Whether the clause behind a verb that takes none tells which thing is meant: "spoke of the kiln that he lit"."""
    if cue.base not in WORDS.clauseless or cue.form == Form.NOUN or cue.frame not in _CLAUSES:
        return False
    return singular(s.head(s.at(cue.body) - 1)) not in WORDS.statements  # but "spoke of fears that it was late"


def _is_only_seen(s: Sentence, cue: Cue) -> bool:
    """Whether what looks like a clause behind a verb is only seen or held: "saw Ms Doe leave"."""
    return cue.frame in _SEEN and (is_watched(s, cue.head, cue.body) or is_read(s, cue.form, cue.body))


_SEEN: Final = frozenset({Frame.BARE, Frame.OBJECT_QUOTE})


def _with_its_own_complement(s: Sentence, cue: Cue, after: int) -> Cue | None:
    """A verb with what few verbs have behind them: "denied having sold it", "have not said when", "urged us to"."""
    if cue.base in WORDS.avowing and s.lower[after] in _BEING:
        return cue.put(after, Frame.ING, after)
    place = s.at(after)
    if _is_denied_question(s, cue, place):
        return cue.put(after, Frame.QUESTION, s.firsts[place])
    if cue.form == Form.PASSIVE and cue.frame == Frame.BY:
        bidden = phrase_end(s, s.at(cue.body))
        return cue.put(cue.after, Frame.OBJECT_TO, s.firsts[bidden]) if s.kind(bidden) == Kind.INFINITIVE else None
    if cue.base == "challenge" and not is_somebody(s, s.at(cue.body)):
        return cue.put(cue.after, Frame.OBJECT, cue.body)  # "challenged her plan to leave"
    urges = cue.base in WORDS.classes["urge"] and (cue.frame == Frame.OBJECT_TO or _calls_out(s, cue))
    return _with_addressee(s, cue) if urges else None


def _is_denied_question(s: Sentence, cue: Cue, k: int) -> bool:
    """Whether somebody has not said when, or not yet: "they have not said when they will open"."""
    plain = cue.frame == Frame.END and cue.form == Form.ACTIVE
    return plain and s.word(k) == "when" and gives_no_answer(s, cue)


def _has_gap(s: Sentence, cue: Cue) -> bool:
    """Whether the clause of a verb lost its subject: "a plan that she said was late"."""
    bridge = cue.base in WORDS.bridges and cue.form == Form.ACTIVE and cue.frame in _GAPS
    behind = s.kind(s.at(cue.body))
    felt = cue.base == "feel" and behind == Kind.PARTICIPLE  # "may feel forced to leave"
    return bridge and behind in _PREDICATE and not felt


def _with_noun(cue: Cue, base: str, found: Complement) -> Cue:
    """A verb with the noun that carries its meaning."""
    cue.base = base
    return cue.put(found.after, found.frame, found.body, found.addressee)


def _with_own_words(s: Sentence, cue: Cue) -> Cue:
    """A verb with the words behind it that are its own: "said in a statement", "said of her"."""
    if _closes_as_saying(s, cue):
        return cue.put(cue.body + 1, Frame.END, cue.body + 1)
    if cue.base == "refer" and cue.frame == Frame.TO_SOMEBODY and _is_called(s, cue.body):
        cue.frame = Frame.OBJECT_AS
    after, frame = _own_end(s, cue), _own_frame(s, cue)
    cue.base = _DESCRIBING.get((cue.base, cue.frame), cue.base)
    return cue.put(after, frame, cue.body, cue.addressee)


def _closes_as_saying(s: Sentence, cue: Cue) -> bool:
    """Whether somebody is quoted "as saying" what stands before: "..., he was quoted as saying by the agency"."""
    quoted = cue.form == Form.PASSIVE and cue.frame == Frame.AS and s.lower[cue.head] in WORDS.quoting
    return quoted and s.lower[cue.body] in _SAYING and _CLOSED.match(s.kinds, s.at(cue.body) + 1) is not None


def _own_end(s: Sentence, cue: Cue) -> int:
    """Where the words of a verb end: "said in a statement |", "said of | her"."""
    about = cue.base in _ADDING and cue.frame in KEPT
    if about or (cue.frame == Frame.TO_SOMEBODY and cue.base in WORDS.to_somebody):
        return cue.body - 1
    stated = cue.base in WORDS.parenthetical and s.lower[cue.after : cue.after + 3] == _STATED
    return cue.after + len(_STATED) * stated


def _own_frame(s: Sentence, cue: Cue) -> Frame:
    """What follows a verb that has no clause without "that": "called it “a mess”", "talked to her"."""
    if cue.frame == Frame.TO_SOMEBODY and cue.base in _TALKING:
        return Frame.END
    if cue.frame == Frame.BARE and (cue.base in _OF_OBJECTS or _is_bidden(s, cue)):
        marked = s.kind(s.at(cue.body) + 1) == Kind.MARKED
        return Frame.OBJECT_QUOTE if marked else Frame.OBJECT
    return cue.frame


def _is_bidden(s: Sentence, cue: Cue) -> bool:
    """Whether a verb behind whom somebody orders is another's: "who left when she ordered a fee | were at home"."""
    if cue.base not in WORDS.classes["urge"]:
        return False
    end = phrase_end(s, s.at(cue.body))
    return s.tags[s.firsts[end]] != Tag.BASE and s.word(end) not in _TO_BE


#: How a clause goes on that tells what is to be done: "ordered the kiln be closed".
_TO_BE: Final = frozenset({"be", "must", "should"})
_ADDING: Final = frozenset({"add", "say"})
_STATED: Final = ("in", "a", "statement")
_SAYING: Final = frozenset({"saying", "writing"})
#: When, where and by whom somebody is quoted.
_CLOSED: Final = KINDS.pattern("(?: <adverb>? <time> | <link> <nominal> )* (?: <end|comma> | $ )")


#: What only describes with "as": "referred to it as “a mess”", "introduced her as “a star”".
def _is_called(s: Sentence, body: int) -> bool:
    """Whether marks behind "as" tell what one calls somebody: "referred to Ms Doe as “the boss”"."""
    end = phrase_end(s, s.at(body))
    end += s.kind(end) == Kind.ADVERB
    return s.word(end) == "as" and s.kind(end + 1 + (s.kind(end + 1) == Kind.COMMON)) == Kind.MARKED


_DESCRIBING: Final = {
    ("refer", Frame.AS): "describe",
    ("refer", Frame.OBJECT_AS): "describe",
    ("introduce", Frame.OBJECT_AS): "describe",
}
_CLAUSES: Final = frozenset({Frame.BARE, Frame.THAT})
_PREDICATE: Final = KINDS["predicate"]
_STATES: Final = KINDS["adjective participle"]
_FREE: Final = frozenset({Form.ACTIVE, Form.ING, Form.INFINITIVE})
_OBJECTS: Final = frozenset({Frame.OBJECT, Frame.OBJECT_TO, Frame.OBJECT_QUOTE})
_GAPS: Final = frozenset({Frame.END, Frame.ADJECTIVE})
_FELT: Final = frozenset({Frame.AT, Frame.IN})
_LOOSE: Final = TAGS["adverb preposition"]
_MARKING: Final = TAGS["colon open"]


def _is_copula(s: Sentence, k: int) -> bool:
    """Whether "is that" follows a noun: "her view is that"."""
    return s.kinds.startswith(_COPULA, k + 1) and s.word(k + 1) in WORDS.be and s.firsts[k + 2] == s.firsts[k + 1] + 1


_COPULA: Final = Kind.VERB + Kind.THAT
