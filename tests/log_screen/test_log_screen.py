from data.ceremony import Ceremony
from data.commands import door
from data.commands.undo import undo
from tests.door_screen.test_door import put
from tui.app import CeremonyApp
from tui.screens.log import LogScreen
from tui.widgets.long_list import LongList


def shown(app: CeremonyApp) -> str:
    return "\n".join(str(app.screen.query_one(one).render()) for one in ("#log-list", "#log-detail"))


async def test_refused_and_undone_entries_stand_in_the_log_with_who_was_on_duty(ceremony: Ceremony) -> None:
    (number,) = put(ceremony, "[/b] Hoa")
    door.scan(ceremony, "12", "scanner")
    door.admit(ceremony, number, "name")
    undo(ceremony)
    app = CeremonyApp(ceremony)
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


async def test_typing_a_name_and_the_keys_for_part_and_way_in_narrow_the_log(ceremony: Ceremony) -> None:
    for number in (1, 2):
        door.admit(ceremony, number, "name")
    door.scan(ceremony, "12", "scanner")
    app = CeremonyApp(ceremony)
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


async def test_only_what_is_visible_of_a_long_log_is_drawn(ceremony: Ceremony) -> None:
    for _ in range(300):
        door.admit(ceremony, 1, "name")
    app = CeremonyApp(ceremony)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert str(app.screen.query_one(LongList).render()).count("\n") < 24
        await pilot.press("ctrl+end")
        await pilot.pause()
        assert "Tạo buổi lễ" in shown(app)
