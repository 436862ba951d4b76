"""The page that shows an article, in a real browser: mouse, keyboard, dark, narrow, printed, hostile."""

import re

import pytest

pytest.importorskip("selenium", reason="the docs group is not installed")
from selenium.webdriver.support.ui import WebDriverWait

from newsschema.html import page

pytestmark = pytest.mark.browser

RATIO = """
// The least contrast (WCAG 2) between the ink of an element that holds text and what is painted behind it.
const channel = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const read = (css) => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const behind = (element) => {
  for (; element; element = element.parentElement) {
    const colour = read(getComputedStyle(element).backgroundColor);
    if (colour[3] === 255) return colour;
  }
  return [255, 255, 255];
};
let least = [99, ""];
for (const element of document.querySelectorAll("body *:not(script)")) {
  if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
  const [one, two] = [light(read(getComputedStyle(element).color)), light(behind(element))];
  const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  if (ratio < least[0]) least = [ratio, element.outerHTML.slice(0, 120)];
}
return least;
"""


@pytest.fixture
def shown(browser, story, tmp_path):
    """The page of the story, open in the browser, wide and light."""
    path = tmp_path / "story.html"
    path.write_text(page(story), encoding="utf-8")
    look(browser, width=1280, scheme="light")
    browser.get(path.as_uri())
    return browser


def look(browser, width, scheme, medium=""):
    """Set how the browser shows pages."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": features})


def cards(browser):
    """The cards that can be seen."""
    found = browser.find_elements("css selector", "mark .card")
    return [card.text.splitlines()[0] for card in found if card.is_displayed()]


def press(browser, key):
    """Press and release a key."""
    from selenium.webdriver import ActionChains

    ActionChains(browser).send_keys(key).perform()


def test_nothing_runs_and_nothing_is_asked_for(shown):
    """Markup in the story does nothing, the console stays empty, and no request leaves the page."""
    assert shown.title == "Tide mill to turn again as “ghost story” fades"
    assert shown.get_log("browser") == []
    assert shown.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_policy_stops_a_script_that_is_not_ours(shown):
    """Even a script put into the open page does not run."""
    shown.execute_script(
        "const script = document.createElement('script'); script.textContent = 'document.title = 1';"
        "document.body.append(script)"
    )
    assert shown.title != "1"
    assert re.search("Content Security Policy", shown.get_log("browser")[0]["message"])


def test_card_by_mouse(shown):
    """Pointing at a quote shows its card, lights up all its pieces, and the pointer may move onto the card."""
    from selenium.webdriver import ActionChains

    piece = shown.find_element("css selector", "mark[data-quote=plan]")
    assert cards(shown) == []
    ActionChains(shown).move_to_element(piece).perform()
    assert cards(shown) == ["■3 a skipper"]
    assert len(shown.find_elements("css selector", "mark[data-quote=plan].lit")) == 2
    ActionChains(shown).move_to_element(piece.find_element("css selector", ".card")).perform()
    assert cards(shown) == ["■3 a skipper"]
    ActionChains(shown).move_to_element(shown.find_element("css selector", "aside")).perform()
    assert cards(shown) == []


def test_card_by_keyboard(shown):
    """Tab goes from quote to quote in reading order, showing each card; Escape puts it away."""
    from selenium.webdriver.common.keys import Keys

    shown.execute_script("document.querySelector('nav [name=next]').focus()")
    seen = []
    for _ in range(5):
        press(shown, Keys.TAB)
        seen += cards(shown)
    assert seen == ["▲2 Ines Okafor", "●1 Skarvik harbour board", "▲2 Ines Okafor", "■3 a skipper"]
    press(shown, Keys.ESCAPE)
    assert cards(shown) == []
    press(shown, Keys.TAB)
    assert cards(shown) == ["■3 a skipper"]


def test_source_leads_to_its_first_words(shown):
    """The name in the sidebar is a link to the first thing that the source says."""
    shown.find_element("link text", "Tomas Reyne").click()
    target = shown.current_url.split("#")[1]
    assert shown.find_element("id", target).get_attribute("data-quote") == "gauge"


def choose(browser, name, label):
    """Choose an option of a filter."""
    from selenium.webdriver.support.ui import Select

    Select(browser.find_element("css selector", f"nav select[name={name}]")).select_by_visible_text(label)


def listed(browser):
    """The speakers of the quotes that the list shows."""
    return [item.text for item in browser.find_elements("css selector", "#quotes li b") if item.is_displayed()]


def test_one_speaker_or_kind_alone(shown):
    """The filters leave one speaker's or one kind's quotes in colour and in the list."""
    choose(shown, "speaker", "Ines Okafor")
    assert listed(shown) == ["▲2 Ines Okafor"] * 4
    faded = shown.find_element("css selector", "mark[data-quote=plan]")
    assert faded.value_of_css_property("border-block-end-style") == "none"
    choose(shown, "kind", "denied")
    assert len(listed(shown)) == 1
    choose(shown, "speaker", "all speakers")
    choose(shown, "kind", "all kinds")
    assert len(listed(shown)) == 11


def test_from_quote_to_quote(shown):
    """The buttons of the bar go through the quotes that are shown, one by one and around, and count them."""
    forward, back = (shown.find_element("name", name) for name in ("next", "previous"))
    count = shown.find_element("css selector", "nav output")
    choose(shown, "speaker", "Ines Okafor")
    assert count.text == "4"
    seen = []
    for button in (forward, forward, back, back):
        button.click()
        seen.append((count.text, shown.switch_to.active_element.get_attribute("data-quote")))
    assert seen == [("1/4", "title"), ("2/4", "wheel"), ("1/4", "title"), ("4/4", "nobody")]


def test_citation_is_copied(shown):
    """The button beside a quote puts its citation on the clipboard, and says so."""
    target = {"origin": None, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    shown.execute_cdp_cmd("Browser.grantPermissions", {key: value for key, value in target.items() if value})
    button = shown.find_element("css selector", "#quotes li.denied button")
    button.click()
    WebDriverWait(shown, 60).until(lambda _: button.text == "Copied")
    copied = shown.execute_async_script("navigator.clipboard.readText().then(arguments[0], () => arguments[0](''))")
    assert copied.startswith("Ines Okafor (denied): the basin would close. In: ")


def test_list_leads_to_the_quote(shown):
    """A quote in the list is a link to its words, which the address then names."""
    shown.find_element("css selector", "#quotes li:nth-child(4) a").click()
    target = shown.find_element("id", shown.current_url.split("#")[1])
    assert target.get_attribute("data-quote") == "plan"
    assert shown.execute_script("return arguments[0].getBoundingClientRect().top", target) >= 60


def test_bar_stays_in_sight(shown):
    """However far one scrolls, sources, quotes and legend are one click away, wide and narrow."""
    for width in (1280, 390):
        look(shown, width=width, scheme="light")
        shown.execute_script("scrollTo(0, document.body.scrollHeight)")
        for name in ("sources", "quotes", "legend"):
            shown.execute_script("scrollTo(0, document.body.scrollHeight)")
            shown.find_element("css selector", f"nav a[href='#{name}']").click()
            inside = "return document.getElementById(arguments[0]).getBoundingClientRect().top < innerHeight"
            assert shown.execute_script(inside, name), (width, name)
    look(shown, width=1280, scheme="light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(shown, scheme):
    """All text has the contrast that WCAG 2 asks of level AA, in light and in dark."""
    look(shown, width=1280, scheme=scheme)
    ratio, element = shown.execute_script(RATIO)
    assert ratio >= 4.5, element


def test_dark_is_dark(shown):
    """The page follows the reader's colour scheme."""
    paper = "return getComputedStyle(document.body).backgroundColor"
    light = shown.execute_script(paper)
    look(shown, width=1280, scheme="dark")
    assert (light, shown.execute_script(paper)) == ("rgb(255, 254, 251)", "rgb(23, 23, 27)")


