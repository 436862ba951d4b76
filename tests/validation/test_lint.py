"""What an editor would ask about."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given

from newsschema import Article, Attribution, Fragment, LintRule, Quote, check, from_dict, lint, to_dict
from newsschema._lint import known_rules
from newsschema.strategies import articles

PAGE = Path(__file__).parents[2] / "docs/reference/lint.md"
SECTIONS = dict(re.findall(r"^## ([a-z-]+)\n(.*?)(?=^## |\Z)", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL))
RULES = {rule.name: rule for rule in known_rules()}


def example(name):
    """The document that a rule's section shows."""
    if name not in SECTIONS:
        pytest.fail(f"write a section `## {name}` in docs/reference/lint.md: its summary, an example, and what to do")
    return json.loads(SECTIONS[name].split("```json\n")[1].split("```")[0])


def codes(article, **options):
    """The rules that find something."""
    return [issue.code for issue in lint(article, **options)]


def text(words):
    """An article that is only text."""
    return Article(id="urn:example:1", text=words)


def test_every_rule_is_on_the_page_and_every_entry_is_a_rule():
    """The page has a section for each rule, with its summary, and for no other."""
    advice = (
        "docs/reference/lint.md needs a section for each rule, in the order of the rules, that begins with its summary"
    )
    assert list(RULES) == list(SECTIONS), advice
    assert [rule.summary for rule in RULES.values()] == [section.split("\n")[1] for section in SECTIONS.values()], (
        advice
    )


@pytest.mark.parametrize("name", RULES)
def test_the_example_of_a_rule_has_its_one_finding(name):
    """The example on the page is valid, has the finding of its rule, and no other; the path leads somewhere."""
    tree = example(name)
    assert check(tree) == ()
    (issue,) = lint(from_dict(tree))
    assert issue.code == name
    for step in issue.path:
        tree = tree[step]


@given(articles())
def test_any_article_can_be_asked_about(article):
    """No article is too strange for a rule, and every finding has the code of a rule and a path into the document."""
    tree = to_dict(article)
    for issue in lint(article):
        assert issue.code in RULES
        inside = tree
        for step in issue.path:
            inside = inside[step]


def test_marks_are_looked_at_in_every_part():
    """Text, headline and summary are asked about alike."""
    article = Article(id="urn:example:1", text='"Rain', headline='"Rain', summary='Rain"')
    assert [issue.path for issue in lint(article)] == [("text",), ("headline",), ("summary",)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"The bridge', ["unpaired-marks"]),
        ("The bridge,” she said.", ["unpaired-marks"]),
        ('"Rain," she said.\n\nThe bridge" fell. A 5" nail.', ["uncovered-marks", "unpaired-marks"]),
        ('"One paragraph.\n\n"Another one," she said.', ["uncovered-marks"]),
        ("The bridges’ keepers don’t say ’tis safe.", []),
        ("", []),
    ],
)
def test_marks_pair_paragraph_by_paragraph(words, found):
    """A mark that is left open or closes nothing is told once; apostrophes, inches and continued paragraphs are not."""
    assert codes(text(words)) == found


