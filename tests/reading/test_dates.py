"""Dates in prose, as they stand on lines of their own."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema.reading._story.dates import Stamp, read_date, read_stamps

_DAY = date(2026, 3, 3)


def _at(hour, minute=0, offset=0, day=3):
    return datetime(2026, 3, day, hour, minute, tzinfo=timezone(timedelta(minutes=offset)))


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("2026-03-03", _DAY),
        ("2026-03-03T10:00:05.250Z", datetime(2026, 3, 3, 10, 0, 5, 250_000, tzinfo=UTC)),
        ("2026-03-03 10:00 +01:00", _at(10, 0, 60)),
        ("2026-03-03T10:00", _DAY),
        ("Tuesday 3 March 2026", _DAY),
        ("3rd March, 2026", _DAY),
        ("Mar. 3, 2026", _DAY),
        ("MARCH 3, 2026", _DAY),
        ("Tue, 03 Mar 2026 10:15:00 +0100", _at(10, 15, 60)),
        ("March 3, 2026, 9:15 GMT", _at(9, 15)),
        ("1:45 PM EST, Tue March 3, 2026", _at(13, 45, -300)),
        ("12:05 a.m. UTC, 3 March 2026", _at(0, 5)),
        ("3 March 2026 at 10 p.m. UTC+1", _at(22, 0, 60)),
        ("Tue 3 Mar 2026 06.00 GMT", _at(6)),
        ("3 March 2026, noon CET", _at(12, 0, 60)),
        ("3 March 2026 22:30 GMT-3", _at(22, 30, -180)),
        ("3 March 2026 10:15 local time", _DAY),
        ("3 March 2026 10:15 IST", _DAY),
        ("23/03/2026", date(2026, 3, 23)),
        ("3.3.2026", _DAY),
        ("2026/03/03", _DAY),
        ("Mar 3rd, 2026 @ 10:15", _DAY),
    ],
)
def test_whole_dates_are_read(words, when):
    """A day, a month and a year make a date in any usual form, and a time counts with its offset."""
    assert when == read_date(words)


@pytest.mark.parametrize(
    "words",
    [
        "30 February 2026",
        "3 Foo 2026",
        "March 2026",
        "2026-03-03T25:00:00Z",
        "3 March 2026 25:00 GMT",
        "soon",
        "",
        "03/04/2026",
        "99/99/2026",
        "3 March 2026, 4 March 2026",
        "On 3 March 2026 it rained",
        "2 hours ago",
    ],
)
def test_no_date_is_guessed(words):
    """Words that are no whole date, or more than one, give none."""
    assert read_date(words) is None


@pytest.mark.parametrize(
    ("line", "stamps"),
    [
        ("3 March 2026", [(False, _DAY)]),
        ("Published: 3 March 2026", [(False, _DAY)]),
        ("First published on Tue 3 Mar 2026 06.00 GMT", [(False, _at(6))]),
        ("Last updated on: 3 March 2026", [(True, _DAY)]),
        (
            "Published: 3 March 2026, 13:45 GMT | Updated: 4 March 2026, 08:10 GMT",
            [(False, _at(13, 45)), (True, _at(8, 10, day=4))],
        ),
        ("March 3, 2026 / Updated March 4, 2026", [(False, _DAY), (True, date(2026, 3, 4))]),
        ("3 March 2026 · 3 min read", [(False, _DAY)]),
        ("Published 3 hours ago", [(False, None)]),
        ("Posted on", [(False, None)]),
        ("Tuesday, 10:15 GMT", [(False, None)]),
        ("03/04/2026", [(False, None)]),
        ("Published - March 03, 2026 10:15 pm IST - NEW VOSS", [(False, _DAY)]),
        ("3 March 2026 | BBC News", [(False, _DAY)]),
        ("3 March 2026 | 10:15 - GMT", [(False, _at(10, 15))]),
        ("3 March 2026 - The bridge falls", []),
        ("3 March - VOSS", []),
        ("May", []),
        ("2026", []),
        ("7", []),
        ("Published poets met on 3 March 2026", []),
        ("The bridge, updated 3 March 2026", []),
    ],
)
def test_lines_of_dates_are_read(line, stamps):
    """A line that says nothing but when tells what each of its dates is; a line that says more tells nothing."""
    assert [Stamp(*stamp) for stamp in stamps] == list(read_stamps(line))


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%b %d, %Y", "%A, %B %d, %Y", "%Y-%m-%d"]),
)
def test_every_day_is_read(day, form):
    """Every day of two centuries is read in each usual form."""
    assert day == read_date(day.strftime(form))


@given(st.text(st.sampled_from("0123456789 :./+-TZapmMarch,GMT"), max_size=30))
def test_anything_is_read_or_not(words):
    """No row of the pieces of dates raises anything."""
    assert read_date(words) is None or isinstance(read_date(words), date)
