"""The list of guests: bringing a roster in as one step."""

from data.ceremony import Ceremony
from data.errors import Refused
from data.language import _
from data.model.entry import Entry, RosterImported
from data.roster.preview import ImportPreview


def import_roster(ceremony: Ceremony, preview: ImportPreview, source: str) -> Entry | None:
    """Write what ``preview`` says would be added and changed, in one entry; all of it, or nothing.

    ``source`` is the file's name, for the record. None when the list changes nothing. Raises Refused
    when every row was refused.
    """
    guests = preview.guests(ceremony.state.next_number, ceremony.state.event.number)
    if not guests:
        if preview.unchanged:
            return None
        raise Refused(_("The list has no row that can be used; see what was refused and why."))
    return ceremony.record(
        RosterImported(
            source=source,
            added=len(preview.added),
            changed=len(preview.changed),
            refused=len(preview.refused),
        ),
        guests=guests,
    )
