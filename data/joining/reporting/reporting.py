"""That a village reports to its district, and what of it the village's server needs."""

from pathlib import Path

from msgspec import Struct

from data.errors import CeremonyError
from data.files.disk import cause, make_folder
from data.files.private import keep_private, write_private
from data.joining.reporting.invitation import DISTRICT_CERTIFICATE, Invitation, leaf_configuration
from data.joining.server.configuration import NOTHING, Additions
from data.language import _

_VILLAGE_DOMAIN = "village"


class Reporting(Struct, frozen=True):
    """The district's invitation, and whether this village sends whole entries, which the district must want
    too."""

    invitation: Invitation
    entries: bool = False


def additions_for(reporting: Reporting | None, folder: Path) -> Additions:
    """What the configuration of the village's server, with its files in ``folder``, has for reporting.

    Raises CeremonyError where the district's certificate cannot be put beside it.
    """
    if reporting is None:
        return NOTHING
    path = folder / DISTRICT_CERTIFICATE
    try:
        make_folder(folder)
        keep_private(folder)
        write_private(path, reporting.invitation.certificate.encode())
    except OSError as error:
        raise CeremonyError(
            _("The folder {path} cannot be written ({reason}).").format(path=folder, reason=cause(error))
        ) from error
    return Additions(domain=_VILLAGE_DOMAIN, more=leaf_configuration(reporting.invitation, folder))
