from data.commands.door import door
from data.commands.undo import undo
from data.session.session import Session
from tests.tui.door.screen.test_door import put
from tui.log.screen import LogScreen
from tui.shell.app import CeremonyApp
from tui.widgets.lists.long_list import LongList


def shown(app: CeremonyApp) -> str:
    return "\n".join(str(app.screen.query_one(one).render()) for one in ("#log-list", "#log-detail"))


async def test_refused_and_undone_entries_stand_in_the_log_with_who_was_on_duty(session: Session) -> None:
    (number,) = put(session, "[/b] Hoa")
    door.scan(session, "12", "scanner")
    door.admit(session, number, "name")
    undo(session)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert isinstance(app.screen, LogScreen)
        await pilot.press("down")
        await pilot.pause()
        text = shown(app)
        assert "[/b] Hoa" in text
        assert "(đã hoàn tác)" in text
        assert "Mai" in text
        assert "? " in text


async def test_typing_a_name_and_the_keys_for_part_and_way_in_narrow_the_log(session: Session) -> None:
    for number in (1, 2):
        door.admit(session, number, "name")
    door.scan(session, "12", "scanner")
    app = CeremonyApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()
        everything = app.screen.query_one(LongList).count
        await pilot.press("f7", "f7")
        await pilot.pause()
        assert app.screen.query_one(LongList).count == 1
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(LongList).count == everything
        await pilot.press(*"hoa")
        await pilot.pause()
        assert "Trần Thị Hòa" in shown(app)
        assert "Nguyễn Văn Dũng" not in shown(app)


async def test_only_what_is_visible_of_a_long_log_is_drawn(session: Session) -> None:
    for _ in range(300):
        door.admit(session, 1, "name")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert str(app.screen.query_one(LongList).render()).count("\n") < 24
        await pilot.press("ctrl+end")
        await pilot.pause()
        assert "Tạo buổi lễ" in shown(app)
