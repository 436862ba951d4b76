"""The tag of a word: by list and shape, and then by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import partial
from typing import Final, TypeAlias

from newsschema._model.punctuation import (
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    DOUBLE_STRAIGHT,
    SINGLE_CLOSING,
    SINGLE_OPENING,
)
from newsschema.reading._gazetteer import NAMES, is_listed_person, is_person_noun, singular
from newsschema.reading._openings import opening, shape, takes_clause
from newsschema.reading._tags import TAGS, Tag
from newsschema.reading._verbs import MANY, is_verb
from newsschema.reading._words import WORDS, known_tags

_PLAIN: Final = (
    {mark: mark for mark in ",;:.-()\"'"}
    | dict.fromkeys(("!", "?"), "?")
    | dict.fromkeys(("—", "–", "―", "--", "---"), "-")
    | dict.fromkeys((*DOUBLE_OPENING, ",,"), Tag.OPEN)
    | dict.fromkeys(DOUBLE_CLOSING, Tag.CLOSE)
    | dict.fromkeys((*SINGLE_OPENING, *SINGLE_CLOSING), Tag.SINGLE)
    | dict.fromkeys(DOUBLE_STRAIGHT, Tag.STRAIGHT)
    | dict.fromkeys("£€$", "#")
    | {
        "’": Tag.POSSESSIVE,
        "[": "(",
        "]": ")",
        "…": ".",
        "...": ",",
        "....": ".",
        "%": "N",
        "°C": "N",
        "°F": "N",
        "May": "M",
    }
)
_WHOLE_NAME: Final = TAGS.pattern("<name>{2,}")
#: A word with a capital that opens a sentence, or words in marks; so does one behind marks that close behind a stop.
_OPENING: Final = re.compile(r"P(?: (?<![^\n.?\"\[]P) | (?<=[.?][\]']P) )", re.VERBOSE)
_TITLE: Final = re.compile(r"\n[^\n.;]{4,30}(?=\.?\n)")
#: A name with its article, or with a small letter in front: "al-Jaafari", "d'Arcy", "hÓgáin".
_ARTICLED: Final = re.compile(r"(?:a[dlnrstz]|ash|el|ibn|abu)-[A-Z]|[a-z]{1,2}['’]?[A-ZÀ-Þ][a-zß-ÿ]")

#: Adverbs that are something else here: "voters back Doe", "most voters".
_SHARED: Final = TAGS.pattern(r"""
    <adverb> (?: (?P<verb> (?<= <to|auxiliary|plural> . ) (?=<determiner|name|object>) )
        | (?P<noun> (?= <adjective>? <plural|name> ) ) | (?P<half> (?= <determiner|of> ) ) )
""")
_SHARED_TAGS: Final[dict[tuple[str, str | None], str]] = {
    ("back", "verb"): Tag.BASE,
    ("most", "noun"): Tag.DETERMINER,
    ("more", "noun"): Tag.DETERMINER,
    ("most", "half"): Tag.DETERMINER,
    ("nearly", "half"): Tag.DETERMINER,
    ("almost", "half"): Tag.DETERMINER,
}
#: Words that are verb or noun, and verbs right behind an article.
_UNDECIDED: Final = TAGS.pattern(
    """<base_or_noun|third_or_plural>
    | <base|third> (?<= <determiner> . ) | <participle> (?<= <determiner> . ) (?!<counted|participle|ing>)"""
)
#: "To close", "will open", "to suspend the sentence": what may be a verb by what stands around it.
_HELPED: Final = TAGS.pattern("<adjective> (?<= <to|auxiliary> . ) | (?<= <to> ) <noun> (?= <determiner|pronoun> )")
_VERBS: Final[dict[str, str]] = {
    Tag.BASE_OR_NOUN: Tag.BASE,
    Tag.THIRD_OR_PLURAL: Tag.THIRD,
    Tag.BASE: Tag.BASE,
    Tag.THIRD: Tag.THIRD,
    Tag.PARTICIPLE: Tag.PARTICIPLE,
}
_QUALIFIES: Final = TAGS.pattern(
    "(?: (?<= <comma|conjunction|subordinator|that|of> ) | (?<= <of> <adjective|name> ) )"
    " <participle> (?= <plural> <past|third|base> )"
)
#: "Are being treated", "yesterday's".
_BEING: Final = TAGS.pattern("(?<= <auxiliary> ) <noun> (?= <adverb|participle|past> )")
#: "“It is late,” comments Ann Doe", whatever the verb.
_QUOTING: Final = TAGS.pattern("""
    (?<= <comma|question> <straight|close|single>
        | <straight|close|single> <comma> | <single|possessive> <straight|close> ) <plural> (?= <name> )
