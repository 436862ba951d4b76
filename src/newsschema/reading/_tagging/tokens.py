"""Tokens of a text and their tags: the only pass that looks at every character."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import unescape
from itertools import accumulate
from operator import itemgetter, sub
from typing import Final, NamedTuple

import attrs

from newsschema._model.own import require_text
from newsschema._wrapping import unwrapped
from newsschema.reading._lexicon.lexicon import Lexicon
from newsschema.reading._lexicon.signs import sign_of
from newsschema.reading._lexicon.tables import Table
from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._tagging.name_tags import tag_names
from newsschema.reading._tagging.tagging import decide, tag_word

_TITLE_WORD: Final = (
    "Mr|Mrs|Ms|Messrs|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Rev|St|Lt|Col|Prof|Sgt|Capt|Maj|Cmdr|Adm|Hon|Pres|Supt|Insp|No|vs"
    "|Assoc|Asst|Brig|Cllr|Comdr|Cpl|Det|Pfc|Pvt"
)
_MONTH: Final = "Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_PLACE: Final = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt"
    "|Wash|Wis|Wyo"
)
_DOTTED: Final = r"(?:[^\W\d_]\.){2,}"
#: An apostrophe as web pages write it.
_APOSTROPHE_ENTITY: Final = r"&(?:#0?39|#8217|apos|rsquo);"
#: The hyphen of a word whose second half only the next one has: "short- and long-term".
_SUSPENDED: Final = r"-(?=,?[ ](?:and|or|to)[ ][^\W_]+-)"
_WORD: Final = (
    r"[A-Za-z]++(?![\w&/@.'’–-]|![a-z])|[\"“”]|,(?!,\w)|\.(?![.\d])"  # most of a text: tried first, for speed alone
    r"|(?<=\()[A-Z0-9]{1,8}\.[A-Z]{1,3}(?=\))"  # shares: (NORD.OL)
    rf"|(?:[^\W\d_]+[-–])?(?:W\.Va\.|{_DOTTED}(?:[-–](?:{_DOTTED}|\w+))*)|Ph\.D\.?"  # U.S., D.C.-based, Oslo-U.S.
    rf"|(?:(?:[a-z]+-)?(?:{_TITLE_WORD})|{_MONTH}|(?:[DRI]-)?(?:{_PLACE})|[A-Z](?<!\b(?:on|to) X))"
    r"\.(?=[,)]|[ \u00a0]+[\w“\"(])"
    r"|(?:Jr|Sr|Inc|Corp|Ltd|Co)\.(?=[,\s]|['’]s\b|$)"
    r"|[A-Z]![a-z]+"  # P!nk
    r"|(?:(?<![^\s(\[“\"])\.)?\d+(?:[.,:]\d+)*\w*"  # 1.5, .45-caliber, 300–350
    rf"(?:{_SUSPENDED}|(?:-\w+|–[$£€]?\d+(?:[.,:]\d+)*\w*)*)"
    r"|(?:Rs\.?|[A-Z]{1,3}\$?)\d+(?:[.,]\d+)+\w*|Rs\.\d+"  # R3.5 billion, US$1.2bn
    r"|[A-Z][^\W_]+–[A-Z][^\W_]+"  # Norway–Sweden
    rf"|[^\W_]+(?:&amp;[^\W_]+|(?!{_APOSTROPHE_ENTITY})[-&/@][^\W_]+|\.[a-z]+"
    rf"|(?:['’]|{_APOSTROPHE_ENTITY})(?!(?:s|re|ll|ve|d|m|t)\b)(?=\w)\w+|_\w+)*(?:{_SUSPENDED})?"
    rf"|(?:['’]|{_APOSTROPHE_ENTITY})(?:s|re|ll|ve|d|m|t)\b"
    r"|(?<=\S)'(?=''(?!'))|''|``|‘‘|’’|,,|--+|\.\.+|\$\d[\d,.]*(?:[-–]\$?\d[\d,.]*\w|(?:-[a-z]+)+)|°[CF]\b|[$#@]\w[\w,.]*\w|&(?:[A-Za-z]+|#\w+);|[^\w\s]|_"
)
#: What a link leaves in the copy of a page.
_LEFT: Final = ", opens new tab"
#: A token and the space after it.
_TOKEN: Final = re.compile(rf"(?:{_WORD}|\n\s*)(?:{_LEFT}\b)?[^\S\n]*")

#: What no reader sees inside a word: soft hyphens, breaks of no width and signs of direction.
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_UNSEEN: Final = re.compile(f"[{_INVISIBLE}]+")
_SHOWN: Final = re.compile(f"[^{_INVISIBLE}]+")
#: What breaks off what is said, or ends it.
_BREAKS_OFF: Final = frozenset({"…", "..."})
_DOTS: Final = re.compile(r"…|\.\.\.")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]+|#\w+);")


#: A word as it stands and in lower case, its tag, its sign, and its length.
_Word = tuple[str, str, str, str, int]
_word: Final[Callable[[_Word], str]] = itemgetter(0)
_lower: Final[Callable[[_Word], str]] = itemgetter(1)
_tag: Final[Callable[[_Word], str]] = itemgetter(2)
_sign: Final[Callable[[_Word], str]] = itemgetter(3)
_size: Final[Callable[[_Word], int]] = itemgetter(4)


@lru_cache(maxsize=8)
def _reader_with(lexicon: Lexicon) -> Callable[[str], _Word]:
    """What reads a piece of text, a word with the space after it, and keeps what it has read; a newline is a word.

    Words of the lexicon get its tag, whatever their shape.
    """

    def read(piece: str) -> _Word:
        word = piece.rstrip().removesuffix(_LEFT) or "\n"
        size = len(word)
        if "&" in word:
            word = _ENTITY.sub(lambda match: unescape(match[0]).strip() or match[0], word)
        lower = word.lower()
        lower = WORDS.british.get(lower, (lower,))[0]
        tag = lexicon.tags.get(lower) or tag_word(word)
        return word, lower, tag, sign_of(lower, listed=lower in lexicon.listed), size

    return Table(read).__getitem__


class View(NamedTuple):
    """The tags by which tokens are read (with or without what stands inside marks) and their words."""

    tags: str
    lower: tuple[str, ...]
    words: tuple[str, ...]
    signs: str


@attrs.frozen(eq=False)
class Tokens:
    """A text cut into words, with where each stands, what it is, and on which lists.

    ``flat`` is the text with a space for each newline that only wraps a line. Two newlines stand after the last tag,
    and two empty words after the last of ``lower``: a look ahead is safe.
    """

    text: str
    flat: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: list[int]
    sizes: Sequence[int]
    tags: str
    signs: str

    def view(self, tags: str | None = None) -> View:
        """The tokens under these tags, or under their own; a look ahead of its last word is safe, too."""
        return View(self.tags if tags is None else tags, self.lower, (*self.words, "", ""), self.signs)

    def end(self, index: int) -> int:
        """Code point after the last character of a token."""
        return self.starts[index] + self.sizes[index]

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Code points of the tokens from ``first`` to before ``after``."""
        return self.starts[first], self.starts[after - 1] + self.sizes[after - 1]

    def cut(self, first: int, after: int) -> str:
        """The text of the tokens from ``first`` to before ``after``, with one space for each white space inside."""
        start, end = self.span(first, after)
        return " ".join(self.text[start:end].split())


