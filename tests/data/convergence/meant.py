"""Days on three laptops that part and meet, and whom each meant by every entry: a name that nobody shares."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.entries.door import CheckedIn, LeftEarly, PartyChanged
from data.model.entries.follow_up import Registered
from data.model.entries.gifts import HandedGift, HandedOver, Person
from data.model.entries.guests import CardReplaced, GuestAdded, GuestCorrected
from data.model.entry import AnyHappening
from data.model.guest import Guest
from data.queries.laptops.digest import digest
from data.scanning.codes import new_code
from data.state.state import State
from tests.conftest import MORNING
from tests.data.convergence.played import LAPTOPS, Laptop
from tests.data.convergence.several import IDS

ACTS = (
    "list",
    "list",
    "come",
    "come",
    "party",
    "leave",
    "give",
    "hand",
    "register",
    "correct",
    "card",
    "undo",
)
MEETINGS = ("meet", "meet", "meet", "settle")
MOST_ACTS = 60
_HOUR = 3600.0


@dataclass
class Player(Laptop):
    """A laptop that remembers whom it meant: ``meant`` holds names by entry."""

    meant: dict[str, list[str]] = field(default_factory=dict)

    def act(self, what: str, seed: int) -> None:
        """Do one thing, drawn from ``seed``."""
        if what == "undo":
            self.undo()
        elif what == "list":
            fresh = self._fresh()
            walk_in = CheckedIn(guest=fresh.number, channel="walk-in")
            self._do(walk_in if seed % 2 else GuestAdded(guest=fresh.number), [fresh.name], fresh)
        elif len(self.state.guests) > 1:
            self._about(Random(seed), what, seed)

    def _about(self, chance: Random, what: str, seed: int) -> None:
        number = chance.choice([*self.state.guests])
        guest = self.state.guests[number]
        match what:
            case "come":
                self._do(CheckedIn(guest=number, channel="number", people=1 + seed % 5), [guest.name])
            case "party":
                self._do(PartyChanged(guest=number, people=1 + seed % 9), [guest.name])
            case "leave":
                self._do(LeftEarly(guest=number), [guest.name])
            case "give":
                self._hand([guest.name], (number,), Person())
            case "hand":
                self._hand([guest.name], (), Person(name=guest.name, guest=number))
            case "register":
                who = tuple(chance.sample([*self.state.guests], 2))
                names = [self.state.guests[one].name for one in who]
                self._do(Registered(criterion="a", year=2023, guests=who, channel="paper"), names)
            case "correct":
                other = replace(guest, phone=str(seed))
                self._do(GuestCorrected(guest=number, facts=("phone",)), [guest.name], other)
            case "card":
                other = replace(guest, code=new_code(self.state.event.number, number))
                self._do(CardReplaced(guest=number, old=guest.code), [guest.name], other)

    def _hand(self, names: list[str], households: tuple[int, ...], receiver: Person) -> None:
        gifts = (HandedGift("tai-lieu", 1),)
        self._do(HandedOver(gifts=gifts, giver=Person(), receiver=receiver, households=households), names)

    def _do(self, what: AnyHappening, names: list[str], *brought: Guest) -> None:
        entry = self.entry(what)
        self.write(Step(entry, brought))
        self.meant[entry.id] = names

    def _fresh(self) -> Guest:
        number = self.state.next_number_of(IDS[self.number], "")
        return Guest(
            number=number,
            kind="household",
            name=f"{self.number} {len(self.meant)}",
            code=new_code(self.state.event.number, number),
            delegation="ho-gia-dinh",
            hamlet="xóm 1",
        )


def play_meant(first: list[Step], chance: Random) -> list[str]:
    """Play a day on copies of the event that begins with ``first``; what is wrong when all have met, a text
    each."""
    now, meant = MORNING, dict[str, list[str]]()
    skews = [chance.uniform(-_HOUR, _HOUR) for _laptop in range(LAPTOPS)]
    laptops = [
        Player(number, skews[number], now, chance, State(first), meant=meant) for number in range(LAPTOPS)
    ]
    for _act in range(chance.randint(1, MOST_ACTS)):
        now += timedelta(seconds=chance.randrange(90))
        laptop = chance.choice(laptops)
        laptop.now = now
        what = chance.choice(ACTS + MEETINGS)
        if what == "meet":
            # Up to some moment: what it knew later stands behind.
            known = laptop.state.steps
            chance.choice(laptops).receive(
                known[: chance.choice([len(known), chance.randint(0, len(known))])]
            )
        elif what == "settle":
            laptop.state.settle()
        else:
            laptop.act(what, chance.randrange(1_000_000))
    for _turn in range(2):
        for source in laptops:
            for target in laptops:
                target.receive(source.state.steps)
    return _faults(laptops, meant)


def _faults(laptops: list[Player], meant: dict[str, list[str]]) -> list[str]:
    state = State(laptops[0].state.steps)
    faults = []
    if len({digest(laptop.state) for laptop in laptops}) > 1:
        faults.append("the digests differ")
    if not all(laptop.state.agrees_with(state) for laptop in laptops):
        faults.append("the states differ")
    here = {guest.name for guest in state.guests.values()}
    came = set()
    for entry in state.entries:
        named = sorted(state.guests[number].name for number in entry.what.about() if number in state.guests)
        # Who was taken off the list by an undo is nobody, and nobody else is taken for them.
        wanted = sorted(set(meant.get(entry.id, ())) & here)
        if named != wanted:
            faults.append(f"{entry.what} means {named}, and meant {wanted}")
        if isinstance(entry.what, CheckedIn) and entry.id not in state.undone:
            came.update(wanted)
    # Whoever was off the list by an undo when they came is not in, though a later entry lists them again.
    again = {guest.name for step in state.steps if step.entry.id in state.undone for guest in step.guests}
    present = {state.guests[number].name for number in state.present}
    if not came - again <= present <= came:
        faults.append("others are in than came")
    return faults
