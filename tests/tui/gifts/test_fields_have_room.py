"""The fields of the form hold what plans say of people, also in a window of 80 columns."""

import pytest
from textual.widgets import Input

from data.model.entries.gifts import Person
from data.session.session import Session
from tests.tui.stage.hall import acting
from tui.gifts.form.person_line import PARTS, PersonLine

TITLE = "Đội trưởng Đội Xây dựng phong trào bảo vệ an ninh Tổ quốc"
BODY = "Ủy ban MTTQ Việt Nam huyện Hưng Hà"
LONG_BODY = "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hưng Hà"


@pytest.mark.quick_once("person")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    "person",
    [
        Person("bà Nguyễn Thị Hồng Hợp", TITLE, BODY),
        Person("ông An", "Trưởng thôn", "thôn Khả Tân"),
        Person("ông An", "Phó Chủ tịch", LONG_BODY),
        Person("", "", LONG_BODY),
    ],
)
@pytest.mark.parametrize("is_typing", [False, True])
async def test_name_title_and_body_are_seen_whole(
    session: Session, person: Person, size: tuple[int, int], is_typing: bool
) -> None:
    async with acting(session, "gifts", size) as pilot:
        line = pilot.app.screen.query_one("#person-giver", PersonLine)
        line.take(person)
        if is_typing:
            line.line("name").focus()
        await pilot.pause()
        for part in PARTS:
            field = line.query_one(f"#{line.line(part).id}", Input)
            assert field.size.width > len(field.value), part
            assert pilot.app.screen.region.contains_region(field.region)


@pytest.mark.quick_once()
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_name_title_and_body_keep_their_order_and_place_while_a_person_is_edited(
    session: Session, size: tuple[int, int]
) -> None:
    async with acting(session, "gifts", size) as pilot:
        line = pilot.app.screen.query_one("#person-receiver", PersonLine)
        line.line("title").focus()
        await pilot.pause()
        places = [line.line(part).region for part in PARTS]
        assert places == sorted(places, key=lambda region: (region.y, region.x))
        for typed, field in (
            ("Phó giám đốc chi nhánh huyện", "title"),
            ("Cty A", "organisation"),
            ("ông Ba", "name"),
        ):
            line.line(field).focus()
            line.line(field).value = typed
            await pilot.pause()
            assert [line.line(part).region for part in PARTS] == places
        await pilot.press("tab")
        assert pilot.app.focused is line.line("title")
        await pilot.press("tab")
        assert pilot.app.focused is line.line("organisation")


@pytest.mark.quick_once()
@pytest.mark.parametrize(
    "person", [Person("ông An", TITLE, "UBND xã"), Person("ông An", "Bí thư", LONG_BODY)]
)
async def test_whichever_text_is_longer_title_stands_before_body(session: Session, person: Person) -> None:
    async with acting(session, "gifts", (80, 24)) as pilot:
        line = pilot.app.screen.query_one("#person-giver", PersonLine)
        line.take(person)
        await pilot.pause()
        assert line.lines == [line.line(part) for part in PARTS]
        places = [(line.line(part).region.y, line.line(part).region.x) for part in PARTS]
        assert places == sorted(places)
