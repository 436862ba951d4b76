"""Which findings are kept: those that are so sure, with their sources, numbered anew."""

from __future__ import annotations

from collections import Counter

from newsschema._model.enums import QuoteKind
from newsschema._model.quotes import Quote, Source
from newsschema.reading._building import Findings


def at_least(findings: Findings, least: float) -> Findings:
    """The findings of a confidence, and the epithets; no words of one that is left out come back as an epithet.

    All is found and linked before anything is left out, so that what is given is the same for any confidence.
    """
    sources, quotes = findings
    if all(_is_sure(quote, least) for quote in quotes):
        return findings
    sure = (quote if _is_sure(quote, least) else _of_nobody(quote) for quote in quotes)
    kept = [quote for quote in sure if quote is not None]
    spoken = _with_members(sources, {quote.source for quote in kept})
    speakers = {source.id: f"s{number}" for number, source in enumerate(spoken, 1)}
    names = _numbered(kept)
    parents = {quote.id: quote.parent for quote in quotes}
    return (
        tuple(_renamed_source(source, speakers) for source in spoken),
        tuple(_renamed_quote(quote, names, speakers, parents) for quote in kept),
    )


def _is_sure(quote: Quote, least: float) -> bool:
    told = quote.attribution
    return told is None or (told.confidence or 0.0) >= least


def _of_nobody(quote: Quote) -> Quote | None:
    """What is left of a quote that is not so sure: an epithet is one, whoever gives it."""
    return quote.replace(attribution=None) if quote.kind is QuoteKind.EPITHET else None


def _with_members(sources: tuple[Source, ...], spoken: set[str | None]) -> list[Source]:
    """The sources that speak, and those who speak in them as one."""
    members = {source.id: source.members for source in sources}
    ahead = [name for name in spoken if name is not None]
    while ahead:
        new = set(members[ahead.pop()]) - spoken
        spoken |= new
        ahead += new
    return [source for source in sources if source.id in spoken]


def _numbered(kept: list[Quote]) -> dict[str | None, str]:
    """New names of quotes, counted in each part: "q1", and "h1" in the headline."""
    counts = Counter[str]()
    names: dict[str | None, str] = {}
    for quote in kept:
        part = quote.id[0]
        counts[part] += 1
        names[quote.id] = f"{part}{counts[part]}"
    return names


def _renamed_source(source: Source, speakers: dict[str, str]) -> Source:
    members = tuple(speakers[name] for name in source.members)
    return source if source.id == speakers[source.id] else source.replace(id=speakers[source.id], members=members)


def _renamed_quote(
    quote: Quote, names: dict[str | None, str], speakers: dict[str, str], parents: dict[str, str | None]
) -> Quote:
    """A quote by its new name, in the nearest of those around it that are kept, by the new name of its source."""
    parent = quote.parent
    while parent is not None and parent not in names:
        parent = parents[parent]
    told = quote.attribution
    if told is not None and told.source is not None and told.source != speakers[told.source]:
        told = told.replace(source=speakers[told.source])
    name, around = names[quote.id], names.get(parent)
    if (name, around, told) == (quote.id, quote.parent, quote.attribution):
        return quote
    return quote.replace(id=name, parent=around, attribution=told)
