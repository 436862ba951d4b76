"""An article as an HTML page: each source has its own colour and sign."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from heapq import heappop, heappush
from html import escape
from importlib.resources import files
from itertools import pairwise
from string import Template
from typing import Final

from attrs import frozen

from newsschema._flat import UNSURE, place_of
from newsschema._model.anchors import SPAN_FIELDS, spans_of
from newsschema._model.base import Model
from newsschema._model.enums import Anonymity, Medium, Part, Polarity, QuoteKind, Terms
from newsschema._model.messages import format_value
from newsschema._model.own import require
from newsschema._model.types import Article, Fragment, Quote, Source
from newsschema._model.values import format_date

__all__ = ["citation", "framed", "page", "table"]

_HUES: Final = (212, 28, 130, 285, 350, 60, 175, 250, 320)
_SIGNS: Final = "●▲■◆★▼✚"
"""Nine colours and seven signs: 63 sources differ in one of them, neighbours in both; the number tells all apart."""
_MEMBERS_SHOWN: Final = 8
_KINDS: Final = {
    QuoteKind.DIRECT: "all of it between quotation marks",
    QuoteKind.PARTIAL: "some of it between marks, some reported",
    QuoteKind.INDIRECT: "all of it reported",
    QuoteKind.EPITHET: "marked, and no statement of a source",
}
_DOUBTS: Final = {
    "denied": "struck through: the source says that it is not so",
    "hypothetical": "on a wavy line: the source might say it, or would",
    "refused": "hatched: the source gives no answer",
    "unsure": f"pale, on a dotted line: found with a confidence below {UNSURE:.0%}",
}
_ROLES: Final = {
    "mention": "the words that name the source",
    "cue": "the words that attribute the quote",
    "around": "addressee, setting, time, condition, relay",
    "edit": "what an editor put in or left out",
}


@frozen(eq=False)
class _Piece:
    """A stretch of the article to set apart: words of a quote, or words with a role beside it."""

    start: int
    end: int
    role: str
    quote: Quote
    verbatim: bool
    name: str


def _doubts(quote: Quote) -> list[str]:
    """What speaks against taking the quote at its word: its polarity, and a low confidence."""
    attribution = quote.attribution
    if attribution is None:
        return []
    found = [] if attribution.polarity is Polarity.AFFIRMED else [str(attribution.polarity)]
    levels = (attribution.confidence, attribution.source_confidence)
    if any(level is not None and level < UNSURE for level in levels):
        found.append("unsure")
    return found


class _Page:
    """What the parts of one page share: the numbers of the sources, and what stands where."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.numbers = {source.id: number for number, source in enumerate(article.sources, 1)}
        self.known = {source.id: source for source in article.sources}
        self.members = {source.id: self._together(source) for source in article.sources}
        self.quoted = Counter(quote.source for quote in article.quotes)
        self.named: set[str] = set()
        self.targets: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.pieces: dict[Part, list[_Piece]] = {part: [] for part in Part}
        for index, quote in enumerate(article.quotes):
            self._place(index, quote)

    def _place(self, index: int, quote: Quote) -> None:
        """Note every span of a quote that has a place."""
        for number, (path, span) in enumerate(spans_of(quote)):
            if span.start is None or span.end is None:
                continue
            role = {"content": "said", "edits": "edit"}.get(str(path[0]), str(path[1]))
            piece = _Piece(
                span.start,
                span.end,
                role if role in ("said", *_ROLES) else "around",
                quote,
                isinstance(span, Fragment) and span.verbatim,
                f"q{index + 1}-{number + 1}",
            )
            self.pieces[span.part].append(piece)
            if role == "said":
                self.places.setdefault(quote.id, piece.name)
                if span.part is Part.TEXT and quote.source is not None:
                    self.targets.setdefault(quote.source, piece.name)

    def _together(self, source: Source) -> str | None:
        """The names of the sources that speak as this one, as many as a card has room for."""
        shown = [self.known[member].label for member in source.members[:_MEMBERS_SHOWN]]
        more = len(source.members) - len(shown)
        return ", ".join(shown) + (f" and {more} more" if more else "") or None

    def style(self, source: str | None) -> str:
        """The attribute that gives an element the colour of a source."""
        number = self.numbers.get(source or "")
        return "" if number is None else f' style="--hue:{_HUES[(number - 1) % len(_HUES)]}"'

    def sign(self, source: str | None) -> str:
        """The sign and number of a source; nothing where there is none."""
        number = self.numbers.get(source or "")
        return "" if number is None else f"{_SIGNS[(number - 1) % len(_SIGNS)]}{number}"

    # The text, with the quotes in it.

    def running(self, part: Part, bounds: Iterable[tuple[int, int]]) -> list[str]:
        """The HTML of each stretch of a part; the stretches are in order."""
        words, places = self.article.part(part) or "", list(bounds)
        grouped: list[list[tuple[_Piece | None, list[str]]]] = [[] for _ in places]
        ahead = iter(enumerate(places))
        index, (start, end) = next(ahead)
        for left, right, active in self._stretches(part, places):
            while end <= left:
                index, (start, end) = next(ahead)
            if left < start:
                continue
            said = active.pop("said", None)
            html = escape(words[left:right])
            for role, piece in active.items():
                html = f'<span class="{role}"{self.style(piece.quote.source)}>{html}</span>'
            if not grouped[index] or grouped[index][-1][0] is not said:
                grouped[index].append((said, []))
            grouped[index][-1][1].append(html)
        last = {said: html for group in grouped for said, html in group}
        return ["".join(self._marked(said, html, last[said] is html) for said, html in group) for group in grouped]

    def _stretches(self, part: Part, places: list[tuple[int, int]]) -> Iterator[tuple[int, int, dict[str, _Piece]]]:
        """The part cut wherever anything begins or ends, with the innermost piece of each role."""
        pieces = sorted(self.pieces[part], key=lambda piece: (piece.start, -piece.end))
        limits = [cut for place in places for cut in place]
        cuts = sorted({*limits, *(cut for piece in pieces for cut in (piece.start, piece.end) if cut < limits[-1])})
        open_: dict[str, list[tuple[int, int, int, _Piece]]] = {role: [] for role in ("said", *_ROLES)}
        count = 0
        for left, right in pairwise(cuts):
            while count < len(pieces) and pieces[count].start <= left:
                piece = pieces[count]
                heappush(open_[piece.role], (-piece.start, piece.end, -count, piece))
                count += 1
            for heap in open_.values():
                while heap and heap[0][1] <= left:
                    heappop(heap)
            yield left, right, {role: heap[0][3] for role, heap in open_.items() if heap}

    def _marked(self, piece: _Piece | None, parts: list[str], last: bool) -> str:
        html = "".join(parts)
        if piece is None:
            return html
        quote, name = piece.quote, piece.name
        doubts = _doubts(quote)
        classes = [quote.kind, "verbatim" if piece.verbatim else "reported", *doubts]
        classes += ["inner"] if quote.parent else []
        classes += ["last"] if last else []
        first = name not in self.named
        doubt = f' data-doubt="{", ".join(doubts)}"' if doubts and first and name == self.places[quote.id] else ""
        data = (
            f'data-quote="{escape(quote.id)}" data-source="{self.numbers.get(quote.source or "", "")}"'
            f' data-sign="{self.sign(quote.source)}"'
        )
        opening = f'<mark class="{" ".join(classes)}" {data}{doubt}{self.style(quote.source)}'
        html = _words(html)
        if not first:  # goes on, after a quote inside it or in the next paragraph
            return f"{opening}>{html}</mark>"
        self.named.add(name)
        return (
            f'{opening} id="{name}" tabindex="0" aria-describedby="{name}-card">{html}'
            f'<span class="card" role="tooltip" id="{name}-card" lang="en" dir="ltr">{self.card(quote)}</span></mark>'
        )

    def speaker(self, quote: Quote) -> str:
        """The sign and label of the source, or words for its absence."""
        if quote.attribution is None:
            return "No source: an epithet"
        if quote.source is None:
            return "The text does not name the source"
        return f"{self.sign(quote.source)} {self.known[quote.source].label}"

    def card(self, quote: Quote) -> str:
        """What is known about a quote."""
        rows: list[tuple[str, object]] = [("kind", quote.kind)]
        attribution = quote.attribution
        if quote.source is not None:
            source = self.known[quote.source]
            rows += [*self._about(source), ("anonymity", source.anonymity)]
        if attribution is not None:
            spans = ((name, getattr(attribution, name)) for name in SPAN_FIELDS)
            rows += [(name, None if span is None else f"“{span.text}”") for name, span in spans]
            rows += [
                ("polarity", None if attribution.polarity is Polarity.AFFIRMED else attribution.polarity),
                ("medium", None if attribution.medium is Medium.UNKNOWN else attribution.medium),
                ("terms", None if attribution.terms is Terms.UNKNOWN else attribution.terms.replace("_", " ")),
                ("confidence", _percent(attribution.confidence)),
                ("confidence in the source", _percent(attribution.source_confidence)),
            ]
        rows += [("inside", quote.parent), ("translated from", quote.translated_from)]
        return f"<b><bdi>{escape(self.speaker(quote))}</bdi></b>" + "".join(
            f"<span><i>{name}</i> <bdi>{escape(str(value))}</bdi></span>" for name, value in rows if value is not None
        )

    def _about(self, source: Source) -> list[tuple[str, object]]:
        return [("role", source.role), ("affiliation", source.affiliation), ("together", self.members[source.id])]

    def beside(self, source: Source) -> list[str]:
        """What there is to say of a source that its label does not say: "A skipper" is a skipper."""
        return [str(value) for _, value in self._about(source) if value is not None and str(value) not in source.label]

    # Beside and below the text.

    def sources(self) -> str:
        """Each source with its share of all quoted characters of the text, and the number of its quotes."""
        lengths = Counter[str]()
        for quote in self.article.quotes:
            if quote.source is not None:
                lengths[quote.source] += sum(len(item.text) for item in quote.content if item.part is Part.TEXT)
        whole = lengths.total() or 1
        return "".join(self._source(source, lengths[source.id] / whole) for source in self.article.sources)

    def _source(self, source: Source, share: float) -> str:
        target = self.targets.get(source.id)
        label = f"<bdi>{escape(source.label)}</bdi>"
        linked = label if target is None else f'<a href="#{target}">{label}</a>'
        about = self.beside(source)
        if source.anonymity is not Anonymity.NAMED:
            about.append(source.anonymity)
        count = self.quoted[source.id]
        return (
            f'<li data-source="{self.numbers[source.id]}"{self.style(source.id)}>'
            f'<b class="number">{self.sign(source.id)}</b> {linked}<small><bdi>{escape(", ".join(about))}</bdi></small>'
            f'<span class="bar" aria-hidden="true"><span style="inline-size:{share:.1%}"></span></span>'
            f"<small>{share:.0%} of the quoted words, {count} {'quote' if count == 1 else 'quotes'}</small></li>"
        )

    def quotes(self) -> str:
        """Every quote with a link to its place and a citation to copy."""
        return "".join(map(self._quote, self.article.quotes))

    def _quote(self, quote: Quote) -> str:
        name = self.places.get(quote.id)
        words = f'<q dir="auto">{escape(quote.words)}</q>'
        linked = f'{words}<span class="unplaced"> (place not known)</span>'
        if name is not None:
            linked = f'<a href="#{name}">{words}</a>'
        notes = [quote.kind, *_doubts(quote)]
        data = f'data-source="{self.numbers.get(quote.source or "", "")}"'
        cited = escape(citation(self.article, quote))
        return (
            f'<li class="{" ".join(notes)}" {data}{self.style(quote.source)}>'
            f"<b><bdi>{escape(self.speaker(quote))}</bdi></b> <small>{', '.join(notes)}</small> {linked} "
            f'<button type="button" data-citation="{cited}" hidden>Copy citation</button></li>'
        )

    def choices(self) -> dict[str, str]:
        """The options of the two filters: the sources that are quoted, and the kinds and doubts that occur."""
        speakers = [(self.numbers[source.id], source) for source in self.article.sources if self.quoted[source.id]]
        occurring = {name for quote in self.article.quotes for name in (quote.kind, *_doubts(quote))}
        names = [str(name) for name in (*_KINDS, *_DOUBTS) if name in occurring]
        return {
            "speakers": "".join(
                f'<option value="{number}">{escape(source.label)}</option>' for number, source in speakers
            ),
            "kinds_found": "".join(f"<option>{name}</option>" for name in names),
        }


