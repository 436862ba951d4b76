"""ninjs, against the official schemas and documents."""

import copy
import json
import re

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from newsschema import Article, Author, Code, Dateline, Subject, SubjectKind, ValidationError, json_schema, to_dict
from newsschema._model.fields import field_specs
from newsschema._model.types import Article as Model
from newsschema.interop import LossCode, Report, read
from newsschema.interop._ninjs_names import Upgrade
from newsschema.interop.feeds import from_jsonfeed
from newsschema.interop.ninjs import EXTENSION, KEPT, beside, extension_schema, from_ninjs, to_ninjs
from newsschema.strategies import articles

few = settings.get_profile("half")


@pytest.fixture(scope="module")
def validators(standards):
    """The official schema of ninjs 3.1, and that of our extension, which builds on it."""
    folder = standards / "ninjs" / "specification"
    schema = json.loads((folder / "ninjs-schema_3.1.json").read_bytes())
    geo = json.loads((folder / "GeoJSON-schema.json").read_bytes())
    registry = Registry().with_resources(
        [
            ("https://geojson.org/schema/GeoJSON.json", Resource.from_contents(geo, default_specification=DRAFT202012)),
            ("http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json", Resource.from_contents(schema)),
            (json_schema()["$id"], Resource.from_contents(json_schema())),
        ]
    )
    return {
        "beside": Draft202012Validator(schema, registry=registry),
        "inside": Draft202012Validator(extension_schema(), registry=registry),
    }


@given(article=articles())
@few
def test_nothing_is_lost_inside(article):
    """With its extension an item carries every article whole."""
    item, report = to_ninjs(article)
    assert Report() == report
    assert (article, Report()) == from_ninjs(item)


def test_what_the_extension_says_is_not_lost():
    """The place of a dateline is a property of the item too; the dateline of the extension says it."""
    dateline = Dateline(text="BERGEN (NTB)", place="BERGEN")
    article = Article(id="urn:example:1", text="BERGEN (NTB) - Rain fell.", dateline=dateline)
    item, _ = to_ninjs(article)
    assert "located" in item
    assert (article, Report()) == from_ninjs(item)


@given(article=articles())
@few
def test_nothing_is_lost_beside(article):
    """An item and the document beside it carry every article whole."""
    item, _ = to_ninjs(article, quotes="beside")
    assert article == from_ninjs(item, beside=beside(article))[0]


@given(article=articles())
@few
def test_an_item_alone_lacks_what_its_report_says(minus, article):
    """What comes back from a strictly valid item is the article minus what was reported."""
    item, report = to_ninjs(article, quotes="beside")
    assert EXTENSION not in item
    assert minus(article, report) == minus(from_ninjs(item)[0], report, like=article)


@pytest.mark.parametrize("quotes", ["inside", "beside"])
@given(article=articles())
@few
def test_what_is_written_is_valid(validators, quotes, article):
    """Items validate against the official schema, or with quotations inside against that of the extension."""
    item, _ = to_ninjs(article.replace(extra={}), quotes=quotes)
    assert [error.message for error in validators[quotes].iter_errors(item)] == []


@pytest.mark.parametrize("quotes", ["inside", "beside"])
def test_our_story_is_valid(validators, article, quotes):
    """A story with quotations of every kind validates too."""
    assert [error.message for error in validators[quotes].iter_errors(to_ninjs(article, quotes=quotes)[0])] == []


def test_the_seed_is_valid(validators, seed):
    """So does the story that the project started from."""
    reading = pytest.importorskip("newsschema.reading")
    article = reading.read_text(seed)
    item, report = to_ninjs(article)
    assert [error.message for error in validators["inside"].iter_errors(item)] == []
    assert (article, Report()) == (from_ninjs(item)[0], report)


def test_the_extension_has_every_field():
    """The schema of the extension knows every field that an item may lack."""
    known = set(extension_schema()["properties"][EXTENSION]["properties"])
    assert {"schema_version", *(item.name for item in field_specs(Model))} - {"id"} == known


