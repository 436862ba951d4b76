"""How the words of a cue are told, and the share of such findings that are right."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from typing import Final

from newsschema.reading._cues.cue import Cue
from newsschema.reading._lexicon.frames import CLAUSAL, Form, Frame
from newsschema.reading._lexicon.words import WORDS

_KINDS: Final = {Form.NOUN: "noun", Form.EXISTENTIAL: "existential", Form.ADJECTIVE: "adjective"}


@cache
def class_of(base: str) -> str:
    """The class of a verb, by the lists."""
    others = (("light", WORDS.light), ("raise", WORDS.raising), ("affect", WORDS.affecting))
    return next(
        (name for name, verbs in (*WORDS.classes.items(), *others) if base in verbs), "none" if base else "unlisted"
    )


def kind_of(form: Form, base: str) -> str:
    """What a cue is, for the lists of complements: no verb, or the class of one."""
    return _KINDS.get(form) or class_of(base)


class Manner(Enum):
    """How the words are told, with the share of such findings that are right on news of all desks."""

    REPORTED = 0.97
    """The speaker stands behind or amid the words: "..., she said"."""
    MARKED = 0.95
    CLAUSE = 0.92
    """A clause of saying: "said that"."""
    REFUSED = 0.85
    PROMISED = 0.8
    """What somebody will do, and says so: "promised to pay"; or what is told in his words: "called it a “mess”"."""
    THOUGHT = 0.78
    """A clause of thinking or showing, a claim with its owner."""
    ACT = 0.5
    """An act of speech without a proposition: "criticised the plan", "announced a tour"."""
    DEED = 0.35
    """What may be a deed: "wants a bridge", "introduced a charge"."""
    SHOWN = 0.3
    """What something of no kind that speaks is made to tell, without marks: "the fire hints that"."""

    def __init__(self, share: float) -> None:
        self.share = share


_SAYING: Final = frozenset({"say", "add", "tell", "ask"})
_THINKING: Final = frozenset({"think", "show", "expect"})
#: Verbs of wanting that take what may come as true: "..., she hopes".
_HOPING: Final = frozenset({"hope", "wish"})
_CLAIMS: Final = frozenset({Frame.NOUN_THAT, Frame.NOUN_QUOTE, Frame.NOUN_COLON, Frame.NOUN_QUESTION})
_WITH_MARKS: Final = frozenset(
    {Frame.QUOTE, Frame.COLON, Frame.OBJECT_QUOTE, Frame.OBJECT_AS, Frame.AS, Frame.NOUN_QUOTE, Frame.NOUN_COLON}
    | {Frame.OF, Frame.ABOUT, Frame.AGAINST, Frame.AGAINST_ING}
)
_TO_DO: Final = frozenset({Frame.INFINITIVE, Frame.OBJECT_TO})
#: Verbs by which one says what he himself will do, or is.
_OWN: Final = WORDS.promising | WORDS.claiming
_HELD: Final = frozenset({"say", "expect"})
_VALUING: Final = frozenset({"call", "judge"})
#: Verbs by which one says what another should do: "urged people to leave".
_ASKING: Final = frozenset({"ask", "tell", "urge"})
_DEEDS: Final = frozenset({"rule", "raise", "affect", "want"})


@lru_cache(maxsize=1 << 12)
def _manner(form: Form, base: str, frame: Frame, *, left: bool, marked: bool) -> Manner:
    kind = kind_of(form, base)
    if left:
        return _manner_before(kind, base, marked=marked)
    if marked and frame in _WITH_MARKS:
        return Manner.MARKED
    if frame == Frame.REFUSAL or base in WORDS.refusing:
        return Manner.REFUSED
    if _is_proposition(base, frame):
        return _manner_of_proposition(kind, frame)
    if frame in _TO_DO and (marked or _is_asked(kind, base, frame)):
        return Manner.PROMISED
    return _manner_of_act(kind, frame, marked=marked)


def is_held(form: Form, base: str, frame: Frame) -> bool:
    """Whether a passive tells what is held of its subject: "is said to be cold", "is expected to cool"."""
    passive = form == Form.PASSIVE and frame == Frame.INFINITIVE
    return passive and (class_of(base) in _HELD or base in WORDS.held)


def _is_proposition(base: str, frame: Frame) -> bool:
    """Whether what follows a verb can be true or false: "said that", "expects it to rise", "admitted stealing"."""
    if frame in CLAUSAL or frame in _CLAIMS:
        return True
    return (base in WORDS.forecasting and frame == Frame.OBJECT_TO) or (frame == Frame.ING and base in WORDS.avowing)


def _is_asked(kind: str, base: str, frame: Frame) -> bool:
    """Whether somebody says what another is to do, or he himself will: "urged people to leave", "promised to pay"."""
    return kind in _ASKING or base in WORDS.bidding or (frame == Frame.INFINITIVE and base in _OWN)


def _manner_before(kind: str, base: str, *, marked: bool) -> Manner:
    """How words before a cue are told."""
    if kind in _SAYING or marked:
        return Manner.REPORTED
    return Manner.THOUGHT if kind in _THINKING or base in _HOPING else Manner.ACT


def _manner_of_proposition(kind: str, frame: Frame) -> Manner:
    """How what can be true or false is told: in a clause of saying, or as a thought or a claim."""
    return Manner.CLAUSE if kind in _SAYING and frame in CLAUSAL - _CLAIMS else Manner.THOUGHT


def _manner_of_act(kind: str, frame: Frame, *, marked: bool) -> Manner:
    """How a phrase is told: as an act of speech, in words of the one who speaks or not, or as what may be a deed."""
    if marked and frame == Frame.OBJECT and kind in _VALUING:
        return Manner.PROMISED
    shown = kind == "show" and frame == Frame.OBJECT
    return Manner.DEED if kind in _DEEDS or shown else Manner.ACT


def manner_of(cue: Cue, *, left: bool, marked: bool) -> Manner:
    """How the words of a cue are told."""
    if not left and is_held(cue.form, cue.base, cue.frame):
        return Manner.THOUGHT
    return _manner(cue.form, cue.base, cue.frame, left=left, marked=marked)
