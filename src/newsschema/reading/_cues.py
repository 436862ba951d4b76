"""Candidate cues: the words of the lexicon where they stand, with their verb group and the frame that follows."""

from __future__ import annotations

import re
from itertools import compress, count
from typing import Final, NamedTuple

import attrs

from newsschema.reading._gazetteer import ROLE
from newsschema.reading._lexicon import Lexicon
from newsschema.reading._marks import Marked
from newsschema.reading._phrases import Range, np_right, when
from newsschema.reading._tokens import View
from newsschema.reading._words import WORDS

#: A run of places, times and adverbs between a cue and what was said.
_TAIL: Final = re.compile(
    r"(?:[IO](?:[DB]*[A#EGNPKMbs_S]+|[Rr])(?:[IOCt](?:[DB]*[A#EGNPKM_S]+|[Rr]))*|I?[BA]?M[#,N]*|DAN(?=[T\[,R])|B)+"
)
#: A verb where only a verb of speech stands: "... ," he crowed; he gloated: "...".
_QUOTATIVE: Final = re.compile(
    r"[VEz](?:(?:(?<=\][PNRKA].)|(?<=\][DP][PN].)|(?<=\].))(?=[BI]?[.,]|[PR])|(?=[:,]\[))", re.DOTALL
)
_VERB_AHEAD: Final = re.compile(r"(?:[^,;:\n\[\]TWLtXVvzE.]|t(?![vX]))*B?[XVz]")
_CLAUSE: Final = re.compile(r"(?:,[^,.;\n]{1,40},)?B*(?:X|V|z|v|E(?!I))")
#: What interrupts before a that-clause: "said, however, that".
_ASIDE: Final = re.compile(r"(,|-)[^,;:.?\n\[\]-]{1,8}\1(?=T)")
#: Classes of verbs that take no clause without "that": what looks like one begins with their object.
_OBJECTS: Final = ("judge", "call", "rule")
_STANCES: Final = frozenset({"of", "to", "for"})
_RELATIVE: Final = re.compile(r"TB?[XVvzE]")
_DIRECT: Final = {":": "colon", "T": "that"}
_AFTER_NOUN: Final = {"t": "npto", "[": "npquote"}
#: How many tokens a group or a tail of a cue may have; bounds keep the time linear whatever the text.
_REACH: Final = 12
_AHEAD: Final = 80
_PHRASAL: Final = {(verb, particle): like for verb, particle, like in WORDS.phrasal}
#: What a noun may govern that it is said to say.
_NOUN_FRAMES: Final = frozenset({"that", "quote", "colon", "of", "about", "for", "to", "on", "against", "wh"})


@attrs.define(eq=False)
class Cue:
    """A cue word with its group (auxiliaries, adverbs, particles), how it is used and what follows.

    Positions are indices of tokens; ``form`` is ``a`` active, ``i`` infinitive, ``g`` -ing, ``p`` passive, ``d`` bare
    participle, ``n`` noun, ``x`` noun after "there is", ``j`` adjective; ``frame`` names the complement to the right
    (``end`` when there is none); ``agent`` is the holder named after a noun: "claims by agencies that".
    """

    first: int
    after: int
    head: int
    base: str
    form: str
    frame: str
    body: int
    addressee: Range | None = None
    agent: Range | None = None


class _Frame(NamedTuple):
    """What follows a cue: its name, the token after the cue, the first of the content, and to whom."""

    name: str
    after: int
    body: int
    addressee: Range | None = None


def find_cues(marked: Marked, lexicon: Lexicon) -> list[Cue]:
    """Every word of the lexicon outside marks, in order, with the frame it stands in."""
    tokens, outer = marked.tokens, marked.outer
    unlisted = {match.start() for match in _QUOTATIVE.finditer(outer)}
    listed, view = compress(count(), map(lexicon.listed.__contains__, tokens.lower)), tokens.view(outer)
    found = (_cue(view, head, lexicon) for head in sorted(unlisted.union(listed)) if outer[head] not in "~[]")
    return [cue for cue in found if cue is not None]


