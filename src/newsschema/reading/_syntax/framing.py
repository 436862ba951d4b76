"""What stands in front of a clause that somebody says: "said after the crew left, | the fire was out"."""

from __future__ import annotations

from typing import Final

from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, Kind, Sentence

#: A clause before the one that somebody says: "said after the crew left, the fire was out", "said the day before ...".
_FRAMED: Final = KINDS.pattern(
    "(?: (?: <adverb> | (?P<time> <common> ) )? <subordinator> (?: <subject> | <nominal> (?: <link> <nominal> )* )"
    " <adverb>* <predicate> [^q;:]*? | (?P<phrase> <preposition> )"
    " (?: <ing> <preposition>? <subordinator>? )? <adverb>? <nominal>"
    " (?: <nominal|link|ing> | <subordinator> (?= <nominal> ) )* )"
    " , (?: <subject> | <nominal> ) <!point|marked|end>* <predicate>"
)
#: Two clauses, the first of which tells when: "said by the time she came, the fire was out".
_BY_THE_TIME: Final = KINDS.pattern("""
    <preposition> <common> <that>? (?: <subject> | <nominal> (?: <link> <nominal> )* ) <adverb>* <predicate>
    <!semicolon|colon|marked|end>*? <noun> (?: <link> <nominal> )* <adverb>* <predicate>
""")
#: A phrase, and the clause that somebody says behind it.
SET_APART: Final = KINDS.pattern("""
    (?<! , <nominal|subject> <verb> )
    (?: <time> | <preposition> <nominal> (?: <link> <nominal> )* ) (?: <conjunction|to> <nominal|time> )? ,
    (?= (?: <subject> | <nominal> (?: <link> <nominal> )* ) <adverb>* (?: <verb> | <participle> (?! <link> ) ) )
""")
#: What to do, behind a day and a place: "promised on Sunday at a rally to".
LATER_DEED: Final = KINDS.pattern("<time> (?: <preposition> <nominal> ){0,2} (?= <infinitive> )")
#: Tokens of two words in marks, with the marks.
_TWO_MARKED: Final = 4


def is_framed(s: Sentence, k: int) -> bool:
    """Whether a clause that tells when or why stands in front of the one that is said."""
    if s.word(k) == "by" and s.head(k + 1) == "time":
        return _BY_THE_TIME.match(s.kinds, k) is not None
    found = _FRAMED.match(s.kinds, k) if s.word(k) != "as" else None
    if found is None or (found["phrase"] and not tells_how(s, k)):
        return False
    return not found["time"] or s.head(k) in WORDS.time_units


def tells_how(s: Sentence, k: int) -> bool:
    """Whether a phrase is said with the clause behind it: "says despite the rain, he will stay", "by leaving, he"."""
    return s.word(k) in WORDS.qualifying or (s.word(k) == "by" and s.kind(k + 1) == Kind.ING)


def is_long_marked(s: Sentence, k: int) -> bool:
    """Whether a chunk is more than two words in marks."""
    return s.kind(k) == Kind.MARKED and s.firsts[k + 1] - s.firsts[k] > _TWO_MARKED
