"""The worker: a program of its own that opens one file at a time, to draw it or to read it.

Only it imports decoders and parsers, each when it is needed, and it never imports anything else of
ours, so that it starts at once and stays small. Hostile files may attack it, so `service` sets
limits.
"""
