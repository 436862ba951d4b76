"""The rules that come with the library. The documentation has an example of each."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate, islice
from typing import Final, NamedTuple
from unicodedata import normalize

from newsschema._lint import Finding, LintRule
from newsschema._model.anchors import spans_of
from newsschema._model.enums import Anonymity, Part, QuoteKind
from newsschema._model.errors import Path
from newsschema._model.finding import overlap, position, stretch_of
from newsschema._model.messages import format_value
from newsschema._model.mistakes import tag_meant
from newsschema._model.punctuation import APOSTROPHES, DOUBLE_MARK
from newsschema._model.types import Article, Fragment, Quote, Span
from newsschema.reading import MarkedWords, find_marks
from newsschema.reading._lexicon.words import forms

RULES: Final[list[LintRule]] = []

_LOADED: Final = {
    "that the speaker concedes something": ("acknowledge", "admit", "concede", "confess"),
    "that the words may not be true": ("allege", "claim", "contend", "maintain", "purport"),
    "that the words are true and were hidden": ("disclose", "divulge", "reveal"),
    "that others doubt the words": ("insist",),
    "a judgement of the speaker's manner": (
        "bluster",
        "boast",
        "brag",
        "complain",
        "crow",
        "fume",
        "gloat",
        "gripe",
        "gush",
    ),
    "contempt for the speaker": ("moan", "rant", "scoff", "sneer", "whine"),
    "an attack": ("blast", "lambast", "rail", "slam", "thunder"),
}
_PRONOUN: Final = re.compile("he|hers?|him|his|i|its?|me|she|theirs?|them|they|us|we|who")
_WORD: Final = re.compile(rf"\w+(?:[{''.join(APOSTROPHES)}]\w+)*")
_DOUBLE: Final = re.compile(DOUBLE_MARK)
_GOES_ON: Final = re.compile(rf"[^\S\n]*\n\s*+{_DOUBLE.pattern}")  # with a paragraph that begins with marks
_CARRIAGE: Final = re.compile(r"\r\n?[ \t]*\r\n?")
_DATELINE: Final = re.compile(
    r"(?P<line>[A-ZÀ-Þ][A-ZÀ-Þ .’-]{2,40}(?:,[^\n—–-]{1,40})?\s?(?:\([^)\n]{1,40}\)|(?<=\d)|(?<=[A-ZÀ-Þ])))"
    r"\s?(?:[—–]|--?)\s"
)
"""What stands before the story, in a usual form, where the article does not say so."""
_MOST_OPEN: Final = 50  # quotes at one place that are compared
_LEAST_WORDS: Final = 4  # fewer are too few to tell an altered quote from another
_LEAST_SHARED: Final = 0.7
_LEAST_LETTERS: Final = 4  # consonants; fewer are too few to tell two spellings from two names


def _rule(check: Callable[[Article], Iterable[Finding]]) -> Callable[[Article], Iterable[Finding]]:
    """Make a rule of a function: its name and the first line of its docstring are the rule's."""
    name, summary = check.__name__.replace("_", "-"), (check.__doc__ or "").split("\n")[0]
    RULES.append(LintRule(name, summary, check))
    return check


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _marked(article: Article) -> Iterator[tuple[Part, str, tuple[MarkedWords, ...]]]:
    """The parts of the article that there are, with the words between marks in each."""
    for part in Part:
        text = article.part(part)
        if text:
            yield part, text, find_marks(text)


@_rule
def uncovered_marks(article: Article) -> Iterator[Finding]:
    """Words between quotation marks that are in no quote."""
    verbatim = [piece for _, piece in _pieces(article) if piece.verbatim and piece.end is not None]
    for part, text, marked in _marked(article):
        quoted = _Stretches(stretch_of(piece) for piece in verbatim if piece.part is part)
        for words in marked:
            if words.closed and not quoted.overlap(words.start, words.end):
                found = format_value(text[words.start : words.end])
                yield (part.value,), f"the marked words {found} at {words.start} are in no quote"


