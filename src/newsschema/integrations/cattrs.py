"""The types inside other people's, structured by their own cattrs converter."""

from typing import TYPE_CHECKING, Any

from newsschema._json.strict import read_part
from newsschema._json.write import to_dict
from newsschema._model.types import MODELS

if TYPE_CHECKING:
    from cattrs import Converter


def configure(converter: "Converter") -> None:
    """Put this library's hooks on a cattrs converter, so that our types are read strictly inside others.

    Args:
        converter: A converter of your own. Its other hooks stay as they are.

    Examples:
        >>> import attrs, cattrs
        >>> from newsschema import Article
        >>> @attrs.frozen
        ... class Clipping:
        ...     desk: str
        ...     article: Article
        >>> converter = cattrs.Converter()
        >>> configure(converter)
        >>> article = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}
        >>> converter.structure({"desk": "weather", "article": article}, Clipping).article.text
        'Rain fell.'
    """
    for cls in MODELS:
        converter.register_structure_hook(cls, _structure)
        converter.register_unstructure_hook(cls, to_dict)


def _structure(tree: Any, wanted: Any) -> Any:
    return read_part(wanted, tree)
