"""What a source is: a person, a group, a body or a paper, and how far it is named."""

import pytest

from newsschema import SourceKind
from newsschema.reading import find_quotes

_UNKNOWN = {
    "The wall fell at dawn. “We heard it go and nobody slept.” The road is shut.": "direct",
    "The wall fell at dawn. “Bang” and all. The road is shut.": "epithet",
    "It is called “The Wall of the North Sea” here.": "epithet",
    "A “we are late for it all” mood set in.": "epithet",
}


@pytest.mark.parametrize("text", _UNKNOWN)
def test_long_words_in_marks_are_said_by_somebody(text):
    """Five words and more with nobody beside them are speech of an unknown source; names and titles are not."""
    (quote,) = find_quotes(text)[1]
    assert (_UNKNOWN[text], None) == (quote.kind, quote.source)


_POINTING = {
    "Those are the words of Jo Lind.": "Jo Lind",
    "That was the verdict of Jo Lind.": "Jo Lind",
    "So says Jo Lind.": "Jo Lind",
    "That is how Jo Lind remembers it.": "Jo Lind",
    "So fell the kiln.": None,
    "That was the end of Jo Lind.": None,
}


@pytest.mark.parametrize("text", _POINTING)
def test_a_sentence_that_points_back(text):
    """What stands alone in marks is said by the one of whom the next sentence says so."""
    (quote,) = find_quotes(f"“It is late and cold in the shed.”\n\n{text}")[1]
    sources = find_quotes(f"“It is late and cold in the shed.”\n\n{text}")[0]
    labels = {source.id: source.label for source in sources}
    assert labels.get(quote.source or "") == _POINTING[text]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jo Lind wrote, “it is late and cold.”", "direct"),
        ("Jo Lind told the guild, “it is late and cold.”", "direct"),
        ("Jo Lind voiced “some joy.”", "partial"),
        ("Jo Lind called it “some joy.”", "partial"),
    ],
)
def test_small_letters_in_marks(text, kind):
    """Words in marks behind a comma are a quotation of their own, also without a capital; others are a part of one."""
    (quote,) = find_quotes(text)[1]
    assert quote.kind == kind


@pytest.mark.parametrize("bullet", ["•", "*", "-", "▪"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lists_of_words_in_marks(bullet, gap):
    """The sign before an entry of a list is no part of what is said in it."""
    entries = gap.join(f"{bullet} “{words}.”" for words in ("It is late", "It is so cold in the shed"))
    (quote,) = find_quotes(f"Potters complained to the guild:\n\n{entries}\n\nThe kiln is shut.")[1]
    assert (quote.kind, quote.words) == ("direct", "It is late. It is so cold in the shed.")


@pytest.mark.parametrize(
    ("mention", "label", "anonymity"),
    [
        ("One senior Tory", "One senior Tory", "anonymous"),
        ("A Liberal Democrat", "A Liberal Democrat", "anonymous"),
        ("The Republican", "The Republican", "described"),
        ("Tory Aud Berg", "Aud Berg", "named"),
        ("Labour", "Labour", "named"),
        ("Texans", "Texans", "generic"),
        ("A pair of diplomats", "A pair of diplomats", "anonymous"),
        ("Potters nearby", "Potters nearby", "generic"),
    ],
)
def test_members_of_a_party_are_not_named(mention, label, anonymity):
    """A noun of party or origin names nobody."""
    (source,) = find_quotes(f"{mention} said it was late.")[0]
    assert (source.label, source.anonymity) == (label, anonymity)


def test_the_noble_particle_is_no_rank():
    """A name may begin with "Di", and "DI" is a rank."""
    labels = [
        find_quotes(f"{name} said it was late.")[0][0].label for name in ("Di Berg", "Aud Di Berg", "DI Aud Berg")
    ]
    assert labels == ["Di Berg", "Aud Di Berg", "Aud Berg"]


@pytest.mark.parametrize(
    ("mention", "label"),
    [
        ("PC Aud Berg", "Aud Berg"),
        ("PC Aud Hill", "Aud Hill"),
        ("DC Berg", "Berg"),
        ("DS Hall", "Hall"),
        ("Sgt Hall", "Hall"),
        ("PC Summer Berg", "Summer Berg"),
        ("DC Comics", "DC Comics"),
        ("DC Council", "DC Council"),
        ("DC Mayor Ann Berg", "Ann Berg"),
        ("DC Residents", "DC Residents"),
    ],
)
def test_ranks_in_capitals(mention, label):
    """What is a rank before a name is something else elsewhere."""
    assert find_quotes(f"{mention} said it was late.")[0][0].label == label


@pytest.mark.parametrize(
    ("mention", "label"),
    [
        ("Potters' Aid", "Potters' Aid"),
        ("Women’s Kiln Trust", "Women’s Kiln Trust"),
        ("St Olav's College", "St Olav's College"),
        ("Lloyd's List", "Lloyd's List"),
        ("Labour's Aud Berg", "Aud Berg"),
        ("Norway's Labour Party", "Labour Party"),
        ("Children's Commissioner Aud Berg", "Aud Berg"),
        ("Children's author Aud Berg", "Aud Berg"),
    ],
)
def test_names_with_an_owner_inside(mention, label):
    """The name of a body may begin with those whom it is for, where a sentence starts too."""
    texts = (f"{mention} said it was late.", f"It was late, {mention[0]}{mention[1:]} said.")
    assert [find_quotes(text)[0][0].label for text in texts] == [label] * 2


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("A paper in the journal Clay", "document"),
        ("The paper", "organisation"),
        ("Figures from the guild", "document"),
        ("Senior figures", "group"),
        ("Ryan Foods", "organisation"),
        ("The coast guard", "organisation"),
        ("The coastguard", "organisation"),
        ("HM Coastguard", "organisation"),
        ("A coastguard", "person"),
        ("The guard", "person"),
        ("The attorney general", "person"),
        ("The pontiff", "person"),
        ("Rescuers", "group"),
        ("Rabbis", "group"),
        ("Environmentalists", "group"),
    ],
)
def test_nouns_of_two_senses(mention, kind):
    """A paper may be a newspaper or what somebody wrote; figures are numbers, or persons of standing."""
    (source,) = find_quotes(f"{mention} said profit would fall.")[0]
    assert source.kind == kind


