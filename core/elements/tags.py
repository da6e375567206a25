"""A class for each HTML and SVG element. Written by scripts/make_tags; do not edit."""

from __future__ import annotations

from ..words import names
from .component import Component
from .forms import FormBase, TextareaBase
from .id_references import ABase, LabelBase
from .inputs import InputBase
from .selects import OptionBase, SelectBase

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

# Presentation attributes of every SVG element (SVG 2, "Presentation attributes").
SVG = names(
    """
    alignment_baseline baseline_shift clip_path clip_rule color color_interpolation cursor d
    direction display dominant_baseline fill fill_opacity fill_rule filter flood_color
    flood_opacity font_family font_size font_style font_weight height image_rendering
    letter_spacing lighting_color marker_end marker_mid marker_start mask opacity overflow
    paint_order pathLength pointer_events shape_rendering stop_color stop_opacity stroke
    stroke_dasharray stroke_dashoffset stroke_linecap stroke_linejoin stroke_miterlimit
    stroke_opacity stroke_width text_anchor text_decoration text_rendering transform
    transform_origin vector_effect visibility width word_spacing writing_mode x y
    """
)


class A(ABase):
    """A link: to ``href``, or to a ``bookmark`` on the page."""

    html_tag = "a"
    attributes = names("""
        charset coords download href hreflang name ping referrerpolicy rel rev shape target
        type
        """)


class Abbr(Component):
    """The element <abbr>."""

    html_tag = "abbr"


class Address(Component):
    """The element <address>."""

    html_tag = "address"


class Area(Component):
    """The element <area>."""

    html_tag = "area"
    attributes = names("alt coords download href ping referrerpolicy rel shape target")
    is_void = True


class Article(Component):
    """The element <article>."""

    html_tag = "article"


class Aside(Component):
    """The element <aside>."""

    html_tag = "aside"


class Audio(Component):
    """The element <audio>."""

    html_tag = "audio"
    attributes = names("autoplay controls crossorigin loop muted preload src")


class B(Component):
    """The element <b>."""

    html_tag = "b"


class Bdi(Component):
    """The element <bdi>."""

    html_tag = "bdi"


class Bdo(Component):
    """The element <bdo>."""

    html_tag = "bdo"


class Blockquote(Component):
    """The element <blockquote>."""

    html_tag = "blockquote"
    attributes = names("cite")


class Br(Component):
    """The element <br>."""

    html_tag = "br"
    is_void = True


class Button(Component):
    """The element <button>."""

    html_tag = "button"
    attributes = names("""
        disabled form formaction formenctype formmethod formnovalidate formtarget name
        popovertarget popovertargetaction type value
        """)


class Canvas(Component):
    """The element <canvas>."""

    html_tag = "canvas"
    attributes = names("height width")


class Caption(Component):
    """The element <caption>."""

    html_tag = "caption"


class Cite(Component):
    """The element <cite>."""

    html_tag = "cite"


class Code(Component):
    """The element <code>."""

    html_tag = "code"


class Col(Component):
    """The element <col>."""

    html_tag = "col"
    attributes = names("span")
    is_void = True


class Colgroup(Component):
    """The element <colgroup>."""

    html_tag = "colgroup"
    attributes = names("span")


class Data(Component):
    """The element <data>."""

    html_tag = "data"
    attributes = names("value")


class Datalist(Component):
    """The element <datalist>."""

    html_tag = "datalist"


class Dd(Component):
    """The element <dd>."""

    html_tag = "dd"


class Del(Component):
    """The element <del>."""

    html_tag = "del"
    attributes = names("cite datetime")


class Details(Component):
    """The element <details>."""

    html_tag = "details"
    attributes = names("name open")


class Dfn(Component):
    """The element <dfn>."""

    html_tag = "dfn"


class Dialog(Component):
    """The element <dialog>."""

    html_tag = "dialog"
    attributes = names("open")


class Div(Component):
    """The element <div>."""

    html_tag = "div"


class Dl(Component):
    """The element <dl>."""

    html_tag = "dl"


class Dt(Component):
    """The element <dt>."""

    html_tag = "dt"


class Em(Component):
    """The element <em>."""

    html_tag = "em"


class Embed(Component):
    """The element <embed>."""

    html_tag = "embed"
    attributes = names("height src type width")
    is_void = True


