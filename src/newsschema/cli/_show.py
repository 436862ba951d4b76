"""`newsschema show`."""

import io
from collections.abc import Iterable
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from newsschema._model.enums import Anonymity, Medium, Part, Polarity, SourceKind, Status
from newsschema._model.types import Article, Attribution, Quote, Source
from newsschema._model.values import format_date
from newsschema.cli._app import Flag, Input, Output, console, read_article, visible, write

_MEASURE: Final = 100
"""Columns: longer lines are hard on the eye."""
_NARROW: Final = 64
"""Columns: with fewer, the cells of a table would be slivers."""
_EXCERPT: Final = 140
"""Cells of a quotation that the table shows; all of it stands in the story above."""
_LABEL: Final = 40
"""Cells of a speaker's label that the table shows; all of it stands in the legend."""
_COLOURS: Final = (
    *("#005fff", "#af5f00", "#008700", "#af00ff", "#d7005f", "#008787", "#5f8700", "#875fff"),
    *("#af5f5f", "#0087af", "#d700d7", "#00875f", "#875faf", "#af5f87", "#5f5fd7", "#d70087"),
)
"""Of the 256 that terminals have; legible on black and on white, at a contrast of 4 and more; far apart first."""
_NOTEWORTHY: Final = (Polarity.DENIED, Polarity.HYPOTHETICAL, Medium.WRITING, Medium.THOUGHT)
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def show(file: Input, /, *, html: Flag = False, output: Output = None) -> None:
    """Show a story with each speaker's words in a colour of their own, and who said what, how and to whom.

    Words between quotation marks are bold, reported ones are not. The raised numbers tell the speakers apart without
    colours: `NO_COLOR=1` switches colours off, and `FORCE_COLOR=1` keeps them in a pipe.

    ```
    newsschema show story.json
    newsschema show --html story.json -o story.html
    FORCE_COLOR=1 newsschema show story.txt | less -R
    ```

    Args:
        file: Article JSON, or a story in plain text, whose quotations are found first; `-` for standard input.
        html: Make a page for a browser instead, complete in one file.
        output: Write to this file, whole or not at all, instead of standard output.
    """
    article = read_article(file)
    if html:
        from newsschema.html import page

        write(page(article), output)
    elif output is None:
        _print(article, console())
    else:
        text = io.StringIO()
        _print(article, console(file=text, width=_MEASURE, force_terminal=False))
        write(text.getvalue(), output)


def _print(article: Article, out: Console) -> None:
    width = min(out.width, _MEASURE)
    view = _View(article)
    pieces: list[RenderableType] = [view.story()]
    if article.sources:
        pieces += [view.sources(), ""]
    pieces.append(view.quotes(width) if article.quotes else Text("No quotations.", style="dim"))
    for piece in pieces:
        out.print(piece, width=width)


