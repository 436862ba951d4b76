"""Articles to measure with, all of the project's own writing: drawn from a stock of sentences by a seeded generator."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
STORIES = (*sorted((ROOT / "examples").glob("*.txt")), ROOT.parent / "shared" / "seed" / "article.txt")
"""Stories that the reader reads; the last stands beside a maintainer's checkout only."""
READ = "read"
"""The name of the documents that the reader writes, beside the sizes."""
SIZES = {"1 kB": 1_000, "5 kB": 5_000, "13 kB": 13_000, "50 kB": 50_000, "1 MB": 1_000_000}
"""Sizes of the documents, in bytes of JSON."""

_NAMES = (
    "Ines Okafor",
    "Tomás Lindqvist",
    "Marit Sørby",
    "Daniel Achterberg",
    "Yusra Haddad",
    "Pål Wren",
    "Rosa Calder",
)
_ROLES = ("harbour master", "mayor", "ferry captain", "head of the port union", "hydrologist", "spokeswoman")
_BODIES = ("Bergen Port Authority", "the regional council", "the ferry company", "Institute of Coastal Research")
_NAMELESS = (
    "a senior port official",
    "two dock workers",
    "residents of the old quarter",
    "a person who saw the report",
)
# Sentences have gaps, so that few are ever written twice: a library may share equal strings.
_SAID = (
    "The {thing} is safe, and it will stay safe for another {number} {time}",
    "We measured the {thing} again in the last {number} {time} and nothing had moved",
    "Nobody told the crews, all {number} of them, before the {thing} was closed",
    "It was a long winter for everyone who lives by the {thing}, and {number} families have left",
    "If the water rises by {number} centimetres we shall have to stop work on the {thing}",
    "I would rather wait {number} {time} than open the {thing} a day too soon",
    "There is no money in this year's budget for {number} more surveys of the {thing}",
)
_WENT_ON = (
    "and that is what the {number} members of the council will hear about the {thing}",
    "whatever the newspapers on the other side of the fjord may print about the {thing} in {number} {time}",
    "because {number} engineers asked for the {thing} in writing",
    "so the {number} schools near the {thing} can open as usual",
)
_REPORTED = (
    "the repairs to the {thing} would be finished within {number} {time}",
    "{number} fewer boats had called at the {thing} than a year ago",
    "nobody had been hurt when {number} tonnes of stone fell on the {thing}",
)
_BETWEEN = (
    "The storm reached the coast shortly after midnight and left the {thing} under water for {number} {time}.",
    "Traffic was led over the old road, which is narrow and was never built for lorries of {number} tonnes.",
    "The port handles about {number} ships a year, most of them carrying timber, salt and machine parts.",
    "A first survey, made {number} {time} ago, had found cracks in the {thing}.",
    "Work on the {thing} is to begin in {number} {time}, once the ice has gone.",
)
_THINGS = ("bridge", "harbour wall", "northern pier", "ferry landing", "old lighthouse", "lock", "railway tunnel")
_TIMES = ("days", "weeks", "months", "years")
_CUES = ("said", "told", "added", "warned", "explained")


