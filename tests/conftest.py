"""How many examples Hypothesis draws (`dev` by default, `ci` by `HYPOTHESIS_PROFILE`), and a story."""

import gc
import os
import sys
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

from newsschema import Article, Attribution, Author, Correction, Dateline, Edit, Fragment, Quote, Source, Span, Subject
from newsschema._model.anchors import SPAN_FIELDS

gc.set_threshold(200_000, 20, 100)  # to look for memory to free took a tenth of the time
# A draw takes more than twice as long while coverage is measured, and no line may be reached by luck: a quarter will do
# there, and the tests of the built wheel draw them all.
_DRAWN = {
    "deadline": None,
    "max_examples": 100 if sys.gettrace() is None else 25,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],  # the machine may be busy
}
settings.register_profile("dev", **_DRAWN)
settings.register_profile("ci", derandomize=True, database=None, **_DRAWN)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
settings.register_profile("half", max_examples=_DRAWN["max_examples"] // 2)
settings.register_profile("quarter", max_examples=_DRAWN["max_examples"] // 4)

TEXT = (
    "The ferry “Grey Gull” 🚢 will sail again on Monday, harbour master Inés Okafor told reporters at the quay.\n\n"
    "“We have checked every bolt [on the ramp],” she said. “Nobody need be afraid,” she said, “and nobody "
    "need swim.”\n\n"
    "A port official, who would not be named, said the repair had cost «twice as much» as planned, and that "
    "the town would pay.\n\n"
    "“Sailors say ‘the sea forgives nothing’,” the chaplain Jón Á. wrote in the parish paper.\n\n"
    "قال الصياد: “البحر هادئ اليوم” and went home, he said.\n\n"
    "The company denied that it would raise its fares."
)


def span(words, cls=Span, *, after=0, **fields):
    """The first place of the words in the story, from a position on."""
    start = TEXT.index(words, after)
    return cls(text=words, start=start, end=start + len(words), **fields)


def quote(name, kind, *words, after=0, told=None, **fields):
    """A quote of these words, verbatim where a mark opens before them, and what tells of it, from a position on."""
    content = [span(piece, Fragment, after=after) for piece in words]
    content = [piece.replace(verbatim=TEXT[piece.start - 1] in "“«‘") for piece in content]
    attribution = told and Attribution(
        **{key: span(value, after=after) if key in SPAN_FIELDS else value for key, value in told.items()}
    )
    return Quote(id=name, kind=kind, content=content, attribution=attribution, **fields)


def said_by(source, mention, cue, **more):
    """What tells of a quote."""
    return {"source": source, "mention": mention, "cue": cue, **more}


@pytest.fixture(scope="session", autouse=True)
def unmeasured():
    """No process that a test starts is measured as the workers are: some run a copy of the package."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
            patch.delenv(name)
        yield


@pytest.fixture
def article():
    """A story with pieces, a quote in a quote, an epithet, a denial, marks, and sources named, nameless, generic."""
    okafor, second = "https://example.org/people/okafor", TEXT.index("“Nobody")
    quay = {"mention": "harbour master Inés Okafor", "cue": "told", "addressee": "reporters", "setting": "at the quay"}
    paper = {"mention": "the chaplain Jón Á.", "cue": "wrote", "via": "the parish paper", "medium": "writing"}
    return Article(
        id="urn:example:ferry",
        headline="Ferry to sail again",
        text=TEXT,
        language="en",
        published="2026-03-03",
        updated="2026-03-04T08:30:00+01:00",
        summary="The quay is mended.",
        byline="By Lena Brandt in Skarvik",
        authors=[Author(name="Lena Brandt", same_as=["https://example.org/people/brandt"])],
        credit="SNB",
        dateline=Dateline(text="SKARVIK, March 3 (SNB)", place="SKARVIK"),
        url="https://example.org/ferry",
        version="2",
        status="usable",
        rights="© 2026 SNB",
        subjects=[
            Subject(name="Inés Okafor", kind="person", uri=okafor),
            Subject(name="Skarvik", kind="place"),
            Subject(name="shipping"),
        ],
        corrections=[Correction(text="An earlier version had the wrong day.", date="2026-03-04")],
        sources=[
            Source(
                id="s1",
                name="Inés Okafor",
                kind="person",
                role="harbour master",
                affiliation="Port of Skarvik",
                same_as=[okafor],
            ),
            Source(id="s2", description="a port official", kind="person", anonymity="anonymous"),
            Source(id="s3", name="Jón Á.", kind="person", role="chaplain"),
            Source(id="s4", description="sailors", kind="group", anonymity="generic"),
            Source(id="s5", name="الصياد", kind="person"),
            Source(id="s6", name="the company", kind="organisation"),
        ],
        quotes=[
            quote("q1", "epithet", "Grey Gull"),
            quote("q2", "indirect", "will sail again on Monday", told={"source": "s1", **quay}),
            quote(
                "q3",
                "direct",
                "We have checked every bolt [on the ramp],",
                told=said_by("s1", "she", "said", confidence=0.75),
                edits=[span("[on the ramp]", Edit, kind="insertion")],
            ),
            quote(
                "q4",
                "direct",
                "Nobody need be afraid,",
                "and nobody need swim.",
                after=second,
                told=said_by("s1", "she", "said"),
            ),
            quote(
                "q5",
                "partial",
                "the repair had cost",
                "twice as much",
                "as planned",
                after=TEXT.index("A port official"),
                told=said_by("s2", "A port official", "said"),
            ),
            quote("q6", "direct", "Sailors say ‘the sea forgives nothing’,", told={"source": "s3", **paper}),
            quote("q7", "direct", "the sea forgives nothing", told=said_by("s4", "Sailors", "say"), parent="q6"),
            quote("q8", "direct", "البحر هادئ اليوم", told=said_by("s5", "الصياد", "قال"), translated_from="ar"),
            quote(
                "q9",
                "indirect",
                "it would raise its fares",
                told=said_by("s6", "The company", "denied", polarity="denied"),
            ),
        ],
    )


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a package that brings objects by the entry points of a group; what is returned removes it."""

    def add(group, **objects):
        folder, module = tmp_path / f"site-{len(sys.path)}", ModuleType(f"brought_{len(sys.path)}")
        vars(module).update(objects)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        info = folder / f"{module.__name__}-1.0.dist-info"
        info.mkdir(parents=True)
        points = "".join(f"{name} = {module.__name__}:{name}\n" for name in objects)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module.__name__}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[{group}]\n{points}", "utf-8")
        monkeypatch.syspath_prepend(folder)
        return lambda: sys.path.remove(str(folder))

    return add
