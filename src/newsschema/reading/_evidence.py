"""Evidence: what speaks for a candidate cue being one, as named features that the lexicon weighs."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._cues import Cue

_PEOPLE: Final = frozenset(
    "people voters officials experts analysts critics supporters republicans democrats americans lawmakers leaders members men women "
    "students police prosecutors lawyers aides sources residents scientists researchers economists others many some most few several "
    "all both one everyone someone those workers activists conservatives liberals advisers investigators authorities doctors".split()
)
_ROLE: Final = re.compile(r"\w+(?:man|woman|person|er|or|ist|ian|ant|ent|chief|head|aide|ary|oy|eer|cial|ident|ate)s?$")
_BODY: Final = frozenset(
    "campaign committee government department agency company court party group council ministry commission administration team house senate "
    "congress police university white board union association office bureau organisation organization newspaper network staff".split()
)
_PAPER: Final = frozenset(
    "poll polls report survey study statement letter article document documents email emails results data bill law ad book story tweet "
    "memo numbers records figures editorial post analysis researchers research ruling order".split()
)
_MODAL: Final = frozenset("would could might may should will can must 'd ’d 'll ’ll".split())
_NOT: Final = frozenset("not 't ’t n't never no cannot".split())


def mention_kind(outer: str, lower: list[str], mention: tuple[int, int] | None) -> str:
    """Sort a mention: pronoun, relative, name, people, role, body, paper, thing."""
    if mention is None:
        return "none"
    first, after = mention
    tag = outer[first]
    if after - first == 1:
        if tag in "WT":
            return lower[first]
        if tag in "Rr" or lower[first] in {"his", "her", "their", "its", "my", "our", "your"}:
            return lower[first]
    match = re.compile("[,(]").search(outer, first, after)
    end = match.start() if match else after
    join = outer.find("O", first, end)
    if join < 0:
        join = outer.find("I", first, end)
    head = (join if join > first else end) - 1
    word = lower[head]
    if word == "'s" or word == "’s":
        word = lower[head - 1]
        head -= 1
    if word in _PAPER:
        return "paper"
    if word in _BODY:
        return "body"
    if word in _PEOPLE or (outer[first] == "D" and lower[first] in _PEOPLE and after - first < 2):
        return "people"
    if outer[head] == "P":
        return "name" if outer[first] == "P" else "the name"
    if _ROLE.match(word):
        return "role"
    return "thing" if outer[head] != "K" else "things"


def evidence(cue: Cue, outer: str, lower: list[str], mention: tuple[int, int] | None, content: list[tuple[int, int]], *, left: bool) -> list[str]:
    """The features of a candidate."""
    frame = "left" if left else cue.frame
    kind = mention_kind(outer, lower, mention)
    tag = outer[cue.head]
    found = ["*", cue.base, f"{cue.form}.{frame}", f"{cue.base}.{frame}", f"@{kind}", f"~{tag}"]
    if cue.head > cue.first:
        helpers = lower[cue.first : cue.head]
        found.append("^modal" if not _MODAL.isdisjoint(helpers) else "^aux")
        if not _NOT.isdisjoint(helpers):
            found.append("^not")
    if content and not left:
        first, after = content[-1]
        found.append(f"+{outer[first]}.{cue.form}")
        found.append(f"+{lower[first]}" if outer[first] in "DRrGWLTt" else "+")
        length = after - first
        found.append("#1" if length == 1 else "#3" if length < 4 else "#7" if length < 8 else "#n")
        if "[" in outer[first:after]:
            found.append('"')
        if cue.frame.startswith("np") or cue.frame in {"for", "of", "about", "on", "against"}:
            found.append(f"+{mention_kind(outer, lower, (first, min(after, first + 4)))}.np")
    return found
