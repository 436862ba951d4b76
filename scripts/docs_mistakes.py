"""What the reader gets wrong, from the tests that are expected to fail: a part of the page on known mistakes."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsschema import from_json
from newsschema.reading import find_quotes

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests" / "reading"
STORIES = "https://github.com/newsschema/newsschema/blob/main/tests/reading/stories"


def missed(module: str) -> dict[str, Any]:
    """The cases of a test module that are expected to fail, by name.

    Raises:
        SystemExit: The module has no table `_MISSED`.
    """
    tree = ast.parse((TESTS / module).read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "_MISSED":
            found: dict[str, Any] = ast.literal_eval(node.value)
            return found
    raise SystemExit(
        f"tests/reading/{module} has no table _MISSED: say in scripts/docs_mistakes.py where the cases are"
    )


def _said(speaker: str | None, words: str) -> str:
    return _cell(f"{speaker or 'nobody'}: *{words}*")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _read(text: str) -> list[tuple[str | None, str]]:
    """Who is read to say what."""
    sources, quotes = find_quotes(text, min_confidence=0)
    labels = {source.id: source.label for source in sources}
    return [(labels.get(quote.source or ""), quote.words) for quote in quotes]


def sentences() -> Iterator[str]:
    """A table of the sentences: what stands in each, and what the reader makes of it."""
    yield "| Kind | Sentence | Right | Read |\n|---|---|---|---|"
    for name, (text, due) in missed("test_sentences.py").items():
        right = "<br>".join(_said(mention, " … ".join(words)) for _, mention, _, words in due) or "nothing"
        read = "<br>".join(_said(*found) for found in _read(text)) or "nothing"
        yield f"| {name} | {_cell(text)} | {right} | {read} |"


def speakers() -> Iterator[str]:
    """A table of the sentences whose source is wrong."""
    yield "| Kind | Sentence | Right | Read |\n|---|---|---|---|"
    for name, (text, due) in missed("test_linking.py").items():
        right, read = (
            "<br>".join(_cell(label or "nobody") for label in labels)
            for labels in (due, [label for label, _ in _read(text)])
        )
        yield f"| {name} | {_cell(text)} | {right} | {read} |"


def in_words(reason: str) -> str:
    """What is wrong with a finding, as a reader of the page understands it."""
    said = []
    for part in reason.split("; "):
        what, _, value = part.partition(" ")
        if what == "finds":
            said.append(f"{value} is taken for a quote")
        elif what == "content":
            said.append("not found with these words")
        elif value == "None":
            said.append(f"the {what} is missed")
        else:
            said.append(f"the {what} is read as {value}")
    return "; ".join(said)


def quotes_in_stories() -> Iterator[str]:
    """A table of the quotes of whole stories that are not read as they are annotated."""
    wrong: dict[str, str] = json.loads((TESTS / "stories" / "wrong.json").read_text("utf-8"))
    yield "| Story | Words | What is wrong |\n|---|---|---|"
    for case, reason in sorted(wrong.items()):
        name, _, number = case.partition("/")
        article = from_json((TESTS / "stories" / f"{name}.json").read_bytes())
        words = [quote.words for quote in article.quotes if quote.id == number]
        story = f"[`{name}`]({STORIES}/{name}.txt)"
        yield f"| {story} | {_cell(words[0] if words else '–')} | {_cell(in_words(reason))} |"


def mistakes() -> str:
    """The three tables."""
    missing, strangers, wrong = list(sentences()), list(speakers()), list(quotes_in_stories())
    annotated = [path for path in (TESTS / "stories").glob("*.json") if path.with_suffix(".txt").exists()]
    quotes = sum(len(from_json(path.read_bytes()).quotes) for path in annotated)
    of_stories = (
        f"The tests have {len(annotated)} stories of our own writing with {quotes} quotes, annotated by hand. "
        f"Of what the reader finds or should find in them, {len(wrong) - 1} quotes differ from the annotation:"
    )
    return "\n".join(
        [
            "## Words\n\nThe words are misread or missed in sentences of these kinds:\n",
            *missing,
            "\n## Speakers\n\nThe speaker is misread in sentences of these kinds:\n",
            *strangers,
            f"\n## Stories\n\n{of_stories}\n",
            *wrong,
            "",
        ]
    )
