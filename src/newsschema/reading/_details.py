"""Details of an attribution: to whom, where and when it was said; whether it was; edits inside the marks."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from newsschema._model.enums import Medium, Polarity
from newsschema.reading._chunks import KINDS, Kind, Range, Sentence
from newsschema.reading._cue import Cue
from newsschema.reading._frames import Form, Frame
from newsschema.reading._phrases import phrase_end
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._words import WORDS

_PREDICATE: Final = KINDS.pattern("<predicate>")
_STOPS: Final = KINDS["predicate relative that marked stop semicolon colon newline"]
_MEDIA: Final = (
    (WORDS.writing, Medium.WRITING),
    (WORDS.thinking, Medium.THOUGHT),
    (WORDS.speaking, Medium.SPEECH),
)
#: What stands between a comma or the start of the sentence and a verb that a negation has turned round.
_LEAD: Final = TAGS.pattern("<!point|open|close|end>+ $")
_LEAD_REACH: Final = 10
_INVERTING: Final = frozenset({"neither", "never", "no", "nor", "not", "nowhere"})
_ONE: Final = TAGS["subject name"]


class Details(NamedTuple):
    """Positions are indices of tokens."""

    addressee: Range | None = None
    setting: Range | None = None
    time: Range | None = None


def details(sentence: Sentence, cue: Cue, mention: Range | None, low: int, body: int) -> Details:
    """Read addressee, setting and time from the clause around a cue: what leads to it and what follows it."""
    s = sentence
    k = s.at(cue.after)
    high = s.at(body) if body > cue.after else s.size
    addressee = cue.addressee
    if addressee is None and cue.base == "tell":
        addressee = _person_at(s, k)
    times, settings = _phrases(s, s.at(addressee[1]) if addressee else k, high)
    if mention is not None and low < mention[0] and mention[1] <= cue.first:
        first, after = s.at(low), s.at(mention[0])
        if not _PREDICATE.search(s.kinds, first, after):
            before = _phrases(s, first, after)
            times, settings = times + before[0], settings + before[1]
    setting = settings[0] if settings else None
    if addressee is None and setting is not None:
        addressee = _met(s, *setting)
    return Details(addressee, setting, times[0] if times else None)


def _person_at(s: Sentence, k: int) -> Range | None:
    """The noun phrase that begins with a chunk."""
    end = phrase_end(s, k, attached=False)
    return s.tokens(k, end) if end > k else None


def _met(s: Sentence, first: int, after: int) -> Range | None:
    """With whom an occasion is: "in an interview with the BBC", "in a letter to MPs"."""
    at = next((i for i in range(first, after - 1) if s.lower[i] in {"with", "to"}), None)
    return None if at is None else (at + 1, after)


def _phrases(s: Sentence, k: int, high: int) -> tuple[list[Range], list[Range]]:
    """The expressions of time and those of occasion between two chunks."""
    times: list[Range] = []
    settings: list[Range] = []
    while k < high and s.kinds[k] not in _STOPS:
        after = k + 1
        if s.kinds[k] == Kind.TIME:
            times.append(s.tokens(k, after))
        elif s.word(k) in WORDS.occasion_prepositions:
            after = max(after, phrase_end(s, k + 1, attached=False))
            if not WORDS.occasions.isdisjoint(s.lower[s.firsts[k] : s.firsts[after]]):
                while (
                    s.word(after) in {"with", "to", "of"}
                    and (end := phrase_end(s, after + 1, attached=False)) > after + 1
                ):
                    after = end
                settings.append(s.tokens(k, after))
        k = after
    return times, settings


def polarity(sentence: Sentence | None, cue: Cue | None, mention: Range | None) -> Polarity:
    """Whether the words are said to have been said, or denied, refused, or only supposed."""
    if cue is None or sentence is None:
        return Polarity.AFFIRMED
    lower = sentence.lower
    if _refuses(cue, lower):
        return Polarity.REFUSED
    if _is_denied(sentence, cue, mention):
        return Polarity.DENIED
    if _is_supposed(sentence, cue, mention) or (cue.form == Form.ING and mention is None):
        return Polarity.HYPOTHETICAL
    condition = _is_condition(sentence, _without_or_not(sentence, _first(cue, mention)))
    return Polarity.HYPOTHETICAL if condition else Polarity.AFFIRMED


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


_IN_CASE: Final = ("in", "case")
_JOINING: Final = TAGS["comma conjunction contrast"]


def _first(cue: Cue, mention: Range | None) -> int:
    """Where a cue begins, with a speaker in front of it."""
    return mention[0] if mention is not None and mention[1] <= cue.first else cue.first


def _is_denied(sentence: Sentence, cue: Cue, mention: Range | None) -> bool:
    """Whether it is said that somebody did not say it."""
    group = sentence.lower[cue.first : cue.after]
    if cue.base in WORDS.denying or not WORDS.negations.isdisjoint(group):
        return True
    if mention is not None and _is_nobody(sentence, mention):
        return True
    if _falls_short(sentence, cue):
        return True
    first = _first(cue, mention)
    return sentence.lower[cue.first - 1] == "nor" or _is_inverted(sentence, first)


def _falls_short(s: Sentence, cue: Cue) -> bool:
    """Whether somebody does not come to say it: "stopped short of saying", "has yet to say"."""
    before = cue.first if cue.form == Form.ING else cue.head
    return s.lower[max(s.first, before - 2) : before] in _SHORT[cue.form == Form.ING]


_SHORT: Final = ((("yet", "to"),), (("short", "of"),))


def _is_inverted(sentence: Sentence, first: int) -> bool:
    """Whether a negation turns verb and subject round in front of a token: "nor did she say", "at no point has he"."""
    s = sentence
    if first - 1 <= s.first or s.tags[first - 1] != Tag.AUXILIARY:
        return False
    lead = _LEAD.search(s.tags, max(s.first, first - _LEAD_REACH), first - 1)
    words = s.lower[lead.start() : first - 1] if lead else ()
    return words[:2] != ("not", "only") and not _INVERTING.isdisjoint(words)


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


def _refuses(cue: Cue, lower: tuple[str, ...]) -> bool:
    """Whether somebody gives no answer: "declined to say", "would not say whether"."""
    if cue.base in WORDS.refusing and cue.frame == Frame.INFINITIVE:
        return lower[cue.body + 1] in WORDS.refused
    if lower[cue.first - 3 : cue.first] == _NEITHER_CONFIRM:
        return True
    group = lower[cue.first : cue.after]
    unwilling = not _WILLING.isdisjoint(group) and not WORDS.negations.isdisjoint(group)
    return cue.frame == Frame.REFUSAL or (unwilling and cue.frame == Frame.QUESTION and cue.base in WORDS.refused)


_NEITHER_CONFIRM: Final = ("neither", "confirm", "nor")
_WILLING: Final = frozenset({"will", "would", "wouldn"})


def _is_nobody(sentence: Sentence, mention: Range) -> bool:
    """Whether a mention says that nobody spoke: "nobody", "none of them", "not one minister"."""
    first, lower = mention[0], sentence.lower
    numbered = lower[first] == "no" and lower[first + 1].isdigit()  # "No 10 said"
    if (lower[first] in WORDS.nobody or lower[first] in WORDS.hardly) and not numbered:
        return True
    first = _without_or_not(sentence, first - (lower[first - 1] == "even"))  # "not even the minister"
    before = lower[first - 1] if first > sentence.first else ""
    return before in WORDS.nobody or before in WORDS.hardly


@cache
def medium(base: str) -> Medium:
    """Spoken, written or thought, where the cue says so."""
    return next((medium_ for verbs, medium_ in _MEDIA if base in verbs), Medium.UNKNOWN)
