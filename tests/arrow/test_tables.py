"""Articles as tables and back."""

import io
from datetime import UTC, date, datetime, timedelta, timezone

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsschema import Article, Issue, NewsSchemaWarning, ValidationError, check, from_json, to_dict, to_json
from newsschema._json.fast import assemble
from newsschema._model.fields import field_specs
from newsschema._model.types import MODELS
from newsschema.arrow import _columns, _tables, from_batches, from_table, read_rows, schema, to_batches, to_table
from newsschema.arrow._columns import articles_of
from newsschema.strategies import articles

RAIN = Article(id="urn:example:1", text="Rain fell.")


def through_parquet(table: pa.Table) -> pa.Table:
    """The table, written and read."""
    file = io.BytesIO()
    pq.write_table(table, file)
    return pq.read_table(file)


def faults(table: pa.Table) -> list[tuple[str, tuple[str | int, ...]]]:
    """Code and path of all that is wrong with a table."""
    with pytest.raises(ValidationError) as caught:
        from_table(table)
    return [(issue.code, issue.path) for issue in caught.value.issues]


def swapped(table: pa.Table, name: str, values: object) -> pa.Table:
    """The table with other values in a column."""
    return table.set_column(table.schema.get_field_index(name), name, values)


@settings.get_profile("half")
@given(st.lists(articles(), max_size=4), st.booleans())
def test_an_article_comes_back_equal(held, dictionaries):
    """Through Arrow and Parquet, with and without dictionaries, every article comes back equal and as the same JSON."""
    back = from_table(through_parquet(to_table(held, dictionaries=dictionaries)))
    assert held == back
    assert [to_json(one) for one in held] == [to_json(one) for one in back]


@settings.get_profile("quarter")
@given(st.lists(articles(), min_size=1, max_size=3))
def test_the_short_way_and_the_full_reading_agree(held):
    """A row read the short way is the article that the full reading of the same row gives."""
    batch = next(to_batches(held, size=len(held)))
    rows = _columns._Columns().rows(Article, batch.to_struct_array())
    assert held == [_columns._judged(row) for row in rows]
    assert all(assemble(row) in (None, one) for row, one in zip(rows, held, strict=True))


def test_every_field_of_every_type_has_a_place(stories):
    """The schema is that of the types: each field by its name and in its order."""

    def names(given):
        while pa.types.is_list(given):
            given = given.value_type
        return [field.name for field in given] if pa.types.is_struct(given) else None

    expected = {tuple(item.name for item in field_specs(cls)) for cls in MODELS}
    found, ahead = set(), [pa.struct(list(schema()))]
    while ahead:
        given = ahead.pop()
        found.add(tuple(names(given) or ()))
        inner = given.value_type if pa.types.is_list(given) else given
        ahead.extend(field.type for field in inner if names(field.type)) if pa.types.is_struct(inner) else None
    assert expected == found - {("date", "time", "offset")}
    assert schema() == to_table(stories).schema
    assert pa.dictionary(pa.int8(), pa.string()) == schema().field("status").type
    assert pa.string() == schema(dictionaries=False).field("status").type


def test_batches_are_cut_by_count_and_by_words(monkeypatch):
    """A batch ends at its size, or where its texts together are long."""
    assert [batch.num_rows for batch in to_batches([RAIN] * 5, size=2)] == [2, 2, 1]
    monkeypatch.setattr(_tables, "_WORDS", 25)
    assert [batch.num_rows for batch in to_batches([RAIN] * 5)] == [3, 2]
    assert to_table([]).num_rows == 0


def test_batches_are_read_while_they_are_asked_for(stories):
    """Streams are streamed: the first article is there before the second batch is made."""
    made = []

    def watched():
        for batch in to_batches(stories, size=2):
            made.append(batch)
            yield batch

    assert stories[0] == next(from_batches(watched()))
    assert len(made) == 1


