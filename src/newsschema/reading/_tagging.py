"""The tag of a word: by list and shape, and then by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from newsschema._model.punctuation import (
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    DOUBLE_STRAIGHT,
    SINGLE_CLOSING,
    SINGLE_OPENING,
)
from newsschema.reading._gazetteer import NAMES, STATES_IN_LOWER_CASE, is_listed_person, is_person_noun, singular
from newsschema.reading._tags import TAGS, Tag
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
    | {"’": Tag.POSSESSIVE, "[": "(", "]": ")", "…": ".", "...": ",", "....": ".", "%": "N", "May": "M"}
)
_ADJECTIVE: Final = re.compile(
    r"\w{3,}(?:ous|ful|ive|able|ible|less|ish|al|ary|ic|ed)$|\w+-(?:\w+ed|year-old|old|\w+ing)$"
)
_WHOLE_NAME: Final = TAGS.pattern("<name>{2,}")
_OPENING: Final = re.compile(r"P(?<![^\n.?\"\[]P)")
_TITLE: Final = re.compile(r"\n[^\n.;]{4,30}(?=\.?\n)")
_LONG_ENOUGH: Final = 5
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
_MANY: Final = TAGS["third_or_plural third"]
_VERBS: Final[dict[str, str]] = {
    Tag.BASE_OR_NOUN: Tag.BASE,
    Tag.THIRD_OR_PLURAL: Tag.THIRD,
    Tag.BASE: Tag.BASE,
    Tag.THIRD: Tag.THIRD,
    Tag.PARTICIPLE: Tag.PARTICIPLE,
}
_SURE: Final = TAGS["base third participle"]
#: What only a verb has behind it, and what no verb has.
_OBJECT: Final = TAGS["determiner pronoun that to relative open straight name"]
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
_OPENED: Final[dict[str, str]] = {Tag.ING: Tag.ING, Tag.PARTICIPLE: Tag.PARTICIPLE, Tag.ADVERB: Tag.ADVERB}
_OPENERS: Final = TAGS["participle ing adverb"]
_NAMELIKE: Final = TAGS["adjective participle"]
_REPORTING: Final = TAGS["past third"]
_OWNING_NAME: Final = TAGS.pattern("<possessive|single> <name>")
_NAMED_SEVERAL: Final = TAGS["plural name"]
_NAMED: Final = TAGS.pattern("<comma> (?: <relative> | <number> <comma> )")
#: "Striking workers said", "loved ones say": what qualifies a plural at the start of a clause, and what follows it.
_QUALIFYING: Final = TAGS["participle ing"]
_QUALIFIED: Final = TAGS.pattern("<plural|third_or_plural> <past|third|base|auxiliary|participle|base_or_noun>")
#: By whom something was done, behind what it was done with.
_DONE_BY: Final = TAGS.pattern("<participle> <preposition|to>")
_QUALIFIES: Final = TAGS.pattern(
    "(?<= <comma|conjunction|subordinator|that> ) <participle> (?= <plural> <past|third|base> )"
)
#: "Are being treated", "yesterday's".
_BEING: Final = TAGS.pattern("(?<= <auxiliary> ) <noun> (?= <adverb|participle|past> )")
#: "“It is late,” comments Ann Doe", whatever the verb.
_QUOTING: Final = TAGS.pattern("""
    (?<= <comma|question> <straight|close|single> | <straight|close|single> <comma> ) <plural> (?= <name> )
