"""The cast of a text: everybody and every body that it names, where, and what it says that they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import Final

from newsschema._pairing import Stretch
from newsschema.reading._lexicon.gazetteer import NAMES, NATIONS, Gender, is_person_noun, opens_contact, plain
from newsschema.reading._lexicon.signs import MARK
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._linking.appearances import Appearance, Place
from newsschema.reading._linking.entities import Entity, Register
from newsschema.reading._linking.told import Told
from newsschema.reading._mentions.mentions import MentionReader
from newsschema.reading._mentions.readings import NamedReading, Reading
from newsschema.reading._mentions.short_names import persons_initials, short_names
from newsschema.reading._syntax.chunks import Range, np_left
from newsschema.reading._syntax.marks import after_dateline, is_alias
from newsschema.reading._tagging.naming import Name, Sort, without_suffix
from newsschema.reading._tagging.tokens import Tokens

#: How many of one description are looked at.
_ALIKE: Final = 32
_RUN: Final = TAGS.pattern("<name>+")
_WHOLE: Final = TAGS.pattern("<name>{2,6}")
_FAR: Final = TAGS["end name open"]
_POSSESSIVE: Final = TAGS["possessive"]
_SUBORDINATE: Final = TAGS["subordinator relative that preposition"]
_IN_FRONT: Final = TAGS["nominal"]
_PAIR: Final = 2
#: How many letters initials may have that stand alone in a line.
_INITIALS: Final = 6
#: How many words the name of a nation has that may own a body: "South Korea's Air Force".
_LONGEST_NATION: Final = 2
_HEADS: Final = TAGS["head"]
_WHO: Final = frozenset({"who", "whose"})
_TWO_DIGITS: Final = 2
_AGED: Final = TAGS.pattern("<comma> <number> <comma> | <open_bracket> <number> <close_bracket>")
_OWNED_BEFORE: Final = TAGS.pattern("<determiner|possessive> <adjective|number>* <noun> <comma> $")
_RELATIVES: Final = NAMES.female | NAMES.male
_BEHIND_KIN: Final = TAGS["link to finite participle"]
_BEFORE_NOUN: Final = TAGS["determiner adjective"]
_OPENS: Final = TAGS["end open colon dash semicolon"]
_FINITE: Final = TAGS["finite participle"]
_NUMBERED: Final = TAGS.pattern("<number> <noun|plural>")
#: Words by which somebody is given a name, and how far before it the words begin that say who.
_CALLING: Final = WORDS.naming_words | WORDS.reflexive | {"known"}
_CALLED_WITHIN: Final = 9
#: How many words before a name tell whose its bearer is: "one of her former lawyers, Jo Roe".
#: Whose relative somebody is, before a name.
_RELATED: Final = TAGS.pattern("""
    <determiner|possessive> <adjective|number>* (?P<noun> <noun> ) (?: <comma> <determiner>? <adjective|noun>* )? $
