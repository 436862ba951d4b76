"""The version of the JSON."""

from typing import Final

SCHEMA_VERSION: Final = "1.0"
"""The version of the JSON that this library writes; independent of the library's own."""
