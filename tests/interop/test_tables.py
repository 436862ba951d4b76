"""The tables in the documentation say what the code does."""

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings

from newsschema import Article, Span
from newsschema._model.base import Model, fields_of
from newsschema.interop import articles as objects
from newsschema.interop import formats, ninjs, schemaorg
from newsschema.interop.brat import LABELS
from newsschema.strategies import articles

PAGES = Path(__file__).parents[2] / "docs" / "reference" / "formats"


def rows(name):
    """The rows of a page's table, without its head."""
    lines = [line for line in (PAGES / f"{name}.md").read_text().splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def code(cell):
    """The names in a cell."""
    return re.findall(r"`([^`]+)`", cell)


def names(cls, prefix=""):
    """The fields of a type and of those it holds, down to spans."""
    found = []
    for item in fields_of(cls):
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


@pytest.mark.parametrize("name", ["ninjs", "schemaorg"])
def test_every_field_has_one_row(name):
    """A format of articles has a row for each field of the model, and none for what is none."""
    table = [code(row[0])[0] for row in rows(name)]
    assert dict.fromkeys(names(Article), 1) == {
        field: sum(covers(row, field) for row in table) for field in names(Article)
    }
    assert all(any(covers(row, field) for field in names(Article)) for row in table)


@pytest.mark.parametrize("name", ["webannotation", "brat"])
def test_every_field_of_a_quote_has_one_row(name):
    """A format of annotations has a row for each field of quotes and sources."""
    fields = [field for field in names(Article) if field.startswith(("quotes.", "sources."))]
    table = [code(row[0])[0] for row in rows(name)]
    assert dict.fromkeys(fields, 1) == {field: sum(covers(row, field) for row in table) for field in fields}


@pytest.mark.parametrize("name", ["ninjs", "schemaorg", "webannotation", "brat"])
@given(article=articles())
@settings(max_examples=25)
def test_what_is_carried_is_not_lost(name, article):
    """No report names a field that the table says is carried; a quote lost whole takes its fields with it."""
    carried = [code(row[0])[0] for row in rows(name) if row[2] == "yes"]
    options = {"quotes": "beside"} if name == "ninjs" else {}
    _, report = formats()[name].write(article, **options)
    for loss in report.losses:
        field = ".".join(step for step in loss.path if isinstance(step, str))
        assert not any(covers(row, field) for row in carried), loss


def test_the_names_are_the_codes():
    """The rows have the names that the code writes."""
    table = {code(row[0])[0]: code(row[1]) for row in rows("ninjs")}
    assert {ours: table[ours][0] for ours in ninjs.STRINGS} == ninjs.STRINGS
    assert {ours: list(place) for ours, place in ninjs.PARTS.items()} == {ours: table[ours] for ours in ninjs.PARTS}
    assert set(ninjs.SUBJECTS.values()) == set(table["subjects"])
    table = {code(row[0])[0]: code(row[1]) for row in rows("schemaorg")}
    assert {ours: table[ours][0] for ours in schemaorg.FIELDS} == schemaorg.FIELDS
    table = {code(row[0])[0].rpartition(".")[2]: code(row[1]) for row in rows("brat")}
    assert {role: [label] for role, label in LABELS.items()} == {role: table[role] for role in LABELS}


def test_the_names_of_article_objects_are_the_codes():
    """Each column has the names that are looked for."""
    shapes = (objects.NEWSPAPER4K, objects.TRAFILATURA, objects.FUNDUS, objects.NEWSPLEASE)
    for row in rows("articles"):
        ours = code(row[0])[0]
        assert [list(getattr(shape, ours)) for shape in shapes] == [code(cell) for cell in row[1:]], ours


def test_the_list_of_formats_is_the_codes():
    """The overview has every format, and what can be done with it."""
    table = {code(row[0])[0]: (row[2], row[3], row[4]) for row in rows("index")}
    said = {True: "yes", False: "no"}
    assert table == {
        name: (said[form.read is not None], said[form.write is not None], form.text) for name, form in formats().items()
    }