class Fieldset(Component):
    """The element <fieldset>."""

    html_tag = "fieldset"
    attributes = names("disabled form name")


class Figcaption(Component):
    """The element <figcaption>."""

    html_tag = "figcaption"


class Figure(Component):
    """The element <figure>."""

    html_tag = "figure"


class Footer(Component):
    """The element <footer>."""

    html_tag = "footer"


class Form(FormBase):
    """A form. Its ``submit`` handler gets the values, and the files, as ``msg.form_data``;
    its ``progress`` handler is called while the files are uploaded."""

    html_tag = "form"
    attributes = names("""
        accept_charset action autocomplete enctype method name novalidate rel target
        """)


class H1(Component):
    """The element <h1>."""

    html_tag = "h1"


class H2(Component):
    """The element <h2>."""

    html_tag = "h2"


class H3(Component):
    """The element <h3>."""

    html_tag = "h3"


class H4(Component):
    """The element <h4>."""

    html_tag = "h4"


class H5(Component):
    """The element <h5>."""

    html_tag = "h5"


class H6(Component):
    """The element <h6>."""

    html_tag = "h6"


class Header(Component):
    """The element <header>."""

    html_tag = "header"


class Hgroup(Component):
    """The element <hgroup>."""

    html_tag = "hgroup"


class Hr(Component):
    """The element <hr>."""

    html_tag = "hr"
    is_void = True


class I(Component):
    """The element <i>."""

    html_tag = "i"


class Iframe(Component):
    """The element <iframe>."""

    html_tag = "iframe"
    attributes = names("""
        allow allowfullscreen height loading name referrerpolicy sandbox src srcdoc width
        """)


class Img(Component):
    """The element <img>."""

    html_tag = "img"
    attributes = names("""
        alt crossorigin decoding fetchpriority height ismap loading referrerpolicy sizes src
        srcset usemap width
        """)
    is_void = True


class Input(InputBase):
    """An input of any type; ``Input(type='file')`` takes files."""

    html_tag = "input"
    attributes = names("""
        accept alt autocomplete capture checked dirname disabled form formaction formenctype
        formmethod formnovalidate formtarget height list max maxlength min minlength multiple
        name pattern placeholder popovertarget popovertargetaction readonly required size src
        step type value webkitdirectory width
        """)
    is_void = True


class Ins(Component):
    """The element <ins>."""

    html_tag = "ins"
    attributes = names("cite datetime")


class Kbd(Component):
    """The element <kbd>."""

    html_tag = "kbd"


class Label(LabelBase):
    """A caption of a control: ``Label(text='Name', for_component=input)``."""

    html_tag = "label"
    attributes = names("for_ form")


class Legend(Component):
    """The element <legend>."""

    html_tag = "legend"


class Li(Component):
    """The element <li>."""

    html_tag = "li"
    attributes = names("value")


class Main(Component):
    """The element <main>."""

    html_tag = "main"


class Map(Component):
    """The element <map>."""

    html_tag = "map"
    attributes = names("name")


class Mark(Component):
    """The element <mark>."""

    html_tag = "mark"


class Menu(Component):
    """The element <menu>."""

    html_tag = "menu"


class Meter(Component):
    """The element <meter>."""

    html_tag = "meter"
    attributes = names("form high low max min optimum value")


class Nav(Component):
    """The element <nav>."""

    html_tag = "nav"


class Noscript(Component):
    """The element <noscript>."""

    html_tag = "noscript"


class Object(Component):
    """The element <object>."""

    html_tag = "object"
    attributes = names("form height name type usemap width")


class Ol(Component):
    """The element <ol>."""

    html_tag = "ol"
    attributes = names("reversed start type")


class Optgroup(Component):
    """The element <optgroup>."""

    html_tag = "optgroup"
    attributes = names("disabled label")


class Option(OptionBase):
    """The element <option>."""

    html_tag = "option"
    attributes = names("disabled label selected value")


class Output(Component):
    """The element <output>."""

    html_tag = "output"
    attributes = names("for_ form name")


class P(Component):
    """The element <p>."""

    html_tag = "p"


class Picture(Component):
    """The element <picture>."""

    html_tag = "picture"


class Pre(Component):
    """The element <pre>."""

    html_tag = "pre"


class Progress(Component):
    """The element <progress>."""

    html_tag = "progress"
    attributes = names("max value")


