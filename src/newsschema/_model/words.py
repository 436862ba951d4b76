"""The errors of words without a single place: apart from the others, since they hold spans, which raise those."""

from newsschema._model.errors import NewsSchemaError
from newsschema._model.printable import printable_line
from newsschema._model.quotes import Span


class WordsError(NewsSchemaError, ValueError):
    """Words without a single place in an article.

    Attributes:
        words: The words that were searched for.
        places: The places where they occur.
    """

    def __init__(self, message: str, words: str, places: tuple[Span, ...] = ()) -> None:
        """Take the message, the words and their places."""
        super().__init__(message, words, places)
        self.words: str = words
        self.places: tuple[Span, ...] = places

    def __str__(self) -> str:
        """The message, which lists the places."""
        return printable_line(str(self.args[0]))


class WordsNotFoundError(WordsError):
    """The words do not occur in the article, or not so many times.

    Attributes:
        words: The words that were searched for.
        places: The places where they occur, fewer than asked for.
    """


class AmbiguousWordsError(WordsError):
    """The words occur in several places, and one was asked for.

    Attributes:
        words: The words that were searched for.
        places: All the places where they occur.
    """
