"""What the hall reads and the MC says of who came is what every other place tells, as a sentence."""

import pytest

from data.commands.door import door
from data.commands.event.event import set_item
from data.commands.stage import stage
from data.messages.hall import hall_words
from data.plans.placeholders import OTHERS, filled
from data.queries.people.counts import counts
from data.queries.stage.hall import hall_view
from data.queries.stage.spoken.live_facts import live_facts
from data.session.session import Session
from data.text.counted import Tally, households_in_words


@pytest.mark.parametrize(
    ("tally", "told"),
    [
        (Tally(0, 100), ""),
        (Tally(86, 100), "86/100 hộ"),
        (Tally(86, 100, 2), "86/100 hộ, ngoài ra 2 hộ khác"),
        (Tally(0, 100, 2), "2 hộ"),
        (Tally(0, 0, 3), "3 hộ"),
    ],
)
def test_households_are_told_aloud_with_the_uninvited_behind_the_invited(tally: Tally, told: str) -> None:
    assert households_in_words(tally) == told


def test_the_hall_tells_the_same_two_numbers_as_the_door_all_day_long(session: Session) -> None:
    assert "hộ" not in hall_words(hall_view(session.state)).foot
    door.admit(session, 1, "scanner")
    door.walk_in(session, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    assert counts(session.state).households.text == "1/100 +1"
    told = "có mặt 1/100 hộ, ngoài ra 1 hộ khác"
    assert told in hall_words(hall_view(session.state)).foot
    stage.go(session)
    assert told in hall_words(hall_view(session.state)).foot


def test_the_mc_names_the_invited_and_then_the_others_and_says_nothing_of_others_where_none_came(
    session: Session,
) -> None:
    def said() -> str:
        item = session.state.event.item("gioi-thieu")
        assert item is not None
        return filled(item.line, live_facts(session.state))

    assert said().endswith("cùng đại diện … hộ gia đình tiêu biểu.")
    door.admit(session, 1, "scanner")
    assert said().endswith("cùng đại diện 1 hộ gia đình tiêu biểu.")
    door.walk_in(session, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    assert said().endswith("cùng đại diện 1 hộ gia đình tiêu biểu, ngoài ra có 1 hộ khác.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Có đại diện {households_present} hộ tiêu biểu.",
            "Có đại diện 1 hộ tiêu biểu, ngoài ra có 1 hộ khác.",
        ),
        ("{households_present} hộ; xin mời", "1 hộ, ngoài ra có 1 hộ khác; xin mời"),
        ("Xin chào {households_present} hộ", "Xin chào 1 hộ, ngoài ra có 1 hộ khác"),
    ],
)
def test_a_line_of_an_event_from_before_others_were_told_tells_them_too(
    session: Session, line: str, said: str
) -> None:
    door.admit(session, 1, "scanner")
    assert "khác" not in filled(line, live_facts(session.state))
    door.walk_in(session, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    set_item(session, "gioi-thieu", line=line)
    item = session.state.event.item("gioi-thieu")
    assert item is not None
    assert filled(item.line, live_facts(session.state)) == said


def test_where_only_uninvited_households_came_the_mc_names_their_number(session: Session) -> None:
    door.walk_in(session, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    facts = live_facts(session.state)
    assert (facts["households_present"], facts[OTHERS]) == ("1", "")
