"""What the web view of a Qt window may do: go to addresses, open windows, download, keep cookies.

It uses public parts of Qt. It must not know pywebview, menus or dialogs.
"""
