"""The table of quotation marks."""

import re

import pytest

from newsschema._model import punctuation
from newsschema._model.punctuation import DOUBLE_MARK, DOUBLE_MARKS, MARK, SINGLE_MARKS, STRAIGHTENED


def test_no_mark_is_of_two_kinds():
    """A mark is double or single, and usually opens, closes or does both, in one list each."""
    kinds = ("OPENING", "CLOSING", "STRAIGHT")
    lists = [getattr(punctuation, f"{size}_{kind}") for size in ("DOUBLE", "SINGLE") for kind in kinds]
    marks = [mark for listed in lists for mark in listed]
    assert len(marks) == len(set(marks)) == len(DOUBLE_MARKS) + len(SINGLE_MARKS)


@pytest.mark.parametrize("mark", sorted(DOUBLE_MARKS | SINGLE_MARKS))
def test_patterns_match_each_mark_whole(mark):
    """The pattern of any mark takes in the whole of each, that of double marks only those."""
    assert re.match(MARK, mark)[0] == mark
    assert (re.fullmatch(DOUBLE_MARK, mark) is not None) == (mark in DOUBLE_MARKS)


def test_straightening_keeps_positions():
    """Each mark of one character becomes one straight one."""
    assert '"a" \'b\' "c"' == "“a” ‘b’ «c»".translate(str.maketrans(STRAIGHTENED))
