"""A whole ceremony on a throw-away copy, through the very code that will run on the day."""

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from data.cards.files import draw_cards
from data.ceremony import LEDGER_NAME, Ceremony, open_for_reading
from data.clock import SetClock, SystemClock
from data.codes import new_code, payload, read_code
from data.commands import stage
from data.commands.door import Answer, set_party, walk_in
from data.commands.scanning import Scanner
from data.commands.stutter import STUTTER_SECONDS
from data.commands.undo import undo
from data.decode import decode_picture
from data.errors import CeremonyError
from data.export.files import export_event
from data.language import _
from data.model.guest import Guest
from data.model.happenings.door import ScanStatus
from data.rehearsal_gifts import hand_over_due, serve_households
from data.sample import found_sample
from data.state.counts import counts, expected_guests
from data.state.rundown import at_local, day
from data.state.state import State
from data.verification import verify_event

Progress = Callable[[str, int, int], None]

OTHER_SITE = "dong-thai"
_BETWEEN_GUESTS = 8.0
_PARTY = 2


class Rehearsal(Struct, frozen=True, kw_only=True):
    """How a rehearsal went: the figures at its end, and every check as a sentence and whether it held."""

    households: int
    people: int
    delegates: int
    items: int
    gifts: int
    entries: int
    files: int
    seconds: float
    checks: tuple[tuple[str, bool], ...]

    @property
    def passed(self) -> bool:
        """Whether every check held."""
        return all(held for _sentence, held in self.checks)


def rehearse(source: Path | None = None, progress: Progress | None = None) -> Rehearsal:
    """Run a whole ceremony on a copy of the event in ``source``, or on the fictional sample.

    The source is only read, so it may be open elsewhere; everything made is thrown away. ``progress``
    hears what is being done, how much of it is, and of how much. A check that fails is in the result;
    raises CeremonyError when there is no event, its ledger is damaged, or there is no room on disk.
    """
    with TemporaryDirectory(prefix="le-ra-mat-", ignore_cleanup_errors=True) as place:
        try:
            return _Run(Path(place), progress or (lambda *_news: None)).run(source)
        except OSError as error:
            raise CeremonyError(
                _("The rehearsal has no room to work in {path} ({reason}). Free some space there.").format(
                    path=Path(place).parent, reason=error.strerror or error
                )
            ) from error


