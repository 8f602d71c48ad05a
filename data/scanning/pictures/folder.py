"""A folder into which pictures are copied: each is read once, when it is whole."""

from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from threading import Event, Thread

from data.errors import CeremonyError
from data.language import _
from data.scanning.pictures.reading import PictureRead, is_picture, read_picture

LOOK_SECONDS = 1.0
_LEAVE_SECONDS = 1.0
Stamp = tuple[int, int]


class PictureFolder:
    """The pictures of a folder. ``look`` gives those that came to rest since the look before.

    A file is at rest when two looks find it with the same size and time; a broken one is read again
    once it changes. The same picture under a second name is not read again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._moving: dict[str, Stamp] = {}
        self._done: dict[str, Stamp] = {}
        self._read: set[bytes] = set()

    def look(self) -> Iterator[PictureRead]:
        """Read what is new and whole, one picture at a time, by name.

        Raises CeremonyError when the folder cannot be read.
        """
        for path, stamp in self._files():
            if self._done.get(path.name) == stamp:
                continue
            if self._moving.get(path.name) != stamp or stamp[0] == 0:
                self._moving[path.name] = stamp
                continue
            self._moving.pop(path.name)
            self._done[path.name] = stamp
            if (picture := self._read_new(path)) is not None:
                yield picture

    def _read_new(self, path: Path) -> PictureRead | None:
        try:
            content = blake2b(path.read_bytes()).digest()
        except OSError as error:
            return PictureRead(
                path, problem=_("{path} cannot be read ({reason}).").format(path=path, reason=error.strerror)
            )
        if content in self._read:
            return None
        picture = read_picture(path)
        if not picture.problem:
            self._read.add(content)
        return picture

    def _files(self) -> list[tuple[Path, Stamp]]:
        try:
            found = []
            for path in sorted(self.folder.iterdir()):
                if is_picture(path) and path.is_file():
                    facts = path.stat()
                    found.append((path, (facts.st_size, facts.st_mtime_ns)))
        except FileNotFoundError as error:
            if self.folder.is_dir():
                # A file was taken away while it was being looked at; the next look sees what is left.
                return []
            raise CeremonyError(_("There is no folder {path}.").format(path=self.folder)) from error
        except OSError as error:
            raise CeremonyError(
                _("The folder {path} cannot be read ({reason}).").format(
                    path=self.folder, reason=error.strerror
                )
            ) from error
        return found


class FolderWatch:
    """Looks at a folder every second in a thread of its own, until ``stop``.

    Both callbacks run in that thread: ``read`` with each new picture; ``ended`` with a sentence when the
    folder cannot be watched any more. After ``stop`` nothing is called any more.
    """

    def __init__(
        self, pictures: PictureFolder, read: Callable[[PictureRead], None], ended: Callable[[str], None]
    ) -> None:
        self.folder = pictures.folder
        self._pictures = pictures
        self._tell = read
        self._ended = ended
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="pictures", daemon=True)

    def start(self) -> None:
        """Begin to watch; pictures that are there already are read too."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(_LEAVE_SECONDS)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                for picture in self._pictures.look():
                    if self._stopping.is_set():
                        return
                    self._tell(picture)
                self._stopping.wait(LOOK_SECONDS)
        except CeremonyError as error:
            if not self._stopping.is_set():
                self._ended(error.sentence)
