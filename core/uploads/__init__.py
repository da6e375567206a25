"""Uploads: files that are arriving, their states, limits and expiry.

This room knows no pages and no handlers. Only `core.uploads.http` knows HTTP. `store` states the
contract of what keeps uploads, `state` the states that an upload passes.
"""
