"""Work on batches."""

import pickle
from functools import partial

import pyarrow as pa
import pytest

from newsschema import Article, Code, Issue, ValidationError, from_json, to_json
from newsschema.arrow import (
    ARTICLES,
    DOCUMENTS,
    FINDINGS,
    QUOTES,
    convert,
    flatten,
    from_table,
    lint,
    read,
    to_batches,
    to_table,
    transform,
    validate,
)
from newsschema.reading import read_text

WORK = [
    (validate, ARTICLES),
    (partial(transform, function=lambda article: article), ARTICLES),
    (lint, FINDINGS),
    (convert, DOCUMENTS),
    (flatten, QUOTES),
]


def codes(rows: pa.RecordBatch | pa.Table) -> list[list[str]]:
    """The codes of the faults of each row."""
    return [[fault["code"] for fault in row] for row in rows["faults"].to_pylist()]


def articles_in(rows: pa.RecordBatch) -> list[Article]:
    """The articles of rows that have no faults."""
    return from_table(pa.Table.from_batches([rows]))


@pytest.fixture
def mixed(stories) -> pa.RecordBatch:
    """A good row, a row with a fault, a good row."""
    (batch,) = to_batches(stories[:3])
    ids = pa.array([stories[0].id, "no uri", stories[2].id])
    return batch.set_column(0, "id", ids).append_column("origin", pa.array(["a", "b", "c"]))


def test_documents_become_rows_of_articles(stories):
    """Each document is a row; one that cannot be read is a row with its faults and its origin."""
    documents = [to_json(stories[0]).decode(), "{}", None, to_json(stories[1]).decode()]
    rows = pa.record_batch({"document": documents, "origin": ["a", "b", "c", "d"]})
    found = read(rows)
    assert found.schema == ARTICLES
    assert codes(found) == [[], ["missing-field"] * 3, ["wrong-type"], []]
    assert found["origin"].to_pylist() == ["a", "b", "c", "d"]
    assert found["text"].to_pylist()[1:3] == [None, None]
    assert stories[:2] == articles_in(found.filter(pa.array([True, False, False, True])))


def test_bytes_and_strings_are_read_alike(stories):
    """A column of bytes is given to the reader as bytes, a column of strings as strings, and bad UTF-8 is a fault."""
    given = []

    def reader(document):
        given.append(type(document))
        return from_json(document)

    for kind in (pa.binary(), pa.string()):
        assert stories[:1] == articles_in(
            read(pa.record_batch({"document": pa.array([to_json(stories[0])], kind)}), reader)
        )
    assert [bytes, str] == given
    broken = pa.array([b"\xff"]).cast(pa.string(), safe=False)
    assert codes(read(pa.record_batch({"text": broken}), read_text, "text")) == [["bad-character"]]


def test_texts_are_read_into_articles():
    """The reader of plain copy is a reader like others: the quotations are found."""
    rows = pa.record_batch({"text": ['"The bridge is safe," harbour master Ines Okafor told reporters.']})
    (article,) = articles_in(read(rows, read_text, "text"))
    assert [quote.words for quote in article.quotes] == ["The bridge is safe,"]


@pytest.mark.parametrize(("function", "schema"), WORK)
def test_a_faulty_row_is_a_row_and_no_failed_job(mixed, function, schema):
    """Whatever is done, the columns are those promised, and the faults of the row in the middle are told."""
    found = function(mixed)
    assert schema == found.schema
    rows = [row for row in found.to_pylist() if row["origin"] == "b"]
    told = [row if schema is FINDINGS else row["faults"][0] for row in rows]
    assert [(fault["code"], fault["path"]) for fault in told] == [("bad-uri", "/id")]
    assert {"a", "c"} <= {row["origin"] for row in found.to_pylist()} or function is lint


@pytest.mark.parametrize("function", [function for function, _ in WORK])
def test_faults_stay_through_what_follows(mixed, function):
    """A row that has faults is not read again: it keeps those that it came with."""
    assert function(mixed).drop_columns(["origin"]) == function(validate(mixed)).drop_columns(["origin"])
    assert function(validate(mixed)) == function(validate(validate(mixed)))


@pytest.mark.parametrize(("function", "schema"), WORK)
def test_tables_are_worked_on_like_batches(mixed, function, schema):
    """Some engines hand over tables; an empty one has its columns too."""
    table = pa.Table.from_batches([mixed])
    assert pa.Table.from_batches([function(mixed)]) == function(table)
    assert (schema, 0) == (function(table.slice(0, 0)).schema, function(table.slice(0, 0)).num_rows)


