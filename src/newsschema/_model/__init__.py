"""The model: the types, what their fields hold, what must hold between them, and the errors that say what does not."""
