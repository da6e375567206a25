"""Names of the attributes that every component has, in Python and in HTML."""

from __future__ import annotations

from ..words import names

# https://html.spec.whatwg.org/multipage/dom.html#global-attributes
GLOBAL_ATTRIBUTES = names(
    """
    accesskey autocapitalize autofocus contenteditable dir draggable enterkeyhint hidden_ id inert
    inputmode itemid itemprop itemref itemscope itemtype lang nonce part popover role slot
    spellcheck tabindex title translate
    """
)

# Attributes of the component itself that change what the browser shows.
CONTENT = names("text classes style show inner_html html_entity set_focus model")

# Attributes of the component itself that change which events the browser sends, and how.
EVENT_OPTIONS = names("event_propagation event_modifiers additional_properties")

# How the component moves, and the HTML attributes from which the client reads it.
EFFECTS = {
    "animation": "data-satchel-animation",
    "transition": "data-satchel-transition",
    "drag_options": "data-satchel-drag",
    "drag_files": "data-satchel-files",
}

# The browser performs these each time they are set.
ACTIONS = frozenset({"animation", "set_focus"})

OWN = CONTENT | EVENT_OPTIONS | frozenset(EFFECTS)

# What the client reads from an element: its id, its subscriptions, its effects.
CLIENT_ATTRIBUTES = frozenset(
    {"data_c", "data_e", *(name.replace("-", "_") for name in EFFECTS.values())}
)


def html_name(name: str) -> str:
    """The HTML name of a Python attribute: ``stop_color``, ``for_``, ``_in``."""
    return name.strip("_").replace("_", "-")
