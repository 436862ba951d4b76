"""The formats there are, which a document is in, and the one door to them."""

import encodings
import gzip
import io
import json
import pickle
import subprocess
import sys

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from newsschema import (
    Article,
    Limits,
    MissingExtraError,
    NewsSchemaError,
    ValidationError,
    content_id,
    interop,
    to_dict,
)
from newsschema.interop import (
    Certainty,
    Document,
    DocumentError,
    Evidence,
    Format,
    Loss,
    LossCode,
    Report,
    UnknownFormatError,
    _registry,
    detect,
    formats,
    has_keys,
    read,
    read_many,
)
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._markup import parsed, plain_text
from newsschema.interop._node import Node
from newsschema.interop.text import from_text

ARTICLE = Article(id="urn:example:1", text="Rain fell.")


ITEM = {"uri": "urn:example:1", "headline": "Rain", "body_text": "Rain fell."}
STORY = "Rain fell in Odda on Monday.\n\n“It is wet,” harbour master Ines Okafor said."


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (to_dict(ARTICLE), "newsschema"),
        ({"uri": "urn:example:1", "bodies": []}, "ninjs"),
        ({"uri": "urn:example:1", "type": "picture", "infosource": []}, "ninjs"),
        ({"uri": "urn:x:1", "$standard": {"name": "ninjs"}, "headline": "Rain", "altids": {"itemid": "1"}}, "ninjs"),
        ({"uri": "urn:x:1", "versioncreated": "2026", "headline": "Rain", "altids": {"itemid": "1"}}, "ap"),
        (json.dumps({"uri": "urn:x:1", "body_text": "Rain fell. It was wet. " * 20}, indent=4), "ninjs"),
        ({"guid": "urn:example:1", "body_html": "<p>Rain.</p>"}, "ninjs"),
        ({"uri": "urn:example:1", "standard": {"name": "ninjs"}}, "ninjs"),
        ({"uri": "urn:example:1", "body_text": "Rain."} | to_dict(ARTICLE), "newsschema"),
        ({"@context": "https://schema.org", "@type": "NewsArticle"}, "schemaorg"),
        ([{"@graph": [{"@type": "NewsArticle"}]}], "schemaorg"),
        ('<script type="application/ld+json">{"@type": "NewsArticle"}</script>', "html"),
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
        (STORY, "text"),
        (json.dumps(STORY), "text"),
    ],
)
def test_formats_are_known_by_their_content(document, name):
    """Every format is told from every other by its content, decoded or as text or bytes."""
    assert name == detect(document).name
    given = document if isinstance(document, str) else json.dumps(document)
    assert [name, name] == [detect(given).name, detect(bytearray(given.encode())).name]


def test_a_detection_says_how_sure_it_is():
    """What is found has its certainty, and a reason for people."""
    found = detect({"uri": "urn:example:1", "standard": {"name": "ninjs"}})
    assert (found.certainty, found.reason) == (Certainty.CERTAIN, "it names the standard ninjs")


