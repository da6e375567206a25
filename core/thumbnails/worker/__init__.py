"""The thumbnail worker: a program of its own that draws one small picture at a time.

Only it imports decoders, and it never imports anything else of ours, so that it starts at once and
stays small. Hostile files may attack it, so `service` sets limits.
"""
