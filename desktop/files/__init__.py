"""Files in, without being sent: dropped, chosen, opened. Files out: saved by dialogs.

It uses the system's dialogs and our own server. It must not reach into pywebview or Qt, from which
it gets the paths, and knows no pages.
"""
