"""What the scripts share that make files from the program: how a module is formatted, and files written or compared."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def formatted(text: str, target: Path) -> str:
    """The source of a module as ruff formats it, its imports in order.

    Args:
        text: The source.
        target: Where the module stands, by which ruff finds its settings.
    """
    for words in (["format"], ["check", "--fix", "--select", "I"]):
        command = [sys.executable, "-m", "ruff", *words, "--quiet", "--stdin-filename", str(target), "-"]
        text = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours
    return text


def write_or_check(files: Iterable[tuple[Path, str]]) -> int:
    """Write those files that are not as they are made now, or with `--check` only name them.

    Args:
        files: Each with what belongs in it.

    Returns:
        The exit code: with `--check`, whether there are such.
    """
    checks = "--check" in sys.argv[1:]
    stale = [(path, text) for path, text in files if not path.is_file() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(f"{'not as made' if checks else 'writing'}: {os.path.relpath(path, ROOT)}")
        if not checks:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return int(checks and bool(stale))