class _Writer:
    """Writes the body and remembers where everything stands."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.marks = ('"', '"') if seed % 2 else ("“", "”")
        self.text = ""
        self.quotes: list[dict[str, Any]] = []
        self.sources: list[dict[str, Any]] = []

    def _put(self, words: str) -> dict[str, Any]:
        start = len(self.text)
        self.text += words
        return {"text": words, "start": start, "end": len(self.text)}

    def _sentence(self, stock: tuple[str, ...]) -> str:
        choose = self.random.choice
        return choose(stock).format(thing=choose(_THINGS), time=choose(_TIMES), number=self.random.randrange(2, 900))

    def _source(self) -> tuple[str, str]:
        """A source's id, and the words that name it."""
        choose = self.random.choice
        if self.sources and self.random.random() < 0.5:
            known = choose(self.sources)
            return known["id"], (known["name"].split()[-1] if "name" in known else known["description"])
        made: dict[str, Any] = {"id": f"s{len(self.sources) + 1}"}
        if self.random.random() < 0.75:
            made |= {"name": choose(_NAMES), "kind": "person", "role": choose(_ROLES)}
            if self.random.random() < 0.6:
                made["affiliation"] = choose(_BODIES)
            if self.random.random() < 0.2:
                made["same_as"] = [f"https://www.wikidata.org/entity/Q{self.random.randrange(10**6, 10**7)}"]
        else:
            made |= {"description": choose(_NAMELESS), "kind": "group", "anonymity": "anonymous"}
        self.sources.append(made)
        return made["id"], made.get("name") or made["description"]

    def quote(self) -> None:
        """One paragraph with a quotation."""
        choose, kind = self.random.choice, self.random.choices(("direct", "partial", "indirect"), (6, 1, 3))[0]
        source, words = self._source()
        attribution: dict[str, Any] = {"source": source}
        made: dict[str, Any] = {
            "id": f"q{len(self.quotes) + 1}",
            "kind": kind,
            "content": [],
            "attribution": attribution,
        }
        content = made["content"]
        if kind == "direct":
            self._put(self.marks[0])
            content.append(self._put(self._sentence(_SAID) + ","))
            self._put(self.marks[1] + " ")
            attribution["mention"] = self._put(words)
            self._put(" ")
            attribution["cue"] = self._put(choose(_CUES))
            if self.random.random() < 0.4:
                self._put(" ")
                attribution["addressee"] = self._put("reporters")
            if self.random.random() < 0.4:
                self._put(" ")
                attribution["time"] = self._put("on Tuesday")
            if self.random.random() < 0.4:
                self._put(", " + self.marks[0])
                content.append(self._put(self._sentence(_WENT_ON)))
                self._put("." + self.marks[1])
            else:
                self._put(".")
            attribution["medium"] = "speech"
        else:
            attribution["mention"] = self._put(words)
            self._put(" ")
            attribution["cue"] = self._put(choose(_CUES))
            self._put(" that ")
            content.append(self._put(self._sentence(_REPORTED)) | {"verbatim": False})
            if kind == "partial":
                self._put(" " + self.marks[0])
                content.append(self._put(self._sentence(_WENT_ON)))
                self._put(self.marks[1])
            self._put(".")
        self.quotes.append(made)
        self._put("\n\n")

    def article(self, size: int) -> dict[str, Any]:
        choose, number = self.random.choice, self.random.randrange(10**6)
        made: dict[str, Any] = {
            "schema_version": "1.0",
            "id": f"https://news.example.org/2026/03/{number}",
            "headline": "Bridge to stay closed until the ice has gone",
            "text": "",
            "language": "en-GB",
            "published": "2026-03-24T09:30:00+01:00",
        }
        if self.random.random() < 0.5:
            made["updated"] = "2026-03-24T11:05:00+01:00"
        made |= {
            "byline": f"By {choose(_NAMES)}",
            "authors": [{"name": choose(_NAMES), "role": "Bergen correspondent"}],
            "dateline": {"text": "BERGEN, March 24", "place": "BERGEN", "date": "March 24"},
            "url": f"https://news.example.org/a/{number}?from=wire",
            "subjects": [{"name": "Bergen", "kind": "place", "uri": "http://cv.example.org/place/bergen"}],
            "sources": self.sources,
            "quotes": self.quotes,
        }
        if self.random.random() < 0.125:
            made["extra"] = {"org.example.desk": {"desk": "regional", "priority": 4, "tags": ["port", "weather"]}}
        written = 600
        while written < size:
            before = len(self.text)
            quotes = len(self.quotes)
            if self.random.random() < 0.8:
                self.quote()
            else:
                self._put(self._sentence(_BETWEEN) + "\n\n")
            written += len(self.text) - before + 400 * (len(self.quotes) - quotes)
        made["text"] = self.text.rstrip("\n")
        return made


def documents(size: int, count: int) -> list[dict[str, Any]]:
    """Articles of about this many bytes, as plain data; the same for the same arguments."""
    return [_Writer(seed).article(size) for seed in range(count)]


def read() -> list[dict[str, Any]]:
    """What the reader makes of whole stories, as plain data: quotes in quotes, confidence, `extra` and all."""
    from newsschema import read_text, to_dict

    return [to_dict(read_text(path.read_text("utf-8"))) for path in STORIES if path.exists()]


