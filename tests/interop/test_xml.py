"""XML as a stream, and text out of markup."""

import sys
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsschema import Code, MissingExtraError, ValidationError
from newsschema.interop import _flow, _xml
from newsschema.interop._flow import Flow, text_of
from newsschema.interop._xml import End, Start, Stream, is_element, replay, to_xml, without_forbidden


def flow_of(markup, marked=(), attribute=None):
    """The text of the first element of some markup, and what is remembered of it."""
    stream = Stream(markup)
    flow = Flow(frozenset(marked), attribute)
    flow.read(next(stream), stream)
    return flow


def refused(document):
    """The code and the message with which a document is refused."""
    with pytest.raises(ValidationError) as caught:
        list(Stream(document))
    return [(issue.code, issue.message) for issue in caught.value.issues]


@pytest.mark.parametrize(
    "document",
    [
        "<a>né 🚢</a>",
        "\ufeff<a>né 🚢</a>",
        "<?xml version='1.0' encoding='iso-8859-1'?><a>né 🚢</a>",  # a text has no encoding any more
        "<a>né 🚢</a>".encode(),
        b"\xef\xbb\xbf" + "<a>né 🚢</a>".encode(),
        "<?xml version='1.0' encoding='utf-16'?><a>né 🚢</a>".encode("utf-16"),
        "\n <?xml version='1.0'?><a>né 🚢</a>",
        "\r\n<?xml version='1.0'?><a>né 🚢</a>".encode(),
    ],
)
def test_every_encoding_is_read(document):
    """Bytes are in the encoding that they declare or that their mark tells; a text is as it is."""
    assert "né 🚢" == flow_of(document).text


def test_an_encoding_that_is_declared_is_believed():
    """The XML declaration names the encoding."""
    assert "né" == flow_of("<?xml version='1.0' encoding='iso-8859-1'?><a>né</a>".encode("iso-8859-1")).text


def test_names_keep_only_a_foreign_namespace():
    """Elements of the document's namespace and of the known ones go by their names, others by both."""
    document = (
        '<a xmlns="urn:x" xmlns:n="urn:n" xml:lang="en"><n:b n:c="1"/><d xmlns="http://www.w3.org/1999/xhtml"/></a>'
    )
    assert [
        Start("a", {"xml:lang": "en"}),
        Start("{urn:n}b", {"{urn:n}c": "1"}),
        End(),
        Start("d", {}),
        End(),
        End(),
    ] == list(Stream(document))


@pytest.mark.parametrize(
    ("document", "code", "words"),
    [
        ("", Code.WRONG_TYPE, "not XML that can be read"),
        ("plain", Code.WRONG_TYPE, "not XML that can be read"),
        ("<a>", Code.WRONG_TYPE, "Premature end"),
        (b"<a>\xff</a>", Code.WRONG_TYPE, "not XML that can be read"),
        ("<a>\ud800</a>", Code.WRONG_TYPE, "not XML that can be read"),
        (5, Code.WRONG_TYPE, "expected XML, got 5"),
        (b"\xff\xfe\x00", Code.WRONG_TYPE, "expected XML"),
        ("<a>&unknown;</a>", Code.WRONG_TYPE, "'unknown' not defined"),
        ("<!DOCTYPE a SYSTEM 'a.dtd'><a>&unknown;</a>", Code.WRONG_TYPE, "'unknown' not defined"),
        ("<a>" * 300 + "</a>" * 300, Code.TOO_LARGE, "nested deeper than 256"),
    ],
)
def test_what_is_no_xml_is_refused(document, code, words):
    """What is not well formed, and what nests too deeply, is refused in words."""
    ((given, message),) = refused(document)
    assert (code, True) == (given, words in message)


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "document",
    [
        f"<!DOCTYPE a [{BOMB}]><a>&e8;</a>",
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!-- c --><?p i?> <!DOCTYPE a PUBLIC "-//X [ X//EN" "http://example.org/a.dtd" [<!ENTITY x "y">]><a b="&x;"/>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/p.dtd"> %p;]><a/>',
        # No mark tells its encoding.
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16-le"),
    ],
)
def test_a_document_that_declares_entities_is_refused(document):
    """No entity is declared, whatever it may stand for."""
    ((code, message),) = refused(document)
    assert (Code.WRONG_TYPE, True) == (code, "declare" in message)


