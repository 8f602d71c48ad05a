"""Following all villages: the last counts of each, and when they came, by the district's own clock."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from threading import Thread

import msgspec
from msgspec import Struct
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext, api
from nats.js.errors import NotFoundError

from data.joining.district.config import District
from data.joining.district.hub import COUNTS, Hub
from data.joining.link.connecting import Away, Wrong, connect
from data.joining.link.exchange import CUT
from data.joining.place import AnyPlace
from data.joining.reporting.counts import VillageCounts
from data.joining.reporting.invitation import entries_stream, entries_subject, subject_of
from data.text.cleaning.harmless import harmless

_DAY = 24 * 3600.0
_PAUSE_SECONDS = 1.0
_END_SECONDS = 5.0
_COUNTS_BYTES = 4096


class Seen(Struct, frozen=True):
    """What a village told last, and when that came (UTC, by the district's clock)."""

    counts: VillageCounts
    at: datetime


class Following:
    """Follows the villages of ``district`` on the server at ``place``, in a thread of its own, until ``end``.

    ``seen`` holds what each village told last, by its id; ``changed`` is called from that thread after each
    message. ``trouble`` says why the server is not reached, where it is not.
    """

    def __init__(
        self, district: District, place: AnyPlace, changed: Callable[[], None] = lambda: None
    ) -> None:
        self._district, self.place, self._changed = district, place, changed
        self._known = {village.id for village in district.village}
        self.seen: dict[str, Seen] = {}
        self.messages = 0
        self.trouble = ""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = Thread(target=lambda: asyncio.run(self._follow()), name="district", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop following."""
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._ending.set)
        self._thread.join(_END_SECONDS)

    async def _follow(self) -> None:
        self._ending = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        while not self._ending.is_set():
            cut = asyncio.Event()
            try:
                client = await connect(self.place, "district", cut.set)
            except (Away, Wrong) as refusal:
                self.trouble = refusal.sentence
                self._changed()
            else:
                self.trouble = ""
                await self._until_cut(client, cut)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), _PAUSE_SECONDS)

    async def _until_cut(self, client: Client, cut: asyncio.Event) -> None:
        try:
            js = client.jetstream()
            await make_streams(js, self._district)
            await js.subscribe(
                subject_of("*", "counts"),
                stream=COUNTS,
                cb=self._heard,
                ordered_consumer=True,
                config=api.ConsumerConfig(deliver_policy=api.DeliverPolicy.LAST_PER_SUBJECT),
            )
            waiting = [asyncio.create_task(event.wait()) for event in (cut, self._ending)]
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in waiting:
                task.cancel()
        except CUT as error:
            self.trouble = str(error)
        finally:
            with suppress(*CUT):
                await asyncio.wait_for(client.close(), _PAUSE_SECONDS * 2)

    async def _heard(self, message: Msg) -> None:
        village = message.subject.split(".")[1]
        counts = read_counts(message.data)
        if village not in self._known or counts is None:
            return
        self.messages += 1
        at = message.metadata.timestamp
        self.seen[village] = Seen(counts, at if at.tzinfo else at.replace(tzinfo=UTC))
        self._changed()


def read_counts(payload: bytes) -> VillageCounts | None:
    """What a village sent; None for what are no counts."""
    if len(payload) > _COUNTS_BYTES:
        return None
    try:
        return msgspec.convert(harmless(msgspec.json.decode(payload)), VillageCounts)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


async def make_streams(js: JetStreamContext, district: District) -> None:
    """See to it that the server keeps the last counts of each village, and the entries of those that may
    send them."""
    # In memory: what is lost with it is told anew within a beat.
    await _make(
        js,
        api.StreamConfig(
            name=COUNTS,
            subjects=[subject_of("*", "counts")],
            storage=api.StorageType.MEMORY,
            max_msgs_per_subject=1,
            max_msg_size=_COUNTS_BYTES,
        ),
    )
    for village in district.village:
        if village.entries:
            await _make(
                js,
                api.StreamConfig(
                    name=entries_stream(village.id),
                    subjects=[entries_subject(village.id)],
                    storage=api.StorageType.FILE,
                    discard=api.DiscardPolicy.NEW,
                    duplicate_window=_DAY,
                ),
            )


async def _make(js: JetStreamContext, config: api.StreamConfig) -> None:
    assert config.name
    try:
        await js.stream_info(config.name)
    except NotFoundError:
        await js.add_stream(config)


def followed(hub: Hub, changed: Callable[[], None] = lambda: None) -> Following:
    """Follow the villages of a district whose server runs here."""
    return Following(hub.district, hub.place, changed)