def test_a_noun_before_a_name_says_what_it_is():
    """A body may be called what it is in front of its name."""
    (source,) = find_quotes("The newspaper Dagens Nyheter said it was late.")[0]
    assert source.kind == "organisation"


@pytest.mark.parametrize("noun", ["retailer", "insurer", "housebuilder", "developer"])
def test_trades_that_firms_have_stand_for_firms(noun):
    """News calls a firm by what it does: "the retailer said"."""
    (source,) = find_quotes(f"The {noun} said profit would fall.")[0]
    assert source.kind == "organisation"


_DISBELIEVED = {
    "I have never trusted a “magic” glaze.": [],
    "Aud Berg does not trust “smart” kilns.": [],
    "Aud Berg did not think it was “cold”.": [("it was cold", "Aud Berg")],
    "Aud Berg doubts the “cold” kiln.": [("the cold kiln", "Aud Berg")],
}


@pytest.mark.parametrize("text", _DISBELIEVED)
def test_what_somebody_does_not_believe(text):
    """A word in marks before a noun is none of hers who does not believe in it."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    assert [(one.words, labels[one.source]) for one in quotes if one.source] == _DISBELIEVED[text]


def test_whoever_has_an_alias_is_a_person():
    """A name that only marks tell is a person's where a person is described with it, and she keeps her trade."""
    sources, _ = find_quotes("The potter who signs her bowls “Ash” said it was cold. It was late, Ash said.")
    assert [(one.name, one.kind, one.role) for one in sources] == [("Ash", "person", "potter")]


_OPENED = {
    "“I thought it was a dream.”\n\nPotter Aud Berg still laughs at the call that woke her.": "Aud Berg",
    "“The kiln saved my life.”\n\nSitting in her shed, Aud Berg recalls the night.": "Aud Berg",
    "“The kiln must go out.”\n\nAud Berg will never forget those words.": None,
    "“The kiln must go out.”\n\nThe guild met on Friday. Aud Berg was there.": None,
}


@pytest.mark.parametrize("text", _OPENED)
def test_words_that_open_a_story(text):
    """Words alone at the head of a story are those of the person whom the next sentence is about."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    assert labels.get(quotes[0].source) == _OPENED[text]


_MADE = {
    "“It is late,” the Rogalan Sinmar said. The paper said it was cold.": ["Rogalan Sinmar", "Rogalan Sinmar"],
    "The Rogalan Sinmar case fell. Rogalan Sinmar said he was cold.": ["Rogalan Sinmar"],
}


@pytest.mark.parametrize("text", _MADE)
def test_an_article_before_a_strange_name(said, text):
    """With an article a name that no list has is a body's, unless a noun follows."""
    sources, _ = find_quotes(text)
    assert [label for _, label in said(text)] == _MADE[text]
    assert sources[0].kind == ("organisation" if "The Rog" not in text else "person")


