"""Noun phrases behind a verb: who speaks there, what is spoken of, and with what description.

What goes in and out are indices of chunks, unless it is a range of tokens.
"""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES
from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._lexicon.words import WORDS, forms
from newsschema.reading._syntax.chunks import KINDS, Kind, Range, Sentence
from newsschema.reading._syntax.phrases import REACH

#: A noun phrase with "of", and one with all that hangs on it.
_OF: Final = KINDS.pattern("<noun> (?: <of> <nominal> | <conjunction> <nominal> (?!<predicate>) )*")
_ATTACHED: Final = KINDS.pattern(r"""
    <noun> (?: <link> <nominal> | <participle> <link> <ing> <nominal> | <conjunction> <nominal> (?!<predicate>)
        | <adjective|participle|time> (?=<link>) | <participle> (?= <time> <link> )
        | <ing> <nominal> (?= (?: <link> <nominal> )* <predicate> )
        | <participle> <subordinator> <nominal|marked> )*
""")
#: What describes a speaker behind a verb: an apposition or a relative clause that reports nothing.
_CLAUSE: Final = (
    "(?: <relative> | <that> (?= <adverb>* <predicate> ) )"
    " (?! <adverb>* <predicate> <adverb|preposition>? <infinitive>? (?: <that>"  # "who went on to say that"
    " | (?: <to>? <nominal> | <time> )? (?: <that> (?!<adverb>*<predicate>) | <subject> <adverb>* <verb> )"
    " | <nominal> (?: <link> <nominal> )* <adverb>* <verb> ) )"
    " <!point|marked|stop|question>+"
)
_DESCRIPTION: Final = KINDS.pattern(rf"""
    ,? {_CLAUSE}
    | , <adverb>? <nominal>
        (?: <link> <marked> | <participle> (?= <link|name> )
          | <!point|marked|stop|question|predicate|subject|relative|that|subordinator> )*
        (?: {_CLAUSE} )?
        (?= <point|marked|stop|question> | $ )
""")
#: The comma that closes a description belongs to it where the words go on, or what he does meanwhile.
_CLOSED: Final = KINDS.pattern(", (?=<marked|ing>)")
#: Who speaks with somebody just described: "said Ann Doe, 40, and Bo Roe".
_ALSO_NAMED: Final = KINDS.pattern("(?<= , <common> ) ,? <conjunction> <name> (?! ,? <adverb>* <predicate> )")
_ORIGIN: Final = KINDS.pattern(", <link> <nominal> (?: <link|conjunction> <nominal> )*")
#: What stands between somebody and his name.
_CALLED: Final = frozenset({"called", "named"})
_EXPECTING: Final = frozenset(form for base in WORDS.classes["expect"] for form in forms(base).values())
#: How many chunks a preposition and what it governs are.
_LINKED: Final = 2


def phrase_end(sentence: Sentence, k: int, *, attached: bool = True) -> int:
    """The chunk behind the noun phrase that starts at one (that one when none does)."""
    found = (_ATTACHED if attached else _OF).match(sentence.kinds, k, k + REACH)
    if found is None:
        return k
    end = found.end()
    lasts = end - k > _LINKED and sentence.word(end - _LINKED) == "for" and sentence.head(end - 1) in WORDS.time_units
    return end - _LINKED if lasts else end  # "has angered potters | for decades"


def owner(sentence: Sentence, k: int) -> Range | None:
    """Whose a noun at a chunk is: "her", "Ms Doe's"."""
    first, after = sentence.tokens(k, k + 1)
    owned = sentence.tags.rfind(Tag.POSSESSIVE, first, after)
    return (first, max(owned, first + 1)) if owned > 0 or sentence.word(k) in WORDS.owners else None


def described(sentence: Sentence, k: int) -> int:
    """The chunk behind a speaker to the right of a verb, with what describes him."""
    kinds, tags, firsts = sentence.kinds, sentence.tags, sentence.firsts
    end = phrase_end(sentence, k, attached=False)
    if end == k or kinds[k] == Kind.SUBJECT:
        return end
    named = tags[firsts[k]] == tags[firsts[end] - 1] == Tag.NAME
    if not named or sentence.head(end - 1) in _TAKING_FOR:  # a name takes no place, but "Minister for Works"
        end = _without_occasion(sentence, end, phrase_end(sentence, k))
    if sentence.kind(end) == Kind.BRACKETS:
        end += 1
    if sentence.word(end) in _CALLED and sentence.kind(end + 1) == Kind.NAME:
        end += 2  # "a potter named Ann Doe"
    return _described_end(sentence, end)


def _described_end(s: Sentence, core: int) -> int:
    """The chunk behind what describes a speaker whose name or noun ends before a chunk."""
    end = core
    while found := _DESCRIPTION.match(s.kinds, end) or _origin(s, end) or _ALSO_NAMED.match(s.kinds, end):
        who = s.kinds.find(Kind.RELATIVE, end, found.end())
        if who >= 0 and _expects(s, who + 1, found.end()):
            return who - (s.kinds[who - 1] == Kind.COMMA)
        end = found.end()
    return end + (core < end and _CLOSED.match(s.kinds, end) is not None)


def _expects(s: Sentence, verb: int, end: int) -> bool:
    """Whether a clause on a speaker tells what he thinks will be: "said Ann Doe, | who expects prices to rise"."""
    return s.head(verb) in _EXPECTING and Kind.INFINITIVE in s.kinds[verb:end]


def _without_occasion(s: Sentence, core: int, end: int) -> int:
    """Where a speaker ends before the occasion on which he speaks: "a potter at the fair | in a statement"."""
    named = s.tags[s.firsts[core] - 1] == Tag.NAME
    apart = s.kind(core) == Kind.ADJECTIVE and named  # "coach Ann Doe | close to tears"
    if apart or s.word(core) in _BEFORE_EVENTS:
        return core
    linked = (k for k in range(core, end - 1) if s.kinds[k] == Kind.PREPOSITION and s.head(k + 1) in _OCCASIONS)
    return next((k for k in linked if s.word(k + 1) in _ANY or (s.word(k), s.kinds[k + 1]) == _ON_SITE), end)


_TAKING_FOR: Final = NAMES.offices | NAMES.bodies_of | NAMES.campaigners
#: What tells when somebody speaks, and not who he is: "the coach | after the game".
_BEFORE_EVENTS: Final = frozenset({"after", "ahead", "before", "during", "following"})
_ANY: Final = WORDS.owners | {"a", "an"}
_ON_SITE: Final = ("on", Kind.NAME)
_OCCASIONS: Final = WORDS.occasions | {"page", "website"}


def _origin(sentence: Sentence, k: int) -> re.Match[str] | None:
    """Where somebody comes from: ", of Roe and Sons", ", from Leeds"."""
    return _ORIGIN.match(sentence.kinds, k) if sentence.word(k + 1) in {"of", "from"} else None
