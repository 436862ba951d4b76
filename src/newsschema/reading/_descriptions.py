"""Mentions without a name: what noun they are, of what kind, and how far one can tell who it is."""

from __future__ import annotations

from typing import Final

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._gazetteer import (
    NAMES,
    NATIONS,
    Gender,
    is_listed_person,
    is_person_noun,
    is_plural,
    plain,
    singular,
)
from newsschema.reading._name_phrases import NamePhrases
from newsschema.reading._readings import Reading, without_article
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._tokens import Tokens

_LINK: Final = TAGS.pattern("<link|to>")
_JOINED: Final = TAGS.pattern("<head> <conjunction> (?= <nominal> )")
#: Plurals that stand for a body.
_BODIES_OF_PEOPLE: Final = frozenset({"police", "staff"})
_OPENS: Final = TAGS["end open colon dash semicolon"]


class Descriptions:
    """Reads the mentions of one text that give no name."""

    def __init__(self, tokens: Tokens, outer: str, names: NamePhrases) -> None:
        self.tokens = tokens
        self.outer = outer
        self.names = names

    def read(self, first: int, end: int) -> Reading:
        """A mention without a name."""
        tokens, outer = self.tokens, self.outer
        end -= outer[end - 1] in "SB" and end - 1 > first
        at = self._head_at(first, end)
        counted, lead_at = None, first
        if tokens.lower[at] in NAMES.counting | NAMES.collecting and outer[at + 1 : at + 2] == Tag.OF and at + 2 < end:
            counted, lead_at = tokens.lower[at], at + 2  # "one of the officials"
            at = self._head_at(lead_at, end)
        head = tokens.lower[at]
        one = counted in {"one", "another", "either", "neither", "each"}
        joined = _JOINED.search(outer, lead_at, at) is not None
        many = joined or is_plural(head) or (counted is not None and head not in NAMES.bodies) or head in NAMES.counting
        plural = many and not one and (joined or head not in NAMES.bodies)
        kind = self._kind(head, one=one, plural=plural)
        lead = tokens.lower[first]
        owned = self.names.owner(first, at) > first
        definite = (lead in NAMES.definite and first < at) or owned
        described = tokens.lower[first:end]
        role = affiliation = None
        if kind is SourceKind.PERSON:
            role = without_article(tokens.cut(lead_at, end)) or None
            affiliation = self._affiliation(lead_at, at)
        numbered = outer[first] == Tag.NUMBER or counted in NAMES.collecting
        return Reading(
            tokens.cut(first, end),
            kind,
            _anonymity(kind, head, described, definite=definite, numbered=numbered, plural=plural),
            head,
            plural=plural or kind is SourceKind.GROUP,
            definite=definite,
            role=role,
            affiliation=affiliation,
            gender=self.gender(first, end),
        )

    def _head_at(self, first: int, end: int) -> int:
        """The noun of a noun phrase, without the adjectives behind it: "people familiar with"."""
        link = _LINK.search(self.outer, first + 1, end)
        k = link.start() if link else end
        while k > first + 1 and self._hangs_behind(k - 1):
            k -= 1
        return k - 1

    def _hangs_behind(self, at: int) -> bool:
        """Whether a word behind a noun is no noun itself: "people familiar with", but "the patient"."""
        word = self.tokens.lower[at]
        return word in NAMES.behind or (
            self.outer[at] in "ABEGS" and not is_listed_person(word) and self.outer[at - 1] != Tag.DETERMINER
        )

    def head(self, first: int, end: int) -> str:
        return self.tokens.lower[self._head_at(first, end)]

    def gender(self, first: int, after: int) -> Gender:
        """Whether the words of a mention say that it is a man or a woman: "a spokeswoman", "Mr Doe"."""
        stop = _LINK.search(self.outer, first, after)
        said = {word.rstrip(".") for word in self.tokens.lower[first : stop.start() if stop else after]}
        if not NAMES.female.isdisjoint(said):
            return Gender.WOMAN
        return Gender.UNKNOWN if NAMES.male.isdisjoint(said) else Gender.MAN

    def _affiliation(self, first: int, head: int) -> str | None:
        """The body before a noun: "the State Department official"."""
        start = self.names.run_back(first, head)
        before = self.tokens.words[start:head]
        owner = self.names.owner(first, head)
        if owner > first and self.outer[owner - 1] == Tag.NAME:
            return without_article(self.tokens.cut(first, owner))
        if not before or before[0] in NATIONS or plain(before[0]) in NAMES.origins or start == 0:
            return None
        opens = start == first and self.outer[start - 1] in _OPENS
        return None if opens and len(before) == 1 else self.tokens.cut(start, head)

    def _kind(self, head: str, *, one: bool, plural: bool) -> SourceKind:
        """The kind of source that a noun stands for."""
        low = head.rstrip(".")
        if low in NAMES.governments:
            return SourceKind.GOVERNMENT
        if low in _BODIES_OF_PEOPLE:
            return SourceKind.ORGANISATION if low == "police" else SourceKind.GROUP
        if (
            is_person_noun(low)
            or low in {"one", "another"}
            or singular(low) in NAMES.parties - {"opposition", "coalition"}
        ):
            return SourceKind.PERSON if one or not plural else SourceKind.GROUP
        if low in NAMES.groups or low in NAMES.counting or low in NAMES.plurals:
            return SourceKind.GROUP
        if low in NAMES.papers:
            return SourceKind.DOCUMENT
        if low in NAMES.bodies:
            return SourceKind.ORGANISATION
        if is_plural(low) and (low[:-1] in NAMES.bodies or low[:-3] + "y" in NAMES.bodies):
            return SourceKind.GROUP
        return SourceKind.UNKNOWN


def _anonymity(  # noqa: PLR0913 - what decides
    kind: SourceKind, head: str, words: tuple[str, ...], *, definite: bool, numbered: bool, plural: bool
) -> Anonymity:
    """How far a mention without a name says who it is."""
    if kind is SourceKind.DOCUMENT:
        generic = plural and not definite and words[0] in NAMES.papers | {"many", "several", "some", "most", "other"}
        return Anonymity.GENERIC if generic else Anonymity.DESCRIBED
    if kind is SourceKind.GOVERNMENT:
        return Anonymity.DESCRIBED
    if kind is SourceKind.ORGANISATION:
        return Anonymity.ANONYMOUS if words[0] in NAMES.indefinite else Anonymity.DESCRIBED
    withheld = head in NAMES.withheld or f"{head}s" in NAMES.withheld or head in {"source", "spokesman", "spokeswoman"}
    if kind is SourceKind.GROUP:
        return _several_anonymity(head, words, definite=definite, numbered=numbered, withheld=withheld)
    if kind is SourceKind.PERSON:
        known = (definite or words[0] not in NAMES.indefinite) and not numbered and head not in NAMES.anybody
        return Anonymity.DESCRIBED if known else Anonymity.ANONYMOUS
    return Anonymity.DESCRIBED if definite else Anonymity.ANONYMOUS


def _several_anonymity(
    head: str, words: tuple[str, ...], *, definite: bool, numbered: bool, withheld: bool
) -> Anonymity:
    if withheld or not NAMES.knowing.isdisjoint(words):
        return Anonymity.ANONYMOUS
    if definite or head in NAMES.groups:
        return Anonymity.DESCRIBED
    return Anonymity.ANONYMOUS if numbered and head not in NAMES.counting else Anonymity.GENERIC
