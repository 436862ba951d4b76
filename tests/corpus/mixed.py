"""Make a folder of mixed files, as an archive gathers them: `python tests/corpus/mixed.py FOLDER [COUNT]`."""

import gzip
import json
import os
import sys
from collections.abc import Callable
from itertools import count, cycle
from pathlib import Path

from newsschema import read_text, to_json

PARAGRAPH = (
    "“The harbour wall stands,” harbour master Ines Okafor told reporters on Monday. She said the {place} ferry would "
    "sail again on Thursday, number {number}, and that the café on the quay would stay open."
)


def copy(number: int, place: str = "Skarholm") -> str:
    """A story in plain text."""
    body = PARAGRAPH.format(place=place, number=number)
    return f"Ferry {number} to sail again\n\n{body}\n\nA skipper called the decision “timid”, and went home.\n"


def wrapped(text: str, width: int = 68) -> str:
    """The same, its lines broken."""
    lines = []
    for paragraph in text.split("\n\n"):
        line = ""
        for word in paragraph.split():
            if len(line) + 1 + len(word) > width and line:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [line, ""]
    return "\n".join(lines)


def page(number: int) -> bytes:
    """A page whose JSON-LD has the article."""
    text = copy(number).split("\n\n", 1)[1].strip()
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"https://example.org/{number}",
        "headline": f"Ferry {number} to sail again",
        "articleBody": text,
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    body = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    html = (
        f"<!doctype html><html><head><title>Ferry</title>{script}</head><body><article>{body}</article></body></html>"
    )
    return html.encode()


def nitf(number: int) -> bytes:
    """An item of a wire service."""
    body = "".join(f"<p>{part}</p>" for part in copy(number).split("\n\n")[1:])
    head = f"<hedline><hl1>Ferry {number} to sail again</hl1></hedline>"
    name = f'<doc-id id-string="urn:example:nitf:{number}"/>'
    xml = f'<?xml version="1.0" encoding="UTF-8"?><nitf><head><docdata>{name}</docdata>'
    return f"{xml}</head><body><body.head>{head}</body.head><body.content>{body}</body.content></body></nitf>".encode()


def feed(number: int) -> bytes:
    """A feed of two stories."""
    items = "".join(
        f"<item><title>Ferry {number}-{part}</title><guid>https://example.org/feed/{number}/{part}</guid><content:encoded>"
        f"<![CDATA[<p>{PARAGRAPH.format(place='feed', number=f'{number}-{part}')}</p>]]></content:encoded></item>"
        for part in (1, 2)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return (
        f'<?xml version="1.0"?><rss version="2.0" {space}><channel><title>Wire</title>{items}</channel></rss>'.encode()
    )


def article(number: int) -> bytes:
    """The JSON of an article."""
    return to_json(read_text(copy(number), id=f"urn:example:{number}"))


KINDS: dict[str, Callable[[int], bytes]] = {
    "utf-8.txt": lambda number: copy(number).encode(),
    "marked.txt": lambda number: copy(number).encode("utf-8-sig"),
    "cp1252.txt": lambda number: copy(number).encode("cp1252"),
    "utf-16.txt": lambda number: copy(number).encode("utf-16"),
    "utf-16-le.txt": lambda number: copy(number).encode("utf-16-le"),
    "mac.txt": lambda number: copy(number).encode("mac_roman"),
    "wrapped.txt": lambda number: wrapped(copy(number)).encode(),
    "crlf.txt": lambda number: copy(number).replace("\n", "\r\n").encode(),
    "tags.txt": lambda number: copy(number).replace("Monday", "<b>Monday</b>").encode(),
    "entities.txt": lambda number: copy(number).replace("“", "&ldquo;").replace("”", "&rdquo;").encode(),
    "notes.md": lambda number: (
        f"# Ferry {number}\n\n{copy(number)}\n\nSee [the wire](https://example.org/{number}).\n".encode()
    ),
    "page.html": page,
    "item.xml": nitf,
    "feed.xml": feed,
    "item.json": lambda number: json.dumps(
        {"uri": f"urn:example:item:{number}", "headline": f"Ferry {number}", "body_text": copy(number)}
    ).encode(),
    "article.json": article,
    "lines.jsonl": lambda number: b"\n".join([article(10_000 + number), b"{", article(20_000 + number)]),
    "lines.json": lambda number: b"\n".join([article(30_000 + number), article(40_000 + number)]) + b"\n",
    "packed.txt.gz": lambda number: gzip.compress(copy(number, "packed").encode()),
    "packed.jsonl.gz": lambda number: gzip.compress(article(50_000 + number)),
    "cut.txt.gz": lambda number: gzip.compress(copy(number).encode())[:-9],
    "empty.txt": lambda _: b"",
    "blank.txt": lambda _: b" \r\n\t\n",
    "picture.png": lambda number: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + number.to_bytes(4, "big") * 20,
    "paper.pdf": lambda number: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(128, 256)) + number.to_bytes(4, "big"),
    "table.csv": lambda number: f"id,place\n{number},Skarholm\n{number + 1},Bergen\n".encode(),
    "broken.json": lambda number: f'{{"uri": "urn:example:{number}", "headline": '.encode(),
    "table.parquet": lambda number: b"PAR1" + number.to_bytes(4, "big"),
    "noise.dat": lambda number: bytes((number * value * 7919 + 131 * value) % 256 for value in range(600)),
}


def make(folder: Path, files: int) -> set[str]:
    """Make the folder, with links, circles, hidden files, a pipe and odd names in it; the names that it has."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = count()
    for kind in cycle(KINDS):
        number = next(numbers)
        if number >= files:
            break
        place = folder / f"{number % 7}" / f"{number % 3}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:04}-{kind}").write_bytes(KINDS[kind](number))
    if os.name == "posix":
        odd = folder / os.fsdecode(b"caf\xe9\n::error::x\x1b[31m.txt")
        odd.write_bytes(copy(files + 1).encode())
        (folder / "z-link.txt").symlink_to(odd.name)
        (folder / "z-broken.txt").symlink_to("nowhere")
        (folder / "z-circle").symlink_to("z-circle")
        (folder / "z-linked").symlink_to("0")
        (folder / "1" / "up").symlink_to(folder, target_is_directory=True)
        os.mkfifo(folder / "z-pipe")
    (folder / ".hidden").mkdir(exist_ok=True)
    (folder / ".hidden" / "a.txt").write_text(copy(0), "utf-8")
    return {str(Path(home) / name) for home, _, names in os.walk(folder) for name in names if ".hidden" not in home}


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
