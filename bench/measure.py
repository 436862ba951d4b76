"""Measure everything on the Python that runs this, and print it as JSON: `python measure.py [--quick]`."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import documents as stock
from clock import Times, children, interleaved
from construct import constructor
from peers import PEERS, Peer
from streams import stream_times
from verify import verify

LIBRARIES = ("newsschema", "attrs", "cattrs", "msgspec", "orjson", "pydantic", "mashumaro", "adaptix", "marshmallow")
_STARTS = {
    "newsschema": "import newsschema; newsschema.from_json(data)",
    "pydantic dataclass": "from peers import compiled; compiled.pydantic_dataclass().load(data)",
    "pydantic dataclass, literals": "from peers import compiled; compiled.pydantic_dataclass_literals().load(data)",
    "pydantic BaseModel": "from peers import compiled; compiled.pydantic_model().load(data)",
    "pydantic BaseModel, literals": "from peers import compiled; compiled.pydantic_literals().load(data)",
    "msgspec.Struct": "from peers import compiled; compiled.msgspec_struct().load(data)",
    "cattrs, defaults": "from peers import in_python; in_python.cattrs_default().load(data)",
    "nothing but the interpreter": "pass",
}
_START = """
import resource, subprocess, sys
code = "data = open(sys.argv[1], 'rb').read(); " + {code!r}
subprocess.run([sys.executable, "-c", "import sys; sys.path.insert(0, '.'); " + code, sys.argv[1]], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
"""
_KEPT = """
import gc, sys
from pathlib import Path
from peers import PEERS
def resident():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
load = PEERS[{name!r}]().load
lines = open(sys.argv[1], "rb")
load(next(lines))
before, kept = resident(), []
kept = [load(line) for line in lines]
print((resident() - before) / len(kept))
"""


def _each(function: Callable[[Any], object], values: list[Any]) -> Callable[[], None]:
    def work() -> None:
        for value in values:
            function(value)

    return work


def _trees(size: str) -> list[dict[str, Any]]:
    if size == stock.READ:
        return stock.read()
    return stock.documents(stock.SIZES[size], max(1, min(16, 100_000 // stock.SIZES[size])))


def load_times(peers: dict[str, Peer], size: str, rounds: int) -> Times:
    data = list(map(stock.encoded, _trees(size)))
    return interleaved({name: _each(peer.load, data) for name, peer in peers.items()}, len(data), rounds=rounds)


def dump_times(peers: dict[str, Peer], size: str, rounds: int) -> Times:
    data = list(map(stock.encoded, _trees(size)))
    work = {name: _each(peer.dump, list(map(peer.load, data))) for name, peer in peers.items()}
    return interleaved(work, len(data), rounds=rounds)


def reject_times(peers: dict[str, Peer], size: str, names: tuple[str, ...], rounds: int) -> Times:
    few = max(1, 20_000 // stock.SIZES[size])
    trees = [tree for tree in stock.documents(stock.SIZES[size], few) for _ in names]
    data = [stock.encoded(tree) for _, tree in stock.spoilt(trees, names)]
    able = {name: peer.reject for name, peer in peers.items() if peer.reject and peer.checked}
    return interleaved({name: _each(reject, data) for name, reject in able.items()}, len(data), rounds=rounds)


def construct_times(peers: dict[str, Peer], size: str, rounds: int) -> Times:
    work = {}
    for name, peer in peers.items():
        if peer.types and peer.checked:
            makers = [constructor(tree, peer) for tree in _trees(size)]
            work[name] = _each(lambda make: make(), makers)
    return interleaved(work, len(_trees(size)), rounds=rounds)


def start_times(rounds: int) -> Times:
    """Processor seconds of a fresh interpreter that reads one article, less those of an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article.json")
        path.write_bytes(stock.encoded(_trees("5 kB")[0]))
        scripts = {name: _START.format(code=code) for name, code in _STARTS.items()}
        # Every module is compiled once for all, whatever the environment and its installer think of that.
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        children(scripts, str(path), rounds=1, **compiled)
        times = children(scripts, str(path), rounds=rounds, **compiled)
    bare = times.pop("nothing but the interpreter")
    return {
        name: [max(one - none, 1e-9) for one, none in zip(values, bare, strict=True)] for name, values in times.items()
    }


def kept_bytes(names: list[str], count: int, rounds: int) -> Times:
    """Resident bytes of an article kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        lines = list(map(stock.encoded, stock.documents(stock.SIZES["5 kB"], 256)))
        with path.open("wb") as file:
            file.writelines(lines[index % len(lines)] + b"\n" for index in range(count + 1))
        return children({name: _KEPT.format(name=name) for name in names}, str(path), rounds=rounds)


def measured(*, quick: bool) -> dict[str, Any]:
    peers = {name: make() for name, make in PEERS.items()}
    verified = {name: verify(name, peer) for name, peer in peers.items()}
    rounds, sizes = (5, ["5 kB", "13 kB", stock.READ]) if quick else (11, [*stock.SIZES, stock.READ])
    meaning = tuple(name for name in stock.FAULTS if name not in stock.STRUCTURE)
    tables: dict[str, Times] = {}
    for size in sizes:
        few = rounds if size != "1 MB" else 3
        tables[f"load {size}"] = load_times(peers, size, few)
        tables[f"dump {size}"] = dump_times(peers, size, few)
    for size in ("5 kB",) if quick else ("5 kB", "50 kB"):
        tables[f"reject {size}, all kinds of fault"] = reject_times(peers, size, tuple(stock.FAULTS), rounds)
        tables[f"reject {size}, faults of structure"] = reject_times(peers, size, stock.STRUCTURE, rounds)
        tables[f"reject {size}, faults of meaning"] = reject_times(peers, size, meaning, rounds)
        tables[f"construct {size}"] = construct_times(peers, size, rounds)
    tables["start"] = start_times(rounds)
    kept = [name for name, peer in peers.items() if peer.checked or "dicts" in name]
    tables["memory"] = kept_bytes(kept, 2_000 if quick else 10_000, 1)
    tables |= stream_times(2_000, 1) if quick else stream_times(20_000, 3)
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": f"{platform.system()} on {platform.machine()}",
        "versions": {name: version(name) for name in LIBRARIES},
        "verified": verified,
        "tables": tables,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and sizes")
    json.dump(measured(quick=parser.parse_args().quick), sys.stdout)
