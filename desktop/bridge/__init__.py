"""The calls that a page may make of the window, and those that a program may, each with its checks.

It knows windows and saves. It must not trust anything that a page says, and knows no HTTP: calls
come from `core.web.hosting`.
"""