def test_every_official_document_reads(documents):
    """All examples and passing documents read leniently; URIs that are none and missing bodies are told."""
    assert len(documents) > 90
    for name, item in documents.items():
        article, report = from_ninjs(item)
        told = {(loss.code, loss.path[0]) for loss in report.losses if loss.code != LossCode.KEPT}
        known = [(LossCode.UNREADABLE, "bodies")] * (article.text == "")
        assert told == {*known, *([] if re.match(r"[a-z]+:", item["uri"]) else [(LossCode.CHANGED, "uri")])}, name
        assert article == from_ninjs(to_ninjs(article)[0])[0], name


def test_official_documents_read_strictly_where_they_are_right(documents):
    """Strict reading refuses the documents whose URI is none, and no other."""
    for name, item in documents.items():
        try:
            from_ninjs(item, strict=True)
            found = []
        except ValidationError as error:
            found = [(issue.code, issue.path) for issue in error.issues]
        expected = [] if re.match(r"[a-z]+:", item["uri"]) else [(Code.BAD_URI, ("uri",))]
        assert expected == found, name


def test_official_documents_come_back_valid(documents, validators):
    """Documents of every version, read and written as 3.1, are valid but where 3.1 forbids what they hold."""
    invalid = {
        name: error.message
        for name, item in documents.items()
        for error in validators["beside"].iter_errors(to_ninjs(from_ninjs(item)[0], quotes="beside")[0])
    }
    assert {
        "ninjs/test_suite/1.3/should_pass/005_altids.json",  # "altids can even have objects"
        "ninjs/test_suite/1.3/should_pass/008_regex_bug.json",  # an empty geometry
    } == set(invalid)


def test_the_three_versions_say_the_same():
    """Names and shapes of 1.x and 2.x are read as those of 3.x."""
    one = {
        "uri": "urn:example:1",
        "headline_main": "Rain",
        "body_text": "Rain fell.",
        "description_summary": "Wet.",
        "byline": "By A. Moe",
        "pubstatus": "usable",
        "embargoed": "2026-03-03T06:00:00Z",
        "person": [{"name": "A. Moe", "scheme": "https://example.org/p/", "code": "7"}],
        "place": [{"name": "Odda", "geometry_geojson": {"type": "Point"}}],
        "subject": [{"name": "rain", "code": "7"}, {"name": "wind", "scheme": "https://example.org/t", "code": "8"}],
        "organisation": [{"name": "Moe & Co", "symbols": [{"ticker": "MOE", "exchange": "OSE"}]}],
        "altids": {"slug": "7"},
        "associations": {"main": {"uri": "urn:example:2", "headline": "Picture"}},
        "renditions": {"web": {"mimetype": "image/png"}},
        "trustindicator": [{"scheme": "https://example.org/policy", "code": "ethics", "title": "Policy"}],
    }
    two = {
        "uri": "urn:example:1",
        "headlines": [{"role": "main", "value": "Rain"}],
        "bodies": [{"role": "text", "value": "Rain fell."}],
        "descriptions": [{"role": "summary", "value": "Wet."}],
        "by": "By A. Moe",
        "pubstatus": "usable",
        "embargoed": "2026-03-03T06:00:00Z",
        "people": [{"name": "A. Moe", "uri": "https://example.org/p/7", "literal": "7"}],
        "places": [{"name": "Odda", "geojson": {"type": "Point"}}],
        "subjects": [
            {"name": "rain", "literal": "7"},
            {"name": "wind", "uri": "https://example.org/t/8", "literal": "8"},
        ],
        "organisations": [{"name": "Moe & Co", "symbols": [{"symbol": "MOE", "exchange": "OSE"}]}],
        "altids": [{"role": "slug", "value": "7"}],
        "associations": [{"name": "main", "uri": "urn:example:2", "headlines": [{"value": "Picture"}]}],
        "renditions": [{"name": "web", "contenttype": "image/png"}],
        "trustindicators": [{"role": "https://example.org/policy/ethics", "title": "Policy"}],
    }
    camel = {"pubstatus": "pubStatus", "embargoed": "embargoedUntil", "altids": "altIds"}
    three = {camel.get(name, name): value for name, value in two.items() if name != "trustindicators"} | {
        "places": [{"name": "Odda", "geoJSON": {"type": "Point"}}],
        "renditions": [{"name": "web", "contentType": "image/png"}],
        "trustIndicators": two["trustindicators"],
    }
    article, report = from_ninjs(three)
    assert {loss.code for loss in report.losses} == {LossCode.KEPT}
    assert [article, article] == [from_ninjs(one)[0], from_ninjs(two)[0]]
    assert (
        article.headline,
        article.text,
        article.summary,
        article.byline,
    ) == ("Rain", "Rain fell.", "Wet.", "By A. Moe")
    assert Subject(name="A. Moe", kind=SubjectKind.PERSON, uri="https://example.org/p/7") in article.subjects


