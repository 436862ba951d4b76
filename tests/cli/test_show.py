"""`newsschema show`."""

import io
import re
import unicodedata

import pytest
from hypothesis import given, settings

from newsschema import Article, Author, Fragment, Part, QuoteKind, Status, to_json
from newsschema.cli import _show
from newsschema.cli._show import _COLOURS, View
from newsschema.cli._streams import console
from newsschema.html import page
from newsschema.strategies import articles


def printed(article, width=90):
    """What a console of that width is given."""
    out = io.StringIO()
    View(article).print(console(file=out, width=width))
    return out.getvalue()


def unsaid(article):
    """The story, but that it is not said who denied."""
    *quotes, last = article.quotes
    said = last.attribution.replace(source=None)
    return article.replace(quotes=(*quotes, last.replace(attribution=said)))


def styles(article):
    """The style of every character of the text, without the numbers of the speakers."""
    text = View(article)._part(Part.TEXT)
    return [
        (character, text.get_style_at_offset(console(), place))
        for place, character in enumerate(text.plain)
        if unicodedata.category(character) != "No"
    ]


def test_each_speakers_words_have_a_colour_of_their_own(article):
    """A word between marks has its speaker's colour, bold; one told by nobody known has none."""
    found = styles(nobody := unsaid(article))
    assert article.text == "".join(character for character, _ in found).replace("✗", "")
    by_words = {
        quote.words: {(style.color and style.color.name, style.bold) for _, style in found[start:end]}
        for quote in nobody.quotes
        for start, end in [(quote.content[0].start, quote.content[0].end)]
    }
    assert by_words["Grey Gull"] == {(None, True)}
    assert by_words["will sail again on Monday"] == {(_COLOURS[0], False)}
    assert by_words["the sea forgives nothing"] == {(_COLOURS[3], True)}
    assert by_words["it would raise its fares"] == {(None, False)}


def test_a_quote_within_a_quote_keeps_its_own_colour(article):
    """The outer speaker's colour stops where the inner one's words begin."""
    outer, inner = article.quotes[5].content[0], article.quotes[6].content[0]
    start = article.quotes[6].attribution.mention.end  # "Sailors", in their own colour
    colours = [style.color.name for _, style in styles(article)[start : outer.end]]
    cut, end = inner.start - start, inner.end - start
    assert [{*colours[:cut]}, {*colours[cut:end]}, {*colours[end:]}] == [{_COLOURS[2]}, {_COLOURS[3]}, {_COLOURS[2]}]


def test_numbers_tell_the_speakers_apart_without_colour(run, story):
    """After the marks that close each piece of what was said stands its speaker's number."""
    out = run("show", story).out
    assert "“Nobody need be afraid,”¹ she said, “and nobody need swim.”¹" in " ".join(out.split())
    assert "“Grey Gull” 🚢 will sail again on Monday¹," in out
    assert "\x1b" not in out


def cells(article, width):
    """The rows of the table that is printed of an article's quotes, a list of cells for each line."""
    out = io.StringIO()
    console(file=out, width=width).print(View(article).quotes(width))
    return [re.split(r"\s{2,}", line.strip()) for line in out.getvalue().splitlines() if "─" not in line]


def test_the_table_says_who_said_what_how_and_to_whom(article, monkeypatch):
    """Each quote has its row: source, words with their marks, kind, cue, addressee, place."""
    monkeypatch.setattr(_show, "_WIDE", 201)
    assert cells(unsaid(article), 200) == [
        ["Who", "What", "How, to whom"],
        ["nobody", "“Grey Gull”", "epithet"],
        ["1 Inés Okafor", "will sail again on Monday", "indirect: told, reporters, at the quay"],
        ["1 Inés Okafor", "“We have checked every bolt [on the ramp],”", "direct: said"],
        ["1 Inés Okafor", "“Nobody need be afraid,” “and nobody need swim.”", "direct: said"],
        ["2 a port official", "the repair had cost «twice as much» as planned", "partial: said"],
        ["3 Jón Á.", "“Sailors say ‘the sea forgives nothing’,”", "direct, writing: wrote, via the parish paper"],
        ["4 sailors", "‘the sea forgives nothing’", "direct: say"],
        ["5 الصياد", "“البحر هادئ اليوم”", "direct: قال"],
        ["not said who", "it would raise its fares", "indirect, denied: denied"],
    ]


def test_a_wide_terminal_gets_a_column_for_each_detail(article):
    """With 200 columns there is room for more, and the sources stand beside the story."""
    assert cells(article, 200)[:3] == [
        ["Who", "What", "How", "In which words", "To whom, where, when"],
        ["nobody", "“Grey Gull”", "epithet"],
        ["1 Inés Okafor", "will sail again on Monday", "indirect", "told", "reporters, at the quay"],
    ]
    first, *_ = printed(article, 200).splitlines()
    assert re.split(r"\s{2,}", first.strip()) == [
        "Ferry to sail again",
        "1 Inés Okafor",
        "harbour master, Port of Skarvik, person",
    ]


