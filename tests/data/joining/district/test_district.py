"""The district: counts and no names, each village its own, who is not heard of is seen."""

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

import nats
import pytest
from msgspec.json import encode
from msgspec.structs import replace
from openpyxl import load_workbook

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import stage
from data.errors import Refused
from data.joining.district.config import District, Village, read_district
from data.joining.district.following import Following, Seen, followed, read_counts
from data.joining.district.hub import Hub
from data.joining.district.overview import overview
from data.joining.district.village_event import bring
from data.joining.district.workbook import export_district
from data.joining.reporting.counts import VillageCounts, village_counts
from data.joining.reporting.invitation import invitation_text, read_invitation, subject_of
from data.joining.reporting.reporting import Reporting
from data.joining.sharing import share
from data.joining.together import Together
from data.queries.laptops.digest import digest
from data.session.session import Session
from tests.conftest import DELEGATES, HOUSEHOLDS

CONFIG = """
name = "Huyện Thử"
address = "127.0.0.1"
port = {port}
[[village]]
id = "kha-tan"
name = "Khả Tân"
entries = true
[[village]]
id = "dong-thai"
name = "Đồng Thái"
"""
AT = datetime(2026, 6, 15, 1, 41, tzinfo=UTC)


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _described(folder: Path, text: str) -> Path:
    path = folder / "huyen.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_name_title_or_telephone_is_in_what_a_village_tells(session: Session) -> None:
    for number in session.state.guests:
        door.admit(session, number, "number")
    door.walk_in(session, kind="household", name="Bùi Thị Vãng Lai", hamlet="xóm 1")
    stage.go(session)
    told = encode(village_counts(session.state, session.now())).decode()
    for name in [name for name, *_rest in (*HOUSEHOLDS, *DELEGATES)] + ["Vãng Lai"]:
        assert name not in told
    for guest in session.state.guests.values():
        assert guest.code not in told


def test_the_counts_say_what_the_status_says(session: Session, clock: SetClock) -> None:
    for number in (1, 2, 7):
        door.admit(session, number, "number")
    stage.go(session)
    clock.pass_time(60)
    told = village_counts(session.state, session.now())
    assert (told.households, told.delegates, told.phase, told.position) == (2, 1, "running", 1)
    assert read_counts(encode(told)) == told


@pytest.mark.parametrize("payload", [b"", b"{}", b"[1]", b"x" * 10_000, b'{"event":1}'])
def test_what_are_no_counts_is_passed_over(payload: bytes) -> None:
    assert read_counts(payload) is None


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('name = "Huyện Thử"', ""),
        ('address = "127.0.0.1"', 'address = "không phải máy"'),
        ("port = 7422", "port = 80"),
        ('id = "dong-thai"', 'id = "kha-tan"'),
        ('id = "dong-thai"', 'id = "Đồng Thái"'),
        ('id = "dong-thai"', 'id = "a.b"'),
        ("entries = true", 'entries = "có"'),
        ("entries = true", "nothing = 1"),
        ("[[village]]", "[[village"),
    ],
)
def test_what_is_wrong_in_the_file_gets_a_sentence(tmp_path: Path, wrong: str, right: str) -> None:
    text = CONFIG.format(port=7422)
    assert wrong in text
    with pytest.raises(Refused, match=r"huyen\.toml"):
        read_district(_described(tmp_path, text.replace(wrong, right)))


def test_a_file_that_is_missing_or_no_invitation_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read_district(tmp_path / "none.toml")
    with pytest.raises(Refused):
        read_invitation(_described(tmp_path, CONFIG.format(port=7422)))


@pytest.fixture
def counts(session: Session) -> VillageCounts:
    """What a village tells before anybody came."""
    return village_counts(session.state, session.now())


def test_who_is_not_heard_of_comes_first_then_who_is_late(counts: VillageCounts) -> None:
    names = ("never", "fine", "late", "silent", "over")
    district = District(
        name="H", address="h", village=tuple(Village(id=one, name=one) for one in names), silent_after=90
    )
    seen = {
        "fine": Seen(counts, AT),
        "late": Seen(replace(counts, late=15), AT),
        "silent": Seen(counts, AT - timedelta(seconds=91)),
        "over": Seen(replace(counts, phase="closed"), AT - timedelta(hours=1)),
    }
    found = overview(district, seen, AT)
    assert [row.id for row in found.rows] == ["silent", "late", "fine", "over", "never"]
    assert (found.heard, found.silent) == (3, 1)