def test_marked_up_bodies_become_text():
    """Tags go, paragraphs stay, entities are decoded, and the body as it was is given back."""
    body = {"role": "xhtml", "contentType": "text/html", "value": "<p>Rain &amp; <b>wind</b>.</p><p>Then<br/>sun.</p>"}
    item = {"uri": "urn:example:1", "bodies": [body]}
    article, report = from_ninjs(item)
    assert ("Rain & wind.\n\nThen\nsun.", Report()) == (article.text, report)
    assert [body] == to_ninjs(article)[0]["bodies"]


@pytest.mark.parametrize(
    ("bodies", "text"),
    [
        ([{"role": "main", "value": "<p>Rain.</p>"}], "Rain."),
        ([{"role": "html", "value": "<b>Rain.</b>"}, {"role": "text", "value": "Rain, it says."}], "Rain, it says."),
        ([{"contentType": "text/plain", "value": "a <p> b"}], "a <p> b"),
        ([{"value": ""}, 5, {"value": "Rain."}], "Rain."),
        ([], ""),
    ],
)
def test_the_plain_body_is_preferred(bodies, text):
    """The body is the plain one where there is one; a type or a role, or the look of it, tells which is marked up."""
    assert text == from_ninjs({"uri": "urn:example:1", "bodies": bodies})[0].text


def test_what_has_no_place_is_given_back():
    """Properties that the model has no place for come back as they were."""
    item = {
        "uri": "urn:example:1",
        "type": "picture",
        "urgency": 3,
        "edNote": "for the late edition",
        "located": "Odda",
        "versionCreated": "Last Tuesday",
        "people": [{"name": "A. Moe", "rel": "depicted"}, {"literal": "7"}],
        "infoSources": [{"name": "SNB", "role": "credit"}, {"name": "B. Li", "role": "author"}, {"name": "a reader"}],
        "house:desk": "nights",
    }
    article, report = from_ninjs(item)
    assert [(loss.code.value, ".".join(map(str, loss.path))) for loss in report.losses] == [
        ("unreadable", "bodies"),
        ("unreadable", "versionCreated"),
        ("kept", "type"),
        ("kept", "urgency"),
        ("kept", "edNote"),
        ("kept", "located"),
        ("kept", "people.0.rel"),
        ("kept", "people.1"),
        ("kept", "infoSources.2"),
        ("kept", "house:desk"),
    ]
    assert ("SNB", (Author(name="B. Li"),)) == (article.credit, article.authors)
    written = to_ninjs(article)[0]
    assert item == {name: written[name] for name in item}
    strictly, lost = to_ninjs(article, quotes="beside")
    assert "house:desk" not in strictly
    assert [loss.path for loss in lost.losses] == [("extra", KEPT, "house:desk")]


def test_what_has_become_false_is_not_given_back():
    """A property as it was read is not written where the article says something else by now."""
    body = {"role": "xhtml", "contentType": "text/html", "value": "<p>Rain fell.</p>"}
    article = from_ninjs({"uri": "urn:example:1", "bodies": [body], "urgency": 3})[0]
    item = to_ninjs(article.replace(text="No rain fell."))[0]
    assert (
        item["bodies"],
        item["urgency"],
    ) == ([{"role": "text", "contentType": "text/plain", "value": "No rain fell."}], 3)
    assert "urgency" not in to_ninjs(article.replace(extra={KEPT: "nothing to give back"}), quotes="beside")[0]


