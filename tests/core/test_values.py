"""What each field accepts, the form it is kept in, and what is said of the rest."""

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsschema
from newsschema import Article, Correction, FrozenDict, Quote, Source, Span, Subject, ValidationError, to_dict, to_json
from newsschema.strategies import articles


def _fault(**fields: Any) -> tuple[str, tuple[str | int, ...], str]:
    """The one issue of an article with these fields."""
    with pytest.raises(ValidationError) as caught:
        Article(**{"id": "urn:x:1", "text": "Rain fell.", **fields})
    (issue,) = caught.value.issues
    return issue.code, issue.path, issue.message


class _Text(str):
    __slots__ = ()


_A_STRING = "expected a str, got "


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (5, "5"),
        (None, "None"),
        (True, "True"),
        (False, "False"),
        (1.5, "1.5"),
        (b"Rain.", "bytes"),
        ({}, "an empty dict"),
        ({"a": 1}, "a dict with 1 key"),
        ([], "an empty list"),
        ((1, 2), "a list with 2 items"),
        (10**70, "1" + "0" * 58 + "…"),
        (10**80, "an integer of 266 bits"),
        (object(), "an object"),
    ],
)
def test_text_takes_strings_alone(value: object, shown: str) -> None:
    """A string field takes a string and nothing else; the message shows the value briefly, in Python's words."""
    assert ("wrong-type", ("text",), _A_STRING + shown) == _fault(text=value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\0", "a NUL at position 1"),
        ("🌧é\ud800", "the lone surrogate U+D800 at position 2"),
        ("\udfff", "the lone surrogate U+DFFF at position 0"),
    ],
)
def test_characters_that_cannot_be_sent(text: str, message: str) -> None:
    """NUL and lone surrogates are refused, at their position in code points."""
    assert ("bad-character", ("text",), message) == _fault(text=text)
    assert ("bad-character", ("extra", "org.example"), message) == _fault(extra={"org.example": text})


def test_text_may_be_empty_and_words_may_not() -> None:
    """The body may be empty; every other string is left out where there is nothing to say."""
    assert Article(id="urn:x:1", text="").text == ""
    message = "the string is empty; leave the field out where there is nothing to say"
    assert ("empty-string", ("headline",), message) == _fault(headline="")


@pytest.mark.parametrize(
    "uri",
    [
        "a:",
        "urn:isbn:0451450523",
        "https://example.org",
        "https://example.org/a/b?c=d&e#f",
        "HTTP://u:p%41@[::1]:80/",
        "file:///etc/hosts",
        "mailto:desk@example.org",
        "tag:example.org,2026:1",
        "x+y-z.1:?#",
        "http://:80",
        "a:/b//c",
    ],
)
def test_uris(uri: str) -> None:
    """URIs by RFC 3986 are kept as they are."""
    assert Article(id=uri, text="").id == uri


@pytest.mark.parametrize(
    "uri",
    [
        "example.org/story",
        "1a:b",
        ":a",
        "//example.org",
        "https://example.org/a b",
        "https://example.org/é",
        "a:%4",
        "a:%zz",
        "http://[::1",
        "http://a:b:c",
        "http://a:8x",
        "a:b#c#d",
        "a:b\n",
        "a:[b]",
        "a:<b>",
        "http://a@b@c",
    ],
)
def test_no_uris(uri: str) -> None:
    """What RFC 3986 has no rule for is refused, addresses with other than ASCII letters too."""
    expected = f"expected a URI such as 'https://example.org/story', got {uri!r}"
    assert ("bad-uri", ("url",), expected) == _fault(url=uri)


@pytest.mark.parametrize(
    "tag",
    [
        *("en", "EN", "pt-BR", "zh-Hant-TW", "zh-yue-HK", "es-419", "sl-rozaj-biske-1994", "de-CH-1901", "x-newsroom"),
        *("en-a-bbb-b-ccc-x-1", "abcd", "abcdefgh", "ar-aao-bbb-ccc-Arab", "en-x-a-b"),
    ],
)
def test_languages(tag: str) -> None:
    """Well-formed language tags (BCP 47) are kept as they are."""
    assert Article(id="urn:x:1", text="", language=tag).language == tag


