"""Makes the article JSON of each story from its annotated text; nothing is written that is not valid.

A story is a text file in three parts, divided by lines of `---`: what it is (a line), the text, and the annotation. A
line of the annotation is a source or a quote:

    @okafor person Ines Okafor | role: harbour master
    @official person ~anonymous a senior official
    direct okafor: The bridge is safe, + It holds. || harbour master [Ines Okafor] <told> {reporters} T{on Monday}

Pieces of content are divided by ` + `; `~` before a piece says that it is reported, `^` that it is in the headline,
which is the text's first line where that begins with `# `. After `||` come the words around, divided by ` | `: the
mention in brackets, cue in angles, addressee in braces; setting, time and relay in braces after S, T and V. Further
words before the colon of a quote: `denied`, `hypothetical`, `in=2` (inside the second quote), `from=fr` (said in
French). `edit kind: words` gives an edit of the quote above. Positions are looked for: content after that of the
quote before, the rest nearest to the content.

Run it after changing a story: `python tests/reading/stories/build.py`.
"""

import json
import re
from pathlib import Path
from typing import Any

from newsschema import Article, Attribution, Edit, Fragment, Part, Quote, Source, Span, to_dict

HERE = Path(__file__).parent
_FIELDS = {"[": "mention", "<": "cue", "{": "addressee", "S": "setting", "T": "time", "V": "via"}
_MARKUP = re.compile(r"\[([^]]+)]|<([^>]+)>|(?:\b([STV]))?\{([^}]+)}")


class StoryError(Exception):
    """A story whose annotation does not fit its text."""


def built(name: str, source: str) -> Article:
    """The article of a story.

    Args:
        name: The story's name, from which the id is made.
        source: Its annotated text.

    Raises:
        StoryError: Words of the annotation that are not in the text.
        ValidationError: An annotation that breaks a rule of the model.
    """
    about, text, notes = (part.strip("\n") for part in re.split(r"^---$", source, flags=re.MULTILINE))
    headline = None
    if text.startswith("# "):
        headline, _, text = text[2:].partition("\n\n")
    parts = {Part.TEXT: text, Part.HEADLINE: headline or ""}
    sources: list[Source] = []
    quotes: list[dict[str, Any]] = []
    behind = 0
    for line in filter(None, notes.split("\n")):
        head, _, rest = line.partition(": ") if not line.startswith("@") else ("@", "", line[1:])
        if head == "@":
            sources.append(_source(rest))
        elif head.startswith("edit "):
            first, last = _extent(quotes[-1]["content"])
            place = _found(text, rest, first)
            if not first <= place.start <= last:  # type: ignore[operator]  # just found
                raise StoryError(f"{name}: the edit {rest!r} is outside its quote")
            edit = Edit(text=place.text, start=place.start, end=place.end, kind=head.split()[1])  # type: ignore[arg-type]  # a word of the enum
            quotes[-1]["edits"] = (*quotes[-1].get("edits", ()), edit)
        else:
            quotes.append(_quote([f"q{len(quotes) + 1}", *head.split()], rest, parts, behind))
            behind = _extent(quotes[-1]["content"])[0] if "parent" not in quotes[-1] else behind
    return Article(
        id=f"urn:newsschema:story:{name}",
        headline=headline,
        text=text,
        language="en",
        sources=tuple(sources),
        quotes=tuple(Quote(**quote) for quote in quotes),
        extra={"org.newsschema.story": about},
    )


def _source(line: str) -> Source:
    words, *options = line.split(" | ")
    key, kind, label = words.split(" ", 2)
    more: dict[str, Any] = dict(option.split(": ", 1) for option in options)
    if "members" in more:
        more["members"] = more["members"].split(", ")
    if label.startswith("~"):
        anonymity, label = label[1:].split(" ", 1)
        return Source(id=key, kind=kind, anonymity=anonymity, description=label, **more)  # type: ignore[arg-type]  # words of enums
    return Source(id=key, kind=kind, name=label, **more)  # type: ignore[arg-type]  # a word of the enum


def _quote(words: list[str], rest: str, parts: dict[Part, str], behind: int) -> dict[str, Any]:
    number, kind, key, *flags = words
    text = parts[Part.TEXT]
    said, *around = re.split(r" \|\|? ", rest.strip())
    content: list[Fragment] = []
    at = behind
    for piece in said.split(" + "):
        verbatim, part = not piece.startswith("~"), Part.HEADLINE if piece.startswith("^") else Part.TEXT
        place = _found(parts[part], piece.lstrip("~^"), at)
        content.append(Fragment(text=place.text, start=place.start, end=place.end, part=part, verbatim=verbatim))
        at = place.end if part is Part.TEXT and place.end else 0
    made: dict[str, Any] = {"id": number, "kind": kind, "content": tuple(content)}
    spans: dict[str, Any] = {}
    for phrase in around:
        spans |= _spans(phrase, text, content)
    for flag in flags:
        name, _, value = flag.partition("=")
        if name in ("denied", "hypothetical", "refused"):
            spans["polarity"] = name
        else:
            made |= {"parent": f"q{value}"} if name == "in" else {"translated_from": value}
    if kind != "epithet" or key != "-" or spans:
        made["attribution"] = Attribution(source=None if key == "-" else key, **spans)
    return made


def _spans(phrase: str, text: str, content: list[Fragment]) -> dict[str, Span]:
    """The marked words of a phrase, where it stands nearest to the content."""
    plain, marked = "", []
    end = 0
    for match in _MARKUP.finditer(phrase):
        plain += phrase[end : match.start()]
        words = next(group for group in (match[1], match[2], match[4]) if group)
        marked.append((_FIELDS[match[3] or match[0][0]], len(plain), words))
        plain += words
        end = match.end()
    plain += phrase[end:]
    first, last = _extent(content)
    starts = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text)]
    if not starts:
        raise StoryError(f"{plain!r} is not in the text")
    start = min(starts, key=lambda at: max(first - at - len(plain), at - last, 0))
    return {name: Span(text=words, start=start + at, end=start + at + len(words)) for name, at, words in marked}


def _extent(content: Any) -> tuple[int, int]:
    places = [piece for piece in content if piece.part is Part.TEXT]
    return (places[0].start, places[-1].end) if places else (0, 0)


def _found(text: str, words: str, behind: int) -> Span:
    start = text.find(words, behind)
    if start < 0:
        raise StoryError(f"{words!r} is not in the text after {behind}")
    return Span(text=words, start=start, end=start + len(words))


def written(article: Article) -> str:
    """An article as its story's JSON file has it, for people to read."""
    return json.dumps(to_dict(article), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for path in sorted(HERE.glob("*.txt")):
        path.with_suffix(".json").write_text(written(built(path.stem, path.read_text("utf-8"))), "utf-8")
