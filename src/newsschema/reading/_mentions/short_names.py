"""Short names: what a text gives in brackets, "Norway Harbours (NH)", and the initials by which it calls a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsschema.reading._lexicon.gazetteer import NAMES, Gender, plain
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._tagging.made_names import is_initials
from newsschema.reading._tagging.naming import Name, Sort, find_name
from newsschema.reading._tagging.tokens import Tokens

_BRACKETED: Final = TAGS.pattern("(?<= <open_bracket> ) <name> (?= <close_bracket> )")
#: What stands between the words of a name and counts for no letter.
_SMALL: Final = frozenset({",", "and", "for", "in", "of", "on", "the"})
_WITHIN: Final = _SMALL - {",", "in", "on"}
#: How many letters initials have that are surely a body's, and at most those of a person.
_LEAST: Final = 3
_MOST: Final = 4
_ALONE: Final = TAGS.pattern("(?<! <name> ) <name> (?! <name> )")
#: Initials that open a paragraph with a colon, as those who speak in an interview do.
_LABEL: Final = TAGS.pattern("<newline> <name> <colon>")
_WHOLE: Final = TAGS.pattern("<name>{2,6}")


class ShortName(NamedTuple):
    """Initials, in lower case, and the name that they stand for."""

    initials: str
    name: Name
    words: str


def short_names(tokens: Tokens, outer: str) -> Iterator[ShortName]:
    """The initials in brackets that begin the words of the name before them, one by one."""
    bracketed = [match.start() for match in _BRACKETED.finditer(outer)]
    given = [tokens.words[at] for at in bracketed]
    for at in bracketed:
        letters = tokens.words[at]
        if len(letters) < _LEAST or not is_initials(letters):
            continue
        first = _start(tokens, outer, at - 1, letters)
        if first is None and tokens.words.count(letters) > given.count(letters):  # used elsewhere, too
            first = _body_before(tokens, outer, at)
        if first is None:
            continue
        words = tokens.words[first : at - 1]
        found = find_name(words) if len(words) == len(letters) else None
        if found is None or not found.sort.is_person:  # but "John Frank Kennedy (JFK)"
            name = Name(0, len(words), Sort.BODY, Gender.UNKNOWN, tuple(map(plain, words)))
            yield ShortName(letters.lower(), name, tokens.cut(first, at - 1))


def persons_initials(tokens: Tokens, outer: str) -> Iterator[ShortName]:
    """The initials, never with an article, by which a text calls a person whom it names: "AKB", "Aud Kvam-Berg"."""
    used, articled = set[str](), set[str]()
    for match in _ALONE.finditer(outer):
        at = match.start()
        low = tokens.lower[at]
        least = _LEAST - (_LABEL.match(outer, max(0, at - 1)) is not None)
        if least <= len(low) <= _MOST and tokens.words[at].isupper():
            (articled if outer[at - 1 : at] == Tag.DETERMINER else used).add(low)
    used = used - articled - NAMES.known_bodies
    for match in _WHOLE.finditer(outer) if used else ():
        words = tokens.words[slice(*match.span())]
        name = find_name(words)
        if name is not None and name.sort is Sort.PERSON and _initials(name) in used:
            yield ShortName(_initials(name), name, " ".join(words[name.first :]))


def _initials(name: Name) -> str:
    """The first letters of the words of a name, and of those that a hyphen joins."""
    return "".join(part[0] for word in name.core for part in word.split("-") if part)


def _body_before(tokens: Tokens, outer: str, at: int) -> int | None:
    """Where the name of a body begins before initials of another language that the text uses again."""
    first = at - 1
    while first and (outer[first - 1] == Tag.NAME or tokens.lower[first - 1] in _WITHIN):
        first -= 1
    while outer[first] != Tag.NAME and first < at - 1:
        first += 1
    found = find_name(tokens.words[first : at - 1]) if at - 1 - first > 1 else None
    begun = {word[0] for word in tokens.words[first : at - 1]}
    alike = len(begun.intersection(tokens.words[at])) > 1
    return first if alike and found is not None and found.sort.is_body else None


def _start(tokens: Tokens, outer: str, end: int, letters: str) -> int | None:
    """Where a name begins whose words, back from a token, have these initials."""
    at = end
    for letter in reversed(letters):
        at -= 1
        while at > 0 and tokens.lower[at] in _SMALL:
            at -= 1
        if at < 0 or outer[at] == Tag.INSIDE or tokens.words[at][0] != letter:
            return None
    return at
