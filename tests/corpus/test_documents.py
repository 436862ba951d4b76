"""Documents of any kind become articles, with what is to be said of them."""

import codecs
import gzip
import json
from io import BufferedReader, BytesIO, RawIOBase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema import Article, Limits, from_json, read_text, to_json
from newsschema.corpus import CorpusError, Note, NoteCode, ReadOptions, _read, _text, read_document, read_stream

COPY = (
    "Ferry to sail again\n\n“The wall stands,” harbour master Åse Brå told us – it’s safe. She left the café.\n\n"
    "A skipper called the decision “timid”."
)
GERMAN = (
    "Der Bürgermeister sagte: „Wir schließen die Brücke für drei Tage.“ Die Übergänge seien gefährlich, fügte er hinzu."
)
POLISH = "Burmistrz powiedział w poniedziałek: „Zamykamy most na trzy dni”. Według niego przejście było niebezpieczne."
RUSSIAN = "Мэр заявил в понедельник: «Мы закрываем мост на три дня». По его словам, переход опасен."
JAPANESE = "市長は月曜日に「三日間橋を閉鎖する」と述べた。横断は危険だったと付け加えた。"


def only(data, **options):
    """What came of a document that is one."""
    (outcome,) = read_document(data, **options)
    return outcome


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (COPY, "utf-8"),
        (COPY, "utf-8-sig"),
        (COPY, "utf-16"),
        (COPY, "utf-32"),
        (codecs.BOM_UTF16_BE.decode("utf-16-be") + COPY, "utf-16-be"),
    ],
)
def test_what_says_its_encoding_is_decoded_without_a_word(text, encoding):
    """Byte-order marks tell, and so does valid UTF-8."""
    assert _text.decode(text.encode(encoding)) == (COPY, [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (COPY, "cp1252"),
        ("The café closed.", "latin-1"),
        (COPY, "mac_roman"),
        (COPY, "utf-16-le"),
        (COPY, "utf-16-be"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH.replace("„", '"').replace("”", '"'), "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"'), "koi8_r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_other_encodings_are_guessed_and_that_is_said(text, encoding):
    """The text is right, and a note names what it was taken for."""
    decoded, (note,) = _text.decode(text.encode(encoding))
    assert (decoded, note.code, "which is a guess" in note.message) == (text, NoteCode.GUESSED, True)


def test_a_guess_can_be_switched_off():
    """A named encoding is taken, and what does not fit it is a fault; a mark is still heeded."""
    data = COPY.encode("cp1252")
    assert only(data, options=ReadOptions(encoding="cp1252")).article == read_text(COPY)
    assert only(COPY.encode("utf-16"), options=ReadOptions(encoding="cp1252")).article == read_text(COPY)
    refused = only(data, options=ReadOptions(encoding="utf-8"))
    assert (refused.article, [note.code for note in refused.notes]) == (None, [NoteCode.ENCODING])
    assert ReadOptions(encoding="utf-16").encoding == "utf-16"
    with pytest.raises(CorpusError, match="there is no encoding 'utf-9'"):
        ReadOptions(encoding="utf-9")


def test_without_the_libraries_the_extra_is_named(monkeypatch):
    """A document that needs one is refused, and the message says what to install; others are read."""
    monkeypatch.setitem(__import__("sys").modules, "chardet", None)
    monkeypatch.setitem(__import__("sys").modules, "markdown_it", None)
    for data in (COPY.encode("cp1252"), b"# Rain\n\nIt fell, she said."):
        refused = only(data)
        assert [(note.code, "newsschema[cli]" in note.message) for note in refused.notes] == [
            (NoteCode.MISSING_EXTRA, True)
        ]
    assert only(COPY.encode()).article is not None


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(data):
    """Nothing but outcomes comes of anything, each with an article or a reason."""
    for outcome in read_document(data):
        assert outcome.article is not None or all(note.is_error and note.message for note in outcome.notes)
        assert outcome.article is not None or outcome.notes


CLEANED = "Ferry to sail again\n\n“The wall stands,” said Bo Roe of the port."


@pytest.mark.parametrize(
    "given",
    [
        "Ferry to sail again<br/><br>“The wall stands,” said <b class='x'>Bo Roe</b> of the port.",
        '<P>Ferry to sail again</P>\n<p>“The wall stands,” said <a href="x">Bo Roe</a> of the port.</p>',
        "<section>Ferry to sail again</section>\n<figure>“The wall stands,” said <time\n>Bo Roe</time> of the port.",
        "Ferry to sail again\n\n&ldquo;The wall stands,&#8221; said Bo Roe of&#x20;the port.",
        "# Ferry to sail again\n\n“The wall stands,” said [Bo Roe](https://example.org/) of the port.",
        "**Ferry** to sail again\n\n“The wall stands,”\nsaid *Bo* __Roe__ of the `port`.",
    ],
)
def test_what_is_no_part_of_the_words_is_taken_out(given):
    """Tags, entities and the signs of Markdown leave the words, and paragraphs where there were some."""
    text, notes = _text.clean(given)
    assert (text, [note.code for note in notes]) == (CLEANED, [NoteCode.MARKUP])


@pytest.mark.parametrize(
    "given",
    [
        "A < b > c, said AT&T; 5 * 4 ** 3 is *a lot* of #1 [sic] (see).",
        "snake_case_names and 2**3**4 stay; so does <said>.",
        "###\n\nAbout Acme\n\nR&D; it said, with Roe &Sons; and <a-b> &copy it.",
        "1. First\n2. Second\n- third",
        "# " + "a" * 30_000 + " **b**",
    ],
)
def test_plain_copy_stays_as_it_is(given):
    """Signs that are no markup are words like others."""
    assert _text.clean(given) == (given, [])


def test_all_of_markdown_that_has_words_is_kept():
    """Lists, code, tags, hard breaks and quotations become paragraphs and lines; a name may say what it is."""
    given = "Rain  \nfell\n\n* one\n* two\n\n    code\n\n```\nmore\n```\n\n> said\n\n<x-y>\ntags\n</x-y>\n"
    text, notes = _text.clean(given, markdown=True)
    assert text == "Rain\nfell\n\none\n\ntwo\n\ncode\n\nmore\n\nsaid\n\n<x-y>\ntags\n</x-y>"
    assert [note.code for note in notes] == [NoteCode.MARKUP]
    assert only(b"Rain *fell*, she said.\n", name="a.md").article.text == "Rain fell, she said."


WRAPPED = """\
“The bridge is safe, and it will be safe tomorrow,” harbour master Ines
Okafor told reporters at the quay on Monday, when the wind had dropped
and the ferry could sail again to the island of Skarholm for the first-
ever time in three days.

Harbour Road 1
Skarholm

She said the town would pay for the repair, which cost twice as much as
planned and took longer than anybody had thought."""


def test_broken_lines_are_joined():
    """Paragraphs broken at a width become one line each; an address stays; what was joined by a hyphen still is."""
    text, (note,) = _text.clean(WRAPPED)
    first, address, last = text.split("\n\n")
    assert (note.code, address, "\n" in first + last) == (NoteCode.UNWRAPPED, "Harbour Road 1\nSkarholm", False)
    assert "Ines Okafor told" in first
    assert "first-ever time" in first
    assert _text.unwrap(WRAPPED.replace("\n", "\r\n")) == text
    assert only(WRAPPED.encode(), options=ReadOptions(as_is=True)).notes == ()


def wrapped(paragraph, width, measure):
    """A paragraph with as many words on each line as the width has room for."""
    lines = [""]
    for word in paragraph.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        lines[-1:] = [longer] if measure(longer) <= width else [lines[-1], word]
    return "\n".join(filter(None, lines))


@pytest.mark.parametrize("measure", [len, lambda words: len(words.encode())], ids=["characters", "bytes"])
@pytest.mark.parametrize("width", range(50, 100, 7))
def test_lines_broken_by_any_program_are_joined(width, measure):
    """Whether it counts characters or bytes, of which a quotation mark has three, the copy comes back."""
    said = "“The ‘Grey Gull’ waits,” harbour master Inés Okafor told reporters — “and so do we,” she’d said before."
    paragraphs = [f"{said} {said[10 * count :].strip()} The quay’s “old” crane is up again." for count in range(6)]
    broken = "\n\n".join(wrapped(paragraph, width, measure) for paragraph in paragraphs)
    assert "\n\n".join(paragraphs) == _text.unwrap(broken)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "Rain fell.",
        "Rain\nfell\non\ntown.",
        "One line of a verse\nAnd another line of it\n\nRain.",
        COPY,
        "a" * 300 + "\nb",
    ],
)
def test_lines_that_are_not_broken_at_a_width_stay(given):
    """Short lines, long lines and paragraphs of one line each are what they are."""
    assert _text.unwrap(given) == given


def test_documents_in_any_format_are_read():
    """What the door knows comes through it with its losses; the format is named."""
    item = {"uri": "urn:example:1", "headline": "Rain", "body_text": "Rain fell.", "slugline": "x"}
    outcome = only(json.dumps(item).encode())
    assert (outcome.article.headline, outcome.format) == ("Rain", "ninjs")
    assert {note.is_error for note in outcome.notes} <= {False}
    listed = [*read_document(json.dumps([item, {"uri": 5}, item]).encode(), name="a.json")]
    assert [(one.item, one.article is None) for one in listed] == [(1, False), (2, True), (3, False)]
    assert {one.origin for one in listed} == {"a.json"}


def test_a_format_that_holds_nothing_is_told(monkeypatch):
    """A document that is read without a result is no silence."""
    monkeypatch.setattr("newsschema.interop.read_many", lambda *_, **__: iter(()))
    assert [note.code for note in only(b'{"uri": "urn:example:1"}').notes] == [NoteCode.NO_TEXT]


def test_a_text_in_a_json_string_is_a_text():
    """The marks around it are none of its words."""
    assert only(json.dumps(COPY).encode()).article == read_text(COPY)


def test_annotations_are_given_their_text():
    """A format without text is refused without one, and read with it."""
    data = b"T1\tQuote 1 16\tThe wall stands,\n"
    assert [note.code for note in only(data).notes] == [NoteCode.NO_TEXT]
    assert only(data, options=ReadOptions(text="“The wall stands,” she said.")).article is not None


def test_what_is_given_fills_an_article():
    """Fields that the document leaves open are filled, others noted; what is none is a fault of the document."""
    given = {
        "publisher": "The Bergen Courier",
        "published": "2026-03-03T09:00:00+01:00",
        "url": "https://example.org/1",
    }
    article = only(COPY.encode(), given=given).article
    assert (article.publisher, article.published.isoformat(), article.url) == tuple(given.values())
    own = to_json(article)
    outcome = only(own, given={"publisher": "The Post", "published": "2026-03-03"})
    assert (outcome.article, [note.pointer for note in outcome.notes]) == (article, ["/publisher"])
    item = json.dumps([{"uri": "urn:example:1", "headline": "R", "body_text": "Rain fell."}] * 2).encode()
    for data in (COPY.encode(), own, item):
        for outcome in read_document(data, given={"genre": "poem", "section": ""}):
            assert outcome.article is None
    assert only(COPY.encode(), given={"published": "soon"}).notes[0].code == "bad-date"


@pytest.mark.parametrize("document", [COPY, '{"uri": "urn:example:1", "headline": "Rain", "body_text": "Rain fell."}'])
def test_a_given_date_is_read_in_one_way(document):
    """Plain copy and documents of other formats take and refuse the same, and nothing differs that is the same."""
    for when in ("2026-03-24", "2026-03-24T09:30:00Z", "2026-03-24T09:30:00+00:00"):
        outcome = only(document.encode(), given={"published": when})
        assert (when[:10], ()) == (str(outcome.article.published)[:10], outcome.notes)
    refused = only(document.encode(), given={"published": "2026-03-24T09:30"})
    assert ["bad-date"] == [note.code for note in refused.notes]
    own = to_json(Article(id="urn:example:1", text="Rain.", published="2026-03-24T09:30:00Z"))
    for when, codes in (("2026-03-24T09:30:00+00:00", []), ("2026-03-24", []), ("2026-03-25", ["differs"])):
        assert codes == [note.code for note in only(own, given={"published": when}).notes]


class Trickle(RawIOBase):
    """A stream that gives a few bytes at a time and cannot be read again, as a pipe."""

    def __init__(self, data):
        super().__init__()
        self._data = BytesIO(data)

    def readable(self):
        """It is for reading."""
        return True

    def readinto(self, buffer):
        """Up to seven bytes."""
        piece = self._data.read(min(len(buffer), 7))
        buffer[: len(piece)] = piece
        return len(piece)


def test_streams_are_read_line_by_line(monkeypatch):
    """Of JSON lines from a pipe each is a document; the beginning that was looked at is not lost."""
    article = read_text(COPY)
    data = b"\n".join([to_json(article), b"{", b"", to_json(article)])
    found = [*read_stream(BufferedReader(Trickle(data)), name="-")]
    assert [(1, article), (2, None), (4, article)] == [(one.line, one.article) for one in found]
    assert only(b"[" + b"1," * 400).article is None
    monkeypatch.setattr(_read, "DEFAULT_LIMITS", Limits(bytes=300))
    assert [note.code for note in only(b"x" * 301).notes] == ["too-large"]
    lines = b'{"a": 1}\n' + b"x" * 400 + b"\n" + b'{"b": 2}'
    assert [(one.line, one.notes[0].code) for one in read_document(lines)][1] == (2, "too-large")


@pytest.mark.parametrize("schema", ['"https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"', "1"])
def test_a_schema_in_front_does_not_make_a_document_ours(schema):
    """Any JSON may begin with the schema that it keeps to; ours says which version it is."""
    ninjs = f'{{"$schema": {schema}, "uri": "urn:example:1", "bodies": [{{"value": "Rain fell."}}]}}'
    assert only(ninjs.encode()).format == "ninjs"
    ours = b'{"$schema" : "https://example.org/1", "schema_version": "1.0", "id": "urn:example:1", "text": "Rain."}'
    assert only(ours).format == "newsschema"


def test_notes_are_plain_data():
    """What is not there is left out, and the place reads as people write it."""
    note = Note(code="markup", message="m").at("feed.xml", None, 2)
    assert note.to_dict() == {
        "origin": "feed.xml",
        "item": 2,
        "severity": "note",
        "code": "markup",
        "path": "",
        "message": "m",
    }
    assert (note.place, note.at("a.jsonl", 3).place) == ("feed.xml#2", "a.jsonl:3")


def test_compressed_bombs_are_not_taken_in(tmp_path):
    """What is decompressed is read no further than the limit."""
    from newsschema.corpus import iter_corpus

    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b" " * 2**20) * 100)
    (outcome,) = iter_corpus([tmp_path])
    assert [note.code for note in outcome.notes] == ["too-large"]


