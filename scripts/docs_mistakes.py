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


def missed_sentences() -> dict[str, tuple[str, list[tuple[str, str | None, str | None, tuple[str, ...]]]]]:
    """The sentences of `test_sentences.py` that are expected to fail, by name: text, and what stands in it."""
    tree = ast.parse((TESTS / "test_sentences.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "_MISSED":
            found: dict[str, Any] = ast.literal_eval(node.value)
            return found
    raise SystemExit("tests/reading/test_sentences.py has no table _MISSED: say here where the failures are now")


def _said(speaker: str | None, words: str) -> str:
    return f"{speaker or 'nobody'}: *{words}*".replace("|", "\\|")


def _read(text: str) -> str:
    sources, quotes = find_quotes(text)
    labels = {source.id: source.label for source in sources}
    return "<br>".join(_said(labels.get(quote.source or ""), quote.words) for quote in quotes) or "nothing"


def sentences() -> Iterator[str]:
    """A table of the sentences: what stands in each, and what the reader makes of it."""
    yield "| Kind | Sentence | Right | Read |\n|---|---|---|---|"
    for name, (text, due) in missed_sentences().items():
        right = "<br>".join(_said(mention, " … ".join(words)) for _, mention, _, words in due) or "nothing"
        yield f"| {name} | {text} | {right} | {_read(text)} |"


def quotes_in_stories() -> Iterator[str]:
    """A table of the quotes of whole stories that are not read as they are annotated."""
    wrong: dict[str, str] = json.loads((TESTS / "stories" / "wrong.json").read_text("utf-8"))
    yield "| Story | Words | What is wrong |\n|---|---|---|"
    for case, reason in sorted(wrong.items()):
        name, _, number = case.partition("/")
        article = from_json((TESTS / "stories" / f"{name}.json").read_bytes())
        words = [quote.words for quote in article.quotes if quote.id == number]
        shown = (words[0] if words else "the whole story").replace("|", "\\|")
        yield f"| `{name}` | {shown} | {reason.replace('|', chr(92) + '|')} |"


def mistakes() -> str:
    """Both tables."""
    missed, wrong = list(sentences()), list(quotes_in_stories())
    annotated = [path for path in (TESTS / "stories").glob("*.json") if path.with_suffix(".txt").exists()]
    quotes = sum(len(from_json(path.read_bytes()).quotes) for path in annotated)
    of_sentences = f"## Sentences\n\n{len(missed) - 1} kinds of sentence are known to be misread:\n"
    of_stories = (
        f"\n## Stories\n\nOf {quotes} quotes in {len(annotated)} stories of our own, annotated by hand, "
        f"{len(wrong) - 1} findings differ from the annotation:\n"
    )
    return "\n".join([of_sentences, *missed, of_stories, *wrong, ""])
