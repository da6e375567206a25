"""Layout: the frame of a page, and what divides its content.

It must not know what stands in it.
"""
