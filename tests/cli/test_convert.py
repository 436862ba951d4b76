"""`newsschema convert`."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from newsschema import Article, from_json, to_dict, to_json
from newsschema.interop import Format, Report
from newsschema.interop.brat import to_brat
from newsschema.interop.ninjs import from_ninjs


def test_an_article_becomes_an_item_and_comes_back(run, story, article, tmp_path):
    """The extension carries everything, so there is nothing to report either way."""
    item, back = tmp_path / "item.json", tmp_path / "back.json"
    story.write_bytes(to_json(article.replace(dateline=None)))
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
    annotations, text = tmp_path / "story.ann", tmp_path / "text.txt"
    annotations.write_text(to_brat(article)[0])
    text.write_text(article.text)
    code, out, err = run("convert", annotations)
    assert (code, out, "brat has no text of its own, and none is given (newsschema convert --text FILE)" in err) == (
        2,
        "",
        True,
    )
    code, out, err = run("convert", annotations, "--text", text)
    assert (code, err) == (0, "")
    assert article.quotes == from_json(out).quotes


@pytest.mark.parametrize("to", ["brat", "webannotation", "hypothes_is"])
def test_annotations_are_of_an_article(run, story, article, tmp_path, to):
    """Their text may be an article, of which nothing is lost, and whose quotes do not come twice."""
    annotations = tmp_path / "annotations"
    assert run("convert", story, "--to", to, "-o", annotations).code == 0
    code, out, err = run("convert", annotations, "--text", story)
    assert (code, err, from_json(out)) == (0, "", article)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"colour": "red"}', "this is a JSON object with 'colour', and in no format that can be read here"),
        ('{"schema_version": "1.0"}', "the field 'id' is missing"),
        ('{"colour": ', "this is JSON that is broken"),
        ("<svg/>", "this is a picture (SVG), and in no format that can be read here"),
    ],
)
def test_a_text_is_no_other_document(run, story, tmp_path, text, message):
    """What is neither a text nor an article is not taken for the text."""
    annotations, other = tmp_path / "story.jsonld", tmp_path / "other"
    run("convert", story, "--to", "webannotation", "-o", annotations)
    other.write_text(text)
    code, out, err = run("convert", annotations, "--text", other)
    assert (out, True, True) == ("", code > 0, f"{other}: " in err and message in err), err


def test_annotations_of_brat_have_their_text_beside_them(run, story, article, tmp_path):
    """It is written into a file of the same name, found there, and in a folder it is no story of its own."""
    folder = f"{tmp_path}/brat/new/"
    run("convert", story, "--to", "brat", "-o", folder)
    annotations, text = Path(folder, "story.ann"), Path(folder, "story.txt")
    assert article.text.encode() == text.read_bytes()
    code, out, err = run("convert", annotations)
    assert (code, err, from_json(out).quotes) == (0, "", article.quotes)
    passed_over = f"newsschema: {text}: this is the text of {annotations}, and is read with it (text-file)\n"
    assert run("convert", folder) == (0, out, passed_over)
    annotations.write_text("")
    assert from_json(run("convert", annotations).out).text == article.text
    assert from_json(run("convert", annotations, text).out.splitlines()[0]).quotes == ()


def test_another_text_is_not_written_over(run, story, tmp_path):
    """Positions count in the text beside, so it must be this one; the file of somebody else stays."""
    (tmp_path / "story.txt").write_text("Rain fell.")
    code, out, err = run("convert", story, "--to", "brat", "-o", tmp_path)
    assert (code, out, f"{tmp_path / 'story.txt'}: the file exists and has other content" in err) == (2, "", True)
    assert ((tmp_path / "story.txt").read_text(), (tmp_path / "story.ann").exists()) == ("Rain fell.", False)
    assert run("convert", story, "--to", "brat", "-o", tmp_path / "other.ann").code == 0
    assert run("convert", story, "--to", "brat", "-o", tmp_path / "other.ann").code == 0
    assert run("convert", story, "--to", "brat").out == (tmp_path / "other.ann").read_text()


@pytest.mark.parametrize(("to", "suffix"), [("rss", "xml"), ("atom", "xml"), ("nitf", "xml"), ("jsonfeed", "json")])
def test_files_in_a_folder_end_as_their_format_does(run, story, tmp_path, to, suffix):
    """The name of a file tells what is in it."""
    run("convert", story, "--to", to, "-o", f"{tmp_path}/new/")
    assert [path.name for path in (tmp_path / "new").iterdir()] == [f"story.{suffix}"]


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
        (b'{"uri": ', (), 2, "this is JSON that is broken"),
        (b"{}", (), 2, "this is an empty object, and in no format that can be read here"),
        (b"[" * 500_000, (), 2, "nested too deeply"),  # deeper than any Python goes
        (b'{"schema_version": "1.0"}', (), 1, "the field 'id' is missing"),
        (b"{}", ("--from", "telex"), 2, "there is no format 'telex'; there are "),
        (b"{}", ("--to", "citron"), 2, "citron can be read but not written"),
        (b'{"maintext": ""}', (), 1, "there is no text in"),
        (b"", (), 2, "there is nothing in it"),
    ],
)
def test_what_cannot_be_converted(run, given, options, exit_code, message):
    """Each kind of trouble has its words and its exit code."""
    code, out, err = run("convert", "-", *options, given=given)
    assert (exit_code, "", True) == (code, out, message in err), err


def test_a_format_may_be_written_only(run, install, story):
    """A format that a package adds may be for writing alone."""
    telex = Format(name="telex", write=lambda article: (article.text.upper(), Report()))
    install("newsschema.formats", telex=telex)
    assert "THE FERRY “GREY GULL”" in run("convert", story, "--to", "telex").out
    code, _, err = run("convert", story, "--from", "telex")
    assert (code, err) == (2, "newsschema: telex can be written but not read\n")


def test_a_format_may_be_named(run):
    """--from says what a document is that could be several things."""
    document = to_dict(Article(id="urn:example:1", text="Rain.")) | {"uri": "urn:example:2", "body_text": "Wind."}
    code, out, _ = run("convert", "-", "--from", "ninjs", given=json.dumps(document).encode())
    assert (code, from_json(out).text) == (0, "Wind.")
    assert to_json(from_json(out)) == out.strip().encode()


@pytest.fixture
def wire(tmp_path, monkeypatch):
    """A folder with two items, JSON lines with two more, and something that is none, where the command runs."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "wire"
    folder.mkdir()
    items = [
        json.dumps({"uri": f"urn:example:{number}", "headline": f"Rain {number}", "body_text": "Rain fell."})
        for number in range(4)
    ]
    (folder / "a.json").write_text(items[0])
    (folder / "b.json").write_text(items[1])
    (folder / "c.jsonl").write_text("\n".join(items[2:]))
    (folder / "d.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    return folder


@pytest.mark.usefixtures("wire")
def test_many_documents_become_json_lines(run, tmp_path):
    """Folders, JSON lines and patterns give an article on each line; what cannot be read is told, the rest written."""
    code, out, err = run("convert", "wire")
    assert [json.loads(line)["headline"] for line in out.splitlines()] == ["Rain 0", "Rain 1", "Rain 2", "Rain 3"]
    assert (code, err) == (
        2,
        "newsschema: wire/d.pdf: this is a PDF, and in no format that can be read here (unknown-format)\n",
    )
    assert run("convert", "wire/*.json*", "-o", "out.jsonl") == (0, "", "")
    assert (tmp_path / "out.jsonl").read_text() == out
    assert run("convert", "wire/?.json", "--to", "ninjs", "-o", "-").out.count("\n") == 2


@pytest.mark.usefixtures("wire")
def test_a_folder_takes_a_file_for_each(run, tmp_path):
    """Files have the names of those that they were made from, with the line where there are several."""
    (tmp_path / "out").mkdir()
    (tmp_path / "wire" / "deep").mkdir()
    (tmp_path / "wire" / "deep" / "a.json").write_text((tmp_path / "wire" / "a.json").read_text())
    assert run("convert", "wire/**/*.json*", "--to", "schemaorg", "-o", "out").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a-2.json",
        "a.json",
        "b.json",
        "c-1.json",
        "c-2.json",
    ]
    run("convert", "wire/a.json", "--to", "brat", "-o", "out")
    assert (tmp_path / "out" / "a.ann").exists()