class _Run:
    """One rehearsal under way in the folder ``place``."""

    def __init__(self, place: Path, progress: Progress) -> None:
        self._folder = place / "event"
        self._other = place / "other"
        self._progress = progress
        self._clock = SetClock(SystemClock().now())
        self._checks: list[tuple[str, bool]] = []
        self._files: list[Path] = []
        self._began = time.monotonic()

    def run(self, source: Path | None) -> Rehearsal:
        self._prepare(source)
        with Ceremony(self._folder, clock=self._clock, duty=_("Rehearsal")) as ceremony:
            self._go_to_the_day(ceremony)
            with open_for_reading(self._folder) as hall:
                self._door(ceremony, self._cards(ceremony))
                self._stage(ceremony)
                self._export(ceremony)
                self._compare(ceremony, hall)
            return self._summary(ceremony.state)

    def _check(self, sentence: str, held: bool) -> None:
        self._checks.append((sentence, held))

    def _named(self, what: str) -> Callable[[int, int], None]:
        return lambda done, total: self._progress(what, done, total)

    def _prepare(self, source: Path | None) -> None:
        self._progress(_("Preparing"), 1, 1)
        if source is None:
            found_sample(self._folder, clock=self._clock)
        else:
            # Opened first, so that whatever is wrong with it is said of the source and not of the copy.
            with open_for_reading(source):
                self._folder.mkdir()
                shutil.copyfile(source / LEDGER_NAME, self._folder / LEDGER_NAME)
        found_sample(self._other, OTHER_SITE, clock=self._clock)

    def _go_to_the_day(self, ceremony: Ceremony) -> None:
        """Set the clock to when the doors open, or after all that has happened already."""
        state = ceremony.state
        doors = at_local(day(state.event, state.rundown, self._clock.wall), state.event.doors)
        last = max(entry.at for entry in state.entries)
        self._clock.wall = max(doors, last + timedelta(minutes=1))

    def _cards(self, ceremony: Ceremony) -> dict[int, str]:
        """Draw every card and read every picture back; what was read, by guest number."""
        state, out = ceremony.state, self._folder / "cards"
        guests = expected_guests(state)
        pictures = draw_cards(state.event, guests, out, self._named(_("Drawing the cards"))).pictures
        self._files += [path for path in out.rglob("*") if path.is_file()]
        read: dict[int, str] = {}
        for done, picture in enumerate(pictures, start=1):
            self._progress(_("Reading the cards back"), done, len(pictures))
            for text in decode_picture(picture):
                code = read_code(text)
                if code in state.by_code:
                    read[state.by_code[code]] = text
        self._check(
            _("Every card was drawn and its picture read back ({read} of {all})").format(
                read=len(read), all=len(guests)
            ),
            len(read) == len(guests),
        )
        return read

    def _door(self, ceremony: Ceremony, cards: dict[int, str]) -> None:
        before = set(ceremony.state.present)
        scanner = Scanner(ceremony)
        answers: dict[int, Answer | None] = {}
        for done, (number, text) in enumerate(cards.items(), start=1):
            self._progress(_("Letting guests in"), done, len(cards))
            self._clock.pass_time(_BETWEEN_GUESTS)
            answers[number] = scanner.read(text, "scanner")
        self._check(
            _("Every guest was let in by their card, and who was in already was recognised"),
            all(_is(answer, "already" if n in before else "admitted") for n, answer in answers.items()),
        )
        newcomer = walk_in(ceremony, kind="household", name=_("Guest who was not on the list"))
        self._check(_("A guest who was not on the list was added and let in"), _is(newcomer, "admitted"))
        self._substitute(ceremony)
        self._twice(ceremony, scanner)
        self._foreign(ceremony, scanner)

    def _substitute(self, ceremony: Ceremony) -> None:
        state = ceremony.state
        household = next(guest for guest in _present(state) if guest.is_household)
        people = counts(state).people - state.present[household.number].people
        relation = next(iter(state.event.relations), "")
        party = set_party(
            ceremony, household.number, relation=relation, substitute=_("Substitute"), people=_PARTY
        )
        self._check(
            _("Somebody came in a household head's place, and the people were counted"),
            party.is_substitute and counts(state).people == people + _PARTY,
        )

    def _twice(self, ceremony: Ceremony, scanner: Scanner) -> None:
        guest = next(_present(ceremony.state))
        self._clock.pass_time(STUTTER_SECONDS + 1)
        before = counts(ceremony.state)
        again = scanner.read(payload(guest.code), "scanner")
        self._check(
            _("A card scanned twice counted once"),
            _is(again, "already") and before == counts(ceremony.state),
        )

    def _foreign(self, ceremony: Ceremony, scanner: Scanner) -> None:
        with open_for_reading(self._other) as other:
            card = payload(new_code(other.state.event.number, 1))
        answer = scanner.read(card, "scanner")
        self._check(
            _("A card of another event was refused, and the event named"),
            _is(answer, "other-event") and answer is not None and bool(answer.other_event),
        )

    def _stage(self, ceremony: Ceremony) -> None:
        state = ceremony.state
        program = state.event.program
        if state.rundown.closed is not None:
            stage.back(ceremony)
        stage.go(ceremony)
        self._undo_and_redo(ceremony)
        while state.rundown.closed is None:
            self._progress(_("Running the agenda"), len(state.rundown.runs), len(state.event.agenda))
            current = state.event.item(state.rundown.current)
            hand_over_due(ceremony, state.rundown.current)
            self._clock.pass_time(60 * (current.minutes if current else 1))
            stage.go(ceremony)
        hand_over_due(ceremony)
        self._check(
            _("Every agenda item ran, and the ceremony closed"),
            state.rundown.closed is not None and all(state.rundown.state(i.id) == "done" for i in program),
        )
        self._check(
            _("Every gift was handed over"),
            all(not state.handovers.left(g) for g in state.event.gifts if not g.each_household),
        )
        self._progress(_("Serving the households at the gift desk"), 1, 1)
        self._check(
            _("Every household that came got its share at the gift desk, and only once"),
            serve_households(ceremony, self._clock),
        )

    def _undo_and_redo(self, ceremony: Ceremony) -> None:
        state = ceremony.state
        running = state.rundown.current
        undone = undo(ceremony)
        taken_back = state.rundown.current != running and undone.id in state.undone
        stage.go(ceremony, running)
        redone = state.rundown.current == running
        self._check(_("A step was taken back and done again"), taken_back and redone)

    def _export(self, ceremony: Ceremony) -> None:
        files = export_event(ceremony, None, self._named(_("Writing the exports")))
        self._files += files
        self._check(_("The exports were written"), all(path.stat().st_size for path in files))

    def _compare(self, ceremony: Ceremony, hall: Ceremony) -> None:
        self._progress(_("Checking the ledger"), 1, 1)
        found = verify_event(self._folder)
        self._check(found.sentence, found.is_sound)
        with open_for_reading(self._folder) as fresh:
            self._check(_("Read afresh from disk, the day is the same"), _same(fresh.state, ceremony.state))
        hall.refresh()
        self._check(_("A second program saw the same day"), _same(hall.state, ceremony.state))

    def _summary(self, state: State) -> Rehearsal:
        count = counts(state)
        return Rehearsal(
            households=count.households_present,
            people=count.people,
            delegates=count.delegates_present,
            items=sum(state.rundown.state(item.id) == "done" for item in state.event.program),
            gifts=sum(state.handovers.given(gift.id) for gift in state.event.gifts),
            entries=len(state.steps),
            files=len(self._files),
            seconds=time.monotonic() - self._began,
            checks=tuple(self._checks),
        )


def _present(state: State) -> Iterator[Guest]:
    return (guest for guest in expected_guests(state) if guest.number in state.present)


def _is(answer: Answer | None, status: ScanStatus) -> bool:
    return answer is not None and answer.status == status


def _same(one: State, other: State) -> bool:
    """Whether two folds hold the same steps and came to the same day."""
    return vars(one) == vars(other)
