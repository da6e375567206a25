"""The windows of Linux: pywebview 6.2.1 on PySide6 6.12.

`toolkit` is what the rest uses. `pywebview` alone knows private parts of pywebview; the other
modules use public parts of Qt. Nothing here knows pages, saves or the program.

`toolkit`, `probe` and `pywebview.imports` load without Qt; the other modules are imported once a
window opens.
"""
