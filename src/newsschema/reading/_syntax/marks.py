"""Quotation marks paired into stretches, and the text cut into units that never break inside one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple, TypeAlias

import attrs

from newsschema._pairing import Stretch
from newsschema.reading._lexicon.gazetteer import is_given, is_person_noun
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, forms
from newsschema.reading._story.datelines import find_dateline
from newsschema.reading._story.lines import is_aside
from newsschema.reading._story.turns import Turn, TurnKind, find_turns
from newsschema.reading._syntax.pairs import is_cut, pair_marks, stop_inside
from newsschema.reading._tagging.name_tags import may_be_surname
from newsschema.reading._tagging.tokens import Tokens

_BOUNDARY: Final = re.compile(r"[.?]\)?|\](?<=~\])\)?")
#: Where an abbreviation may end a sentence too: "left the U.S. He said", "left the U.S. “It is late,” Ms Doe said".
_ABBREVIATED: Final = re.compile(r"\.(?<=\w\.\w\.)\s+(?=[A-Z“\"‘'])")
#: After a question in marks, a speaker and a verb keep the sentence going: "Why?" Ms Doe asked.
_SPEAKS: Final = TAGS.pattern("""
    (?: <counted|determiner|subject>{1,6} | <name>{1,4} <comma> <!comma|end|open|close>{1,15} <comma> )
    <adverb>? <reporting>
""")
#: Who says the words before him, and goes on with no verb that they are the subject of: "“Salt,” Roe said, was late".
_SAYS_SO: Final = TAGS.pattern("<nominal>{1,6} <adverb>? <reporting> (?! <comma> <adverb>* <finite> )")
_REPORTING: Final = TAGS["reporting"]
_NO_NAMES: Final = TAGS["determiner subject"]
_ANSWER: Final = Tag.COLON + Tag.OPEN
#: A sentence between brackets.
_ASIDE: Final = re.compile(r"\(([^()]+?)\.?\)")
#: A clause between brackets, amid a sentence.
_BRACKETED: Final = TAGS.pattern("""
    <open_bracket> (?P<clause>
    (?= (?: <subject> | <nominal>+ | <open> <inside>+ <close> (?: <subject> | <nominal>* ) ) <adverb>* <verbal> )
    <!open_bracket|close_bracket|newline>+ ) <close_bracket>
