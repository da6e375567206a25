"""The types of HTML's and SVG's attributes, for scripts/make_tags."""

from __future__ import annotations


def names(text: str) -> set[str]:
    """The names in a text, separated by white space."""
    return set(text.split())


FLAGS = names("""
    allowfullscreen autoplay checked controls default disabled formnovalidate ismap loop multiple
    muted novalidate open playsinline readonly required reversed selected webkitdirectory
    """)
WHOLES = names("""
    border cellpadding cellspacing cols colspan height maxlength minlength rows rowspan size span
    start width
    """)
NUMBERS = names("high low max min optimum step")
IDS = names("for_ form list popovertarget")  # of other components

SVG_NUMBERS = names("""
    amplitude azimuth baseFrequency begin bias cx cy diffuseConstant divisor dur dx dy elevation end
    exponent fill_opacity flood_opacity font_size font_weight fr fx fy height intercept k1 k2 k3 k4
    letter_spacing limitingConeAngle markerHeight markerWidth numOctaves offset opacity order
    pathLength pointsAtX pointsAtY pointsAtZ r radius refX refY repeatCount rotate rx ry scale seed
    slope specularConstant specularExponent startOffset stdDeviation stop_opacity
    stroke_dasharray stroke_dashoffset stroke_miterlimit stroke_opacity stroke_width surfaceScale
    targetX targetY textLength width word_spacing x x1 x2 y y1 y2 z by from_ _from to max min
    """)

# Attributes with keywords: those that editors offer. `element.attribute` goes before `attribute`.
# Other texts are taken as well: the standards grow, and programs know what they do.
KEYWORDS = {
    "autocomplete": "on off",
    "button.type": "submit reset button",
    "crossorigin": "anonymous use-credentials",
    "decoding": "sync async auto",
    "enctype": "application/x-www-form-urlencoded multipart/form-data text/plain",
    "fetchpriority": "high low auto",
    "formmethod": "get post dialog",
    "kind": "subtitles captions descriptions chapters metadata",
    "loading": "eager lazy",
    "method": "get post dialog",
    "ol.type": "1 a A i I",
    "popovertargetaction": "toggle show hide",
    "preload": "none metadata auto",
    "referrerpolicy": """
        no-referrer no-referrer-when-downgrade origin origin-when-cross-origin same-origin
        strict-origin strict-origin-when-cross-origin unsafe-url
        """,
    "scope": "row col rowgroup colgroup",
    "shape": "default rect circle poly",
    "target": "_self _blank _parent _top",
    "wrap": "soft hard",
}
SVG_KEYWORDS = {
    "calcMode": "discrete linear paced spline",
    "clip_rule": "nonzero evenodd",
    "crossorigin": "anonymous use-credentials",
    "dominant_baseline": "auto middle central hanging mathematical text-top text-bottom",
    "fill_rule": "nonzero evenodd",
    "gradientUnits": "userSpaceOnUse objectBoundingBox",
    "lengthAdjust": "spacing spacingAndGlyphs",
    "patternUnits": "userSpaceOnUse objectBoundingBox",
    "spreadMethod": "pad reflect repeat",
    "stroke_linecap": "butt round square",
    "stroke_linejoin": "miter round bevel",
    "text_anchor": "start middle end",
    "visibility": "visible hidden collapse",
}

# A program reads the type of an input: it is never None.
INPUT_TYPES = """
    text password number range checkbox radio date time datetime-local month week color email file
    hidden image search tel url submit reset button
    """

# What fits none of the above.
OTHERS = {
    "input.value": "Any",
    "select.value": "Any",
    "textarea.value": "Any",
    "input.checked": "bool",
    "input.capture": 'Literal["user", "environment"] | bool | str | None',
    "button.value": "_Number",
    "option.value": "_Number",
    "li.value": "_Whole",
    "meter.value": "_Number",
    "progress.value": "_Number",
    "data.value": "_Number",
    "download": "bool | str | None",
}


def type_of(tag: str, name: str, is_svg: bool) -> str:
    """The type of an element's attribute, as tags.pyi writes it."""
    if (tag, name) == ("input", "type"):
        return f"{literal(INPUT_TYPES)} | str"
    keywords = SVG_KEYWORDS if is_svg else KEYWORDS
    for key in (f"{tag}.{name}", name):
        if key in keywords:
            return f"{literal(keywords[key])} | str | None"
        if key in OTHERS:
            return OTHERS[key]
    if is_svg:
        return "_Number" if name in SVG_NUMBERS else "_Text"
    if name in FLAGS:
        return "_Flag"
    if name in IDS:
        return "_Id"
    return "_Whole" if name in WHOLES else "_Number" if name in NUMBERS else "_Text"


def literal(keywords: str) -> str:
    """The type of a text that is one of these words."""
    quoted = ", ".join(f'"{word}"' for word in keywords.split())
    return f"Literal[{quoted}]"
