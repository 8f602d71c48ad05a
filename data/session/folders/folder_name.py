"""Names of folders that every system can hold: an event made here is copied to somebody else's Windows."""

import re

from data.errors import Refused
from data.language import _

SIGNS = '<>:"/\\|?*'
"""What Windows allows in no name."""
LONGEST = 100
"""Letters: Windows opens no path of more than 260 in all, with the home before and the files below."""
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
"""Names of devices, with whatever behind a dot: Microsoft, "Naming Files, Paths, and Namespaces"."""


def check_folder_name(name: str) -> None:
    """Raise Refused for a name that not every system holds; its sentence says what to type instead."""
    if not name.strip(" ."):
        raise Refused(_("Type a name for the event's folder."))
    if len(name) > LONGEST:
        raise Refused(_("Type a shorter name, of at most {most} letters.").format(most=LONGEST))
    if any(sign in SIGNS or ord(sign) < ord(" ") for sign in name):
        raise Refused(_("A folder's name cannot hold any of {signs}").format(signs=" ".join(SIGNS)))
    if name != name.rstrip(" ."):
        raise Refused(
            _("Windows cannot open a folder whose name ends with a dot or a blank: type “{name}”.").format(
                name=name.rstrip(" .")
            )
        )
    if _RESERVED.fullmatch(name):
        raise Refused(
            _("Windows keeps the name “{name}” for itself: type another, as “{other}”.").format(
                name=name, other=f"le-{name.partition('.')[0].rstrip()}"
            )
        )
