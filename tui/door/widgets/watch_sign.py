"""Which camera and which folder are watched, beside the line that says that the door is ready."""

from textual.content import Content

from data.language import _
from tui.safe_text import fit, joined, plain
from tui.scanning.camera_watcher import FollowsWatches, watches_of
from tui.widgets.static_cached import StaticCached

_LONGEST_NAME = 18


class WatchSign(FollowsWatches, StaticCached):
    """``◉ camera 1  ▤ Zalo``, or that the camera is off."""

    DEFAULT_CSS = "WatchSign { width: auto; height: 1; }"

    def follow(self) -> None:
        """Say what is watched now."""
        desk = watches_of(self)
        source, folder = (desk.source, desk.folder) if desk else (None, None)
        camera = (
            plain(f"◉ {_short(source.name)}", "bold $accent")
            if source
            else plain(_("camera off"), "$foreground 60%")
        )
        pictures = [self._folder(folder.name)] if folder else []
        self.show(joined(camera, *pictures))

    def _folder(self, name: str) -> Content:
        watches = watches_of(self)
        if watches is not None and watches.folder_is_gone:
            return plain(f"  ✖ {_short(name)}", "bold $warning")
        return plain(f"  ▤ {_short(name)}", "bold $accent")


def _short(name: str) -> str:
    return fit(name, _LONGEST_NAME).rstrip()