@pytest.mark.parametrize(
    "tag",
    ["e", "english language", "en_GB", "en-", "-en", "en--GB", "en-a", "x", "x-", "abcdefghi", "en-x", "en\n", "é"],
)
def test_no_languages(tag: str) -> None:
    """What is no language tag is refused."""
    expected = f"expected a language tag such as 'en' or 'pt-BR', got {tag!r}"
    assert ("bad-language", ("language",), expected) == _fault(language=tag)


@pytest.mark.parametrize(
    ("text", "kept", "written"),
    [
        ("2026-03-24", date(2026, 3, 24), "2026-03-24"),
        ("2024-02-29", date(2024, 2, 29), "2024-02-29"),
        ("2000-02-29", date(2000, 2, 29), "2000-02-29"),
        ("0001-01-01", date(1, 1, 1), "0001-01-01"),
        ("9999-12-31", date(9999, 12, 31), "9999-12-31"),
        ("2026-03-24T09:30:00Z", datetime(2026, 3, 24, 9, 30, tzinfo=UTC), "2026-03-24T09:30:00Z"),
        ("2026-03-24T09:30:00-00:00", datetime(2026, 3, 24, 9, 30, tzinfo=UTC), "2026-03-24T09:30:00Z"),
        (
            "2026-03-24T23:59:59.5+05:45",
            datetime(2026, 3, 24, 23, 59, 59, 500_000, timezone(timedelta(hours=5, minutes=45))),
            "2026-03-24T23:59:59.500000+05:45",
        ),
    ],
)
def test_dates(text: str, kept: date, written: str) -> None:
    """A date alone stays one, a time keeps its offset, and each is written in one way."""
    article = Article(id="urn:x:1", text="", published=text)
    assert (type(kept), kept) == (type(article.published), article.published)
    assert written == to_dict(article)["published"]
    assert article == article.replace(published=written) == article.replace(published=kept)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-3-24", "20260324", "2026-W13-2", "2026-083", "24 March 2026", "2026-02-29", "1900-02-29", "2026-04-31"),
        *("2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "10000-01-01", "٢٠٢٦-٠٣-٢٤", "2026-03-24\n"),
        *("2026-03-24T09:30Z", "2026-03-24T24:00:00Z", "2026-03-24T09:60:00Z", "2026-03-24T09:30:60Z"),
        *("2026-03-24t09:30:00z", "2026-03-24 09:30:00Z", "2026-03-24T09:30:00.Z", "2026-03-24T09:30:00.1234567Z"),
        *("2026-03-24T09:30:00+2:00", "2026-03-24T09:30:00+02", "2026-03-24T09:30:00+0200"),
        *("2026-03-24T09:30:00+24:00", "2026-03-24T09:30:00+00:60", "2026-03-24T09:30:00,5Z"),
    ],
)
def test_no_dates(text: str) -> None:
    """Dates and times in other forms, and those on no calendar or clock, are refused on every Python."""
    expected = f"expected a date '2026-03-24' or a time '2026-03-24T09:30:00+02:00', got {text!r}"
    assert ("bad-date", ("published",), expected) == _fault(published=text)


@pytest.mark.parametrize("offset", ["Z", "+05:45", "-03:30"])
def test_times_share_the_object_of_their_offset(offset: str) -> None:
    """Many times of one offset take the memory of one; each is the time that Python reads."""
    texts = [f"2026-03-24T09:30:0{second}.5{offset}" for second in range(3)]
    times = [Article(id="urn:x:1", text="", published=text).published for text in texts]
    assert [datetime.fromisoformat(text) for text in texts] == times
    assert len({id(time.tzinfo) for time in times if isinstance(time, datetime)}) == 1
    assert ("bad-date", ("published",)) == _fault(published=f"2026-02-30T09:30:00{offset}")[:2]


