"""Environment variables that a program's libraries read."""

import os

# Without it, Matplotlib's pyplot makes a window of its own for each figure, on the server's thread,
# where toolkits may crash. A backend that a program or a person chooses stays.
BACKEND = {"MPLBACKEND": "agg"}


def prepare() -> None:
    """Set what is not set."""
    for name, value in BACKEND.items():
        os.environ.setdefault(name, value)
