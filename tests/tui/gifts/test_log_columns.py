"""The log of handovers names people whole, and gifts as whole as there is room."""

import pytest

from data.commands.gifts.gifts import hand_over
from data.model.entries.gifts import HandedGift, Person
from data.session.session import Session
from tui.gifts.handover_log import HandoverLog, columns, handover_text
from tui.gifts.screen import GiftsScreen
from tui.shell.app import CeremonyApp

PEOPLE = (
    ("ông Nguyễn Quang Thắng", "ông Vũ Hữu Khánh"),
    ("bà Nguyễn Thị Lệ Hà", "ông Đặng Đức Thịnh"),
    ("ông Vũ Hữu Khánh", "bà Đặng Thị Đức Hạnh"),
)


def give(session: Session, giver: str, receiver: str, gift: int = 0) -> None:
    given = [HandedGift(gift=session.state.event.gifts[gift].id, quantity=1)]
    hand_over(session, given, giver=Person(name=giver), receiver=Person(name=receiver), witness=Person())


@pytest.mark.parametrize("width", [75, 115])
def test_every_name_of_a_ceremony_is_whole_at_80_columns_and_the_columns_stand_below_each_other(
    session: Session, width: int
) -> None:
    for gift, (giver, receiver) in enumerate(PEOPLE):
        give(session, giver, receiver, gift)
    handovers = list(session.state.handovers.by_id.values())
    to = columns(handovers, session.state, width)
    rows = [handover_text(handover, session.state, to) for handover in handovers]
    for row, (giver, receiver) in zip(rows, PEOPLE, strict=True):
        assert f"{giver} " in row and f"→ {receiver}" in row and len(row) == width
    assert len({row.index("→") for row in rows}) == 1
    assert width < 80 or all("Hoa chúc mừng của" in row for row in rows[:2])


@pytest.mark.parametrize("width", [20, 40, 75])
def test_names_too_long_for_any_row_are_cut_and_no_row_is_wider_than_its_room(
    session: Session, width: int
) -> None:
    give(session, "Công Tằng Tôn Nữ " * 9, "Nguyễn " * 30)
    (handover,) = session.state.handovers.by_id.values()
    row = handover_text(handover, session.state, columns([handover], session.state, width))
    assert len(row) <= max(width, 28) and row.count("…") == 3


def test_what_givers_and_gifts_do_not_need_is_the_receivers(session: Session) -> None:
    receiver = "Bà Đặng Thị Đức Hạnh Nguyên và toàn thể Tổ"
    give(session, "Đỗ Sơn", receiver)
    (handover,) = session.state.handovers.by_id.values()
    assert receiver in handover_text(handover, session.state, columns([handover], session.state, 74))


async def test_three_handovers_stand_in_the_log_below_an_answer_and_a_question_of_two_lines(
    session: Session,
) -> None:
    for gift, (giver, receiver) in enumerate(PEOPLE):
        give(session, giver, receiver, gift)
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, GiftsScreen)
        screen.strip.say("✔ 07:50", "welcome")
        await pilot.pause()
        log = screen.query_one(HandoverLog)
        shown = log.region.intersection(screen.region)
        assert log.region.bottom <= screen.region.bottom - 1, "the footer stands below it"
        assert shown.height >= 3 + 2