def test_a_time_needs_its_offset() -> None:
    """A time without an offset is refused, as a string and as a datetime, and the message says what lacks."""
    code, path, message = _fault(published="2026-03-24T09:30:00")
    assert ("bad-date", ("published",)) == (code, path)
    assert message.endswith("; a time needs its offset from UTC")
    expected = "the time '2026-03-24T09:30:00' has no offset from UTC; give one, or a date alone"
    assert ("bad-date", ("published",), expected) == _fault(published=datetime(2026, 3, 24, 9, 30))  # noqa: DTZ001


def test_an_offset_has_whole_minutes() -> None:
    """An offset finer than JSON's is refused."""
    when = datetime(1890, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))
    expected = f"the offset of {when.isoformat()!r} is not of whole minutes"
    assert ("bad-date", ("published",), expected) == _fault(published=when)


class _Day(date):
    pass


class _Moment(datetime):
    pass


class _Odd(tzinfo):
    def utcoffset(self, _: datetime | None) -> timedelta:
        return timedelta(hours=1)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        (_Day(2026, 3, 24), date(2026, 3, 24)),
        (
            datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Paris")),
            datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1))),
        ),
        (_Moment(2026, 3, 24, tzinfo=UTC), datetime(2026, 3, 24, tzinfo=UTC)),
        (datetime(2026, 3, 24, tzinfo=_Odd()), datetime(2026, 3, 24, tzinfo=timezone(timedelta(hours=1)))),
        (datetime(2026, 3, 24, fold=1, tzinfo=UTC), datetime(2026, 3, 24, tzinfo=UTC)),
    ],
)
def test_dates_are_kept_plain(given_: date, kept: date) -> None:
    """Time zones become their offset, and subclasses what they are of, so that equal articles have equal bytes."""
    article = Article(id="urn:x:1", text="", published=given_)
    assert repr(kept) == repr(article.published)
    assert article == pickle.loads(pickle.dumps(article)) == newsschema.from_json(to_json(article))


def test_noon_in_paris_is_not_eleven_in_london() -> None:
    """Two times of one instant with different offsets are different values, as a day and its midnight are."""
    paris = Correction(text="x", date="2026-03-24T12:00:00+01:00")
    assert paris != Correction(text="x", date="2026-03-24T11:00:00Z")
    assert Correction(text="x", date="2026-03-24") != Correction(text="x", date="2026-03-24T00:00:00Z")


@pytest.mark.parametrize("value", [5, None, 2026.0, b"2026-03-24", timedelta(1)])
def test_no_date_type(value: object) -> None:
    """A date is taken as a string, a date or a datetime."""
    if value is None:
        assert Article(id="urn:x:1", text="", published=None).published is None
    else:
        assert _fault(published=value)[:2] == ("wrong-type", ("published",))
        assert _fault(published=value)[2].startswith("expected a date or a time, got ")


def _issue(cls: type, **fields: Any) -> tuple[str, tuple[str | int, ...], str]:
    with pytest.raises(ValidationError) as caught:
        cls(**fields)
    (issue,) = caught.value.issues
    return issue.code, issue.path, issue.message


def test_numbers_and_truth() -> None:
    """Integers are no truths; whole floats are integers; truths are no numbers; a number is no string of digits."""
    assert ("wrong-type", ("start",), "expected an int, got True") == _issue(Span, text="x", start=True, end=1)
    assert ("wrong-type", ("end",), "expected an int, got 1.5") == _issue(Span, text="x", start=0, end=1.5)
    assert (0, 1) == (Span(text="x", start=0.0, end=1.0).start, Span(text="x", start=0.0, end=1.0).end)
    assert "0.0" == repr(newsschema.Attribution(confidence=-0.0).confidence)
    assert ("wrong-type", ("verbatim",), "expected True or False, got 1") == _issue(
        newsschema.Fragment, text="x", verbatim=1
    )
    for value, shown in ((True, "True"), ("1", "'1'"), (None, None)):
        if shown:
            expected = ("wrong-type", ("confidence",), f"expected a float, got {shown}")
            assert expected == _issue(newsschema.Attribution, confidence=value)


