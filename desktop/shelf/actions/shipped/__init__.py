"""Actions that ship with Satchel, in the form in which everybody writes them.

They are read and run as files; nothing imports them, and they must not import the window.
"""
