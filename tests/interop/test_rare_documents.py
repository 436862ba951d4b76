"""What few documents have: keywords that are subjects already, sources told twice, pages with hardly any text."""

import sys
from types import SimpleNamespace

from newsschema.interop.html import from_html
from newsschema.interop.ninjs import from_ninjs

SOURCE = {"id": "s1", "name": "Ines Okafor"}
ITEM = {
    "uri": "urn:example:1",
    "type": "text",
    "version": "1",
    "body_text": "Rain fell.",
    "subject": [{"name": "Harbours"}],
    "keywords": ["Harbours", "Ferries", 5],
    "newsschema": {"schema_version": "1.0", "sources": [SOURCE, SOURCE]},
}


def test_keywords_are_topics_once():
    """A keyword that no subject names becomes a topic; a source that is told twice is one."""
    article, _ = from_ninjs(ITEM)
    assert {"Harbours", "Ferries"} <= {subject.name for subject in article.subjects}
    assert 1 == [subject.name for subject in article.subjects].count("Harbours")
    assert ["Ines Okafor"] == [source.name for source in article.sources]


def test_a_page_is_read_once_more_where_little_was_found(monkeypatch):
    """Where the text found is less than half of the page's, the extractor is asked for more."""
    words = "The ferry sails at nine. " * 40
    asked = []

    def bare_extraction(_page, **options):
        asked.append(options.get("favor_recall", False))
        return SimpleNamespace(text=words if asked[-1] else "Short.", title=None)

    monkeypatch.setitem(sys.modules, "trafilatura", SimpleNamespace(bare_extraction=bare_extraction))
    article, _ = from_html(f"<html><title>Ferry</title><body><article><p>{words}</p></article></body></html>")
    assert [False, True] == asked
    assert words.strip() == article.text
