"""A door of several, without screens: it records what it draws, keeps together, says what it knows.

On standard input: ``go`` begins to record, ``rest`` stops, the end of the input ends it. On standard output:
``ready CODE``, ``ack ID GUEST`` once an entry is on disk (guest 0 for what lets nobody in), and while it
rests ``state DIGEST ENTRIES WAITING TOGETHER``.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random
from threading import Thread
from time import monotonic, sleep

from data.commands.door import door
from data.commands.stage.mc_words import leave_note
from data.commands.undo import last_step, undo
from data.errors import CeremonyError
from data.joining.pairing.code import read_code
from data.joining.sharing import codes, join, share
from data.joining.taking.take_over import take_over
from data.joining.together import Together
from data.model.entry import Entry
from data.model.guest import Guest
from data.queries.laptops.digest import digest
from data.session.session import Session
from tests.conftest import list_guests, many_households

IMPORTED = 3000
"""Guests of a list that is read in in one line: more than one message holds."""
_TURN = 0.005
_SAY = 0.1
_LONGEST_PAUSE = 0.05


class Door:
    """Draws what people at this door do; ``first`` is the number of the first guest that it lets in."""

    def __init__(self, session: Session, chance: Random) -> None:
        self._session, self._chance = session, chance

    def act(self) -> None:
        """Do one thing and say so once it is on disk."""
        kinds: list[tuple[Callable[[], int], int]] = [
            (self._admit, 70),
            (self._walk_in, 8),
            (self._note, 8),
            (self._replace, 5),
            (self._undo, 8),
            (self._import, 1),
        ]
        (act,) = self._chance.choices([kind for kind, _ in kinds], [often for _, often in kinds])
        before = len(self._session.state.steps)
        try:
            guest = act()
        except CeremonyError:
            return
        for step in self._new(len(self._session.state.steps) - before):
            print(f"ack {step.id} {guest}", flush=True)

    def _new(self, count: int) -> list[Entry]:
        return self._session.state.entries[-count:] if count > 0 else []

    def _admit(self) -> int:
        number = self._anybody()
        door.admit(self._session, number, "number")
        return number

    def _walk_in(self) -> int:
        answer = door.walk_in(self._session, kind="household", name="Khách Vãng Lai", hamlet="xóm 1")
        return answer.guest.number if answer.guest else 0

    def _note(self) -> int:
        leave_note(self._session, f"ghi chú {self._chance.random()}")
        return 0

    def _replace(self) -> int:
        door.replace_card(self._session, self._anybody())
        return 0

    def _anybody(self) -> int:
        """The number of some guest; 0, whom nobody has, after the list itself was taken back."""
        return self._chance.choice(list(self._session.state.guests) or [0])

    def _undo(self) -> int:
        step = last_step(self._session)
        if step is not None:
            undo(self._session, step.id)
        return 0

    def _import(self) -> int:
        first = self._session.state.next_number
        if first > 4 * IMPORTED:
            return 0
        guests: list[Guest] = many_households(self._session.state.event.number, first + IMPORTED)[first - 1 :]
        list_guests(self._session, guests)
        return 0


def main(role: str, folder: Path, where: str, seed: str) -> None:
    """Share the event in ``folder`` at the address ``where``, or join by the code ``where``."""
    heard: SimpleQueue[str] = SimpleQueue()
    Thread(target=lambda: _listen(heard), daemon=True).start()
    if role == "join" and not folder.exists():
        take_over(read_code(where), folder)
    with Session(folder, laptop=seed[:8]) as session:
        together = share(session, host=where) if role == "share" else join(session, read_code(where))
        print(f"ready {(codes(together) or [where])[0]}", flush=True)
        _work(session, together, heard, Door(session, Random(seed)), Random(seed))
        together.end()


def _work(
    session: Session, together: Together, heard: "SimpleQueue[str]", here: Door, chance: Random
) -> None:
    goes, act_at, say_at = False, 0.0, 0.0
    result, digested = "", -1
    while True:
        try:
            word = heard.get_nowait()
        except Empty:
            word = ""
        if word == "end":
            return
        if word:
            goes = word == "go"
        together.turn()
        together.tick()
        now = monotonic()
        if goes and now >= act_at:
            here.act()
            act_at = now + chance.uniform(0, _LONGEST_PAUSE)
        elif not goes and now >= say_at:
            say_at = now + _SAY
            told, entries = together.standing, len(session.state.steps)
            if entries != digested:
                result, digested = digest(session.state), entries
            print(f"state {result} {entries} {told.waiting} {told.here}", flush=True)
        sleep(_TURN)


def _listen(heard: "SimpleQueue[str]") -> None:
    for line in sys.stdin:
        heard.put(line.strip())
    heard.put("end")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4])
