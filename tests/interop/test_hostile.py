"""Whatever a document is, nothing but the library's own error leaves a reader."""

import copy
import runpy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsschema import Article, NewsSchemaError
from newsschema.interop import formats

SAMPLES = runpy.run_path(str(Path(__file__).with_name("documents.py")))
DOCUMENTS, TEXT = SAMPLES["DOCUMENTS"], SAMPLES["TEXT"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("\ud800\0"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["@id", "value", "id", "text"]), inner),
    max_leaves=4,
)
NAMES = sorted(name for name, form in formats().items() if form.read)


def places(node, path=()):
    """The path to every node of a document."""
    yield path
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


def changed(document, path, value):
    """The document with another value in one place."""
    if not path:
        return value
    made = copy.deepcopy(document)
    node = made
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return made


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(settings.get_profile("quarter"), suppress_health_check=list(HealthCheck))
def test_a_changed_document_reads_or_is_refused(article, name, data):
    """A document with one or two values changed gives an article and a report, or our error."""
    form = formats()[name]
    document = DOCUMENTS.get(name) or form.write(article)[0]
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from(list(places(document))))
        document = changed(document, path, data.draw(VALUES))
    base = (
        [article.replace(quotes=(), sources=()) if name in ("webannotation", "brat") else TEXT]
        if form.text != "own"
        else []
    )
    try:
        found, report = form.read(document, *base)
    except NewsSchemaError:
        return
    assert isinstance(found, Article)
    assert all(loss.reason for loss in report.losses)


@given(
    junk=st.text()
    | st.lists(st.sampled_from(["T1\tCue 1 3\tai", "E1\tAttribution:T1 Content:T1", "T1\tContent 0 9;9 4\t"])).map(
        "\n".join
    )
)
@settings.get_profile("half")
def test_any_lines_are_an_annotation_file(junk):
    """Any text reads as an annotation file of brat."""
    assert formats()["brat"].read(junk, TEXT)[0].text == TEXT


@given(junk=st.text() | st.text("<>/=!\"' adivpscrtJSON{}[]-ld+&;#x", max_size=60) | st.binary(max_size=20))
@settings.get_profile("half")
def test_any_text_is_no_page_or_one(junk):
    """Any text or bytes given as a page read or are refused."""
    with pytest.raises(NewsSchemaError, match="expected an article in JSON-LD"):
        formats()["schemaorg"].read(junk)


PIECES = [
    "",
    "<",
    ">",
    "&",
    "&amp;",
    "&nbsp;",
    "</p>",
    "<p>",
    "<q quote-source='A'>",
    "<!--",
    "<![CDATA[",
    "\0",
    "\ud800",
    '"',
]


@pytest.mark.parametrize("name", ["newsmlg2", "nitf"])
@given(data=st.data())
@settings(settings.get_profile("half"), suppress_health_check=list(HealthCheck))
def test_changed_xml_reads_or_is_refused(article, name, data):
    """Markup with a piece cut out, and another put in, gives an article and a report, or our error."""
    document = DOCUMENTS.get(name) or formats()[name].write(article)[0]
    start = data.draw(st.integers(0, len(document)))
    end = data.draw(st.integers(start, min(start + 40, len(document))))
    changed = document[:start] + data.draw(st.sampled_from(PIECES)) + document[end:]
    try:
        found, report = formats()[name].read(changed)
    except NewsSchemaError:
        return
    assert isinstance(found, Article)
    assert all(loss.reason for loss in report.losses)


@pytest.mark.parametrize("label", [[], {}, 5, None])
def test_relations_of_any_label_are_read(article, label):
    """A relation of a task whose ends have labels of other types links nothing."""
    task, _ = formats()["prodigy"].write(article)
    end = {"label": label, "start": 0, "end": 1}
    again, _ = formats()["prodigy"].read(task | {"relations": [{"head_span": end, "child_span": end}]})
    assert again.text == article.text