def test_nothing_is_loaded(tmp_path):
    """A document type outside the document is passed over: what it declares is not known."""
    (tmp_path / "a.dtd").write_text('<!ENTITY x "yes"><!ATTLIST a b CDATA "yes">')
    address = (tmp_path / "a.dtd").as_uri()
    assert [Start("a", {}), End()] == list(Stream(f'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "{address}"><a/>'))
    assert "'x' not defined" in refused(f'<!DOCTYPE a SYSTEM "{address}"><a>&x;</a>')[0][1]


def test_characters_may_be_named_as_in_html():
    """References to characters by the names of HTML are read, in words and in attributes."""
    flow = flow_of('<a><p title="&eacute;&amp;">caf&eacute;&nbsp;&amp; &lt;b&gt;</p></a>', ["a"], "title")
    assert ("café\u00a0& <b>", "é&") == (flow.text, flow.passages[0].attributes["title"])


def test_elements_are_kept_as_plain_data():
    """Attributes and content of an element are data, white space as a browser shows it."""
    stream = Stream('<a x="1"> By <b>x</b> and  <c> y <d/> </c> <e xml:space="preserve"> z </e> </a>')
    element = stream.element(next(stream))
    kept = {"xml:space": "preserve", "#": [" z "]}
    inside = ["By ", {"b": {"#": ["x"]}}, " and ", {"c": {"#": ["y ", {"d": {}}]}}, " ", {"e": kept}]
    assert {"x": "1", "#": inside} == element
    assert [
        "By ",
        Start("b", {}),
        "x",
        End(),
        " and ",
        Start("c", {}),
        "y ",
        Start("d", {}),
        End(),
        End(),
        " ",
    ] == list(islice(replay(element), 11))
    assert [Start("e", {"xml:space": "preserve"}), " z ", End(), End()] == list(replay(element))[-4:]


def test_white_space_between_elements_is_nothing():
    """Where an element holds no words, white space in it is left out."""
    stream = Stream("<a>\n  <b/>\n  <b/>\n</a>")
    assert {"#": [{"b": {}}, {"b": {}}]} == stream.element(next(stream))


def test_what_is_kept_has_a_limit(monkeypatch):
    """A document with very many elements around its text is refused."""
    monkeypatch.setattr(_xml, "_MOST_KEPT", 3)
    stream = Stream("<a><b/><b/><b/></a>")
    with pytest.raises(ValidationError, match="more than 3 elements are around the text"):
        stream.element(next(stream))


def test_children_and_skipping():
    """Children are given one by one, each read to its end by who takes them."""
    stream = Stream("<a>x<b><c/></b> <d>y</d></a>")
    next(stream)
    names = []
    for child in stream.children():
        names.append(child.name)
        stream.skip()
    assert ["b", "d"] == names


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, True),
        ({"a": "1", "xml:lang": "en", "{urn:x}y": "", "#": ["words", {"b": {"#": []}}]}, True),
        ("words", False),
        ({"a": 1}, False),
        ({"a b": "1"}, False),
        ({"#": "words"}, False),
        ({"#": [5]}, False),
        ({"#": [{"a": {}, "b": {}}]}, False),
        ({"#": [{"a b": {}}]}, False),
        ({"#": [{"a": {"b": 5}}]}, False),
    ],
)
def test_what_is_an_element(value, expected):
    """Only what can be written counts as an element."""
    assert expected is is_element(value)


@given(words=st.text(), exact=st.booleans())
@settings.get_profile("half")
def test_written_words_are_read_again(words, exact):
    """Words come back exactly where white space is to be kept; a replacement stands for what XML cannot hold."""
    attributes = {"xml:space": "preserve"} if exact else {}
    document = to_xml("a", {**attributes, "b": words, "#": [words, {"c": {}}, words]}, "urn:x", frozenset())
    stream = Stream(document)
    start = next(stream)
    assert without_forbidden(words) == start.attributes["b"]
    element = stream.element(start)
    if exact:
        clean = without_forbidden(words)
        assert [*([clean] if clean else []), {"c": {}}, *([clean] if clean else [])] == element["#"]


def test_forbidden_characters_are_replaced_one_by_one():
    """Positions stay."""
    assert "a\ufffdb\t\n\r🚢\ufffd" == without_forbidden("a\x01b\t\n\r🚢\uffff")


