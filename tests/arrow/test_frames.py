"""Tables of other people's making: data frames, relations, readers, and rows written by hand."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsschema import Article, Correction, Fragment, Quote, ValidationError, check, from_dict, to_dict
from newsschema.arrow import from_table, quotes_table, read_rows, to_table
from newsschema.html import table
from newsschema.strategies import articles

DAY, NOON = date(2026, 3, 3), datetime(2026, 3, 3, 12, tzinfo=timezone(timedelta(hours=1)))


class Stream:
    """What is known of a table to others: that it can be read as a stream."""

    def __init__(self, table):
        self._table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__(requested_schema)


def through_polars(table):
    """As a data frame of Polars."""
    return pytest.importorskip("polars").DataFrame(table)


def through_duckdb(table):
    """As a relation of DuckDB."""
    return pytest.importorskip("duckdb").connect().from_arrow(table)


def through_pandas(table):
    """As a data frame of pandas, nested columns as Python's objects, with the labels of rows that were sorted."""
    pytest.importorskip("pandas")
    return table.to_pandas().iloc[::-1].iloc[::-1].set_axis([*range(7, 7 + table.num_rows)])


def through_pandas_of_arrow(table):
    """As a data frame of pandas whose columns are Arrow's."""
    pandas = pytest.importorskip("pandas")
    return table.to_pandas(types_mapper=pandas.ArrowDtype)


def through_a_reader(table):
    """As a reader of batches."""
    return pa.RecordBatchReader.from_batches(table.schema, table.to_batches())


WAYS = [Stream, through_polars, through_duckdb, through_pandas, through_pandas_of_arrow, through_a_reader]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("through", WAYS)
def test_whatever_gives_a_stream_is_read(through, stories):
    """Articles come back equal from whatever holds tables, though it has its own types for what they hold."""
    held = [*stories, Article(id="urn:example:rain", text="Rain fell.", published=NOON)]
    assert held == from_table(through(to_table(held)))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("through", WAYS)
@pytest.mark.parametrize("field", ["published", "updated", "embargoed_until", "corrections"])
def test_dates_without_a_time_are_read(through, field):
    """Where no row has a time, a data frame does not know what its column would hold."""
    value = [Correction(text="It sails.", date=DAY)] if field == "corrections" else DAY
    held = [Article(id="urn:example:rain", text="Rain fell.", **{field: value})]
    assert held == from_table(through(to_table(held)))


@settings.get_profile("quarter")
@given(st.lists(articles(), min_size=1, max_size=3), st.sampled_from([through_polars, Stream]))
def test_any_article_comes_back_equal(held, through):
    """No article is too rare for a data frame."""
    assert held == from_table(through(to_table(held)))


def test_a_batch_is_a_table():
    """One batch is read as a table of one."""
    batch = pa.record_batch({"id": ["urn:example:1"], "text": ["Rain fell."]})
    assert [Article(id="urn:example:1", text="Rain fell.")] == from_table(batch)


def test_the_labels_of_pandas_are_no_column():
    """What pandas calls its rows is left out, by the name that it has for labels without a name."""
    table = pa.table({"id": ["urn:example:1"], "text": ["Rain."], "__index_level_0__": [3]})
    assert [Article(id="urn:example:1", text="Rain.")] == from_table(table)
    with pytest.raises(ValidationError, match="__index_level_x__"):
        from_table(pa.table({"id": ["urn:example:1"], "text": ["Rain."], "__index_level_x__": [3]}))


def test_what_is_no_table_is_refused():
    """An object without a stream is a mistake of the program; one whose values have no type in common is bad data."""
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        from_table({"id": ["urn:example:1"]})

    class Mixed:
        def __arrow_c_stream__(self, _=None):
            return pa.table({"id": [1, "one"]}).__arrow_c_stream__()

    with pytest.raises(ValidationError, match=r"no columns of Arrow can be made of it: .*\(wrong-type\)"):
        from_table(Mixed())


NO_LISTS = {
    "list of structs": pa.array([None, [{"name": "Bergen"}]]),
    "nothing but null": pa.nulls(2),
    "empty lists": pa.array([[], []]),
}


@pytest.mark.parametrize("subjects", NO_LISTS.values(), ids=NO_LISTS)
def test_a_list_that_is_null_is_empty(subjects):
    """A row that gives `null` for a list, as rows of Polars and DuckDB do, is one that has none of it."""
    table = pa.table({"id": ["urn:example:1", "urn:example:2"], "text": ["Rain."] * 2, "subjects": subjects})
    assert () == from_table(table)[0].subjects


def test_many_rows_with_lists_of_nothing():
    """Polars has a type for lists that are all empty; more rows than a batch holds are cut without breaking them."""
    polars = pytest.importorskip("polars")
    source = {"id": "s1", "name": "Ines Okafor", "members": [], "role": None}
    sources = [None if row % 7 == 0 else [source] * (row % 5 > 0) for row in range(600)]
    frame = polars.DataFrame({"id": [f"urn:example:{row}" for row in range(600)], "text": "Rain.", "sources": sources})
    assert [len(held or ()) for held in sources] == [len(one.sources) for one in from_table(frame)]


PLACES = pa.struct([("name", pa.string())])


@pytest.mark.parametrize("kind", [pa.list_view(PLACES), pa.list_(PLACES, 1)], ids=str)
def test_lists_of_other_layouts(kind):
    """Views and lists of a fixed size are lists like others."""
    subjects = pa.array([[{"name": "Bergen"}], None], kind)
    table = pa.table({"id": ["urn:example:1", "urn:example:2"], "text": ["Rain."] * 2, "subjects": subjects})
    assert [["Bergen"], []] == [[subject.name for subject in one.subjects] for one in from_table(table)]


