import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from data.clock import local
from data.errors import Refused
from data.export.files import export_event
from data.export.table.rows import attendance_columns
from data.messages.log import describe
from data.model.entries.event import EventChanged, Undone
from data.queries.people.arrivals import arrivals
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.session.session import Session
from data.state.stage.agenda_progress import table
from data.text.cleaning.clean import safe
from tests.data.export.played import HOSTILE, LONG, play


@pytest.fixture
def book(session: Session) -> Any:
    """The workbook with the values that programs see which do not compute formulas."""
    workbook, *_others = export_event(session)
    return openpyxl.load_workbook(workbook, data_only=True)


@pytest.fixture
def formulas(session: Session) -> Any:
    """The workbook with its formulas."""
    workbook, *_others = export_event(session)
    return openpyxl.load_workbook(workbook)


def cells(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def by_column(row: list[Any]) -> dict[str, Any]:
    """A row of the attendance list by the names of its columns."""
    return dict(zip(attendance_columns().names, row, strict=True))


def same_moment(cell: datetime | None, moment: datetime | None) -> bool:
    """Whether a spreadsheet's time is ``moment`` in the village, to the millisecond."""
    if cell is None or moment is None:
        return cell is moment
    return abs(cell - local(moment).replace(tzinfo=None)) < timedelta(milliseconds=1)


def kept(text: str) -> str | None:
    """The text as it may leave the program; a workbook has no empty text."""
    return safe(text) or None


def test_summary_says_what_the_state_says(session: Session, book: Any) -> None:
    count = counts(session.state)
    sheet = cells(book["Summary"])
    said = {row[0]: row[1] for row in sheet if row[0]}
    assert said["Households to come by the plan"] == count.households_target
    assert said["Households on the list"] == count.households_listed
    assert said["Households that came"] == count.households.came
    assert said["People from households"] == count.people
    assert said["Delegates on the list"] == count.delegates_listed
    assert said["Delegates who came"] == count.delegates.came
    assert said["Place"] == session.state.event.site.venue
    assert said["Date"] == datetime(2022, 7, 1)
    for group in by_hamlet(session.state) + by_delegation(session.state):
        row = [group.name or "not stated", group.listed, group.invited_present, group.walk_ins, group.missing]
        share = group.invited_present / group.listed if group.listed else 0
        assert [*row, share] in sheet


def test_two_delegations_of_one_short_name_are_counted_apart(session: Session) -> None:
    event = session.state.event
    first, second, *others = (d for d in event.delegations if d.kind == "delegate")
    alike = replace(second, short=first.short.upper())
    rest = [d for d in event.delegations if d.kind != "delegate"]
    changed = replace(event, delegations=(first, alike, *others, *rest))
    session.record(EventChanged(what="short name"), event=changed)
    workbook, *_others = export_event(session)
    book = openpyxl.load_workbook(workbook, data_only=True)
    rows = map(by_column, cells(book["Attendance"])[1:])
    groups = {row["group"] for row in rows if row["kind"] == "delegate"}
    said = {row[0]: row[1:] for row in cells(book["Summary"]) if row[0]}
    for group in by_delegation(session.state):
        delegation = changed.delegation(group.id)
        assert delegation is not None
        label = f"{delegation.name} ({group.id})" if delegation in (first, alike) else group.name
        assert label in groups
        assert said[label][:2] == [group.listed, group.invited_present]


def test_attendance_has_every_guest_as_the_state_knows_them(session: Session, book: Any) -> None:
    *rows, total = map(by_column, cells(book["Attendance"])[1:])
    assert [row["number"] for row in rows] == sorted(session.state.guests)
    for row in rows:
        guest = session.state.guests[row["number"]]
        came = session.state.present.get(row["number"])
        assert row["name"] == kept(guest.name)
        assert row["came"] == ("yes" if came else "no")
        assert same_moment(row["arrived"], came.at if came else None)
        assert row["people"] == (came.people if came and guest.is_household else None)
        assert row["duty"] == (came.duty if came else None)
    count = counts(session.state)
    assert sum(row["people"] or 0 for row in rows) == count.people == total["people"]
    assert total["came"] == count.households.came + count.delegates.came
    assert rows[1]["who"] == "son, =Nam"


def test_agenda_is_the_rundown(session: Session, book: Any) -> None:
    *rows, total = cells(book["Agenda"])[1:]
    expected = table(session.state.event, session.state.agenda_progress, session.now())
    assert len(rows) == len(expected)
    for row, item in zip(rows, expected, strict=True):
        assert item.started and item.ended
        assert row[:2] == [item.position, item.item.title]
        for cell, moment in ((row[2], item.planned), (row[4], item.started), (row[5], item.ended)):
            assert same_moment(cell, moment)
        real = round(item.elapsed.total_seconds() / 60)
        assert [row[3], *row[6:]] == [item.item.minutes, real, real - item.item.minutes, "done"]
    assert total[3] == sum(item.item.minutes for item in expected)
    assert total[6] == sum(row[6] for row in rows)
    assert total[7] == total[6] - total[3]


def test_gifts_show_what_was_given_and_every_handover(session: Session, book: Any) -> None:
    rows = cells(book["Gifts"])
    event, handovers = session.state.event, session.state.handovers
    for place, (gift, row) in enumerate(zip(event.gifts, rows[1:], strict=False), start=1):
        given = handovers.given(gift.id)
        assert row[:6] == [place, gift.name, gift.unit, gift.quantity, given, gift.quantity - given]
    logged = rows[-len(handovers.by_id) :]
    *between_people, hamlet = zip(handovers.by_id.values(), logged, strict=True)
    assert hamlet[1][3:4] == [2] and hamlet[1][7:] == ["3 households", None, "=1+1 (002): =chưa nhận", None]
    for handover, row in between_people:
        what = handover.what
        assert row[3] == 1
        assert same_moment(row[4], handover.at)
        assert row[6:] == ["=Ban", "+Thôn", "-Cụ", what.note, handover.voided or None]
    assert logged[0][10] == "=ghi nhầm"


def test_arrivals_count_every_stretch(session: Session, book: Any) -> None:
    *rows, total = cells(book["Arrivals"])[1:]
    expected = arrivals(session.state)
    assert [row[2] for row in rows] == [stretch.came for stretch in expected]
    assert rows[-1][3] == total[2] == len(session.state.present)
    assert all(same_moment(row[0], stretch.begin) for row, stretch in zip(rows, expected, strict=True))


def test_log_holds_every_entry(session: Session, book: Any) -> None:
    rows = cells(book["Log"])[1:]
    entries = session.state.entries
    assert [row[6] for row in rows] == [entry.id for entry in entries]
    assert all(same_moment(row[0], entry.at) for row, entry in zip(rows, entries, strict=True))
    assert {row[6] for row in rows if row[7]} == session.state.undone
    assert [row[2] for row in rows] == [kept(describe(entry, session.state)) for entry in entries]


def test_text_that_looks_like_a_formula_stays_text_as_it_was_typed(book: Any, formulas: Any) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    assert cell.data_type == "s", (sheet.title, cell.coordinate, cell.value)
                    risky = cell.value.startswith(("=", "+", "-", "@"))
                    assert cell.quotePrefix == risky, cell.coordinate
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("=") and not cell.quotePrefix:
                    assert isinstance(book[sheet.title][cell.coordinate].value, int | float)
    names = [by_column(row)["name"] for row in cells(book["Attendance"])[1:]]
    assert names[: len(HOSTILE)] == [kept(name) for name in HOSTILE]
    assert LONG.strip() in names


def test_every_sheet_prints_on_a4_and_keeps_its_heading(formulas: Any) -> None:
    assert formulas.sheetnames == [
        "Summary",
        "Attendance",
        "Arrivals",
        "Agenda",
        "Gifts",
        "Registrations",
        "Log",
    ]
    for sheet in formulas:
        portrait = sheet.title in ("Summary", "Registrations")
        assert sheet.page_setup.orientation == ("portrait" if portrait else "landscape")
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
            1,
            int(sheet.title == "Summary"),
        )
        assert sheet.print_area.startswith(f"'{sheet.title}'!$A$1:")
    for name in ("Attendance", "Arrivals", "Agenda", "Log"):
        assert formulas[name].freeze_panes == "A2"
        assert formulas[name].print_title_rows == "$1:$1"
        assert all(cell.font.bold for cell in formulas[name][1] if cell.value)
    assert [len(formulas[name]._charts) for name in ("Summary", "Arrivals")] == [1, 1]


