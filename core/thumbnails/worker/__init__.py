"""The thumbnail worker: a program of its own that draws one small picture at a time.

Only it imports decoders. It knows nothing else of ours and never imports it, so that it starts at
once and stays small. The files that it reads may attack it, so `service` sets its limits.
"""
