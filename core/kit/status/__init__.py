"""Status: small parts that say how things are.

They must not need scripts: what they say is in the HTML.
"""
