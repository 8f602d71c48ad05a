"""Where templates come from: the event's own, else this laptop's, else those of the program.

An organiser copies them (``copy_templates``), changes a copy in Word and saves it under its name.
"""

import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Literal

from data.assets import ASSETS
from data.documents.papers.catalogue import TEMPLATES, Paper, own_paper, papers
from data.documents.papers.template import Template
from data.errors import CeremonyError, Refused
from data.files.atomic_file import write_to
from data.files.disk import make_folder, not_written
from data.language import _
from data.session.folders.home import home
from data.session.session import Session

BUILT_IN = ASSETS / "papers"
FOLDER = "templates"

Origin = Literal["event", "home", "program"]

_READ: dict[Path, tuple[tuple[int, int], Template]] = {}


class Templates:
    """The templates for the event in ``folder``; each is read once while the program runs, and again
    when its file changes."""

    def __init__(self, folder: Path) -> None:
        self._places: tuple[tuple[Origin, Path], ...] = (
            ("event", folder / FOLDER),
            ("home", home() / FOLDER),
            ("program", BUILT_IN),
        )

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
        before = _READ.get(path)
        if before is None or before[0] != stamp:
            before = _READ[path] = stamp, Template(path)
        return before[1]


def own_papers(folder: Path) -> list[Paper]:
    """The papers of templates that the organiser made: every .docx beside the copies of the program's, in
    the event's ``folder`` and on this laptop, by name. Word's own lock files are none."""
    found: set[str] = set()
    for place in (folder / FOLDER, home() / FOLDER):
        with suppress(OSError):
            found.update(path.name for path in place.glob("*.docx") if path.is_file())
    own = (name for name in found if name not in TEMPLATES and not name.startswith(("~$", ".")))
    return [own_paper(name) for name in sorted(own, key=str.casefold)]


def all_papers(session: Session) -> list[Paper]:
    """Every paper that can be made now, the organiser's own last."""
    return [*papers(session.state), *own_papers(session.folder)]


def copy_templates(folder: Path) -> list[Path]:
    """Copy the program's templates into the event's folder, to be changed there; those that were new.

    One that is there already stays as it is. Raises CeremonyError when the disk refuses.
    """
    place = folder / FOLDER
    copied = []
    try:
        make_folder(place)
        for name in TEMPLATES:
            if not (place / name).exists():
                write_to(place / name, partial(shutil.copyfile, BUILT_IN / name))
                copied.append(place / name)
    except OSError as error:
        raise not_written(place, error) from error
    return copied


def take_template(folder: Path, file: Path) -> Path:
    """Copy a Word file of the organiser's own into the event's templates; where it is now.

    With the name of one of the program's it takes that one's place, with any other it is a new paper.
    Raises TemplateInvalid when it cannot be read, Refused when one of this name is there already, and
    CeremonyError when the disk refuses.
    """
    Template(file).prove()
    place = folder / FOLDER / file.name
    if place.exists():
        told = _("A template {file} is there already: {path}. Change that one, or give yours another name.")
        raise Refused(told.format(file=file.name, path=place.parent))
    try:
        make_folder(place.parent)
        write_to(place, partial(shutil.copyfile, file))
    except OSError as error:
        raise not_written(place.parent, error) from error
    return place
