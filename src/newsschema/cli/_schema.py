"""`newsschema schema`."""

from newsschema._json.schema import json_schema
from newsschema.cli._app import Output, write


def schema(*, output: Output = None) -> None:
    """Print the JSON Schema (2020-12) of the documents that this version writes.

    ```
    newsschema schema -o article.schema.json
    ```

    Args:
        output: Write to this file instead of standard output.
    """
    write(json_schema(), output)
