"""Shows an error from before there was a page, in a window."""

import logging
import signal
from html import escape
from string import Template

from core.language.chosen import language
from core.language.texts import _
from desktop.system import packaged
from desktop.system.errors import DesktopError, NoWindow
from desktop.windows.toolkit import Toolkit, has_run

log = logging.getLogger("satchel.desktop")

PAGE = Template("""<!doctype html><html lang="$language"><meta charset="utf-8"><title>$title</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 48em; margin: 3em auto; padding: 0 1.5em }
h1 { font-size: 1.4em }
pre { overflow: auto; padding: 1em; border: 1px solid #8886; border-radius: .5em; font-size: .85em }
pre:empty { display: none }
</style>
<main><h1>$heading</h1><p>$message</p>
<pre tabindex="0">$details</pre></main></html>""")


def show(error: DesktopError, toolkit: Toolkit) -> None:
    """Show an error until the person closes the window; do nothing if no window can open."""
    if toolkit.why_no_window() is not None or has_run():
        return
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # an exception would not end Qt's loop
    try:
        toolkit.show_page(packaged.name(), page(error))
    except NoWindow as reason:
        log.warning("No window can be opened. %s", reason)


def page(error: DesktopError) -> str:
    title = escape(packaged.name())
    return PAGE.substitute(
        title=title,
        language=language(),
        heading=escape(_("This program could not be started")),
        message=escape(str(error)),
        details=escape(error.details),
    )
