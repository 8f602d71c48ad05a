"""The thread that keeps this laptop together with the others, however often the cable is pulled."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from threading import Event as ThreadEvent
from threading import Thread
from typing import Any

from msgspec import Struct
from nats.aio.client import Client
from nats.aio.msg import Msg

from data.joining.link.connecting import Away, Wrong, connect
from data.joining.link.exchange import CUT, Exchange, Progress, event_subjects
from data.joining.link.mailbox import Mailbox
from data.joining.link.presence import SAY_SECONDS, Presence
from data.joining.link.standing import Standing
from data.joining.link.streams import find_event, here_subject, make_stream
from data.joining.link.upward import DISTRICT_DOMAIN, Upward
from data.joining.place import AnyPlace
from data.model.event import Event

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 5.0
_PATIENCE_SECONDS = 5.0
_FLUSH_SECONDS = 3.0
_CANCEL_SECONDS = 0.2


async def end_tasks(tasks: Sequence["asyncio.Task[Any]"]) -> None:
    """Cancel ``tasks`` and wait until all have ended, however they end.

    In Python 3.11 ``asyncio.wait_for``, in which an answer of the server is waited for, loses a cancellation
    that comes together with the answer: the task goes on, and has to be cancelled once more.
    """
    while pending := [task for task in tasks if not task.done()]:
        for task in pending:
            task.cancel()
        await asyncio.wait(pending, timeout=_CANCEL_SECONDS)
    await asyncio.gather(*tasks, return_exceptions=True)


class Laptop(Struct, frozen=True):
    """This laptop: an id that no other has, fit for a subject, and the name that people read."""

    id: str
    name: str


class Link:
    """Begins at once, in a thread of its own, and goes on until ``end``.

    ``is_host`` makes the event's stream where the server has none. What is posted in ``box`` is sent, what
    others send comes into it; ``box.standing`` says how things stand. ``upward`` is what goes to a district.
    """

    def __init__(
        self,
        place: AnyPlace,
        laptop: Laptop,
        event: Event,
        box: Mailbox,
        *,
        is_host: bool = False,
        upward: Upward | None = None,
    ) -> None:
        self.place = place
        self._laptop, self._event, self._box, self._is_host = laptop, event, box, is_host
        self._upward = upward
        self._presence = Presence(laptop.id, laptop.name)
        self._progress = Progress()
        self._since: datetime | None = None
        self._trouble, self._is_wrong = "", False
        self._exchange: Exchange | None = None
        self._connected = False
        self._ready = ThreadEvent()
        self._thread = Thread(target=self._run, name="several", daemon=True)
        self._thread.start()
        self._ready.wait(_PATIENCE_SECONDS)

    def end(self) -> None:
        """Send what can still be sent in a few seconds, say goodbye, and stop."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._ending.set)
        self._thread.join(_PATIENCE_SECONDS + _FLUSH_SECONDS)

    def _run(self) -> None:
        asyncio.run(self._keep_together())

    async def _keep_together(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._ending = asyncio.Event()
        self._box.posted = self._woken
        if self._upward is not None and self._upward.box is not None:
            self._upward.box.posted = self._woken
        self._tell()
        self._ready.set()
        pause = _FIRST_PAUSE
        while not self._ending.is_set():
            try:
                await self._one_connection()
                pause = _FIRST_PAUSE
            except (Away, Wrong) as refusal:
                self._trouble, self._is_wrong = refusal.sentence, isinstance(refusal, Wrong)
            except CUT:
                self._trouble = ""
            self._connected, self._exchange = False, None
            self._tell()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        self._box.posted = lambda: None

    def _woken(self) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        if self._exchange is not None:
            self._exchange.wake()
        if self._upward is not None:
            self._upward.wake()

    async def _one_connection(self) -> None:
        """From a connection to its cut, or to the end."""
        cut = asyncio.Event()
        inbox = f"_INBOX_{self._upward.invitation.village}" if self._upward is not None else "_INBOX"
        client = await connect(self.place, self._laptop.name, cut.set, inbox=inbox)
        try:
            await self._talk(client, cut)
        finally:
            with suppress(*CUT):
                await asyncio.wait_for(client.close(), _FLUSH_SECONDS)

    async def _talk(self, client: Client, cut: asyncio.Event) -> None:
        js = client.jetstream(timeout=_PATIENCE_SECONDS)
        if self._is_host:
            await make_stream(js, self._event)
        else:
            await find_event(js, self._event.id)
        exchange = Exchange(js, event_subjects(self._event.id, self._laptop.id), self._box, self._progress)
        self._exchange, self._connected, self._trouble = exchange, True, ""
        await client.subscribe(here_subject(self._event.id, "*"), cb=self._heard)
        await exchange.begin()
        self._tell()
        work = [
            asyncio.create_task(exchange.send()),
            asyncio.create_task(exchange.watch()),
            asyncio.create_task(self._say_here(client)),
            asyncio.create_task(cut.wait()),
        ]
        if self._upward is not None:
            district = client.jetstream(domain=DISTRICT_DOMAIN)
            work += [
                asyncio.create_task(self._upward.tell_counts(district)),
                asyncio.create_task(self._upward.send_entries(district, self._event.id, self._laptop.id)),
            ]
        ending = asyncio.create_task(self._ending.wait())
        try:
            await asyncio.wait([*work, ending], return_when=asyncio.FIRST_COMPLETED)
            if self._ending.is_set() and not cut.is_set():
                await self._take_leave(client)
        finally:
            await end_tasks([*work, ending])

    async def _take_leave(self, client: Client) -> None:
        """Wait a moment for what is not acknowledged, then say that this laptop leaves."""
        until = self._loop.time() + _FLUSH_SECONDS
        while self._waiting() and self._loop.time() < until:
            await asyncio.sleep(0.05)
        saying = self._presence.saying(self._laptop.name, self._box.about, leaves=True)
        with suppress(*CUT):
            await client.publish(here_subject(self._event.id, self._laptop.id), saying)
            await client.flush(1)

    async def _say_here(self, client: Client) -> None:
        subject = here_subject(self._event.id, self._laptop.id)
        while True:
            await client.publish(subject, self._presence.saying(self._laptop.name, self._box.about))
            self._since = datetime.now(UTC)
            self._tell()
            await asyncio.sleep(SAY_SECONDS)

    async def _heard(self, message: Msg) -> None:
        self._presence.heard(message.data)
        self._tell()

    def _waiting(self) -> int:
        return len(self._progress.unsent) + self._box.posted_count

    def _tell(self) -> None:
        """Put how things stand where the program reads it."""
        exchange = self._exchange
        told = Standing(
            name=self._presence.name,
            is_host=self._is_host,
            is_together=self._connected,
            is_level=exchange is not None and exchange.is_level,
            peers=self._presence.peers(connected=self._connected),
            waiting=self._waiting(),
            trouble=self._trouble or (exchange.trouble if exchange is not None else ""),
            is_wrong=bool(self._trouble) and self._is_wrong,
            since=self._since,
        )
        if told != self._box.standing:
            self._box.standing = told
            self._box.arrived()