def test_the_quotes_of_an_edited_body_find_their_place(article):
    """Somebody else changed the body after the quotations were put in: they are looked for, and losses reported."""
    item = to_ninjs(article)[0]
    item["bodies"][0]["value"] = (
        item["bodies"][0]["value"].replace("The ferry", "The old ferry").replace("swim", "sink")
    )
    again, report = from_ninjs(item)
    assert [quote.id for quote in article.quotes] == [quote.id for quote in again.quotes]
    assert article.quotes[2].content[0].start + len("old ") == again.quotes[2].content[0].start
    assert {(EXTENSION, "quotes", 3)} <= {loss.path for loss in report.losses}


@pytest.mark.parametrize("item", [{"uri": "urn:example:1"}, {"uri": "urn:example:1", "located": "Bergen"}])
def test_the_dateline_places_the_item(item):
    """The place of the dateline is where the item is located, whatever place it was read with."""
    article = from_ninjs(item)[0].replace(dateline=Dateline(text="ODDA (SNB)", place="ODDA"))
    assert to_ninjs(article, quotes="beside")[0]["located"] == "ODDA"


@pytest.mark.parametrize(
    ("item", "codes"),
    [
        ({"uri": "no uri at all", "embargoedUntil": "2026-03-03T06:00:00"}, [Code.BAD_URI, Code.BAD_DATE]),
        ({"bodies": []}, [Code.MISSING_FIELD]),
        ({"uri": "urn:example:1", "newsschema": {"schema_version": "2.0"}}, [Code.UNSUPPORTED_VERSION]),
        (
            {"uri": "urn:example:1", "headlines": [{"value": 5}], "language": "en us"},
            [Code.BAD_LANGUAGE, Code.WRONG_TYPE],
        ),
    ],
)
def test_strict_reading_refuses(item, codes):
    """What is at fault is named with its code, and with its path in the item."""
    with pytest.raises(ValidationError) as error:
        from_ninjs(item, strict=True)
    assert codes == [issue.code for issue in error.value.issues]


@pytest.mark.parametrize(
    "item", [[], "item", None, {"uri": "urn:example:1", "bodies": [{"value": "a\0"}]}, {"a": [[]] * 1}]
)
def test_bad_documents_raise_our_error_or_read(item):
    """Nothing but a ValidationError leaves the reader."""
    try:
        article = from_ninjs(item)[0]
    except ValidationError as error:
        assert error.issues  # noqa: PT017 - either way is right
    else:
        assert article.extra[KEPT] == {"a": ([],)}


def test_two_versions_of_an_item_have_one_id():
    """A `uri` that is not a URI becomes a URN that keeps it, and the item has it back as it was."""
    one, report = from_ninjs({"uri": "desk 7", "version": "1", "body_text": "Rain fell."})
    two, _ = from_ninjs({"uri": "desk 7", "version": "2", "body_text": "Rain fell again."})
    assert [one.id, two.id] == ["urn:x-ninjs:desk%207"] * 2
    assert [(loss.code, loss.path) for loss in report.losses] == [(LossCode.CHANGED, ("uri",))]
    assert to_ninjs(one)[0]["uri"] == "desk 7"


@pytest.mark.parametrize(
    ("description", "summary"),
    [
        ({"role": "creditline", "value": "SNB"}, None),
        ({"role": "caption", "value": "The quay."}, None),
        ({"role": ["summary"], "value": "Wet."}, None),
        ({"role": "summary", "value": "Wet."}, "Wet."),
        ({"role": "abstract", "value": "Wet."}, "Wet."),
        ({"value": "Wet."}, "Wet."),
    ],
)
def test_only_a_summary_is_one(description, summary):
    """Credit lines, captions and notes are kept, and are no summary."""
    article, report = from_ninjs({"uri": "urn:example:1", "body_text": "Rain.", "descriptions": [description]})
    assert (article.summary, ("descriptions",) in [loss.path[:1] for loss in report.losses]) == (
        summary,
        summary is None,
    )


