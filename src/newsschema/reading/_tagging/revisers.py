"""What the rules of the revised tags do with what they find: the new tags, by the words of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import Final, TypeAlias

from newsschema.reading._lexicon.gazetteer import NAMES, is_listed_person, is_person_noun, singular
from newsschema.reading._lexicon.tags import Tag
from newsschema.reading._lexicon.words import WORDS, forms
from newsschema.reading._tagging.openings import takes_clause

#: The new tags of what a pattern finds, by the words of the text in small letters and the match.
Revise: TypeAlias = Callable[[tuple[str, ...], re.Match[str]], str]

#: What adverbs are by what they stand before: "voters back Doe", "most voters", "nearly half".
_SHARED_TAGS: Final[dict[tuple[str, str | None], str]] = {
    ("back", "verb"): Tag.BASE,
    ("most", "noun"): Tag.DETERMINER,
    ("more", "noun"): Tag.DETERMINER,
    ("most", "half"): Tag.DETERMINER,
    ("nearly", "half"): Tag.DETERMINER,
    ("almost", "half"): Tag.DETERMINER,
}


def always(tag: str) -> Revise:
    """Every word that a pattern finds gets a tag."""
    return lambda _, __: tag


def among(words: Container[str], tag: str) -> Revise:
    """A word that a pattern finds gets a tag if it is one of these."""
    return lambda lower, match: tag if lower[match.start()] in words else match[0]


def together(phrases: Container[tuple[str, ...]], tag: str) -> Revise:
    """The words that a pattern finds get a tag each if they are one of these phrases."""
    return lambda lower, match: tag * len(match[0]) if lower[slice(*match.span())] in phrases else match[0]


def qualifies(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A participle qualifies the noun behind it, unless it has a clause behind it: "adding"."""
    return match[0] if takes_clause(lower[match.start()]) else Tag.ADJECTIVE