@pytest.mark.parametrize("names", [*permutations(["a/story.txt", "b/Story.txt", "c/story-2.txt"])])
def test_no_file_of_a_folder_is_written_twice(run, tmp_path, names):
    """However alike the names of the inputs, and in whatever order they come, each has a file of its own."""
    stories = {name: f"The pier is shut, {name} said." for name in names}
    for name, text in stories.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    assert run("read", *(tmp_path / name for name in names), "-o", f"{tmp_path}/out/").code == 0
    written = [*(tmp_path / "out").iterdir()]
    assert len({path.name.casefold() for path in written}) == len(names)
    assert {from_json(path.read_bytes()).text for path in written} == {*stories.values()}


@pytest.mark.parametrize(
    "words",
    [
        ("read", "story.txt", "-o", "story.txt"),
        ("show", "--html", "./story.txt", "-o", "story.txt"),
        ("quotes", "a.jsonl", "-o", "a.jsonl"),
        ("convert", "a.jsonl", "story.txt", "-o", "a.jsonl"),
        ("convert", "a.jsonl", "--text", "story.txt", "-o", "story.txt"),
        ("convert", "item.json", "--to", "ninjs", "-o", "./"),
    ],
)
def test_what_is_read_is_never_written_over(run, tmp_path, monkeypatch, words):
    """An output that is an input is refused, by whichever name, and stays as it was."""
    monkeypatch.chdir(tmp_path)
    article = to_json(Article(id="urn:example:1", text="Rain fell."))
    contents = {"story.txt": b"The pier is shut, Ann Moe said.", "a.jsonl": article + b"\n", "item.json": article}
    for name, content in contents.items():
        Path(name).write_bytes(content)
    code, out, err = run(*words)
    assert (code, out, "the output is an input too" in err) == (2, "", True)
    assert contents == {name: Path(name).read_bytes() for name in contents}


