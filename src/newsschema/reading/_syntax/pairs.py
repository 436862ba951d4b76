"""Quotation marks of English text: paired as those of any text are, and by words where they tell more."""

from __future__ import annotations

from typing import Final

from newsschema._pairing import MarkedWords, Pairing, Stretch, placed
from newsschema.reading._lexicon.signs import MARK
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import known_tags
from newsschema.reading._tagging.tokens import Tokens, tokenize

#: Who said it, at the end of a paragraph whose mark was forgotten before: ", said Doe.", ", Ms Doe said on Monday."
_SAID: Final = TAGS.pattern(
    r"""<comma> (?: (?P<verb> <past|third> ) (?: <nominal|object|of|preposition|comma> )+
        (?: (?<= <comma> ) <relative> <!comma|stop|open>{1,15} )?
    | (?: <base> (?= <name> ) )? <nominal|subject|object|ing|of>{1,8}
        (?: <comma> <nominal|of|preposition>{1,8} <comma> )? (?P<late> <past|third> )
        <nominal|preposition|date|adverb|object|to>{0,6} ) <stop>? $"""
)
_TELLING: Final = frozenset({"said", "says", "told", "tells", "added", "adds"})
_CLAUSE: Final = 30


class _EnglishPairing(Pairing):
    """Pairs the marks of a text in English."""

    tokens: Tokens

    def is_cut(self, word: str) -> bool:
        """Whether a word lost its end to the apostrophe behind it: "an' tell", "doin' it"."""
        return super().is_cut(word) or known_tags().get(f"{word}g") == Tag.ING

    def forgotten(self, opened: int, end: int) -> int:
        """Where words end that are never closed: at the end of their paragraph, or before who said them there."""
        said = _SAID.search(self.tokens.tags, max(opened, end - _CLAUSE), end)
        if said is None:
            return end
        verb = said.start("verb") if said["verb"] else said.start("late")
        return said.start() + 1 if self.tokens.lower[verb] in _TELLING else end


def pair_marks(tokens: Tokens) -> tuple[Stretch, ...]:
    """Pair the marks of each paragraph; one left open runs to the end of its paragraph."""
    return _EnglishPairing(tokens).pairs(match.start() for match in MARK.finditer(tokens.signs))


def stop_inside(tags: str, close: int) -> str:
    """The tag before a closing mark, and before the marks of a quote inside that ends with it."""
    while tags[close - 1] in "'S":
        close -= 1
    return tags[close - 1]


def is_cut(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether a comma stands where the mark was forgotten: "“It is late, said Doe"."""
    unclosed = not stretch.closed and tokens.tags[stretch.close] != Tag.NEWLINE
    return unclosed and tokens.tags[stretch.close - 1] == Tag.COMMA


def find_marks(text: str) -> tuple[MarkedWords, ...]:
    """Pair the quotation marks of a text, paragraph by paragraph, whether somebody is quoted or not.

    Args:
        text: Any text. Straight, curly, angled and East Asian marks, doubled and single apostrophes count, and the
            entities that web pages write them with.

    Returns:
        The words between marks in the order of the text, spaces at their ends included.

    Examples:
        >>> text = "“Up,” he said. It was “late”."
        >>> [text[words.start : words.end] for words in find_marks(text)]
        ['Up,', 'late']
    """
    tokens = tokenize(text)
    return placed(tokens, pair_marks(tokens))
