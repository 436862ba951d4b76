"""Whom a text speaks of: the sources in the making, and which names are one's.

A name is looked up in tables by its whole, by its last word and by any of its words, so that the work grows with the
text and not with the number of those in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from unicodedata import combining, normalize

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema._model.quotes import Source
from newsschema.reading._lexicon.gazetteer import NAMES, Gender, given_gender
from newsschema.reading._mentions.readings import NamedReading, Reading, kind_of
from newsschema.reading._mentions.short_names import ShortName
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._tagging.naming import Name, Sort, are_of_two_generations, is_common, without_suffix

#: How many of one surname are looked at, the last ones first.
_NAMESAKES: Final = 8
#: Sorts that more words about somebody may change.
_OPEN: Final = frozenset({Sort.UNSURE, Sort.LIKELY_PERSON, Sort.NATION, Sort.PLACE})
_VAGUE: Final = frozenset({Sort.UNSURE, Sort.NATION, Sort.PLACE})
#: How many words "the potter" has, who may be anybody before.
_SHORT: Final = 2
_OWNING: Final = frozenset({"s", "'s", "’s"})
_SMALL: Final = frozenset({"of", "for", "and", "the", "&", "in", "on"})


@attrs.define(eq=False)
class Entity:
    """Somebody or some body in a text; a source as soon as it speaks."""

    mention: str
    kind: SourceKind
    anonymity: Anonymity
    name: str | None = None
    parts: tuple[str, ...] = ()
    sort: Sort = Sort.UNSURE
    role: str | None = None
    affiliation: str | None = None
    heads: set[str] = attrs.field(factory=set[str])
    described: set[str] = attrs.field(factory=set[str])
    named_with: set[str] = attrs.field(factory=set[str])
    past: set[str] = attrs.field(factory=set[str])
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    members: tuple[Entity, ...] = ()
    seen: int = -1
    at: int = -1
    times: int = 0
    alone: int = 0
    leaning: int = 0
    speaks: bool = False
    is_kin: bool = False
    nation: str | None = None
    owned: str | None = None
    id: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is one person, or may be one."""
        if self.name is not None:
            return self.sort.may_be_person and not self.plural
        return self.kind is SourceKind.PERSON and not self.plural

    @property
    def awaits_name(self) -> bool:
        """Whether a person is described so fully that a name may follow: "the commander of the fleet", "Doe's aunt"."""
        described = self.name is None and self.kind is SourceKind.PERSON and not self.plural
        words = self.mention.split()
        definite = words[0].lower() == "the" and len(words) > _SHORT
        return described and (definite or words[0].endswith(("'s", "’s")))

    @property
    def likely_gender(self) -> Gender:
        """The gender as far as the text tells, or that of a given name without a surname: "Adele"."""
        alone = len(self.parts) == 1 and self.gender is Gender.UNKNOWN and self.parts[0] not in NAMES.surnames
        return (given_gender(self.parts[0]) if alone else None) or self.gender

    @property
    def is_body(self) -> bool:
        """Whether it is one body, or may be one."""
        if self.members:
            return False
        if self.name is not None:
            return self.sort.is_body or (self.sort in _VAGUE and self.leaning <= 0)
        return self.kind not in {SourceKind.PERSON, SourceKind.GROUP}

    def take(self, reading: NamedReading) -> None:
        """Learn from one more mention by name."""
        self.role = self.role or reading.role
        self.affiliation = self.affiliation or reading.affiliation
        if self.gender is Gender.UNKNOWN:
            self.gender = reading.gender
        self.heads.update(reading.heads())
        self.settle(reading.name.sort)

    def describe(self, reading: Reading) -> None:
        """Take the words that say whose a paper is, where the first mention did not: "the report by the divers"."""
        paper = self.name is None and self.kind is SourceKind.DOCUMENT
        if paper and " by " in reading.words and " by " not in self.mention:
            self.mention = reading.words

    def settle(self, sort: Sort) -> None:
        """Learn what it is, unless that is sure already."""
        if self.sort in _OPEN and sort not in _VAGUE:
            self.sort = sort
            self.kind = kind_of(sort)

    def source(self) -> Source:
        """The finished source."""
        kind = self.kind
        if self.name is not None and self.sort is Sort.UNSURE and not self.members:
            person = self.gender is not Gender.UNKNOWN or self.leaning > 0
            body = SourceKind.UNKNOWN if self.speaks and not self.leaning else SourceKind.ORGANISATION
            kind = SourceKind.PERSON if person else body
        return Source(
            id=self.id,
            name=self.name,
            description=None if self.name else self.mention,
            kind=kind,
            anonymity=Anonymity.NAMED if self.name else self.anonymity,
            role=self.role,
            affiliation=self.affiliation,
            members=tuple(member.id for member in self.members),
        )


