"""A gift that came unannounced and was voided leaves no row with 0 anywhere."""

from pathlib import Path

import openpyxl

from data.commands.gifts.gifts import hand_over, new_gift, void
from data.documents.papers.fields.day.gifts import gift_tables
from data.export.files import export_event
from data.language import _
from data.model.entries.gifts import HandedGift, Person
from data.model.entry import Entry
from data.queries.status import status
from data.session.session import Session
from tui.gifts.gift_list import GiftList
from tui.shell.app import CeremonyApp


def unplanned(session: Session) -> Entry:
    gift = new_gift(session.state.event, "Ti vi", "chiếc")
    return hand_over(
        session, [HandedGift(gift.id, 1)], giver=Person("Ông A"), receiver=Person("Ông B"), unannounced=gift
    )


def rows(session: Session, folder: Path) -> list[object]:
    workbook, *_others = export_event(session, folder)
    sheet = openpyxl.load_workbook(workbook)[_("Gifts")]
    return [row[1] for row in sheet.iter_rows(values_only=True)]


def test_neither_papers_nor_workbook_nor_status_have_its_row(session: Session, tmp_path: Path) -> None:
    entry = unplanned(session)
    assert "Ti vi" in [row[1] for row in gift_tables(session.state)["quà"].rows]
    assert rows(session, tmp_path / "before").count("Ti vi") == 2
    void(session, entry.id, "nhầm")
    assert "Ti vi" not in [row[1] for row in gift_tables(session.state)["quà"].rows]
    assert "Ti vi" not in [gift["name"] for gift in status(session.state, session.now())["gifts"]]
    # The handover itself stays in the log below, void.
    assert rows(session, tmp_path / "after").count("Ti vi") == 1


async def test_the_gift_list_does_not_offer_it(session: Session) -> None:
    entry = unplanned(session)
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        listed = pilot.app.screen.query_one(GiftList)
        assert "Ti vi" in str(listed.render())
        void(session, entry.id, "nhầm")
        assert isinstance(pilot.app, CeremonyApp)
        pilot.app.state_changed()
        await pilot.pause()
        assert "Ti vi" not in str(listed.render())
