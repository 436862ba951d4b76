"""Mentions without a name: what noun they are, of what kind, and how far one can tell who it is."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final, NamedTuple

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._lexicon.gazetteer import (
    NAMES,
    NATIONS,
    Gender,
    is_listed_person,
    is_person_noun,
    is_plural,
    plain,
    singular,
)
from newsschema.reading._lexicon.tags import TAGS, Tag, until
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._mentions.name_phrases import NamePhrases
from newsschema.reading._mentions.readings import Reading, without_article
from newsschema.reading._tagging.tokens import Tokens

_LINK: Final = TAGS.pattern("<link|to|relative|that>")
_ACTING: Final = "(?<= <noun|plural|subject> ) <ing> (?= <determiner|name|object|plural|link|to> )"
#: What the one does whom a noun phrase is about: "the doctor | treating Ann Doe".
ACTING: Final = TAGS.pattern(_ACTING)
#: What ends the noun of a phrase: "a report | by the guild", "reports | Ms Doe filed", "a report | released last week".
_BEHIND_NOUN: Final = TAGS.pattern(
    f"<link|to> | {_ACTING} | (?<= <plural|third> ) <name>+ <participle|past>"
    " | (?<= <noun|plural> ) <participle|past> (?= <determiner|adjective|date|adverb|noun> )"
)
_BEFORE_NOUN: Final = Tag.DETERMINER + Tag.PREPOSITION
_JOINED: Final = TAGS.pattern("<head> <conjunction> (?=<determiner>)")
_SHARE: Final = TAGS.pattern("<number> <preposition> <number> (?= <nominal> )")
_SOME: Final = "some"
_SHARE_ALONE: Final = TAGS.pattern("<number> <preposition> <number> $")
_NOUNS: Final = TAGS["noun plural"]
_WHEN: Final = frozenset({"last", "next", "this"})
_OF_BODY: Final = TAGS.pattern(
    "<determiner|adjective>* <name>+ <of|preposition> <name>+ (?: <conjunction> <name>+ )? <noun>"
)
#: What stands behind those of a body, and the words for "of" that do.
_AT_NAME: Final = TAGS.pattern("<of|preposition> <determiner>? (?P<name> <name>+ )")
_AFFILIATED: Final = frozenset({"at", "from", "of", "with"})
_PERCENT: Final = ("per", "cent", "of")
#: How far behind a number "per cent" may begin.
_NEAR: Final = 2
#: "A letter | Wednesday to the guild".
_DATED: Final = TAGS.pattern("<noun|plural> (?= <date> <to|preposition> )")
#: "Figures | released on Tuesday", "data | published Tuesday on a website".
_RELEASED: Final = TAGS.pattern("<noun|plural> (?= <participle> <preposition>? <date> )")
_OPENS: Final = TAGS["end open colon dash semicolon"]


#: What a phrase may end with that is no part of it.
_OF_OFFICE: Final = NAMES.offices | NAMES.office_parts
_TRAILING: Final = TAGS["possessive adverb"]
_HANGING: Final = TAGS["adjective adverb participle ing possessive"]
#: Words for a woman and for a man, as they stand in a text: "mrs."
_FEMALE: Final = NAMES.female | {f"{word}." for word in NAMES.female}
_MALE: Final = NAMES.male | {f"{word}." for word in NAMES.male}
_COUNTING: Final = NAMES.counting | NAMES.collecting
#: Those who need no noun: "few on either side".
_ALONE: Final = NAMES.plurals | {"few", "many", "most", "several"}
#: What counts to one.
_SINGLE: Final = frozenset({"one", "another", "either", "neither", "each"})
#: Several of whom one speaks: "one of them".
_THEM: Final = frozenset({"them", "us", "you"})
#: Persons, and what counts only before "of": "the host said", "a host of critics".
_PERSONS: Final = frozenset({"host"})
_ONE: Final = frozenset({"one", "another"})
_ANYBODY: Final = NAMES.anybody | _ONE
_AGED: Final = "-year-old"
#: What counts more than one.
_MANY: Final = NAMES.counting - _ONE - _PERSONS
#: Members of parties and faiths: "Democrats".
_MEMBERS: Final = NAMES.members | (NAMES.parties - NAMES.bodies - {"opposition", "coalition"})
#: Nouns of each kind; the first list that has one decides.
_KINDS: Final = (
    (SourceKind.ORGANISATION, frozenset({"police"})),
    (SourceKind.GOVERNMENT, NAMES.governments),
    (SourceKind.GROUP, NAMES.groups | NAMES.counting | NAMES.plurals),
    (SourceKind.DOCUMENT, NAMES.papers),
    (SourceKind.ORGANISATION, NAMES.bodies),
)


class Noun(NamedTuple):
    """The noun of a phrase: the word and its token, where its own phrase begins, and what counts it."""

    head: str
    at: int
    first: int
    counted: str | None
    plural: bool
    joined: bool


class Descriptions:
    """Reads the mentions of one text that give no name."""

    def __init__(self, tokens: Tokens, outer: str, names: NamePhrases) -> None:
        self.tokens = tokens
        self.outer = outer
        self.names = names

    def read(self, first: int, end: int) -> Reading:
        """The reading of a mention without a name."""
        tokens, outer = self.tokens, self.outer
        end = self._trimmed(first, end)
        noun = self._noun(first, self._before_span(first, end))
        lead = tokens.lower[first]
        owned = self.names.owner(first, noun.at) > first
        definite = (lead in NAMES.definite and first < noun.at) or owned
        kind = self._kind(noun, definite=definite)
        shared = noun.counted == _SOME or noun.counted in WORDS.percent
        numbered = (outer[first] == Tag.NUMBER and not shared) or noun.counted in NAMES.collecting
        one = kind is SourceKind.PERSON
        return Reading(
            tokens.cut(first, end),
            kind,
            _anonymity(
                kind,
                noun,
                tokens.lower[first:end],
                definite=definite or self._is_of_body(noun, end),
                numbered=numbered,
            ),
            noun.head,
            plural=noun.plural or kind is SourceKind.GROUP,
            definite=definite,
            role=(without_article(tokens.cut(noun.first, end)) or None) if one else None,
            affiliation=self._affiliation(noun.first, noun.at) if one else None,
            gender=self.gender(first, end),
        )

    def _trimmed(self, first: int, end: int) -> int:
        """The end of a phrase without a date and what follows that, and without a possessive or an adverb."""
        dated = _DATED.search(self.outer, first, end) or self._released(first, end)
        end = dated.end() if dated is not None else end
        return end - (self.outer[end - 1] in _TRAILING and end - 1 > first)

    def _released(self, first: int, end: int) -> re.Match[str] | None:
        """A phrase up to what was done with it on a day, unless that tells by whom: "published Monday by the guild"."""
        found = _RELEASED.search(self.outer, first, end)
        return None if found is None or "by" in self.tokens.lower[found.end() : end] else found

    def _before_span(self, first: int, end: int) -> int:
        """Where a phrase ends before when it was made: "a letter | this month to the guild"."""
        lower = self.tokens.lower
        spans = (k for k in range(first + 1, end - 1) if lower[k] in _WHEN and lower[k + 1] in WORDS.time_spans)
        return next((k for k in spans if self.outer[k - 1] in _NOUNS), end)

    def _kind(self, noun: Noun, *, definite: bool) -> SourceKind:
        """The kind of source that a noun stands for, with the word before it."""
        if noun.joined or (noun.counted == _SOME and self.outer[noun.at] == Tag.NUMBER):  # "2 in 10"
            return SourceKind.GROUP
        if self.names.is_family(noun.at):
            return SourceKind.GROUP
        if self._is_body(noun, definite=definite):
            return SourceKind.ORGANISATION
        return SourceKind.DOCUMENT if self._is_paper(noun, definite=definite) else _kind(noun)

    def _is_body(self, noun: Noun, *, definite: bool) -> bool:
        """Whether a noun of two senses stands for a body: "the coast guard", "the port authority"."""
        if noun.head == "coastguard":
            return definite  # but "a coastguard"
        if noun.head == "guard":
            return self.tokens.lower[noun.at - 1] in NAMES.guarded
        return noun.head == "authority" and self.tokens.lower[noun.at + 1] != "on"  # but "an authority on owls"

    def _is_paper(self, noun: Noun, *, definite: bool) -> bool:
        """Whether a noun of two senses stands for what is written: "a paper in Insects", "the bank's figures"."""
        if noun.head == "paper":
            return not definite or self._is_of_science
        if noun.head == "count":
            return self.tokens.lower[noun.at + 1] == "by"  # but "the count of Voss"
        return noun.head == "figures" and self.tokens.lower[noun.at - 1] not in NAMES.standing

    @cached_property
    def _is_of_science(self) -> bool:
        """Whether a paper is what scholars write here, and no newspaper."""
        lower = self.tokens.lower
        return not WORDS.scholarly.isdisjoint(lower) or ("study" in lower and "newspaper" not in lower)

    def _noun(self, first: int, end: int) -> Noun:
        """The noun that a phrase is about, behind what only counts: "officials" in "one of the officials"."""
        at, counted = self._head_at(self._behind_body(first, end), end), None
        word = self.tokens.lower[at]
        shared = self._behind_share(first, at, end)
        if shared is not None:
            at, counted, first = self._head_at(shared, end), _SOME, shared
        elif self._counts(at) and self.outer[at + 1] == Tag.OF and at + 2 < end:
            counted, first = word, at + 2
            at = self._head_at(first, end)
        if self.outer[at] == Tag.NUMBER and at > first and self.tokens.lower[at - 1] in NAMES.papers:
            at -= 1  # "Article 5"
        head = self.tokens.lower[at]
        joined = _JOINED.search(self.outer, first, at)
        plural = joined is not None or _is_of_several(head, counted)
        others = joined is not None and self.tokens.lower[joined.end()] in WORDS.owners  # "Holt and his team"
        return Noun(head, at, first, counted, plural, joined=others)

    def _counts(self, at: int) -> bool:
        """Whether a noun before "of" only counts what stands behind it: "one of the officials", "a body of work"."""
        lower = self.tokens.lower
        return lower[at] in _COUNTING or (lower[at] == "body" and lower[at + 2] in NAMES.papers)

    def _behind_body(self, first: int, end: int) -> int:
        """Where the noun is that a body with "of" in its name stands before: "the Ministry of Works | spokesman"."""
        named = _OF_BODY.fullmatch(self.outer, first, end) is not None
        last = self.tokens.lower[end - 1]
        speaks = is_person_noun(last) or last in NAMES.bodies or last in NAMES.papers
        return end - 1 if named and speaks else first

    def _behind_share(self, first: int, at: int, end: int) -> int | None:
        """Where those begin of whom a share is told: "7 in 10 | voters", "48 per cent of | voters"; or the share."""
        lower = self.tokens.lower
        if _SHARE_ALONE.match(self.outer, at, end):
            return at
        share = _SHARE.match(self.outer, at, end)
        if share is not None and lower[at + 1] == "in":
            return share.end()
        found = (k + len(_PERCENT) for k in range(first, at + _NEAR) if lower[k : k + len(_PERCENT)] == _PERCENT)
        return next((k for k in found if k < end), None)

    def _head_at(self, first: int, end: int) -> int:
        """The noun of a noun phrase, without the adjectives behind it: "people familiar with", "an inside source"."""
        inside = self.outer.startswith(_BEFORE_NOUN, first) and self.tokens.lower[first] not in _ALONE
        k = until(_BEHIND_NOUN, self.outer, first + 1 + inside, end)
        while k > first + 1 and self._hangs_behind(k - 1):
            k -= 1
        return k - 1

    def _hangs_behind(self, at: int) -> bool:
        """Whether a word behind a noun is no noun itself: "people familiar with", but "the patient"."""
        word, before = self.tokens.lower[at], self.tokens.lower[at - 1]
        if word in NAMES.behind:
            return True
        hangs = self.outer[at] in _HANGING and (self.outer[at - 1] != Tag.DETERMINER or before == "those")
        return hangs and not is_listed_person(word) and word not in NAMES.members  # but "one conservative"

    def head(self, first: int, end: int) -> str:
        return self.tokens.lower[self._head_at(first, end)]

    def gender(self, first: int, after: int) -> Gender:
        """Whether the words of a mention say that it is a man or a woman: "a spokeswoman", "Mr Doe"."""
        end = until(_LINK, self.outer, first, after)
        owner = self.outer.rfind(Tag.POSSESSIVE, first, end - 1)  # "his mother's lawyer"
        said = {word.partition("-of-")[0] for word in self.tokens.lower[max(first, owner) : end]}  # "mother-of-two"
        if not _FEMALE.isdisjoint(said):
            return Gender.WOMAN
        return Gender.UNKNOWN if _MALE.isdisjoint(said) else Gender.MAN

    def _is_of_body(self, noun: Noun, end: int) -> bool:
        """Whether scholars are those of a body that is named: "researchers from the Voss Clinic", "Acme scientists"."""
        if noun.head not in NAMES.scholars or self.tokens.lower[noun.first] in NAMES.counting:
            return False
        behind = _AT_NAME.match(self.outer, noun.at + 1, end)
        if behind is None or self.tokens.lower[noun.at + 1] not in _AFFILIATED:
            return self._affiliation(noun.first, noun.at) is not None
        name = self.tokens.cut(behind.start("name"), behind.end())
        return name not in NATIONS and plain(name) not in NAMES.places

    def _affiliation(self, first: int, head: int) -> str | None:
        """The body before a noun: "the State Department official", "a Department of Works and Ports spokesman"."""
        if first < head and self._behind_body(first, head + 1) == head:
            return without_article(self.tokens.cut(first, head))
        start = self.names.run_back(first, head)
        before = self.tokens.words[start:head]
        owner = self.names.owner(first, head)
        if owner > first and self.outer[owner - 1] == Tag.NAME:
            return without_article(self.tokens.cut(first, owner))
        if start == 0 or not _may_be_body(before):
            return None
        opens = start == first and self.outer[start - 1] in _OPENS
        return None if opens and len(before) == 1 else self.tokens.cut(start, head)


def _may_be_body(words: tuple[str, ...]) -> bool:
    """Whether capitalised words before a noun may name a body: no nation, and no part of an office: "the Prime"."""
    nation = not words or words[0] in NATIONS or plain(words[0]) in NAMES.origins
    return not nation and not all(plain(word) in _OF_OFFICE for word in words)


def _is_of_several(head: str, counted: str | None) -> bool:
    """Whether a noun is one of several, by itself or by what counts it; a body is one."""
    many = is_plural(head) or counted is not None or head in _MANY
    return many and counted not in _SINGLE and head not in NAMES.bodies


def _kind(noun: Noun) -> SourceKind:
    """The kind of source that a noun stands for."""
    low = noun.head.rstrip(".")
    if noun.counted in _SINGLE and low in _THEM:
        return SourceKind.PERSON
    if low in NAMES.taking_up:  # "the retailer", though a retailer may be a person
        return SourceKind.ORGANISATION
    if low not in NAMES.staffs and _is_person(low):
        return SourceKind.GROUP if noun.plural else SourceKind.PERSON
    return _listed_kind(low)


def _is_person(word: str) -> bool:
    """Whether a noun is one for a person or for persons: "baker", "one", "Democrats", "Texans"."""
    if is_person_noun(word) or word in _SINGLE:
        return True
    one = singular(word)
    return one in _MEMBERS or (one in NAMES.origins and _OF_MANY.search(word) is None)


#: Adjectives of origin that stand for a people rather than for one of it: "the Dutch".
_OF_MANY: Final = re.compile(r"(?:ese|ish|ench|utch|elsh|iss|ern)$")


def _listed_kind(word: str) -> SourceKind:
    """The kind of the first list that has a noun; several bodies are a group."""
    listed = next((kind for kind, words in _KINDS if word in words), None)
    if listed is not None or not is_plural(word):
        return listed or SourceKind.UNKNOWN
    one = singular(word)
    if any(one in words for words in (NAMES.bodies, NAMES.governments, NAMES.groups)):
        return SourceKind.GROUP
    return SourceKind.DOCUMENT if one in NAMES.papers else SourceKind.UNKNOWN


def _anonymity(kind: SourceKind, noun: Noun, words: tuple[str, ...], *, definite: bool, numbered: bool) -> Anonymity:
    """How far a mention without a name says who it is."""
    if noun.joined:
        return Anonymity.DESCRIBED  # "Holt and his colleagues"
    if not numbered and _is_anybody(kind, noun, words[0]):
        return Anonymity.GENERIC
    if kind is SourceKind.GROUP or (kind is SourceKind.GOVERNMENT and noun.head in NAMES.withheld):  # "authorities"
        return _of_several(noun.head, words, definite=definite, numbered=numbered)
    if kind is SourceKind.GOVERNMENT:
        return Anonymity.DESCRIBED
    if kind is SourceKind.DOCUMENT:
        return _of_document(noun, words, definite=definite)
    return _of_one(kind, noun, words, definite=definite, numbered=numbered)


def _is_anybody(kind: SourceKind, noun: Noun, lead: str) -> bool:
    """Whether a mention is of people in general, "every fan", "his critics", "most of the crew"."""
    if kind is SourceKind.PERSON:
        return lead in _EACH
    several = kind is SourceKind.GROUP and noun.head not in NAMES.withheld
    return several and not {noun.head, noun.counted}.isdisjoint(_IN_GENERAL)


#: What tells that somebody may be anybody.
_EACH: Final = frozenset({"any", "anybody", "anyone", "each", "every", "no", "nobody", "no-one"})
_IN_GENERAL: Final = NAMES.in_general | NAMES.shares


def _of_one(kind: SourceKind, noun: Noun, words: tuple[str, ...], *, definite: bool, numbered: bool) -> Anonymity:
    """How far a mention of one person or body says which it is."""
    if kind is SourceKind.PERSON and (numbered or noun.head in _ANYBODY or noun.head.endswith(_AGED)):
        return Anonymity.ANONYMOUS
    told = definite or (kind is not SourceKind.UNKNOWN and words[0] not in NAMES.indefinite)
    return Anonymity.DESCRIBED if told else Anonymity.ANONYMOUS


def _of_document(noun: Noun, words: tuple[str, ...], *, definite: bool) -> Anonymity:
    """How far a mention says which document it is: "reports" and "many papers" may be any."""
    any_ = noun.plural and not definite and (words[0] in NAMES.papers or words[0] in NAMES.counting)
    return Anonymity.GENERIC if any_ else Anonymity.DESCRIBED


def _of_several(head: str, words: tuple[str, ...], *, definite: bool, numbered: bool) -> Anonymity:
    """How far the mention of several says who they are: withheld by office, told apart, or anybody."""
    if head in NAMES.withheld or not NAMES.knowing.isdisjoint(words):
        return Anonymity.ANONYMOUS
    if head in NAMES.groups and words[0] in NAMES.indefinite and head not in WORDS.hearing:
        return Anonymity.ANONYMOUS  # "a couple from Voss"
    if definite or head in NAMES.groups:
        return Anonymity.DESCRIBED
    return Anonymity.ANONYMOUS if numbered and head not in NAMES.counting else Anonymity.GENERIC
