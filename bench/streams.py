"""Streams: what very many articles of 5 kB cost to read and to write, in a fresh interpreter each time."""

import gzip
import tempfile
from pathlib import Path

import documents as stock
from clock import Times, children

_SCRIPT = """
import os, sys, time
from itertools import islice
from operator import attrgetter
from newsschema import from_json, iter_jsonl, map_jsonl, to_json, write_jsonl
path, count = sys.argv[1], int(sys.argv[2])
if __name__ == "__main__":
    few = list(islice(iter_jsonl(path), 100)) * (count // 100 if {writes} else 1)
    began = time.{clock}()
    {work}
    print((time.{clock}() - began) / count, flush=True)
    os._exit(0)  # what is kept need not be given back one by one
"""
_WORK = {
    "newsschema": "for article in iter_jsonl(path): article.id",
    "the naive loop": "for line in open(path, 'rb'): from_json(line).id",
    "newsschema, 2 processes": "for name in map_jsonl(attrgetter('id'), path, processes=2): pass",
    "compressed": "for article in iter_jsonl(path + '.gz'): article.id",
}
_WRITE = {
    "newsschema": "write_jsonl(few, path + '.out')",
    "the naive loop": "file = open(path + '.out', 'wb'); file.writelines(to_json(article) + b'\\n' for article in few)",
}


def stream_times(count: int, rounds: int) -> dict[str, Times]:
    """Seconds for one article: of the processor where one process works, else by the clock on the wall."""
    distinct = 500
    lines = [stock.encoded(tree) + b"\n" for tree in stock.documents(stock.SIZES["5 kB"], distinct)]

    def timed(works: dict[str, str], clock: str) -> Times:
        writes = works is _WRITE
        scripts = {name: _SCRIPT.format(work=work, clock=clock, writes=writes) for name, work in works.items()}
        return children(scripts, str(path), str(count), rounds=rounds)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        path.write_bytes(b"".join(lines) * (count // distinct))
        with gzip.open(f"{path}.gz", "wb", compresslevel=6) as packed:
            packed.write(path.read_bytes())
        return {
            "read": timed(_WORK, "perf_counter"),
            "write": timed(_WRITE, "process_time"),
        }
