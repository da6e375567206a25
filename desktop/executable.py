"""Where the executable starts: the whole program, the worker that makes thumbnails, or a process
that the program starts with multiprocessing.

The executable is its own Python: what `python worker.py` (core/thumbnails) does from source,
it does when called with `--thumbnail-worker`, before the window's libraries are loaded and limits
are set.
"""

import sys

from desktop.system.packaged import WORKER_OPTION


def main() -> int:
    """Run; returns the exit code."""
    if sys.argv[1:2] == [WORKER_OPTION]:
        from core.thumbnails import worker

        worker.main()
        return 0
    if any("multiprocessing" in word for word in sys.argv):
        import multiprocessing

        multiprocessing.freeze_support()  # does not come back if this is such a process
    from desktop.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
