"""`newsschema show`."""

import io
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from attrs import frozen
from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from newsschema._flat import UNSURE, QuoteRow, quote_rows
from newsschema._model.enums import Anonymity, Medium, Part, Polarity, QuoteKind, SourceKind, Status
from newsschema._model.types import Article, Attribution, Quote, Source
from newsschema._model.values import format_date
from newsschema.cli._inputs import read_article
from newsschema.cli._options import NOTHING, Flag, Input, Output, Reading
from newsschema.cli._streams import Stop, check_output, console, counted, fit_to_show, is_file_name, write_text

_MEASURE: Final = 100
"""Columns of the story: longer lines are hard on the eye."""
_NARROW: Final = 64
"""Columns: with fewer, the cells of a table would be slivers."""
_WIDE: Final = 140
"""Columns: with more, the sources stand beside the story, and each detail of a quote has a column of its own."""
_EXCERPT: Final = 140
"""Cells of a quotation that the table shows; all of it stands in the story above."""
_LABEL: Final = 40
"""Cells of a source's label that the table shows; all of it stands in the legend."""
_COLOURS: Final = (
    *("#005fff", "#af5f00", "#008700", "#af00ff", "#d7005f", "#008787", "#5f8700", "#875fff"),
    *("#af5f5f", "#0087af", "#d700d7", "#00875f", "#875faf", "#af5f87", "#5f5fd7", "#d70087"),
)
"""Of the 256 that terminals have; legible on black and on white, at a contrast of 4 and more; far apart first."""
_SIGNS: Final = {Polarity.DENIED: "✗", Polarity.HYPOTHETICAL: "?", Polarity.REFUSED: "∅"}
"""What stands behind words that were not plainly said."""
_LOOKS: Final[dict[Polarity, Style]] = {
    Polarity.DENIED: Style(strike=True),
    Polarity.HYPOTHETICAL: Style(italic=True),
    Polarity.REFUSED: Style(reverse=True),
}
_PALE: Final = Style(dim=True)
_DOUBT: Final = "~"
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def show(  # noqa: PLR0913 - each is an option
    file: Input,
    /,
    *,
    source: str | None = None,
    kind: QuoteKind | None = None,
    html: Flag = False,
    output: Output = None,
    reading: Reading = NOTHING,
) -> None:
    """Show a story with the words of each source in its colour, and a table of who said what.

    Words between quotation marks are bold. Each source has a colour and a raised number; `NO_COLOR=1` switches colours
    off, and `FORCE_COLOR=1` keeps them in a pipe. Denied words are struck through, refused ones reversed, hypothetical
    ones italic and uncertain ones pale. Each has a sign too.

    ```
    newsschema show story.json
    newsschema show story.txt --source okafor --kind direct
    newsschema show --html story.json -o story.html
    FORCE_COLOR=1 newsschema show story.txt | less -R
    ```

    Args:
        file: Article JSON, a story in plain text, or any other format that `newsschema convert` reads; `-` for standard
            input.
        source: Only quotes of a source with these words in its name, description or role; case does not matter.
        kind: Only quotes of this kind.
        html: Make a self-contained HTML page instead.
        output: Write to this file instead of standard output.
        reading: What is given for the story.
    """
    if html and (source is not None or kind is not None):
        raise Stop("--html shows all quotes; filter them on the page")
    check_output(output, file)
    article = read_article(file, reading)
    view = View(article, source=source, kind=kind)
    if html:
        from newsschema.html import page

        write_text(page(article), output)
    elif not is_file_name(output):
        view.print(console())
    else:
        text = io.StringIO()
        view.print(console(file=text, width=_MEASURE, force_terminal=False))
        write_text(text.getvalue(), output)


