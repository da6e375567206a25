"""Fields: controls with label, hint and error, and settings made of them.

Controls must not know the field that they stand in.
"""