def find_inner_cues(marked: Marked, lexicon: Lexicon) -> list[Cue]:
    """Verbs of the lexicon inside marks that have a that-clause."""
    tokens, view = marked.tokens, marked.tokens.view()
    found = (
        _cue(view, match.start(), lexicon)
        for match in re.finditer("[VvzbE](?=T)", tokens.tags)
        if marked.outer[match.start()] == "~" and tokens.lower[match.start()] in lexicon.verbs
    )
    return [cue for cue in found if cue is not None and cue.form == "a"]


def _cue(view: View, head: int, lexicon: Lexicon) -> Cue | None:
    word = view.lower[head]
    if view.tags[head] in "GE" and head and view.tags[head - 1] in "DAS#O" and view.tags[head + 1] in "NKPA":
        return None  # "the opposing sides"
    if view.tags[head] in "VvzbEGsX" and (word in lexicon.verbs or word not in lexicon.adjectives):
        first, form = _group(view, head)
        cue = _verb_cue(view, head, first, form, lexicon)
        unnamed = cue.frame == "to" and view.lower[cue.body + 1 : cue.body + 2] == ("be",)
        return None if unnamed and view.lower[cue.body + 2] in WORDS.unnamed else cue
    if view.tags[head] in "NKP" and word in lexicon.nouns:
        return _noun_cue(view, head, lexicon.nouns[word])
    if word in lexicon.adjectives:
        first, form = _group(view, head)
        if first < head and form in "pa":
            frame = _frame(view, head + 1)
            return Cue(first, frame.after, head, word, "j", frame.name, frame.body, frame.addressee)
    return None


def _verb_cue(view: View, head: int, first: int, form: str, lexicon: Lexicon) -> Cue:
    base, after = _verb(view, head, lexicon)
    speaking = base in WORDS.parenthetical
    addressed = base in WORDS.addressed and (base == "tell" or not _given(view, after))
    name, after, body, addressee = _frame(view, after, addressed=addressed, speaking=speaking)
    if base in WORDS.bridges and form == "a" and name in {"end", "adj"} and view.tags[body] in "XVzE":
        return Cue(first, after, head, base, form, "gap", body)
    if speaking and view.lower[after] == "in" and view.lower[after + 1 : after + 3] == ("a", "statement"):
        after += 3
    if (base == "say" and name in WORDS.kept_prepositions) or (name == "tonp" and base in WORDS.to_somebody):
        after = body - 1  # "said of her" is said
        name = "end" if base in WORDS.classes["talk"] else name
    if name == "bare" and any(base in WORDS.classes[name_] for name_ in _OBJECTS):
        name = "np"
    if form in "agi" and base == "make":  # "made it clear that"
        clear = body + (view.lower[body] == "it")
        if view.lower[clear] in WORDS.made_clear:
            name, after, body, addressee = _frame(view, clear + 1)
            return Cue(first, clear + 1, head, "clarify", form, name, body, addressee)
    if form in "agi" and name == "np" and base in WORDS.light:
        noun = _light(view, body, lexicon)
        if noun is not None:
            return Cue(first, noun.after, head, base, form, noun.name, noun.body)
    return Cue(first, after, head, base, form, name, body, addressee)


def _verb(view: View, head: int, lexicon: Lexicon) -> tuple[str, int]:
    """A verb as the lists have it, and the token after it and the particle that belongs to it."""
    base, after = lexicon.verbs.get(view.lower[head], ""), head + 1
    like = _PHRASAL.get((base, view.lower[after]))
    if like or view.lower[after] in WORDS.particles.get(base, ()):
        return like or base, after + 1
    back = not base and view.tags[after] in "BI" and view.tags[after + 1] in ".,"  # "he shot back."
    return base, after + back


def _given(view: View, start: int) -> bool:
    """Whether what follows is a thing and nobody to speak to: "promised a ferry"."""
    head = view.lower[np_right(view.tags, start, attached=False) - 1]
    persons = ROLE.match(head) or head in WORDS.people or head in WORDS.bodies
    return view.lower[start] in WORDS.leading_articles - {"the"} and not persons


