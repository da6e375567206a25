"""Small pictures of files, drawn by a process of their own and kept in a cache folder.

The worker imports nothing of ours, since hostile files attack it; the cache knows no sessions.
"""
