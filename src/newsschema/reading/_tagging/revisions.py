"""Tags revised by the tags around them: one table, whose rows are taken in order.

To add a rule, add a row with its example, where the tags stand as it needs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import partial
from typing import Final, TypeAlias

from newsschema.reading._lexicon.gazetteer import NAMES, is_listed_person, is_person_noun, singular
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, forms
from newsschema.reading._tagging.made_nouns import (
    DEEDS,
    channel,
    following,
    made_noun,
    old_saying,
    one_of_several,
    periodical,
    trade,
    trade_of_second,
)
from newsschema.reading._tagging.openings import takes_clause

#: The new tags of what a pattern finds, by the words of the text in small letters and the match.
_Revise: TypeAlias = Callable[[tuple[str, ...], re.Match[str]], str]

#: What adverbs are by what they stand before: "voters back Doe", "most voters", "nearly half".
_SHARED_TAGS: Final[dict[tuple[str, str | None], str]] = {
    ("back", "verb"): Tag.BASE,
    ("most", "noun"): Tag.DETERMINER,
    ("more", "noun"): Tag.DETERMINER,
    ("most", "half"): Tag.DETERMINER,
    ("nearly", "half"): Tag.DETERMINER,
    ("almost", "half"): Tag.DETERMINER,
}


def revised(tags: str, lower: tuple[str, ...]) -> str:
    """Revise the tags of a text, rule by rule."""
    for pattern, revise in _REVISIONS:
        tags = pattern.sub(partial(revise, lower), tags)
    return tags


# --- what a rule does


def _asked_for(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Somebody asked for something; what is asked of somebody has no "for"."""
    i = match.start()
    asks = lower[i : i + 2] == ("asked", "for") and is_person_noun(lower[i - 1])
    return Tag.PAST if asks else match[0]


def _always(tag: str) -> _Revise:
    """Every word that a pattern finds gets a tag."""
    return lambda _, __: tag


def _among(words: Container[str], tag: str) -> _Revise:
    """A word that a pattern finds gets a tag if it is one of these."""
    return lambda lower, match: tag if lower[match.start()] in words else match[0]


def _together(phrases: Container[tuple[str, ...]], tag: str) -> _Revise:
    """The words that a pattern finds get a tag each if they are one of these phrases."""
    return lambda lower, match: tag * len(match[0]) if lower[slice(*match.span())] in phrases else match[0]


