"""Candidate cues: the words of the lexicon where they stand, with their verb group and the frame that follows."""

from __future__ import annotations

import re
from typing import Final

import attrs

from newsschema.reading._lexicon import Lexicon
from newsschema.reading._marks import Marked
from newsschema.reading._phrases import np_right, when
from newsschema.reading._tokens import Tokens
from newsschema.reading._vocabulary import ADDRESSED, LIGHT, PARENTHETICAL, PARTICLES, PLAIN

_BE: Final = frozenset("is are was were be been being am 's ’s 're ’re 'm ’m get got gets wasn weren isn aren".split())
#: Verbs that only lead to the cue: "went on to say", "appeared to suggest".
_LEADING: Final = frozenset(
    "go went goes going gone continue continued continues continuing try tried tries trying seem seemed seems appear appeared appears "
    "begin began begins beginning start started starts come came comes rush rushed tend tends tended proceed proceeded "
    "attempt attempted used manage managed manages have has had need needs needed help helped helps".split()
)
#: Prepositions that belong to the cue when a noun follows: "called for", "warned of", "talked about".
_KEPT: Final = frozenset("for about of on against into over upon with as".split())
#: Participles that give a name to the noun before them: "the city dubbed the ...".
_NAMED: Final = frozenset("dubbed called named nicknamed known titled entitled labeled labelled christened termed styled billed".split())
_TAIL: Final = re.compile(
    r"(?:[IO](?:[DB]*[A#EGNPKMbs_S]+|[Rr])(?:[IOC](?:[DB]*[A#EGNPKM_S]+|[Rr]))*|I?[BA]?M[#,N]*|DAN(?=[T\[,R])|B)+"
)
#: A verb where only a verb of speech stands: "... ," he crowed; he gloated: "...".
_QUOTATIVE: Final = re.compile(r"(?:(?<=\][PNRKA])|(?<=\][DP][PN])|(?<=\]))([VEz])(?=[.,PR])|([VEz])(?=[:,]\[)")
#: Before the holder of a noun: "claims by agencies that".
_AGENTS: Final = frozenset({"by", "from", "among"})
_VERB_AHEAD: Final = re.compile(r"(?:[^,;:\n\[\]TWLtXVvzE.]|t(?![vX]))*B?[XVz]")
_CLAUSE: Final = re.compile(r"(?:,[^,.;\n]{1,40},)?B*(?:X|V|z|v|E(?!I))")


@attrs.frozen
class Cue:
    """A cue word with its group (auxiliaries, adverbs, particles), how it is used and what follows.

    Positions are indices of tokens; ``form`` is ``a`` active, ``i`` infinitive, ``g`` -ing, ``p`` passive, ``d`` bare
    participle, ``n`` noun, ``j`` adjective; ``frame`` names the complement to the right (``end`` when there is none).
    """

    first: int
    after: int
    head: int
    base: str
    form: str
    frame: str
    body: int
    addressee: tuple[int, int] | None = None
    agent: tuple[int, int] | None = None


def find_cues(marked: Marked, lexicon: Lexicon) -> list[Cue]:
    """Every word of the lexicon outside marks, in order, with the frame it stands in."""
    tokens, outer = marked.tokens, marked.outer
    unlisted = {match.start(match.lastindex or 1) for match in _QUOTATIVE.finditer(outer)}
    listed = lexicon.verbs.keys() | lexicon.nouns.keys() | lexicon.adjectives.keys()
    cues = []
    for head, word in enumerate(tokens.lower):
        if (word in listed or head in unlisted) and outer[head] not in "~[]":
            cue = _cue(tokens, outer, head, lexicon)
            if cue is not None:
                cues.append(cue)
    return cues


def find_inner_cues(marked: Marked, lexicon: Lexicon) -> list[Cue]:
    """Verbs of the lexicon inside marks that have a that-clause."""
    tokens = marked.tokens
    cues = []
    for match in re.finditer("[VvzbE](?=T)", tokens.tags):
        head = match.start()
        if marked.outer[head] == "~" and tokens.lower[head] in lexicon.verbs:
            cue = _cue(tokens, tokens.tags, head, lexicon)
            if cue is not None and cue.form == "a":
                cues.append(cue)
    return cues


