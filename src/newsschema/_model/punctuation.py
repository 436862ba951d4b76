"""Quotation marks and apostrophes: the one table that the model, the reader, lint and the formats go by.

A mark is listed with what it usually does. Some do the other as well: ``“`` closes in German and ``»`` opens in Danish,
so only who pairs marks (``newsschema._pairing``) decides what one does in its place.
"""

import re
from typing import Final

DOUBLE_OPENING: Final = ("“", "„", "‟", "«", "「", "``", "‘‘")
DOUBLE_CLOSING: Final = ("”", "»", "」", "’’")
DOUBLE_STRAIGHT: Final = ('"', "''")
SINGLE_OPENING: Final = ("‘", "‚", "‛", "‹", "『")
SINGLE_CLOSING: Final = ("’", "›", "』")
SINGLE_STRAIGHT: Final = ("'",)
APOSTROPHES: Final = ("'", "’")
"""What stands in "don't" and "the dogs' bowls", and may be a single mark as well."""
LIKE_APOSTROPHES: Final = ("′", "`", "´", "ʼ")
"""What careless typing puts where an apostrophe or a single mark is meant."""
LIKE_DOUBLE: Final = ("″",)
"""What it puts where a double mark is meant."""

DOUBLE_MARKS: Final = frozenset((*DOUBLE_OPENING, *DOUBLE_CLOSING, *DOUBLE_STRAIGHT))
SINGLE_MARKS: Final = frozenset((*SINGLE_OPENING, *SINGLE_CLOSING, *SINGLE_STRAIGHT))


def _any_of(marks: frozenset[str]) -> str:
    """A pattern that matches one of the marks, a mark of two characters before a mark of one."""
    return "(?:" + "|".join(sorted(map(re.escape, marks), key=lambda mark: (-len(mark), mark))) + ")"


DOUBLE_MARK: Final = _any_of(DOUBLE_MARKS)
"""The pattern of one double mark."""
MARK: Final = _any_of(DOUBLE_MARKS | SINGLE_MARKS)
"""The pattern of one mark, double or single."""

MARK_CHARACTERS: Final = "".join(sorted(mark for mark in DOUBLE_MARKS | SINGLE_MARKS if len(mark) == 1))
"""The marks of one character, for a class of characters in a pattern."""

STRAIGHTENED: Final = {
    **dict.fromkeys((*(mark for mark in sorted(DOUBLE_MARKS) if len(mark) == 1), *LIKE_DOUBLE), '"'),
    **dict.fromkeys((*sorted(SINGLE_MARKS), *LIKE_APOSTROPHES), "'"),
}
"""Each mark of one character with the straight one, for `str.maketrans`: positions stay."""
