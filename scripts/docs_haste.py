"""For the documentation: a build seldom looks for memory to free, which took a sixth of its time. A hook of MkDocs."""

import gc

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:  # noqa: ARG001 - what MkDocs hands over
    """Look after some hundred thousand new objects: nearly all that a build makes is needed to its end."""
    gc.set_threshold(200_000, 20, 100)
