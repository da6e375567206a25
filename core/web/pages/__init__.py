"""A program's routes and request functions, and the responses that browsers get for them.

It knows live pages and uploads, but neither channels nor who is let in.
"""
