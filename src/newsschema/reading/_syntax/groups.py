"""Where the group of a verb or a noun that is a cue begins, and how it is used there: active, passive, infinitive.

What follows a cue is read in ``_complements``.
"""

from __future__ import annotations

from typing import Final

from newsschema.reading._lexicon.frames import Form
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Sentence

_HEADS: Final = TAGS["verbal ing base_or_noun third_or_plural"]


def main_verb(s: Sentence, k: int) -> int:
    """The main verb of a verb group: its last verb."""
    head = s.firsts[k + 1] - 1
    while head > s.firsts[k] and s.tags[head] not in _HEADS:
        head -= 1
    return head


def without_floating(s: Sentence, first: int) -> int:
    """Step over what stands before a verb group and is none of it: "both said", "officials here said"."""
    while s.lower[first] in WORDS.floating and s.tags[first] == Tag.ADVERB:
        first += 1
    return first


def verb_group(s: Sentence, head: int, k: int) -> tuple[int, Form]:
    """Where a verb with its auxiliaries and adverbs begins, and how it is used."""
    kind, first = s.kinds[k], _with_rank(s, k, without_floating(s, s.firsts[k]))
    if kind == Kind.INFINITIVE:
        lead = _led_by(s, k)
        return (first, Form.INFINITIVE) if lead is None else (s.firsts[lead], Form.ACTIVE)
    if kind == Kind.PARTICIPLE and _names_before(s, head, k):
        return first, Form.PARTICIPLE
    tag = s.tags[head]
    if tag not in _NONFINITE:
        return first, Form.ACTIVE
    helper = _helper(s, first, head)
    if tag == Tag.ING:
        return _going(s, k, first, helper)
    return first, Form.PASSIVE if _is_passive(s, k, helper, head) else Form.ACTIVE


def _is_passive(s: Sentence, k: int, helper: str | None, head: int) -> bool:
    """Whether a participle is a passive by its helper: "was asked", "she's expected to win", but not "she's asked"."""
    if helper is None:
        return _is_reduced(s, k)
    return helper in _PASSIVE_HELPERS or (helper in WORDS.be and s.lower[head] == "expected")


def _going(s: Sentence, k: int, first: int, helper: str | None) -> tuple[int, Form]:
    """The same of a participle in -ing, with a verb before it that tells where in a speech it comes."""
    if _is_staged(s, k):
        return without_floating(s, s.firsts[k - 2]), Form.ACTIVE
    return first, Form.ACTIVE if helper in WORDS.be else Form.ING


def _with_rank(s: Sentence, k: int, first: int) -> int:
    """Where a verb group begins, with "first" before it: "she | first said", but "she at first | said"."""
    ranked = first == s.firsts[k] and s.word(k - 1) == "first" and s.kind(k - 1) == Kind.ADJECTIVE
    return first - (ranked and s.kind(k - 2) != Kind.PREPOSITION)


def _is_staged(s: Sentence, k: int) -> bool:
    """Whether a verb tells where in a speech a participle at a chunk comes: "began by thanking her"."""
    return s.kind(k - 2) in _FINITE and s.word(k - 1) == "by" and s.head(k - 2) in WORDS.staging_forms


_FINITE: Final = KINDS["predicate"]
_BETWEEN: Final = KINDS["adverb preposition"]
_LEADING: Final = KINDS["predicate ing"]


def _is_reduced(s: Sentence, k: int) -> bool:
    """Whether a clause lost its subject and its helper, so that its participle is a passive: "when asked whether"."""
    return s.kinds[k] == Kind.PARTICIPLE and s.kind(k - 1) == Kind.SUBORDINATOR and s.word(k - 1) in _REDUCING


#: What opens such a clause.
_REDUCING: Final = frozenset({"although", "if", "once", "though", "unless", "until", "when", "whenever"})


#: What makes a passive; "'s" is "has" as often.
_PASSIVE_HELPERS: Final = WORDS.be - {"'s", "’s"}


def _helper(s: Sentence, first: int, head: int) -> str | None:
    """The auxiliary of a verb group that stands nearest to its verb."""
    return next((s.lower[i] for i in range(head - 1, first - 1, -1) if s.tags[i] == Tag.AUXILIARY), None)


def _led_by(s: Sentence, k: int) -> int | None:
    """The verb that only leads to an infinitive: "went" in "went on to say", "took" in "took to the stage to say"."""
    lead = k - 1
    while lead > 0 and s.kinds[lead] in _BETWEEN and lead > k - 3:
        lead -= 1
    if lead >= 0 and s.kinds[lead] in _LEADING and (s.word(k - 1) == "yet" or _leads(s, lead)):
        return lead
    leads = (_likely(s, k), _ready(s, k), _taken(s, k), _expected(s, k), _having(s, k))
    return next((found for found in leads if found is not None), None)


def _likely(s: Sentence, k: int) -> int | None:
    """The verb of those who are more likely to say something."""
    likely = _LIKELY.search(s.kinds, 0, k)
    more = likely is not None and s.lower[s.firsts[k] - 2 : s.firsts[k]] == _MORE
    return likely.start() if likely is not None and more else None


def _ready(s: Sentence, k: int) -> int | None:
    """The verb before one who says what he was ready to, at a chunk: "was quick to add", "was at pains to stress"."""
    word, particle = s.lower[s.firsts[k + 1] - 1], s.word(k + 1)
    says = WORDS.phrasal_forms.get((word, particle), word) in _SAYING
    found = _READY.search(s.kinds, 0, k) if says else None
    if found is None or not (s.head(k - 1) in WORDS.ready or s.lower[s.firsts[k] - 2 : s.firsts[k]] == _PAINS):
        return None
    state = s.lower[s.firsts[found.start()] : s.firsts[k]]
    return None if WORDS.be.isdisjoint(state) or not WORDS.negations.isdisjoint(state) else found.start()


