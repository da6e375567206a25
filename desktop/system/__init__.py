"""The operating system: folders, locks, logs, D-Bus, external programs.

The lowest room of `desktop`: it knows no windows, no pages and no program.
"""
