"""Native windows: their place, menus and dialogs, and how they close.

`Windows` and `Window` hold the rules. A `Toolkit` shows them: `toolkit.py` with what pywebview
offers on every system, `qt` with more on Linux, `cocoa` with more on macOS. Nothing here
knows pages, saves or the program.
"""
