"""`newsschema convert`."""

import json

import pytest

from newsschema import Article, from_json, to_dict, to_json
from newsschema.interop import Format, Report, formats
from newsschema.interop.brat import to_brat
from newsschema.interop.ninjs import from_ninjs


def test_an_article_becomes_an_item_and_comes_back(run, story, tmp_path):
    """The extension carries everything, so there is nothing to report either way."""
    item, back = tmp_path / "item.json", tmp_path / "back.json"
    assert run("convert", story, "--to", "ninjs", "-o", item) == (0, "", "")
    assert run("convert", item, "-o", back) == (0, "", "")
    assert from_json(story.read_bytes()) == from_json(back.read_bytes())


def test_losses_are_told(run, story):
    """What could not be carried is on standard error, the document on standard output."""
    code, out, err = run("convert", story, "--to", "schemaorg", "--indent")
    assert (code, json.loads(out)["@type"]) == (0, "NewsArticle")
    assert f"newsschema: warning: {story}: byline: schema.org has no place for it (no-place)" in err.splitlines()


def test_strictly_a_loss_is_a_fault(run, story, tmp_path):
    """With --strict nothing is written where anything is lost."""
    output = tmp_path / "page.json"
    code, out, err = run("convert", "--strict", story, "--to", "schemaorg", "-o", output)
    assert (code, out, output.exists()) == (1, "", False)
    assert f"newsschema: {story}: byline: schema.org has no place for it (no-place)" in err.splitlines()


def test_quotations_go_beside(run, story, article, tmp_path):
    """The item is strictly valid, the quotations are in a file beside it, and together they carry everything."""
    item = tmp_path / "item.json"
    assert run("convert", "--strict", story, "--to", "ninjs", "--quotes", "beside", "-o", item) == (0, "", "")
    document = json.loads(item.read_bytes())
    companion = json.loads((tmp_path / "item.quotes.json").read_bytes())
    assert "newsschema" not in document
    assert article == from_ninjs(document, beside=companion)[0]


@pytest.mark.parametrize(
    "options", [("--to", "ninjs"), ("--to", "ninjs", "-o", "-"), ("--to", "schemaorg", "-o", "x.json")]
)
def test_beside_needs_a_second_file(run, story, options):
    """Two documents cannot both go to standard output, and other formats have none beside."""
    code, out, err = run("convert", story, "--quotes", "beside", *options)
    assert (code, out, "--quotes beside is for --to ninjs" in err) == (2, "", True)


def test_annotations_need_their_text(run, article, tmp_path):
    """A format without a text of its own takes it from a file that is named."""
    annotations, text = tmp_path / "story.ann", tmp_path / "story.txt"
    annotations.write_text(to_brat(article)[0])
    text.write_text(article.text)
    code, out, err = run("convert", annotations)
    assert (code, out, "name the file that has it with --text" in err) == (2, "", True)
    code, out, err = run("convert", annotations, "--text", text)
    assert (code, err) == (0, "")
    assert article.quotes == from_json(out).quotes


@pytest.mark.parametrize("spelled", [str, json.dumps])
def test_plain_text_is_read(run, spelled):
    """A story in plain text, or in a JSON string, has its quotations found on the way."""
    text = "“Rain fell,” said Anna Li."
    code, out, _ = run("convert", "-", given=spelled(text).encode())
    article = from_json(out)
    assert (code, article.text, [quote.words for quote in article.quotes]) == (0, text, ["Rain fell,"])


@pytest.mark.parametrize(
    ("given", "options", "exit_code", "message"),
    [
        (b"{", (), 1, "invalid JSON"),
        (b"{}", (), 2, "this is an empty object, and in no format that can be read here"),
        (b"[" * 500_000, (), 1, "nested deeper"),  # deeper than any Python goes
        (b'{"schema_version": "1.0"}', (), 1, "the field 'id' is missing"),
        (b"{}", ("--from", "telex"), 2, "there is no format 'telex'; there are brat, citron"),
        (b"{}", ("--to", "citron"), 2, "citron can be read, and not written"),
        (b'{"maintext": ""}', (), 1, "there is no text in"),
        (b"", (), 2, "there is no text in it"),
    ],
)
def test_what_cannot_be_converted(run, given, options, exit_code, message):
    """Each kind of trouble has its words and its exit code."""
    code, out, err = run("convert", "-", *options, given=given)
    assert (exit_code, "", True) == (code, out, message in err), err


def test_a_format_may_be_written_only(run, monkeypatch, story):
    """A format that a package adds may be for writing alone."""
    telex = Format(name="telex", write=lambda article: (article.text.upper(), Report()))
    monkeypatch.setitem(formats(), "telex", telex)
    assert "THE FERRY “GREY GULL”" in run("convert", story, "--to", "telex").out
    code, _, err = run("convert", story, "--from", "telex")
    assert (code, err) == (2, "newsschema: telex can be written, and not read\n")


def test_a_format_may_be_named(run):
    """--from says what a document is that could be several things."""
    document = to_dict(Article(id="urn:example:1", text="Rain.")) | {"uri": "urn:example:2", "body_text": "Wind."}
    code, out, _ = run("convert", "-", "--from", "ninjs", given=json.dumps(document).encode())
    assert (code, from_json(out).text) == (0, "Wind.")
    assert to_json(from_json(out)) == out.strip().encode()