@pytest.mark.parametrize(
    "when",
    [
        date(1, 1, 1),
        date(9999, 12, 31),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(timedelta(hours=-14))),
        datetime(2026, 3, 3, 12, 30, 0, 1, tzinfo=timezone(timedelta(minutes=-1))),
    ],
)
def test_dates_keep_what_they_say(when):
    """A date stays a date, and a time keeps its instant and its offset, up to the ends of the calendar."""
    held = RAIN.replace(published=when)
    table = to_table([held])
    assert [held] == from_table(table)
    assert [when.day] == [table["published"].combine_chunks().field("date")[0].as_py().day]


def test_a_time_is_a_real_timestamp():
    """What a query sees is the instant, in UTC, and the day where it was written."""
    noon = datetime(2026, 3, 3, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    found = to_table([RAIN.replace(published=noon)])["published"].combine_chunks()
    assert [datetime(2026, 3, 2, 22, 30, tzinfo=UTC)] == found.field("time").to_pylist()
    assert [date(2026, 3, 3)] == found.field("date").to_pylist()
    assert found.field("offset").to_pylist() == [120]


def test_faults_are_told_by_row(stories):
    """Each fault's path begins with the row, in a table as in a stream of batches, however the good rows are read."""
    table = to_table(stories * 2)
    ids = [one.id for one in stories * 2]
    ids[3], ids[7] = "no uri", None
    spoilt = swapped(table, "id", pa.array(ids))
    expected = [("bad-uri", (3, "id")), ("missing-field", (7, "id"))]
    assert expected == faults(spoilt)
    with pytest.raises(ValidationError) as caught:
        list(from_batches(spoilt.to_batches(max_chunksize=5)))
    assert expected[:1] == [(issue.code, issue.path) for issue in caught.value.issues]


def test_what_a_row_lacks_is_the_default():
    """Columns that are not there, and nulls, mean what fields left out of JSON mean; their order means nothing."""
    columns = {
        "text": pa.array(['"No," she said.'], pa.large_string()),
        "id": pa.array(["urn:example:1"]).dictionary_encode(),
        "summary": pa.nulls(1),
        "sources": [[{"id": "s1", "description": "a woman", "anonymity": "anonymous", "kind": None}]],
        "quotes": [
            [
                {
                    "id": "q1",
                    "kind": "direct",
                    "content": [{"text": "No,", "start": 1, "end": 4}],
                    "attribution": {"source": "s1"},
                }
            ]
        ],
        "subjects": pa.array([None], pa.list_(pa.struct([("name", pa.string())]))),
        "updated": pa.array([{"date": None}], pa.struct([("date", pa.date32())])),
    }
    expected = {
        "schema_version": "1.0",
        "id": "urn:example:1",
        "text": '"No," she said.',
        "sources": [{"id": "s1", "description": "a woman", "anonymity": "anonymous"}],
        "quotes": [
            {
                "id": "q1",
                "kind": "direct",
                "content": [{"text": "No,", "start": 1, "end": 4}],
                "attribution": {"source": "s1"},
            }
        ],
    }
    assert [expected] == [to_dict(one) for one in from_table(pa.table(columns))]


def test_a_list_that_is_null_among_others_is_empty():
    """A row without a list does not take what belongs to the next."""
    subjects = [[{"name": "Bergen"}], None, [{"name": "Oslo"}, {"name": "Voss"}]]
    table = pa.table(
        {"id": [f"urn:example:{number}" for number in range(3)], "text": ["Rain."] * 3, "subjects": subjects}
    )
    expected = [["Bergen"], [], ["Oslo", "Voss"]]
    assert expected == [[subject.name for subject in one.subjects] for one in from_table(table)]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ({"headlin": ["Rain"]}, ("unknown-field", ("headlin",))),
        ({"faults": [1]}, ("wrong-type", ("faults",))),
        ({"faults": ["x"]}, ("wrong-type", ("faults",))),
        ({"origin": [1]}, ("wrong-type", ("origin",))),
        ({"line": ["1"]}, ("wrong-type", ("line",))),
        ({"headline": [5]}, ("wrong-type", ("headline",))),
        ({"quotes": [[{"id": "q1", "spoken": True}]]}, ("unknown-field", ("quotes", "spoken"))),
        ({"sources": ["Ines Okafor"]}, ("wrong-type", ("sources",))),
        (
            {"published": pa.array([{"time": 0}], pa.struct([("time", pa.timestamp("us"))]))},
            ("wrong-type", ("published", "time")),
        ),
        (
            {"published": pa.array([{"time": 0}], pa.struct([("time", pa.timestamp("s", "UTC"))]))},
            ("wrong-type", ("published", "time")),
        ),
    ],
)
def test_columns_that_do_not_fit_are_faults_of_the_whole(column, expected):
    """Nothing is coerced, and no column is passed over."""
    assert [expected] == faults(pa.table({"id": ["urn:example:1"], "text": ["Rain."], **column}))