class View:
    """An article as a terminal shows it.

    Args:
        article: The article.
        source: Words that the label, description or role of a source must have, for its quotes to be shown.
        kind: The kind of the quotes that are shown.
    """

    def __init__(self, article: Article, *, source: str | None = None, kind: QuoteKind | None = None) -> None:
        self._article = article
        self._numbers = {source.id: number for number, source in enumerate(article.sources, 1)}
        rows = [row for row in quote_rows(article) if row.is_of(source) and kind in (None, row.quote.kind)]
        self._rows = rows
        chosen = {row.quote.source for row in rows}
        everything = source is None and kind is None
        self._sources = [one for one in article.sources if everything or one.id in chosen]

    def print(self, out: Console) -> None:
        """Print the story, its sources and its quotes, as wide as the console lets them be."""
        width = out.width
        sources = [self.sources()] if self._sources else []
        if width >= _WIDE and sources:
            table = Table.grid(padding=(0, 4, 0, 0))
            table.add_column(width=_MEASURE)
            table.add_column(ratio=1)
            table.add_row(self.story(), *sources)
            out.print(table)
        else:
            out.print(self.story(), width=min(width, _MEASURE))
            for piece in sources:
                out.print(piece, "", width=min(width, _MEASURE))
        out.print(self.quotes(width) if self._rows else _dim(self._none()))
        if (signs := self.signs()) is not None:
            out.print()
            out.print(signs)

    def _none(self) -> str:
        """Why no quotation is shown."""
        there = len(self._article.quotes)
        return f"None of {counted(there, 'quotation')} is of this source or kind." if there else "No quotations."

    def _style(self, source: str | None) -> Style:
        number = self._numbers.get(source or "")
        return Style() if number is None else Style(color=_COLOURS[(number - 1) % len(_COLOURS)])

    def story(self) -> RenderableType:
        """Headline, credits, summary and text."""
        article = self._article
        about = [
            article.publisher,
            article.section,
            None if article.genre is None else article.genre.value,
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
            _joined(about, " · "),
            self._part(Part.SUMMARY, "italic"),
            self._part(Part.TEXT),
        ]
        return Group(*(line for part in parts if part for line in (part, "")))

    def _part(self, name: Part, style: str = "") -> Text:
        """The words of one part, coloured, with each source's number after its words."""
        text = Text(fit_to_show(self._article.part(name) or ""), style=style)
        notes: dict[int, str] = {}
        for row in self._rows:
            self._colour(text, row.quote, name)
            notes |= self._notes_behind(row.quote, name)
        pieces = text.divide(sorted(notes))
        marked = Text(style=style)
        for piece, note in zip(pieces, [*(notes[end] for end in sorted(notes)), ""], strict=True):
            marked.append_text(piece).append(note, "dim")
        return marked

    def _colour(self, text: Text, quote: Quote, part: Part) -> None:
        colour, look = self._style(quote.source), _look(quote)
        for fragment in quote.content:
            if fragment.part is part and fragment.end is not None:
                text.stylize(colour + look + Style(bold=fragment.verbatim), fragment.start or 0, fragment.end)
        mention = quote.attribution and quote.attribution.mention
        if mention and mention.part is part and mention.end is not None:
            text.stylize(colour + Style(underline=True), mention.start or 0, mention.end)

    def _notes_behind(self, quote: Quote, part: Part) -> dict[int, str]:
        """Where the number of a quote's source stands, with what else is to be seen of it."""
        signs = _signs(quote)
        if not quote.source and not signs:
            return {}
        number = str(self._numbers[quote.source]).translate(_SUPERSCRIPT) if quote.source else ""
        verbatim = [fragment for fragment in quote.content if fragment.verbatim]
        return {
            fragment.end + len(self._article.marks_of(fragment)[1]): number + signs
            for fragment in verbatim or quote.content[-1:]
            if fragment.part is part and fragment.end is not None
        }

    def sources(self) -> RenderableType:
        """Each source in its colour, and what the text says of it."""
        table = Table.grid("", "", padding=(0, 2, 0, 0))
        for source in self._sources:
            kind = None if source.kind is SourceKind.UNKNOWN else source.kind.value
            anonymity = None if source.anonymity is Anonymity.NAMED else source.anonymity.value
            about = [source.role, source.affiliation, source.description if source.name else None, kind, anonymity]
            news = [words for words in _telling(about) if words.casefold() not in source.label.casefold()]
            table.add_row(self._label(source), _joined(news, ", "))
        return table

    def quotes(self, width: int) -> RenderableType:
        """Who said what, how, to whom: a table as wide as there is room, or a list where there is none for one."""
        label, excerpt = (_LABEL, _EXCERPT) if width < _WIDE else (2 * _LABEL, 2 * width)
        cells = [(row, self._who(row, label), self._what(row.quote, excerpt)) for row in self._rows]
        if width < _NARROW:
            blocks = (Group("", who, Padding(Group(what, _how(row.quote)), (0, 0, 0, 2))) for row, who, what in cells)
            return Group(*blocks)
        headings, details = _COLUMNS if width < _WIDE else _MORE_COLUMNS
        table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 2, 0, 0), expand=True)
        for heading, ratio in headings.items():
            table.add_column(heading, ratio=ratio)
        for row, who, what in cells:
            table.add_row(who, what, *details(row.quote))
        return table

    def _who(self, row: QuoteRow, most: int) -> Text:
        if row.source is None:
            return Text("nobody" if row.quote.attribution is None else "not said who", style="dim")
        who = self._label(row.source)
        who.truncate(most, overflow="ellipsis")
        sure = None if row.quote.attribution is None else row.quote.attribution.source_confidence
        return who.append(f" {_DOUBT}{sure:.0%}", "dim") if sure is not None and sure < UNSURE else who

    def _label(self, source: Source) -> Text:
        return Text(f"{self._numbers[source.id]} {fit_to_show(source.label)}", style=self._style(source.id))

    def _what(self, quote: Quote, most: int) -> Text:
        words = Text(style=self._style(quote.source) + _look(quote))
        for fragment in quote.content:
            before, after = self._article.marks_of(fragment) if fragment.verbatim else ("", "")
            words.append(" " if words else "")
            words.append(fit_to_show(before + fragment.text + after), Style(bold=fragment.verbatim))
        words.truncate(most, overflow="ellipsis")
        return words

    def signs(self) -> Text | None:
        """What the signs behind words mean, said as such words look; `None` where there are none."""
        there = {sign for row in self._rows for sign in _signs(row.quote)}
        meanings = {sign: Text(polarity.value, _LOOKS[polarity]) for polarity, sign in _SIGNS.items()}
        meanings[_DOUBT] = Text("not sure", _PALE)
        words = [Text(f"{sign} ") + meaning for sign, meaning in meanings.items() if sign in there]
        return Text("   ").join(words) if words else None


