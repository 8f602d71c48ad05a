"""The stream of an event on a server: made by who shares, found by who joins."""

from typing import Any

from msgspec import Struct
from nats.js import JetStreamContext, api
from nats.js.errors import APIError, NoStreamResponseError, NotFoundError, ServiceUnavailableError

from data.joining.link.connecting import Wrong
from data.language import _
from data.model.entries.event import FORMAT
from data.model.event import Event

_DAY = 24 * 3600.0
_PREFIX = "LERAMAT-"


class Shared(Struct, frozen=True):
    """An event that a server holds: its id, what it is called, the format it was begun in."""

    id: str
    title: str
    format: int


def stream_name(event: str) -> str:
    """The name of the stream of the event with this id."""
    return _PREFIX + event


def steps_subject(event: str, laptop: str) -> str:
    """Where ``laptop`` publishes its steps; ``>`` for all laptops."""
    return f"leramat.{event}.steps.{laptop}"


def here_subject(event: str, laptop: str) -> str:
    """Where ``laptop`` says that it is there; ``*`` for all laptops."""
    return f"leramat.{event}.here.{laptop}"


async def make_stream(js: JetStreamContext, event: Event) -> None:
    """See to it that the server holds a stream for ``event``. Raises Wrong where it cannot."""
    try:
        await js.stream_info(stream_name(event.id))
    except NotFoundError:
        await _add(js, event)
    except (ServiceUnavailableError, NoStreamResponseError) as error:
        raise _keeps_nothing() from error


async def _add(js: JetStreamContext, event: Event) -> None:
    metadata = {
        "leramat": "1",
        "event": event.id,
        "format": str(FORMAT),
        "title": f"{event.title} · {event.site.village}",
    }
    config = api.StreamConfig(
        name=stream_name(event.id),
        subjects=[steps_subject(event.id, ">")],
        storage=api.StorageType.FILE,
        # A full store refuses what is new: what was kept is somebody's check-in.
        discard=api.DiscardPolicy.NEW,
        duplicate_window=_DAY,
        metadata=metadata,
    )
    try:
        await js.add_stream(config)
    except APIError as error:
        raise Wrong(
            _("The server keeps no stream for this event ({reason}).").format(reason=error.description)
        ) from error


async def find_event(js: JetStreamContext, wanted: str = "") -> Shared:
    """The event that a server holds; the one with the id ``wanted`` where that is not empty.

    Raises Wrong where there is none, or several and none is named.
    """
    try:
        found = [_shared(info.config) for info in await js.streams_info()]
    except (ServiceUnavailableError, NoStreamResponseError) as error:
        raise _keeps_nothing() from error
    shared = [one for one in found if one is not None]
    if wanted:
        shared = [one for one in shared if one.id == wanted]
    if not shared:
        raise Wrong(_("The server holds no event like that. Share it from the laptop that has it first."))
    if len(shared) > 1:
        names = ", ".join(f"{one.id} ({one.title})" for one in shared)
        raise Wrong(_("The server holds several events. Say which with --event: {names}").format(names=names))
    if shared[0].format > FORMAT:
        raise Wrong(newer_sentence())
    return shared[0]


def newer_sentence() -> str:
    """What is said where another laptop's program is newer."""
    return _(
        "Another laptop has a newer version of the program. What it writes cannot be read here: install the "
        "same version on all laptops."
    )


def _shared(config: api.StreamConfig) -> Shared | None:
    told: dict[str, Any] = config.metadata or {}
    if told.get("leramat") != "1" or not (config.name or "").startswith(_PREFIX):
        return None
    number = str(told.get("format", ""))
    return Shared(
        str(told.get("event", "")), str(told.get("title", "")), int(number) if number.isdecimal() else 0
    )


def _keeps_nothing() -> Wrong:
    return Wrong(_("That server keeps nothing (its JetStream is switched off, or its disk is full)."))