def test_members_of_enums() -> None:
    """A word with a fixed meaning is one of its list; near ones are suggested."""
    listed = "'person', 'organisation', 'place', 'event', 'topic'"
    expected = f"expected one of {listed}, got 'organization'; did you mean 'organisation'?"
    assert ("unknown-value", ("kind",), expected) == _issue(Subject, name="x", kind="organization")
    assert ("unknown-value", ("kind",), f"expected one of {listed}, got 'zzz'") == _issue(Subject, name="x", kind="zzz")
    assert ("wrong-type", ("kind",), f"expected one of {listed}, got 5") == _issue(Subject, name="x", kind=5)
    assert ("wrong-type", ("kind",), f"expected one of {listed}, got None") == _issue(Subject, name="x", kind=None)
    assert newsschema.SubjectKind.PLACE is Subject(name="x", kind="place").kind


def test_lists() -> None:
    """A list is a list or a tuple, and no string; each item is read by itself."""
    assert ("wrong-type", ("same_as",), "expected a list, got 'a:b'") == _issue(Source, id="s", name="x", same_as="a:b")
    assert ("wrong-type", ("same_as",), "expected a list, got None") == _issue(Source, id="s", name="x", same_as=None)
    assert _issue(Source, id="s", name="x", same_as=["a:b", "c"])[:2] == ("bad-uri", ("same_as", 1))
    assert ("a:b",) == Source(id="s", name="x", same_as=["a:b"]).same_as


@pytest.mark.parametrize(
    ("extra", "path", "code", "message"),
    [
        ([], (), "wrong-type", "expected a dict, got an empty list"),
        ({"desk": 1}, ("desk",), "extra-name", "expected a URI or a reversed domain, got 'desk'"),
        ({"org.": 1}, ("org.",), "extra-name", "expected a URI or a reversed domain, got 'org.'"),
        ({"org.example\n": 1}, ("org.example\n",), "extra-name", None),
        ({"": 1}, ("",), "extra-name", "expected a URI or a reversed domain, got ''"),
        ({1: 1}, ("1",), "wrong-type", "expected a str, got 1"),
        ({"org.example": {1: 1}}, ("org.example", "1"), "wrong-type", "expected a str, got 1"),
        ({"org.example": {True: 1}}, ("org.example", "True"), "wrong-type", "expected a str, got True"),
        ({"org.example": {"a\0": 1}}, ("org.example", "a\0"), "bad-character", "a NUL at position 1"),
        ({"org.example": [1, {2}]}, ("org.example", 1), "wrong-type", "expected a JSON value, got a set"),
        (
            {"org.example": 1 << 14_280},
            ("org.example",),
            "too-large",
            "expected an integer of no more than 14280 bits, got an integer of 14281 bits",
        ),
        ({"org.example": float("nan")}, ("org.example",), "wrong-type", "JSON has no number for nan"),
        ({"org.example": [[float("inf")]]}, ("org.example", 0, 0), "wrong-type", "JSON has no number for inf"),
    ],
)
def test_what_extra_refuses(extra: Any, path: tuple[Any, ...], code: str, message: str | None) -> None:
    """Under `extra` there are JSON values alone, by names that somebody owns."""
    found = _fault(extra=extra)
    assert (code, ("extra", *path)) == found[:2]
    assert message in (None, found[2])


def test_how_deep_extra_nests() -> None:
    """Values under `extra` nest 64 deep and no deeper, in the constructor and in JSON."""
    value: list[Any] = []
    for _ in range(63):
        value = [value]
    article = Article(id="urn:x:1", text="", extra={"org.example": value})
    assert article == newsschema.from_json(to_json(article))
    code, path, message = _fault(extra={"org.example": [value]})
    assert ("too-large", ("extra", "org.example", *[0] * 64), "nested more than 64 deep") == (code, path, message)
    tree = {**to_dict(article), "extra": {"org.example": [value]}}
    assert [("too-large", path)] == [(i.code, i.path) for i in newsschema.check(msgspec.json.encode(tree))]


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3),
    max_leaves=6,
)


