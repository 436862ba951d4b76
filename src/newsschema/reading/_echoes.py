"""Echoes: words in marks with nobody beside them that somebody says elsewhere in the text, as pull quotes are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from newsschema.reading._chunks import Range
from newsschema.reading._drafts import Draft
from newsschema.reading._gazetteer import plain
from newsschema.reading._marks import Marked
from newsschema.reading._pairs import Stretch

#: So many words in a row are no chance.
_RUN: Final = 5


class Echoes:
    """Knows who says which words in marks."""

    def __init__(self, marked: Marked, drafts: list[Draft]) -> None:
        self._words = marked.tokens.words
        self._whose: dict[tuple[str, ...], Range] = {}
        opens = [stretch.open for stretch in marked.stretches]
        for mention, first, after in _said_by(drafts):
            for stretch in marked.stretches[bisect_left(opens, first) : bisect_left(opens, after)]:
                words = self._said(stretch)
                for at in range(len(words) - _RUN + 1):
                    self._whose.setdefault(tuple(words[at : at + _RUN]), mention)

    def whose(self, stretch: Stretch) -> Range | None:
        """Where somebody is named who says elsewhere what a stretch begins with."""
        return self._whose.get(tuple(self._said(stretch)[:_RUN]))

    def _said(self, stretch: Stretch) -> list[str]:
        """The words of a stretch, without what stands between them."""
        return [plain(word) for word in self._words[stretch.open + 1 : stretch.close] if word[-1].isalnum()]


def _said_by(drafts: list[Draft]) -> Iterator[tuple[Range, int, int]]:
    """The pieces of what is said, each with who is named."""
    for draft in drafts:
        if draft.mention is not None:
            yield from ((draft.mention, first, after) for first, after in draft.content)
