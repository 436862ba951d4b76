"""Whom "he", "it" and "they" take up: the focus of a text, and whoever the sentences around a pronoun tell of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final

from newsschema._model.enums import SourceKind
from newsschema.reading._lexicon.gazetteer import NAMES, Gender
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, forms
from newsschema.reading._linking.cast import Cast
from newsschema.reading._linking.described import DescribedFocus
from newsschema.reading._linking.entities import Around, Entity
from newsschema.reading._linking.focus import FAR, TAKEN_UP, Link
from newsschema.reading._linking.late_names import INDEFINITE
from newsschema.reading._linking.linked import may_be
from newsschema.reading._mentions.readings import NamedReading
from newsschema.reading._syntax.chunks import Range, np_left

GENDERS: Final = {
    **dict.fromkeys(("he", "his", "him"), Gender.MAN),
    **dict.fromkeys(("she", "her", "hers"), Gender.WOMAN),
}
WE: Final = frozenset({"we", "our", "us"})
THEY: Final = WE | {"they", "their", "them", "both", "all"}
_SUBJECTS: Final = frozenset({"they", "all"})
#: What only a paper does that says something.
_READS: Final = frozenset({"read", "reads"})
IT: Final = frozenset({"it", "its"})
#: Before whoever somebody speaks with, or does something by whom: "Urged by Ms Doe, she said".
_BESIDE: Final = frozenset({"at", "by", "on", "to", "with"})
#: How somebody speaks of another: "described him", "remembers her".
_TELLING: Final = frozenset(form for base in ("call", "describe", "remember") for form in forms(base).values())
_OTHERS: Final = TAGS["object name"]
#: Before whoever somebody speaks of, and how far behind a pronoun.
_OF: Final = frozenset({"about", "of"})
_SAID_OF: Final = 5
_WITHIN_SENTENCE: Final = TAGS["noun plural relative that conjunction contrast"]
#: How a noun phrase may end that introduces somebody, and how many words it has.
_ONE_OF_MANY: Final = TAGS.pattern("<determiner> <adjective|number|noun>* <noun> $")
_WITHIN: Final = 4
#: What somebody does with whom a sentence begins; and what ends it all.
_DOES: Final = TAGS["verbal"]
_ENDS: Final = frozenset({"died", "dies"})
#: How many words before a pronoun in marks it may stand whose kin it takes up.
_NEAR: Final = 40


class Pronouns:
    """Finds whom the pronouns of one text take up; ``link`` gives a noun phrase its source."""

    def __init__(
        self, cast: Cast, focus: DescribedFocus, outer: str, link: Callable[[Range, int], Link | None]
    ) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.focus = focus
        self.outer = outer
        self.link = link

    def he_or_she(self, at: int, gender: Gender, paragraph: int, around: Around) -> Link | None:
        spoken = around.verbatim or self.outer[at] == Tag.INSIDE  # "“He left,” she said", but "he said that he thought"
        told = frozenset((*self.cast.named_within(around.said), *self.focus.named_by(around.said)))
        carried = at if spoken else self.focus.carried(at, gender)
        asker, asked = self.focus.replying(at)
        if carried != at and asker is asked is None:
            asker, asked = self.focus.replying(carried)  # "She rejected that. “It is unfair,” she said"
        others = (*self._beside(at), *self.focus.told_of(at), asker, around.speaker if spoken else None)
        sure = (asked, *self._topics(at, others))
        meant = next((one for one in sure if one is not None and may_be(one, gender)), None)
        if meant is not None:
            return Link(meant, TAKEN_UP)
        found = self._described(carried, gender, paragraph)
        if self.outer[at] == Tag.INSIDE:
            found = self._kin_before(at, gender, paragraph) or found
            others = (*others, *self.focus.nameless())
        found = found or self.focus.person(carried, gender, paragraph, without=others, told=told)
        found = found or self._introduced(carried, gender, paragraph)
        return found or self._unnamed(carried, gender, paragraph)

    def _unnamed(self, at: int, gender: Gender, paragraph: int) -> Link | None:
        """The one without a name who is the subject of the sentence before: "The mayor left. “No,” she said"."""
        mention = self.focus.opening_before(at)
        reading = None if mention is None else self.cast.read(*mention)
        if mention is None or reading is None or isinstance(reading, NamedReading) or reading.plural:
            return None
        fits = reading.kind is SourceKind.PERSON and not reading.gender.contradicts(gender)
        return self.link(mention, paragraph) if fits else None

    def _topics(self, at: int, others: Collection[Entity | None]) -> Iterator[Entity]:
        """Of whom the sentence around a pronoun in marks says that somebody speaks."""
        topic = self.focus.topic(at) if self.outer[at] == Tag.INSIDE else None
        if topic is not None and topic not in others:
            yield topic

    def _introduced(self, at: int, gender: Gender, paragraph: int) -> Link | None:
        """The only one whom a text introduces by a noun of a gender, where nobody is named: "by a young girl"."""
        nouns = NAMES.female if gender is Gender.WOMAN else NAMES.male
        near = [k for k in range(max(0, at - FAR), at) if self.tokens.lower[k] in nouns and self.outer[k] == Tag.NOUN]
        found = _ONE_OF_MANY.search(self.outer, max(0, near[0] - _WITHIN), near[0] + 1) if len(near) == 1 else None
        introduced = found is not None and INDEFINITE.match(self.tokens.words[found.start()])
        return self.link(found.span(), paragraph) if found is not None and introduced else None

    def it_or_they(self, at: int, paragraph: int) -> Link | None:
        word = self.tokens.lower[at]
        if word in IT and self.tokens.lower[at + 1] in _READS:
            return self._paper_before(at, paragraph)
        if word in IT:
            return (
                self._paper_opening(at, paragraph)
                or self._body_before(at, paragraph)
                or self.focus.body(at, paragraph)
                or self._body_opening(at, paragraph)
            )
        if word not in THEY or (word in WE and self.outer[at] != Tag.INSIDE):  # no "we" of the narrator's
            return None
        acts = word in _SUBJECTS or self._owns_words(at)
        before = (self._they_here(at, paragraph) or self._they_before(at, paragraph)) if acts else None
        return before or (None if word == "all" else self.focus.several(at, paragraph))

    def _paper_before(self, at: int, paragraph: int) -> Link | None:
        """The last paper named before "it" that reads so: "She said so in a statement. “I left,” it read"."""
        low = max(0, at - FAR)
        nouns = (k for k in range(at - 1, low, -1) if self.outer[k] == Tag.NOUN)
        last = next((k for k in nouns if self.tokens.lower[k] in WORDS.papers), None)
        return None if last is None else self.link((np_left(self.outer, last + 1, low), last + 1), paragraph)

    def _paper_opening(self, at: int, paragraph: int) -> Link | None:
        """The paper with which the sentence before opens: "The study was paid for by Acme. It said that"."""
        found = self.focus.opened_before(at) or self.focus.opened_wide_before(at)
        paper = found is not None and self.cast.read(*found).kind is SourceKind.DOCUMENT
        return self.link(found, paragraph) if found is not None and paper else None

    def _body_before(self, at: int, paragraph: int) -> Link | None:
        """The body with which the sentence before opens, by its noun: "The union left. “No,” it said"."""
        mention = self.focus.opening_before(at) if self.outer[at] != Tag.INSIDE else None
        reading = self.cast.read(*mention) if mention is not None else None
        body = reading is not None and reading.kind is SourceKind.ORGANISATION and reading.definite
        return self.link(mention, paragraph) if mention is not None and body else None

    def _body_opening(self, at: int, paragraph: int) -> Link | None:
        """The body without a name with which the sentence of "it" opens: "The firm will close, it said"."""
        mention = self.focus.opening_of(at)
        kind = None if mention is None else self.cast.read(*mention).kind
        return self.link(mention, paragraph) if mention is not None and kind is SourceKind.ORGANISATION else None

    def _described(self, at: int, gender: Gender, paragraph: int) -> Link | None:
        """Whom a pronoun takes up where only a noun of its gender opens the sentence before: "His sister nods"."""
        mention = self.focus.opening_before(at)
        if mention is None:
            return None
        reading = self.cast.read(*mention)
        if isinstance(reading, NamedReading) or reading.plural or reading.gender.contradicts(gender):
            return None
        acts = self._tells(mention[1], at) or (reading.definite and self._has_floor(mention[1], at))
        tells = reading.gender is gender or (reading.kind is SourceKind.PERSON and acts)
        return self.link(mention, paragraph) if tells else None

    def _has_floor(self, first: int, at: int) -> bool:
        """Whether somebody does something in a paragraph where nobody spoke yet: "The driver stops. “No,” he says"."""
        begins = self.outer.rfind(Tag.NEWLINE, 0, at)
        if begins > first or self.outer[at] == Tag.INSIDE or self.focus.spoke_since(begins, at):
            return False
        verb = self.outer[first] == Tag.ADVERB
        does = self.outer[first + verb] in _DOES and self.tokens.lower[first + verb] not in _ENDS
        others = (k for k in range(first, at) if self.outer[k] == Tag.OBJECT and self.tokens.lower[k] in GENDERS)
        return does and next(others, None) is None  # but "The judge thanked him. “No,” he says"

    def _kin_before(self, at: int, gender: Gender, paragraph: int) -> Link | None:
        """Whom a pronoun in marks takes up who is somebody's: "My son left. He said", "her mother, who said: “She"."""
        nouns = NAMES.female if gender is Gender.WOMAN else NAMES.male
        lower, named = self.tokens.lower, next((one.after for one in self.cast.before(at)), 0)
        near = range(at - 1, max(0, named - 1, at - _NEAR), -1)
        kin = next((k for k in near if lower[k] in nouns and lower[k - 1] in WORDS.owners), None)
        return None if kin is None else self.link((kin - 1, max(kin + 1, named)), paragraph)

    def _tells(self, first: int, at: int) -> bool:
        """Whether somebody speaks of another in the sentence before: "His friend described her. “I wept,” he said"."""
        verb = next((k for k in range(first, at) if self.tokens.lower[k] in _TELLING), at)
        return verb + 1 < at and self.outer[verb + 1] in _OTHERS

    def _they_here(self, at: int, paragraph: int) -> Link | None:
        """The people who open a sentence, in another clause of it: "Potters bought cups, which they said were new"."""
        within = self.outer[at - 1] in _WITHIN_SENTENCE or self._owns_words(at)
        mention = self.focus.several_here(at) if within else None
        people = mention is not None and self.cast.read(*mention).kind is SourceKind.GROUP
        return self.link(mention, paragraph) if people and mention is not None else None

    def _owns_words(self, at: int) -> bool:
        """Whether a pronoun tells whose words are to come: "Potters left because, in their words: “...”"."""
        return self.tokens.lower[at : at + 2] == ("their", "words")

    def _they_before(self, at: int, paragraph: int) -> Link | None:
        """Whom "they" takes up: the people whom the sentence before is about, "Many left", or who spoke in it."""
        mention = self.focus.several_before(at)
        reading = self.cast.read(*mention) if mention is not None else None
        people = reading is not None and reading.plural and reading.kind is SourceKind.GROUP
        return self.link(mention, paragraph) if people and mention is not None else self.focus.spoke_before(at)

    def _beside(self, at: int) -> Iterator[Entity]:
        """Who is another by what stands around a pronoun: "In an interview with Ann Doe, she said of Eva Roe"."""
        one = next(self.cast.before(at), None)
        if one is not None and self.tokens.lower[one.first - 1] in _BESIDE and self.outer[one.after : at] == Tag.COMMA:
            yield one.entity
        yield from (one.entity for one in self.cast.between(at, at + _SAID_OF) if self._is_told_of(one.first))

    def _is_told_of(self, first: int) -> bool:
        """Whether a name behind a pronoun is another's: "she said of Ann Doe", "she said, as Ann Doe recalls"."""
        before = self.tokens.lower[max(0, first - 2) : first]
        return not _OF.isdisjoint(before[-1:]) or before == (",", "as")
