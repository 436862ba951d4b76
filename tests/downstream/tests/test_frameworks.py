"""The obvious lines of other frameworks."""
# What dataclasses-json says of its types is not whole.
# pyright: reportUnknownMemberType=false

import json

import django
import pytest
from django.conf import settings as django_settings
from django.db import connection, models
from fastapi.testclient import TestClient
from hypothesis import given, settings
from kombu.utils.json import dumps, loads
from pressroom.archive import app as archive
from pressroom.frames import for_pandas, for_polars, through_frames
from pressroom.messages import app as messages
from pressroom.messages import quoted
from pressroom.records import Clip, Cutting
from pressroom.site import ArticleField, NewsEncoder

from newsschema import Article, read_text, strategies, to_dict, to_json

STORY = read_text("“It fell all night,” harbour master Ines Okafor told reporters.", id="urn:example:rain")
few = settings(max_examples=10, deadline=None)


@few
@given(strategies.articles(small=True))
def test_database(article: Article) -> None:
    """An article is put into a database, and got out of it, by HTTP."""
    client = TestClient(archive)
    headers = {"content-type": "application/json"}
    assert client.put("/desks/weather", content=to_json(article), headers=headers).json() == article.id
    assert client.get("/articles", params={"name": article.id}).json() == json.loads(to_json(article))
    assert client.get("/articles", params={"name": "urn:example:none"}).status_code == 404


def test_frames() -> None:
    """Quotes are rows of a data frame, and articles come back from one."""
    assert for_polars([STORY])["speaker"].to_list() == ["Ines Okafor"]
    assert for_pandas([STORY]).loc[0, "words"] == STORY.quotes[0].words
    assert through_frames([STORY]) == [STORY]


@few
@given(strategies.articles())
def test_messages(article: Article) -> None:
    """Articles and quotes go through kombu's JSON, alone and inside the arguments of a task."""
    assert loads(dumps({"args": [article, *article.quotes]})) == {"args": [article, *article.quotes]}
    messages.conf.update(task_always_eager=True)
    assert quoted.delay(article).get() == [*article.quotes]


@few
@given(strategies.articles())
def test_dataclasses_that_write_themselves(article: Article) -> None:
    """So do dataclasses of mashumaro and of dataclasses-json."""
    assert Clip.from_json(Clip("weather", article).to_json()) == Clip("weather", article)
    assert Cutting.from_json(Cutting("weather", article).to_json()) == Cutting("weather", article)


def test_django() -> None:
    """A model has an article for a field, and Django's encoder writes it."""
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    django_settings.configure(DATABASES={"default": database})
    django.setup()

    class Story(models.Model):
        article = ArticleField()

        class Meta:
            app_label = "pressroom"

    with connection.schema_editor() as editor:
        editor.create_model(Story)
    Story(article=STORY).save()
    assert Story.objects.get(article__id="urn:example:rain").article == STORY
    assert json.loads(json.dumps({"best": STORY.quotes[0]}, cls=NewsEncoder)) == {"best": to_dict(STORY.quotes[0])}
    with pytest.raises(TypeError):
        json.dumps(object(), cls=NewsEncoder)