""")
#: "Holt fumes: “...”", in a headline.
_FUMING: Final = TAGS.pattern("(?<= <name> ) <plural> (?= <colon> <open|straight|single> )")
#: "D-Ariz.", which stands where an age does; but "D-Day".
_SEAT: Final = re.compile(r"[DRI]-(?:[A-Z]\w*\.|(?:Alaska|Hawaii|Idaho|Iowa|Maine|Ohio|Texas|Utah)$)")
#: "R3.5 billion", "US$1.2bn".
_MONEY: Final = re.compile(r"(?:Rs\.?|[A-Z]{1,3}\$?)\d+[.,]?\d")
#: "A misleading edit": what stands behind an article and "-ing" is a noun.
#: "She left a will", "in her will".
_WILLED: Final = TAGS.pattern("(?<= <determiner> ) <auxiliary> (?! <adverb>* <base|auxiliary> )")
_MADE_NOUN: Final = TAGS.pattern("(?<= <determiner> <ing> ) <base>")
#: "The warning that", "its first finding by a panel that".
_STATED: Final = TAGS.pattern("""
    <ing> (?: (?<= <determiner|possessive> . ) | (?<= <determiner|possessive> <adjective> . ) )
    (?= <that> | <preposition> <nominal>{1,4} <that> )
""")
#: "A visibly upset Ann Doe": what stands behind an article and an adverb before a name or a noun is an adjective.
_ADVERBIAL: Final = TAGS.pattern("(?<= <determiner> <adverb> ) <past|base> (?= <name|noun|plural|adjective> )")
#: "Once the man left, ...".
_ONCE: Final = TAGS.pattern("(?<! [^\n.?,C] ) <adverb> (?= <determiner|subject|counted> )")
#: "Ms Doe hit back".
_PHRASAL: Final = TAGS.pattern("<noun> (?<= <name|noun> . ) (?= <adverb|preposition> )")
_DAY: Final = TAGS.pattern("<adverb> (?= <possessive> )")
#: "Cautions most will not pay"; "Most believe that", "But most say".
_MOST: Final = TAGS.pattern("""
    <adverb> (?= <auxiliary> ) (?<= <past|third|base|participle|that> . )
    | <adverb> (?= <past|base|auxiliary> ) (?<! [^\n.?,CUL] . )
