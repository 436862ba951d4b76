"""What the tests of the formats share."""

import json
import re
from pathlib import Path

import pytest

from newsschema import to_dict

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"


@pytest.fixture(scope="session")
def standards():
    """The folder of official schemas and documents, which lies beside the project where it is developed."""
    if not STANDARDS.is_dir():
        pytest.skip("the official documents are not beside the project")
    return STANDARDS


@pytest.fixture(scope="session")
def seed(standards):
    """The text of the story that the project started from."""
    return (standards.parent / "seed" / "article.txt").read_text()


@pytest.fixture(scope="session")
def minus():
    """An article as plain data without what a report says was lost; lists of things with ids by their ids."""

    def minus(article, report, like=None):
        tree, guide = keyed(to_dict(article)), to_dict(like or article)
        for loss in report.losses:
            node, path = tree, steps(guide, loss.path)
            for step in path[:-1]:
                node = node.get(step, {}) if isinstance(node, dict) else node[step] if step < len(node) else {}
            if isinstance(node, list):
                node[path[-1]] = None
            else:
                node.pop(path[-1], None)
        return tree

    return minus


def keyed(node):
    """The tree with lists of objects that have ids as objects by id."""
    if isinstance(node, dict):
        return {key: keyed(value) for key, value in node.items()}
    if isinstance(node, list):
        if node and all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in node):
            return {item["id"]: keyed(item) for item in node}
        return [keyed(item) for item in node]
    return node


def steps(guide, path):
    """The path with ids for the indices of lists whose items have some."""
    found = []
    for step in path:
        named = isinstance(guide, list) and all(
            isinstance(item, dict) and isinstance(item.get("id"), str) for item in guide
        )
        found.append(guide[step]["id"] if named else step)
        guide = guide[step] if isinstance(guide, list) or step in guide else {}
    return found


@pytest.fixture(scope="session")
def documents(standards):
    """The official ninjs items: examples, and what the test suite says should pass; by their path."""
    found = [*standards.glob("ninjs/examples/**/*.json"), *standards.glob("ninjs/test_suite/*/should_pass/*.json")]
    items = {str(path.relative_to(standards)): json.loads(path.read_bytes()) for path in sorted(found)}
    return {
        name: item for name, item in items.items() if isinstance(item, dict) and not re.search("extension-schema", name)
    }
