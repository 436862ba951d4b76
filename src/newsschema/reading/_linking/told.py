"""What a text says that those are whom it names: "Agder governor Ines Okafor", "Lind, a baker"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, plain
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._linking.appearances import Appearance
from newsschema.reading._linking.entities import Entity
from newsschema.reading._mentions.name_phrases import NamePhrases
from newsschema.reading._syntax.chunks import Range, np_left
from newsschema.reading._tagging.tokens import Tokens

_HEADS: Final = TAGS["head"]
_LINK: Final = TAGS.pattern("<link|to>")
#: What joins one to another who is described: "Ann Doe and | her husband, Bo".
_JOINED: Final = TAGS.pattern("<conjunction> (?= <determiner> )")
_LINKS: Final = TAGS["link to"]
_FINITE: Final = TAGS["finite participle"]
_ACTS: Final = TAGS.pattern("<adverb>* <finite|participle>")
_GOVERNING: Final = frozenset(TAGS["link to ing finite participle"])
#: How many words around a name are looked at.
_NEAR: Final = 14
#: What may stand between what somebody is and a name.
_TITLES: Final = NAMES.courtesy | frozenset(NAMES.abbreviations)
#: A description behind a name and a comma.
_BEHIND: Final = TAGS.pattern(
    "<counted|determiner|possessive>* <head> (?: <link> <counted|determiner|possessive>* <head> )*"
)
#: What stands before a place: "In Leeds, the nurse, 44, said".
_WHERE: Final = frozenset({"at", "in"})
_IS: Final = frozenset({"is", "was", "became", "becomes"})


class Told:
    """Reads the descriptions of those whom a text names."""

    def __init__(self, tokens: Tokens, outer: str, names: NamePhrases) -> None:
        self.tokens = tokens
        self.outer = outer
        self.names = names

    def by_noun(self, appearances: Iterable[Appearance]) -> dict[str, list[Entity]]:
        """What the words around each name say that its bearer is, by the nouns in them."""
        found: defaultdict[str, dict[Entity, None]] = defaultdict(dict)
        for one in appearances:
            for first, after in self._descriptions(one):
                heads = self._heads(first, after, of_person=one.entity.sort.is_person)
                words = set(map(plain, self.tokens.words[first:after]))
                one.entity.described.update(words)
                one.entity.named_with.update(self._named_beside(one, first, after))
                one.entity.past.update(() if NAMES.no_more.isdisjoint(words) else heads)
                for head in heads:
                    found[head][one.entity] = None
        return {head: list(entities) for head, entities in found.items()}

    def _descriptions(self, one: Appearance) -> Iterator[Range]:
        """Where words stand that describe a name: before it, and behind a comma or "is"."""
        found = self._description_before(one), self._description_behind(one)
        return (words for words in found if words is not None)

    def _description_before(self, one: Appearance) -> Range | None:
        """What stands before a name: "baker Bo Roe", "The minister, Eva Lund"."""
        outer = self.outer
        low = max(0, one.first - _NEAR)
        start = one.low
        if outer[one.low - 1] in _HEADS:
            start = np_left(outer, one.after, low)
            start = max([start, *(match.end() for match in _LINK.finditer(outer, start, one.low))])
            start = self._with_office(start, one.low, low)
        if start < one.low:
            return start, one.low
        end = one.first - 1
        if outer[end : end + 1] != Tag.COMMA or self._is_region(one):
            return None
        front = self._with_office(np_left(outer, end, low), end, low)
        front = max([front, *(match.end() for match in _JOINED.finditer(outer, front, end))])
        told = front < end and self._tells_who(front, end) and not self._opens_for(front, one.after)
        return (front, end) if told else None

    def _opens_for(self, first: int, after: int) -> bool:
        """Whether a noun phrase ends what opens a clause, whose subject a name is: "Near the mill, Bo ran"."""
        governed = self.outer[first - 1 : first] in _GOVERNING
        return governed and _ACTS.match(self.outer, after) is not None

    def _tells_who(self, first: int, after: int) -> bool:
        """Whether a noun phrase before a comma tells who comes behind: "The minister", "Minister for Works"."""
        owned = Tag.POSSESSIVE in self.outer[first:after]
        return owned or self.outer[first] == Tag.DETERMINER or plain(self.tokens.words[first]) in NAMES.offices

    def _description_behind(self, one: Appearance) -> Range | None:
        """What stands behind a name and a comma or "is": "Bo Roe, a baker"."""
        outer, begin = self.outer, one.after + 1
        if begin >= len(self.tokens.words) or not (
            outer[one.after] == Tag.COMMA or self.tokens.lower[one.after] in _IS
        ):
            return None
        found = _BEHIND.match(outer, begin, begin + _NEAR)
        if found is None or self.tokens.lower[one.low - 1] in _WHERE:
            return None
        return None if outer[found.end()] in _FINITE else found.span()  # "they met Bo Roe, the club said"

    def _is_region(self, one: Appearance) -> bool:
        """Whether a name behind a comma tells where the place before it is: "the mayor of Worcester, Massachusetts"."""
        return self.names.is_region(one.first - 1, one.first, one.after)

    def _with_office(self, start: int, end: int, low: int) -> int:
        """Step over a place to the office that somebody has there: "Agder's envoy to Norway | Bo Lind"."""
        at = start - 1
        place = start < end and self.outer[at] in _LINKS and not self.outer[start:end].strip(Tag.NAME)
        return np_left(self.outer, at, low) if place and plain(self.tokens.words[at - 1]) in NAMES.offices else start

    def _heads(self, first: int, after: int, *, of_person: bool) -> set[str]:
        """The nouns of a description: the last one, what stands before titles, and the last before "of"."""
        link = _LINK.search(self.outer, first + 1, after)
        end = after if link is None else link.start()
        if of_person and is_person_noun(plain(self.tokens.words[end - 1])):
            after = end  # "a spokesman for the mayor"
        ends = {after, end}
        while after - 1 > first and plain(self.tokens.words[after - 1]) in _TITLES:  # "herpetologist Dr"
            after -= 1
            ends.add(after)
        found = {plain(self.tokens.words[end - 1]) for end in ends}
        words = {NAMES.abbreviations.get(word, word) for word in found}
        return set(filter(_is_what, words))

    def _named_beside(self, one: Appearance, first: int, after: int) -> Iterator[str]:
        """The names in a description with no comma before the one described: not "In Voss, Mr Roe"."""
        apart = after < one.low
        return (plain(self.tokens.words[k]) for k in range(first, after) if self.outer[k] == Tag.NAME and not apart)


def _is_what(noun: str) -> bool:
    """Whether a noun says what somebody or a body is."""
    return is_person_noun(noun) or noun in NAMES.bodies or noun in NAMES.offices
