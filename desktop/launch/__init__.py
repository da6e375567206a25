"""A program being run: its server, its views and, with --debug, its supervisor.

It puts the other rooms of `desktop` together; nothing else imports it but the public names. It must
not know what a page shows.
"""