class Around(NamedTuple):
    """What stands around a mention: in whose words it stands, and the words that it tells of.

    ``verbatim`` says that these words are all the speaker's own, as behind a label: "Lee: “He left” ...".
    """

    speaker: Entity | None = None
    said: Sequence[Range] = ()
    verbatim: bool = False


NOBODYS: Final = Around()


class Register:
    """The entities of a text by their names."""

    def __init__(self) -> None:
        self._whole: dict[str, Entity] = {}
        self._ends: defaultdict[str, list[Entity]] = defaultdict(list)
        self._words: defaultdict[str, list[Entity]] = defaultdict(list)
        self._spelled: dict[str, str] = {}  # words by how they are spelled without marks on their letters

    def named(self, name: Name, called: str) -> Entity:
        """Whose name this is; one that is new is added."""
        known = self._find(name) or self._respelled(name)
        if known is None:
            known = Entity(
                called, kind_of(name.sort), Anonymity.NAMED, called, name.parts, name.sort, gender=name.gender
            )
            self._add(known, name)
        elif self._is_fuller(name, called, known):
            known.name, known.parts = called, name.parts
            self._add(known, name)
        if known.sort in _OPEN:
            known.settle(name.sort)
        if known.gender is Gender.UNKNOWN:
            known.gender = name.gender
        return known

    def _is_fuller(self, name: Name, called: str, known: Entity) -> bool:
        """Whether a name is the whole of a known one, and not with a common word before it: "Camp Norr"."""
        longer = len(name.parts) > len(known.parts)
        first = called.partition(" ")[0]
        lone = known.parts == name.parts[-1:] and len(known.parts[0]) > 1  # but "Witness A"
        apart = lone and is_common(first, name.parts[0])
        return longer and not apart and (known.sort is not Sort.BODY or _is_short(known, name))

    def _respelled(self, name: Name) -> Entity | None:
        """The one whose name is spelled with other letters elsewhere: "Müller" for "Mueller"."""
        parts = tuple(self._spelling(part) for part in name.parts)
        return None if parts == name.parts else self._find(attrs.evolve(name, parts=parts))

    def _spelling(self, word: str) -> str:
        """How a word that the text has not is spelled in it; else the word."""
        if word in self._words:
            return word
        plainer = (one for one in _spellings(word) if one in self._words)
        return self._spelled.get(word) or next(plainer, word)

    def of_nation(self, name: Name, called: str, nation: str, owned: str) -> Entity:
        """The body of a nation, whose name others' may have, too; "the Air Force" is the one that was named last."""
        known = self._whole.get(_of_nation(name, nation)) or self.named(name, called)
        if known.nation not in {None, nation} and known.sort.is_body:
            known.name = known.owned or known.name
            known = Entity(owned, known.kind, Anonymity.NAMED, owned, name.parts, name.sort)
            self._add(known, name)
        known.nation, known.owned = nation, known.owned or owned
        self._whole[_of_nation(name, nation)] = self._whole[" ".join(name.parts)] = known
        return known

    def shorten(self, called: ShortName) -> None:
        """Learn by which initials a body is called."""
        self._whole.setdefault(called.initials, self.named(called.name, called.words))

    def _add(self, entity: Entity, name: Name) -> None:
        core = name.core
        self._whole[" ".join(name.parts)] = entity
        if core is not name.parts:
            self._whole.setdefault(" ".join(core), entity)
        _append(self._ends[core[-1]], entity)
        for word in core:
            _append(self._words[word], entity)
            self._spelled.update(dict.fromkeys(_spellings(word), word))
        if len(core) > 1 and entity.sort.may_be_person:  # a middle name may be left out
            self._whole.setdefault(f"{core[0]} {core[-1]}", entity)
        elif len(core) > 1 and entity.sort.is_body:
            self._whole.setdefault(initials_of(core), entity)
            if core[-1] in NAMES.forms or (len(core) > _TWO and core[-1] in NAMES.firm_ends):  # "Acme Robotics Ltd"
                self._whole.setdefault(" ".join(core[:-1]), entity)

    def _find(self, name: Name) -> Entity | None:
        core = name.core
        if len(core) == 1:
            return self._of_surname(name, core[0]) or self._whole_name(name) or self._of_part(name, core[0])
        whole = self._whole_name(name)
        if whole is None and name.sort.is_body:
            short = self._whole.get(initials_of(core))
            return short if short is not None and _is_short(short, name) else None
        if whole is not None:
            return whole
        alike = (one for one in self._fitting(self._ends, core[-1], name) if _are_one(one.parts, core))
        lone = (one for one in self._fitting(self._ends, core[0], name) if len(one.parts) == 1)
        return next(alike, None) or next(lone, None)

    def _whole_name(self, name: Name) -> Entity | None:
        """The one of exactly this name; a middle name may be left out."""
        core = name.core
        whole = self._whole.get(" ".join(name.parts)) or self._whole.get(" ".join(core))
        if whole is None and name.sort.is_person:
            whole = self._whole.get(f"{core[0]} {core[-1]}")
        return whole if whole is not None and _may_be(whole, name) else None

    def _fitting(self, table: dict[str, list[Entity]], word: str, name: Name) -> Iterator[Entity]:
        """The persons of a word, the last ones first, who may be a man or a woman as the name has it."""
        return (
            one for one in reversed(table.get(word, ())[-_NAMESAKES:]) if one.sort.may_be_person and _may_be(one, name)
        )

    def _of_surname(self, name: Name, word: str) -> Entity | None:
        """The person called by this surname before, or else last; of a father and his son who is named more often."""
        found: Entity | None = None
        for one in reversed(self._ends.get(word, ())[-_NAMESAKES:]):
            if one.sort.is_person and _may_be(one, name) and (found is None or _is_rather(one, found, name.gender)):
                found = one
        return found

    def _of_part(self, name: Name, word: str) -> Entity | None:
        """The one among whose names a word is: a body that it stands for, or a person's first name."""
        if name.sort is Sort.NATION or word not in self._words:
            return None
        body = self._of_body(name, word)
        if body is not None or name.sort.is_body:
            return body
        return next((one for one in self._fitting(self._words, word, name) if one.sort.is_person), None)

    def _of_body(self, name: Name, word: str) -> Entity | None:
        """The body that a word stands for: "the Front" for "Farmers' Front", "Acme" for "Acme Robotics"."""
        bodies = [one for one in reversed(self._words[word][-_NAMESAKES:]) if one.sort.is_body]
        body = max(bodies, key=lambda one: (one.times, -len(one.parts)), default=None)
        if body is None or name.sort is Sort.PERSON:
            return None
        short = word in NAMES.teams or word not in NAMES.body_parts
        own = word == body.parts[0] or (short and word == body.parts[-1])
        return body if own or name.sort is Sort.BODY else None


