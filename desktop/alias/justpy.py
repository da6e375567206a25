"""`import justpy` means us, also in processes that the program starts (multiprocessing)."""

import sys

import core

sys.modules[__name__] = core
