"""Enter at the title sign: the emblem and the size are asked before it is drawn."""

from collections.abc import Callable
from pathlib import Path

from data.documents.banner.size import SIZE_CM, read_size
from data.files.typed_path import typed_path
from data.finding.files import EMBLEMS
from data.language import _
from tui.frame.dialogs.edit_value import EditValueDialog, Field

Draw = Callable[[Path | None, tuple[float, float]], None]


class TitleSignDialog(EditValueDialog):
    """The emblem's picture and the sign's size; ``draw`` gets both once they can be used."""

    def __init__(self, draw: Draw, emblem: Path | None) -> None:
        size = "x".join(f"{side:g}" for side in SIZE_CM)
        fields = [
            Field(
                "emblem",
                _("Emblem"),
                str(emblem or ""),
                _("↓: choose the picture; empty: a frame where it goes"),
                kinds=EMBLEMS,
                may_be_empty=True,
            ),
            Field("size", _("Size in cm"), size, size),
        ]
        self._draw = draw
        self._wanted: tuple[Path | None, tuple[float, float]] | None = None
        why = _("Drawn for the projector (PNG, 3840×2160) and for the sign shop (PDF of this size).")
        super().__init__(_("Title sign of the stage"), fields, self._take, why=why)

    def _take(self, typed: dict[str, str]) -> None:
        emblem = typed_path(typed["emblem"]) if typed["emblem"].strip() else None
        if emblem is not None:
            # Imported when it is needed: pictures take a while to load.
            from data.documents.banner.emblem import open_emblem

            open_emblem(emblem)
        self._wanted = emblem, read_size(typed["size"])

    def follow_up(self) -> None:
        """Have it drawn."""
        if self._wanted is not None:
            self._draw(*self._wanted)
