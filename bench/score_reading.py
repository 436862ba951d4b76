"""Score readers of quotations against brat standoff (PolNeAR's layout: a folder of texts, a folder of annotations).

    python bench/score_reading.py TEXTS ANNOTATIONS [--half a|b|all] [--reader newsschema|baseline|textacy] [--errors N]

Nothing of the corpus is stored: the script prints figures (and, when asked, the worst cases) and forgets them.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs

Range = tuple[int, int]

#: Paired marks of one paragraph: what the scorer calls a stretch, whatever the reader under test thinks.
STRETCH = re.compile(
    r"“([^“”\n]+)(?:”|(?=\n|\Z))|\"([^\"\n]+)(?:\"|(?=\n|\Z))|(?:''|``)((?:(?!''|``)[^\n])+)(?:''|(?=\n|\Z))"
)


@attrs.frozen
class Attribution:
    """One attribution, of the annotators or of a reader, as half-open code point ranges."""

    content: tuple[Range, ...]
    cue: Range | None = None
    mention: Range | None = None
    verbatim: tuple[Range, ...] = ()
    epithet: bool = False


@attrs.frozen
class Document:
    """A text with its gold attributions and the ranges its annotators set aside."""

    name: str
    text: str
    gold: tuple[Attribution, ...]
    discarded: tuple[Range, ...]


Reader = Callable[[str], list[Attribution]]


@attrs.define
class Tally:
    """Right answers, answers given and answers wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        counts = f"({self.right} right, {self.given} given, {self.wanted} wanted)"
        return f"{f1:.3f}   P {precision:.3f}  R {recall:.3f}  {counts}"


def hull(ranges: Iterable[Range]) -> Range | None:
    """The smallest range that holds all of them."""
    ranges = list(ranges)
    return (min(r[0] for r in ranges), max(r[1] for r in ranges)) if ranges else None


def overlap(a: Range, b: Range) -> int:
    """Code points that two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def jaccard(a: tuple[Range, ...], b: tuple[Range, ...]) -> float:
    """Shared code points over all code points of two sets of ranges."""
    shared = sum(overlap(x, y) for x in a for y in b)
    return shared / (sum(e - s for s, e in a) + sum(e - s for s, e in b) - shared)


def parse_brat(text: str, annotations: str) -> tuple[tuple[Attribution, ...], tuple[Range, ...]]:
    """Read the attributions of one ``.ann`` file, and the stretches it discards."""
    spans: dict[str, tuple[str, tuple[Range, ...]]] = {}
    events: list[dict[str, list[str]]] = []
    for line in annotations.split("\n"):
        fields = line.split("\t")
        if fields[0].startswith("T") and len(fields) > 2:
            kind, places = fields[1].split(" ", 1)
            ranges = tuple((int(start), int(end)) for start, end in (p.split() for p in places.split(";")))
            spans[fields[0]] = (kind, ranges)
        elif fields[0].startswith("E") and len(fields) > 1:
            roles: dict[str, list[str]] = defaultdict(list)
            for role, key in (pair.split(":") for pair in fields[1].split()):
                roles[role.rstrip("0123456789")].append(key)
            events.append(roles)
    gold = []
    for roles in events:

        def ranges(role: str, roles: dict[str, list[str]] = roles) -> tuple[Range, ...]:
            return tuple(sorted(r for key in roles.get(role, ()) if key in spans for r in spans[key][1]))

        if ranges("Cue") and ranges("Content"):
            gold.append(Attribution(ranges("Content"), hull(ranges("Cue")), hull(ranges("Source"))))
    return tuple(gold), tuple(r for kind, rs in spans.values() if kind == "Discard" for r in rs if r[1] <= len(text))


def load(texts: Path, annotations: Path, half: str) -> Iterator[Document]:
    """Yield the documents of one half (by a hash of the file name), the first annotator of each."""
    seen: set[str] = set()
    for path in sorted(annotations.glob("*.ann")):
        name = re.sub(r"_[0-9a-f]{4}$", "", path.stem)
        source = texts / f"{name}.txt"
        in_a = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0
        if name in seen or not source.exists() or (half != "all" and in_a != (half == "a")):
            continue
        seen.add(name)
        text = source.read_bytes().decode("utf-8")
        yield Document(name, text, *parse_brat(text, path.read_bytes().decode("utf-8")))


def read_with_newsschema(text: str) -> list[Attribution]:
    """Our own reader, brought to what the annotators mark: only the outermost of nested quotes, and who relays it."""
    from newsschema.reading import find_quotes

    found = []
    for quote in find_quotes(text, min_confidence=0)[1]:
        if quote.parent is not None:
            continue
        who = quote.attribution
        speaker = who and (who.via or who.mention)
        found.append(
            Attribution(
                tuple((f.start, f.end) for f in quote.content),
                (who.cue.start, who.cue.end) if who and who.cue else None,
                (speaker.start, speaker.end) if speaker else None,
                tuple((f.start, f.end) for f in quote.content if f.verbatim),
                epithet=quote.kind == "epithet",
            )
        )
    return found


def read_with_baseline(text: str) -> list[Attribution]:
    """Marks and the nearest reporting verb: what sixty lines of regular expressions can do."""
    verbs = (
        r"(?:said|says|say|told|tells|asked|asks|wrote|added|adds|explained|noted|argued|claimed|insisted|warned"
        r"|tweeted|continued)"
    )
    name = r"(?:(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w’'-]*|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Tt]he\s[a-z]+(?:\s[a-z]+)?)"
    after = re.compile(rf"\s*(?P<m>{name})\s(?P<c>{verbs})\b|\s*(?P<c2>{verbs})\s(?P<m2>{name})")
    before = re.compile(rf"(?P<m>{name})\s(?P<c>{verbs})(?:\s[^.“\"]{{0,60}})?[,:]?\s*$")
    found = []
    for match in STRETCH.finditer(text):
        group = match.lastindex or 1
        content = (match.start(group), match.end(group))
        hit = after.match(text, match.end()) or before.search(text, max(0, match.start() - 160), match.start())
        if hit is None:
            found.append(Attribution((content,), verbatim=(content,), epithet=True))
            continue
        mention, cue = ("m2", "c2") if hit.groupdict().get("m2") else ("m", "c")
        found.append(Attribution((content,), hit.span(cue), hit.span(mention), (content,)))
    return found


def read_with_textacy(name: str) -> Reader:
    """textacy's direct quotations with a spaCy pipeline, called paragraph by paragraph."""
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load(name)

    def read(text: str) -> list[Attribution]:
        found = []
        for paragraph in re.finditer(r"[^\n]+", text):
            base = paragraph.start()
            try:
                quotes = list(direct_quotations(pipeline(paragraph.group())))
            except ValueError:  # it refuses what it counts as an odd number of marks
                continue
            for speaker, cue, content in quotes:
                inside = (base + content.start_char, base + content.end_char)
                found.append(
                    Attribution(
                        (inside,),
                        *((base + part[0].idx, base + part[-1].idx + len(part[-1])) for part in (cue, speaker)),
                        (inside,),
                    )
                )
        return found

    return read


