"""Behind a name or a noun, a word is its verb or more of its phrase: "potters claim it", "the potters' claim was"."""

from __future__ import annotations

from typing import Final

from newsschema.reading._lexicon.gazetteer import is_person_noun, singular
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._tagging.phrase_starts import (
    closes,
    has_article,
    linked_head,
    phrase_start,
    plural_head,
    whole_phrase_start,
)
from newsschema.reading._tagging.place import (
    CLAUSE_STARTS,
    CLOSING,
    LOOSE,
    MARKS,
    REPORTING,
    SAID,
    SHOWING,
    VERB,
    Place,
)

#: What the clause behind what papers do may begin with.
_CLAUSE: Final = TAGS["determiner pronoun counted base_or_noun third_or_plural"]
_ENDS: Final = TAGS["end comma"]
#: Helpers that may stand before their subject.
_HELPERS: Final = frozenset({"did", "do", "does"})
#: What stands before a noun phrase that does nothing: "through Facebook posts I learned".
_HOLDING: Final = TAGS["link to determiner"]
_OPEN_NAMES: Final = TAGS["to relative name"]
_PAUSE: Final = TAGS["stop comma semicolon"]
_SETTING: Final = TAGS.pattern(
    "<adverb>? (?: <preposition>? <date> <number>? )? (?: <preposition> <nominal>+ (?: <of> <nominal>+ )* ){0,2} <end>"
)
_SINGULAR: Final = ("ss", "us", "is", "news", "times")
_SUBJECTS: Final = TAGS["subject determiner"]
_UNTAKEN: Final = TAGS["stop comma semicolon link"]


def behind_name(place: Place) -> bool:
    """Whether a word behind a name or a noun is its verb: "Democrats claim", "the mayor hopes"."""
    if _reports(place) or (place.many and _paper_shows(place)):
        return True
    named = place.made[place.i - 1] == Tag.NAME
    if place.after == Tag.PARTICIPLE and place.made[place.i + 2 : place.i + 3] == [Tag.THAT]:
        return False  # "blood tests revealed that"
    if place.after in VERB or (place.after in _PAUSE and not named):
        return False
    return _singular_verb(place, named=named) if place.many else _plural_verb(place)


def _reports(place: Place) -> bool:
    """Whether it can only report: "..., the NRK reports.", "data from the census show that"."""
    return _ends_report(place) or (not place.many and _shows(place))


def _ends_report(place: Place) -> bool:
    """Whether a report ends with it, or begins behind it: "..., the NRK reports.", "the NRK reports: "."""
    closing = closes(place.made, place.i) or _closes_marks(place)
    ends = place.after == Tag.COLON or ((place.after in _ENDS or _is_set(place)) and closing)
    return ends and place.word in WORDS.parenthetical_forms and not (not place.many and _is_retort(place))


def _closes_marks(place: Place) -> bool:
    """Whether marks close before all that says who speaks: "“...,” a voice in the ad states."."""
    head = linked_head(place.made, place.i)
    return head > 0 and place.made[whole_phrase_start(place.made, head + 1) - 1] in CLOSING


def _is_retort(place: Place) -> bool:
    """Whether a base form is the noun of its phrase, behind one: "a snappy retort:", "Super Kiln text:"."""
    start = whole_phrase_start(place.made, place.i)
    one = place.lower[start] in {"a", "an"} and not place.last.endswith("s")
    joined = start > 0 and place.made[start - 1] == Tag.CONJUNCTION  # "the potter and the mayor answer:"
    several = place.behind_several or place.is_past or joined
    thing = place.made[place.i - 1] == Tag.NOUN and place.lower[start] in WORDS.articles
    named = place.made[place.i - 1] == Tag.NAME and not place.last.endswith("s")
    return one or ((thing or named) and not several)


def _is_set(place: Place) -> bool:
    """Whether only when and where stand behind what a body does: "..., the guild reports today in its paper."."""
    behind = place.i + 1 + (place.lower[place.i + 1] == "online")
    return place.many and place.speaks and _SETTING.match(place.tags, behind) is not None


def _shows(place: Place) -> bool:
    """Whether it is what several things show: "data from the census show", but not "told some on a call that"."""
    head = plural_head(place.made, place.i)
    amid = place.lower[head + 1] == "amid"  # "angered potters amid public concern that"
    if head < 0 or amid or (head > 0 and place.made[head - 1] in REPORTING):
        return False
    written = place.word in SHOWING and place.after in _CLAUSE
    hopes = (
        place.word in WORDS.parenthetical and place.after in _SUBJECTS and is_person_noun(singular(place.lower[head]))
    )
    return place.after == Tag.THAT or hopes or (written and place.lower[head] in WORDS.papers)


def _paper_shows(place: Place) -> bool:
    """Whether it is what one paper shows: "a survey of insiders shows that", but not "a study of fashion shows"."""
    head = linked_head(place.made, place.i)
    one = head >= 0 and place.made[head] == Tag.NOUN and place.lower[head] in WORDS.papers
    told = place.after == Tag.THAT or place.after in _CLAUSE
    return one and told and singular(place.word) in SHOWING


def _plural_verb(place: Place) -> bool:
    """A base form: only several have it, unless it is the past as well: "Mr Doe forecast that"."""
    if _is_behind_several(place):
        return True
    fits = place.is_past or _is_joined(place) or place.last in WORDS.percent
    dated = place.after == Tag.DATE and place.tags[place.i + 2 : place.i + 3] == Tag.THAT  # "forecast Tuesday that"
    several = _speaks_as_several(place) or _acts_as_several(place)
    return (place.taking or dated) and (fits or _is_turned(place) or several)


