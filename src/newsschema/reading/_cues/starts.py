"""Where what was said starts: at once, or behind places and times."""

from __future__ import annotations

from typing import Final

from newsschema.reading._lexicon.frames import Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._syntax.behind_verbs import phrase_end
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Sentence

#: The rest of a list of those who are told: "told potters, | glaziers and the guild that".
OTHERS: Final = "(?: , <nominal> )+ ,? <conjunction> <nominal> (?= ,? <that> (?! <adverb>* <predicate> ) )"
#: A run of places, times and adverbs between a cue and what was said: "told the crew in Voss after the match that".
TAIL: Final = KINDS.pattern(rf"""
    (?: <preposition>? <time> | <adverb>
      | <link> <nominal> (?: <of|conjunction> <nominal>
          | <conjunction>? <participle> (?: <preposition|to> <nominal> | <time> ) )*
        (?: {OTHERS} )?
      | <subordinator> <nominal> (?: <of|conjunction> <nominal> )* (?! <marked> | <adverb>* <predicate> ) )+
""")
#: What follows the subject of a clause: a verb, at once or behind an aside between commas or dashes.
CLAUSE: Final = KINDS.pattern("""
    (?: , <!comma|stop|semicolon|newline>{1,12} , | <dash> <!dash|stop|semicolon|newline>{1,40} <dash> )?
    <adverb>* (?: <verb> | <participle> (?!<preposition>) )
    | , <!comma|stop|semicolon|newline>{1,12} , <adverb>* <participle> (?! <!stop|newline>* , <adverb>* <verb> )
""")
RELATIVE_CLAUSE: Final = KINDS.pattern("<that> <adverb>* <predicate>")
NOUN: Final = KINDS["noun"]
#: What may be the verb of a clause, though it looks like the end of a noun phrase: "that work on the kiln stops".
_MAY_BE_VERBS: Final = TAGS["past third participle third_or_plural"]
_BEFORE_MARKS: Final = KINDS["comma semicolon"]
POINTS: Final = KINDS["comma semicolon colon"]
_BEHIND_PRONOUN: Final = KINDS["conjunction contrast end semicolon"]
_BEHIND_PARTICLE: Final = KINDS["comma end semicolon"]
_DIRECT: Final = {Kind.COLON: Frame.COLON, Kind.THAT: Frame.THAT}


def is_said(s: Sentence, k: int) -> bool:
    """Whether an adverb belongs to what is said: "not all", "not to go", "only boats", but "again the firm"."""
    if s.kind(k) != Kind.ADVERB:
        return False
    denies = s.word(k) in WORDS.negations and s.kind(k + 1) == Kind.INFINITIVE
    measures = s.word(k) == "too" and s.word(k + 1) in WORDS.many  # "says too many leave"
    return denies or (s.kind(k + 1) in NOUN and (measures or s.word(k) not in WORDS.telling_adverbs))


def frame_at(s: Sentence, k: int) -> Frame | None:
    """The frame of a complement that starts at once, or nothing."""
    kind = s.kind(k)
    if kind == Kind.MARKED or (kind in _BEFORE_MARKS and s.kind(k + 1) == Kind.MARKED):
        return Frame.QUOTE
    if kind == Kind.RELATIVE or (kind == Kind.SUBORDINATOR and s.word(k) == "if"):
        return Frame.QUESTION
    if kind == Kind.THAT and _is_pronoun(s, k):
        return None
    return _DIRECT.get(kind)


def _is_pronoun(s: Sentence, k: int) -> bool:
    """Whether "that" is no clause: "has not reported that and", "said that twice", "explain that high price"."""
    joined = s.kind(k + 1 + (s.kind(k + 1) == Kind.COMMA)) in _BEHIND_PRONOUN
    apart = s.kind(k + 1) == Kind.PREPOSITION and s.kind(k + 2) in _BEHIND_PARTICLE  # "rule that out, because"
    return joined or apart or points(s, k) or _repeats(s, k)


#: "That" with a noun, and no verb behind it but one that "and" joins.
_POINTED: Final = KINDS.pattern("""
    <that> <adverb|adjective|participle>? (?P<what> <common> )
    (?: <end> | $ | (?P<more> (?: <link> <nominal> | <time|adverb> | <preposition> <conjunction> <preposition> )*
        (?: <end> | $ | , <conjunction|contrast> <subject> | ,? <conjunction|contrast> <adverb>* <predicate> ) ) )
""")


def points(s: Sentence, k: int) -> bool:
    """Whether "that" only points to a thing: "explain that high price to us", but "said that floods harm it"."""
    found = _POINTED.match(s.kinds, k)
    if found is None:
        return False
    what = s.tags[slice(*s.tokens(*found.span("what")))]
    apart = _NO_POINTED if found["more"] else {Tag.PLURAL}
    return apart.isdisjoint(what) and not _acts(s, *found.span("more"))


def _acts(s: Sentence, first: int, after: int) -> bool:
    """Whether a noun phrase among chunks ends with what may be a verb: "that work on the kiln stops"."""
    nouns = (k for k in range(first, after) if s.kind(k) in NOMINAL)
    return any(known_tags().get(s.head(k)) in _MAY_BE_VERBS for k in nouns)


#: What no noun has behind "that" which points to it, where more stands behind the noun.
_NO_POINTED: Final = TAGS["plural name determiner"]


#: "That" with nothing but how often or when.
_REPEATED: Final = KINDS.pattern(
    "<that> (?: <adverb|subordinator|time> )* (?P<often> <common> )? (?= <end> | , <conjunction|contrast> | $ )"
)


def _repeats(s: Sentence, k: int) -> bool:
    """Whether "that" takes up what was said: "said that more than once", "has said that many times, but"."""
    found = _REPEATED.match(s.kinds, k)
    return found is not None and (not found["often"] or s.head(found.start("often")) == "times")


def frame_beyond(s: Sentence, k: int) -> tuple[Frame, int] | None:
    """The frame behind a run of places and times, and where it begins: "said in a speech on Monday that"."""
    tail = TAIL.match(s.kinds, k)
    end = tail.end() if tail else k
    direct = frame_at(s, end)
    related = direct == Frame.THAT and RELATIVE_CLAUSE.match(s.kinds, end) is not None  # "with a phrase that was hers"
    if direct and direct != Frame.QUESTION and not related:
        return direct, s.firsts[end] + (s.kinds[end] in POINTS)
    if end > k and s.head(end - 1) in WORDS.wholes:
        return None  # "agreed on all | she wants"
    if s.kind(end) == Kind.SUBJECT or (
        end > k and s.kind(end) in NOMINAL and CLAUSE.match(s.kinds, phrase_end(s, end))
    ):
        return Frame.BARE, s.firsts[end - (end > k and is_said(s, end - 1))]
    return None