class _Stretches:
    """Stretches of a text, to be asked whether one of them overlaps another."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(places)
        self._starts = [start for start, _ in ordered]
        self._furthest = [0, *accumulate((end for _, end in ordered), max)]

    def overlap(self, start: int, end: int) -> bool:
        return self._furthest[bisect_left(self._starts, end)] > start


@_rule
def unpaired_marks(article: Article) -> Iterator[Finding]:
    """A quotation mark without its partner."""
    for part, text, marked in _marked(article):
        for at in _stray_marks(text, marked):
            yield (part.value,), f"the mark {text[at]} at {at} has no partner: {_around(text, at)}"
        for words in marked:
            if not words.closed and not _GOES_ON.match(text, words.end):
                at = words.opens
                yield (part.value,), f"the mark {text[at]} at {at} is never closed: {_around(text, at)}"


def _stray_marks(text: str, marked: Iterable[MarkedWords]) -> Iterator[int]:
    """Where marks stand outside of all marked words, but for those of inches."""
    borders = [0, *(at for words in marked for at in (words.opens, words.closes)), len(text)]
    for first, last in zip(borders[::2], borders[1::2], strict=True):
        for stray in _DOUBLE.finditer(text, first, last):
            at = stray.start()
            if text[at] != '"' or not text[at - 1 : at].isdigit():
                yield at


@_rule
def unattributed_direct(article: Article) -> Iterator[Finding]:
    """A direct quote without a source."""
    for index, quote in enumerate(article.quotes):
        if quote.kind is QuoteKind.DIRECT and quote.source is None:
            yield ("quotes", index), f"{format_value(quote.words)} has no source; name one, or make it an epithet"


@_rule
def undescribed_source(article: Article) -> Iterator[Finding]:
    """A source with neither a name nor a description."""
    for index, source in enumerate(article.sources):
        if (
            source.anonymity in (Anonymity.DESCRIBED, Anonymity.ANONYMOUS, Anonymity.GENERIC)
            and source.description is None
        ):
            yield (
                ("sources", index),
                "the source has neither a name nor a description; describe it in the words of the text",
            )


@_rule
def unused_source(article: Article) -> Iterator[Finding]:
    """A source that no quote and no other source refers to."""
    used = {quote.source for quote in article.quotes} | {name for source in article.sources for name in source.members}
    for index, source in enumerate(article.sources):
        if source.id not in used:
            message = f"{format_value(source.label)} is not quoted; remove the source, or add its quote"
            yield ("sources", index), message


@_rule
def two_spellings(article: Article) -> Iterator[Finding]:
    """Two sources whose names may be spellings of one name."""
    seen: dict[str, str] = {}
    for index, source in enumerate(article.sources):
        if source.name is None:
            continue
        first = seen.setdefault(_skeleton(source.name), source.name)
        if first != source.name:
            message = (
                f"{format_value(source.name)} and {format_value(first)} look like the same name; are they one source?"
            )
            yield ("sources", index, "name"), message


def _skeleton(name: str) -> str:
    """What two spellings of a name have in common: letters without accents, and without vowels where enough is left."""
    plain = "".join(letter for letter in normalize("NFKD", name.casefold()) if letter.isalpha())
    bare = re.sub(r"[aeiouyæøœ]|(.)(?=\1)", "", plain)
    return bare if len(bare) >= _LEAST_LETTERS else plain


@_rule
def loaded_cue(article: Article) -> Iterator[Finding]:
    """A cue that implies a judgement; "said" and "told" imply none."""
    for index, quote in enumerate(article.quotes):
        cue = quote.attribution.cue if quote.attribution else None
        for word in _words(cue.text) if cue else ():
            if word in _loaded():
                yield ("quotes", index, "attribution", "cue"), f"{format_value(word)} implies {_loaded()[word]}"
                break


@cache
def _loaded() -> dict[str, str]:
    return {form: meant for meant, verbs in _LOADED.items() for verb in verbs for form in forms(verb).values()}


@_rule
def headline_words(article: Article) -> Iterator[Finding]:
    """Words quoted in the headline that are not in the text."""
    body = f" {' '.join(_words(article.text))} "
    for path, piece in _pieces(article):
        words = " ".join(_words(piece.text))
        if piece.part is Part.HEADLINE and piece.verbatim and f" {words} " not in body:
            message = f"the headline quotes {format_value(piece.text)}, but the text does not have these words"
            yield path, message


@_rule
def altered_quote(article: Article) -> Iterator[Finding]:
    """A quotation that occurs twice with different words."""
    seen: dict[tuple[str, ...], int] = {}
    quoted = list(map(_verbatim_words, article.quotes))
    for index, (quote, words) in enumerate(zip(article.quotes, quoted, strict=True)):
        if quote.source is None or len(words) < _LEAST_WORDS:
            continue
        keys = [(quote.source, *words[at : at + 3]) for at in range(len(words) - 2)]
        shared = Counter(seen[key] for key in keys if key in seen)
        for earlier, _ in shared.most_common(1):
            if _altered(words, quoted[earlier]):
                other = format_value(article.quotes[earlier].words)
                yield (
                    ("quotes", index, "content"),
                    f"{format_value(quote.words)} is quoted as {other} in quotes[{earlier}]",
                )
        seen |= dict.fromkeys(keys, index)


def _verbatim_words(quote: Quote) -> list[str]:
    return [word for piece in quote.content if piece.verbatim for word in _words(piece.text)]


def _altered(words: list[str], others: list[str]) -> bool:
    """Whether most of the words are the same, and neither is a part of the other."""
    one, two = f" {' '.join(words)} ", f" {' '.join(others)} "
    common = (Counter(words) & Counter(others)).total()
    return one not in two and two not in one and 2 * common >= _LEAST_SHARED * (len(words) + len(others))


@_rule
def description_first(article: Article) -> Iterator[Finding]:
    """A description of a named source before its name."""
    first: dict[str, int] = {}
    for match in _WORD.finditer(article.text):
        first.setdefault(match[0].casefold(), match.start())
    names = {source.id: source.name or "" for source in article.sources}
    for source, (index, mention) in _first_mentions(article).items():
        starts = [first[word] for word in _words(names[source]) if word in first]
        pronoun = _PRONOUN.fullmatch(" ".join(_words(mention.text)))
        if not pronoun and min(starts, default=-1) >= (mention.end or 0):
            message = f"{format_value(mention.text)} comes before the name {format_value(names[source])}"
            yield ("quotes", index, "attribution", "mention"), message


def _first_mentions(article: Article) -> dict[str, tuple[int, Span]]:
    """The first words in the text that name each source beside a quote, with the index of the quote."""
    found: dict[str, tuple[int, Span]] = {}
    for index, quote in enumerate(article.quotes):
        mention = quote.attribution.mention if quote.attribution else None
        if quote.source and mention and mention.start is not None and mention.part is Part.TEXT:
            found.setdefault(quote.source, (index, mention))
    return found


@_rule
def missing_words(article: Article) -> Iterator[Finding]:
    """Words without a place that are not in the article."""
    for index, quote in enumerate(article.quotes):
        for path, span in spans_of(quote):
            if span.start is None and not article.find(span.text, span.part):
                message = (
                    f"the {span.part} does not have the words {format_value(span.text)}; check the words and the part"
                )
                yield ("quotes", index, *path), message


@_rule
def unmarked_words(article: Article) -> Iterator[Finding]:
    """Verbatim words of a direct or partial quote without quotation marks around them."""
    marked = {part: words for part, _, words in _marked(article)}
    for path, piece in _pieces(article, (QuoteKind.DIRECT, QuoteKind.PARTIAL)):
        if piece.verbatim and piece.end is not None and not any(article.marks_of(piece)):
            start, end = stretch_of(piece)
            if not any(words.opens <= start and end <= words.closes for words in marked[piece.part]):
                yield path, f"there are no quotation marks around {format_value(piece.text)}; is it reported speech?"


@_rule
def quotes_order(article: Article) -> Iterator[Finding]:
    """A quote that begins before the previous one in the list; quotes are in the order of the text."""
    before = (0, 0)
    for index, quote in enumerate(article.quotes):
        begins = position(quote.content) or before
        if begins < before:
            yield ("quotes", index), f"{format_value(quote.words)} begins before the previous quote in the list"
        before = max(before, begins)


@_rule
def said_by_two(article: Article) -> Iterator[Finding]:
    """The same words of the article attributed to two sources."""
    parents = {quote.id: quote.parent for quote in article.quotes}
    ahead = {name: set(islice(_ancestors(parents, name), _MOST_OPEN)) for name in parents}
    open_: list[_Said] = []
    for said in sorted(_said(article)):
        open_ = [other for other in open_[-_MOST_OPEN:] if other.part is said.part and other.end > said.start]
        quote = article.quotes[said.quote]
        for other in open_:
            its = article.quotes[other.quote]
            if its.source != quote.source and its.id not in ahead[quote.id] and quote.id not in ahead[its.id]:
                words = format_value(quote.content[said.piece].text)
                message = f"{words} is attributed to another source in quotes[{other.quote}]"
                yield ("quotes", said.quote, "content", said.piece), message
                break
        open_.append(said)


@_rule
def repeated_quote(article: Article) -> Iterator[Finding]:
    """A quote that is in the list twice: of the same kind, at the same places, from the same source."""
    seen: dict[tuple[QuoteKind, tuple[Fragment, ...], str | None], int] = {}
    for index, quote in enumerate(article.quotes):
        if all(piece.start is not None for piece in quote.content):
            first = seen.setdefault((quote.kind, quote.content, quote.source), index)
            if first != index:
                yield ("quotes", index), f"{format_value(quote.words)} is quotes[{first}] already; remove one of them"


class _Said(NamedTuple):
    """Where a piece of a quote stands, and which it is: `quotes[quote].content[piece]`."""

    part: Part
    start: int
    end: int
    quote: int
    piece: int


def _said(article: Article) -> Iterator[_Said]:
    """The pieces that have a place and a source."""
    for index, quote in enumerate(article.quotes):
        for place, piece in enumerate(quote.content if quote.source else ()):
            if piece.end is not None:
                yield _Said(piece.part, *stretch_of(piece), index, place)


def _ancestors(parents: Mapping[str, str | None], name: str) -> Iterator[str]:
    """The ids of the quotes that a quote is in, from the inside out."""
    parent = parents[name]
    while parent is not None:
        yield parent
        parent = parents[parent]


@_rule
def other_line_ends(article: Article) -> Iterator[Finding]:
    """A text with other line ends than newlines, in which other programs may find no paragraphs."""
    breaks = len(_CARRIAGE.findall(article.text))
    if breaks:
        message = (
            f"{breaks} blank lines end in carriage returns, where other programs may see no end of a paragraph; "
            "end lines with a newline only"
        )
        yield ("text",), message


@_rule
def language_name(article: Article) -> Iterator[Finding]:
    """The name of a language where its tag should be."""
    told: list[tuple[Path, str | None]] = [(("language",), article.language)]
    for index, quote in enumerate(article.quotes):
        told.append((("quotes", index, "translated_from"), quote.translated_from))
    for path, language in told:
        meant = tag_meant(language or "")
        if meant:
            yield path, f"{format_value(language)} is no language tag; did you mean {meant!r}?"


@_rule
def dateline_words(article: Article) -> Iterator[Finding]:
    """Words of the dateline inside a quote."""
    start, end = _dateline(article)
    for path, piece in _pieces(article):
        if piece.part is Part.TEXT and piece.end is not None and overlap(stretch_of(piece), (start, end)):
            line = format_value(article.text[start:end])
            yield path, f"{format_value(piece.text)} contains words of the dateline {line}"


def _dateline(article: Article) -> tuple[int, int]:
    """Where the dateline stands in the text: the one that the article has, and what looks like one at its beginning."""
    printed = article.find(article.dateline.text)[:1] if article.dateline else ()
    found = _DATELINE.match(article.text)
    start, end = next(map(stretch_of, printed), (0, 0))
    return start, max(end, found.end("line") if found else 0)


def _pieces(article: Article, kinds: Container[QuoteKind] = tuple(QuoteKind)) -> Iterator[tuple[Path, Fragment]]:
    """The pieces of the quotes of some kinds, each with the path to it."""
    for index, quote in enumerate(article.quotes):
        for place, piece in enumerate(quote.content if quote.kind in kinds else ()):
            yield ("quotes", index, "content", place), piece


def _around(text: str, at: int) -> str:
    return format_value(text[max(at - 20, 0) : at + 20])
