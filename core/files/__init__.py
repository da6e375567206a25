"""Files on this machine: names, session folders, received files, moves that survive a power cut.

This room knows no pages, no cookies, no HTTP; a session is a string here. Files that are arriving
are in `core.uploads`, files that are leaving in `core.downloads`.
"""
