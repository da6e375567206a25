"""Private parts of pywebview 6.2.1, in one place: how it is imported, and what is patched in it.

It must not know menus, dialogs or the window. `tests/desktop/test_private_parts.py` fails if
another version of pywebview has changed a private part.
"""
