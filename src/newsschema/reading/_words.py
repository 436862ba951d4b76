"""The word lists of the reader (``words.txt``) and the forms of English verbs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

_SECTION: Final = re.compile(r"^\[([^\]]+)\][^\n]*\n([^\[]*)", re.MULTILINE)
#: Tags of the closed classes, each a section ``tag X`` of the lists.
_CLASSES: Final = "DRrWICULXBM#AKN"


@cache
def _sections() -> dict[str, str]:
    text = files("newsschema.reading").joinpath("words.txt").read_text(encoding="utf-8")
    return {name: body.strip() for name, body in _SECTION.findall(text)}


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_sections()[name].split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one list, cut at commas where there are any and else at spaces."""
    return tuple(tuple(line.split("," if "," in line else None)) for line in lines(name))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of one list."""
    return tuple(_sections()[name].splitlines())


@cache
def cue_verbs() -> frozenset[str]:
    """The verbs that may make an attribution, of all classes."""
    classes = [name for name in _sections() if name.startswith("class ")]
    return frozenset[str]().union(*map(words, [*classes, "light", "raising", "affecting"]))


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {base: (past, participle) for base, past, participle in rows("irregular")}


def forms(base: str) -> dict[str, str]:
    """Inflect a verb: its forms by tag (``v`` base, ``z`` -s, ``V`` past, ``E`` participle, ``G`` -ing).

    >>> forms("deny")
    {'v': 'deny', 'z': 'denies', 'V': 'denied', 'E': 'denied', 'G': 'denying'}
    """
    past, participle = _irregular().get(base, ("", ""))
    to_i = base.endswith("y") and base[-2:-1] not in "aeiou"
    third = base[:-1] + "ies" if to_i else base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if not past:
        past = participle = base + "d" if base.endswith("e") else (base[:-1] + "ied" if to_i else base + "ed")
    if base.endswith("ie"):
        going = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        going = base[:-1] + "ing"
    elif past == base + base[-1] + "ed":  # planned, planning
        going = past[:-2] + "ing"
    elif base in words("doubling"):
        going = base + base[-1] + "ing"
    else:
        going = base + ("king" if base.endswith("ic") else "ing")
    return {"v": base, "z": third, "V": past, "E": participle, "G": going}


@cache
def known_tags() -> dict[str, str]:
    """The tag of every word that the tagger knows, in lower case."""
    tags: dict[str, str] = {}
    nouns = words("verbs or nouns") | words("cue verbs or nouns") | words("cue nouns")
    for base in sorted(words("verbs") | words("verbs or nouns") | cue_verbs()):
        made = forms(base)
        noun = base in nouns and base not in words("verbs")
        past = {} if made["V"] == made["E"] else {made["V"]: "V"}
        new = {made["E"]: "E", **past, made["G"]: "G", made["v"]: "b" if noun else "v", made["z"]: "s" if noun else "z"}
        for form, tag in new.items():
            tags.setdefault(form, tag)
    for tag in _CLASSES:
        tags.update(dict.fromkeys(words(f"tag {tag}"), tag))
    tags |= {"that": "T", "to": "t", "of": "O", "said": "V", "told": "V"}
    for apostrophe in "'’":
        tags |= {apostrophe: "S", f"{apostrophe}s": "S", f"{apostrophe}t": "B"}
        tags |= dict.fromkeys((apostrophe + clitic for clitic in ("re", "ll", "ve", "d", "m")), "X")
    return tags
