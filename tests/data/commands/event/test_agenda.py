"""The agenda is changed before and during the day; what has begun stays where it is."""

from typing import Any

import pytest

from data.commands.event import event
from data.commands.stage import stage
from data.commands.undo import undo
from data.session.session import Session
from tests.data.commands.event.test_event_facts import refused
from tests.data.state.facts import facts, same_on_disk


def ids(session: Session) -> list[str]:
    return [item.id for item in session.state.event.agenda]


def program(session: Session) -> list[str]:
    return [item.id for item in session.state.event.program]


def go_to(session: Session, item: str) -> None:
    while session.state.agenda_progress.current != item:
        stage.go(session)


def test_words_and_minutes_of_an_item(session: Session) -> None:
    before = facts(session.state)
    event.set_item(session, "chuyen-de", title=" Chuyên  đề ", minutes="30", line="Kính mời {talk_speaker}.")
    item = session.state.event.item("chuyen-de")
    assert item is not None
    assert (item.title, item.minutes, item.least) == ("Chuyên đề", 30, 30)
    assert item.line == "Kính mời {talk_speaker}."
    assert same_on_disk(session)
    undo(session)
    assert facts(session.state) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"title": ""},
        {"minutes": 0},
        {"minutes": "5 phút"},
        {"minutes": 601},
        {"line": "Kính mời {ai_do}"},
        {"line": "Kính mời {"},
    ],
)
def test_an_item_that_cannot_be_is_refused(session: Session, wrong: dict[str, Any]) -> None:
    refused(session, event.set_item, "chuyen-de", **wrong)
    refused(session, event.set_item, "khong-co", title="Hoa")


def test_an_item_that_runs_or_is_over_may_get_another_title_but_keeps_its_minutes(session: Session) -> None:
    go_to(session, "quyet-dinh-mo-hinh")
    event.set_item(session, "gioi-thieu", title="Giới thiệu")
    event.set_item(session, "quyet-dinh-mo-hinh", title="Quyết định", minutes=12)
    refused(session, event.set_item, "gioi-thieu", minutes=3)
    stage.adjust(session, -8)
    refused(session, event.set_item, "quyet-dinh-mo-hinh", minutes=8)


def test_an_item_is_moved(session: Session) -> None:
    before = ids(session)
    event.move_item(session, "phat-bieu", -1)
    assert ids(session).index("phat-bieu") == before.index("phat-bieu") - 1
    event.move_item(session, "phat-bieu", 1)
    assert ids(session) == before
    event.move_item(session, "gioi-thieu", 99)
    assert ids(session)[-1] == "gioi-thieu"
    refused(session, event.move_item, "gioi-thieu", 1)
    refused(session, event.move_item, "gioi-thieu", 0)
    refused(session, event.move_item, "khong-co", 1)
    undo(session)
    assert ids(session) == before


def test_nothing_is_moved_across_what_has_begun(session: Session) -> None:
    go_to(session, "quyet-dinh-mo-hinh")
    for begun in ("gioi-thieu", "quyet-dinh-mo-hinh"):
        for by in (-1, 1):
            refused(session, event.move_item, begun, by)
    refused(session, event.move_item, "tang-hoa", -2)
    event.move_item(session, "tang-hoa", -1)
    stage.go(session)
    assert session.state.agenda_progress.current == "tang-hoa"


def test_an_optional_item_is_switched_on_and_off(session: Session) -> None:
    event.switch_item(session, "chao-co", True)
    assert program(session)[0] == "chao-co"
    refused(session, event.switch_item, "chao-co", True)
    stage.go(session)
    assert session.state.agenda_progress.current == "chao-co"
    refused(session, event.switch_item, "chao-co", False)
    stage.go(session)
    refused(session, event.switch_item, "chao-co", False)
    refused(session, event.switch_item, "khong-co", True)


def test_the_decisions_and_the_last_item_cannot_be_left_out(session: Session) -> None:
    refused(session, event.switch_item, "quyet-dinh-mo-hinh", False)
    for item in program(session)[:]:
        kept = session.state.event.item(item)
        if kept is not None and not kept.fixed:
            event.switch_item(session, item, False)
    assert program(session) == ["quyet-dinh-mo-hinh", "quyet-dinh-to-tu-quan"]


def test_an_item_that_the_program_has_passed_is_moved_down_before_it_is_switched_on(
    session: Session,
) -> None:
    stage.go(session)
    refused(session, event.switch_item, "chao-co", True)
    event.move_item(session, "chao-co", 1)
    event.switch_item(session, "chao-co", True)
    stage.go(session)
    assert session.state.agenda_progress.current == "chao-co"


def test_a_new_item_comes_before_the_closing_and_never_before_what_has_begun(session: Session) -> None:
    item = event.add_item(session, "Bế mạc", "5")
    assert item.id == "be-mac-2"
    assert program(session)[-2:] == ["be-mac-2", "be-mac"]
    refused(session, event.add_item, " ", 5)
    refused(session, event.add_item, "Văn nghệ", 0)
    go_to(session, "be-mac")
    late = event.add_item(session, "Văn nghệ", 10)
    assert program(session)[-1] == late.id
    stage.go(session)
    assert session.state.agenda_progress.current == late.id
