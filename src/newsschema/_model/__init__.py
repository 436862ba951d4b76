"""The model: the types, their fields and values, the rules between them, and the errors."""