_WHAT_SORT = {
    "The US military": ("organisation", "described"),
    "The brokerage": ("organisation", "described"),
    "Projections from the guild": ("document", "described"),
    "A letter Wednesday to the guild": ("document", "described"),
    "About 7 in 10 potters": ("group", "generic"),
    "Two in five potters": ("group", "generic"),
    "No 10": ("government", "named"),
    "Number 10": ("government", "named"),
}


@pytest.mark.parametrize("who", _WHAT_SORT)
def test_what_sort_of_source(who):
    """Papers in the plural, bodies, and shares of a group are what they are."""
    sources, _ = find_quotes(f"{who} said it was cold.")
    assert (sources[0].kind, sources[0].anonymity) == _WHAT_SORT[who]


def test_one_and_his_team_are_several():
    """Whoever speaks with his team is a group."""
    assert find_quotes("Holt and his team said it was cold.")[0][0].kind == "group"


@pytest.mark.parametrize("name", ["Walt Berg Co.", "Morgan Stanley"])
def test_firms_with_given_names(name):
    """A firm may begin with a given name."""
    assert find_quotes(f"{name} said it was cold.")[0][0].kind == "organisation"


_DESCRIBED_ONE_BY_ONE = {
    "Aud Berg, Norkiln's head of sales, and Bo Roe, its chief executive, said it was cold.": "Aud Berg and Bo Roe",
    "Aud Berg, head of sales, and Bo Roe, chief executive, said it was cold.": "Aud Berg and Bo Roe",
    "Both Berg and Roe said it was cold.": "Berg and Roe",
    "Messrs Berg and Roe said it was cold.": "Berg and Roe",
    "Ann Doe, potter Bo Roe, and baker Jo Lie said it was cold.": "Ann Doe, Bo Roe and Jo Lie",
}


@pytest.mark.parametrize("text", _DESCRIBED_ONE_BY_ONE)
def test_who_speaks_as_one(text):
    """Several may be described one by one, and "both" says that they are two."""
    sources, quotes = find_quotes(text)
    assert [(one.label, one.kind) for one in sources if one.id == quotes[0].source] == [
        (_DESCRIBED_ONE_BY_ONE[text], "group")
    ]


_OF_A_COUNTRY = {"CPA Norway": "organisation", "AJ Ireland": "person", "The alliance": "organisation"}


@pytest.mark.parametrize("who", _OF_A_COUNTRY)
def test_initials_before_a_country(who):
    """Initials before a country are a body's, and two letters may be a person's."""
    assert find_quotes(f"{who} said it was cold.")[0][0].kind == _OF_A_COUNTRY[who]


def test_another_is_one():
    """Another is a person whom the text does not name."""
    source = find_quotes("One potter left. Another said it was cold.")[0][0]
    assert (source.kind, source.anonymity) == ("person", "anonymous")


_FIELDS_OF_OFFICES = {
    "Minister for Kilns and Ferries Jane Berg said it was cold.": ("Jane Berg", "Minister for Kilns and Ferries"),
    "Secretary for Peat and the Islands Jane Berg said it was cold.": (
        "Jane Berg",
        "Secretary for Peat and the Islands",
    ),
    "“It is cold,” said Minister for Kilns and Ferries Jane Berg.": ("Jane Berg", "Minister for Kilns and Ferries"),
    "“It is cold,” said Education Minister Jane Berg after the fire.": ("Jane Berg", "Education Minister"),
    "MEC for Works and Traditional Affairs, Jane Berg, said it was cold.": ("Jane Berg", None),
    "Leader of Voss Council, Councillor Jane Berg, said it was cold.": ("Jane Berg", "Leader of Voss Council"),
}


@pytest.mark.parametrize("text", _FIELDS_OF_OFFICES)
def test_who_has_an_office_of_several_fields(text):
    """The fields of an office are no part of the name behind them, and all of them of the office."""
    (source,) = [source for source in find_quotes(text)[0] if source.name]
    name, role = _FIELDS_OF_OFFICES[text]
    assert source.name == name
    assert role is None or source.role == role


