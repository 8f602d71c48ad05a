"""A phone at the door: the door's own answers, each request on record once, whatever the network does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from data.clock import SetClock
from data.companion.roles import Role
from data.model.entries.door import CameAgain, CheckedIn, CheckInRemoved, PartyChanged, ScanRefused
from data.model.entries.event import Undone
from data.scanning.codes import new_code, payload
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.session import Session
from tests.conftest import MORNING
from tests.tui.companion.phones.served import listed, serving
from tui.companion.rehearsal.simulated_phone import SimulatedPhone, card_frame
from tui.companion.serving.server import Companion

pytestmark = pytest.mark.real_time

NOBODY = card_frame("0")


def card(session: Session, number: int) -> bytes:
    """The card of a guest before a camera."""
    return card_frame(payload(session.state.guests[number].code))


def kinds(session: Session) -> list[type]:
    """The kinds of entries that the door made."""
    door = (CheckedIn, CameAgain, ScanRefused, PartyChanged, CheckInRemoved, Undone)
    return [type(entry.what) for entry in session.state.entries if isinstance(entry.what, door)]


@asynccontextmanager
async def paired(
    companion: Companion, role: Role = "door", name: str = "Cửa sau · Mai"
) -> AsyncIterator[SimulatedPhone]:
    """A phone that was paired."""
    phone = SimulatedPhone(companion.port)
    try:
        token = companion.tokens.new(role, companion.host.clock.monotonic())
        assert await phone.pair(token.text, name) == 200
        yield phone
    finally:
        await phone.close()


async def answer(phone: SimulatedPhone, number: str, frame: bytes) -> Any:
    """The door's answer to a frame."""
    return (await phone.send(number, frame))["answer"]


async def test_a_card_is_answered_as_at_the_laptop_and_is_on_record_in_the_phones_name(
    tmp_path: Path,
) -> None:
    clock = SetClock(MORNING)
    with listed(tmp_path / "event", clock) as session:
        async with serving(session) as companion, paired(companion) as phone:
            first = await answer(phone, "a-1", card(session, 2))
            assert (first["status"], first["tone"], first["sign"]) == ("admitted", "welcome", "✔")
            assert first["guest"]["name"] == "Trần Thị Hòa"
            assert set(first["guest"]) == {"number", "name", "where", "is_household", "came"}
            clock.pass_time(STUTTER_SECONDS + 1)
            assert (await answer(phone, "a-2", card(session, 2)))["status"] == "already"
            foreign = card_frame(payload(new_code("99", 1)))
            assert (await answer(phone, "a-3", foreign))["tone"] == "refused"
        assert kinds(session) == [CheckedIn, CameAgain, ScanRefused]
        came = session.state.present[2]
        assert (came.duty, came.channel) == ("Cửa sau · Mai", "phone")
        assert session.duty == ""


async def test_a_card_held_before_the_camera_is_one_scan(tmp_path: Path) -> None:
    clock = SetClock(MORNING)
    with listed(tmp_path / "event", clock) as session:
        async with serving(session) as companion, paired(companion) as phone:
            assert "answer" in await phone.send("a-1", card(session, 1))
            for held in range(2, 12):
                clock.pass_time(STUTTER_SECONDS - 1)
                assert "answer" not in await phone.send(f"a-{held}", card(session, 1))
        assert kinds(session) == [CheckedIn]


async def test_a_request_sent_again_is_on_record_once_also_after_a_restart(tmp_path: Path) -> None:
    folder, clock = tmp_path / "event", SetClock(MORNING)
    with listed(folder, clock) as session:
        async with serving(session) as companion, paired(companion) as phone:
            first = await answer(phone, "a-1", card(session, 3))
            assert await answer(phone, "a-1", card(session, 3)) == first
            cookies = phone._http.cookie_jar
            frame = card(session, 3)
    with Session(folder, clock=clock) as session:
        async with serving(session) as companion:
            again = SimulatedPhone(companion.port)
            again._http.cookie_jar.update_cookies({c.key: c.value for c in cookies})
            try:
                told = await answer(again, "a-1", frame)
                assert (told["status"], told["guest"]) == ("admitted", first["guest"])
                # The card is still held before the camera: no second scan either.
                assert "answer" not in await again.send("a-2", frame)
            finally:
                await again.close()
        assert kinds(session) == [CheckedIn]