def test_an_output_in_a_folder_that_is_read_is_passed_over(run, tmp_path, monkeypatch):
    """A second run over a folder does not read what the first one wrote there."""
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("The pier is shut, Ann Moe said.")
    run("convert", ".", "-o", "all.jsonl")
    run("convert", ".", "-o", "all.jsonl")
    assert Path("all.jsonl").read_text().count("\n") == 1


@pytest.mark.usefixtures("wire")
def test_several_that_are_no_json_need_a_folder(run):
    """Annotations of two articles cannot go into one file."""
    code, _, err = run("convert", "wire/?.json", "--to", "brat", "-o", "out.ann")
    assert (code, "name a folder with --output" in err, Path("out.ann").exists()) == (2, True, False)


def test_strictly_only_the_losses_are_held_back(run, wire, story):
    """Of several documents, those of which nothing is lost are written, and the exit code says that some are not."""
    (wire / "z.json").write_bytes(story.read_bytes())
    (wire / "a.json").write_bytes(to_json(Article(id="https://example.org/1", headline="Rain 0", text="Rain fell.")))
    code, out, err = run("convert", "--strict", wire / "z.json", wire / "a.json", "--to", "schemaorg")
    assert (code, json.loads(out)["headline"]) == (1, "Rain 0")
    assert f"newsschema: {wire / 'z.json'}: byline: schema.org has no place for it (no-place)" in err.splitlines()
    assert str(wire / "a.json") not in err


def test_nothing_to_convert_is_wrong_usage(run):
    """Without a file there is one line."""
    assert run("convert") == (
        2,
        "",
        "newsschema: no document to convert: name files, or - for standard input (see newsschema convert --help)\n",
    )


def test_what_is_given_fills_what_is_not_said(run, wire):
    """Options say what the documents do not; what they say otherwise stays, and that is told."""
    (wire / "a.json").write_text('{"uri": "urn:x:1", "headline": "R", "body_text": "Rain.", "language": "nb"}')
    options = (
        "--publisher",
        "The Bergen Courier",
        "--language",
        "en",
        "--section",
        "World",
        "--published",
        "2026-03-03",
    )
    code, out, err = run("convert", wire / "a.json", *options, "--url", "https://example.org/{stem}")
    article = from_json(out)
    assert (article.publisher, article.section, str(article.published)) == ("The Bergen Courier", "World", "2026-03-03")
    assert (article.language, article.url) == ("nb", "https://example.org/a")
    assert (code, "/language: the document says nb, not en as given (differs)" in err) == (0, True)
    (wire / "soon").mkdir()
    (wire / "b.json").rename(wire / "soon" / "b.json")
    code, _, err = run("convert", f"{wire}/{{published}}/*.json")
    assert (code, "(as given by an option or by the name of a folder) (bad-date)" in err) == (1, True)


