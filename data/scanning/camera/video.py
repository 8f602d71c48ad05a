"""All codes in a video file, as fast as it can be read."""

from collections.abc import Iterator
from pathlib import Path

from data.scanning.camera.capture import Source, frames_per_second, open_capture
from data.scanning.camera.held import Held
from data.scanning.camera.watch import LOOK_SECONDS
from data.scanning.pictures.decode import decode_frame


def codes_in_video(path: Path) -> Iterator[str]:
    """The text of each code as it comes into sight. Raises CameraTrouble when it is no video."""
    capture = open_capture(Source(video=path))
    try:
        pace = frames_per_second(capture)
        stride = max(1, int(pace * LOOK_SECONDS))
        held, place = Held(), 0
        while capture.grab():
            if place % stride == 0:
                whole, frame = capture.retrieve()
                if whole:
                    yield from held.fresh(decode_frame(frame), place / pace)
            place += 1
    finally:
        capture.release()
