"""Sharing an open event, and joining others with it."""

from collections.abc import Callable

from data.joining.extra_installed import need_extra
from data.joining.pairing.addresses import own_addresses
from data.joining.pairing.code import code_of
from data.joining.place import AnyPlace, named_server
from data.joining.reporting.reporting import Reporting, additions_for
from data.joining.server.server import ALL_ADDRESSES, Server
from data.joining.switch import forget, remember, remembered
from data.joining.together import Together
from data.session.folders.several import several_folder
from data.session.session import Session

Wake = Callable[[], None]


def share(
    session: Session,
    wake: Wake = lambda: None,
    *,
    host: str = ALL_ADDRESSES,
    reporting: Reporting | None = None,
) -> Together:
    """Run a server for the event of ``session`` and be together with whoever joins.

    ``host`` is the one address to listen at, where it is not to be all of the laptop's; ``reporting`` says to
    which district counts go. Refused where the extra is not installed; CeremonyError where no server can be
    started.
    """
    need_extra()
    folder = several_folder(session.folder)
    server = Server(folder, host, additions=additions_for(reporting, folder))
    remember(session, None, host=host, reporting=reporting)
    return Together(session, server.own_place, server, wake, reporting=reporting)


def share_at(session: Session, url: str, authority: str = "", wake: Wake = lambda: None) -> Together:
    """Be together through a server that is there already. Refused for what is no address of one."""
    need_extra()
    place = named_server(url, session.state.event.id, authority)
    remember(session, place, makes_stream=True)
    return Together(session, place, wake=wake, makes_stream=True)


def join(session: Session, place: AnyPlace, wake: Wake = lambda: None) -> Together:
    """Be together with the laptops at ``place``, which hold the same event as ``session``."""
    need_extra()
    remember(session, place)
    return Together(session, place, wake=wake)


def resume(session: Session, wake: Wake = lambda: None) -> Together | None:
    """Switch on again what this laptop had switched on for the event; None where that is nothing.

    Raises CeremonyError where no server can be started.
    """
    kept = remembered(session)
    if kept is None:
        return None
    place = kept.place or kept.server
    if place is None:
        return share(session, wake, host=kept.host, reporting=kept.reporting)
    need_extra()
    return Together(session, place, wake=wake, makes_stream=kept.makes_stream)


def switch_off(together: Together) -> None:
    """Leave the others, and stay alone when the event is opened next."""
    together.end()
    forget(together.session)


def codes(together: Together) -> list[str]:
    """The pairing codes under which others can join, the likeliest address first; none where this laptop
    runs no server."""
    server = together.server
    if server is None:
        return []
    hosts = own_addresses() if server.host == ALL_ADDRESSES else [server.host]
    return [code_of(server.place(host)) for host in hosts]
