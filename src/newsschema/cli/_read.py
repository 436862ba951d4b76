"""`newsschema read`."""

from newsschema._json.write import to_dict
from newsschema.cli._app import Flag, Input, Output, read_bytes, read_story, text_of, write


def read(file: Input, /, *, output: Output = None, indent: Flag = False) -> None:
    """Read a news story in plain text and write it as article JSON, its quotations found.

    ```
    newsschema read story.txt -o story.json
    newsschema read --indent story.txt
    curl -s https://example.org/wire.txt | newsschema read - | newsschema show -
    ```

    Args:
        file: The story as an agency sends it, in UTF-8; `-` for standard input.
        output: Write to this file, whole or not at all, instead of standard output.
        indent: Spread the JSON over lines, for people to read.
    """
    write(to_dict(read_story(text_of(read_bytes(file), file))), output, indent=indent)
