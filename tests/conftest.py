"""What every test may use: a clock that stands still, a founded event, and a ceremony open on it."""

import asyncio
import gc
import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from data import language
from data.clock import SetClock
from data.collector import keep
from data.commands.gifts.gifts import hand_over
from data.finding import places
from data.model.entries.gifts import HandedGift, Person
from data.model.entries.guests import RosterImported
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.model.plan import Plan
from data.plans.load import load_plan
from data.scanning.codes import new_code
from data.session.create_event import create_event
from data.session.folders.home import HOME_VARIABLE
from data.session.laptop.own_folder import DATA_VARIABLE
from data.session.session import Session
from tests.at_hand_pace import loop_factories, unhurried
from tests.compiled import keep_compiled
from tests.light_screens import light_screens
from tests.made_once import MadeOnce
from tests.quick_part import examples, mark_thorough

__all__ = ["light_screens", "unhurried"]

keep_compiled()

PLAN = "ke-hoach-2022"
_NUMBERS = count()
_LONGEST_NAME = 30
_GARBAGE = 50_000
"""Objects made and not let go of, after which garbage is looked for."""
MORNING = datetime(2022, 6, 15, 0, 15, tzinfo=UTC)
"""When the doors open: 07:15 in the village."""

HOUSEHOLDS = (
    ("Nguyễn Văn Dũng", "xóm 1"),
    ("Trần Thị Hòa", "xóm 1"),
    ("Phạm Văn Đức", "xóm 2"),
    ("Đỗ Thị Ánh", "xóm 2"),
    ("Lê Quang Ngọc", "xóm 3"),
    ("Hoàng Thị Yến", "xóm 3"),
)
DELEGATES = (
    ("Nguyễn Thị Lệ Hà", "Chủ tịch", "mttq-huyen"),
    ("Vũ Đình Sơn", "Phó Trưởng Công an", "cong-an-huyen"),
    ("Bùi Thị Thơm", "Bí thư Đảng ủy", "cap-uy-xa"),
)


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: terminals and screens are waited for while others compute."""
    return (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    """Draw as many examples as the part has time for, before a module with examples is read."""
    # How long an example takes says how busy the machine is, nothing about the program.
    settings.register_profile(
        "any machine",
        max_examples=examples(config),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("any machine")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Set apart what ``-m thorough`` asks for, before it is asked for."""
    mark_thorough(items, config)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported by now stays; looking through it for garbage again is a tenth of all time."""
    keep()
    gc.set_threshold(_GARBAGE)


def another_number(event_number: str) -> str:
    """The number of an event that is not this one: events draw theirs."""
    return "98" if event_number == "99" else "99"


def few_guests(event_number: str) -> list[Guest]:
    """Six households (numbers 1 to 6) and three delegates (7 to 9) with cards of this event."""
    households = [
        Guest(
            number=number,
            kind="household",
            name=name,
            code=new_code(event_number, number),
            delegation="ho-gia-dinh",
            hamlet=hamlet,
            order=number,
        )
        for number, (name, hamlet) in enumerate(HOUSEHOLDS, start=1)
    ]
    delegates = [
        Guest(
            number=number,
            kind="delegate",
            name=name,
            code=new_code(event_number, number),
            delegation=delegation,
            title=title,
        )
        for number, (name, title, delegation) in enumerate(DELEGATES, start=len(households) + 1)
    ]
    return households + delegates


def many_households(event_number: str, count: int) -> list[Guest]:
    """As many households as asked for, numbered from 1."""
    return [
        Guest(
            number=number,
            kind="household",
            name=f"Nguyễn Văn {number}",
            code=new_code(event_number, number),
            delegation="ho-gia-dinh",
            hamlet=f"xóm {number % 9 + 1}",
        )
        for number in range(1, count + 1)
    ]


@cache
def _plan() -> Plan:
    return load_plan(PLAN)


def planned_event(id: str, number: str, on: date | None) -> Event:
    """The event that the plan describes at its first site, in no folder."""
    plan = _plan()
    return Event(
        id=id,
        number=number,
        plan=plan.id,
        title=plan.event_title,
        model=plan.model,
        plan_number=plan.number,
        site=plan.sites[0],
        date=on,
        doors=plan.doors,
        start=plan.start,
        deadline=plan.deadline,
        target_households=plan.target_households,
        delegations=plan.delegations,
        agenda=plan.agenda,
        gifts=plan.gifts,
        blanks=plan.blanks,
        backdrop=plan.backdrop,
        relations=plan.relations,
        notice=plan.notice,
    )


def found(folder: Path, clock: SetClock | None = None) -> Path:
    """An event without guests in ``folder``."""
    create_event(folder, _plan(), site="kha-tan", on=date(2022, 6, 15), clock=clock)
    return folder


def found_with_guests(folder: Path, clock: SetClock) -> Path:
    """An event in ``folder`` with six households and three delegates on its list."""
    with Session(found(folder, clock), clock=clock) as session:
        list_guests(session, few_guests(session.state.event.number))
    return folder


def list_guests(session: Session, guests: list[Guest]) -> None:
    """Put ``guests`` on the event's list as one imported roster."""
    what = RosterImported(source="danh-sach.xlsx", added=len(guests), changed=0, refused=0)
    session.record(what, guests=guests)


def hand(
    session: Session, gift: str, quantity: int = 1, giver: str = "A", receiver: str = "B", **more: Any
) -> Entry:
    """Hand over a gift of the event; who gives and who receives are known by name alone."""
    return hand_over(
        session, [HandedGift(gift, quantity)], giver=Person(giver), receiver=Person(receiver), **more
    )


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own, its number counted: pytest would read the names of all others first."""
    name = re.sub(r"\W", "_", request.node.name)[:_LONGEST_NAME]
    return tmp_path_factory.mktemp(f"{name}{next(_NUMBERS)}", numbered=False)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for events that no other test and no person uses."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    # Nor are the files of whoever runs the tests offered on any screen.
    monkeypatch.setattr(places, "places", lambda: [home])
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "own"))
    return home


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """The language that people see unless they ask for another."""
    language.choose("vi")
    yield
    language.choose("vi")


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Screens are tried in time that jumps."""
    return loop_factories(item)


@pytest.fixture
def english(vietnamese: None) -> None:
    """The source strings, whatever the catalogue says."""
    language.choose("en")


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands at 07:15 in the village until a test moves it."""
    return SetClock(MORNING)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Events that were made already."""
    return MadeOnce(tmp_path_factory.mktemp("made-once"))


@pytest.fixture
def event_folder(own_home: Path, clock: SetClock, made_once: MadeOnce) -> Path:
    """An event at Khả Tân on 15 June 2022 with six households and three delegates on its list."""
    name = f"few guests {clock.wall:%Y-%m-%d %H%M%S.%f} {clock.ticks}"
    return made_once.put(name, own_home / "kha-tan", partial(found_with_guests, clock=clock))


@pytest.fixture
def session(event_folder: Path, clock: SetClock) -> Iterator[Session]:
    """The event, open to be written."""
    with Session(event_folder, clock=clock, duty="Mai") as session:
        yield session
