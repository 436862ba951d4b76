"""Candidate cues: the words of the lexicon where they stand, with their verb group and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsschema.reading._addressees import Telling
from newsschema.reading._chunks import KINDS, NOMINAL, Kind, Range, Sentence
from newsschema.reading._complements import RELATIVE_CLAUSE, Complement, clause_ahead, complement
from newsschema.reading._frames import CLAUSAL, Form, Frame
from newsschema.reading._gazetteer import is_person_noun
from newsschema.reading._groups import main_verb, noun_group, verb_group, without_floating
from newsschema.reading._idle import (
    holds,
    is_idle,
    is_read,
    is_reduced,
    is_valued,
    is_watched,
    qualifies,
    withholds_name,
)
from newsschema.reading._lexicon import Lexicon
from newsschema.reading._phrases import phrase_end
from newsschema.reading._signs import LISTED, SAYING
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._words import WORDS

#: What a noun may govern that it is said to say.
_NOUN_FRAMES: Final = frozenset(
    {
        *(Frame.THAT, Frame.QUOTE, Frame.COLON, Frame.QUESTION),
        *(Frame.OF, Frame.ABOUT, Frame.FOR, Frame.INFINITIVE, Frame.TO_SOMEBODY, Frame.ON, Frame.AGAINST),
    }
)
_STANCES: Final = frozenset({Frame.OF, Frame.INFINITIVE, Frame.FOR})
#: Classes of verbs that take no clause without "that": what looks like one begins with their object.
_OBJECT_CLASSES: Final = ("judge", "call", "rule")

#: A verb where only a verb of speech stands: "...," he crowed; he gloated: "...".
_QUOTATIVE: Final = KINDS.pattern(r"""
    (?<= <marked> <noun> ) <predicate> (?= <preposition|adverb>? (?: [.,] | $ ) | <noun> )
    | (?<= <marked> ) <predicate> (?= <noun> )
    | <predicate> (?= [:,] <marked> )
""")
#: The same with a particle: "...," shot back Ms Doe; she chimed in with: "..."; she hit back that.
_PHRASED: Final = KINDS.pattern(r"""
    (?: (?<= <marked> ) | (?<= <marked> , ) ) <predicate> (?= <adverb|preposition> <noun> )
    | <predicate> (?= <adverb|preposition> (?: <preposition>? [:,] <marked> | <preposition> <marked> | <that> ) )
""")
#: What a cue may be, and what follows one that is a noun.
_HEAD_TAGS: Final = TAGS["verbal ing base_or_noun third_or_plural adjective"]
_NOUN_TAGS: Final = TAGS["noun plural name"]
_BEHIND_NOUN: Final = TAGS[
    "that link to open colon auxiliary possessive relative adverb comma date dash single ing third past"
]
_VERBAL: Final = KINDS["verb participle ing infinitive"]
_SPOKEN: Final = TAGS["noun plural adjective name"]


@attrs.define(eq=False)
class Cue:
    """A cue word with its group (auxiliaries, adverbs, particles), how it is used and what follows.

    Positions are indices of tokens; ``chunk`` is where its verb group or noun phrase stands in its sentence, and
    ``body`` where its complement begins; ``agent`` is the holder named after a noun: "claims by agencies that".
    """

    first: int
    after: int
    head: int
    base: str
    form: Form
    frame: Frame
    body: int
    chunk: int
    addressee: Range | None = None
    agent: Range | None = None

    @property
    def raises(self) -> bool:
        """Whether the subject belongs to what is said: "it is expected to", "it seems", but not "she expects it to"."""
        expects = self.form != Form.PASSIVE and self.base in WORDS.classes["expect"]
        return self.base in WORDS.raising and not expects

    def put(self, after: int, frame: Frame, body: int, addressee: Range | None = None) -> Cue:
        """Read what follows the cue in another way."""
        self.after, self.frame, self.body, self.addressee = after, frame, body, addressee
        return self


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


#: To whom and when a statement goes.
_SENT: Final = KINDS.pattern("(?: <to|preposition> <nominal> | <time|adverb> )+ <ing>")
#: "Could not be reached for comment", "was not available to comment".
_UNREACHED: Final = KINDS.pattern("""
    <verb> (?: <adverb|adjective|participle|nominal|of|time> ){0,4} (?: <preposition> <nominal> | <infinitive> )
