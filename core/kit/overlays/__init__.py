"""Overlays: what opens above the page: dialogs, menus, tooltips.

They must not know what they belong to.
"""