def test_totals_are_formulas_over_the_lists(formulas: Any) -> None:
    said = {row[0]: row[1] for row in cells(formulas["Summary"]) if row[0]}
    for label in ("Households that came", "People from households", "Delegates who came"):
        assert "'Attendance'!" in said[label]
    assert "SUM(" in cells(formulas["Agenda"])[-1][3]
    assert "SUMPRODUCT(" in cells(formulas["Gifts"])[1][4]


def test_only_chosen_sheets_are_written_and_then_count_without_the_list(session: Session) -> None:
    (only,) = export_event(session, sheets=["gifts", " Summary"])
    book = openpyxl.load_workbook(only)
    assert book.sheetnames == ["Summary", "Gifts"]
    said = {row[0]: row[1] for row in cells(book["Summary"]) if row[0]}
    assert said["Households that came"] == counts(session.state).households.came
    workbook, text = export_event(session, sheets=["attendance"])
    assert (workbook.suffix, text.suffix) == (".xlsx", ".csv")
    with pytest.raises(Refused, match=r"no sheet “phones”.*summary, attendance"):
        export_event(session, sheets=["phones"])


def test_every_entry_has_a_sentence_in_words(session: Session) -> None:
    said = [describe(entry, session.state) for entry in session.state.entries]
    assert all(said)
    assert not any(re.search(r"\w+\(\w+=", sentence) for sentence in said)
    assert "Checked in: =1+1 (002), by scanner" in said
    assert "Came again: [/b] (001), by camera" in said
    assert "Who came was edited: =1+1 (002), in their place: son, =Nam, 3 people" in said
    assert "Undone: Checked in: Phạm Văn An (011), by name, 2 people" in said
    assert "Begun: 4 Tặng hoa, chúc mừng" in said
    assert "Ceremony closed" in said
    assert any(sentence.startswith("Scan refused: ") for sentence in said)
    assert any(sentence.startswith("Void: Handed over: 1 ") for sentence in said)


def test_an_undone_import_still_names_its_guests_and_undoing_in_a_circle_ends(tmp_path: Path) -> None:
    with play(tmp_path / "e") as session:
        imported = session.state.entries[1].id
        session.record(Undone(entry=imported))
        circle = session.record(Undone(entry=session.state.entries[-1].id))
        assert describe(circle, session.state) == "Undone: an earlier step"
        assert "Checked in: =1+1 (002), by scanner" in [
            describe(entry, session.state) for entry in session.state.entries
        ]