def test_a_source_that_stands_twice_is_one():
    """Of two sources with one id the first counts."""
    extension = {"schema_version": "1.0", "sources": [{"id": "s1", "name": "A"}, {"id": "s1", "name": "B"}]}
    item = {"uri": "urn:example:1", "body_text": "Rain.", "newsschema": extension}
    assert [source.name for source in from_ninjs(item)[0].sources] == ["A"]


def test_keywords_are_topics():
    """A keyword that is a subject already is none again."""
    item = {"uri": "urn:example:1", "body_text": "Rain.", "subject": [{"name": "rain"}]}
    item["keywords"] = ["rain", "wind", 5, "wind"]
    item["places"] = [{"name": 5}]
    assert [subject.name for subject in from_ninjs(item)[0].subjects] == ["rain", "wind"]


@pytest.mark.parametrize("item", [{}, {"urgency": 3}, {"headline": ""}])
def test_what_says_nothing_is_no_item(item):
    """Without a `uri`, a headline and a body there is no item."""
    with pytest.raises(ValidationError, match="an item has a uri"):
        from_ninjs(item)


def test_deep_documents_are_refused():
    """A document that is nested too deeply is refused before anything walks it."""
    deep = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(ValidationError, match="nested deeper"):
        from_ninjs({"uri": "urn:example:1", "people": deep})


def test_a_bad_extension_costs_its_parts_alone():
    """What in the extension is at fault is reported, and the rest read."""
    extension = {
        "schema_version": "1.0",
        "published": "2026-03-03",
        "quotes": [
            5,
            {"id": "q1", "kind": "epithet", "content": [{"text": "Rain", "start": 0, "end": 4}]},
            {"id": "q2"},
        ],
        "sources": [{"id": "s1", "name": "A", "shoe_size": 43}, {"name": "no id"}],
    }
    item = {"uri": "urn:example:1", "body_text": "Rain.", EXTENSION: extension}
    article, report = from_ninjs(item)
    assert ([quote.id for quote in article.quotes], [source.name for source in article.sources]) == (["q1"], ["A"])
    assert [loss.path for loss in report.losses] == [
        (EXTENSION, "sources", 1),
        (EXTENSION, "quotes", 0),
        (EXTENSION, "sources", 0, "shoe_size"),
        (EXTENSION, "quotes", 2, "kind"),
        (EXTENSION, "quotes", 2, "content"),
    ]


def test_what_is_at_fault_for_what_it_lacks_is_left_out_alone():
    """A source neither named nor said to be unnamed, and a quote that nobody says, cost no more than themselves."""
    quote = {"id": "q1", "kind": "direct", "content": [{"text": "Rain", "start": 0, "end": 4}]}
    extension = {"schema_version": "1.0", "sources": [{"id": "s1"}], "quotes": [quote]}
    article, report = from_ninjs({"uri": "urn:example:1", "body_text": "Rain.", EXTENSION: extension})
    assert ("Rain.", (), ()) == (article.text, article.sources, article.quotes)
    assert {(EXTENSION, "sources", 0, "anonymity"), (EXTENSION, "quotes", 0, "attribution")} == {
        loss.path for loss in report.losses
    }


def test_quotes_is_inside_or_beside():
    """Another word for where quotations go is an error of the caller's."""
    with pytest.raises(ValueError, match="'inside' or 'beside', not 'elsewhere'"):
        to_ninjs(Article(id="urn:example:1", text=""), quotes="elsewhere")


def test_spans_that_are_none_are_left_out():
    """A span in the extension that is no object is left out, as a cue that is a string."""
    quote = {"id": "q1", "kind": "direct", "content": ["Rain", {"text": "Rain", "start": 0, "end": 4}]}
    extension = {"schema_version": "1.0", "quotes": [quote | {"attribution": {"cue": "said", "source": 5}}]}
    article, report = from_ninjs({"uri": "urn:example:1", "body_text": "Rain.", EXTENSION: extension})
    assert ([piece.text for piece in article.quotes[0].content], article.quotes[0].attribution.cue) == (["Rain"], None)
    assert [loss.path for loss in report.losses] == [
        (EXTENSION, "quotes", 0),
        (EXTENSION, "quotes", 0),
        (EXTENSION, "quotes", 0, "attribution", "source"),
    ]


