"""The page of codes has an entry for each, and each example has its fault."""

import re
from pathlib import Path

import pytest

from newsschema import Code, check

PAGE = (Path(__file__).parents[2] / "docs/reference/codes.md").read_text("utf-8")
ENTRIES = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))


def test_the_page_has_an_entry_for_each_code():
    """The entries are the codes, in their order, each once."""
    assert re.findall(r"^### (\S+)$", PAGE, re.MULTILINE) == list(Code)


@pytest.mark.parametrize("code", Code)
def test_the_example_of_a_code_has_that_fault_alone(code):
    """An entry says what the code means, shows one document, which has that one fault, and says how to mend it."""
    shape = r'\n(.+)\n\n\?\?\? example ".+"\n\n    ```json\n(.+)\n    ```\n\n(.+)\n'
    meaning, example, mend = re.fullmatch(shape, ENTRIES[code].rstrip() + "\n", re.DOTALL).groups()
    assert [issue.code for issue in check(example)] == [code]
    assert [issue.code for issue in check(example.encode())] == [code]
    assert meaning.endswith(".")
    assert mend.endswith(".")
