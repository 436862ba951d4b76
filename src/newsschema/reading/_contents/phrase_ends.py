"""Where a phrase behind a cue ends: an object, or what somebody is to do."""

from __future__ import annotations

from typing import Final

from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.manner import class_of
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Sentence
from newsschema.reading._syntax.outer_verbs import is_base

_INFINITIVES: Final = frozenset({Frame.INFINITIVE, Frame.REFUSAL})
_TO_DO: Final = _INFINITIVES | {Frame.OBJECT_TO}
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
    | <conjunction|contrast> (?= <relative> | <adverb>* (?: <verb> | <participle> <nominal|subject|that|colon|marked> )
        | <noun> (?: <link> <nominal> )* <predicate> )
    | , (?= <nominal> (?: <link> <nominal> )* <adverb>* <predicate> )
    | <subordinator> (?= <subject> | <nominal> <verb> )
    | (?<! <subordinator> ) (?= <time> ,? $ )
    | <preposition> (?= <ing> )
""")
#: Where an infinitive ends.
_TO_END: Final = KINDS.pattern(rf"""
    , (?! {_LISTED_ITEM} ) (?= <adverb>* <ing|contrast|subordinator|relative|predicate|subject>
        | <nominal> <predicate> | <conjunction> {_CLAUSE_AHEAD} | <preposition> <nominal> <ing> )
    | <semicolon|newline|dash>
    | <conjunction|contrast> (?= <adverb>* <verb> )
""")
#: A clause with "that" up to its own verb, behind an apposition: "that his father, the son of a potter, was late".
LATE_VERB: Final = KINDS.pattern("""
    <that> <adverb|adjective>* <nominal>
    (?: <!predicate|subordinate|subject|semicolon|dash|marked|end> | (?<= , ) <participle> )*
    , (?: <!predicate|subordinate|subject|semicolon|dash|marked|comma|end> | (?<= , ) <participle> )*
    , <adverb>* <verb>
""")
_JOINS: Final = KINDS["conjunction"]
_JOINING: Final = KINDS["conjunction contrast"]
#: What somebody backs or blames, before a preposition: "the head of the guild", "Ann Doe and the guild".
_OBJECT: Final = KINDS.pattern("<nominal> (?: <of|conjunction> <nominal> )* (?= <preposition|subordinator> )")
#: A noun that a participle describes.
_DONE: Final = KINDS.pattern("<common> (?: <of> <nominal> )* <participle> (?= <preposition> )")


def phrase_stop(s: Sentence, cue: Cue, k: int) -> int:
    """Where the phrase that a cue governs ends, which begins at a chunk.

    Not before "including", nor at a preposition that begins no clause.
    """
    set_in = _setting(s, cue, k)
    if set_in is not None:
        return set_in
    to_do = cue.frame in _INFINITIVES or (cue.frame == Frame.OBJECT_TO and s.kind(k) == Kind.INFINITIVE)
    ending = _TO_END if to_do and cue.form != Form.PARTICIPLE else _PHRASE_END
    late = LATE_VERB.search(s.kinds, k + 1)
    for stop in ending.finditer(s.kinds, k + 1):
        at = stop.start()
        if late is not None and late.start() < at < late.end():
            continue
        if not _goes_on(s, cue, k, at):
            return at
    return s.size


def _setting(s: Sentence, cue: Cue, k: int) -> int | None:
    """Where an object ends before when or where one does it: "blasted the plan | during a rally"."""
    phrase = _OBJECT.match(s.kinds, k) if cue.frame == Frame.OBJECT else None
    if phrase is None:
        return None
    at = phrase.end()
    named = at == k + 1 and (s.kinds[k] == Kind.NAME or s.tags[s.firsts[k]] == Tag.OBJECT)
    return at if s.word(at) in WORDS.meanwhile or _is_place(s, cue, at, named=named) else None


def _is_place(s: Sentence, cue: Cue, at: int, *, named: bool) -> bool:
    """Whether a preposition begins where one does it: "praised clay | in an interview", "backed Ann Doe | in Voss".

    ``named`` says that it stands behind somebody: "mocked her | on television", but "mocked the report on television".
    """
    word, spoken = s.word(at), s.kind(at + 1) in NOMINAL and s.head(at + 1) in WORDS.occasions
    if word in WORDS.whereabouts:
        return spoken or (named and class_of(cue.base) == "judge")
    return word == "on" and named and spoken


def _goes_on(s: Sentence, cue: Cue, k: int, at: int) -> bool:
    """Whether a phrase that begins at a chunk goes on where it might end."""
    if s.kinds[at] == Kind.COMMA and (s.word(at + 1) in WORDS.continuing or _counts_on(s, cue, at + 1)):
        return True
    if s.kinds[at] in _JOINING and _joins(s, at):
        return True
    if (cue.frame in _TO_DO or _is_for_doing(s, cue, k, at)) and _is_infinitive(s, at + 1):
        return True  # "to stay calm, follow advice and immediately report hazards"
    return s.kinds[at] == Kind.PREPOSITION and s.word(at) not in {"by", "without"}


def _counts_on(s: Sentence, cue: Cue, k: int) -> bool:
    """Whether what papers find goes on: "showed her ahead, followed by Mr Roe at 9 percent", ", but no rise in"."""
    if cue.base not in WORDS.tallying:
        return False
    counted = s.word(k) == "followed" and not WORDS.percent.isdisjoint(s.lower[s.firsts[k] : s.after])
    return counted or (s.kind(k) == Kind.CONTRAST and s.word(k + 1) == "no" and s.kind(k + 1) in NOMINAL)


def _joins(s: Sentence, at: int) -> bool:
    """Whether a conjunction joins to a phrase what is no clause: "and how it works", "and the costs caused by it"."""
    if s.word(at + 1) in WORDS.wondering:
        return True
    done = _DONE.match(s.kinds, at + 1)
    return done is not None and s.word(done.end()) in WORDS.agent_prepositions


def _is_for_doing(s: Sentence, cue: Cue, k: int, at: int) -> bool:
    """Whether an object tells what to do, and its verb is another form: "called for money to fire clay | and buy"."""
    return s.tags[cue.head] != Tag.BASE and Kind.INFINITIVE in s.kinds[k:at]


def _is_infinitive(s: Sentence, k: int) -> bool:
    """Whether the verb behind a comma or a conjunction is a base form, which goes on with an infinitive."""
    k += s.kind(k) in _JOINS
    return is_base(s, k + (s.kind(k) == Kind.ADVERB)) or s.word(k) == "be"  # "to vote and be heard"
