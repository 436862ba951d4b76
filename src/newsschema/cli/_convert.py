"""`newsschema convert`."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any, Literal

from attrs import evolve
from cyclopts import Parameter

from newsschema._model.types import Article
from newsschema.cli._inputs import Taken, describe, outcomes_of, read_base
from newsschema.cli._options import NOTHING, Flag, Input, Output, Reading
from newsschema.cli._outputs import Beside, Made, write_documents
from newsschema.cli._streams import Exit, Stop, check_output, complain
from newsschema.interop import Format, Report, formats


def convert(  # noqa: PLR0913 - each is an option
    *files: Input,
    to: str = "newsschema",
    output: Output = None,
    from_: Annotated[str | None, Parameter(name="--from")] = None,
    text: Input | None = None,
    quotes: Literal["inside", "beside"] = "inside",
    strict: Flag = False,
    indent: Flag = False,
    reading: Reading = NOTHING,
) -> int:
    """Convert articles from one format to another, and report on standard error what was lost.

    ```
    newsschema convert item.json --to schemaorg -o page.jsonld
    newsschema convert pages/ feed.xml -o articles.jsonl
    newsschema convert story.json --to ninjs --quotes beside -o item.json
    newsschema convert story.ann --text story.json
    ```

    One article becomes a document; several become JSON lines, or one file each if the output is a folder. The text of
    brat's annotations is in a file beside them, `story.txt` for `story.ann`; it is written with them, and found there.

    Args:
        files: Documents, folders and patterns; `-` for standard input. Formats are recognised by content.
        to: The format to write: newsschema, ninjs, nitf, schemaorg, webannotation, brat, or another one in the
            documentation or of an installed package.
        output: Write to this file or into this folder instead of standard output; a name that ends in `/` is a folder,
            which is made.
        from_: The format of the documents, to skip recognition.
        text: The file with the text, for annotations, which have no text: plain text, or an article in any format.
        quotes: For ninjs, which has no fields for quotations: write them inside, as an extension, or beside, in a
            second file (with `.quotes` before the suffix), so that the item is strictly valid.
        strict: Do not write a document if anything would be lost; the exit code is then 1.
        indent: Indent JSON.
        reading: Values for the documents.
    """
    if not files:
        raise Stop("no document to convert: name files, or - for standard input (see newsschema convert --help)")
    form = _writable(to)
    if quotes == "beside" and (to != "ninjs" or output in (None, "-")):
        raise Stop("--quotes beside is for --to ninjs, and needs --output, since there are two files to write")
    if from_ is not None and _named(from_).read is None:
        raise Stop(f"{from_} can be written but not read")
    check_output(output, text)
    spoken_of = None if text is None else read_base(text)
    taken = Taken(outcomes_of(files, reading, output, format=from_, text=spoken_of))
    write = _beside if quotes == "beside" else partial(_written, form)
    write_documents(_documents(taken, write, strict=strict), output, to=to, suffix=form.suffix, indent=indent)
    return taken.exit_code


def _writable(name: str) -> Format:
    form = _named(name)
    if form.write is None:
        raise Stop(f"{name} can be read but not written")
    return form


def _named(name: str) -> Format:
    if name not in formats():
        raise Stop(f"there is no format {name!r}; there are {', '.join(sorted(formats()))}")
    return formats()[name]


def _documents(taken: Taken, write: Callable[[Article], tuple[Made, Report]], *, strict: bool) -> Iterator[Made]:
    """What is made of articles; what is lost on the way is said."""
    for outcome, article in taken:
        made, report = write(article)
        losses = [*map(describe, outcome.notes), *(f"{outcome.place}: {loss}" for loss in report.losses)]
        if losses and strict:
            complain(*losses)
            taken.fail(Exit.FAULTS)
        else:
            complain(*(f"warning: {line}" for line in losses))
            yield evolve(made, origin=outcome.origin, number=outcome.line or outcome.item)


def _written(form: Format, article: Article) -> tuple[Made, Report]:
    """A document, and the text file that goes with it in some formats."""
    assert form.write is not None
    content, report = form.write(article)
    text = None if form.text_suffix is None else Beside(form.text_suffix, article.text, is_kept=True)
    return Made("", content, beside=text), report


def _beside(article: Article) -> tuple[Made, Report]:
    """An item without quotations, and those in a document of their own; what neither of them carries."""
    from newsschema.interop.ninjs import beside, from_ninjs, to_ninjs

    item, report = to_ninjs(article, quotes="beside")
    companion: Any = beside(article)
    back, _ = from_ninjs(item, beside=companion)
    return Made("", item, beside=Beside(".quotes{}", companion)), Report() if back == article else report