def _taken(s: Sentence, k: int) -> int | None:
    """The verb of one who takes to a place, or goes out of his way, to say something."""
    took = _TOOK.search(s.kinds, 0, k)
    if took is None:
        return None
    leads = s.head(took.start()) in _TAKING or (s.head(took.start()), s.head(k - 1)) in _WAYS
    return took.start() if leads else None


def _expected(s: Sentence, k: int) -> int | None:
    """The verb before one who will say something, as others think: "is expected to say that it is late"."""
    told = k + 1 + (s.kind(k + 1) in NOMINAL)  # "to tell potters that"
    says = s.lower[main_verb(s, k)] in _SAYING and s.kind(told) in _GIVEN
    helped = says and s.kind(k - 1) == Kind.VERB and not WORDS.be.isdisjoint(s.lower[slice(*s.tokens(k - 1, k))])
    return k - 1 if helped and s.head(k - 1) == EXPECTED else None


EXPECTED: Final = "expected"
#: What is given of what one will say.
_GIVEN: Final = KINDS["that marked"]


def _having(s: Sentence, k: int) -> int | None:
    """The verb of one who "had this to say", or "the following"."""
    had = s.kind(k - 2) == Kind.VERB and s.head(k - 2) in _HAVING
    this = s.kind(k - 1) == Kind.COMMON and s.head(k - 1) in _POINTING
    return k - 2 if had and this and main_verb(s, k) + 1 == s.firsts[k + 1] and s.head(k) in _SAYING else None


_HAVING: Final = frozenset({"had", "has", "have"})
_POINTING: Final = frozenset({"following", "this"})
#: "Was quick to point out", "was always at pains to say".
_READY: Final = KINDS.pattern("<verb> <adverb>* (?: <adjective> | <preposition> <common> ) $")
_PAINS: Final = ("at", "pains")
_SAYING: Final = frozenset(verb for kind in ("say", "add", "share", "tell") for verb in WORDS.classes[kind])
#: "Took to the stage to say", "went out of her way to say".
_TOOK: Final = KINDS.pattern("<verb> (?: <to> <nominal> | <adverb|preposition>? <of> <nominal> ) $")
#: "Are slightly more likely to say", in a poll.
_LIKELY: Final = KINDS.pattern("<verb> <adverb>+ <adjective> $")
_MORE: Final = ("more", "likely")
_WAYS: Final = frozenset((verb, "way") for verb in ("go", "goes", "gone", "went"))
_TAKING: Final = frozenset({"take", "taken", "takes", "took"})


def _leads(s: Sentence, k: int) -> bool:
    """Whether a verb only leads to the infinitive behind it: "went on to say", "is said to have answered"."""
    head = main_verb(s, k)
    if s.lower[head] in _OBLIGING and not WORDS.modals.isdisjoint(s.lower[s.firsts[k] : head]):
        return False  # "will have to answer", but "had to admit"
    passive = s.lower[head] in WORDS.rumoured and not WORDS.be.isdisjoint(s.lower[s.firsts[k] : head])
    return passive or s.lower[head] in WORDS.leading


_OBLIGING: Final = frozenset({"have", "need"})
_NONFINITE: Final = TAGS["ing participle past"]
_NAMED: Final = TAGS["determiner open"]
#: In front of a noun phrase, what makes it a subject: "which the mayor called".
_SUBJECTS: Final = KINDS["relative that nominal"]
_OBJECT: Final = KINDS.pattern("<predicate|infinitive|ing|preposition> <nominal> (?: <of> <nominal> )* $")

#: A noun phrase that opens a sentence, and a verb behind it that "and" does not join.
_SUBJECT: Final = KINDS.pattern("<contrast|conjunction>? <nominal> (?: <link> <nominal> )+")
_MAIN_VERB: Final = KINDS.pattern("(?<! <conjunction> ) (?<! <conjunction> <adverb> ) <predicate>")


def _names_before(s: Sentence, head: int, k: int) -> bool:
    """Whether a participle gives a name to the object before it: "overran the city dubbed the ..."."""
    if s.lower[head] not in WORDS.naming or s.tags[head + 1] not in _NAMED:
        return False
    if s.kind(k - 1) == Kind.COMMA and Tag.OPEN in s.tags[head + 1 : head + 3]:
        return True  # "the arch, dubbed the ..., fell"
    if s.kind(k - 1) == Kind.COMMON and s.tags[head + 1] == Tag.OPEN and s.kind(k - 2) not in _SUBJECTS:
        return (
            known_tags().get(s.lower[head + 2]) != Tag.PREPOSITION
        )  # "a song called ...", but "the mayor called “for"
    return _OBJECT.search(s.kinds, 0, k) is not None and not _is_subject(s, k)


def _is_subject(s: Sentence, k: int) -> bool:
    """Whether all that stands before a verb is its subject: "a lawyer for the firm called the ruling a mess"."""
    return _SUBJECT.fullmatch(s.kinds, 0, k) is not None and _MAIN_VERB.search(s.kinds, k + 1) is None


def noun_group(s: Sentence, head: int, k: int) -> tuple[int, Form]:
    """Where "is some hope" begins in "there is some hope that", or a noun phrase after its owner: "her firm belief"."""
    first = s.firsts[k]
    if s.kind(k - 1) == Kind.VERB and s.lower[s.firsts[k - 1] - 1] == "there":
        return s.firsts[k - 1], Form.EXISTENTIAL
    owner = s.tags.rfind(Tag.POSSESSIVE, first, head)
    if owner >= 0:
        return owner + 1, Form.NOUN
    return first + (s.lower[first] in WORDS.owners and first < head), Form.NOUN
