"""What Hypothesis calls by its entry point, while it is still being imported: so nothing of it is imported here."""

from typing import Any

from newsschema._model.types import MODELS


def register() -> None:
    """Tell Hypothesis about the types, so that `st.from_type(Article)` draws what `strategies.articles()` does."""
    from hypothesis import strategies as st

    for cls in MODELS:
        st.register_type_strategy(cls, _strategy_of)


def _strategy_of(cls: Any) -> Any:
    from newsschema.strategies import STRATEGIES

    return STRATEGIES[cls]