def align(gold: tuple[Attribution, ...], guesses: list[Attribution]) -> dict[int, int]:
    """Pair gold attributions with guesses one to one, the best overlapping cues first, then the best contents."""
    scored = []
    for g, want in enumerate(gold):
        for p, have in enumerate(guesses):
            shared = overlap(want.cue, have.cue) / (want.cue[1] - want.cue[0]) if want.cue and have.cue else 0.0
            if shared:
                scored.append((shared + jaccard(want.content, have.content), g, p))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, g, p in sorted(scored, reverse=True):
        if g not in pairs and p not in used:
            pairs[g] = p
            used.add(p)
    return pairs


class Score:
    """The table of figures, filled document by document."""

    def __init__(self) -> None:
        self.found = Tally()
        self.touched = Tally()
        self.exact = Tally()
        self.short = Tally()
        self.cue = Tally()
        self.mention = Tally()
        self.content = Tally()
        self.errors: list[tuple[str, str, str, str]] = []

    def _note(self, row: str, doc: Document, place: Range, *shown: object) -> None:
        context = (
            doc.text[max(0, place[0] - 90) : place[0]]
            + "⟦"
            + doc.text[place[0] : place[1]]
            + "⟧"
            + doc.text[place[1] : place[1] + 90]
        )
        self.errors.append((row, doc.name, " | ".join(map(str, shown)), context.replace("\n", "⏎")))

    def add(self, doc: Document, guesses: list[Attribution]) -> None:
        """Score one document."""
        keep = [g for g in guesses if not any(overlap(g.content[0], d) for d in doc.discarded)]
        self._stretches(doc, keep)
        self._attributions(doc, [g for g in keep if not g.epithet])

    def _stretches(self, doc: Document, guesses: list[Attribution]) -> None:
        def shown(r: Range | None) -> str | None:
            return doc.text[r[0] : r[1]] if r else None

        for match in STRETCH.finditer(doc.text):
            place = match.span(match.lastindex or 1)
            if any(overlap(place, d) for d in doc.discarded):
                continue
            length = place[1] - place[0]
            want = next((g for g in doc.gold if sum(overlap(place, r) for r in g.content) * 2 >= length), None)
            cover = [(sum(overlap(place, r) for r in g.verbatim), g) for g in guesses]
            covered, guess = max(cover, key=lambda pair: (pair[0], not pair[1].epithet), default=(0, None))
            hit = guess if covered * 5 >= length * 4 else None
            if len(match.group(match.lastindex or 1).split()) < 4:
                said = hit is not None and not hit.epithet
                right = said == (want is not None)
                self.short.right += right
                self.short.given += 1
                self.short.wanted += 1
                if not right:
                    self._note("short", doc, place, "want said" if want else "want epithet")
                continue
            self.found.wanted += 1
            self.found.right += hit is not None
            self.found.given += 1
            if hit is None:
                self._note("found", doc, place)
            given = hit.mention if hit and not hit.epithet else None
            wanted = want.mention if want else None
            touch = bool(given and wanted and overlap(given, wanted))
            for tally, ok in ((self.touched, touch), (self.exact, given is not None and given == wanted)):
                tally.right += ok
                tally.given += given is not None
                tally.wanted += wanted is not None
            if given != wanted:
                self._note(
                    "exact" if touch else "touched", doc, place, f"want {shown(wanted)!r}", f"have {shown(given)!r}"
                )

    def _attributions(self, doc: Document, guesses: list[Attribution]) -> None:
        pairs = align(doc.gold, guesses)

        def shown(a: Attribution | None) -> str:
            if a is None:
                return "-"
            parts = [doc.text[r[0] : r[1]] if r else "-" for r in (a.mention, a.cue)]
            return " / ".join([*parts, " … ".join(doc.text[s:e] for s, e in a.content)])

        for tally, has in (
            (self.cue, lambda a: a.cue is not None),
            (self.mention, lambda a: a.mention is not None),
            (self.content, lambda _: True),
        ):
            tally.given += sum(map(has, guesses))
            tally.wanted += sum(map(has, doc.gold))
        for g, want in enumerate(doc.gold):
            have = guesses[pairs[g]] if g in pairs else None
            marks = (
                have is not None and have.cue == want.cue,
                have is not None and have.mention is not None and have.mention == want.mention,
                have is not None and jaccard(have.content, want.content) >= 0.5,
            )
            for tally, ok in zip((self.cue, self.mention, self.content), marks, strict=True):
                tally.right += ok
            place = want.cue or want.content[0]
            if have is None:
                self._note("missed", doc, place, shown(want))
            else:
                for row, ok in zip(("cue", "mention", "content"), marks, strict=True):
                    if not ok and not (row == "mention" and want.mention == have.mention):
                        self._note(row, doc, place, "want " + shown(want), "have " + shown(have))
        for p in set(range(len(guesses))) - set(pairs.values()):
            self._note("spurious", doc, guesses[p].cue or guesses[p].content[0], shown(guesses[p]))

    def table(self, characters: int, seconds: float) -> str:
        """The figures as text."""
        rate = self.found.right / max(1, self.found.wanted)
        short = self.short.right / max(1, self.short.wanted)
        return "\n".join(
            (
                f"stretches of 4+ words, found                {rate:.3f}   ({self.found.right} of {self.found.wanted})",
                f"stretches of 4+ words, mention touched F1   {self.touched}",
                f"stretches of 4+ words, mention exact F1     {self.exact}",
                f"stretches of 1-3 words, decided right       {short:.3f}   ({self.short.right} of {self.short.given})",
                f"all attributions, cue exact F1              {self.cue}",
                f"all attributions, mention exact F1          {self.mention}",
                f"all attributions, content overlap .5 F1     {self.content}",
                f"characters a second                         {characters / seconds:,.0f}",
            )
        )