""")
#: "Late on Monday", "early this week"; "yesterday afternoon".
_LATE: Final = TAGS.pattern("<adjective> (?= <preposition> <date|determiner> | <determiner|adjective> <noun> )")
_DAY_PART: Final = TAGS.pattern("<adverb> (?= <noun> )")
#: "Chief of Staff Ann Doe", "the fire chief known as Bo Roe".
_CHIEF: Final = TAGS.pattern("<adjective> (?= <of> ) | (?<= <noun|plural> ) <adjective> (?! <noun|plural|adjective> )")
#: "The auditor general's report".
_OWNER: Final = TAGS.pattern("(?<= <noun> ) <adjective> (?= <possessive> )")
#: "A film posted online shows".
_ONLINE: Final = TAGS.pattern("(?<= <participle> ) <noun> (?= <verbal> )")
#: "The American public not to go", but "the public square".
_PUBLIC: Final = TAGS.pattern("(?<= <determiner|name> ) <adjective> (?! <counted|adjective|participle|conjunction> )")
#: "Little had changed".
_LITTLE: Final = TAGS.pattern("(?<! <determiner|adverb|auxiliary> ) <adjective> (?= <auxiliary> )")
#: "Mr Sunday Ezeh".
_DAY_NAME: Final = TAGS.pattern("(?<= <name> ) <date> (?= <name> )")
#: "Has since said".
_SINCE: Final = TAGS.pattern("(?<= <auxiliary> ) <subordinator> (?= <verbal> )")
#: "The head since 2009, Ann Doe said", "the first since the war.".
_SINCE_WHEN: Final = TAGS.pattern("""
    (?<= <head|number> ) <subordinator>
    (?= (?: <number|date> | <determiner|adjective> <noun> ) <comma|dash|end|conjunction> )
""")
#: "The storm claimed 14 lives", but "one in 14 lives here".
_LIVES: Final = TAGS.pattern("(?<= <verbal|base|ing> <number> ) <third>")
#: "Members who back the plan said".
_BACKING: Final = TAGS.pattern("(?<= <relative|to> ) <adverb> (?= <determiner|name> )")
#: "A man at the back said".
_BACK: Final = TAGS.pattern("(?<= <determiner> ) <adverb> (?= <end|comma|of|auxiliary|past> )")
#: "Mine worker", "“...,” teaching assistant Ann Doe said".
_MINE: Final = TAGS.pattern("<object> (?= <noun|plural> )")
_TRADE: Final = TAGS.pattern("""
    (?<= <close|straight|past> ) <ing> (?= <noun> <name> )
    | (?<= <close|straight> <participle> ) <ing> (?= <noun> <noun>? <name> )
    | (?<= <comma> ) <ing> (?= <noun> <name>{1,3} <past|third> )
""")
#: "In the course of that interview".
_POINTING: Final = TAGS.pattern("(?<= <of|preposition> ) <that> (?= <adjective>? <noun> )")
#: "People who like the plan say".
_LIKING: Final = TAGS.pattern("(?<= <plural> <relative> ) <preposition> (?= <determiner|name|plural|object|to> )")
_FOLLOWING: Final = TAGS.pattern("(?<= <noun|plural> ) <ing> (?= <noun> )")
#: "A think tank".
_THINKING: Final = TAGS.pattern("(?<= <name|adjective|determiner|noun> ) <base> (?= <noun|plural> )")
#: "Of alleged victims", "in failed talks".
_GOVERNED: Final = TAGS.pattern("(?<= <of|preposition> ) <participle> (?= <adjective|noun>* <noun|plural> )")
#: "Says retired potter Aud Berg".
_DESCRIBED: Final = TAGS.pattern("(?<= <comma|close> <past|third> ) <participle> (?= <adjective|noun>* <noun> <name> )")
_COMPARED: Final = TAGS.pattern("(?<= <subordinator> ) <participle> (?= <adjective|noun|plural> )")
_DAYS: Final = frozenset({"today", "tomorrow", "tonight", "yesterday"})
#: "The two both said": behind a subject a determiner without a noun is an adverb.
_FLOATING: Final = TAGS.pattern("<determiner> (?<= <head|pronoun|number|auxiliary> . ) (?=<verbal>)")
#: "Nurses there said".
_PLACED: Final = TAGS.pattern("<subject|adverb> (?<= <head> . ) (?=<past|third|base|participle>)")
#: "As many as", "at least", "more than", "about": before a number or a part they belong to it.
_QUANTITY: Final = TAGS.pattern("""
    <subordinator> <determiner|adjective> <subordinator> (?=<number|determiner>)
    | <preposition|adverb|determiner> <adverb|subordinator|to> (?=<number|determiner>)
    | <adjective> <to> (?= <determiner>? <number> )
    | <preposition> (?=<number|determiner>)
