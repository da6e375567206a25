"""What macOS has of its own: its menu bar, and files that the Finder opens with the program.

Read against Apple's and pywebview's documents, and tried with a stand-in for AppKit; never run. It
must not decide what a window or a menu does: it shows the values of `desktop.windows.menus`.
Private parts of pywebview are used in `pywebview_parts` only.
"""
