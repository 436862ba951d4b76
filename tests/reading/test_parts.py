"""The parts below: forms, tags, marks, units and the lexicon."""

import pytest

from newsschema.reading import Lexicon, explain, find_quotes, read_text
from newsschema.reading._lexicon.tables import MOST, Table
from newsschema.reading._lexicon.words import forms
from newsschema.reading._syntax.marks import mark
from newsschema.reading._tagging.tokens import tokenize


@pytest.mark.parametrize(
    ("base", "made"),
    [
        ("deny", "deny denies denied denied denying"),
        ("play", "play plays played played playing"),
        ("lie", "lie lies lied lied lying"),
        ("hope", "hope hopes hoped hoped hoping"),
        ("agree", "agree agrees agreed agreed agreeing"),
        ("plan", "plan plans planned planned planning"),
        ("put", "put puts put put putting"),
        ("panic", "panic panics panicked panicked panicking"),
        ("wish", "wish wishes wished wished wishing"),
        ("say", "say says said said saying"),
    ],
)
def test_forms(base, made):
    """Verbs are inflected as English spells them."""
    assert made.split() == [forms(base)[tag] for tag in "vzVEG"]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The IS group left us.", "DPNEr."),
        ("May 3 is here.", "M#XB."),
        ("He didn't won't.", "RXBXB."),
        ("It costs £5 and 20%.", "Rz##C#N."),
        ("@anna wrote _x_ …", "PV_N_,"),
        ("Oddly enough, a wooden gate glowed, glowing.", "BD,DANE,G."),
        ("He fled; dogs bark.", "RE;KN."),
        ("a careless, state-owned harbour; buses", "DA,AN;K"),
        ("Asked about it, he left.", "EIR,RE."),
        ("Now support was oddly late.", "BNXBA."),
        ("Rebel forces in the north left.", "PKIDNE."),
        ("Mr. Doe Jr. of the U.S. left.", "PPPODPE."),
        ("Polls Show Voters Back The Plan\n\nIt rained.", "KvPBDN\nRE."),
        ("", ""),
        ("   ", ""),
    ],
)
def test_each_token_has_a_tag(text, tags):
    """There is one tag to a token, by list, shape and neighbours, and two newlines behind."""
    made = tokenize(text)
    assert f"{tags}\n\n" == made.tags
    assert len(tags) == len(made.words)


def test_positions_are_those_of_the_text():
    """Each token stands where it says, with white space of any kind around it."""
    made = tokenize("  “Ça va,”\u00a0said  Zoë\r\n\r\n‘Oui.’ ")
    assert list(made.words) == [made.text[s : s + len(w)] for s, w in zip(made.starts, made.words, strict=True)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ('He said "a b" and "c d".', ["a b", "c d"]),
        ('"A b.\n\n"C d."', ["A b.", "C d."]),
        ("“A b. “C d.”", ["A b. ", "C d."]),
        ("“A b“ he said.", ["A b"]),
        ('It is 6" long.', []),
        ('It is "" here.', []),
        ("``A b'' he said.", ["A b"]),
        ("He said ‘a b’ there.", ["a b"]),
        ("The '90s and rock 'n' roll.", []),
        ("“He said ‘a b’ there.”", ["He said ‘a b’ there."]),
        ("”A b”, he said.", ["A b"]),
        ("„A b“, he said.", ["A b"]),
        ("‚A b‘, he said. ‘C d‘ is his.", ["A b"]),
        ("‘A b “c d”", ["c d"]),
        ('\'A b "c d"', ["c d"]),
        ("‘A “b c” d’ e", ["A “b c” d"]),
        ('"A b, said Doe.', ["A b, "]),
        ('"A b, fell on Doe.', ["A b, fell on Doe."]),
        ("He said ‘a b ‘c d’ there.", ["c d"]),
        ('"A b', ["A b"]),
    ],
)
def test_marks_are_paired(text, stretches):
    """Marks pair within a paragraph, whatever their shape; apostrophes are none."""
    marked = mark(tokenize(text))
    tokens = marked.tokens
    ends = [*tokens.starts, len(text)]
    assert stretches == [text[tokens.end(s.open) : ends[s.close]].rstrip("\n") for s in marked.stretches]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It is late. He left.", ["It is late.", "He left."]),
        ('"It is late. He left," she said. Then rain.', ['"It is late. He left," she said.', "Then rain."]),
        ('"Is it late?" Doe asked. He left.', ['"Is it late?" Doe asked.', "He left."]),
        ("Doe said: “Is it?” Roe replied: “No.”", ["Doe said: “Is it?”", "Roe replied: “No.”"]),
        ("“He said ‘go.’” It rained.", ["“He said ‘go.’”", "It rained."]),
        ("He left the U.S. He was late.", ["He left the U.S.", "He was late."]),
        ("Doe said: “Is it?” It was.", ["Doe said: “Is it?”", "It was."]),
        ('He said "it is late." Then rain.', ['He said "it is late."', "Then rain."]),
        ("It costs 3.5 kr. and more.", ["It costs 3.5 kr. and more."]),
        ("A.\n\nB.", ["A.", "B."]),
        ("(It is late.) He left.", ["It is late.)", "He left."]),
        ("BERGEN — It is late.", ["It is late."]),
        ("Bergen — It is late.", ["Bergen — It is late."]),
        ("BERGEN —", ["BERGEN —"]),
    ],
)
def test_units_never_break_inside_marks(text, units):
    """Sentences end at stops outside marks; a question and its speaker are one; a dateline is none."""
    marked = mark(tokenize(text))
    assert units == [marked.tokens.cut(unit.first, unit.after).strip() for unit in marked.units]


