"""The tables of the formats say what the code does."""

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings

from newsschema import Article, Span
from newsschema._model.base import Model
from newsschema._model.fields import field_specs
from newsschema.interop import formats
from newsschema.strategies import articles

PAGES = Path(__file__).parents[2] / "docs" / "reference" / "formats"


def rows(name):
    """The rows of a format's table."""
    return formats()[name].fields


def code(cell):
    """The names in a cell."""
    return re.findall(r"`([^`]+)`", cell)


def names(cls, prefix=""):
    """The fields of a type and of those it holds, down to spans."""
    found = []
    for item in field_specs(cls):
        kinds = [kind for kind in (item.type, *get_args(item.type)) if isinstance(kind, type)]
        held = [kind for kind in kinds if issubclass(kind, Model)]
        if held and not issubclass(held[0], Span):
            found += names(held[0], f"{prefix}{item.name}.")
        else:
            found.append(f"{prefix}{item.name}")
    return found


def covers(row, name):
    """Whether a row is about a field, or about all that holds it."""
    return name == row or name.startswith(f"{row}.")


@pytest.mark.parametrize("name", ["newsmlg2", "ninjs", "nitf", "schemaorg"])
def test_every_field_has_one_row(name):
    """A format of articles has a row for each field of the model, and none for what is none."""
    table = [row.ours for row in rows(name)]
    times = {field: sum(covers(row, field) for row in table) for field in names(Article)}
    wrong = [field for field, found in times.items() if found != 1]
    assert [] == wrong, f"each needs one Row in the table of {name}: where that format keeps it, or carried='no'"
    assert all(any(covers(row, field) for field in names(Article)) for row in table)


@pytest.mark.parametrize("name", ["webannotation", "brat"])
def test_every_field_of_a_quote_has_one_row(name):
    """A format of annotations has a row for each field of quotes and sources."""
    fields = [field for field in names(Article) if field.startswith(("quotes.", "sources."))]
    table = [row.ours for row in rows(name)]
    assert dict.fromkeys(fields, 1) == {field: sum(covers(row, field) for row in table) for field in fields}


@pytest.mark.parametrize("name", ["ninjs", "schemaorg", "webannotation", "brat"])
@given(article=articles())
@settings.get_profile("quarter")
def test_what_is_carried_is_not_lost(name, article):
    """No report names a field that the table says is carried; a quote lost whole takes its fields with it."""
    carried = [row.ours for row in rows(name) if row.carried == "yes"]
    options = {"quotes": "beside"} if name == "ninjs" else {}
    _, report = formats()[name].write(article, **options)
    for loss in report.losses:
        field = ".".join(step for step in loss.path if isinstance(step, str))
        assert not any(covers(row, field) for row in carried), loss


@pytest.mark.parametrize("name", [name for name, form in formats().items() if name not in ("newsschema", "text")])
def test_every_format_has_a_table(name):
    """Each row of a table has a name there, or a note, or says that nothing is carried."""
    assert rows(name)
    written = formats()[name].write is not None
    assert [row.ours for row in rows(name) if written and not (row.theirs or row.note or row.carried == "no")] == []


def test_the_list_of_formats_is_the_codes():
    """The overview has every format, and what can be done with it."""
    lines = [line for line in (PAGES / "index.md").read_text().splitlines() if line.startswith("|")][2:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    table = {code(row[0])[0]: (row[2], row[3], row[4]) for row in cells}
    said = {True: "yes", False: "no"}
    due = {
        name: (said[form.read is not None], said[form.write is not None], form.text) for name, form in formats().items()
    }
    wrong = sorted(name for name in {*due, *table} if due.get(name) != table.get(name))
    assert [] == wrong, "give each of these a row in docs/reference/formats/index.md that says what the code does"
