"""A camera or a video file, opened; whatever is wrong with it is said in one sentence."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from data.errors import CeremonyError
from data.language import _
from data.scanning.camera.plain_name import plainly_named

VIDEO_SUFFIXES = frozenset({".mp4", ".avi", ".mov", ".mkv", ".m4v", ".3gp", ".webm", ".mpg", ".mpeg", ".wmv"})
_WIDTH, _HEIGHT = 640, 480
_FIRST_FRAMES = 10
"""Some cameras give nothing for their first frames."""


class CameraTrouble(CeremonyError):
    """No picture can be had from a camera or a video."""


@dataclass(frozen=True)
class Source:
    """Where frames come from: the camera with this number, or a video file."""

    camera: int = 0
    video: Path | None = None

    @property
    def name(self) -> str:
        """What people call it: the camera's number from 1, or the file's name."""
        return self.video.name if self.video else _("camera {number}").format(number=self.camera + 1)


class Capture(Protocol):
    """What is used of ``cv2.VideoCapture``: a frame is fetched, then, if it is wanted, unpacked."""

    def grab(self) -> bool:
        """Fetch the next frame; False when there is none."""
        ...

    def retrieve(self) -> tuple[bool, Any]:
        """The fetched frame, BGR bytes."""
        ...

    def release(self) -> None:
        """Let go of the device."""
        ...


def is_video(path: Path) -> bool:
    """Whether the file's name says that it is a video."""
    return path.suffix.lower() in VIDEO_SUFFIXES


def open_capture(source: Source) -> Capture:
    """The source, opened and known to give frames. Raises CameraTrouble. May take seconds."""
    cv2 = load_cv2()
    if source.video is not None:
        return _open_video(cv2, source.video)
    opened = False
    for way in camera_ways(cv2):
        capture = cv2.VideoCapture(source.camera, way)
        if capture.isOpened():
            opened = True
            # Small frames are read fastest, and a buffer of one is never seconds behind.
            capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
            capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
            capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
            if any(capture.grab() for _try in range(_FIRST_FRAMES)):
                return capture  # type: ignore[no-any-return]
        capture.release()
    if opened:
        raise CameraTrouble(
            _("The camera gives no picture: another program may be using it. Close that one.")
        )
    raise CameraTrouble(_("There is no camera, or another program is using it (Zalo, Zoom). Close that one."))


def frames_per_second(capture: Capture) -> float:
    """The pace at which a video wants to be shown; 25 where it does not say."""
    pace = capture.get(load_cv2().CAP_PROP_FPS) if hasattr(capture, "get") else 0.0
    return float(pace) if 1 <= pace <= 240 else 25.0


def load_cv2() -> Any:
    """OpenCV, silent: what it prints would stand in the middle of the screen. Raises CameraTrouble."""
    os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    require_cv2()
    try:
        import cv2
    except Exception as error:
        # A half-installed OpenCV raises anything: missing libraries, a numpy of another make.
        raise CameraTrouble(
            _(
                "The camera cannot be used here: OpenCV does not load ({problem}). "
                "Scanner, names and pictures go on working."
            ).format(problem=error)
        ) from error
    # The frames are small: more threads would only take the screens' time.
    cv2.setNumThreads(1)
    return cv2


def require_cv2() -> None:
    """Raise CameraTrouble where OpenCV was not installed: it is an extra, and large. Nothing is loaded."""
    if find_spec("cv2") is None:
        raise CameraTrouble(
            _(
                "The part that reads cameras and films is not installed ({module}). Scanner, names and "
                "pictures go on working; README says how to add it."
            ).format(module="OpenCV, opencv-python-headless")
        )


def camera_ways(cv2: Any) -> tuple[int, ...]:
    """The ways to a camera, in the order in which they are tried.

    On Windows the default one takes ten seconds and more, so DirectShow comes first; but some cameras, and
    Windows on ARM, have only Media Foundation.
    """
    return (int(cv2.CAP_DSHOW), int(cv2.CAP_MSMF)) if sys.platform == "win32" else (int(cv2.CAP_ANY),)


def _open_video(cv2: Any, path: Path) -> Capture:
    if not path.is_file():
        raise CameraTrouble(_("There is no video {path}.").format(path=path))
    capture = cv2.VideoCapture(str(path))
    if capture.isOpened():
        return capture  # type: ignore[no-any-return]
    capture.release()
    if not str(path).isascii():
        names = ExitStack()
        name = names.enter_context(plainly_named(path))
        capture = cv2.VideoCapture(str(name)) if name else None
        if capture is not None and capture.isOpened():
            return _Renamed(capture, names)
        if capture is not None:
            capture.release()
        names.close()
    raise CameraTrouble(_("{path} is not a video that can be read.").format(path=path))


class _Renamed:
    """A video that was opened under another name, which goes when it is let go."""

    def __init__(self, capture: Any, names: ExitStack) -> None:
        self._capture = capture
        self._names = names

    def grab(self) -> bool:
        return bool(self._capture.grab())

    def retrieve(self) -> tuple[bool, Any]:
        return self._capture.retrieve()  # type: ignore[no-any-return]

    def get(self, what: int) -> float:
        return float(self._capture.get(what))

    def release(self) -> None:
        self._capture.release()
        self._names.close()
