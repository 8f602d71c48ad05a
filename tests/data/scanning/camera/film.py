"""A film of cards held before a camera, and a camera that plays whatever a test wants."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import sleep
from typing import Any

import numpy as np
from PIL import Image

from data.documents.cards.qr import qr_picture
from data.scanning.camera.capture import load_cv2

WIDTH, HEIGHT = 640, 480
FRAMES_PER_SECOND = 20


def frame(*texts: str) -> Any:
    """One frame, grey, in which each of ``texts`` stands as a code about 120 pixels wide."""
    picture = Image.new("L", (WIDTH, HEIGHT), 170)
    for place, text in enumerate(texts):
        code = qr_picture(text, 5).convert("L")
        card = Image.new("L", (code.width + 60, code.height + 60), 255)
        card.paste(code, (30, 30))
        picture.paste(card, (60 + place * 260, 140))
    return np.array(picture)


def film(file: Path, scenes: Sequence[tuple[float, Sequence[str]]]) -> Path:
    """A video in which each scene (seconds, the texts in sight) follows the one before."""
    cv2 = load_cv2()
    writer = cv2.VideoWriter(
        str(file), cv2.VideoWriter_fourcc(*"MJPG"), FRAMES_PER_SECOND, (WIDTH, HEIGHT), isColor=True
    )
    assert writer.isOpened()
    for seconds, texts in scenes:
        picture = cv2.cvtColor(frame(*texts), cv2.COLOR_GRAY2BGR)
        for _frame in range(round(seconds * FRAMES_PER_SECOND)):
            writer.write(picture)
    writer.release()
    return file


class PlayedCamera:
    """A camera that shows what ``scene`` says, until it raises or says that there is nothing."""

    def __init__(self, scene: Callable[[], Any]) -> None:
        self._scene = scene
        self._frame: Any = None
        self.released = False

    def grab(self) -> bool:
        sleep(0.005)
        self._frame = self._scene()
        return self._frame is not None

    def retrieve(self) -> tuple[bool, Any]:
        return True, self._frame

    def release(self) -> None:
        self.released = True
