"""Bylines: who wrote it, as what, and for whom."""

import pytest

from newsschema.reading import read_text
from newsschema.reading._story.bylines import read_byline, read_writers


def _said(found):
    return found and [(one.name, one.role, one.affiliation) for one in found.writers]


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("By Lena Brandt", [("Lena Brandt", None, None)]),
        ("By Lena Brandt.", [("Lena Brandt", None, None)]),
        ("(By Lena Brandt)", [("Lena Brandt", None, None)]),
        ("BY ÅSA ØRN", [("ÅSA ØRN", None, None)]),
        ("Written by: Jan van der Meer", [("Jan van der Meer", None, None)]),
        ("By J. R. R. Moss and D.J. Cole", [("J. R. R. Moss", None, None), ("D.J. Cole", None, None)]),
        (
            "By Hilary Van de Weghe and Sean O’Toole-McRae Jr.",
            [("Hilary Van de Weghe", None, None), ("Sean O’Toole-McRae Jr.", None, None)],
        ),
        (
            "By LENA BRANDT, OMAR HADDAD and TOBY KAPLIN",
            [("LENA BRANDT", None, None), ("OMAR HADDAD", None, None), ("TOBY KAPLIN", None, None)],
        ),
        ("By Lena Brandt, Omar Haddad", [("Lena Brandt", None, None), ("Omar Haddad", None, None)]),
        ("By Lena Brandt | lena@shore.example", [("Lena Brandt", None, None)]),
        ("By Lena Brandt, @lenab", [("Lena Brandt", None, None)]),
        ("By Lena Brandt <lena@shore.example>", [("Lena Brandt", None, None)]),
        ("By Lena Brandt, email: lena@shore.example", [("Lena Brandt", None, None)]),
        (
            "By Lena Brandt [lena@shore.example] and Omar Haddad [omar@shore.example]",
            [("Lena Brandt", None, None), ("Omar Haddad", None, None)],
        ),
        ("By Lena Brandt in Bergen", [("Lena Brandt", None, None)]),
        ("By Lena Brandt in The Hague", [("Lena Brandt", None, None)]),
        ("By Lena Brandt, The Shore", [("Lena Brandt", None, None)]),
        ("By Lena Brandt, The Shore Gazette", [("Lena Brandt", None, "The Shore Gazette")]),
        ("By Lena Brandt, New York", [("Lena Brandt", None, None)]),
        (
            "By Lena Brandt in Oslo and Omar Haddad in Bergen",
            [("Lena Brandt", None, None), ("Omar Haddad", None, None)],
        ),
        ("By Weather Editor Lena Brandt", [("Lena Brandt", "Weather Editor", None)]),
        ("By Lena Brandt and Editor Omar Haddad", [("Lena Brandt", None, None), ("Omar Haddad", "Editor", None)]),
        ("By Lena Brandt at Harbour Park", [("Lena Brandt", None, None)]),
        ("By Lena Brandt, Weather Editor", [("Lena Brandt", "Weather Editor", None)]),
        ("By Lena Brandt, Food and Drink Editor", [("Lena Brandt", "Food and Drink Editor", None)]),
        ("By Lena Brandt Political editor", [("Lena Brandt", "Political editor", None)]),
        ("BY LENA BRANDT AND OMAR HADDAD", [("LENA BRANDT", None, None), ("OMAR HADDAD", None, None)]),
        ("By LENA BRANDT AP Science Writer", [("LENA BRANDT", "AP Science Writer", None)]),
        ("By Lena Brandt, Engineer on Shore Play", [("Lena Brandt", "Engineer on Shore Play", None)]),
        ("By Lena Brandt, BBC News, Oslo", [("Lena Brandt", None, "BBC News")]),
        ("By Lena Brandt for The Bergen Courier", [("Lena Brandt", None, "The Bergen Courier")]),
        ("By Lena Brandt, University of Bergen", [("Lena Brandt", None, "University of Bergen")]),
        ("By Lena Brandt / Bergen Courier", [("Lena Brandt", None, "Bergen Courier")]),
        ("By Lena Brandt and AFP", [("Lena Brandt", None, "AFP")]),
        ("By Lena Brandt, Special to The Courier", [("Lena Brandt", None, "The Courier")]),
        (
            "By Lena Brandt and Omar Haddad, Staff Writers",
            [("Lena Brandt", "Staff Writers", None), ("Omar Haddad", "Staff Writers", None)],
        ),
        (
            "By Lena Brandt, Weather Editor, and Omar Haddad, Reuters",
            [("Lena Brandt", "Weather Editor", None), ("Omar Haddad", None, "Reuters")],
        ),
        (
            "Words by Lena Brandt, photographs by Omar Haddad",
            [("Lena Brandt", None, None), ("Omar Haddad", "photographs", None)],
        ),
        (
            "Story by Lena Brandt | Photos by Omar Haddad",
            [("Lena Brandt", None, None), ("Omar Haddad", "Photos", None)],
        ),
        ("By LENA BRANDT Associated Press", [("LENA BRANDT", None, "Associated Press")]),
        ("By Lena Brandt @lenab", [("Lena Brandt", None, None)]),
        ("By Ann Post", [("Ann Post", None, None)]),
        ("By Staff Reporter", []),
        ("By Agencies", []),
        ("By Reuters", []),
        ("By The Associated Press", []),
        ("By Our Bergen Correspondent", []),
        ("By Our Own Correspondent in Bergen", []),
        ("By Lena Brandt, Our Bergen Correspondent", [("Lena Brandt", "Our Bergen Correspondent", None)]),
        ("By Lena Brandt and agencies", [("Lena Brandt", None, None)]),
        ("Exclusive by Lena Brandt, Weather Editor", [("Lena Brandt", "Weather Editor", None)]),
        ("By Tuesday", None),
        ("By Design", None),
        ("By Monday it had rained", None),
        ("By March the ice is gone", None),
        ("By the time he left", None),
        ("By Lena Brandt it was known", None),
        ("By Lena Brandt for whom it mattered", None),
        ("By Weather Editor", None),
        ("By |", None),
        (f"By {'Lena Brandt, ' * 20}Omar Haddad", None),
        ("Lena Brandt", None),
    ],
)
def test_bylines_are_read(line, writers):
    """Each writer has a name, and the role and the outlet that are said of him or her; a sentence is no byline."""
    assert writers == _said(read_byline(line))


