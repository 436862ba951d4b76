"""Tokens of a text and their tags: the only pass that looks at every character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

import attrs

from newsschema.reading._words import WORDS, known_tags

_TITLE_WORD: Final = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Rev|St|Lt|Col|Prof|Sgt|Capt|Maj|Cmdr|Adm|Hon|Pres|Supt|Insp|No|vs"
)
_MONTH: Final = "Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_PLACE: Final = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt"
    "|Wash|Wis|Wyo"
)
_WORD: Final = (
    r"[A-Za-z]++(?![\w&/@.'’-])|[,\"“”]|\.(?!\.)"  # most of a text: tried first, for speed alone
    r"|(?:[^\W\d_]\.){2,}(?:-\w+)*"  # U.S., D.C.-based
    rf"|(?:(?:[a-z]+-)?(?:{_TITLE_WORD})|{_MONTH}|{_PLACE}|[A-Z])\.(?=,|[ \u00a0]+[\w“\"(])"
    r"|(?:Jr|Sr|Inc|Corp|Ltd|Co)\.(?=[,\s]|$)"
    r"|\d+(?:[.,:]\d+)*\w*(?:-\w+)*"
    r"|[^\W_]+(?:[-&/@][^\W_]+|\.[a-z]+|['’](?!(?:s|re|ll|ve|d|m|t)\b)(?=\w)\w+|_\w+)*"
    r"|['’](?:s|re|ll|ve|d|m|t)\b|(?<=\S)'(?=''(?!'))|''|``|--+|\.\.+|[$#@]\w[\w,.]*\w|[^\w\s]|_"
)
#: A token and the space after it.
_TOKEN: Final = re.compile(rf"(?:{_WORD}|\n\s*)[^\S\n]*")
#: In a text whose lines are wrapped, a single newline is a space.
_WRAPPED_TOKEN: Final = re.compile(rf"(?:{_WORD}|\n[^\S\n]*\n\s*)(?:[^\S\n]|\n(?![^\S\n]*\n))*")
_PLAIN: Final = (
    {mark: mark for mark in ",;:.-()\"'"}
    | dict.fromkeys(("!", "?"), "?")
    | dict.fromkeys(("—", "–", "―", "--", "---"), "-")
    | dict.fromkeys("“«„", "[")
    | dict.fromkeys("”»", "]")
    | dict.fromkeys("£€$", "#")
    | {"``": "[", "''": '"', "‘": "'", "[": "(", "]": ")", "…": ".", "...": ",", "....": ".", "%": "N", "May": "M"}
)
_ADJECTIVE: Final = re.compile(
    r"\w{3,}(?:ous|ful|ive|able|ible|less|ish|ical|ional|ial|ary|ic|ed)$|\w+-(?:\w+ed|year-old|old|\w+ing)$"
)
_OPENING: Final = re.compile(r"P(?<![^\n.?\"\[]P)")
_TITLE: Final = re.compile(r"\n[^\n.;]{4,30}(?=\.?\n)")
_LONG_ENOUGH: Final = 5

#: Adverbs that are something else here: "voters back Doe", "most voters".
_SHARED: Final = re.compile(r"B(?:(?P<verb>(?<=[tXK]B)(?=[DPr]))|(?P<noun>(?=A?[KP])))")
_SHARED_TAGS: Final[dict[tuple[str, str | None], str]] = {
    ("back", "verb"): "v",
    ("most", "noun"): "D",
    ("more", "noun"): "D",
}
#: What a word that is verb or noun becomes after a tag that decides it: as a base form and in -s.
_AFTER: Final = {
    **dict.fromkeys("DAS#OI(VvzEG", ("N", "K")),
    **dict.fromkeys("RWTB", ("v", "z")),
    **dict.fromkeys("tX", ("v", "K")),
    "K": ("v", "K"),
}


@lru_cache(maxsize=1 << 16)
def _read(piece: str) -> tuple[str, str, str]:
    """A word without the space after it, the word in lower case, and its tag; a newline is a word."""
    word = piece.rstrip() or "\n"
    return word, word.lower(), tag_word(word)


def tag_word(word: str) -> str:
    """Tag one word by list and shape, whatever stands around it."""
    plain = _PLAIN.get(word)
    if plain:
        return plain
    lower, first = word.lower(), word[0]
    known = known_tags().get(lower)
    if (
        known is not None
        and first.isupper()
        and (known in "NKAbsvzEGV" or (word.isupper() and known in "XrR" and len(word) > 1))
    ):
        return "P"  # a capital makes a name, except in the closed classes; "IS" and "US" are names, "I" is none
    if known is not None:
        return known
    if first == "\n":
        return "\n"
    if first.isdigit() or first in "$#":
        return "#"
    if first == "@" or first.isupper():
        return "P"
    if not first.isalpha():
        return "_"
    return _shape(lower)


def _shape(lower: str) -> str:
    """Tag a word that no list knows by its ending."""
    if len(lower) >= _LONG_ENOUGH:
        if lower.endswith("ly"):
            return "B"
        if lower.endswith("ing"):
            return "G"
        if lower.endswith("ed") and "-" not in lower:
            return "E"
    if _ADJECTIVE.match(lower):
        return "A"
    return "K" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "N"


def _lower_titles(tags: str, lower: tuple[str, ...]) -> str:
    """In a headline with capitals throughout, tag the verbs as if they had none."""
    pieces: list[str] = []
    done = 0
    for match in _TITLE.finditer(f"\n{tags}"):
        first, after = match.start(), match.end() - 1
        if tags.count("P", first, after) * 2 > after - first:
            known = [known_tags().get(word, "P") for word in lower[first:after]]
            pieces += [tags[done:first]]
            pieces += [
                new if old == "P" and new in "bsvzVEG" else old for new, old in zip(known, match[0][1:], strict=True)
            ]
            done = after
    return "".join((*pieces, tags[done:]))


def _decide(tags: str, lower: tuple[str, ...]) -> str:
    """Decide words that are verb or noun, and those that several classes share, by their neighbours."""
    made = list(tags)
    for match in re.finditer(r"[bs]", tags):
        i = match.start()
        before = made[i - 1] if i else "\n"
        after = tags[i + 1 : i + 2] or "\n"
        choice = _AFTER.get(before)
        if before in "PN":
            noun = after in "XVzb" or (after in ".,;" and before == "N")
            verb = not noun and (lower[i] not in WORDS.mostly_nouns or after in "DRrT[")
            choice = ("v" if lower[i - 1].endswith("s") else "N", "z" if verb else "K")
        elif choice is None:  # after a comma, a conjunction or at the start: a verb when an object follows
            choice = ("v", "z") if after in "DRrTP" and before in ",C)]" else ("N", "K")
        elif (before == "B" and after in "XVz") or (before == "t" and lower[i - 2] == "according"):
            choice = ("N", "K")
        made[i] = choice[tags[i] == "s"]
    for match in _OPENING.finditer(tags):  # "Asked about it, she said": a capital at the start is no name
        tag = known_tags().get(lower[match.start()], "P")
        if tag in "EG":
            made[match.start()] = tag
    decided = re.sub(r"S(?<=[RWT]S)", "X", "".join(made))
    decided = _SHARED.sub(lambda m: _SHARED_TAGS.get((lower[m.start()], m.lastgroup), "B"), decided)
    return re.sub(r"[VE](?=B)", lambda m: "X" if lower[m.start() + 1] in {"'t", "’t"} else m.group(), decided)


class View(NamedTuple):
    """The tags by which tokens are read (with or without what stands inside marks) and their words."""

    tags: str
    lower: tuple[str, ...]
    words: tuple[str, ...]


@attrs.frozen(eq=False)
class Tokens:
    """A text cut into words, with where each stands and what it is.

    Two newlines stand after the last tag, and two empty words after the last of ``lower``: a look ahead is safe.
    """

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: list[int]
    tags: str

    def view(self, tags: str | None = None) -> View:
        """The tokens under these tags, or under their own."""
        return View(self.tags if tags is None else tags, self.lower, self.words)

    def end(self, index: int) -> int:
        """Code point after the last character of a token."""
        return self.starts[index] + len(self.words[index])

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Code points of the tokens from ``first`` to before ``after``."""
        return self.starts[first], self.starts[after - 1] + len(self.words[after - 1])

    def cut(self, first: int, after: int) -> str:
        """The text of the tokens from ``first`` to before ``after``."""
        start, end = self.span(first, after)
        return self.text[start:end]