def test_the_field_of_an_office_and_its_body():
    """A field with an article belongs to an office in capitals; a body behind its head keeps its name."""
    sources, _ = find_quotes("Minister for the Peat Jane Berg said it was cold.")
    assert [source.name for source in sources] == ["Jane Berg"]
    sources, _ = find_quotes("The head of the Service Potters Union is worried because she thinks it is cold.")
    assert "Potters Union" not in [source.name for source in sources]


def test_names_with_accents_and_honours():
    """A given name is known with accents and without; what somebody earned is no part of the name."""
    sources, _ = find_quotes("María Berg left. Lars Roe stayed. “It is cold,” she said. “It is late,” he said.")
    assert [source.name for source in sources] == ["María Berg", "Lars Roe"]
    (source,) = find_quotes("Jane Roe QPM said it was cold.")[0]
    assert (source.name, source.kind) == ("Jane Roe", "person")


_OWNED_OFFICES = {
    "Zi Quon, Norkiln's head of sales, said it was cold.": ("person", "head of sales", "Norkiln"),
    "Zi Quon, the head of sales, said it was cold.": ("person", "head of sales", None),
    "Norkiln, Norway's biggest brewery, said it was cold.": ("organisation", "biggest brewery", None),
    "Aud Berg, Norkiln's, said it was cold.": ("person", None, None),
    "A Department of Clay and Kilns spokesman said it was cold.": (
        "person",
        "Department of Clay and Kilns spokesman",
        "Department of Clay and Kilns",
    ),
}


@pytest.mark.parametrize("text", _OWNED_OFFICES)
def test_an_office_that_a_body_owns(text):
    """A name that owns an office behind a comma is where its holder works."""
    (source,) = find_quotes(text)[0]
    assert (source.kind, source.role, source.affiliation) == _OWNED_OFFICES[text]


@pytest.mark.parametrize("words", ["The 54-year-old", "Her deputy"])
def test_persons_by_age_and_rank(words):
    """Who is called by an age or by the rank alone is a person."""
    assert find_quotes(f"{words} said it was cold.")[0][0].kind == "person"


_INTRODUCED = {
    "Dag Dahl saw a potter with a sign. The potter said it was cold. Aud Berg, a potter, left.": "The potter",
    "Aud Berg, a potter, left. The potter said it was cold.": "Aud Berg",
    "It was in the KBP yard. The Kiln Barn Panel met. KBP said it was cold.": "Kiln Barn Panel",
    "Ines Berg fears the effect Aud Roe may have. She said it was cold.": "Ines Berg",
}


@pytest.mark.parametrize("text", _INTRODUCED)
def test_who_was_introduced(text):
    """Who was introduced by a noun is meant by it, and initials by the name that follows."""
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    assert labels[quotes[-1].source or ""] == _INTRODUCED[text]


def test_voters_who_were_interviewed():
    """Who was interviewed is somebody in particular."""
    assert find_quotes("Voters interviewed in Voss said it was cold.")[0][0].anonymity == "anonymous"


_OFFICES_ABROAD = {
    "Norway's ambassador to Britain blamed the guild. Norway's ambassador to Britain Zi Quon said it was old.",
    "Norway's ambassador to Britain blamed the guild. Norway's ambassador to Britain, Zi Quon, said it was old.",
}


@pytest.mark.parametrize("text", _OFFICES_ABROAD)
def test_an_office_abroad_and_its_holder(text):
    """Behind the place of an office stands a name, and the office alone is that one's."""
    sources, quotes = find_quotes(text, min_confidence=0)
    assert [source.name for source in sources] == ["Zi Quon"]
    assert {quote.source for quote in quotes} == {sources[0].id}


@pytest.mark.parametrize(
    ("who", "label", "kind"),
    [
        ("A potter known to everybody as “Sparrow”", "Sparrow", SourceKind.PERSON),
        ("A potter known online as Sparrow", "Sparrow", SourceKind.PERSON),
        ("An artist who calls himself “Ghost”", "Ghost", SourceKind.PERSON),
        ("A firm known as Sparrow", "Sparrow", SourceKind.ORGANISATION),
        ("Bo Roe, aka “Sparrow”,", "Bo Roe", SourceKind.PERSON),
        ("A potter from Norline", "A potter from Norline", SourceKind.PERSON),
    ],
)
def test_what_somebody_is_known_as(who, label, kind):
    """Whoever goes by a name is called by it, and is a person where the words before it say so."""
    sources, _ = find_quotes(f"{who} said it was cold.")
    assert [(source.label, source.kind) for source in sources] == [(label, kind)]