async def test_a_request_whose_entry_was_undone_at_the_laptop_is_not_done_again(tmp_path: Path) -> None:
    from data.commands.undo import undo

    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, paired(companion) as phone:
            await phone.send("a-1", card(session, 3))
            undo(session)
            told = await answer(phone, "a-1", card(session, 3))
            assert (told["tone"], told["number"]) == ("misread", "")
        assert kinds(session) == [CheckedIn, Undone]
        assert not session.state.present


async def test_two_cards_in_one_picture_let_nobody_in(tmp_path: Path) -> None:
    from io import BytesIO

    from PIL import Image

    with listed(tmp_path / "event") as session:
        both = Image.new("L", (1280, 480))
        for place, number in enumerate((1, 2)):
            both.paste(Image.open(BytesIO(card(session, number))), (640 * place, 0))
        jpeg = BytesIO()
        both.save(jpeg, "JPEG")
        async with serving(session) as companion, paired(companion) as phone:
            assert "refused" in await phone.send("a-1", jpeg.getvalue())
        assert not kinds(session)


async def test_who_came_is_said_and_a_check_in_taken_back_by_the_phone_that_made_it(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, paired(companion) as phone, paired(companion) as other:
            await phone.send("a-1", card(session, 1))
            asked = {"guest": 1, "relation": "con trai", "substitute": "Nam", "people": 2}
            told = await phone.ask("/quet/di-thay", asked)
            assert told == await phone.ask("/quet/di-thay", asked)
            assert "refused" in await other.ask("/quet/di-thay", asked)
            await other.send("b-1", card(session, 2))
            assert "refused" in await other.ask("/quet/lay-lai", {"number": "a-1"})
            # Others were let in meanwhile: it is this phone's own check-in that is taken back.
            assert (await phone.ask("/quet/lay-lai", {"number": "a-1"}))["name"] == "Nguyễn Văn Dũng"
            await phone.ask("/quet/lay-lai", {"number": "a-1"})
            assert (await other.ask("/quet/lay-lai", {"number": "b-1"}))["name"]
        assert kinds(session) == [CheckedIn, PartyChanged, CheckedIn, CheckInRemoved, CheckInRemoved]
        assert not session.state.present


async def test_a_guest_is_found_by_name_or_number_and_never_by_telephone(tmp_path: Path) -> None:
    from msgspec.structs import replace

    from data.model.entries.guests import GuestCorrected

    with listed(tmp_path / "event") as session:
        dung = replace(session.state.guests[1], phone="0912345678", birth_year=1950, note="bí mật")
        session.record(GuestCorrected(guest=1, facts=("phone",)), guests=[dung])
        async with serving(session) as companion, paired(companion) as phone:
            for text, found in (("hoa xom 1", [2]), ("4", [4]), ("678", []), ("dung 678", [1]), ("", [])):
                told = await phone.ask("/quet/tim", {"text": text})
                assert [one["number"] for one in told["found"]] == found, text
                assert "345678" not in str(told) and "1950" not in str(told) and "mật" not in str(told)
            told = await phone.ask("/quet/cho-vao", {"guest": 1, "number": "a-9"})
            assert told == await phone.ask("/quet/cho-vao", {"guest": 1, "number": "a-9"})
        assert kinds(session) == [CheckedIn]


async def test_a_phone_that_may_only_scan_finds_nobody(tmp_path: Path) -> None:
    import aiohttp
    import pytest

    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, paired(companion, "scan") as phone:
            assert (await answer(phone, "a-1", card(session, 1)))["status"] == "admitted"
            for path, asked in (
                ("/quet/tim", {"text": "a"}),
                ("/quet/cho-vao", {"guest": 2, "number": "a-2"}),
            ):
                with pytest.raises(aiohttp.ClientResponseError, match="403"):
                    await phone.ask(path, asked)
        assert kinds(session) == [CheckedIn]


async def test_an_empty_picture_and_one_without_a_card_are_nothing(tmp_path: Path) -> None:
    from io import BytesIO

    from PIL import Image

    blank = BytesIO()
    Image.new("L", (640, 480), 90).save(blank, "JPEG")
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, paired(companion) as phone:
            assert await phone.send("a-1", blank.getvalue()) == {"id": "a-1", "seen": 0}
        assert not kinds(session)
