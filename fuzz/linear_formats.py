"""Time by size, for every format that is read or written: `python fuzz/linear_formats.py [NAME ...]`.

Ten times the quotes, entries, paragraphs or names should take at most about twelve times as long. The exit code is 1
where it takes more than twenty times, which no noise explains.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from linear import ALLOWED, seconds

from newsschema import Article, Attribution, Fragment, Quote, Source, Span
from newsschema.interop import detect, formats, read, read_many, webannotation

SIZES = (60, 600)
TEXT = "Rain fell in Odda on Monday, and the ferry did not sail for the rest of the day."


def story(size: int, kind: str = "speakers") -> Article:
    """An article of many quotes, by as many speakers, by one, or by one that has as many members."""
    paragraphs, quotes, at = [], [], 0
    for number in range(size):
        name = "Ana Ruiz" if kind == "speaker" else f"Ana{number} Ruiz"
        words = f"Point number {number} matters,"
        paragraphs.append(f"“{words}” said {name}.")
        mention = at + paragraphs[-1].index(name)
        quotes.append(
            Quote(
                id=f"q{number}",
                kind="direct",
                content=(Fragment(text=words, start=at + 1, end=at + 1 + len(words)),),
                attribution=Attribution(
                    source=f"s{number if kind == 'speakers' else 0}",
                    mention=Span(text=name, start=mention, end=mention + len(name)),
                ),
            )
        )
        at += len(paragraphs[-1]) + 2
    people = tuple(Source(id=f"s{number}", kind="person", name=f"Ana{number} Ruiz") for number in range(size))
    if kind == "speaker":
        people = (Source(id="s0", kind="person", name="Ana Ruiz"),)
    if kind == "members":
        whole = Source(
            id="s0", kind="group", description="all", anonymity="described", members=tuple(f"m{n}" for n in range(size))
        )
        people = (whole, *(source.replace(id=f"m{number}") for number, source in enumerate(people)))
    return Article(id="urn:example:1", text="\n\n".join(paragraphs), sources=people, quotes=tuple(quotes))


def written(name: str, kind: str, size: int) -> Callable[[], object]:
    """Write an article."""
    article = story(size, kind)
    return lambda: formats()[name].write(article)


def read_again(name: str, kind: str, size: int) -> Callable[[], object]:
    """Read what was written of one."""
    article = story(size, kind)
    document, _ = formats()[name].write(article)
    base = [article.replace(quotes=(), sources=())] if formats()[name].text == "needed" else []
    return lambda: formats()[name].read(document, *base)


def _citron(size: int, **changes: Any) -> list[Any]:
    article = story(size)
    return [
        {"id": changes.get("id", quote.id), "contents": [{"text": quote.words, "start": quote.content[0].start}]}
        | {"sources": [{"text": article.source_of(quote).name}]}
        for quote in article.quotes
    ]


def _page(size: int) -> str:
    paragraphs = [f"{TEXT} {number}." for number in range(10 * size)]
    block = json.dumps({"@type": "NewsArticle", "headline": "Rain", "articleBody": " ".join(paragraphs)})
    inner = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f'<html><script type="application/ld+json">{block}</script><body>{inner}</body></html>'


def _feed(size: int) -> str:
    items = "".join(f"<item><title>Rain {number}</title></item>" for number in range(size))
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


def _overlapping(size: int) -> dict[str, Any]:
    """An annotation service's rows, each of a stretch that overlaps the one before."""
    text = story(size).text
    places = [{"type": "TextPositionSelector", "start": at, "end": at + 40} for at in range(0, len(text) - 40, 20)]
    rows = [{"id": f"a{number}", "target": [{"selector": [place]}]} for number, place in enumerate(places)]
    return {"rows": rows}


