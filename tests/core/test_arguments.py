"""What functions that take articles say to anything else."""

import io
from pathlib import Path

import pytest

from newsschema import Annotator, Article, Source, edit, lint, to_dict, to_json, write_jsonl
from newsschema.arrow import quotes_table, to_batches, to_table
from newsschema.corpus import find_files, iter_corpus

ARTICLE = Article(id="urn:example:1", text="Rain fell.")
OTHERS = [5, "story.json", to_dict(ARTICLE), Source(id="s1", name="Ann Moe"), [ARTICLE]]


def written(articles):
    """The articles as JSON lines."""
    return write_jsonl(articles, io.BytesIO())


@pytest.mark.parametrize("other", OTHERS, ids=lambda other: type(other).__name__)
@pytest.mark.parametrize("take", [lint, edit, lambda one: edit(ARTICLE, annotator=one)], ids=["lint", "edit", "who"])
def test_what_is_no_article_is_refused_by_what_it_is(take, other):
    """The message says what was expected and what was given, in short."""
    with pytest.raises(TypeError, match=r"^expected an (Article|Annotator), got .{1,80}$"):
        take(other)


@pytest.mark.parametrize("take", [written, to_table, quotes_table, lambda one: list(to_batches(one))])
def test_one_article_is_no_collection_of_articles(take):
    """An article could be gone through, as a dictionary is made of it so; each of a list must be one."""
    with pytest.raises(TypeError, match="expected articles, got one object; put it in a list"):
        take(ARTICLE)
    with pytest.raises(TypeError, match="expected an Article, got a Source"):
        take([ARTICLE, Source(id="s1", name="Ann Moe")])


@pytest.mark.parametrize("take", [find_files, lambda names: list(iter_corpus(names))])
@pytest.mark.parametrize("name", ["stories", Path("stories")])
def test_one_name_is_no_list_of_names(take, name):
    """The letters of a name are no names."""
    with pytest.raises(TypeError, match=r"expected names of files, got one; put it in a list: \['stories'\]"):
        take(name)


def test_an_annotator_and_an_object_are_taken():
    """What is right is not refused."""
    assert edit(ARTICLE, annotator=Annotator(id="desk", kind="person")).article() == ARTICLE
    with pytest.raises(TypeError, match=r"^expected an object of the model, got a list with 1 item$"):
        to_json([ARTICLE])
