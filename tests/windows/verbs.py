"""Every verb that writes a file, each with all it needs ready, for a disk that refuses."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from data.archive.write import archive_event
from data.commands.door import door
from data.commands.event.closing import close_event
from data.commands.gifts.photos import attach_photo
from data.commands.paper_status import record_made, take_signed
from data.documents.papers.files import make_papers
from data.documents.papers.template_places import all_papers
from data.documents.signing_sheet.files import write_paper_list
from data.errors import CeremonyError
from data.scanning.codes import payload
from data.session.laptop.settings import Settings, save_settings
from data.session.session import Session
from tests.conftest import few_guests, found, hand, list_guests
from tui.command_line.verbs import run_verb

PAPER = "agenda"


class Place(NamedTuple):
    """Where a verb works: ``event`` is one with six households, ``beside`` what lies outside of it."""

    event: Path
    beside: Path

    @property
    def all(self) -> Path:
        """The folder that holds both."""
        return self.event.parent


def make_place(folder: Path) -> Place:
    """An event, a photo, a scanned paper, a list and an archive of it, ready for every verb."""
    place = Place(folder / "kha-tan", folder / "beside")
    place.beside.mkdir(parents=True)
    found(place.event)
    with Session(place.event) as session:
        list_guests(session, few_guests(session.state.event.number))
        door.admit(session, 1, "number")
        hand(session, "tu-sach")
        archive_event(session, place.beside / "back.zip")
        wanted = [paper for paper in all_papers(session) if paper.id == PAPER]
        record_made(session, make_papers(session, wanted))
    Image.new("RGB", (40, 30), "white").save(place.beside / "photo.png")
    (place.beside / "more.csv").write_text("STT,Chủ hộ,Xóm\n1,Đào Thị Sen,xóm 4\n", encoding="utf-8")
    return place


def _line(*arguments: object) -> None:
    if run_verb([str(argument) for argument in arguments]):
        raise AssertionError(f"refused without a sentence: {arguments}")


def _scan(place: Place) -> None:
    with Session(place.event, "read") as session:
        code = payload(session.state.guests[3].code)
    _line("scan", place.event, "--code", code)


def _purge(place: Place) -> None:
    with Session(place.event) as session:
        if session.state.rest.closed is None:
            # The event was made on what counts as another laptop.
            close_event(session, without_others=True)
    _line("purge", place.event, "--confirm", "thôn Khả Tân")


def _photo(place: Place) -> None:
    with Session(place.event) as session:
        (handover,) = session.state.handovers.by_id
        attach_photo(session, handover, str(place.beside / "photo.png"))


def _signed(place: Place) -> None:
    with Session(place.event) as session:
        take_signed(session, PAPER, place.beside / "photo.png")


def _list_on_paper(place: Place) -> None:
    with Session(place.event, "read") as session:
        write_paper_list(session.state, place.event / "papers")


def _settings(place: Place) -> None:
    if not save_settings(Settings(duty="Mai")):
        # The screen says so in a sentence of its own and goes on.
        raise CeremonyError("The settings were not kept, and the caller was told.")


VERBS: dict[str, Callable[[Place], None]] = {
    "new": lambda place: _line("new", place.all / "moi", "--plan", "ke-hoach-2022", "--site", "kha-tan"),
    "import": lambda place: _line("import", place.event, place.beside / "more.csv"),
    "scan": _scan,
    "cards": lambda place: _line("cards", place.event),
    "backdrop": lambda place: _line("backdrop", place.event),
    "export": lambda place: _line("export", place.event),
    "papers": lambda place: _line("papers", place.event),
    "templates": lambda place: _line("papers", place.event, "--templates"),
    "list on paper": _list_on_paper,
    "photo": _photo,
    "signed paper": _signed,
    "archive": lambda place: _line("archive", place.event, "--out", place.beside / "made.zip"),
    "restore": lambda place: _line("restore", place.beside / "back.zip", "--to", place.beside / "back"),
    "purge": _purge,
    "settings": _settings,
}
"""Each verb on a ``Place``; refused, it raises CeremonyError."""
