"""Phones at the door beside the laptop's scanner: ``python -m tests.bench.companion [SCANS]``.

The real program in a pseudo-terminal; four simulated phones over TLS with so many scans each (500), while as
many come by the scanner. Every guest has to be in once, and the scanner's wait may be at most 1.5 times what
it is without phones. Then, in one process: a frame's arrival to its answer, against bare decoding and append.
"""

import asyncio
import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

from data.companion.frames import codes_in
from data.companion.pairing import pair
from data.model.entries.door import CheckedIn
from data.model.guest import Guest
from data.scanning.codes import payload
from data.session.folders.home import HOME_VARIABLE
from data.session.session import Session
from tests.bench.latency import households, painted
from tests.bench.table import HEAD, Figure, line
from tests.conftest import found, list_guests
from tests.terminal.program import Program
from tui.companion.host import Alone
from tui.companion.pages import companion_with_pages
from tui.companion.pages.scanning import Desk
from tui.companion.rehearsal.simulated_phone import SimulatedPhone, card_frame, message
from tui.companion.serving.visitor import Visitor

PHONES = 4
SCANS = 500
_ALONE = 40
_BETWEEN_SECONDS = 0.1
"""A phone's page looks again so long after an answer; a hand with the next card takes longer."""
_CTRL_K, _ESCAPE = "\x0b", "\x1b"
_CODE = re.compile(r"code ([2-9A-Z]{5}) ([2-9A-Z]{5})")


def figures(place: Path, scans: int = SCANS) -> Sequence[Figure]:
    """Both measurements; raises AssertionError where a guest is lost or in twice."""
    return [*_beside_the_scanner(place / "door", scans), _frame(place / "frame")]


def _beside_the_scanner(folder: Path, scans: int) -> list[Figure]:
    with Session(found(folder)) as session:
        list_guests(session, households(session.state.event.number, _ALONE + (PHONES + 1) * scans))
        guests = list(session.state.guests.values())
    parts = [guests[_ALONE + scans * n : _ALONE + scans * (n + 1)] for n in range(PHONES + 1)]
    program = Program(str(folder))
    try:
        assert program.shows("READY TO SCAN", 60), program.text
        codes = pairing_codes(program, PHONES)
        alone = [_scan(program, guest) for guest in guests[:_ALONE]]
        statuses: list[str] = []
        phones = Thread(target=lambda: asyncio.run(_all(codes, parts[1:], statuses)))
        phones.start()
        beside = [_scan(program, guest) for guest in parts[0]]
        phones.join()
    finally:
        program.close()
    with Session(folder, "read") as session:
        came = [entry.what.guest for entry in session.state.entries if isinstance(entry.what, CheckedIn)]
    assert sorted(came) == [guest.number for guest in guests], "somebody is lost, or in twice"
    assert statuses == ["admitted"] * PHONES * scans
    print(f"{len(came) - _ALONE:,} answers, each guest in once")
    ours, floor = median(beside) * 1e3, median(alone) * 1e3
    return [Figure("m", f"Enter to painted answer beside {PHONES} phones", "ms", ours, floor, 1.5)]


def _scan(program: Program, guest: Guest) -> float:
    return painted(program, payload(guest.code) + "\r", guest.name.upper())


def pairing_codes(program: Program, phones: int) -> list[tuple[int, str]]:
    """Port and code for each of ``phones``, as the pairing screen shows them; it ends at the door."""
    codes: list[tuple[int, str]] = []
    program.press(_CTRL_K)
    assert program.shows("code ", 60), program.text
    for _phone in range(phones):
        shown = _CODE.search(program.text)
        port = re.search(r"http://[0-9.]+:([0-9]+)", program.text)
        assert shown is not None and port is not None, program.text
        codes.append((int(port[1]) - 1, shown[1] + shown[2]))
        program.press("n")
        program.until(lambda before=codes[-1][1]: before[:5] not in program.text, 30.0)  # type: ignore[misc]
    program.press(_ESCAPE)
    return codes


async def _all(codes: list[tuple[int, str]], parts: list[list[Guest]], statuses: list[str]) -> None:
    await asyncio.gather(*(_phone(*both, part, statuses) for both, part in zip(codes, parts, strict=True)))


async def _phone(port: int, code: str, guests: list[Guest], statuses: list[str]) -> None:
    phone = SimulatedPhone(port)
    try:
        assert await phone.pair(code, f"phone {code}") == 200
        for guest in guests:
            told = await phone.send(f"b-{guest.number}", card_frame(payload(guest.code)))
            statuses.append(told["answer"]["status"])
            await asyncio.sleep(_BETWEEN_SECONDS)
    finally:
        await phone.close()


def _frame(place: Path, rounds: int = 200) -> Figure:
    """From a frame's arrival to its answer, taking turns with decoding and appending alone."""
    place.mkdir()
    with Session(found(place / "ours")) as ours, Session(found(place / "bare")) as bare:
        for session in (ours, bare):
            list_guests(session, households(session.state.event.number, rounds))
        waits, floor = asyncio.run(_frames(ours, bare))
    return Figure("m", "a frame's arrival to its answer", "ms", median(waits) * 1e3, median(floor) * 1e3, 1.3)


async def _frames(ours: Session, bare: Session) -> tuple[list[float], list[float]]:
    companion = companion_with_pages(Alone(ours, lambda _told: None), bind="127.0.0.1", ports=range(1))
    desk = Desk(companion.routes, companion)
    phone = pair(ours, companion.tokens.new("door", 0.0), "phone").phone
    visitor = Visitor(phone, False, "127.0.0.1")
    waits, floor = [], []
    for number, guest in ours.state.guests.items():
        jpeg = card_frame(payload(guest.code))
        sent = message(f"f-{number}", jpeg)
        began = time.perf_counter()
        told = await desk.answer(visitor, sent)
        waits.append(time.perf_counter() - began)
        assert told["answer"]["status"] == "admitted"
        began = time.perf_counter()
        assert codes_in(jpeg)
        bare.record(CheckedIn(guest=number, channel="phone"))
        floor.append(time.perf_counter() - began)
    for end in companion.ends:
        end()
    return waits, floor


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else SCANS
    with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as parent:
        os.environ[HOME_VARIABLE] = parent
        print(HEAD)
        for figure in figures(Path(parent), asked):
            print(line(figure))
