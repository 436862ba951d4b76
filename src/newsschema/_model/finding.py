"""Where words stand in a text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias
from unicodedata import category

from newsschema._model.enums import Part
from newsschema._model.folding import Folded, folded
from newsschema._model.messages import format_value
from newsschema._model.own import require_text
from newsschema._model.punctuation import MARK
from newsschema._model.quotes import Quote, Span
from newsschema._model.rules import PART_ORDER
from newsschema._model.words import AmbiguousWordsError, WordsNotFoundError

if TYPE_CHECKING:
    from newsschema._model.types import Article

PARAGRAPH_END: Final = re.compile(r"(?<!\s)\s*\n\s*")
"""White space with a line break in it."""
_sentence_end: Final = re.compile(rf"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{{2}})[.?!…]{MARK}*+(?=\s)")

Place: TypeAlias = tuple[int, int]
Near: TypeAlias = Quote | Span | int | str
"""What words may stand near to: a quote, a span, a position, or words that stand in one place."""

NEIGHBOUR: Final = "a quote, a span, a position or words"
_LISTED: Final = 5
"""So many places are listed in a message."""
_AROUND: Final = 16
UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Japanese, Chinese
)
"""Scripts that write no spaces between words, for a class of characters: any of these may begin a word."""
_unspaced: Final = re.compile(f"[{UNSPACED}]")


class Finder:
    """Finds words in one text, whatever marks, dashes and spaces they are typed with; upper and lower case tell."""

    __slots__ = ("_folded", "_places", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = Folded(text)
        self._places: dict[str, tuple[Place, ...]] = {}

    def places(self, words: str) -> tuple[Place, ...]:
        """Every place of the words, in order; none inside a longer word."""
        if words not in self._places:
            self._places[words] = tuple(place for place in self.stretches(words) if not self.is_inside(*place))
        return self._places[words]

    def stretches(self, words: str) -> Iterable[Place]:
        """Every place of the words, be it inside a longer word."""
        pattern, text = folded(words).strip(" "), self._folded.text
        at = text.find(pattern) if pattern else -1
        while at >= 0:
            yield self._folded.original(at, at + len(pattern))
            at = text.find(pattern, at + 1)

    def is_inside(self, start: int, end: int) -> bool:
        """Whether a longer word, or number, goes over one of the ends."""
        return any(
            0 < edge < len(self._text)
            and (
                _one_word(self._text[edge - 1], self._text[edge])
                or _goes_on(self._text[edge - 1 : edge + 2])
                or _goes_on(self._text[max(edge - 2, 0) : edge + 1])
            )
            for edge in (start, end)
        )


def _one_word(left: str, right: str) -> bool:
    """Whether no word ends between two characters."""
    return _is_letter(left) and _is_letter(right) and not _unspaced.search(left + right)


def _is_letter(character: str) -> bool:
    return character.isalnum() or category(character)[0] == "M"


def _goes_on(edge: str) -> bool:
    """Whether a word goes on over the sign after its first part: a negation ("won't"), a number ("12,000")."""
    return re.fullmatch(r"n['’]t|\d[.,:]\d", edge) is not None


@lru_cache(maxsize=16)
def finder_of(text: str) -> Finder:
    """The finder of a text, made once for many look-ups."""
    return Finder(text)


def find(article: "Article", words: str, part: Part) -> tuple[Span, ...]:
    """Every place of the words in a part of an article."""
    require_text(words)
    text = article.part(part) or ""
    return tuple(span_at(place, text, part) for place in finder_of(text).places(words))


def find_one(  # noqa: PLR0913 - what `Article.span` takes
    article: "Article", words: str, *, near: Near | None, occurrence: int | None, part: Part | None, apart: bool = False
) -> Span:
    """The one place of the words, as `Article.span` says; `apart` from what it is near to, where there is such."""
    require_text(words)
    _check_hints(near, occurrence)
    if isinstance(near, str):
        near = find_one(article, near, near=None, occurrence=None, part=part)
    part, around = _neighbourhood(near, part)
    text = article.part(part) or ""
    places = finder_of(text).places(words)
    if len(places) < (occurrence or 1):
        raise _missing(article, words, part, places, occurrence)
    if occurrence is not None:
        return span_at(places[occurrence - 1], text, part)
    nearest: Sequence[Place] = _nearest(text, places, around, apart=apart) if around else places
    if len(nearest) > 1:
        raise _ambiguous(text, words, part, nearest, near=bool(around))
    return span_at(next(iter(nearest)), text, part)


def _check_hints(near: object, occurrence: object) -> None:
    if near is not None and (isinstance(near, bool) or not isinstance(near, Quote | Span | int | str)):
        raise TypeError(f"near: expected {NEIGHBOUR}, got {format_value(near)}")
    if occurrence is not None and (isinstance(occurrence, bool) or not isinstance(occurrence, int)):
        raise TypeError(f"occurrence: expected an int, got {format_value(occurrence)}")
    if near is not None and occurrence is not None:
        raise TypeError("give near or occurrence, not both")
    if occurrence is not None and occurrence < 1:
        raise ValueError(f"occurrence counts from 1, got {occurrence}")


def _neighbourhood(near: Quote | Span | int | None, part: Part | None) -> tuple[Part, list[Place]]:
    """The part to look in, and the places to be near to."""
    if near is None:
        return part or Part.TEXT, []
    if isinstance(near, int):
        return part or Part.TEXT, [(near, near)]
    placed = _places_of(near)
    chosen = part or next((where for where, _ in placed), Part.TEXT)
    around = [place for where, place in placed if where == chosen]
    if not around:
        raise ValueError(f"{_named(near)} has no place in the {chosen} that anything could be near to")
    return chosen, around


def _named(near: Quote | Span) -> str:
    return f"the quote {near.id!r}" if isinstance(near, Quote) else format_value(near.text)


def _places_of(near: Quote | Span) -> list[tuple[Part, Place]]:
    """Where the pieces of a quote stand, or a span, as far as it is known."""
    pieces: Sequence[Span] = near.content if isinstance(near, Quote) else (near,)
    return [(one.part, (one.start, one.end)) for one in pieces if one.start is not None and one.end is not None]


def _nearest(text: str, places: Sequence[Place], around: Sequence[Place], *, apart: bool) -> Sequence[Place]:
    """The places that the least lies between and one of those around: paragraphs, then sentences, then characters."""
    near = {place: _candidates(around, [place]) for place in _candidates(places, around)}
    outside = [place for place, beside in near.items() if not any(overlap(place, one) for one in beside)]
    found = outside if apart and outside else near
    distances = {place: min(_distance(text, place, one) for one in near[place]) for place in found}
    least = min(distances.values())
    return [place for place, distance in distances.items() if distance == least]


def _candidates(places: Sequence[Place], around: Sequence[Place]) -> list[Place]:
    """Of places in order, those that overlap one of those around, and the last before and the first after each."""
    found: list[Place] = []
    for start, end in around:
        first = bisect_right(places, start, key=itemgetter(1))
        last = bisect_left(places, end, key=itemgetter(0))
        found += places[max(first - 1, 0) : last + 1]
    return found


def span_at(place: Place, text: str, part: Part) -> Span:
    """The span of a place in a part, which has this text."""
    start, end = place
    return Span(text=text[start:end], start=start, end=end, part=part)


def stretch_of(span: Span) -> Place:
    """Where a span with a place stands."""
    assert span.start is not None
    assert span.end is not None
    return span.start, span.end


def position(pieces: Iterable[object]) -> tuple[int, int] | None:
    """Where spans, of some pieces, begin in the article, in the order of reading; `None` where none has a place."""
    starts = [(PART_ORDER[one.part], one.start) for one in pieces if isinstance(one, Span) and one.start is not None]
    return min(starts, default=None)


def overlap(one: Place, other: Place) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _distance(text: str, one: Place, other: Place) -> tuple[int, int, int]:
    """How many paragraphs end between two places, how many sentences, and how many characters lie between them."""
    (_, first), (last, _) = sorted((one, other))
    between = text[first:last]
    return len(PARAGRAPH_END.findall(between)), len(_sentence_end.findall(between)), len(between)


def _missing(
    article: "Article", words: str, part: Part, places: Sequence[Place], occurrence: int | None
) -> WordsNotFoundError:
    text = article.part(part)
    if text is None:
        return WordsNotFoundError(f"the article has no {part} to look for {format_value(words)} in", words)
    if not places:
        return WordsNotFoundError(_absent(article, words, part, text), words)
    times = "once" if len(places) == 1 else f"{len(places)} times"
    message = f"{format_value(words)} occurs {times} in the {part}, but occurrence {occurrence} was asked for"
    found = tuple(span_at(place, text, part) for place in places)
    return WordsNotFoundError(f"{message}: {_listed(text, places)}", words, found)


def _absent(article: "Article", words: str, part: Part, text: str) -> str:
    """What to say of words that do not stand in a part, with where they stand instead, or nearly."""
    if not words.strip():
        return "there are no words to look for"
    if inside := list(islice(finder_of(text).stretches(words), _LISTED)):
        return f"{format_value(words)} occurs in the {part} only inside longer words: {_listed(text, inside)}"
    message = f"{format_value(words)} does not occur in the {part}"
    if other := _in_other_letters(text, words):
        return f"{message}; with other capitals it does: {_listed(text, other)}"
    others = [name for name in Part if name != part and find(article, words, name)]
    return f"{message}; it occurs in the {others[0]}: part={others[0].value!r}" if others else message


def _in_other_letters(text: str, words: str) -> list[Place]:
    """The first places where the words stand with other capitals; none where lower letters have other positions."""
    lower = text.lower()
    return [] if len(lower) != len(text) else list(islice(finder_of(lower).places(words.lower()), _LISTED))


def _ambiguous(text: str, words: str, part: Part, places: Sequence[Place], *, near: bool) -> AmbiguousWordsError:
    message = f"{format_value(words)} occurs {len(places)} times in the {part}"
    if near:
        message = f"{format_value(words)} is equally near in {len(places)} places of the {part}"
    found = tuple(span_at(place, text, part) for place in places)
    return AmbiguousWordsError(f"{message}; say which with near or occurrence: {_listed(text, places)}", words, found)


def _listed(text: str, places: Sequence[Place]) -> str:
    """The first places with what stands around them."""
    lines = [
        f"at {start}, {format_value(text[max(start - _AROUND, 0) : end + _AROUND])}" for start, end in places[:_LISTED]
    ]
    more = [f"and {len(places) - _LISTED} more"] if len(places) > _LISTED else []
    return "; ".join([*lines, *more])