def _percent(level: float | None) -> str | None:
    return None if level is None else f"{level:.0%}"


def citation(article: Article, quote: Quote) -> str:
    r"""Cite a quote in one line, for a footnote.

    Args:
        article: The article that holds the quote.
        quote: The quote.

    Returns:
        The source's label, the words (in quotation marks if all are verbatim), headline, publisher, date and address,
        as far as they are known.

    Examples:
        >>> from newsschema import read_text
        >>> story = read_text(
        ...     "Ferry to sail\n\n“It saves the bakery,” Ines Okafor said on Monday."
        ... )
        >>> citation(story, story.quotes[0])
        'Ines Okafor: “It saves the bakery,” In: “Ferry to sail”.'
    """
    source = require(Article, article).source_of(quote)
    verbatim = all(fragment.verbatim for fragment in quote.content)
    words = f"“{quote.words}”" if verbatim else f"{quote.words}."
    doubts = [] if quote.attribution is None else [name for name in _doubts(quote) if name != "unsure"]
    notes = f" ({', '.join(doubts)})" if doubts else ""
    headline = article.headline and f"“{article.headline}”"
    published = article.published and format_date(article.published)
    printed = (headline, article.publisher or article.credit, published, article.url)
    place = ", ".join(item for item in printed if item) or article.id
    return f"{source.label if source else 'Source not named'}{notes}: {words} In: {place}."


