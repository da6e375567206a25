"""The theme: rules for the variables, registered properties and keyframes that CSS uses."""

import re
from collections.abc import Iterable

from .tables import data

_USED = re.compile(r"var\((--[\w-]+)")
_ANIMATION = re.compile(r"animation(?:-name)?:\s*([^;}]+)")


def required_rules(css: str, registered: Iterable[str] = ()) -> tuple[str, ...]:
    """CSS rules for the variables (and what those use), properties and keyframes that CSS uses."""
    theme, keyframes = data()["theme"], data()["keyframes"]
    out = {f"@property {name}{{{data()['registered'][name]}}}": None for name in registered}
    waiting = [css]
    while waiting:
        text = waiting.pop()
        for name in re.findall(r"\w+", " ".join(_ANIMATION.findall(text))):
            if name in keyframes:
                out[f"@keyframes {name}{{{keyframes[name]}}}"] = None
        for name in _USED.findall(text):
            rule = f":root{{{name}:{theme.get(name)}}}"
            if name in theme and rule not in out:
                out[rule] = None
                kind = "animation:" if name.startswith("--animate-") else ""
                waiting.append(kind + theme[name])
    return tuple(out)
