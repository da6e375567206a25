"""Windows' own CPython, run by Wine: how it is put together, and what Wine cannot do."""
