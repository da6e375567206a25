"""A program being run: its server, its views and, with --debug, its supervisor.

It puts the other rooms of `desktop` together; only the public names import it. It must not know
what a page shows.
"""
