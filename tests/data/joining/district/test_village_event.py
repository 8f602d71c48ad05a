"""A village's whole event in its district: each entry once, and one sentence where none comes."""

import asyncio
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from textual.widgets import Static

from data.commands.door import door
from data.errors import Refused
from data.joining.district.config import District, Village
from data.joining.district.following import Following, Seen, make_streams
from data.joining.district.village_event import Brought, bring
from data.joining.link import forms
from data.joining.link.connecting import connect
from data.joining.pairing.code import Place
from data.joining.reporting.counts import village_counts
from data.joining.reporting.invitation import entries_stream, entries_subject
from data.joining.server.server import Server
from data.queries.laptops.digest import digest
from data.session.session import Session
from tests.waiting import until
from tui.district.app import DistrictApp
from tui.district.rows import VillageRows
from tui.district.village_screen import VillageScreen

KHA_TAN = Village(id="kha-tan", name="Khả Tân", entries=True)
DONG_THAI = Village(id="dong-thai", name="Đồng Thái")
DISTRICT = District(name="Huyện Thử", address="127.0.0.1", village=(DONG_THAI, KHA_TAN))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """The real server, with the streams of the district."""
    server = Server(tmp_path / "server", "127.0.0.1")

    async def streams() -> None:
        client = await connect(server.own_place, "test", lambda: None)
        await make_streams(client.jetstream(), DISTRICT)
        await client.close()

    asyncio.run(streams())
    yield server.own_place
    server.end()


def _send(place: Place, session: Session, first: int = 0, *, event: str = "") -> None:
    """Publish the entries from ``first`` on, as the village's laptop does."""

    async def send() -> None:
        client = await connect(place, "village", lambda: None)
        subject = entries_subject("kha-tan", event or session.state.event.id, "laptop")
        for pack in forms.packs(session.state.steps[first:]):
            for message in forms.messages(pack):
                await client.jetstream().publish(subject, message.payload, headers=message.headers)
        await client.close()

    asyncio.run(send())


@pytest.mark.real_time
def test_what_a_village_sends_becomes_its_event_and_later_what_is_missing_each_entry_once(
    place: Place, session: Session, tmp_path: Path
) -> None:
    _send(place, session)
    _send(place, session)
    first = bring(place, KHA_TAN, tmp_path / "villages", session.state.event.id)
    assert digest(first.state) == digest(session.state)
    assert first.now == len(session.state.steps)
    if os.name != "nt":
        assert first.folder.stat().st_mode & 0o077 == 0
    sent = len(session.state.steps)
    door.admit(session, 1, "number")
    _send(place, session, sent)
    for fresh in (1, 0):
        again = bring(place, KHA_TAN, tmp_path / "villages")
        assert (again.folder, again.now, again.refused) == (first.folder, fresh, ())
        assert digest(again.state) == digest(session.state)
    with Session(first.folder):
        busy = bring(place, KHA_TAN, tmp_path / "villages")
    assert busy.busy
    assert digest(busy.state) == digest(session.state)


@pytest.mark.real_time
def test_what_another_event_of_the_village_sent_is_not_taken_for_this_one(
    place: Place, session: Session, tmp_path: Path
) -> None:
    parent = tmp_path / "villages"
    with pytest.raises(Refused, match="--entries"):
        bring(place, KHA_TAN, parent)
    _send(place, session)
    _send(place, session, 1, event="rehearsed-later")
    found = bring(place, KHA_TAN, parent, session.state.event.id)
    assert digest(found.state) == digest(session.state)
    with pytest.raises(Refused):
        bring(place, KHA_TAN, parent)
    with pytest.raises(Refused, match="--entries"):
        bring(place, KHA_TAN, parent, "never-sent")
    assert entries_stream("kha-tan") != entries_stream("dong-thai")


class _Followed:
    """What the screen reads of a following, without a server."""

    def __init__(self, seen: dict[str, Seen]) -> None:
        self.seen, self.trouble = seen, ""


def _app(session: Session, out: Path) -> DistrictApp:
    seen = {
        one.id: Seen(village_counts(session.state, session.now()), datetime.now(UTC))
        for one in DISTRICT.village
    }

    def bring_here(village: Village, event: str, progress: object) -> Brought:
        assert (village, event) == (KHA_TAN, session.state.event.id)
        return Brought(folder=out / "villages" / village.id, state=session.state, now=3)

    return DistrictApp(DISTRICT, cast(Following, _Followed(seen)), out, bring_here)


async def test_the_arrows_mark_a_village_and_enter_shows_its_log_or_says_that_it_sends_counts(
    session: Session, tmp_path: Path
) -> None:
    door.walk_in(session, kind="household", name="Bùi Thị Vãng Lai", hamlet="xóm 1")
    app = _app(session, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:

        def told() -> str:
            return str(app.screen.query_one("#told", Static).render())

        await pilot.press("enter")
        assert "↑ ↓" in told()
        assert app.query_one(VillageRows).marked is None
        await pilot.press("down", "enter")
        assert "Đồng Thái" in told() and "--entries" in told()
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, VillageScreen))

        def brought() -> str:
            return str(app.screen.query_one("#brought", Static).render())

        await until(pilot, lambda: "Vãng Lai" in brought())
        assert f"main.py {tmp_path / 'villages' / 'kha-tan'}" in brought()
        assert str(len(session.state.steps)) in brought()
        await pilot.press("q")
        marked = app.query_one(VillageRows).marked
        assert marked is not None and marked.id == "kha-tan"
