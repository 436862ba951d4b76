"""Nouns that tell of something said: what follows them, and who holds what they tell."""

from __future__ import annotations

from typing import Final

from newsschema.reading._cues.complements import Complement, complement
from newsschema.reading._cues.starts import RELATIVE_CLAUSE
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import phrase_end
from newsschema.reading._syntax.chunks import KINDS, Range, Sentence

#: What a noun may govern that it is said to say.
_NOUN_FRAMES: Final = frozenset(
    {
        *(Frame.THAT, Frame.QUOTE, Frame.COLON, Frame.QUESTION),
        *(Frame.OF, Frame.ABOUT, Frame.FOR, Frame.INFINITIVE, Frame.TO_SOMEBODY, Frame.ON, Frame.AGAINST, Frame.AT),
        *(Frame.OF_ING, Frame.FOR_ING, Frame.ON_ING, Frame.AGAINST_ING, Frame.AT_ING),
    }
)
_STANCES: Final = frozenset({Frame.OF, Frame.INFINITIVE, Frame.FOR})
#: Prepositions that stay with what they govern: "said of | her".
KEPT: Final = frozenset(Frame.named(word) for word in WORDS.kept_prepositions) - {Frame.OTHER}
_NOUN_KEPT: Final = frozenset(frame.of_noun() for frame in KEPT | {Frame.AT}) - {Frame.OTHER}
#: Occasions that tell somebody what to do: "her call to leave".
_BIDDING: Final = frozenset({"call", "message"})


def of_noun(s: Sentence, k: int, base: str) -> tuple[str, Complement] | None:
    """What follows a noun that carries the meaning of a verb, and the verb: "gave", too, in "issued a warning that"."""
    after = s.firsts[k + 1]
    found = complement(s, k + 1, after)
    if found.frame not in _NOUN_FRAMES or tells_which(s, found):
        return None
    asked = bidden(s, found) if s.head(k) in WORDS.calls_to_do else None
    if asked is not None:
        return "urge", asked
    frame = found.frame.of_noun()
    kept = found.frame == Frame.COLON or found.frame in KEPT
    end = after + 1 if frame in _NOUN_KEPT else found.after if kept else after
    base = "give" if base in WORDS.classes["rule"] | WORDS.classes["want"] else base
    return base, Complement(frame, end, found.body)


def tells_which(s: Sentence, found: Complement) -> bool:
    """Whether "that" behind a noun tells which: "the letter that she wrote", but not "the claim that it was late"."""
    return found.frame == Frame.THAT and RELATIVE_CLAUSE.match(s.kinds, s.at(found.body)) is not None


def held(s: Sentence, head: int, k: int) -> tuple[Range, Complement] | None:
    """Who holds what a noun tells of, named behind it, and what follows: "claims by agencies that it is late"."""
    if s.lower[head + 1] not in WORDS.agent_prepositions:
        return None
    end = phrase_end(s, k + 2)
    found = complement(s, end, s.firsts[end])
    stated = end > k + 2 and found.frame in _NOUN_FRAMES and not tells_which(s, found)
    return (s.tokens(k + 2, end), found) if stated else None


def noun_frame(s: Sentence, base: str, form: Form, found: Complement) -> Frame:
    """What follows a noun, by what the noun means; nothing where "to" tells for what: "used her speech to warn"."""
    frame = found.frame
    if frame == Frame.THAT and form == Form.NOUN:
        stated = Frame.NOUN_THAT if base in WORDS.statements else frame
        return Frame.END if tells_which(s, found) else stated
    if frame in _STANCES and base in WORDS.stances:
        return frame.of_noun()
    used = frame == Frame.INFINITIVE and base in WORDS.occasions and base not in _BIDDING
    return Frame.END if used else frame


def has_bare_clause(s: Sentence, k: int, base: str) -> bool:
    """Whether a clause without "that" tells a fear amid which something happens: "amid fears it may burst"."""
    clause = _FEARED.match(s.kinds, k + 1) if base in WORDS.statements and s.word(k - 1) in _ON_FEAR else None
    return clause is not None and s.word(clause.end() - 1) in _MAY


#: Before a fear that needs no "that", and the clause that tells it.
_ON_FEAR: Final = frozenset({"amid", "despite", "on", "over"})
_FEARED: Final = KINDS.pattern("(?: <subject> | <nominal> (?: <link> <nominal> )* ) <verb>")
_MAY: Final = WORDS.modals | WORDS.be


def bidden(s: Sentence, found: Complement) -> Complement | None:
    """Whom one asks, and what to do, behind a noun: "made an appeal to Ms Doe, the mayor, | to leave"."""
    if found.frame != Frame.TO_SOMEBODY:
        return None
    whom = _WHOM_TO.match(s.kinds, k := s.at(found.body))
    if whom is None or s.head(whom.end()) in WORDS.parenthetical_forms:  # "made a call to Ms Doe to say"
        return None
    return Complement(Frame.OBJECT_TO, s.firsts[k], s.firsts[whom.end()], s.tokens(k, whom.end()))


_WHOM_TO: Final = KINDS.pattern(
    "<nominal> (?: <link> <nominal> )* (?: , <nominal> (?: <link> <nominal> )* , )? (?= <infinitive> )"
)
