"""Files that an ``accept`` attribute lets in, by name (HTML 4.10.5.1.17) and by content.

If the content does not show a type, the name decides.
"""

from .content_match import may_be
from .sniffing import GZIP
from .text_sniffing import DRAWING
from .types import OCTET_STREAM, canonical, guess_type, known_suffixes, matches_token

_PACKED_DRAWING = ".svgz"
_VIDEO_OR_SCRIPT = ".ts"


def tokens(accept: str) -> list[str]:
    """``image/*,.PDF`` -> its parts, in lower case."""
    return [token for part in accept.lower().split(",") if (token := part.strip())]


def matching_tokens(accept: str, name: str, claimed: str) -> list[str]:
    """The parts of ``accept`` that let in a file of this name and claimed type."""
    return [token for token in tokens(accept) if _lets_in(token, name, claimed)]


def is_accepted_name(accept: str, name: str, claimed: str) -> bool:
    """Whether a file of this name and claimed type is let in."""
    return bool(matching_tokens(accept, name, claimed)) or not tokens(accept)


def is_accepted_content(accept: str, name: str, claimed: str, found: str) -> bool:
    """Whether content of the type `found` is what the parts that let the name in stand for."""
    matching = matching_tokens(accept, name, claimed)
    return any(_may_be(token, name, claimed, found) for token in matching)


def suffixes(accept: str) -> list[str]:
    """``image/*,.PDF`` -> ``.avif``, ..., ``.pdf``; empty if any name is let in."""
    wanted = tokens(accept)
    if not {"*/*", OCTET_STREAM}.isdisjoint(wanted):
        return []
    known = [*known_suffixes(), _VIDEO_OR_SCRIPT]
    found = [
        suffix
        for token in wanted
        for suffix in ([token] if token.startswith(".") else known)
        if _lets_in(token, f"x{suffix}", "")
    ]
    return list(dict.fromkeys(found))


def _lets_in(token: str, name: str, claimed: str) -> bool:
    if token.startswith("."):
        return name.lower().endswith(token)
    return any(matches_token(each, token) for each in (claimed.lower(), *_types(name)))


def _types(name: str) -> tuple[str, ...]:
    """The types that a file of this name may have."""
    lower = name.lower()
    if lower.endswith(_PACKED_DRAWING):
        return (DRAWING,)
    if lower.endswith(_VIDEO_OR_SCRIPT):  # MPEG or TypeScript
        return "video/mp2t", "text/x-typescript"
    return (guess_type(name),)


def _may_be(token: str, name: str, claimed: str, found: str) -> bool:
    if found == GZIP and name.lower().endswith(_PACKED_DRAWING):
        return True
    by_name = _types(name)
    said = claimed.lower() if by_name == (OCTET_STREAM,) and claimed else canonical(by_name[0])
    wanted = by_name if token.startswith(".") else (token,)
    return any(may_be(each, said, found) for each in wanted)