@pytest.mark.parametrize(
    ("document", "looks_like"),
    [
        ({}, "an empty object"),
        ([], "an empty list"),
        (None, "null"),
        ({"colour": "red"}, "a JSON object with 'colour'"),
        (dict.fromkeys("abcdef", 1), "a JSON object with 'a', 'b', 'c', 'd' and more"),
        ([{"colour": "red"}], "a list of 1 documents, none of a known format"),
        ({"uri": "https://example.org/1", "colour": "red"}, "a JSON object with 'uri', 'colour'"),
        ({"uri": "https://example.org/1"}, "a JSON object with 'uri'"),
        (
            '{"colour": "The red of the boat is that of the quay. It is a red that nobody forgets."}',
            "a JSON object with 'colour'",
        ),
        ('{"uri": ', "JSON that is broken (Input data was truncated)"),
        ("[" * 100_000, "JSON that is broken (it is nested too deeply)"),
        ("{}\n{}\n", "JSON lines, which hold several documents"),
        ("", "an empty document"),
        (" \n", "an empty document"),
        ("%PDF-1.7 ...", "a PDF"),
        (b"\n{\\rtf1 Rain fell.}", "an RTF"),
        (b"PK\x03\x04....word/document.xml", "a Word document"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\0\0\0\x18ftypmp42", "video or a picture (MP4, HEIF)"),
        (gzip.compress(b"Rain fell.", mtime=0), "data that is compressed with gzip"),
        (b"Rain\x00\xff fell.", "data that is not text"),
        ("Ré fell.".encode("latin-1"), "text in an encoding that is not UTF-8"),
        ("<html><body><p>Rain fell.</p></body></html>", "HTML without an article"),
        ("<!DOCTYPE html>\n<title>Rain</title>", "HTML without an article"),
        ("<p>Rain fell.</p>", "HTML without an article"),
        ("<?xml version='1.0'?><!-- feeds --><opml version='2.0'/>", "an outline (OPML)"),
        ("<!DOCTYPE a [<!ENTITY b 'c>'>]><x:a xmlns:x='urn:x'/>", "XML whose first element is 'a'"),
        ("<?xml version='1.0'?>", "XML that is broken"),
        ("<?xml version='1.0'", "XML that is broken"),
        (
            "\x16\x16\x01W0001\x1ftest\n\x02Rain\n\nAna Ruiz said it fell.\n\x03",
            "wire copy with control characters",
        ),
        ("Rain \x1b[1mfell\x1b[0m.", "text with control characters"),
        ("From: Ana Ruiz <ana@example.org>\nSubject: Rain\n\nRain fell.", "an e-mail"),
        ("Received: by example.org\n\twith SMTP\nDate: Monday\n\nRain fell.", "an e-mail"),
        ("From ana@example.org Mon Mar 3\nRain fell.", "a mailbox"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nRain fell.", "subtitles"),
        ("1\n00:00:01,000 --> 00:00:02,000\nRain fell.", "subtitles"),
        ("2026-03-03T06:00:00Z started.\n2026-03-03T06:00:01Z stopped.", "a log"),
        ("https://example.org/rain", "an address, and not the document at it"),
        ("story.json", "the name of a file, and not what is in it"),
        ("UmFpbiBmZWxsLg" * 20, "encoded data"),
        ("@article{rain,\n  title = {Rain}\n}", "references (BibTeX)"),
        ("Rain fell.\n\\begin{quote}Wet.\\end{quote}", "LaTeX"),
        ("CREATE TABLE rain (fell text);", "SQL"),
        ("Rain fell.<br>Wind came.", "text with HTML tags in it"),
        ("Rain &amp; wind came.", "text with HTML entities in it"),
        ("# Rain\n\nRain fell in Odda.", "Markdown"),
        ("== Rain ==\n\nRain fell in Odda.", "wiki markup"),
        ("int main() {\n  return 0;\n}", "source code"),
        ("Headline: Rain\nByline: A. Moe\n\nRain fell.", "text with a header of fields"),
        ("title: Rain\nfell: true", "settings or fields, and no story"),
        ("steps:\n- run: make test\n- checkout\n- build the wheel", "settings or fields, and no story"),
        ("name\tsaid\nAna Ruiz\tRain fell.", "tab-separated values"),
        ('name,said\nAna Ruiz,"Rain, it fell."\nBo Li,Wind came.', "comma-separated values"),
        ("name;said\nAna Ruiz;Rain fell.", "semicolon-separated values"),
        ("| name | said |\n| Ana Ruiz | Rain fell. |", "a table"),
        ("12.5 13.1 14.9\n1.2 3.4 5.6", "text that is mostly not words"),
        ("Rain in Odda\nWind in Bergen", "text without sentences"),
    ],
)
def test_what_is_in_no_format_is_refused_by_name(document, looks_like):
    """What cannot be read is refused, and the error says what it looks like."""
    with pytest.raises(UnknownFormatError) as error:
        detect(document)
    assert looks_like == error.value.looks_like
    told = f"this is {looks_like}, and in no format that can be read here"
    others = {"": "the document is empty", "story.json": f"{told}; a pathlib.Path is read"}
    assert others.get(document.strip() if isinstance(document, str | bytes) else "-", told) == str(
        pickle.loads(pickle.dumps(error.value))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.",
        "“Rain fell,” said Anna Li.",
        '"Rain fell," said Anna Li.',
        "[Ferry] passengers waited.",
        "\ufeffRain to fall, says mayor\r\n\r\nBy A. Moe\r\n\r\nODDA, March 3 (SNB) - Rain, 1,000 litres, fell.\r\n",
        "Rain, wind, and snow fell.\nRain, wind, and snow fell.",
        "Q: Did it rain?\nA: It did.",
        '"Rain,fell.\n' + "It was wet in Odda. " * 10_000,
        "雨が降った。港は閉まった。",
        "Regn; og vind. Så kom natten; så kom dagen.\nDet var kaldt; det var vått.",
    ],
)
def test_a_story_is_sentences(text):
    """A story in plain text is known by its sentences, of whatever language, headlines and all."""
    assert detect(text).name == "text"


def test_nothing_is_guessed_between_two_formats(monkeypatch):
    """Where two formats have the same claim, the document is refused, and both are named."""
    claims = {name: Format(name=name, detect=lambda _: Evidence(Certainty.CERTAIN, "it says so")) for name in "ab"}
    monkeypatch.setattr(_registry, "formats", lambda: claims)
    with pytest.raises(UnknownFormatError, match="a document that may be a or b"):
        detect(5)


@pytest.mark.parametrize(
    ("detector", "document", "known"),
    [
        (has_keys("a"), {"a": None}, True),
        (has_keys("a", any_of=("b", "c")), {"a": 1, "c": 2}, True),
        (has_keys("a", any_of=("b", "c")), {"a": 1}, False),
        (has_keys("a"), [{"a": 1}], False),
        (has_keys("a", several=True), [{"a": 1}], True),
        (has_keys("a", several=True), [], False),
        (has_keys("a", under="b"), {"b": [{"a": 1}]}, True),
        (has_keys("a", under="b"), {"a": 1}, False),
        (has_keys("a", under="b"), 5, False),
    ],
)
def test_keys_tell_a_format(detector, document, known):
    """A format is known by keys that are all there, one of several that is, in a list or under a key."""
    assert known == (detector(Document(document)) is not None)


def test_every_format_that_is_written_is_read_again(article):
    """What each format writes it recognises and reads."""
    written = {name: form.write(article)[0] for name, form in formats().items() if form.write}
    own = {"rss", "atom", "jsonfeed", "newsschema", "ninjs", "nitf", "schemaorg", "labelstudio", "prodigy"}
    beside = {"webannotation", "hypothes_is", "brat"}
    assert own | beside == set(written)
    for name, document in written.items():
        text = article.replace(quotes=(), sources=()) if formats()[name].text == "needed" else None
        again, report = read(document, text=text)
        assert (article.text, name) == (again.text, report.format)


def test_other_packages_add_formats(install):
    """A format comes by entry point, and replaces none of ours."""
    theirs = Format(
        name="telex",
        takes="text",
        detect=lambda document: Evidence(Certainty.CERTAIN, "ZCZC") if document.text == "ZCZC" else None,
    )
    install("newsschema.formats", telex=theirs, fake=Format(name="ninjs"))
    assert theirs is detect("ZCZC").format
    assert formats()["ninjs"].read is not None
    with pytest.raises(ValueError, match="there is no format 'telex' that can be read"):
        read("ZCZC", format="telex")


def test_what_is_no_format_is_refused(install):
    """An entry point that leads to something else than a format is named."""
    install("newsschema.formats", article="no format")
    with pytest.raises(TypeError, match=r"'article' of newsschema\.formats leads to no Format"):
        formats()


def test_a_loss_reads_as_a_line():
    """A loss tells its place, why, and its code; a report is its lines, and false when nothing was lost."""
    losses = Loss(LossCode.NO_PLACE, ("quotes", 0, "edits"), "no place"), Loss(LossCode.CHANGED, (), "nothing in it")
    report = Report(losses)
    lines = "quotes[0].edits: no place (no-place)\nnothing in it (changed)"
    assert (str(report), bool(report), bool(Report())) == (lines, True, False)
    assert str(Loss(LossCode.KEPT, ("\x1b[31m\n::error::",), "kept")).isprintable()


def test_points_of_breaking_news_are_a_story():
    """Bullets of several words are sentences, with or without a line in front of them."""
    points = "- Rain kills five, police say\n- Mayor says stay home\n"
    for text in (points, f"BREAKING: Rain floods Odda, police say\n\n{points}"):
        assert "text" == detect(text).name


def test_a_story_is_read():
    """The quotations of a story in plain text are found."""
    article, report = read("“Rain fell in Odda,” harbour master Ines Okafor said.".encode())
    assert ([quote.words for quote in article.quotes], report.format) == (["Rain fell in Odda,"], "text")


def test_our_own_json_is_an_object():
    """Anything else is no article."""
    with pytest.raises(ValidationError, match="expected an article"):
        read([1], format="newsschema")


def test_what_only_a_newer_version_has_is_told():
    """Fields of our own JSON that are skipped are lost, as those of any other document are."""
    newer = {
        "schema_version": "1.7",
        "id": "urn:example:1",
        "text": "Rain.",
        "subjects": [{"name": "Rain", "weight": 2}],
    }
    article, report = read(newer)
    assert ("Rain", [("no-place", ("subjects", 0, "weight"))]) == (
        article.subjects[0].name,
        [(loss.code, loss.path) for loss in report.losses],
    )


@pytest.mark.parametrize(
    ("name", "document"),
    [("ninjs", '{"headline": "%s"}'), ("nitf", "<nitf><head><title>%s</title></head></nitf>")],
    ids=["ninjs", "nitf"],
)
def test_items_without_text_or_name_are_told_apart_by_their_headlines(name, document):
    """An id made of words is not the same for all that have a headline alone."""
    for headline in ("Rain", "Wind"):
        article, _ = read(document % headline, format=name)
        assert (headline, content_id("", headline)) == (article.headline, article.id)


@pytest.mark.parametrize("document", ["", b"\xff", b" ", 5])
def test_a_story_needs_a_text(document):
    """What is no text, or holds none, is no story."""
    with pytest.raises(ValidationError, match="expected a story in plain text"):
        from_text(document)


# The door.


@pytest.mark.parametrize(
    "given",
    [ITEM, json.dumps(ITEM), json.dumps(ITEM).encode(), [ITEM], {"data": {"item": ITEM}}],
    ids=["data", "text", "bytes", "list", "answer"],
)
def test_whatever_it_is_is_read(given):
    """A document is read decoded or not, alone or as the only one of a list or of a service's answer."""
    article, report = read(given)
    assert (article.text, report.format) == ("Rain fell.", "ninjs")


def test_a_format_may_be_named():
    """What is named is not recognised, but read as what it is said to be."""
    document = ITEM | to_dict(ARTICLE) | {"body_text": "Wind came."}
    assert read(document, format="ninjs")[0].text == "Wind came."
    assert [article.text for article, _ in read_many([document] * 2, format="ninjs")] == ["Wind came."] * 2
    with pytest.raises(ValueError, match="there is no format 'telex' that can be read"):
        read(document, format="telex")


def test_annotations_need_a_text():
    """Annotations are read with the text that is given; other documents take none."""
    line = "T1\tContent 0 10\tRain fell.\nT2\tAttribution 0 4\tRain\nE1\tAttribution:T2 Content:T1\n"
    assert len(read(line, text="Rain fell.")[0].quotes) == 1
    with pytest.raises(ValidationError, match="brat has no text of its own"):
        read(line)
    with pytest.raises(ValidationError, match="ninjs has a text of its own"):
        read(ITEM, text="Rain fell.")


def test_strict_reading_is_an_option_of_the_door():
    """Strict reading refuses what lenient reading reports."""
    with pytest.raises(ValidationError, match="versionCreated"):
        read(ITEM | {"versionCreated": "today"}, strict=True)
    assert read(ITEM | {"versionCreated": "today"})[1].losses[0].code == LossCode.UNREADABLE


@pytest.mark.parametrize(
    ("document", "message"),
    [([ITEM, ITEM], "there are several articles"), ({"schema_version": "2.0"}, "schema version 2.0")],
)
def test_the_door_gives_one_article_or_an_error(document, message):
    """Several articles are not one, and a fault is a fault."""
    with pytest.raises(ValidationError, match=message):
        read(document)


LINES = b'{"uri": "urn:example:1", "body_text": "Rain."}\n\n[1]\n{"uri": "urn:example:3", "body_text": "Wind."}\n'


@pytest.mark.parametrize("given", [LINES, LINES.decode(), io.BytesIO(LINES)], ids=["bytes", "text", "file"])
def test_json_lines_are_read_one_by_one(given):
    """A line that cannot be read is told with its number, and the others are read."""
    errors = []
    found = [(article.text, report.origin) for article, report in read_many(given, on_error=errors.append)]
    assert found == [("Rain.", "line 1"), ("Wind.", "line 4")]
    assert [error.origin for error in errors] == ["line 3"]
    assert "line 3: this is a list of 1 documents, none of a known format" in str(pickle.loads(pickle.dumps(errors[0])))


def test_files_are_read(tmp_path):
    """A path is a file, compressed where its name says so; broken data in it is a fault of the document."""
    plain, packed = tmp_path / "item.json", tmp_path / "items.jsonl.gz"
    plain.write_text(json.dumps(ITEM))
    packed.write_bytes(gzip.compress(LINES))
    assert [report.origin for _, report in read_many(plain)] == [""]
    assert [report.origin for _, report in read_many(packed, on_error="skip")] == ["line 1", "line 4"]
    assert read(plain)[0].text == "Rain fell."
    packed.write_bytes(gzip.compress(LINES)[:20])
    errors = []
    assert [] == list(read_many(packed, on_error=errors.append))
    assert ["the compressed data is broken"] == [str(error).partition(":")[0] for error in errors]


class OnlyOnce(io.RawIOBase):
    """A file that can be read only once, such as a pipe."""

    def __init__(self, data):
        self._data = io.BytesIO(data)

    def readable(self):
        """It is for reading."""
        return True

    def readinto(self, buffer):
        """What there is."""
        return self._data.readinto(buffer)


@pytest.mark.parametrize(
    "open_file", [io.BytesIO, lambda data: io.BufferedReader(OnlyOnce(data))], ids=["file", "pipe"]
)
@given(
    words=st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), min_size=2, max_size=4),
    gap=st.text(" \n\r\t", max_size=3),
    room=st.integers(0, 300),
    long=st.integers(0, 2**17),
)
def test_a_file_is_read_as_its_bytes_are(open_file, words, gap, room, long):
    """Whether it can be read twice or not, however long its lines and it are: each line is bounded, not the file."""
    items = [{"uri": f"urn:example:{number}", "body_text": word} for number, word in enumerate(words)]
    items[0]["slug"] = "a" * long
    lines = [json.dumps(item).encode() for item in items]
    data = gap.encode() + f"\n{gap}".encode().join(lines)
    limits = Limits(bytes=max(map(len, lines)) + len(gap) + room)
    expected = [*map(read, lines)]
    errors = []
    for source in (data, open_file(data)):
        found = list(read_many(source, limits=limits, on_error=errors.append))
        assert ([], expected) == (errors, [(article, evolve(report, origin="")) for article, report in found])


