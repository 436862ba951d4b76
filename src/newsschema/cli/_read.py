"""`newsschema read`."""

from collections.abc import Callable, Iterator
from typing import Any

from newsschema._json.write import to_dict
from newsschema._model.types import Article
from newsschema.cli._inputs import Taken, outcomes_of, remark
from newsschema.cli._options import NOTHING, Flag, Input, Output, Reading
from newsschema.cli._outputs import Made, write_documents
from newsschema.cli._streams import Exit, Stop, complain, fit_to_show, write_text
from newsschema.interop import formats


def read(
    *files: Input, output: Output = None, indent: Flag = False, explain: Flag = False, reading: Reading = NOTHING
) -> int:
    """Find the quotations in news stories in plain text, and write article JSON.

    ```
    newsschema read story.txt -o story.json
    newsschema read --explain story.txt
    newsschema read stories/ --publisher "The Bergen Courier" -o stories.jsonl
    curl -s https://example.org/wire.txt | newsschema read - | newsschema show -
    ```

    One story becomes a JSON document; several become JSON lines, or one file each if the output is a folder.

    Args:
        files: Stories, folders of stories, and patterns such as `"{publisher}/{published}/*.txt"`, whose names in
            braces set fields of the articles; `-` for standard input.
        output: Write to this file or into this folder instead of standard output; a name that ends in `/` is a folder,
            which is made.
        indent: Indent the JSON.
        explain: Show instead how each sentence was read, and why: tags, chunks, cues and quotes.
        reading: Values for the stories.
    """
    if not files:
        raise Stop("no story to read: name files, or - for standard input (see newsschema read --help)")
    taken = Taken(outcomes_of(files, reading, output))
    stories = _stories(taken, _explained if explain else to_dict)
    if explain:
        write_text("".join(made.content for made in stories), output)
    else:
        write_documents(stories, output, indent=indent)
    return taken.exit_code


def _explained(article: Article) -> str:
    """What each sentence of an article's text was read as."""
    from newsschema.reading import explain  # a whole lexicon, which help does not need

    return fit_to_show("".join(f"{sentence}\n" for sentence in explain(article.text)))


def _stories(taken: Taken, made_of: Callable[[Article], Any]) -> Iterator[Made]:
    """What is made of plain text; what else there is, is said."""
    for outcome, article in taken:
        if outcome.format != "text":
            title = formats()[outcome.format or ""].title
            complain(f"{outcome.place}: this is {title}, not plain text; use newsschema convert")
            taken.fail(Exit.TROUBLE)
        else:
            remark(outcome.notes)
            yield Made(outcome.origin, made_of(article))
