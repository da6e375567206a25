"""The process that a program runs in: environment variables, and Python's garbage collector."""

import gc
import os

# Without it, Matplotlib's pyplot makes a window of its own for each figure, on the server's thread,
# where toolkits may crash. A backend that a program or a person chooses stays.
BACKEND = {"MPLBACKEND": "agg"}

# New objects between two looks for garbage. What is loaded stays, all of some hundred thousand:
# looking through them again and again took a tenth of the start.
WHILE_LOADING = 100_000
_usual = gc.get_threshold()


def prepare() -> None:
    """Before the program is loaded: set variables that are not set; look for garbage seldom."""
    for name, value in BACKEND.items():
        os.environ.setdefault(name, value)
    gc.set_threshold(WHILE_LOADING)


def loaded() -> None:
    """From now on, look for garbage as servers do, though no more among what was loaded."""
    from core.web.server.process_memory import collect_less_often

    gc.freeze()
    if gc.get_threshold()[0] == WHILE_LOADING:  # else the program has chosen
        gc.set_threshold(*_usual)
        collect_less_often()
