"""The watched folder goes and comes back while the door is open: said, and watched on."""

from pathlib import Path

import pytest

from data.documents.cards.qr import qr_picture
from data.session.session import Session
from tests.tui.door.screen.test_watching import code, front, sign
from tests.waiting import until
from tui.shell.app import CeremonyApp


async def test_a_folder_that_goes_and_comes_back_is_said_and_watched_on(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.scanning.pictures.folder.LOOK_SECONDS", 0.05)
    folder = tmp_path / "Zalo [nhóm]"
    folder.mkdir()
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.watches is not None
        app.watches.watch_folder(folder)
        await pilot.pause(0.2)
        assert "▤" in sign(app)
        away = folder.rename(tmp_path / "away")
        await until(pilot, lambda: "theo dõi tiếp" in front(app))
        assert "✖ Zalo [nhóm]" in sign(app)
        away.rename(folder)
        await until(pilot, lambda: "đã có lại" in front(app))
        assert "▤ Zalo [nhóm]" in sign(app)
        qr_picture(code(session, 3), 6).save(folder / "a.png")
        await until(pilot, lambda: 3 in session.state.present)


async def test_a_film_among_the_pictures_is_said(session: Session, tmp_path: Path) -> None:
    (tmp_path / "cua.mp4").write_bytes(b"x")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.watches is not None
        app.watches.watch_folder(tmp_path)
        await until(pilot, lambda: "cua.mp4" in front(app))
