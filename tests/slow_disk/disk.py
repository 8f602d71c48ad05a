"""A disk that stands still until it is let go, and fails when it is told to."""

import errno
import os
from threading import Event

import pytest


class SlowDisk:
    """In the place of fsync; ``go`` lets it end, ``fails`` lets it fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = Event()
        self.fails = False
        self._real = os.fsync
        monkeypatch.setattr(os, "fsync", self._fsync)

    def _fsync(self, file: int) -> None:
        self.go.wait(30)
        if self.fails:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        self._real(file)
