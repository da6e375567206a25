"""Who gets in: the guard, sessions, tickets, and which user is at the other end of a connection.

It wraps any ASGI application and knows nothing of pages.
"""
