"""Undo of any chain of all commands, old and new, gives back each earlier state."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import pytest

from data.clock import SetClock
from data.commands import guests
from data.commands.door import door, paper_entry
from data.commands.event import event
from data.commands.event.checklist import open_points, settle
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.messages.log import describe
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.commands.test_undo import DOINGS, Doing
from tests.data.state.facts import facts, same_on_disk

CHAINS = 30
STEPS = 50


def _fact(session: Session, pick: int) -> None:
    name = list(event.FACTS)[pick % len(event.FACTS)]
    typed = {
        "date": f"{1 + pick % 30}/6/2022",
        "doors": "6h5",
        "start": f"8:{pick % 60:02}",
        "deadline": "12h",
    }
    event.set_fact(session, name, typed.get(name, str(pick)))


def _item(session: Session, pick: int) -> str:
    agenda = session.state.event.agenda
    return agenda[pick % len(agenda)].id


def _blank(session: Session, pick: int) -> str:
    blanks = session.state.event.blanks
    return blanks[pick % len(blanks)].id


def _gift(session: Session, pick: int) -> str:
    gifts = session.state.event.gifts
    return gifts[pick % len(gifts)].id


def _paper(session: Session, pick: int) -> None:
    came = MORNING - timedelta(minutes=pick % 60)
    paper_entry.enter_back(session, [paper_entry.BackEntry(1 + pick % 12, came)])


def _settle(session: Session, pick: int) -> None:
    points = open_points(session.state)
    settle(session, points[pick % len(points)], f"{pick}; {pick}")


NEW: list[Doing] = [
    lambda c, n: guests.add_guest(c, kind="household", name=f"Hộ {n}", birth_year=1900 + n),
    lambda c, n: guests.add_guest(c, kind="delegate", name=f"Bà {n}", delegation="mttq-xa"),
    lambda c, n: guests.correct_guest(c, n % 12, name=f"Tên {n}", note="" if n % 2 else "ghi chú"),
    lambda c, n: guests.withdraw_guest(c, n % 12, "chuyển đi"),
    lambda c, n: guests.restore_guest(c, n % 12),
    lambda c, n: guests.mark_printed(c, range(1, 1 + n % 9)),
    lambda c, n: door.replace_card(c, n % 12),
    _fact,
    lambda c, n: event.set_blank(c, _blank(c, n), f"Ông {n}" if n % 3 else ""),
    lambda c, n: event.set_item(c, _item(c, n), title=f"Mục {n}", minutes=n if n % 2 else None),
    lambda c, n: event.move_item(c, _item(c, n), n % 7 - 3),
    lambda c, n: event.switch_item(c, _item(c, n), n % 3 > 0),
    lambda c, n: event.add_item(c, f"Văn nghệ {n % 3}", n),
    lambda c, n: event.set_gift(c, _gift(c, n), quantity=n, contents=f"Luật {n}"),
    lambda c, n: event.add_gift(c, "Cờ", "lá", n),
    _paper,
    _settle,
]
ALL = [*DOINGS, *NEW, *NEW]


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = found(tmp_path_factory.mktemp("all") / "event", SetClock(MORNING))
    with Session(folder, clock=SetClock(MORNING)) as session:
        list_guests(session, few_guests(session.state.event.number))
    return folder


def everything(session: Session) -> dict[str, Any]:
    return facts(session.state) | {"printed": set(session.state.printed)}


@pytest.mark.quick_once()
@pytest.mark.parametrize("seed", range(CHAINS))
def test_undoing_a_chain_of_all_commands_gives_back_each_earlier_state(
    founded: Path, tmp_path: Path, seed: int
) -> None:
    copytree(founded, tmp_path / "event")
    clock, chance = SetClock(MORNING), Random(seed)
    with Session(tmp_path / "event", clock=clock) as session:
        before: list[dict[str, Any]] = []
        while len(before) < STEPS:
            now, last = everything(session), last_step(session)
            with suppress(Refused):
                chance.choice(ALL)(session, chance.randrange(200))
            if last_step(session) == last:
                assert everything(session) == now, "what cannot be undone must change nothing"
            else:
                before.append(now)
            clock.pass_time(chance.randrange(300))
        assert same_on_disk(session)
        assert all(describe(entry, session.state) for entry in session.state.entries)
        while before:
            undo(session)
            assert everything(session) == before.pop()
        assert same_on_disk(session)
