"""One command for everything: `python bench --python 3.11 3.12 3.13` measures, prints the figures, writes the page.

Each Python gets an environment of its own beside the sources, with what the group `bench` asks for, and is measured
after the one before.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import report
from figures import figures

ROOT = Path(__file__).parent.parent


def _version(python: str) -> str:
    code = "import sys; print('{}.{}'.format(*sys.version_info))"
    try:
        return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(f"{python} cannot be run: {error}") from None


def _measured(python: str, version: str, *, quick: bool, again: bool) -> dict[str, Any]:
    kept = ROOT / "build" / f"bench-{version}.json"
    if again or not kept.exists():
        command = [
            python,
            "scripts/env.py",
            "bench",
            "--",
            "python",
            "bench/measure.py",
            *(["--quick"] if quick else []),
        ]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(done.stdout)
    result: dict[str, Any] = json.loads(kept.read_bytes())
    return result


def main() -> None:
    parser = argparse.ArgumentParser(prog="python bench", description=__doc__)
    names = "the Pythons to measure: versions, or paths of interpreters"
    parser.add_argument("--python", nargs="+", default=[sys.executable], help=names, metavar="X.Y")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, sizes and articles")
    parser.add_argument("--last", action="store_true", help="take what was measured last, where there is such")
    parser.add_argument("--write", action="store_true", help="write the tables and the plot into the documentation")
    given = parser.parse_args()
    pythons = [f"python{name}" if name[0].isdigit() else name for name in given.python]
    versions = {python: _version(python) for python in pythons}  # all of them, before any is measured for minutes
    results = [_measured(*item, quick=given.quick, again=not given.last) for item in versions.items()]
    for result in results:
        print(f"\nPython {result['python']}, {result['date']}")
        for figure in figures(result):
            print(f"  {figure.what:72} {figure.found!s:22} {figure.limit:.2f} {figure.aim:.2f}  {figure.verdict}")
    if given.write:
        report.write(results, ROOT / "docs")
        subprocess.run([sys.executable, "scripts/make_pictures.py"], cwd=ROOT, check=True)  # the chart has the figures


main()
