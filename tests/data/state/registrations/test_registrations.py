from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clock import SetClock
from data.commands.door.answer import Answer
from data.commands.door.door import replace_card
from data.commands.registering import (
    Registering,
    check_year,
    default_year,
    register,
    register_list,
    register_scan,
    withdraw_registration,
)
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.messages.log import describe
from data.model.entries.follow_up import FollowUpHappening, Registered, RegistrationWithdrawn
from data.model.entry import Entry
from data.queries.history import history
from data.scanning.codes import new_code, payload
from data.session.session import Session
from data.state.people.registrations import Registrations
from tests.conftest import another_number

CULTURE, LAWFUL = "gia-dinh-van-hoa", "khong-vi-pham"


def registered(session: Session, criterion: str = CULTURE, year: int = 2022) -> list[int]:
    return list(session.state.registrations.of(criterion, year))


def test_the_plan_names_the_two_yearly_criteria_of_its_part_five(session: Session) -> None:
    names = [criterion.name for criterion in session.state.event.criteria]
    assert names == [
        "Gia đình văn hóa",
        "Gia đình không có người phạm tội, không vi phạm pháp luật và tệ nạn xã hội",
    ]


def test_a_household_registers_by_its_card_in_one_entry(session: Session) -> None:
    entries = len(session.state.steps)
    done = register_scan(session, payload(session.state.guests[3].code), CULTURE, 2022, "scanner")
    assert isinstance(done, Registering)
    assert (done.guest.number, done.again) == (3, False)
    assert registered(session) == [3]
    assert registered(session, LAWFUL) == []
    assert len(session.state.steps) == entries + 1
    assert session.state.present == {}, "registering is not checking in"


def test_the_same_card_later_says_since_when_and_writes_nothing(session: Session, clock: SetClock) -> None:
    first = register(session, 3, CULTURE, 2022, "number")
    clock.pass_time(1)
    assert not register(session, 3, CULTURE, 2022, "scanner").again, "a stutter repeats the first answer"
    clock.pass_time(60)
    entries = len(session.state.steps)
    again = register(session, 3, CULTURE, 2022, "scanner")
    assert again.again
    assert again.at == first.at
    assert len(session.state.steps) == entries


def test_a_delegate_does_not_register(session: Session) -> None:
    with pytest.raises(Refused, match="đại biểu"):
        register_scan(session, payload(session.state.guests[7].code), CULTURE, 2022, "scanner")


@pytest.mark.parametrize("status", ["misread", "other-event"])
def test_a_card_that_is_none_of_ours_is_answered_as_at_the_door(session: Session, status: str) -> None:
    other = new_code(another_number(session.state.event.number), 3)
    text = "0012" if status == "misread" else payload(other)
    answer = register_scan(session, text, CULTURE, 2022, "scanner")
    assert isinstance(answer, Answer)
    assert answer.status == status
    assert registered(session) == []


def test_a_replaced_card_registers_nobody(session: Session) -> None:
    old = session.state.guests[2].code
    replace_card(session, 2)
    answer = register_scan(session, payload(old), CULTURE, 2022, "scanner")
    assert isinstance(answer, Answer)
    assert answer.status == "replaced"
    assert registered(session) == []


def test_a_list_registers_in_one_step_and_is_undone_in_one(session: Session) -> None:
    register(session, 2, CULTURE, 2022, "number")
    register_list(session, [1, 2, 4, 4], CULTURE, 2022)
    assert registered(session) == [2, 1, 4]
    last = last_step(session)
    assert last is not None
    assert describe(last, session.state).startswith("Đăng ký “Gia đình văn hóa” năm 2022: 2 hộ")
    undo(session)
    assert registered(session) == [2]


def test_a_list_with_a_wrong_number_registers_nobody(session: Session) -> None:
    with pytest.raises(Refused, match="99"):
        register_list(session, [1, 99], CULTURE, 2022)
    assert registered(session) == []


def test_a_registration_can_be_taken_back_and_no_reason_is_asked(session: Session) -> None:
    register(session, 5, LAWFUL, 2022, "number")
    withdraw_registration(session, 5, LAWFUL, 2022)
    assert registered(session, LAWFUL) == []
    with pytest.raises(Refused):
        withdraw_registration(session, 5, LAWFUL, 2022)
    assert [type(m.entry.what) for m in history(session.state, 5)][-2:] == [
        Registered,
        RegistrationWithdrawn,
    ]
    assert "reason" not in RegistrationWithdrawn.__struct_fields__


def test_each_year_has_registrations_of_its_own(session: Session) -> None:
    assert default_year(session) == 2022
    register(session, 1, CULTURE, 2022, "number")
    register(session, 1, CULTURE, 2023, "number")
    register(session, 2, CULTURE, 2023, "number")
    assert registered(session, year=2022) == [1]
    assert registered(session, year=2023) == [1, 2]
    assert session.state.registrations.years() == [2022, 2023]


@pytest.mark.parametrize("text", ["", "22", "1022", "20222", "năm nay", "2040"])
def test_a_year_that_is_none_is_refused(session: Session, text: str) -> None:
    with pytest.raises(Refused):
        check_year(session, text)


def test_a_criterion_that_the_plan_does_not_name_is_refused(session: Session) -> None:
    with pytest.raises(Refused):
        register(session, 1, "khac", 2022, "number")


steps = st.lists(
    st.tuples(
        st.sampled_from([CULTURE, LAWFUL]),
        st.sampled_from([2022, 2023]),
        st.lists(st.integers(1, 5), min_size=1, max_size=3),
        st.booleans(),
    ),
    max_size=30,
)


@given(steps)
def test_the_fold_agrees_with_a_plain_recount(many: list[tuple[str, int, list[int], bool]]) -> None:
    from tests.conftest import MORNING

    fold = Registrations()
    expected: dict[tuple[str, int], set[int]] = {}
    for index, (criterion, year, guests, takes_back) in enumerate(many):
        what: FollowUpHappening
        if takes_back:
            what = RegistrationWithdrawn(criterion=criterion, year=year, guest=guests[0])
            expected.setdefault((criterion, year), set()).discard(guests[0])
        else:
            what = Registered(criterion=criterion, year=year, guests=tuple(guests), channel="paper")
            expected.setdefault((criterion, year), set()).update(guests)
        at = MORNING + timedelta(seconds=index)
        fold.apply(Entry(id=str(index), at=at, ticks=0.0, run="", device="", what=what), what)
    for key, standing in expected.items():
        assert set(fold.of(*key)) == standing
