"""What the programs to drag from offer instead of files, as their command line says it."""

from pathlib import Path


def contents(given: list[str]) -> dict[str, bytes]:
    """By media type: `text/html=<b>words</b>`, or `image/png=@FILE` for what is in a file.

    Empty if all that was given are files.
    """
    if not given[0].startswith(("text/", "image/")):
        return {}
    words = {kind: content for kind, _, content in (each.partition("=") for each in given)}
    return {
        kind: Path(content[1:]).read_bytes() if content.startswith("@") else content.encode()
        for kind, content in words.items()
    }
