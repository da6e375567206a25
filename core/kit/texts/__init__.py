"""Texts: Markdown, code and logs.

They must not take HTML from a program's texts.
"""