def encoded(tree: dict[str, Any]) -> bytes:
    """The JSON of an article, as compact as the library writes it."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


Change = Callable[[dict[str, Any]], object]


def _quote(tree: dict[str, Any], kind: str = "direct") -> dict[str, Any]:
    found: dict[str, Any] = next(quote for quote in tree["quotes"] if quote["kind"] == kind)
    return found


def _nested(tree: dict[str, Any], outer: str, inner: str) -> None:
    one = copy.deepcopy(_quote(tree))
    tree["quotes"] += [one | {"id": "n1", "parent": outer}, copy.deepcopy(one) | {"id": "n2", "parent": inner}]


FAULTS: dict[str, Change] = {
    # structure
    "missing-field": lambda a: a.pop("text"),
    "unknown-field": lambda a: _quote(a).update(speaker="Ines Okafor"),
    "unknown-field at the top": lambda a: a.update(headlin="Rain"),
    "wrong-type: position as string": lambda a: _quote(a)["content"][0].update(start="1"),
    "wrong-type: position as float": lambda a: _quote(a)["content"][0].update(start=1.5),
    "wrong-type: position as boolean": lambda a: _quote(a)["content"][0].update(start=True),
    "wrong-type: words as number": lambda a: _quote(a).update(id=5),
    "wrong-type: null": lambda a: a.update(text=None),
    "wrong-type: flag as number": lambda a: _quote(a)["content"][0].update(verbatim=1),
    "wrong-type: list as string": lambda a: a["sources"][0].update(members="s1"),
    "wrong-type: object as list": lambda a: a.update(dateline=[]),
    "wrong-type: confidence as string": lambda a: _quote(a)["attribution"].update(confidence="1"),
    "unknown-value": lambda a: _quote(a).update(kind="verbatim"),
    "empty-string": lambda a: a.update(headline=""),
    "bad-character": lambda a: a.update(headline="a\0b"),
    "bad-date: no offset": lambda a: a.update(published="2026-03-24T09:30:00"),
    "bad-date: no such day": lambda a: a.update(published="2026-02-30"),
    "bad-date: words": lambda a: a.update(published="yesterday"),
    "bad-uri": lambda a: a.update(url="news example"),
    "bad-language": lambda a: a.update(language="en_GB"),
    "extra-name": lambda a: a.update(extra={"desk": 1}),
    "unsupported-version": lambda a: a.update(schema_version="9.0"),
    # meaning
    "span-anchor": lambda a: _quote(a)["content"][0].pop("end"),
    "span-order": lambda a: _quote(a)["content"][0].update(start=9, end=4),
    "span-outside": lambda a: _quote(a)["content"][0].update(part="summary"),
    "span-mismatch": lambda a: _quote(a)["content"][0].update(text="Something else"),
    "content-empty": lambda a: _quote(a)["content"].clear(),
    "content-order": lambda a: _quote(a)["content"].append(_quote(a)["content"][0]),
    "content-kind": lambda a: _quote(a).update(kind="indirect"),
    "attribution-missing": lambda a: _quote(a).pop("attribution"),
    "anonymity-name": lambda a: a["sources"][0].update(anonymity="generic", name="Ines Okafor"),
    "duplicate-id": lambda a: a["sources"].append(a["sources"][0]),
    "unknown-source": lambda a: _quote(a)["attribution"].update(source="nobody"),
    "unknown-source among members": lambda a: a["sources"][0].update(members=["nobody"]),
    "unknown-annotator": lambda a: _quote(a).update(annotators=["nobody"]),
    "unknown-parent": lambda a: _quote(a).update(parent="nothing"),
    "cycle of quotes": lambda a: _nested(a, "n2", "n1"),
    "cycle of sources": lambda a: a["sources"][0].update(members=[a["sources"][0]["id"]]),
    "parent-extent": lambda a: (_nested(a, "q0", "q0"), a["quotes"].append(_elsewhere(a))),
    "cue-overlap": lambda a: _quote(a)["attribution"].update(cue=_quote(a)["attribution"]["mention"]),
    "date-order": lambda a: a.update(updated="2026-03-01T09:30:00+01:00"),
    "confidence-range": lambda a: _quote(a)["attribution"].update(confidence=1.5),
    "confidence-range of the source": lambda a: _quote(a)["attribution"].update(source_confidence=-1),
}
"""Ways to spoil a document, by the code of the fault that they make."""
STRUCTURE = tuple(FAULTS)[: tuple(FAULTS).index("span-anchor")]

SOUND: dict[str, Change] = {
    "as it is": lambda _: None,
    "a date alone": lambda a: (a.update(published="2026-03-24"), a.pop("updated", None)),
    "time in UTC with a fraction": lambda a: (
        a.update(published="2026-03-24T09:30:00.125000Z"),
        a.pop("updated", None),
    ),
    "spans without places": lambda a: [piece.pop(end) for piece in _quote(a)["content"] for end in ("start", "end")],
    "confidence": lambda a: _quote(a)["attribution"].update(confidence=0.5),
    "confidence as an integer": lambda a: _quote(a)["attribution"].update(confidence=1),
    "a quote within a quote": lambda a: a["quotes"].append(_quote(a) | {"id": "inner", "parent": _quote(a)["id"]}),
    "members": lambda a: a["sources"].append(
        {"id": "all", "description": "both", "anonymity": "generic", "members": [a["sources"][0]["id"]]}
    ),
    "an epithet without attribution": lambda a: a["quotes"].append(
        {"id": "e1", "kind": "epithet", "content": [{"text": "Pearl of the Fjord"}]}
    ),
    "a span in the headline": lambda a: _quote(a).update(
        content=[{"text": "Bridge", "start": 0, "end": 6, "part": "headline"}]
    ),
    "an edit": lambda a: _quote(a).update(edits=[{"text": "[the bridge]", "kind": "insertion"}]),
    "astral characters": lambda a: a.update(headline="🌧 over Bergen"),
    "an escaped backslash before u0000": lambda a: a.update(headline="\\u0000"),
    "extra": lambda a: a.update(extra={"https://example.org/x": {"a": [1, 2.5, None, True, {"b": "c"}]}}),
    "an empty body": lambda a: (a.update(text=""), a.pop("quotes")),
}
"""Ways to change a document that leave it valid."""


def _elsewhere(article: dict[str, Any]) -> dict[str, Any]:
    """A quote with the id `q0` whose content encloses no other quote's."""
    words = article["text"][:1]
    return {"id": "q0", "kind": "direct", "content": [{"text": words, "start": 0, "end": 1}], "attribution": {}}


def spoilt(trees: list[dict[str, Any]], names: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Copies of the articles with one fault each, in turn."""
    for index, tree in enumerate(trees):
        name = names[index % len(names)]
        made = copy.deepcopy(tree)
        FAULTS[name](made)
        yield name, made
