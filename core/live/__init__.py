"""Live pages: events of browsers run handlers, and what those change reaches every browser.

`protocol` declares all messages. A page (`live_page`) knows its browsers as `Subscriber`s; what
answers requests (`core.web`), files and the window are handed in. This room knows no routes.
"""
