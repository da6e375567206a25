"""A program being run: its server, its views and, with --debug, its supervisor."""
