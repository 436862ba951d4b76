"""Building and changing articles by words instead of positions."""

from typing import Unpack

from newsschema._editing._editor import Editor
from newsschema._editing._fields import ArticleFields
from newsschema._editing._refs import Call, EditError, EditFault, Ref, call_of
from newsschema._model.homes import name_home
from newsschema._model.own import require
from newsschema._model.types import Annotator, Article

__all__ = ["Call", "EditError", "EditFault", "Editor", "Ref", "build", "edit"]

name_home("newsschema", (Call, EditError, EditFault, Editor, Ref))


def build(*, text: str, **fields: Unpack[ArticleFields]) -> Editor:
    """Start a new article.

    Args:
        text: The body.
        **fields: Other fields of the [`Article`][newsschema.Article]. Without an `id`, one is made from the words, as
            in `read_text`.

    Returns:
        An editor, to add sources and quotes to.

    Raises:
        TypeError: An article has no field of that name.

    Examples:
        >>> editor = build(
        ...     headline="Bridge to reopen", text="“The bridge is safe,” Ines Okafor said."
        ... )
        >>> okafor = editor.add_source(name="Ines Okafor")
        >>> quote = editor.add_quote("The bridge is safe,", source=okafor, cue="said")
        >>> article = editor.article()
        >>> article.quotes[0].content[0].start, article.id == editor.article().id
        (1, True)
    """
    given = {"text": text, **fields}
    return Editor(None, given, call_of("build", (), given))


def edit(article: Article, *, annotator: Annotator | None = None) -> Editor:
    """Start to change an article. The article itself does not change.

    Args:
        article: The article.
        annotator: Who changes it. It is named at each quote that is added, changed or confirmed, after the article's
            earlier annotators. If the article has none, first add who found its quotes: a quote without annotators
            counts as found by all annotators of the article.

    Returns:
        An editor. Its methods accept the sources and quotes of the article.

    Raises:
        TypeError: `article` is not an article, or `annotator` is not an annotator.

    Examples:
        >>> editor = build(text="“Up,” she said.")
        >>> quote = editor.add_quote("Up,", mention="she", cue="said")
        >>> article = editor.article()
        >>> editor = edit(article, annotator=Annotator(id="desk", kind="person"))
        >>> editor.change(article.quotes[0], polarity="denied")
        >>> changed = editor.article()
        >>> changed.quotes[0].attribution.polarity, changed.quotes[0].annotators
        (<Polarity.DENIED: 'denied'>, ('desk',))
    """
    require(Article, article)
    if annotator is not None:
        require(Annotator, annotator)
    return Editor(article, {}, call_of("edit", (article,), {}), annotator)
