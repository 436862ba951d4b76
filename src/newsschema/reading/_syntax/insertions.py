"""What is set behind a subject: where it begins, whether a comma closes it or nothing does."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.words import WORDS, forms
from newsschema.reading._syntax.chunks import KINDS, Kind, Sentence

#: The rest of a phrase or a clause up to the verb of the sentence.
_REST: Final = "<nominal|link|adverb|adjective|time|conjunction|brackets>"
#: What somebody does meanwhile: "Ann Doe, while meeting potters in May said", "Ann Doe speaking to the BBC said".
_MEANWHILE: Final = KINDS.pattern(
    f"(?<= <noun|brackets> ) ,? (?P<while> <subordinator> )? (?P<does> <ing> ) {_REST}+ $"
)
#: Who somebody is: "Ann Doe, who is the mayor of Voss and sings said".
_RELATED: Final = KINDS.pattern(f"""
    (?<= <nominal|brackets> ) , <relative> <adverb>* (?P<is> <predicate> ) {_REST}+
    (?: (?<= <conjunction> ) <adverb>* <predicate> {_REST}+ )? $
""")
#: Where somebody says something, or by whom he is helped: "Ann Doe, in a note said", "Ann Doe, joined by Bo Roe said".
_BESIDE: Final = KINDS.pattern("""
    (?<= <nominal|brackets> ) , (?P<done> <participle> )? <preposition> (?P<what> <nominal> )
    (?: <link> <nominal> | <time> )* $
""")
_WHICH: Final = frozenset({"which", "who"})
_OCCASIONS: Final = WORDS.occasions | WORDS.papers
_WHILE: Final = frozenset({"after", "before", "when", "while"})
_SPEAKING: Final = frozenset({"addressing", "commenting", "reacting", "replying", "responding", "speaking", "talking"})
#: Verbs with a clause behind them, whose subject the last noun may be: "Ann Doe, who knows Bo Roe said it".
_CLAUSAL: Final = WORDS.parenthetical_forms | {
    form for base in WORDS.knowing | WORDS.thinking for form in forms(base).values()
}


def before_unclosed(s: Sentence, end: int, low: int) -> int | None:
    """The chunk before which a subject ends, where nothing closes what is set behind it up to a chunk."""
    found = _MEANWHILE.search(s.kinds, low, end) if s.kinds.find(Kind.ING, low, end) >= 0 else None
    if found is not None and _is_meanwhile(s, found):
        return found.start()
    related = _RELATED.search(s.kinds, low, end)
    if related is not None and s.word(related.start() + 1) in _WHICH and s.head(related.start("is")) not in _CLAUSAL:
        return related.start()
    beside = _BESIDE.search(s.kinds, low, end)
    placed = beside is not None and (beside["done"] or s.head(beside.start("what")) in _OCCASIONS)
    return beside.start() if beside is not None and placed else None


def _is_meanwhile(s: Sentence, found: re.Match[str]) -> bool:
    """Whether a participle tells what the subject does, and not which it is."""
    if found["while"]:
        return s.word(found.start("while")) in _WHILE
    apart = s.kinds[found.start()] == Kind.COMMA or s.kind(found.start() - 1) == Kind.NAME  # no "man speaking to her"
    return s.word(found.start("does")) in _SPEAKING and apart


def inserted(s: Sentence, low: int, close: int) -> int | None:
    """The comma before what somebody is or does, with commas of its own: ", who lives in Leeds, Yorkshire,"."""
    last = _last_opener(s, low, close) if s.kinds[close] == Kind.COMMA else None
    if last is None or _WHOSE_OWN.fullmatch(s.kinds, last, close):
        return None
    whose = _WHOSE.match(s.kinds, last + 1)
    return None if _RESUMED.search(s.kinds, last + 1 if whose is None else whose.end(), close) else last


def _last_opener(s: Sentence, low: int, close: int) -> int | None:
    """The last comma before a chunk that opens what somebody is or does."""
    found = _INSERTS.finditer(s.kinds, low, close)
    openers = [one.start() for one in found if not one["when"] or s.word(one.start("when")) in WHEN]
    return openers[-1] if openers else None


_INSERTS: Final = KINDS.pattern("""
    , (?= <relative|ing> | <participle> <preposition> | <participle|adjective> <that> | <subordinator> <participle>
        | <adverb>? <participle|adjective> <link|subordinator> <!comma|end|marked>* $
        | (?: <nominal> (?: <link|conjunction> <nominal> )* )?
      (?P<when> <subordinator|preposition> ) <noun> <!point|end|marked>* $ )
""")
#: What tells since when somebody is what he is: "mayor since Jo Lind left".
WHEN: Final = frozenset({"after", "before", "since", "until", "when", "while"})
_RESUMED: Final = KINDS.pattern(", <adverb>* <predicate>")
#: Somebody who belongs to a subject and speaks himself: "Ann Doe, whose lawyer, Bo Roe, said".
_WHOSE_OWN: Final = KINDS.pattern(", <relative> <common> (?: <link> <nominal> )* , <nominal> (?: <link> <nominal> )*")
#: A clause about somebody who belongs to a subject, and is named in it: "Ann Doe, whose son, Bo, died, said".
_WHOSE: Final = KINDS.pattern("<relative> <common> , <nominal> (?: <link> <nominal> )* , <adverb>* <predicate>")
