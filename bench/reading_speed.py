"""Compare how fast two checkouts of the library read the same texts.

    python bench/reading_speed.py OTHER [TEXTS ...] [--rounds 5]

OTHER is another checkout (`git worktree add`); TEXTS are files or folders of plain text, the stories of the tests where
none is given. Each checkout reads all texts in processes of its own, in turns with the other; what counts is the least
processor time of each. The figures say how many times as fast as the other this checkout is.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def read_all(paths: list[str], rounds: int) -> dict[str, float]:
    """The least processor seconds in which the library reads all texts, for each of its two functions."""
    from newsschema.reading import find_quotes, read_text

    texts = [Path(path).read_bytes().decode("utf-8") for path in paths]
    least: dict[str, float] = {}
    for name, read in (("find_quotes", find_quotes), ("read_text", read_text)):
        for _ in range(rounds):
            start = time.process_time()
            for text in texts:
                read(text)
            took = time.process_time() - start
            least[name] = min(took, least.get(name, took))
    return least


def measured(checkout: Path, paths: list[str]) -> dict[str, float]:
    """What a process of its own measures with the sources of a checkout."""
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    command = [sys.executable, __file__, "--measure", *paths]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def texts_of(given: list[str]) -> list[str]:
    """The files that are given, and those in the folders."""
    places = [Path(place) for place in given] or [ROOT / "tests" / "reading" / "stories", ROOT / "examples"]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.glob("*.txt")))]
    return list(map(str, files))


def main() -> None:
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(read_all(sys.argv[2:], 3)))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path)
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    paths = texts_of(given.texts)
    rounds = [(measured(given.other, paths), measured(ROOT, paths)) for _ in range(given.rounds)]
    for name in ("find_quotes", "read_text"):
        other, own = (min(times[name] for times in side) for side in zip(*rounds, strict=True))
        print(f"{name}: {other / own:.2f} times as fast ({own:.3f} s against {other:.3f} s for {len(paths)} texts)")


if __name__ == "__main__":
    main()
