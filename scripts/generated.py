"""What the scripts share that write modules from the types: how a module is formatted, and written or compared."""

import subprocess
import sys
from pathlib import Path


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


def write_or_check(text: str, target: Path) -> int:
    """Write a module, or with `--check` say whether it is as the types are.

    Args:
        text: The source.
        target: Where the module stands.

    Returns:
        The exit code.
    """
    if "--check" in sys.argv[1:]:
        same = target.is_file() and target.read_text("utf-8") == text
        print(f"{target.name} {'is' if same else 'is NOT'} as the types are")
        return 0 if same else 1
    target.write_text(text, "utf-8")
    print(f"wrote {target.name}")
    return 0
