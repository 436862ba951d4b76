"""What a mention says, read: the type that the readers of names and of descriptions give to the linker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._lexicon.gazetteer import NAMES, Gender, plain
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._tagging.naming import Name, Sort

_ROLE_SPLIT: Final = re.compile(r"\b(?:of|at|for|in|to|with|on|from|by)\b")
_ARTICLE: Final = re.compile(
    r"^(?:a|an|the|any|both|each|either|every|neither|no|one|another|his|her|their|its|our|my)\b(?!-)\s*",
    re.IGNORECASE,
)
#: How many words have the posts that are shortened to initials.
_OF_INITIALS: Final = (2, 3)
_KIND: Final = {
    Sort.PERSON: SourceKind.PERSON,
    Sort.LIKELY_PERSON: SourceKind.PERSON,
    Sort.UNSURE: SourceKind.UNKNOWN,
    Sort.BODY: SourceKind.ORGANISATION,
    Sort.GOVERNMENT: SourceKind.GOVERNMENT,
    Sort.NATION: SourceKind.GOVERNMENT,
    Sort.PAPER: SourceKind.DOCUMENT,
    Sort.PLACE: SourceKind.ORGANISATION,
}


def kind_of(sort: Sort) -> SourceKind:
    """The kind of source that a name of a sort stands for."""
    return _KIND[sort]


def without_article(words: str) -> str:
    """Words without the article or the possessive before them."""
    return _ARTICLE.sub("", words)


@attrs.frozen
class Reading:
    """What the words of one mention say."""

    words: str
    kind: SourceKind
    anonymity: Anonymity
    head: str
    plural: bool = False
    definite: bool = False
    role: str | None = None
    affiliation: str | None = None
    gender: Gender = Gender.UNKNOWN

    def heads(self) -> Iterator[str]:
        """The nouns by which a later "the ..." may take the source up."""
        yield self.head
        for part in (self.role or "").lower().split(","):
            words = _ROLE_SPLIT.split(part)[0].split()
            for word in words[-1:]:
                yield NAMES.abbreviations.get(plain(word), word)
            posts = (" ".join(words[-count:]) for count in _OF_INITIALS)
            yield from (NAMES.initials[post] for post in posts if post in NAMES.initials)


@attrs.frozen
class NamedReading(Reading):
    """What the words of a mention with a name say; ``place`` is where the name stands, in tokens."""

    name: Name = attrs.field(kw_only=True)
    called: str = attrs.field(kw_only=True)
    place: Range = attrs.field(kw_only=True)