def _spellings(word: str) -> tuple[str, ...]:
    """How a word is spelled without marks on its letters: "muller" and "mueller" for "müller"."""
    if word.isascii():
        return ()
    bare = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return bare.translate(_LETTERS), normalize("NFC", word).translate(_IN_TWO).translate(_LETTERS)


_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})
_IN_TWO: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def _of_nation(name: Name, nation: str) -> str:
    """A name with the adjective of the nation before it, by which it may be called as well."""
    return " ".join((nation.lower(), *name.parts))


def _append(entities: list[Entity], entity: Entity) -> None:
    """Add one to a list where it stands last, unless it does."""
    if not entities or entities[-1] is not entity:
        entities.append(entity)


def initials_of(core: tuple[str, ...]) -> str:
    """The initials by which a body may be called."""
    return "".join(word[0] for word in core if word not in _SMALL and word not in _OWNING and word[:1].isalnum())


def _is_short(entity: Entity, name: Name) -> bool:
    """Whether the text called a body by the initials of a name before it gave the name."""
    initials = initials_of(name.core)
    return len(initials) >= _LEAST and entity.parts == (initials,) and entity.sort.is_body


#: Words of a name to which another may only add what sort of firm it is: "Acme Robotics Group".
_TWO: Final = 2
#: How many letters initials have that may be a body's: "UN".
_LEAST: Final = 2


def _is_rather(one: Entity, later: Entity, gender: Gender) -> bool:
    """Whether a surname, of a man or a woman, rather stands for one than for another who came into the text later."""
    if gender is not Gender.UNKNOWN and (one.gender is gender) is not (later.gender is gender):
        return one.gender is gender  # "Ann Roe and Bo Roe", and then "Ms Roe"
    if are_of_two_generations(one.parts, later.parts):
        return one.times >= later.times
    if bool(one.alone) is not bool(later.alone):  # "Roe", and then "Roe's mother, Ann Roe"
        return one.alone > 0
    if one.is_kin is not later.is_kin:  # "her daughter, Ann Roe", and then "Roe" is the mother
        return later.is_kin
    return one.at > later.at


def _may_be(entity: Entity, name: Name) -> bool:
    """Whether nothing in a name tells that it is another's: a man's and a woman's, a father's and his son's."""
    return not (entity.gender.contradicts(name.gender) or are_of_two_generations(entity.parts, name.parts))


def _are_one(known: tuple[str, ...], core: tuple[str, ...]) -> bool:
    """Whether two names of several words may be one person's: one ends the other, or an initial stands for a name."""
    other = without_suffix(known)
    shorter, longer = sorted((other, core), key=len)
    if longer[-len(shorter) :] == shorter:
        return True
    initial = len(other[0]) == 1 or len(core[0]) == 1
    return initial and other[0][0] == core[0][0]