MENDED = [
    ("uncovered-marks", {("quotes", 0, "content", 0, "text"): "a grand old lady"}, ["uncovered-marks"]),
    ("unattributed-direct", {("quotes", 0, "kind"): "epithet"}, []),
    ("undescribed-source", {("sources", 0, "description"): "a source"}, []),
    (
        "unused-source",
        {
            ("sources",): [{"id": "s1", "name": "Holm"}, {"id": "s2", "name": "the port", "members": ["s1"]}],
            ("quotes",): [
                {
                    "id": "q1",
                    "kind": "epithet",
                    "content": [{"text": "Rain", "start": 0, "end": 4}],
                    "attribution": {"source": "s2"},
                }
            ],
        },
        [],
    ),
    ("two-spellings", {("sources", 1, "name"): "Aase Holt"}, []),
    ("two-spellings", {("sources", 1): {"id": "s2", "description": "Aase", "anonymity": "anonymous"}}, []),
    (
        "loaded-cue",
        {("text",): '"The bridge is old," Holm said.', ("quotes", 0, "attribution", "cue", "text"): "said"},
        [],
    ),
    ("loaded-cue", {("quotes", 0, "attribution"): {"source": "s1"}}, []),
    ("headline-words", {("text",): '"Perfectly safe." "The bridge is quite safe," Holm said.'}, ["uncovered-marks"]),
    ("altered-quote", {("quotes", 1, "attribution", "source"): None}, ["unattributed-direct"]),
    (
        "altered-quote",
        {("quotes", 1, "content", 0, "text"): "The bridge is safe for everyone,"},
        ["uncovered-marks", "repeated-quote"],
    ),
    (
        "description-first",
        {
            ("text",): '"The bridge is safe," engineer Holm said. Åse Holm built it.',
            ("quotes", 0, "attribution", "mention", "text"): "engineer Holm",
        },
        [],
    ),
    ("description-first", {("text",): '"The bridge is safe," the engineer said.'}, []),
    (
        "description-first",
        {
            ("text",): '"The bridge is safe," she said. Åse Holm built it.',
            ("quotes", 0, "attribution", "mention", "text"): "she",
        },
        [],
    ),
    ("description-first", {("quotes", 0, "attribution", "mention"): {"text": "the engineer"}}, []),
    ("missing-words", {("quotes", 0, "content", 0, "text"): "the bridge is safe"}, ["missing-words"]),
    ("missing-words", {("quotes", 0, "content", 0, "text"): "The bridge is safe"}, []),
    ("missing-words", {("quotes", 0, "attribution", "cue"): {"text": "denied"}}, ["missing-words", "missing-words"]),
    ("unmarked-words", {("text",): '"The bridge is safe," Åse Holm said.'}, []),
    ("unmarked-words", {("text",): 'He: "Yes. The bridge is safe, Holm." Åse Holm.'}, []),
    ("unmarked-words", {("quotes", 0, "kind"): "epithet"}, []),
    (
        "unmarked-words",
        {
            ("quotes", 0, "content", 0): {"text": "The bridge is safe", "verbatim": False},
            ("quotes", 0, "kind"): "indirect",
        },
        [],
    ),
    ("quotes-order", {("quotes", 1, "content", 0): {"text": "Yes,"}}, ["uncovered-marks"]),
    ("said-by-two", {("quotes", 1, "parent"): "q1"}, []),
    ("said-by-two", {("quotes", 0, "parent"): "q2"}, []),
    ("said-by-two", {("quotes", 1, "attribution", "source"): "s1"}, ["unused-source", "repeated-quote"]),
    ("said-by-two", {("quotes", 1, "content", 0): {"text": "The bridge is safe,"}}, []),
    ("other-line-ends", {("text",): "Rain fell.\r\nSnow fell.\n\nHail."}, []),
    ("repeated-quote", {("quotes", 1, "attribution", "source"): None}, []),
    (
        "repeated-quote",
        {("quotes", 1, "kind"): "direct", ("quotes", 1, "content", 0, "verbatim"): True},
        ["unmarked-words"],
    ),
    ("repeated-quote", {("quotes", 1, "content", 0): {"text": "The bridge", "verbatim": False}}, []),
    ("language-name", {("language",): "en"}, []),
    ("dateline-words", {("quotes", 0, "content", 0, "text"): "The bridge is safe"}, []),
    (
        "dateline-words",
        {
            ("text",): "Bergen, 3 March: The bridge is safe",
            ("quotes", 0, "content", 0, "text"): "3 March: The bridge is safe",
        },
        [],
    ),
    (
        "dateline-words",
        {
            ("text",): "Bergen, 3 March: The bridge is safe",
            ("dateline",): {"text": "Bergen, 3 March"},
            ("quotes", 0, "content", 0, "text"): "3 March: The bridge is safe",
        },
        ["dateline-words"],
    ),
    ("dateline-words", {("dateline",): {"text": "OSLO"}, ("quotes", 0, "content", 0, "text"): "The bridge"}, []),
]


def anchored(node, article):
    """A document whose places are those where the words stand first."""
    if isinstance(node, list):
        return [anchored(item, article) for item in node]
    if not isinstance(node, dict):
        return node
    node = {name: anchored(value, article) for name, value in node.items()}
    if "start" in node:
        node["start"] = article[node.get("part", "text")].index(node["text"])
        node["end"] = node["start"] + len(node["text"])
    return node