def _noun_cue(view: View, head: int, base: str) -> Cue:
    first, form = _noun_group(view, head)
    if view.lower[head + 1] in WORDS.agent_prepositions:
        end = np_right(view.tags, head + 2, attached=False)
        frame = _frame(view, end)
        if end > head + 2 and frame.name in _NOUN_FRAMES:
            return Cue(first, head + 1, head, base, form, frame.name, frame.body, agent=(head + 2, end))
    frame = _frame(view, head + 1)
    name = frame.name
    if name == "that" and form == "n":  # "the claim that it was late", not "the letter that she wrote"
        stated = not _RELATIVE.match(view.tags, frame.body)
        name = ("nthat" if base in WORDS.statements else name) if stated else "end"
    elif name in _STANCES and base in WORDS.stances:
        name = f"n{name}"
    return Cue(first, frame.after, head, base, form, name, frame.body, frame.addressee)


def _noun_group(view: View, head: int) -> tuple[int, str]:
    """Where "is some hope" begins in "there is some hope that", or a noun phrase after its owner: "her firm belief"."""
    k = _before(view.tags, head, "DA#B")
    start = _before(view.tags, k, "XB")
    if 0 < start < k and view.lower[start - 1] == "there":
        return start, "x"
    k = _before(view.tags, head, "A#EGBN")
    if k and (view.tags[k - 1] == "S" or view.lower[k - 1] in WORDS.owners):
        return k, "n"
    return (k - 1 if k and view.lower[k - 1] in WORDS.leading_articles else _before(view.tags, head, "A#")), "n"


def _light(view: View, body: int, lexicon: Lexicon) -> _Frame | None:
    """The frame of a noun that carries the meaning of a verb: "made an announcement that", "voiced fears of"."""
    k = body
    while view.tags[k] in "DBA#NKEGP" and k - body < _REACH:
        if view.lower[k] in lexicon.nouns and view.tags[k + 1] not in "NKP":
            name, after, start, _ = _frame(view, k + 1)
            if name not in _NOUN_FRAMES:
                return None
            return _Frame("n" + name, after if name in WORDS.kept_prepositions or name == "colon" else k + 1, start)
        k += 1
    return None


def _before(outer: str, end: int, tags: str) -> int:
    """First of the view before one that have these tags, a dozen at most."""
    k = end
    while k and outer[k - 1] in tags and end - k < _REACH:
        k -= 1
    return k


def _group(view: View, head: int) -> tuple[int, str]:
    """Walk left over auxiliaries and adverbs; say how the verb is used."""
    first = _before(view.tags, head, "XB")
    if first and view.lower[first - 1] in WORDS.floating:  # "have both argued"
        helped = _before(view.tags, first - 1, "XB")
        if "X" in view.tags[helped : first - 1]:
            first = helped
    if first and view.tags[first - 1] == "t":
        lead = first - 1
        while lead and view.tags[lead - 1] in "BI" and lead > first - 3:
            lead -= 1
        if lead and view.lower[lead - 1] in WORDS.leading:  # "went on to say"
            return _before(view.tags, lead - 1, "XB"), "a"
        return first - 1, "i"
    while first < head and view.lower[first] == "here":
        first += 1
    tag = view.tags[head]
    if tag == "E" and first == head and _names_before(view, head):
        return first, "d"
    if tag not in "GEV":
        return first, "a"
    helper = view.lower[view.tags.rfind("X", first, head)] if first < head and "X" in view.tags[first:head] else None
    if tag == "G":
        return first, "a" if helper in WORDS.be else "g"
    return first, "p" if helper in WORDS.be and helper not in {"'s", "’s"} else "a"


def _names_before(view: View, head: int) -> bool:
    """Whether a participle gives a name to the object before it: "overran the city dubbed the ..."."""
    if view.lower[head] not in WORDS.naming or view.tags[head + 1] not in "D[":
        return False
    if head and view.tags[head - 1] == "," and "[" in view.tags[head + 1 : head + 3]:
        return True  # "the arch, dubbed the ..., fell"
    k = _before(view.tags, head, "NKP#ADOS")
    return 0 < k < head and view.tags[k - 1] in "XVvzEtIG"


