"""Noun phrases around a cue, read off the tags: who speaks, to whom and when. Positions are indices of tokens."""

from __future__ import annotations

import re
from typing import Final

from newsschema.reading._gazetteer import is_person_noun
from newsschema.reading._words import WORDS

_CORE: Final = r"(?:D[DB]*(?:B?[A#EGNPKMb_])*|B?[A#NPK_](?:[A#NPK_]|E(?=[NPK]))*|[Rr]|M(?=S))"
_POSSESSED: Final = rf"{_CORE}(?:S(?:B?[A#EGNPK_])+)*"
_NP: Final = re.compile(rf"{_POSSESSED}(?:[OI]{_POSSESSED})*")
_NP_OF: Final = re.compile(rf"{_POSSESSED}(?:O{_POSSESSED}|C(?=[NPKDA]){_POSSESSED}(?![XVvzEB]))*")
#: What else hangs on a noun: "adviser to", "close to", "a man in a hat", "Doe and others"; a name takes no place.
_ATTACHED: Final = re.compile(rf"(?:A?t|A?I|EI|O|C(?!{_POSSESSED}B*[XVzv])){_POSSESSED}")
_OF: Final = re.compile(rf"O{_POSSESSED}")
_WHEN: Final = re.compile(r"I?(?:[BA]?M(?!S)(?:[#N]|,#)*(?:I?N)?)|[B](?=[,.;?\]]|$)")
_WHEN_LEFT: Final = re.compile(r"I?[BA]?M[#N]*$|[DA]N$|[DAB]$")
_STOP_WHO: Final = re.compile(r"[.;?\n\]\[:,-]")
_STOP_DESCRIPTION: Final = re.compile(r"[.;?\n\]\[:]|,(?=[GULCTt\[IBER]|WB*[VzE](?:T|R[XVvz]))|-")
_LIST: Final = re.compile(r"(?:[DPNA]*P,)+$")
_PREPOSITION: Final = re.compile("[OI]")
#: Before "six in ten".
_MORE: Final = frozenset({("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("as", "many")})
_BREAKS: Final = frozenset(",.;[]\nU")
#: How many tokens may stand in brackets after a name.
_BRACKET: Final = 8
#: How many tokens a noun phrase or a subject with all that hangs on it may have.
_REACH: Final = 80

Range = tuple[int, int]


def np_right(outer: str, start: int, *, attached: bool = True) -> int:
    """Token after the noun phrase that starts at a token (the token itself when none does)."""
    match = (_NP if attached else _NP_OF).match(outer, start, start + _REACH)
    return match.end() if match else start


def np_left(outer: str, end: int, low: int) -> int:
    """First token of the noun phrase that ends before a token (the token itself when none does)."""
    i = end
    if i > low and outer[i - 1] in "RWT":
        return i - 1
    while i > low:
        tag = outer[i - 1]
        before = outer[i - 2] if i - 1 > low else "\n"
        inside = i < end
        if tag == ")" and inside and (bracket := outer.rfind("(", max(low, i - _BRACKET), i)) > low:
            i = bracket
        elif tag == "D":
            i -= 1
            if before not in "DOICBt":
                break
        elif (
            tag in "NKPA#_rS"
            or (tag in "OI" and inside and before in "NKPr#)D")
            or (tag == "t" and inside and before in "NKPA")  # "people close to"
            or (tag == "G" and before == "D")
            or (tag in "EG" and inside and before in "DASO#I\n.T" and outer[i] in "NKPAG#")
            or (tag == "B" and inside and before in "DOS" and outer[i] in "A#E")
            or (tag == "M" and inside and outer[i] in "NKPS")
            or (tag == "C" and inside and before in "NKPr" and not _clause_before(outer, i - 1, low))
        ):
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


def subject(outer: str, lower: tuple[str, ...], end: int, low: int) -> Range | None:
    """The noun phrase that is the subject of a verb group, with its appositions and the comma that closes them."""
    low = max(low, end - _REACH)
    end = _without_time(outer, lower, end, low)
    if end <= low:
        return None
    if outer[end - 1] in ",-)":
        found = _apposed(outer, lower, end, low)
        return subject(outer, lower, end - 1, low) if found is None and outer[end - 1] == "," else found
    start = np_left(outer, end, low)
    if start == end:
        return None
    start = _with_title(outer, lower, _clause_start(outer, lower, start, low), low)
    return _after_time(outer, lower, _with_list(outer, start, end, low), end), end


def _after_time(outer: str, lower: tuple[str, ...], start: int, end: int) -> int:
    """Step over a time in front of a subject: "last week only a third said"."""
    timed = start + 2 < end and lower[start] in WORDS.time_determiners and lower[start + 1] in WORDS.time_spans
    return start + 2 + (outer[start + 2] == ",") if timed else start


def _without_time(outer: str, lower: tuple[str, ...], end: int, low: int) -> int:
    """Step back over what stands between a subject and its verb: "the speaker on Tuesday said", "the two both said"."""
    match = _WHEN_LEFT.search(outer, max(low, end - 4), end) if outer[end - 1] in "ABDMN#" else None
    if match is None or match.start() <= low or outer[match.start() - 1] not in "NKPR),W":
        return end
    first, last = lower[match.start()], lower[end - 1]
    timed = "M" in match[0] or (first in WORDS.time_determiners and last in WORDS.time_spans)
    return match.start() if timed or first in WORDS.floating else end


def _apposed(outer: str, lower: tuple[str, ...], end: int, low: int) -> Range | None:
    """A subject whose verb follows a closing comma, dash or bracket: "Ms Doe, a lawyer, said"."""
    close = end - 1
    mark = outer[close]
    opener = outer.rfind("(" if mark == ")" else mark, low, close)
    if opener <= low:
        return None
    named_by = opener
    if outer[opener - 1] == ")":  # "Ines Okafor (Labour), a baker,"
        named_by = max(low, outer.rfind("(", max(low, opener - _BRACKET), opener))
    start = np_left(outer, named_by, low)
    before = outer[start - 1] if start > low else "\n"
    if before == "I" and start - 2 > low and outer[start - 2] == ",":  # "Okafor, at a meeting in Bergen, Norway, said"
        return subject(outer, lower, start - 1, low)
    if start == named_by or outer[start] in "WT" or before in "XVvzEGt":
        return None
    if (
        before == "," and outer[opener + 1] != "W" and lower[start] not in WORDS.bare_determiners
    ):  # a row of appositions
        front = subject(outer, lower, opener + 1, low)
        if front is not None and front[1] == opener + 1 and (front[0] == low or outer[front[0] - 1] not in "ILtGXVvzE"):
            return _after_time(outer, lower, front[0], end), end
    named = outer[opener + 1] in "DPNAK#W(" or lower[opener + 1] in {"of", "from"}
    start = _with_title(outer, lower, _clause_start(outer, lower, start, low), low)
    return start, (end if named or mark == ")" else opener)


def _clause_start(outer: str, lower: tuple[str, ...], start: int, low: int) -> int:
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
        if tag in "Vvz" or (tag == "X" and outer[k + 1] not in "XBVvzEG") or (tag == "E" and outer[k + 1] in "DPRrT["):
            verbs += 1
        elif lower[k] == "who" and k > low and outer[k - 1] in "NKPD":
            relative += 1
        elif tag in "TWRt":
            return start
    while k < start and outer[k] in "CB":
        k += 1
    return start if verbs > relative or outer[k] not in "DPNAK#" else k


def _with_title(outer: str, lower: tuple[str, ...], start: int, low: int) -> int:
    """Step over a description in front: "The minister, John Smith" when the name alone was found."""
    if start - 1 <= low or outer[start - 1] != "," or outer[start] != "P":
        return start
    front = np_left(outer, start - 1, low)
    join = _PREPOSITION.search(outer, front, start - 1)
    noun = lower[(join.start() if join else start - 1) - 1]
    described_ = outer[front] == "D" or "S" in outer[front:start]
    opens = front == low or outer[front - 1] in ",.;[]\nCU-"
    if (
        front < start - 1
        and opens
        and described_
        and lower[front] not in WORDS.bare_determiners
        and is_person_noun(noun)
    ):
        return front
    return start


def _with_list(outer: str, start: int, end: int, low: int) -> int:
    """Take in the names before the last of a list, and the town before its state: "Doe, Roe and others"."""
    if start - 1 <= low or outer[start - 1] != "," or outer[start] != "P":
        return start
    match = _LIST.search(outer, low, start)
    if match is not None and "C" in outer[start:end] and (match.start() == low or outer[match.start() - 1] in _BREAKS):
        return match.start()
    town = np_left(outer, start - 1, low)
    state = "O" in outer[town : start - 1] and not outer[start:end].strip("P")
    return town if state and (town == low or outer[town - 1] in _BREAKS) else start


def described(outer: str, start: int, high: int) -> int:
    """Token after a noun phrase to the right of an inverted cue, with the description that follows its comma."""
    match = _NP_OF.match(outer, start, min(high, start + _REACH))
    if match is None:
        return start
    end = match.end()
    while outer[start] not in "Rr":
        more = (_OF if outer[end - 1] == outer[start] == "P" else _ATTACHED).match(outer, end, min(high, end + _REACH))
        if more is None:
            break
        end = more.end()
    if outer[end] == "(" and 0 < outer.find(")", end, high) <= end + _REACH:
        end = outer.find(")", end, high) + 1
    stop = None
    if end + 1 < high and outer[end] == "," and outer[end + 1] in "DPANKW#":
        stop = _STOP_DESCRIPTION.search(outer, end, high)
    elif outer[end] == "W":
        stop = _STOP_WHO.search(outer, end + 1, high)
    else:
        return end
    if stop is None:
        return high
    return stop.start() + (stop[0] == "," and outer[stop.end()] == "[")


def when(outer: str, lower: tuple[str, ...], start: int) -> int:
    """Token after an expression of time: "Tuesday", "on Monday", "earlier Wednesday", "last week"."""
    if lower[start] in WORDS.time_determiners and lower[start + 1] in WORDS.time_spans:
        return start + 2
    match = _WHEN.match(outer, start, start + _REACH) if outer[start] in "IBAM" else None
    return match.end() if match else start
