"""Names that a text gives late: to who just spoke with none, "a guild boss said", and then "the remarks by Ann Doe"."""

from __future__ import annotations

import re
from typing import Final

from newsschema._model.enums import SourceKind
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._linking.appearances import Appearance
from newsschema.reading._linking.cast import Cast
from newsschema.reading._linking.entities import Entity
from newsschema.reading._linking.focus import Focus
from newsschema.reading._linking.taking_up import may_be_named_so
from newsschema.reading._mentions.readings import NamedReading, Reading
from newsschema.reading._tagging.naming import Sort

#: How a text tells later whose words those just told are: "the remarks by Ann Doe".
_REMARK: Final = 3
_BY: Final = frozenset({"by", "from", "of"})
_REMARKS: Final = frozenset(
    {"claims", "comment", "comments", "criticism", "remark", "remarks", "statement", "warning", "words"}
)
_SPEAKING: Final = frozenset({"addressing", "answering", "commenting", "replying", "responding", "speaking"})
#: How somebody tells by which name to call him, and within how many words.
_GIVES_NAME: Final = TAGS.pattern("""
    <comma> <relative> (?: <finite> <determiner> <adjective>* (?P<what> <noun> ) <adverb|adjective>?
        <subordinator|preposition> | <!comma|end|open>{2,10} <determiner> <adjective> (?P<first> <noun> ) <comma> )
    (?= <name> )
""")
_AT_ONCE: Final = 24
#: How one begins who has no name yet.
INDEFINITE: Final = re.compile(r"(?:an?|one|another|some\w*)\b", re.IGNORECASE)


class LateNames:
    """Tells whose name comes late, of those who spoke."""

    def __init__(self, cast: Cast, focus: Focus, spoke: list[Entity]) -> None:
        """Read a text by its cast and focus; those who ``spoke`` may become more."""
        self.cast = cast
        self.focus = focus
        self._spoke = spoke

    def of(self, reading: NamedReading, paragraph: int) -> Entity | None:
        """The one just described, when a bare new name follows at once: "the commander in the north"; "Ivan Petrov"."""
        last = self._nameless()
        if last is None:
            return None
        awaited = last.awaits_name and 0 <= paragraph - last.seen <= 1 and self._is_new(reading, last)
        return last if awaited or self._is_told_later(reading, last) else None

    def remarked(self, entity: Entity) -> Entity | None:
        """Who said what one remarks on whom a pronoun takes up first: "a guild boss said. Ann Doe was speaking"."""
        last = self._nameless() if entity.name is not None and not entity.id else None
        one = self.cast.first_of(entity) if last is not None else None
        named = one is not None and last is not None and self._is_next(one, last) and self._is_remarking(one)
        return last if named else None

    def giving(self, reading: Reading, first: int) -> Entity | None:
        """Who tells behind a description by which name to call her: "a woman, who gave her name only as Ann, said"."""
        outer, lower = self.cast.outer, self.cast.tokens.lower
        found = _GIVES_NAME.search(outer, first, first + _AT_ONCE) if reading.kind is SourceKind.PERSON else None
        if found is None or lower[found.start(found.lastgroup or 0)] != "name":
            return None
        one = next(iter(self.cast.between(found.end(), found.end() + 1)), None)
        if one is None:
            return None
        one.entity.settle(Sort.PERSON)
        one.entity.role = one.entity.role or reading.role
        return one.entity

    def _nameless(self) -> Entity | None:
        """Who became a source last, if that has no name."""
        last = self._spoke[-1] if self._spoke else None
        return None if last is None or last.name is not None else last

    def _is_new(self, reading: NamedReading, last: Entity) -> bool:
        """Whether somebody is named in full for the first time, with nothing that tells who that is."""
        bare = reading.words == reading.called or reading.words.startswith(f"{reading.called}, who ")
        one = self.cast.first_of(self.cast.at(reading)) if bare and " " in reading.called else None
        if one is None or one.low != reading.place[0] or reading.kind is not SourceKind.PERSON:
            return False
        return not last.gender.contradicts(one.entity.likely_gender)

    def _is_told_later(self, reading: NamedReading, last: Entity) -> bool:
        """Whether a text names at once who just spoke without a name: "a guild boss said"; "The remarks by Ann Doe"."""
        one = self.cast.first_of(self.cast.at(reading))
        if one is None or not self._is_next(one, last):
            return False
        return self._is_remarking(one) or may_be_named_so(last, reading, one.entity)

    def _is_next(self, one: Appearance, last: Entity) -> bool:
        """Whether a name stands right behind what somebody without one said who may have it."""
        if not last.is_person or not self.focus.just_spoke(last, one.low):
            return False
        return not last.gender.contradicts(one.entity.likely_gender) and INDEFINITE.match(last.mention) is not None

    def _is_remarking(self, one: Appearance) -> bool:
        """Whether a text tells who said what stands before: "the remarks by Ann Doe", "Ann Doe was speaking"."""
        outer, lower = self.cast.outer, self.cast.tokens.lower
        before, behind = lower[one.low - _REMARK : one.low], lower[one.after : one.after + 2]
        remarked = outer[one.low - _REMARK] == Tag.DETERMINER and before[-1] in _BY and before[-2] in _REMARKS
        return remarked or (behind[:1] == ("was",) and behind[-1] in _SPEAKING)
