"""One command for everything: `python bench --python 3.11 3.12 3.13` measures, prints the figures, writes the page.

Each Python gets an environment of its own beside the sources, with what the group `bench` asks for, and is measured
after the one before.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import report
from figures import figures

ROOT = Path(__file__).parent.parent


def _environment(python: str) -> Path:
    """The interpreter of the environment for a Python, made or brought up to date."""
    folder = ROOT / f".venv-bench-{python}"
    inside = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if shutil.which("uv"):
        if not inside.exists():
            subprocess.run(["uv", "venv", "--quiet", "--python", python, str(folder)], check=True)
        install = ["uv", "pip", "install", "--quiet", "--python", str(inside)]
    else:
        if not inside.exists():
            subprocess.run([f"python{python}", "-m", "venv", str(folder)], check=True)
            subprocess.run([str(inside), "-m", "pip", "install", "--quiet", "--upgrade", "pip"], check=True)
        install = [str(inside), "-m", "pip", "install", "--quiet"]
    subprocess.run([*install, "--editable", str(ROOT), "--group", "bench"], cwd=ROOT, check=True)
    return inside


def _measured(python: str, *, quick: bool, again: bool) -> dict[str, Any]:
    kept = ROOT / "build" / f"bench-{python}.json"
    if again or not kept.exists():
        command = [str(_environment(python)), "measure.py", *(["--quick"] if quick else [])]
        done = subprocess.run(command, cwd=Path(__file__).parent, check=True, stdout=subprocess.PIPE)
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(done.stdout)
    result: dict[str, Any] = json.loads(kept.read_bytes())
    return result


def main() -> None:
    parser = argparse.ArgumentParser(prog="python bench", description=__doc__)
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    parser.add_argument("--python", nargs="+", default=[here], help="the versions to measure", metavar="X.Y")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, sizes and articles")
    parser.add_argument("--last", action="store_true", help="take what was measured last, where there is such")
    parser.add_argument("--write", action="store_true", help="write the tables and the plot into the documentation")
    given = parser.parse_args()
    results = [_measured(python, quick=given.quick, again=not given.last) for python in given.python]
    for result in results:
        print(f"\nPython {result['python']}, {result['date']}")
        for figure in figures(result):
            print(f"  {figure.what:72} {figure.found!s:22} {figure.limit:.2f} {figure.aim:.2f}  {figure.verdict}")
    if given.write:
        report.write(results, ROOT / "docs")


main()
