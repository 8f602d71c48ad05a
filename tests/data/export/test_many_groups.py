"""A chart of many hamlets grows instead of hiding their names."""

from openpyxl import load_workbook

from data.export.files import export_event
from data.session.session import Session
from tests.conftest import list_guests, many_households


def test_more_than_fifteen_hamlets_stand_below_one_another(session: Session) -> None:
    from msgspec.structs import replace

    guests = many_households(session.state.event.number, 80)
    spread = [replace(g, hamlet=f"Xóm {g.number % 20 + 1}", number=100 + g.number) for g in guests]
    list_guests(session, spread)
    workbook, *_others = export_event(session)
    sheet = load_workbook(workbook).worksheets[0]
    (chart,) = sheet._charts
    assert chart.barDir == "bar"
