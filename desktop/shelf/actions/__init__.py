"""Actions: small programs of people that do something with the files they selected.

An action is a Python file or a TOML file with a command, in a folder that its owner can open. It is
read without being run, waits for the person's permission, and works in a process of its own; what
it makes is put beside the files. The server must not import or run what an action contains.
"""
