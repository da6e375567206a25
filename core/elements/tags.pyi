# What type checkers and editors read of tags.py. Written by scripts/make_tags; do not edit.

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Self

from .component import Component
from .container import Container
from .forms import FormBase, TextareaBase
from .id_references import ABase, LabelBase
from .inputs import InputBase
from .message import HandlerFunction as F
from .selects import OptionBase, SelectBase
from .webpage import WebPage

__all__ = [
    "A",
    "Abbr",
    "Address",
    "Animate",
    "AnimateMotion",
    "AnimateTransform",
    "Area",
    "Article",
    "Aside",
    "Audio",
    "B",
    "Bdi",
    "Bdo",
    "Blockquote",
    "Br",
    "Button",
    "Canvas",
    "Caption",
    "Circle",
    "Cite",
    "ClipPath",
    "Code",
    "Col",
    "Colgroup",
    "Data",
    "Datalist",
    "Dd",
    "Defs",
    "Del",
    "Desc",
    "Details",
    "Dfn",
    "Dialog",
    "Div",
    "Dl",
    "Dt",
    "Ellipse",
    "Em",
    "Embed",
    "FeBlend",
    "FeColorMatrix",
    "FeComponentTransfer",
    "FeComposite",
    "FeConvolveMatrix",
    "FeDiffuseLighting",
    "FeDisplacementMap",
    "FeDistantLight",
    "FeDropShadow",
    "FeFlood",
    "FeFuncA",
    "FeFuncB",
    "FeFuncG",
    "FeFuncR",
    "FeGaussianBlur",
    "FeImage",
    "FeMerge",
    "FeMergeNode",
    "FeMorphology",
    "FeOffset",
    "FePointLight",
    "FeSpecularLighting",
    "FeSpotLight",
    "FeTile",
    "FeTurbulence",
    "Fieldset",
    "Figcaption",
    "Figure",
    "Filter",
    "Footer",
    "ForeignObject",
    "Form",
    "G",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "Header",
    "Hgroup",
    "Hr",
    "I",
    "Iframe",
    "Image",
    "Img",
    "Input",
    "Ins",
    "Kbd",
    "Label",
    "Legend",
    "Li",
    "Line",
    "LinearGradient",
    "Main",
    "Map",
    "Mark",
    "Marker",
    "Mask",
    "Menu",
    "Metadata",
    "Meter",
    "Mpath",
    "Nav",
    "Noscript",
    "Object",
    "Ol",
    "Optgroup",
    "Option",
    "Output",
    "P",
    "Path",
    "Pattern",
    "Picture",
    "Polygon",
    "Polyline",
    "Pre",
    "Progress",
    "Q",
    "RadialGradient",
    "Rect",
    "Rp",
    "Rt",
    "Ruby",
    "S",
    "Samp",
    "Search",
    "Section",
    "Select",
    "Set",
    "Slot",
    "Small",
    "Source",
    "Span",
    "Stop",
    "Strong",
    "Sub",
    "Summary",
    "Sup",
    "Svg",
    "Switch",
    "Symbol",
    "Table",
    "Tbody",
    "Td",
    "Template",
    "Text",
    "TextPath",
    "Textarea",
    "Tfoot",
    "Th",
    "Thead",
    "Time",
    "Title",
    "Tr",
    "Track",
    "Tspan",
    "U",
    "Ul",
    "Use",
    "Var",
    "Video",
    "View",
    "Wbr",
]

SVG: frozenset[str]

# The types of HTML's attributes; None leaves the attribute out.
_Text = str | None
_Id = str | int | None
_Flag = bool | None
_Whole = int | str | None
_Number = float | str | None


class HtmlElement(Component):
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...
    def __getattr__(self, name: str) -> Any: ...  # programs add attributes of their own
    # Components know neither messages nor pages, which stand above them.
    def on(
        self,
        name: str,
        function: F,
        *,
        debounce: int | None = None,
        throttle: int | None = None,
        immediate: bool = False,
        concurrent: bool = False,
    ) -> Self: ...
    def pages(self) -> set[WebPage]: ...

class SvgElement(HtmlElement):
    alignment_baseline: _Text
    baseline_shift: _Text
    clip_path: _Text
    clip_rule: Literal["nonzero", "evenodd"] | str | None
    color: _Text
    color_interpolation: _Text
    cursor: _Text
    d: _Text
    direction: _Text
    display: _Text
    dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None
    fill: _Text
    fill_opacity: _Number
    fill_rule: Literal["nonzero", "evenodd"] | str | None
    filter: _Text
    flood_color: _Text
    flood_opacity: _Number
    font_family: _Text
    font_size: _Number
    font_style: _Text
    font_weight: _Number
    height: _Number
    image_rendering: _Text
    letter_spacing: _Number
    lighting_color: _Text
    marker_end: _Text
    marker_mid: _Text
    marker_start: _Text
    mask: _Text
    opacity: _Number
    overflow: _Text
    paint_order: _Text
    pathLength: _Number
    pointer_events: _Text
    shape_rendering: _Text
    stop_color: _Text
    stop_opacity: _Number
    stroke: _Text
    stroke_dasharray: _Number
    stroke_dashoffset: _Number
    stroke_linecap: Literal["butt", "round", "square"] | str | None
    stroke_linejoin: Literal["miter", "round", "bevel"] | str | None
    stroke_miterlimit: _Number
    stroke_opacity: _Number
    stroke_width: _Number
    text_anchor: Literal["start", "middle", "end"] | str | None
    text_decoration: _Text
    text_rendering: _Text
    transform: _Text
    transform_origin: _Text
    vector_effect: _Text
    visibility: Literal["visible", "hidden", "collapse"] | str | None
    width: _Number
    word_spacing: _Number
    writing_mode: _Text
    x: _Number
    y: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class A(ABase, HtmlElement):
    bookmark: Component | None
    scroll: bool
    charset: _Text
    coords: _Text
    download: bool | str | None
    href: _Text
    hreflang: _Text
    name: _Text
    ping: _Text
    referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None
    rel: _Text
    rev: _Text
    shape: Literal["default", "rect", "circle", "poly"] | str | None
    target: Literal["_self", "_blank", "_parent", "_top"] | str | None
    type: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., bookmark: Component | None = ...,
        scroll: bool = ..., charset: _Text = ..., coords: _Text = ...,
        download: bool | str | None = ..., href: _Text = ..., hreflang: _Text = ...,
        ping: _Text = ...,
        referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None = ...,
        rel: _Text = ..., rev: _Text = ...,
        shape: Literal["default", "rect", "circle", "poly"] | str | None = ...,
        target: Literal["_self", "_blank", "_parent", "_top"] | str | None = ..., type: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        click__out: F = ..., progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Abbr(HtmlElement): ...

