"""Coverage-guided fuzzing of everything that takes foreign data: `python fuzz/fuzz.py --seconds 600`.

Needs the dependency group `fuzz`. Whatever the bytes, nothing but a `NewsSchemaError` may come out; what is accepted
must survive a round trip, and `check` must find nothing in it but repeated keys. The first byte names the target; with
`--target NAME` all bytes go to one. Further arguments go to libFuzzer.
"""

import argparse
import io
import json
import re
import runpy
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import islice
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsschema"]):
    import newsschema
    from newsschema import interop
    from newsschema._json.locations import locate
    from newsschema._model.fields import field_specs
    from newsschema._model.types import MODELS
    from newsschema.cli import main as command
    from newsschema.cli._app import app
    from newsschema.corpus import read_document
    from newsschema.html import page
    from newsschema.reading import read_text

    FORMATS = dict(sorted(interop.formats().items()))
    app.resolved_commands()

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
SAMPLES = runpy.run_path(str(ROOT / "tests" / "interop" / "documents.py"))
MIXED = runpy.run_path(str(ROOT / "tests" / "corpus" / "mixed.py"))
READ = [form for form in FORMATS.values() if form.read is not None]
WRITTEN = [form for form in FORMATS.values() if form.write is not None]
COMMANDS = (
    *(["check", "--lint", "--format", name, "-"] for name in ("text", "json", "github", "sarif")),
    *(["read", "-"], ["read", "--explain", "-"], ["convert", "-"], ["quotes", "-"], ["quotes", "--json", "-"]),
    *(["show", "-"], ["show", "--html", "-"]),
)
FORGED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What may not reach a terminal or a log."""
SOME = 3
"""Articles of a document that are looked at closely."""


def try_json(data: bytes) -> None:
    """Read bytes as a document, by every way there is."""
    issues = [issue for issue in newsschema.check(data) if issue.code != newsschema.Code.DUPLICATE_KEY]
    try:
        article = newsschema.from_json(data)
    except newsschema.ValidationError as error:
        assert issues == [*error.issues]  # noqa: PT017 - no pytest here
        return
    assert issues == []
    again = newsschema.to_json(article)
    assert newsschema.from_json(again) == article
    assert newsschema.from_dict(newsschema.to_dict(article)) == article
    newsschema.lint(article)


def try_place(data: bytes) -> None:
    """Look for places in what may be JSON."""
    text = data.decode(errors="surrogateescape")
    found = locate(text, [(), ("quotes", 0, "content", 0), ("id",)])
    assert 0 <= found.stop <= len(text)


def try_text(data: bytes) -> None:
    """Read bytes as a story."""
    try:
        article = read_text(data.decode("utf-8", "ignore"))
    except newsschema.NewsSchemaError:
        return
    assert newsschema.from_json(newsschema.to_json(article)) == article
    newsschema.lint(article)


def try_versions(data: bytes) -> None:
    """Read half of the bytes as a story, and carry its quotations to the other half."""
    text = data.decode("utf-8", "ignore")
    before, _, after = text.partition("\f")
    try:
        article = read_text(before)
        moved, _ = newsschema.reanchor(article, text=after)
    except newsschema.NewsSchemaError:
        return
    assert newsschema.from_json(newsschema.to_json(moved)) == moved


def write_all(article: newsschema.Article) -> None:
    """Write an article in every format, and as a page."""
    for form in WRITTEN:
        assert form.write is not None
        try:
            form.write(article)
        except newsschema.NewsSchemaError:
            continue
    page(article)


def try_format(data: bytes) -> None:
    """Read bytes as a document in the format that the first names, strictly or not."""
    if not data:
        return
    form = READ[(data[0] >> 1) % len(READ)]
    text = None if form.text == "own" else SAMPLES["TEXT"]
    found = interop.read_many(data[1:], format=form.name, text=text, strict=bool(data[0] & 1), on_error="skip")
    for article, report in islice(found, SOME):
        assert all(loss.reason for loss in report.losses)
        assert newsschema.from_json(newsschema.to_json(article)) == article
        write_all(article)


def try_file(data: bytes) -> None:
    """Read bytes as a file of a corpus: each document is an article, or has its faults."""
    for outcome in islice(read_document(data), SOME):
        assert outcome.article is not None or any(note.is_error for note in outcome.notes)
        if outcome.article is not None:
            assert newsschema.from_json(newsschema.to_json(outcome.article)) == outcome.article
            write_all(outcome.article)


def try_command(data: bytes) -> None:
    """Give bytes to the command that the first names, and look at what it prints."""
    if not data:
        return
    words = COMMANDS[data[0] % len(COMMANDS)]
    before = sys.stdin, sys.stdout, sys.stderr
    said, complained = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(data[1:]))
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(said, write_through=True),
        io.TextIOWrapper(complained, write_through=True),
    )
    try:
        code = command(words)
        printed = said.getvalue().decode(), complained.getvalue().decode()
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    assert code in (0, 1, 2), code
    assert "Traceback" not in printed[1], printed
    as_data = words[0] in ("read", "convert") or "--html" in words
    for text in printed[as_data and "--explain" not in words :]:
        assert not FORGED.search(text), text
        assert "github" in words or not re.search("^::", text, re.MULTILINE), text


TARGETS: dict[str, Callable[[bytes], None]] = {
    "json": try_json,
    "place": try_place,
    "text": try_text,
    "versions": try_versions,
    "format": try_format,
    "file": try_file,
    "command": try_command,
}
NAMES = tuple(TARGETS)


def seeds() -> Iterator[tuple[str, bytes]]:
    """What to begin with: the shipped stories in pieces, and a document of each format."""
    paragraphs = [words for path in sorted(EXAMPLES.glob("*.txt")) for words in path.read_text("utf-8").split("\n\n")]
    for words in paragraphs:
        article = read_text(words)
        document = newsschema.to_json(article)
        yield from (("json", document), ("place", document), ("text", words.encode()))
        yield "versions", f"{words}\f{words.replace(' the ', ' a ')}".encode()
    files = [words.encode() for words in paragraphs] + [made(1) for made in MIXED["KINDS"].values()]
    for number, form in enumerate(READ):
        sample = SAMPLES["DOCUMENTS"].get(form.name)
        if sample is None and form.write is not None:
            sample = form.write(read_text(paragraphs[3]))[0]
        if sample is not None:
            files.append((sample if isinstance(sample, str) else json.dumps(sample)).encode())
            yield "format", bytes([2 * number]) + files[-1]
    for number, content in enumerate(files):
        yield "file", content
        yield "command", bytes([number % len(COMMANDS)]) + content


def try_bytes(data: bytes) -> None:
    """Give the bytes after the first to the target that the first names."""
    if data:
        TARGETS[NAMES[data[0] % len(NAMES)]](data[1:])


def known_words() -> set[str]:
    """What documents are made of: names of fields, values of enums, and what stands around."""
    found = {"schema_version", "1.0", "urn:x:y", "2026-03-03", "2026-03-03T09:00:00Z", "org.example", "en-GB", "1e400"}
    for cls in MODELS:
        for item in field_specs(cls):
            found.add(item.name)
    for value in vars(newsschema).values():
        if isinstance(value, type) and issubclass(value, Enum) and value is not newsschema.Code:
            found |= {str(member.value) for member in value}
    return found


def main() -> None:
    """Make what to begin with, and fuzz."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--target", choices=NAMES)
    options, rest = parser.parse_known_args()
    folder = Path(tempfile.mkdtemp(prefix="newsschema-fuzz-"))
    (folder / "seeds").mkdir()
    for number, (target, seed) in enumerate(seeds()):
        named = b"" if options.target else bytes([NAMES.index(target)])
        if options.target in (None, target):
            (folder / "seeds" / f"{number}-{target}").write_bytes(named + seed)
    lines = (f'"{word}"\n"\\"{word}\\""\n' for word in sorted(known_words()))
    (folder / "words").write_text("".join(lines), "utf-8")
    function = TARGETS[options.target] if options.target else try_bytes
    warnings.simplefilter("ignore")
    settings = [f"-max_total_time={options.seconds}", f"-dict={folder / 'words'}", "-timeout=20", "-max_len=4000"]
    atheris.Setup([sys.argv[0], *settings, "-print_final_stats=1", *rest, str(folder / "seeds")], function)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
