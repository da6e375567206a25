"""Files that are coming: the engine, its states, limits and expiry.

The engine knows no HTTP, no pages and no handlers; the ways in are in `core.uploads.http`.
"""