def others(size: int) -> dict[str, Callable[[], object]]:
    """What has no writer, or is made to be slow."""
    text = story(size).text
    answer = {"articles": [{"title": "Rain", "publishedAt": "2026-03-03", "source": {}, "content": TEXT}] * size}
    names = {
        "title": "Rain",
        "text": TEXT,
        "publish_date": None,
        "tags": [f"tag {number}" for number in range(10 * size)],
    }
    nodes = [{"@type": "NewsArticle", "headline": f"Rain {n}", "url": f"https://example.org/{n}"} for n in range(2)]
    thing = [{"@type": "Person", "name": f"Ana{number} Ruiz"} for number in range(10 * size)]
    cut = [{"contents": [{"text": "“a” b " * 10 * size}]}]
    collection, _ = webannotation.to_webannotation(story(size), utf16=True)
    lines = "".join(json.dumps({"uri": f"urn:example:{n}", "headline": "Rain"}) + "\n" for n in range(size))
    return {
        "citron": partial(read, {"quotes": _citron(size)}, text=text),
        "citron, one id": partial(read, {"quotes": _citron(size, id="q1")}, text=text),
        "citron, marks in a quote": partial(read, {"quotes": cut}, text="“a” b " * 10 * size),
        "html, paragraphs": partial(read, _page(size)),
        "rss, entries": lambda: list(read_many(_feed(size))),
        "newsapi, an answer": lambda: list(read_many(answer)),
        "newspaper4k, tags": partial(read, names),
        "schemaorg, subjects": partial(read, {**nodes[0], "about": thing, "articleBody": TEXT}),
        "webannotation, UTF-16": lambda: webannotation.from_webannotation(collection, text, utf16=True),
        "webannotation, overlapping": lambda: webannotation.from_webannotation(_overlapping(size), text),
        "JSON lines": lambda: list(read_many(lines)),
        "detect, plain text": partial(detect, f"{TEXT}\n\n" * size),
        "detect, commas": lambda: _tried(detect, f"{TEXT},".replace(" ", ",") * size),
        **_repeated(size),
    }


def _repeated(size: int) -> dict[str, Callable[[], object]]:
    """One sign or tag again and again, where a reader looks for what stands before, behind or between."""
    node = {"@type": "NewsArticle", "headline": "Rain", "articleBody": TEXT}
    spaces = " " * 100 * size
    broken = '{"@type": "NewsArticle", "headline": "'
    note = [{"uri": "urn:example:1", "target": [], "text": "<!-- newsschema " * 10 * size}]
    title = f"<byline>{'by ' * 10 * size}Ana<byttl>editor</byttl></byline>"
    nitf = f"<nitf><body><body.head>{title}</body.head><body.content><p>Rain.</p></body.content></body></nitf>"
    return {
        "schemaorg, spaces between subjects": partial(read, node | {"keywords": f"rain{spaces}fell"}),
        "schemaorg, spaces between authors": partial(read, node | {"author": f"Ana{spaces}Ruiz"}),
        "schemaorg, articles": partial(read, {"@graph": [{**node, "headline": f"Rain {n}"} for n in range(size)]}),
        "schemaorg, escapes": lambda: _tried(read, _script(broken + r"\"" * 10 * size)),
        "schemaorg, comments": lambda: _tried(read, _script(broken + '",}' + "*/ " * 10 * size + "/* " * 10 * size)),
        "html, spaces between authors": partial(read, f"<meta name='author' content='Ana{spaces}Ruiz'>{_page(1)}"),
        "newspaper4k, spaces": partial(read, {"title": "Rain", "text": f"Rain{spaces}fell.", "publish_date": None}),
        "newspaper4k, spaces between tags": partial(
            read, {"title": "Rain", "text": TEXT, "publish_date": None, "tags": f"rain{spaces}fell"}
        ),
        "ninjs, tags": partial(
            read, {"uri": "urn:example:1", "type": "text", "bodies": [{"value": "<p " * 100 * size + TEXT}]}
        ),
        "nitf, titles": partial(read, nitf),
        "hypothes_is, comments": lambda: formats()["hypothes_is"].read(note, TEXT),
        "text, spaces": partial(read, f"{TEXT}{spaces}{TEXT}"),
        "detect, brackets": lambda: _tried(detect, f"{TEXT} " + "[" * 100 * size),
        "detect, a mailbox": lambda: _tried(detect, "From " + "@" * 100 * size),
    }


def _script(inner: str) -> str:
    return f'<html><script type="application/ld+json">{inner}</script></html>'


def _tried(function: Callable[[str], object], text: str) -> object:
    try:
        return function(text)
    except ValueError as error:
        return error


def main(words: list[str]) -> int:
    """Print the time of each case for two sizes, and their ratio."""
    cases: dict[str, list[Callable[[], object]]] = {}
    for size in SIZES:
        for name, form in sorted(formats().items()):
            for kind in ("speakers", "speaker", "members") if form.write else ():
                cases.setdefault(f"{name} written, {kind}", []).append(written(name, kind, size))
                cases.setdefault(f"{name} read, {kind}", []).append(read_again(name, kind, size))
        for name, work in others(size).items():
            cases.setdefault(name, []).append(work)
    steep = []
    for name, (small, large) in cases.items():
        if not words or any(name.startswith(word) for word in words):
            first, second = seconds(lambda _, work=small: work(), ""), seconds(lambda _, work=large: work(), "")
            print(f"{name:<34}{first * 1000:>10.2f}{second * 1000:>10.2f}{second / first:>10.1f}", flush=True)
            steep += [name] if second / first > ALLOWED else []
    return len(steep) > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