def test_endless_sentences_are_cut():
    """A sentence without end is cut into pieces, none of them inside marks."""
    marked = mark(tokenize("rain " * 1000 + '"' + "rain " * 900 + '"'))
    assert max(unit.after - unit.first for unit in marked.units) < 1500
    assert len(marked.units) > 2


def test_default_lexicon_is_one():
    """The default is made once."""
    assert Lexicon.default() is Lexicon.default()


def test_more_words():
    """New verbs and nouns are used like the known ones; the default stays as it was."""
    mine = Lexicon.default().extended(
        verbs={"harrumph": "say"}, nouns={"diktat": "claim", "query": "claim", "fax": "claim"}
    )
    text = "The mayor harrumphs that it was late. Her diktat that it was late stood."
    found = [find_quotes(text, lexicon=lexicon)[1] for lexicon in (mine, Lexicon.default())]
    wanted = [2, 0]
    assert wanted == [sum(quote.attribution is not None for quote in quotes) for quotes in found]
    assert {"queries", "faxes", "diktats"} <= mine.nouns.keys()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"verbs": {"harrumph": "sya"}}, "'harrumph' cannot be used like 'sya', which is no verb of attribution; did"),
        ({"verbs": {"harrumph": "drown"}}, "'drown', which is no verb of attribution"),
        ({"nouns": {"diktat": "say"}}, "'say', which is no noun of attribution"),
    ],
)
def test_a_word_that_is_not_known_is_told(words, message):
    """A slip in the known word would otherwise teach nothing."""
    with pytest.raises(ValueError, match=message):
        Lexicon.default().extended(**words)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            {"verbs": {"Harrumph": "say"}},
            "the verb 'Harrumph' would never be found: write it in lower case, 'harrumph'",
        ),
        ({"verbs": {"blare out": "say"}}, "the verb 'blare out' would never be found: it is not one word"),
        ({"verbs": {"": "say"}}, "the verb '' would never be found: it is not one word"),
        ({"verbs": {"harrumphed": "say"}}, "the verb 'harrumphed' would never be found: give its base form"),
        ({"verbs": {"harrumphing": "say"}}, "the verb 'harrumphing' would never be found: give its base form"),
        ({"verbs": {"harrumphs": "say"}}, "the verb 'harrumphs' would never be found: give its base form"),
        ({"nouns": {"hot air": "claim"}}, "the noun 'hot air' would never be found: it is not one word"),
    ],
)
def test_a_word_that_could_not_be_found_is_refused(words, message):
    """What teaches nothing is told, and why."""
    with pytest.raises(ValueError, match=f"^{message}"):
        Lexicon.default().extended(**words)