def test_paper_released_on_a_day():
    """A paper with the day behind it on which it came out is a document."""
    (source,) = find_quotes("According to a guild report released last week, it is cold.")[0]
    assert SourceKind.DOCUMENT is source.kind


_THINGS_OF_ITS_OWN = {
    "Kiln Voss said on Monday that its oven is hot.": SourceKind.ORGANISATION,
    "Zizi Vossen said on Monday that his oven is hot.": SourceKind.PERSON,
    "Le Monde found it “cold and late”.": SourceKind.ORGANISATION,
    "Voss, whose shares fell, said it was late.": SourceKind.ORGANISATION,
    "Voss, whose boss left, said it was late.": SourceKind.PERSON,
}


@pytest.mark.parametrize("text", _THINGS_OF_ITS_OWN)
def test_whoever_has_things_of_its_own_is_a_body(text):
    """A name that says something of what is its own is that of a body."""
    assert [_THINGS_OF_ITS_OWN[text]] == [source.kind for source in find_quotes(text)[0]]


_KINDS_OF_SOURCES = {
    "An investigation in Voss found that it was late.": ("An investigation in Voss", "document", "described"),
    "Article 40 of the deed says that it is late.": ("Article 40 of the deed", "document", "described"),
    "Bo Roe and his colleagues said it was late.": ("Bo Roe and his colleagues", "group", "described"),
    "Bo Roe's colleagues said it was late.": ("Bo Roe's colleagues", "group", "described"),
    "Colleagues of his said it was late.": ("Colleagues of his", "group", "generic"),
    "Millennials say it is late.": ("Millennials", "group", "generic"),
    "According to the new paper, it is late. It was in a journal on kilns.": ("the new paper", "document", "described"),
    "According to the paper, it is late. It came out on Monday.": ("the paper", "organisation", "described"),
    "Three in 10 potters said it was late.": ("Three in 10 potters", "group", "generic"),
    "Four out of 10 potters said it was late.": ("Four out of 10 potters", "group", "generic"),
    "Potters out of Agder's Kiln Center in Voss, Norway, said it was late.": (
        "Potters out of Agder's Kiln Center in Voss, Norway",
        "group",
        "generic",
    ),
    "Scientists at the University of Ash said it was late.": (
        "Scientists at the University of Ash",
        "group",
        "described",
    ),
    "On Monday Kiln Clinic researchers said it was late.": ("Kiln Clinic researchers", "group", "described"),
    "Scientists in Norway said it was late.": ("Scientists in Norway", "group", "generic"),
    "Scientists from Norway said it was late.": ("Scientists from Norway", "group", "generic"),
    "Many scientists from the Kiln Clinic said it was late.": (
        "Many scientists from the Kiln Clinic",
        "group",
        "generic",
    ),
    "An Office for Works spokesman said it was late.": ("An Office for Works spokesman", "person", "anonymous"),
    "One of them said it was late.": ("One of them", "person", "anonymous"),
    "The 29-year-old from Voss said it was late.": ("The 29-year-old from Voss", "person", "anonymous"),
    "Some of them said it was late.": ("Some of them", "group", "generic"),
    "A rift among Kiln Scientists\n\nScientists said it was late.": ("Scientists", "group", "generic"),
    "The Voss Broncos won. The Broncos said it was late.": ("Voss Broncos", "organisation", "named"),
    "Rolling Stone said it was late.": ("Rolling Stone", "organisation", "named"),
    "A potter at Agder Ferries David Roe said it was late.": ("David Roe", "person", "named"),
    "A potter at Agder Ferries said it was late.": ("A potter at Agder Ferries", "person", "anonymous"),
    "It will warm by 2°C, and the C said it was late.": ("C", "organisation", "named"),
}


@pytest.mark.parametrize("text", _KINDS_OF_SOURCES)
def test_what_a_source_is_and_how_far_it_is_told(text):
    """Papers, groups, bodies and persons, by their nouns and by the words around their names."""
    sources, _ = find_quotes(text)
    assert _KINDS_OF_SOURCES[text] in [(source.label, source.kind, source.anonymity) for source in sources]


_ONE_OF_THEM = {"one": "anonymous", "another": "anonymous", "she": "unresolved"}


@pytest.mark.parametrize("who", _ONE_OF_THEM)
def test_one_of_those_before_is_anonymous(who):
    """Of "one" and "another" a text withholds the name; of a pronoun only the text before tells."""
    sources, _ = find_quotes(f"It was cold. “It is late,” {who} said.")
    assert [_ONE_OF_THEM[who]] == [source.anonymity for source in sources]