def _frame(view: View, after: int, *, addressed: bool = False, speaking: bool = False) -> _Frame:
    """Name what follows a cue that ends before a token."""
    lower = view.lower
    k = after + (view.tags[after] == "B" and view.tags[after + 1] in "TtWRDPIO[:M,")
    aside = _ASIDE.match(view.tags, k) if view.tags[k] in ",-" else None
    if aside:
        k = aside.end()
    tag = view.tags[k]
    direct = _direct(view, k)
    if direct:
        return _Frame(direct, k + 1 if direct == "colon" else after, k + (tag in ":,"))
    if tag == "t":
        return _to_frame(view, after, k)
    if tag == "R":
        return _Frame("bare", after, k)
    later = when(view.tags, lower, k)
    if later > k:
        direct = _direct(view, later)
        beyond = _beyond(view, k) or ((direct, later) if direct else None)
        return _Frame(beyond[0], after, beyond[1]) if beyond else _Frame("end", after, later)
    if tag in "DNAPK#r_BSEM":
        return _noun_phrase(view, after, k, addressed=addressed, speaking=speaking)
    if tag in "IO":
        return _preposition_frame(view, after, k)
    if lower[k] == "as":
        return _Frame("as", k + 1, k + 1)
    return _Frame("ing" if tag == "G" else "end", after, k)


def _preposition_frame(view: View, after: int, k: int) -> _Frame:
    """A preposition after a cue: a place or a time before what was said, or what the cue is about."""
    beyond = _beyond(view, k)
    if beyond and (beyond[0] != "bare" or view.tags[beyond[1]] == "R"):
        return _Frame(beyond[0], after, beyond[1])
    if view.tags[k + 1] == "G":
        return _Frame(f"{view.lower[k]}ing", k + 1, k + 1)
    return _Frame(view.lower[k], k + (view.lower[k] in WORDS.kept_prepositions), k + 1)


def _to_frame(view: View, after: int, k: int) -> _Frame:
    """Read "to" with a verb, or with somebody who is spoken to."""
    following = view.tags[k + 1 + (view.tags[k + 1] == "B")]
    if following in "vXb[" or (following == "N" and view.words[k + 1][0].islower()):
        return _Frame("to", after, k)
    end = np_right(view.tags, k + 1)
    beyond = _beyond(view, end)
    if beyond is None and view.tags[end] == "W":
        beyond = "wh", end
    if beyond is None or end == k + 1:
        return _Frame("tonp", k + 1, k + 1)
    return _Frame(beyond[0], after, beyond[1], (k + 1, end))


def _direct(view: View, k: int) -> str | None:
    """The frame of a complement that starts at once, or nothing."""
    tag = view.tags[k]
    if tag == "[" or (tag == "," and view.tags[k + 1] == "["):
        return "quote"
    if tag == "W" or view.lower[k] == "if":
        return "wh"
    return _DIRECT.get(tag)


def _beyond(view: View, k: int) -> tuple[str, int] | None:
    """The frame that follows a run of places and times: "said in a speech on Monday that"."""
    match = _TAIL.match(view.tags, k, k + _AHEAD)
    end = match.end() if match else k
    direct = _direct(view, end)
    if direct and direct != "wh":
        return direct, end + (view.tags[end] in ":,")
    if view.tags[end] == "R":
        return "bare", end
    last = when(view.tags, view.lower, k)
    if last > k and view.tags[last] in "DPNAK#":
        subject_end = np_right(view.tags, last)
        if subject_end > last and _CLAUSE.match(view.tags, subject_end, subject_end + _AHEAD):
            return "bare", last
    return None


def _noun_phrase(view: View, after: int, k: int, *, addressed: bool, speaking: bool) -> _Frame:
    """A noun phrase after a cue: somebody told, the subject of a clause, or what the cue is about."""
    end = np_right(view.tags, k, attached=not addressed)
    if end == k:
        return _Frame("adj", after, k)
    tag = view.tags[end]
    if addressed:
        beyond = _beyond(view, end)
        if beyond is None and (tag in "RDPN" or (tag == "," and view.tags[end + 1] == "[")):
            beyond = "bare", end
        if beyond is None and (tag in "tW" or view.lower[end] == "if"):
            beyond = "to" if tag == "t" else "wh", end
        if beyond is not None:
            return _Frame(beyond[0], after, beyond[1], (k, end))
        if tag in "IO":
            return _Frame(f"np{view.lower[end]}", after, end, (k, end))
    if _CLAUSE.match(view.tags, end, end + _AHEAD) or (speaking and _VERB_AHEAD.match(view.tags, end, end + _AHEAD)):
        return _Frame("bare", after, k)
    name = "npas" if view.lower[end] == "as" else _AFTER_NOUN.get(tag, "np")
    return _Frame(name, after, k)
