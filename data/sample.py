"""The sample event: fictional guests, to try everything on before the real list is there."""

from pathlib import Path

from data.ceremony import Ceremony
from data.clock import Clock
from data.commands.guests import import_roster, known_guests, ready_import
from data.errors import Refused
from data.founding import found_event
from data.language import _
from data.plans import load_plan
from data.roster.reading import read_roster

SAMPLES = Path(__file__).resolve().parent.parent / "assets" / "samples"
SAMPLE_PLAN = "ke-hoach-2022"


def found_sample(folder: Path, site: str = "kha-tan", clock: Clock | None = None) -> None:
    """Make the sample event of one of the plan's villages in ``folder``, with its guests.

    Raises Refused when the folder holds an event already or the plan has no such site;
    LedgerUnwritable when the disk refuses.
    """
    found_event(folder, load_plan(SAMPLE_PLAN), site=site, sample=True, clock=clock)
    fill_with_sample(folder, clock)


def fill_with_sample(folder: Path, clock: Clock | None = None) -> None:
    """Put the fictional guests of the event's own village on its list.

    Raises Refused when there are none for that village; LedgerUnwritable when the disk refuses.
    """
    with Ceremony(folder, clock=clock) as ceremony:
        site = ceremony.state.event.site
        roster = SAMPLES / f"{site.id}.csv"
        if not roster.exists():
            raise Refused(_("There are no sample guests for {village}.").format(village=site.village))
        reading = read_roster(roster, ceremony.state.event)
        import_roster(ceremony, ready_import(reading, known_guests(ceremony.state)), roster.name)
