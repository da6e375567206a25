"""From the command line to a plan: identity, data folders, the one instance.

It must be fast, because a second start ends here. So it must not load pywebview, nor the engine
before the program needs it.
"""