def _is_behind_several(place: Place) -> bool:
    """Whether a word behind a plural goes on as a verb does: "Democrats hope", but not "a United Nations plan"."""
    several = place.last.endswith("s") and not place.last.endswith(_SINGULAR)
    return several and place.after not in _UNTAKEN and not _is_one(place)


def _is_joined(place: Place) -> bool:
    """Whether "and" makes several of those before a word: "Ms Doe and Bo Roe claim it"."""
    k = place.i - 1
    while k > 1 and place.made[k] == place.made[k - 1] == Tag.NAME:
        k -= 1
    return k > 0 and place.made[k - 1] == Tag.CONJUNCTION


def _is_one(place: Place) -> bool:
    """Whether "a" opens the noun phrase before a word, which goes on with it: "a United Nations plan"."""
    start = whole_phrase_start(place.made, place.i)
    return place.lower[start] in {"a", "an"} and place.made[start + 1] == Tag.NAME  # but "a few Democrats hope"


def _speaks_as_several(place: Place) -> bool:
    """Whether persons or a body that count as several open a clause before a verb of saying: "the couple claim he"."""
    told = place.word in WORDS.parenthetical and place.after in _SUBJECTS
    return place.behind_several and _opens_clause(place) and told


def _acts_as_several(place: Place) -> bool:
    """Whether a body that counts as several does something in what somebody says: "feels the side need a coach"."""
    said = place.lower[whole_phrase_start(place.made, place.i) - 1] in WORDS.parenthetical_forms
    return said and place.after == Tag.DETERMINER and place.behind_several


def _opens_clause(place: Place) -> bool:
    """Whether a clause opens with the noun phrase before a word."""
    start = whole_phrase_start(place.made, place.i)
    return not start or place.made[start - 1] in CLAUSE_STARTS


def _is_turned(place: Place) -> bool:
    """Whether a helper stands before the noun phrase in front of a word: "nor did Mr Doe claim it"."""
    return place.lower[whole_phrase_start(place.made, place.i) - 1] in _HELPERS


def _singular_verb(place: Place, *, named: bool) -> bool:
    """A form in -s, which may be a noun in the plural, as before another verb: "Voss protests erupt"."""
    if place.after == Tag.BASE or (_is_counted(place) and not place.taking):
        return False  # "some Fire projects because"
    if place.last in WORDS.papers and singular(place.word) in SHOWING and place.after in _CLAUSE:
        return True  # "her book shows Ms Doe has two"
    if place.word in WORDS.rare_verbs:
        told = place.after in SAID or _asks_how(place) or _tells_of_one(place, named=named)
        return told and not _is_counted(place)
    return _may_be_singular(place, named=named)


def _may_be_singular(place: Place, *, named: bool) -> bool:
    """Whether a form in -s is a verb by who stands before it, or by what it governs."""
    loose = place.after in LOOSE
    if loose and is_person_noun(place.last):
        return not _is_one_of(place)
    if place.word in WORDS.mostly_nouns:
        return governs(place)
    return named or (not loose and (place.taking or has_article(place.made, place.i)))


def _is_one_of(place: Place) -> bool:
    """Whether "one of" opens the noun phrase before a word, which must be its plural: "one of the chief notes"."""
    start = whole_phrase_start(place.made, place.i)
    return place.lower[max(0, start - 2) : start] == ("one", "of")


def _asks_how(place: Place) -> bool:
    """Whether a question is what one thing shows: "the survey shows how", but not "she likes quiz shows where"."""
    asked = place.lower[place.i + 1 : place.i + 2] in {("how",), ("what",), ("why",)}
    return asked and place.before == Tag.NOUN and has_article(place.made, place.i)


def _tells_of_one(place: Place, *, named: bool) -> bool:
    """Whether a clause follows what a name does: "Ms Doe notes it is", but not "the Doe notes she kept"."""
    if not named or place.after != Tag.SUBJECT:
        return False
    start = phrase_start(place.made, place.i)
    return not start or place.made[start - 1] not in _HOLDING


def governs(place: Place) -> bool:
    """Whether what is mostly a noun has an object, but no words in marks: "after the pay talks “a deal was near”"."""
    marked = place.after in MARKS and not _opens_clause(place)
    return place.taking and place.after not in _OPEN_NAMES and not marked


def behind_plural(place: Place) -> bool:
    """Behind a plural: "potters claim it", but not "potters claim was" except in "which potters claim was late"."""
    if place.many:
        return place.after not in VERB and (_is_share(place) or _is_shown(place) or _paper_shows(place))
    if place.after not in VERB:
        return True
    start = whole_phrase_start(place.made, place.i)
    return start > 0 and place.made[start - 1] == Tag.RELATIVE and place.word in WORDS.bridges


def _is_shown(place: Place) -> bool:
    """Whether data, which may take the verb of one, show something: "official data shows that"."""
    shown = place.last in {"analysis", "data"} and singular(place.word) in SHOWING
    return shown and (place.taking or place.after in _CLAUSE or _ends_report(place))


def _is_share(place: Place) -> bool:
    """Whether one of several stands before a word, to whom a verb in the singular belongs: "one in six kilns leaks"."""
    start = phrase_start(place.made, place.i)
    return place.lower[max(0, start - 2) : start] == ("one", "in") and place.made[start] == Tag.NUMBER


def _is_counted(place: Place) -> bool:
    """Whether the noun phrase before a word begins with what counts several: "several leadership styles"."""
    start = phrase_start(place.made, place.i)
    return start > 0 and place.lower[start - 1] in WORDS.plural_determiners
