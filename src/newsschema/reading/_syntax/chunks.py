"""Chunks of a sentence: noun phrases, verb groups, times and what stands between them.

Each has a letter for its kind, so that the kinds of a sentence are a string and a clause is a pattern over it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from newsschema.reading._lexicon.gazetteer import is_person_noun, opens_contact
from newsschema.reading._lexicon.signs import PARTING
from newsschema.reading._lexicon.tables import Table
from newsschema.reading._lexicon.tags import TAGS, Tag, Vocabulary
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._tagging.tokens import View

Range = tuple[int, int]


class Kind:
    """What a chunk is."""

    COMMON: Final = "n"
    """A noun phrase up to its head: "the harbour master", "Ms Doe's claim", "him"."""
    NAME: Final = "N"
    """A noun phrase of names alone: "Ms Doe"."""
    SUBJECT: Final = "R"
    """A pronoun as a subject: "she"."""
    RELATIVE: Final = "W"
    THAT: Final = "T"
    VERB: Final = "v"
    """A finite verb with its auxiliaries and adverbs: "has also said"."""
    PARTICIPLE: Final = "e"
    """A participle or a past in -ed, without an auxiliary."""
    ING: Final = "g"
    INFINITIVE: Final = "i"
    """ "To" and a verb: "to have said"."""
    TO: Final = "t"
    """ "To" before a noun phrase."""
    PREPOSITION: Final = "p"
    OF: Final = "o"
    CONJUNCTION: Final = "c"
    CONTRAST: Final = "u"
    SUBORDINATOR: Final = "l"
    ADJECTIVE: Final = "a"
    ADVERB: Final = "b"
    TIME: Final = "m"
    """ "On Monday", "last week"."""
    MARKED: Final = "q"
    """Words between quotation marks, with the marks."""
    BRACKETS: Final = "("
    """Words between brackets, with the brackets."""
    COMMA: Final = ","
    DASH: Final = "-"
    SEMICOLON: Final = ";"
    COLON: Final = ":"
    STOP: Final = "."
    QUESTION: Final = "?"
    NEWLINE: Final = "\n"
    OTHER: Final = "_"


KINDS: Final = Vocabulary(
    Kind,
    nominal="common name",
    noun="nominal subject",
    link="preposition of to",
    predicate="verb participle",
    subordinate="relative that subordinator contrast",  # what begins a clause
    point="comma dash semicolon colon",
    pause="comma dash",
    end="stop question newline",
)

_MODIFIER: Final = r"""(?:
    <adverb>? <adjective|number> (?: <conjunction> (?=<adjective>) )?
    | (?<=<determiner|adjective|number|possessive|adverb>) <participle|ing> (?=<counted|participle|ing>)
    | <date> (?=<counted>)
    | (?<=<determiner><adjective>) <comma>
        (?= <adverb>? <adjective|number>{1,3} (?: <conjunction> <adjective>{1,2} )? <noun|plural>
            (?! <noun>* <past|third|base> (?: <end> | $ ) ) )
)"""
#: Initials that stand in brackets amid a phrase: "the Norse Guild (NG) head Ann Doe".
_INITIALS: Final = "(?<=<name>) <open_bracket> <name> <close_bracket> (?= <noun|adjective>{0,3} <name> )"
_HEADED: Final = rf"(?: <head|other> | {_MODIFIER}* <head|number|other> | {_INITIALS} )+"  # the first for speed alone
_PHRASE: Final = rf"""(?:
    <determiner> <determiner|adverb>*
        (?: {_HEADED} | (?<=<determiner>) <ing> (?!<nominal|pronoun|that>) | {_MODIFIER}+ )?
    | (?: <adverb>+ (?=<number|adjective>) )? {_HEADED}
    | <date> (?=<possessive>)
) (?: <possessive|single> (?: <adverb>? {_HEADED} | <ing> )? )*"""
#: A subject that a participle describes, with no article: "Newly released files | show".
_LED: Final = rf"(?<! <!comma|end|dash|close> ) <adverb> <participle> {_HEADED} (?= <finite> )"
_VERB_GROUP: Final = r"""(?: <past|third|base>
    | <auxiliary> (?: <auxiliary|adverb>* <reporting|base|ing> | <auxiliary|adverb>* <auxiliary> )? )"""
#: "On Monday, 28 April, 2025", but "on Monday, | two officials said".
_DATE: Final = """<date> (?!<possessive>)
    (?: <number> | <noun> | <comma> (?: <number> <date> | <date> <number> | <number> (?!<counted|of|verbal>) ) )*"""
#: "As recently as May".
_AS_LATE_AS: Final = f"<subordinator> <adverb|adjective> <subordinator> <adjective>? {_DATE}"
#: The name of a kind stands behind its pattern, so that a branch is left at its first letter.
_CHUNK: Final = TAGS.pattern(rf"""
    {_AS_LATE_AS} (?P<TIME_AS>)
    | <subject|relative|that|of|conjunction|contrast|subordinator|point|end> (?P<SINGLE_ALWAYS>)
    | <preposition> (?! <adverb|adjective>? <date> ) (?P<SINGLE_PREPOSITION>)
    | <open> <inside>* <close>? (?P<MARKED>)
    | <open_bracket> <!open_bracket|close_bracket|newline>{{1,40}} <close_bracket> (?P<BRACKETS>)
    | <preposition> <adverb|adjective>? {_DATE} (?P<TIME_BEHIND>)
    | <adverb|adjective> {_DATE} (?P<TIME_LATE>)
    | {_DATE} (?P<TIME>)
    | <to> <adverb>* (?: <auxiliary> <auxiliary|adverb>* <reporting|base|ing>? | <base> ) (?P<INFINITIVE>)
    | <past|third|base> (?P<VERB>)
    | <auxiliary> (?: <auxiliary|adverb>* <reporting|base|ing> | <auxiliary|adverb>* <auxiliary> )? (?P<VERB_HELPED>)
    | {_LED} (?P<NOMINAL_LED>)
    | <adverb>+ (?: {_VERB_GROUP} (?P<VERB_BEHIND>) | <participle> (?P<PARTICIPLE_BEHIND>) | <ing> (?P<ING_BEHIND>) )
    | <participle> (?P<PARTICIPLE>)
    | <ing> (?P<ING>)
    | {_PHRASE} (?P<NOMINAL>)
    | <object> (?P<NOMINAL_PRONOUN>)
    | [\s\S] (?P<SINGLE>)