class Q(Component):
    """The element <q>."""

    html_tag = "q"
    attributes = names("cite")


class Rp(Component):
    """The element <rp>."""

    html_tag = "rp"


class Rt(Component):
    """The element <rt>."""

    html_tag = "rt"


class Ruby(Component):
    """The element <ruby>."""

    html_tag = "ruby"


class S(Component):
    """The element <s>."""

    html_tag = "s"


class Samp(Component):
    """The element <samp>."""

    html_tag = "samp"


class Search(Component):
    """The element <search>."""

    html_tag = "search"


class Section(Component):
    """The element <section>."""

    html_tag = "section"


class Select(SelectBase):
    """A choice among `Option` children. With ``multiple`` its value is a list."""

    html_tag = "select"
    attributes = names("autocomplete disabled form multiple name required size value")


class Slot(Component):
    """The element <slot>."""

    html_tag = "slot"
    attributes = names("name")


class Small(Component):
    """The element <small>."""

    html_tag = "small"


class Source(Component):
    """The element <source>."""

    html_tag = "source"
    attributes = names("height media sizes src srcset type width")
    is_void = True


class Span(Component):
    """The element <span>."""

    html_tag = "span"


class Strong(Component):
    """The element <strong>."""

    html_tag = "strong"


class Sub(Component):
    """The element <sub>."""

    html_tag = "sub"


class Summary(Component):
    """The element <summary>."""

    html_tag = "summary"


class Sup(Component):
    """The element <sup>."""

    html_tag = "sup"


class Table(Component):
    """The element <table>."""

    html_tag = "table"
    attributes = names("align border cellpadding cellspacing summary width")


class Tbody(Component):
    """The element <tbody>."""

    html_tag = "tbody"


class Td(Component):
    """The element <td>."""

    html_tag = "td"
    attributes = names("align colspan headers rowspan valign")


class Template(Component):
    """The element <template>."""

    html_tag = "template"


class Textarea(TextareaBase):
    """A text of several lines."""

    html_tag = "textarea"
    attributes = names("""
        autocomplete cols dirname disabled form maxlength minlength name placeholder readonly
        required rows value wrap
        """)


class Tfoot(Component):
    """The element <tfoot>."""

    html_tag = "tfoot"


class Th(Component):
    """The element <th>."""

    html_tag = "th"
    attributes = names("abbr align colspan headers rowspan scope valign")


class Thead(Component):
    """The element <thead>."""

    html_tag = "thead"


class Time(Component):
    """The element <time>."""

    html_tag = "time"
    attributes = names("datetime")


class Tr(Component):
    """The element <tr>."""

    html_tag = "tr"
    attributes = names("align valign")


class Track(Component):
    """The element <track>."""

    html_tag = "track"
    attributes = names("default kind label src srclang")
    is_void = True


class U(Component):
    """The element <u>."""

    html_tag = "u"


class Ul(Component):
    """The element <ul>."""

    html_tag = "ul"


class Var(Component):
    """The element <var>."""

    html_tag = "var"


class Video(Component):
    """The element <video>."""

    html_tag = "video"
    attributes = names("""
        autoplay controls crossorigin height loop muted playsinline poster preload src width
        """)


class Wbr(Component):
    """The element <wbr>."""

    html_tag = "wbr"
    is_void = True


class Animate(Component):
    """The element <animate>."""

    html_tag = "animate"
    attributes = (
        names("""
        attributeName begin by calcMode dur end fill from_ _from keySplines keyTimes max min
        repeatCount repeatDur restart to values
        """)
        | SVG
    )


class AnimateMotion(Component):
    """The element <animateMotion>."""

    html_tag = "animateMotion"
    attributes = (
        names("""
        begin by calcMode dur end fill from_ _from keyPoints keySplines keyTimes path
        repeatCount rotate to values
        """)
        | SVG
    )


class AnimateTransform(Component):
    """The element <animateTransform>."""

    html_tag = "animateTransform"
    attributes = (
        names("""
        attributeName begin by dur end from_ _from repeatCount to type values
        """)
        | SVG
    )


class Circle(Component):
    """The element <circle>."""

    html_tag = "circle"
    attributes = names("cx cy r") | SVG


class ClipPath(Component):
    """The element <clipPath>."""

    html_tag = "clipPath"
    attributes = names("clipPathUnits") | SVG


