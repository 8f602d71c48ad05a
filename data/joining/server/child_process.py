"""A process that ends with this one, however this one ends.

On Windows a job object does it. Elsewhere a shell waits at the end of a pipe that only this program holds
open: when the program is gone, by whatever means, the pipe closes and the shell ends the process, without
mercy, so that it never meets the one that is started next. What it acknowledged is on disk.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

# What runs in the background reads from nowhere unless the pipe has a number of its own first.
_WATCH = 'exec 3<&0; (read _ <&3; kill -9 "$$" 2>/dev/null) & exec "$0" "$@" 3<&- </dev/null'
_END_SECONDS = 5.0


class TiedProcess:
    """A running program. Raises OSError when it cannot be started."""

    def __init__(self, command: Sequence[str], log: Path) -> None:
        with log.open("ab") as out:
            self._process = _start(command, out.fileno())
        self._job = _in_a_job(self._process)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def end(self) -> None:
        """End it and wait until it has; after some seconds without mercy."""
        if self.is_running:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_END_SECONDS)
        self._kill_all()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _kill_all(self) -> None:
        """Also the shell that waits: it must not end a stranger that gets the number later."""
        if sys.platform == "win32":
            self._process.kill()
            return
        import signal

        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)


def _start(command: Sequence[str], out: int) -> "subprocess.Popen[bytes]":
    if sys.platform == "win32":
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            creationflags=subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP,
        )
    # A session of its own: Ctrl+C in the terminal is for the program, which ends the server itself.
    return subprocess.Popen(
        ["/bin/sh", "-c", _WATCH, *command],
        stdin=subprocess.PIPE,
        stdout=out,
        stderr=out,
        start_new_session=True,
    )


def _in_a_job(process: "subprocess.Popen[bytes]") -> object:
    """On Windows: the job that ends ``process`` when the last handle on it, this one, is closed."""
    if sys.platform != "win32":
        return None
    from data.joining.server.windows_job import job_of

    return job_of(int(vars(process)["_handle"]))
