"""Whether something was said: affirmed, denied, refused, only supposed; and where a text leaves that open."""

from __future__ import annotations

from typing import Final

from newsschema._model.enums import Polarity
from newsschema.reading._cues.cue import Cue
from newsschema.reading._cues.manner import class_of
from newsschema.reading._cues.refusals import refuses, rejects
from newsschema.reading._lexicon.frames import Form, Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import Range, Sentence
from newsschema.reading._syntax.groups import EXPECTED

#: What stands between a comma or the start of the sentence and a verb that a negation has turned round.
_LEAD: Final = TAGS.pattern("<!point|open|close|end>+ $")
_LEAD_REACH: Final = 10
_INVERTING: Final = frozenset({"neither", "never", "no", "nor", "not", "nowhere"})
_ONE: Final = TAGS["subject name"]
_IN_CASE: Final = ("in", "case")
_JOINING: Final = TAGS["comma conjunction contrast"]
#: What does not come about that stands behind these: "has yet to say"; "stopped short of saying", "without saying".
_SHORT: Final = ((("yet", "to"),), (("short", "of"),))
_EITHER: Final = (("nor",), ("or",))
#: How far before "confirm or deny" a negation stands: "would neither confirm", "has yet to confirm".
_BEFORE_EITHER: Final = 3
#: Classes of verbs whose question is asked or thought of, and no answer that somebody owes.
_ASKING: Final = frozenset({"ask", "think", "expect"})
#: How many words say that what follows is not so, and what it then has none of: "not true that", "no proof that".
_UNTRUE: Final = 3
_TRUTHS: Final = frozenset({"evidence", "proof", "true"})
#: Before what somebody answers, and what others say.
_TO: Final = frozenset({"about", "on", "to"})


def polarity(sentence: Sentence | None, cue: Cue | None, mention: Range | None) -> Polarity | None:
    """Whether the words are said to have been said, or denied, refused, or only supposed.

    Nothing where a denial or a refusal is itself denied: who "did not deny that she had lied" neither says so nor
    says that it is not so.
    """
    if cue is None or sentence is None:
        return Polarity.AFFIRMED
    negated = _is_negated(sentence, cue, mention)
    if _is_one_of_two(sentence, cue):
        return Polarity.REFUSED if negated or _is_neither(sentence, cue) else None
    if refuses(sentence.view, cue):
        return None if negated else Polarity.REFUSED
    if _denies(sentence, cue):
        return None if negated else Polarity.DENIED
    if cue.frame == Frame.REFUSAL or (negated and _is_answer(sentence, cue)):
        return Polarity.REFUSED
    if negated:
        return Polarity.DENIED
    return Polarity.HYPOTHETICAL if _may_be_said(sentence, cue, mention) else Polarity.AFFIRMED


# --- denied, and refused


def _denies(s: Sentence, cue: Cue) -> bool:
    """Whether a cue says that something is not so: "denied", "ruled out that", "issued a denial", "rejected claims"."""
    group = s.lower[cue.first : cue.after]
    ruled_out = cue.base == "rule" and "out" in group
    return ruled_out or cue.base in WORDS.denying or not WORDS.denials.isdisjoint(group) or rejects(s.view, cue)


def _is_answer(s: Sentence, cue: Cue) -> bool:
    """Whether somebody answers a question by saying it: "say who won", "confirm it", but not "ask why"."""
    responds = cue.base in WORDS.answering and s.lower[cue.after] in _TO  # "did not comment on reports that it"
    return responds or cue.base == "confirm" or (cue.frame == Frame.QUESTION and class_of(cue.base) not in _ASKING)


def _is_one_of_two(s: Sentence, cue: Cue) -> bool:
    """Whether somebody says the one or its contrary: "confirm or deny", "neither admitted nor denied"."""
    before = s.lower[max(s.first, cue.first - 2) : cue.first]
    if before[1:] not in _EITHER:
        return False
    return _are_contrary(before[0], s.lower[cue.head]) or _are_contrary(s.lower[cue.head], before[0])


def _are_contrary(owns: str, denies: str) -> bool:
    return owns in WORDS.owning_forms and denies in WORDS.denying_forms


def _is_neither(s: Sentence, cue: Cue) -> bool:
    """Whether neither of the two is said: "would neither confirm nor", "without admitting or", "did not confirm or"."""
    first = cue.first - 2
    before = s.lower[max(s.first, first - _BEFORE_EITHER) : first]
    return not (WORDS.negations | {"without", "yet"}).isdisjoint(before)


