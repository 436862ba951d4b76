"""Cues of those who give no answer: "could not be reached for comment", "did not return calls"."""

from __future__ import annotations

from typing import Final

from newsschema.reading._cues.cue import Cue
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, Kind, Sentence
from newsschema.reading._syntax.groups import main_verb
from newsschema.reading._tagging.tokens import View

_REFUSED: Final = (Form.ACTIVE, Frame.REFUSAL)
_AVAILABLE: Final = frozenset({"available", "reached", "unavailable"})
#: "Has yet to comment".
YET: Final = ("yet", "to")
_NEITHER: Final = frozenset({"neither", "none"})
#: "Could not be reached for comment", "was not available to comment".
_UNREACHED: Final = KINDS.pattern("""
    <verb> (?: <adverb|adjective|participle|nominal|of|time> ){0,4} (?: <preposition> <nominal> | <infinitive> )
""")
#: "Did not return calls".
_UNRETURNED: Final = KINDS.pattern("<verb> <nominal>")


def with_refusals(s: Sentence, found: list[Cue]) -> list[Cue]:
    """Add the cue of those who gave no comment, in the place of the cues that stand in its words."""
    refusal = _unreached(s, found) or _unreturned(s)
    if refusal is None:
        return found
    cue, after = refusal
    kept = [one for one in found if not cue.first <= one.head < after]
    return sorted([*kept, cue], key=lambda one: one.head)


def _unreached(s: Sentence, found: list[Cue]) -> tuple[Cue, int] | None:
    """Who could not be reached for comment, and where it ends, unless another verb of answering says so."""
    for match in _UNREACHED.finditer(s.kinds):
        k, last = match.start(), match.end() - 1
        first = s.firsts[k]
        between = s.lower[first : s.firsts[last]]
        answered = any(cue.chunk == k and cue.base in WORDS.answering for cue in found)
        if not answered and _is_denied(s, between) and _is_for_comment(s, last, between):
            body = s.firsts[last - (s.kinds[last] != Kind.INFINITIVE)]
            return Cue(first, body, main_verb(s, k), "comment", *_REFUSED, body, k), s.firsts[last + 1]
    return None


def _unreturned(s: Sentence) -> tuple[Cue, int] | None:
    """Who did not return calls, and where it ends."""
    for match in _UNRETURNED.finditer(s.kinds):
        k = match.start()
        first, head = s.firsts[k], main_verb(s, k)
        if s.lower[head] == "return" and is_negated(s, first, head) and s.head(k + 1) in WORDS.calls:
            return Cue(first, head, head, "comment", *_REFUSED, head, k), s.firsts[k + 2]
    return None


def _is_denied(s: Sentence, between: tuple[str, ...]) -> bool:
    """Whether somebody was not there to answer, or nobody was: "nobody was available for comment"."""
    unable = not WORDS.negations.isdisjoint(between) or "unavailable" in between
    return unable or s.lower[s.first] in WORDS.nobody


def _is_for_comment(s: Sentence, last: int, between: tuple[str, ...]) -> bool:
    """Whether a phrase that ends with a chunk is "for comment", or "to comment" behind "available"."""
    if s.kinds[last] == Kind.INFINITIVE:
        return s.head(last) == "comment" and not _AVAILABLE.isdisjoint(between)
    return s.word(last - 1) == "for" and s.head(last) == "comment"


def gives_no_answer(s: Sentence, cue: Cue) -> bool:
    """Whether nobody answers, or not yet: "did not reply", "has yet to comment", "neither firm replied"."""
    yet = s.lower[cue.head - 2 : cue.head] == YET
    return yet or s.lower[s.first] in _NEITHER or is_negated(s, cue.first, cue.head)


def refuses(view: View, cue: Cue) -> bool:
    """Whether somebody will not answer: "declined to say", "refused to rule out", but not "refused to sign"."""
    if cue.base not in WORDS.refusing or cue.frame != Frame.INFINITIVE:
        return False
    word, behind = view.lower[cue.body + 1 : cue.body + 3]
    owns = word in WORDS.owning and view.tags[cue.body + 2] == Tag.THAT  # but "refused to admit her"
    return owns or word in WORDS.refused or (word, behind) == _RULE_OUT


_RULE_OUT: Final = ("rule", "out")


def rejects(view: View, cue: Cue) -> bool:
    """Whether somebody says that what others say is not so: "rejected claims that it was late", but not "the plan"."""
    if cue.base not in WORDS.rejecting or cue.frame != Frame.OBJECT:
        return False
    end = object_end(view, cue)
    marks = view.tags.find(Tag.OPEN, end)
    called = marks > 0 and view.lower[marks - 1] == "as"  # "dismissed claims that it was late as “rubbish”"
    return view.tags[end] == Tag.THAT and view.lower[end - 1] in WORDS.stated and not called


def object_end(view: View, cue: Cue) -> int:
    """Where the words end that a cue governs, without what is attached to them."""
    end = cue.body
    while view.tags[end] in _PHRASE:
        end += 1
    return end


_PHRASE: Final = TAGS["nominal"]


def is_kept_back(s: Sentence, cue: Cue, around: Cue | None) -> bool:
    """Whether a cue begins what somebody will not do, or did not: "refused | to say that it was late"."""
    if around is None or cue.form != Form.INFINITIVE or cue.first != around.body:
        return False
    return around.base in WORDS.refusing or is_negated(s, around.first, around.head)


def is_negated(s: Sentence, first: int, head: int) -> bool:
    """Whether a verb group with a helper says that something was not done."""
    return first < head and not WORDS.negations.isdisjoint(s.lower[first:head])


def exception(s: Sentence, k: int) -> int | None:
    """Where an exception begins, before the verb at a chunk: "declined to comment | other than to say it was late"."""
    last = s.firsts[k] - 1
    other = s.lower[last - 1] == "other"
    if not k or s.kinds[k] not in _EXCEPTED or s.lower[last] not in WORDS.excepting:
        return None
    return s.at(last - other) if other or s.lower[last] != "than" else None


_EXCEPTED: Final = KINDS["infinitive ing"]