def main(argv: list[str] | None = None) -> int:
    """Run the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--half", choices=("a", "b", "all"), default="all", help="documents by a hash of their name")
    parser.add_argument("--reader", choices=("newsschema", "baseline", "textacy"), default="newsschema")
    parser.add_argument("--pipeline", default="en_core_web_sm", help="textacy's spaCy pipeline")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N cases of each kind of error")
    options = parser.parse_args(argv)
    readers: dict[str, Callable[[], Reader]] = {
        "newsschema": lambda: read_with_newsschema,
        "baseline": lambda: read_with_baseline,
        "textacy": lambda: read_with_textacy(options.pipeline),
    }
    read = readers[options.reader]()
    documents = list(load(options.texts, options.annotations, options.half))
    for doc in documents[:20]:  # warm caches before the clock runs
        read(doc.text)
    begin = time.process_time()  # the machine may have other work
    results = [read(doc.text) for doc in documents]
    seconds = time.process_time() - begin
    score = Score()
    for doc, guesses in zip(documents, results, strict=True):
        score.add(doc, guesses)
    print(f"{options.reader}: {len(documents)} documents, {sum(len(d.gold) for d in documents)} attributions")
    print(score.table(sum(len(d.text) for d in documents), seconds))
    if options.errors:
        shown: dict[str, int] = defaultdict(int)
        for row, name, detail, context in sorted(
            score.errors, key=lambda e: hashlib.md5(repr(e).encode(), usedforsecurity=False).digest()
        ):
            shown[row] += 1
            if shown[row] <= options.errors:
                print(f"\n[{row}] {name}\n  {detail}\n  {context}")
        print("\n" + "  ".join(f"{row}: {count}" for row, count in sorted(shown.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
