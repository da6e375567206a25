"""Text handlers and small components that only programs written for JustPy need.

The engine must not know it: `core` hands it to programs, so that it can be removed as a whole.
"""
