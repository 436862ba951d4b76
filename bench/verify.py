"""Nothing is timed before it is shown to do the same work: every peer takes and refuses the same documents, and writes
the same JSON.
"""

import copy
import json
from typing import Any

import documents as stock
from peers import Peer


class UnequalError(Exception):
    """A peer that does other work than the rest."""


def _outcome(peer: Peer, data: bytes) -> object:
    try:
        article = peer.load(data)
    except NameError:
        raise  # the peer itself is broken
    except Exception as error:  # noqa: BLE001 - whatever a peer refuses with
        return error
    return json.loads(peer.dump(article))


def _difference(made: dict[str, Any], outcome: object) -> str:
    if not isinstance(outcome, dict):
        return repr(outcome)[:500]
    return ", ".join(key for key in {**made, **outcome} if made.get(key) != outcome.get(key))


def verify(name: str, peer: Peer) -> int:
    """Hold a peer to all the documents.

    Returns:
        How many were tried.

    Raises:
        UnequalError: It took, refused or wrote something that it should not.
    """
    count = 0
    for seed, tree in enumerate(stock.documents(stock.SIZES["5 kB"], 4)):
        for change, spoil in {**stock.SOUND, **(stock.FAULTS if peer.checked else {})}.items():
            made = copy.deepcopy(tree)
            spoil(made)
            outcome = _outcome(peer, json.dumps(made, ensure_ascii=False).encode())
            count += 1
            if change in stock.FAULTS and not isinstance(outcome, Exception):
                raise UnequalError(f"{name} takes document {seed} with the fault {change!r}")
            if change in stock.SOUND and outcome != made:
                raise UnequalError(
                    f"{name} makes something else of document {seed}, {change!r}: {_difference(made, outcome)}"
                )
    for story, tree in enumerate(stock.read()):
        count += 1
        outcome = _outcome(peer, stock.encoded(tree))
        if outcome != tree:
            raise UnequalError(f"{name} makes something else of story {story}: {_difference(tree, outcome)}")
    return count