def test_the_comparison_has_a_row_for_each_village_that_told(counts: VillageCounts, tmp_path: Path) -> None:
    villages = tuple(Village(id=f"v{n}", name=f"=Thôn {n}") for n in range(3))
    district = District(name="Huyện Thử", address="h", village=villages)
    seen = {"v0": Seen(replace(counts, households=5), AT), "v2": Seen(replace(counts, households=7), AT)}
    sheet = load_workbook(export_district(district, seen, AT, tmp_path), data_only=True).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:3]] == ["=Thôn 0", "=Thôn 2"]
    assert rows[3][6] == 12
    with pytest.raises(Refused):
        export_district(district, {}, AT, tmp_path)


@dataclass
class Running:
    """A district's server that runs, and who follows it."""

    hub: Hub
    following: Following


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    hub = Hub(read_district(_described(tmp_path, CONFIG.format(port=_free_port()))), tmp_path / "huyen")
    following = followed(hub)
    yield Running(hub, following)
    following.end()
    hub.end()


def _report(session: Session, running: Running, *, entries: bool) -> Together:
    invitation = read_invitation(running.hub.write_invitations()[0])
    return share(session, host="127.0.0.1", reporting=Reporting(invitation, entries))


def _wait(together: Together, holds: Callable[[], bool]) -> None:
    until = monotonic() + 60
    while not holds():
        together.turn()
        together.tick()
        assert monotonic() < until
        sleep(0.01)


def test_a_village_is_followed_and_its_entries_go_up_only_where_both_want_it(
    session: Session, running: Running, tmp_path: Path
) -> None:
    together = _report(session, running, entries=True)
    try:
        _wait(together, lambda: "kha-tan" in running.following.seen)
        door.admit(session, 1, "number")
        assert together.upward is not None and together.upward.box is not None
        box = together.upward.box
        _wait(together, lambda: len(box.known) == len(session.state.steps))
        _wait(together, lambda: running.following.seen["kha-tan"].counts.households == 1)
        event = running.following.seen["kha-tan"].counts.event
        village, other = running.hub.district.village
        brought = bring(running.hub.place, village, tmp_path / "villages", event)
        assert digest(brought.state) == digest(session.state)
        with pytest.raises(Refused, match="--entries"):
            bring(running.hub.place, other, tmp_path / "villages")
    finally:
        together.end()


def test_no_entry_leaves_a_village_that_did_not_switch_it_on(session: Session, running: Running) -> None:
    together = _report(session, running, entries=False)
    try:
        door.admit(session, 1, "number")
        _wait(together, lambda: running.following.seen.get("kha-tan") is not None)
        _wait(together, lambda: together.standing.is_level and not together.standing.waiting)
        assert together.upward is not None and together.upward.box is None
        assert _bytes_on_the_hub(running) == 0
    finally:
        together.end()


def _bytes_on_the_hub(running: Running) -> int:
    """How much the district's server holds of the villages' entries."""
    from data.joining.link.connecting import connect

    async def ask() -> int:
        client = await connect(running.hub.place, "test", lambda: None)
        found = await client.jetstream().streams_info()
        await client.close()
        return sum(one.state.bytes for one in found if (one.config.name or "").startswith("ENTRIES"))

    return asyncio.run(ask())


def test_a_village_cannot_tell_anything_in_anothers_name(
    session: Session, running: Running, tmp_path: Path
) -> None:
    from data.joining.link.upward import DISTRICT_DOMAIN

    together = _report(session, running, entries=False)
    try:
        _wait(together, lambda: "kha-tan" in running.following.seen)
        server = together.server
        assert server is not None

        async def lie() -> None:
            from data.joining.link.connecting import connect

            client = await connect(server.own_place, "liar", lambda: None, inbox="_INBOX_kha-tan")
            js = client.jetstream(domain=DISTRICT_DOMAIN, timeout=2)
            with pytest.raises((nats.errors.Error, TimeoutError)):
                await js.publish(subject_of("dong-thai", "counts"), b"{}", timeout=2)
            await client.close()

        asyncio.run(lie())
        assert "dong-thai" not in running.following.seen
    finally:
        together.end()


def test_an_invitation_says_the_same_when_it_is_read_back(running: Running) -> None:
    for path in running.hub.write_invitations():
        one = read_invitation(path)
        assert invitation_text(one) == path.read_text(encoding="utf-8")
        if os.name != "nt":
            assert path.stat().st_mode & 0o077 == 0
