"""Watching a camera in a thread of its own, so that neither door nor stage ever waits for a frame."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from data.language import _
from data.scanning.camera.capture import CameraTrouble, Capture, Source, frames_per_second, open_capture
from data.scanning.camera.held import Held
from data.scanning.pictures.decode import decode_frame
from data.scanning.watching import Watching

LOOK_SECONDS = 0.08
"""At least so long between two frames that are searched for codes: a hand holds a card for longer."""
_LOST_SECONDS = 2.0
_RETRY_SECONDS = 0.05


class CameraWatch(Watching):
    """One source, watched from ``start`` until ``stop`` or its end.

    Both callbacks run in the watching thread: ``scanned`` with the text of each code that comes into
    sight, ``ended`` once, after the device was let go, with a sentence that says what went wrong, empty
    when a video came to its end; after ``stop`` nothing is called any more.
    """

    def __init__(
        self,
        source: Source,
        scanned: Callable[[str], None],
        ended: Callable[[str], None],
        *,
        opener: Callable[[Source], Capture] = open_capture,
    ) -> None:
        super().__init__("camera")
        self.source = source
        self._scanned = scanned
        self._ended = ended
        self._opener = opener
        self._held = Held()
        self._frame: Any = None

    @property
    def frame(self) -> Any:
        """The newest frame that was looked at, or None while there is none."""
        return self._frame

    def _watching(self) -> None:
        problem = ""
        try:
            capture = self._opener(self.source)
            try:
                self._watch(capture)
            finally:
                self._frame = None
                capture.release()
        except CameraTrouble as trouble:
            problem = trouble.sentence
        except Exception as error:
            # A driver may raise anything; the door has to stay open.
            problem = _("The camera stopped working ({problem}). F9 switches it on again.").format(
                problem=error
            )
        if not self._stopping.is_set():
            self._ended(problem)

    def _watch(self, capture: Capture) -> None:
        between = 1 / frames_per_second(capture) if self.source.video else 0.0
        due = looked = last_frame = monotonic()
        looked -= LOOK_SECONDS
        while not self._stopping.is_set():
            now = monotonic()
            if capture.grab():
                last_frame = now
                if now - looked >= LOOK_SECONDS:
                    looked = now
                    self._look(capture, now)
            elif self.source.video:
                return
            elif now - last_frame > _LOST_SECONDS:
                raise CameraTrouble(
                    _("The camera gives no picture any more. Plug it in, then F9 switches it on.")
                )
            else:
                self._stopping.wait(_RETRY_SECONDS)
            due = max(due + between, now - between)
            self._stopping.wait(max(0.0, due - monotonic()) if between else 0.0)

    def _look(self, capture: Capture, now: float) -> None:
        whole, frame = capture.retrieve()
        if not whole or frame is None:
            return
        self._frame = frame
        for text in self._held.fresh(decode_frame(frame), now):
            if self._stopping.is_set():
                return
            self._scanned(text)
