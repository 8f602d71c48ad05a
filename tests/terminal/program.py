"""The program in a real pseudo-terminal: keys go in as bytes, the screen is read as a person sees it."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

HAND_SECONDS = 0.15
"""Between two keys of a hand; a program may take keys that come faster for a scanner's."""
ROOT = Path(__file__).resolve().parents[2]


def _hang_up_with_the_terminal() -> None:
    """In the program before it begins: the system ends it when the test's end of the terminal is gone.

    However that came about, and also where the tests were started to outlive their own terminal (nohup).
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Program:
    """``main.py``, or another ``script``, with the given arguments in a terminal of that size."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        language: str = "en",
        script: Path = ROOT / "main.py",
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, str(script), *arguments, "--lang", language],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_hang_up_with_the_terminal,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )
        os.close(slave)

    def send(self, keys: str | bytes) -> None:
        """Type ``keys`` with no gap, reading the screen while the terminal is full."""
        rest = keys.encode() if isinstance(keys, str) else keys
        while rest:
            _reads, writes, _errors = select.select([], [self._master], [], 0.05)
            if writes:
                rest = rest[os.write(self._master, rest[:512]) :]
            self._drain(0.0)

    def press(self, *keys: str) -> None:
        """Press ``keys`` one after another as a hand does, each a key's bytes or what comes of one."""
        for key in keys:
            self.until(lambda: False, HAND_SECONDS)
            self.send(key)
        self.until(lambda: False, HAND_SECONDS)

    def answer(self, keys: str | bytes, wait: float) -> list[tuple[float, bytes]]:
        """Everything that comes within ``wait`` seconds of typing ``keys``, each piece with its delay.

        The screen follows afterwards, so that reading it takes nothing from the time.
        """
        pieces: list[tuple[float, bytes]] = []
        begin = time.perf_counter()
        if keys:
            os.write(self._master, keys.encode() if isinstance(keys, str) else keys)
        while (left := begin + wait - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                piece = os.read(self._master, 65536)
                pieces.append((time.perf_counter() - begin, piece))
        return pieces

    def rest(self) -> list[tuple[float, bytes]]:
        """What a program that is no more had written and nobody had read, in pieces as ``answer``'s."""
        pieces: list[tuple[float, bytes]] = []
        while select.select([self._master], [], [], 0.0)[0]:
            try:
                pieces.append((0.0, os.read(self._master, 65536)))
            except OSError:
                break
        return pieces

    @property
    def keyboard(self) -> int:
        """Where bytes go in as keys, for a test that reads nothing meanwhile."""
        return self._master

    def show(self, piece: bytes) -> None:
        """Draw what ``answer`` gave."""
        self._stream.feed(piece)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)
        self.process.send_signal(signal.SIGWINCH)

    def until(self, holds: Callable[[], bool], seconds: float = 60.0) -> bool:
        """Whether ``holds`` comes true within ``seconds``; the screen is kept up to date meanwhile."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return True
            self._drain(0.05)
        return holds()

    def shows(self, text: str, seconds: float = 60.0) -> bool:
        """Whether ``text`` comes to stand on the screen."""
        return self.until(lambda: text in self.text, seconds)

    @property
    def text(self) -> str:
        """The screen, a line each."""
        return "\n".join(self.screen.display)

    def close(self) -> None:
        """End the program, however it is."""
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def _drain(self, wait: float) -> None:
        while select.select([self._master], [], [], wait)[0]:
            try:
                self._stream.feed(os.read(self._master, 65536))
            except OSError:
                return
            wait = 0.0
