r"""For the pages in Markdown that the site publishes beside its HTML: cells of tables that hold a `|` stay one cell.

`mkdocs-llmstxt` calls it before it converts a page. In a table, `|` begins a cell even inside code, unless it is `\|`.
"""

from typing import Any


def preprocess(soup: Any, output: str) -> None:  # noqa: ARG001 - what the plugin hands over
    """Escape the vertical bars in the cells of a page.

    Args:
        soup: The page, as BeautifulSoup has it; it is changed.
        output: Where the Markdown will be written.
    """
    for cell in soup.find_all(["td", "th"]):
        for text in cell.find_all(string=lambda text: "|" in text):
            text.replace_with(text.replace("|", "\\|"))
