"""The pages over a real server on loopback: who may see what, how soon, and what the MC's thumb may do."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import unescape
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from data.commands.door import door
from data.commands.stage import mc_words, stage
from data.companion.pairing import dismiss
from data.companion.roles import Role
from data.language import choose
from tests.tui.companion.pages.ceremony import clock_of
from tests.tui.companion.phones.served import Browser, browser, listed, serving
from tui.companion.pages import MODULES, pairing, scanning
from tui.companion.serving.page import PAGES, Page

pytestmark = pytest.mark.real_time

WRITTEN = (pairing, scanning)
"""Modules of pages that people write on; all other pages are only read."""
READ = tuple(
    page
    for module in MODULES
    if module not in WRITTEN
    for page in vars(module).values()
    if isinstance(page, Page)
)
PAIRED = ("/mc", "/so-lieu")
WITHIN = 0.5


@asynccontextmanager
async def following(phone: Browser, path: str) -> AsyncIterator["asyncio.Queue[tuple[float, Any]]"]:
    """What a page is told by its stream, each with when; ``gone`` is told as None."""
    told: asyncio.Queue[tuple[float, Any]] = asyncio.Queue()

    async def read() -> None:
        async with phone.http.get(phone.origin + path) as answer:
            assert answer.status == 200, answer.status
            event = ""
            async for line in answer.content:
                text = line.decode().strip()
                if text.startswith("event: "):
                    event = text[7:]
                elif text.startswith("data: "):
                    if event != "alive":
                        told.put_nowait((perf_counter(), None if event == "gone" else json.loads(text[6:])))
                    event = ""

    task = asyncio.create_task(read())
    try:
        yield told
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_stranger_gets_nothing_but_the_halls_page(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        door.admit(session, 7, "number")
        async with serving(session) as companion:
            for secure in (True, False):
                async with browser(companion, secure=secure) as stranger:
                    for path in PAIRED:
                        assert (await stranger.get(path))[0] == 303
                        assert (await stranger.get(f"{path}/theo-doi"))[0] == 403
                    for path in ("/mc/gioi-thieu", "/mc/da-doc", "/mc/go"):
                        assert (await stranger.post(path, {"guest": 7, "item": ""}))[0] == 403
                    status, page = await stranger.get("/hoi-truong")
                    assert status == 200 and "Nguyễn Thị Lệ Hà" not in page
        assert not session.state.words.introduced and not session.state.agenda_progress.runs


@pytest.mark.parametrize(
    ("role", "may"), [("door", ()), ("clock", ()), ("figures", ("/so-lieu",)), ("mc", PAIRED)]
)
async def test_a_phone_sees_what_it_was_paired_for(role: Role, may: tuple[str, ...], tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair(role)
            for path in PAIRED:
                assert ((await phone.get(path))[0] == 200) == (path in may)
            # The browser of this laptop, which this one is, sees the clock in any role.
            assert (await phone.get("/dong-ho"))[0] == 200
            assert (await phone.post("/mc/go", {"item": session.state.event.program[0].id}))[0] == 403
        assert not session.state.agenda_progress.runs


async def test_what_happens_is_on_every_page_within_half_a_second(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair("mc")
            for path in ("/hoi-truong", "/dong-ho", "/mc", "/so-lieu"):
                async with following(phone, f"{path}/theo-doi") as told:
                    await asyncio.wait_for(told.get(), 20)
                    await asyncio.sleep(0.15)
                    began = perf_counter()
                    mc_words.tell_speaker(session, f"Xin kết luận {path}")
                    door.admit(session, len(session.state.present) + 1, "number")
                    came, _facts = await asyncio.wait_for(told.get(), 20)
                    assert came - began < WITHIN, path


async def test_the_hall_counts_a_household_and_a_dismissed_phone_sees_nothing_more(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with (
            serving(session) as companion,
            browser(companion) as phone,
            browser(companion) as television,
        ):
            await phone.pair("mc")
            async with (
                following(phone, "/mc/theo-doi") as told,
                following(television, "/hoi-truong/theo-doi") as seen,
            ):
                await asyncio.wait_for(told.get(), 20)
                await asyncio.wait_for(seen.get(), 20)
                door.admit(session, 1, "number")
                _at, facts = await asyncio.wait_for(seen.get(), 20)
                assert "1" in facts["foot"]
                dismiss(session, next(iter(session.state.phones.paired)))
                facts = {}
                while facts is not None:
                    _at, facts = await asyncio.wait_for(told.get(), 20)
                assert (await phone.get("/mc"))[0] == 303


async def test_the_mcs_thumb_ticks_a_delegate_once_in_the_phones_name(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        door.admit(session, 8, "number")
        stage.go(session)
        note = mc_words.leave_note(session, "Có khách đến muộn")
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair("mc", "MC · Lan")
            before = len(session.state.entries)
            for _tap in range(3):
                assert (await phone.post("/mc/gioi-thieu", {"guest": 8}))[1] == {}
            assert len(session.state.entries) == before + 1
            assert session.state.entries[-1].duty == "MC · Lan"
            assert (await phone.post("/mc/da-doc", {"note": note.id}))[1] == {}
            assert not session.state.words.notes
            for asked in ({"guest": 9}, {"guest": 1}, {"guest": "x"}, {}, {"guest": 10**30}, {"guest": True}):
                assert "refused" in (await phone.post("/mc/gioi-thieu", asked))[1], asked
            for wrong in (note.id, "", ["x"]):
                assert "refused" in (await phone.post("/mc/da-doc", {"note": wrong}))[1], wrong
        assert list(session.state.words.introduced) == [8]


async def test_go_on_a_phone_has_the_lock_of_the_stage_and_begins_only_what_it_said(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        program = [item.id for item in session.state.event.program]
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair("mc-go")
            assert (await phone.post("/mc/go", {"item": program[0]}))[1] == {}
            # The second press came too soon, whichever item it means.
            assert "refused" in (await phone.post("/mc/go", {"item": program[1]}))[1]
            clock_of(session).pass_time(2)
            # The stage went on meanwhile: what the phone's button said is not what would begin.
            stage.go(session)
            assert "refused" in (await phone.post("/mc/go", {"item": program[1]}))[1]
            clock_of(session).pass_time(2)
            assert companion.host.go_lock.is_fresh(companion.host.clock.monotonic())
            # Somebody pressed Space at the laptop just now.
            assert "refused" in (await phone.post("/mc/go", {"item": program[2]}))[1]
            clock_of(session).pass_time(2)
            for asked in ({}, {"item": ""}, {"item": 3}):
                assert "refused" in (await phone.post("/mc/go", asked))[1], asked
                clock_of(session).pass_time(2)
        assert list(session.state.agenda_progress.runs) == program[:2]


@pytest.mark.parametrize("page", READ, ids=lambda page: page.path)
async def test_a_page_is_small_loads_nothing_from_elsewhere_and_speaks_both_languages(
    page: Any, tmp_path: Path
) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session) as companion, browser(companion) as phone:
            await phone.pair("mc")
            _status, vietnamese = await phone.get(page.path)
            choose("en")
            _status, english = await phone.get(page.path)
            choose("vi")
            assert page.words["title"] in unescape(english) and page.words["title"] not in unescape(
                vietnamese
            )
            names = [part.split('"')[0] for part in vietnamese.split('="/tep/')[1:]]
            assert names
            length = len(vietnamese.encode())
            for name in names:
                status, text = await phone.get(f"/tep/{name}")
                assert status == 200
                length += len(text.encode())
                assert "http" not in text and "innerHTML" not in text
            assert length < 30_000
            assert "http" not in vietnamese and "<style" not in vietnamese and "onclick" not in vietnamese


def test_no_two_files_of_the_pages_have_one_name() -> None:
    names = [path.name for path in PAGES.rglob("*") if path.is_file()]
    assert len(names) == len(set(names))