""")
#: What only persons do.
_PERSONAL: Final = (
    (NAMES.trades | NAMES.offices) - NAMES.bodies - {"executive", "head", "owner", "partner", "representative"}
)
_OWNED_WITHIN: Final = 9
#: What tells one of two of a surname from the other.
_OF_TWO: Final = frozenset({"elder", "older", "younger"})
#: How many words around a lone name are looked at for what tells a person from a firm.
_NEAR: Final = 14


class Cast:
    """Everybody whom a text names."""

    def __init__(self, tokens: Tokens, outer: str, begun: Collection[int] = ()) -> None:
        """Find the names of a text; where somebody is known to begin, a name does: "on Instagram | Ann Doe wrote"."""
        self.tokens = tokens
        self.outer = outer
        self._begun = sorted(at for at in begun if at and outer[at - 1] == outer[at] == Tag.NAME)
        self.reader = MentionReader(tokens, outer)
        self._inner = MentionReader(tokens, tokens.tags)
        self.appearances: list[Appearance] = []
        self._register = Register()
        self._by_token: dict[int, Entity] = {}
        self._described: dict[str, list[Entity]] | None = None
        self._gather()
        self._starts = [one.first for one in self.appearances]

    # --- all names, once

    def _gather(self) -> None:
        # The place and the agency of a dateline have no part in the story.
        done = 0
        for called in chain(short_names(self.tokens, self.outer), persons_initials(self.tokens, self.outer)):
            self._register.shorten(called)
        for first, after in self._runs():
            if first == 0 or self.outer[first - 1] == Tag.NEWLINE:
                done = max(done, after_dateline(self.tokens, first))
            found = self.reader.names.named_from(first, after) if first >= done else None
            if found is None or self._is_heading(first, after):
                continue
            name, low, done = found
            if self.reader.is_made_body(name, low, done):
                name = name.of_sort(Sort.BODY)  # "the Chronicle"
            entity = self._registered(name, low, done)
            entity.is_kin = entity.is_kin or (not entity.times and self._is_kin(low))
            entity.at = first
            entity.times += 1
            entity.alone += len(name.core) == 1
            self._by_token[low] = entity
            if entity.sort is Sort.UNSURE or entity.sort is Sort.LIKELY_PERSON:
                self._weigh(entity, low, done)
            one = Appearance(first, done, low, entity, self._place(first, done))
            if entity.gender is Gender.UNKNOWN:
                entity.gender = self._gender_around(one)
            entity.gender = self._gender_told(one) or entity.gender
            self.appearances.append(one)

        self._gather_inside()

    def _registered(self, name: Name, low: int, after: int) -> Entity:
        """Whose a name is; that of a body may be owned by a nation: "Norway's Air Force"."""
        called, name = self.tokens.cut(low, after), self.reader.with_gender(name, after)
        if name.sort.is_body and low > 1 and self.outer[low - 1] == Tag.POSSESSIVE:
            for owner in range(max(0, low - 1 - _LONGEST_NATION), low - 1):
                nation = NATIONS.get(self.tokens.cut(owner, low - 1))
                if nation is not None:
                    return self._register.of_nation(name, called, nation, self.tokens.cut(owner, after))
        return self._register.named(name, called)

    def _is_heading(self, first: int, after: int) -> bool:
        """Whether words of capitals alone are a line: "NO WAY BACK", "ABSTRACT", but not "NATO"."""
        end = after + (self.outer[after] == Tag.STOP)
        alone = self.outer[end : end + 1] == Tag.NEWLINE and (first == 0 or self.outer[first - 1] == Tag.NEWLINE)
        return alone and (words := self.tokens.cut(first, after)).isupper() and len(words) > _INITIALS

    def _gather_inside(self) -> None:
        """Whole names between marks: they tell whose a surname outside is, and nobody has the floor by them."""
        for match in _WHOLE.finditer(self.tokens.tags):
            first, after = match.span()
            found = self.reader.names.inside(first, after) if self.outer[first] == Tag.INSIDE else None
            if found is not None and found.name.sort.is_person and len(found.name.core) > 1:
                self._register.named(found.name, self.tokens.cut(found.low, found.high))

    def _runs(self) -> Iterator[Range]:
        """Capitalised words that stand together; a title between marks is none of them, a nickname is."""
        named = [at.start() for at in MARK.finditer(self.tokens.signs) if self.outer[at.start()] == Tag.NAME]
        for match in _RUN.finditer(self.outer):
            first, after = match.span()
            marks = named[bisect_left(named, first) : bisect_left(named, after)] if named else named
            if not marks:
                yield from self._parted(first, after)
                continue
            nickname = len(marks) == _PAIR and first < marks[0] and marks[1] + 1 < after
            yield from self._outside(first, after, () if nickname else marks)

    def _outside(self, first: int, after: int, marks: Sequence[int]) -> Iterator[Range]:
        """The words of a run that stand outside of its marks, and those inside that are an alias."""
        for at, mark in enumerate(marks):
            titled = at % 2 and not is_alias(self.tokens, Stretch(marks[at - 1], mark, closed=True))
            if first < mark and self.tokens.tags[first] == Tag.NAME and not titled:
                yield first, mark
            first = mark + 1
        if first < after and len(marks) % 2 == 0:  # a title may have its closing mark for the stop of the sentence
            yield first, after

    def _parted(self, first: int, after: int) -> Iterator[Range]:
        """A run of capitalised words, cut where somebody begins in it."""
        low, high = bisect_right(self._begun, first), bisect_left(self._begun, after)
        yield from pairwise((first, *self._begun[low:high], after))

    def _place(self, first: int, after: int) -> Place:
        """The place of a name in its sentence, by what stands right before and behind it."""
        inserted = _INSERTED.match(self.outer, after)
        follows = self.outer[inserted.end() if inserted else after]
        if follows in _POSSESSIVE:
            return self._place_of_owner(first, after)
        governed = self.outer[first - 1 : first] in _SUBORDINATE
        if follows in _FINITE:
            return Place.SUBORDINATE if governed or self._is_contact(first) else Place.SUBJECT
        if self._is_apposed(first, after) or self._is_presented(first, after) or self._acts_behind(first, after):
            return Place.SUBJECT
        described = None if governed else _DESCRIBED.match(self.outer, after)  # "Ann Doe, who runs the mill, said"
        if described is not None and self.tokens.lower[described.end() - 1] != "died":
            return Place.SUBJECT
        return Place.OPENING if self._opens(first, after) else Place.OTHER

    def _place_of_owner(self, first: int, after: int) -> Place:
        """How much a sentence is about the owner of what it names: "In Acme's filing last week, it" is, if so begun."""
        found = _OWNED_OCCASION.match(self.outer, after)
        if found is None or self.outer[first - 1] != Tag.PREPOSITION or self.outer[first - 2 : first - 1] not in _OPENS:
            return Place.OWNER
        speaks = not _OCCASIONS.isdisjoint(self.tokens.lower[slice(*found.span("what"))])
        return Place.OPENING if speaks else Place.OWNER

    def _is_apposed(self, first: int, after: int) -> bool:
        """Whether a name tells who acts: "his mother, the baker Ann Doe, said", but not "in Voss, Norway, said"."""
        front = np_left(self.outer, first, max(0, first - _NEAR))
        between = self.outer[front - 1 : front] == self.outer[after] == Tag.COMMA
        acts = between and self.outer[after + 1] in _FINITE
        return acts and not self.reader.names.is_region(front - 1, first, after)

    def _acts_behind(self, first: int, after: int) -> bool:
        """Whether one acts behind a comma and with what stands between: "Though late, Ann Doe in a post said"."""
        acts = self.outer[first - 1 : first] == Tag.COMMA and _ACTS_WITH.match(self.outer, after) is not None
        return acts and not self.reader.names.is_region(first - 1, first, after)

    def _is_presented(self, first: int, after: int) -> bool:
        """Whether a sentence is about a name by its build: "it was Ann Doe who"."""
        return self.outer[after] == Tag.RELATIVE and self.outer[first - 1 : first] == Tag.AUXILIARY

    def _opens(self, first: int, after: int) -> bool:
        """Whether a name opens a sentence, with what stands before it in its phrase; but not "the FTSE 100 group"."""
        if _NUMBERED.match(self.outer, after):
            return False
        while first and self.outer[first - 1] in _IN_FRONT:
            first -= 1
        return first == 0 or self.outer[first - 1] in _OPENS

    def _is_contact(self, first: int) -> bool:
        """Whether a clause with no word to join it describes a thing: "the effect | Ms Doe may have"."""
        noun = first > 1 and self.outer[first - 1] in _NOUNS and self.outer[first - 2] in _BEFORE_NOUN
        return noun and opens_contact(self.tokens.lower[first - 1])

    def _weigh(self, entity: Entity, low: int, after: int) -> None:
        """Tell a person from a firm by the words around a name that could be either."""
        sort = None if self.is_seat(low) else self._sort_beside(low, after)
        if sort is None and entity.sort is Sort.LIKELY_PERSON and len(entity.parts) > 1 and self._is_firm(low, after):
            sort = Sort.BODY
        if sort is not None:
            entity.settle(sort)
        elif len(entity.parts) == 1:
            entity.leaning += self._leaning(after) - (self.tokens.lower[low - 1] in WORDS.whereabouts)

    def _gender_around(self, one: Appearance) -> Gender:
        """What the noun before a name, or the next pronoun, tells: "his wife Fran", "Jo Roe has hurt his ankle"."""
        noun = self.tokens.lower[one.low - 1] if one.low else ""
        if noun in NAMES.female or noun in NAMES.male:
            return Gender.WOMAN if noun in NAMES.female else Gender.MAN
        if not self._may_show_gender(one):
            return Gender.UNKNOWN
        front = _FRONT.search(self.outer, max(0, one.first - _NEAR), one.first)
        if front is not None and self.tokens.lower[front.end("what") - 1] in _OCCASIONS | {"ruling"}:
            return _GENDERS.get(self.tokens.lower[front.start("whose")], Gender.UNKNOWN)  # "In his letter, Jo Roe said"
        found = self.gender_behind(one.after)
        known = found.contradicts(one.entity.likely_gender) or found is self._gender_owning(one)
        return Gender.UNKNOWN if known else found

    def _gender_owning(self, one: Appearance) -> Gender | None:
        """The gender of somebody else whose the bearer of a name is: "one of her lawyers, Jo Roe, said that she"."""
        near = self.tokens.lower[max(0, one.first - _OWNED_WITHIN) : one.first]
        return next((_GENDERS[word] for word in reversed(near) if word in {"her", "his"}), None)

    def _gender_told(self, one: Appearance) -> Gender | None:
        """What somebody is said to be, whatever the given name: "Robin Doe, a widow, said", "is a father"."""
        lower, after = self.tokens.lower, one.after
        apposed, copula = _CALLED_SO.match(self.outer, after), _COPULA.match(self.outer, after)
        linked = copula is not None and lower[copula.end() - 1] in _IS
        called = _SO.match(self.outer, copula.end()) if linked and copula is not None else None
        nouns = {lower[told.end() - 1] for told in (apposed, called) if told is not None} | self._kin(one.low, after)
        if not NAMES.female.isdisjoint(nouns):
            return Gender.WOMAN
        return None if NAMES.male.isdisjoint(nouns) else Gender.MAN

    def _is_kin(self, low: int) -> bool:
        """Whether a name is introduced as that of a relative: "her daughter, the baker Ann Doe", "Roe's wife Ann"."""
        found = _RELATED.search(self.outer, max(0, low - _NEAR), low)
        if found is None:
            return False
        owned = self.outer[found.start()] == Tag.POSSESSIVE or self.tokens.lower[found.start()] in WORDS.owners
        return owned and self.tokens.lower[found.end("noun") - 1] in _RELATIVES

    def _kin(self, first: int, after: int) -> set[str]:
        """Whose relative a name between commas is: "lost her son, Robin Doe, in May", "Roe's wife, Robin, is glad"."""
        lower = self.tokens.lower
        commas = self.outer[first - 1 : first] == self.outer[after] == Tag.COMMA
        owned = _OWNED_BEFORE.search(self.outer, max(0, first - _NEAR), first) if commas else None
        if owned is None or self.outer[after + 1] not in _BEHIND_KIN:
            return set()
        whose = self.outer[owned.start()] == Tag.POSSESSIVE or lower[owned.start()] in WORDS.owners
        return {lower[first - 2]} if whose else set()

    def _may_show_gender(self, one: Appearance) -> bool:
        """Whether a name is that of a person about whom a sentence is; none has an article: "the Paris Accord"."""
        return (
            one.place is Place.SUBJECT
            and one.entity.sort.is_person
            and self.outer[one.low - 1 : one.low] != Tag.DETERMINER
        )

    def gender_behind(self, after: int) -> Gender:
        """What the next pronoun tells of a subject, before any other name."""
        for k in range(after, min(after + _NEAR, len(self.tokens.words))):
            gender = _GENDERS.get(self.tokens.lower[k])
            if self.tokens.lower[k] == "her" and self.outer[k + 1] not in _OWNED:
                gender = None  # "Jo Roe met her there"
            if gender is not None or self.outer[k] in _FAR:
                return gender or Gender.UNKNOWN
        return Gender.UNKNOWN

    def is_seat(self, low: int) -> bool:
        """Whether a name tells where somebody holds an office: "the mayor of Voss, 41,"."""
        return low > 1 and self.outer[low - 1] == Tag.OF and self.tokens.lower[low - 2] in NAMES.offices

    def _is_firm(self, low: int, after: int) -> bool:
        """Whether a name has officers, plans or things: "president of Norr Sild", "Norr Sild said it would"."""
        lower = self.tokens.lower
        led = low > 1 and self.outer[low - 1] == Tag.OF and lower[low - 2] in NAMES.leaders
        if led or (lower[after + 1] == "it" and lower[after + 2] in NAMES.planning):
            return True
        told = _TOLD.match(self.outer, after + (self.outer[after] == Tag.COMMA))
        if told is None:
            return False
        it, *does = lower[told.end() : told.end() + _FEELING]
        feels = (
            it == "it" and does[:1] in (["is"], ["was"]) and not _FELT.isdisjoint(does)
        )  # "Norr Sild said it was sad"
        return feels or it == "its"  # "Norr Sild said on Monday that its"

    def _sort_beside(self, low: int, after: int) -> Sort | None:
        """What "Zizinho, 43,", "Zizinho, who" and "Acme, which", "Acme shares", "the firm Acme" stand for."""
        comma = self.outer[after] == Tag.COMMA
        following = self.tokens.lower[after + 1] if after + 1 < len(self.tokens.lower) else ""
        if self._owns(after, following) or (comma and following == "which"):
            return Sort.BODY
        aged = _AGED.match(self.outer, after) is not None and (comma or len(following) == _TWO_DIGITS)
        told = (comma and following in _WHO) or aged or self._has_trade(low, after)
        if told or self._is_nicknamed(low) or not self._kin(low, after).isdisjoint(_RELATIVES):
            return Sort.PERSON
        return Sort.BODY if self._is_called_body(low) else None

    def _owns(self, after: int, following: str) -> bool:
        """Whether a name has what firms or sides have: "Acme's boss", "Acme, whose shares", "Acme striker Ann Doe"."""
        lower = self.tokens.lower
        if following == "whose":
            return lower[after + 2] in NAMES.firms_belongings
        owned = self.outer[after] == Tag.POSSESSIVE  # "Ms Doe's staff"
        if owned:
            return following in NAMES.belongings - NAMES.serving
        return lower[after] in NAMES.belongings or (lower[after] in NAMES.in_side and self.outer[after + 1] == Tag.NAME)

    def _is_nicknamed(self, low: int) -> bool:
        """Whether a name is what a person is called: "a potter known as “Sparrow”", "a man who calls himself Ghost"."""
        lower, start = self.tokens.lower, max(0, low - _CALLED_WITHIN)
        called = next((k for k in range(low - 1, start, -1) if lower[k] in _CALLING), start)
        who = next((k for k in range(called - 1, start - 1, -1) if self.outer[k] in _NOUNS), None)
        return who is not None and is_person_noun(lower[who])

    def _has_trade(self, low: int, after: int) -> bool:
        """Whether the noun before a name of several words says what only a person does: "the coach Hiro Nakamori"."""
        noun = self.tokens.lower[low - 1] if low and self.outer[low - 1] in _NOUNS else ""
        return after - low > 1 and noun in _PERSONAL

    def _is_called_body(self, low: int) -> bool:
        """Whether the noun before a name says that it is a body's: "the newspaper Norr Sild"."""
        return low > 0 and self.outer[low - 1] in _NOUNS and plain(self.tokens.lower[low - 1]) in NAMES.bodies

    def _leaning(self, after: int) -> int:
        """Whether the next pronoun in the sentence is one for a person (1) or a thing (-1), before any other name."""
        for k in range(after, min(after + _NEAR, len(self.tokens.words))):
            word = self.tokens.lower[k]
            if word in NAMES.personal:
                return 1
            if word == "its" or (word == "it" and self.tokens.lower[k + 1] in NAMES.planning):  # "it would"
                return -1
            if self.outer[k] in _FAR:
                return 0
        return 0

    # --- mentions

    def read(self, first: int, after: int) -> Reading:
        """What the words of a mention say, within marks or outside them."""
        reader = self._inner if self.outer[first] == Tag.INSIDE else self.reader
        return reader.read(first, after)

    def at(self, reading: NamedReading) -> Entity:
        """The one whom a mention in this text names."""
        known = self._by_token.get(reading.place[0])
        same = known is not None and without_suffix(known.parts)[-1] == reading.name.surname
        return known if known is not None and same else self.named(reading)

    def named(self, reading: NamedReading) -> Entity:
        """The one whose name a reading gives, wherever it stands."""
        return self._register.named(reading.name, reading.called)

    def namesake(self, reading: NamedReading) -> Entity | None:
        """Which of two of a surname who is told by age is: the one of whom the text tells, "the younger Roe said"."""
        if reading.role not in _OF_TWO or len(reading.name.parts) > 1:
            return None
        near = (one.entity for one in self.before(reading.place[0]) if len(one.entity.parts) > 1)
        return next((one for one in near if one.sort.is_person and one.parts[-1] == reading.name.surname), None)

    # --- who stands near

    @cached_property
    def lead(self) -> Entity | None:
        """The person with whom the text begins."""
        return next((one.entity for one in self.appearances if one.entity.is_person and one.place > Place.OTHER), None)

    def first_of(self, entity: Entity) -> Appearance | None:
        """Where somebody is named first outside of marks."""
        return next((one for one in self.appearances if one.entity is entity), None)

    def before(self, at: int) -> Iterator[Appearance]:
        """The names before a token, the nearest first."""
        return (self.appearances[k] for k in range(bisect_right(self._starts, at - 1) - 1, -1, -1))

    def between(self, first: int, after: int) -> list[Appearance]:
        """The names from one token to before another."""
        return self.appearances[bisect_left(self._starts, first) : bisect_left(self._starts, after)]

    def force(self, words: str) -> Entity | None:
        """The police of a name if the text has only one, for "police" and "the Voss police", but not "state police"."""
        *before, head = words.split()
        before = [plain(word) for word in before if word.lower() != "the"]
        if plain(head) != "police":
            return None
        named = {one.entity for one in self.appearances if _is_force(one.entity.parts)}
        only = named.pop() if len(named) == 1 else None
        return only if only is not None and set(before) <= set(only.parts) else None

    def named_within(self, ranges: Iterable[Range]) -> Iterator[Entity]:
        """Those whom words outside of marks name, but not "the Roe camp"."""
        for first, after in ranges:
            yield from (one.entity for one in self.between(first, after) if self.outer[one.after] not in _HEADS)

    def named_first(self, words: Range) -> Entity | None:
        """The one with whose name words begin: "Roe" in "Roe is out, the boss said"."""
        k = bisect_left(self._starts, words[0])
        return self.appearances[k].entity if k < len(self._starts) and self._starts[k] == words[0] else None

    def by_description(self, head: str) -> Iterable[Entity]:
        """Those of whom the text says anywhere that they are this: "Agder governor Ines Okafor", "Lind, a baker"."""
        if self._described is None:
            self._described = Told(self.tokens, self.outer, self.reader.names).by_noun(self.appearances)
        return islice(self._described.get(head, ()), _ALIKE)


