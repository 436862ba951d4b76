"""Bylines: who wrote a story, as what, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

import attrs

from newsschema.reading._lexicon.frame_words import CAPITAL, FRAME, SPACE, any_of
from newsschema.reading._lexicon.gazetteer import NAMES, is_given
from newsschema.reading._lexicon.tags import TAGS
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._story.dates import read_stamps

_BY: Final = re.compile(rf"\(?(?:{FRAME.opening('byline').pattern}){SPACE}*:?{SPACE}+", re.IGNORECASE)
_PARTICLE: Final = "|".join(sorted(NAMES.particles))
_NAME: Final = re.compile(
    rf"(?:(?:[{CAPITAL}]\.)+{SPACE}?)*[{CAPITAL}][\w'’.-]*"
    rf"(?:{SPACE}(?:(?:[{CAPITAL}]\.)+|(?:{_PARTICLE})|[{CAPITAL}][\w'’.-]*|[“\"(][{CAPITAL}]\w+[”\")])){{0,5}}(?:,?{SPACE}(?:Jr|Sr|I{{2,3}})\.?)?"
)
_OUTLET: Final = re.compile(
    rf"(?:the{SPACE})?[{CAPITAL}][\w'’.&-]*(?:{SPACE}(?:of|for|the|de|[{CAPITAL}][\w'’.&-]*|\([{CAPITAL}]+\)))*"
)
#: Where an outlet begins that nothing divides from a name: "By Ann Doe Associated Press".
_KNOWN_OUTLET: Final = any_of([*WORDS.agencies, *FRAME.lines["outlets"]])
_OUTLET_BEHIND: Final = re.compile(
    rf"(?<=\w)(?<!\band)(?<!\bfor)(?<!\bof)(?<!\bwith)(?<!\bto)(?<!\b[Tt]he){SPACE}+(?={_KNOWN_OUTLET}$)|{SPACE}+(?=@\w)"
)
#: Where what is said of the writers is divided, and what divides one writer from the next.
_DIVIDER: Final = re.compile(
    rf"{SPACE}*(?:[|·•;\n]|{SPACE}/{SPACE}|{SPACE}[–—-]{SPACE}|(?<=\w)[)>\]]{SPACE}*|{SPACE}[(<\[])[ ]*"
)
_MONTH: Final = any_of(name for names in FRAME.months for name in names)
#: Where a date begins that nothing divides from a name: "By Ann Doe Published 3 March", "By Ann Doe March 3".
_DATE_BEGINS: Final = re.compile(
    rf"(?<!\d){SPACE}+(?=(?:Published|Posted|Updated|Last{SPACE}updated)\b|{_MONTH}\.?{SPACE}\d|\d\d?{SPACE}{_MONTH})",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(rf",{SPACE}*(?!(?:Jr|Sr)\b)")
_AND: Final = re.compile(rf"{SPACE}(?:and|AND|&|with){SPACE}|^(?:and|AND|&|[wW]ith){SPACE}")
_PLACE: Final = re.compile(rf"{SPACE}(?:in|IN|at|reporting from){SPACE}")
_FOR: Final = re.compile(rf"^(?:for|FOR|of|at|special to|Special to){SPACE}|{SPACE}(?:for|FOR|of|at|special to){SPACE}")
_ADDRESS: Final = re.compile(r"(?:[Ee]-?mail:? )?\S+@\S+\.\w+|@\w+|(?:https?://|www\.)\S+")
_OF: Final = re.compile(r"\b(?:for|of|at|on)\b")
#: What somebody did for a story, before the name; and a name with an office right behind it.
_DID: Final = re.compile(rf"(?P<what>[A-Za-z][a-z]+(?:{SPACE}[a-z]+)?){SPACE}by{SPACE}")
_TITLED: Final = re.compile(
    rf"(?P<name>[{CAPITAL}][\w'’.-]+{SPACE}[{CAPITAL}][\w'’-]+){SPACE}(?P<role>[{CAPITAL}]\w*{SPACE}.+|[{CAPITAL}]\w+)"
)
#: The same with the office in front: "Health Reporter Ann Doe".
_LED: Final = re.compile(
    rf"(?P<role>[{CAPITAL}]\w*(?:{SPACE}\w+)*){SPACE}(?P<name>[{CAPITAL}][\w'’.-]+{SPACE}[{CAPITAL}][\w'’-]+)"
)
_ABBREVIATED: Final = re.compile(rf"\b(?:[{CAPITAL}]|Jr|Sr|Inc|Co|Corp|Ltd)\.$")
#: Days and months that are no names of persons.
_CALENDAR: Final = (FRAME.weekdays | frozenset(name for names in FRAME.months for name in names)) - {
    *("may", "jan", "april", "june", "august"),
}
_OF_CLAUSES: Final = TAGS["auxiliary relative subject that"]
#: What may stand around a piece and is no part of it: "<doe@shore.example>".
_AROUND: Final = " ,>]"
_LONGEST: Final = 160
#: What joins the parts of a byline in capitals: "ANN DOE FOR THE COURIER".
_SHOUTED: Final = frozenset({"AND", "FOR", "IN"})


class Kind(Enum):
    """What a piece of a byline is."""

    NAME = auto()
    ROLE = auto()
    OUTLET = auto()
    PLACE = auto()
    ADDRESS = auto()
    DATE = auto()
    UNNAMED = auto()
    """A writer without a name: "Staff reporter"."""
    OTHER = auto()


_WHEREABOUTS: Final = frozenset({Kind.PLACE, Kind.ADDRESS})


@attrs.define
class Writer:
    """One writer of a story."""

    name: str
    role: str | None = None
    affiliation: str | None = None

    def tell(self, item: _Item) -> None:
        """Take in what is said of the writer, where that is the first of its kind."""
        if item.kind is Kind.ROLE:
            self.role = self.role or item.words
        elif item.kind is Kind.OUTLET:
            self.affiliation = self.affiliation or item.words


class Byline(NamedTuple):
    """Who is named in a byline; the outlet that it credits where it names nobody; and a date that stands in it."""

    writers: tuple[Writer, ...]
    credit: str | None = None
    date: str | None = None
    placed: bool = False
    """Whether it says where they are or are reached: "Ann Doe in Oslo", "Ann Doe | doe@shore.example"."""
    shared: bool = False
    """Whether others wrote it with them who have no name: "Ann Doe and agencies"."""


class _Item(NamedTuple):
    """One piece of a byline and what it is; ``role`` says what a writer did, where that stands before the name."""

    kind: Kind
    words: str
    role: str | None = None


def read_byline(line: str) -> Byline | None:
    """Read a line that begins with "By" or the like; nothing where it goes on as a sentence."""
    opening = _BY.match(line)
    if opening is None or len(line) > _LONGEST:
        return None
    items = _sorted(line[opening.end() :], named=True)
    lone = len(items) == 1 and items[0].kind is Kind.NAME and " " not in items[0].words  # "By Tuesday", "By Design"
    if not items or lone or items[0].kind not in {Kind.NAME, Kind.OUTLET, Kind.UNNAMED}:
        return None
    return _byline(items)


def read_writers(line: str) -> Byline | None:
    """Read a line of names without "By", or one that says more of the writers named before it."""
    items = _sorted(line.removeprefix("From "), named=False) if len(line) <= _LONGEST else []
    return _byline(items) if items else None


def _byline(items: list[_Item]) -> Byline:
    """Who is named, with roles and outlets; the outlet that comes before any name; and the last date."""
    first = next((item for item in items if item.kind in {Kind.NAME, Kind.OUTLET}), None)
    credit = first.words if first is not None and first.kind is Kind.OUTLET else None
    date = next((item.words for item in reversed(items) if item.kind is Kind.DATE), None)
    kinds = {item.kind for item in items}
    placed = not _WHEREABOUTS.isdisjoint(kinds)
    return Byline(tuple(_writers(items)), credit, date, placed, Kind.UNNAMED in kinds)


def _writers(items: list[_Item]) -> list[Writer]:
    """Give roles and outlets to the writers named before them."""
    writers: list[Writer] = []
    said: list[Writer] = []  # those of whom a role or an outlet is said next
    for item in items:
        if item.kind is Kind.NAME:
            if said and (said[-1].role or said[-1].affiliation):
                said = []
            writers.append(Writer(item.words, item.role))
            said.append(writers[-1])
        for writer in said:
            writer.tell(item)
    return writers


def _sorted(words: str, *, named: bool) -> list[_Item]:
    """The items of a byline, in order; none where one of them is not known."""
    words = _OUTLET_BEHIND.sub("\n", words)
    divided = _DIVIDER.split(words.strip().strip("()"))
    pieces = [piece.strip(_AROUND) for part in divided for piece in _DATE_BEGINS.split(part) if piece.strip(_AROUND)]
    if "|" in words:  # "by Ann Doe | Mar 3, 2026 | Crime | 0 comments"
        dated = next((at for at, piece in enumerate(pieces) if read_stamps(piece)), len(pieces))
        pieces = pieces[: dated + 1]
    items = [item for at, piece in enumerate(pieces) for item in _items(piece, names=named and at == 0)]
    return [] if any(item.kind is Kind.OTHER for item in items) else items


def _items(piece: str, *, names: bool) -> Iterator[_Item]:
    """The items of a piece between dividers: cut at commas, and at "and" where that joins names."""
    listed = _AND.search(piece) is not None
    parts = _COMMA.split(piece)
    for at, part in enumerate(parts):
        if read_stamps(", ".join(parts[at:])):
            yield _Item(Kind.DATE, ", ".join(parts[at:]))
            return
        kind = _kind(part, first=names and at == 0, listed=listed)
        if kind is not Kind.OTHER:
            yield _Item(kind, _without_stop(part))
            continue
        for one in filter(None, _AND.split(part)):
            yield from _one(one, first=names and at == 0)


def _one(words: str, *, first: bool) -> Iterator[_Item]:
    """What is neither a name nor a role by itself: "Ann Doe in Oslo", "Ann Doe for the Courier", "photographs by"."""
    if is_unnamed(_PLACE.split(words, maxsplit=1)[0]):  # "Ann Doe and agencies"
        yield _Item(Kind.UNNAMED, words)
        return
    done = _DID.match(words)
    if done is not None:
        yield _Item(_kind(words[done.end() :], first=True, listed=True), words[done.end() :], done["what"])
        return
    name, place, _ = (*_PLACE.split(words, maxsplit=1), "", "")[:3]
    name, outlet, _ = (*_FOR.split(name, maxsplit=1), "", "")[:3]
    led = _led(name)
    if led is not None:
        yield _Item(Kind.NAME, led["name"], led["role"])
        name = ""
    titled = _TITLED.fullmatch(name)
    if titled is not None and _is_office(titled["role"]):
        yield from (_Item(Kind.NAME, titled["name"]), _Item(Kind.ROLE, titled["role"]))
    elif name:
        yield _Item(_kind(name, first=first or bool(place or outlet), listed=True), _without_stop(name))
    if outlet:
        yield _Item(Kind.OUTLET if _OUTLET.fullmatch(outlet.rstrip(".")) else Kind.OTHER, _without_stop(outlet))
    if place:
        kind = _kind(place, first=False, listed=False)
        yield _Item(Kind.PLACE if kind is Kind.NAME else kind, _without_stop(place))  # "Ann Doe at Mill Park"


def _without_stop(words: str) -> str:
    """An item without the full stop of the line, which initials and "Jr." keep."""
    words = words.strip()
    return words if not words.endswith(".") or _ABBREVIATED.search(words) else words.rstrip(".")


def _kind(words: str, *, first: bool, listed: bool) -> Kind:
    """What one item of a byline is."""
    words = words.strip()
    plain = words.strip(" .").lower()
    if not plain or _ADDRESS.fullmatch(words.rstrip(".")):
        return Kind.ADDRESS
    if is_unnamed(words):
        return Kind.UNNAMED if first else Kind.ROLE
    found = _outlet_or_other(words, first=first) or _role_or_other(words, plain, first=first)
    return found or _named(words, plain.split(), first=first, listed=listed)


def is_unnamed(words: str) -> bool:
    """Whether words stand for a writer without a name: "agencies", "Our Voss Correspondent"."""
    plain = words.strip(" .").lower()
    return plain in FRAME.bylines["unnamed"] or (plain.startswith("our ") and _is_office(plain))


def _outlet_or_other(words: str, *, first: bool) -> Kind | None:
    if words in WORDS.agencies or words in FRAME.lines["outlets"]:
        return Kind.OUTLET
    if not _SHOUTED.isdisjoint(words.split()):
        return Kind.OTHER
    return Kind.OUTLET if not first and _is_outlet(words) else None


def _role_or_other(words: str, plain: str, *, first: bool) -> Kind | None:
    named = first or is_given(words.split(maxsplit=1)[0])  # "Ann Doe Science editor", with "By" or without
    titled = _led(words) is not None or (named and _TITLED.fullmatch(words) and _is_office(plain))
    if titled or plain.startswith("special to "):
        return Kind.OTHER
    return Kind.ROLE if _is_office(plain) and not _AND.match(words) else None


def _led(words: str) -> re.Match[str] | None:
    """A name with an office right before it: "Health Reporter Ann Doe"."""
    found = _LED.fullmatch(words)
    return found if found is not None and found["role"].split()[-1].lower() in FRAME.bylines["offices"] else None


def _is_outlet(words: str) -> bool:
    """Whether capitalised words are the name of an outlet or a body, by a word that such names have."""
    parts = words.strip(" .").lower().split()
    named = not FRAME.bylines["outlet_words"].isdisjoint(parts)
    office = named and parts[-1] in FRAME.bylines["offices"]
    return named and not office and _OUTLET.fullmatch(words.rstrip(".")) is not None


def _is_office(words: str) -> bool:
    """Whether words say what a writer is, by the last of them before "of" or "for": "Engineer on Gazette Play"."""
    office = _OF.split(words.lower(), maxsplit=1)[0].split()
    return bool(office) and office[-1] in FRAME.bylines["offices"]


def _names_nobody(word: str) -> bool:
    """Whether a word is a day or a month, or stands in clauses and in no name: "Is", "Has", but not "Will"."""
    in_clause = known_tags().get(word) in _OF_CLAUSES and word not in NAMES.small_words_that_are_names
    return in_clause or word in _CALENDAR


def _named(words: str, parts: list[str], *, first: bool, listed: bool) -> Kind:
    """Whether a run of capitalised words is a person, an outlet, a place, or none."""
    if _NAME.fullmatch(words.rstrip(".")) is None and _NAME.fullmatch(words) is None:
        return Kind.OTHER
    if any(map(_names_nobody, parts)):
        return Kind.OTHER
    if not FRAME.bylines["outlet_words"].isdisjoint(parts) and len(parts) != 2:  # noqa: PLR2004 - "Ann Post"
        return Kind.OUTLET
    if not first and (len(parts) == 1 or (not listed and parts[0] in FRAME.bylines["town_words"])):
        return Kind.PLACE
    return Kind.NAME
