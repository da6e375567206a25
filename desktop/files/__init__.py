"""Files in, without being sent: dropped, chosen, opened. Files out: saved by dialogs.

It asks the system's dialogs and our own server. It must not reach into pywebview or Qt, which hand
in the paths, and knows no pages.
"""
