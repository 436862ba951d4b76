"""For the documentation: `llms.txt` says of each page what the page says of itself. A hook of MkDocs."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data


def on_config(config: MkDocsConfig) -> None:
    """Give the plugin that writes the file each page with its description, in place of patterns."""
    sections = config.plugins["llmstxt"].config["sections"]
    for name, patterns in sections.items():
        sections[name] = [page for pattern in patterns for page in described(Path(config.docs_dir), pattern)]


def described(folder: Path, pattern: str) -> Iterator[dict[str, str]]:
    """The pages that a pattern means, each with what its front matter says it is about."""
    for path in sorted(folder.glob(pattern)):
        _, said = get_data(path.read_text("utf-8"))
        yield {path.relative_to(folder).as_posix(): said["description"]}
