"""How well quotes find their place in a changed text: `python bench/reanchoring.py` measures, `--write` into the docs.

Articles of our own are edited as desks edit, by a seeded generator that keeps account of every character, so that where
each span stands afterwards is known. A span is *right* that stands exactly there, or that has no place where its words
are gone; in a *wrong* place it shares no character with the right one, with wrong *edges* some; it is *lost* where its
words are there. *Silent* are those that are wrong and not in the report as reworded or lost. *Speaker* are words in the
mouth of another source, *mark* those that run over a quotation mark they did not have inside.
"""

import argparse
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import process_time
from typing import Any

from documents import documents

from newsschema import Article, Quote, Span, from_dict, reanchor
from newsschema._model.anchors import spans_of

ROOT = Path(__file__).parent.parent
NEW = -1
"""The origin of a character that was not there before."""
MARKS = '"“”„«»‟'
WORDS = ("indeed", "quietly", "after all", "in the end", "as planned", "so far", "on the record", "this time")
SENTENCES = (
    "The council meets again on Thursday.",
    "Rain is forecast for the weekend, with gales along the coast.",
    "Tickets for the ferry went up by a tenth last year.",
    "Correction: an earlier version gave the wrong day.",
    "Two other towns on the sound have asked for the same survey.",
)
COLUMNS = ("right", "wrong", "edges", "lost", "silent", "speaker", "mark")


