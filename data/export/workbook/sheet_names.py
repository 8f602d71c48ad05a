"""The sheets that a workbook can have, by the names to choose them by."""

from collections.abc import Iterable, Mapping

from data.errors import Refused
from data.language import N_, _

SHEETS: Mapping[str, str] = {
    "summary": N_("Summary"),
    "attendance": N_("Attendance"),
    "arrivals": N_("Arrivals"),
    "agenda": N_("Agenda"),
    "gifts": N_("Gifts"),
    "registrations": N_("Registrations"),
    "log": N_("Log"),
}
"""The sheets there are, in the order of the workbook: the name to choose each by, and its title."""


def chosen_sheets(names: Iterable[str]) -> tuple[str, ...]:
    """The sheets that ``names`` choose, in the order of the workbook; all when none is named.

    Raises Refused for a name that is no sheet's.
    """
    wanted = {name.strip().lower() for name in names if name.strip()}
    for name in sorted(wanted - SHEETS.keys()):
        raise Refused(
            _("There is no sheet “{name}”. The sheets are: {known}").format(
                name=name, known=", ".join(SHEETS)
            )
        )
    return tuple(name for name in SHEETS if name in wanted or not wanted)