def test_what_travels_with_a_document_is_limited_and_left_as_it_is():
    """A companion that is nested too deeply is refused, and what the article refuses stays in the caller's data."""
    deep = {}
    for _ in range(10_000):
        deep = {"a": deep}
    with pytest.raises(ValidationError, match="nested"):
        from_ninjs({"uri": "urn:example:1", "body_text": "Rain."}, beside={EXTENSION: {"extra": deep}})
    extension = {"annotators": [{"id": 5, "kind": "person"}, {"id": "bo", "kind": "person"}]}
    item = {"id": "urn:example:1", "content_text": "Rain.", f"_{EXTENSION}": extension}
    before = copy.deepcopy(extension)
    article, report = from_jsonfeed({"version": "https://jsonfeed.org/version/1.1", "items": [item]})
    assert (["bo"], True, before) == ([one.id for one in article.annotators], bool(report), extension)


SUPERDESK = {
    "guid": "urn:newsml:snb:2026:7",
    "version": "2",
    "type": "text",
    "headline": "Rain",
    "body_html": "<p>Rain fell.</p>",
    "byline": "Ann Moe",
    "authors": [
        {"name": "Ann Moe", "role": "writer", "jobtitle": {"name": "reporter"}, "uri": "https://example.org/moe"},
        {"name": "Bo Li", "role": "editor", "uri": "bo"},
        {"name": 5},
        {"role": "nobody"},
    ],
    "source": "SNB",
    "keywords": ["rain", 5],
    "subject": [{"name": "rain", "code": "17005000"}],
    "firstpublished": "2026-03-03T06:30:00+0000",
    "versioncreated": "2026-03-03T07:30:00+0000",
    "embargoed": "2026-03-04T00:00:00+0000",
    "priority": 6,
}


def test_items_of_superdesk_are_read():
    """Identity, writers, dates and source are where Superdesk has them; the rest is kept."""
    article, report = from_ninjs(SUPERDESK)
    assert ("urn:newsml:snb:2026:7", "2", "Rain fell.", "SNB") == (
        article.id,
        article.version,
        article.text,
        article.credit,
    )
    assert (
        Author(name="Ann Moe", role="reporter", same_as=["https://example.org/moe"]),
        Author(name="Bo Li", role="editor"),
    ) == article.authors
    assert ["2026-03-03T06:30:00+00:00", "2026-03-03T07:30:00+00:00", "2026-03-04T00:00:00+00:00"] == [
        moment.isoformat() for moment in (article.published, article.updated, article.embargoed_until)
    ]
    assert (Subject(name="rain"),) == article.subjects
    assert [("keywords", 1), ("authors", 2)] == [
        loss.path for loss in sorted(report.losses, key=str, reverse=True) if loss.code != LossCode.KEPT
    ]
    assert article == from_ninjs(to_ninjs(article)[0])[0]


def test_an_item_of_superdesk_that_was_changed_says_what_it_says_now():
    """Writers, source and the time of publication are not given back as they were read."""
    changed = from_ninjs(SUPERDESK)[0].replace(
        authors=[Author(name="Cy Day")], credit="CNB", published="2026-03-03T00:00:00Z", subjects=[]
    )
    item, report = to_ninjs(changed)
    assert (changed, Report()) == (from_ninjs(item)[0], report)
    assert {"priority"} == {name for name in SUPERDESK if name in item} - {"version", "type"}


def test_names_in_other_capitals_are_read():
    """Some services spell the names of ninjs in capitals of their own: no story is lost for it."""
    item = {"uri": "urn:example:1", "versionCreated": "2026-03-03T06:00:00Z", "headLine": "Rain", "byLine": "By A. Moe"}
    article, report = read(item | {"bodyXhtml": "<html><body><p>Rain fell.</p><p>Wind came.</p></body></html>"})
    assert (report.format, article.headline, article.byline) == ("ninjs", "Rain", "By A. Moe")
    assert article.text == "Rain fell.\n\nWind came."