@pytest.mark.parametrize(
    ("line", "credit", "date"),
    [
        ("By Reuters", "Reuters", None),
        ("By The Associated Press", "The Associated Press", None),
        ("By The Bergen Courier", "The Bergen Courier", None),
        ("By Lena Brandt, Reuters", None, None),
        ("By Lena Brandt | March 3, 2026", None, "March 3, 2026"),
        ("By Lena Brandt, 3 March 2026, 10:15 GMT", None, "3 March 2026, 10:15 GMT"),
        ("By LENA BRANDT March 3, 2026", None, "March 3, 2026"),
        ("By Lena Brandt Published 3 March 2026", None, "3 March 2026"),
    ],
)
def test_credit_and_date_in_a_byline(line, credit, date):
    """An outlet that stands for a writer is credited, and a date on the line is read."""
    found = read_byline(line)
    assert (credit, date) == (found.credit, found.date)


@pytest.mark.parametrize(
    ("line", "names", "credit"),
    [
        ("Political reporter, BBC News", [], "BBC News"),
        ("The Guardian", [], "The Guardian"),
        ("WORLD NEWS", [], "WORLD NEWS"),
        ("lena@shore.example", [], None),
        ("Lena Brandt in Oslo", ["Lena Brandt"], None),
        ("With Lena Brandt in Oslo", ["Lena Brandt"], None),
        ("Lena Brandt Science editor", ["Lena Brandt"], None),
        ("Shore Gazette Science editor", [], None),
        ("From Lena Brandt in Oslo", ["Lena Brandt"], None),
        ("Lena Brandt and agencies", ["Lena Brandt"], None),
        ("Will Brandt", ["Will Brandt"], None),
        ("With Ferries, Brandt Is Back in Port", None, None),
        ("The bridge is safe, engineers say.", None, None),
        (f"{'Lena Brandt, ' * 20}Omar Haddad", None, None),
    ],
)
def test_more_of_the_writers(line, names, credit):
    """A line of names, roles and outlets needs no "By"."""
    found = read_writers(line)
    assert (names, credit) == (found and [one.name for one in found.writers], found and found.credit)


def test_a_writer_and_agencies_are_a_byline():
    """A name with agencies behind it is a byline without "By"."""
    article = read_text("Bridge to reopen\n\nLena Brandt and agencies\n\nIt will reopen in May, engineers say.")
    assert ("Lena Brandt and agencies", ["Lena Brandt"]) == (article.byline, [one.name for one in article.authors])
