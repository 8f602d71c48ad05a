"""F9 at the door: switch a camera on or off, read a picture or a film, watch a folder."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from data.files.typed_path import typed_path
from data.language import _
from data.scanning.camera.capture import CameraTrouble, Source, is_video
from data.scanning.camera.devices import Camera, find_cameras
from data.session.laptop.settings import load_settings, save_settings
from tui.door.widgets.camera_preview import CameraPreview
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import fit, plain
from tui.scanning.camera_watcher import CameraWatcher
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice

OFF, NO_FOLDER = "off", "no-folder"
_LONGEST_NAME = 48


class CameraDialog(Dialog[None]):
    """Enter switches on what is marked; the picture shows here, and stays on when Esc closes the box.

    Below, a path: a picture is read, a film played, a folder watched.
    """

    AUTO_FOCUS = "Choice"
    only_searches = True
    DEFAULT_CSS = """
    CameraDialog .hint { height: auto; }
    CameraDialog #preview { width: 100%; height: 9; margin-top: 1; }
    """

    def __init__(self, desk: CameraWatcher) -> None:
        super().__init__(_("Camera, film, pictures"))
        self._desk = desk
        self._cameras: list[Camera] = []

    def content(self) -> ComposeResult:
        yield Choice([("", _("looking for cameras…"))])
        with Horizontal(classes="form-row"):
            yield Static(plain(_("File or folder")), classes="label")
            yield LineInput(
                load_settings().pictures, placeholder=_("picture, film, or a folder to watch"), id="path"
            )
        yield Static(
            plain(_("↑ ↓ and Enter: on or off.  Tab: the path, Enter reads it.  Esc: close."), "dim"),
            classes="hint",
        )
        yield CameraPreview(id="preview")

    def on_mount(self) -> None:
        in_use = self._desk.source.camera if self._desk.source and not self._desk.source.video else None
        self.run_worker(lambda: self._find(in_use), thread=True, exit_on_error=False)

    def _find(self, in_use: int | None) -> None:
        """Runs in a thread: asking every camera takes seconds on some systems."""
        try:
            cameras, problem = find_cameras(in_use), ""
        except CameraTrouble as trouble:
            cameras, problem = [], trouble.sentence
        self.call_later(self._offer, cameras, problem)

    def _offer(self, cameras: list[Camera], problem: str) -> None:
        self._cameras = cameras
        choice = self.query_one(Choice)
        choice.relabel(self._rows())
        remembered = str(load_settings().camera)
        choice.choose(OFF if self._desk.source else remembered)
        if problem or not cameras:
            self._tell_trouble(problem or _("No camera was found. Plug one in, then F9 again."))

    def _tell_trouble(self, sentence: str) -> None:
        """Say it as soon as nothing else is said: looking takes seconds, and what was answered stays."""
        if self._desk.source is not None:
            return
        if self.strip.is_silent:
            self.strip.say(sentence, "misread")
        else:
            self.set_timer(1.0, partial(self._tell_trouble, sentence))

    def _rows(self) -> list[tuple[str, str]]:
        rows = [(str(camera.number), fit(camera.name, _LONGEST_NAME).rstrip()) for camera in self._cameras]
        source, folder = self._desk.source, self._desk.folder
        if source is not None:
            rows.append((OFF, _("switch off {name}").format(name=fit(source.name, _LONGEST_NAME).rstrip())))
        if folder is not None:
            name = fit(folder.name, _LONGEST_NAME).rstrip()
            rows.append((NO_FOLDER, _("watch the folder {name} no more").format(name=name)))
        return rows or [("", _("no camera"))]

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            self._take(self.query_one(Choice).value)

    def _take(self, chosen: str) -> None:
        if chosen == OFF:
            self._desk.switch_off()
            self.dismiss(None)
        elif chosen == NO_FOLDER:
            self._desk.leave_folder()
            self.dismiss(None)
        elif chosen:
            source = Source(camera=int(chosen))
            if source == self._desk.source:
                self.dismiss(None)
                return
            save_settings(replace(load_settings(), camera=source.camera))
            self._switch_on(source)

    def _switch_on(self, source: Source) -> None:
        self.strip.clear()
        self._desk.switch_on(source)
        self.query_one(Choice).relabel(self._rows())

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if not event.value.strip():
            return
        path = typed_path(event.value)
        try:
            kind = "folder" if path.is_dir() else "file" if path.is_file() else ""
        except OSError:
            kind = ""
        if not kind:
            self.strip.say(_("There is no file and no folder {path}.").format(path=path), "misread")
        elif kind == "folder":
            self._watch(path)
        elif is_video(path):
            self._switch_on(Source(video=path))
        else:
            self._desk.read(path)
            self.strip.say(_("Reading {name}…").format(name=fit(path.name, _LONGEST_NAME).rstrip()))

    def _watch(self, folder: Path) -> None:
        save_settings(replace(load_settings(), pictures=str(folder)))
        self._desk.watch_folder(folder)
        self.query_one(Choice).relabel(self._rows())
        self.strip.say(
            _("Every picture that comes into {folder} is read. Esc: back to the door.").format(folder=folder),
            "welcome",
        )
