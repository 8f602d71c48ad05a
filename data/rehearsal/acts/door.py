"""The door in a rehearsal: every card is drawn, read back and scanned, and every odd case is tried."""

from collections.abc import Iterator

from data.commands.door.answer import Answer
from data.commands.door.door import set_party, walk_in
from data.commands.door.scanning import Scanner
from data.documents.cards.files import draw_cards
from data.language import _
from data.model.entries.door import ScanStatus
from data.model.guest import Guest
from data.queries.people.counts import counts, expected_guests
from data.rehearsal.acts.stand import Stand
from data.scanning.codes import new_code, payload, read_code
from data.scanning.pictures.decode import decode_picture
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.opening import open_for_reading
from data.state.state import State

_BETWEEN_GUESTS = 8.0
_PARTY = 2


def draw_and_read(stand: Stand) -> dict[int, str]:
    """Draw every card and read every picture back; what was read, by guest number."""
    state, out = stand.state, stand.folder / "cards"
    guests = expected_guests(state)
    pictures = draw_cards(state.event, guests, out, stand.named(_("Drawing the cards"))).pictures
    stand.files += [path for path in out.rglob("*") if path.is_file()]
    read: dict[int, str] = {}
    for done, picture in enumerate(pictures, start=1):
        stand.progress(_("Reading the cards back"), done, len(pictures))
        for text in decode_picture(picture):
            code = read_code(text)
            if code in state.by_code:
                read[state.by_code[code]] = text
    stand.check(
        _("Every card was drawn and its picture read back ({read} of {all})").format(
            read=len(read), all=len(guests)
        ),
        len(read) == len(guests),
    )
    return read


def let_in(stand: Stand, cards: dict[int, str]) -> None:
    """Scan every card, then try a walk-in, a substitute, a card twice and a foreign one."""
    before = set(stand.state.present)
    scanner = Scanner(stand.session)
    answers: dict[int, Answer | None] = {}
    for done, (number, text) in enumerate(cards.items(), start=1):
        stand.progress(_("Letting guests in"), done, len(cards))
        stand.clock.pass_time(_BETWEEN_GUESTS)
        answers[number] = scanner.read(text, "scanner")
    stand.check(
        _("Every guest was let in by their card, and who was in already was recognised"),
        all(_is(answer, "already" if n in before else "admitted") for n, answer in answers.items()),
    )
    newcomer = walk_in(stand.session, kind="household", name=_("Guest who was not on the list"))
    stand.check(_("A guest who was not on the list was added and let in"), _is(newcomer, "admitted"))
    _substitute(stand)
    _twice(stand, scanner)
    _foreign(stand, scanner)


def _substitute(stand: Stand) -> None:
    state = stand.state
    household = next(guest for guest in _present(state) if guest.is_household)
    people = counts(state).people - state.present[household.number].people
    relation = next(iter(state.event.relations), "")
    party = set_party(
        stand.session, household.number, relation=relation, substitute=_("Substitute"), people=_PARTY
    )
    stand.check(
        _("Somebody came in a household head's place, and the people were counted"),
        party.is_substitute and counts(state).people == people + _PARTY,
    )


def _twice(stand: Stand, scanner: Scanner) -> None:
    guest = next(_present(stand.state))
    stand.clock.pass_time(STUTTER_SECONDS + 1)
    before = counts(stand.state)
    again = scanner.read(payload(guest.code), "scanner")
    stand.check(
        _("A card scanned twice counted once"),
        _is(again, "already") and before == counts(stand.state),
    )


def _foreign(stand: Stand, scanner: Scanner) -> None:
    with open_for_reading(stand.other) as other:
        card = payload(new_code(other.state.event.number, 1))
    answer = scanner.read(card, "scanner")
    stand.check(
        _("A card of another event was refused, and the event named"),
        _is(answer, "other-event") and answer is not None and bool(answer.other_event),
    )


def _present(state: State) -> Iterator[Guest]:
    return (guest for guest in expected_guests(state) if guest.number in state.present)


def _is(answer: Answer | None, status: ScanStatus) -> bool:
    return answer is not None and answer.status == status