def test_lines_are_for_eyes():
    """Elements that hold elements alone have one on a line; a foreign namespace is declared."""
    element = {"xml:lang": "en", "#": [{"b": {"#": ["x"]}}, {"{urn:y}c": {}}]}
    assert (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<a xmlns="urn:x" xml:lang="en">\n<b>x</b>\n<ns0:c xmlns:ns0="urn:y"/>\n</a>\n'
    ) == to_xml("a", element, "urn:x", frozenset({"a"}))


def test_without_lxml_the_extra_is_named(monkeypatch):
    """XML needs an extra, and the error says which."""
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(MissingExtraError, match=r"reading XML .*\[interop\]"):
        list(Stream("<a/>"))
    with pytest.raises(MissingExtraError, match=r"writing XML .*\[interop\]"):
        to_xml("a", {}, "urn:x", frozenset())


# Text.


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a><p> Rain  <b>fell</b> , </p>\n<p/><p>she\tsaid.</p></a>", "Rain fell ,\n\nshe said."),
        ("<a><p>a<br/>b<br/> <br/>c</p></a>", "a\nb\n\nc"),
        ("<a>x<p>y</p>z</a>", "x\n\ny\n\nz"),
        ("<a><ul><li>a</li><li>b <ul><li>c</li></ul></li></ul></a>", "a\n\nb\n\nc"),
        ("<table><tr><td>a</td><td>b</td></tr>\n<tr><th>c</th> <td>d</td></tr></table>", "a\tb\nc\td"),
        ("<a><pre>\n\n  a\n\n\n b &amp; c\n</pre><p>d</p></a>", "  a\n\n\n b & c\n\nd"),
        ("<a><pre>\n</pre><p>d</p></a>", "d"),
        ("<a><pre>a&#10;&#10;b</pre></a>", "a\n\nb"),
        ("<a><p>b</p><media><caption>c</caption></media><figure><p>d</p></figure></a>", "b"),
        ("<html><head><title>t</title></head><body>b</body></html>", "b"),
        ("<byline>By <person>A B</person><byttl>C</byttl></byline>", "By A B\nC"),
        ("<location><city>A</city><state>B</state></location>", "A, B"),
        ('<a><p xml:space="preserve"/><p xml:space="preserve"> a\n<q> b</q><br/></p><p>c</p></a>', "\n\n a\n b\n\n\nc"),
        ("<a/>", ""),
    ],
)
def test_text_is_as_a_browser_shows_it(markup, text):
    """Paragraphs, lines, cells and white space."""
    assert text == flow_of(markup).text


def test_passages_know_their_place():
    """Elements that are remembered have the place of their words, and what they are in; without words they are none."""
    flow = flow_of('<a><p>A <q> b <em who="x">c</em></q>, d <q> <q/></q></p></a>', ["q"], "who")
    inner, outer = flow.passages
    assert [("em", 4, 5), ("q", 2, 5)] == [(found.name, found.start, found.end) for found in flow.passages]
    assert (outer, None, "A b c, d") == (inner.parent, outer.parent, flow.text)


def test_what_is_left_out_is_counted():
    """Elements whose words are no text are counted, and elements in paragraphs that are no paragraphs."""
    flow = flow_of("<a><p>x <b>y</b><b>z</b><br/></p><media/><media><caption>c</caption></media><script/></a>")
    assert ({"media": 2}, {"a": 1, "b": 2}) == (dict(+flow.dropped), dict(flow.tags))


@pytest.mark.parametrize(
    ("limit", "markup", "words"),
    [
        ({"string": 3}, "<a>four</a>", "more than 3 code points"),
        ({"values": 3}, "<a><b/><b/><b/></a>", "more than 3 elements"),
        ({"quotes": 1}, "<a><q>a</q><q>b</q></a>", "more than 1 elements of the text say who speaks"),
    ],
)
def test_a_text_has_limits(monkeypatch, limit, markup, words):
    """What is larger than the limits is refused while it is read."""
    monkeypatch.setattr(_flow, "DEFAULT_LIMITS", _flow.DEFAULT_LIMITS.__class__(**limit))
    with pytest.raises(ValidationError, match=words):
        flow_of(markup, ["q"])


def test_the_words_of_plain_data():
    """The words of an element that was kept."""
    assert "By A\nB" == text_of("byline", {"#": ["By ", {"person": {"#": ["A"]}}, {"byttl": {"#": ["B"]}}]})
