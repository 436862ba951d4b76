"""Verbs that look like nouns in the clause that somebody says: "said the kiln complements ovens".

No list need have them: behind a verb of saying a clause stands. Where no other word of it can be its verb, what looks
like a plural behind one thing, or like a thing behind several, is. So is what somebody does with what is his.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, singular
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, forms, known_tags

#: The forms of verbs that take a clause and hardly ever a thing.
_CLAUSAL: Final = frozenset(form for base in WORDS.clausal for form in forms(base).values())
#: Who says something, up to the clause: no "..., said the sports editor".
_SAID: Final = TAGS.pattern(r"""
    (?P<verb> <past|third|base|participle> (?<= <head|subject|relative|auxiliary|to|adverb|close_bracket|comma> . ) )
    <that>?
    (?P<clause> <nominal|link|participle|ing>+ )
""")
#: Somebody who speaks between a subject and its verb: "The kiln, Ms Doe said, holds cups".
_SET_IN: Final = TAGS.pattern(r"""
    (?: (?<= <end> ) | (?<! [\s\S] ) ) <determiner>? <adjective>* <noun|name>+ (?: <link> <nominal>+ )*
    <comma> (?: <subject> | <nominal>+ (?: <of> <nominal>+ )* ) (?P<verb> <past|third> ) <comma> <adverb>?
    (?P<clause> <plural> )
""")
#: Somebody who speaks of what does something: "a kiln that Ms Doe says holds the cups".
_RELATED: Final = TAGS.pattern("""
    <relative|that> (?: <subject> | <nominal>+ (?: <of> <nominal>+ )* ) (?P<verb> <past|third|base> )
    (?P<clause> <plural> )
""")
#: Somebody and what looks like a plural before what is his: "The potter rolls her eyes", "Her son, Bo, rolls his eyes".
_OWN: Final = TAGS.pattern("""
    (?: <noun|name> | <determiner> <noun> (?P<named> <comma> <name>{1,3} <comma> ) )
    (?P<verb> <plural> ) (?= <determiner> <nominal> )
""")
#: What one of several does to another, which looks like a quality of his: "Another called Mr Doe “odd”".
_OTHERS: Final = TAGS.pattern(r"""
    (?: (?<= <end> ) | (?<! [\s\S] ) ) <determiner|number> (?P<verb> <participle> )
    (?= <determiner|object|name> )
""")
#: The same where it may tell a name: "Another called Bo Roe said".
_OTHERS_NAMED: Final = TAGS.pattern(
    "<participle> (?: <determiner|object> | <name>+ <determiner|open|straight|adjective> )"
)
_SPEAKING: Final = frozenset(
    forms(base)[Tag.PAST] for name in ("ask", "call", "judge", "say", "tell", "urge") for base in WORDS.classes[name]
)
_OWNERS: Final = frozenset({"her", "his"})
_NOMINAL: Final = TAGS["nominal"]
_STARTS: Final = TAGS["end comma conjunction contrast close"]
#: Where a clause ends that has no verb yet, or what may have it inside opens.
_CLAUSE_END: Final = TAGS.pattern("""
    <comma|end|semicolon|colon|dash|that|relative|subordinator|contrast> | (?P<open> <open|straight|subject> )
""")
#: A verb in a plain form, or a past in -ed, that may be the verb of a clause.
_VERB: Final = TAGS.pattern("<auxiliary|past|third> | (?<! <to> ) <base> | (?<= <head|object> ) <participle>")
#: The last word of one thing, and what a verb has behind it: for sure, behind one thing, and behind several.
_ONE: Final = TAGS["noun name"]
_OBJECT: Final = TAGS.pattern("<determiner|object|number> | <to> <base>")
_BEHIND_ONE: Final = TAGS.pattern("<plural|name>")
_BEHIND_SEVERAL: Final = TAGS.pattern("<determiner|object|number|plural|name|adverb> | <to> <base>")
_LINKS: Final = TAGS["link"]
#: How many words a clause has at most, so that a text without end is read in proportion.
_LONGEST: Final = 60


def with_hidden_verbs(tags: str, lower: tuple[str, ...]) -> str:
    """The tags of a text, with the verbs of clauses that somebody says."""
    found = [*_said(tags, lower), *_own(tags, lower), *_of_others(tags, lower)]
    if not found:
        return tags
    made = list(tags)
    for at, tag in found:
        made[at] = tag
    return "".join(made)


def _said(tags: str, lower: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The verbs in what somebody says, with their tags: "said the kiln complements ovens"."""
    for match in chain.from_iterable(pattern.finditer(tags) for pattern in (_SAID, _SET_IN, _RELATED)):
        found = _hidden(tags, lower, match) if lower[match.start("verb")] in _CLAUSAL else None
        if found is not None:
            yield found, Tag.THIRD if tags[found] == Tag.PLURAL else Tag.BASE