@cache
def _asset(name: str) -> str:
    return files("newsschema").joinpath("assets", name).read_text(encoding="utf-8")


def page(article: Article) -> str:
    """Make a self-contained HTML page of an article.

    Each source has a colour, a sign and a number. Pointing at a quote, or moving to it by keyboard, shows who said it
    and how the text says so. Denied, hypothetical, refused and uncertain quotes look different. A bar leads to the
    sources, to a list of all quotes with citations to copy, and to the legend, and filters by source and kind. The page
    loads nothing from the network, runs only its own script, and escapes everything in the article.

    Args:
        article: The article.

    Returns:
        A complete document, to save as UTF-8.

    Raises:
        TypeError: `article` is not an article.

    Examples:
        >>> from newsschema import Article
        >>> article = Article(id="urn:example:1", headline="Rain & wind", text="Rain fell.")
        >>> page(article).splitlines()[5]
        '<title>Rain &amp; wind</title>'
    """
    made, script = _Page(require(Article, article)), _asset("page.js")
    body, titles = _story(made)
    sources, quotes = made.sources(), made.quotes()
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return Template(_asset("page.html")).substitute(
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'",
        title=escape(article.headline or article.id),
        language=escape(article.language or ""),
        style=_asset("page.css"),
        headline=titles[Part.HEADLINE] and f'<h1 dir="auto">{titles[Part.HEADLINE]}</h1>',
        summary=titles[Part.SUMMARY] and f'<p class="summary" dir="auto">{titles[Part.SUMMARY]}</p>',
        line=_line(article),
        body="".join(f'<p dir="auto">{html}</p>\n' for html in body),
        notes="".join(
            f'<p class="note" dir="auto">{escape(note)}</p>'
            for note in (*(correction.text for correction in article.corrections), article.rights)
            if note
        ),
        sources=f"<h2>Sources</h2><ul class=sources>{sources}</ul>" if sources else "<h2>No sources</h2>",
        quotes=f"<h2>All quotes</h2><ol>{quotes}</ol>" if quotes else "<h2>No quotes</h2>",
        **made.choices(),
        **_legend(),
        script=script,
    )