@pytest.mark.parametrize(
    ("document", "origins"),
    [
        ([ITEM, ITEM], ["[0]", "[1]"]),
        ({"response": {"docs": [ITEM, ITEM]}}, ["response.docs[0]", "response.docs[1]"]),
        ({"articles": [5, ITEM]}, ["articles[1]"]),
    ],
)
def test_the_documents_of_a_list_or_an_answer(document, origins):
    """Each has a name that says where it stands."""
    assert origins == [report.origin for _, report in read_many(document, on_error="skip")]


@pytest.mark.parametrize(
    "document",
    [
        "<nitf><body><body.head><hedline><hl1>{}</hl1></hedline></body.head></body></nitf>",
        "<newsItem><itemClass qcode='ninat:text'/><headline>{}</headline></newsItem>",
        '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}", "articleBody": ""}}</script>',
        '{{"headlines": [{{"value": "{}"}}], "bodies": [], "standard": {{"name": "ninjs"}}}}',
        "<rss version='2.0'><channel><item><title>{}</title></item></channel></rss>",
    ],
)
def test_what_has_neither_an_id_nor_a_text_is_named_by_its_headline(document):
    """Different documents are different articles, whatever the format."""
    form = "ninjs" if document.startswith("{") else None
    first, again, other = (read(document.format(word), format=form)[0] for word in ("Rain", "Rain", "Wind"))
    assert ("Rain", "", first.id) == (first.headline, first.text, again.id)
    assert first.id.startswith("ni:///")
    assert first.id != other.id


