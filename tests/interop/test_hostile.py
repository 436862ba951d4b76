"""Whatever a document is, nothing but the library's own error leaves a reader."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsschema import Article, NewsSchemaError
from newsschema.interop import formats

TEXT = "“Rain fell,” said Anna Li. “And wind came,” she said."
DOCUMENTS = {
    "citron": [
        {
            "id": 1,
            "cue": {"start": 13, "end": 17, "text": "said"},
            "sources": [{"start": 18, "text": "Anna Li"}],
            "contents": [{"start": 0, "text": "“Rain fell,”"}],
            "coreferences": [{"text": "Anna Li"}],
            "confidence": 0.5,
        }
    ],
    "gendergap": {"quotes": [{"quote": "Rain fell,", "quote_index": "(1,11)", "speaker": "Anna Li", "verb": "said"}]},
    "corenlp": {
        "quotes": [{"id": 0, "text": "“Rain fell,”", "beginIndex": 0, "mention": "Anna Li", "mentionBegin": 0}],
        "sentences": [{"tokens": [{"characterOffsetBegin": 18}]}],
    },
    "textacy": [["Anna Li", ["said"], {"text": "“Rain fell,”", "start_char": 0}]],
    "quotebank": {
        "quoteID": "1",
        "quotation": "Rain fell,",
        "speaker": "Anna Li",
        "qids": ["Q1"],
        "probas": [["x", "0.5"]],
    },
    "gdelt": {"url": "https://example.org/", "quotes": [{"pre": "“", "quote": "Rain fell,", "post": "”"}]},
    "langextract": {
        "text": TEXT,
        "extractions": [
            {
                "extraction_class": "quote",
                "extraction_text": "Rain fell,",
                "char_interval": {"start_pos": 1},
                "attributes": {"speaker": "Anna Li", "cue": "said"},
            }
        ],
    },
    "newsmlg2": (
        '<newsItem guid="urn:x:1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>'
        "<contentMeta><headline>Rain</headline><subject qcode='medtop:1'><name>rain</name></subject></contentMeta>"
        f"<contentSet><inlineXML><nitf><body><body.content><p><q quote-source='A'>{TEXT}</q></p></body.content></body>"
        "</nitf></inlineXML></contentSet>"
        "</newsItem>"
    ),
    "newspaper4k": {"title": "Rain", "text": TEXT, "authors": ["A"], "publish_date": "2026-03-03", "tags": ["rain"]},
    "trafilatura": {
        "title": "Rain",
        "text": TEXT,
        "author": "A; B",
        "date": "2026-03-03",
        "url": "https://example.org",
    },
    "fundus": {
        "body": {"summary": ["Wet."], "sections": [{"headline": ["Rain"], "paragraphs": [TEXT]}]},
        "topics": ["a"],
    },
    "text": TEXT,
    "newsplease": {"maintext": TEXT, "date_publish": "2026-03-03 06:00:00", "authors": ["A"]},
}
DOCUMENTS |= {
    "guardian": {
        "id": "a/1",
        "webTitle": "Rain",
        "webUrl": "https://example.org",
        "fields": {"body": f"<p>{TEXT}</p>"},
    },
    "nyt": {
        "web_url": "https://example.org",
        "headline": {"main": "Rain"},
        "lead_paragraph": TEXT,
        "byline": {"person": [{"firstname": "A", "lastname": "B"}]},
        "keywords": [{"name": "persons", "value": "C"}],
    },
    "newsapi": {"title": "Rain", "publishedAt": "2026-03-03", "source": {"name": "A"}, "content": f"{TEXT} [+9 chars]"},
    "eventregistry": {
        "uri": "1",
        "title": "Rain",
        "body": TEXT,
        "dateTime": "2026-03-03",
        "concepts": [{"type": "loc", "label": {"eng": "Odda"}, "uri": "https://example.org"}],
    },
    "mediacloud": {"stories_id": 1, "title": "Rain", "text": TEXT, "story_tags": [{"tag": "rain"}]},
    "ccnews": {"title": "Rain", "text": TEXT, "domain": "example.org", "date": "2026-03-03 06:00:00"},
    "ans": {
        "_id": "A",
        "headlines": {"basic": "Rain"},
        "content_elements": [{"type": "quote", "content_elements": [{"type": "text", "content": TEXT}]}],
    },
    "ap": {"altids": {"itemid": "a"}, "headline": "Rain", "bylines": [{"by": "By A"}], "subject": [{"name": "rain"}]},
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("\ud800\0"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["@id", "value", "id", "text"]), inner),
    max_leaves=4,
)
DOCUMENTS["html"] = (
    f'<html><script type="application/ld+json">{json.dumps({"@type": "Article", "articleBody": TEXT})}</script></html>'
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
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
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
@settings(max_examples=40)
def test_any_lines_are_an_annotation_file(junk):
    """Any text reads as an annotation file of brat."""
    assert formats()["brat"].read(junk, TEXT)[0].text == TEXT


@given(junk=st.text() | st.text("<>/=!\"' adivpscrtJSON{}[]-ld+&;#x", max_size=60) | st.binary(max_size=20))
@settings(max_examples=60)
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
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
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