def according(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What stands behind "according to" is a source, and no deed."""
    return Tag.ADJECTIVE if lower[match.start() - 2] == "according" else match[0]


def said_to_qualify(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Whoever a participle qualifies behind "said" speaks: "said licensed potters"."""
    i = match.start()
    says = not WORDS.says.isdisjoint(lower[i - 4 : i])
    return qualifies(lower, match) if says else match[0]


def phrasal(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A past that looks like a noun is a verb before its particle."""
    i = match.start()
    past = lower[i] in WORDS.irregular.get(lower[i], ()) and lower[i : i + 2] in WORDS.phrasal_forms
    return Tag.BASE if past else match[0]


def quoting(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What looks like a plural is a verb, unless it means persons or papers."""
    word = lower[match.start()]
    paper = word in WORDS.papers and word not in WORDS.parenthetical_forms  # but "“It is late,” reports Ann Doe"
    return match[0] if is_listed_person(word) or paper else Tag.THIRD


def shared(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Some adverbs are something else before a noun, a part or an object."""
    return _SHARED_TAGS.get((lower[match.start()], match.lastgroup), Tag.ADVERB)


def negated(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A verb with "not" joined to it is a helper."""
    return Tag.AUXILIARY if lower[match.start() + 1] in {"'t", "’t"} else match[0]


def late(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Late and early tell when before a day or a span of time."""
    i = match.start()
    span = lower[i + 1] in WORDS.time_determiners and lower[i + 2] in WORDS.time_spans
    timed = span or match.string[i + 1] == Tag.PREPOSITION
    return Tag.ADVERB if timed and lower[i] in {"early", "late"} else match[0]


def most(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Most is a subject before a modal, or a verb."""
    i = match.start()
    helped = match.string[i + 1] != Tag.AUXILIARY or lower[i + 1] in WORDS.modals
    return Tag.DETERMINER if lower[i] == "most" and helped else match[0]


def timed(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """That before a span of time tells which."""
    return Tag.DETERMINER if lower[match.end()] in WORDS.time_spans else match[0]


def past(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Past tells which before a span of time."""
    i = match.start()
    return Tag.ADJECTIVE if lower[i] == "past" and lower[i + 1] in WORDS.time_spans else match[0]


def span_before(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """How long before or after something is no part of a name before it."""
    timed = lower[match.end() - 1] in WORDS.time_units and lower[match.end()] in {"after", "before"}
    return Tag.DATE * len(match[0]) if timed else match[0]


#: Verbs by which one bids another do something.
_BIDDING: Final = frozenset(
    form
    for base in ("advise", "allow", "ask", "encourage", "instruct", "order", "tell", "urge", "want", "warn")
    for form in forms(base).values()
)


def bidden(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What somebody is told to do is a verb, even one that no list has."""
    return match[0][:-1] + Tag.BASE if lower[match.start()] in _BIDDING else match[0]


def since(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Since something is a preposition, but somebody does something then: "a target since its head, Ann Doe, left"."""
    dates = lower[match.start()] in {"after", "before", "since", "until"}
    return Tag.PREPOSITION if dates and not is_person_noun(lower[match.end("what") - 1]) else match[0]


def day_name(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A day of the week is a given name behind "Mr"."""
    return Tag.NAME if lower[match.start() - 1].rstrip(".") in NAMES.courtesy else match[0]


def day_part(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Yesterday is a date before a part of the day."""
    i = match.start()
    return Tag.DATE if lower[i] in WORDS.day_adverbs and lower[i + 1] in WORDS.time_spans else match[0]


def compared(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What one compares with is none of what is done."""
    return Tag.ADJECTIVE if lower[match.start() - 1] == "than" else match[0]


def value_added(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Value that is added qualifies a tax or a service."""
    i = match.start()
    return Tag.ADJECTIVE if lower[i - 1 : i + 1] == ("value", "added") else match[0]


def marked_quality(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Claims behind an adjective in marks are nouns."""
    return match["marks"] + Tag.PLURAL if singular(lower[match.end() - 1]) in WORDS.statements else match[0]


def one_in_marks(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What looks like a verb behind an article and marks is the noun that they qualify; but "the “Hats” read"."""
    word = lower[match.end() - 1]
    past = word in WORDS.irregular.get(word, ())
    return match[0] if past or lower[match.start()] not in WORDS.articles else match["marks"] + Tag.NOUN


def so_many(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Before "many" or "few", "so" is an adverb."""
    counts = lower[match.start()] == "so" and lower[match.end()] in WORDS.many
    return Tag.ADVERB if counts else match[0]


def owns_nothing(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Her, before an article or the like, is an object: "told her the kiln", but "her every move"."""
    i = match.start()
    return Tag.OBJECT if lower[i] == "her" and lower[i + 1] in _ARTICLES_AND_OWNERS else match[0]


_ARTICLES_AND_OWNERS: Final = WORDS.articles | WORDS.owners | {"that", "these", "this", "those"}


def named_thing(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What looks like a verb behind a name that is told something is what a clause is about: "told the BBC claims"."""
    return Tag.PLURAL if "told" in lower[match.start() - 4 : match.start()] else match[0]


def lived_there(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """There, behind what somebody does, is where, unless what there is stands behind it."""
    here, *behind = lower[match.start() : match.start() + 2]
    placed = match["placed"] is not None or not _SAYING.isdisjoint(behind)
    return Tag.ADJECTIVE if here == "there" and placed else match[0]


_SAYING: Final = WORDS.says | {"say"}


def quantity(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Words before a number that belong to it are as its determiner."""
    return Tag.DETERMINER * len(match[0]) if _counts(match.string, lower, *match.span()) else match[0]


def _counts(tags: str, lower: tuple[str, ...], first: int, after: int) -> bool:
    """Whether words before a number belong to it: "at least", or "about" where no verb takes it for its own."""
    if after - first > 1:
        return " ".join(lower[first:after]) in WORDS.quantities
    counted = lower[after] in {"a", "an", "one"} and not WORDS.fractions.isdisjoint(lower[after + 1 : after + 2])
    if tags[after] == Tag.DETERMINER and lower[after] != "half" and not counted:
        return False
    opens = not first or lower[first - 1] == Tag.NEWLINE
    return lower[first] in WORDS.quantities and (opens or lower[first - 1] in WORDS.before_quantity)


def asked_for(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Somebody asked for something; what is asked of somebody has no "for"."""
    i = match.start()
    asks = lower[i : i + 2] == ("asked", "for") and is_person_noun(lower[i - 1])
    return Tag.PAST if asks else match[0]
