"""Tags revised by the tags around them: one table, whose rows are taken in order.

To add a rule, add a row with its example, where the tags stand as it needs them.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
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
from newsschema.reading._tagging.revisers import (
    Revise,
    according,
    always,
    among,
    asked_for,
    bidden,
    compared,
    day_name,
    day_part,
    late,
    lived_there,
    marked_quality,
    most,
    named_thing,
    negated,
    one_in_marks,
    owns_nothing,
    past,
    phrasal,
    qualifies,
    quantity,
    quoting,
    said_to_qualify,
    shared,
    since,
    so_many,
    span_before,
    timed,
    together,
    value_added,
)


def revised(tags: str, lower: tuple[str, ...]) -> str:
    """Revise the tags of a text, rule by rule."""
    for pattern, revise in _REVISIONS:
        tags = pattern.sub(partial(revise, lower), tags)
    return tags


#: What courts and panels do by it, though it looks like a noun.
_CONCLUDING: Final = frozenset({"finding", "ruling"})
_OFTEN: Final = frozenset({("again", "and", "again"), ("over", "and", "over"), ("time", "and", "again")})

#: What is decided by the tags around it as they stand by then, in this order.
_REVISIONS: Final[tuple[tuple[re.Pattern[str], Revise], ...]] = (
    # "Told her the kiln was late".
    (TAGS.pattern("<determiner> (?= <determiner> )"), owns_nothing),
    # "Told the BBC claims of this kind had grown".
    (
        TAGS.pattern("(?<= <name> ) <third> (?= <of|preposition> <nominal|of>{1,6} <adverb>? <auxiliary|past> )"),
        named_thing,
    ),
    # "He's late": behind a pronoun a possessive is a verb.
    (TAGS.pattern("<possessive> (?<= <subject|relative|that> . )"), always(Tag.AUXILIARY)),
    # "“No,” she grins.", "“No,” Ann Doe grins.": behind marks one does so.
    (
        TAGS.pattern("""
            <plural>
            (?: (?<= <close|straight> <subject> . ) | (?<= <close|straight> <name> <name> . ) (?= <point|end> ) )
        """),
        always(Tag.THIRD),
    ),
    # "A misleading edit": what stands behind an article and "-ing" is a noun.
    (TAGS.pattern("(?<= <determiner> <ing> ) <base>"), made_noun),
    # "Said time and again that".
    (TAGS.pattern("<noun|adverb|preposition> <conjunction> <adverb|preposition>"), together(_OFTEN, Tag.ADVERB)),
    # "She left a will", "in her will".
    (
        TAGS.pattern("(?<= <determiner> ) <auxiliary> (?! <adverb>* <base|auxiliary> )"),
        among({"will"}, Tag.NOUN),
    ),
    # "Ms Doe hit back".
    (TAGS.pattern("<noun> (?<= <name|noun> . ) (?= <adverb|preposition> )"), phrasal),
    # "The warning that", "its first finding by a panel that".
    (
        TAGS.pattern("""
            <ing> (?: (?<= <determiner|possessive> . ) | (?<= <determiner|possessive> <adjective> . ) )
            (?= <that> | <preposition> <nominal>{1,4} <that> )
        """),
        among(WORDS.cue_nouns, Tag.NOUN),
    ),
    # "There is an old saying in Voss: “...”".
    (TAGS.pattern("<ing> (?<= <determiner> <adjective> . ) (?= <preposition|colon|comma|end> )"), old_saying),
    # "She wrote to them, offering her thanks".
    (TAGS.pattern("<noun> (?<= <comma> . ) (?= <determiner|object> )"), among(DEEDS, Tag.ING)),
    # "Struck down the rule, finding that it was late".
    (TAGS.pattern("<noun> (?<= <comma> . ) (?= <that|subject> )"), among(_CONCLUDING, Tag.ING)),
    # "Chief of Staff Ann Doe", "the fire chief known as Bo Roe".
    (
        TAGS.pattern(
            "<adjective> (?: (?= <of> ) | (?<= <noun|plural|name> . ) (?! <noun|plural|adjective> ) )",
        ),
        among({"chief"}, Tag.NOUN),
    ),
    # "The guild declined to comment and officials said", "a man asked for a pot and Ms Doe said".
    (TAGS.pattern("(?<= <noun|plural|name> ) <participle> (?= <to> <base> )"), among(WORDS.objectless_to, Tag.PAST)),
    (TAGS.pattern("(?<= <noun|plural> ) <participle> (?= <preposition> <determiner> )"), asked_for),
    # "A visibly upset Ann Doe": what stands behind an article and an adverb before a name or a noun is an adjective.
    (
        TAGS.pattern("(?<= <determiner> <adverb> ) <past|base> (?= <name|noun|plural|adjective> )"),
        always(Tag.ADJECTIVE),
    ),
    # "Once the man left, ...".
    (
        TAGS.pattern("(?<! [^\n.?,C] ) <adverb> (?= <determiner|subject|counted> )"),
        among({"once", "though"}, Tag.SUBORDINATOR),
    ),
    # "“It is late,” comments Ann Doe", whatever the verb.
    (
        TAGS.pattern("""
            (?<= <comma|question> <straight|close|single>
                | <straight|close|single> <comma> | <single|possessive> <straight|close> )
            <plural> (?= <adjective|noun>{0,3} <name> )
        """),
        quoting,
    ),
    # "Holt fumes: “...”", in a headline.
    (
        TAGS.pattern("(?<= <name> ) <plural> (?= <colon> <open|straight|single> )"),
        among(WORDS.parenthetical_forms, Tag.THIRD),
    ),
    # "Are being treated".
    (
        TAGS.pattern(
            "(?: (?<= <auxiliary|preposition> ) | (?<= <auxiliary> <adverb> ) ) <noun> (?= <adverb|participle|past> )"
        ),
        among({"being"}, Tag.AUXILIARY),
    ),
    # "Yesterday's".
    (TAGS.pattern("<adverb> (?= <possessive> )"), among(WORDS.day_adverbs, Tag.DATE)),
    # "Cautions most will not pay"; "Most believe that", "But most say".
    (
        TAGS.pattern("""
            <adverb> (?= <auxiliary> ) (?<= <past|third|base|participle|that> . )
            | <adverb> (?= <past|base|auxiliary> ) (?<! [^\n.?,CUL] . )
        """),
        most,
    ),
    # "Late on Monday", "early this week".
    (
        TAGS.pattern("<adjective> (?= <preposition> <date|determiner> | <determiner|adjective> <noun> )"),
        late,
    ),
    # "Sustainability reporting standards".
    (TAGS.pattern("(?<= <noun|adjective> ) <ing> (?= <noun|plural> )"), among({"reporting"}, Tag.NOUN)),
    # "This past week".
    (TAGS.pattern("(?<= <determiner> ) <preposition> (?= <noun> )"), past),
    # "Yesterday afternoon".
    (TAGS.pattern("<adverb> (?= <noun> )"), day_part),
    # "The auditor general's report".
    (TAGS.pattern("(?<= <noun> ) <adjective> (?= <possessive> )"), always(Tag.NOUN)),
    # "The American public not to go", but "the public square".
    (
        TAGS.pattern("(?<= <determiner|name> ) <adjective> (?! <counted|adjective|participle|conjunction> )"),
        among({"public"}, Tag.NOUN),
    ),
    # "Has since said".
    (TAGS.pattern("(?<= <auxiliary> ) <subordinator> (?= <verbal> )"), among({"since"}, Tag.ADVERB)),
    # "Have long been told", "had long feared".
    (TAGS.pattern("(?<= <auxiliary> ) <adjective> (?= <auxiliary|verbal|ing> )"), among({"long"}, Tag.ADVERB)),
    # "Little had changed".
    (
        TAGS.pattern("(?<! <determiner|adverb|auxiliary> ) <adjective> (?= <auxiliary> )"),
        among({"little"}, Tag.NOUN),
    ),
    # "Mr Sunday Ezeh".
    (TAGS.pattern("(?<= <name> ) <date> (?= <name> )"), day_name),
    # "A page set up by potters".
    (TAGS.pattern("(?<= <head> ) <noun> (?= <preposition> <preposition> )"), among({"set"}, Tag.PARTICIPLE)),
    # "Told them in no uncertain terms that", "told them loud and clear that".
    (TAGS.pattern("(?<= <adjective|noun> ) <third> (?= <that|comma|end> )"), among({"terms"}, Tag.PLURAL)),
    (TAGS.pattern("<noun|adjective> <conjunction> <!end>"), together({("loud", "and", "clear")}, Tag.ADVERB)),
    # "Urged potters to stock clay", "told them not to stock it".
    (
        TAGS.pattern("""
            <past|third|participle|base> (?: <object> | <determiner>? <adjective>* <plural> | <name> )
            <adverb>? <to> <noun>
            (?= <end|comma|determiner|head|preposition|date|adverb|object|conjunction> )
        """),
        bidden,
    ),
    # "Said Ann Doe minutes after the vote", "said Ann Doe two days before the vote".
    (TAGS.pattern("(?<= <name> ) <determiner|number|adjective>? <plural> (?= <subordinator> )"), span_before),
    # "The head since 2009, Ann Doe said", "the first since the war.", "the best since the days of the guild, she".
    (
        TAGS.pattern("""
            (?<= <head|number> ) <subordinator>
            (?= (?P<what> <number|date> | <determiner|adjective> <noun> | <determiner> <nominal>* <of> <nominal>+ )
                <comma|dash|end|conjunction> )
        """),
        since,
    ),
    # "A fall in orders after May 4 could hurt it".
    (
        TAGS.pattern("<subordinator> (?= <date> <number>? <auxiliary|past|third> )"),
        among({"after", "before", "since", "until"}, Tag.PREPOSITION),
    ),
    # "The storm claimed 14 lives", but "one in 14 lives here".
    (TAGS.pattern("(?<= <verbal|base|ing> <number> ) <third>"), among({"lives"}, Tag.PLURAL)),
    # "A man at the back said".
    (
        TAGS.pattern("(?<= <determiner> ) <adverb> (?= <end|comma|of|auxiliary|past> )"),
        among({"back"}, Tag.NOUN),
    ),
    # "Members who back the plan said".
    (TAGS.pattern("(?<= <relative|to> ) <adverb> (?= <determiner|name> )"), among({"back"}, Tag.BASE)),
    # "Mine worker".
    (TAGS.pattern("<object> (?= <noun|plural> )"), among({"mine"}, Tag.NOUN)),
    # "“It is late,” acting guild head Bo Roe said", "acting U.S. Attorney Bo Roe".
    (TAGS.pattern("<ing> (?= <noun|name>+ )"), among({"acting"}, Tag.ADJECTIVE)),
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
    (TAGS.pattern("(?<= <comma> ) <ing> (?= <noun> )"), among(NAMES.office_parts, Tag.ADJECTIVE)),
    # "A film posted online shows", "..., the guild reports online today".
    (
        TAGS.pattern("<noun> (?: (?<= <participle> . ) (?= <verbal> ) | (?<= <third> . ) (?! <head> ) )"),
        among({"online"}, Tag.ADVERB),
    ),
    # "It is late, injured potters said".
    (
        TAGS.pattern("""
            (?: (?<= <comma|conjunction|subordinator|that|of> ) | (?<= <of> <adjective|name> ) )
            <participle> (?= <plural> <past|third|base> )
        """),
        qualifies,
    ),
    # "A statement that week, she said", "some talk that evening of a sale".
    (TAGS.pattern("(?<= <noun|plural> ) <that> (?= <noun> <comma|link|end> )"), timed),
    # "In the course of that interview".
    (TAGS.pattern("(?<= <of|preposition> ) <that> (?= <adjective>? <noun> )"), always(Tag.DETERMINER)),
    # "People who like the plan say".
    (
        TAGS.pattern("(?<= <plural|name> <relative> ) <preposition> (?= <determiner|name|plural|object|to> )"),
        among({"like"}, Tag.BASE),
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
    (TAGS.pattern("(?<= <subordinator> ) <participle> (?= <adjective|noun|plural> )"), compared),
    # "Of alleged victims", "in failed talks".
    (
        TAGS.pattern("(?<= <of|preposition> ) <participle> (?= <adjective|noun>* <noun|plural> )"),
        always(Tag.ADJECTIVE),
    ),
    # "Says retired potter Aud Berg".
    (
        TAGS.pattern("(?<= <comma|close> <past|third> ) <participle> (?= <adjective|noun>* <noun> <name> )"),
        always(Tag.ADJECTIVE),
    ),
    # "According to licensed potters", "according to published reports".
    (TAGS.pattern("(?<= <to> ) <participle> (?= <adjective|noun>* <noun|plural> )"), according),
    # "..., said licensed potters.", "..., said glaziers and licensed potters."
    (
        TAGS.pattern("""
            (?: (?<= <comma|close> <past|third> ) | (?<= <past|third> <plural> <conjunction> )
                | (?<= <past|third> <noun|adjective> <plural> <conjunction> ) )
            <participle> (?= (?: <adjective|noun> )* <plural> (?: <end|conjunction> | $ ) )
        """),
        said_to_qualify,
    ),
    # "A think tank".
    (
        TAGS.pattern("(?<= <name|adjective|determiner|noun> ) <base> (?= <noun|plural> )"),
        among({"think"}, Tag.NOUN),
    ),
    # Adverbs that are something else here: "voters back Doe", "most voters", "nearly half".
    (
        TAGS.pattern(r"""
            <adverb> (?: (?P<verb> (?<= <to|auxiliary|plural> . ) (?=<determiner|name|object>) )
                | (?P<noun> (?= <adjective>? <plural|name> ) ) | (?P<half> (?= <determiner|of> ) ) )
        """),
        shared,
    ),
    # "The two both said", "Ann and Bo, who both said": behind a subject a determiner without a noun is an adverb.
    (
        TAGS.pattern("<determiner> (?<= <head|pronoun|number|auxiliary|relative> . ) (?=<verbal>)"),
        among(WORDS.floating | {"neither"}, Tag.ADVERB),
    ),
    # "That so many potters stay away": before what counts, "so" joins no clause.
    (TAGS.pattern("<contrast> (?= <!comma|end> )"), so_many),
    # "Potters such as Ann Doe say".
    (TAGS.pattern("(?<= <head|comma> ) <determiner> <subordinator>"), together({("such", "as")}, Tag.PREPOSITION)),
    # "Those who have lived there for years say".
    (
        TAGS.pattern("<subject> (?<= <past|participle|base> . ) (?P<placed> (?= <preposition|comma|end|date> ) )?"),
        lived_there,
    ),
    # "Someone briefed on the plan said", "somebody close to the team", and not "someone asked about".
    (TAGS.pattern("<subject> (?= <participle|adjective> <link|to> )"), among(WORDS.somebody, Tag.NOUN)),
    # "Nurses there said", "staff inside said".
    (TAGS.pattern("<subject|adverb|link|noun> (?<=<head>.) (?=<reporting|base>)"), among(WORDS.near, Tag.ADJECTIVE)),
    # "As many as", "at least", "more than", "about": before a number or a part they belong to it.
    (
        TAGS.pattern("""
            <subordinator> <determiner|adjective> <subordinator> (?=<number|determiner>)
            | <preposition|adverb|determiner> <adverb|subordinator|to> (?=<number|determiner>)
            | <adjective> <to> (?= <determiner>? <number> )
            | <preposition> (?=<number|determiner>)
        """),
        quantity,
    ),
    # "The alleged “clay” fraud", "Alleged “clay” fraud is found".
    (
        TAGS.pattern("""
            (?<! <head|subject|auxiliary|adverb> ) <participle>
            (?= <open|straight|single> <!open|close|straight|single|comma|end>{1,5}
                <close|straight|single|possessive> <head> )
        """),
        among({"alleged", "accused", "convicted", "suspected"}, Tag.ADJECTIVE),
    ),
    # "At “silly” claims", "as “silly” suggestions that".
    (
        TAGS.pattern("""
            (?P<marks> <preposition|subordinator|determiner> <open|straight|single>
            <!open|close|straight|single|comma|end>{1,5} <close|straight|single> ) <third>
        """),
        marked_quality,
    ),
    # "Points under the “Hats” attribute", "the “Hats” report that".
    (
        TAGS.pattern("""
            (?P<marks> <determiner> <open|straight|single> <!open|close|straight|single|comma|end>{1,5}
            <close|straight|single> ) <base>
        """),
        one_in_marks,
    ),
    # "Phone records, shown to the jury, suggest that".
    (
        TAGS.pattern("(?<= <name|noun> ) <third> (?= <comma> <participle> <!comma|end|open>{1,10} <comma> <base> )"),
        among(WORDS.papers, Tag.PLURAL),
    ),
    # "Value added tax".
    (TAGS.pattern("(?<= <noun> ) <participle> (?= <noun|plural> )"), value_added),
    # "It didn't".
    (TAGS.pattern("<past|participle> (?= <adverb> )"), negated),
)