@pytest.mark.parametrize("headline", [5, "a\0b", ["Rain"], {"main": "Rain"}])
def test_a_headline_that_is_none_names_nothing(headline):
    """It is reported, and the article has the name of an empty text."""
    item = {"standard": {"name": "ninjs"}, "headlines": [{"value": headline}], "bodies": []}
    article, report = read(item, format="ninjs")
    assert (None, content_id("")) == (article.headline, article.id)
    assert "headlines" in str(report)


def test_errors_are_raised_where_nothing_else_is_said():
    """The first document that cannot be read ends it, with its place and cause."""
    found = read_many([ITEM, {"colour": "red"}])
    next(found)
    with pytest.raises(DocumentError, match=r"\[1\]: this is a JSON object with 'colour'") as error:
        next(found)
    assert isinstance(error.value.error, UnknownFormatError)
    with pytest.raises(ValueError, match="expected 'raise', 'skip' or a function, got 'stop'"):
        next(read_many([ITEM], on_error="stop"))


def test_what_is_too_large_is_refused():
    """A document or a line of more bytes than the limit is refused, and the others are read."""
    errors = []
    limits = Limits(bytes=46)
    assert len(list(read_many(LINES + b'{"uri": "' + b"a" * 50 + b'"}', on_error=errors.append, limits=limits))) == 2
    assert [(error.origin, error.error.issues[0].code) for error in errors[1:]] == [("line 5", "too-large")]
    with pytest.raises(DocumentError, match="the document has more than 46 bytes, which is the limit"):
        next(read_many(json.dumps(ITEM), limits=limits))


