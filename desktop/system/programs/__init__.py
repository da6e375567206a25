"""The programs of a Linux desktop, and the files that each opens, by the rules of freedesktop.org.

It reads descriptions of programs, and must not start any.
"""