@pytest.mark.parametrize("name", ["text", "origin"])
def test_two_columns_of_one_name_are_a_fault(name):
    """Nothing says which of them is meant."""
    table = pa.table({"id": ["urn:example:1"], "text": ["Rain."], "origin": ["a.txt"]})
    table = table.append_column(name, pa.array(["Sun."]))
    assert [("duplicate-key", (name,))] * 2 == faults(table)
    inner = pa.StructArray.from_arrays([pa.array(["Bo"]), pa.array(["Li"])], ["name", "name"])
    named = pa.ListArray.from_arrays(pa.array([0, 1], pa.int32()), inner)
    assert {("duplicate-key", ("authors", "name"))} == set(
        faults(pa.table({"id": ["urn:example:1"], "text": ["Rain."], "authors": named}))
    )


def test_where_a_row_came_from_may_stand_beside_it(stories):
    """Tables that say where each row came from, and what is wrong with it, are read like others."""
    known = [[{"code": "bad-uri", "path": "/a~1b~0/0", "message": "never"}], None, [], [{"code": None}, None], []]
    table = to_table(stories[:5]).append_column("origin", pa.array([*"abcde"])).append_column("line", pa.nulls(5))
    assert stories[:5] == from_table(table)
    found = read_rows(table.append_column("faults", pa.array(known)))
    assert [stories[1], stories[2], stories[4]] == [found[1], found[2], found[4]]
    assert [[(issue.code, issue.path, issue.message) for issue in found[row]] for row in (0, 3)] == [
        [("bad-uri", ("a/b~", 0), "never")],
        [("unknown", (), "")] * 2,
    ]
    assert [("bad-uri", (0, "a/b~", 0))] == faults(table.append_column("faults", pa.array(known)))[:1]


