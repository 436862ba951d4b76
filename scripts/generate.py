"""Write again everything that is made from the types: `python scripts/generate.py`.

Run it after a change of a type, in the environment of the group `docs`: `python3 scripts/env.py docs -- python
scripts/generate.py`. It writes the constructors' checks, the wire types and functions, what `replace` and an editor
take, the JSON Schema, the pages and pictures of the docs that the program makes, and the snapshots that tests compare
with. Look at the difference before you commit it.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STEPS = (
    ("scripts/make_plain.py",),
    ("scripts/make_wire.py",),
    ("scripts/make_typing.py",),
    ("scripts/make_schema.py",),
    ("scripts/make_docs.py",),
    ("scripts/make_pictures.py",),
    (
        "-m",
        "pytest",
        "-q",
        "-x",
        "tests/docs/test_api.py::test_signatures",
        "tests/validation/test_faults.py::test_messages",
    ),
)


def main() -> int:
    """Run each step, and stop at the first that fails."""
    environment = {**os.environ, "UPDATE_EXAMPLES": "1"}
    for step in STEPS:
        print("python", *step, flush=True)
        code = subprocess.run([sys.executable, *step], cwd=ROOT, env=environment, check=False).returncode  # noqa: S603 - ours
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
