"""Put this version's documentation on the branch of the pages: `python scripts/publish_docs.py release|dev`.

A release is published under its `MAJOR.MINOR`, and as `latest` unless it mends an older one; the state of the main
branch, as `dev`. Beside the versions stand the files that search engines, language models and browsers ask for at the
root, and the schemas at their stable address. A published schema never changes. Needs the group `site`; pushes nothing.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from make_release import version_of

ROOT = Path(__file__).resolve().parents[1]
BRANCH = "gh-pages"
SCHEMAS = ROOT / "src" / "newsschema" / "schemas"
SITE = "https://newsschema.github.io/newsschema/"
COPIED = ("404.html", "llms.txt", "llms-full.txt", "sitemap.xml")
"""What the root takes from the version that readers see by default. All addresses in these files are absolute."""


def _run(*command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    subprocess.run([str(word) for word in command], cwd=cwd, env=env, check=True)  # noqa: S603 - our own words


def _on_branch(path: str) -> bytes | None:
    """A file of the branch, here or where this was cloned from; `None` where there is none."""
    for branch in (BRANCH, f"origin/{BRANCH}"):
        command = ["git", "show", f"{branch}:{path}"]
        shown = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own words
        if shown.returncode == 0:
            return shown.stdout
    return None


def published() -> list[str]:
    """All versions and aliases on the branch; none where there is no branch."""
    shown = _on_branch("versions.json") or b"[]"
    return [name for item in json.loads(shown) for name in (item["version"], *item["aliases"])]


def names_of(version: str, there: Sequence[str]) -> list[str]:
    """The names that a release is published under: `latest` only where nothing newer is published.

    Args:
        version: The version of the library.
        there: What is published.
    """
    number = version.rpartition(".")[0]
    newer = [name for name in there if re.fullmatch(r"\d+\.\d+", name) and _key(name) > _key(number)]
    return [number] if newer else [number, "latest"]


def _key(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def schemas() -> dict[str, bytes]:
    """The schemas by the names of their files.

    Raises:
        SystemExit: A schema that is published already would change.
    """
    found = {path.name: path.read_bytes() for path in sorted(SCHEMAS.glob("*.json"))}
    for name, data in found.items():
        if _on_branch(f"schemas/{name}") not in (None, data):
            raise SystemExit(f"the schema {name} is published and differs: a released schema never changes")
    return found


def add_root_files(pages: Path, default: str) -> None:
    """Write the files of the root.

    Args:
        pages: A work tree of the branch.
        default: The version that the root leads to.
    """
    for name in COPIED:
        shutil.copyfile(pages / default / name, pages / name)
    shutil.copyfile(pages / default / "assets" / "card.png", pages / "card.png")
    hidden = "" if default == "dev" else "Disallow: /newsschema/dev/\n"
    (pages / "robots.txt").write_text(f"User-agent: *\nAllow: /\n{hidden}Sitemap: {SITE}sitemap.xml\n", "utf-8")
    (pages / ".nojekyll").touch()


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
    there = published()
    default = "latest" if release or "latest" in there else "dev"
    names = names_of(version_of(), there) if release else ["dev"]
    stable = schemas() if release else {}  # before there is one, the schema may still change
    env = {**os.environ, "CANONICAL_VERSION": default}
    _run("mike", "deploy", "--update-aliases", "--branch", BRANCH, *names, env=env)
    _run("mike", "set-default", "--branch", BRANCH, default, env=env)
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        _run("git", "worktree", "add", "--quiet", pages, BRANCH)
        try:
            for name, data in stable.items():
                (pages / "schemas").mkdir(exist_ok=True)
                (pages / "schemas" / name).write_bytes(data)
            add_root_files(pages, default)
            _run("git", "add", "--all", cwd=pages)
            _run("git", "commit", "--quiet", "--allow-empty", "--message", f"Root files of {names[0]}", cwd=pages)
        finally:
            _run("git", "worktree", "remove", "--force", pages)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
