"""`newsschema completion`."""

from typing import Literal

from newsschema.cli._streams import write_text


def completion(shell: Literal["bash", "zsh", "fish", "powershell"], /) -> None:
    """Print a completion script for a shell.

    ```
    newsschema completion bash > ~/.local/share/bash-completion/completions/newsschema
    newsschema completion zsh > ~/.zfunc/_newsschema
    newsschema completion fish > ~/.config/fish/completions/newsschema.fish
    ```

    Args:
        shell: The shell.
    """
    from newsschema.cli._app import app

    write_text(app.generate_completion(shell=shell))
