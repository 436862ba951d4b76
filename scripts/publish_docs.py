"""Put this version's documentation on the branch of the pages: `python scripts/publish_docs.py release|dev`.

A release is published under its `MAJOR.MINOR` and as `latest`; what is being written, as `dev`. The schemas go to their
stable address beside the versions, and one that is there already is never changed. Needs the group `docs`; pushes
nothing.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from make_release import version_of

ROOT = Path(__file__).resolve().parents[1]
BRANCH = "gh-pages"


def _run(*command: str | Path, cwd: Path = ROOT) -> None:
    subprocess.run([str(word) for word in command], cwd=cwd, check=True)  # noqa: S603 - our own words


def add_schemas(pages: Path) -> None:
    """Copy the schemas to their address.

    Args:
        pages: A work tree of the branch.

    Raises:
        SystemExit: A schema would change that is published already.
    """
    (pages / "schemas").mkdir(exist_ok=True)
    for schema in sorted((ROOT / "src" / "newsschema" / "schemas").glob("*.json")):
        published, data = pages / "schemas" / schema.name, schema.read_bytes()
        if published.exists() and published.read_bytes() != data:
            raise SystemExit(f"the schema {schema.name} is published and differs: a released schema never changes")
        published.write_bytes(data)


def main(words: Sequence[str]) -> int:
    """Build and commit.

    Args:
        words: `release` or `dev`.

    Returns:
        The exit code.
    """
    if list(words) not in (["release"], ["dev"]):
        print(__doc__)
        return 2
    release = words[0] == "release"
    if release:
        _run("mike", "deploy", "--update-aliases", "--branch", BRANCH, version_of().rpartition(".")[0], "latest")
        _run("mike", "set-default", "--branch", BRANCH, "latest")
    else:
        _run("mike", "deploy", "--branch", BRANCH, "dev")
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        _run("git", "worktree", "add", "--quiet", pages, BRANCH)
        try:
            if release:  # before there is one, the schema may still change
                add_schemas(pages)
            (pages / ".nojekyll").touch()
            _run("git", "add", "--all", cwd=pages)
            _run("git", "commit", "--quiet", "--allow-empty", "--message", "Schemas at their address", cwd=pages)
        finally:
            _run("git", "worktree", "remove", "--force", pages)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
