"""Time by size, for documents and texts made to be slow: `python fuzz/linear.py`.

For each way of reading, ten times the input should take at most about twelve times as long. The exit code is 1 where it
takes more than twenty times, which no noise explains.
"""

import gc
import itertools
import json
import sys
import time
from collections.abc import Callable, Iterable

from newsschema import Limits, build, check, from_json, lint, reanchor
from newsschema._json.locations import locate
from newsschema.reading import read_text

SIZES = (100, 1_000, 10_000)
ROUNDS = 3
ANY = Limits(bytes=2**30, string=2**30, quotes=10**6)
ALLOWED = 20.0


def document(text: str, quotes: Iterable[object] = (), **fields: object) -> str:
    """An article of a text and quotes."""
    return json.dumps({"schema_version": "1.0", "id": "urn:x:1", "text": text, "quotes": list(quotes)} | fields)


def quotes(count: int, start: int = 0) -> str:
    """An article of many quotes; with another start, each is at fault."""
    words = ({"text": "Rain", "start": 6 * at + 1 + start, "end": 6 * at + 5 + start} for at in range(count))
    return document(
        '"Rain"' * count, ({"id": f"q{n}", "kind": "epithet", "content": [span]} for n, span in enumerate(words))
    )


def chain(count: int, last: str | None = None) -> str:
    """An article whose quotes are each inside the one before; with a last one given, the first is inside that."""
    parents = [last, *(f"q{at}" for at in range(count - 1))]
    content = [{"text": "Rain", "start": 0, "end": 4}]
    made = [{"id": f"q{n}", "kind": "epithet", "content": content, "parent": name} for n, name in enumerate(parents)]
    return document("Rain", made)


def sources(count: int) -> str:
    """An article whose sources are all members of the one before, the first of the last."""
    made = [{"id": f"s{n}", "name": f"n{n}", "members": [f"s{(n + 1) % count}"]} for n in range(count)]
    return document("", sources=made)


def inside(size: int) -> str:
    """An article of quotes by two people, each inside the one before."""
    given = json.loads(chain(size))["quotes"]
    by_two = [quote | {"attribution": {"source": f"s{number % 2}"}} for number, quote in enumerate(given)]
    return document("Rain", by_two, sources=[{"id": f"s{number}", "name": f"Ana{number}"} for number in range(2)])


def built(size: int, *, near: bool = False, merge: bool = False) -> object:
    """An article of so many quotes, added from its end."""
    editor = build(text="".join(f"“Rain {number},” she said. " for number in range(size)))
    added = [editor.add_quote(f"Rain {number},", cue="said") for number in reversed(range(size))]
    for quote, other in itertools.pairwise(added) if near else ():
        editor.change(quote, near=other)
    if merge:
        editor.merge(*added)
    return editor.article()


_NUMBERS = itertools.count()


def near(between: str) -> object:
    """Look for words nearest to others, with all this in between."""
    return build(text=f"Rain fell{between}Snow, too. Hail fell.").article().span("fell", near="Snow")


def added(text: str) -> object:
    """Add a quote to a text that no cache has."""
    editor = build(text=f"{text} Rain. {next(_NUMBERS)}")
    editor.add_quote("Rain.")
    return editor.article()


def moved(between: str) -> object:
    """Move a quote to a text that differs before all this."""
    editor = build(text=f"Rain fell.{between}It was “cold”.")
    editor.add_quote("cold")
    return reanchor(editor.article(), text=f"Snow fell.{between}It was “cold”.")


