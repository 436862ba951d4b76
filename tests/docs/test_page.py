"""The page that shows an article."""

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from newsschema import Article, Attribution, Fragment, Quote, Source, Span
from newsschema.html import framed, page


class _Reader(HTMLParser):
    """What a browser would make of the page, as far as these tests ask."""

    VOID = ("meta", "link", "br")

    def __init__(self, html):
        super().__init__()
        self.open, self.seen, self.paragraphs, self.attributes = [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.seen.append(tag)
        self.attributes.append((tag, attrs))
        if tag not in self.VOID:
            self.open.append((tag, attrs))
        if tag == "p" and attrs == {"dir": "auto"}:
            self.paragraphs.append("")

    def handle_endtag(self, tag):
        assert self.open[-1][0] == tag
        self.open.pop()

    def handle_data(self, data):
        in_paragraph = any(tag == "p" and attrs == {"dir": "auto"} for tag, attrs in self.open)
        on_card = any("card" in attrs.get("class", "").split() for _, attrs in self.open)
        if in_paragraph and not on_card:
            self.paragraphs[-1] += data


def marks(html):
    """The attributes of each mark, in order, the legend's apart."""
    return [attrs for tag, attrs in _Reader(html).attributes if tag == "mark" and "data-quote" in attrs]


def test_text_is_whole(story):
    """The paragraphs of the page are those of the article, character for character."""
    assert [span.text for span in story.paragraphs] == _Reader(page(story)).paragraphs


def test_elements_close(story):
    """Every element that opens is closed in its place."""
    reader = _Reader(page(story))
    assert reader.open == []
    assert {"main", "aside", "h1"} <= set(reader.seen)


def test_what_an_article_holds_stays_text(story):
    """Markup in the article, its ids and its sources is shown and never run."""
    html = page(story)
    assert html.count("<script") == 1
    assert "&lt;script&gt;document.title = &#x27;broken&#x27;&lt;/script&gt;" in html
    assert "Grey Lady &lt;of the Sound&gt;" in html
    assert "&quot;engineer&quot; &lt;b&gt;" in html
    assert "<b>," not in html


def test_nothing_is_requested(story):
    """No element of the page names anything to load, and its policy forbids to."""
    reader = _Reader(page(story))
    assert not {"img", "link", "iframe", "object", "embed", "base", "form"} & set(reader.seen)
    assert not [attrs for tag, attrs in reader.attributes if "src" in attrs or "srcset" in attrs]
    assert not re.search(r"url\(|@import", page(story))
    policy = next(attrs["content"] for tag, attrs in reader.attributes if attrs.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")


def test_only_web_addresses_are_links():
    """A URL of another scheme is not made into something to click."""
    article = Article(id="urn:example:1", text="Rain.", url="javascript:alert(1)")
    assert "javascript" not in page(article)
    assert '<a href="https://example.org/?a=1&amp;b=2"' in page(article.replace(url="https://example.org/?a=1&b=2"))


def test_every_fragment_has_one_card(story):
    """Each placed fragment can be reached once, and the card it refers to is there once."""
    html = page(story)
    stops = [attrs for attrs in marks(html) if "tabindex" in attrs]
    placed = [part for quote in story.quotes for part in quote.content if part.start is not None]
    assert len(placed) == len(stops)
    for attrs in stops:
        assert html.count(f'id="{attrs["aria-describedby"]}"') == 1
    assert len({attrs["id"] for attrs in stops}) == len(stops)


def test_nested_quote_interrupts_its_parent(story):
    """A quote inside another is marked as its own source's, and the outer goes on after it."""
    nested = [attrs["data-quote"] for attrs in marks(page(story)) if attrs["data-quote"] in ("gauge", "alone")]
    assert nested == ["gauge", "alone", "gauge"]


def test_fragment_over_a_paragraph_end_is_marked_in_both(story):
    """A fragment that goes on in the next paragraph is one stop and two marks."""
    going_on = [attrs for attrs in marks(page(story)) if attrs["data-quote"] == "nobody"]
    assert ["tabindex" in attrs for attrs in going_on] == [True, True, False]
    assert ["last" in attrs["class"].split() for attrs in going_on] == [True, False, True]


def test_card_tells_what_is_known(story):
    """The card has the source and the words around the quote, and leaves out what the text does not say."""
    html = page(story)
    card = unescape(re.sub("<[^>]+>", "|", html[html.index('id="q3-1-card"') :].split("</mark>")[0]))
    expected = (
        "2 Ines Okafor kind direct role harbour master affiliation harbour board anonymity named mention “Ines Okafor” "
        "cue “said” addressee “the Skarvik Post” setting “in an interview with the Skarvik Post” medium speech "
        "terms on record confidence 0.88 translated from nb"
    )
    assert expected == " ".join(card.split(">", 1)[1].replace("|", " ").split())
    assert "<i>polarity</i> <bdi>denied</bdi>" in html
    assert "<i>inside</i> <bdi>gauge</bdi>" in html
    assert "Said by nobody here" in html
    assert "The text does not say who" in html


def test_sidebar_adds_up(story):
    """The shares are of all that is said in the text, headline and summary apart."""
    sidebar = page(story).split("<aside")[1]
    shares = [float(share) for share in re.findall(r"inline-size:([0-9.]+)%", sidebar)]
    assert len(story.sources) == len(shares)
    assert 99 < sum(shares) < 101
    assert "Tomas Reyne, ليلى حداد, generic" in sidebar
    assert "4 quotes" in sidebar


def test_quotes_without_a_place_are_listed(story):
    """A quote that stands nowhere in the text is not lost."""
    assert "Quotes without a known place" in page(story)
    assert "Quotes without a known place" not in page(story.replace(quotes=story.quotes[:-1]))


def test_bare_article():
    """An article with nothing but an id and no words has a page too."""
    html = page(Article(id="urn:example:bare", text=""))
    assert "<title>urn:example:bare</title>" in html
    assert "<h1" not in html
    assert "No sources" in html


def test_notebook_shows_the_page_in_a_frame(story):
    """The frame holds the whole page, escaped, and may run nothing but that page's script."""
    frame = story._repr_html_()
    assert framed(story) == frame
    (tag, attrs), *more = _Reader(frame).attributes
    assert (tag, more, attrs["sandbox"]) == ("iframe", [], "allow-scripts")
    assert page(story) == attrs["srcdoc"]


@st.composite
def overlaps(draw):
    """A text, and stretches of it that lie over one another anyhow."""
    text = draw(st.text("ab <&\"'🌊\u05d0", min_size=1, max_size=30))
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    return text, [(start, draw(st.integers(start + 1, len(text)))) for start in starts]


@given(overlaps())
def test_any_overlap_of_quotes_keeps_the_text(drawn):
    """However quotes and cues lie over one another, the text stays as it is and every fragment is reachable."""
    text, places = drawn
    spans = [{"text": text[start:end], "start": start, "end": end} for start, end in places]
    article = Article(
        id="urn:example:overlap",
        text=text,
        sources=(Source(id="s", name="A"),),
        quotes=[
            Quote(
                id=f"q{index}",
                kind="direct",
                content=(Fragment(**span),),
                attribution=Attribution(source="s", cue=Span(**spans[index - 1])),
            )
            for index, span in enumerate(spans)
        ],
    )
    html = page(article)
    assert text == "".join(_Reader(html).paragraphs)
    shown = {int(attrs["data-quote"][1:]) for attrs in marks(html)}
    innermost = {
        max((start, -end) for start, end in places if start <= at < end)
        for at in range(len(text))
        if any(start <= at < end for start, end in places)
    }
    assert innermost == {(places[index][0], -places[index][1]) for index in shown}
