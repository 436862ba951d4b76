"""The formats there are, and which a document is in."""

import sys
from importlib.metadata import EntryPoint

import pytest

from newsschema import Article, MissingExtraError, ValidationError, to_dict
from newsschema.interop import Format, Loss, Report, _formats, detect, formats
from newsschema.interop._markup import parsed, plain_text

ARTICLE = Article(id="urn:example:1", text="Rain fell.")


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (to_dict(ARTICLE), "newsschema"),
        ({"uri": "urn:example:1"}, "ninjs"),
        ({"@context": "https://schema.org", "@type": "NewsArticle"}, "schemaorg"),
        ([{"@graph": []}], "schemaorg"),
        ('<script type="application/ld+json">{}</script>', "schemaorg"),
        ({"type": "AnnotationCollection"}, "webannotation"),
        ([{"type": ["Annotation"]}], "webannotation"),
        ("T1\tCue 0 4\tRain\n", "brat"),
        ({"quotes": [{"contents": [], "cue": {}}]}, "citron"),
        ([{"quote": "Rain", "verb": "said"}], "gendergap"),
        ({"quotes": [{"beginIndex": 0}]}, "corenlp"),
        ({"quoteID": "1"}, "quotebank"),
        ([{"quoteID": "1"}], "quotebank"),
        ({"quotes": [{"pre": "", "quote": "", "post": ""}]}, "gdelt"),
        ({"extractions": []}, "langextract"),
        ({"text": "Rain", "publish_date": None}, "newspaper4k"),
        ({"text": "Rain", "hostname": "example.org"}, "trafilatura"),
        ({"publishing_date": None}, "fundus"),
        ({"maintext": "Rain"}, "newsplease"),
    ],
)
def test_formats_are_known_by_their_content(document, name):
    """Every format is told from every other by its content."""
    assert name == detect(document).name


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({}, "in no format known here: an empty object"),
        ("Rain fell.", "in no format known here: 'Rain fell.'"),
        ([], "in no format known here: an empty list"),
        ({"uri": "urn:example:1", "schema_version": "1.0"}, r"in several formats \(ninjs, newsschema\)"),
    ],
)
def test_what_is_in_no_format_is_refused(document, message):
    """No guess where none or several claim a document."""
    with pytest.raises(ValidationError, match=message):
        detect(document)


def test_every_format_that_is_written_is_read_again(article):
    """What each format writes it recognises and reads."""
    written = {name: form.write(article)[0] for name, form in formats().items() if form.write}
    assert {"newsschema", "ninjs", "schemaorg", "webannotation", "brat"} == set(written)
    for name, document in written.items():
        form = detect(document)
        assert name == form.name
        base = [article.replace(quotes=(), sources=())] if form.needs_text else []
        assert article.text == form.read(document, *base)[0].text


def test_other_packages_add_formats(monkeypatch):
    """A format comes by entry point, and replaces none of ours."""
    theirs = Format(name="telex", detects=lambda document: document == "ZCZC")
    fake = Format(name="ninjs")
    monkeypatch.setattr(sys.modules[__name__], "TELEX", theirs, raising=False)
    monkeypatch.setattr(sys.modules[__name__], "FAKE", fake, raising=False)
    points = [EntryPoint(name.lower(), f"{__name__}:{name}", _formats.GROUP) for name in ("TELEX", "FAKE")]
    monkeypatch.setattr("newsschema._plugins.entry_points", lambda group: points if group == _formats.GROUP else [])
    formats.cache_clear()
    try:
        assert theirs == detect("ZCZC")
        assert formats()["ninjs"].read is not None
        points.append(EntryPoint("article", f"{__name__}:ARTICLE", _formats.GROUP))
        formats.cache_clear()
        with pytest.raises(TypeError, match=r"'article' of newsschema\.formats leads to no Format"):
            formats()
    finally:
        formats.cache_clear()


def test_a_loss_reads_as_a_line():
    """A loss tells its place and why; a report is its lines, and false when nothing was lost."""
    report = Report((Loss(("quotes", 0, "edits"), "no place"), Loss((), "nothing in it")))
    assert (str(report), bool(report), bool(Report())) == ("quotes[0].edits: no place\nnothing in it", True, False)


def test_the_parser_is_optional(monkeypatch):
    """Without the extra the error names it."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(MissingExtraError, match=r"newsschema\[interop\]"):
        plain_text("<p>Rain</p>")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("<!-- nothing -->", ""),
        ("Rain &lt; <b>wind</b>", "Rain < wind"),
        ("<div>One <i>two</i>\n three<p>four</p>five</div>", "One two three\n\nfour\n\nfive"),
        ("<p>One<br>two<br/> <br/>three</p><ul><li>four<li>five</ul>", "One\ntwo\nthree\n\nfour\n\nfive"),
        ("<head><title>x</title></head><p>One</p><script>two</script><style>p {}</style>", "One"),
        ("<p>a\u00a0b &eacute; &#x1F327;</p>", "a\u00a0b é 🌧"),
        ('<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>&x;</p>', "]>\n\n&x;"),
        ("<p>one<table><tr><td>two</td><td>three</td></tr></table></p>", "one\n\ntwo\n\nthree"),
    ],
)
def test_markup_becomes_text(markup, text):
    """Blocks are paragraphs, breaks are lines, entities are decoded; no entity of a document's own is ever read."""
    assert text == plain_text(markup)


def test_deep_markup_is_refused():
    """Markup that is nested too deeply is a fault, not an end of the program."""
    with pytest.raises(ValidationError, match="nested too deeply"):
        parsed("<div>" * 5000)
