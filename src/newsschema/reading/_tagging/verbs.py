"""Verb or noun: what a word is that may be either, by the tags around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, singular
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._tagging.behind_nouns import behind_name, behind_plural, governs
from newsschema.reading._tagging.place import (
    CLAUSE_STARTS,
    CLOSING,
    LOOSE,
    MANY,
    MARKS,
    REPORTING,
    SAID,
    SHOWING,
    VERB,
    Place,
    is_together,
)

_SURE: Final = TAGS["base third participle"]
_BEFORE_REGION: Final = TAGS["link to comma conjunction"]
_BEHIND_SURE: Final = TAGS["auxiliary past third of"]
_BEHIND_NOUN: Final = TAGS["auxiliary past third link"]
_BEHIND_CLAIM: Final = _BEHIND_NOUN | {Tag.PARTICIPLE, Tag.BASE}  # "that report found", "that witnesses say"
#: A clause that tells which, behind its noun: "protests that began", "posts that wrongly named her".
_RELATED: Final = TAGS.pattern("<that> <adverb>* (?: <past|third|participle|base> | <base_or_noun> <name> )")
#: By whom something was done, behind what it was done with.
_DONE_BY: Final = TAGS.pattern("<participle> <preposition|to>")
_BEFORE_THING: Final = TAGS["noun comma conjunction"]
_GOVERNING: Final = TAGS["verbal link to ing"]
_LINKS: Final = TAGS["link"]
_DATED: Final = TAGS["noun name participle"]  # what a date may follow: "the poll (published) Tuesday"
_TOLD: Final = TAGS["name object"]
_CLAIMING: Final = TAGS["past third participle"]
#: The words of "six in ten".
_SHARE: Final = 3


def is_verb(made: list[str], tags: str, lower: tuple[str, ...], i: int) -> bool:
    """Whether a word that may be a verb or a noun is a verb, by the words around it."""
    if tags[i] in _SURE:
        return lower[i - 1] not in WORDS.articles
    before = made[i - 1] if i else Tag.NEWLINE
    place = Place(made, tags, lower, i, before, tags[i + 1 : i + 2] or Tag.NEWLINE, tags[i] in MANY)
    if _is_thing(place) or _is_qualified(place):
        return False
    if _tells(place):
        return True
    decides = None if _is_described(place) else _BEHIND.get(before)
    return decides is not None and decides(place)


def _is_thing(place: Place) -> bool:
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


def _is_qualified(place: Place) -> bool:
    """Whether an article and an adverb stand before a word: "an earlier report", but not "a visibly upset Ann Doe"."""
    if place.before != Tag.ADVERB or place.after in _QUALIFIED:
        return False
    return place.made[place.i - 2] == Tag.POSSESSIVE or place.lower[place.i - 2] in WORDS.articles


_QUALIFIED: Final = TAGS["name noun plural adjective"]


def _is_region(place: Place) -> bool:
    """Whether a place stands before "state": "in Lagos state", but not "officials in Lagos state that"."""
    if place.word == "states" and place.last in NAMES.origins:
        return True  # "Baltic states"
    if place.word != "state" or place.before != Tag.NAME or place.after in SAID | {Tag.COLON}:
        return False
    first = place.i - 1
    while first > 0 and place.made[first - 1] == Tag.NAME:
        first -= 1
    return first > 0 and place.made[first - 1] in _BEFORE_REGION


def _is_made(place: Place) -> bool:
    """Whether somebody made what it is: "bank records seen by the NRK"."""
    return _DONE_BY.match(place.tags, place.i + 1) is not None


def _show_it(place: Place) -> bool:
    """Whether several things show what stands behind the next word: "bank records show he knew"."""
    shows = place.before in _ONE and not SHOWING.isdisjoint(place.lower[place.i + 1 : place.i + 2])
    return shows and not _SHOWN.isdisjoint(place.tags[place.i + 2 : place.i + 3])


def _is_done(place: Place) -> bool:
    """Whether it is what somebody does: "kept patient records on each mill", but not "she said a guild reports"."""
    if place.before != Tag.NOUN or place.i < _SHARE:
        return False
    aimed = place.made[place.i - 2] == Tag.ING and place.lower[place.i - 3] == "for"  # "her push for deep rent cuts to"
    return place.made[place.i - 2] in _DOING and (place.after == Tag.PREPOSITION or (aimed and place.after == Tag.TO))


def _tells(place: Place) -> bool:
    """Whether a word tells what somebody says: "Ms Doe points out", "Ms Doe hit back: “No”", "As she notes, "."""
    if not place.is_phrasal:
        return place.many and _is_told_so(place)
    behind = place.tags[place.i + 2 : place.i + 3]
    inverted = place.before == Tag.COMMA and behind == Tag.NAME  # "It is late, points out Ms Doe"
    quotes = place.before in CLOSING or behind == Tag.COLON or inverted
    return quotes or (place.many and place.before in _ONE)


def _is_described(place: Place) -> bool:
    """Whether a clause behind a noun tells which: "protests that began", but not "the mayor claims that was late"."""
    related = place.before in _BEFORE_THING and _RELATED.match(place.tags, place.i + 1) is not None
    return related and not place.speaks


def _is_told_so(place: Place) -> bool:
    """Whether one tells something by a verb that looks like a noun: "As the guild notes, ", "The kiln, it hopes, "."""
    if place.after != Tag.COMMA or place.word not in WORDS.parenthetical_forms:
        return False
    made, first = place.made, place.i - 1
    while first > 0 and made[first] in _NOMINAL:
        first -= 1
    if first < place.i - 1 and made[first] == Tag.COMMA:
        return place.tags[place.i + 2 : place.i + 3] in VERB  # "The kiln, the guild hopes, will help"
    return first < place.i - 1 and place.lower[first] == "as" and (first == 0 or made[first - 1] in _STARTS)


_DOING: Final = TAGS["past base third ing"]
_SHOWN: Final = TAGS["subject determiner that"]
#: The last word of one who tells something, and before what opens a sentence.
_ONE: Final = TAGS["name noun"]
_NOMINAL: Final = TAGS["nominal possessive"]
_STARTS: Final = TAGS["newline stop question"]


def _behind_adverb(place: Place) -> bool:
    """Behind an adverb: "also support", but not "more support"."""
    if place.last in WORDS.contrasting:  # "though state officials deny it"
        return place.taking
    if place.many and place.after == Tag.BASE and is_person_noun(singular(place.word)):
        return False  # "even advocates admit it"
    return place.after not in _BEHIND_SURE and (place.taking or place.last not in WORDS.comparatives)


def _behind_determiner(place: Place) -> bool:
    """Behind a determiner: "many support the plan", but not "there is some support that"."""
    opens = place.i < 2 or place.made[place.i - 2] not in _GOVERNING  # noqa: PLR2004 - a word before the determiner
    return opens and not place.many and place.taking and place.last in WORDS.plural_determiners


def _behind_number(place: Place) -> bool:
    """Behind a number: "six in ten support the plan", "nine out of ten", but not "in one note she said"."""
    share = place.lower[place.i - 2] in {"in", "of"} and place.i >= _SHARE
    counted = share and (place.made[place.i - _SHARE] == Tag.NUMBER or place.lower[place.i - _SHARE] == "out")
    return counted and not place.many and place.taking


def _behind_date(place: Place) -> bool:
    """Behind a date that belongs to a subject: "the poll Tuesday shows that", "Ms Doe on Tuesday hit back".

    But not "in May claims that".
    """
    k = place.i - 2 - (place.lower[place.i - 2] == "on")  # "the poll published on Tuesday shows that"
    dated = k >= 0 and place.made[k] in _DATED
    past = not place.many and place.is_past and (place.taking or place.is_phrasal or place.after in LOOSE)
    return dated and (past or (place.many and place.after == Tag.THAT))


def _behind_gerund(place: Place) -> bool:
    """Behind a noun in -ing, what is past as well: "the flooring hurt her cat"."""
    return place.taking and place.is_past and place.made[place.i - 2] == Tag.DETERMINER


def _behind_joint(place: Place) -> bool:
    """Behind a comma, "and" or closing marks: a verb where it takes an object."""
    if place.word in WORDS.rare_verbs:
        return place.after in SAID
    if _goes_on(place) or _is_helped_over(place):
        return True
    if place.many and _WHEN.search(place.tags, max(0, place.i - _SET_IN), place.i):
        return False  # "the May 3, 2001, attacks"
    if place.word in WORDS.mostly_nouns and place.before == Tag.CONJUNCTION:
        return governs(place)
    return place.taking and (place.many or place.after != Tag.NAME or place.made[place.i - 1] not in CLOSING)


def _behind_contrast(place: Place) -> bool:
    """Behind "but" without a comma: "says it is old but notes that it works"."""
    joined = place.many and place.i > 1 and place.made[place.i - 2] not in CLAUSE_STARTS
    return joined and place.taking and place.word in WORDS.parenthetical_forms


def _is_helped_over(place: Place) -> bool:
    """Whether a modal stands before what two commas set in: "would, if passed, ban it"."""
    found = None if place.many else _INSERTED.search(place.tags, max(0, place.i - _SET_IN), place.i)
    return found is not None and place.lower[found.start()] in WORDS.modals


_INSERTED: Final = TAGS.pattern("<auxiliary> <comma> <!comma|end>+ <comma> $")
_WHEN: Final = TAGS.pattern("<determiner> <date> <stop>? <number> <comma> <number> <comma> $")
#: How many words before a verb the commas may stand.
_SET_IN: Final = 12


def _goes_on(place: Place) -> bool:
    """Whether a paper goes on with what it asks for, behind "and": "warns of harm and calls for a ban"."""
    k = place.i - 1
    if place.lower[k : k + 3] not in _CALLING or place.made[k - 1] not in _BEFORE_CALL:
        return False
    while k and place.made[k] not in _STARTS and place.made[k] != Tag.THIRD:
        k -= 1
    return place.made[k] == Tag.THIRD


_CALLING: Final = frozenset(("and", verb, to) for verb in ("appeals", "calls") for to in ("for", "on"))
_BEFORE_CALL: Final = TAGS["noun close straight single"]


def _behind_relative(place: Place) -> bool:
    """Behind what asks or relates: "who claim it", but not "how state laws differ", which have a subject."""
    return place.many or place.last not in WORDS.asking


def _behind_that(place: Place) -> bool:
    """Behind "that": a verb, unless it is the subject of one, or "that" its determiner: "for that reason"."""
    if _disagrees(place):
        return False
    marked = place.after in MARKS and place.tags[place.i + 2 : place.i + 3] in VERB  # "that demand “was weak”"
    claimed = place.after in _BEHIND_CLAIM or marked or _is_claimed(place)
    return not claimed and place.made[place.i - 2] not in _LINKS


def _disagrees(place: Place) -> bool:
    """Whether a verb of several is before "that" one thing, and so none: "said in an email that permit fees fell"."""
    one = place.made[place.i - 2] == Tag.NOUN and not place.many and not place.is_past
    return one and not is_together(place.lower[place.i - 2])


def _is_claimed(place: Place) -> bool:
    """Whether "that" opens what somebody says, and so a noun: "said that exports to it", "told them that export"."""
    at = place.i - 2
    told = place.made[at] in _TOLD and place.made[at - 1] in REPORTING  # but "one called Acme that exports"
    return at > 0 and (told or place.made[at] in _CLAIMING)


#: By the tag before a word, what makes it a verb; behind any other tag it is a noun.
_BEHIND: Final[dict[str, Callable[[Place], bool]]] = {
    Tag.SUBJECT: lambda _: True,
    Tag.RELATIVE: _behind_relative,
    **dict.fromkeys(TAGS["auxiliary to"], lambda place: not place.many and place.lower[place.i - 2] != "according"),
    **dict.fromkeys(TAGS["noun name"], behind_name),
    **dict.fromkeys(TAGS["comma conjunction close_bracket close dash"], _behind_joint),
    Tag.CONTRAST: _behind_contrast,
    Tag.THAT: _behind_that,
    Tag.ADVERB: _behind_adverb,
    Tag.PLURAL: behind_plural,
    Tag.DETERMINER: _behind_determiner,
    Tag.NUMBER: _behind_number,
    Tag.DATE: _behind_date,
    Tag.ING: _behind_gerund,
}
