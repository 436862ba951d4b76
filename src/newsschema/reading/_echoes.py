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
from newsschema.reading._tags import Tag

#: The share of words that stand alone whose speaker is right.
_PULLED: Final = 0.85
_BEHIND: Final = frozenset({"", Tag.NEWLINE})
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

    def repeated(self, stretch: Stretch) -> Range | None:
        """Where somebody is named who says elsewhere all the words of a stretch."""
        words = self._said(stretch)
        rows = (tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
        return self.whose(stretch) if all(row in self._whose for row in rows) else None

    def _said(self, stretch: Stretch) -> list[str]:
        """The words of a stretch, without what stands between them."""
        return [plain(word) for word in self._words[stretch.open + 1 : stretch.close] if word[-1].isalnum()]


def part_pulled(marked: Marked, drafts: list[Draft]) -> None:
    """Make a paragraph that only repeats somebody's words a quote of its own, and no part of the one before it."""
    held = _held(marked, drafts)
    for stretch, draft in held:
        draft.content.remove(_piece(stretch))
    echoes = Echoes(marked, drafts if held else [])
    for stretch, draft in held:
        piece, mention = _piece(stretch), echoes.repeated(stretch)
        if mention is None:
            draft.content = sorted([*draft.content, piece])
        else:
            drafts.append(Draft((piece[0], piece[0]), mention, [piece], draft.paragraph, left=True, confidence=_PULLED))


def _held(marked: Marked, drafts: list[Draft]) -> list[tuple[Stretch, Draft]]:
    """The paragraphs with which words go on, each with whose these are."""
    later = {piece: draft for draft in drafts for piece in draft.content[1:]}
    alone = [stretch for stretch in marked.stretches if _is_paragraph(marked.outer, stretch)]
    return [(stretch, later[_piece(stretch)]) for stretch in alone if _piece(stretch) in later]


def _piece(stretch: Stretch) -> Range:
    """The tokens of a stretch, with its marks."""
    return stretch.open, stretch.close + 1


def _is_paragraph(outer: str, stretch: Stretch) -> bool:
    """Whether a stretch is a whole paragraph."""
    opens = stretch.open == 0 or outer[stretch.open - 1] == Tag.NEWLINE
    return opens and stretch.closed and outer[stretch.close + 1 : stretch.close + 2] in _BEHIND


def _said_by(drafts: list[Draft]) -> Iterator[tuple[Range, int, int]]:
    """The pieces of what is said, each with who is named."""
    for draft in drafts:
        if draft.mention is not None:
            yield from ((draft.mention, first, after) for first, after in draft.content)