def _own(tags: str, lower: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """What somebody does with what is his: "The potter rolls her eyes"."""
    for match in _OWN.finditer(tags):
        who, verb = match.start("named"), match.start("verb")
        if lower[match.end()] in _OWNERS and _does(tags, lower, verb if who < 0 else who, verb):
            yield verb, Tag.THIRD


def _of_others(tags: str, lower: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """What one of several says of another: "Another called Mr Doe “odd”"."""
    for match in _OTHERS.finditer(tags):
        if _speaks_of(tags, lower, match.start(), match.start("verb")):
            yield match.start("verb"), Tag.PAST


def _speaks_of(tags: str, lower: tuple[str, ...], one: int, verb: int) -> bool:
    """Whether one of several speaks of somebody, and is not called so: "Another called Mr Doe “odd”"."""
    told = lower[verb] not in WORDS.naming or _OTHERS_NAMED.match(tags, verb) is not None
    return lower[one] in NAMES.counting and lower[verb] in _SPEAKING and told


def _does(tags: str, lower: tuple[str, ...], who: int, verb: int) -> bool:
    """Whether somebody, up to a token, opens a clause who does what a word tells, if no other can be its verb."""
    first = who - 1
    while first > 0 and verb - first < _LONGEST and tags[first - 1] in _NOMINAL:
        first -= 1
    somebody = tags[who - 1] == Tag.NAME or is_person_noun(lower[who - 1])
    if not somebody or (first > 0 and tags[first - 1] not in _STARTS) or not _is_third(tags, lower, verb):
        return False
    end = _CLAUSE_END.search(tags, verb, verb + _LONGEST)
    other = None if end is None else _VERB.search(tags, verb, end.start())
    return end is not None and (other is None or tags[other.start() - 1] == Tag.CONJUNCTION)


def _hidden(tags: str, lower: tuple[str, ...], match: re.Match[str]) -> int | None:
    """The word that must be the verb of a clause, if no other can be."""
    first, last = match.span("clause")
    end = _CLAUSE_END.search(tags, first, first + _LONGEST)
    if end is None or end["open"] or _VERB.search(tags, first, end.start()):
        return None
    if match.re is not _SAID:
        return first if _is_third(tags, lower, first) else None
    return next((i for i in range(first + 1, last) if _is_hidden(tags, lower, first, i)), None)


def _is_hidden(tags: str, lower: tuple[str, ...], first: int, i: int) -> bool:
    """Whether a word in a clause may be its verb, by what stands beside it."""
    if tags[i] == Tag.NOUN:
        several = tags[i - 1] == Tag.PLURAL and lower[i] not in known_tags() and lower[i - 1] != "news"
        return several and _BEHIND_SEVERAL.match(tags, i + 1) is not None
    if tags[i] != Tag.PLURAL:
        return False
    if tags[i - 1] in _ONE:
        return _is_third(tags, lower, i)
    linked = tags[i - 1] == Tag.PLURAL and not _LINKS.isdisjoint(tags[first:i])  # "the number of cups needs to grow"
    return linked and _OBJECT.match(tags, i + 1) is not None and _is_third(tags, lower, i)


def _is_third(tags: str, lower: tuple[str, ...], i: int) -> bool:
    """Whether what looks like a plural may be a verb, by itself and what it has behind it."""
    known, one = known_tags().get(lower[i]), singular(lower[i])
    if known not in _PLAIN:
        return False
    if _OBJECT.match(tags, i + 1):
        return known is not None or not _acts(one)
    return not _acts(one) and _BEHIND_ONE.match(tags, i + 1) is not None


def _acts(word: str) -> bool:
    """Whether a noun is that of somebody who may do something himself: "potters", "firms"."""
    return is_person_noun(word) or word in NAMES.bodies


#: What a word in -s may be that is a verb: one of either sort, or one that no list has.
_PLAIN: Final = frozenset({Tag.THIRD_OR_PLURAL, None})
