"""Saying what a column of a list holds, where its heading does not."""

from pathlib import Path

from textual.pilot import Pilot

from data.roster.columns.wording import MEANINGS, Meaning
from data.roster.columns_to_ask import columns_to_ask, corrected
from data.session.session import Session
from tests.tui.guests.screen.test_guests import guests, settled, shown
from tui.guests.importing.columns import ColumnsDialog, MeaningDialog
from tui.guests.importing.import_roster import ImportRosterDialog
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice

UNKNOWN = "STT,Quý danh,Năm sinh,Xóm\n1,Mới,1960,xóm 9\n2,[/b] Lan,1971,xóm 9\n"
BARE = "1,Đinh Văn Mới,1960\n2,Vũ Thị Lan,1971\n3,Trần Văn Tư,1950\n"
KNOWN = "Họ và tên,Năm sinh,[/b] Nơi họp\nĐinh Văn Mới,1960,xóm 9\n"


async def read(pilot: Pilot[None], path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    await pilot.press("f7")
    await pilot.pause()
    pilot.app.screen.query_one("#path", LineInput).value = str(path)
    await pilot.pause()
    await pilot.press("enter")
    await settled(pilot)


async def correct(pilot: Pilot[None], letter: str, meaning: Meaning) -> None:
    """Choose the column and what it holds with the arrows, as a person does."""
    await pilot.press("f8")
    await pilot.pause()
    assert isinstance(pilot.app.screen, ColumnsDialog)
    for kind, wanted in ((ColumnsDialog, letter), (MeaningDialog, meaning)):
        assert isinstance(pilot.app.screen, kind)
        choice = pilot.app.screen.query_one(Choice)
        for _step in range(len(MEANINGS)):
            if choice.value == wanted:
                break
            await pilot.press("down")
        assert choice.value == wanted
        await pilot.press("enter")
        await pilot.pause()
    assert isinstance(pilot.app.screen, ImportRosterDialog)
    await settled(pilot)


async def test_a_list_with_an_unknown_heading_is_imported_after_correcting(
    session: Session, tmp_path: Path
) -> None:
    async with guests(session) as pilot:
        await read(pilot, tmp_path / "ds.csv", UNKNOWN)
        refusal = shown(pilot, "ImportRosterDialog JobLine")
        assert refusal.startswith("✖") and "F8" in refusal
        await pilot.press("f8")
        await pilot.pause()
        columns = shown(pilot, "Choice")
        assert "Quý danh" in columns and "year of birth" in columns
        await pilot.press("escape")
        await pilot.pause()
        await correct(pilot, "B", "name")
        what = shown(pilot, "#what")
        assert "2 new" in what and "B full name" in what and "C year of birth" in what
        await pilot.press("f7")
        await settled(pilot)
        assert [guest.name for guest in session.state.guests.values()][9:] == [
            "Mới",
            "[/b] Lan",
        ]


async def test_a_list_without_headings_is_read_by_letters(session: Session, tmp_path: Path) -> None:
    async with guests(session) as pilot:
        await read(pilot, tmp_path / "ds.csv", BARE)
        await correct(pilot, "C", "birth_year")
        assert shown(pilot, "ImportRosterDialog JobLine").startswith("✖")
        await correct(pilot, "B", "name")
        assert "3 new" in shown(pilot, "#what")
        await pilot.press("f8")
        await pilot.pause()
        assert "Đinh Văn Mới" in shown(pilot, "Choice")
        await pilot.press("escape")
        await pilot.press("f7")
        await settled(pilot)
        assert session.state.guests[12].birth_year == 1950


async def test_a_preview_is_shown_anew_and_another_path_forgets(session: Session, tmp_path: Path) -> None:
    async with guests(session) as pilot:
        await read(pilot, tmp_path / "ds.csv", KNOWN)
        assert "hamlet" not in shown(pilot, "#what")
        await correct(pilot, "C", "hamlet")
        assert "C hamlet" in shown(pilot, "#what")
        dialog = pilot.app.screen
        line = dialog.query_one("#path", LineInput)
        line.value = str(tmp_path / "ds2.csv")
        await pilot.pause()
        await pilot.press("f8")
        assert pilot.app.screen is dialog
        line.value = str(tmp_path / "ds.csv")
        await pilot.pause()
        line.focus()
        await pilot.press("enter")
        await settled(pilot)
        assert "hamlet" not in shown(pilot, "#what")


def test_one_column_of_names_and_several_of_notes() -> None:
    assert corrected({"A": "name", "D": "note"}, "B", "name") == {"B": "name", "D": "note"}
    assert corrected({"A": "note"}, "B", "note") == {"A": "note", "B": "note"}


def test_the_columns_of_a_list_without_a_name(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(UNKNOWN, encoding="utf-8")
    taken = [(column.letter, column.heading, column.meaning) for column in columns_to_ask(path, {})]
    assert taken == [
        ("A", "STT", "order"),
        ("B", "Quý danh", "ignored"),
        ("C", "Năm sinh", "birth_year"),
        ("D", "Xóm", "hamlet"),
    ]
