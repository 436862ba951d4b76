"""What a relative pronoun stands for: "a note to staff that said", "Ann Doe, a nurse, who said"."""

from __future__ import annotations

from typing import Final

from newsschema._model.enums import SourceKind
from newsschema.reading._lexicon.gazetteer import NAMES, plain
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._linking.cast import Cast
from newsschema.reading._linking.focus import RECENT
from newsschema.reading._mentions.readings import NamedReading
from newsschema.reading._syntax.chunks import Range, np_left

_PEOPLE: Final = frozenset({SourceKind.PERSON, SourceKind.GROUP})
_RELATIVE: Final = TAGS["relative that"]
#: What describes somebody or something between commas: ", published in May by the guild".
_IN_BRACKETS: Final = TAGS.pattern(
    "(?<= <name> ) <open_bracket> <!close_bracket|open_bracket|link|number>{1,5} <close_bracket> $"
)
_ASIDE: Final = TAGS.pattern("<comma> <adverb>* <participle|past> <preposition|to|date|number|adverb|of> <!end>*")
#: Who comes from somewhere, behind an age: "Ann Doe | , 40, from Voss, Ohio".
_COMES_FROM: Final = TAGS.pattern("(?<= <name> ) <comma> <number> <comma> <of|preposition> <name|comma>+ $")
#: How a noun phrase begins that describes who is named before it.
_APPOSED: Final = TAGS.pattern("<name> (?: <comma> <number> )? <comma> <nominal> $")
_SENT: Final = TAGS["noun plural"]
_HEADS: Final = TAGS["head"]
_QUALITIES: Final = "".join(TAGS["adjective adverb"])
_DATED: Final = TAGS["date number comma"]
_LINKS: Final = TAGS["of preposition"]
_JOINING: Final = TAGS["of preposition conjunction"]
#: Words that only count those behind "of".
_COUNTING: Final = NAMES.counting | NAMES.collecting | WORDS.people | {"enough"}
#: What "which" takes up rather than a place: "the guild in Norway, which said".
_TELLING: Final = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT})
#: Tokens from a name to what describes it, with an age between.
_AGED: Final = 4