@pytest.mark.parametrize("name", ["body_xhtml", "bodyXHTML", "bodyHTML", "body_html"])
def test_a_body_has_many_names(name):
    """Marked-up bodies are read by whatever name they have, and an item with an address of its own keeps its guid."""
    article, _ = from_ninjs({"uri": "https://example.org/1", "guid": "7", name: "<p>Rain &amp; wind.</p>"})
    assert ("https://example.org/1", "Rain & wind.") == (article.id, article.text)
    assert "7" == article.extra[KEPT]["guid"]


def test_a_subject_without_a_name_is_reported():
    """A subject that has a code alone is no subject of ours, and stands in the report."""
    document = {"uri": "urn:example:1", "body_text": "Rain.", "subject": [{"code": "04"}, {"name": "weather"}]}
    article, report = from_ninjs(document)
    assert ["weather"] == [subject.name for subject in article.subjects]
    assert "subject" in str(report)


def test_the_genre_is_the_first_that_is_known():
    """A genre that is none of ours is passed over, and stands in the report."""
    genres = [{"name": "Recipe"}, {"name": "Opinion"}, {"name": "Interview"}]
    document = {"uri": "urn:example:1", "bodies": [{"value": "Rain."}], "genres": genres}
    article, report = from_ninjs(document)
    assert "opinion" == article.genre
    assert "genres[0]" in str(report)


OLDER = {
    "guid": "not a uri",
    "headline": "Rain",
    "body_html": "<p>Rain fell.</p>",
    "subject": [{"name": "Weather", "scheme": "https://example.org/", "code": "w", "mimetype": "a", "rank": 1}],
    "place": {"name": "Bergen", "geometry_geojson": {"x": 1}},
    "versioncreated": "yesterday",
    "headline_short": "R",
    "altids": {"a": "1"},
    "colour": "red",
}


def test_losses_have_the_names_of_the_document():
    """Items of older versions are reported by the names that stand in them, not by those of ninjs 3."""
    assert [loss.path for loss in from_ninjs(OLDER)[1].losses] == [
        ("guid",),
        ("versioncreated",),
        ("headline_short",),
        ("subject", 0, "mimetype"),
        ("subject", 0, "rank"),
        ("subject", 0, "code"),
        ("place", "geometry_geojson"),
        ("altids",),
        ("colour",),
    ]
    with pytest.raises(ValidationError) as caught:
        from_ninjs({**OLDER, "uri": "urn:example:1"}, strict=True)
    assert ("versioncreated",) in [issue.path for issue in caught.value.issues]
    original = Upgrade(OLDER | {"associations": {"main": {"headline": "Quay", "person": [{"name": "Bo"}]}}}).original
    assert original(("bodies", 0, "value")) == ("body_html",)
    assert original(("headlines", 1, "role")) == ("headline_short",)
    assert original(("places", "geoJSON", "x")) == ("place", "geometry_geojson", "x")
    assert original(("subjects", 0, "uri")) == ("subject", 0, "code")
    assert original(("subjects", 7, "name")) == ("subject", 7, "name")
    assert original(("events", 0)) == ("events", 0)
    assert original(("altIds", 0, "value")) == ("altids", "a")
    assert original(("places", "colour")) == ("place", "colour")
    assert original(("associations", 0, "headlines", 0, "value")) == ("associations", "main", "headline")
    assert original(("associations", 0, "people", 0, "name")) == ("associations", "main", "person", 0, "name")
    assert original(()) == ()


@pytest.mark.parametrize(
    ("given", "headline", "byline", "subjects"),
    [
        ({"headline": "Rain", "headlines": [{"role": "main", "value": "Wind"}]}, "Wind", None, []),
        ({"headlines": [{"value": "Wind"}], "headline_main": "Rain"}, "Rain", None, []),
        ({"headline": "Rain", "headlines": []}, "Rain", None, []),
        ({"headlines": "Wind", "headline": "Rain"}, None, None, []),
        ({"byline": "Ann", "by": "Bo"}, None, "Bo", []),
        ({"byline": "Ann", "by": None}, None, "Ann", []),
        ({"by": "", "byline": "Ann"}, None, "Ann", []),
        ({"subject": [{"name": "rain"}], "subjects": [{"name": "wind"}]}, None, None, ["rain", "wind"]),
        ({"subjects": [{"name": "wind"}], "subject": {"name": "rain"}}, None, None, ["wind"]),
    ],
)
def test_names_of_two_versions_in_one_item(given, headline, byline, subjects):
    """What an item has under an older name and under that of 3 is joined where both are lists, and else kept."""
    article, report = from_ninjs({"uri": "urn:example:1", "body_text": "Rain.", **given})
    assert (headline, byline, subjects) == (article.headline, article.byline, [one.name for one in article.subjects])
    said = f"{article.extra} {report} {headline} {byline} {subjects}"
    assert all(word in said for word in ("Ann", "Bo", "Wind", "Rain", "wind", "rain") if word in str(given))
    told = {loss.path[0] for loss in report.losses}
    assert told <= {*given}


