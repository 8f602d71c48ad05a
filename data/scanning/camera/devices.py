"""Which cameras there are."""

import sys
from pathlib import Path

from msgspec import Struct

from data.language import _
from data.scanning.camera.capture import camera_ways, load_cv2, require_cv2

MOST_CAMERAS = 4
_SYSTEM = Path("/sys/class/video4linux")


class Camera(Struct, frozen=True):
    """One camera: the number that opens it, and its name."""

    number: int
    name: str


def find_cameras(in_use: int | None = None) -> list[Camera]:
    """The cameras of this laptop. ``in_use`` is one that is open already and cannot be tried.

    Where the system does not list them each is opened for a moment, which may take seconds.
    Raises CameraTrouble when OpenCV is not installed or does not load.
    """
    require_cv2()
    if sys.platform.startswith("linux"):
        return _listed(_SYSTEM)
    return [
        Camera(number, _("camera {number}").format(number=number + 1))
        for number in range(MOST_CAMERAS)
        if number == in_use or _answers(number)
    ]


def _listed(system: Path) -> list[Camera]:
    """The cameras that Linux lists: of each device only the first node gives pictures."""
    found = []
    for node in system.glob("video*"):
        number = node.name.removeprefix("video")
        if number.isdecimal() and _line(node / "index") in ("", "0"):
            found.append(Camera(int(number), _line(node / "name") or node.name))
    return sorted(found, key=lambda camera: camera.number)


def _line(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _answers(number: int) -> bool:
    cv2 = load_cv2()
    for way in camera_ways(cv2):
        capture = cv2.VideoCapture(number, way)
        try:
            if capture.isOpened():
                return True
        finally:
            capture.release()
    return False