class Antecedents:
    """Finds the noun phrases that relative pronouns of one text take up."""

    def __init__(self, cast: Cast, outer: str) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.outer = outer

    def find(self, at: int) -> Range | None:
        """What a relative pronoun at a token stands for: the noun phrase before it."""
        if self.outer[at] == Tag.INSIDE:
            return self._find_inside(at)
        end = self._before_span(self._described_end(at))
        start = np_left(self.outer, end, max(0, end - RECENT))
        start, end = self._before_date(start, end)
        if start == end or self.outer[start] in _RELATIVE:  # "over who supported which bill"
            return None
        if not self.outer[start:end].strip(_QUALITIES):
            return None  # "pots became smaller, which shows that"
        if self.outer[start - 1] == Tag.COMMA and plain(self.tokens.words[start]) in NAMES.members:
            end, start = start - 1, np_left(self.outer, start - 1, max(0, start - RECENT))  # "Bo Roe, Tory of Ash, who"
        if self.outer[start - 1] == Tag.TO and self._is_told(start, end, self.tokens.lower[at]):
            end, start = start - 1, np_left(self.outer, start - 1, max(0, start - RECENT))
        named = self._named_before(start, end)
        return named or (self._speaking_from(start, end, self.tokens.lower[at]), end)

    def _find_inside(self, at: int) -> Range | None:
        """What a relative pronoun in somebody's own words stands for: the last noun phrase right before it."""
        tags = self.tokens.tags
        end = at - (self.tokens.lower[at - 1] == "," and self.tokens.lower[at] == "who")
        start = np_left(tags, end, max(0, end - RECENT))
        start = max([start, *(k + 1 for k in range(start, end) if tags[k] in _LINKS)])
        return (start, end) if start < end and tags[end - 1] in _HEADS else None

    def _named_before(self, first: int, end: int) -> Range | None:
        """The person whom a noun phrase behind a comma describes: "Ann Doe, 40, a nurse who said"."""
        if not _APPOSED.search(self.outer, max(0, first - _AGED), first + 1) or not self._is_one(first, end):
            return None
        comma = first - 1 - 2 * (self.outer[first - 2] == Tag.NUMBER)
        begin = np_left(self.outer, comma, max(0, comma - RECENT))
        begin = max(begin, self.outer.rfind(Tag.CONJUNCTION, begin, comma) + 1)
        reading = self.cast.read(begin, comma)
        person = isinstance(reading, NamedReading) and self.cast.at(reading).sort.is_person
        return (begin, comma) if person else None

    def _is_one(self, first: int, end: int) -> bool:
        """Whether a mention calls one person by what he is, and not by name."""
        reading = self.cast.read(first, end)
        return not isinstance(reading, NamedReading) and not reading.plural and reading.kind is SourceKind.PERSON

    def _before_span(self, end: int) -> int:
        """Where a noun phrase ends before when it was made: "a survey | printed late last month, which showed"."""
        lower, span = self.tokens.lower, end - 2
        if lower[end - 1] not in WORDS.time_spans or lower[span] not in WORDS.time_determiners:
            return end
        span -= self.outer[span - 1] == Tag.ADVERB
        span -= self.outer[span - 1] == Tag.PARTICIPLE
        return span if self.outer[span - 1] in _HEADS else end

    def _before_date(self, first: int, after: int) -> Range:
        """A noun phrase, or the one before its date: "its report of 4 May 2024, which found"."""
        begin = first
        while begin and self.outer[begin - 1] in _DATED:
            begin -= 1
        dated = begin < first and not self.outer[begin:after].strip("".join(_DATED))
        if not dated or self.outer[begin - 1] not in _LINKS:
            return first, after
        return np_left(self.outer, begin - 1, max(0, begin - RECENT)), begin - 1

    def _described_end(self, at: int) -> int:
        """Where the noun phrase ends that a relative describes, before what else does: "a memo, dated May 3, which"."""
        end = at - (self.outer[at - 1 : at] == Tag.COMMA)
        comes = _COMES_FROM.search(self.outer, max(0, end - RECENT), end)
        if comes is not None and self.tokens.lower[at] == "who":
            return comes.start()
        short = _IN_BRACKETS.search(self.outer, max(0, end - RECENT), end)
        end = end if short is None else short.start()  # "the Kiln Survey (KS), which", "Ann Doe (D-Maine), who"
        aside = self.outer.rfind(Tag.COMMA, max(0, end - RECENT), end)
        if end == at or aside < 0 or not _ASIDE.fullmatch(self.outer, aside, end):
            return end
        first = np_left(self.outer, aside, max(0, aside - RECENT))
        if self.outer[first - 1] == Tag.COMMA:
            return end  # "Ms Doe, the mayor, wrote to Mr Roe, who"
        return aside if (self.cast.read(first, aside).kind in _PEOPLE) is (self.tokens.lower[at] == "who") else end

    def _is_told(self, first: int, end: int, relative: str) -> bool:
        """Whether a relative takes up what goes to a person, and not that person: "a note to staff that said"."""
        sent = self.outer[first - 2] in _SENT
        return sent and relative != "who" and self.cast.read(first, end).kind in _PEOPLE

    def _speaking_from(self, first: int, end: int, relative: str) -> int:
        """Where those begin whom "who" takes up, or what "which" does: "MPs" in "the House with MPs who"."""
        people = relative == "who"
        heads = self._heads(first, end, people=people)
        fitting = [one for one in heads if (one[1] in _PEOPLE) is people]
        speaking = [one for one in fitting if one[1] in _TELLING]
        dumb = heads[0][1] is SourceKind.UNKNOWN and bool(speaking)  # "in line with the guild, which said"
        stays = fitting[:1] == heads[:1] and not dumb
        return first if stays else (speaking or fitting or heads[:1])[-1][0]

    def _heads(self, first: int, end: int, *, people: bool) -> list[tuple[int, SourceKind]]:
        """Where the noun phrases begin that are joined in one before "who" or "which", and of which kind they are."""
        counts = not _COUNTING.isdisjoint(self.tokens.lower[first : end - 1])
        thing = not counts and self.cast.read(first, end).kind not in _PEOPLE  # "the presence of Mr Roe, who"
        among = _LINKS if thing else Tag.PREPOSITION  # but "a string of MPs who" are as many
        joining = among if people else _JOINING  # "rows over the roof and the guild, which said"
        links = [k for k in range(first + 1, end - 1) if self.outer[k] in joining and self.outer[k + 1] not in joining]
        starts = [first, *(k + 1 for k in links)]
        return [(low, self.cast.read(low, after).kind) for low, after in zip(starts, [*links, end], strict=True)]
