"""Files on their way out: ranges, strong ETags, ZIPs and what a handler offers.

Responses are built from files or bytes and the headers of a request. Knows no pages, no routes and
no sessions; uploads are in `core.uploads`.
"""