def _cue(tokens: Tokens, outer: str, head: int, lexicon: Lexicon) -> Cue | None:
    word, tag = tokens.lower[head], outer[head]
    if tag in "VvzbEGsX":
        base = lexicon.verbs.get(word)
        if base is None and word in lexicon.adjectives:
            first, form = _group(tokens, outer, head)
            if first == head or form not in "pa":
                return None
            base, form = word, "j"
        else:
            base = base or ""
            first, form = _group(tokens, outer, head)
    elif tag in "NKP" and word in lexicon.nouns:
        base, first, form = lexicon.nouns[word], head, "n"
    elif word in lexicon.adjectives:
        base = word
        first, form = _group(tokens, outer, head)
        if first == head:
            return None
        form = "j"
    else:
        return None
    if form == "n":
        first = _existential(tokens, outer, head)
    after = head + 1
    if form == "n" and tokens.lower[after : after + 1] and tokens.lower[after] in _AGENTS:
        end = np_right(outer, after + 1, attached=False)
        frame, _, body, _ = _frame(tokens, outer, end, addressed=False)
        if end > after + 1 and frame in {"that", "quote", "about", "for", "of", "to"}:
            return Cue(first, after, head, base, form, frame, body, None, (after + 1, end))
    particles = PARTICLES.get(base, ())
    if after < len(outer) and tokens.lower[after] in particles:
        after += 1
    frame, after, body, addressee = _frame(tokens, outer, after, base in ADDRESSED, base in PARENTHETICAL)
    if base in PARENTHETICAL and tokens.lower[after : after + 3] == ["in", "a", "statement"]:
        after += 3
    if base in PLAIN and frame in _KEPT:
        after = min(after, body - 1)
    if form in "agi" and frame == "np" and base in LIGHT:
        noun = _light(tokens, outer, body, lexicon)
        if noun is not None:
            return Cue(first, noun[1], head, base, form, noun[0], noun[2])
    return Cue(first, after, head, base, form, frame, body, addressee)


def _existential(tokens: Tokens, outer: str, head: int) -> int:
    """First token of "is some hope" in "there is some hope that": no one is said to hope."""
    k = head
    while k and outer[k - 1] in "DA#B":
        k -= 1
    start = k
    while start and outer[start - 1] in "XB":
        start -= 1
    return start if start < k and start and tokens.lower[start - 1] == "there" else head