#: Pronouns that a subject is most likely meant by: "her" with a noun behind it, and not "met her".
_GENDERS: Final = {
    **dict.fromkeys(("he", "himself", "his"), Gender.MAN),
    **dict.fromkeys(("her", "herself", "she"), Gender.WOMAN),
}
#: What tells of a subject between commas, before the verb: ", who runs the mill, said", ", a potter, said".
_DESCRIBED: Final = TAGS.pattern(
    "<comma> <relative|determiner|noun|number|ing|object> <!comma|end|open>{0,15} <comma> <adverb>* <finite>"
)
#: How, when or where one acts, before one does.
_ACTS_WITH: Final = TAGS.pattern("<preposition> <nominal|date>{1,4} <adverb>* <finite|participle>")
#: What a name owns at the start of a sentence, before a pronoun.
_OWNED_OCCASION: Final = TAGS.pattern("""
    <possessive> (?P<what> <adjective|noun>{1,3} ) <preposition|date|number|determiner|noun|adjective>{0,4}
    <comma> <subject>
""")
_OCCASIONS: Final = WORDS.occasions | WORDS.papers
#: A condition between a subject and its verb: "Ann Doe, if elected, might leave".
_INSERTED: Final = TAGS.pattern("<comma> <subordinator> <!comma|end|finite|open|close>{1,6} <comma> (?= <finite> )")
#: What opens a sentence before its subject, who has it: "In his letter to the guild,".
_FRONT: Final = TAGS.pattern("""
    (?: ^ | (?<= <end> ) ) <preposition> (?P<whose> <determiner> ) (?P<what> <adjective|noun>{1,3} )
    (?: <link|to> <nominal>{1,4} | <date> )? <comma> $
""")
#: What stands between a name and what it says of its own: "said on Monday that".
_TOLD: Final = TAGS.pattern("<reporting> (?: <preposition>? <date> | <adverb> )? <that>?")
_NOUNS: Final = TAGS["noun"]
#: What a name is said to be: ", a mother of two"; the verb before it, which an apposition may part; and that alone.
_SO: Final = TAGS.pattern("<determiner> <adjective|number|noun>* <noun> (?= <link|comma|end|relative> )")
_CALLED_SO: Final = TAGS.pattern("<comma> <determiner> <adjective|number|noun>* <noun> (?= <link|comma|end|relative> )")
_COPULA: Final = TAGS.pattern("(?: <comma> <determiner> <!comma|end|open|close|finite>{1,12} <comma> )? <auxiliary>")
#: What only those feel who think, and how many words tell it: "it was very pleased".
_FELT: Final = WORDS.cue_adjectives - {"certain", "clear", "serious", "sick"}
_FEELING: Final = 4
_OWNED: Final = TAGS["counted"]
_FORCES: Final = frozenset({"constabulary", "department", "force", "police", "service"})


def _is_force(parts: Collection[str]) -> bool:
    """Whether a name is that of a police, and of no body of theirs: "Voss Police Department", "Police Federation"."""
    return len(parts) > 1 and "police" in parts and tuple(parts)[-1] in _FORCES


_IS: Final = frozenset({"is", "was", "became", "becomes"})