""")
_SINGLE: Final = {
    Tag.SUBJECT: Kind.SUBJECT,
    Tag.RELATIVE: Kind.RELATIVE,
    Tag.THAT: Kind.THAT,
    Tag.TO: Kind.TO,
    Tag.PREPOSITION: Kind.PREPOSITION,
    Tag.OF: Kind.OF,
    Tag.CONJUNCTION: Kind.CONJUNCTION,
    Tag.CONTRAST: Kind.CONTRAST,
    Tag.SUBORDINATOR: Kind.SUBORDINATOR,
    Tag.ADJECTIVE: Kind.ADJECTIVE,
    Tag.ADVERB: Kind.ADVERB,
    Tag.COMMA: Kind.COMMA,
    Tag.DASH: Kind.DASH,
    Tag.SEMICOLON: Kind.SEMICOLON,
    Tag.COLON: Kind.COLON,
    Tag.STOP: Kind.STOP,
    Tag.QUESTION: Kind.QUESTION,
    Tag.NEWLINE: Kind.NEWLINE,
}
#: The same without the names, which cost as much as all else where only the chunks are asked for.
_cut: Final = re.compile(re.sub(r"\(\?P<\w+>\)", "", _CHUNK.pattern), re.VERBOSE).findall


def _kind_of_phrase(tags: str) -> str:
    """The kind of a noun phrase by its tags: of names alone, or not."""
    return Kind.COMMON if tags.strip(Tag.NAME) else Kind.NAME


def _read_kind(tags: str) -> str:
    """The kind of a chunk by its tags, on which alone it depends."""
    match = _CHUNK.match(tags)
    if match is not None and match.end() < len(tags):  # only what stands behind it makes one phrase of it
        return _kind_of_phrase(tags)
    kind = ((match and match.lastgroup) or "").partition("_")[0]
    if kind == "SINGLE":
        return _SINGLE.get(tags, Kind.OTHER)
    if kind == "NOMINAL":
        return _kind_of_phrase(tags)
    return KINDS.letters[kind.lower()]


_kind_of: Final = Table(_read_kind).__getitem__
_VERBAL: Final = TAGS["verbal"]
_ALONE: Final = TAGS["subject relative that"]
_BEFORE_DETERMINER: Final = TAGS["determiner of preposition conjunction adverb to"]  # "all the", "the crew of the"
_NO_BEGINNING: Final = TAGS["of preposition conjunction possessive"]
_INDEFINITE: Final = frozenset({"a", "an"})
#: Somebody behind a noun in one phrase, before what he does.
_CONTACT: Final = TAGS.pattern("<determiner> <adverb|adjective>* <noun>+ (?P<who> <plural> | <name>+ ) (?= <verbal> )")
_CALLING: Final = frozenset({"branded", "called", "calls", "described", "describes", "hailed", "said", "says"})
#: What tells how long a span of time is.
_MEASURING: Final = TAGS["determiner number adjective"]
#: What stands behind what many times measure: "many times as hot", "many times the price".
_MEASURED: Final = frozenset({"as", "over", "the"})
#: The kinds of noun phrases.
NOMINAL: Final = KINDS["nominal"]


class Sentence:
    """The tokens of a unit cut into chunks; ``kinds`` has one letter for each.

    Chunks are asked for by index, and answer in tokens: chunk ``k`` holds those from ``firsts[k]`` to before
    ``firsts[k + 1]``.
    """

    __slots__ = ("after", "first", "firsts", "kinds", "lower", "size", "subjects", "tags", "view")

    def __init__(self, view: View, first: int, after: int) -> None:
        self.view = view
        self.tags, self.lower = view.tags, view.lower
        self.first = first
        self.after = after
        chunks = _cut(view.tags, first, after)
        self.firsts = list(accumulate(map(len, chunks), initial=first))
        self.kinds = "".join(map(_kind_of, chunks))
        parting = {self.at(match.start()) for match in PARTING.finditer(view.signs, first, after)}
        for k in sorted(parting, reverse=True):
            self._part(k)
        for match in _CONTACT.finditer(view.tags, first, after):
            who = match.start("who")
            if self._has_clause(match.start(), who - self._is_titled(match), named=view.tags[who] == Tag.NAME):
                self._cut_before(who - self._is_titled(match))
        self.size = len(self.kinds)
        #: The subjects that were asked for, each by the chunk of its verb and where it may begin.
        self.subjects: dict[tuple[int, int], Range | None] = {}

    def _is_titled(self, match: re.Match[str]) -> bool:
        """Whether a trade stands before the name of who calls something so: "a night | manager Ann Doe called"."""
        who = match.start("who")
        trade = self.tags[who] == Tag.NAME and self.tags[who - 2] == Tag.NOUN and is_person_noun(self.lower[who - 1])
        return trade and self.lower[match.end()] in _CALLING

    def _has_clause(self, first: int, who: int, *, named: bool) -> bool:
        """Whether a clause without "that" begins behind a noun: "a move | officials called", "a move | Oslo called"."""
        if self.lower[first] not in _INDEFINITE or not opens_contact(self.lower[who - 1]):
            return False
        return not self.view.words[who].isupper() if named else is_person_noun(self.lower[who])  # but "a super PAC"

    def _cut_before(self, token: int) -> None:
        """Cut a noun phrase in two before a token."""
        k = self.at(token)
        begin, after = self.firsts[k : k + 2]
        kinds = _kind_of_phrase(self.tags[begin:token]) + _kind_of_phrase(self.tags[token:after])
        self.firsts.insert(k + 1, token)
        self.kinds = self.kinds[:k] + kinds + self.kinds[k + 1 :]

    def _part(self, k: int) -> None:
        """Cut a noun phrase where a name or a time begins: "the board | last week", "the board | an hour later"."""
        first, after = self.firsts[k : k + 2]
        if self.kinds[k] not in NOMINAL:
            if self.lower[first] in WORDS.time_shifts:
                self._shift(k)
            return
        start = self._time_ahead(first, after)
        named = self._named_behind(start, after) if k and self.kinds[k - 1] == Kind.PREPOSITION else start
        timed = self._time_span(named, after)
        cuts = ((start, named), (named, timed))
        pieces = [(first, Kind.TIME)] if start > first else []
        pieces += [(begin, _kind_of_phrase(self.tags[begin:end])) for begin, end in cuts if begin < end]
        if timed < after:
            pieces.append((timed, Kind.TIME))
        self.firsts[k : k + 1] = [begin for begin, _ in pieces]
        self.kinds = self.kinds[:k] + "".join(kind for _, kind in pieces) + self.kinds[k + 1 :]

    def _shift(self, k: int) -> None:
        """Make a time of an adverb that opens a chunk, and the span before it: "the board | an hour later | said"."""
        later, after = self.firsts[k : k + 2]
        begin, unit = self.firsts[k - 1], later - 1
        if not k or self.kinds[k - 1] not in NOMINAL or self.lower[unit] not in WORDS.time_units:
            return
        first = unit
        while first > begin and (self.tags[first - 1] in _MEASURING or self.lower[first - 1] in WORDS.quantities):
            first -= 1  # "roughly nine weeks ago"
        pieces = [(begin, _kind_of_phrase(self.tags[begin:first]))] if begin < first else []
        pieces.append((first, Kind.TIME))
        if later + 1 < after:
            pieces.append((later + 1, self.kinds[k]))
        self.firsts[k - 1 : k + 1] = [at for at, _ in pieces]
        self.kinds = self.kinds[: k - 1] + "".join(kind for _, kind in pieces) + self.kinds[k + 1 :]

    def _time_ahead(self, first: int, after: int) -> int:
        """Where a name begins behind "last week" that opens a noun phrase: "last week | Mr Doe said"."""
        named = first + 2 < after and self.tags[first + 2] == Tag.NAME
        timed = self.lower[first] in WORDS.time_determiners and self.lower[first + 1] in WORDS.time_spans
        return first + 2 if named and timed else first

    def _time_span(self, first: int, after: int) -> int:
        """Where "last week" or "many times" begins in a noun phrase that ends with it; its end where there is none."""
        span = after - 2
        if self._repeats(first, after):
            return after if self.lower[after] in _MEASURED else span
        span -= self.lower[span] == "past" and span > first  # "this past week"
        timed = span >= first and self.lower[after - 1] in WORDS.time_spans
        if not timed or self.lower[span] not in WORDS.time_determiners or self.lower[span - 1] == "the":
            return after  # "over the next year"
        return span - (span > first and self.tags[span - 1] == Tag.ADVERB)  # "late last week"

    def _repeats(self, first: int, after: int) -> bool:
        """Whether a noun phrase ends with how often: "many times"."""
        return after - 2 >= first and self.lower[after - 1] == "times" and self.lower[after - 2] in WORDS.repeating

    def _named_behind(self, first: int, after: int) -> int:
        """Where a name begins behind an occasion, and a verb behind the name: "in a radio interview | Okafor said"."""
        name = after
        while name > first and self.tags[name - 1] == Tag.NAME:
            name -= 1
        occasion = first < name < after and self.lower[name - 1] in WORDS.occasions
        return name if occasion and self.tags[after] in _VERBAL else first

    def at(self, token: int) -> int:
        """The chunk that holds a token; the one behind the last for the token behind it."""
        return bisect_right(self.firsts, token) - 1

    def kind(self, k: int) -> str:
        """The kind of a chunk; a newline before the first and behind the last."""
        return self.kinds[k] if 0 <= k < self.size else "\n"

    def word(self, k: int) -> str:
        """The first word of a chunk, in lower case."""
        return self.lower[self.firsts[k]] if 0 <= k <= self.size else ""

    def head(self, k: int) -> str:
        """The last word of a chunk, in lower case."""
        return self.lower[self.firsts[k + 1] - 1] if 0 <= k < self.size else ""

    def tokens(self, first: int, after: int) -> Range:
        """The tokens of the chunks from ``first`` to before ``after``."""
        return self.firsts[first], self.firsts[after]


def _is_in_phrase(tag: str, before: str, *, inside: bool) -> bool:
    """Whether a tag belongs to the noun phrase behind it; what joins two nouns stands between them."""
    if tag in "DNKPA#_rS":
        return True
    return inside and ((tag in "OI" and before in "NKPr#)D") or (tag == "C" and before in "NKPr"))


def np_left(outer: str, end: int, low: int) -> int:
    """First token of the noun phrase that ends before a token (the token itself when none does)."""
    i = end
    if i > low and outer[i - 1] in _ALONE:
        return i - 1
    while i > low:
        tag = outer[i - 1]
        before = outer[i - 2] if i - 1 > low else "\n"
        if not _is_in_phrase(tag, before, inside=i < end):
            break
        i -= 1
        if tag == Tag.DETERMINER and before not in _BEFORE_DETERMINER:
            break
    while i < end and outer[i] in _NO_BEGINNING:
        i += 1
    return i
