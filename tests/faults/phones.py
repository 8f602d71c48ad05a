"""Kill the program while phones scan: whoever a phone was told is in must be in the ledger.

``python -m tests.faults.phones 20`` kills so many times. The real program in a pseudo-terminal serves its
pages; two simulated phones are paired over TLS and hold cards before their cameras until the kill.
"""

import asyncio
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from aiohttp import ClientError

from data.archive.verification import verify_event
from data.scanning.codes import payload
from data.session.opening import open_for_reading
from tests.bench.companion import pairing_codes
from tests.faults.kill import prepare
from tests.faults.whole_files import faults
from tests.terminal.program import Program
from tui.companion.rehearsal.simulated_phone import SimulatedPhone, card_frame

PHONES = 2
CARDS = 40
"""Held before each phone; more than go through before the kill."""
LONGEST = 1.0
"""Seconds behind the first card within which the kill comes."""


class Killed(NamedTuple):
    """Whom the phones were told to be in, who of them the ledger does not know, and what else is wrong."""

    told: list[int]
    lost: list[int]
    fault: str


def kill_once(folder: Path, chance: Random) -> Killed:
    """Two phones scan guests who have not come; kill at a random moment, open the ledger again."""
    with open_for_reading(folder) as session:
        state = session.state
        waiting = [number for number in state.guests if number not in state.present][: PHONES * CARDS]
        cards = {number: payload(state.guests[number].code) for number in waiting}
    parts = [{number: cards[number] for number in waiting[phone::PHONES]} for phone in range(PHONES)]
    program = Program(str(folder))
    told: list[int] = []
    try:
        assert program.shows("READY TO SCAN", 60), program.text
        codes = pairing_codes(program, PHONES)
        asyncio.run(_scan_until(program, codes, parts, chance.uniform(0.0, LONGEST), told))
    finally:
        program.close()
    verdict, broken = verify_event(folder), faults(folder)
    with open_for_reading(folder) as session:
        lost = [number for number in told if number not in session.state.present]
    return Killed(told, lost, "" if verdict.is_sound and not broken else f"{verdict} {broken}")


async def _scan_until(
    program: Program, codes: list[tuple[int, str]], parts: list[dict[int, str]], wait: float, told: list[int]
) -> None:
    ready = [asyncio.Event() for _code in codes]
    phones = [
        asyncio.create_task(_phone(*code, part, told, is_ready))
        for code, part, is_ready in zip(codes, parts, ready, strict=True)
    ]
    for is_ready in ready:
        await is_ready.wait()
    await asyncio.sleep(wait)
    program.process.kill()
    program.process.wait()
    await asyncio.gather(*phones)


async def _phone(port: int, code: str, part: dict[int, str], told: list[int], ready: asyncio.Event) -> None:
    """Scan until the program is gone; ``told`` grows by each guest who came in, or had been let in before."""
    frames = {number: card_frame(code) for number, code in part.items()}
    phone = SimulatedPhone(port)
    try:
        assert await phone.pair(code, f"phone {code}") == 200
        ready.set()
        for number, frame in frames.items():
            answer = (await phone.send(f"k-{number}", frame))["answer"]
            assert answer["status"] == "admitted", answer
            told.append(number)
    except (ClientError, OSError, TypeError):
        # A socket that ended answers with what is no JSON: TypeError.
        pass
    finally:
        await phone.close()


def main(times: int) -> int:
    """Kill ``times`` times; 1 when somebody told to be in is not in the ledger, or anything is half."""
    chance = Random()
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "event"
        kills: list[Killed] = []
        while len(kills) < times:
            if len(kills) % 6 == 0:
                folder = Path(parent) / f"event {len(kills)}"
                prepare(folder)
            kills.append(kill_once(folder, chance))
    lost = [number for kill in kills for number in kill.lost]
    unsound = [kill.fault for kill in kills if kill.fault]
    told = sum(len(kill.told) for kill in kills)
    print(f"{times} kills, {told} told by phones, {len(lost)} lost {lost[:9]}, {len(unsound)} unsound")
    for fault in unsound[:3]:
        print(f"    {fault}")
    return int(bool(lost or unsound))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
