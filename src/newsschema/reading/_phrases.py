"""Noun phrases around a cue, read off the tags: who speaks, to whom and when."""

from __future__ import annotations

import re
from typing import Final

_CORE: Final = r"(?:D[DB]*(?:B?[A#EGNPKMb_])*|B?[A#NPK_](?:[A#NPK_]|E(?=[NPK]))*|[Rr])"
_POSSESSED: Final = rf"{_CORE}(?:S(?:B?[A#EGNPK_])+)*"
_NP: Final = re.compile(rf"{_POSSESSED}(?:[OI]{_POSSESSED})*")
_NP_OF: Final = re.compile(rf"{_POSSESSED}(?:O{_POSSESSED}|C(?=[NPKDA]){_POSSESSED}(?![XVvzEB]))*")
_WHEN: Final = re.compile(r"I?(?:[BA]?M(?:[#N]|,#)*(?:I?N)?)|[B](?=[,.;?\]]|$)")
_WHEN_LEFT: Final = re.compile(r"I?[BA]?M[#N]*$|[DA]N$|D$|A$")
_FLOATING: Final = frozenset({"both", "each", "all", "long"})
_MORE: Final = frozenset({("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("as", "many")})
_STOP_WHO: Final = re.compile(r"[.;?\n\]\[:,-]")
_STOP_DESCRIPTION: Final = re.compile(r"[.;?\n\]\[:]|,(?=[GULCTt\[IBER])|-")
_ROLE: Final = re.compile(r"(?:\w*(?:man|woman|person|er|or|ist|ian|ant|ent|ary|ive|oy|al|ey|son|ess|mate|wife|ee)|chief|head|aide)s?$")
_LAST: Final = frozenset({"this", "last", "next", "late", "earlier"})
_SPANS: Final = frozenset("week month year morning afternoon evening night weekend summer spring fall autumn winter".split())
_SMALL: Final = frozenset({"this", "last", "that", "every", "each", "no"})

Range = tuple[int, int]


def np_right(outer: str, start: int, *, attached: bool = True) -> int:
    """Token after the noun phrase that starts at a token (the token itself when none does)."""
    match = (_NP if attached else _NP_OF).match(outer, start)
    return match.end() if match else start


def np_left(outer: str, end: int, low: int) -> int:
    """First token of the noun phrase that ends before a token (the token itself when none does)."""
    i = end
    if i > low and outer[i - 1] in "RWT":
        return i - 1
    while i > low:
        tag = outer[i - 1]
        before = outer[i - 2] if i - 1 > low else "\n"
        if tag in "NKPA#_rS":
            i -= 1
        elif tag == "D":
            i -= 1
            if before not in "DOICB":
                break
        elif tag in "OI" and i < end and before in "NKPr#)D":
            i -= 1
        elif tag in "EG" and i < end and before in "DASO#I\n.T" and outer[i] in "NKPAG#":
            i -= 1
        elif tag == "B" and i < end and outer[i] in "A#E" and before in "DOS":
            i -= 1
        elif tag == "M" and i < end and outer[i] in "NKPS":
            i -= 1
        elif tag == "C" and i < end and before in "NKPr" and not _clause_before(outer, i - 1, low):
            i -= 1
        else:
            break
    while i < end and outer[i] in "OICS":
        i += 1
    return i


def _clause_before(outer: str, end: int, low: int) -> bool:
    """Whether a verb stands before a conjunction in the same clause, which then joins clauses and not names."""
    i = end
    while i > low and outer[i - 1] not in ",;:-[]\n.?":
        if outer[i - 1] in "XVvz":
            return True
        i -= 1
    return False


def subject(outer: str, lower: list[str], end: int, low: int) -> Range | None:
    """The noun phrase that is the subject of a verb group, with its appositions and the comma that closes them."""
    if end > low and outer[end - 1] in "NM#DA":  # "the speaker on Tuesday said", "the two both said"
        match = _WHEN_LEFT.search(outer, max(low, end - 4), end)
        if match and match.start() > low and outer[match.start() - 1] in "NKPR),W":
            first = lower[match.start()]
            if "M" in match.group() or (first in _LAST and lower[end - 1] in _SPANS) or first in _FLOATING:
                end = match.start()
    if end <= low:
        return None
    if outer[end - 1] not in ",-)":
        start = np_left(outer, end, low)
        if start == end:
            return None
        whole = _clause_start(outer, lower, start, low)
        return _with_list(outer, _with_title(outer, lower, whole, low), end, low), end
    return _apposed(outer, lower, end, low) or (subject(outer, lower, end - 1, low) if outer[end - 1] == "," else None)


def _apposed(outer: str, lower: list[str], end: int, low: int) -> Range | None:
    """A subject whose verb follows a closing comma, dash or bracket: "Ms Doe, a lawyer, said"."""
    close = end - 1
    mark = outer[close]
    opener = outer.rfind("(" if mark == ")" else mark, low, close)
    if opener <= low:
        return None
    start = np_left(outer, opener, low)
    if start == opener or outer[start] in "WT" or (start > low and outer[start - 1] in "XVvzEGt"):
        return None
    before = outer[start - 1] if start > low else "\n"
    if before == "," and outer[opener + 1] not in "W" and lower[start] not in _SMALL:  # a list of appositions
        front = subject(outer, lower, opener + 1, low)
        opens = front is not None and (front[0] == low or outer[front[0] - 1] not in "ILtGXVvzE")
        if front is not None and opens and front[1] == opener + 1:
            return front[0], end
    inner = outer[opener + 1]
    named = inner in "DPNAK#W(" or lower[opener + 1] in {"of", "from"}
    start = _clause_start(outer, lower, start, low)
    return _with_title(outer, lower, start, low), (end if named or mark == ")" else opener)


def _clause_start(outer: str, lower: list[str], start: int, low: int) -> int:
    """Take in what hangs between a noun and its verb: "those who back her", "voters going to the polls"."""
    k = start
    if k > low + 1 and (lower[k - 2], lower[k - 1]) in _MORE:
        return k - 2
    if k <= low or outer[k - 1] in ",;:-[]\nCUTLW.?(" or outer[k] in "RWT":
        return start
    relative = verbs = 0
    while k > low and outer[k - 1] not in ",;:-[]\n.?UL(~":
        k -= 1
        tag = outer[k]
        if tag in "VvzX" and (tag != "X" or outer[k + 1] not in "XBVvzEG"):
            verbs += 1
        elif tag == "W" and lower[k] == "who" and k > low and outer[k - 1] in "NKPD":
            relative += 1
        elif tag in "TWRt":
            return start
    while k < start and outer[k] in "CB":
        k += 1
    if verbs > relative or outer[k] not in "DPNAK#" or k == start:
        return start
    return k


def _with_title(outer: str, lower: list[str], start: int, low: int) -> int:
    """Step over a description in front: "The minister, John Smith" when the name alone was found."""
    if start - 1 > low and outer[start - 1] == "," and outer[start] == "P":
        front = np_left(outer, start - 1, low)
        opens = front == low or outer[front - 1] in ",.;[]\nCU-"
        head = re.compile("[OI]").search(outer, front, start - 1)
        noun = lower[(head.start() if head else start - 1) - 1]
        if front < start - 1 and opens and (outer[front] == "D" or "S" in outer[front:start]) and lower[front] not in _SMALL and _ROLE.match(noun):
            return front
    return start


def _with_list(outer: str, start: int, end: int, low: int) -> int:
    """Take in the names before the last of a list, and the town before its state: "Doe, Roe and others"."""
    if start - 1 > low and outer[start - 1] == "," and outer[start] == "P":
        match = re.compile(r"(?:[DPNA]*P,)+$").search(outer, low, start)
        if match is not None and "C" in outer[start:end] and (match.start() == low or outer[match.start() - 1] in ",.;\n[]U"):
            return match.start()
        town = np_left(outer, start - 1, low)
        if "O" in outer[town : start - 1] and outer[start:end].strip("P") == "" and (town == low or outer[town - 1] in ",.;\n[]U"):
            return town
    return start


def described(outer: str, start: int, high: int) -> int:
    """Token after a noun phrase to the right of an inverted cue, with the description that follows its comma."""
    match = _NP_OF.match(outer, start, high)
    if match is None:
        return start
    end = match.end()
    while end + 1 < high and outer[start] not in "Rr":  # "adviser to", "close to", "a man in a hat"; a name takes no place
        name = outer[end - 1] == "P" and outer[start] == "P"
        more = re.compile(rf"(?:A?t|A?I|EI|O|C(?!{_POSSESSED}B*[XVzv])){_POSSESSED}" if not name else rf"O{_POSSESSED}").match(outer, end, high)
        if more is None:
            break
        end = more.end()
    if end < high and outer[end] == "(":
        close = outer.find(")", end, high)
        end = close + 1 if close > 0 else end
    stop: re.Match[str] | None
    if end + 1 < high and outer[end] == "," and outer[end + 1] in "DPANKW#":
        stop = _STOP_DESCRIPTION.search(outer, end + 1, high)
        if stop is None:
            return high
        return stop.start() + (stop.group() == "," and outer[stop.end()] == "[")
    if end < high and outer[end] == "W":
        stop = _STOP_WHO.search(outer, end + 1, high)
        return stop.start() if stop else high
    return end


def when(outer: str, lower: list[str], start: int) -> int:
    """Token after an expression of time: "Tuesday", "on Monday", "earlier Wednesday", "last week"."""
    if outer[start : start + 1] in ("D", "A") and lower[start] in _LAST and start + 1 < len(lower) and lower[start + 1] in _SPANS:
        return start + 2
    match = _WHEN.match(outer, start)
    return match.end() if match else start
