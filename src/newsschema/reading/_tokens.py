"""Tokens of a text and their tags: the only pass that looks at every character.

A tag is one letter, so that the tags of a text are a string and phrases are regular expressions over it:

====  ===========================  ====  ==============================  ====  ===============================
D     determiner, possessive       I     preposition                     V     verb in the past, or sure to be
R     pronoun as a subject         O     "of"                            v z   verb, base and -s form
r     pronoun as an object         C     "and", "or"                     b s   verb or noun, base and -s form
W     who, which, what, how ...    U     "but", "yet", "so"              E     participle or past in -ed
T     "that"                       L     because, when, as ...           G     -ing
t     "to"                         X     auxiliary, modal                B     adverb
N K   noun, noun in the plural     A     adjective                       M     day, month
P     capitalised name             #     number                          S     's, '
( )   brackets                     [ ]   opening, closing mark           - , ; : . ? newline: as they stand
====  ===========================  ====  ==============================  ====  ===============================
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import Final

import attrs

from newsschema.reading._words import known_tags

_ABBREVIATION: Final = (
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Rev|St|Jr|Sr|Lt|Col|Prof|Sgt|Capt|Maj|Cmdr|Adm|Hon|Pres|Supt|Insp|No|vs|"
    r"Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|"
    r"Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z])\.(?=,|[ \u00a0]+[\w“\"(])"
    r"|(?:Jr|Sr|Inc|Corp|Ltd|Co)\.(?=[,\s]|$)"
)
_TOKEN: Final = re.compile(
    rf"((?:[^\W\d_]\.){{2,}}(?:-\w+)*|{_ABBREVIATION}|\d+(?:[.,:]\d+)*\w*(?:-\w+)*"
    r"|[^\W_]+(?:[-&/@][^\W_]+|\.[a-z]+|['’](?!(?:s|re|ll|ve|d|m|t)\b)(?=\w)\w+|_\w+)*"
    r"|['’](?:s|re|ll|ve|d|m|t)\b|''|``|\n\s*|--+|\.\.+|[$#@]\w[\w,.]*\w|[^\w\s]|_)([^\S\n]*)"
)
_PLAIN: Final = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": "?", "?": "?", "—": "-", "–": "-", "―": "-", "--": "-", "---": "-", "-": "-", "(": "(", ")": ")",
    "[": "(", "]": ")", "…": ".", "...": ",", "....": ".", "%": "N", "$": "#", "£": "#", "€": "#",
    "“": "[", "”": "]", "«": "[", "»": "]", "„": "[", "``": "[", "''": '"', '"': '"', "‘": "'",
}
_ADJECTIVE: Final = re.compile(r"\w{3,}(?:ous|ful|ive|able|ible|less|ish|ical|ional|ial|ary|ic|ed)$|\w+-(?:\w+ed|year-old|old|\w+ing)$")
_NOUN: Final = re.compile(r"\w{2,}(?:tion|sion|ment|ness|ity|ship|ance|ence|ism|ist|er|or|ogy|eer|hood)$")


@lru_cache(maxsize=1 << 16)
def tag_word(word: str) -> str:
    """Tag one word by list and shape, whatever stands around it."""
    plain = _PLAIN.get(word)
    if plain:
        return plain
    lower = word.lower()
    known = known_tags().get(lower)
    first = word[0]
    if word == "May":
        return "M"
    if known is not None and len(word) > 1 and word.isupper() and known in "XrRM":
        return "P"
    if known is not None and (first.islower() or known not in "NKAbsvzEGV" or lower == word):
        return known
    if first == "\n":
        return "\n"
    if first.isdigit() or first in "$#":
        return "#"
    if first == "@" or first.isupper():
        return "P"
    if lower.endswith("ly") and len(word) > 4:
        return "B"
    if lower.endswith("ing") and len(word) > 5:
        return "G"
    if lower.endswith("ed") and len(word) > 4 and "-" not in lower:
        return "E"
    if not first.isalpha():
        return "_"
    if _ADJECTIVE.match(lower):
        return "A"
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return "K"
    return "N"


_OPENING: Final = re.compile(r"(?:^|(?<=[\n.?\"\[]))P")
_TITLE: Final = re.compile(r"(?:^|(?<=\n))[^\n.;]{4,30}(?=\.?\n)")


def _lower_titles(tags: str, lower: list[str]) -> str:
    """In a headline with capitals throughout, tag the verbs as if they had none."""
    pieces = []
    done = 0
    for match in _TITLE.finditer(tags):
        first, after = match.span()
        if tags.count("P", first, after) * 2 <= after - first:
            continue
        known = (known_tags().get(word, "P") if tag == "P" else tag for word, tag in zip(lower[first:after], match.group(), strict=True))
        pieces += [tags[done:first], "".join(new if new in "bsvzVEG" else old for new, old in zip(known, match.group(), strict=True))]
        done = after
    return "".join((*pieces, tags[done:]))


#: What a word that is verb or noun becomes after a tag that decides it: as a base form and in -s.
_AFTER: Final = {
    **dict.fromkeys("DAS#OI(", ("N", "K")),
    **dict.fromkeys("tXRWTB", ("v", "z")),
    "K": ("v", "K"),
    "V": ("N", "K"), "v": ("N", "K"), "z": ("N", "K"), "E": ("N", "K"), "G": ("N", "K"),
}


#: Plurals that follow a noun more often than a subject: "rebel forces in the north".
_MOSTLY_NOUNS: Final = frozenset("forces talks strikes states rights interests results costs issues points votes reports polls rules plans".split())


def _decide(tags: str, lower: list[str]) -> str:
    """Decide words that are verb or noun, and those that several classes share, by their neighbours."""
    made = list(tags)
    for match in re.finditer(r"[bs]", tags):
        i = match.start()
        before = made[i - 1] if i else "\n"
        after = tags[i + 1 : i + 2]
        choice = _AFTER.get(before)
        if before in "PN":
            noun = after in ("X", "V", "z") or (after in (".", ",", ";") and before == "N")
            verb = not noun and (lower[i] not in _MOSTLY_NOUNS or after in ("D", "R", "r", "T", "["))
            choice = ("v" if lower[i - 1].endswith("s") else "N", "z" if verb else "K")
        elif choice is None:  # after a comma, a conjunction or at the start: a verb when an object follows
            choice = ("v", "z") if after and after in "DRrTP" and before in ",C" else ("N", "K")
        elif before == "B" and after and after in "XVz":
            choice = ("N", "K")
        made[i] = choice[tags[i] == "s"]
    for match in _OPENING.finditer(tags):  # "Asked about it, she said": a capital at the start is no name
        tag = known_tags().get(lower[match.start()], "P")
        if tag in "EG":
            made[match.start()] = tag
    decided = re.sub(r"(?<=[RWT])S", "X", "".join(made))
    return re.sub(r"[VE](?=B)", lambda m: "X" if lower[m.start() + 1] in {"'t", "’t"} else m.group(), decided)


@attrs.frozen(eq=False)
class Tokens:
    """A text cut into words, with where each stands and what it is."""

    text: str
    words: tuple[str, ...]
    lower: list[str]
    starts: list[int]
    tags: str

    def end(self, index: int) -> int:
        """Code point after the last character of a token."""
        return self.starts[index] + len(self.words[index])

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Code points of the tokens from ``first`` to before ``after``."""
        return self.starts[first], self.end(after - 1)

    def at(self, position: int) -> int:
        """Index of the first token that starts at or after a code point."""
        return bisect_left(self.starts, position)


def tokenize(text: str, known: Mapping[str, str] | None = None) -> Tokens:
    """Cut a text into tagged tokens; straight marks keep the tag ``"`` until they are paired.

    Words that ``known`` holds in lower case get its tag, whatever their shape.
    """
    found = _TOKEN.findall(text)
    if not found:
        return Tokens(text, (), [], [], "")
    words, gaps = zip(*found, strict=True)
    lead = len(text) - sum(map(len, words)) - sum(map(len, gaps))
    starts = list(accumulate(map(add, map(len, words), map(len, gaps)), initial=lead))
    starts.pop()
    lower = list(map(str.lower, words))
    tags = "".join(map(tag_word, words))
    if known:
        tags = "".join(known.get(word, tag) for word, tag in zip(lower, tags, strict=True))
    return Tokens(text, words, lower, starts, _decide(_lower_titles(tags, lower), lower))
