"""After the closing in a rehearsal: registrations, exports, the archive, and every figure once more."""

from data.archive.check import check_archive
from data.archive.verification import verify_event
from data.archive.write import archive_event
from data.commands.registering import default_year, register_list
from data.export.files import export_event
from data.language import _
from data.queries.people.counts import expected_guests
from data.rehearsal.acts.stand import Stand
from data.session.opening import open_for_reading
from data.session.outside_copies import forget_copies
from data.session.session import Session


def register_households(stand: Stand) -> None:
    """Register every household that came for every criterion of the plan."""
    state, year = stand.state, default_year(stand.session)
    came = [g.number for g in expected_guests(state) if g.is_household and g.number in state.present]
    for criterion in state.event.criteria:
        if set(came) - state.registrations.of(criterion.id, year).keys():
            register_list(stand.session, came, criterion.id, year)
    stand.check(
        _("Every household that came was registered for the yearly criteria"),
        all(set(came) <= state.registrations.of(c.id, year).keys() for c in state.event.criteria),
    )


def write_files(stand: Stand) -> None:
    """Write the exports, then the archive, and read the archive back."""
    files = export_event(stand.session, None, stand.named(_("Writing the exports")))
    stand.files += files
    stand.check(_("The exports were written"), all(path.stat().st_size for path in files))
    archive = archive_event(stand.session, None, stand.named(_("Writing the archive")))
    # It goes with the rest of the throw-away copy: no purge has to know of it.
    forget_copies([archive])
    stand.files.append(archive)
    stand.check(_("The archive was written and reads back whole"), check_archive(archive).is_sound)


def compare(stand: Stand, second: Session) -> None:
    """Verify the ledger; a fresh reader and one that followed from the doors on see the same day."""
    stand.progress(_("Checking the ledger"), 1, 1)
    found = verify_event(stand.folder)
    stand.check(found.sentence, found.is_sound)
    with open_for_reading(stand.folder) as fresh:
        stand.check(_("Read afresh from disk, the day is the same"), fresh.state.agrees_with(stand.state))
    second.refresh()
    stand.check(_("A second program saw the same day"), second.state.agrees_with(stand.state))
