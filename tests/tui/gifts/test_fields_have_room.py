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
