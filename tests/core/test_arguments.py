"""What functions that take articles say to anything else."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from newsschema import (
    Annotator,
    Article,
    Fragment,
    Limits,
    Location,
    Quote,
    Source,
    ValidationError,
    _lazy,
    check,
    edit,
    from_dict,
    from_json,
    html,
    interop,
    iter_jsonl,
    lint,
    sort_key,
    to_dict,
    to_json,
    write_jsonl,
)
from newsschema.arrow import from_table, quotes_table, to_batches, to_table
from newsschema.corpus import find_files, iter_corpus, read_document
from newsschema.strategies import articles

ARTICLE = Article(id="urn:example:1", text="Rain fell.")
OTHERS = [5, "story.json", to_dict(ARTICLE), Source(id="s1", name="Ann Moe"), [ARTICLE]]


def written(articles):
    """The articles as JSON lines."""
    return write_jsonl(articles, io.BytesIO())


@pytest.mark.parametrize("other", OTHERS, ids=lambda other: type(other).__name__)
@pytest.mark.parametrize(
    "take",
    [
        lint,
        edit,
        html.page,
        html.framed,
        lambda one: html.citation(one, None),
        interop.ninjs.beside,
        sort_key,
        lambda one: edit(ARTICLE, annotator=one),
    ],
    ids=["lint", "edit", "page", "framed", "citation", "beside", "sort_key", "who"],
)
def test_what_is_no_article_is_refused_by_what_it_is(take, other):
    """The message says what was expected and what was given, in short."""
    with pytest.raises(TypeError, match=r"^expected an (Article|Annotator), got .{1,80}$"):
        take(other)


@pytest.mark.parametrize(("read", "document"), [(check, "{}"), (from_json, "{}"), (from_dict, {})])
@pytest.mark.parametrize(
    ("cls", "got"), [(int, "int"), (Location, "Location"), (ARTICLE, "Article.+")], ids=["int", "Location", "object"]
)
def test_what_is_no_type_of_the_model_is_refused(read, document, cls, got):
    """Only documents have faults; a wrong type is the caller's slip."""
    with pytest.raises(TypeError, match=f"^expected a type of the model, such as Quote, got {got}$"):
        read(document, cls)


@pytest.mark.parametrize("line", [{}, ARTICLE, 5, None], ids=lambda line: type(line).__name__)
def test_a_line_is_bytes_or_text(line):
    """What is no line of a file is told so, and never passed over."""
    with pytest.raises(TypeError, match=r"^expected lines as bytes or str, got .{1,80}$"):
        list(iter_jsonl([line]))


@pytest.mark.parametrize("take", [written, to_table, quotes_table, lambda one: list(to_batches(one))])
def test_one_article_is_no_collection_of_articles(take):
    """An article could be gone through, as a dictionary is made of it so; each of a list must be one."""
    with pytest.raises(TypeError, match="expected articles, got one object; put it in a list"):
        take(ARTICLE)
    with pytest.raises(TypeError, match="expected an Article, got a Source"):
        take([ARTICLE, Source(id="s1", name="Ann Moe")])


@pytest.mark.parametrize("take", [find_files, lambda names: list(iter_corpus(names))])
@pytest.mark.parametrize("name", ["stories", Path("stories")], ids=lambda name: type(name).__name__)
def test_one_name_is_no_list_of_names(take, name):
    """The letters of a name are no names."""
    with pytest.raises(TypeError, match=r"expected names of files, got one; put it in a list: \['stories'\]"):
        take(name)


def test_an_annotator_and_an_object_are_taken():
    """What is right is not refused."""
    assert edit(ARTICLE, annotator=Annotator(id="desk", kind="person")).article() == ARTICLE
    with pytest.raises(TypeError, match=r"^expected an object of the model, got a list with 1 item$"):
        to_json([ARTICLE])


@pytest.mark.parametrize("take", [written, to_table, quotes_table, lambda one: list(to_batches(one))])
@pytest.mark.parametrize("name", ["a.jsonl", Path("a.jsonl"), b"a.jsonl"], ids=lambda name: type(name).__name__)
def test_the_name_of_a_file_is_no_collection_of_articles(take, name):
    """What reads the articles of a file is said."""
    message = r"^(expected articles, got .+; iter_jsonl\(\) reads the articles of a file|the articles come first: .+)$"
    with pytest.raises(TypeError, match=message):
        take(name)


