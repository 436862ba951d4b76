"""Signs: on which lists a word is for which whole texts and sentences are looked through.

The lists that a word is on are one letter, so that the signs of a text are a string beside its tags, and a pattern
finds the words of a list, or that there is none, without a look at any word.
"""

from __future__ import annotations

import re
from typing import Final

from newsschema._pairing import MARKS
from newsschema.reading._lexicon.gazetteer import NAMES, SPLIT_BODIES
from newsschema.reading._lexicon.words import WORDS

#: The last words of bodies that have a small word in their name.
_ENDING_BODY: Final = frozenset(SPLIT_BODIES)
#: Words at which a noun phrase may fall apart.
_PARTING: Final = WORDS.time_spans | WORDS.time_shifts | WORDS.occasions | {"times"}
#: Words that may say that something was said, or was not, where no word of the lexicon does: of each phrase like
#: "according to" the longest, which is the rarest.
_SAYING: Final = frozenset({*(max(phrase.split(), key=len) for phrase in WORDS.according), "comment", "return"})
#: One of these words stands in every condition on which a source speaks.
_CONDITION: Final = frozenset(
    {
        *("anonymity", "anonymous", "anonymously", "authorised", "authorized"),
        *("identified", "named", "name", "names", "quoted"),
    }
)
_LISTS: Final = (
    *(MARKS, NAMES.particles, NAMES.small_words_that_are_names, _ENDING_BODY),
    *(_PARTING, _SAYING, _CONDITION),
)
_LEXICON: Final = len(_LISTS)
_LETTERS: Final = list(map(chr, range(2 << _LEXICON)))


def sign_of(lower: str, *, listed: bool) -> str:
    """The letter that says on which of the lists a word is, and whether a lexicon has it."""
    return _LETTERS[sum((lower in words) << bit for bit, words in enumerate(_LISTS)) | listed << _LEXICON]


def _with(bit: int) -> re.Pattern[str]:
    """The letters with a bit."""
    return re.compile(f"[{re.escape(''.join(letter for at, letter in enumerate(_LETTERS) if at >> bit & 1))}]")


def _on(words: frozenset[str]) -> re.Pattern[str]:
    """The letters of the words that are on a list."""
    return _with(_LISTS.index(words))


#: By list, the pattern that finds its words in the signs of a text; ``LISTED`` are those of the lexicon.
MARK: Final = _on(MARKS)
PARTICLE: Final = _on(NAMES.particles)
SMALL_NAME: Final = _on(NAMES.small_words_that_are_names)
BODY_END: Final = _on(_ENDING_BODY)
PARTING: Final = _on(_PARTING)
SAYING: Final = _on(_SAYING)
CONDITION: Final = _on(_CONDITION)
LISTED: Final = _with(_LEXICON)