class Address(HtmlElement): ...

class Area(HtmlElement):
    alt: _Text
    coords: _Text
    download: bool | str | None
    href: _Text
    ping: _Text
    referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None
    rel: _Text
    shape: Literal["default", "rect", "circle", "poly"] | str | None
    target: Literal["_self", "_blank", "_parent", "_top"] | str | None
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alt: _Text = ...,
        coords: _Text = ..., download: bool | str | None = ..., href: _Text = ...,
        ping: _Text = ...,
        referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None = ...,
        rel: _Text = ..., shape: Literal["default", "rect", "circle", "poly"] | str | None = ...,
        target: Literal["_self", "_blank", "_parent", "_top"] | str | None = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Article(HtmlElement): ...

class Aside(HtmlElement): ...

class Audio(HtmlElement):
    autoplay: _Flag
    controls: _Flag
    crossorigin: Literal["anonymous", "use-credentials"] | str | None
    loop: _Flag
    muted: _Flag
    preload: Literal["none", "metadata", "auto"] | str | None
    src: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., autoplay: _Flag = ...,
        controls: _Flag = ...,
        crossorigin: Literal["anonymous", "use-credentials"] | str | None = ..., loop: _Flag = ...,
        muted: _Flag = ..., preload: Literal["none", "metadata", "auto"] | str | None = ...,
        src: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class B(HtmlElement): ...

class Bdi(HtmlElement): ...

class Bdo(HtmlElement): ...

class Blockquote(HtmlElement):
    cite: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., cite: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Br(HtmlElement): ...

class Button(HtmlElement):
    disabled: _Flag
    form: _Id
    formaction: _Text
    formenctype: _Text
    formmethod: Literal["get", "post", "dialog"] | str | None
    formnovalidate: _Flag
    formtarget: _Text
    name: _Text
    popovertarget: _Id
    popovertargetaction: Literal["toggle", "show", "hide"] | str | None
    type: Literal["submit", "reset", "button"] | str | None
    value: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., disabled: _Flag = ...,
        form: _Id = ..., formaction: _Text = ..., formenctype: _Text = ...,
        formmethod: Literal["get", "post", "dialog"] | str | None = ...,
        formnovalidate: _Flag = ..., formtarget: _Text = ..., popovertarget: _Id = ...,
        popovertargetaction: Literal["toggle", "show", "hide"] | str | None = ...,
        type: Literal["submit", "reset", "button"] | str | None = ..., value: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Canvas(HtmlElement):
    height: _Whole
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., height: _Whole = ...,
        width: _Whole = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Caption(HtmlElement): ...

class Cite(HtmlElement): ...

class Code(HtmlElement): ...

class Col(HtmlElement):
    span: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., span: _Whole = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Colgroup(HtmlElement):
    span: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., span: _Whole = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Data(HtmlElement):
    value: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., value: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Datalist(HtmlElement): ...

class Dd(HtmlElement): ...

class Del(HtmlElement):
    cite: _Text
    datetime: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., cite: _Text = ...,
        datetime: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Details(HtmlElement):
    name: _Text
    open: _Flag
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., open: _Flag = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Dfn(HtmlElement): ...

class Dialog(HtmlElement):
    open: _Flag
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., open: _Flag = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Div(HtmlElement): ...

class Dl(HtmlElement): ...

class Dt(HtmlElement): ...

class Em(HtmlElement): ...

class Embed(HtmlElement):
    height: _Whole
    src: _Text
    type: _Text
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., height: _Whole = ...,
        src: _Text = ..., type: _Text = ..., width: _Whole = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Fieldset(HtmlElement):
    disabled: _Flag
    form: _Id
    name: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., disabled: _Flag = ...,
        form: _Id = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Figcaption(HtmlElement): ...

class Figure(HtmlElement): ...

class Footer(HtmlElement): ...

