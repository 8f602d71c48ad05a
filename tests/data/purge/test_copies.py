"""A purge knows the copies that the program itself made, and names unsigned papers first."""

from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

import pytest

from data import language
from data.archive.restore import restore
from data.archive.write import archive_event
from data.clock import SetClock
from data.commands.event.closing import close_event
from data.commands.paper_status import record_made
from data.documents.papers.catalogue import papers
from data.documents.papers.files import make_papers
from data.errors import Refused
from data.export.comparison.files import export_comparison
from data.export.files import export_event
from data.messages.log import describe
from data.purge.purge import confirmation, purge, to_purge
from data.session.outside_copies import forget_copies, noted_copies
from data.session.session import Session
from tests.conftest import found
from tests.waiting import until
from tui.report.dialogs.afterwards import AfterwardsDialog
from tui.shell.app import CeremonyApp


def copies(session: Session, stick: Path) -> list[Path]:
    """An archive beside the event, and on a stick an archive, an export and a comparison."""
    other = found(session.folder.parent / "khac", None)
    with Session(other, "read") as beside:
        compared = export_comparison([session, beside], stick)
    return [
        archive_event(session),
        archive_event(session, stick / "luu.zip"),
        *export_event(session, stick / "xuat"),
        compared,
    ]


def test_every_copy_is_named_and_goes_where_that_is_asked_for(session: Session, tmp_path: Path) -> None:
    made = copies(session, tmp_path / "usb")
    within = export_event(session)
    close_event(session)
    looked = to_purge(session)
    assert set(looked.copies) == {path.resolve() for path in made}
    assert set(within) <= set(looked.files)
    gone = purge(session, confirmation(session.state.event), looked.copies)
    assert set(gone.copies) == set(looked.copies)
    assert not any(path.exists() for path in (*made, *within))
    assert noted_copies(session) == []
    assert (session.folder.parent / "khac").exists()


def test_they_stay_where_it_is_not_asked_for_and_can_go_later(session: Session, tmp_path: Path) -> None:
    made = copies(session, tmp_path / "usb")
    close_event(session)
    village = confirmation(session.state.event)
    assert purge(session, village).copies == ()
    assert all(path.exists() for path in made)
    purge(session, village, to_purge(session).copies)
    assert not any(path.exists() for path in made)
    with pytest.raises(Refused):
        purge(session, village, to_purge(session).copies)


def test_an_archive_that_was_carried_here_is_known_by_what_it_holds(session: Session, own_home: Path) -> None:
    archive = archive_event(session)
    renamed = own_home / "cua-ai-day.zip"
    copyfile(archive, renamed)
    with ZipFile(own_home / "anh.zip", "w") as other:
        other.writestr("a.txt", "x")
    (own_home / "hong.zip").write_bytes(b"PK\x03\x04")
    assert set(to_purge(session).copies) == {archive.resolve(), renamed.resolve()}


def test_a_folder_that_was_brought_back_is_named_and_stays(session: Session, own_home: Path) -> None:
    back = restore(archive_event(session), own_home / "ve")
    close_event(session)
    looked = to_purge(session)
    assert looked.other_folders == (back.resolve(),)
    purge(session, confirmation(session.state.event), looked.copies)
    assert back.exists()


def test_unsigned_papers_are_named(session: Session) -> None:
    wanted = [paper for paper in papers(session.state) if paper.id == "minutes"] or papers(session.state)[:3]
    made = make_papers(session, wanted)
    record_made(session, made)
    titles = {paper.title for paper in wanted}
    assert titles & set(to_purge(session).unsigned)


async def test_the_screen_asks_about_copies_after_naming_them(session: Session, tmp_path: Path) -> None:
    made = copies(session, tmp_path / "usb")
    close_event(session)
    app = CeremonyApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6", "f8")
        await pilot.pause()
        assert isinstance(app.screen, AfterwardsDialog)
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("tab", "enter")
        await pilot.pause()
        asked = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "luu.zip" in asked
        await pilot.press("tab", "enter")
        await pilot.pause()
        await pilot.press(*"thôn", "space", *"Khả", "space", *"Tân", "enter")
        await until(pilot, lambda: session.state.rest.purged is not None)
    assert not any(path.exists() for path in made)
    told = describe(session.state.entries[-1], session.state)
    assert f"Bản sao ở nơi khác đã xóa: {len(made)}" in told


async def test_more_unsigned_papers_than_are_named_are_counted(session: Session) -> None:
    language.choose("en")
    record_made(session, make_papers(session, papers(session.state)))
    unsigned = to_purge(session).unsigned
    assert len(unsigned) > 3
    close_event(session)
    app = CeremonyApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6", "f8")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        asked = "\n".join(str(one.render()) for one in app.screen.query("Static"))
    assert f"besides these: {len(unsigned) - 3}" in asked and "yet: and" not in asked


def test_a_copy_that_is_forgotten_is_not_named(own_home: Path, clock: SetClock) -> None:
    folder = found(own_home / "le", clock)
    with Session(folder, clock=clock) as session:
        archive = archive_event(session, own_home / "usb" / "thu.zip")
        assert noted_copies(session) == [archive.resolve()]
        forget_copies([archive])
        assert noted_copies(session) == []
