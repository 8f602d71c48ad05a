"""Where templates come from: the event's own, else this laptop's, else those of the program.

An organiser copies them (``copy_templates``), changes a copy in Word and saves it under its name.
"""

import shutil
from functools import partial
from pathlib import Path
from typing import Literal

from data.assets import ASSETS
from data.atomic_file import write_to
from data.disk import not_written
from data.documents.papers.catalogue import TEMPLATES
from data.documents.papers.template import Template
from data.errors import CeremonyError
from data.language import _
from data.session.home import home

BUILT_IN = ASSETS / "papers"
FOLDER = "templates"

Origin = Literal["event", "home", "program"]


class Templates:
    """The templates for the event in ``folder``; each is read once, and again when its file changes."""

    def __init__(self, folder: Path) -> None:
        self._places: tuple[tuple[Origin, Path], ...] = (
            ("event", folder / FOLDER),
            ("home", home() / FOLDER),
            ("program", BUILT_IN),
        )
        self._read: dict[Path, tuple[tuple[int, int], Template]] = {}

    def find(self, name: str) -> tuple[Origin, Path]:
        """Where the template with this file name stands, and whose it is."""
        for origin, place in self._places:
            if (place / name).is_file():
                return origin, place / name
        raise CeremonyError(
            _("The template {file} is missing from {path}. Install the program again.").format(
                file=name, path=BUILT_IN
            )
        )

    def load(self, name: str) -> Template:
        """The template with this file name. Raises CeremonyError when it cannot be read."""
        _origin, path = self.find(name)
        try:
            found = path.stat()
            stamp = found.st_mtime_ns, found.st_size
        except OSError:
            stamp = 0, 0
        before = self._read.get(path)
        if before is None or before[0] != stamp:
            self._read[path] = stamp, Template(path)
        return self._read[path][1]


def copy_templates(folder: Path) -> list[Path]:
    """Copy the program's templates into the event's folder, to be changed there; those that were new.

    One that is there already stays as it is. Raises CeremonyError when the disk refuses.
    """
    place = folder / FOLDER
    copied = []
    try:
        place.mkdir(parents=True, exist_ok=True)
        for name in TEMPLATES:
            if not (place / name).exists():
                write_to(place / name, partial(shutil.copyfile, BUILT_IN / name))
                copied.append(place / name)
    except OSError as error:
        raise not_written(place, error) from error
    return copied