def _story(made: _Page) -> tuple[list[str], dict[Part, str]]:
    """The paragraphs of the text, and headline and summary, with the quotes marked."""
    bounds = [(span.start or 0, span.end or 0) for span in made.article.paragraphs]
    titles = {
        part: made.running(part, [(0, len(words))])[0] if (words := made.article.part(part)) else ""
        for part in (Part.HEADLINE, Part.SUMMARY)
    }
    return (made.running(Part.TEXT, bounds) if bounds else []), titles


def _words(html: str) -> str:
    """The words of a mark, apart from its label and sign: lines through words and hatching are theirs alone."""
    return f'<span class="words">{html}</span>'


def _legend() -> dict[str, str]:
    shown = {kind: f"{kind} {'reported' if kind is QuoteKind.INDIRECT else 'verbatim'}" for kind in _KINDS}
    return {
        "kinds": "".join(
            f'<dt><mark class="{shown[kind]}" style="--hue:212">{_words(kind)}</mark></dt><dd>{text}</dd>'
            for kind, text in _KINDS.items()
        ),
        "doubts": "".join(
            f'<dt><mark class="direct verbatim {name}" data-doubt="{name}" style="--hue:212">{_words("direct")}</mark> '
            f'<mark class="indirect reported {name}" style="--hue:212">{_words("indirect")}</mark></dt><dd>{text}</dd>'
            for name, text in _DOUBTS.items()
        ),
        "roles": "".join(
            f'<dt><span class="{role}" style="--hue:212">{role}</span></dt><dd>{text}</dd>'
            for role, text in _ROLES.items()
        ),
    }