@pytest.mark.parametrize("name", ["a.jsonl", Path("a.jsonl")], ids=lambda name: type(name).__name__)
def test_the_articles_come_before_the_file(name):
    """Arguments in the other order are told so."""
    with pytest.raises(TypeError, match=r"^the articles come first: write_jsonl\(articles, 'a.jsonl'\)$"):
        write_jsonl(name, [ARTICLE])


def test_json_lines_are_no_parquet(tmp_path):
    """The name of a Parquet file is refused before anything is written."""
    with pytest.raises(ValueError, match=r"^write_jsonl writes JSON lines; for Parquet, pq.write_table"):
        write_jsonl([ARTICLE], tmp_path / "a.parquet")
    assert [] == [*tmp_path.iterdir()]


def test_a_folder_is_no_file_and_nothing_else_is_named(tmp_path):
    """The error names what was given, once."""
    with pytest.raises(OSError, match=rf"{re.escape(repr(str(tmp_path.resolve())))}$"):
        write_jsonl([ARTICLE], tmp_path)


@pytest.mark.parametrize("name", ["a.parquet", Path("a.parquet")], ids=lambda name: type(name).__name__)
def test_the_name_of_a_file_is_no_table(name):
    """What reads one is said."""
    with pytest.raises(TypeError, match=r"^expected a table, got .+; read the file first, as with pq.read_table$"):
        from_table(name)


@pytest.mark.parametrize("name", ["story.txt", Path("story.txt")], ids=lambda name: type(name).__name__)
def test_the_name_of_a_file_is_no_document(name):
    """What takes names is said."""
    with pytest.raises(TypeError, match=r"^expected what is in a document, as bytes, got .+; iter_corpus takes names$"):
        read_document(name)


@pytest.mark.parametrize(
    "form", [form for form in interop.formats().values() if form.write], ids=lambda form: form.name
)
def test_every_format_writes_articles_alone(form):
    """A writer refuses plain data by what it is."""
    with pytest.raises(TypeError, match=r"^expected an Article, got an empty dict$"):
        form.write({})


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (Path("a.json"), "expected JSON as bytes or str, got a .*Path; pass what is in the file: path.read_bytes()"),
        (
            "wire/a.json",
            "invalid JSON: .+; it looks like the name of a file: pass what is in it, Path(...).read_bytes()",
        ),
        (ARTICLE, "expected JSON as bytes or str, got an Article; it is valid, and lint() finds what an editor would"),
        ([{}], "expected JSON as bytes or str, got a list with 1 item; check its documents one by one"),
        ("", "invalid JSON: the document is empty"),
        (b" \n", "invalid JSON: the document is empty"),
    ],
)
def test_what_is_no_document_is_told_what_it_is(document, message):
    """Reading and checking say the same, and what to do."""
    (issue,) = check(document)
    assert re.match(re.escape(message).replace(r"\.\*", ".*").replace(r"\.\+", ".+"), issue.message)
    with pytest.raises(ValidationError) as refused:
        from_json(document)
    assert (issue,) == refused.value.issues


def test_decoded_json_is_read_by_another_function():
    """`from_json` says which."""
    with pytest.raises(ValidationError, match=r"got an object with 3 fields; from_dict\(\) takes decoded JSON"):
        from_json(to_dict(ARTICLE))


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"min_quotes": -1}, ValueError, "expected min_quotes of at least 0, got -1"),
        ({"kinds": "direct"}, TypeError, r"expected kinds of quotes, got one; put it in a list: \['direct'\]"),
    ],
)
def test_strategies_refuse_what_nothing_can_be_drawn_for(options, error, message):
    """A slip in an option is told before anything is drawn."""

    @settings(database=None)
    @given(articles(**options))
    def test(_):
        """Never run."""

    with pytest.raises(error, match=f"^{message}"):
        test()


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("", "the document is empty"),
        ("story.json", "this is the name of a file, and not what is in it, and in no format that can be read here; a"),
    ],
)
def test_a_name_and_nothing_are_no_document(document, message):
    """One plain message for each."""
    with pytest.raises(interop.UnknownFormatError, match=f"^{message}"):
        interop.read(document)


