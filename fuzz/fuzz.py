"""Coverage-guided fuzzing of everything that takes foreign data: `python fuzz/fuzz.py --seconds 600`.

Needs the dependency group `fuzz`. Whatever the bytes, nothing but a `NewsSchemaError` may come out; what is accepted
must survive a round trip, and `check` must find nothing in it but repeated keys. Further arguments go to libFuzzer.
"""

import argparse
import sys
import tempfile
from enum import Enum
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsschema"]):
    import newsschema
    from newsschema._json.locations import locate
    from newsschema._model.fields import field_specs
    from newsschema._model.types import MODELS
    from newsschema.reading import read_text

EXAMPLES = Path(__file__).parents[1] / "examples"


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


TARGETS = (try_json, try_place, try_text)


def try_bytes(data: bytes) -> None:
    """Give the bytes after the first to the target that the first names."""
    if data:
        TARGETS[data[0] % len(TARGETS)](data[1:])


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
    options, rest = parser.parse_known_args()
    folder = Path(tempfile.mkdtemp(prefix="newsschema-fuzz-"))
    (folder / "seeds").mkdir()
    paragraphs = [words for path in sorted(EXAMPLES.glob("*.txt")) for words in path.read_text("utf-8").split("\n\n")]
    for number, words in enumerate(paragraphs):
        document = newsschema.to_json(read_text(words))
        for target, seed in enumerate((document, document, words.encode())):
            (folder / "seeds" / f"{number}-{target}").write_bytes(bytes([target]) + seed)
    lines = (f'"{word}"\n"\\"{word}\\""\n' for word in sorted(known_words()))
    (folder / "words").write_text("".join(lines), "utf-8")
    settings = [f"-max_total_time={options.seconds}", f"-dict={folder / 'words'}", "-timeout=20", "-max_len=3000"]
    atheris.Setup([sys.argv[0], *settings, "-print_final_stats=1", *rest, str(folder / "seeds")], try_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