""")
#: "About half", "around a third".
_PARTS: Final = frozenset({"dozen", "fifth", "hundred", "quarter", "tenth", "third"})


#: Nouns that begin with a letter for a shape or a class: "T-shirt", "X-ray".
_LETTERED: Final = re.compile("[A-Z]-[a-z]{3,}")
#: A name with what makes an adjective of it: "London-based", "Norwegian-born", "UN-backed".
_PLACED_AT: Final = re.compile(r"[A-Z]\S*-(?:based|born|led|run|[a-z]{2,}ed)")
#: What a capital makes a name of, and what only capitals throughout do.
_OPEN_CLASSES: Final = TAGS["noun plural adjective base_or_noun third_or_plural base third participle ing past"]
_CLOSED_CLASSES: Final = TAGS["auxiliary pronoun relative"]


def tag_word(word: str) -> str:
    """Tag one word by list and shape, whatever stands around it."""
    plain = _PLAIN.get(word)
    if plain:
        return plain
    known = known_tags().get(word.lower())
    if known is None:
        return _unlisted(word)
    return Tag.NAME if word[0].isupper() and _is_named(word, known) else known


def _is_named(word: str, tag: str) -> bool:
    """Whether a capital makes a name of a word: except in the closed classes; "IS" and "US" are names, "I" is none."""
    return tag in _OPEN_CLASSES or (tag in _CLOSED_CLASSES and word.isupper() and len(word) > 1)


def _unlisted(word: str) -> str:
    """Tag a word that no list knows by its shape."""
    first = word[0]
    if first == "\n":
        return "\n"
    if first.isdigit() or first in "$#" or _MONEY.match(word) or _SEAT.match(word):
        return "#"
    if _PLACED_AT.fullmatch(word):
        return Tag.ADJECTIVE
    if first == "@" or (first.isupper() and not _LETTERED.fullmatch(word)):
        return "P"
    if not first.isalpha():
        return "_"
    if _ARTICLED.match(word):
        return "P"
    return shape(word.lower())


def _lower_titles(tags: str, lower: tuple[str, ...]) -> str:
    """In a headline with capitals throughout, tag the verbs as if they had none."""
    pieces: list[str] = []
    done = 0
    for match in _TITLE.finditer(f"\n{tags}"):
        first, after = match.start(), match.end() - 1
        if tags.count("P", first, after) * 2 > after - first:
            known = [known_tags().get(word, "P") for word in lower[first:after]]
            pieces += [tags[done:first]]
            pieces += [
                new if old == "P" and new in "bsvzVEG" else old for new, old in zip(known, match[0][1:], strict=True)
            ]
            done = after
    return "".join((*pieces, tags[done:]))


def decide(tags: str, lower: tuple[str, ...]) -> str:
    """Decide words that are verb or noun, and those that several classes share, by their neighbours."""
    decided = _decide_words(_lower_titles(tags, lower), lower)
    for pattern, revise in _REVISIONS:
        decided = pattern.sub(partial(revise, lower), decided)
    return decided


def _decide_words(tags: str, lower: tuple[str, ...]) -> str:
    """Decide word by word what opens a sentence, what is verb or noun, and what "to" or a modal makes a verb."""
    made = list(tags)
    surnames = _surnames(tags, lower)
    for i in _starts(_OPENING, tags):
        if lower[i] not in surnames and lower[i + 1 : i + 2] != ("&",):
            made[i] = opening(lower[i], tags[i + 1 : i + 4])
    for i in _starts(_UNDECIDED, tags):
        noun = Tag.PLURAL if tags[i] in MANY else Tag.NOUN
        made[i] = _VERBS[tags[i]] if is_verb(made, tags, lower, i) else noun
    for i in _starts(_HELPED, tags):
        if _is_helped(tags, lower, i):
            made[i] = Tag.BASE
    return "".join(made)


def _surnames(tags: str, lower: tuple[str, ...]) -> set[str]:
    """The words of whole names behind the first, but no plurals of persons: "A Rift Among Climate Scientists"."""
    found = {word for match in _WHOLE_NAME.finditer(tags) for word in lower[match.start() + 1 : match.end()]}
    return {word for word in found if not (word.endswith("s") and is_listed_person(word))}


def _starts(pattern: re.Pattern[str], tags: str) -> Iterator[int]:
    """Where a pattern matches."""
    return (match.start() for match in pattern.finditer(tags))


#: "At “silly” claims", "as “silly” suggestions that".
_MARKED_QUALITY: Final = TAGS.pattern(
    "(?P<marks> <preposition|subordinator|determiner> <open|straight|single>"
    " <!open|close|straight|single|comma|end>{1,5} <close|straight|single> ) <third>"
)


def _marked_quality(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Claims behind an adjective in marks are nouns."""
    return match["marks"] + Tag.PLURAL if singular(lower[match.end() - 1]) in WORDS.statements else match[0]


