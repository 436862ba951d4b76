"""Where somebody who is told something ends and what he is told begins: "told police | Marsh had a gun".

Where "that" is left out, nothing stands between the two, and they are one noun phrase by their tags. Since whoever is
told something is somebody, he ends at the first noun for persons or a body, or where a name gives way to another.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from newsschema.reading._cues.starts import frame_at
from newsschema.reading._lexicon.frames import Form
from newsschema.reading._lexicon.gazetteer import NAMES, NATIONS, is_given, is_person_noun, is_plural, plain
from newsschema.reading._lexicon.tags import TAGS, Tag, until
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.behind_verbs import phrase_end
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Sentence


class Telling(IntEnum):
    """Whether a verb names whom it tells something."""

    NOBODY = 0
    MAYBE = 1
    """Like "warn": "warned MPs", but also "warned prices would rise"."""
    SOMEBODY = 2
    """Like "tell"."""


#: Anyone who is to do something: "everyone in the hall | to stay", "anyone who saw it | to call".
ANYONE_TO: Final = KINDS.pattern("""
    <noun> (?: <link> <nominal> )* (?: <relative> <adverb>* <predicate> <nominal|link|adverb|adjective|time>* )?
    (?= <adverb>? <infinitive> )
""")
_COMMON: Final = TAGS["noun plural"]
_PHRASE: Final = "".join(sorted(TAGS["counted determiner participle ing"]))
_HEADS: Final = TAGS["head"]
#: What a subject may begin with.
_BEGINNING: Final = TAGS["head adjective number determiner ing"]
#: "Told reporters travelling with him".
_ING_BEFORE_PREPOSITION: Final = Tag.ING + Tag.PREPOSITION
_NO_NAME: Final = TAGS.pattern("<!name>")
_OWNED: Final = TAGS["determiner possessive"]
#: Persons together, and the occasions on which they are.
_TOGETHER: Final = WORDS.people | WORDS.bodies | WORDS.occasions | NAMES.groups | NAMES.bodies | NAMES.governments
_TITLES: Final = NAMES.courtesy | NAMES.offices
_KNOWN: Final = NAMES.known_bodies | NAMES.places
_BODY_ENDS: Final = NAMES.body_parts | NAMES.weak_body_parts


def telling(s: Sentence, base: str, form: Form, k: int) -> Telling:
    """Whether a verb names whom it tells something, in front of a chunk."""
    if base == "tell":
        return Telling.MAYBE if form == Form.PASSIVE else Telling.SOMEBODY
    return Telling.MAYBE if base in WORDS.addressed and not _given(s, k) else Telling.NOBODY


#: "One in five", "more than two out of three", with who does what.
_SHARE: Final = TAGS.pattern("<determiner|adverb>* <number> (?: <preposition> | <preposition> <of> ) <number>")


def _given(s: Sentence, k: int) -> bool:
    """Whether what follows is a thing and nobody to speak to: "promised a ferry"."""
    if _SHARE.match(s.tags, s.firsts[k]) is not None:
        return True  # "warn one in five will leave"
    if s.word(k) not in WORDS.articles or s.word(k) == "the" or s.kind(k) not in NOMINAL:
        return False
    return not is_somebody(s, phrase_end(s, k, attached=False) - 1)


def is_somebody(s: Sentence, k: int) -> bool:
    """Whether a noun phrase that ends with a chunk names persons or a body."""
    if s.kind(k) not in NOMINAL:
        return False
    if s.kinds[k] == Kind.NAME or s.tags[s.firsts[k]] == Tag.OBJECT:
        return True
    head = s.head(k)
    return is_person_noun(head) or head in WORDS.people or head in WORDS.bodies


#: Which of those who are told: "told fans | gathered in Voss that", "told staff | angry at the cuts that".
_QUALIFIED: Final = KINDS.pattern("""
    (?: <participle> <name> | <ing> <nominal> | <participle|adjective|ing> (?= <link|subordinator|time> ) )
    (?: <time> | <link|subordinator> <adjective|nominal> (?: <conjunction> <nominal> )* )*
    (?! <nominal> )
