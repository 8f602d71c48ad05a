"""The audience's screen."""

from pathlib import Path

import msgspec
import pytest
from textual.geometry import Size

from data.commands.door import door
from data.commands.stage import stage
from data.queries.people.counts import expected_guests
from data.queries.stage.hall import hall_view
from data.session.session import Session
from tests.bursts import burst
from tests.conftest import list_guests
from tests.tui.stage.hall import HOSTILE, delegate
from tui.hall.app import LOOK_SECONDS, HallApp
from tui.hall.sheet import draw_hall
from tui.large_text.drawn_type import Lettering

SIZES = [(80, 24), (120, 40), (200, 50)]


def wall(session: Session, size: tuple[int, int], lettering: Lettering | None = None) -> str:
    return "\n".join(strip.text for strip in draw_hall(hall_view(session.state), Size(*size), lettering))


def seen(app: HallApp) -> str:
    return "\n".join(
        "".join(segment.text for segment in row) for row in app.screen._compositor.render_strips()
    )


@pytest.mark.parametrize("size", SIZES)
def test_each_part_of_the_day_has_its_words(session: Session, size: tuple[int, int]) -> None:
    title = "“KHU DÂN CƯ AN TOÀN VỀ AN NINH TRẬT TỰ”"
    text = wall(session, size)
    assert title in text and "NHIỆT LIỆT CHÀO MỪNG" in text and "08:00" in text
    for number in (1, 2):
        door.admit(session, number, "scanner", people=3)
    for _item in range(5):
        stage.go(session)
    text = wall(session, size)
    assert title in text and "Mục 5/8" in text and "TRAO TẶNG TỦ SÁCH PHÁP LUẬT" in text
    assert "có mặt 2/100 hộ" in text
    stage.pause_or_resume(session)
    assert "tạm nghỉ" in wall(session, size)
    for _item in range(4):
        stage.go(session)
    assert "TRÂN TRỌNG CẢM ƠN" in wall(session, size) and "Mục" not in wall(session, size)


@pytest.mark.quick_once()
@pytest.mark.parametrize("lettering", ["best", "half-blocks", None])
def test_it_fills_any_terminal_exactly(session: Session, lettering: Lettering | None) -> None:
    stage.go(session)
    view = hall_view(session.state)
    for width, height in [*SIZES, (1, 1), (20, 5), (40, 12), (80, 60), (250, 20)]:
        rows = draw_hall(view, Size(width, height), lettering)
        assert len(rows) == height
        assert {strip.cell_length for strip in rows} == {width}


def test_no_name_of_any_guest_is_in_it(session: Session) -> None:
    list_guests(session, [delegate(session, 10, HOSTILE, "mttq-huyen", "Chủ tịch nước", "Hội kín")])
    guests = expected_guests(session.state)
    for guest in guests:
        door.admit(session, guest.number, "scanner")
    stage.go(session)
    view = hall_view(session.state)
    told = msgspec.json.encode(view).decode() + wall(session, (200, 50))
    for guest in guests:
        for text in (guest.name, guest.hamlet, guest.phone, guest.title, guest.code):
            assert not text or text not in told


def test_hostile_titles_are_only_text(session: Session) -> None:
    from msgspec.structs import replace

    from data.model.entries.event import EventChanged

    event = session.state.event
    agenda = tuple(replace(item, title=HOSTILE) for item in event.agenda)
    hostile = replace(event, model="[/b]" * 80, agenda=agenda)
    session.record(EventChanged(what="x"), event=hostile)
    stage.go(session)
    assert HOSTILE.upper() in wall(session, (120, 40))
    assert len(draw_hall(hall_view(session.state), Size(80, 24), "best")) == 24


async def test_it_follows_without_a_key_and_esc_leaves(session: Session) -> None:
    assert LOOK_SECONDS <= 0.25
    app = HallApp(session.folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "08:00" in seen(app)
        stage.go(session)
        for _look in range(1200):
            await pilot.pause(0.05)
            if "Mục 1/8" in seen(app):
                break
        assert "Mục 1/8" in seen(app)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "Mục 1/8" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
    assert not app.is_running


async def test_a_scanner_that_types_into_it_is_noticed(session: Session) -> None:
    app = HallApp(session.folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(pilot, "0042000112345678\r")
        assert "Máy quét đang gõ vào cửa sổ này" in seen(app)
        assert app.is_running


async def test_other_ways_of_lettering_are_a_key_away(session: Session) -> None:
    app = HallApp(session.folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        best = seen(app)
        await pilot.press("t")
        await pilot.pause()
        blocks = seen(app)
        await pilot.press("t")
        await pilot.pause()
        assert "▀" in blocks and blocks != best
        assert "“KHU DÂN CƯ AN TOÀN VỀ AN NINH TRẬT TỰ”" in seen(app)


def test_without_a_terminal_it_says_so(event_folder: Path) -> None:
    import subprocess
    import sys

    found = subprocess.run(
        [sys.executable, "main.py", "hall", str(event_folder)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 1 and "máy chiếu" in found.stderr and "Traceback" not in found.stderr