_Revise: TypeAlias = Callable[[tuple[str, ...], re.Match[str]], str]


def _always(tag: str) -> _Revise:
    """Every word that a pattern finds gets a tag."""
    return lambda _, __: tag


def _among(words: Container[str], tag: str) -> _Revise:
    """A word that a pattern finds gets a tag if it is one of these."""
    return lambda lower, match: tag if lower[match.start()] in words else match[0]


def _made_noun(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Say is none: "people who know his thinking say"."""
    return match[0] if lower[match.start()] == "say" else Tag.NOUN


def _qualifies(lower: tuple[str, ...], match: re.Match[str]) -> str:
    return match[0] if takes_clause(lower[match.start()]) else Tag.ADJECTIVE


def _trade(lower: tuple[str, ...], match: re.Match[str]) -> str:
    i = match.start()
    trade = lower[
        i + 1 + (match.string[i + 2] != Tag.NAME)
    ]  # "managing director Ann Doe", "visiting guild master Ann Doe"
    return Tag.NOUN if is_person_noun(trade) and not takes_clause(lower[i]) else match[0]


def _phrasal(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A past that looks like a noun is a verb before its particle."""
    i = match.start()
    past = lower[i] in WORDS.irregular.get(lower[i], ()) and lower[i : i + 2] in WORDS.phrasal_forms
    return Tag.BASE if past else match[0]


def _quoting(lower: tuple[str, ...], match: re.Match[str]) -> str:
    word = lower[match.start()]
    return match[0] if is_listed_person(word) or word in WORDS.papers else Tag.THIRD


def _shared(lower: tuple[str, ...], match: re.Match[str]) -> str:
    return _SHARED_TAGS.get((lower[match.start()], match.lastgroup), Tag.ADVERB)


def _quantity(lower: tuple[str, ...], match: re.Match[str]) -> str:
    return Tag.DETERMINER * len(match[0]) if _counts(match.string, lower, *match.span()) else match[0]


def _negated(lower: tuple[str, ...], match: re.Match[str]) -> str:
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


def _day_name(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A day of the week is a given name behind "Mr"."""
    return Tag.NAME if lower[match.start() - 1].rstrip(".") in NAMES.courtesy else match[0]


def _day_part(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Yesterday is a date before a part of the day."""
    i = match.start()
    return Tag.DATE if lower[i] in _DAYS and lower[i + 1] in WORDS.time_spans else match[0]


def _following(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """A noun behind "tracking" or the like is what does it: "the media tracking firm Norpoll"."""
    i = match.start()
    return Tag.NOUN if lower[i + 1] in NAMES.bodies and not takes_clause(lower[i]) else match[0]


def _compared(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """What one compares with is none of what is done: "a smaller than expected rise"."""
    return Tag.ADJECTIVE if lower[match.start() - 1] == "than" else match[0]


#: What is decided by the tags around it as they stand by then, in this order.
_REVISIONS: Final[tuple[tuple[re.Pattern[str], _Revise], ...]] = (
    (re.compile(r"S(?<=[RWT]S)"), _always(Tag.AUXILIARY)),
    (_MADE_NOUN, _made_noun),
    (_WILLED, _among({"will"}, Tag.NOUN)),
    (_PHRASAL, _phrasal),
    (_STATED, _among(WORDS.cue_nouns, Tag.NOUN)),
    (_CHIEF, _among({"chief"}, Tag.NOUN)),
    (_ADVERBIAL, _always(Tag.ADJECTIVE)),
    (_ONCE, _among({"once", "though"}, Tag.SUBORDINATOR)),
    (_QUOTING, _quoting),
    (_FUMING, _among(WORDS.parenthetical_forms, Tag.THIRD)),
    (_BEING, _among({"being"}, Tag.AUXILIARY)),
    (_DAY, _among(_DAYS, Tag.DATE)),
    (_MOST, _most),
    (_LATE, _late),
    (_DAY_PART, _day_part),
    (_OWNER, _always(Tag.NOUN)),
    (_PUBLIC, _among({"public"}, Tag.NOUN)),
    (_SINCE, _among({"since"}, Tag.ADVERB)),
    (_LITTLE, _among({"little"}, Tag.NOUN)),
    (_DAY_NAME, _day_name),
    (_SINCE_WHEN, _among({"after", "before", "since", "until"}, Tag.PREPOSITION)),
    (_LIVES, _among({"lives"}, Tag.PLURAL)),
    (_BACK, _among({"back"}, Tag.NOUN)),
    (_BACKING, _among({"back"}, Tag.BASE)),
    (_MINE, _among({"mine"}, Tag.NOUN)),
    (_TRADE, _trade),
    (_ONLINE, _among({"online"}, Tag.ADVERB)),
    (_QUALIFIES, _qualifies),
    (_POINTING, _always(Tag.DETERMINER)),
    (_LIKING, _among({"like"}, Tag.BASE)),
    (_FOLLOWING, _following),
    (_COMPARED, _compared),
    (_GOVERNED, _always(Tag.ADJECTIVE)),
    (_DESCRIBED, _always(Tag.ADJECTIVE)),
    (_THINKING, _among({"think"}, Tag.NOUN)),
    (_SHARED, _shared),
    (_FLOATING, _among(WORDS.floating | {"neither"}, Tag.ADVERB)),
    (_PLACED, _among({"here", "there"}, Tag.ADJECTIVE)),
    (_QUANTITY, _quantity),
    (_MARKED_QUALITY, _marked_quality),
    (re.compile(r"[VE](?=B)"), _negated),
)


def _is_helped(tags: str, lower: tuple[str, ...], i: int) -> bool:
    """Whether an adjective or a noun is a verb behind "to" or a modal: "will open", "to suspend the sentence"."""
    if tags[i] == Tag.NOUN:
        timed = not WORDS.time_spans.isdisjoint(lower[i + 1 : i + 3])  # "to hospital that night"
        return lower[i] not in known_tags() and lower[i - 2] != "according" and not timed
    return lower[i] in WORDS.adjectives_or_verbs and (tags[i - 1] == Tag.TO or lower[i - 1] in WORDS.modals)


def _counts(tags: str, lower: tuple[str, ...], first: int, after: int) -> bool:
    """Whether words before a number belong to it: "at least", or "about" where no verb takes it for its own."""
    if after - first > 1:
        return " ".join(lower[first:after]) in WORDS.quantities
    counted = lower[after] in {"a", "an", "one"} and not _PARTS.isdisjoint(lower[after + 1 : after + 2])
    if tags[after] == Tag.DETERMINER and lower[after] != "half" and not counted:
        return False
    opens = not first or lower[first - 1] == Tag.NEWLINE
    return lower[first] in WORDS.quantities and (opens or lower[first - 1] in WORDS.before_quantity)
