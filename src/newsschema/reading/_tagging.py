"""The tag of a word: by list and shape, and then by its neighbours."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._words import WORDS, known_tags

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


def decide(tags: str, lower: tuple[str, ...]) -> str:
    """Decide words that are verb or noun, and those that several classes share, by their neighbours."""
    tags = _lower_titles(tags, lower)
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
