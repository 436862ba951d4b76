"""Objects that are filled field by field before they become ones of a type: one way past a constructor.

Only for code that checks what it makes, before anyone holds it.
"""

from typing import Any

from newsschema._model.base import Model


def blank(cls: type[Model]) -> type:
    """A type of the same layout whose objects can be assigned to, until their `__class__` is set to the real one.

    To set the fields of a frozen object through their descriptors takes three times as long, and loading a document
    half as long again (measured on 16 kB). It stands beside the type, so that none of ours is among its subclasses.

    Args:
        cls: A type of the model.
    """
    layout: Any = cls.__base__
    return type(cls.__name__, (layout,), {"__slots__": cls.__slots__})