def test_a_text_that_is_spoken_of_is_utf_8(run, tmp_path):
    """Positions count on the text as it is, so none is guessed at."""
    (tmp_path / "story.txt").write_bytes(b"caf\xe9")
    (tmp_path / "story.ann").write_text("T1\tQuote 0 4\tcaf")
    for given in ((), ("--text", tmp_path / "story.txt")):
        code, _, err = run("convert", tmp_path / "story.ann", *given)
        assert (code, "expected text in UTF-8: unexpected end of data at byte 3" in err) == (2, True)


ITEM = {"uri": "urn:example:1", "headline": "Rain", "body_text": "“It will rain,” mayor Ana Ruiz told reporters."}


@pytest.mark.parametrize("command", ["convert", "show", "quotes"])
def test_quotations_are_found_in_items_that_have_none(run, command):
    """They are found if that is asked for; an article that has some keeps them."""
    item = json.dumps(ITEM).encode()
    assert "Ruiz" not in run(command, "-", given=item).out.replace("mayor Ana Ruiz told", "")
    ran = run(command, "-", "--find-quotes", given=item)
    assert (ran.code, "Ruiz" in ran.out.replace("mayor Ana Ruiz told", ""), ran.err) == (0, True, "")


def test_quotations_that_are_there_stay(run, story):
    """Nothing is found in an article that has quotations, nor more than is sure enough."""
    assert run("convert", story, "--find-quotes").out == run("convert", story).out
    item = json.dumps(ITEM).encode()
    sure = from_json(run("convert", "-", "--find-quotes", "--min-confidence", "1", given=item).out)
    assert (sure.quotes, sure.sources) == ((), ())


@pytest.mark.parametrize("document", [json.dumps(ITEM), ITEM["body_text"]])
def test_another_language_is_told(run, document):
    """The rules are for English, whatever the language."""
    code, out, err = run("convert", "-", "--find-quotes", "--language", "nb-NO", given=document.encode())
    message = "/language: the language is 'nb-NO', and quotations are found by rules for English (other-language)"
    assert (code, from_json(out).language, err) == (0, "nb-NO", f"newsschema: warning: -: {message}\n")


@pytest.mark.parametrize(
    ("to", "name", "remark"),
    [
        ("newsschema", "a.xml", "this is JSON, and the name is that of XML"),
        ("newsschema", "a.parquet", "this is JSON, and the name is that of Parquet"),
        ("newsschema", "a.jsonl", None),
        ("newsschema", "a.JSON.gz", None),
        ("schemaorg", "a.jsonld", None),
        ("nitf", "a.json", "this is XML, and the name is that of JSON"),
        ("nitf", "a.xml", None),
        ("brat", "a.ann", None),
    ],
)
def test_the_name_of_another_kind_is_told(run, tmp_path, to, name, remark):
    """The file is written all the same."""
    source = tmp_path / "source.json"
    source.write_bytes(to_json(Article(id="urn:example:1", text="Rain fell.")))
    target = tmp_path / name
    code, _, err = run("convert", source, "--to", to, "-o", target)
    told = [line for line in err.splitlines() if "the name is that of" in line]
    assert (0, [] if remark is None else [f"newsschema: warning: {target}: {remark}"]) == (code, told)
    assert target.is_file()


@pytest.mark.parametrize(("name", "is_told"), [("two.json", True), ("two.jsonl", False), ("two.jsonl.gz", False)])
def test_several_articles_are_lines_and_no_document(run, tmp_path, name, is_told):
    """The name of a document is told where lines are written."""
    for number in "12":
        (tmp_path / f"{number}.txt").write_text("Rain fell in Odda on Monday.", "utf-8")
    target = tmp_path / name
    remark = f"newsschema: warning: {target}: this is JSON lines, and the name is that of JSON\n"
    assert (0, "", remark if is_told else "") == run("read", tmp_path / "1.txt", tmp_path / "2.txt", "-o", target)
