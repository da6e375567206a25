"""What pages show of files that browsers cannot show by themselves.

`core.workers` reads them; the page draws what it found. It knows no pages and no sessions.
"""
