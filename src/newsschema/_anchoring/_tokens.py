"""A text as a row of tokens that can be compared with those of another."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from newsschema._model.finding import PARAGRAPH_END, UNSPACED
from newsschema._model.folding import Folded

MARK: Final = '"'
"""The key of every quotation mark, double or single, and of an apostrophe that stands outside a word."""
BARRIER: Final = "\uffff"
"""A character that no text has: it stands where a text is not known, and its key equals no other."""

_LETTER: Final = rf"[^\W{UNSPACED}]"
_token: Final = re.compile(rf"{BARRIER}+|{_LETTER}+(?:'{_LETTER}+)*|\S")
_ENDS: Final = frozenset(".!?…")
"""Signs that end a sentence."""
_SMALL_WORDS: Final = (
    "a an and another as at but by for from he her him his i in it its me my of on or our she so that the their them "
    "there these they this those to us we what when who with yet you your"
)
SMALL_WORDS: Final = frozenset(_SMALL_WORDS.split())
"""Words that name nobody, be it that they begin a sentence."""


class Tokens:
    """The words and signs of a text, each with a key by which it is compared and the place where it stands.

    Attributes:
        text: The text.
        keys: What each token is compared by: folded, in small letters.
        starts: Where each begins, in code points.
        ends: Where each ends.
        paragraphs: Each token's paragraph, counted from 0; a line is one.
        borders: Where each paragraph but the last ends.
    """

    __slots__ = ("_letters", "borders", "ends", "keys", "paragraphs", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        folded = Folded(text)
        small = folded.text.lower()
        if len(small) != len(folded.text):  # a letter that is two in small, as in Turkish
            small = folded.text
        spans = [match.span() for match in _token.finditer(small)]
        self.keys = _keys(small[start:end] for start, end in spans)
        self.starts = [folded.starts[start] for start, _ in spans]
        self.ends = [folded.ends[end - 1] for _, end in spans]
        self.borders = [match.start() for match in PARAGRAPH_END.finditer(text)]
        self.paragraphs = _paragraphs(self.starts, self.borders)
        self._letters = list(accumulate((len(key) if key[0].isalnum() else 0 for key in self.keys), initial=0))

    def weight(self, first: int, last: int) -> int:
        """How much a row of tokens says, by its letters; signs say nothing."""
        return self._letters[last] - self._letters[first]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.keys)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first token that reaches into a stretch of the text, and the one after the last."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return first, max(first, last)

    def paragraph(self, index: int) -> tuple[int, int]:
        """The first token of a token's paragraph, and the one after its last."""
        number = self.paragraphs[index]
        return bisect_left(self.paragraphs, number), bisect_left(self.paragraphs, number + 1)

    def is_word(self, index: int) -> bool:
        """Whether a token is a word or a number, and no sign."""
        return self.keys[index][0].isalnum()

    def is_name(self, index: int) -> bool:
        """Whether a token may be a name: a word that begins with no small letter, and none of the most usual."""
        first = self.text[self.starts[index]]
        return first.isalpha() and not first.islower() and self.keys[index] not in SMALL_WORDS

    def is_begin(self, index: int) -> bool:
        """Whether a token begins a paragraph or a sentence, its quotation mark included."""
        before = index - 1
        if before < 0 or self.paragraphs[before] != self.paragraphs[index]:
            return True
        if self.ends[before] == self.starts[index]:  # such as a closing mark
            return False
        while before > 0 and self.keys[before] == MARK:
            before -= 1
        return self.keys[before] in _ENDS

    def lines(self) -> list[tuple[int, int]]:
        """The first token of each paragraph, and the one after its last."""
        changes = (index for index, pair in enumerate(pairwise(self.paragraphs), 1) if pair[0] != pair[1])
        return list(pairwise([0, *changes, len(self)])) if self.keys else []


def _paragraphs(starts: Sequence[int], borders: Sequence[int]) -> list[int]:
    """The number of the paragraph that each token is in, by where the tokens begin and the paragraphs end."""
    firsts = [0, *(bisect_left(starts, border) for border in borders), len(starts)]
    return [number for number, row in enumerate(pairwise(firsts)) for _ in range(*row)]


def _keys(words: Iterable[str]) -> list[str]:
    """What words and signs are compared by; each barrier is another."""
    keys = [MARK if word == "'" else word for word in words]
    barriers = [index for index, key in enumerate(keys) if key[0] == BARRIER]
    for index in barriers:
        keys[index] = f"{BARRIER}{index}"
    return keys


@lru_cache(maxsize=4096)
def keys_of(words: str) -> frozenset[str]:
    """What the words of a few words are compared by."""
    return frozenset(key for key in Tokens(words).keys if key[0].isalnum())