def test_the_table_shortens_what_stands_elsewhere_in_full(article, monkeypatch):
    """A long label ends after 40 cells and long words after 140, with an ellipsis."""
    monkeypatch.setattr(_show, "_WIDE", 501)
    source = article.sources[0].replace(name="Å" * 41)
    quote = article.quotes[1].replace(content=(Fragment(text="å" * 141, verbatim=False),))
    long = article.replace(sources=(source, article.sources[1]), quotes=(quote,))
    out = io.StringIO()
    console(file=out, width=500).print(View(long).quotes(500))
    assert re.findall(r"(?:Å+|å+)…", out.getvalue()) == ["Å" * 37 + "…", "å" * 139 + "…"]


def doubtful(article, **fields):
    """The story, its first reported quote attributed otherwise."""
    quotes = [*article.quotes]
    quotes[1] = quotes[1].replace(attribution=quotes[1].attribution.replace(**fields))
    return article.replace(quotes=quotes)


@pytest.mark.parametrize(
    ("fields", "behind", "how"),
    [
        ({"polarity": "denied"}, "Monday¹✗", "indirect, denied: told"),
        ({"polarity": "hypothetical"}, "Monday¹?", "indirect, hypothetical: told"),
        ({"polarity": "refused"}, "Monday¹∅", "indirect, refused: told"),
        ({"confidence": 0.31}, "Monday¹~", "indirect, ~31%: told"),
        ({"confidence": 0.31, "polarity": "denied"}, "Monday¹✗~", "indirect, denied, ~31%: told"),
        ({"confidence": 0.91, "source_confidence": 0.4}, "Monday¹,", "indirect: told"),
    ],
)
def test_what_was_not_plainly_said_looks_it(article, fields, behind, how, monkeypatch):
    """Denied, supposed, refused and unsure quotes have a look, a sign behind them and a word in the table."""
    monkeypatch.setattr(_show, "_WIDE", 201)
    doubted = doubtful(article.replace(quotes=article.quotes[:-1]), **fields)
    out = printed(doubted, 200)
    assert behind in out
    assert how in out
    assert ("1 Inés Okafor ~40%" in out) == ("source_confidence" in fields)
    meanings = {"✗": "denied", "?": "hypothetical", "∅": "refused", "~": "not sure"}
    signs = behind.strip("Monday¹,")
    assert out.splitlines()[-1].strip() == "   ".join(f"{sign} {meanings[sign]}" for sign in signs) or not signs
    plain = {style for character, style in styles(article)[21:46]}
    assert ({style for character, style in styles(doubted)[21:46]} == plain) == (not signs)


@pytest.mark.parametrize(
    ("options", "quotes", "sources"),
    [
        ({"source": "okafor"}, 3, 1),
        ({"source": "CHAPLAIN"}, 1, 1),
        ({"kind": QuoteKind.DIRECT}, 5, 4),
        ({"kind": QuoteKind.DIRECT, "source": "sailors"}, 1, 1),
        ({"kind": QuoteKind.EPITHET}, 1, 0),
        ({"source": "nobody"}, 0, 0),
    ],
)
def test_quotes_are_shown_by_source_and_by_kind(article, options, quotes, sources):
    """Only the quotes that are wanted are coloured, numbered and listed; the story is all there."""
    out = io.StringIO()
    View(article, **options).print(console(file=out, width=60))
    blocks = re.findall(r"(?m)^ {2}(?:direct|partial|indirect|epithet)", out.getvalue())
    legend = re.findall(r"(?m)^\d (?=.* {2,}\w)", out.getvalue())
    none = f"None of {len(article.quotes)} quotations is of this source or kind."
    assert (len(blocks), none in out.getvalue(), "No quotations." in out.getvalue()) == (quotes, quotes == 0, False)
    assert len(legend) == sources
    assert "The company denied that it would raise" in out.getvalue()


def test_options_of_the_command(run, story):
    """The command takes the same choice; a page in a browser has its own."""
    assert "Jón Á. " not in run("show", story, "--source", "okafor").out.split("\n\n1 Inés")[1]
    assert run("show", story, "--kind", "direct").code == 0
    code, out, err = run("show", story, "--html", "--kind", "direct")
    assert (code, out, "--html shows all quotes" in err) == (2, "", True)
    assert run("show", story, "-o", "-").out == run("show", story).out