@pytest.mark.parametrize(("name", "changes", "found"), MENDED)
def test_what_is_in_order_is_not_asked_about(name, changes, found):
    """The example of a rule, with what it asks for mended, no longer has the finding."""
    tree = example(name)
    for path, value in changes.items():
        node = tree
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = value
    asked = codes(from_dict(anchored(tree, tree)))
    assert asked == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("BERGEN, Norway, March 3 (NTB) — The bridge is safe, she said.", True),
        ("OSLO - The bridge is safe, she said.", True),
        ("SKARVIK, March 3 – The bridge is safe, she said.", True),
        ("The bridge is safe - or so she said.", False),
        ("NATO – is safe, she said.", True),
        ("NATO said that the bridge is safe – or nearly.", False),
    ],
)
def test_datelines_of_usual_forms(line, found):
    """A dateline is known by its capitals and its dash, where the article has none of its own."""
    fragment = Fragment(text=line[:40], start=0, end=min(40, len(line)), verbatim=False)
    quote = Quote(id="q1", kind="indirect", content=[fragment], attribution=Attribution())
    article = Article(id="urn:example:1", text=line, quotes=[quote])
    assert (["dateline-words"] if found else []) == codes(article)


def test_rules_are_chosen_by_name():
    """`select` keeps some, `ignore` leaves some out, and a name that no rule has is refused with a near one."""
    article = text('"The bridge, "x".')
    assert codes(article) == ["uncovered-marks", "unpaired-marks"]
    assert codes(article, select=["unpaired-marks"]) == ["unpaired-marks"]
    assert codes(article, ignore=["unpaired-marks"]) == ["uncovered-marks"]
    with pytest.raises(TypeError, match="expected the names of lint rules in a list, got 'unpaired-marks'"):
        lint(article, select="unpaired-marks")
    with pytest.raises(TypeError, match="expected a LintRule, got 'unpaired-marks'; select takes the names of rules"):
        lint(article, rules=["unpaired-marks"])
    with pytest.raises(ValueError, match="there is no lint rule 'unpaired-mark'; did you mean 'unpaired-marks'"):
        lint(article, ignore=["unpaired-mark"])


SHOUTING = LintRule("shouting", "Too loud.", lambda article: [(("text",), "shouts")] if article.text.isupper() else [])


def test_rules_of_ones_own_can_be_passed():
    """With rules passed, those are asked and no others."""
    assert [str(issue) for issue in lint(text('"RAIN'), rules=[SHOUTING])] == ["text: shouts (shouting)"]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (["the headline is long"], "'the headline is long'"),
        ([("headline", "is long")], "a list with 2 items"),
        ("the headline is long", "'the headline is long'"),
        (None, "None"),
    ],
)
def test_a_rule_that_gives_no_findings_is_named(found, shown):
    """What a rule must give is said with its name."""
    message = (
        rf"^the lint rule 'loud' gives {shown}; expected findings, each a path and a message: yield \('headline',\),"
    )
    with pytest.raises(TypeError, match=message):
        lint(text(""), rules=[LintRule("loud", "Too loud.", lambda _: found)])


def test_words_without_a_place_may_be_there_twice():
    """Words that are said twice and have no place are not taken for one quote."""
    quote = Quote(id="q1", kind="indirect", content=[Fragment(text="Rain", verbatim=False)], attribution=Attribution())
    article = Article(id="urn:example:1", text="Rain", quotes=[quote, quote.replace(id="q2")])
    assert [] == codes(article)


def test_the_language_of_a_quote_is_a_tag():
    """What a quote is translated from is asked about too."""
    quote = Quote(id="q1", kind="epithet", content=[Fragment(text="Rain", start=0, end=4)], translated_from="French")
    article = Article(id="urn:example:1", text="Rain", quotes=[quote])
    (issue,) = lint(article, select=["language-name"])
    assert "quotes[0].translated_from: 'French' is no language tag; did you mean 'fr'? (language-name)" == str(issue)


def test_an_installed_package_can_bring_rules(install):
    """A rule behind an entry point is used from the moment its package is installed until it is removed."""
    assert codes(text('"RAIN')) == ["unpaired-marks"]
    remove = install("newsschema.lint_rules", shouting=SHOUTING)
    assert codes(text('"RAIN')) == ["unpaired-marks", "shouting"]
    remove()
    assert codes(text('"RAIN')) == ["unpaired-marks"]


def test_what_is_no_rule_is_refused(install):
    """An entry point that leads to something else than a rule is named."""
    install("newsschema.lint_rules", whisper="no rule")
    with pytest.raises(TypeError, match=r"'whisper' of newsschema\.lint_rules leads to no LintRule"):
        lint(text(""))
