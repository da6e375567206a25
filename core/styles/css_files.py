"""CSS files in `assets`, as one line each: browsers count what is inserted as one rule."""

from importlib.resources import files


def css_file(name: str) -> str:
    """The text of a file without comments and line breaks.

    Raises:
        FileNotFoundError: there is none of this name.
    """
    text = files("assets").joinpath(name).read_text(encoding="utf-8")
    first, *others = text.split("/*")
    bare = [first, *(other.partition("*/")[2] for other in others)]
    return " ".join(" ".join(bare).split())