@pytest.mark.parametrize(
    ("name", "value", "path", "reason"),
    [
        ("headlines", "Wind", ("headlines",), "expected an object, got 'Wind'"),
        ("bodies", ["Wind."], ("bodies", 0), "expected an object, got 'Wind.'"),
        ("descriptions", [{"value": "Wind."}, 5], ("descriptions", 1), "expected an object, got 5"),
        ("people", "Ann Moe", ("people",), "expected an object, got 'Ann Moe'"),
        ("subject", ["weather"], ("subject", 0), "expected an object, got 'weather'"),
        ("infoSources", ["SNB"], ("infoSources", 0), "expected an object, got 'SNB'"),
        ("genres", "Opinion", ("genres",), "expected an object, got 'Opinion'"),
        ("keywords", 5, ("keywords",), "expected a name, got 5"),
        ("authors", 5, ("authors",), "expected a name, got 5"),
        ("authors", [{"name": ["Ann"]}], ("authors", 0), "expected a name, got a list with 1 item"),
    ],
)
def test_what_a_property_should_be_is_said(name, value, path, reason):
    """A known property of another shape is reported for that, and kept; strict reading refuses it."""
    item = {"uri": "urn:example:1", "headline_main": "Rain", "body_text": "Rain fell.", name: value}
    article, report = from_ninjs(item)
    assert (LossCode.UNREADABLE, path, reason) in [(loss.code, loss.path, loss.reason) for loss in report.losses]
    assert not any("there is no field" in loss.reason for loss in report.losses)
    assert all(word in str(to_dict(article)["extra"][KEPT]) for word in re.findall(r"\w+", str(value)))
    with pytest.raises(ValidationError, match=re.escape(reason)):
        from_ninjs(item, strict=True)


def test_an_older_name_beside_a_newer_one_is_told_for_what_it_is():
    """There is a field for it, which has what stands under the newer name."""
    _, report = from_ninjs({"uri": "urn:example:1", "by": "Bo", "byline": "Ann", "body_text": "Rain."})
    (loss,) = report.losses
    assert ("byline", "the item has by too, which counts; it is in extra under org.iptc.ninjs") == (
        loss.path[0],
        loss.reason,
    )


def test_each_of_several_properties_that_are_one_is_told():
    """The descriptions of version 1 have names of their own, and so have the losses."""
    item = {"uri": "urn:example:1", "body_text": "Rain.", "description_caption": "A quay.", "description_note": "Cut."}
    assert [("description_caption",), ("description_note",)] == [loss.path for loss in from_ninjs(item)[1].losses]


def test_a_number_is_a_name():
    """What counts versions, or items, is read as the text that it is written as."""
    article, _ = from_ninjs({"uri": 7, "version": 4, "body_text": "Rain.", "authors": ["Bo Li"]})
    assert ("urn:x-ninjs:7", "4", "Bo Li") == (article.id, article.version, article.authors[0].name)
    assert article == from_ninjs(to_ninjs(article)[0])[0]


def test_paragraphs_that_nobody_sees_are_none():
    """What editing systems leave behind a text is no part of it."""
    body = "<p>Rain fell.</p><p>&nbsp;</p><p>\u200b</p><p>Wind&nbsp;came.</p>"
    assert "Rain fell.\n\nWind\xa0came." == from_ninjs({"uri": "urn:example:1", "body_html": body})[0].text