def test_what_is_given_is_shown(run):
    """Publisher, section and date stand above the story."""
    given = "“No,” said Åse Brå of the port.".encode("cp1252")
    options = ("--publisher", "The Bergen Courier", "--section", "World", "--published", "2026-03-03")
    code, out, err = run("show", "-", *options, given=given)
    assert (code, out.splitlines()[0].strip()) == (0, "The Bergen Courier · World · 2026-03-03")
    assert err == (
        "newsschema: warning: -: the text is not UTF-8; it is read as Windows-1252, which is a guess "
        "(--encoding names the encoding) (guessed-encoding)\n"
    )
    assert run("show", "-", "--encoding", "cp1252", given=given)[::2] == (0, "")
    assert run("show", "-", "--encoding", "utf-8", given=given).code == 2


def test_one_article_is_shown_at_a_time(run, article):
    """Of several, the command says which takes them."""
    code, out, err = run("show", "-", given=to_json(article) + b"\n" + to_json(article))
    assert (code, out, "there are 2 documents in it, and one is wanted" in err) == (2, "", True)


def test_the_legend_says_what_each_speaker_is(article):
    """Each speaker stands with role, kind and anonymity."""
    out = io.StringIO()
    console(file=out).print(View(article).sources())
    assert [re.split(r"\s{2,}", line.strip()) for line in out.getvalue().splitlines()] == [
        ["1 Inés Okafor", "harbour master, Port of Skarvik, person"],
        ["2 a port official", "person, anonymous"],
        ["3 Jón Á.", "chaplain, person"],
        ["4 sailors", "group, generic"],
        ["5 الصياد", "person"],
        ["6 the company", "organisation"],
    ]


def test_the_credits_stand_under_the_headline(article):
    """Byline, credit, place and date; the authors where no byline is printed; changes, embargo and status."""
    assert printed(article.replace(updated=None)).splitlines()[:3] == [
        "Ferry to sail again",
        "",
        "By Lena Brandt in Skarvik · SNB · SKARVIK · 2026-03-03",
    ]
    held = Article(
        id="urn:example:1",
        text="Rain.",
        authors=(Author(name="Lena Brandt"),),
        updated="2026-03-04",
        embargoed_until="2026-03-05T06:00:00Z",
        status=Status.WITHHELD,
    )
    assert printed(held).splitlines()[:3] == [
        "Lena Brandt · updated 2026-03-04 · embargoed until 2026-03-05T06:00:00Z · withheld",
        "",
        "Rain.",
    ]


def test_a_story_without_quotations_says_so():
    """There is no empty table."""
    bare = Article(id="urn:example:1", text="Rain fell.")
    assert printed(bare).splitlines() == ["Rain fell.", "", "No quotations."]


def test_a_narrow_terminal_gets_a_list_instead_of_a_table(article):
    """With 40 columns no line is longer, and each quote is a small block."""
    lines = [line.rstrip() for line in printed(unsaid(article), width=40).splitlines()]
    assert [line for line in lines if len(line) > 40] == []
    assert lines[-6:] == [
        "",
        "not said who",
        "  it would raise its fares",
        "  indirect, denied: denied",
        "",
        "✗ denied",
    ]


@settings.get_profile("half")
@given(articles())
def test_any_article_can_be_shown(article):
    """No article makes it fail or lets a control character of its own reach the terminal."""
    for width in (30, 90, 150):
        shown = printed(article, width)
        assert [character for character in shown if unicodedata.category(character) == "Cc" and character != "\n"] == []


def test_control_characters_become_pictures(run):
    """An article cannot send commands to the terminal, nor to a system that reads its log."""
    article = Article(
        id="urn:example:1", headline="\x1b[31mred\x07", text="a\x9bb\x7f\u202ec\n\n::error file=a::b\n##[error]c ::d"
    )
    lines = [line.rstrip() for line in run("show", "-", given=to_json(article)).out.splitlines()]
    assert lines[:6] == ["␛[31mred␇", "", "a\ufffdb␡\ufffdc", "", "∶:error file=a::b", "＃#[error]c ∶:d"]


def test_colours_are_given_where_they_are_wanted(run, story, monkeypatch):
    """`FORCE_COLOR` gives colours to a pipe, and `NO_COLOR` takes them away again."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;38;5;" in run("show", story).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "38;5;" not in run("show", story).out


def test_html_is_the_page(run, story, article):
    """`--html` writes the same page that the library makes."""
    assert run("show", story, "--html") == (0, page(article), "")


@pytest.mark.parametrize("options", [[], ["--html"]])
def test_output_goes_to_a_file(run, story, tmp_path, monkeypatch, options):
    """`-o` writes what would have been printed, without colours, a hundred columns wide."""
    monkeypatch.setenv("COLUMNS", "100")
    printed_out = run("show", story, *options).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("show", story, *options, "-o", tmp_path / "out") == (0, "", "")
    assert (tmp_path / "out").read_text("utf-8") == printed_out
