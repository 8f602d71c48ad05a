"""An organisation is printed only where it is the person's own, or a body stands in for one."""

from itertools import pairwise

import pytest

from data.commands.gifts.gifts import hand_over
from data.documents.papers.fields.day.attendance import attendance_tables
from data.documents.papers.fields.single import copies
from data.documents.papers.fields.values import text_of
from data.documents.signing_sheet.tables import households_at_the_door
from data.messages.entries.gifts import handed_over_text
from data.model.entries.gifts import HandedGift, Person
from data.model.plan import Delegation
from data.plans.load import load_plan
from data.queries.addressing.office_held import office_held, office_told
from data.queries.handover_defaults import person_here
from data.queries.stage.spoken.introduction import introduction_line
from data.session.session import Session
from data.text.people.office import body_of_group
from tests.data.queries.people.village import CHAIR, DELEGATE, GUEST, SON, listed

NO_BODY = ("Khách mời khác", "Cấp ủy, chính quyền, đoàn thể xã")


@pytest.fixture(autouse=True)
def village(session: Session) -> None:
    listed(session)


def test_no_paper_card_or_line_names_a_group_as_an_organisation(session: Session) -> None:
    state = session.state
    invited = [text_of(copy.fields["người được mời"]) for copy in copies(state, "delegate")]
    rows = ["|".join(map(text_of, row)) for row in attendance_tables(state)["đại biểu"].rows]
    lines = [introduction_line(state.guests[number], state) for number in (DELEGATE, SON, GUEST, CHAIR)]
    picked = [person_here(guest, state).text for guest in state.guests.values()]
    for text in (*invited, *rows, *lines, *picked):
        assert not any(group in text for group in NO_BODY), text
    assert "Lê Văn Khách, Chỉ huy trưởng Ban CHQS xã" in " ".join(invited)
    assert "Bà Trần Thị Mận, Phó Chủ tịch UBMTTQ huyện" in invited
    assert households_at_the_door(state)


@pytest.mark.parametrize(
    ("number", "office"),
    [
        (DELEGATE, ("Chủ tịch", "UBND xã")),
        (SON, ("Trưởng ban", "Ban công tác Mặt trận thôn")),
        (GUEST, ("Chỉ huy trưởng", "Ban CHQS xã")),
        (CHAIR, ("Phó Chủ tịch", "UBMTTQ huyện")),
        (7, ("Chủ tịch", "Ban Thường trực MTTQ Việt Nam huyện")),
        (8, ("Phó Trưởng Công an", "Công an huyện")),
    ],
)
def test_title_and_body_are_the_guests_own_and_a_body_stands_in(
    session: Session, number: int, office: tuple[str, str]
) -> None:
    guest = session.state.guests[number]
    assert office_held(guest, session.state.event) == office
    words = office_told(guest, session.state.event).casefold().split()
    assert all(one != other for one, other in pairwise(words))


@pytest.mark.parametrize(
    ("group", "body"),
    [
        ("Lãnh đạo Công an huyện", "Công an huyện"),
        ("Ban Công tác Mặt trận khu dân cư", "Ban Công tác Mặt trận khu dân cư"),
        ("Phóng viên Báo Thái Bình, Đài truyền thanh huyện", ""),
        ("Đại diện các hội, đoàn thể xã", ""),
        ("Hội viên tiêu biểu", ""),
        *((group, "") for group in NO_BODY),
    ],
)
def test_a_group_is_a_body_only_where_its_people_are_of_one(group: str, body: str) -> None:
    assert body_of_group(group) == body


@pytest.mark.parametrize("plan", ["ke-hoach-2022", "sinh-hoat-chuyen-de"])
def test_guests_of_the_spare_group_never_have_its_name(plan: str) -> None:
    groups: list[Delegation] = [one for one in load_plan(plan).delegations if one.spare]
    assert groups and not any(body_of_group(group.name) for group in groups)


def test_the_log_says_an_office_once(session: Session) -> None:
    state = session.state
    hand_over(
        session,
        [HandedGift("hoa-mttq", 1)],
        giver=person_here(state.guests[SON], state),
        receiver=Person("bà Hà", "Trưởng Ban công tác Mặt trận thôn", "Ban Công tác Mặt trận thôn Khả Tân"),
    )
    (handover,) = session.state.handovers.standing()
    assert handed_over_text(handover.what, session.state).lower().count("ban công tác mặt trận") == 2
