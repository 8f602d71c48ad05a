"""What is switched on stays on: a laptop that lost power is together with the others when it is back."""

from contextlib import suppress

import msgspec
from msgspec import Struct

from data.files.disk import make_folder
from data.files.private import keep_private, write_private
from data.joining.pairing.code import Place
from data.joining.place import AnyPlace, NamedServer
from data.joining.reporting.reporting import Reporting
from data.joining.server.server import ALL_ADDRESSES
from data.joining.together import laptop_of
from data.session.folders.several import several_folder, switch_file
from data.session.session import Session


class Switch(Struct, frozen=True, kw_only=True):
    """What was switched on, and by which laptop: in a copy of the folder on another one it means nothing.

    ``place`` or ``server`` is where the others are; neither, where this laptop runs the server.
    ``makes_stream`` that the event was shared, not joined, on a server that was there. ``host`` is where an
    own server listens, ``reporting`` where it reports.
    """

    laptop: str
    place: Place | None = None
    server: NamedServer | None = None
    makes_stream: bool = False
    host: str = ALL_ADDRESSES
    reporting: Reporting | None = None


def remember(
    session: Session,
    place: AnyPlace | None,
    *,
    makes_stream: bool = False,
    host: str = ALL_ADDRESSES,
    reporting: Reporting | None = None,
) -> None:
    """Keep that sharing (``place`` None) or joining is switched on.

    A disk that refuses even this has other news: the laptops are together all the same.
    """
    kept = Switch(
        laptop=laptop_of(session).id,
        place=place if isinstance(place, Place) else None,
        server=place if isinstance(place, NamedServer) else None,
        makes_stream=makes_stream,
        host=host,
        reporting=reporting,
    )
    path = switch_file(session.folder)
    with suppress(OSError):
        make_folder(several_folder(session.folder))
        keep_private(path.parent)
        write_private(path, msgspec.json.encode(kept))


def forget(session: Session) -> None:
    """Keep that nothing is switched on."""
    with suppress(OSError):
        switch_file(session.folder).unlink(missing_ok=True)


def remembered(session: Session) -> Switch | None:
    """What this laptop had switched on for the event; None for nothing, or what another laptop had."""
    try:
        kept = msgspec.json.decode(switch_file(session.folder).read_bytes(), type=Switch)
    except (OSError, msgspec.DecodeError):
        return None
    return kept if kept.laptop == laptop_of(session).id else None