def _qualifies(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A participle qualifies the noun behind it, unless it has a clause behind it: "adding"."""
    return match[0] if takes_clause(lower[match.start()]) else Tag.ADJECTIVE


def _according(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What stands behind "according to" is a source, and no deed."""
    return Tag.ADJECTIVE if lower[match.start() - 2] == "according" else match[0]


def _said_to_qualify(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Whoever a participle qualifies behind "said" speaks: "said licensed potters"."""
    i = match.start()
    says = not WORDS.says.isdisjoint(lower[i - 4 : i])
    return _qualifies(lower, match) if says else match[0]


def _phrasal(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A past that looks like a noun is a verb before its particle."""
    i = match.start()
    past = lower[i] in WORDS.irregular.get(lower[i], ()) and lower[i : i + 2] in WORDS.phrasal_forms
    return Tag.BASE if past else match[0]


#: What courts and panels do by it, though it looks like a noun.
_CONCLUDING: Final = frozenset({"finding", "ruling"})
_OFTEN: Final = frozenset({("again", "and", "again"), ("over", "and", "over"), ("time", "and", "again")})


def _quoting(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What looks like a plural is a verb, unless it means persons or papers."""
    word = lower[match.start()]
    paper = word in WORDS.papers and word not in WORDS.parenthetical_forms  # but "“It is late,” reports Ann Doe"
    return match[0] if is_listed_person(word) or paper else Tag.THIRD


def _shared(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Some adverbs are something else before a noun, a part or an object."""
    return _SHARED_TAGS.get((lower[match.start()], match.lastgroup), Tag.ADVERB)


def _negated(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A verb with "not" joined to it is a helper."""
    return Tag.AUXILIARY if lower[match.start() + 1] in {"'t", "’t"} else match[0]


def _late(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Late and early tell when before a day or a span of time."""
    i = match.start()
    span = lower[i + 1] in WORDS.time_determiners and lower[i + 2] in WORDS.time_spans
    timed = span or match.string[i + 1] == Tag.PREPOSITION
    return Tag.ADVERB if timed and lower[i] in {"early", "late"} else match[0]


def _most(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Most is a subject before a modal, or a verb."""
    i = match.start()
    helped = match.string[i + 1] != Tag.AUXILIARY or lower[i + 1] in WORDS.modals
    return Tag.DETERMINER if lower[i] == "most" and helped else match[0]


def _timed(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """That before a span of time tells which."""
    return Tag.DETERMINER if lower[match.end()] in WORDS.time_spans else match[0]


def _past(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Past tells which before a span of time."""
    i = match.start()
    return Tag.ADJECTIVE if lower[i] == "past" and lower[i + 1] in WORDS.time_spans else match[0]


def _span_before(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """How long before or after something is no part of a name before it."""
    timed = lower[match.end() - 1] in WORDS.time_units and lower[match.end()] in {"after", "before"}
    return Tag.DATE * len(match[0]) if timed else match[0]


#: Verbs by which one bids another do something.
_BIDDING: Final = frozenset(
    form
    for base in ("advise", "allow", "ask", "encourage", "instruct", "order", "tell", "urge", "want", "warn")
    for form in forms(base).values()
)


def _bidden(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What somebody is told to do is a verb, even one that no list has."""
    return match[0][:-1] + Tag.BASE if lower[match.start()] in _BIDDING else match[0]


def _since(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Since something is a preposition, but somebody does something then: "a target since its head, Ann Doe, left"."""
    dates = lower[match.start()] in {"after", "before", "since", "until"}
    return Tag.PREPOSITION if dates and not is_person_noun(lower[match.end("what") - 1]) else match[0]


def _day_name(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A day of the week is a given name behind "Mr"."""
    return Tag.NAME if lower[match.start() - 1].rstrip(".") in NAMES.courtesy else match[0]


def _day_part(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Yesterday is a date before a part of the day."""
    i = match.start()
    return Tag.DATE if lower[i] in WORDS.day_adverbs and lower[i + 1] in WORDS.time_spans else match[0]


def _compared(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What one compares with is none of what is done."""
    return Tag.ADJECTIVE if lower[match.start() - 1] == "than" else match[0]


def _value_added(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Value that is added qualifies a tax or a service."""
    i = match.start()
    return Tag.ADJECTIVE if lower[i - 1 : i + 1] == ("value", "added") else match[0]


def _marked_quality(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Claims behind an adjective in marks are nouns."""
    return match["marks"] + Tag.PLURAL if singular(lower[match.end() - 1]) in WORDS.statements else match[0]


def _one_in_marks(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What looks like a verb behind an article and marks is the noun that they qualify; but "the “Hats” read"."""
    word = lower[match.end() - 1]
    past = word in WORDS.irregular.get(word, ())
    return match[0] if past or lower[match.start()] not in WORDS.articles else match["marks"] + Tag.NOUN


def _so_many(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Before "many" or "few", "so" is an adverb."""
    counts = lower[match.start()] == "so" and lower[match.end()] in WORDS.many
    return Tag.ADVERB if counts else match[0]


def _owns_nothing(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Her, before an article or the like, is an object: "told her the kiln", but "her every move"."""
    i = match.start()
    return Tag.OBJECT if lower[i] == "her" and lower[i + 1] in _ARTICLES_AND_OWNERS else match[0]


_ARTICLES_AND_OWNERS: Final = WORDS.articles | WORDS.owners | {"that", "these", "this", "those"}


def _named_thing(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What looks like a verb behind a name that is told something is what a clause is about: "told the BBC claims"."""
    return Tag.PLURAL if "told" in lower[match.start() - 4 : match.start()] else match[0]


def _lived_there(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """There, behind what somebody does, is where, unless what there is stands behind it."""
    here, *behind = lower[match.start() : match.start() + 2]
    placed = match["placed"] is not None or not _SAYING.isdisjoint(behind)
    return Tag.ADJECTIVE if here == "there" and placed else match[0]


_SAYING: Final = WORDS.says | {"say"}


def _quantity(lower: tuple[str, ...], match: re.Match[str]) -> str:
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


# --- the rules

#: What is decided by the tags around it as they stand by then, in this order.
_REVISIONS: Final[tuple[tuple[re.Pattern[str], _Revise], ...]] = (
    # "Told her the kiln was late".
    (TAGS.pattern("<determiner> (?= <determiner> )"), _owns_nothing),
    # "Told the BBC claims of this kind had grown".
    (
        TAGS.pattern("(?<= <name> ) <third> (?= <of|preposition> <nominal|of>{1,6} <adverb>? <auxiliary|past> )"),
        _named_thing,
    ),
    # "He's late": behind a pronoun a possessive is a verb.
    (TAGS.pattern("<possessive> (?<= <subject|relative|that> . )"), _always(Tag.AUXILIARY)),
    # "“No,” she grins.", "“No,” Ann Doe grins.": behind marks one does so.
    (
        TAGS.pattern("""
            <plural>
            (?: (?<= <close|straight> <subject> . ) | (?<= <close|straight> <name> <name> . ) (?= <point|end> ) )
        """),
        _always(Tag.THIRD),
    ),
    # "A misleading edit": what stands behind an article and "-ing" is a noun.
    (TAGS.pattern("(?<= <determiner> <ing> ) <base>"), made_noun),
    # "Said time and again that".
    (TAGS.pattern("<noun|adverb|preposition> <conjunction> <adverb|preposition>"), _together(_OFTEN, Tag.ADVERB)),
    # "She left a will", "in her will".
    (
        TAGS.pattern("(?<= <determiner> ) <auxiliary> (?! <adverb>* <base|auxiliary> )"),
        _among({"will"}, Tag.NOUN),
    ),
    # "Ms Doe hit back".
    (TAGS.pattern("<noun> (?<= <name|noun> . ) (?= <adverb|preposition> )"), _phrasal),
    # "The warning that", "its first finding by a panel that".
    (
        TAGS.pattern("""
            <ing> (?: (?<= <determiner|possessive> . ) | (?<= <determiner|possessive> <adjective> . ) )
            (?= <that> | <preposition> <nominal>{1,4} <that> )
        """),
        _among(WORDS.cue_nouns, Tag.NOUN),
    ),
    # "There is an old saying in Voss: “...”".
    (TAGS.pattern("<ing> (?<= <determiner> <adjective> . ) (?= <preposition|colon|comma|end> )"), old_saying),
    # "She wrote to them, offering her thanks".
    (TAGS.pattern("<noun> (?<= <comma> . ) (?= <determiner|object> )"), _among(DEEDS, Tag.ING)),
    # "Struck down the rule, finding that it was late".
    (TAGS.pattern("<noun> (?<= <comma> . ) (?= <that|subject> )"), _among(_CONCLUDING, Tag.ING)),
    # "Chief of Staff Ann Doe", "the fire chief known as Bo Roe".
    (
        TAGS.pattern(
            "<adjective> (?: (?= <of> ) | (?<= <noun|plural|name> . ) (?! <noun|plural|adjective> ) )",
        ),
        _among({"chief"}, Tag.NOUN),
    ),
    # "The guild declined to comment and officials said", "a man asked for a pot and Ms Doe said".
    (TAGS.pattern("(?<= <noun|plural|name> ) <participle> (?= <to> <base> )"), _among(WORDS.objectless_to, Tag.PAST)),
    (TAGS.pattern("(?<= <noun|plural> ) <participle> (?= <preposition> <determiner> )"), _asked_for),
    # "A visibly upset Ann Doe": what stands behind an article and an adverb before a name or a noun is an adjective.
    (
        TAGS.pattern("(?<= <determiner> <adverb> ) <past|base> (?= <name|noun|plural|adjective> )"),
        _always(Tag.ADJECTIVE),
    ),
    # "Once the man left, ...".
    (
        TAGS.pattern("(?<! [^\n.?,C] ) <adverb> (?= <determiner|subject|counted> )"),
        _among({"once", "though"}, Tag.SUBORDINATOR),
    ),
    # "“It is late,” comments Ann Doe", whatever the verb.
    (
        TAGS.pattern("""
            (?<= <comma|question> <straight|close|single>
                | <straight|close|single> <comma> | <single|possessive> <straight|close> )
            <plural> (?= <adjective|noun>{0,3} <name> )
        """),
        _quoting,
    ),
    # "Holt fumes: “...”", in a headline.
    (
        TAGS.pattern("(?<= <name> ) <plural> (?= <colon> <open|straight|single> )"),
        _among(WORDS.parenthetical_forms, Tag.THIRD),
    ),
    # "Are being treated".
    (
        TAGS.pattern(
            "(?: (?<= <auxiliary|preposition> ) | (?<= <auxiliary> <adverb> ) ) <noun> (?= <adverb|participle|past> )"
        ),
        _among({"being"}, Tag.AUXILIARY),
    ),
    # "Yesterday's".
    (TAGS.pattern("<adverb> (?= <possessive> )"), _among(WORDS.day_adverbs, Tag.DATE)),
    # "Cautions most will not pay"; "Most believe that", "But most say".
    (
        TAGS.pattern("""
            <adverb> (?= <auxiliary> ) (?<= <past|third|base|participle|that> . )
            | <adverb> (?= <past|base|auxiliary> ) (?<! [^\n.?,CUL] . )
        """),
        _most,
    ),
    # "Late on Monday", "early this week".
    (
        TAGS.pattern("<adjective> (?= <preposition> <date|determiner> | <determiner|adjective> <noun> )"),
        _late,
    ),
    # "Sustainability reporting standards".
    (TAGS.pattern("(?<= <noun|adjective> ) <ing> (?= <noun|plural> )"), _among({"reporting"}, Tag.NOUN)),
    # "This past week".
    (TAGS.pattern("(?<= <determiner> ) <preposition> (?= <noun> )"), _past),
    # "Yesterday afternoon".
    (TAGS.pattern("<adverb> (?= <noun> )"), _day_part),
    # "The auditor general's report".
    (TAGS.pattern("(?<= <noun> ) <adjective> (?= <possessive> )"), _always(Tag.NOUN)),
    # "The American public not to go", but "the public square".
    (
        TAGS.pattern("(?<= <determiner|name> ) <adjective> (?! <counted|adjective|participle|conjunction> )"),
        _among({"public"}, Tag.NOUN),
    ),
    # "Has since said".
    (TAGS.pattern("(?<= <auxiliary> ) <subordinator> (?= <verbal> )"), _among({"since"}, Tag.ADVERB)),
    # "Have long been told", "had long feared".
    (TAGS.pattern("(?<= <auxiliary> ) <adjective> (?= <auxiliary|verbal|ing> )"), _among({"long"}, Tag.ADVERB)),
    # "Little had changed".
    (
        TAGS.pattern("(?<! <determiner|adverb|auxiliary> ) <adjective> (?= <auxiliary> )"),
        _among({"little"}, Tag.NOUN),
    ),
    # "Mr Sunday Ezeh".
    (TAGS.pattern("(?<= <name> ) <date> (?= <name> )"), _day_name),
    # "A page set up by potters".
    (TAGS.pattern("(?<= <head> ) <noun> (?= <preposition> <preposition> )"), _among({"set"}, Tag.PARTICIPLE)),
    # "Told them in no uncertain terms that", "told them loud and clear that".
    (TAGS.pattern("(?<= <adjective|noun> ) <third> (?= <that|comma|end> )"), _among({"terms"}, Tag.PLURAL)),
    (TAGS.pattern("<noun|adjective> <conjunction> <!end>"), _together({("loud", "and", "clear")}, Tag.ADVERB)),
    # "Urged potters to stock clay", "told them not to stock it".
    (
        TAGS.pattern("""
            <past|third|participle|base> (?: <object> | <determiner>? <adjective>* <plural> | <name> )
            <adverb>? <to> <noun>
            (?= <end|comma|determiner|head|preposition|date|adverb|object|conjunction> )
        """),
        _bidden,
    ),
    # "Said Ann Doe minutes after the vote", "said Ann Doe two days before the vote".
    (TAGS.pattern("(?<= <name> ) <determiner|number|adjective>? <plural> (?= <subordinator> )"), _span_before),
    # "The head since 2009, Ann Doe said", "the first since the war.", "the best since the days of the guild, she".
    (
        TAGS.pattern("""
            (?<= <head|number> ) <subordinator>
            (?= (?P<what> <number|date> | <determiner|adjective> <noun> | <determiner> <nominal>* <of> <nominal>+ )
                <comma|dash|end|conjunction> )
        """),
        _since,
    ),
    # "A fall in orders after May 4 could hurt it".
    (
        TAGS.pattern("<subordinator> (?= <date> <number>? <auxiliary|past|third> )"),
        _among({"after", "before", "since", "until"}, Tag.PREPOSITION),
    ),
    # "The storm claimed 14 lives", but "one in 14 lives here".
    (TAGS.pattern("(?<= <verbal|base|ing> <number> ) <third>"), _among({"lives"}, Tag.PLURAL)),
    # "A man at the back said".
    (
        TAGS.pattern("(?<= <determiner> ) <adverb> (?= <end|comma|of|auxiliary|past> )"),
        _among({"back"}, Tag.NOUN),
    ),
    # "Members who back the plan said".
    (TAGS.pattern("(?<= <relative|to> ) <adverb> (?= <determiner|name> )"), _among({"back"}, Tag.BASE)),
    # "Mine worker".
    (TAGS.pattern("<object> (?= <noun|plural> )"), _among({"mine"}, Tag.NOUN)),
    # "“It is late,” acting guild head Bo Roe said", "acting U.S. Attorney Bo Roe".
    (TAGS.pattern("<ing> (?= <noun|name>+ )"), _among({"acting"}, Tag.ADJECTIVE)),
    # "“...,” teaching assistant Ann Doe said".
    (
        TAGS.pattern("""
            <ing> (?: (?<= <close|straight|past> . ) (?= <noun> <name> )
                | (?<= <close|straight> <participle> . ) (?= <noun> <noun>? <name> )
                | (?<= <comma> . ) (?= <noun> <name>{1,3} <past|third> ) )
        """),
        trade,
    ),
    # "Told the assistant firing master Ann Doe".
    (TAGS.pattern("(?<= <noun|adjective> ) <ing> (?= <noun> <name> )"), trade_of_second),
    # "Ann Doe, managing director of Acme, which".
    (TAGS.pattern("(?<= <comma> ) <ing> (?= <noun> )"), _among(NAMES.office_parts, Tag.ADJECTIVE)),
    # "A film posted online shows", "..., the guild reports online today".
    (
        TAGS.pattern("<noun> (?: (?<= <participle> . ) (?= <verbal> ) | (?<= <third> . ) (?! <head> ) )"),
        _among({"online"}, Tag.ADVERB),
    ),
    # "It is late, injured potters said".
    (
        TAGS.pattern("""
            (?: (?<= <comma|conjunction|subordinator|that|of> ) | (?<= <of> <adjective|name> ) )
            <participle> (?= <plural> <past|third|base> )
        """),
        _qualifies,
    ),
    # "A statement that week, she said", "some talk that evening of a sale".
    (TAGS.pattern("(?<= <noun|plural> ) <that> (?= <noun> <comma|link|end> )"), _timed),
    # "In the course of that interview".
    (TAGS.pattern("(?<= <of|preposition> ) <that> (?= <adjective>? <noun> )"), _always(Tag.DETERMINER)),
    # "People who like the plan say".
    (
        TAGS.pattern("(?<= <plural|name> <relative> ) <preposition> (?= <determiner|name|plural|object|to> )"),
        _among({"like"}, Tag.BASE),
    ),
    # "A police report filed in May said".
    (TAGS.pattern("(?<= <determiner> <plural> ) <base>"), one_of_several),
    # "The media tracking firm Norpoll", "media and consulting firm Norpoll".
    (
        TAGS.pattern("(?: (?<= <noun|plural> ) | (?<= <noun|plural> <conjunction> ) ) <ing> (?= <noun> )"),
        following,
    ),
    # "Channel 4 News", "NBC 9 Agder".
    (TAGS.pattern("(?<= <name> ) <number>"), channel),
    # "Told the Voss Tidende daily", "news weekly Norr Sild reported", but not "daily Kilnit tests".
    (
        TAGS.pattern("""
            <adjective> (?: (?P<named> (?<= <name> . ) (?! <counted> ) )
                | (?<= <name|noun|adjective|determiner> . ) (?= <name>+ (?! <counted|possessive> ) ) )
        """),
        periodical,
    ),
    # "A smaller than expected rise".
    (TAGS.pattern("(?<= <subordinator> ) <participle> (?= <adjective|noun|plural> )"), _compared),
    # "Of alleged victims", "in failed talks".
    (
        TAGS.pattern("(?<= <of|preposition> ) <participle> (?= <adjective|noun>* <noun|plural> )"),
        _always(Tag.ADJECTIVE),
    ),
    # "Says retired potter Aud Berg".
    (
        TAGS.pattern("(?<= <comma|close> <past|third> ) <participle> (?= <adjective|noun>* <noun> <name> )"),
        _always(Tag.ADJECTIVE),
    ),
    # "According to licensed potters", "according to published reports".
    (TAGS.pattern("(?<= <to> ) <participle> (?= <adjective|noun>* <noun|plural> )"), _according),
    # "..., said licensed potters.", "..., said glaziers and licensed potters."
    (
        TAGS.pattern("""
            (?: (?<= <comma|close> <past|third> ) | (?<= <past|third> <plural> <conjunction> )
                | (?<= <past|third> <noun|adjective> <plural> <conjunction> ) )
            <participle> (?= (?: <adjective|noun> )* <plural> (?: <end|conjunction> | $ ) )
        """),
        _said_to_qualify,
    ),
    # "A think tank".
    (
        TAGS.pattern("(?<= <name|adjective|determiner|noun> ) <base> (?= <noun|plural> )"),
        _among({"think"}, Tag.NOUN),
    ),
    # Adverbs that are something else here: "voters back Doe", "most voters", "nearly half".
    (
        TAGS.pattern(r"""
            <adverb> (?: (?P<verb> (?<= <to|auxiliary|plural> . ) (?=<determiner|name|object>) )
                | (?P<noun> (?= <adjective>? <plural|name> ) ) | (?P<half> (?= <determiner|of> ) ) )
        """),
        _shared,
    ),
    # "The two both said", "Ann and Bo, who both said": behind a subject a determiner without a noun is an adverb.
    (
        TAGS.pattern("<determiner> (?<= <head|pronoun|number|auxiliary|relative> . ) (?=<verbal>)"),
        _among(WORDS.floating | {"neither"}, Tag.ADVERB),
    ),
    # "That so many potters stay away": before what counts, "so" joins no clause.
    (TAGS.pattern("<contrast> (?= <!comma|end> )"), _so_many),
    # "Potters such as Ann Doe say".
    (TAGS.pattern("(?<= <head|comma> ) <determiner> <subordinator>"), _together({("such", "as")}, Tag.PREPOSITION)),
    # "Those who have lived there for years say".
    (
        TAGS.pattern("<subject> (?<= <past|participle|base> . ) (?P<placed> (?= <preposition|comma|end|date> ) )?"),
        _lived_there,
    ),
    # "Someone briefed on the plan said", "somebody close to the team", and not "someone asked about".
    (TAGS.pattern("<subject> (?= <participle|adjective> <link|to> )"), _among(WORDS.somebody, Tag.NOUN)),
    # "Nurses there said", "staff inside said".
    (TAGS.pattern("<subject|adverb|link|noun> (?<=<head>.) (?=<reporting|base>)"), _among(WORDS.near, Tag.ADJECTIVE)),
    # "As many as", "at least", "more than", "about": before a number or a part they belong to it.
    (
        TAGS.pattern("""
            <subordinator> <determiner|adjective> <subordinator> (?=<number|determiner>)
            | <preposition|adverb|determiner> <adverb|subordinator|to> (?=<number|determiner>)
            | <adjective> <to> (?= <determiner>? <number> )
            | <preposition> (?=<number|determiner>)
        """),
        _quantity,
    ),
    # "The alleged “clay” fraud", "Alleged “clay” fraud is found".
    (
        TAGS.pattern("""
            (?<! <head|subject|auxiliary|adverb> ) <participle>
            (?= <open|straight|single> <!open|close|straight|single|comma|end>{1,5}
                <close|straight|single|possessive> <head> )
        """),
        _among({"alleged", "accused", "convicted", "suspected"}, Tag.ADJECTIVE),
    ),
    # "At “silly” claims", "as “silly” suggestions that".
    (
        TAGS.pattern("""
            (?P<marks> <preposition|subordinator|determiner> <open|straight|single>
            <!open|close|straight|single|comma|end>{1,5} <close|straight|single> ) <third>
        """),
        _marked_quality,
    ),
    # "Points under the “Hats” attribute", "the “Hats” report that".
    (
        TAGS.pattern("""
            (?P<marks> <determiner> <open|straight|single> <!open|close|straight|single|comma|end>{1,5}
            <close|straight|single> ) <base>
        """),
        _one_in_marks,
    ),
    # "Phone records, shown to the jury, suggest that".
    (
        TAGS.pattern("(?<= <name|noun> ) <third> (?= <comma> <participle> <!comma|end|open>{1,10} <comma> <base> )"),
        _among(WORDS.papers, Tag.PLURAL),
    ),
    # "Value added tax".
    (TAGS.pattern("(?<= <noun> ) <participle> (?= <noun|plural> )"), _value_added),
    # "It didn't".
    (TAGS.pattern("<past|participle> (?= <adverb> )"), _negated),
)
