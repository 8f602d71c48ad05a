"""The agenda is changed before and during the day; what has begun stays where it is."""

from typing import Any

import pytest

from data.ceremony import Ceremony
from data.commands import event, stage
from data.commands.undo import undo
from tests.editing.test_event_facts import refused
from tests.state.facts import facts, same_on_disk


def ids(ceremony: Ceremony) -> list[str]:
    return [item.id for item in ceremony.state.event.agenda]


def program(ceremony: Ceremony) -> list[str]:
    return [item.id for item in ceremony.state.event.program]


def go_to(ceremony: Ceremony, item: str) -> None:
    while ceremony.state.rundown.current != item:
        stage.go(ceremony)


def test_words_and_minutes_of_an_item(ceremony: Ceremony) -> None:
    before = facts(ceremony.state)
    event.set_item(ceremony, "chuyen-de", title=" Chuyên  đề ", minutes="30", line="Kính mời {talk_speaker}.")
    item = ceremony.state.event.item("chuyen-de")
    assert item is not None
    assert (item.title, item.minutes, item.least) == ("Chuyên đề", 30, 30)
    assert item.line == "Kính mời {talk_speaker}."
    assert same_on_disk(ceremony)
    undo(ceremony)
    assert facts(ceremony.state) == before


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
def test_an_item_that_cannot_be_is_refused(ceremony: Ceremony, wrong: dict[str, Any]) -> None:
    refused(ceremony, event.set_item, "chuyen-de", **wrong)
    refused(ceremony, event.set_item, "khong-co", title="Hoa")


def test_an_item_that_runs_or_is_over_may_get_another_title_but_keeps_its_minutes(ceremony: Ceremony) -> None:
    go_to(ceremony, "quyet-dinh-mo-hinh")
    event.set_item(ceremony, "gioi-thieu", title="Giới thiệu")
    event.set_item(ceremony, "quyet-dinh-mo-hinh", title="Quyết định", minutes=12)
    refused(ceremony, event.set_item, "gioi-thieu", minutes=3)
    stage.adjust(ceremony, -8)
    refused(ceremony, event.set_item, "quyet-dinh-mo-hinh", minutes=8)


def test_an_item_is_moved(ceremony: Ceremony) -> None:
    before = ids(ceremony)
    event.move_item(ceremony, "phat-bieu", -1)
    assert ids(ceremony).index("phat-bieu") == before.index("phat-bieu") - 1
    event.move_item(ceremony, "phat-bieu", 1)
    assert ids(ceremony) == before
    event.move_item(ceremony, "gioi-thieu", 99)
    assert ids(ceremony)[-1] == "gioi-thieu"
    refused(ceremony, event.move_item, "gioi-thieu", 1)
    refused(ceremony, event.move_item, "gioi-thieu", 0)
    refused(ceremony, event.move_item, "khong-co", 1)
    undo(ceremony)
    assert ids(ceremony) == before


def test_nothing_is_moved_across_what_has_begun(ceremony: Ceremony) -> None:
    go_to(ceremony, "quyet-dinh-mo-hinh")
    for begun in ("gioi-thieu", "quyet-dinh-mo-hinh"):
        for by in (-1, 1):
            refused(ceremony, event.move_item, begun, by)
    refused(ceremony, event.move_item, "tang-hoa", -2)
    event.move_item(ceremony, "tang-hoa", -1)
    stage.go(ceremony)
    assert ceremony.state.rundown.current == "tang-hoa"


def test_an_optional_item_is_switched_on_and_off(ceremony: Ceremony) -> None:
    event.switch_item(ceremony, "chao-co", True)
    assert program(ceremony)[0] == "chao-co"
    refused(ceremony, event.switch_item, "chao-co", True)
    stage.go(ceremony)
    assert ceremony.state.rundown.current == "chao-co"
    refused(ceremony, event.switch_item, "chao-co", False)
    stage.go(ceremony)
    refused(ceremony, event.switch_item, "chao-co", False)
    refused(ceremony, event.switch_item, "khong-co", True)


def test_the_decisions_and_the_last_item_cannot_be_left_out(ceremony: Ceremony) -> None:
    refused(ceremony, event.switch_item, "quyet-dinh-mo-hinh", False)
    for item in program(ceremony)[:]:
        kept = ceremony.state.event.item(item)
        if kept is not None and not kept.fixed:
            event.switch_item(ceremony, item, False)
    assert program(ceremony) == ["quyet-dinh-mo-hinh", "quyet-dinh-to-tu-quan"]


def test_an_item_that_the_program_has_passed_is_moved_down_before_it_is_switched_on(
    ceremony: Ceremony,
) -> None:
    stage.go(ceremony)
    refused(ceremony, event.switch_item, "chao-co", True)
    event.move_item(ceremony, "chao-co", 1)
    event.switch_item(ceremony, "chao-co", True)
    stage.go(ceremony)
    assert ceremony.state.rundown.current == "chao-co"


def test_a_new_item_comes_before_the_closing_and_never_before_what_has_begun(ceremony: Ceremony) -> None:
    item = event.add_item(ceremony, "Bế mạc", "5")
    assert item.id == "be-mac-2"
    assert program(ceremony)[-2:] == ["be-mac-2", "be-mac"]
    refused(ceremony, event.add_item, " ", 5)
    refused(ceremony, event.add_item, "Văn nghệ", 0)
    go_to(ceremony, "be-mac")
    late = event.add_item(ceremony, "Văn nghệ", 10)
    assert program(ceremony)[-1] == late.id
    stage.go(ceremony)
    assert ceremony.state.rundown.current == late.id
