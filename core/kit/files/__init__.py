"""Files: the files of a folder, or any others, as a grid or a list.

Listing, sources and state must not know how files are drawn; `files_view` draws them.
"""