def _light(tokens: Tokens, outer: str, body: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """The frame of a noun that carries the meaning of a light verb: "made an announcement that", "voiced fears of"."""
    k = body
    while k < len(outer) and outer[k] in "DBA#NKEGP":
        if tokens.lower[k] in lexicon.nouns and outer[k + 1 : k + 2] and outer[k + 1] not in "NKP":
            frame, after, start, _ = _frame(tokens, outer, k + 1, addressed=False)
            if frame in {"that", "quote", "colon", "of", "about", "for", "to", "on", "against", "wh"}:
                return "n" + frame, (after if frame in _KEPT or frame == "colon" else k + 1), start
            return None
        k += 1
    return None


def _group(tokens: Tokens, outer: str, head: int) -> tuple[int, str]:
    """Walk left over auxiliaries and adverbs; say whether the whole is active, passive, infinitive or a participle."""
    first = head
    while first and outer[first - 1] in "XB":
        first -= 1
    tag = outer[head]
    if outer[first - 1 : first] == "t" and first:
        lead = first - 1
        while lead and outer[lead - 1] in "BI" and lead > first - 3:
            lead -= 1
        if lead and tokens.lower[lead - 1] in _LEADING:
            return _group(tokens, outer, lead - 1)[0], "a"
        return first - 1, "i"
    while first < head and outer[first] == "B" and tokens.lower[first] in {"there", "here"}:
        first += 1
    helpers = tokens.lower[first:head]
    if tag == "G":
        return first, "a" if any(h in _BE for h in helpers) else "g"
    if tag == "E" and first == head and head and outer[head - 1] in "NKP" and tokens.lower[head] in _NAMED and outer[head + 1 : head + 2] in ("D", "["):
        k = head - 1
        while k and outer[k] in "NKP#ADOS":
            k -= 1
        if outer[k] in "XVvzEtIG":
            return first, "d"
    if tag == "E" or tag == "V":
        auxiliary = [h for h, t in zip(helpers, outer[first:head], strict=True) if t == "X"]
        if auxiliary and auxiliary[-1] in _BE and auxiliary[-1] not in {"'s", "’s"}:
            return first, "p"
        return first, "a"
    return first, "a"


def _frame(tokens: Tokens, outer: str, after: int, addressed: bool, speaking: bool = False) -> tuple[str, int, int, tuple[int, int] | None]:
    """Name what follows a cue: (frame, token after the cue, first token of the content, addressee)."""
    size = len(outer)
    k = after
    tag = outer[k] if k < size else "\n"
    if tag == "B" and k + 1 < size and outer[k + 1] in "TtWRDPIO[:M,":
        k += 1
        tag = outer[k]
    direct = _direct(tokens, outer, k)
    if direct:
        return direct, (k + 1 if direct == "colon" else after), k + (direct in {"colon", "quote"} and tag in ":,"), None
    if tag == "t":
        follow = outer[k + 1] if k + 1 < size else "\n"
        if follow in "vXb" or (follow in "BN" and tokens.lower[k + 1][0].islower() and follow != "B"):
            return "to", after, k, None
        end = np_right(outer, k + 1)
        beyond = _beyond(tokens, outer, end)
        if beyond is None and end < size and outer[end] == "W":
            beyond = ("wh", end)
        return (beyond[0], after, beyond[1], (k + 1, end)) if beyond else ("tonp", k + 1, k + 1, None)
    if tag == "R":
        return "bare", after, k, None
    later = when(outer, tokens.lower, k)
    if later > k:
        beyond = _beyond(tokens, outer, k) or ((direct, later) if (direct := _direct(tokens, outer, later)) else None)
        return (beyond[0], after, beyond[1], None) if beyond else ("end", after, later, None)
    if tag in "DNAPK#r_BS" or tag == "E":
        return _noun_phrase(tokens, outer, after, k, addressed, speaking)
    if tag in "IO":
        beyond = _beyond(tokens, outer, k)
        if beyond and beyond[0] != "bare":
            return beyond[0], after, beyond[1], None
        if outer[k + 1 : k + 2] == "G":
            return tokens.lower[k] + "ing", k + 1, k + 1, None
        word = tokens.lower[k]
        return word, k + (word in _KEPT), k + 1, None
    if tag == "G":
        return "ing", after, k, None
    if tag == "L" and tokens.lower[k] == "as":
        return "as", k + 1, k + 1, None
    return "end", after, k, None


def _direct(tokens: Tokens, outer: str, k: int) -> str | None:
    """The frame of a complement that starts at once, or nothing."""
    tag = outer[k] if k < len(outer) else "\n"
    if tag == "[":
        return "quote"
    if tag == "," and outer[k + 1 : k + 2] == "[":
        return "quote"
    if tag == ":":
        return "colon"
    if tag == "T":
        return "that"
    if tag == "W" or (tag == "L" and tokens.lower[k] == "if"):
        return "wh"
    return None


def _beyond(tokens: Tokens, outer: str, k: int) -> tuple[str, int] | None:
    """The frame that follows a run of places and times: "said in a speech on Monday that"."""
    match = _TAIL.match(outer, k)
    end = match.end() if match else k
    direct = _direct(tokens, outer, end)
    if direct and direct != "wh":
        return direct, end + (direct in {"colon", "quote"} and outer[end] in ":,")
    if end < len(outer) and outer[end] == "R":
        return "bare", end
    last = when(outer, tokens.lower, k)
    if last > k and last < len(outer) and outer[last] in "DPNAK#" and _is_clause(tokens, outer, last):
        return "bare", last
    return None


def _is_clause(tokens: Tokens, outer: str, k: int) -> bool:
    """Whether a noun phrase with a verb after it starts at a token."""
    end = np_right(outer, k)
    return end > k and _CLAUSE.match(outer, end) is not None


def _noun_phrase(tokens: Tokens, outer: str, after: int, k: int, addressed: bool, speaking: bool) -> tuple[str, int, int, tuple[int, int] | None]:
    end = np_right(outer, k, attached=not addressed)
    if end == k:
        return "adj", after, k, None
    tag = outer[end] if end < len(outer) else "\n"
    if addressed:
        beyond = _beyond(tokens, outer, end)
        if beyond is None and (tag in "RDPN" or (tag == "," and outer[end + 1 : end + 2] == "[")):
            beyond = ("bare", end)
        if beyond is None and tag in "tWL" and not (tag == "L" and tokens.lower[end] != "if"):
            beyond = ("to" if tag == "t" else "wh", end)
        if beyond is None and tag in "IO":
            return "np" + tokens.lower[end], after, end, (k, end)
        if beyond is not None:
            return beyond[0], after, beyond[1], (k, end)
    if _CLAUSE.match(outer, end):
        return "bare", after, k, None
    if speaking and _VERB_AHEAD.match(outer, end):
        return "bare", after, k, None
    if tag == "t":
        return "npto", after, k, None
    if tag == "L" and tokens.lower[end] == "as":
        return "npas", after, k, None
    if tag == "[":
        return "npquote", after, k, None
    return "np", after, k, None