""")


def qualified_end(s: Sentence, k: int) -> int:
    """The chunk behind what tells which ones are told that end before a chunk."""
    found = _QUALIFIED.match(s.kinds, k)
    return k if found is None else found.end()


def clause_behind(s: Sentence, first: int, verb: int, telling: Telling) -> int | None:
    """Where a clause begins behind an addressee, who begins at ``first``; its subject ends before ``verb``."""
    ends = _ends if telling == Telling.SOMEBODY else _ends_surely
    for at in range(first, verb - 1):
        begins = s.tags[at + 1] in _BEGINNING and s.tags[at + 1 : at + 3] != _ING_BEFORE_PREPOSITION
        if begins and s.tags[at] in _HEADS and ends(s, first, at, verb):
            return at + 1
    return _forced(s, first, verb) if telling == Telling.SOMEBODY else None


def _forced(s: Sentence, first: int, verb: int) -> int | None:
    """Where a clause must begin that no word shows: "told her | dogs were barred", "told Ann Doe | Roe was late"."""
    if s.lower[first] == "her" and first + 2 == verb:
        return first + 1
    named = verb
    while named > first and s.tags[named - 1] == Tag.NAME:
        named -= 1
    if verb - named <= 1:
        plain_phrase = named == verb - 1 and not s.tags[first:named].strip(_PHRASE)
        return named if plain_phrase and s.tags[named - 1] in _COMMON else None
    called = named + 1 + is_given(s.view.words[named])
    return min(verb - 1, called)


def _ends_surely(s: Sentence, first: int, at: int, verb: int) -> bool:
    """Whether an addressee ends at a token that a verb may leave out: persons, or a body before a name."""
    if _is_crowd(s, at):
        return True
    determined = s.tags[first] == Tag.DETERMINER and at + 1 < verb
    return determined and s.tags[at + 1] == Tag.NAME and s.tags[at] in _COMMON and s.lower[at] in _TOGETHER


def _ends(s: Sentence, first: int, at: int, verb: int) -> bool:
    """Whether an addressee ends at a token that a verb must have."""
    if _is_crowd(s, at):
        return True
    named = s.tags[at + 1] == Tag.NAME
    if named and s.tags[at] == Tag.NAME:
        return _is_other_name(s, first, at, verb)
    if named:
        return _ends_before_name(s, first, s.lower[at])
    if at + 2 < verb and _goes_on(s, at + 1):
        return False
    return s.tags[at] == Tag.NAME or may_be_told(s.lower[at])


def _ends_before_name(s: Sentence, first: int, word: str) -> bool:
    """Whether a noun before a name ends an addressee: not in "told potter Jo Lind"."""
    return word in _TOGETHER or (is_person_noun(word) and s.tags[first] in _OWNED)


def _goes_on(s: Sentence, at: int) -> bool:
    """Whether a noun behind one for somebody belongs to it: "police officers", "the campaign trail", "BBC staff"."""
    if s.tags[at] == Tag.NOUN and s.tags[at + 1] == Tag.NAME:
        return True
    return s.tags[at + 1] in _BEGINNING and may_be_told(s.lower[at])


def _is_crowd(s: Sentence, at: int) -> bool:
    """Whether a word is a plural for persons: "reporters", "MPs"."""
    word = s.lower[at]
    return not s.view.words[at].istitle() and is_plural(word) and is_person_noun(word)


def may_be_told(word: str) -> bool:
    """Whether a noun is one for persons, a body or an occasion."""
    return word in _TOGETHER or is_person_noun(word)


def may_be_verb(s: Sentence, k: int) -> bool:
    """Whether a chunk behind "to" is a bare noun that may be a verb, but not in "admitted to parliament that"."""
    bare = s.tags[s.firsts[k]] == Tag.NOUN and s.firsts[min(k + 1, s.size)] == s.firsts[k] + 1
    return bare and not (may_be_told(s.word(k)) and frame_at(s, k + 1))


def _is_other_name(s: Sentence, first: int, at: int, verb: int) -> bool:
    """Whether the second of two names begins another, of which the last is the subject or its owner."""
    words, end = s.view.words, until(_NO_NAME, s.tags, at + 2, verb)
    if end < verb and s.tags[end] != Tag.POSSESSIVE:
        return False
    this, other = plain(words[at]), words[at + 1]
    if this in _TITLES or is_given(words[at]):
        return False
    called = plain(other) in _TITLES or (is_given(other) and at + 2 < end)
    return called or other in NATIONS or _is_known(s, first, at)


def _is_known(s: Sentence, first: int, at: int) -> bool:
    """Whether the name of a body or a place ends at a token: "Sky News", "the New York Times", "AFP"."""
    first += s.tags[first] == Tag.DETERMINER
    names = list(map(plain, s.view.words[first : at + 2]))
    if names[-1] in _BODY_ENDS or " ".join(names) in _KNOWN:
        return False
    return names[-2] in _BODY_ENDS or s.view.words[at].isupper() or " ".join(names[:-1]) in _KNOWN