""")
#: "Did not return calls".
_UNRETURNED: Final = KINDS.pattern("<verb> <nominal>")


def _with_refusals(s: Sentence, found: list[Cue]) -> list[Cue]:
    """Add the cues of those who gave no comment, unless another verb of answering says so."""
    for match in _UNREACHED.finditer(s.kinds):
        k, last = match.start(), match.end() - 1
        first = s.firsts[k]
        between = s.lower[first : s.firsts[last]]
        unable = not WORDS.negations.isdisjoint(between) or "unavailable" in between
        denied = unable or s.lower[s.first] in WORDS.nobody  # "nobody was available for comment"
        other = any(cue.chunk == k and cue.base in WORDS.answering for cue in found)
        if denied and not other and _is_for_comment(s, last, between):
            body = s.firsts[last - (s.kinds[last] != Kind.INFINITIVE)]
            return _with_refusal(s, found, Cue(first, body, main_verb(s, k), "comment", *_REFUSED, body, k), last)
    for match in _UNRETURNED.finditer(s.kinds):
        k = match.start()
        first, head = s.firsts[k], main_verb(s, k)
        if s.lower[head] == "return" and _negated(s, first, head) and s.head(k + 1) in _CALLS:
            return _with_refusal(s, found, Cue(first, head, head, "comment", *_REFUSED, head, k), k + 1)
    return found


def _is_for_comment(s: Sentence, last: int, between: tuple[str, ...]) -> bool:
    """Whether a phrase that ends with a chunk is "for comment", or "to comment" behind "available"."""
    if s.kinds[last] == Kind.INFINITIVE:
        return s.head(last) == "comment" and not _AVAILABLE.isdisjoint(between)
    return s.word(last - 1) == "for" and s.head(last) == "comment"


def _with_refusal(s: Sentence, found: list[Cue], refusal: Cue, last: int) -> list[Cue]:
    """Put the cue of a refusal, whose words end with a chunk, in the place of those that stand in it."""
    kept = [cue for cue in found if not refusal.first <= cue.head < s.firsts[last + 1]]
    return sorted([*kept, refusal], key=lambda cue: cue.head)


_CLEAR: Final = frozenset({"clear", "plain"})
_REFUSED: Final = (Form.ACTIVE, Frame.REFUSAL)
_AVAILABLE: Final = frozenset({"available", "reached", "unavailable"})
_CALLS: Final = frozenset(
    {"call", "calls", "email", "emails", "inquiries", "message", "messages", "request", "requests"}
)


def _quotative_heads(s: Sentence) -> Iterator[int]:
    """Verbs that no list need have, where only verbs of speech stand."""
    for match in _QUOTATIVE.finditer(s.kinds):
        head = main_verb(s, match.start())
        helped = s.tags[s.firsts[match.start()]] == Tag.AUXILIARY != s.tags[head]
        if not helped:  # "the “Salt” drive has been facing doubts"
            yield head
    for match in _PHRASED.finditer(s.kinds):
        head = main_verb(s, match.start())
        if s.lower[head : head + 2] in WORDS.phrasal_forms:
            yield head


#: "Denied having sold it", "admits being late".
_BEING: Final = frozenset({"being", "having"})


class CueFinder:
    """Finds the cues of the sentences of one text."""

    def __init__(self, signs: str, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._signs = signs

    def heads(self, tags: str, first: int, after: int) -> list[int]:
        """The words of the lexicon between two tokens that may be cues, by their tags and what follows them."""
        listed = [match.start() for match in LISTED.finditer(self._signs, first, after)]
        return [k for k in listed if tags[k] in _HEAD_TAGS or (tags[k] in _NOUN_TAGS and tags[k + 1] in _BEHIND_NOUN)]

    def find(self, sentence: Sentence, heads: list[int] | None = None) -> list[Cue]:
        """Every word of the lexicon outside marks, in order, and verbs where only verbs of speech stand."""
        if heads is None:
            heads = self.heads(sentence.tags, sentence.first, sentence.after)
        if Kind.MARKED in sentence.kinds:
            heads = sorted({*heads, *_quotative_heads(sentence)})
        found = [cue for head in heads if (cue := self._cue(sentence, head)) is not None]
        if SAYING.search(sentence.view.signs, sentence.first, sentence.after):
            found = _with_refusals(sentence, found)
        return found

    def _cue(self, s: Sentence, head: int) -> Cue | None:
        word, k = s.lower[head], s.at(head)
        kind = s.kinds[k]
        if kind in _VERBAL and head == main_verb(s, k):
            base = self.lexicon.verbs.get(word)
            affected = base in WORDS.affecting and base not in WORDS.addressed
            felt = self._adjective_cue(s, head, k) if affected else None
            if felt is not None and word in self.lexicon.adjectives and felt.frame in _CLAUSES:
                return felt  # "is worried that"
            if base is not None or word not in self.lexicon.adjectives:
                return self._verb_cue(s, head, k)
        elif kind in NOMINAL and word in self.lexicon.nouns and s.tags[head] in _SPOKEN:
            return self._noun_cue(s, head, k)
        return self._adjective_cue(s, head, k) if word in self.lexicon.adjectives else None

    # --- verbs

    def _verb_cue(self, s: Sentence, head: int, k: int) -> Cue | None:
        """The cue that a verb is, with what follows it; none where it only describes, or keeps a name back."""
        base, after = self._verb(s, head)
        first, form = verb_group(s, head, k)
        form = Form.PARTICIPLE if is_valued(s, k, base) else form
        place = s.at(after)
        found = complement(s, place, after, telling=_telling(s, base, form, place), ahead=clause_ahead(base))
        base = "rule" if holds(s, k, base, found) else base
        if base in WORDS.affecting and form == Form.ACTIVE and found.frame in _CLAUSES:
            base = "fear"  # "they worry it is late", but "it worries them"
        if withholds_name(s, found) or is_reduced(s, k, base) or (form == Form.ING and is_idle(s, first)):
            return None
        if qualifies(s, k, base, found.frame):
            return None
        held = found.frame == Frame.BARE and (is_watched(s, head, found.body) or is_read(s, form, found.body))
        frame = Frame.OBJECT if held else found.frame
        cue = Cue(first, found.after, head, base, form, frame, found.body, k, found.addressee)
        if base in WORDS.avowing and s.lower[after] in _BEING:
            return cue.put(after, Frame.ING, after)
        if _is_denied_question(s, cue, place):
            return cue.put(after, Frame.QUESTION, s.firsts[place])
        if base in WORDS.classes["urge"] and (frame == Frame.OBJECT_TO or _calls_out(s, cue)):
            return _with_addressee(s, cue)
        return self._refined(s, cue)

    def _refined(self, s: Sentence, cue: Cue) -> Cue:
        """A verb whose clause lost its subject, that tells of a refusal, or that leaves its meaning to a noun."""
        base, frame, free = cue.base, cue.frame, cue.form in _FREE
        bridge = base in WORDS.bridges and cue.form == Form.ACTIVE and frame in _GAPS
        if bridge and s.kind(s.at(cue.body)) in _PREDICATE:
            return cue.put(cue.after, Frame.GAP, cue.body)
        if free and base in WORDS.answering and frame not in CLAUSAL and _gives_no_answer(s, cue):
            first = cue.head - (s.lower[cue.head - 2 : cue.head] == _YET)  # "has yet | to comment"
            return cue.put(first, Frame.REFUSAL, first)
        light = self._light(s, base, frame, cue.body) if free else None
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
        back = not base and s.tags[after] in _LOOSE and s.tags[after + 1] in ".,"  # "he shot back."
        return base, after + back

    def _light(self, s: Sentence, base: str, frame: Frame, body: int) -> tuple[str, Complement] | None:
        """The noun that carries the meaning of a verb ("made an announcement that"), or "made it clear that"."""
        if base == "make":
            clear = body + (s.lower[body] == "it")
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
        head = s.firsts[k + 1] - 1
        if s.kind(k) not in NOMINAL or s.lower[head] not in self.lexicon.nouns:
            return None
        if s.kind(k + 1) == Kind.ING and (said := self.lexicon.verbs.get(s.head(k + 1))):
            found = complement(s, k + 2, s.firsts[k + 2])  # "issued a statement warning that"
            return (said, found) if found.frame in CLAUSAL else None
        sent = _SENT.match(s.kinds, k + 1)
        if sent is not None and s.head(sent.end() - 1) in self.lexicon.verbs:
            return None  # "sent a letter to staff on Monday warning that"
        found = complement(s, k + 1, head + 1)
        relative = found.frame == Frame.THAT and RELATIVE_CLAUSE.match(s.kinds, s.at(found.body))
        if found.frame not in _NOUN_FRAMES or relative:
            return None
        kept = found.frame == Frame.COLON or found.frame in _KEPT
        base = "give" if base in WORDS.classes["rule"] else base  # "issued a warning that"
        return base, Complement(found.frame.of_noun(), found.after if kept else head + 1, found.body)

    # --- nouns and adjectives

    def _noun_cue(self, s: Sentence, head: int, k: int) -> Cue | None:
        base = self.lexicon.nouns[s.lower[head]]
        first, form = noun_group(s, head, k)
        last = head + 1 == s.firsts[k + 1]
        if not last and s.tags[head + 1] != Tag.POSSESSIVE:
            return None  # "the claim form"
        if s.lower[head + 1] in WORDS.agent_prepositions:
            end = phrase_end(s, k + 2)
            found = complement(s, end, s.firsts[end])
            stated = found.frame != Frame.THAT or not RELATIVE_CLAUSE.match(s.kinds, s.at(found.body))
            if end > k + 2 and found.frame in _NOUN_FRAMES and stated:
                agent = s.tokens(k + 2, end)
                return Cue(first, head + 1, head, base, form, found.frame, found.body, k, agent=agent)
        found = complement(s, k + 1 + _is_copula(s, k), head + 1)
        frame = found.frame
        if frame == Frame.THAT and form == Form.NOUN:  # "the claim that it was late", not "the letter that she wrote"
            stated = not RELATIVE_CLAUSE.match(s.kinds, s.at(found.body))
            frame = (Frame.NOUN_THAT if base in WORDS.statements else frame) if stated else Frame.END
        elif frame in _STANCES and base in WORDS.stances:
            frame = frame.of_noun()
        elif frame == Frame.INFINITIVE and base in WORDS.occasions and base not in _BIDDING:
            frame = Frame.END  # "used her speech to warn that"
        return Cue(first, found.after, head, base, form, frame, found.body, k, found.addressee)

    def _adjective_cue(self, s: Sentence, head: int, k: int) -> Cue | None:
        """An adjective after a form of be: "was confident that"."""
        word = s.lower[head]
        verb = k if s.kinds[k] == Kind.VERB else k - 1
        while verb > 0 and s.kinds[verb] == Kind.ADVERB:
            verb -= 1
        if s.firsts[k + 1] != head + 1 or s.kind(verb) != Kind.VERB:
            return None
        be = not WORDS.be.isdisjoint(s.lower[s.firsts[verb] : s.firsts[verb + 1]])
        if not be or (verb < k and s.kinds[k] not in "ae"):
            return None
        found = complement(s, k + 1, head + 1)
        first = without_floating(s, s.firsts[verb])
        return Cue(first, found.after, head, word, Form.ADJECTIVE, found.frame, found.body, k, found.addressee)


def _is_denied_question(s: Sentence, cue: Cue, k: int) -> bool:
    """Whether somebody has not said when: "they have not said when they will open"."""
    plain = cue.frame == Frame.END and cue.form == Form.ACTIVE
    return plain and s.word(k) == "when" and _negated(s, cue.first, cue.head)


def _with_noun(cue: Cue, base: str, found: Complement) -> Cue:
    """A verb with the noun that carries its meaning."""
    cue.base = base
    return cue.put(found.after, found.frame, found.body, found.addressee)


def _with_own_words(s: Sentence, cue: Cue) -> Cue:
    """A verb with the words behind it that are its own: "said in a statement", "said of her"."""
    base, frame, after = cue.base, cue.frame, cue.after
    if (base, frame) in _DESCRIBING:
        cue.base = "describe"
    if base in WORDS.parenthetical and s.lower[after : after + 3] == ("in", "a", "statement"):
        after += 3
    if base == "say" and frame in _KEPT:
        after = cue.body - 1  # "said of her" is said
    elif frame == Frame.TO_SOMEBODY and base in WORDS.to_somebody:
        after = cue.body - 1
        frame = Frame.END if base in WORDS.classes["talk"] else frame
    if frame == Frame.BARE and any(base in WORDS.classes[name] for name in _OBJECT_CLASSES):
        marked = s.kind(s.at(cue.body) + 1) == Kind.MARKED  # "called it “a mess”"
        frame = Frame.OBJECT_QUOTE if marked else Frame.OBJECT
    return cue.put(after, frame, cue.body, cue.addressee)


#: What only describes with "as": "referred to it as “a mess”", "introduced her as “a star”".
_DESCRIBING: Final = frozenset({("refer", Frame.AS), ("introduce", Frame.OBJECT_AS)})
_CLAUSES: Final = frozenset({Frame.BARE, Frame.THAT})
#: Occasions that tell somebody what to do: "her call to leave".
_BIDDING: Final = frozenset({"call", "message"})
_PREDICATE: Final = KINDS["predicate"]
_FREE: Final = frozenset({Form.ACTIVE, Form.ING, Form.INFINITIVE})
_OBJECTS: Final = frozenset({Frame.OBJECT, Frame.OBJECT_TO, Frame.OBJECT_QUOTE})
_GAPS: Final = frozenset({Frame.END, Frame.ADJECTIVE})
_KEPT: Final = frozenset(Frame.named(word) for word in WORDS.kept_prepositions) - {Frame.OTHER}
_LOOSE: Final = TAGS["adverb preposition"]
_MARKING: Final = TAGS["colon open"]


def _telling(s: Sentence, base: str, form: Form, k: int) -> Telling:
    """Whether a verb names whom it tells something, in front of a chunk."""
    if base == "tell":
        return Telling.MAYBE if form == Form.PASSIVE else Telling.SOMEBODY
    return Telling.MAYBE if base in WORDS.addressed and not _given(s, k) else Telling.NOBODY


#: "One in five", "more than two out of three", with who does what.
_SHARE: Final = TAGS.pattern("<determiner|adverb>* <number> (?: <preposition> | <preposition> <of> ) <number>")


def _given(s: Sentence, k: int) -> bool:
    """Whether what follows is a thing and nobody to speak to: "promised a ferry"."""
    if _SHARE.match(s.tags, s.firsts[k]) is not None:
        return True  # "warn one in five will leave"
    if s.word(k) not in WORDS.articles or s.word(k) == "the" or s.kind(k) not in NOMINAL:
        return False
    head = s.head(phrase_end(s, k, attached=False) - 1)
    return not (is_person_noun(head) or head in WORDS.people or head in WORDS.bodies)


def _negated(s: Sentence, first: int, head: int) -> bool:
    """Whether a verb group with a helper says that something was not done."""
    return first < head and not WORDS.negations.isdisjoint(s.lower[first:head])


def _gives_no_answer(s: Sentence, cue: Cue) -> bool:
    """Whether nobody answers, or not yet: "did not reply", "has yet to comment", "neither firm replied"."""
    yet = s.lower[cue.head - 2 : cue.head] == _YET
    return yet or s.lower[s.first] in _NEITHER or _negated(s, cue.first, cue.head)


_YET: Final = ("yet", "to")
_NEITHER: Final = frozenset({"neither", "none"})


def _is_copula(s: Sentence, k: int) -> bool:
    """Whether "is that" follows a noun: "her view is that"."""
    return s.kinds.startswith(_COPULA, k + 1) and s.word(k + 1) in WORDS.be and s.firsts[k + 2] == s.firsts[k + 1] + 1


_COPULA: Final = Kind.VERB + Kind.THAT