WHENS = [
    (pa.array([DAY, None]), DAY),
    (pa.array(["2026-03-03", None]), DAY),
    (pa.array(["2026-03-03T12:00:00+01:00", None], pa.string_view()), NOON),
    (pa.array(["2026-03-03", None]).dictionary_encode(), DAY),
    (pa.array([NOON, None], pa.timestamp("s", "+01:00")), NOON),
    (pa.array([NOON, None], pa.timestamp("ms", "UTC")), NOON.astimezone(UTC)),
    (pa.array([NOON, None], pa.timestamp("us", "Europe/Oslo")), NOON),
    (pa.array([NOON, None], pa.timestamp("ns", "UTC")), NOON.astimezone(UTC)),
]


@pytest.mark.parametrize(("column", "expected"), WHENS, ids=lambda value: str(getattr(value, "type", "")))
def test_dates_in_columns_of_their_own_type(column, expected):
    """Dates, times that say their zone, and strings as in JSON are read where the schema has a struct of three."""
    table = pa.table({"id": ["urn:example:1", "urn:example:2"], "text": ["Rain."] * 2, "published": column})
    first, second = from_table(table)
    assert (expected, None) == (first.published, second.published)
    assert to_dict(Article(id="urn:example:1", text="Rain.", published=expected)) == to_dict(first)


def issues_of(tree):
    """Code and path of what is wrong with plain data."""
    return [(issue.code, issue.path) for issue in check(tree)]


@pytest.mark.parametrize("when", ["3 March", "2026-03-03T12:00:00", "2026-02-30"])
def test_a_string_that_is_no_date(when):
    """It has the fault that it has in JSON."""
    tree = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain.", "published": when}
    (found,) = read_rows(pa.table({"id": [tree["id"]], "text": ["Rain."], "published": [when]}))
    assert issues_of(tree) == [(issue.code, issue.path) for issue in found]


def test_a_time_without_a_zone_is_no_time_of_ours():
    """A column of such times is refused by its type, and the message says which do."""
    table = pa.table({"id": ["urn:example:1"], "text": ["Rain."], "published": pa.array([0], pa.timestamp("us"))})
    with pytest.raises(ValidationError, match="expected a column of dates, times with a zone, strings or struct"):
        from_table(table)


@pytest.mark.parametrize("number", [0.0, 0.5, -1.0, float("nan"), float("inf")])
def test_positions_that_are_floats(number):
    """A whole number is a position, whatever its column's type; any other has the fault that it has in JSON."""
    content = [{"text": "Rain", "start": number, "end": 4.0}]
    tree = {"id": "urn:example:1", "text": "Rain.", "quotes": [{"id": "q", "kind": "epithet", "content": content}]}
    document = {"schema_version": "1.0", **tree}
    (found,) = read_rows(pa.Table.from_pylist([tree]))
    if number == 0:
        assert from_dict(document) == found
    else:
        assert issues_of(document) == [(issue.code, issue.path) for issue in found]


@pytest.mark.parametrize(("offset", "valid"), [(60.0, True), (60.5, False), (float("nan"), False), (1e300, False)])
def test_offsets_that_are_floats(offset, valid):
    """So is an offset, in minutes."""
    when = {"date": DAY, "time": NOON, "offset": offset}
    table = pa.Table.from_pylist([{"id": "urn:example:1", "text": "Rain.", "published": when}])
    table = table.set_column(2, "published", table["published"].cast(pa.struct([
        ("date", pa.date32()), ("time", pa.timestamp("us", "UTC")), ("offset", pa.float64())
    ])))  # fmt: skip
    (found,) = read_rows(table)
    if valid:
        assert NOON == found.published
    else:
        assert [("wrong-type", ("published",))] == [(issue.code, issue.path) for issue in found]


def test_a_whole_confidence():
    """A column of integers holds numbers."""
    quote = {"id": "q", "kind": "epithet", "content": [{"text": "Rain"}], "attribution": {"confidence": 1}}
    (found,) = from_table(pa.Table.from_pylist([{"id": "urn:example:1", "text": "Rain.", "quotes": [quote]}]))
    assert "1.0" == repr(found.quotes[0].attribution.confidence)


def test_quotes_in_one_line(stories):
    """A row for each quote, with its article, its place and its source beside it."""
    rows = quotes_table(stories).to_pylist()
    quotes = [(story, quote) for story in stories for quote in story.quotes]
    assert len(rows) == 12
    for row, (story, quote) in zip(rows, quotes, strict=True):
        assert (story.id, quote.id, quote.words) == (row["article"], row["quote"], row["words"])
        assert quote.words == story.text[row["start"] : row["end"]]
        assert story.source_of(quote).label == row["speaker"]
    assert not {"origin", "line", "item", "faults"} & rows[0].keys()


def test_positions_count_in_a_part():
    """Of a quote in the headline, the part is said; of one that goes on in another part, its place in the first."""
    words = [
        Fragment(text="Rain", start=0, end=4, part="headline"),
        Fragment(text="again", start=5, end=10, verbatim=True),
    ]
    quotes = [Quote(id="q1", kind="epithet", content=words), Quote(id="q2", kind="epithet", content=words[1:])]
    story = Article(id="urn:example:1", headline="Rain", text="Rain again.", quotes=quotes)
    rows = quotes_table([story]).select(["part", "start", "end"]).to_pylist()
    assert [["headline", 0, 4], ["text", 5, 10]] == [[*row.values()] for row in rows]
    assert ["headline 0–4", "5–10"] == re.findall(r"<bdi>([^<]*\d–\d+)</bdi>", table(story.quotes))


def test_no_quotes_have_columns_too():
    """A table of no quotes has the columns of one with quotes."""
    assert 0 == quotes_table([]).num_rows
    assert "speaker" in quotes_table([]).column_names