@pytest.mark.parametrize("name", ["9" * 5000, "٣", "007", "-1", "a/b~"])
def test_the_path_of_a_known_fault_comes_back(stories, name):
    """Names that look like numbers are names, and only what counts the items of a list is a number."""
    fault = Issue("unknown-field", (name, 0, "x"), "never")
    known = pa.array([[{"code": fault.code, "path": fault.pointer, "message": fault.message}]])
    assert [(fault,)] == read_rows(to_table(stories[:1]).append_column("faults", known))


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("headline", "", ("empty-string", (0, "headline"))),
        ("headline", "a\0b", ("bad-character", (0, "headline"))),
        ("headline", pa.array([b"a\xffb"]).cast(pa.string(), safe=False), ("bad-character", (0, "headline"))),
        ("status", "spoilt", ("unknown-value", (0, "status"))),
        ("extra", "{", ("wrong-type", (0, "extra"))),
        ("extra", "[" * 100_000, ("wrong-type", (0, "extra"))),
        ("extra", '{"desk": 1}', ("extra-name", (0, "extra", "desk"))),
        (
            "published",
            {"date": date(2026, 3, 3), "time": datetime(2026, 4, 4, tzinfo=UTC)},
            ("wrong-type", (0, "published")),
        ),
        ("published", {"time": datetime(2026, 4, 4, tzinfo=UTC), "offset": 5000}, ("wrong-type", (0, "published"))),
        ("sources", [None], ("wrong-type", (0, "sources", 0))),
        (
            "sources",
            [{"id": "s1", "name": "Ines Okafor", "members": [None]}],
            ("wrong-type", (0, "sources", 0, "members", 0)),
        ),
        (
            "quotes",
            [{"id": "q1", "kind": "direct", "content": [{"text": "Rain", "start": -4, "end": 0}], "attribution": {}}],
            ("span-order", (0, "quotes", 0, "content", 0)),
        ),
        (
            "quotes",
            [{"id": "q1", "kind": "direct", "content": [{"text": "Sun", "start": 0, "end": 3}], "attribution": {}}],
            ("span-mismatch", (0, "quotes", 0, "content", 0)),
        ),
        (
            "quotes",
            [
                {
                    "id": "q1",
                    "kind": "direct",
                    "content": [{"text": "Rain", "start": 0, "end": 4}],
                    "attribution": {"confidence": float("nan")},
                }
            ],
            ("confidence-range", (0, "quotes", 0, "attribution", "confidence")),
        ),
    ],
)
def test_a_faulty_value_is_told_in_its_place(field, value, expected):
    """What Arrow can hold and the model cannot has the code and the path that JSON would have."""
    given = value if isinstance(value, pa.Array) else pa.array([value], schema(dictionaries=False).field(field).type)
    table = pa.table({"id": ["urn:example:1"], "text": ["Rain fell."], field: given})
    assert [expected] == faults(table)


@settings.get_profile("quarter")
@given(st.lists(articles(), min_size=1, max_size=3), st.data())
def test_a_spoilt_row_has_the_faults_of_its_document(held, data):
    """One column set to another article's: the row is valid, or has just the faults that the same JSON has."""
    other = data.draw(articles())
    name = data.draw(st.sampled_from(["text", "headline", "quotes", "sources", "published", "id"]))
    trees = [{**to_dict(one), name: to_dict(other).get(name)} for one in held]
    trees = [{key: value for key, value in tree.items() if value is not None} for tree in trees]
    column = pa.concat_arrays([to_table([other])[name].combine_chunks()] * len(held))
    batch = swapped(to_table(held), name, column).combine_chunks().to_batches()[0]
    found = [one if isinstance(one, tuple) else () for one in articles_of(batch)]
    assert [{(issue.code, issue.path) for issue in check(tree)} for tree in trees] == [
        {(issue.code, issue.path) for issue in one} for one in found
    ]


def test_a_table_of_another_version():
    """A newer minor version is read with a warning for what it has more; a newer major one is refused."""
    table = to_table([RAIN]).append_column("mood", pa.array(["wet"]))
    newer = table.replace_schema_metadata({b"newsschema.schema_version": b"1.7"})
    with pytest.warns(NewsSchemaWarning, match="passed over: /mood") as caught:
        assert from_table(newer) == [RAIN]
    assert [__file__] == [warning.filename for warning in caught]
    for version, code in ((b"2.0", "unsupported-version"), (b"\xff", "unsupported-version")):
        other = to_table([RAIN]).replace_schema_metadata({b"newsschema.schema_version": version})
        assert [(code, ("schema_version",))] == faults(other)


def test_streams_are_whole(stories):
    """From batches of any size come all the articles, in order."""
    assert list(from_batches(to_batches(stories, size=4))) == stories


def test_json_and_tables_agree(stories):
    """What comes through a table is what comes through JSON."""
    assert [from_json(to_json(one)) for one in stories] == from_table(to_table(stories))