def _is_negated(sentence: Sentence, cue: Cue, mention: Range | None) -> bool:
    """Whether it is said that somebody did not say, deny or refuse it."""
    if not WORDS.negations.isdisjoint(sentence.lower[cue.first : cue.after]):
        return True
    if mention is not None and _is_nobody(sentence, mention):
        return True
    if _falls_short(sentence, cue):
        return True
    first = _first(cue, mention)
    return sentence.lower[cue.first - 1] == "nor" or _is_inverted(sentence, first) or _is_untrue(sentence, first)


def _is_untrue(s: Sentence, first: int) -> bool:
    """Whether it is not so that somebody says it: "It is not true that he said", "no proof that she admitted"."""
    no, true, that = ("", "", "", *s.lower[max(s.first, first - _UNTRUE) : first])[-3:]
    return that == "that" and (true == "untrue" or (no in WORDS.negations and true in _TRUTHS))


def _falls_short(s: Sentence, cue: Cue) -> bool:
    """Whether somebody does not come to say it: "stopped short of saying", "has yet to say", "without saying"."""
    doing = cue.form == Form.ING
    before = cue.first if doing else cue.head
    leads = s.lower[max(s.first, before - 2) : before]
    return leads in _SHORT[doing] or (doing and leads[-1:] == ("without",))


def _is_inverted(sentence: Sentence, first: int) -> bool:
    """Whether a negation turns verb and subject round in front of a token: "nor did she say", "at no point has he"."""
    s = sentence
    if first - 1 <= s.first or s.tags[first - 1] != Tag.AUXILIARY:
        return False
    lead = _LEAD.search(s.tags, max(s.first, first - _LEAD_REACH), first - 1)
    words = s.lower[lead.start() : first - 1] if lead else ()
    return words[:2] != ("not", "only") and not _INVERTING.isdisjoint(words)


def _is_nobody(sentence: Sentence, mention: Range) -> bool:
    """Whether a mention says that nobody spoke: "nobody", "none of them", "not one minister"."""
    first, lower = mention[0], sentence.lower
    numbered = lower[first] == "no" and lower[first + 1].isdigit()  # "No 10 said"
    if (lower[first] in WORDS.nobody or lower[first] in WORDS.hardly) and not numbered:
        return True
    first = _without_or_not(sentence, first - (lower[first - 1] == "even"))  # "not even the minister"
    before = lower[first - 1] if first > sentence.first else ""
    return before in WORDS.nobody or before in WORDS.hardly


# --- only supposed


def _may_be_said(sentence: Sentence, cue: Cue, mention: Range | None) -> bool:
    """Whether something may be said, or would: "might say", "if she says", "saying it" by nobody who is named."""
    if cue.form == Form.ACTIVE and EXPECTED in sentence.lower[cue.first : cue.head]:
        return True  # "is expected to say"
    if _is_supposed(sentence, cue, mention) or (cue.form == Form.ING and mention is None):
        return True
    return _is_condition(sentence, _without_or_not(sentence, _first(cue, mention)))


def _without_or_not(s: Sentence, first: int) -> int:
    """Step over "or not" in front of a token: "whether or not she says"."""
    return first - 2 if s.lower[max(s.first, first - 2) : first] == ("or", "not") else first


def _is_condition(s: Sentence, first: int) -> bool:
    """Whether what begins at a token is a condition: "if she says", "in case she says", "should she say"."""
    if first <= s.first:
        return False
    before = s.lower[first - 1]
    if before in WORDS.supposing or s.lower[max(s.first, first - 2) : first] == _IN_CASE:
        return True
    return before in WORDS.turned and (first - 1 == s.first or s.tags[first - 2] in _JOINING)


def _first(cue: Cue, mention: Range | None) -> int:
    """Where a cue begins, with a speaker in front of it."""
    return mention[0] if mention is not None and mention[1] <= cue.first else cue.first


def _is_supposed(sentence: Sentence, cue: Cue, mention: Range | None) -> bool:
    """Whether somebody is only supposed to say it: "would say", but not "would only say" and "would go on to say"."""
    group = sentence.lower[cue.first : cue.head]
    modals = WORDS.suppositions.intersection(group)
    if not modals:
        return False
    told = not WORDS.happening.isdisjoint(sentence.lower[cue.first : cue.head + 2])
    return not modals <= WORDS.past_modals or not (told or _used_to(sentence, mention))


def _used_to(sentence: Sentence, mention: Range | None) -> bool:
    """Whether somebody who is named or has been stands behind marks: "“...,” she would tell visitors"."""
    if mention is None or sentence.tags[mention[0]] not in _ONE or sentence.lower[mention[0]] in WORDS.people:
        return False
    before = mention[0] - 1
    return sentence.tags[before - (sentence.tags[before] == Tag.COMMA)] == Tag.CLOSE