@pytest.mark.parametrize(
    "verb", ["embed", "heed", "focus", "hamstring", "sing", "canvas", "bless", "tub-thump", "naïve"]
)
def test_a_base_form_may_end_as_inflected_ones_do(verb):
    """Verbs in -ed, -ing and -s by nature are taken."""
    assert verb in Lexicon.default().extended(verbs={verb: "say"}).verbs


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            {"verbs": ["harrumph"]},
            r"expected verbs in a dict, .* such as \{'harrumph': 'say'\}, got a list with 1 item",
        ),
        ({"nouns": "diktat"}, r"expected nouns in a dict, .* such as \{'diktat': 'claim'\}, got 'diktat'"),
        ({"verbs": {5: "say"}}, "expected two words, got 5 and 'say'"),
        ({"verbs": {"harrumph": ["say"]}}, "expected two words, got 'harrumph' and a list with 1 item"),
    ],
)
def test_words_come_in_a_mapping(words, message):
    """Anything else than words for words is refused by what it is."""
    with pytest.raises(TypeError, match=f"^{message}$"):
        Lexicon.default().extended(**words)


@pytest.mark.parametrize("function", [find_quotes, read_text, explain])
@pytest.mark.parametrize("given", [{}, {"harrumph": "say"}])
def test_a_lexicon_is_a_lexicon(function, given):
    """Words alone are none, and the message says what makes one."""
    with pytest.raises(TypeError, match=r"^expected a Lexicon, as Lexicon.default\(\).extended\(...\) gives, got a"):
        function("Rain fell.", lexicon=given)


def test_verbs_of_one_short_vowel_double_their_end():
    """Verbs that the lexicon does not have are inflected as English does."""
    lexicon = Lexicon.default().extended(verbs={"blab": "say", "squeal": "say", "dit": "say", "vow": "say"})
    assert {"blabbed", "blabbing", "squealed", "ditted", "vowed"} <= lexicon.verbs.keys()


def test_lexicon_without_more_words_is_the_same():
    """Extending by nothing changes nothing."""
    assert Lexicon.default().verbs == Lexicon.default().extended().verbs


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The new rail link opened.", "DANNE."),
        ("Olympic champion Doe won.", "PNPE."),
        ("A tourist spots such signs.", "DNKDK."),
        ("Roe faces criminal charges in Oslo.", "PzAKIP."),
        ("Fuel charges of Oslo.", "NKOP."),
        ("Fuel charges in Oslo.", "NKIP."),
        ("The mayor talks about it.", "DNzIR."),
        ("The mayor hopes voters stay.", "DNzKv."),
        ("Some support the plan.", "DvDN."),
        ("There is some support.", "RXDN."),
        ("Six in ten support it.", "#I#vR."),
        ("It won more support for all.", "REBNID."),
        ("Roe and Doe claim the title.", "PCPvDN."),
        ("The matter is closed.", "DNXE."),
        ("They say at least 12.", "RvDD#."),
        ("They said about 40 people sat.", "RVD#KE."),
        ("They talked about 40 ships.", "REI#K."),
        ("About 40 people sat.", "D#KE."),
        ("They voted to close it and will open it.", "REtvRCXvR."),
        ("They reason that all is well.", "RvTDXB."),
        ("Roe reasons that all is well.", "PzTDXB."),
        ("The club reasons in vain.", "DNKIN."),
        ("Officials say that claims of fraud rose.", "KvTKONV."),
    ],
)
def test_verbs_need_evidence(text, tags):
    """A word that is verb or noun is a verb only where its neighbours say so."""
    assert f"{tags}\n\n" == tokenize(text).tags


def test_table_is_bounded() -> None:
    """What a function made is kept up to a number of strings; then the table begins anew."""
    table = Table(str.lower)
    table.update(dict.fromkeys(map(str, range(MOST)), ""))
    assert table["Harbour"] == "harbour"
    assert list(table) == ["Harbour"]
