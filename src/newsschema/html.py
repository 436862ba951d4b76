"""An article as one page of HTML that can be looked at: each source's words in a colour of its own."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from heapq import heappop, heappush
from html import escape
from importlib.resources import files
from itertools import pairwise
from string import Template
from typing import Final

from attrs import frozen

from newsschema._model.enums import Anonymity, Medium, Part, Polarity, QuoteKind, Terms
from newsschema._model.rules import SPAN_FIELDS, spans_of
from newsschema._model.types import Article, Fragment, Quote, Source
from newsschema._model.values import format_date

_HUES: Final = (210, 28, 130, 285, 350, 60, 175, 245)  # after the last the first again; the number tells them apart
_KINDS: Final = {
    QuoteKind.DIRECT: "all of it between quotation marks",
    QuoteKind.PARTIAL: "some of it between marks, some reported",
    QuoteKind.INDIRECT: "all of it reported",
    QuoteKind.EPITHET: "marked, and said by nobody here",
}
_ROLES: Final = {
    "mention": "the words that name the source",
    "cue": "the words that make it a quotation",
    "around": "to whom, where, when and through whom",
    "edit": "what an editor put in or left out",
}


@frozen(eq=False)
class _Piece:
    """A stretch of the article to set apart: words that are said, or that play a role beside them."""

    start: int
    end: int
    role: str
    quote: Quote
    verbatim: bool
    name: str


class _Page:
    """What the parts of one page share: the numbers of the sources, and what stands where."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.numbers = {source.id: number for number, source in enumerate(article.sources, 1)}
        self.known = {source.id: source for source in article.sources}
        self.quoted = Counter(quote.source for quote in article.quotes)
        self.named: set[str] = set()
        self.targets: dict[str, str] = {}
        self.pieces: dict[Part, list[_Piece]] = {part: [] for part in Part}
        for index, quote in enumerate(article.quotes):
            for place, (path, span) in enumerate(spans_of(quote)):
                if span.start is None or span.end is None:
                    continue
                role = {"content": "said", "edits": "edit"}.get(str(path[0]), str(path[1]))
                piece = _Piece(
                    span.start,
                    span.end,
                    role if role in ("said", *_ROLES) else "around",
                    quote,
                    isinstance(span, Fragment) and span.verbatim,
                    f"q{index + 1}-{place + 1}",
                )
                self.pieces[span.part].append(piece)
                if role == "said" and span.part is Part.TEXT and quote.source is not None:
                    self.targets.setdefault(quote.source, piece.name)

    def hue(self, source: str | None) -> str:
        number = self.numbers.get(source or "")
        return "" if number is None else f' style="--hue:{_HUES[(number - 1) % len(_HUES)]}"'

    # The text, with what is said in it.

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
                html = f'<span class="{role}"{self.hue(piece.quote.source)}>{html}</span>'
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
        classes = f"{quote.kind} {'verbatim' if piece.verbatim else 'reported'}{' inner' if quote.parent else ''}"
        classes += " last" if last else ""
        number = self.numbers.get(quote.source or "", "")
        data = f'data-quote="{escape(quote.id)}" data-source="{number}"'
        opening = f'<mark class="{classes}" {data}{self.hue(quote.source)}'
        if name in self.named:  # goes on, after a quote inside it or in the next paragraph
            return f"{opening}>{html}</mark>"
        self.named.add(name)
        return (
            f'{opening} id="{name}" tabindex="0" aria-describedby="{name}-card">{html}'
            f'<span class="card" role="tooltip" id="{name}-card" lang="en" dir="ltr">{self.card(quote)}</span></mark>'
        )

    def card(self, quote: Quote) -> str:
        """What is known about a quote."""
        rows: list[tuple[str, object]] = [("kind", quote.kind)]
        said = quote.attribution
        if said is None or said.source is None:
            title = "Said by nobody here" if said is None else "The text does not say who"
        else:
            source = self.known[said.source]
            title = f"{self.numbers[source.id]} {source.label}"
            rows += [*self._about(source), ("anonymity", source.anonymity)]
        if said is not None:
            for name in SPAN_FIELDS:
                span = getattr(said, name)
                rows.append((name, None if span is None else f"“{span.text}”"))
            rows += [
                ("polarity", None if said.polarity is Polarity.AFFIRMED else said.polarity),
                ("medium", None if said.medium is Medium.UNKNOWN else said.medium),
                ("terms", None if said.terms is Terms.UNKNOWN else said.terms.replace("_", " ")),
                ("confidence", None if said.confidence is None else f"{said.confidence:.2f}"),
            ]
        rows += [("inside", quote.parent), ("translated from", quote.translated_from)]
        return f"<b><bdi>{escape(title)}</bdi></b>" + "".join(
            f"<span><i>{name}</i> <bdi>{escape(str(value))}</bdi></span>" for name, value in rows if value is not None
        )

    def _about(self, source: Source) -> list[tuple[str, object]]:
        members = ", ".join(self.known[member].label for member in source.members)
        return [("role", source.role), ("affiliation", source.affiliation), ("together", members or None)]

    # Beside the text.

    def sources(self) -> str:
        """Who said how much: the share of all quoted characters of the text, and the number of quotes."""
        told = Counter[str]()
        for quote in self.article.quotes:
            if quote.source is not None:
                told[quote.source] += sum(len(item.text) for item in quote.content if item.part is Part.TEXT)
        whole = told.total() or 1
        return "".join(self._source(source, told[source.id] / whole) for source in self.article.sources)

    def _source(self, source: Source, share: float) -> str:
        number, target = self.numbers[source.id], self.targets.get(source.id)
        label = f"<bdi>{escape(source.label)}</bdi>"
        linked = label if target is None else f'<a href="#{target}">{label}</a>'
        about = [str(value) for _, value in self._about(source) if value is not None]
        if source.anonymity is not Anonymity.NAMED:
            about.append(source.anonymity)
        count = self.quoted[source.id]
        return (
            f'<li data-source="{number}"{self.hue(source.id)}><b class="number">{number}</b> {linked}'
            f"<small><bdi>{escape(', '.join(about))}</bdi></small>"
            f'<span class="bar" aria-hidden="true"><span style="inline-size:{share:.1%}"></span></span>'
            f"<small>{share:.0%} of what is said, {count} {'quote' if count == 1 else 'quotes'}</small></li>"
        )

    def unplaced(self) -> str:
        """The quotes whose place in the article is not known."""
        return "".join(
            f'<li{self.hue(quote.source)}><q dir="auto">{escape(quote.words)}</q>'
            f'<span class="card" lang="en" dir="ltr">{self.card(quote)}</span></li>'
            for quote in self.article.quotes
            if all(fragment.start is None for fragment in quote.content)
        )


