"""Jobs: work on many things, in processes, threads or any executor, that belongs to a session.

This room must not know components, pages or the server: `core.kit` shows what goes on here.
"""
