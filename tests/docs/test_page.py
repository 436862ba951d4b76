"""The page that shows an article."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsschema import Article, Attribution, Fragment, Quote, Source, Span
from newsschema.html import citation, framed, page, table
from newsschema.integrations import notebooks


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
    assert {"nav", "main", "aside", "section", "h1"} <= set(reader.seen)


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
    assert not {"img", "link", "iframe", "object", "embed", "base"} & set(reader.seen)
    assert [attrs for tag, attrs in reader.attributes if tag == "form"] == [{"id": "filter", "hidden": None}]
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
        "▲2 Ines Okafor kind direct role harbour master affiliation harbour board anonymity named "
        "mention “Ines Okafor” cue “said” addressee “the Skarvik Post” setting “in an interview with the Skarvik Post” "
        "medium speech terms on record confidence 88% translated from nb"
    )
    assert expected == " ".join(card.split(">", 1)[1].replace("|", " ").split())
    assert "<i>polarity</i> <bdi>denied</bdi>" in html
    assert "<i>inside</i> <bdi>gauge</bdi>" in html
    assert "No source: an epithet" in html
    assert "The text does not name the source" in html


def test_sidebar_adds_up(story):
    """The shares are of all that is said in the text, headline and summary apart."""
    sidebar = page(story).split("<aside")[1].split("</aside>")[0]
    shares = [float(share) for share in re.findall(r"inline-size:([0-9.]+)%", sidebar)]
    assert len(story.sources) == len(shares)
    assert 99 < sum(shares) < 101
    assert "Tomas Reyne, ليلى حداد, generic" in sidebar
    assert "4 quotes" in sidebar


def test_nothing_of_a_source_is_said_twice():
    """Beside a label stands only what the label does not say."""
    skipper = Source(id="s1", description="A skipper", anonymity="anonymous", role="skipper", affiliation="Skarvik")
    sidebar = page(Article(id="urn:example:1", text="Rain", sources=[skipper])).split("<aside")[1]
    assert "<bdi>A skipper</bdi><small><bdi>Skarvik, anonymous</bdi></small>" in sidebar


def test_every_quote_is_listed(story):
    """The list has every quote with a link to its first words; one that stands nowhere in the text is not lost."""
    html = page(story)
    listed = html.split('<section id="quotes"')[1].split("</section>")[0]
    targets = re.findall(r'<li [^>]*><b>.*?(?:<a href="#([^"]+)">|\(place not known\))', listed)
    first = {}
    for attrs in marks(html):
        first.setdefault(attrs["data-quote"], attrs.get("id"))
    assert [first.get(quote.id, "") for quote in story.quotes] == targets


def test_doubts_are_seen():
    """A quote that is denied, hypothetical, refused or unsure says so where it begins, and once."""
    text = "He denied rain and wind. They may rue it. She did not answer. Snow, perhaps."

    def quote(index, *pieces, **more):
        content = [Fragment(text=words, start=text.index(words), end=text.index(words) + len(words), verbatim=False)
                   for words in pieces]  # fmt: skip
        return Quote(id=f"q{index}", kind="indirect", content=content, attribution=Attribution(source="s", **more))

    quotes = [
        quote(1, "rain", "wind", polarity="denied"),
        quote(2, "rue it", polarity="hypothetical", confidence=0.4),
        quote(3, "answer", polarity="refused"),
        quote(4, "Snow", source_confidence=0.25),
        quote(5, "perhaps", confidence=0.7),
    ]
    html = page(Article(id="urn:example:1", text=text, sources=(Source(id="s", name="A"),), quotes=quotes))
    shown = [(attrs["data-quote"], attrs.get("data-doubt")) for attrs in marks(html)]
    expected = [("q1", "denied"), ("q1", None), ("q2", "hypothetical, unsure"), ("q3", "refused"), ("q4", "unsure")]
    assert [*expected, ("q5", None)] == shown
    assert "<i>confidence in the source</i> <bdi>25%</bdi>" in html


def test_legend_shows_and_explains_each_doubt(story):
    """The legend has words of each doubt, verbatim and reported, and says by which pattern it is known."""
    legend = page(story).split('<section id="legend"')[1]
    said = {"denied": "struck through", "hypothetical": "wavy", "refused": "hatched", "unsure": "dotted"}
    for name, pattern in said.items():
        row = next(row for row in legend.split("<dt>") if f'data-doubt="{name}"' in row)
        assert pattern in row
        shown = re.findall(r'class="(\w+ \w+ \w+)"', row)
        assert [f"direct verbatim {name}", f"indirect reported {name}"] == shown


def test_sources_stay_apart():
    """Sixty sources differ from one another in colour or sign, and neighbours in both."""
    sources = [Source(id=f"s{number}", name=f"N{number}") for number in range(60)]
    text = " ".join(f"w{number}," for number in range(60))
    quotes = []
    for number, source in enumerate(sources):
        start = text.index(f"w{number},")
        said = Fragment(text=f"w{number}", start=start, end=start + len(f"w{number}"))
        quotes.append(Quote(id=f"q{number}", kind="direct", content=[said], attribution=Attribution(source=source.id)))
    html = page(Article(id="urn:example:1", text=text, sources=sources, quotes=quotes))
    looks = [(attrs["style"], attrs["data-sign"][0]) for attrs in marks(html)]
    assert len(set(looks)) == len(looks) == 60
    assert [left for left, right in pairwise(looks) if left[0] == right[0] or left[1] == right[1]] == []


def test_filters_offer_what_occurs(story):
    """The filters have the sources that are quoted, and the kinds and doubts that there are."""
    options = re.findall(r"<option(?: value=\"\d*\")?>(.*?)</option>", page(story))
    expected = ["all speakers", "Skarvik harbour board", "Ines Okafor", "a skipper", "Tomas Reyne", "The deputy"]
    assert [*expected, "ليلى حداد", "all kinds", "direct", "partial", "indirect", "epithet", "denied"] == options


def test_many_members_do_not_fill_the_card():
    """A card names some members of a source that is many, and says how many more there are."""
    members = [Source(id=f"s{number}", name=f"N{number}") for number in range(30)]
    crowd = Source(id="all", description="thirty", anonymity="described", members=[source.id for source in members])
    said = Fragment(text="Rain", start=0, end=4)
    quote = Quote(id="q", kind="direct", content=[said], attribution=Attribution(source="all"))
    html = page(Article(id="urn:example:1", text="Rain", sources=[*members, crowd], quotes=[quote]))
    assert "N6, N7 and 22 more" in html
    assert "N8," not in html.split("<aside")[0].split("<main")[1]


def test_citation(story):
    """A citation has source, words, headline, publisher, date and address, and says what is denied."""
    cited = [citation(story, quote) for quote in story.quotes]
    printed = "In: “Tide mill to turn again as “ghost story” fades”, Skarvik Post, 2026-03-09"
    place = f"{printed}, https://example.org/tide-mill?a=1&b=2."
    assert cited[2] == f"Ines Okafor: “The wheel is sound, and the sluice will hold,” {place}"
    assert cited[4] == f"Ines Okafor (denied): the basin would close. {place}"
    assert cited[8] == f"Source not named: “Grey Lady <of the Sound>” {place}"
    bare = Article(id="urn:example:bare", text="", quotes=[story.quotes[-1]])
    assert citation(bare, bare.quotes[0]).endswith("In: urn:example:bare.")


def test_lists_are_tables_in_notebooks(story):
    """With the extension loaded, a tuple of quotes or of sources is a table, and any other tuple is as before."""
    quotes, sources = notebooks.as_table(story.quotes), notebooks.as_table(story.sources)
    assert (table(story.quotes), table(story.sources)) == (quotes, sources)
    assert quotes.count("<tr>") == len(story.quotes) + 1
    assert sources.count("<tr>") == len(story.sources) + 1
    assert "&lt;script&gt;" in quotes
    assert [notebooks.as_table(items) for items in ((), (1, 2), (story.quotes[0], 1))] == [None, None, None]
    assert table(()) == "<table><thead><tr></tr></thead><tbody></tbody></table>"


def test_extension_is_loaded_and_unloaded():
    """The formatter for HTML gets the function for tuples, and loses it again."""

    class Formatter(dict):
        def for_type(self, kind, function):
            self[kind] = function

    class Shell:
        class display_formatter:  # noqa: N801 - IPython's name
            formatters = {"text/html": Formatter()}  # noqa: RUF012 - one shell

    notebooks.load_ipython_extension(Shell)
    assert Shell.display_formatter.formatters["text/html"] == {tuple: notebooks.as_table}
    notebooks.unload_ipython_extension(Shell)
    assert Shell.display_formatter.formatters["text/html"] == {}


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
