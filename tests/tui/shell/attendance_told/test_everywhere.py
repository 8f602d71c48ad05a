"""Whatever day it was: the invited who came and those who came besides are told alike by every place."""

from contextlib import suppress
from pathlib import Path
from random import Random

import openpyxl
import pytest

from data.clock import SetClock
from data.commands.door.door import admit, walk_in
from data.commands.guests import withdraw_guest
from data.commands.undo import undo
from data.companion.views.figures import figures_page
from data.documents.papers.fields.day.attendance import attendance_fields
from data.errors import Refused
from data.export.files import export_event
from data.joining.reporting.counts import village_counts
from data.language import choose
from data.messages.attendance import attendance_text
from data.queries.people.counts import by_delegation, by_hamlet, counts, expected_guests
from data.queries.status import status
from data.session.events.overview import overview
from data.session.session import Session
from data.text.counted import Tally
from tests.conftest import MORNING, few_guests, found, list_guests
from tui.companion.reply_fields import standing_line
from tui.stage.widgets.summary import summary
from tui.widgets.answers import running_count
from tui.widgets.bars import bar_lines


def play(session: Session, random: Random) -> None:
    """A morning at the door as chance has it."""
    list_guests(session, few_guests(session.state.event.number))
    for _step in range(random.randrange(2, 14)):
        with suppress(Refused):
            match random.randrange(7):
                case 0:
                    kind = random.choice(("household", "delegate"))
                    name = f"Vũ Thị Khách {random.randrange(1000)}"
                    walk_in(session, kind=kind, name=name, delegation="cap-uy-xa")  # type: ignore[arg-type]
                case 1:
                    withdraw_guest(session, random.randrange(1, 10), "chuyển đi")
                case 2:
                    undo(session)
                case _:
                    number = random.randrange(1, 10)
                    admit(session, number, "name", people=random.randrange(1, 5))


def counted_by_hand(session: Session, *, households: bool) -> tuple[int, int, int]:
    """Of the guests themselves: how many invited came, how many were invited, how many came besides."""
    state = session.state
    guests = [guest for guest in expected_guests(state) if guest.is_household is households]
    came = [guest for guest in guests if guest.number in state.present]
    return (
        sum(not guest.walk_in for guest in came),
        sum(not guest.walk_in for guest in guests),
        sum(guest.walk_in for guest in came),
    )


@pytest.mark.quick_once()
@pytest.mark.parametrize("seed", range(12))
def test_every_place_tells_the_same(tmp_path: Path, seed: int) -> None:
    choose("vi")
    clock = SetClock(MORNING)
    with Session(found(tmp_path / "le", clock), clock=clock) as session:
        play(session, Random(seed))
        state, n = session.state, counts(session.state)
        came, listed, more = counted_by_hand(session, households=True)
        target = state.event.target_households
        assert (n.households, n.households_listed) == (Tally(came, target, more), listed)
        delegates = Tally(*counted_by_hand(session, households=False))
        assert n.delegates == delegates
        plus = f" +{more}" if more else ""
        plus_delegates = f" +{delegates.more}" if delegates.more else ""
        of_delegates = f"{delegates.came}/{delegates.of}{plus_delegates}" if delegates.of else delegates.more
        line: tuple[str, ...] = (
            f"{came}/{target}{plus} hộ",
            f"{of_delegates} đại biểu",
        )

        if n.is_empty:  # The list itself was taken back.
            line = ("chưa có khách",)
        assert all(part in attendance_text(n) for part in line), "the line above every screen"
        if n.is_empty:
            return
        assert all(part in standing_line(state) for part in line), "phones at the door"
        assert all(part in str(summary(state)[0]) for part in line), "the stage, when it is over"
        known = overview(session.folder).counts
        assert known == n, "the list of events"

        page = figures_page(state, session.now())
        assert (page.households, page.target, page.households_more) == n.households
        assert (page.delegates, page.listed, page.delegates_more) == n.delegates
        for groups, whole in ((by_hamlet(state), (came, more)), (by_delegation(state), delegates[::2])):
            assert (sum(g.tally.came for g in groups), sum(g.tally.more for g in groups)) == whole
            bars = bar_lines(groups, 60)
            assert all(str(bar).endswith(g.tally.text) for bar, g in zip(bars, groups, strict=True))

        village = village_counts(state, session.now())
        assert (village.households_tally, village.delegates_tally) == (n.households, n.delegates)

        report = status(state, session.now())
        assert report["households"]["present"] == came + more, "scripts are told all who came, as ever"
        assert report["households"]["walk_ins"] == more

        if state.present:
            said = attendance_fields(state)
            assert (said["số hộ có mặt"], said["số hộ ngoài danh sách"]) == (str(came), str(more))
            assert said["số đại biểu có mặt"] == str(delegates.came)
            assert said["tổng số người dự"] == str(n.everybody)

        workbook, *_others = export_event(session)
        rows = openpyxl.load_workbook(workbook, data_only=True).worksheets[0].iter_rows(values_only=True)
        sheet = {row[0]: row[1] for row in rows}
        assert (sheet["Số hộ có mặt"], sheet["Số đại biểu có mặt"]) == (came, delegates.came)
        assert sheet["Tổng số người dự"] == n.everybody


@pytest.mark.parametrize("seed", range(12))
def test_who_comes_is_told_which_of_the_invited_or_of_the_others_it_is(tmp_path: Path, seed: int) -> None:
    choose("en")
    clock = SetClock(MORNING)
    with Session(found(tmp_path / "le", clock), clock=clock) as session:
        list_guests(session, few_guests(session.state.event.number))
        random = Random(seed)
        for step in range(6):
            if random.random() < 0.4:
                answer = walk_in(session, kind="delegate", name=f"Khách {step}", delegation="cap-uy-xa")
                told = f"off the list: +{counts(session.state).delegates.more}"
            else:
                answer = admit(session, random.randrange(7, 10), "name")
                told = f"delegate {counts(session.state).delegates.came} of 3"
            assert running_count(answer, session.state) == (told if answer.status == "admitted" else "")


def test_before_there_is_a_list_nothing_is_counted(session: Session) -> None:
    choose("en")
    undo(session)
    assert attendance_text(counts(session.state)) == "no guests yet"
    walk_in(session, kind="delegate", name="Vũ Đình Sơn", delegation="cap-uy-xa")
    assert "1 delegate" in attendance_text(counts(session.state))
