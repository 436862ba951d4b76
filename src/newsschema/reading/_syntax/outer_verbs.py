"""Where somebody's words meet the verb of the sentence that they stand in: "the man who he said fell | was here"."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._syntax.chunks import KINDS, Kind, Sentence

#: Two verbs that nothing joins, up to the second: "who said they were hurt | were taken".
OUTER_VERB: Final = KINDS.pattern("<verb> <nominal|link|adverb|adjective|time>* (?= <verb> )")
#: The same behind a noun that is a subject, whose verb may look like a participle: "her claim that it fell | hurt us".
_BEHIND_NOUN: Final = KINDS.pattern("""
    (?<! <nominal> <subject> ) <predicate> <nominal|link|adverb|adjective|time|infinitive|ing>*
    (?= <verb> | (?<! <link> ) <adverb>* <participle> (?: <common> | <that> ) )
""")
#: The verb of a clause without its subject, up to that of the sentence: "who he said took it, smiling, | was here".
_BEHIND_GAP: Final = KINDS.pattern("""
    <predicate> <nominal|link|adverb|adjective|time|infinitive>*
    (?: , (?: <nominal|ing|participle> <!verb|subordinate|subject|stop|semicolon|newline|marked>* , )? )?
    (?= <adverb>* <verb> )
""")
#: Where a clause begins in which a noun may be the subject: "It was late, and her claim that".
_OPENS_CLAUSE: Final = KINDS.pattern(", <contrast|conjunction> | <semicolon|dash>")
_VERB: Final = KINDS.pattern("<predicate>")


def behind_clause(s: Sentence, k: int, *, of_noun: bool) -> int | None:
    """The verb of the sentence behind a clause that begins at a chunk, in a relative clause or of a noun."""
    pattern = _BEHIND_NOUN if of_noun else OUTER_VERB
    found = pattern.search(s.kinds, k)
    while found is not None and is_base(s, found.end()):  # "it makes us leave town | has hurt"
        found = pattern.search(s.kinds, found.end())
    return None if found is None else found.end()


def behind_gap(s: Sentence, k: int) -> int | None:
    """The verb of the sentence behind a clause whose verb is at a chunk, and whose subject stands before its cue."""
    having = s.word(k) == "having"  # "said having her here is a gift"
    return None if having else _outer(s, _BEHIND_GAP.match(s.kinds, k))


def is_subject(s: Sentence, k: int) -> bool:
    """Whether no verb stands before a noun in its clause."""
    first = max((joint.end() for joint in _OPENS_CLAUSE.finditer(s.kinds, 0, k)), default=0)
    return _VERB.search(s.kinds, first, k) is None


def is_base(s: Sentence, k: int) -> bool:
    """Whether a chunk is a verb in its base form, which may have no subject of its own: "made him leave"."""
    group = s.tags[slice(*s.tokens(k, k + 1))] if s.kind(k) == Kind.VERB else ""
    return group.endswith(Tag.BASE) and Tag.AUXILIARY not in group


def _outer(s: Sentence, found: re.Match[str] | None) -> int | None:
    """The verb that a pattern leads to, but no base form, nor "did" for another verb: "made him | leave"."""
    if found is None or is_base(s, found.end()):
        return None
    return None if s.head(found.end()) in _DOES else found.end()  # "would burst as a kiln in Voss | did"


_DOES: Final = frozenset({"did", "do", "does"})
