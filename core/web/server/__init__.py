"""An application on a socket: uvicorn, its limits for clients, and the processes below it.

It knows the application by a protocol only (`server.Served`), and no page.
"""