def test_own_json_with_faults():
    """A document of ours with faults tells them all, as `check` does."""
    outcome = only(b'{"schema_version": "1.0", "id": "no uri"}')
    assert [(note.code, note.pointer) for note in outcome.notes] == [("bad-uri", "/id"), ("missing-field", "/text")]
    assert from_json(to_json(read_text(COPY))) == only(to_json(read_text(COPY))).article


def test_what_only_a_newer_version_has_is_noted():
    """Fields that are skipped are told of with their place, and no warning; alone, and in a list."""
    newer = {"schema_version": "1.7", "id": "urn:example:1", "text": "Rain.", "mood": "grey"}
    for document in (newer, [newer]):
        outcome = only(json.dumps(document).encode(), name="a.json")
        assert (outcome.article.text, outcome.format) == ("Rain.", "newsschema")
        assert [(note.code, note.pointer, note.place, note.is_error) for note in outcome.notes] == [
            ("no-place", "/mood", "a.json", False)
        ]


def test_the_least_confidence_is_checked_before_anything_is_read():
    """A percentage for a share is refused where the options are made, whatever the documents hold."""
    with pytest.raises(ValueError, match="min_confidence is a number from 0 to 1, got 70"):
        ReadOptions(reader={"min_confidence": 70})
    assert ReadOptions(reader={"min_confidence": 1}).reader == {"min_confidence": 1}
