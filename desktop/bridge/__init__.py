"""What a page may ask of the window, and what a program may, as lists with a check for each call.

It knows windows and saves. It must not trust anything that a page says, and knows no HTTP: calls
come from `core.web.hosting`.
"""
