"""Every figure of every paper is the export's, the scripts' and the report screen's, whatever happened."""

import csv
import re
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.widgets import Digits

from data.commands import undo
from data.commands.door import door
from data.commands.gifts import gifts
from data.documents.papers.catalogue import papers
from data.documents.papers.files import Desk
from data.documents.papers.template_places import Templates
from data.export.csv import write_csv
from data.export.event_json import event_file
from data.ledger.lines.record import Step
from data.model.entries.door import CheckedIn, CheckInRemoved, LeftEarly, PartyChanged
from data.model.entries.event import Undone
from data.model.entries.gifts import HandedGift, HandedOver, HandoverVoided, Person
from data.model.entries.guests import GuestWithdrawn, RosterImported
from data.model.entries.stage import Went
from data.model.entry import AnyHappening
from data.session.session import Session
from data.state.stage.agenda_progress import Instant
from data.state.state import State
from tests.conftest import MORNING, few_guests, found
from tests.data.documents.papers.day import begin, play
from tests.data.documents.papers.docx_files import printed, rows
from tui.shell.app import CeremonyApp

HOUSEHOLDS, DELEGATES = range(1, 7), range(7, 10)
ITEMS = ("gioi-thieu", "quyet-dinh-mo-hinh", "tang-hoa", "tu-sach", "")
GUESTS = st.integers(1, 9)
READ = frozenset({"delegates", "households", "minutes", "report"})
"""The papers that are read back for their figures."""
IDS = st.integers(0, 25).map(str)
NOW = Instant(MORNING + timedelta(hours=4), 0.0, "later")
HAPPENINGS: st.SearchStrategy[AnyHappening] = st.one_of(
    st.builds(CheckedIn, guest=GUESTS, channel=st.just("scanner"), people=st.integers(1, 3)),
    st.builds(CheckedIn, guest=GUESTS, channel=st.just("name")),
    st.builds(PartyChanged, guest=GUESTS, substitute=st.sampled_from(["", "Nam"]), people=st.integers(1, 5)),
    st.builds(CheckInRemoved, guest=GUESTS),
    st.builds(LeftEarly, guest=GUESTS),
    st.builds(GuestWithdrawn, guest=GUESTS, reason=st.just("ốm")),
    st.builds(Went, item=st.sampled_from(ITEMS)),
    st.builds(
        lambda gift, quantity: HandedOver(
            gifts=(HandedGift(gift, quantity),), giver=Person("An"), receiver=Person("Bình")
        ),
        st.sampled_from(["hoa-mttq", "tu-sach", "tai-lieu"]),
        st.integers(1, 40),
    ),
    st.builds(HandoverVoided, handover=IDS, reason=st.just("nhầm")),
    st.builds(Undone, entry=IDS),
)


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """The event founded and its guests listed."""
    with Session(found(tmp_path_factory.mktemp("figures") / "event"), "read") as session:
        (first,) = session.state.steps
    guests = tuple(few_guests("42"))
    what = RosterImported(source="ds.xls", added=len(guests), changed=0, refused=0)
    return [first, Step(replace(first.entry, id="list", what=what), guests)]


def played(listed: list[Step], chain: list[AnyHappening]) -> State:
    """The state after ``chain``; what is voided or undone in it is something that happened before."""
    guests = {guest.number: guest for guest in listed[1].guests}
    steps: list[Step] = []
    for what in chain:
        handed = [step.entry.id for step in steps if isinstance(step.entry.what, HandedOver)]
        happened = [step.entry.id for step in steps]
        if isinstance(what, HandoverVoided) and handed:
            what = replace(what, handover=handed[int(what.handover) % len(handed)])
        elif isinstance(what, Undone) and happened:
            what = replace(what, entry=happened[int(what.entry) % len(happened)])
        elif isinstance(what, HandoverVoided | Undone):
            continue
        minutes = timedelta(minutes=len(steps))
        entry = replace(listed[0].entry, id=f"f{len(steps):04d}", at=MORNING + minutes, what=what)
        taken_off = (replace(guests[what.guest], withdrawn=True),) if isinstance(what, GuestWithdrawn) else ()
        steps.append(Step(entry, taken_off))
    return State([*listed, *steps])


class Said:
    """The papers of a state, read back from their files."""

    def __init__(self, state: State, folder: Path) -> None:
        desk = Desk(state, NOW, Templates(folder))
        wanted = [one for one in papers(state) if one.id in READ or one.handover]
        made = {one.id: desk.make(one, folder).file for one in wanted}
        self.handovers = {id for id in made if id.startswith("handover-")}
        self._documents: dict[str, Any] = {id: Document(str(file)) for id, file in made.items()}

    def text(self, id: str) -> str:
        body = self._documents[id].element.body
        return "\n".join(printed(paragraph) for paragraph in body.iter(qn("w:p")))

    def table(self, id: str, heading: str) -> list[list[str]]:
        tables = self._documents[id].tables
        return next(rows(one)[1:] for one in tables if heading in [c.text for c in one.rows[0].cells])

    def number(self, id: str, pattern: str) -> int | None:
        """The number where ``#`` stands in ``pattern``, or None where there is a dotted line; ``~`` is
        any text of the same line."""
        found = re.search(re.escape(pattern).replace(r"\#", r"(\d+|\.+)").replace(r"\~", ".*"), self.text(id))
        assert found, (id, pattern)
        return int(found[1]) if found[1].isdigit() else None


