"""What somebody marked in a text, and an article whose quotes are corrected by it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, TypeAlias

from attrs import define, field

from newsschema import Annotator, Article, Code, Part, Quote, QuoteKind, Span, content_id, from_dict, to_dict
from newsschema._model.anchors import SPAN_FIELDS
from newsschema._model.containers import is_object
from newsschema._model.errors import Path
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._node import Node
from newsschema.interop._pieces import Tree, kind_of
from newsschema.interop._plain import field_of, format_json_value, refusal
from newsschema.interop._registry import Row
from newsschema.interop._report import Loss, LossCode, Report

Place: TypeAlias = tuple[int, int]
"""Where a stretch of the text begins and ends, in code points."""

OURS: Final = "newsschema"
"""Where a task has the article."""
DIRECT: Final = "Direct"
REPORTED: Final = "Reported"
EPITHET: Final = "Epithet"
CONTENT: Final = (DIRECT, REPORTED, EPITHET)
"""Labels of what is said: between quotation marks, reported, or marked and said by nobody here."""
ROLES: Final = {
    "mention": "Source",
    "cue": "Cue",
    "addressee": "Addressee",
    "setting": "Setting",
    "time": "Time",
    "condition": "Condition",
    "via": "Via",
    "edits": "Edit",
}
"""The labels of the other stretches, by the role of the span."""
_ROLE_OF: Final = {label: role for role, label in ROLES.items()}
LABELS: Final = (*CONTENT, *ROLES.values())
_MOST_CANDIDATES: Final = 50
"""Quotes that overlap what was marked and are looked at."""


def rows(mark: str, *, pieces: str, speaker: str, annotators: tuple[str, ...]) -> tuple[Row, ...]:
    """What a tool in which people mark text has for each field.

    Args:
        mark: What it calls that which has a label.
        pieces: How it tells which pieces are one quotation.
        speaker: Where it has the speaker's name.
        annotators: Where it says who marked the text.
    """
    content = (f"{mark}: {', '.join(CONTENT)}",)
    return (
        Row("quotes.kind", content),
        Row("quotes.content", content, note=pieces),
        *(Row(f"quotes.attribution.{role}", (f"{mark}: {ROLES[role]}",)) for role in SPAN_FIELDS),
        Row("quotes.edits", (f"{mark}: {ROLES['edits']}",)),
        Row("quotes.attribution.source", (speaker,)),
        Row("quotes.annotators", annotators),
        Row("sources", (speaker,)),
    )


@define(eq=False)
class Marked:
    """A quotation as it is marked in a text.

    Attributes:
        path: Where the document has it.
        content: The pieces of what was said, each with its label.
        roles: The other stretches, by their role.
        edits: The places where an editor touched the words.
        speaker: What the speaker is called, where that is said.
    """

    path: Path = ()
    content: dict[Place, str] = field(factory=dict[Place, str])
    roles: dict[str, Place] = field(factory=dict[str, Place])
    edits: set[Place] = field(factory=set[Place])
    speaker: str | None = None

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return min(self.content)[0]


def marked_of(quote: Quote) -> Marked | None:
    """How a quote is marked in the text; `None` where its words have no place there."""
    label = EPITHET if quote.kind is QuoteKind.EPITHET else None
    marked = Marked()
    for piece in quote.content:
        place = place_of(piece)
        if place is None:
            return None
        marked.content[place] = label or (DIRECT if piece.verbatim else REPORTED)
    marked.edits = {place for edit in quote.edits if (place := place_of(edit)) is not None}
    roles = {role: place_of(getattr(quote.attribution, role, None)) for role in SPAN_FIELDS}
    marked.roles = {role: place for role, place in roles.items() if place is not None}
    return marked


def stretches_of(quote: Quote) -> list[tuple[str, Place]]:
    """What is marked of a quote, each with its label, the pieces first; nothing where it has no place in the text."""
    marked = marked_of(quote)
    if marked is None:
        return []
    return [
        *((label, place) for place, label in sorted(marked.content.items())),
        *((ROLES[role], place) for role, place in marked.roles.items()),
        *((ROLES["edits"], place) for place in sorted(marked.edits)),
    ]


def place_of(span: Span | None) -> Place | None:
    """Where a span stands in the text, if it does."""
    if span is None or span.part is not Part.TEXT or span.start is None or span.end is None:
        return None
    return span.start, span.end


class Marks:
    """What a document marks in a text, region by region, until it is known what belongs together.

    Attributes:
        regions: The label and the place of each region, by its name.
        links: Names of regions that belong to one quotation.
        speakers: What the speaker of a piece is called, by the name of its region.
        losses: What is to be told of the document.
    """

    def __init__(self) -> None:
        self.regions: dict[str, tuple[str, Place]] = {}
        self.links: list[tuple[str, str]] = []
        self.speakers: dict[str, str] = {}
        self.losses: list[Loss] = []
        self._paths: dict[str, Path] = {}

    def lose(self, code: LossCode, path: Path, reason: str) -> None:
        """Report something that is not read, or not as it is."""
        self.losses.append(Loss(code, path, reason))

    def add(self, node: Node, label: object, place: Place | None) -> str | None:
        """Add a region; its name, which is its own id where no other has it, or `None` where it marks nothing."""
        if place is None or label not in LABELS:
            self.lose(LossCode.UNREADABLE, node.path, "it marks nothing with a label that is known here")
            return None
        name = str(node.get("id").value or "")
        if not name or name in self.regions:
            name = f"region {node.path[-1]}"
        self.regions[name], self._paths[name] = (str(label), place), node.path
        return name

    def quotations(self) -> list[Marked]:
        """The quotations that the regions and the links between them make; regions that none has are reported."""
        groups = {key: key for key, (label, _) in self.regions.items() if label in CONTENT}
        others = _joined(groups, self.links)
        found: dict[str, Marked] = {}
        for key in groups:
            marked = found.setdefault(_root(groups, key), Marked(path=self._paths[key]))
            label, place = self.regions[key]
            marked.content[place] = label
            marked.speaker = marked.speaker or self.speakers.get(key)
            for other in others[key]:
                _add_role(marked, self.regions.get(other))
        joined = {*groups, *chain.from_iterable(others.values())}
        for key, (label, _) in self.regions.items():
            if key not in joined:
                self.lose(LossCode.NO_PLACE, self._paths[key], f"no quotation is linked with this {label}")
        return list(found.values())


def _joined(groups: dict[str, str], links: Iterable[tuple[str, str]]) -> defaultdict[str, list[str]]:
    """Bring pieces that links join into one group; gives what else is linked with each piece."""
    others: defaultdict[str, list[str]] = defaultdict(list)
    for left, right in links:
        if left in groups and right in groups:
            groups[_root(groups, right)] = _root(groups, left)
        elif left in groups:
            others[left].append(right)
        elif right in groups:
            others[right].append(left)
    return others


def _root(groups: dict[str, str], key: str) -> str:
    while groups[key] != key:
        groups[key] = groups[groups[key]]
        key = groups[key]
    return key


def _add_role(marked: Marked, region: tuple[str, Place] | None) -> None:
    if region is not None and region[0] in _ROLE_OF:
        role = _ROLE_OF[region[0]]
        if role == "edits":
            marked.edits.add(region[1])
        else:
            marked.roles[role] = region[1]


def corrected(base: Article, marks: Marks, annotator: Annotator | None) -> tuple[Article, Report]:
    """The article with the quotes that were marked in its text, and a report of the document.

    A quote of the article that is marked as it was stays as it is; one that is marked otherwise keeps what marks do not
    say; one that is not marked any more is gone. Quotes whose words have no place in the text cannot be marked, and
    stay.

    Args:
        base: The article.
        marks: What was marked.
        annotator: Who marked it; added to the annotators of every quote that was seen. `None` where nobody did yet.
    """
    article, report = _Corrector(base, annotator).article(marks.quotations())
    return article, Report((*marks.losses, *report.losses))


def article_of(task: Node) -> Article:
    """The article that a task is about: the one in it, whose text is the task's, or one of that text.

    Raises:
        ValidationError: There is no text, or the article has another, or it has faults.
    """
    text, own = field_of(task.value, "text"), task.get(OURS).value
    if is_object(own):
        article = from_dict(own)
        if text not in (None, article.text):
            message = "the text of the task is not that of the article in it"
            raise refusal((*task.path, "text"), message, Code.SPAN_MISMATCH)
        return article
    if not isinstance(text, str):
        raise refusal((*task.path, "text"), f"expected the text of the task, got {format_json_value(text)}")
    headline = task.get("headline").value
    return Article(id=content_id(text), text=text, headline=headline if isinstance(headline, str) else None)


class _Corrector:
    """Brings what was marked and the quotes of an article together."""

    def __init__(self, base: Article, annotator: Annotator | None) -> None:
        self._base = base
        self._annotator = annotator
        self._builder = ArticleBuilder(base.replace(quotes=()))
        self._trees: dict[str, Tree] = {tree["id"]: tree for tree in to_dict(base).get("quotes", ())}
        self._marked = {quote.id: marked_of(quote) for quote in base.quotes}
        self._said_by = {
            quote.attribution.mention.text: quote.source
            for quote in base.quotes
            if quote.attribution is not None and quote.attribution.mention is not None and quote.source is not None
        }
        self._labels = {source.id: source.label.strip() for source in base.sources}

    def article(self, found: list[Marked]) -> tuple[Article, Report]:
        matches = self._matches(found)
        stay = {name: self._trees[name] for name, marked in self._marked.items() if marked is None}
        there = stay | {name: self._changed(name, marked) for name, marked in matches.items()}
        taken = {id(marked) for marked in matches.values()}
        new = sorted((marked for marked in found if id(marked) not in taken), key=lambda marked: marked.start)
        kept = [(name, there[name]) for name in self._trees if name in there]
        for path, tree in self._ordered(kept, new, matches):
            if "parent" in tree and tree["parent"] not in there:
                del tree["parent"]
            self._builder.add_quote(path, tree)
        if self._annotator is not None:
            self._builder.add_annotator(to_dict(self._annotator), ())
        return self._builder.finish()

    # Which of the article's quotes is meant.

    def _matches(self, found: list[Marked]) -> dict[str, Marked]:
        """What was marked of the article's quotes: the same, then the same words, then words that overlap."""
        open_ = {name: marked for name, marked in self._marked.items() if marked is not None}
        left = found
        matches: dict[str, Marked] = {}
        for key_of in (_whole_key, _content_key):
            names: defaultdict[Any, list[str]] = defaultdict(list)
            for name in reversed(open_):
                names[key_of(open_[name])].append(name)
            rest: list[Marked] = []
            for marked in left:
                same = names[key_of(marked)]
                if same:
                    matches[same.pop()] = marked
                else:
                    rest.append(marked)
            left = rest
            open_ = {name: marked for name, marked in open_.items() if name not in matches}
        starts = sorted((marked.start, name) for name, marked in open_.items())
        for marked in left:
            overlapping = self._overlapping(marked, starts, matches)
            if overlapping is not None:
                matches[overlapping] = marked
        return matches

    def _overlapping(self, marked: Marked, starts: list[tuple[int, str]], matches: Mapping[str, Marked]) -> str | None:
        """The quote that shares the most characters with what was marked, where one shares any."""
        end = max(place[1] for place in marked.content)
        at = bisect_left(starts, (end, ""))
        near = [name for _, name in starts[max(at - _MOST_CANDIDATES, 0) : at] if name not in matches]
        shared = [(_shared(marked, self._marked[name]), name) for name in near]
        best = max(shared, default=(0, ""))
        return best[1] if best[0] else None

    # What becomes of it.

    def _changed(self, name: str, marked: Marked) -> Tree:
        tree, before = self._trees[name], self._marked[name]
        assert before is not None
        if marked.content != before.content:
            tree |= self._content(marked)
        if marked.edits != before.edits:
            tree["edits"] = self._edits(marked, tree.get("edits", ()))
        attribution = tree.get("attribution", {})
        for role in {*marked.roles, *before.roles}:
            if marked.roles.get(role) != before.roles.get(role):
                attribution.pop(role, None)
                attribution |= {role: self._span(marked.roles[role])} if role in marked.roles else {}
        self._set_source(marked, attribution, changed=marked.roles.get("mention") != before.roles.get("mention"))
        if attribution or tree["kind"] != QuoteKind.EPITHET:
            tree["attribution"] = attribution
        return self._seen(tree)

    def _new(self, marked: Marked) -> Tree:
        attribution: Tree = {role: self._span(place) for role, place in marked.roles.items()}
        self._set_source(marked, attribution, changed=True)
        tree = self._content(marked) | {"attribution": attribution}
        if marked.edits:
            tree["edits"] = self._edits(marked, ())
        return self._seen(tree)

    def _content(self, marked: Marked) -> Tree:
        pieces = [
            self._span(place) | {"verbatim": label != REPORTED} for place, label in sorted(marked.content.items())
        ]
        is_epithet = set(marked.content.values()) == {EPITHET}
        return {"kind": "epithet" if is_epithet else kind_of(pieces), "content": pieces}

    def _edits(self, marked: Marked, before: Iterable[Tree]) -> list[Tree]:
        """The edits that are marked, those of before with their kind; those without a place in the text stay."""
        known = {(edit.get("start"), edit.get("end")): edit for edit in before if edit.get("part", "text") == "text"}
        stay = [edit for edit in before if edit.get("start") is None or edit.get("part", "text") != "text"]
        new = {"kind": "insertion"}
        return [known.get(place) or self._span(place) | new for place in sorted(marked.edits)] + stay

    def _span(self, place: Place) -> Tree:
        start, end = place
        return {"text": self._base.text[start:end], "start": start, "end": end}

    def _set_source(self, marked: Marked, attribution: Tree, *, changed: bool) -> None:
        """Let the quote have the speaker who was named; else, where other words name him now, whom those words name."""
        before = self._labels.get(attribution.get("source", ""))
        speaker = marked.speaker and marked.speaker.strip()
        if speaker and speaker != before:
            attribution["source"] = self._builder.source(speaker)
        elif changed and not speaker:
            mention = attribution.get("mention", {}).get("text")
            attribution["source"] = self._said_by.get(mention) or self._builder.source(mention)
        if attribution.get("source") is None:
            attribution.pop("source", None)

    def _seen(self, tree: Tree) -> Tree:
        if self._annotator is not None:
            self._builder.seen_by(tree, self._annotator.id)
        return tree

    def _ordered(
        self, kept: list[tuple[str, Tree]], new: list[Marked], matches: Mapping[str, Marked]
    ) -> Iterator[tuple[Path, Tree]]:
        """The quotes in the order of the article, new ones where the text has them."""
        ahead = list(reversed(new))
        for name, tree in kept:
            marked = matches.get(name)
            while ahead and marked is not None and ahead[-1].start < marked.start:
                following = ahead.pop()
                yield following.path, self._new(following)
            yield marked.path if marked else ("quotes",), tree
        for following in reversed(ahead):
            yield following.path, self._new(following)


def _whole_key(marked: Marked) -> tuple[Any, ...]:
    """All that is marked, the speaker's name apart."""
    return tuple(sorted(marked.content.items())), tuple(sorted(marked.roles.items())), tuple(sorted(marked.edits))


def _content_key(marked: Marked) -> tuple[Any, ...]:
    """The places of the words."""
    return tuple(sorted(marked.content))


def _shared(left: Marked, right: Marked | None) -> int:
    """How many characters two quotations share."""
    assert right is not None
    ours, theirs = sorted(left.content), sorted(right.content)
    shared = one = other = 0
    while one < len(ours) and other < len(theirs):
        (low, high), (start, end) = ours[one], theirs[other]
        shared += max(0, min(high, end) - max(low, start))
        one, other = (one + 1, other) if high <= end else (one, other + 1)
    return shared
