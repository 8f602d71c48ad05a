"""The sample event: fictional guests, to try everything on before the real list is there."""

import tomllib
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from data.assets import ASSETS
from data.clock import Clock
from data.commands.event.changing import change
from data.commands.event.paperwork import typed_role
from data.commands.guests import import_roster, known_guests, ready_import
from data.errors import CeremonyError, Refused
from data.language import _
from data.model.entries.event import EventCreated
from data.model.entries.guests import RosterImported
from data.model.event import Event
from data.model.guest import Guest
from data.model.paperwork import Member, Paperwork, Signer
from data.plans.load import load_plan
from data.roster.reading import read_roster
from data.session.create_event import create_event
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from data.state.state import State
from data.text.people.office import Named, title_alone
from data.text.typed.form_of_address import within_a_sentence

SAMPLES = ASSETS / "samples"
SAMPLE_PLAN = "ke-hoach-2022"


def found_sample(folder: Path, site: str = "kha-tan", clock: Clock | None = None) -> None:
    """Make the sample event of one of the plan's villages in ``folder``, with its guests.

    Raises Refused when the folder holds an event already or the plan has no such site;
    LedgerUnwritable when the disk refuses.
    """
    clear_half_made(folder)
    create_event(folder, load_plan(SAMPLE_PLAN), site=site, sample=True, clock=clock)
    fill_with_sample(folder, clock)


def clear_half_made(folder: Path) -> None:
    """Take away a sample event that a killed run left without its guests or facts, so that it can be made
    anew."""
    half_made = False
    # What cannot be opened is told by whoever makes the event.
    with suppress(CeremonyError), Session(folder) as session:
        kinds = {type(entry.what) for entry in session.state.entries}
        half_made = session.state.event.sample and kinds <= {EventCreated, RosterImported}
    if half_made:
        (folder / LEDGER_NAME).unlink()


def fill_with_sample(folder: Path, clock: Clock | None = None) -> None:
    """Put the fictional guests of the event's own village on its list, and fill in what is open of the event.

    Raises Refused when there are none for that village; LedgerUnwritable when the disk refuses.
    """
    with Session(folder, clock=clock) as session:
        site = session.state.event.site
        roster = SAMPLES / f"{site.id}.csv"
        if not roster.exists():
            raise Refused(_("There are no sample guests for {village}.").format(village=site.village))
        reading = read_roster(roster, session.state.event)
        import_roster(session, ready_import(reading, known_guests(session)), roster.name)
        change(session, _with_facts(session.state), _("Fictional facts of the sample"))


def _with_facts(state: State) -> Event:
    """The event with what ``facts.toml`` says: people by their numbers on the list, words, the books."""
    event, known = state.event, tomllib.loads((SAMPLES / "facts.toml").read_text("utf-8"))
    values = {id: text.format(commune=event.site.commune) for id, text in known["words"].items()}
    people: dict[str, int] = known["people"]
    values |= {id: _named(state.guests[number]).kept for id, number in people.items()}
    blanks = tuple(
        replace(one, value=values.get(one.id, one.value), guest=people.get(one.id)) for one in event.blanks
    )
    books = known["contents"]
    gifts = tuple(replace(gift, contents=tuple(books.get(gift.id, gift.contents))) for gift in event.gifts)
    paperwork = _with_people(event.paperwork, state, known["signers"], known["team"])
    number = known["plan_number"]
    return replace(event, blanks=blanks, gifts=gifts, plan_number=number, paperwork=paperwork)


def _with_people(
    paperwork: Paperwork, state: State, signers: dict[str, int], team: dict[str, str]
) -> Paperwork:
    """The paperwork with who signs, and with the members of the team, by their numbers on the list."""
    named = {role: (_named(state.guests[number]), number) for role, number in signers.items()}
    members = {int(number): (_named(state.guests[int(number)]), duty) for number, duty in team.items()}
    return replace(
        paperwork,
        signers=tuple(
            Signer(role=typed_role(id), honorific=one.honorific, name=one.name, title=one.title, guest=number)
            for id, (one, number) in named.items()
        ),
        team=tuple(
            Member(id=f"thanh-vien-{number}", name=one.name, duty=duty, office=one.office, guest=number)
            for number, (one, duty) in members.items()
        ),
    )


def _named(guest: Guest) -> Named:
    title, unit = title_alone(guest.title, guest.organisation)
    return Named(guest.name, within_a_sentence(guest.honorific), title, unit)