""")
#: Behind a person who acts.
_ACTS: Final = TAGS["past third auxiliary"]
#: Turns that tell nothing that somebody said: who asks is the paper.
_UNSAID: Final = frozenset({TurnKind.QUESTION, TurnKind.SIGNATURE})
#: Tokens that a unit may have before it is cut.
_LONGEST: Final = 400
#: How many tokens before marks "known" may stand: "known to every potter as".
_KNOWN: Final = 5
_NOUN: Final = TAGS["noun name"]
_FRESH: Final = TAGS["open newline open_bracket dash other"]
#: What may stand before the title of a work that no word announces: "in “Heat”".
_BEFORE_TITLE: Final = TAGS["of preposition noun plural"]
#: Tokens that such a title may have.
_LONGEST_TITLE: Final = 10
_DESCRIBING: Final = WORDS.distancing - {"signed"}
#: Forms of the verb that always names whom it tells something.
_TELLING: Final = frozenset({"tell", *forms("tell").values()})
#: Tokens that a nickname may have.
_LONGEST_NICKNAME: Final = 4


Range: TypeAlias = tuple[int, int]


#: What stands before an entry of a list; a dash is told by its tag.
_BULLETS: Final = frozenset("•·*▪●◦‣■►➤>")


#: What opens a sentence with a capital, and is no name.
_OPENERS: Final = TAGS["subject determiner subordinator contrast that relative preposition auxiliary"]


class Unit(NamedTuple):
    """A sentence, or several that one stretch binds together: tokens from ``first`` to before ``after``.

    ``high`` comes after its last word; the newlines and the stop that end it are left out.
    """

    first: int
    high: int
    after: int
    paragraph: int
    starts: bool


@attrs.frozen(eq=False)
class Marked:
    """Tokens whose marks are paired; ``outer`` hides what stands inside them behind ``~``.

    ``units`` leaves out lines that a page puts in between; ``turns`` has the paragraphs that are turns of an exchange.
    """

    tokens: Tokens
    stretches: tuple[Stretch, ...]
    outer: str
    units: tuple[Unit, ...]
    turns: Mapping[int, Turn]

    def unit_at(self, token: int) -> Unit | None:
        """The sentence that holds a token; lines that a page puts in between are none."""
        before = bisect_right(self.units, token, key=attrgetter("first"))
        return self.units[before - 1] if before and token < self.units[before - 1].after else None


def mark(tokens: Tokens) -> Marked:
    """Pair the marks and cut the units."""
    stretches = pair_marks(tokens)
    nicknames = {stretch for stretch in stretches if _is_nickname(tokens, stretch)}
    outer = _outer(tokens, stretches, nicknames)
    others = tuple(stretch for stretch in stretches if stretch not in nicknames)
    paragraphs = _paragraphs(tokens, outer)
    turns = find_turns(tokens.flat, [tokens.span(*paragraph) for paragraph in paragraphs])
    return Marked(tokens, others, outer, tuple(_units(tokens, outer, paragraphs, turns)), turns)


def _outer(tokens: Tokens, stretches: tuple[Stretch, ...], nicknames: set[Stretch]) -> str:
    """The tags with what stands inside marks hidden; nicknames, titles and descriptions are words, marks and all."""
    outer: list[str] = []
    done = 0
    for stretch in stretches:
        inside = stretch.close - stretch.open - 1
        outer.append(tokens.tags[done : stretch.open])
        if stretch in nicknames:
            outer.append(Tag.NAME * (inside + 2))
        elif _is_title(tokens, stretch):  # the stop inside it stands for the sentence around
            outer.append(Tag.NAME * (inside + 1) + (_stop_of_title(tokens, stretch.close) or Tag.NAME))
        elif _is_description(tokens, stretch):
            outer.append(Tag.ADJECTIVE * (inside + 2))
        else:
            cut = is_cut(tokens, stretch)
            outer.append("[" + "~" * (inside - cut) + "]" * (stretch.closed or cut))
        done = stretch.close + stretch.closed
    return "".join((*outer, tokens.tags[done:]))


def _stop_of_title(tokens: Tokens, close: int) -> str:
    """The stop that a title in marks has for its sentence; a question mark only where another sentence begins."""
    stop, behind = tokens.tags[close - 1], close + 1
    ends = tokens.tags[behind] in _OPENERS and tokens.words[behind][0].isupper()
    return stop if stop in ",." or (stop == Tag.QUESTION and ends) else ""


def _is_nickname(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether what stands in marks is part of a name: 'Bo "The Dock" Roe'."""
    first, after = stretch.open + 1, stretch.close + 1
    last = stretch.close - (tokens.tags[stretch.close - 1] in ",.")
    if not stretch.closed or not 0 < last - first <= _LONGEST_NICKNAME:
        return False
    if not all(word[0].isupper() or word in WORDS.small_in_titles for word in tokens.words[first:last]):
        return False
    between = stretch.open and tokens.tags[stretch.open - 1] == Tag.NAME == tokens.tags[after : after + 1]
    return bool(between and _is_within_name(tokens, stretch.open - 1, after)) or _is_called(tokens, stretch)


def _is_within_name(tokens: Tokens, before: int, after: int) -> bool:
    """Whether names on both sides of marks are one person's: a given name before, or two words and a verb behind."""
    if is_given(tokens.words[before]):
        return True
    alone = before == 0 or tokens.tags[before - 1] != Tag.NAME
    both = all(may_be_surname(tokens.words[k], tokens.lower[k]) for k in (before, after))
    return alone and both and tokens.tags[after + 1 : after + 2] in _ACTS