def test_narrow(shown):
    """On a telephone nothing is wider than the screen, cards included, and the sources stand below the story."""
    look(shown, width=320, scheme="light")
    for mark in shown.find_elements("css selector", "mark[tabindex]"):
        shown.execute_script("arguments[0].focus()", mark)
        assert len(cards(shown)) == 1
        assert shown.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    below = "return document.querySelector('aside').offsetTop > document.querySelector('main').offsetTop + 100"
    assert shown.execute_script(below)


SHAPE = """
// How marks of one kind look, colours apart: the line through or below the words, what is painted over them, the line
// below the mark, and whether it is filled.
return [...document.querySelectorAll("#legend mark." + arguments[0])].map((mark) => {
  const [outer, words] = [getComputedStyle(mark), getComputedStyle(mark.querySelector(".words"))];
  return [
    words.textDecorationLine, words.textDecorationStyle, words.backgroundImage !== "none",
    outer.borderBlockEndStyle, outer.borderBlockEndWidth, outer.boxShadow !== "none",
  ].join();
});
"""


@pytest.mark.parametrize(
    ("width", "scheme", "medium"),
    [(1280, "light", ""), (1280, "dark", ""), (390, "light", ""), (800, "light", "print")],
)
def test_doubts_differ_by_shape(shown, width, scheme, medium):
    """Denied, hypothetical, refused and unsure words differ from plain ones and from one another without any colour."""
    look(shown, width, scheme, medium)
    for kind in ("direct", "indirect"):
        shapes = shown.execute_script(SHAPE, kind)
        assert (len(shapes), len(set(shapes))) == (5, 5)
    look(shown, width=1280, scheme="light")


def test_right_to_left(shown):
    """A paragraph of Arabic runs from the right, and its card in English from the left."""
    paragraph = shown.find_element("xpath", "//main/p[contains(., 'المهندسة')]")
    assert paragraph.value_of_css_property("direction") == "rtl"
    assert paragraph.find_element("css selector", ".card").value_of_css_property("direction") == "ltr"


def test_print(shown):
    """On paper the sources and the colours stay, and what can only be clicked is gone."""
    look(shown, width=800, scheme="light", medium="print")
    assert shown.find_element("css selector", "aside").is_displayed()
    assert not shown.find_element("css selector", "nav").is_displayed()
    assert shown.find_element("css selector", "mark.verbatim").value_of_css_property("print-color-adjust") == "exact"
    look(shown, width=1280, scheme="light")


def test_without_script(shown):
    """Cards need no script: a notebook or a mail program that strips it shows them all the same."""
    shown.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        shown.refresh()
        shown.find_element("css selector", "mark[data-quote=wheel]").click()
        assert cards(shown) == ["▲2 Ines Okafor"]
    finally:
        shown.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
