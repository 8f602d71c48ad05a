"""What the camera sees, small and grey: enough to hold a card in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.timer import Timer

from data.language import _
from tui.safe_text import fit
from tui.scanning.camera_watcher import FollowsWatches, watches_of

if TYPE_CHECKING:
    from data.scanning.camera.thumbnail import Thumbnail

PICTURES_PER_SECOND = 6
_GREYS = 24
_ROOM_FOR_SCREEN = (100, 28)


class CameraPreview(FollowsWatches):
    """Shows the newest frame a few times a second while it can be seen; costs nothing otherwise.

    With ``when_roomy`` it takes its place only on a terminal of at least 100 by 28 cells.
    """

    DEFAULT_CSS = "CameraPreview { width: 34; height: 100%; display: none; }"

    def __init__(self, *, when_roomy: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._when_roomy = when_roomy
        self._picture: Thumbnail | None = None
        self._frame: object = None
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self._timer = self.set_interval(1 / PICTURES_PER_SECOND, self._look, pause=True)

    def on_resize(self) -> None:
        self._frame = None

    def follow(self) -> None:
        """Appear when a camera is on and there is room, else disappear."""
        desk = watches_of(self)
        is_on = desk is not None and desk.source is not None
        self.display = is_on and self._has_room
        if self._timer is not None:
            self._timer.resume() if self.display else self._timer.pause()
        if not self.display:
            self._picture = self._frame = None

    @property
    def _has_room(self) -> bool:
        width, height = self.app.size
        return not self._when_roomy or (width >= _ROOM_FOR_SCREEN[0] and height >= _ROOM_FOR_SCREEN[1])

    def _look(self) -> None:
        desk = watches_of(self)
        if desk is None or desk.source is None or not self.screen.is_current or not self.size.area:
            return
        frame = desk.frame
        if frame is None or frame is self._frame:
            return
        self._frame = frame
        from data.scanning.camera.thumbnail import thumbnail

        self._picture = thumbnail(
            frame, self.size.width, 2 * self.size.height, mirrored=desk.source.video is None
        )
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line: two rows of the picture, or in the first line that it is still awaited."""
        picture, width = self._picture, self.size.width
        if picture is None:
            waiting = fit(_("opening the camera…"), width) if y == 0 else " " * width
            return Strip([Segment(waiting, self.rich_style)])
        left = (width - picture.width) // 2
        line = [Segment(" " * left, self.rich_style)]
        if 2 * y < picture.height:
            line += _halves(_row(picture, 2 * y), _row(picture, 2 * y + 1))
        rest = width - sum(segment.cell_length for segment in line)
        return Strip([*line, Segment(" " * rest, self.rich_style)], width).simplify()


def _row(picture: Thumbnail, y: int) -> bytes:
    if y >= picture.height:
        return bytes(picture.width)
    return picture.levels[y * picture.width : (y + 1) * picture.width]


def _halves(upper: bytes, lower: bytes) -> list[Segment]:
    """Cells whose upper half is ``upper`` and whose lower half is ``lower``; equal neighbours together."""
    segments: list[Segment] = []
    begun = 0
    pairs = [(_grey(top), _grey(bottom)) for top, bottom in zip(upper, lower, strict=True)]
    for place in range(1, len(pairs) + 1):
        if place == len(pairs) or pairs[place] != pairs[begun]:
            top, bottom = pairs[begun]
            segments.append(Segment("▀" * (place - begun), Style(color=top, bgcolor=bottom)))
            begun = place
    return segments


def _grey(level: int) -> str:
    step = 255 // (_GREYS - 1)
    shade = min(255, round(level / step) * step)
    return f"#{shade:02x}{shade:02x}{shade:02x}"
