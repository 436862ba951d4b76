"""`newsschema schema`."""

from newsschema._json.schema import json_schema
from newsschema.cli._options import Output
from newsschema.cli._streams import write_json


def schema(*, output: Output = None) -> None:
    """Print the JSON Schema (2020-12) of the documents that this version writes.

    ```
    newsschema schema -o article.schema.json
    ```

    Args:
        output: Write to this file instead of standard output.
    """
    write_json(json_schema(), output, indent=True)
