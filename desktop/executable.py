"""The main module of executables: the program, a worker, or a process that the program starts with
multiprocessing.

An executable is its own Python: `--worker` runs `core.workers.program`, `--job-worker` runs
`core.jobs.worker`. Both must load nothing of the window.
"""

import sys

from desktop.system.packaged import JOB_WORKER_OPTION, WORKER_OPTION


def main() -> int:
    """Run; returns the exit code."""
    if sys.argv[1:2] == [WORKER_OPTION]:
        from core.workers.program import service

        service.main()
        return 0
    if sys.argv[1:2] == [JOB_WORKER_OPTION]:
        from core.jobs.worker import service as jobs

        jobs.main()
    if any("multiprocessing" in word for word in sys.argv):
        import multiprocessing

        multiprocessing.freeze_support()  # does not return if this is such a process
    from desktop.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
