"""The running story of the documentation, with the spans of one type marked: what `make_docs.py` puts on the pages."""

import json
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any, Final

from newsschema import Article, Part, Quote, Span, read_text, to_dict
from newsschema.html import _Page  # the colours and signs that the page gives to the sources

ROOT = Path(__file__).resolve().parents[1]
STORY = (ROOT / "examples" / "port-elsa.txt").read_text("utf-8")
SHOWN: Final = 3
"""Paragraphs that an excerpt has at most."""
Marked = tuple[Span, str, str | None]
"""A span, its label, and the id of its source."""


def _roles(quote: Quote) -> Iterator[Marked]:
    said = quote.attribution
    for name in ("mention", "cue", "addressee", "setting", "time", "condition", "via"):
        span = getattr(said, name, None)
        if span is not None:
            yield span, name, quote.source


def _quotes(article: Article) -> Iterator[Marked]:
    for quote in article.quotes:
        yield from ((part, quote.kind, quote.source) for part in quote.content)


def _fragments(article: Article) -> Iterator[Marked]:
    for quote in article.quotes:
        yield from ((part, "verbatim" if part.verbatim else "reported", quote.source) for part in quote.content)


def _sources(article: Article) -> Iterator[Marked]:
    for quote in article.quotes:
        yield from (marked for marked in _roles(quote) if marked[1] == "mention")


def _attributions(article: Article) -> Iterator[Marked]:
    for quote in article.quotes:
        yield from _roles(quote)


def _spans(article: Article) -> Iterator[Marked]:
    for span, _, source in (*_quotes(article), *_attributions(article)):
        yield span, f"{span.start}–{span.end}", source


def _edits(article: Article) -> Iterator[Marked]:
    for quote in article.quotes:
        yield from ((edit, edit.kind, quote.source) for edit in quote.edits)


MARKED: Final[dict[str, Callable[[Article], Iterable[Marked]]]] = {
    "quote": _quotes,
    "fragment": _fragments,
    "attribution": _attributions,
    "source": _sources,
    "span": _spans,
    "edit": _edits,
}


def marked_paragraph(article: Article, paragraph: Span, marks: Iterable[Marked]) -> str:
    """A paragraph as HTML, with the marks that lie in it; of overlapping ones, the first.

    Args:
        article: The article.
        paragraph: One of its paragraphs.
        marks: What is marked.
    """
    start, end = paragraph.start or 0, paragraph.end or 0
    page, made, at = _Page(article), [], start
    for span, label, source in sorted(marks, key=lambda mark: (mark[0].start or 0, -(mark[0].end or 0))):
        left, right = span.start or 0, span.end or 0
        if left < at or right > end:
            continue
        style, sign = page.style(source), page.sign(source)
        kind = "reported" if label in ("indirect", "reported") or not getattr(span, "verbatim", True) else "verbatim"
        note = " ".join(part for part in (sign, label) if part)
        words = escape(article.text[left:right])
        made.append(escape(article.text[at:left]))
        made.append(f'<mark class="{kind}"{style}>{words}<span class="label">{escape(note)}</span></mark>')
        at = right
    return "<p>" + "".join(made) + escape(article.text[at:end]) + "</p>"


def excerpt(article: Article, name: str) -> str:
    """The first paragraphs that have something of a type, with all that they have of it.

    Args:
        article: The running story.
        name: The type, in lower case.
    """
    marks = list(MARKED[name](article))

    def has(paragraph: Span) -> bool:
        return any((paragraph.start or 0) <= (span.start or 0) < (paragraph.end or 0) for span, _, _ in marks)

    shown = [paragraph for paragraph in article.paragraphs if has(paragraph)][:SHOWN]
    return figure("".join(marked_paragraph(article, paragraph, marks) for paragraph in shown))


def head(article: Article, *names: str) -> str:
    """The printed lines of the story, each with the name of its field.

    Args:
        article: The running story.
        names: The fields.
    """
    values = {"headline": article.headline, "byline": article.byline, "credit": article.credit}
    values["dateline"] = article.dateline.text if article.dateline else None
    values["text"] = article.paragraphs[1].text + " …"
    lines = [(name, value) for name in names if (value := values[name])]
    return figure(
        "".join(
            f'<p><mark class="verbatim">{escape(value)}<span class="label">{name}</span></mark></p>'
            for name, value in lines
        )
    )


def figure(html: str) -> str:
    """The excerpt as it stands on a page."""
    return f'<figure class="story" lang="en">{html}</figure>\n'


def as_json(item: Any) -> str:
    """One part of the story as it stands in the JSON."""
    tree = to_dict(item)
    tree.pop("schema_version", None)
    return json.dumps(tree, indent=2, ensure_ascii=False) + "\n"


def parts() -> Iterator[tuple[str, str]]:
    """Every file that pages include, by its name."""
    article = read_text(STORY)
    for name in MARKED:
        yield f"{name}.html", excerpt(article, name)
    yield "article.html", head(article, "headline", "byline", "credit", "dateline", "text")
    yield "author.html", head(article, "byline")
    yield "dateline.html", head(article, "dateline")
    quote = next(quote for quote in article.quotes if quote.attribution and quote.attribution.addressee)
    edited = next(quote for quote in article.quotes if quote.edits)
    yield "quote.json", as_json(quote)
    yield "attribution.json", as_json(quote.attribution)
    yield "fragment.json", as_json(quote.content[0])
    yield "source.json", as_json(article.source_of(quote))
    yield "span.json", as_json(quote.attribution and quote.attribution.cue)
    yield "edit.json", as_json(edited.edits[0])
    yield "author.json", as_json(article.authors[0])
    yield "dateline.json", as_json(article.dateline)
    yield "hero.html", hero()


def hero() -> str:
    """The story of the home page as `newsschema.html` shows it, cards and all, with its sources below."""
    article = read_text((ROOT / "examples" / "ferry.txt").read_text("utf-8"))
    page = _Page(article)
    bounds = [(span.start or 0, span.end or 0) for span in article.paragraphs]
    told = "".join(f"<p>{html}</p>" for html in page.running(Part.TEXT, bounds))
    sources = "".join(
        f'<li{page.style(source.id)}><b class="number">{page.sign(source.id)}</b> {escape(source.label)}: '
        f"{escape(', '.join([*page.beside(source), source.anonymity]))}</li>"
        for source in article.sources
    )
    return figure(f"<h2>{escape(article.headline or '')}</h2>{told}<ul>{sources}</ul>")
