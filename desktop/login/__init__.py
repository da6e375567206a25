"""Start at login: the entry by which the desktop starts a program, and the command in it.

It must know nothing of windows and pages, which say what was done.
"""
