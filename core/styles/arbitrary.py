"""Arbitrary values of Tailwind classes: the text between the brackets of `w-[37px]`.

Checks that a value cannot leave its declaration, decodes it as Tailwind does (underscores are
spaces, operators in `calc()` get theirs), and says of what kind it is, so that `text-[14px]` is a
size and `text-[red]` a colour.
"""

import re
from collections.abc import Iterator

_PAIRS = {"(": ")", "[": "]"}
# What ends a <style> element or opens a comment; quotes in a bare url() confuse CSS's tokenizer.
_REFUSED = re.compile(r'[\x00-\x1f\x7f{}]|</|<!|/\*|\\$|url\(\s*+(?!["\'])[^)]*["\'(]')


def is_safe(text: str) -> bool:
    """Whether text is one value: brackets and quotes balanced, no `;` outside of them."""
    if _REFUSED.search(text):
        return False
    expected: list[str] = []
    for char, quoted in _scan(text):
        if quoted is None:
            return False
        if quoted:
            continue
        if char in _PAIRS:
            expected.append(_PAIRS[char])
        elif (char in ")]" and (not expected or expected.pop() != char)) or (
            char == ";" and not expected
        ):
            return False
    return not expected


def split(text: str, separator: str) -> list[str]:
    """Parts of text between separators that stand outside of brackets and quotes."""
    parts, start, depth = [], 0, 0
    for index, (char, quoted) in enumerate(_scan(text)):
        if quoted:
            continue
        if char == separator and depth == 0:
            parts.append(text[start:index])
            start = index + 1
        depth = max(0, depth + (char in "([") - (char in ")]"))
    return [*parts, text[start:]]


def _scan(text: str) -> Iterator[tuple[str, bool | None]]:
    """Each character and whether it is quoted or escaped; None for an unclosed quote at the end."""
    quote, escaped = "", False
    for char in text:
        literal = escaped or bool(quote)
        if escaped:
            escaped = False
        elif char == "\\":
            escaped, literal = True, True
        elif quote:
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote, literal = char, True
        yield char, literal
    if quote:
        yield "", None


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
    end = _closing(value, match.end())
    inside = _spaced_operators(value[match.end() : end])
    return value[: match.end()] + inside + _with_operators(value[end:])


def _spaced_operators(inside: str) -> str:
    """A sign after an operand is an operator; any other belongs to what follows."""
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


def _closing(value: str, start: int) -> int:
    depth = 1
    for index, (char, quoted) in enumerate(_scan(value)):
        if index < start or quoted:
            continue
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return index
    return len(value)


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


_NUMBER = r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?"
_UNIT = (
    r"(?:cm|mm|Q|in|pc|pt|px|em|ex|ch|cap|ic|rem|rex|rch|rcap|ric|lh|rlh"
    r"|[sld]?v(?:w|h|min|max|b|i)|cq(?:w|h|i|b|min|max))"
)
# Brackets three deep, written so that there is one way to match them.
_INNER = r"[^()]*(?:\([^()]*\)[^()]*)*"
_FUNCTION = rf"(?:calc|min|max|clamp)\([^()]*(?:\({_INNER}\)[^()]*)*\)"
_LENGTH = rf"(?:{_NUMBER}(?:{_UNIT}|%)|{_FUNCTION})"
_SIZE = rf"(?:cover|contain|(?:auto|{_LENGTH})(?: (?:auto|{_LENGTH}))?)"
_SIDES = r"(?:center|top|right|bottom|left)"
# CSS Color 4, 6.1.
_COLOR_NAMES = """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
    blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk
    crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
    darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue
    dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite
    gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
    lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen
    lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
    mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown
    seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen
    steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
"""
COLOR = (
    r"#[\da-fA-F]+|(?:rgba?|hsla?|hwb|color|(?:ok)?(?:lab|lch)|light-dark|color-mix)\(.*\)"
    r"|currentcolor|transparent|" + "|".join(_COLOR_NAMES.split())
)
# In this order: the first that fits. Each has its sample in scripts/make_styles.mjs. Compiled when
# they are asked for: a program may never need them.
_KINDS = [
    ("var", r"var\(.*"),
    ("color", f"(?i:{COLOR})"),
    ("url", r"url\(.*\)"),
    (
        "image",
        r"(?:(?:repeating-)?(?:conic|linear|radial)-gradient|element|image"
        r"|cross-fade|image-set)\(.*",
    ),
    ("math", r"(?>[^\s,]*?(?:calc|min|max|clamp)\().*\)"),
    ("integer", r"0|[1-9]\d*"),
    ("number", _NUMBER),
    ("percentage", rf"{_NUMBER}%"),
    ("length", rf"{_NUMBER}{_UNIT}"),
    ("angle", rf"{_NUMBER}(?:deg|rad|grad|turn)"),
    ("ratio", rf"{_NUMBER}\s*/\s*{_NUMBER}"),
    ("vector", rf"{_NUMBER} +{_NUMBER} +{_NUMBER}"),
    ("line-width", "thin|thick"),
    ("medium", "medium"),
    ("absolute-size", "(?:xx?-)?small|(?:x{1,3}-)?large"),
    ("relative-size", "larger|smaller"),
    (
        "generic-name",
        "serif|sans-serif|monospace|cursive|fantasy|system-ui|math|emoji|fangsong"
        "|ui-(?:serif|sans-serif|monospace|rounded)",
    ),
    ("position", rf"(?:{_LENGTH} )*{_SIDES}(?: (?:{_SIDES}|{_LENGTH}))*"),
    ("lengths", rf"{_LENGTH} {_LENGTH}"),
    (
        "bg-size",
        rf"{_SIZE}(?:,\s*{_SIZE})*",
    ),
    ("digits", r"\d.*"),
]


def kind(value: str) -> str:
    """What a decoded value is: 'length', 'color', ...; 'other' where nothing fits."""
    return next((name for name, pattern in _KINDS if re.fullmatch(pattern, value)), "other")


def colored(value: str, before: str, after: str) -> str:
    """A list of shadows, the colour of each put between `before` and `after`."""
    return ", ".join(_colored(shadow.strip(), before, after) for shadow in split(value, ","))


def _colored(shadow: str, before: str, after: str) -> str:
    words = split(shadow, " ")
    for index, word in enumerate(words):
        if re.fullmatch(f"(?i:{COLOR})|var\\(.*\\)|--alpha\\(.*\\)", word):
            words[index] = f"{before}{word}{after}"
            return " ".join(words)
    lengths = sum(bool(re.match(r"-?\.?\d|calc|min|max|clamp", word)) for word in words)
    return shadow if lengths < 2 else f"{shadow} {before}currentcolor{after}"
