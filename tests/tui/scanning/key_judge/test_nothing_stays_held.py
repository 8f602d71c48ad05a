"""Whatever was pressed: a moment later nothing is held any more, and the program answers."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from data.commands.stage import stage
from tests.tui.scanning.key_judge.kinds import Pressed
from tests.tui.scanning.key_judge.places import Keyboard, program, unpainted
from tests.virtual_time import run
from tui.shell.app import CeremonyApp

KEYS = (
    "ctrl+q",
    "ctrl+n",
    "f1",
    "f3",
    "f4",
    "f5",
    "f8",
    "escape",
    "down",
    "space",
    "b",
    "0",
    "n",
    "tab",
    "enter",
)
PAUSES = (0.0, 0.001, 0.02, 0.074, 0.076, 0.15, 0.5, 2.0)
STREAMS, LONGEST = 12, 12


async def answers(app: CeremonyApp) -> bool:
    """Whether the program, and the screen in front, come to what they are sent."""
    done = [asyncio.Event(), asyncio.Event()]
    app.call_later(done[0].set)
    app.screen.call_later(done[1].set)
    await asyncio.sleep(1.0)
    return all(one.is_set() for one in done)


async def played(folder: Path, chance: Random) -> None:
    async with program(folder) as (session, app, _pilot, keyboard), unpainted():
        stage.go(session)
        assert isinstance(keyboard, Keyboard)
        for _stream in range(STREAMS):
            names = [chance.choice(KEYS) for _key in range(chance.randrange(1, LONGEST))]
            pressed = [
                Pressed(name, name if len(name) == 1 else None, chance.choice(PAUSES)) for name in names
            ]
            await keyboard.play(pressed)
            if app._exit:
                return
            assert app.keys.deadline is None, pressed
            assert await answers(app), pressed


@pytest.mark.quick_once()
@pytest.mark.parametrize("part", range(4))
def test_after_a_silence_no_key_waits_and_the_program_answers(tmp_path: Path, part: int) -> None:
    run(played(tmp_path / f"event-{part}", Random()))
