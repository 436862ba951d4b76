"""A small document of each format that has no writer: what the tests change, and fuzzing begins with."""

import json
from typing import Any, Final

TEXT: Final = "“Rain fell,” said Anna Li. “And wind came,” she said."
DOCUMENTS: Final[dict[str, Any]] = {
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
DOCUMENTS["html"] = (
    f'<html><script type="application/ld+json">{json.dumps({"@type": "Article", "articleBody": TEXT})}</script></html>'
)
