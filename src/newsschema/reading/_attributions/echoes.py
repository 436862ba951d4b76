"""Echoes: words in marks with nobody beside them that somebody says elsewhere in the text, as pull quotes are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from newsschema._pairing import Stretch
from newsschema.reading._attributions.drafts import Draft
from newsschema.reading._lexicon.gazetteer import plain
from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._syntax.marks import Marked

#: The share of words that stand alone whose speaker is right.
_PULLED: Final = 0.85
_BEHIND: Final = frozenset({"", Tag.NEWLINE})
#: So many words in a row are no chance, and so many none in a heading.
_RUN: Final = 5
_HEADING: Final = 2


class Echoes:
    """Knows who says which words in marks."""

    def __init__(self, marked: Marked, drafts: list[Draft]) -> None:
        self._words = marked.tokens.words
        opens = [stretch.open for stretch in marked.stretches]
        self._all = [
            (mention, self._said(stretch))
            for mention, first, after in _said_by(drafts)
            for stretch in marked.stretches[bisect_left(opens, first) : bisect_left(opens, after)]
        ]
        self._whose: dict[int, dict[tuple[str, ...], Range]] = {}
        self._shared: set[tuple[str, ...]] = set()

    def whose(self, stretch: Stretch, *, heading: bool = False) -> Range | None:
        """Where somebody is named who says elsewhere what a stretch begins with.

        A heading may be short, and is nobody's where its words stand in several quotes.
        """
        words = self._said(stretch)
        size = min(_RUN, len(words)) if heading else _RUN
        run = tuple(words[:size])
        found = self._runs(size).get(run) if size >= _HEADING else None
        return None if heading and run in self._shared else found

    def _runs(self, size: int) -> dict[tuple[str, ...], Range]:
        """Who says first so many words in a row."""
        if size not in self._whose:
            table = self._whose[size] = {}
            for mention, words in self._all:
                for at in range(len(words) - size + 1):
                    run = tuple(words[at : at + size])
                    if table.setdefault(run, mention) != mention:
                        self._shared.add(run)
        return self._whose[size]

    def repeated(self, stretch: Stretch) -> Range | None:
        """Where somebody is named who says elsewhere all the words of a stretch."""
        words = self._said(stretch)
        rows = (tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
        return self.whose(stretch) if all(row in self._runs(_RUN) for row in rows) else None

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
    alone = [stretch for stretch in marked.stretches if is_paragraph(marked.outer, stretch)]
    return [(stretch, later[_piece(stretch)]) for stretch in alone if _piece(stretch) in later]


def _piece(stretch: Stretch) -> Range:
    """The tokens of a stretch, with its marks."""
    return stretch.open, stretch.close + 1


def is_paragraph(outer: str, stretch: Stretch) -> bool:
    """Whether a stretch is a whole paragraph, with a dash on each side or none: "- “Not now” -"."""
    first, after = stretch.open, stretch.close + 1
    if outer[first - 1 : first] == outer[after : after + 1] == Tag.DASH:
        first, after = first - 1, after + 1
    opens = first == 0 or outer[first - 1] == Tag.NEWLINE
    return opens and stretch.closed and outer[after : after + 1] in _BEHIND


def _said_by(drafts: list[Draft]) -> Iterator[tuple[Range, int, int]]:
    """The pieces of what is said, each with who is named."""
    for draft in drafts:
        if draft.mention is not None:
            yield from ((draft.mention, first, after) for first, after in draft.content)
