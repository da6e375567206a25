"""A process that ends together with those that it starts."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Sequence

_KILL_ON_JOB_CLOSE = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_FLAGS_AT, _LIMITS_SIZE = 16, 144  # of JOBOBJECT_EXTENDED_LIMIT_INFORMATION with 64 bits


class ProcessGroup(subprocess.Popen[bytes]):
    """A process with pipes, at the head of a process group.

    On Windows it is in a job object, which the system ends with this program, however that ends.
    """

    def __init__(self, command: Sequence[str]) -> None:
        pipe = subprocess.PIPE
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
            super().__init__(command, stdin=pipe, stdout=pipe, creationflags=flags)
            self._job = _job_with(self.pid)
            weakref.finalize(self, ctypes.windll.kernel32.CloseHandle, self._job)
        else:
            # Ctrl-C in the terminal is for the program.
            super().__init__(command, stdin=pipe, stdout=pipe, process_group=0)

    def kill_all(self) -> None:
        """Kill all of them, while `returncode` is None: later another may have the number."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                ctypes.windll.kernel32.TerminateJobObject(self._job, 1)
                self.kill()  # if it could not be assigned
            else:
                os.killpg(self.pid, signal.SIGKILL)


if sys.platform == "win32":

    def _job_with(pid: int) -> ctypes.c_void_p:
        """A job object with this process, which has started none yet."""
        system = ctypes.windll.kernel32
        system.CreateJobObjectW.restype = system.OpenProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(system.CreateJobObjectW(None, None))
        limits = bytearray(_LIMITS_SIZE)
        limits[_FLAGS_AT : _FLAGS_AT + 4] = _KILL_ON_JOB_CLOSE.to_bytes(4, "little")
        given = (ctypes.c_char * _LIMITS_SIZE).from_buffer(limits)
        system.SetInformationJobObject(job, _EXTENDED_LIMITS, given, _LIMITS_SIZE)
        assigning = 0x0100 | 0x0001  # PROCESS_SET_QUOTA, PROCESS_TERMINATE
        process = ctypes.c_void_p(system.OpenProcess(assigning, False, pid))
        system.AssignProcessToJobObject(job, process)
        system.CloseHandle(process)
        return job