def is_wrapped(text: str) -> bool:
    """Whether single newlines only wrap lines: between blank lines, most of them stand before a small letter."""
    if text.count("\n") - 2 * text.count("\n\n") <= 2:  # noqa: PLR2004 - a few
        return False
    open_lines = len(re.findall(r"[^\s.!?:\"”][^\S\n]*\n(?=[^\W\d_])", text))
    return open_lines > 2 and len(re.findall(r"\S[^\S\n]*\n(?=[a-z])", text)) * 2 > open_lines  # noqa: PLR2004 - a few


def tokenize(text: str, known: Mapping[str, str] | None = None) -> Tokens:
    """Cut a text into tagged tokens; straight marks keep the tag ``"`` until they are paired.

    Words that ``known`` holds in lower case get its tag, whatever their shape.
    """
    found = (_WRAPPED_TOKEN if is_wrapped(text) else _TOKEN).findall(text)
    if not found:
        return Tokens(text, (), ("", ""), [], "\n\n")
    lengths = list(map(len, found))
    starts = list(accumulate(lengths, initial=len(text) - sum(lengths)))
    starts.pop()
    pieces, lower, own = zip(*map(_read, found), strict=True)
    tags = "".join(map(known.get, lower, own) if known else own)
    decided = _decide(_lower_titles(tags, lower), lower)
    return Tokens(text, pieces, (*lower, "", ""), starts, f"{decided}\n\n")