@frozen
class _Said:
    """How a quote was said."""

    kind: str
    words: str
    details: list[str]


def _said(quote: Quote) -> _Said:
    """The kind of a quote with what is out of the ordinary about it; its cue; to whom, where, when and by which way."""
    how = quote.attribution or Attribution()
    notes = [note.value for note in (how.polarity, how.medium) if note in (*_SIGNS, Medium.WRITING, Medium.THOUGHT)]
    doubt = [f"{_DOUBT}{how.confidence:.0%}"] if _is_unsure(how) else []
    details = [span.text for span in (how.addressee, how.setting, how.time, how.condition) if span is not None]
    via = [] if how.via is None else [f"via {how.via.text}"]
    cue = "" if how.cue is None else how.cue.text
    return _Said(", ".join([quote.kind.value, *notes, *doubt]), cue, _telling([*details, *via]))


def _how(quote: Quote) -> Text:
    """All of it, for one cell."""
    said = _said(quote)
    return _joined([said.kind, ", ".join(_telling([said.words, *said.details]))], ": ")


def _in_columns(quote: Quote) -> tuple[Text, ...]:
    said = _said(quote)
    return _dim(said.kind), _dim(said.words), _dim(", ".join(said.details))


_Layout: TypeAlias = tuple[dict[str, int], Callable[[Quote], tuple[Text, ...]]]
_COLUMNS: Final[_Layout] = ({"Who": 5, "What": 9, "How, to whom": 5}, lambda quote: (_how(quote),))
_MORE_COLUMNS: Final[_Layout] = (
    {"Who": 4, "What": 10, "How": 3, "In which words": 3, "To whom, where, when": 5},
    _in_columns,
)
"""The headings of a table with their shares of its width, and what stands in the cells after the first two."""


def _look(quote: Quote) -> Style:
    how = quote.attribution or Attribution()
    return _LOOKS.get(how.polarity, Style()) + (_PALE if _is_unsure(how) else Style())


def _is_unsure(how: Attribution) -> bool:
    return how.confidence is not None and how.confidence < UNSURE


def _signs(quote: Quote) -> str:
    """What is to be seen behind the words: whether they were said at all, and whether that is sure."""
    how = quote.attribution or Attribution()
    return _SIGNS.get(how.polarity, "") + (_DOUBT if _is_unsure(how) else "")


def _dim(text: str) -> Text:
    return Text(fit_to_show(text), style="dim")


def _joined(words: Iterable[str | None], between: str) -> Text:
    return _dim(between.join(filter(None, words)))


def _telling(words: Iterable[str | None]) -> list[str]:
    """The words that say what none of the others says already."""
    given = list(dict.fromkeys(filter(None, words)))
    return [one for one in given if not any(one != other and one.casefold() in other.casefold() for other in given)]
