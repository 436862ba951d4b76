"""Verb or noun: what a word is that may be either, by the tags around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, singular
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

#: What is a plural where it is no verb.
MANY: Final = TAGS["third_or_plural third"]
_SURE: Final = TAGS["base third participle"]
#: What only a verb has behind it, and what no verb has.
_OBJECT: Final = TAGS["determiner pronoun that to relative open straight name"]
_BEFORE_REGION: Final = TAGS["link to comma conjunction"]
_OPEN_NAMES: Final = TAGS["to relative name"]
_SAID: Final = TAGS["that open straight"]
_SINGULAR: Final = ("ss", "us", "is", "news", "times")
_UNTAKEN: Final = TAGS["stop comma semicolon link"]
_VERB: Final = TAGS["auxiliary past third"]
_BEHIND_SURE: Final = TAGS["auxiliary past third of"]
_BEHIND_NOUN: Final = TAGS["auxiliary past third link"]
#: Helpers that may stand before their subject.
_HELPERS: Final = frozenset({"did", "do", "does"})
_BEHIND_CLAIM: Final = _BEHIND_NOUN | {Tag.PARTICIPLE, Tag.BASE}  # "that report found", "that witnesses say"
_PAUSE: Final = TAGS["stop comma semicolon"]
_CLAUSE_STARTS: Final = TAGS["end comma conjunction contrast"]
_SUBJECTS: Final = TAGS["subject determiner"]
#: What papers do, and what the clause behind it may begin with.
_SHOWING: Final = frozenset({"indicate", "reveal", "show", "suggest"})
_CLAUSE: Final = TAGS["determiner pronoun counted base_or_noun third_or_plural"]
#: A clause that tells which, behind its noun: "protests that began", "posts that wrongly named her".
_RELATED: Final = TAGS.pattern("<that> <adverb>* (?: <past|third|participle|base> | <base_or_noun> <name> )")
#: By whom something was done, behind what it was done with.
_DONE_BY: Final = TAGS.pattern("<participle> <preposition|to>")
_BEFORE_THING: Final = TAGS["noun comma conjunction"]
_GOVERNING: Final = TAGS["verbal link to ing"]
_ENDS: Final = TAGS["end comma"]
_LINKS: Final = TAGS["link"]
_DATED: Final = TAGS["noun name participle"]  # what a date may follow: "the poll (published) Tuesday"
_LOOSE: Final = TAGS["preposition adverb"]
_MARKS: Final = TAGS["open straight"]
_CLOSING: Final = TAGS["close straight"]
_TOLD: Final = TAGS["name object"]
_REPORTING: Final = TAGS["past third"]
_CLAIMING: Final = TAGS["past third participle"]
#: The words of "six in ten".
_SHARE: Final = 3


class _Place(NamedTuple):
    """A word that may be a verb or a noun, among its neighbours: their tags as decided so far, and their words.

    ``tags`` are those before anything was decided, ``before`` and ``after`` those right beside the word.
    """

    made: list[str]
    tags: str
    lower: tuple[str, ...]
    i: int
    before: str
    after: str
    many: bool

    @property
    def word(self) -> str:
        return self.lower[self.i]

    @property
    def last(self) -> str:
        """The word before it."""
        return self.lower[self.i - 1]

    @property
    def is_phrasal(self) -> bool:
        """Whether a particle stands behind it that makes another verb of it: "points out"."""
        return self.lower[self.i : self.i + 2] in WORDS.phrasal_forms

    @property
    def taking(self) -> bool:
        """Whether what follows is what only a verb has behind it."""
        return self.after in _OBJECT and self.lower[self.i + 1 : self.i + 3] != ("such", "as")


def is_verb(made: list[str], tags: str, lower: tuple[str, ...], i: int) -> bool:
    """Whether a word that may be a verb or a noun is a verb, by the words around it."""
    if tags[i] in _SURE:
        return lower[i - 1] not in WORDS.articles
    before = made[i - 1] if i else Tag.NEWLINE
    place = _Place(made, tags, lower, i, before, tags[i + 1 : i + 2] or Tag.NEWLINE, tags[i] in MANY)
    if _is_thing(place):
        return False
    if _tells(place):
        return True
    decides = None if _is_described(place) else _BEHIND.get(before)
    return decides is not None and decides(place)


def _is_thing(place: _Place) -> bool:
    """Whether a word is a noun by what is beside it: "fire crews", "bank records seen by the NRK", "theft claims"."""
    if place.last in WORDS.misdeeds and singular(place.word) in WORDS.statements:
        return True
    named = (place.before, place.after) == (Tag.NAME, Tag.PLURAL)  # "Voss fire crews"
    if place.last == "aside":  # "brushed aside claims that"
        return True
    if place.word in WORDS.attributive and (place.after == Tag.NOUN or named):
        return True
    if (place.before, place.after) == (Tag.CLOSE_BRACKET, Tag.NAME) and is_person_noun(place.word):
        return True  # "the Norse Guild (NG) head Ann Doe"
    if _is_region(place):
        return True
    return place.many and (_is_done(place) or _show_it(place) or _is_made(place))


def _is_region(place: _Place) -> bool:
    """Whether a place stands before "state": "in Lagos state", but not "officials in Lagos state that"."""
    if place.word != "state" or place.before != Tag.NAME or place.after in _SAID | {Tag.COLON}:
        return False
    first = place.i - 1
    while first > 0 and place.made[first - 1] == Tag.NAME:
        first -= 1
    return first > 0 and place.made[first - 1] in _BEFORE_REGION


def _is_made(place: _Place) -> bool:
    """Whether somebody made what it is: "bank records seen by the NRK"."""
    return _DONE_BY.match(place.tags, place.i + 1) is not None


def _show_it(place: _Place) -> bool:
    """Whether several things show what stands behind the next word: "bank records show he knew"."""
    shows = place.before in _ONE and not _SHOWING.isdisjoint(place.lower[place.i + 1 : place.i + 2])
    return shows and not _SHOWN.isdisjoint(place.tags[place.i + 2 : place.i + 3])


def _is_done(place: _Place) -> bool:
    """Whether it is what somebody does: "kept patient records on each mill", but not "she said a guild reports"."""
    if place.before != Tag.NOUN or place.i < _SHARE:
        return False
    aimed = place.made[place.i - 2] == Tag.ING and place.lower[place.i - 3] == "for"  # "her push for deep rent cuts to"
    return place.made[place.i - 2] in _DOING and (place.after == Tag.PREPOSITION or (aimed and place.after == Tag.TO))


def _tells(place: _Place) -> bool:
    """Whether a word tells what somebody says: "Ms Doe points out", "Ms Doe hit back: “No”", "As she notes, "."""
    if not place.is_phrasal:
        return place.many and _is_told_so(place)
    behind = place.tags[place.i + 2 : place.i + 3]
    inverted = place.before == Tag.COMMA and behind == Tag.NAME  # "It is late, points out Ms Doe"
    quotes = place.before in _CLOSING or behind == Tag.COLON or inverted
    return quotes or (place.many and place.before in _ONE)


def _is_described(place: _Place) -> bool:
    """Whether a clause behind a noun tells which: "protests that began", but not "the mayor claims that was late"."""
    related = place.before in _BEFORE_THING and _RELATED.match(place.tags, place.i + 1) is not None
    return related and not _speaks(place)


def _is_told_so(place: _Place) -> bool:
    """Whether one tells something by a verb that looks like a noun: "As the guild notes, ", "The kiln, it hopes, "."""
    if place.after != Tag.COMMA or place.word not in WORDS.parenthetical_forms:
        return False
    made, first = place.made, place.i - 1
    while first > 0 and made[first] in _NOMINAL:
        first -= 1
    if first < place.i - 1 and made[first] == Tag.COMMA:
        return place.tags[place.i + 2 : place.i + 3] in _VERB  # "The kiln, the guild hopes, will help"
    return first < place.i - 1 and place.lower[first] == "as" and (first == 0 or made[first - 1] in _STARTS)


_DOING: Final = TAGS["past base third ing"]
_SHOWN: Final = TAGS["subject determiner that"]
#: The last word of one who tells something, and before what opens a sentence.
_ONE: Final = TAGS["name noun"]
_NOMINAL: Final = TAGS["nominal possessive"]
_STARTS: Final = TAGS["newline stop question"]


def _speaks(place: _Place) -> bool:
    """Whether who may say something stands before a word: "the mayor claims that was late"."""
    return is_person_noun(place.last) or any(place.last in words for words in (NAMES.bodies, WORDS.papers))


def _behind_adverb(place: _Place) -> bool:
    """Behind an adverb: "also support", but not "more support" and "the only reason why"."""
    if place.last == "only" and place.lower[place.i - 2] in WORDS.articles:
        return False
    if place.last in WORDS.contrasting:  # "though state officials deny it"
        return place.taking
    if place.many and place.after == Tag.BASE and is_person_noun(singular(place.word)):
        return False  # "even advocates admit it"
    return place.after not in _BEHIND_SURE and (place.taking or place.last not in WORDS.comparatives)


def _behind_determiner(place: _Place) -> bool:
    """Behind a determiner: "many support the plan", but not "there is some support that"."""
    opens = place.i < 2 or place.made[place.i - 2] not in _GOVERNING  # noqa: PLR2004 - a word before the determiner
    return opens and not place.many and place.taking and place.last in WORDS.plural_determiners


def _behind_number(place: _Place) -> bool:
    """Behind a number: "six in ten support the plan", "nine out of ten", but not "in one note she said"."""
    share = place.lower[place.i - 2] in {"in", "of"} and place.i >= _SHARE
    counted = share and (place.made[place.i - _SHARE] == Tag.NUMBER or place.lower[place.i - _SHARE] == "out")
    return counted and not place.many and place.taking


def _behind_date(place: _Place) -> bool:
    """Behind a date that belongs to a subject: "the poll Tuesday shows that", "Ms Doe on Tuesday hit back".

    But not "in May claims that".
    """
    k = place.i - 2 - (place.lower[place.i - 2] == "on")  # "the poll published on Tuesday shows that"
    dated = k >= 0 and place.made[k] in _DATED
    past = not place.many and _is_past(place) and (place.taking or place.is_phrasal or place.after in _LOOSE)
    return dated and (past or (place.many and place.after == Tag.THAT))


def _behind_gerund(place: _Place) -> bool:
    """Behind a noun in -ing, what is past as well: "the flooring hurt her cat"."""
    return place.taking and _is_past(place) and place.made[place.i - 2] == Tag.DETERMINER


def _behind_joint(place: _Place) -> bool:
    """Behind a comma, "and" or closing marks: a verb where it takes an object."""
    if place.word in WORDS.rare_verbs:
        return place.after in _SAID
    if _goes_on(place) or _is_helped_over(place):
        return True
    if place.many and _WHEN.search(place.tags, max(0, place.i - _SET_IN), place.i):
        return False  # "the May 3, 2001, attacks"
    if place.word in WORDS.mostly_nouns and place.before == Tag.CONJUNCTION:
        return _governs(place)
    return place.taking and (place.many or place.after != Tag.NAME or place.made[place.i - 1] not in _CLOSING)


def _behind_contrast(place: _Place) -> bool:
    """Behind "but" without a comma: "says it is old but notes that it works"."""
    joined = place.many and place.i > 1 and place.made[place.i - 2] not in _CLAUSE_STARTS
    return joined and place.taking and place.word in WORDS.parenthetical_forms


def _is_helped_over(place: _Place) -> bool:
    """Whether a modal stands before what two commas set in: "would, if passed, ban it"."""
    found = None if place.many else _INSERTED.search(place.tags, max(0, place.i - _SET_IN), place.i)
    return found is not None and place.lower[found.start()] in WORDS.modals


_INSERTED: Final = TAGS.pattern("<auxiliary> <comma> <!comma|end>+ <comma> $")
_WHEN: Final = TAGS.pattern("<determiner> <date> <stop>? <number> <comma> <number> <comma> $")
#: How many words before a verb the commas may stand.
_SET_IN: Final = 12


def _goes_on(place: _Place) -> bool:
    """Whether a paper goes on with what it asks for, behind "and": "warns of harm and calls for a ban"."""
    k = place.i - 1
    if place.lower[k : k + 3] not in _CALLING or place.made[k - 1] not in _BEFORE_CALL:
        return False
    while k and place.made[k] not in _STARTS and place.made[k] != Tag.THIRD:
        k -= 1
    return place.made[k] == Tag.THIRD


_CALLING: Final = frozenset(("and", verb, to) for verb in ("appeals", "calls") for to in ("for", "on"))
_BEFORE_CALL: Final = TAGS["noun close straight single"]


def _behind_name(place: _Place) -> bool:
    """Whether a word behind a name or a noun is its verb: "Democrats claim", "the mayor hopes"."""
    if _reports(place) or (place.many and _paper_shows(place)):
        return True
    named = place.made[place.i - 1] == Tag.NAME
    if place.after == Tag.PARTICIPLE and place.made[place.i + 2 : place.i + 3] == [Tag.THAT]:
        return False  # "blood tests revealed that"
    if place.after in _VERB or (place.after in _PAUSE and not named):
        return False
    return _singular_verb(place, named=named) if place.many else _plural_verb(place)


def _reports(place: _Place) -> bool:
    """Whether it can only report: "..., the NRK reports.", "data from the census show that"."""
    return _ends_report(place) or (not place.many and _shows(place))


def _ends_report(place: _Place) -> bool:
    """Whether a report ends with it, or begins behind it: "..., the NRK reports.", "the NRK reports: "."""
    closing = closes(place.made, place.i) or _closes_marks(place)
    ends = place.after == Tag.COLON or ((place.after in _ENDS or _is_set(place)) and closing)
    return ends and place.word in WORDS.parenthetical_forms and not (not place.many and _is_retort(place))


def _closes_marks(place: _Place) -> bool:
    """Whether marks close before all that says who speaks: "“...,” a voice in the ad states."."""
    head = linked_head(place.made, place.i)
    return head > 0 and place.made[whole_phrase_start(place.made, head + 1) - 1] in _CLOSING


def _is_retort(place: _Place) -> bool:
    """Whether a base form is the noun of its phrase, behind one: "a snappy retort:", "Super Kiln text:"."""
    start = whole_phrase_start(place.made, place.i)
    one = place.lower[start] in {"a", "an"} and not place.last.endswith("s")
    joined = start > 0 and place.made[start - 1] == Tag.CONJUNCTION  # "the potter and the mayor answer:"
    several = _are_together(place) or _is_past(place) or joined
    thing = place.made[place.i - 1] == Tag.NOUN and place.lower[start] in WORDS.articles
    named = place.made[place.i - 1] == Tag.NAME and not place.last.endswith("s")
    return one or ((thing or named) and not several)


def _is_set(place: _Place) -> bool:
    """Whether only when and where stand behind what a body does: "..., the guild reports today in its paper."."""
    behind = place.i + 1 + (place.lower[place.i + 1] == "online")
    return place.many and _speaks(place) and _SETTING.match(place.tags, behind) is not None


_SETTING: Final = TAGS.pattern(
    "<adverb>? (?: <preposition>? <date> <number>? )? (?: <preposition> <nominal>+ (?: <of> <nominal>+ )* ){0,2} <end>"
)


def _shows(place: _Place) -> bool:
    """Whether it is what several things show: "data from the census show", but not "told some on a call that"."""
    head = plural_head(place.made, place.i)
    amid = place.lower[head + 1] == "amid"  # "angered potters amid public concern that"
    if head < 0 or amid or (head > 0 and place.made[head - 1] in _REPORTING):
        return False
    written = place.word in _SHOWING and place.after in _CLAUSE
    hopes = (
        place.word in WORDS.parenthetical and place.after in _SUBJECTS and is_person_noun(singular(place.lower[head]))
    )
    return place.after == Tag.THAT or hopes or (written and place.lower[head] in WORDS.papers)


def _paper_shows(place: _Place) -> bool:
    """Whether it is what one paper shows: "a survey of insiders shows that", but not "a study of fashion shows"."""
    head = linked_head(place.made, place.i)
    one = head >= 0 and place.made[head] == Tag.NOUN and place.lower[head] in WORDS.papers
    told = place.after == Tag.THAT or place.after in _CLAUSE
    return one and told and singular(place.word) in _SHOWING


def _plural_verb(place: _Place) -> bool:
    """A base form: only several have it, unless it is the past as well: "Mr Doe forecast that"."""
    if _is_behind_several(place):
        return True
    fits = _is_past(place) or _is_joined(place) or place.last in WORDS.percent
    dated = place.after == Tag.DATE and place.tags[place.i + 2 : place.i + 3] == Tag.THAT  # "forecast Tuesday that"
    several = _speaks_as_several(place) or _acts_as_several(place)
    return (place.taking or dated) and (fits or _is_turned(place) or several)


def _is_behind_several(place: _Place) -> bool:
    """Whether a word behind a plural goes on as a verb does: "Democrats hope", but not "a United Nations plan"."""
    several = place.last.endswith("s") and not place.last.endswith(_SINGULAR)
    return several and place.after not in _UNTAKEN and not _is_one(place)


def _is_past(place: _Place) -> bool:
    """Whether a base form is the past as well: "forecast"."""
    return place.word == WORDS.irregular.get(place.word, ("",))[0]


def _is_joined(place: _Place) -> bool:
    """Whether "and" makes several of those before a word: "Ms Doe and Bo Roe claim it"."""
    k = place.i - 1
    while k > 1 and place.made[k] == place.made[k - 1] == Tag.NAME:
        k -= 1
    return k > 0 and place.made[k - 1] == Tag.CONJUNCTION


def _is_one(place: _Place) -> bool:
    """Whether "a" opens the noun phrase before a word, which goes on with it: "a United Nations plan"."""
    start = whole_phrase_start(place.made, place.i)
    return place.lower[start] in {"a", "an"} and place.made[start + 1] == Tag.NAME  # but "a few Democrats hope"


def _speaks_as_several(place: _Place) -> bool:
    """Whether persons or a body that count as several open a clause before a verb of saying: "the couple claim he"."""
    told = place.word in WORDS.parenthetical and place.after in _SUBJECTS
    return _are_together(place) and _opens_clause(place) and told


def _acts_as_several(place: _Place) -> bool:
    """Whether a body that counts as several does something in what somebody says: "feels the side need a coach"."""
    said = place.lower[whole_phrase_start(place.made, place.i) - 1] in WORDS.parenthetical_forms
    return said and place.after == Tag.DETERMINER and _are_together(place)


def _are_together(place: _Place) -> bool:
    """Whether several stand as one before a word: "the couple"."""
    return any(place.last in listed for listed in (NAMES.groups, NAMES.bodies, NAMES.staffs))


def _opens_clause(place: _Place) -> bool:
    """Whether a clause opens with the noun phrase before a word."""
    start = whole_phrase_start(place.made, place.i)
    return not start or place.made[start - 1] in _CLAUSE_STARTS


def _is_turned(place: _Place) -> bool:
    """Whether a helper stands before the noun phrase in front of a word: "nor did Mr Doe claim it"."""
    return place.lower[whole_phrase_start(place.made, place.i) - 1] in _HELPERS


def _singular_verb(place: _Place, *, named: bool) -> bool:
    """A form in -s, which may be a noun in the plural, as before another verb: "Voss protests erupt"."""
    if place.after == Tag.BASE or (_is_counted(place) and not place.taking):
        return False  # "some Fire projects because"
    if place.last in WORDS.papers and singular(place.word) in _SHOWING and place.after in _CLAUSE:
        return True  # "her book shows Ms Doe has two"
    if place.word in WORDS.rare_verbs:
        told = place.after in _SAID or _asks_how(place) or _tells_of_one(place, named=named)
        return told and not _is_counted(place)
    return _may_be_singular(place, named=named)


def _may_be_singular(place: _Place, *, named: bool) -> bool:
    """Whether a form in -s is a verb by who stands before it, or by what it governs."""
    loose = place.after in _LOOSE
    if loose and is_person_noun(place.last):
        return not _is_one_of(place)
    if place.word in WORDS.mostly_nouns:
        return _governs(place)
    return named or (not loose and (place.taking or has_article(place.made, place.i)))


def _is_one_of(place: _Place) -> bool:
    """Whether "one of" opens the noun phrase before a word, which must be its plural: "one of the chief notes"."""
    start = whole_phrase_start(place.made, place.i)
    return place.lower[max(0, start - 2) : start] == ("one", "of")


def _asks_how(place: _Place) -> bool:
    """Whether a question is what one thing shows: "the survey shows how", but not "she likes quiz shows where"."""
    asked = place.lower[place.i + 1 : place.i + 2] in {("how",), ("what",), ("why",)}
    return asked and place.before == Tag.NOUN and has_article(place.made, place.i)


def _tells_of_one(place: _Place, *, named: bool) -> bool:
    """Whether a clause follows what a name does: "Ms Doe notes it is", but not "the Doe notes she kept"."""
    if not named or place.after != Tag.SUBJECT:
        return False
    start = phrase_start(place.made, place.i)
    return not start or place.made[start - 1] not in _HOLDING


#: What stands before a noun phrase that does nothing: "through Facebook posts I learned".
_HOLDING: Final = TAGS["link to determiner"]


def _governs(place: _Place) -> bool:
    """Whether what is mostly a noun has an object, but no words in marks: "after the pay talks “a deal was near”"."""
    marked = place.after in _MARKS and not _opens_clause(place)
    return place.taking and place.after not in _OPEN_NAMES and not marked


def _behind_plural(place: _Place) -> bool:
    """Behind a plural: "potters claim it", but not "potters claim was" except in "which potters claim was late"."""
    if place.many:
        return place.after not in _VERB and (_is_share(place) or _is_shown(place) or _paper_shows(place))
    if place.after not in _VERB:
        return True
    start = whole_phrase_start(place.made, place.i)
    return start > 0 and place.made[start - 1] == Tag.RELATIVE and place.word in WORDS.bridges


def _is_shown(place: _Place) -> bool:
    """Whether data, which may take the verb of one, show something: "official data shows that"."""
    shown = place.last in {"analysis", "data"} and singular(place.word) in _SHOWING
    return shown and (place.taking or place.after in _CLAUSE or _ends_report(place))


def _is_share(place: _Place) -> bool:
    """Whether one of several stands before a word, to whom a verb in the singular belongs: "one in six kilns leaks"."""
    start = phrase_start(place.made, place.i)
    return place.lower[max(0, start - 2) : start] == ("one", "in") and place.made[start] == Tag.NUMBER


def _behind_relative(place: _Place) -> bool:
    """Behind what asks or relates: "who claim it", but not "how state laws differ", which have a subject."""
    return place.many or place.last not in WORDS.asking


def _behind_that(place: _Place) -> bool:
    """Behind "that": a verb, unless it is the subject of one, or "that" its determiner: "for that reason"."""
    if _disagrees(place):
        return False
    marked = place.after in _MARKS and place.tags[place.i + 2 : place.i + 3] in _VERB  # "that demand “was weak”"
    claimed = place.after in _BEHIND_CLAIM or marked or _is_claimed(place)
    return not claimed and place.made[place.i - 2] not in _LINKS


def _disagrees(place: _Place) -> bool:
    """Whether a verb of several is before "that" one thing, and so none: "said in an email that permit fees fell"."""
    one = place.made[place.i - 2] == Tag.NOUN and not place.many and not _is_past(place)
    noun = place.lower[place.i - 2]
    return one and not any(noun in listed for listed in (NAMES.groups, NAMES.bodies, NAMES.staffs))


def _is_claimed(place: _Place) -> bool:
    """Whether "that" opens what somebody says, and so a noun: "said that exports to it", "told them that export"."""
    at = place.i - 2
    told = place.made[at] in _TOLD and place.made[at - 1] in _REPORTING  # but "one called Acme that exports"
    return at > 0 and (told or place.made[at] in _CLAIMING)


#: By the tag before a word, what makes it a verb; behind any other tag it is a noun.
_BEHIND: Final[dict[str, Callable[[_Place], bool]]] = {
    Tag.SUBJECT: lambda _: True,
    Tag.RELATIVE: _behind_relative,
    **dict.fromkeys(TAGS["auxiliary to"], lambda place: not place.many and place.lower[place.i - 2] != "according"),
    **dict.fromkeys(TAGS["noun name"], _behind_name),
    **dict.fromkeys(TAGS["comma conjunction close_bracket close dash"], _behind_joint),
    Tag.CONTRAST: _behind_contrast,
    Tag.THAT: _behind_that,
    Tag.ADVERB: _behind_adverb,
    Tag.PLURAL: _behind_plural,
    Tag.DETERMINER: _behind_determiner,
    Tag.NUMBER: _behind_number,
    Tag.DATE: _behind_date,
    Tag.ING: _behind_gerund,
}


def _is_counted(place: _Place) -> bool:
    """Whether the noun phrase before a word begins with what counts several: "several leadership styles"."""
    start = phrase_start(place.made, place.i)
    return start > 0 and place.lower[start - 1] in WORDS.plural_determiners
