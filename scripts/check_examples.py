"""Check the types of the examples that make and change articles: `python scripts/check_examples.py`.

The code of each page is put together as a reader would run it, and read by mypy and pyright in their strict modes.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("guides/annotating.md", "guides/correcting.md", "guides/editing.md")
_CODE = re.compile(r"^```python[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def main() -> int:
    """Check every page.

    Returns:
        The exit code: that of the first checker that has something to say.
    """
    with tempfile.TemporaryDirectory(dir=ROOT / "typing_tests") as folder:
        for page in PAGES:
            code = "\n\n".join(_CODE.findall((ROOT / "docs" / page).read_text("utf-8")))
            (Path(folder) / f"{Path(page).stem}.py").write_text(code, "utf-8")
        commands = (("mypy", "--strict", folder), ("pyright", folder))
        codes = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands]  # noqa: S603 - ours
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
