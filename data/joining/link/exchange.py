"""One connection's life: reading what the server holds, sending what it lacks."""

import asyncio
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from nats.aio.msg import Msg
from nats.errors import Error as NatsError
from nats.js import JetStreamContext, api
from nats.js.errors import APIError, NotFoundError

from data.joining.link import forms
from data.joining.link.mailbox import Mailbox
from data.joining.link.streams import newer_sentence, steps_subject, stream_name
from data.language import _
from data.ledger.lines.record import Step

_ANSWER_SECONDS = 10.0
_PAUSE_SECONDS = 0.02
_AGAIN_SECONDS = 3.0
_BEAT_SECONDS = 2.0
_WATCH_SECONDS = 3.0


class Progress(Struct):
    """What is remembered from one connection to the next: how far the stream was read (``sequence``, of the
    stream that was made at ``made``), what is not acknowledged yet, and the last own entry that was."""

    made: datetime | None = None
    sequence: int = 0
    unsent: dict[str, Step] = {}
    last_sent: str = ""


class Subjects(Struct, frozen=True):
    """The stream, where this laptop publishes in it, and where all do."""

    stream: str
    own: str
    all: str


def event_subjects(event: str, laptop: str) -> Subjects:
    """Those of an event's steps among its laptops."""
    return Subjects(stream_name(event), steps_subject(event, laptop), steps_subject(event, ">"))


class Exchange:
    """Reads and sends over one connection, until it is cut.

    ``trouble`` is a sentence where something does not go through though the server is there.
    """

    def __init__(self, js: JetStreamContext, subjects: Subjects, box: Mailbox, progress: Progress) -> None:
        self._js, self._subjects = js, subjects
        self._box, self._progress = box, progress
        self._reader = forms.Reader()
        self._to_send = asyncio.Event()
        self._target = 0
        self.is_level = False
        self.trouble = ""

    async def begin(self) -> None:
        """Look how far the server is, and read on from where the last connection ended.

        A server that lost something, or is another, is read from its beginning, and gets all that it lacks.
        """
        progress, box = self._progress, self._box
        info = await self._js.stream_info(self._subjects.stream)
        last = info.state.last_seq
        is_other = progress.made != info.created or last < progress.sequence
        last_own = await self._last_sent()
        if is_other or (last_own != progress.last_sent and last_own not in progress.unsent):
            progress.made, progress.sequence = info.created, 0
            box.known.clear()
        self._target = await self._last_of_all()
        start = progress.sequence + 1
        await self._js.subscribe(
            self._subjects.all,
            stream=self._subjects.stream,
            cb=self._read,
            ordered_consumer=True,
            config=api.ConsumerConfig(
                deliver_policy=api.DeliverPolicy.BY_START_SEQUENCE, opt_start_seq=start
            ),
            idle_heartbeat=_BEAT_SECONDS,
        )
        self._look_whether_level()

    def wake(self) -> None:
        """Something was posted."""
        self._to_send.set()

    async def send(self) -> None:
        """Send what is posted, in the order of the entries, until the connection is cut.

        Raises NatsError when it is.
        """
        while True:
            self._progress.unsent |= {step.entry.id: step for step in self._box.outgoing()}
            if not self._progress.unsent or not self.is_level:
                self._to_send.clear()
                await self._to_send.wait()
                continue
            ordered = sorted(self._progress.unsent.values(), key=lambda step: step.stands)
            pack = next(forms.packs(ordered))
            if await self._sent(pack):
                self._acknowledged(pack)

    async def watch(self) -> None:
        """Return when what the server delivers has stopped coming though it holds more, or when it is another
        than it was: then only a new connection helps. Raises NatsError when this one is cut."""
        before = -1
        while True:
            await asyncio.sleep(_WATCH_SECONDS)
            info = await self._js.stream_info(self._subjects.stream)
            progress = self._progress
            if info.created != progress.made or info.state.last_seq < progress.sequence:
                return
            stands = progress.sequence < info.state.last_seq and progress.sequence == before
            if stands and not self._box.is_full:
                return
            before = progress.sequence

    async def _sent(self, pack: list[Step]) -> bool:
        """Whether the server has ``pack`` on disk; it says why not where it refuses."""
        try:
            for message in forms.messages(pack):
                await self._js.publish(
                    self._subjects.own, message.payload, timeout=_ANSWER_SECONDS, headers=message.headers
                )
        except APIError as error:
            self.trouble = _(
                "The server does not keep what is sent ({reason}). Make room on its disk. Everything is "
                "safe on this laptop."
            ).format(reason=error.description or error.code)
            await asyncio.sleep(_AGAIN_SECONDS)
            return False
        self.trouble = ""
        return True

    def _acknowledged(self, pack: Iterable[Step]) -> None:
        for step in pack:
            self._box.known.add(step.entry.id)
            self._progress.unsent.pop(step.entry.id, None)
            self._progress.last_sent = step.entry.id

    async def _last_of_all(self) -> int:
        """The sequence of the last message that is read here: a stream may hold other events, too."""
        try:
            return (await self._js.get_last_msg(self._subjects.stream, self._subjects.all)).seq or 0
        except NotFoundError:
            return 0

    async def _last_sent(self) -> str:
        """The id of the last entry that the server has from this laptop; empty where it has none."""
        try:
            message = await self._js.get_last_msg(self._subjects.stream, self._subjects.own)
        except NotFoundError:
            return ""
        return forms.entry_of(message.headers)

    async def _read(self, message: Msg) -> None:
        while self._box.is_full:
            await asyncio.sleep(_PAUSE_SECONDS)
        headers = message.headers or {}
        try:
            tables = self._reader.read(forms.Message(headers, message.data))
            if tables is not None:
                ids = forms.ids_in(tables)
                steps = forms.steps_of(tables, self._box.held, headers)
                self._box.known.update(ids)
                if steps:
                    self._box.deliver(steps)
        except forms.Unreadable as fault:
            self.trouble = newer_sentence() if fault.is_newer else _unreadable()
        self._progress.sequence = message.metadata.sequence.stream
        self._look_whether_level()

    def _look_whether_level(self) -> None:
        if not self.is_level and self._progress.sequence >= self._target:
            self.is_level = True
            self._box.wants_all = True
            self._box.arrived()
            self._to_send.set()


def _unreadable() -> str:
    return _("Something on the server cannot be read, and was passed over. It is no entry of this program.")


CUT = (NatsError, OSError, TimeoutError)
"""What is raised where a connection is cut."""
