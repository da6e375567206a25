"""The programs of a Linux desktop, and the files that each opens, by the rules of freedesktop.org;
and the portal, by which the desktop opens files for programs in a sandbox.

It reads descriptions of programs, and must not start any.
"""