def _line(article: Article) -> str:
    """Who published it and when, as far as it is known."""
    printed: tuple[str | None, ...] = (
        article.byline,
        article.dateline.text if article.dateline else None,
        article.publisher,
        article.credit,
        format_date(article.published) if article.published else None,
        f"updated {format_date(article.updated)}" if article.updated else None,
        article.status,
    )
    parts = [f"<bdi>{escape(item)}</bdi>" for item in dict.fromkeys(printed) if item]
    if article.url and article.url.lower().startswith(("https:", "http:")):
        parts.append(f'<a href="{escape(article.url)}" rel="noopener noreferrer nofollow">{escape(article.url)}</a>')
    return f'<p class="line" lang="en" dir="ltr">{" · ".join(parts)}</p>' if parts else ""


def framed(article: Article) -> str:
    """The page in a sandboxed frame, for a notebook.

    Args:
        article: The article.
    """
    style = "inline-size:100%;block-size:36rem;border:1px solid #8888;resize:vertical"
    document, title = escape(page(article)), escape(article.headline or article.id)
    return f'<iframe title="{title}" sandbox="allow-scripts" style="{style}" srcdoc="{document}"></iframe>'


def table(items: Sequence[Quote] | Sequence[Source]) -> str:
    """Show quotes or sources as an HTML table, for a notebook.

    Args:
        items: Quotes, or sources, of one article or of several.

    Raises:
        TypeError: `items` holds something else, or some of both.

    Examples:
        >>> from newsschema import Source
        >>> table((Source(id="s1", name="Ines Okafor"),)).count("<tr>")
        2
    """
    rows = _rows_of(items)
    names = list(rows[0]) if rows else []
    head = "".join(f'<th scope="col" style="text-align:start">{name}</th>' for name in names)
    body = "".join(f"<tr>{''.join(map(_cell, row.values()))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _rows_of(items: object) -> list[dict[str, object]]:
    """What a table shows of each of some quotes, or of some sources."""
    if isinstance(items, Model | str) or not isinstance(items, Iterable):
        hint = "; pass its quotes or its sources" if isinstance(items, Article) else ""
        raise TypeError(f"expected quotes or sources, got {format_value(items)}{hint}")
    found: list[object] = [*items]
    if found and isinstance(found[0], Quote):
        return [_quote_row(require(Quote, item)) for item in found]
    return [_source_row(require(Source, item, " or a Quote" * (index == 0))) for index, item in enumerate(found)]


def _cell(value: object) -> str:
    text = "" if value is None else escape(str(value))
    return f'<td style="text-align:start"><bdi>{text}</bdi></td>'


def _quote_row(quote: Quote) -> dict[str, object]:
    attribution, (part, start, end) = quote.attribution, place_of(quote)
    cue = attribution and attribution.cue
    return {
        "id": quote.id,
        "source": quote.source,
        "kind": quote.kind,
        "words": quote.words,
        "cue": cue and cue.text,
        "polarity": attribution and attribution.polarity,
        "place": None if start is None else f"{'' if part is Part.TEXT else f'{part.value} '}{start}–{end}",
    }


def _source_row(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "label": source.label,
        "kind": source.kind,
        "anonymity": source.anonymity,
        "role": source.role,
        "affiliation": source.affiliation,
    }