@cache
def _asset(name: str) -> str:
    return files("newsschema").joinpath("assets", name).read_text(encoding="utf-8")


def page(article: Article) -> str:
    """An article as one self-contained page of HTML, for people to look at.

    Each source has a colour and a number; a quote tells on a card, by mouse or keyboard, who said it and how the text
    says so. The page asks the network for nothing, runs no script but its own, and shows as text whatever it is given.

    Args:
        article: The article.

    Returns:
        A whole document, to be kept as UTF-8.

    Examples:
        >>> page(Article(id="urn:example:1", headline="Rain & wind", text="Rain fell.")).splitlines()[5]
        '<title>Rain &amp; wind</title>'
    """
    made, script = _Page(article), _asset("page.js")
    spans = article.paragraphs
    bounds = [(span.start or 0, span.end or 0) for span in spans]
    body = "".join(f'<p dir="auto">{html}</p>\n' for html in (made.running(Part.TEXT, bounds) if bounds else ()))
    titles = {
        part: made.running(part, [(0, len(words))])[0] if (words := article.part(part)) else ""
        for part in (Part.HEADLINE, Part.SUMMARY)
    }
    sources, unplaced = made.sources(), made.unplaced()
    return Template(_asset("page.html")).substitute(
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_digest(script)}'",
        title=escape(article.headline or article.id),
        language=escape(article.language or ""),
        style=_asset("page.css"),
        headline=titles[Part.HEADLINE] and f'<h1 dir="auto">{titles[Part.HEADLINE]}</h1>',
        summary=titles[Part.SUMMARY] and f'<p class="summary" dir="auto">{titles[Part.SUMMARY]}</p>',
        line=_line(article),
        body=body,
        notes="".join(
            f'<p class="note" dir="auto">{escape(note)}</p>'
            for note in (*(correction.text for correction in article.corrections), article.rights)
            if note
        ),
        sources=f"<h2>Who said how much</h2><ul class=sources>{sources}</ul>" if sources else "<h2>No sources</h2>",
        unplaced=unplaced and f"<h2>Quotes without a known place</h2><ul class=unplaced>{unplaced}</ul>",
        kinds="".join(
            f'<dt><mark class="{kind} {"reported" if kind is QuoteKind.INDIRECT else "verbatim"}" style="--hue:210">'
            f"{kind}</mark></dt><dd>{text}</dd>"
            for kind, text in _KINDS.items()
        ),
        roles="".join(
            f'<dt><span class="{role}" style="--hue:210">{role}</span></dt><dd>{text}</dd>'
            for role, text in _ROLES.items()
        ),
        script=script,
    )


def _line(article: Article) -> str:
    """Who published it and when, as far as it is known."""
    printed = (
        article.byline,
        article.dateline and article.dateline.text,
        article.credit,
        article.published and format_date(article.published),
        article.updated and f"updated {format_date(article.updated)}",
        article.status,
    )
    parts = [f"<bdi>{escape(item)}</bdi>" for item in printed if item]
    if article.url and article.url.lower().startswith(("https:", "http:")):
        parts.append(f'<a href="{escape(article.url)}" rel="noopener noreferrer nofollow">{escape(article.url)}</a>')
    return f'<p class="line" lang="en" dir="ltr">{" · ".join(parts)}</p>' if parts else ""


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def framed(article: Article) -> str:
    """The page in a frame of its own, for a notebook: neither sees anything of the other."""
    style = "inline-size:100%;block-size:36rem;border:1px solid #8888;resize:vertical"
    title, document = escape(article.headline or article.id), escape(page(article))
    return f'<iframe title="{title}" sandbox="allow-scripts" style="{style}" srcdoc="{document}"></iframe>'
