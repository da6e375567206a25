"""Small pictures of files, drawn by a process of their own and kept in a cache folder.

The worker must not import anything of ours, since files attack it; the cache knows no sessions.
"""