@pytest.mark.parametrize("who", ["crew", "crowd", "couple", "family"])
def test_several_in_a_noun_are_a_group(who):
    """A noun for several persons is a group."""
    assert [SourceKind.GROUP] == [source.kind for source in find_quotes(f"The {who} said it was late.")[0]]


_WRAPPED = """\
Potters in Voss lit the old kiln on Monday, for the first time since the
guild mended it. “It is warm, and it will stay so all winter,” said Priya
Raman, Kiln
Works’ head of
sales. She thanked the mayor of the town, who paid for it, and the kiln
guild. “It was cold for years, and nobody cared about it,” the kiln
guild said. “We are glad,” the kiln guild said.
"""


@pytest.mark.parametrize("text", [_WRAPPED, _WRAPPED.replace("\n", " "), _WRAPPED.replace(" ", "\xa0")])
def test_white_space_in_names_is_one_space(text):
    """Where lines break in a name, an office or a description, or a space is a special one, it is a space."""
    sources, quotes = find_quotes(text)
    told = [(one.name, one.description, one.role, one.affiliation) for one in sources]
    assert told == [("Priya Raman", None, "head of sales", "Kiln Works"), (None, "the kiln guild", None, None)]
    mentions = [quote.attribution.mention for quote in quotes if quote.attribution.source == "s1"]
    assert [text[one.start : one.end] for one in mentions] == [one.text for one in mentions]


_LONE = {
    "“I was there,” said Berg.": "person",
    "“It was cold,” Nakamura told potters.": "person",
    "“We were late and I said so,” said Osei.": "person",
    "“We are late,” Norrsild said.": "unknown",
    "Berg said it was cold.": "unknown",
    "Norrsild said: “It was cold.”": "unknown",
    "Berg said: “I was cold.”": "person",
    "“We are late,” Berg said. “It is cold,” he added.": "person",
    "Berg said it was cold and that he had left.": "person",
    "Norrsild said it was cold and that its kilns were old.": "organisation",
    "Norrsild reported that it was cold.": "organisation",
    "It was cold, according to Norrsild.": "organisation",
    "“It is cold,” Norrsild said. The firm said it would close.": "organisation",
    "“It is cold,” said Norrsild, which sells kilns.": "organisation",
    "“It is cold,” Reuters said.": "organisation",
    "McLund said it was cold.": "person",
    "O’Lind said it was cold.": "person",
}


@pytest.mark.parametrize("text", _LONE)
def test_what_a_lone_name_is_that_no_list_has(text):
    """Who says something in marks is a person; whose words are only told may be either, and papers report."""
    (source,) = find_quotes(text)[0]
    assert source.kind == _LONE[text]


def test_it_is_nobody_who_speaks_like_a_person():
    """A pronoun for a thing does not take up who says words in marks; it does take up a body."""
    sources, quotes = find_quotes("“I was there,” said Berg. The kiln was late. It said that it was cold.")
    assert [source.label for source in sources if source.id == quotes[1].source] != ["Berg"]
    (body,) = find_quotes("Norrsild reported that it was late. It said that it was cold.")[0]
    assert body.name == "Norrsild"


@pytest.mark.parametrize(("age", "kind"), [("61", "person"), ("3", "organisation")])
def test_an_age_in_brackets(age, kind):
    """Two digits in brackets behind a name are the age of a person."""
    (source,) = find_quotes(f"Norr ({age}) said it was late.")[0]
    assert kind == source.kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Norr Clay said it was disappointed by the move.", "organisation"),
        ("The owner, Norr Clay, said it was very pleased.", "organisation"),
        ("Norr Clay said it was late.", "person"),
        ("Norr Clay said it was clear.", "person"),
    ],
)
def test_what_feels_and_is_it(said, kind):
    """A name that feels something and is "it" is that of a body."""
    (source,) = find_quotes(said)[0]
    assert kind == source.kind


@pytest.mark.parametrize(
    ("who", "kind"), [("Glazers say", "group"), ("Rovers say", "organisation"), ("Meyers says", "person")]
)
def test_those_who_do_something_open_a_sentence(who, kind):
    """A word in -ers before a verb of several stands for several people, unless it is a side."""
    (source,) = find_quotes(f"{who} he is late.")[0]
    assert kind == source.kind
