"""Several shelves: which there are, their list at the side of a page, and moves between them.

It must not know what else the page of a shelf shows.
"""