def exported(state: State, folder: Path) -> list[dict[str, str]]:
    """The rows of the attendance list as a spreadsheet would read them."""
    write_csv(state, folder / "attendance.csv")
    with (folder / "attendance.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@settings(max_examples=15, deadline=None)
@given(chain=st.lists(HAPPENINGS, max_size=25))
def test_every_figure_is_the_exports_too(
    listed: list[Step], tmp_path_factory: pytest.TempPathFactory, chain: list[AnyHappening]
) -> None:
    folder = tmp_path_factory.mktemp("papers")
    state = played(listed, chain)
    said, told = Said(state, folder), exported(state, folder)
    figures = event_file(state, NOW).figures

    came = {row["Số"]: row for row in told if row["Có mặt"] == "có"}
    by_kind = Counter(row["Hộ / đại biểu"] for row in came.values())
    assert by_kind["hộ"] == figures["households"]["present"]
    assert by_kind["đại biểu"] == figures["delegates"]["present"]
    people = sum(int(row["Số người"] or 0) for row in came.values())
    assert people == figures["people"]

    anybody = bool(state.present)
    pairs = {
        ("report", "Số người của các hộ đến dự: #."): people,
        ("report", "Tổng số người dự: #."): people + by_kind["đại biểu"],
        ("minutes", "Hộ gia đình: mời~; tổng #;"): by_kind["hộ"],
        ("minutes", "Đại biểu: mời~; tổng #."): by_kind["đại biểu"],
        ("delegates", "Đại biểu: mời~, có mặt #, vắng"): by_kind["đại biểu"],
        ("households", "Hộ gia đình: mời~, có mặt #, vắng"): by_kind["hộ"],
        ("households", "hộ được mời; có mặt # hộ"): by_kind["hộ"],
    }
    for (id, pattern), number in pairs.items():
        assert said.number(id, pattern) == (number if anybody else None), pattern

    present = [row for row in said.table("households", "Chủ hộ") if row[6] not in ("", "vắng")]
    assert {(str(int(row[1])), row[6]) for row in present} == {
        (row["Số"], row["Giờ"]) for row in came.values() if row["Hộ / đại biểu"] == "hộ"
    }
    groups = said.table("report", "Thành phần")
    if anybody:
        assert sum(int(row[2]) for row in groups) == len(told)
        assert sum(int(row[3]) for row in groups) == len(came)
        assert sum(int(row[4]) for row in groups) == len(told) - len(came)
    given_ = {gift["name"]: gift["given"] for gift in figures["gifts"]}
    if anybody or state.agenda_progress.runs:
        assert {row[1]: int(row[4]) for row in said.table("report", "Hiện vật")} == given_
    standing = state.handovers.standing()
    lasting = [one for one in standing if any(gift.gift != "hoa-mttq" for gift in one.what.gifts)]
    assert said.handovers == {f"handover-{one.number}" for one in lasting}
    assert said.text("report").count("lúc ") == len(standing)

    for row, item in zip(said.table("report", "Dự kiến"), figures["agenda"], strict=True):
        real = [item[time][11:16] if item[time] else "........" for time in ("started", "ended")]
        assert row[2:5] == [item["planned_start"], *real]


async def test_the_report_screen_shows_the_papers_figures(tmp_path: Path) -> None:
    with begin(tmp_path / "event", tuple(f"Nguyễn Văn {n}" for n in "ABCDEFG")) as session:
        play(session)
        gifts.void(session, session.state.handovers.standing()[0].id, "nhầm")
        door.admit(session, 6, "number", people=4)
        door.admit(session, 7, "number")
        undo.undo(session)
        said = Said(session.state, tmp_path)
        async with CeremonyApp(session).run_test(size=(120, 40)) as pilot:
            await pilot.press("f6")
            await pilot.pause()
            shown = [
                int(pilot.app.screen.query_one(f"#{id}").query_one(Digits).value)
                for id in ("households", "people", "delegates")
            ]
    assert shown == [
        said.number("report", "Hộ gia đình: mời 7, có mặt #, vắng 2"),
        said.number("report", "Số người của các hộ đến dự: #."),
        said.number("minutes", "Đại biểu: mời 7, có mặt #, vắng 4"),
    ]
    assert shown == [5, 10, 3]
