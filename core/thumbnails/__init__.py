"""Small pictures of files, drawn by `core.workers` and kept in a cache folder.

The cache knows no sessions.
"""
