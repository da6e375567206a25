"""Arbitrary values of Tailwind classes: the text between the brackets of `w-[37px]`.

Values that could leave their declaration are refused. The others are decoded as Tailwind does:
underscores become spaces, and operators in `calc()` get spaces around them.
"""

import re

from .value_syntax import closing, is_safe


def decode(text: str) -> str | None:
    """The CSS of an arbitrary value, or None if it must not be used."""
    if not text.strip("_ ") or not is_safe(text):
        return None
    value = _spaced(text)
    if "(" not in value:
        return value
    return _with_functions(_with_operators(value))


# Names in these keep their underscores: the address of url(), the property of var().
_KEPT = re.compile(r"\\_|url\([^)]*\)?|(?:var|theme)\(\s*[^,)]*|_")


def _spaced(text: str) -> str:
    def change(match: re.Match[str]) -> str:
        found = match[0]
        return {"_": " ", "\\_": "_"}.get(found, found)

    return _KEPT.sub(change, text)


_MATH = re.compile(
    r"(?<![\w-])(?:calc|min|max|clamp|mod|rem|sin|cos|tan|asin|acos|atan2?|pow|sqrt|hypot|log|exp"
    r"|round|abs|sign)\("
)
_TOKEN = re.compile(
    r"\s*(?:(?P<operand>--[\w-]+|[a-z][\w-]*|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?(?:[a-z]+|%)?)"
    r"|(?P<operator>[-+*/])|(?P<other>(?s:.)))",
    re.IGNORECASE,
)


def _with_operators(value: str) -> str:
    """Spaces around the operators of math functions, and only there."""
    match = _MATH.search(value)
    if match is None:
        return value
    end = closing(value, match.end())
    inside = _spaced_operators(value[match.end() : end])
    return value[: match.end()] + inside + _with_operators(value[end:])


def _spaced_operators(inside: str) -> str:
    """A sign after an operand is an operator; any other belongs to the next operand."""
    out, after_operand = "", False
    for token in _TOKEN.finditer(inside):
        text = token[0].strip()
        if token["operator"] and after_operand:
            out, after_operand = f"{out} {text} ", False
        elif token["operand"]:
            out, after_operand = f"{out} {text}" if after_operand else out + text, True
        else:
            out, after_operand = out + (", " if text == "," else text), text == ")"
    return out


_SPACING = re.compile(r"--spacing\(([^()]*)\)|theme\(\s*spacing\.([\d.]+)\s*\)")
_ALPHA = re.compile(r"--alpha\(((?:[^()/]|\([^()]*\))*)/((?:[^()]|\([^()]*\))*)\)")
_THEME = re.compile(r"(?:--)?theme\(\s*(--[\w-]+)\s*\)|theme\(\s*colors\.([\w.]+)\s*\)")


def _with_functions(value: str) -> str:
    """Tailwind's own functions, written out: --spacing(), --alpha(), theme()."""
    value = _SPACING.sub(lambda m: f"calc(var(--spacing) * {m[1] or m[2]})", value)
    value = _THEME.sub(lambda m: f"var({m[1] or '--color-' + m[2].replace('.', '-')})", value)
    return _ALPHA.sub(
        lambda m: f"color-mix(in oklab, {m[1].strip()} {m[2].strip()}, transparent)", value
    )
