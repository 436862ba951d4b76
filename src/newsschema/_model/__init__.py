"""The model: the types, their fields and values, the rules between them, and the errors."""

from newsschema._model import plain as plain  # without it, the constructors take long