def test_a_document_that_holds_several_is_taken_apart(monkeypatch):
    """A format whose documents hold several articles gives each with the name of where it stands."""
    pages = Format(
        name="pages",
        detect=has_keys("pages"),
        read_each=lambda document, **_: (
            (f"page {number}", lambda text=text: (ARTICLE.replace(text=text), Report()))
            for number, text in enumerate(document["pages"], 1)
        ),
    )
    monkeypatch.setattr(_registry, "formats", lambda: {"pages": pages})
    found = [(article.text, report.origin, report.format) for article, report in read_many({"pages": ["a", "b"]})]
    assert found == [("a", "page 1", "pages"), ("b", "page 2", "pages")]
    with pytest.raises(ValidationError, match="there is no article in it"):
        read({"pages": []})


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


def test_what_was_not_taken_and_is_written_again_anyway_is_not_kept():
    """`extra` has what the article does not say, and the report that alone."""
    builder = ArticleBuilder("Rain fell.")
    document = Node({"said": 1, "unsaid": 2})
    article, report = builder.finish_with_rest("org.example", document, lambda _: {"said": 1})
    assert {"org.example": {"unsaid": 2}} == article.extra
    assert [("unsaid",)] == [loss.path for loss in report.losses]


@pytest.mark.parametrize("name", sorted({*encodings.aliases.aliases.values(), "idna", "punycode", "undefined", "no"}))
def test_no_encoding_that_a_document_declares_is_an_error_of_python(name):
    """Python knows codecs that decode no text, and raise what they like."""
    with pytest.raises(NewsSchemaError):
        read(f"<?xml version='1.0' encoding='{name}'?><nitf/>\xff".encode("latin-1"))


def test_the_module_of_a_format_is_imported_when_it_is_used():
    """Each is an attribute of the package without a further import, and none is loaded for nothing."""
    code = (
        "import sys; from newsschema import interop; from newsschema.interop._registry import MODULES\n"
        "print([name for name in MODULES if f'newsschema.interop.{name}' in sys.modules])\n"
        "print(all(getattr(interop, name).__name__.endswith(name) for name in MODULES))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]\nTrue\n" == done.stdout
    assert interop.__getattr__("nitf") is interop.nitf
    assert not hasattr(interop, "morse")
