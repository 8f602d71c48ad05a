"""A command whose thread is kept waiting by a busy machine, not by the disk, is carried out and answered."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from time import sleep
from typing import Any

import pytest

from data.commands.door import door
from data.session.session import Session
from tests.waiting import until
from tui.shell.app import CeremonyApp
from tui.shell.disk import write_desk

pytestmark = pytest.mark.real_time

LATE = 2 * write_desk.PATIENCE_SECONDS


class LateHand:
    """In the place of the desk's thread: it begins late, or is late to tell that it is over."""

    def __init__(self, begins: float, tells: float) -> None:
        self._begins, self._tells = begins, tells

    def submit(self, call: Callable[..., Any], *given: Any) -> Future[Any]:
        """As an executor's."""
        future: Future[Any] = Future()

        def work() -> None:
            sleep(self._begins)
            result = call(*given)
            sleep(self._tells)
            future.set_result(result)

        Thread(target=work).start()
        return future

    def shutdown(self) -> None:
        """Its threads end by themselves."""


@pytest.mark.parametrize(("begins", "tells"), [(LATE, 0.0), (0.0, LATE)], ids=["begins late", "tells late"])
@pytest.mark.parametrize("writes", [True, False], ids=["in the ledger", "elsewhere"])
async def test_what_a_busy_machine_held_up_is_answered(
    session: Session, monkeypatch: pytest.MonkeyPatch, begins: float, tells: float, writes: bool
) -> None:
    monkeypatch.setattr(write_desk, "ThreadPoolExecutor", lambda **_options: LateHand(begins, tells))
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told: list[object] = []

        def command() -> str:
            return door.admit(session, 3, "number").status if writes else "kept"

        app.carry_out(command, told.append)
        await until(pilot, lambda: bool(told))
        # Nor does the next one find the hands full.
        app.carry_out(command, told.append)
        await until(pilot, lambda: len(told) == 2)
