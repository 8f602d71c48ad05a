"""The sample event: fictional guests, to try everything on before the real list is there."""

from contextlib import suppress
from pathlib import Path

from data.assets import ASSETS
from data.clock import Clock
from data.commands.guests import import_roster, known_guests, ready_import
from data.errors import CeremonyError, Refused
from data.language import _
from data.plans.load import load_plan
from data.roster.reading import read_roster
from data.session.create_event import create_event
from data.session.session import LEDGER_NAME, Session

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
    """Take away a sample event that a killed run left without its guests, so that it can be made anew."""
    half_made = False
    # What cannot be opened is told by whoever makes the event.
    with suppress(CeremonyError), Session(folder) as session:
        half_made = session.state.event.sample and len(session.state.entries) == 1
    if half_made:
        (folder / LEDGER_NAME).unlink()


def fill_with_sample(folder: Path, clock: Clock | None = None) -> None:
    """Put the fictional guests of the event's own village on its list.

    Raises Refused when there are none for that village; LedgerUnwritable when the disk refuses.
    """
    with Session(folder, clock=clock) as session:
        site = session.state.event.site
        roster = SAMPLES / f"{site.id}.csv"
        if not roster.exists():
            raise Refused(_("There are no sample guests for {village}.").format(village=site.village))
        reading = read_roster(roster, session.state.event)
        import_roster(session, ready_import(reading, known_guests(session.state)), roster.name)