@pytest.mark.parametrize("take", [ARTICLE.part, lambda name: ARTICLE.find("Rain", name)])
def test_the_parts_of_an_article_are_named(take):
    """A part that there is not is told what parts there are."""
    message = "no part of an article: expected one of 'text', 'headline', 'summary', got 'body'"
    with pytest.raises(ValidationError, match=f"^{message} .unknown-value.$"):
        take("body")
    with pytest.raises(ValidationError, match="expected one of 'text', 'headline', 'summary', got 5"):
        take(5)
    with pytest.raises(ValidationError, match="expected one of"):
        ARTICLE.span("Rain", part="lead")


def test_a_file_for_json_lines_is_opened_for_bytes(tmp_path):
    """One that takes text is refused before an article is written, and so is what is no file."""
    message = r"^expected a path or a file opened for bytes \(mode 'wb'\), got "
    with (tmp_path / "a.jsonl").open("w") as file, pytest.raises(TypeError, match=f"{message}a TextIOWrapper$"):
        write_jsonl([ARTICLE], file)
    for other in (io.StringIO(), 5, None):
        with pytest.raises(TypeError, match=message):
            write_jsonl([ARTICLE], other)
    assert "" == (tmp_path / "a.jsonl").read_text()


@pytest.mark.parametrize("other", [None, 5])
def test_what_holds_nothing_is_no_collection(other):
    """The message says what was expected."""
    with pytest.raises(TypeError, match=f"^expected articles, got {other}$"):
        written(other)
    with pytest.raises(TypeError, match=f"^expected a path, a file opened for bytes or lines, got {other}$"):
        list(iter_jsonl(other))


@pytest.mark.parametrize(
    ("items", "message"),
    [
        (ARTICLE, "expected quotes or sources, got an Article; pass its quotes or its sources"),
        ("ab", "expected quotes or sources, got 'ab'"),
        (5, "expected quotes or sources, got 5"),
        ([5], "expected a Source or a Quote, got 5"),
        ([Source(id="s1", name="Ann Moe"), 5], "expected a Source, got 5"),
        ([Quote(id="q1", kind="epithet", content=[Fragment(text="a")]), 5], "expected a Quote, got 5"),
    ],
)
def test_a_table_is_of_quotes_or_of_sources(items, message):
    """What is neither, or some of both, is told so."""
    with pytest.raises(TypeError, match=f"^{message}$"):
        html.table(items)


def test_annotations_belong_to_an_article_or_a_text():
    """Anything else in its place is told so."""
    with pytest.raises(TypeError, match=r"^expected an Article or its text, got 5$"):
        interop.brat.from_brat("", 5)


def test_the_second_document_of_an_item_is_an_object():
    """Bad data is refused with our error."""
    with pytest.raises(ValidationError, match="expected the second document of a ninjs item, got 5"):
        interop.ninjs.from_ninjs({"uri": "urn:example:1", "headline": "Rain"}, beside=5)


def test_limits_are_numbers():
    """A slip is told where it is made."""
    with pytest.raises(TypeError, match=r"^bytes: expected an int, got '64 MB'$"):
        Limits(bytes="64 MB")


class Text(str):
    """A text that answers for itself."""

    __slots__ = ()

    def __len__(self):
        return 0

    def __str__(self):
        return "{}"


class Bytes(bytes):
    """Bytes that do."""

    def __len__(self):
        return 0


@pytest.mark.parametrize("document", [Text(to_json(ARTICLE).decode()), Bytes(to_json(ARTICLE))], ids=["str", "bytes"])
def test_a_document_may_be_of_a_class_of_ones_own(document):
    """What other libraries derive from `str` and `bytes` is read as what it holds, whatever it answers for itself."""
    assert (ARTICLE, ()) == (from_json(document), check(document))
    (fault,) = check(type(document)(document[:-1]))
    assert fault.code == "invalid-json"


@pytest.mark.parametrize("name", ["arrow", "corpus", "html", "interop", "reading", "strategies"])
def test_public_modules_are_attributes(name):
    """They need no import of their own, and are imported when they are used."""
    assert f"newsschema.{name}" == _lazy.__getattr__(name).__name__
