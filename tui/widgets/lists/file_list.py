"""The files that can be meant, below the line into which a path would be typed."""

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from textual.content import Content

from data.clock import SystemClock, local
from data.files.typed_path import typed_path
from data.finding import places
from data.finding.files import PICTURES, FoundFile, find_files, matching, named
from data.language import _
from tui.safe_text import fit, joined, plain, wrapped
from tui.widgets.lists.long_list import LongList
from tui.widgets.lists.marked import mark_sign

_WHEN = 13


class FileList(LongList):
    """The newest first; what is typed filters. Where ``optional``, nothing is chosen before an arrow is.
    What lies in the folder ``left_out`` is not meant."""

    DEFAULT_CSS = """
    FileList { height: 7; max-height: 40vh; }
    """

    def __init__(
        self,
        kinds: Collection[str],
        *,
        id: str = "files",
        optional: bool = False,
        left_out: Path | None = None,
    ) -> None:
        super().__init__(self._draw_row, id=id)
        self._kinds = kinds
        self._left_out = left_out.resolve() if left_out is not None else None
        self._longest = (0, 0)
        self._optional = optional
        self._all: list[FoundFile] = []
        self._shown: list[FoundFile] = []
        self._places: list[Path] = []
        self._typed = ""
        self._is_ready = False
        self._empty = _("Looking for files…")
        self._taken = not optional

    def on_mount(self) -> None:
        # In a thread: a stick may take seconds to answer.
        self.run_worker(self._look, thread=True, exit_on_error=False)

    def _look(self) -> None:
        where = places.places()
        self.app.call_from_thread(self._found, find_files(self._kinds, where), where)

    def _found(self, files: list[FoundFile], where: list[Path]) -> None:
        left_out = self._left_out
        self._all = [file for file in files if left_out is None or file.path.resolve().parent != left_out]
        self._longest = (
            _longest(file.name for file in self._all),
            _longest(file.where for file in self._all),
        )
        self._places, self._is_ready = where, True
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Show only what has every word of ``typed``; a whole path is no filter."""
        self._typed = typed
        is_path = bool(typed.strip()) and typed_path(typed).is_absolute()
        self._shown = [] if is_path else matching(self._all, typed)
        self._taken = not self._optional or bool(typed.strip())
        if not self._is_ready:
            return
        self._empty = "" if is_path else self._nothing()
        self.show(len(self._shown), 0)

    def _draw(self) -> None:
        if self._shown:
            super()._draw()
        else:
            self.paint([plain(line, "dim") for line in wrapped(self._empty, max(1, self.size.width))])

    def move(self, key: str) -> bool:
        if not self._taken and key == "down" and self._shown:
            self._taken = True
            self.show(len(self._shown), 0)
            return True
        return super().move(key) if self._shown else key in ("up", "down")

    def meant(self, typed: str) -> Path | None:
        """The file that Enter takes: the one at the path ``typed``, one of that name, else the marked one.

        A path that names nothing is given back as it is, for whoever reads it to say so; None where
        nothing was typed and nothing is chosen.
        """
        text = typed.strip()
        path = typed_path(typed) if text else None
        # A single word is looked up among the files, whatever lies where the program was started.
        if path is not None and (path.is_absolute() or (len(path.parts) > 1 and path.exists())):
            return path
        if path is not None and (same := named(self._all, text)) is not None:
            return same.path
        if self._shown and self._taken:
            return self._shown[max(0, self.marked)].path
        return path

    def _nothing(self) -> str:
        if self._all:
            return _("No file here has this name. Delete some letters, or type the whole path.")
        where = ", ".join(folder.name or str(folder) for folder in self._places)
        if set(self._kinds) <= set(PICTURES):
            return _("No picture in: {folders}. Copy one there, or type its path.").format(folders=where)
        sentence = _("No file {kinds} in: {folders}. Copy it there, or type its path.")
        return sentence.format(kinds=", ".join(self._kinds), folders=where)

    def _rooms(self, width: int) -> tuple[int, int]:
        """How wide names and folders are: names whole before folders are, which keep a quarter at least."""
        name, where = self._longest
        where = min(where, max(width - name, width // 4))
        return width - where, where

    def _draw_row(self, index: int, width: int, marked: bool) -> Content:
        file = self._shown[index]
        chosen = marked and self._taken
        when = f"{_day(file.modified):>{_WHEN}}"
        room, where_room = self._rooms(max(8, width - _WHEN - 5))
        return joined(
            mark_sign(chosen),
            plain(fit(file.name, room), "bold $accent" if chosen else ""),
            plain(f" {fit(file.where, where_room)}  {when}", "$foreground 60%"),
        )


def _longest(texts: Iterable[str]) -> int:
    return max((plain(text).cell_length for text in texts), default=0)


def _day(moment: datetime) -> str:
    at, today = local(moment), local(SystemClock().now()).date()
    if at.date() == today:
        return _("today {time}").format(time=f"{at:%H:%M}")
    return f"{at:%d/%m/%Y}"