def _is_called(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether words in marks are a person's name: "by the name “Biscuit”", "a dealer called ‘Smiley’"."""
    before = tokens.lower[stretch.open - 1 - (tokens.tags[stretch.open - 1] == Tag.COMMA)]
    person = before in WORDS.naming_words and is_person_noun(tokens.lower[stretch.open - 2])
    return person or before in WORDS.aliases or before in WORDS.reflexive


def is_alias(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether somebody or something goes by the words in marks: "known as “Biscuit”", "known online as “Biscuit”"."""
    before = tokens.lower[max(0, stretch.open - _KNOWN) : stretch.open]
    known = before[-1:] == ("as",) and "known" in before
    return known or _is_called(tokens, stretch)


def _is_told(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether words in marks are whom one speaks to: "told “Newsnight” that", "in an interview with “Newsnight”"."""
    occasion, before = tokens.lower[stretch.open - 2], tokens.lower[stretch.open - 1]
    told = before in _TELLING or (before == "with" and occasion in WORDS.occasions)
    return told and tokens.tags[stretch.close - 1] != Tag.QUESTION


def _is_title(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether what stands in marks is the name of a work or a programme: capitals throughout, after a noun or "in"."""
    first = stretch.open + 1
    if not stretch.closed or stretch.close - first > _LONGEST_TITLE:
        return False
    before = tokens.tags[stretch.open - 1]
    around = (tokens.lower[stretch.open - 1 - (before == Tag.COMMA)], *tokens.lower[stretch.close + 1 :][:1])
    work = not WORDS.works.isdisjoint(around)  # "the film “Heat”", "the “Heat” film"
    sure = work or before == Tag.POSSESSIVE or is_alias(tokens, stretch) or _is_told(tokens, stretch)
    if not sure and before not in _BEFORE_TITLE and not _has_noun_behind(tokens, stretch):
        return False
    return _has_capitals(tokens.words[first : stretch.close], least=1 if sure else 2)


def _is_description(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether words in marks are what somebody is said to be who is named behind: "the so-called “Rat” Bo Roe"."""
    distanced = stretch.closed and tokens.lower[stretch.open - 1] in _DESCRIBING
    return distanced and tokens.tags[stretch.close + 1] == Tag.NAME and tokens.tags[stretch.close - 1] not in ",."


def _has_noun_behind(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether a noun or a name follows a closing mark, and it is not who says the words: "“Wait for May,” Roe said"."""
    behind = stretch.close + 1
    if tokens.tags[stretch.close - 1] == Tag.COMMA and _SAYS_SO.match(tokens.tags, behind):
        return False
    return tokens.tags[behind] in _NOUN or is_person_noun(tokens.lower[behind])


def _has_capitals(words: tuple[str, ...], *, least: int) -> bool:
    """Whether words, so many at least, have capitals as titles have: the first, and all but small ones."""
    inside = [word for word in words if word[0].isalnum()]
    if len(inside) < least or inside[0][0].islower():
        return False
    return all(not word[0].islower() or word in WORDS.small_in_titles for word in inside)


def _paragraphs(tokens: Tokens, outer: str) -> list[Range]:
    """The paragraphs that have words: tokens of each, the newlines behind it with it."""
    size = len(tokens.words)
    borders = [0, *(match.end() for match in re.finditer("\n", outer[:size])), size]
    return [(start, after) for start, after in pairwise(borders) if outer[start:after].strip("\n")]


def _units(tokens: Tokens, outer: str, paragraphs: list[Range], turns: Mapping[int, Turn]) -> Iterator[Unit]:
    """Cut the text into sentences, each paragraph from where its dateline ends; a turn of an exchange is one."""
    ends = sorted(_sentence_ends(tokens, outer))
    for number, (start, after) in enumerate(paragraphs, 1):
        turn = turns.get(number)
        if turn is not None:
            cuts = [bisect_left(tokens.starts, turn.start), after] if turn.kind not in _UNSAID else []
        elif is_aside(tokens.cut(start, after)):
            cuts = []
        else:
            body = after_dateline(tokens, start)
            body += body < after and tokens.words[body] in _BULLETS
            cuts = [body, *ends[bisect_right(ends, body) : bisect_left(ends, after)], after]
        for low, high in pairwise(_short_enough(cuts, outer)):
            words = outer[low:high].rstrip("\n.")
            if outer[low:high].strip("\n"):
                aside = _ASIDE.fullmatch(words)  # "(Ms Doe said it was late.)"
                first, last = aside.span(1) if aside else (0, len(words))
                yield Unit(low + first, low + last, high, number, low == cuts[0])


def find_asides(outer: str, unit: Unit) -> Iterator[Unit]:
    """The clauses between brackets amid a sentence, each as a unit of its own."""
    for match in _BRACKETED.finditer(outer, unit.first, unit.high):
        first, high = match.span("clause")
        yield unit._replace(first=first, high=high, starts=False)


def _sentence_ends(tokens: Tokens, outer: str) -> Iterator[int]:
    """Where sentences end: at stops outside marks, and at closing marks with a stop inside, before a capital."""
    for match in _BOUNDARY.finditer(outer, 0, len(tokens.words)):
        after = match.end()
        if not _starts(tokens, outer, after) or outer[after] == "]":
            continue
        marked = match[0][0] == Tag.CLOSE
        if not marked or _ends_inside(tokens, outer, match.start(), after):
            yield after
    for match in _ABBREVIATED.finditer(tokens.flat):
        k = bisect_right(tokens.starts, match.start())
        if _opens_anew(tokens, outer, k):
            yield k


def _opens_anew(tokens: Tokens, outer: str, at: int) -> bool:
    """Whether a sentence begins behind an abbreviation: "He said", "“It is late,” Ms Doe said"."""
    if outer[at] != Tag.OPEN:
        return outer[at] in _OPENERS
    close = outer.find(Tag.CLOSE, at)
    whole = close > 0 and tokens.words[at + 1][0].isupper() and stop_inside(tokens.tags, close) == Tag.COMMA
    behind = close + 1
    return whole and (outer[behind] in _REPORTING or _SPEAKS.match(outer, behind) is not None)


def _ends_inside(tokens: Tokens, outer: str, close: int, after: int) -> bool:
    """Whether a sentence that may end before a token ends with the marks that close there."""
    inside = stop_inside(tokens.tags, close)
    if inside == "?":
        return not _goes_on(tokens, outer, after)
    return inside == Tag.STOP or (inside == Tag.DASH and _breaks_in(tokens, outer, after))


def _breaks_in(tokens: Tokens, outer: str, after: int) -> bool:
    """Whether somebody breaks in on words that end with a dash: "“I was—” “You were late,” he says"."""
    return outer[after] == Tag.OPEN and tokens.words[after + 1][0].isupper()


def _goes_on(tokens: Tokens, outer: str, after: int) -> bool:
    """Whether a question in marks is asked by who follows it, and who follows does not ask or answer anew."""
    speaks = _SPEAKS.match(outer, after)
    if speaks is None or _acts_anew(tokens, outer, after, speaks.end() - 1):
        return False
    opens = outer.rfind(Tag.OPEN, 0, after)
    return outer[opens - 1 : opens] != Tag.COLON or outer[speaks.end() : speaks.end() + 2] != _ANSWER


def _acts_anew(tokens: Tokens, outer: str, after: int, verb: int) -> bool:
    """Whether somebody who is no name and has a capital does what is no speech: "“Late!” Nobody moves"."""
    word = tokens.words[after]
    begins = outer[after] in _NO_NAMES and word[0].isupper() and word != "I"
    return begins and tokens.lower[verb] not in WORDS.parenthetical_forms


def _short_enough(cuts: list[int], outer: str) -> list[int]:
    """More cuts where a sentence never ends, so that work on a unit is bounded; none inside marks."""
    more: list[int] = []
    for first, after in pairwise(cuts):
        if after - first > _LONGEST:
            more += [k for k in range(first + _LONGEST, after, _LONGEST) if outer[k] not in "~]"]
    return sorted(cuts + more) if more else cuts


def after_dateline(tokens: Tokens, first: int) -> int:
    """First token of a paragraph after its dateline: "BERGEN, Norway (NTB) - "."""
    dateline = find_dateline(tokens.flat, tokens.starts[first])
    return first if dateline is None else bisect_left(tokens.starts, dateline.end)


def _starts(tokens: Tokens, outer: str, index: int) -> bool:
    """Whether a sentence can start at a token."""
    return outer[index] in _FRESH or tokens.words[index][0].isupper() or tokens.words[index][0].isdigit()
