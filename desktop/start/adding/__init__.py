"""`satchel add FILE...`, and where its files go.

It must not import anything of `core`: the command ends before that has loaded.
"""