""")
#: "Holt fumes: “...”", in a headline.
_FUMING: Final = TAGS.pattern("(?<= <name> ) <plural> (?= <colon> <open|straight|single> )")
#: "R3.5 billion", "US$1.2bn".
_MONEY: Final = re.compile(r"(?:Rs\.?|[A-Z]{1,3}\$?)\d+[.,]?\d")
#: "A misleading edit": what stands behind an article and "-ing" is a noun.
_MADE_NOUN: Final = TAGS.pattern("(?<= <determiner> <ing> ) <base>")
#: "A visibly upset Ann Doe": what stands behind an article and an adverb before a name or a noun is an adjective.
_ADVERBIAL: Final = TAGS.pattern("(?<= <determiner> <adverb> ) <past|base> (?= <name|noun|plural|adjective> )")
#: "Once the man left, ...".
_ONCE: Final = TAGS.pattern("(?<! [^\n.?,C] ) <adverb> (?= <determiner|subject|name> )")
_DAY: Final = TAGS.pattern("<adverb> (?= <possessive> )")
#: "Cautions most will not pay".
_MOST: Final = TAGS.pattern("<adverb> (?<= <past|third|base|participle|that> . ) (?= <auxiliary> )")
#: "Late on Monday", "early this week"; "yesterday afternoon".
_LATE: Final = TAGS.pattern("<adjective> (?= <preposition> <date> | <determiner|adjective> <noun> )")
_DAY_PART: Final = TAGS.pattern("<adverb> (?= <noun> )")
#: "The auditor general's report".
_OWNER: Final = TAGS.pattern("(?<= <noun> ) <adjective> (?= <possessive> )")
#: "A film posted online shows".
_ONLINE: Final = TAGS.pattern("(?<= <participle> ) <noun> (?= <verbal> )")
#: "A man at the back said".
_BACK: Final = TAGS.pattern("(?<= <determiner> ) <adverb> (?= <end|comma|of|auxiliary|past> )")
#: "Mine worker", "“...,” teaching assistant Ann Doe said".
_MINE: Final = TAGS.pattern("<object> (?= <noun|plural> )")
_TRADE: Final = TAGS.pattern("""
    (?<= <close|straight|past> ) <ing> (?= <noun> <name> )
    | (?<= <comma> ) <ing> (?= <noun> <name>{1,3} <past|third> )
