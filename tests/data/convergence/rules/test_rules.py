"""What two laptops can do at once with gifts, the event and undo: what counts then, and what is told."""

from typing import get_args

import pytest

from data.commands.door import door
from data.commands.event.event import set_blank, set_fact
from data.commands.gifts.gift_desk import give
from data.commands.gifts.gifts import void
from data.commands.undo import last_step, undo
from data.messages.warnings.clashes import clash_text
from data.model.entries.base import Apart
from data.model.entry import AnyHappening
from data.queries.laptops.clashes import clashes
from data.session.session import Session
from tests.data.convergence.rules.recorded import kinds
from tests.data.convergence.several import meet, pass_time, same


@pytest.mark.parametrize("kind", get_args(AnyHappening), ids=lambda kind: kind.__name__)
def test_every_kind_says_what_counts_when_two_do_it_at_once(kind: type) -> None:
    assert kind.apart in get_args(Apart)  # type: ignore[attr-defined]


def test_two_changes_of_the_event_both_count(three: list[Session]) -> None:
    one, two, third = three
    blanks = [blank.id for blank in one.state.event.blanks if blank.names_person][:2]
    set_blank(one, blanks[0], "Nguyễn Văn An")
    pass_time(two, 60)
    set_blank(two, blanks[1], "Trần Thị Bình")
    pass_time(third, 30)
    set_fact(third, "start", "08:15")
    before = one.state.event.blanks
    meet(*three)
    event = one.state.event
    values = {blank.id: blank.value for blank in event.blanks}
    assert "An" in values[blanks[0]] and "Bình" in values[blanks[1]]
    assert event.start == "08:15"
    assert [blank.id for blank in event.blanks] == [blank.id for blank in before]
    same(*three)


def test_undo_takes_back_what_was_done_here_and_nothing_of_another_laptop(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    pass_time(two, 60)
    door.admit(two, 2, "number")
    meet(one, two)
    assert undo(one).what.about() == {1}
    assert list(one.state.present) == [2]
    before = last_step(one)
    assert before is not None and before.what.about() != {2}


def test_a_share_that_was_given_at_two_desks_counts_twice_and_is_shown(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    meet(one, two)
    give(one, "tai-lieu", 1)
    give(two, "tai-lieu", 1)
    meet(one, two)
    assert one.state.handovers.given("tai-lieu") == 2
    assert kinds(one) == ["served-twice"]
    assert "cửa 1" in clash_text(clashes(one.state)[0], one.state)
    void(one, clashes(one.state)[0].second, "trao hai lần")
    assert not clashes(one.state)
