"""What scans by itself, whatever screen is in front: a camera or film, and a folder of pictures.

What reads cameras and pictures is imported when one is switched on.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.dom import DOMNode
from textual.widget import Widget

from data.language import _
from tui.frame.program import Program
from tui.safe_text import fit
from tui.scanning.scan_router import ScanRouter

if TYPE_CHECKING:
    from data.scanning.camera.capture import Capture, Source
    from data.scanning.camera.watch import CameraWatch
    from data.scanning.pictures.folder import FolderWatch, PictureFolder
    from data.scanning.pictures.reading import PictureRead

_LONGEST_NAME = 40


class Follower(Protocol):
    """A widget that shows what is watched."""

    def follow(self) -> None:
        """Look again: something was switched on or off."""
        ...


class CameraWatcher:
    """Watches for the open event. What the watching threads find is scanned in the program's own thread.

    ``opener`` opens cameras and films; a test gives its own.
    """

    opener: Callable[[Source], Capture] | None = None

    def __init__(self, app: Program, scans: ScanRouter) -> None:
        self._app = app
        self._scans = scans
        self._camera: CameraWatch | None = None
        self._folder: FolderWatch | None = None
        self.folder_is_gone = False
        self._known: dict[Path, PictureFolder] = {}
        self.followers: set[Follower] = set()

    @property
    def source(self) -> Source | None:
        """The camera or film that is on."""
        return self._camera.source if self._camera else None

    @property
    def frame(self) -> Any:
        """Its newest frame; None while it is opened, or when nothing is on."""
        return self._camera.frame if self._camera else None

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return self._folder.folder if self._folder else None

    def switch_on(self, source: Source) -> None:
        """Watch this camera or film instead of the one before."""
        from data.scanning.camera.capture import open_capture
        from data.scanning.camera.watch import CameraWatch

        self.switch_off()
        app = self._app
        watch = CameraWatch(
            source,
            lambda text: _post(app, self._scanned, watch, text),
            lambda problem: _post(app, self._camera_ended, watch, problem),
            opener=self.opener or open_capture,
        )
        self._camera = watch
        watch.start()
        self._changed()

    def switch_off(self) -> None:
        """Let go of the camera."""
        if self._camera is not None:
            watch, self._camera = self._camera, None
            watch.stop()
            self._changed()

    def watch_folder(self, folder: Path) -> None:
        """Read the pictures of ``folder``, now and as they come; none that was read before."""
        from data.scanning.pictures.folder import FolderWatch, PictureFolder

        self.leave_folder()
        app = self._app
        watch = FolderWatch(
            self._known.setdefault(folder, PictureFolder(folder)),
            lambda picture: _post(app, self._picture_came, watch, picture),
            lambda problem: _post(app, self._folder_gone, watch, problem),
            lambda: _post(app, self._folder_back, watch),
        )
        self._folder, self.folder_is_gone = watch, False
        watch.start()
        self._changed()

    def leave_folder(self) -> None:
        """Watch no folder any more."""
        if self._folder is not None:
            watch, self._folder = self._folder, None
            watch.stop()
            self._changed()

    def read(self, file: Path) -> None:
        """Read one picture, in a thread: a poor one takes seconds."""
        from data.scanning.pictures.reading import read_picture

        Thread(target=lambda: _post(self._app, self._picture, read_picture(file)), daemon=True).start()

    def close(self) -> None:
        """Let go of everything; the event is being left."""
        self.followers.clear()
        self.switch_off()
        self.leave_folder()

    def _scanned(self, watch: CameraWatch, text: str) -> None:
        if watch is self._camera:
            self._scans.take(text, "camera")

    def _camera_ended(self, watch: CameraWatch, problem: str) -> None:
        if watch is not self._camera:
            return
        self._camera = None
        if problem:
            self._app.bell()
        self._app.say(
            problem or _("{name} has been read to its end.").format(name=_short(watch.source.name)),
            "refused" if problem else "quiet",
        )
        self._changed()

    def _picture_came(self, watch: FolderWatch, picture: PictureRead) -> None:
        if watch is self._folder:
            self._picture(picture)

    def _folder_gone(self, watch: FolderWatch, problem: str) -> None:
        if watch is self._folder:
            self.folder_is_gone = True
            self._app.bell()
            then = _("It is watched on as soon as it is back.")
            self._app.say(f"{problem} {then}", "refused")
            self._changed()

    def _folder_back(self, watch: FolderWatch) -> None:
        if watch is self._folder:
            self.folder_is_gone = False
            name = _short(watch.folder.name)
            self._app.say(_("The folder {name} is back; its pictures are read.").format(name=name), "welcome")
            self._changed()

    def _picture(self, picture: PictureRead) -> None:
        if self._app.session is None:
            return
        if picture.problem:
            self._app.bell()
            self._app.say(picture.problem, "refused")
            return
        answers = [self._scans.take(text, "image") for text in picture.scans]
        name = _short(picture.path.name)
        if not picture.texts:
            nothing = _("There is no code in the picture {name}.").format(name=name)
            self._app.say(f"{nothing} {picture.note}".rstrip(), "misread")
        elif len(answers) > 1:
            said = _("{name}: {count} codes, {welcome} of them welcome.").format(
                name=name,
                count=len(answers),
                welcome=sum(answer is not None and answer.is_welcome for answer in answers),
            )
            self._app.say(f"{said} {picture.note}".rstrip(), "misread" if picture.note else "quiet")

    def _changed(self) -> None:
        for follower in tuple(self.followers):
            follower.follow()


class FollowsWatches(Widget):
    """A widget that looks again, by ``follow``, whenever a camera or a folder is switched on or off."""

    def on_mount(self) -> None:
        if (watches := watches_of(self)) is not None:
            watches.followers.add(self)
        self.follow()

    def on_unmount(self) -> None:
        if (watches := watches_of(self)) is not None:
            watches.followers.discard(self)

    def follow(self) -> None:
        """Look again."""
        raise NotImplementedError


class _Watching(Protocol):
    watches: CameraWatcher | None


def watches_of(node: DOMNode) -> CameraWatcher | None:
    """What the program that ``node`` runs in watches; None while no event is open."""
    return cast(_Watching, node.app).watches


def _post(app: Program, told: Callable[..., None], *what: object) -> None:
    """Have ``told`` run in the program's thread; the watching thread never waits for it."""
    app.call_later(told, *what)


def _short(name: str) -> str:
    return fit(name, _LONGEST_NAME).rstrip()