""")
_DAYS: Final = frozenset({"today", "tomorrow", "tonight", "yesterday"})
_COMMON: Final[dict[str, str]] = {
    Tag.PLURAL: Tag.PLURAL,
    Tag.NOUN: Tag.NOUN,
    Tag.ADJECTIVE: Tag.ADJECTIVE,
    Tag.BASE_OR_NOUN: Tag.NOUN,
    Tag.THIRD_OR_PLURAL: Tag.PLURAL,
}
_GOVERNING: Final = TAGS["verbal link to ing"]
_ENDS: Final = TAGS["end comma"]
_LINKS: Final = TAGS["link"]
_DATED: Final = TAGS["noun name participle"]  # what a date may follow: "the poll (published) Tuesday"
_BEFORE_REPORT: Final = TAGS["comma close straight dash"]
_LOOSE: Final = TAGS["preposition adverb"]
_CLOSING: Final = TAGS["close straight"]
_IN_PHRASE: Final = TAGS["counted participle ing"]
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


def tag_word(word: str) -> str:
    """Tag one word by list and shape, whatever stands around it."""
    plain = _PLAIN.get(word)
    if plain:
        return plain
    lower, first = word.lower(), word[0]
    known = known_tags().get(lower)
    if (
        known is not None
        and first.isupper()
        and (known in "NKAbsvzEGV" or (word.isupper() and known in "XrRW" and len(word) > 1))
    ):
        return "P"  # a capital makes a name, except in the closed classes; "IS" and "US" are names, "I" is none
    if known is not None:
        return known
    if first == "\n":
        return "\n"
    if first.isdigit() or first in "$#" or _MONEY.match(word):
        return "#"
    if first == "@" or first.isupper():
        return "P"
    if not first.isalpha():
        return "_"
    if _ARTICLED.match(word):
        return "P"
    return _shape(lower)


def _shape(lower: str) -> str:
    """Tag a word that no list knows by its ending."""
    if len(lower) >= _LONG_ENOUGH:
        if lower.endswith("ly"):
            return "B"
        if lower.endswith("ing"):
            return "G"
        if lower.endswith("ed") and "-" not in lower:
            return "E"
    if _ADJECTIVE.match(lower):
        return "A"
    return "K" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "N"


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
    surnames = {word for match in _WHOLE_NAME.finditer(tags) for word in lower[match.start() + 1 : match.end()]}
    for i in _starts(_OPENING, tags):
        if lower[i] not in surnames and lower[i + 1 : i + 2] != ("&",):
            made[i] = _opening(lower[i], tags[i + 1 : i + 4])
    for i in _starts(_UNDECIDED, tags):
        noun = Tag.PLURAL if tags[i] in _MANY else Tag.NOUN
        made[i] = _VERBS[tags[i]] if _is_verb(made, tags, lower, i) else noun
    for i in _starts(_HELPED, tags):
        if _is_helped(tags, lower, i):
            made[i] = Tag.BASE
    return "".join(made)


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


def _qualifies(lower: tuple[str, ...], match: re.Match[str]) -> str:
    return match[0] if _takes_clause(lower[match.start()]) else Tag.ADJECTIVE


def _trade(lower: tuple[str, ...], match: re.Match[str]) -> str:
    i = match.start()
    return Tag.NOUN if is_person_noun(lower[i + 1]) and not _takes_clause(lower[i]) else match[0]


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
    """Most is a subject before a modal."""
    i = match.start()
    return Tag.DETERMINER if lower[i] == "most" and lower[i + 1] in WORDS.modals else match[0]


def _day_part(lower: tuple[str, ...], match: re.Match[str]) -> str:
    """Yesterday is a date before a part of the day."""
    i = match.start()
    return Tag.DATE if lower[i] in _DAYS and lower[i + 1] in WORDS.time_spans else match[0]


#: What is decided by the tags around it as they stand by then, in this order.
_REVISIONS: Final[tuple[tuple[re.Pattern[str], _Revise], ...]] = (
    (re.compile(r"S(?<=[RWT]S)"), _always(Tag.AUXILIARY)),
    (_MADE_NOUN, _always(Tag.NOUN)),
    (_ADVERBIAL, _always(Tag.ADJECTIVE)),
    (_ONCE, _among({"once"}, Tag.SUBORDINATOR)),
    (_QUOTING, _quoting),
    (_FUMING, _among(WORDS.parenthetical_forms, Tag.THIRD)),
    (_BEING, _among({"being"}, Tag.AUXILIARY)),
    (_DAY, _among(_DAYS, Tag.DATE)),
    (_MOST, _most),
    (_LATE, _late),
    (_DAY_PART, _day_part),
    (_OWNER, _always(Tag.NOUN)),
    (_BACK, _among({"back"}, Tag.NOUN)),
    (_MINE, _among({"mine"}, Tag.NOUN)),
    (_TRADE, _trade),
    (_ONLINE, _among({"online"}, Tag.ADVERB)),
    (_QUALIFIES, _qualifies),
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


def _opening(word: str, behind: str) -> str:
    """The tag of a word whose capital the sentence gives: "Asked about it, she said", "Officials say"."""
    after = behind[:1]
    tag = known_tags().get(word) or (Tag.NAME if after == Tag.NAME else _OPENED.get(_shape(word), Tag.NAME))
    if _opens_as_name(word, tag, behind):
        return Tag.NAME
    if tag in _QUALIFYING and _QUALIFIED.match(behind) and not _takes_clause(word):
        return Tag.ADJECTIVE  # "Responding officers found"
    if tag in _OPENERS:
        return tag
    return Tag.NAME if after == Tag.NAME else _opening_noun(word, tag)


def _opens_as_name(word: str, tag: str, behind: str) -> bool:
    """Whether a word is a name that looks like another class: "Beijing said", "United said", "Best, 43, said"."""
    after = behind[:1]
    helped = tag == Tag.ADJECTIVE and after == Tag.AUXILIARY  # "Low would not say"
    named = helped or after in _REPORTING or _NAMED.match(behind) is not None
    owning = tag in _NAMED_SEVERAL and _OWNING_NAME.match(behind) is not None  # "Women's Aid"
    return word in STATES_IN_LOWER_CASE or owning or (tag in _NAMELIKE and named)


def _opening_noun(word: str, tag: str) -> str:
    """The tag of a noun or a name that opens a sentence: "Sources close to the board", "Minutes of the meeting"."""
    several = tag == Tag.NAME and word.endswith("s") and (is_listed_person(word) or word in WORDS.papers)
    return Tag.PLURAL if several else _COMMON.get(tag, Tag.NAME)


def _takes_clause(word: str) -> bool:
    """Whether a form of a verb may have a clause behind it that somebody says: "adding", but not "responding"."""
    return word in WORDS.parenthetical_forms and word not in WORDS.answering_forms


def _counts(tags: str, lower: tuple[str, ...], first: int, after: int) -> bool:
    """Whether words before a number belong to it: "at least", or "about" where no verb takes it for its own."""
    if after - first > 1:
        return " ".join(lower[first:after]) in WORDS.quantities
    counted = lower[after] in {"a", "an", "one"} and not _PARTS.isdisjoint(lower[after + 1 : after + 2])
    if tags[after] == Tag.DETERMINER and lower[after] != "half" and not counted:
        return False
    opens = not first or lower[first - 1] == Tag.NEWLINE
    return lower[first] in WORDS.quantities and (opens or lower[first - 1] in WORDS.before_quantity)


class _Place(NamedTuple):
    """A word that may be a verb or a noun, among its neighbours: their tags as decided so far, and their words."""

    made: list[str]
    lower: tuple[str, ...]
    i: int
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
    def taking(self) -> bool:
        """Whether what follows is what only a verb has behind it."""
        return self.after in _OBJECT and self.lower[self.i + 1 : self.i + 3] != ("such", "as")


def _is_verb(made: list[str], tags: str, lower: tuple[str, ...], i: int) -> bool:
    """Whether a word that may be a verb or a noun is a verb, by the words around it."""
    if tags[i] in _SURE:
        return lower[i - 1] not in WORDS.articles
    if lower[i] in WORDS.attributive and tags[i + 1 : i + 2] == Tag.NOUN:
        return False  # "police press officer"
    if tags[i] == Tag.THIRD_OR_PLURAL and _DONE_BY.match(tags, i + 1):
        return False  # "bank records seen by the NRK"
    before = made[i - 1] if i else Tag.NEWLINE
    if lower[i : i + 2] in WORDS.phrasal_forms and (before in _CLOSING or tags[i + 2 : i + 3] == Tag.COLON):
        return True  # "“...,” hit back Ms Doe", "Ms Doe hit back: “...”"
    place = _Place(made, lower, i, tags[i + 1 : i + 2] or Tag.NEWLINE, tags[i] in _MANY)
    behind = _BEHIND.get(before)
    return behind is not None and behind(place)


def _behind_adverb(place: _Place) -> bool:
    """Behind an adverb: "also support", but not "more support"."""
    return place.after not in _BEHIND_SURE and (place.taking or place.last not in WORDS.comparatives)


def _behind_determiner(place: _Place) -> bool:
    """Behind a determiner: "many support the plan", but not "there is some support that"."""
    opens = place.i < 2 or place.made[place.i - 2] not in _GOVERNING  # noqa: PLR2004 - a word before the determiner
    return opens and not place.many and place.taking and place.last in WORDS.plural_determiners


def _behind_number(place: _Place) -> bool:
    """Behind a number: "six in ten support the plan"."""
    return not place.many and place.taking and place.lower[place.i - 2] in {"in", "of"}


def _behind_date(place: _Place) -> bool:
    """Behind a date that belongs to a subject: "the poll Tuesday shows that", but not "in May claims that"."""
    dated = place.i > 1 and place.made[place.i - 2] in _DATED
    return dated and place.many and place.after == Tag.THAT


def _behind_joint(place: _Place) -> bool:
    """Behind a comma, "and" or closing marks: a verb where it takes an object."""
    if place.word in WORDS.rare_verbs:
        return place.after in _SAID
    return place.taking and (place.many or place.after != Tag.NAME or place.made[place.i - 1] not in _CLOSING)


def _behind_name(place: _Place) -> bool:
    """Whether a word behind a name or a noun is its verb: "Democrats claim", "the mayor hopes"."""
    if _reports(place):
        return True
    named = place.made[place.i - 1] == Tag.NAME
    if place.after == Tag.PARTICIPLE and place.made[place.i + 2 : place.i + 3] == [Tag.THAT]:
        return False  # "blood tests revealed that"
    if place.after in _VERB or (place.after in _PAUSE and not named):
        return False
    return _singular_verb(place, named=named) if place.many else _plural_verb(place)


def _reports(place: _Place) -> bool:
    """Whether it can only report: "..., the NRK reports.", "data from the census show that"."""
    if place.word in WORDS.parenthetical_forms:
        closing = place.after in _ENDS and _closes(place.made, place.i)
        if place.after == Tag.COLON or closing:
            return True
    head = -1 if place.many else _plural_head(place.made, place.i)
    written = place.word in _SHOWING and place.after in _CLAUSE and place.lower[head] in WORDS.papers
    return head >= 0 and (place.after == Tag.THAT or written)


def _plural_verb(place: _Place) -> bool:
    """A base form: only several have it, unless it is the past as well: "Mr Doe forecast that"."""
    several = place.last.endswith("s") and not place.last.endswith(_SINGULAR) and place.after not in _UNTAKEN
    past = place.word == WORDS.irregular.get(place.word, ("",))[0]
    joined = place.i > 1 and place.made[place.i - 2] == Tag.CONJUNCTION
    return several or (place.taking and (past or joined or _is_turned(place) or _speaks_as_several(place)))


def _speaks_as_several(place: _Place) -> bool:
    """Whether persons or a body that count as several open a clause before a verb of saying: "the couple claim he"."""
    together = place.last in NAMES.groups or place.last in NAMES.bodies
    start = _whole_phrase_start(place.made, place.i)
    opens = not start or place.made[start - 1] in _CLAUSE_STARTS
    return together and opens and place.word in WORDS.parenthetical and place.after in _SUBJECTS


def _is_turned(place: _Place) -> bool:
    """Whether a helper stands before the noun phrase in front of a word: "nor did Mr Doe claim it"."""
    return place.lower[_whole_phrase_start(place.made, place.i) - 1] in _HELPERS


def _singular_verb(place: _Place, *, named: bool) -> bool:
    """A form in -s, which may be a noun in the plural."""
    if place.word in WORDS.rare_verbs:
        return place.after in _SAID and not _is_counted(place)
    loose = place.after in _LOOSE
    if loose and is_person_noun(place.last):
        return True
    if place.word in WORDS.mostly_nouns:
        return place.taking and place.after not in _OPEN_NAMES
    return named or (not loose and (place.taking or _has_article(place.made, place.i)))


def _behind_plural(place: _Place) -> bool:
    """Behind a plural: "potters claim it", but not "potters claim was" except in "which potters claim was late"."""
    if place.many:
        return place.after not in _VERB and _is_share(place)
    if place.after not in _VERB:
        return True
    start = _whole_phrase_start(place.made, place.i)
    return start > 0 and place.made[start - 1] == Tag.RELATIVE and place.word in WORDS.bridges


def _is_share(place: _Place) -> bool:
    """Whether one of several stands before a word, to whom a verb in the singular belongs: "one in six kilns leaks"."""
    start = _phrase_start(place.made, place.i)
    return place.lower[max(0, start - 2) : start] == ("one", "in") and place.made[start] == Tag.NUMBER


#: By the tag before a word, what makes it a verb; behind any other tag it is a noun.
_BEHIND: Final[dict[str, Callable[[_Place], bool]]] = {
    **dict.fromkeys(TAGS["subject relative"], lambda _: True),
    **dict.fromkeys(TAGS["auxiliary to"], lambda place: not place.many and place.lower[place.i - 2] != "according"),
    **dict.fromkeys(TAGS["noun name"], _behind_name),
    **dict.fromkeys(TAGS["comma conjunction close_bracket close dash"], _behind_joint),
    Tag.THAT: lambda place: (
        place.after not in _BEHIND_CLAIM and place.made[place.i - 2] not in _LINKS
    ),  # "for that reason"
    Tag.ADVERB: _behind_adverb,
    Tag.PLURAL: _behind_plural,
    Tag.DETERMINER: _behind_determiner,
    Tag.NUMBER: _behind_number,
    Tag.DATE: _behind_date,
}


def _phrase_start(made: list[str], i: int) -> int:
    """Where the noun phrase before a word begins."""
    while i and made[i - 1] in _IN_PHRASE:
        i -= 1
    return i


def _whole_phrase_start(made: list[str], i: int) -> int:
    """Where the noun phrase before a word begins, with its determiner."""
    start = _phrase_start(made, i)
    return start - (start > 0 and made[start - 1] == Tag.DETERMINER)


def _closes(made: list[str], i: int) -> bool:
    """Whether a comma or a mark stands before the noun phrase in front of a word: "..., the NRK reports."."""
    start = _whole_phrase_start(made, i)
    return start > 0 and made[start - 1] in _BEFORE_REPORT


def _plural_head(made: list[str], i: int) -> int:
    """Where a plural heads the phrase before a word: "data from the census show", "emails seen by the NRK show"."""
    start = _phrase_start(made, i)
    start -= start > 0 and made[start - 1] == Tag.DETERMINER
    head = start - 2
    if start < 1 or made[start - 1] not in _LINKS:
        return -1
    head -= head > 0 and made[head] == Tag.PARTICIPLE
    return head if head >= 0 and made[head] == Tag.PLURAL else -1


def _is_counted(place: _Place) -> bool:
    """Whether the noun phrase before a word begins with what counts several: "several leadership styles"."""
    start = _phrase_start(place.made, place.i)
    return start > 0 and place.lower[start - 1] in WORDS.plural_determiners


def _has_article(made: list[str], i: int) -> bool:
    """Whether the noun phrase before a word begins with a determiner."""
    i = _phrase_start(made, i)
    return i > 0 and made[i - 1] == Tag.DETERMINER