class Form(FormBase, HtmlElement):
    accept_charset: _Text
    action: _Text
    autocomplete: Literal["on", "off"] | str | None
    enctype: Literal["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] | str | None
    method: Literal["get", "post", "dialog"] | str | None
    name: _Text
    novalidate: _Flag
    rel: _Text
    target: Literal["_self", "_blank", "_parent", "_top"] | str | None
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., accept_charset: _Text = ...,
        action: _Text = ..., autocomplete: Literal["on", "off"] | str | None = ...,
        enctype: Literal["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] | str | None = ...,
        method: Literal["get", "post", "dialog"] | str | None = ..., novalidate: _Flag = ...,
        rel: _Text = ..., target: Literal["_self", "_blank", "_parent", "_top"] | str | None = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class H1(HtmlElement): ...

class H2(HtmlElement): ...

class H3(HtmlElement): ...

class H4(HtmlElement): ...

class H5(HtmlElement): ...

class H6(HtmlElement): ...

class Header(HtmlElement): ...

class Hgroup(HtmlElement): ...

class Hr(HtmlElement): ...

class I(HtmlElement): ...

class Iframe(HtmlElement):
    allow: _Text
    allowfullscreen: _Flag
    height: _Whole
    loading: Literal["eager", "lazy"] | str | None
    name: _Text
    referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None
    sandbox: _Text
    src: _Text
    srcdoc: _Text
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., allow: _Text = ...,
        allowfullscreen: _Flag = ..., height: _Whole = ...,
        loading: Literal["eager", "lazy"] | str | None = ...,
        referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None = ...,
        sandbox: _Text = ..., src: _Text = ..., srcdoc: _Text = ..., width: _Whole = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Img(HtmlElement):
    alt: _Text
    crossorigin: Literal["anonymous", "use-credentials"] | str | None
    decoding: Literal["sync", "async", "auto"] | str | None
    fetchpriority: Literal["high", "low", "auto"] | str | None
    height: _Whole
    ismap: _Flag
    loading: Literal["eager", "lazy"] | str | None
    referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None
    sizes: _Text
    src: _Text
    srcset: _Text
    usemap: _Text
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alt: _Text = ...,
        crossorigin: Literal["anonymous", "use-credentials"] | str | None = ...,
        decoding: Literal["sync", "async", "auto"] | str | None = ...,
        fetchpriority: Literal["high", "low", "auto"] | str | None = ..., height: _Whole = ...,
        ismap: _Flag = ..., loading: Literal["eager", "lazy"] | str | None = ...,
        referrerpolicy: Literal["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] | str | None = ...,
        sizes: _Text = ..., src: _Text = ..., srcset: _Text = ..., usemap: _Text = ...,
        width: _Whole = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Input(InputBase, HtmlElement):
    type: Literal["text", "password", "number", "range", "checkbox", "radio", "date", "time", "datetime-local", "month", "week", "color", "email", "file", "hidden", "image", "search", "tel", "url", "submit", "reset", "button"] | str
    checked: bool
    debounce: int
    max_size: int | str | None
    max_files: int | None
    max_total: int | str | None
    digest: Literal["sha256", "xxh3"] | None
    accept: _Text
    alt: _Text
    autocomplete: Literal["on", "off"] | str | None
    capture: Literal["user", "environment"] | bool | str | None
    dirname: _Text
    disabled: _Flag
    form: _Id
    formaction: _Text
    formenctype: _Text
    formmethod: Literal["get", "post", "dialog"] | str | None
    formnovalidate: _Flag
    formtarget: _Text
    height: _Whole
    list: _Id
    max: _Number
    maxlength: _Whole
    min: _Number
    minlength: _Whole
    multiple: _Flag
    name: _Text
    pattern: _Text
    placeholder: _Text
    popovertarget: _Id
    popovertargetaction: Literal["toggle", "show", "hide"] | str | None
    readonly: _Flag
    required: _Flag
    size: _Whole
    src: _Text
    step: _Number
    value: Any
    webkitdirectory: _Flag
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ...,
        type: Literal["text", "password", "number", "range", "checkbox", "radio", "date", "time", "datetime-local", "month", "week", "color", "email", "file", "hidden", "image", "search", "tel", "url", "submit", "reset", "button"] | str = ...,
        checked: bool = ..., debounce: int = ..., max_size: int | str | None = ...,
        max_files: int | None = ..., max_total: int | str | None = ...,
        digest: Literal["sha256", "xxh3"] | None = ..., accept: _Text = ..., alt: _Text = ...,
        autocomplete: Literal["on", "off"] | str | None = ...,
        capture: Literal["user", "environment"] | bool | str | None = ..., dirname: _Text = ...,
        disabled: _Flag = ..., form: _Id = ..., formaction: _Text = ..., formenctype: _Text = ...,
        formmethod: Literal["get", "post", "dialog"] | str | None = ...,
        formnovalidate: _Flag = ..., formtarget: _Text = ..., height: _Whole = ..., list: _Id = ...,
        max: _Number = ..., maxlength: _Whole = ..., min: _Number = ..., minlength: _Whole = ...,
        multiple: _Flag = ..., pattern: _Text = ..., placeholder: _Text = ...,
        popovertarget: _Id = ...,
        popovertargetaction: Literal["toggle", "show", "hide"] | str | None = ...,
        readonly: _Flag = ..., required: _Flag = ..., size: _Whole = ..., src: _Text = ...,
        step: _Number = ..., value: Any = ..., webkitdirectory: _Flag = ..., width: _Whole = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Ins(HtmlElement):
    cite: _Text
    datetime: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., cite: _Text = ...,
        datetime: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Kbd(HtmlElement): ...

class Label(LabelBase, HtmlElement):
    for_component: Component | None
    for_: _Id
    form: _Id
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ...,
        for_component: Component | None = ..., for_: _Id = ..., form: _Id = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Legend(HtmlElement): ...

class Li(HtmlElement):
    value: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., value: _Whole = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Main(HtmlElement): ...

class Map(HtmlElement):
    name: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Mark(HtmlElement): ...

class Menu(HtmlElement): ...

class Meter(HtmlElement):
    form: _Id
    high: _Number
    low: _Number
    max: _Number
    min: _Number
    optimum: _Number
    value: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., form: _Id = ...,
        high: _Number = ..., low: _Number = ..., max: _Number = ..., min: _Number = ...,
        optimum: _Number = ..., value: _Number = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Nav(HtmlElement): ...

class Noscript(HtmlElement): ...

class Object(HtmlElement):
    form: _Id
    height: _Whole
    name: _Text
    type: _Text
    usemap: _Text
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., form: _Id = ...,
        height: _Whole = ..., type: _Text = ..., usemap: _Text = ..., width: _Whole = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Ol(HtmlElement):
    reversed: _Flag
    start: _Whole
    type: Literal["1", "a", "A", "i", "I"] | str | None
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., reversed: _Flag = ...,
        start: _Whole = ..., type: Literal["1", "a", "A", "i", "I"] | str | None = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Optgroup(HtmlElement):
    disabled: _Flag
    label: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., disabled: _Flag = ...,
        label: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Option(OptionBase, HtmlElement):
    disabled: _Flag
    label: _Text
    selected: _Flag
    value: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., disabled: _Flag = ...,
        label: _Text = ..., selected: _Flag = ..., value: _Number = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Output(HtmlElement):
    for_: _Id
    form: _Id
    name: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., for_: _Id = ..., form: _Id = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class P(HtmlElement): ...

class Picture(HtmlElement): ...

class Pre(HtmlElement): ...

class Progress(HtmlElement):
    max: _Number
    value: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., max: _Number = ...,
        value: _Number = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Q(HtmlElement):
    cite: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., cite: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Rp(HtmlElement): ...

class Rt(HtmlElement): ...

class Ruby(HtmlElement): ...

class S(HtmlElement): ...

class Samp(HtmlElement): ...

class Search(HtmlElement): ...

class Section(HtmlElement): ...

class Select(SelectBase, HtmlElement):
    autocomplete: Literal["on", "off"] | str | None
    disabled: _Flag
    form: _Id
    multiple: _Flag
    name: _Text
    required: _Flag
    size: _Whole
    value: Any
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ...,
        autocomplete: Literal["on", "off"] | str | None = ..., disabled: _Flag = ...,
        form: _Id = ..., multiple: _Flag = ..., required: _Flag = ..., size: _Whole = ...,
        value: Any = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Slot(HtmlElement):
    name: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Small(HtmlElement): ...

class Source(HtmlElement):
    height: _Whole
    media: _Text
    sizes: _Text
    src: _Text
    srcset: _Text
    type: _Text
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., height: _Whole = ...,
        media: _Text = ..., sizes: _Text = ..., src: _Text = ..., srcset: _Text = ...,
        type: _Text = ..., width: _Whole = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Span(HtmlElement): ...

class Strong(HtmlElement): ...

class Sub(HtmlElement): ...

class Summary(HtmlElement): ...

class Sup(HtmlElement): ...

class Table(HtmlElement):
    align: _Text
    border: _Whole
    cellpadding: _Whole
    cellspacing: _Whole
    summary: _Text
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., align: _Text = ...,
        border: _Whole = ..., cellpadding: _Whole = ..., cellspacing: _Whole = ...,
        summary: _Text = ..., width: _Whole = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Tbody(HtmlElement): ...

class Td(HtmlElement):
    align: _Text
    colspan: _Whole
    headers: _Text
    rowspan: _Whole
    valign: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., align: _Text = ...,
        colspan: _Whole = ..., headers: _Text = ..., rowspan: _Whole = ..., valign: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Template(HtmlElement): ...

class Textarea(TextareaBase, HtmlElement):
    debounce: int
    autocomplete: Literal["on", "off"] | str | None
    cols: _Whole
    dirname: _Text
    disabled: _Flag
    form: _Id
    maxlength: _Whole
    minlength: _Whole
    name: _Text
    placeholder: _Text
    readonly: _Flag
    required: _Flag
    rows: _Whole
    value: Any
    wrap: Literal["soft", "hard"] | str | None
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: _Text = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., debounce: int = ...,
        autocomplete: Literal["on", "off"] | str | None = ..., cols: _Whole = ...,
        dirname: _Text = ..., disabled: _Flag = ..., form: _Id = ..., maxlength: _Whole = ...,
        minlength: _Whole = ..., placeholder: _Text = ..., readonly: _Flag = ...,
        required: _Flag = ..., rows: _Whole = ..., value: Any = ...,
        wrap: Literal["soft", "hard"] | str | None = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Tfoot(HtmlElement): ...

class Th(HtmlElement):
    abbr: _Text
    align: _Text
    colspan: _Whole
    headers: _Text
    rowspan: _Whole
    scope: Literal["row", "col", "rowgroup", "colgroup"] | str | None
    valign: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., abbr: _Text = ...,
        align: _Text = ..., colspan: _Whole = ..., headers: _Text = ..., rowspan: _Whole = ...,
        scope: Literal["row", "col", "rowgroup", "colgroup"] | str | None = ...,
        valign: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Thead(HtmlElement): ...

class Time(HtmlElement):
    datetime: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., datetime: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Tr(HtmlElement):
    align: _Text
    valign: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., align: _Text = ...,
        valign: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Track(HtmlElement):
    default: _Flag
    kind: Literal["subtitles", "captions", "descriptions", "chapters", "metadata"] | str | None
    label: _Text
    src: _Text
    srclang: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., default: _Flag = ...,
        kind: Literal["subtitles", "captions", "descriptions", "chapters", "metadata"] | str | None = ...,
        label: _Text = ..., src: _Text = ..., srclang: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class U(HtmlElement): ...

class Ul(HtmlElement): ...

class Var(HtmlElement): ...

class Video(HtmlElement):
    autoplay: _Flag
    controls: _Flag
    crossorigin: Literal["anonymous", "use-credentials"] | str | None
    height: _Whole
    loop: _Flag
    muted: _Flag
    playsinline: _Flag
    poster: _Text
    preload: Literal["none", "metadata", "auto"] | str | None
    src: _Text
    width: _Whole
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., autoplay: _Flag = ...,
        controls: _Flag = ...,
        crossorigin: Literal["anonymous", "use-credentials"] | str | None = ...,
        height: _Whole = ..., loop: _Flag = ..., muted: _Flag = ..., playsinline: _Flag = ...,
        poster: _Text = ..., preload: Literal["none", "metadata", "auto"] | str | None = ...,
        src: _Text = ..., width: _Whole = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Wbr(HtmlElement): ...

class Animate(SvgElement):
    attributeName: _Text
    begin: _Number
    by: _Number
    calcMode: Literal["discrete", "linear", "paced", "spline"] | str | None
    dur: _Number
    end: _Number
    fill: _Text
    from_: _Number
    _from: _Number
    keySplines: _Text
    keyTimes: _Text
    max: _Number
    min: _Number
    repeatCount: _Number
    repeatDur: _Text
    restart: _Text
    to: _Number
    values: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., attributeName: _Text = ..., begin: _Number = ...,
        by: _Number = ...,
        calcMode: Literal["discrete", "linear", "paced", "spline"] | str | None = ...,
        dur: _Number = ..., end: _Number = ..., from_: _Number = ..., _from: _Number = ...,
        keySplines: _Text = ..., keyTimes: _Text = ..., max: _Number = ..., min: _Number = ...,
        repeatCount: _Number = ..., repeatDur: _Text = ..., restart: _Text = ..., to: _Number = ...,
        values: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class AnimateMotion(SvgElement):
    begin: _Number
    by: _Number
    calcMode: Literal["discrete", "linear", "paced", "spline"] | str | None
    dur: _Number
    end: _Number
    fill: _Text
    from_: _Number
    _from: _Number
    keyPoints: _Text
    keySplines: _Text
    keyTimes: _Text
    path: _Text
    repeatCount: _Number
    rotate: _Number
    to: _Number
    values: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., begin: _Number = ..., by: _Number = ...,
        calcMode: Literal["discrete", "linear", "paced", "spline"] | str | None = ...,
        dur: _Number = ..., end: _Number = ..., from_: _Number = ..., _from: _Number = ...,
        keyPoints: _Text = ..., keySplines: _Text = ..., keyTimes: _Text = ..., path: _Text = ...,
        repeatCount: _Number = ..., rotate: _Number = ..., to: _Number = ..., values: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class AnimateTransform(SvgElement):
    attributeName: _Text
    begin: _Number
    by: _Number
    dur: _Number
    end: _Number
    from_: _Number
    _from: _Number
    repeatCount: _Number
    to: _Number
    type: _Text
    values: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., attributeName: _Text = ..., begin: _Number = ...,
        by: _Number = ..., dur: _Number = ..., end: _Number = ..., from_: _Number = ...,
        _from: _Number = ..., repeatCount: _Number = ..., to: _Number = ..., type: _Text = ...,
        values: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Circle(SvgElement):
    cx: _Number
    cy: _Number
    r: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., cx: _Number = ..., cy: _Number = ..., r: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class ClipPath(SvgElement):
    clipPathUnits: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., clipPathUnits: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Defs(SvgElement): ...

class Desc(SvgElement): ...

class Ellipse(SvgElement):
    cx: _Number
    cy: _Number
    rx: _Number
    ry: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., cx: _Number = ..., cy: _Number = ..., rx: _Number = ...,
        ry: _Number = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class FeBlend(SvgElement):
    in_: _Text
    _in: _Text
    in2: _Text
    mode: _Text
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ..., in2: _Text = ...,
        mode: _Text = ..., result: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeColorMatrix(SvgElement):
    in_: _Text
    _in: _Text
    result: _Text
    type: _Text
    values: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ..., result: _Text = ...,
        type: _Text = ..., values: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeComponentTransfer(SvgElement):
    in_: _Text
    _in: _Text
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ..., result: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeComposite(SvgElement):
    in_: _Text
    _in: _Text
    in2: _Text
    k1: _Number
    k2: _Number
    k3: _Number
    k4: _Number
    operator: _Text
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ..., in2: _Text = ...,
        k1: _Number = ..., k2: _Number = ..., k3: _Number = ..., k4: _Number = ...,
        operator: _Text = ..., result: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeConvolveMatrix(SvgElement):
    bias: _Number
    divisor: _Number
    edgeMode: _Text
    in_: _Text
    _in: _Text
    kernelMatrix: _Text
    order: _Number
    preserveAlpha: _Text
    result: _Text
    targetX: _Number
    targetY: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., bias: _Number = ..., divisor: _Number = ...,
        edgeMode: _Text = ..., in_: _Text = ..., _in: _Text = ..., kernelMatrix: _Text = ...,
        order: _Number = ..., preserveAlpha: _Text = ..., result: _Text = ...,
        targetX: _Number = ..., targetY: _Number = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeDiffuseLighting(SvgElement):
    diffuseConstant: _Number
    in_: _Text
    _in: _Text
    result: _Text
    surfaceScale: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., diffuseConstant: _Number = ..., in_: _Text = ...,
        _in: _Text = ..., result: _Text = ..., surfaceScale: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeDisplacementMap(SvgElement):
    in_: _Text
    _in: _Text
    in2: _Text
    result: _Text
    scale: _Number
    xChannelSelector: _Text
    yChannelSelector: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ..., in2: _Text = ...,
        result: _Text = ..., scale: _Number = ..., xChannelSelector: _Text = ...,
        yChannelSelector: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeDistantLight(SvgElement):
    azimuth: _Number
    elevation: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., azimuth: _Number = ..., elevation: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeDropShadow(SvgElement):
    dx: _Number
    dy: _Number
    in_: _Text
    _in: _Text
    result: _Text
    stdDeviation: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., dx: _Number = ..., dy: _Number = ..., in_: _Text = ...,
        _in: _Text = ..., result: _Text = ..., stdDeviation: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeFlood(SvgElement):
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., result: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeFuncA(SvgElement):
    amplitude: _Number
    exponent: _Number
    intercept: _Number
    offset: _Number
    slope: _Number
    tableValues: _Text
    type: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., amplitude: _Number = ..., exponent: _Number = ...,
        intercept: _Number = ..., offset: _Number = ..., slope: _Number = ...,
        tableValues: _Text = ..., type: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeFuncB(SvgElement):
    amplitude: _Number
    exponent: _Number
    intercept: _Number
    offset: _Number
    slope: _Number
    tableValues: _Text
    type: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., amplitude: _Number = ..., exponent: _Number = ...,
        intercept: _Number = ..., offset: _Number = ..., slope: _Number = ...,
        tableValues: _Text = ..., type: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeFuncG(SvgElement):
    amplitude: _Number
    exponent: _Number
    intercept: _Number
    offset: _Number
    slope: _Number
    tableValues: _Text
    type: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., amplitude: _Number = ..., exponent: _Number = ...,
        intercept: _Number = ..., offset: _Number = ..., slope: _Number = ...,
        tableValues: _Text = ..., type: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeFuncR(SvgElement):
    amplitude: _Number
    exponent: _Number
    intercept: _Number
    offset: _Number
    slope: _Number
    tableValues: _Text
    type: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., amplitude: _Number = ..., exponent: _Number = ...,
        intercept: _Number = ..., offset: _Number = ..., slope: _Number = ...,
        tableValues: _Text = ..., type: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeGaussianBlur(SvgElement):
    edgeMode: _Text
    in_: _Text
    _in: _Text
    result: _Text
    stdDeviation: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., edgeMode: _Text = ..., in_: _Text = ...,
        _in: _Text = ..., result: _Text = ..., stdDeviation: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeImage(SvgElement):
    crossorigin: Literal["anonymous", "use-credentials"] | str | None
    href: _Text
    preserveAspectRatio: _Text
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ...,
        crossorigin: Literal["anonymous", "use-credentials"] | str | None = ..., href: _Text = ...,
        preserveAspectRatio: _Text = ..., result: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeMerge(SvgElement):
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., result: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeMergeNode(SvgElement):
    in_: _Text
    _in: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeMorphology(SvgElement):
    in_: _Text
    _in: _Text
    operator: _Text
    radius: _Number
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ...,
        operator: _Text = ..., radius: _Number = ..., result: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeOffset(SvgElement):
    dx: _Number
    dy: _Number
    in_: _Text
    _in: _Text
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., dx: _Number = ..., dy: _Number = ..., in_: _Text = ...,
        _in: _Text = ..., result: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FePointLight(SvgElement):
    z: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., z: _Number = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeSpecularLighting(SvgElement):
    in_: _Text
    _in: _Text
    result: _Text
    specularConstant: _Number
    specularExponent: _Number
    surfaceScale: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ..., result: _Text = ...,
        specularConstant: _Number = ..., specularExponent: _Number = ...,
        surfaceScale: _Number = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class FeSpotLight(SvgElement):
    limitingConeAngle: _Number
    pointsAtX: _Number
    pointsAtY: _Number
    pointsAtZ: _Number
    specularExponent: _Number
    z: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., limitingConeAngle: _Number = ...,
        pointsAtX: _Number = ..., pointsAtY: _Number = ..., pointsAtZ: _Number = ...,
        specularExponent: _Number = ..., z: _Number = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class FeTile(SvgElement):
    in_: _Text
    _in: _Text
    result: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., in_: _Text = ..., _in: _Text = ..., result: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class FeTurbulence(SvgElement):
    baseFrequency: _Number
    numOctaves: _Number
    result: _Text
    seed: _Number
    stitchTiles: _Text
    type: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., baseFrequency: _Number = ..., numOctaves: _Number = ...,
        result: _Text = ..., seed: _Number = ..., stitchTiles: _Text = ..., type: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Filter(SvgElement):
    filterUnits: _Text
    primitiveUnits: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., filterUnits: _Text = ..., primitiveUnits: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class ForeignObject(SvgElement): ...

class G(SvgElement): ...

class Image(SvgElement):
    crossorigin: Literal["anonymous", "use-credentials"] | str | None
    href: _Text
    preserveAspectRatio: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ...,
        crossorigin: Literal["anonymous", "use-credentials"] | str | None = ..., href: _Text = ...,
        preserveAspectRatio: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Line(SvgElement):
    x1: _Number
    x2: _Number
    y1: _Number
    y2: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., x1: _Number = ..., x2: _Number = ..., y1: _Number = ...,
        y2: _Number = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class LinearGradient(SvgElement):
    gradientTransform: _Text
    gradientUnits: Literal["userSpaceOnUse", "objectBoundingBox"] | str | None
    href: _Text
    spreadMethod: Literal["pad", "reflect", "repeat"] | str | None
    x1: _Number
    x2: _Number
    y1: _Number
    y2: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., gradientTransform: _Text = ...,
        gradientUnits: Literal["userSpaceOnUse", "objectBoundingBox"] | str | None = ...,
        href: _Text = ..., spreadMethod: Literal["pad", "reflect", "repeat"] | str | None = ...,
        x1: _Number = ..., x2: _Number = ..., y1: _Number = ..., y2: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Marker(SvgElement):
    markerHeight: _Number
    markerUnits: _Text
    markerWidth: _Number
    orient: _Text
    preserveAspectRatio: _Text
    refX: _Number
    refY: _Number
    viewBox: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., markerHeight: _Number = ..., markerUnits: _Text = ...,
        markerWidth: _Number = ..., orient: _Text = ..., preserveAspectRatio: _Text = ...,
        refX: _Number = ..., refY: _Number = ..., viewBox: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Mask(SvgElement):
    maskContentUnits: _Text
    maskUnits: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., maskContentUnits: _Text = ..., maskUnits: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Metadata(SvgElement): ...

class Mpath(SvgElement):
    href: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., href: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Path(SvgElement): ...

class Pattern(SvgElement):
    href: _Text
    patternContentUnits: _Text
    patternTransform: _Text
    patternUnits: Literal["userSpaceOnUse", "objectBoundingBox"] | str | None
    preserveAspectRatio: _Text
    viewBox: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., href: _Text = ..., patternContentUnits: _Text = ...,
        patternTransform: _Text = ...,
        patternUnits: Literal["userSpaceOnUse", "objectBoundingBox"] | str | None = ...,
        preserveAspectRatio: _Text = ..., viewBox: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Polygon(SvgElement):
    points: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., points: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Polyline(SvgElement):
    points: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., points: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class RadialGradient(SvgElement):
    cx: _Number
    cy: _Number
    fr: _Number
    fx: _Number
    fy: _Number
    gradientTransform: _Text
    gradientUnits: Literal["userSpaceOnUse", "objectBoundingBox"] | str | None
    href: _Text
    r: _Number
    spreadMethod: Literal["pad", "reflect", "repeat"] | str | None
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., cx: _Number = ..., cy: _Number = ..., fr: _Number = ...,
        fx: _Number = ..., fy: _Number = ..., gradientTransform: _Text = ...,
        gradientUnits: Literal["userSpaceOnUse", "objectBoundingBox"] | str | None = ...,
        href: _Text = ..., r: _Number = ...,
        spreadMethod: Literal["pad", "reflect", "repeat"] | str | None = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Rect(SvgElement):
    rx: _Number
    ry: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., rx: _Number = ..., ry: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Set(SvgElement):
    attributeName: _Text
    begin: _Number
    dur: _Number
    end: _Number
    fill: _Text
    repeatCount: _Number
    to: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., attributeName: _Text = ..., begin: _Number = ...,
        dur: _Number = ..., end: _Number = ..., repeatCount: _Number = ..., to: _Number = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...

class Stop(SvgElement):
    offset: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., offset: _Number = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Svg(SvgElement):
    preserveAspectRatio: _Text
    viewBox: _Text
    xmlns: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., preserveAspectRatio: _Text = ..., viewBox: _Text = ...,
        xmlns: _Text = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Switch(SvgElement): ...

class Symbol(SvgElement):
    preserveAspectRatio: _Text
    refX: _Number
    refY: _Number
    viewBox: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., preserveAspectRatio: _Text = ..., refX: _Number = ...,
        refY: _Number = ..., viewBox: _Text = ..., data: dict[str, Any] = ..., click: F = ...,
        dblclick: F = ..., contextmenu: F = ..., mousedown: F = ..., mouseup: F = ...,
        mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ...,
        mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ...,
        change: F = ..., submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ...,
        dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Text(SvgElement):
    dx: _Number
    dy: _Number
    lengthAdjust: Literal["spacing", "spacingAndGlyphs"] | str | None
    rotate: _Number
    textLength: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., dx: _Number = ..., dy: _Number = ...,
        lengthAdjust: Literal["spacing", "spacingAndGlyphs"] | str | None = ...,
        rotate: _Number = ..., textLength: _Number = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class TextPath(SvgElement):
    href: _Text
    lengthAdjust: Literal["spacing", "spacingAndGlyphs"] | str | None
    method: _Text
    spacing: _Text
    startOffset: _Number
    textLength: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., href: _Text = ...,
        lengthAdjust: Literal["spacing", "spacingAndGlyphs"] | str | None = ...,
        method: _Text = ..., spacing: _Text = ..., startOffset: _Number = ...,
        textLength: _Number = ..., data: dict[str, Any] = ..., click: F = ..., dblclick: F = ...,
        contextmenu: F = ..., mousedown: F = ..., mouseup: F = ..., mousemove: F = ...,
        mouseenter: F = ..., mouseleave: F = ..., mouseover: F = ..., mouseout: F = ...,
        keydown: F = ..., keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ...,
        submit: F = ..., focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ...,
        dragend: F = ..., dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ...,
        wheel: F = ..., scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ...,
        after: F = ..., **attributes: Any,
    ) -> None: ...

class Title(SvgElement): ...

class Tspan(SvgElement):
    dx: _Number
    dy: _Number
    lengthAdjust: Literal["spacing", "spacingAndGlyphs"] | str | None
    rotate: _Number
    textLength: _Number
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., dx: _Number = ..., dy: _Number = ...,
        lengthAdjust: Literal["spacing", "spacingAndGlyphs"] | str | None = ...,
        rotate: _Number = ..., textLength: _Number = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class Use(SvgElement):
    href: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., href: _Text = ..., data: dict[str, Any] = ...,
        click: F = ..., dblclick: F = ..., contextmenu: F = ..., mousedown: F = ...,
        mouseup: F = ..., mousemove: F = ..., mouseenter: F = ..., mouseleave: F = ...,
        mouseover: F = ..., mouseout: F = ..., keydown: F = ..., keyup: F = ..., keypress: F = ...,
        input: F = ..., change: F = ..., submit: F = ..., focus: F = ..., blur: F = ...,
        drag: F = ..., dragstart: F = ..., dragend: F = ..., dragenter: F = ..., dragover: F = ...,
        dragleave: F = ..., drop: F = ..., wheel: F = ..., scroll: F = ..., click__out: F = ...,
        progress: F = ..., before: F = ..., after: F = ..., **attributes: Any,
    ) -> None: ...

class View(SvgElement):
    preserveAspectRatio: _Text
    viewBox: _Text
    def __init__(
        self, *, a: Container[Component] | None = ..., add_to: Container[Component] | None = ...,
        text: Any = ..., classes: str = ..., style: str = ..., show: bool = ...,
        inner_html: str = ..., html_entity: bool = ..., set_focus: bool = ...,
        event_propagation: bool = ..., event_modifiers: Mapping[str, str | Iterable[str]] = ...,
        additional_properties: Sequence[str] = ..., animation: str | bool | None = ...,
        transition: Mapping[str, str] | None = ..., drag_options: Mapping[str, str] | None = ...,
        id: str | int | None = ..., name: str | None = ..., key: Any = ..., temp: bool = ...,
        delete_flag: bool = ..., model: Sequence[Any] | None = ..., title: str | None = ...,
        role: str | None = ..., tabindex: int | str | None = ..., lang: str | None = ...,
        dir: Literal["ltr", "rtl", "auto"] | str | None = ..., hidden_: bool | None = ...,
        inert: bool | None = ..., draggable: bool | str | None = ...,
        contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None = ...,
        spellcheck: bool | str | None = ..., translate: bool | str | None = ...,
        autofocus: bool | None = ..., accesskey: str | None = ...,
        autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None = ...,
        enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None = ...,
        inputmode: Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None = ...,
        popover: Literal["auto", "manual", "hint"] | bool | str | None = ...,
        slot: str | None = ..., part: str | None = ..., nonce: str | None = ...,
        itemid: str | None = ..., itemprop: str | None = ..., itemref: str | None = ...,
        itemscope: bool | None = ..., itemtype: str | None = ..., alignment_baseline: _Text = ...,
        baseline_shift: _Text = ..., clip_path: _Text = ...,
        clip_rule: Literal["nonzero", "evenodd"] | str | None = ..., color: _Text = ...,
        color_interpolation: _Text = ..., cursor: _Text = ..., d: _Text = ...,
        direction: _Text = ..., display: _Text = ...,
        dominant_baseline: Literal["auto", "middle", "central", "hanging", "mathematical", "text-top", "text-bottom"] | str | None = ...,
        fill: _Text = ..., fill_opacity: _Number = ...,
        fill_rule: Literal["nonzero", "evenodd"] | str | None = ..., filter: _Text = ...,
        flood_color: _Text = ..., flood_opacity: _Number = ..., font_family: _Text = ...,
        font_size: _Number = ..., font_style: _Text = ..., font_weight: _Number = ...,
        height: _Number = ..., image_rendering: _Text = ..., letter_spacing: _Number = ...,
        lighting_color: _Text = ..., marker_end: _Text = ..., marker_mid: _Text = ...,
        marker_start: _Text = ..., mask: _Text = ..., opacity: _Number = ..., overflow: _Text = ...,
        paint_order: _Text = ..., pathLength: _Number = ..., pointer_events: _Text = ...,
        shape_rendering: _Text = ..., stop_color: _Text = ..., stop_opacity: _Number = ...,
        stroke: _Text = ..., stroke_dasharray: _Number = ..., stroke_dashoffset: _Number = ...,
        stroke_linecap: Literal["butt", "round", "square"] | str | None = ...,
        stroke_linejoin: Literal["miter", "round", "bevel"] | str | None = ...,
        stroke_miterlimit: _Number = ..., stroke_opacity: _Number = ...,
        stroke_width: _Number = ...,
        text_anchor: Literal["start", "middle", "end"] | str | None = ...,
        text_decoration: _Text = ..., text_rendering: _Text = ..., transform: _Text = ...,
        transform_origin: _Text = ..., vector_effect: _Text = ...,
        visibility: Literal["visible", "hidden", "collapse"] | str | None = ...,
        width: _Number = ..., word_spacing: _Number = ..., writing_mode: _Text = ...,
        x: _Number = ..., y: _Number = ..., preserveAspectRatio: _Text = ..., viewBox: _Text = ...,
        data: dict[str, Any] = ..., click: F = ..., dblclick: F = ..., contextmenu: F = ...,
        mousedown: F = ..., mouseup: F = ..., mousemove: F = ..., mouseenter: F = ...,
        mouseleave: F = ..., mouseover: F = ..., mouseout: F = ..., keydown: F = ...,
        keyup: F = ..., keypress: F = ..., input: F = ..., change: F = ..., submit: F = ...,
        focus: F = ..., blur: F = ..., drag: F = ..., dragstart: F = ..., dragend: F = ...,
        dragenter: F = ..., dragover: F = ..., dragleave: F = ..., drop: F = ..., wheel: F = ...,
        scroll: F = ..., click__out: F = ..., progress: F = ..., before: F = ..., after: F = ...,
        **attributes: Any,
    ) -> None: ...
