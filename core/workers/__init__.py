"""Processes that open files which may be hostile: they draw pictures and read documents.

The worker itself is `program`, which imports nothing of ours; `process` starts it, `pool` has
several. They know no pages and no caches.
"""
