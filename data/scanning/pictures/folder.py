"""A folder into which pictures are copied: each is read once, when it is whole."""

from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from data.errors import CeremonyError
from data.language import _
from data.scanning.pictures.reading import PictureRead, is_left_aside, is_picture, left_aside, read_picture
from data.scanning.watching import Watching

LOOK_SECONDS = 1.0
_PIECE = 1 << 20
Stamp = tuple[int, int]


class PictureFolder:
    """The pictures of a folder. ``look`` gives those that came to rest since the look before.

    A file is at rest when two looks find it with the same size and time; a broken one is read again
    once it changes. The same picture under a second name is not read again. One that cannot be got at,
    because another program holds it or its disk was pulled out, is told once and read when it can be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._moving: dict[str, Stamp] = {}
        self._done: dict[str, Stamp] = {}
        self._read: set[bytes] = set()
        self._held: dict[str, Stamp] = {}

    def look(self, there: Callable[[], None] = lambda: None) -> Iterator[PictureRead]:
        """Read what is new and whole, one picture at a time, by name; ``there`` is called once the folder
        was read.

        Raises CeremonyError when it cannot be.
        """
        files = self._files()
        there()
        for path, stamp in files:
            if self._done.get(path.name) == stamp:
                continue
            if self._moving.get(path.name) != stamp or stamp[0] == 0:
                self._moving[path.name] = stamp
                continue
            picture = self._read_new(path)
            if picture is not None and picture.problem and not _can_be_got_at(path):
                if self._held.get(path.name) != stamp and path.exists():
                    self._held[path.name] = stamp
                    yield picture
                continue
            self._moving.pop(path.name)
            self._done[path.name] = stamp
            if picture is not None:
                yield picture

    def _read_new(self, path: Path) -> PictureRead | None:
        if is_left_aside(path):
            return left_aside(path)
        try:
            content = _checksum(path)
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
                if (is_picture(path) or is_left_aside(path)) and path.is_file():
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


def _can_be_got_at(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError:
        return False
    return True


def _checksum(path: Path) -> bytes:
    found = blake2b()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.digest()


class FolderWatch(Watching):
    """Looks at a folder every second in a thread of its own, until ``stop``.

    Pictures that are there already are read too. All callbacks run in that thread: ``read`` with each new
    picture; ``gone`` with a sentence when the folder cannot be read, because a stick was pulled out, or a
    phone or a drive of the network left; ``back`` when it can be again, and the watch goes on. After ``stop``
    nothing is called any more.
    """

    def __init__(
        self,
        pictures: PictureFolder,
        read: Callable[[PictureRead], None],
        gone: Callable[[str], None],
        back: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__("pictures")
        self.folder = pictures.folder
        self._pictures = pictures
        self._tell = read
        self._gone, self._back = gone, back
        self._is_gone = False

    def _watching(self) -> None:
        while not self._stopping.is_set():
            try:
                self._look()
            except CeremonyError as error:
                if not self._stopping.is_set() and not self._is_gone:
                    self._is_gone = True
                    self._gone(error.sentence)
            self._stopping.wait(LOOK_SECONDS)

    def _look(self) -> None:
        for picture in self._pictures.look(self._came_back):
            if self._stopping.is_set():
                return
            self._tell(picture)

    def _came_back(self) -> None:
        if self._is_gone and not self._stopping.is_set():
            self._is_gone = False
            self._back()
