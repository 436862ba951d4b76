"""What the tests of the formats share."""

import json
import re
from pathlib import Path

import pytest

from newsschema import (
    Anonymity,
    Article,
    Attribution,
    Author,
    Correction,
    Dateline,
    Edit,
    EditKind,
    Fragment,
    Medium,
    Part,
    Polarity,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Span,
    Subject,
    SubjectKind,
    to_dict,
)

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"

TEXT = (
    "The ferry “Grey Gull” 🚢 will sail again on Monday, harbour master Inés Okafor told reporters at the quay.\n\n"
    "“We have checked every bolt [on the ramp],” she said. “Nobody need be afraid,” she said, “and nobody "
    "need swim.”\n\n"
    "A port official, who would not be named, said the repair had cost «twice as much» as planned, and that "
    "the town would pay.\n\n"
    "“Sailors say ‘the sea forgives nothing’,” the chaplain Jón Á. wrote in the parish paper.\n\n"
    "قال الصياد: “البحر هادئ اليوم” and went home, he said.\n\n"
    "The company denied that it would raise its fares."
)


def span(words, cls=Span, *, after=0, **fields):
    """The first place of the words in the story, from a position on."""
    start = TEXT.index(words, after)
    return cls(text=words, start=start, end=start + len(words), **fields)


def story():
    """A story with pieces, a quote in a quote, an epithet, a denial, marks and characters of every kind."""
    sources = (
        Source(
            id="s1",
            name="Inés Okafor",
            kind=SourceKind.PERSON,
            role="harbour master",
            affiliation="Port of Skarvik",
            same_as=("https://example.org/people/okafor",),
        ),
        Source(id="s2", description="a port official", kind=SourceKind.PERSON, anonymity=Anonymity.ANONYMOUS),
        Source(id="s3", name="Jón Á.", kind=SourceKind.PERSON, role="chaplain"),
        Source(id="s4", name="the company", kind=SourceKind.ORGANISATION),
    )
    said = TEXT.index("“Nobody")
    quotes = (
        Quote(id="q1", kind=QuoteKind.EPITHET, content=(span("Grey Gull", Fragment),)),
        Quote(
            id="q2",
            kind=QuoteKind.INDIRECT,
            content=(span("will sail again on Monday", Fragment, verbatim=False),),
            attribution=Attribution(
                source="s1",
                mention=span("harbour master Inés Okafor"),
                cue=span("told"),
                addressee=span("reporters"),
                setting=span("at the quay"),
            ),
        ),
        Quote(
            id="q3",
            kind=QuoteKind.DIRECT,
            content=(span("We have checked every bolt [on the ramp],", Fragment),),
            attribution=Attribution(source="s1", mention=span("she"), cue=span("said"), confidence=0.75),
            edits=(span("[on the ramp]", Edit, kind=EditKind.INSERTION),),
        ),
        Quote(
            id="q4",
            kind=QuoteKind.DIRECT,
            content=(span("Nobody need be afraid,", Fragment), span("and nobody need swim.", Fragment)),
            attribution=Attribution(source="s1", mention=span("she", after=said), cue=span("said", after=said)),
        ),
        Quote(
            id="q5",
            kind=QuoteKind.PARTIAL,
            content=(
                span("the repair had cost", Fragment, verbatim=False),
                span("twice as much", Fragment),
                span("as planned", Fragment, verbatim=False),
            ),
            attribution=Attribution(source="s2", mention=span("A port official"), cue=span("said", after=said + 90)),
        ),
        Quote(
            id="q6",
            kind=QuoteKind.DIRECT,
            content=(span("Sailors say ‘the sea forgives nothing’,", Fragment),),
            attribution=Attribution(
                source="s3", mention=span("the chaplain Jón Á."), cue=span("wrote"), medium=Medium.WRITING
            ),
        ),
        Quote(
            id="q7",
            kind=QuoteKind.DIRECT,
            content=(span("the sea forgives nothing", Fragment),),
            attribution=Attribution(mention=span("Sailors"), cue=span("say")),
            parent="q6",
        ),
        Quote(
            id="q8",
            kind=QuoteKind.DIRECT,
            content=(span("البحر هادئ اليوم", Fragment),),
            attribution=Attribution(mention=span("الصياد"), cue=span("قال")),
            translated_from="ar",
        ),
        Quote(
            id="q9",
            kind=QuoteKind.INDIRECT,
            content=(span("it would raise its fares", Fragment, verbatim=False),),
            attribution=Attribution(
                source="s4", mention=span("The company"), cue=span("denied"), polarity=Polarity.DENIED
            ),
        ),
    )
    return Article(
        id="urn:example:ferry",
        headline="Ferry to sail again",
        text=TEXT,
        language="en",
        published="2026-03-03",
        updated="2026-03-04T08:30:00+01:00",
        summary="The quay is mended.",
        byline="By Lena Brandt in Skarvik",
        authors=(Author(name="Lena Brandt", same_as=("https://example.org/people/brandt",)),),
        credit="SNB",
        dateline=Dateline(text="SKARVIK, March 3 (SNB)", place="SKARVIK"),
        url="https://example.org/ferry",
        version="2",
        status="usable",
        rights="© 2026 SNB",
        subjects=(
            Subject(name="Inés Okafor", kind=SubjectKind.PERSON, uri="https://example.org/people/okafor"),
            Subject(name="Skarvik", kind=SubjectKind.PLACE),
            Subject(name="shipping"),
        ),
        corrections=(Correction(text="An earlier version had the wrong day.", date="2026-03-04"),),
        sources=sources,
        quotes=quotes,
    )