CASES: dict[str, tuple[Callable[[str], object], Callable[[int], str]]] = {
    "from_json, quotes": (lambda data: from_json(data, limits=ANY), quotes),
    "check, quotes": (lambda data: check(data, limits=ANY), quotes),
    "check, quotes at fault": (lambda data: check(data, limits=ANY), lambda size: quotes(size, 1)),
    "check, one quote inside another": (lambda data: check(data, limits=ANY), chain),
    "check, a loop of quotes": (lambda data: check(data, limits=ANY), lambda size: chain(size, f"q{size - 1}")),
    "check, a loop of sources": (lambda data: check(data, limits=ANY), sources),
    "check, one key again and again": (
        check,
        lambda size: document("", extra={}).replace("{}", "{" + '"a": 1, ' * size + '"a": 1}'),
    ),
    "check, unknown fields": (check, lambda size: document("", **{f"x{at}": 1 for at in range(size)})),
    "check, URI": (check, lambda size: document("", url="a:" + "%41:@/" * 10 * size + " ")),
    "check, language tag": (check, lambda size: document("", language="en" + "-abcde" * 10 * size + "_")),
    "check, name under extra": (check, lambda size: document("", extra={"a-_" * 20 * size + "!": 1})),
    "check, date": (check, lambda size: document("", published="2026-03-03T" + "0:." * 20 * size)),
    "locate, escapes": (locate, lambda size: '"' + r"\\\"\u00e9" * 10 * size),
    "locate, lists in lists": (lambda text: locate(text, depth=len(text)), lambda size: "[" * 10 * size),
    "lint, marks": (lambda text: lint(from_json(text, limits=ANY)), lambda size: document('"' * 10 * size)),
    "lint, quotes alike": (
        lambda text: lint(from_json(text, limits=ANY)),
        lambda size: document(
            "",
            (
                {
                    "id": f"q{n}",
                    "kind": "direct",
                    "content": [{"text": f"it will rain today {n}"}],
                    "attribution": {"source": "s1"},
                }
                for n in range(size)
            ),
            sources=[{"id": "s1", "name": "n"}],
        ),
    ),
    "lint, newlines behind a mark": (
        lambda text: lint(from_json(text, limits=ANY)),
        lambda size: document("“" + "\n" * 10 * size + "Rain"),
    ),
    "lint, one quote inside another": (lambda text: lint(from_json(text, limits=ANY)), inside),
    "build, quotes": (lambda text: built(len(text)), lambda size: "q" * size),
    "build, quotes near one another": (lambda text: built(len(text), near=True), lambda size: "q" * size),
    "build, quotes merged into one": (lambda text: built(len(text), merge=True), lambda size: "q" * size),
    "span, near spaces": (near, lambda size: " " * 10 * size),
    "span, near stops": (near, lambda size: "?" * 10 * size + "!"),
    "span, near a stop and marks": (near, lambda size: "." + "'" * 10 * size + "x "),
    "add_quote, single marks": (added, lambda size: "(‘a " * 10 * size),
    "add_quote, words cut by an apostrophe": (added, lambda size: "'til, " * 10 * size),
    "add_quote, words cut by two": (added, lambda size: ", 'til s' a" * 10 * size),
    "reanchor, spaces": (moved, lambda size: " " * 10 * size),
    "read_text, straight marks": (read_text, lambda size: '"' * 100 * size),
    "read_text, curly marks": (read_text, lambda size: "“" * 100 * size),
    "read_text, marks and words": (read_text, lambda size: '"a" ' * 25 * size),
    "read_text, said and said": (read_text, lambda size: "he said she said, " * 5 * size),
    "read_text, names": (read_text, lambda size: "Ann Bo Cy of the Di, " * 5 * size),
    "read_text, one word": (read_text, lambda size: "a" * 100 * size),
    "read_text, newlines": (read_text, lambda size: "\n" * 100 * size),
}


def seconds(function: Callable[[str], object], data: str) -> float:
    """The processor time of the best of a few rounds.

    The collector of cycles waits: how often it goes through all there is in memory is no matter of what is measured.
    """
    best = float("inf")
    gc.disable()
    try:
        for _ in range(ROUNDS):
            start = time.process_time()
            function(data)
            best = min(best, time.process_time() - start)
            gc.collect()
            if best > 1:
                break
    finally:
        gc.enable()
    return best


def main() -> int:
    """Print the curve of each case."""
    steep = []
    print(f"{'ms for a size of':<34}" + "".join(f"{size:>10,}" for size in SIZES) + "     ratio")
    for name, (function, made) in CASES.items():
        times = [seconds(function, made(size)) for size in SIZES]
        ratio = times[-1] / times[-2]
        print(f"{name:<34}" + "".join(f"{took * 1000:>10.2f}" for took in times) + f"{ratio:>10.1f}", flush=True)
        steep += [name] if ratio > ALLOWED else []
    return len(steep) > 0


if __name__ == "__main__":
    sys.exit(main())