def _in_text(text: str, starts: list[int], sizes: Sequence[int]) -> tuple[list[int], tuple[int, ...]]:
    """Where tokens stand in a text, and their lengths there, by those without the characters that nobody sees."""
    places = [place for match in _SHOWN.finditer(text) for place in range(*match.span())]
    ends = [places[start + size - 1] + 1 for start, size in zip(starts, sizes, strict=True)]
    starts = [places[start] for start in starts]
    return starts, tuple(map(sub, ends, starts))


def _with_stops(tags: str, words: tuple[str, ...]) -> str:
    """The tags of words, where dots end a sentence that another follows: "... The kiln", but "... Ann", "... I"."""
    made = list(tags)
    for i in range(len(words) - 1):
        if words[i] in _BREAKS_OFF and words[i + 1][0].isupper() and tags[i + 1] != Tag.NAME and words[i + 1] != "I":
            made[i] = Tag.STOP
    return "".join(made)


def tokenize(text: str, lexicon: Lexicon | None = None) -> Tokens:
    """Cut a text into tagged tokens; straight marks keep the tag ``"`` until they are paired."""
    require_text(text)
    flat = unwrapped(text)
    seen = flat if flat.isascii() or not _UNSEEN.search(flat) else _UNSEEN.sub("", flat)
    found = _TOKEN.findall(seen)
    if not found:
        return Tokens(text, flat, (), ("", ""), [], (), "\n\n", "")
    starts = list(accumulate(map(len, found), initial=len(seen) - len("".join(found))))
    starts.pop()
    read = list(map(_reader_with(lexicon or Lexicon.default()), found))
    words, lower = tuple(map(_word, read)), tuple(map(_lower, read))
    sizes: tuple[int, ...] = tuple(map(_size, read))
    own, signs = "".join(map(_tag, read)), "".join(map(_sign, read))
    if seen is not flat:
        starts, sizes = _in_text(text, starts, sizes)
    if _DOTS.search(seen):
        own = _with_stops(own, words)
    named = tag_names(own, words, lower, signs)
    decided = decide(named, lower)
    return Tokens(text, flat, words, (*lower, "", ""), starts, sizes, f"{decided}\n\n", signs)
