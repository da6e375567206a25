"""The ASGI application: addresses, sessions, who gets in, and the server that it runs on.

`app` puts it together from the rooms below. Nothing here knows of a window but by the protocols in
`settings`, or of a program but by what `pages.program` declares.
"""
