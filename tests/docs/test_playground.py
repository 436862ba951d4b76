"""The playground: Python in the page reads a story that somebody pastes, and nothing leaves the machine."""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

FILES = Path(__file__).resolve().parents[2] / "docs" / "assets" / "playground"
STORY = """Snow to fall

“It will snow on Tuesday,” forecaster Ada Quill said on Monday. Ada Quill denied that the road would close."""


def read(browser, address, story):
    """Open the page, have it read a story, and give what it says of it."""
    from selenium.webdriver.support.ui import WebDriverWait

    if browser.current_url != f"{address}playground/":
        browser.get(f"{address}playground/")
    field, button = (browser.find_element("css selector", f"#try {name}") for name in ("textarea", "button"))
    browser.execute_script("arguments[0].value = arguments[1]", field, story)
    button.click()
    WebDriverWait(browser, 120).until(lambda _: button.is_enabled())
    return browser.find_element("css selector", "#try output").text


def test_pasted_story_is_read_and_shown(browser, address):
    """The quotations of the story are in colour in the frame, by the page's own script; the next story replaces it."""
    if not FILES.exists():
        assert not os.environ.get("CI"), "run: python scripts/make_playground.py"
        pytest.skip("the files are not there: python scripts/make_playground.py")
    assert read(browser, address, STORY) == "2 quotes, 1 source"
    browser.switch_to.frame(browser.find_element("css selector", "#try iframe"))
    try:
        said = browser.find_elements("css selector", "main mark[tabindex]")
        assert [mark.get_attribute("class").split()[0] for mark in said] == ["direct", "indirect"]
        assert "denied" in said[1].get_attribute("class")
        assert browser.find_element("css selector", "aside li a").text == "Ada Quill"
        assert browser.find_element("id", "filter").is_displayed()
    finally:
        browser.switch_to.default_content()
    assert read(browser, address, "Rain fell.") == "0 quotes, 0 sources"


def test_site_without_the_files_says_so(browser, bare_address):
    """Where the files were not put beside the pages, the page says that and shows nothing."""
    said = read(browser, bare_address, STORY)
    assert said.startswith("This copy of the site has no Python for the browser beside its pages.")
    assert not browser.find_element("css selector", "#try iframe").is_displayed()