class Defs(Component):
    """The element <defs>."""

    html_tag = "defs"
    attributes = SVG


class Desc(Component):
    """The element <desc>."""

    html_tag = "desc"
    attributes = SVG


class Ellipse(Component):
    """The element <ellipse>."""

    html_tag = "ellipse"
    attributes = names("cx cy rx ry") | SVG


class FeBlend(Component):
    """The element <feBlend>."""

    html_tag = "feBlend"
    attributes = names("in_ _in in2 mode result") | SVG


class FeColorMatrix(Component):
    """The element <feColorMatrix>."""

    html_tag = "feColorMatrix"
    attributes = names("in_ _in result type values") | SVG


class FeComponentTransfer(Component):
    """The element <feComponentTransfer>."""

    html_tag = "feComponentTransfer"
    attributes = names("in_ _in result") | SVG


class FeComposite(Component):
    """The element <feComposite>."""

    html_tag = "feComposite"
    attributes = names("in_ _in in2 k1 k2 k3 k4 operator result") | SVG


class FeConvolveMatrix(Component):
    """The element <feConvolveMatrix>."""

    html_tag = "feConvolveMatrix"
    attributes = (
        names("""
        bias divisor edgeMode in_ _in kernelMatrix order preserveAlpha result targetX targetY
        """)
        | SVG
    )


class FeDiffuseLighting(Component):
    """The element <feDiffuseLighting>."""

    html_tag = "feDiffuseLighting"
    attributes = names("diffuseConstant in_ _in result surfaceScale") | SVG


class FeDisplacementMap(Component):
    """The element <feDisplacementMap>."""

    html_tag = "feDisplacementMap"
    attributes = names("in_ _in in2 result scale xChannelSelector yChannelSelector") | SVG


class FeDistantLight(Component):
    """The element <feDistantLight>."""

    html_tag = "feDistantLight"
    attributes = names("azimuth elevation") | SVG


class FeDropShadow(Component):
    """The element <feDropShadow>."""

    html_tag = "feDropShadow"
    attributes = names("dx dy in_ _in result stdDeviation") | SVG


class FeFlood(Component):
    """The element <feFlood>."""

    html_tag = "feFlood"
    attributes = names("result") | SVG


class FeFuncA(Component):
    """The element <feFuncA>."""

    html_tag = "feFuncA"
    attributes = names("amplitude exponent intercept offset slope tableValues type") | SVG


class FeFuncB(Component):
    """The element <feFuncB>."""

    html_tag = "feFuncB"
    attributes = names("amplitude exponent intercept offset slope tableValues type") | SVG


class FeFuncG(Component):
    """The element <feFuncG>."""

    html_tag = "feFuncG"
    attributes = names("amplitude exponent intercept offset slope tableValues type") | SVG


class FeFuncR(Component):
    """The element <feFuncR>."""

    html_tag = "feFuncR"
    attributes = names("amplitude exponent intercept offset slope tableValues type") | SVG


class FeGaussianBlur(Component):
    """The element <feGaussianBlur>."""

    html_tag = "feGaussianBlur"
    attributes = names("edgeMode in_ _in result stdDeviation") | SVG


class FeImage(Component):
    """The element <feImage>."""

    html_tag = "feImage"
    attributes = names("crossorigin href preserveAspectRatio result") | SVG


class FeMerge(Component):
    """The element <feMerge>."""

    html_tag = "feMerge"
    attributes = names("result") | SVG


class FeMergeNode(Component):
    """The element <feMergeNode>."""

    html_tag = "feMergeNode"
    attributes = names("in_ _in") | SVG


class FeMorphology(Component):
    """The element <feMorphology>."""

    html_tag = "feMorphology"
    attributes = names("in_ _in operator radius result") | SVG


class FeOffset(Component):
    """The element <feOffset>."""

    html_tag = "feOffset"
    attributes = names("dx dy in_ _in result") | SVG


class FePointLight(Component):
    """The element <fePointLight>."""

    html_tag = "fePointLight"
    attributes = names("z") | SVG


class FeSpecularLighting(Component):
    """The element <feSpecularLighting>."""

    html_tag = "feSpecularLighting"
    attributes = names("in_ _in result specularConstant specularExponent surfaceScale") | SVG


