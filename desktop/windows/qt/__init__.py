"""The windows of Linux: pywebview 6.2.1 on PySide6 6.12, a file for each concern.

`window` and `toolkit` are what the rest uses. `patches` and `imports` alone know private parts of
pywebview; the other files use public parts of Qt. Nothing here knows pages, saves or the program.
"""