class _View:
    """An article as a terminal shows it."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._numbers = {source.id: number for number, source in enumerate(article.sources, 1)}

    def _style(self, source: str | None) -> Style:
        number = self._numbers.get(source or "")
        return Style() if number is None else Style(color=_COLOURS[(number - 1) % len(_COLOURS)])

    def story(self) -> RenderableType:
        """Headline, credits, summary and text."""
        article = self._article
        about = [
            article.byline or ", ".join(author.name for author in article.authors),
            article.credit,
            None if article.dateline is None else article.dateline.place,
            None if article.published is None else format_date(article.published),
            None if article.updated is None else f"updated {format_date(article.updated)}",
            None if article.embargoed_until is None else f"embargoed until {format_date(article.embargoed_until)}",
            None if article.status in (None, Status.USABLE) else article.status.value,
        ]
        parts = [
            self._part(Part.HEADLINE, "bold"),
            _listed(about, " · "),
            self._part(Part.SUMMARY, "italic"),
            self._part(Part.TEXT),
        ]
        return Group(*(line for part in parts if part for line in (part, "")))

    def _part(self, name: Part, style: str = "") -> Text:
        """The words of one part, coloured, with each speaker's number after their words."""
        text = Text(visible(self._article.part(name) or ""), style=style)
        numbers: dict[int, str] = {}
        for quote in self._article.quotes:
            colour = self._style(quote.source)
            verbatim = [fragment for fragment in quote.content if fragment.verbatim]
            for fragment in quote.content:
                if fragment.part is name and fragment.end is not None:
                    text.stylize(colour + Style(bold=fragment.verbatim), fragment.start or 0, fragment.end)
                    if quote.source and fragment in (verbatim or quote.content[-1:]):
                        end = fragment.end + len(self._article.marks_of(fragment)[1])
                        numbers[end] = str(self._numbers[quote.source]).translate(_SUPERSCRIPT)
            mention = quote.attribution and quote.attribution.mention
            if mention and mention.part is name and mention.end is not None:
                text.stylize(colour + Style(underline=True), mention.start or 0, mention.end)
        pieces = text.divide(sorted(numbers))
        marked = Text(style=style)
        for piece, number in zip(pieces, [*(numbers[end] for end in sorted(numbers)), ""], strict=True):
            marked.append_text(piece).append(number, "dim")
        return marked

    def sources(self) -> RenderableType:
        """Each speaker in their colour, and what the text says of them."""
        table = Table.grid("", "", padding=(0, 2, 0, 0))
        for source in self._article.sources:
            kind = None if source.kind is SourceKind.UNKNOWN else source.kind.value
            anonymity = None if source.anonymity is Anonymity.NAMED else source.anonymity.value
            about = [source.role, source.affiliation, source.description if source.name else None, kind, anonymity]
            news = [words for words in _telling(about) if words.casefold() not in source.label.casefold()]
            table.add_row(self._label(source), _listed(news, ", "))
        return table

    def quotes(self, width: int) -> RenderableType:
        """Who said what, how, to whom: a table, or a list where there is no room for one."""
        rows = [(self._who(quote), self._what(quote), _how(quote)) for quote in self._article.quotes]
        if width < _NARROW:
            return Group(*(Group("", who, Padding(Group(what, how), (0, 0, 0, 2))) for who, what, how in rows))
        table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 2, 0, 0), expand=True)
        for heading, ratio in (("Who", 5), ("What", 9), ("How, to whom", 5)):
            table.add_column(heading, ratio=ratio)
        for row in rows:
            table.add_row(*row)
        return table

    def _who(self, quote: Quote) -> Text:
        source = self._article.source_of(quote)
        if source is None:
            return Text("nobody" if quote.attribution is None else "not said who", style="dim")
        who = self._label(source)
        who.truncate(_LABEL, overflow="ellipsis")
        return who

    def _label(self, source: Source) -> Text:
        return Text(f"{self._numbers[source.id]} {visible(source.label)}", style=self._style(source.id))

    def _what(self, quote: Quote) -> Text:
        words = Text(style=self._style(quote.source))
        for fragment in quote.content:
            before, after = self._article.marks_of(fragment) if fragment.verbatim else ("", "")
            words.append(" " if words else "")
            words.append(visible(before + fragment.text + after), Style(bold=fragment.verbatim))
        words.truncate(_EXCERPT, overflow="ellipsis")
        return words


def _how(quote: Quote) -> Text:
    """The kind of quotation, what is out of the ordinary about it, and the words that tell how, to whom and when."""
    told = quote.attribution or Attribution()
    notes = [note.value for note in (told.polarity, told.medium) if note in _NOTEWORTHY]
    words = [span.text for span in (told.cue, told.addressee, told.setting, told.time) if span is not None]
    via = [] if told.via is None else [f"via {told.via.text}"]
    return _listed([", ".join([quote.kind.value, *notes]), ", ".join(_telling([*words, *via]))], ": ")


def _listed(words: Iterable[str | None], between: str) -> Text:
    return Text(visible(between.join(filter(None, words))), style="dim")


def _telling(words: Iterable[str | None]) -> list[str]:
    """The words that say what none of the others says already."""
    given = list(dict.fromkeys(filter(None, words)))
    return [one for one in given if not any(one != other and one.casefold() in other.casefold() for other in given)]
