"""What a file is: by its name, by its first bytes, and whether the two agree.

It gets names and bytes, and knows no folders, no HTTP and no inputs.
"""