class FeSpotLight(Component):
    """The element <feSpotLight>."""

    html_tag = "feSpotLight"
    attributes = names("limitingConeAngle pointsAtX pointsAtY pointsAtZ specularExponent z") | SVG


class FeTile(Component):
    """The element <feTile>."""

    html_tag = "feTile"
    attributes = names("in_ _in result") | SVG


class FeTurbulence(Component):
    """The element <feTurbulence>."""

    html_tag = "feTurbulence"
    attributes = names("baseFrequency numOctaves result seed stitchTiles type") | SVG


class Filter(Component):
    """The element <filter>."""

    html_tag = "filter"
    attributes = names("filterUnits primitiveUnits") | SVG


class ForeignObject(Component):
    """The element <foreignObject>."""

    html_tag = "foreignObject"
    attributes = SVG


class G(Component):
    """The element <g>."""

    html_tag = "g"
    attributes = SVG


class Image(Component):
    """The element <image>."""

    html_tag = "image"
    attributes = names("crossorigin href preserveAspectRatio") | SVG


class Line(Component):
    """The element <line>."""

    html_tag = "line"
    attributes = names("x1 x2 y1 y2") | SVG


class LinearGradient(Component):
    """The element <linearGradient>."""

    html_tag = "linearGradient"
    attributes = names("gradientTransform gradientUnits href spreadMethod x1 x2 y1 y2") | SVG


class Marker(Component):
    """The element <marker>."""

    html_tag = "marker"
    attributes = (
        names("""
        markerHeight markerUnits markerWidth orient preserveAspectRatio refX refY viewBox
        """)
        | SVG
    )


class Mask(Component):
    """The element <mask>."""

    html_tag = "mask"
    attributes = names("maskContentUnits maskUnits") | SVG


class Metadata(Component):
    """The element <metadata>."""

    html_tag = "metadata"
    attributes = SVG


class Mpath(Component):
    """The element <mpath>."""

    html_tag = "mpath"
    attributes = names("href") | SVG


class Path(Component):
    """The element <path>."""

    html_tag = "path"
    attributes = SVG


class Pattern(Component):
    """The element <pattern>."""

    html_tag = "pattern"
    attributes = (
        names("""
        href patternContentUnits patternTransform patternUnits preserveAspectRatio viewBox
        """)
        | SVG
    )


class Polygon(Component):
    """The element <polygon>."""

    html_tag = "polygon"
    attributes = names("points") | SVG


class Polyline(Component):
    """The element <polyline>."""

    html_tag = "polyline"
    attributes = names("points") | SVG


class RadialGradient(Component):
    """The element <radialGradient>."""

    html_tag = "radialGradient"
    attributes = names("cx cy fr fx fy gradientTransform gradientUnits href r spreadMethod") | SVG


class Rect(Component):
    """The element <rect>."""

    html_tag = "rect"
    attributes = names("rx ry") | SVG


class Set(Component):
    """The element <set>."""

    html_tag = "set"
    attributes = names("attributeName begin dur end fill repeatCount to") | SVG


class Stop(Component):
    """The element <stop>."""

    html_tag = "stop"
    attributes = names("offset") | SVG


class Svg(Component):
    """The element <svg>."""

    html_tag = "svg"
    attributes = names("preserveAspectRatio viewBox xmlns") | SVG


class Switch(Component):
    """The element <switch>."""

    html_tag = "switch"
    attributes = SVG


class Symbol(Component):
    """The element <symbol>."""

    html_tag = "symbol"
    attributes = names("preserveAspectRatio refX refY viewBox") | SVG


class Text(Component):
    """The element <text>."""

    html_tag = "text"
    attributes = names("dx dy lengthAdjust rotate textLength") | SVG


class TextPath(Component):
    """The element <textPath>."""

    html_tag = "textPath"
    attributes = names("href lengthAdjust method spacing startOffset textLength") | SVG


class Title(Component):
    """The element <title>."""

    html_tag = "title"
    attributes = SVG


class Tspan(Component):
    """The element <tspan>."""

    html_tag = "tspan"
    attributes = names("dx dy lengthAdjust rotate textLength") | SVG


class Use(Component):
    """The element <use>."""

    html_tag = "use"
    attributes = names("href") | SVG


class View(Component):
    """The element <view>."""

    html_tag = "view"
    attributes = names("preserveAspectRatio viewBox") | SVG