class Edited:
    """A text in the making: its characters, and where each stood before."""

    def __init__(self, text: str) -> None:
        self.before = self.text = text
        self.origins = list(range(len(text)))
        self.gone: list[tuple[int, int]] = []  # what is somebody else's now, wherever it stands

    def put(self, start: int, end: int, new: str, origins: list[int] | None = None) -> None:
        """Other characters for a stretch; the first of the old ones lends its origin to all that come in its place."""
        if origins is None:
            old = self.origins[start:end]
            origins = [old[min(index, len(old) - 1)] if old else NEW for index in range(len(new))]
        self.text = self.text[:start] + new + self.text[end:]
        self.origins[start:end] = origins

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the old text stands now: from its first character that is left to its last."""
        left = [index for index, origin in enumerate(self.origins) if start <= origin < end]
        if (start, end) in self.gone:
            return None
        signs = not any(map(str.isalnum, self.before[start:end]))
        if not left or not (signs or any(self.text[index].isalnum() for index in left)):
            return None
        inside = [origin for origin in self.origins[left[0] : left[-1] + 1] if origin != NEW]
        return (left[0], left[-1] + 1) if all(start <= origin < end for origin in inside) else None

    def paragraphs(self) -> list[tuple[int, int]]:
        """Where the paragraphs stand."""
        return [match.span() for match in re.finditer(r"[^\n]+", self.text)]


Edit = Callable[[Edited, random.Random, Article], object]
EDITS: dict[str, Edit] = {}


def edit(function: Edit) -> Edit:
    EDITS[function.__name__.replace("_", " ")] = function
    return function


def _words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\w{4,}", text)]


@edit
def nothing(text: Edited, rng: random.Random, article: Article) -> None:
    """The same text."""


@edit
def typing_errors(text: Edited, rng: random.Random, article: Article) -> None:
    """Letters changed about, left out, doubled or replaced in every twentieth word."""
    for start, end in reversed(_words(text.text)):
        if rng.random() < 0.05:
            at, letter = rng.randrange(start, end - 1), rng.choice("aeiourstln")
            pair, origins = text.text[at : at + 2], text.origins[at : at + 2]
            kind = rng.randrange(4)
            if kind == 0:
                text.put(at, at + 2, pair[::-1], origins[::-1])
            elif kind == 1 and at > start:
                text.put(at, at + 1, "", [])
            elif kind == 2:
                text.put(at, at + 1, pair[0] * 2, [origins[0]] * 2)
            else:
                text.put(at, at + 1, letter, [origins[0]])


@edit
def paragraphs_put_in(text: Edited, rng: random.Random, article: Article) -> None:
    """A line on top, and others between."""
    starts = [0, *rng.sample([start for start, _ in text.paragraphs()], k=min(2, len(text.paragraphs())))]
    for start in sorted(set(starts), reverse=True):
        text.put(start, start, rng.choice(SENTENCES) + "\n\n")


@edit
def paragraphs_taken_out(text: Edited, rng: random.Random, article: Article) -> None:
    """One paragraph of four."""
    for start, end in reversed(text.paragraphs()):
        if rng.random() < 0.25:
            text.put(start, min(end + 2, len(text.text)), "", [])


@edit
def paragraphs_moved(text: Edited, rng: random.Random, article: Article) -> None:
    """Two paragraphs elsewhere."""
    for _ in range(2):
        places = text.paragraphs()
        if len(places) < 3:
            return
        start, end = rng.choice(places)
        piece, origins = text.text[start:end], text.origins[start:end]
        text.put(start, min(end + 2, len(text.text)), "", [])
        at = rng.choice([low for low, _ in text.paragraphs()])
        text.put(at, at, piece + "\n\n", [*origins, NEW, NEW])


@edit
def other_marks(text: Edited, rng: random.Random, article: Article) -> None:
    """Straight marks for curly ones, or the other way round, or angled ones."""
    style = rng.choice((('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("``", "''")))
    inside = False
    at = 0
    while at < len(text.text):
        if text.text[at] == "\n" and text.text[at : at + 2] == "\n\n":
            inside = False
        if text.text[at] in MARKS:
            mark = style[inside]
            text.put(at, at + 1, mark)
            inside = not inside
            at += len(mark) - 1
        at += 1
    for match in reversed(list(re.finditer("[’'](?=\\w)", text.text))):
        text.put(match.start(), match.end(), "'" if match[0] == "’" else "’")


@edit
def other_dashes(text: Edited, rng: random.Random, article: Article) -> None:
    """Each dash another, with spaces around it or none."""
    for match in reversed(list(re.finditer("[—–-]", text.text))):
        text.put(match.start(), match.end(), rng.choice("—–-‑"))


@edit
def spaces_that_do_not_break(text: Edited, rng: random.Random, article: Article) -> None:
    """Before numbers, and here and there."""
    for match in reversed(list(re.finditer(" ", text.text))):
        if rng.random() < 0.2:
            text.put(match.start(), match.end(), rng.choice("\u00a0\u202f"))


@edit
def doubled_spaces(text: Edited, rng: random.Random, article: Article) -> None:
    """Every third space."""
    for match in reversed(list(re.finditer(" ", text.text))):
        if rng.random() < 0.33:
            text.put(match.start(), match.end(), "  ")


@edit
def letters_decomposed(text: Edited, rng: random.Random, article: Article) -> None:
    """NFC to NFD, with letters that have marks wherever there is a vowel of the right kind."""
    for match in reversed(list(re.finditer(r"[^\x00-\x7f]", text.text))):
        plain = unicodedata.normalize("NFD", match[0])
        if len(plain) > 1:
            text.put(match.start(), match.end(), plain)


@edit
def quotes_cut_short(text: Edited, rng: random.Random, article: Article) -> None:
    """The last third of the words of some quotes."""
    for quote in reversed(article.quotes):
        piece = quote.content[-1]
        found = piece.start is not None and piece.part == "text" and text.place(piece.start, piece.end or 0)
        if not found or rng.random() < 0.5:
            continue
        words = [match.span() for match in re.finditer(r"\w+", text.text[found[0] : found[1]])]
        if len(words) > 6:
            cut = found[0] + words[-len(words) // 3][0]
            end = found[0] + words[-1][1]
            text.put(text.text[:cut].rstrip(" ").__len__(), end, "", [])


@edit
def text_cut_short(text: Edited, rng: random.Random, article: Article) -> None:
    """The last third of the text."""
    at = text.text.find(" ", len(text.text) * 2 // 3)
    text.put(at, len(text.text), "", [])


@edit
def words_put_in(text: Edited, rng: random.Random, article: Article) -> None:
    """A few words in every tenth place between two words."""
    for match in reversed(list(re.finditer(r"(?<=[a-z]) (?=[a-z])", text.text))):
        if rng.random() < 0.05:
            text.put(match.end(), match.end(), rng.choice(WORDS) + " ")


@edit
def a_name_respelt(text: Edited, rng: random.Random, article: Article) -> None:
    """One name throughout."""
    names = [source.name.split()[-1] for source in article.sources if source.name]
    if names:
        name = rng.choice(names)
        for match in reversed(list(re.finditer(re.escape(name), text.text))):
            text.put(match.start(), match.end(), name[:-1] + "h" + name[-1])


@edit
def paragraphs_joined(text: Edited, rng: random.Random, article: Article) -> None:
    """Every other break between paragraphs a space."""
    for match in reversed(list(re.finditer("\n\n", text.text))):
        if rng.random() < 0.5:
            text.put(match.start(), match.end(), " ")


@edit
def several_at_once(text: Edited, rng: random.Random, article: Article) -> None:
    """Three of the others, one after the other."""
    names = list(EDITS)
    for name in rng.sample(names[1 : names.index("paragraphs joined") + 1], k=3):
        EDITS[name](text, rng, article)


@edit
def an_equal_quote(text: Edited, rng: random.Random, article: Article) -> None:
    """The article has a quote twice, by two speakers; one of the two is reworded, taken out, or moved."""
    kind = rng.randrange(4)
    marks = list(re.finditer(r"“([^”]*)” (\w+ \w+) said\.", text.text))[-2:]
    chosen = rng.choice(marks)
    start, end = chosen.span()
    if kind == 0:
        word = next(match for match in re.finditer(r"\w{4,}", chosen[1]))
        text.put(start + 1 + word.start(), start + 1 + word.end(), "harbour")
    elif kind == 1:
        text.put(max(start - 2, 0), end, "", [])
    elif kind == 2:
        piece, origins = text.text[start:end], text.origins[start:end]
        text.put(max(start - 2, 0), end, "", [])
        text.put(0, 0, piece + "\n\n", [*origins, NEW, NEW])
    else:
        text.put(start, start, SENTENCES[0] + "\n\n")


def _speeches(text: Edited, article: Article) -> list[tuple[Quote, Span]]:
    """The quotes between marks whose mention stands in the same paragraph, once for each paragraph."""
    found: dict[int, tuple[Quote, Span]] = {}
    for quote in article.quotes:
        mention = quote.attribution.mention if quote.attribution else None
        if mention is None or mention.start is None or quote.kind != "direct" or quote.parent:
            continue
        paragraphs = {text.before.count("\n", 0, piece.start or 0) for piece in (*quote.content, mention)}
        if len(paragraphs) == 1:
            found.setdefault(paragraphs.pop(), (quote, mention))
    return list(found.values())


def _give(text: Edited, quote: Quote, mention: Span, name: str) -> None:
    """Have the words of a quote said by another."""
    place = text.place(mention.start or 0, mention.end or 0)
    if place:
        text.put(*place, name, [NEW] * len(name))
        text.gone += [(span.start or 0, span.end or 0) for _, span in spans_of(quote)]


@edit
def words_given_to_another(text: Edited, rng: random.Random, article: Article) -> None:
    """Half of the direct quotes said by somebody else: the next speaker of the story, or one that is new to it."""
    names = [source.name for source in article.sources if source.name]
    names += ["Edda Lund", "the night watchman Omar Fry", "a neighbour", "the company’s lawyer"]
    for quote, mention in _speeches(text, article):
        others = [name for name in names if not set(name.split()) & set(mention.text.split())]
        source = article.source_of(quote)
        if rng.random() < 0.5 and source and source.name not in others:
            pronoun = {"he": "she", "she": "he", "they": "he"}.get(mention.text.lower())
            _give(text, quote, mention, pronoun or rng.choice(others))


@edit
def speakers_called_otherwise(text: Edited, rng: random.Random, article: Article) -> None:
    """A last name, a title and a last name, or a pronoun for the name of the speaker."""
    for quote, mention in _speeches(text, article):
        source = article.source_of(quote)
        last = source.name.split()[-1] if source and source.name else ""
        at = mention.text.find(last) if last else -1
        place = text.place(mention.start or 0, mention.end or 0)
        if at < 0 or rng.random() < 0.3 or not place:
            continue
        start, end = place[0] + at, place[0] + at + len(last)
        kind = rng.randrange(3)
        text.put(end, place[1], "")
        text.put(place[0], start, ("", "Ms ", "")[kind])
        if kind == 2:
            text.put(place[0], place[0] + len(last), "she", [NEW] * 3)


@edit
def words_said_again_above(text: Edited, rng: random.Random, article: Article) -> None:
    """A direct quote repeated on top, by somebody else."""
    found = _speeches(text, article)
    if found:
        quote, _ = rng.choice(found)
        new = f"“{quote.content[0].text}” Edda Lund, a teacher, told the meeting.\n\n"
        text.put(0, 0, new)


@edit
def words_said_elsewhere(text: Edited, rng: random.Random, article: Article) -> None:
    """The paragraph of a direct quote taken out, and its words given to somebody else in another place."""
    found = _speeches(text, article)
    if found:
        quote, mention = rng.choice(found)
        at = text.text.count("\n", 0, mention.start or 0)
        start, end = next(place for place in text.paragraphs() if text.text.count("\n", 0, place[0]) == at)
        said = quote.content[0].text
        text.put(start, min(end + 2, len(text.text)), "")
        text.put(len(text.text), len(text.text), f"\n\nEdda Lund, a teacher, said: “{said}”")


@edit
def marks_taken_off(text: Edited, rng: random.Random, article: Article) -> None:
    """Half of the direct quotes no longer quoted."""
    for quote, _ in _speeches(text, article):
        borders = [at for piece in quote.content for at in ((piece.start or 0) - 1, piece.end or 0)]
        if rng.random() < 0.5 and all(text.before[at : at + 1] in MARKS for at in borders):
            for at in borders:
                text.put(*(text.place(at, at + 1) or (0, 0)), "")
            text.gone += [(span.start or 0, span.end or 0) for _, span in spans_of(quote)]


def stories() -> Iterator[Article]:
    """The stories that the reader is tested with."""
    for path in sorted((ROOT / "tests" / "reading" / "stories").glob("*-*.json")):
        yield from_dict(json.loads(path.read_bytes()))


def articles() -> Iterator[Article]:
    """Our stories, and drawn articles of some length."""
    yield from stories()
    for tree in documents(9_000, 25):
        yield from_dict(tree)


def with_equal_quotes(article: Article) -> Article:
    """The article with two more paragraphs: the same words by two speakers."""
    said = "It is too dear for this town, and everybody knows it,"
    tree: dict[str, Any] = {"id": article.id, "text": article.text, "sources": [], "quotes": []}
    for name in ("Ana Ruiz", "Bo Li"):
        start = len(tree["text"]) + 3
        tree["text"] += f"\n\n“{said}” {name} said."
        at = tree["text"].rindex(name)
        tree["sources"].append({"id": name, "name": name, "kind": "person"})
        around = {"mention": {"text": name, "start": at, "end": at + len(name)}}
        around["cue"] = {"text": "said", "start": at + len(name) + 1, "end": at + len(name) + 5}
        content = [{"text": said, "start": start, "end": start + len(said)}]
        tree["quotes"].append(
            {"id": name, "kind": "direct", "content": content, "attribution": {"source": name, **around}}
        )
    mine = from_dict({"schema_version": "1.0", **tree})
    return article.replace(
        text=mine.text, sources=(*article.sources, *mine.sources), quotes=(*article.quotes, *mine.quotes)
    )


def judged(article: Article, text: Edited, tally: Counter[str], shown: list[str]) -> None:
    """Count what became of each span."""
    after, report = reanchor(article, text=text.text)
    places = {
        (index, path): text.place(span.start, span.end or 0)
        for index, quote in enumerate(article.quotes)
        for path, span in spans_of(quote)
        if span.start is not None and span.part == "text"
    }
    for index in {index for index, _ in places}:
        said = [key for key in places if key[0] == index and key[1][0] == "content"]
        if said and not any(places[key] for key in said):  # a quote that is gone has no mention and no cue
            places |= {key: None for key in places if key[0] == index}
    told = {change.path for change in (*report.lost, *report.reworded)}
    for (index, path), place in places.items():
        now = dict(spans_of(after.quotes[index]))[path]
        old = dict(spans_of(article.quotes[index]))[path]
        found = None if now.start is None else (now.start, now.end or 0)
        if found == place:
            verdict = "right"
        elif found is None:
            verdict = "lost"
        else:
            verdict = "edges" if place and found[0] < place[1] and place[0] < found[1] else "wrong"
        tally[verdict] += 1
        if verdict in ("edges", "wrong") and ("quotes", index, *path) not in told:
            tally["silent"] += 1
        if found and sum(now.text.count(mark) for mark in MARKS) > sum(old.text.count(mark) for mark in MARKS):
            tally["mark"] += 1
            verdict += " mark"
        if found and path[0] == "content" and found != place and _anothers(article, places, index, found):
            tally["speaker"] += 1
            verdict += " speaker"
        if verdict != "right":
            why = next((change.reason for change in report.lost if change.path == ("quotes", index, *path)), None)
            right = place and text.text[place[0] : place[1]]
            words = now.text if found else None
            shown.append(f"{verdict}: {article.id} {index} {path} {old.text!r} -> {words!r}, not {right!r}; {why}")


def _anothers(article: Article, places: dict[Any, Any], index: int, found: tuple[int, int]) -> bool:
    """Whether another source says what stands in a place."""
    for (other, path), place in places.items():
        mine, its = article.quotes[index], article.quotes[other]
        others = other != index and mine.source != its.source and mine.parent != its.id and its.parent != mine.id
        if others and path[0] == "content" and place and found[0] < place[1] and place[0] < found[1]:
            return True
    return False


def measured(seed: int) -> tuple[dict[str, Counter[str]], list[str]]:
    """The counts by kind of edit, and the spans that are not right."""
    found: dict[str, Counter[str]] = {}
    shown: list[str] = []
    for name, change in EDITS.items():
        tally = found[name] = Counter()
        for number, article in enumerate(articles()):
            rng = random.Random(f"{seed} {name} {number}")
            story = with_equal_quotes(article) if name == "an equal quote" else article
            text = Edited(story.text)
            change(text, rng, story)
            before = len(shown)
            judged(story, text, tally, shown)
            shown[before:] = [f"[{name} {number}] {line}" for line in shown[before:]]
    return found, shown


PAGE = ROOT / "docs" / "concepts" / "anchoring.md"
TABLE = re.compile(r"(<!-- reanchoring: .* -->\n).*?(<!-- /reanchoring -->)", re.DOTALL)


SHOWN = {
    "paragraphs put in": "paragraphs inserted",
    "paragraphs taken out": "paragraphs deleted",
    "other marks": "other quotation marks",
    "spaces that do not break": "non-breaking spaces",
    "letters decomposed": "decomposed letters",
    "words put in": "words inserted",
    "speakers called otherwise": "speakers renamed",
    "words said again above": "words repeated above",
    "words said elsewhere": "words moved to another speaker",
    "marks taken off": "quotation marks deleted",
}
"""Names of edits that a page gives in plainer words; the seeds have the names themselves."""


def table(found: dict[str, Counter[str]]) -> str:
    """The figures as a page shows them."""
    lines = ["| edit | spans | right | wrong place | wrong edges | lost | not reported | other speaker | over a mark |"]
    lines.append("|---|" + "--:|" * 8)
    for name, tally in found.items():
        spans = sum(tally[one] for one in COLUMNS[:4])
        share = f"{tally['right'] / spans:.1%}" if tally["right"] < spans else "100%"
        cells = (SHOWN.get(name, name), f"{spans:,}", share, *(str(tally[one]) for one in COLUMNS[1:]))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def times() -> Iterator[tuple[str, float]]:
    """How many seconds of the processor 500 quotes in 100 kB take."""
    article = next(
        long for size in count(260_000, 5_000) if len((long := from_dict(documents(size, 1)[0])).quotes) >= 500
    )
    article = article.replace(quotes=article.quotes[:500])
    article = article.replace(text=f"{article.text}\n\n{' '.join(SENTENCES) * 500}"[:100_000])
    other = from_dict(documents(300_000, 2)[1]).text[:100_000]
    for name, text in (("a line on top", f"{SENTENCES[3]}\n\n{article.text}"), ("another text", other)):
        start = process_time()
        reanchor(article, text=text)
        yield name, process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(prog="python bench/reanchoring.py", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the spans that are not right")
    parser.add_argument("--write", action="store_true", help="write the table into the documentation")
    given = parser.parse_args()
    found, shown = measured(given.seed)
    found["all"] = sum(found.values(), Counter[str]())
    print(table(found), end="")
    for name, seconds in times():
        print(f"500 quotes in 100,000 characters, {name}: {seconds:.2f} s of the processor")
    if given.show:
        print("\n".join(shown))
    if given.write:
        PAGE.write_text(TABLE.sub(lambda match: match[1] + table(found) + match[2], PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
