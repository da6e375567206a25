"""Pages have the desktop's accent colour, in a shade that can be read, also when it changes.

Its layer comes after those of our own colours, and what a program sets in `page.css` wins.
"""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from desktop.system.programs import accent
from desktop.system.programs.accent import Colour
from desktop.windows.qt.web_view import profile

NAME = "accent"
WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
READABLE = 5.2  # WCAG asks for 4.5; the colour also stands on a tint of itself
WHITE, DARK_SURFACE = (1.0, 1.0, 1.0), (0x1C / 255, 0x20 / 255, 0x29 / 255)
BLACK = (0.0, 0.0, 0.0)

ADOPT = """(() => {
  globalThis.accentSheet ??= new CSSStyleSheet();
  accentSheet.replaceSync(`%s`);
  const adopted = document.adoptedStyleSheets;
  if (!adopted.includes(accentSheet)) adopted.push(accentSheet);
})()"""

RULES = """@media not ((prefers-contrast: more) or (forced-colors: active)) {{ @layer desktop {{
  :root, .dark {{ --satchel-accent: {dark}; --satchel-accent-soft: {dark}1f; }}
  @media (prefers-color-scheme: light) {{
    :root:where(:not(.dark)) {{ --satchel-accent: {light}; --satchel-accent-soft: {light}12; }}
  }}
  .light {{ --satchel-accent: {light}; --satchel-accent-soft: {light}12; }}
}} }}"""


class Accent(QObject):
    """Brings the colour from the thread that hears of it to the pages."""

    changed = Signal(object)

    def __init__(self, application: Any) -> None:
        super().__init__(application)
        self.script = QWebEngineScript()
        self.script.setName(NAME)
        self.script.setWorldId(WORLD)
        self.script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        self.changed.connect(self.show)
        accent.watch(self.changed.emit)

    def show(self, colour: Colour | None) -> None:
        """Show the colour, or our own, in pages that are open and in later ones."""
        source = ADOPT % (rules(colour) if colour else "")
        self.script.setSourceCode(source)
        self.add_to_profile()
        for widget in QApplication.allWidgets():
            if isinstance(widget, QWebEngineView):
                widget.page().runJavaScript(source, WORLD.value)

    def add_to_profile(self) -> None:
        """Run the script in all pages from now on, instead of the one before."""
        if scripts := profile.shared["profile"].scripts() if "profile" in profile.shared else None:
            for each in scripts.find(NAME):
                scripts.remove(each)
            scripts.insert(self.script)


def rules(colour: Colour) -> str:
    """The style sheet: a shade of the colour for light pages, and one for dark pages."""
    light, dark = shade(colour, WHITE, BLACK), shade(colour, DARK_SURFACE, WHITE)
    return RULES.format(light=_hex(light), dark=_hex(dark))


def shade(colour: Colour, surface: Colour, towards: Colour) -> Colour:
    """The nearest mixture with black or white that can be read on a surface."""
    for step in range(101):
        red, green, blue = (a + (b - a) * step / 100 for a, b in zip(colour, towards, strict=True))
        if contrast((red, green, blue), surface) >= READABLE:
            return red, green, blue
    return towards


def contrast(one: Colour, other: Colour) -> float:
    """How much two colours differ, from 1 to 21, after WCAG."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(each * 255):02x}" for each in colour)
