"""Kinds of CSS values: `text-[14px]` is a size, `text-[red]` a colour."""

import re

from .value_syntax import split

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
# The first match counts. Each has a sample in scripts/make_styles.mjs. They are compiled on demand,
# since a program may never need them.
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
    ("bg-size", rf"{_SIZE}(?:,\s*{_SIZE})*"),
    ("digits", r"\d.*"),
]


def kind(value: str) -> str:
    """The kind of a decoded value: 'length', 'color', ...; 'other' if nothing matches."""
    return next((name for name, pattern in _KINDS if re.fullmatch(pattern, value)), "other")


def colored(value: str, before: str, after: str) -> str:
    """A list of shadows, with the colour of each between `before` and `after`."""
    return ", ".join(_colored(shadow.strip(), before, after) for shadow in split(value, ","))


def _colored(shadow: str, before: str, after: str) -> str:
    words = split(shadow, " ")
    for index, word in enumerate(words):
        if re.fullmatch(f"(?i:{COLOR})|var\\(.*\\)|--alpha\\(.*\\)", word):
            words[index] = f"{before}{word}{after}"
            return " ".join(words)
    lengths = sum(bool(re.match(r"-?\.?\d|calc|min|max|clamp", word)) for word in words)
    return shadow if lengths < 2 else f"{shadow} {before}currentcolor{after}"