@given(st.tuples(_JSON, _JSON) | _JSON.map(lambda value: (value, value)))
def test_frozen_dictionaries_are_equal_as_json_is(pair: tuple[Any, Any]) -> None:
    """Two frozen dictionaries are equal exactly when their JSON is, whatever the order; equal ones hash equal."""
    first, second = (Article(id="urn:x:1", text="", extra={"org.example": value}).extra for value in pair)
    written = [msgspec.json.encode(value, order="sorted") for value in pair]
    assert (first == second) is (written[0] == written[1])
    assert (first != second) is (written[0] != written[1])
    if first == second:
        assert hash(first) == hash(second)


def test_extra_is_written_in_one_order() -> None:
    """The keys under `extra` are written sorted, on every level, so that equal articles give equal bytes."""
    article = Article(id="urn:x:1", text="", extra={"org.b": {"d": 1, "c": [{"f": 1, "e": 2}]}, "org.a": 1})
    assert to_json(article).endswith(b'"extra":{"org.a":1,"org.b":{"c":[{"e":2,"f":1}],"d":1}}}')


@pytest.mark.parametrize(
    ("first", "second"), [(1, True), (1, 1.0), (0, False), (0.0, -0.0), (0, None), ("1", 1), ([], {}), ([1], [True])]
)
def test_values_of_different_types_are_different(first: Any, second: Any) -> None:
    """What JSON writes differently is different, though Python may take it for equal."""
    one, other = (Article(id="urn:x:1", text="", extra={"org.example": value}) for value in (first, second))
    assert one.extra != other.extra
    assert one != other
    assert to_json(one) != to_json(other)


@given(articles())
def test_frozen_dictionaries_are_dictionaries(article: Article) -> None:
    """A frozen dictionary compares with plain ones, copies, pickles, and stays frozen."""
    extra = article.extra
    assert extra == dict(extra)
    assert dict(extra) == extra
    for twin in (copy.copy(extra), copy.deepcopy(extra), pickle.loads(pickle.dumps(extra))):
        assert (FrozenDict, extra) == (type(twin), twin)
    assert extra != [*extra.items()]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("__setitem__", ("a", 1)),
        ("__delitem__", ("org.example",)),
        ("__ior__", ({},)),
        ("clear", ()),
        ("pop", ("org.example",)),
        ("popitem", ()),
        ("setdefault", ("a", 1)),
        ("update", ({"a": 1},)),
    ],
)
def test_frozen_dictionaries_do_not_change(name: str, arguments: tuple[Any, ...]) -> None:
    """Every way to change a dictionary is refused."""
    extra = Article(id="urn:x:1", text="", extra={"org.example": {"a": [1]}}).extra
    for frozen in (extra, extra["org.example"]):
        with pytest.raises(TypeError, match="does not change"):
            getattr(frozen, name)(*arguments)
    assert {"org.example": {"a": [1]}} == extra


def test_extra_is_nobody_elses() -> None:
    """What the caller does afterwards with the data that it gave, or was given, changes no article."""
    mine = {"org.example": {"a": [1]}}
    article = Article(id="urn:x:1", text="", extra=mine)
    mine["org.example"]["a"].append(2)
    to_dict(article)["extra"]["org.example"]["a"].append(3)
    assert {"org.example": {"a": [1]}} == article.extra


@pytest.mark.parametrize(
    "enum", [value for value in vars(newsschema).values() if isinstance(value, type) and issubclass(value, Enum)]
)
def test_words_are_plain(enum: type[Enum]) -> None:
    """Each member of an enum is the string that JSON has, and is found by it."""
    assert [str(member.value) for member in enum] == [str(member) for member in enum]
    assert list(enum) == [enum(str(member)) for member in enum]


def test_fields_of_wrong_quotes() -> None:
    """A quote in an article is a `Quote`, no subclass and no look-alike."""

    class Mine(Quote):
        __slots__ = ()

    mine = Mine(id="q", kind="epithet", content=(newsschema.Fragment(text="x"),))
    assert ("wrong-type", ("quotes", 0), "expected a Quote, got a Mine") == _fault(quotes=[mine])