@pytest.mark.parametrize("function", [read, validate, transform, lint, convert, flatten])
def test_functions_can_be_sent_to_other_processes(function):
    """Each pickles by its name."""
    assert function is pickle.loads(pickle.dumps(function))


def test_a_row_without_origin_is_named_by_its_id():
    """Where nothing says where a row came from, its id does; a document has none."""
    rows = pa.record_batch({"id": ["urn:example:1", "two"], "text": ["Rain.", "Sun."]})
    assert validate(rows)["origin"].to_pylist() == ["urn:example:1", "two"]
    assert read(pa.record_batch({"document": ["{}"]}))["origin"].to_pylist() == [None]


@pytest.mark.parametrize(("function", "schema"), WORK)
def test_where_a_row_came_from_goes_with_it(mixed, function, schema):
    """File, line and number stay with whatever comes of a row."""
    lines, items = pa.array([7, 8, 9], pa.int32()), pa.array([None, None, 2], pa.int64())
    found = function(mixed.append_column("line", lines).append_column("item", items))
    places = {(row["origin"], row["line"], row["item"]) for row in found.to_pylist()}
    assert ("b", 8, None) in places
    assert places <= {("a", 7, None), ("b", 8, None), ("c", 9, 2)}
    assert schema == found.schema


@pytest.mark.parametrize("column", [{"origin": [1, 2]}, {"faults": ["x", "y"]}])
def test_what_stands_beside_documents_has_its_type(column):
    """Faults that are no faults are not passed on as if they were."""
    with pytest.raises(ValidationError) as caught:
        read(pa.record_batch({"document": ["{}", "{}"], **column}))
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [("wrong-type", (*column,))]


def test_a_function_that_makes_no_article_leaves_a_fault(stories):
    """What `transform` is given may refuse an article."""

    def refuse(_: Article) -> Article:
        raise ValidationError([Issue(Code.BAD_DATE, ("published",), "never")])

    assert codes(transform(to_table(stories[:1]), refuse)) == [["bad-date"]]


def test_documents_come_back(stories):
    """What `convert` writes, `read` reads; faulty rows are faulty in between too."""
    table = to_table(stories)
    assert stories == articles_in(read(convert(table)).to_batches()[0])
    spoilt = table.set_column(0, "id", pa.array(["no uri"] * len(stories)))
    assert [["bad-uri"]] * len(stories) == codes(read(convert(spoilt)))


def test_columns_that_do_not_fit_are_an_error(stories):
    """A wrong column is nobody's faulty row: it is told at once."""
    with pytest.raises(ValidationError) as caught:
        validate(to_table(stories).append_column("mood", pa.array(["wet"] * len(stories))))
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [("unknown-field", ("mood",))]


def test_questions_of_an_editor_are_rows():
    """What `lint` asks about a valid article comes with its id."""
    held = Article(id="urn:example:1", text='"No," she said.')
    found = lint(to_table([held])).to_pylist()
    assert {"urn:example:1"} == {row["id"] for row in found}
    assert all(row["code"] and row["path"] and row["message"] for row in found)


def test_a_quote_is_a_row(stories):
    """The flat view has the article, the words, who said them and how, with real dates."""
    first, second = flatten(to_table(stories[:1])).to_pylist()
    expected = {
        "article": "urn:example:0",
        "headline": "Harbour under water",
        "quote": "q1",
        "kind": "direct",
        "words": "The water stands 2 feet high 🌊,",
        "start": 1,
        "end": 32,
        "cue": "told",
        "speaker": "Ines Okafor",
        "role": "harbour master",
        "anonymity": "named",
        "addressee": "reporters",
        "polarity": "affirmed",
        "published": None,
        "confidence": None,
        "faults": [],
    }
    assert expected == {name: first[name] for name in expected}
    assert (
        str(second["date"]),
        second["speaker"],
        second["anonymity"],
        second["confidence"],
    ) == ("2026-01-03", "A port official", "anonymous", 0.5)


def test_the_flat_view_has_the_instant_and_the_day():
    """A quote of an article with a time has both; one that nobody said has no source."""
    tree = {
        "schema_version": "1.0",
        "id": "urn:example:1",
        "text": 'The "iron lady" of the docks.',
        "published": "2026-03-03T00:30:00+02:00",
        "quotes": [{"id": "q1", "kind": "epithet", "content": [{"text": "iron lady", "start": 5, "end": 14}]}],
    }
    from newsschema import from_dict

    (row,) = flatten(to_table([from_dict(tree)])).to_pylist()
    assert (str(row["date"]), str(row["published"])) == ("2026-03-03", "2026-03-02 22:30:00+00:00")
    assert (row["speaker"], row["source_kind"], row["cue"]) == (None, None, None)
