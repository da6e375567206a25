"""What people install: packages around an executable, releases, and what stores want to know.

Each module writes the files of one kind, from the recipe and the executable's folder. It must not
build the executable, download or publish anything.
"""