@pytest.fixture
def article():
    """The story."""
    return story()


@pytest.fixture(scope="session")
def standards():
    """The folder of official schemas and documents, which lies beside the project where it is developed."""
    if not STANDARDS.is_dir():
        pytest.skip("the official documents are not beside the project")
    return STANDARDS


@pytest.fixture(scope="session")
def seed(standards):
    """The text of the story that the project started from."""
    return (standards.parent / "seed" / "article.txt").read_text()


@pytest.fixture(scope="session")
def minus():
    """An article as plain data without what a report says was lost; lists of things with ids by their ids."""

    def minus(article, report, like=None):
        tree, guide = keyed(to_dict(article)), to_dict(like or article)
        for loss in report.losses:
            node, path = tree, steps(guide, loss.path)
            for step in path[:-1]:
                node = node.get(step, {}) if isinstance(node, dict) else node[step] if step < len(node) else {}
            if isinstance(node, list):
                node[path[-1]] = None
            else:
                node.pop(path[-1], None)
        return tree

    return minus


def keyed(node):
    """The tree with lists of objects that have ids as objects by id."""
    if isinstance(node, dict):
        return {key: keyed(value) for key, value in node.items()}
    if isinstance(node, list):
        if node and all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in node):
            return {item["id"]: keyed(item) for item in node}
        return [keyed(item) for item in node]
    return node


def steps(guide, path):
    """The path with ids for the indices of lists whose items have some."""
    found = []
    for step in path:
        named = isinstance(guide, list) and all(
            isinstance(item, dict) and isinstance(item.get("id"), str) for item in guide
        )
        found.append(guide[step]["id"] if named else step)
        guide = guide[step] if isinstance(guide, list) or step in guide else {}
    return found


@pytest.fixture(scope="session")
def documents(standards):
    """The official ninjs items: examples, and what the test suite says should pass; by their path."""
    found = [*standards.glob("ninjs/examples/**/*.json"), *standards.glob("ninjs/test_suite/*/should_pass/*.json")]
    items = {str(path.relative_to(standards)): json.loads(path.read_bytes()) for path in sorted(found)}
    return {
        name: item for name, item in items.items() if isinstance(item, dict) and not re.search("extension-schema", name)
    }


@pytest.fixture(params=[part.value for part in Part])
def part(request):
    """Every part of an article."""
    return request.param
