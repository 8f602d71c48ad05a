"""What a village sends to its district, through its own server, which is a leaf of the district's."""

import asyncio
from datetime import UTC, datetime

from nats.errors import Error as NatsError
from nats.js import JetStreamContext
from nats.js.errors import APIError, NotFoundError

from data.joining.link.exchange import Exchange, Progress, Subjects
from data.joining.link.mailbox import Mailbox
from data.joining.reporting.counts import BEAT_SECONDS, CHANGED_SECONDS
from data.joining.reporting.invitation import Invitation, entries_stream, entries_subject, subject_of
from data.language import _

DISTRICT_DOMAIN = "district"
"""The domain of the streams on a district's server."""

_ANSWER_SECONDS = 5.0
_LOOK_SECONDS = 1.0
_AGAIN_SECONDS = 5.0


class Upward:
    """``counts`` is what is to be told (None before there is anything); ``box`` holds the entries where those
    are sent too. ``told`` is when the district last acknowledged (UTC)."""

    def __init__(self, invitation: Invitation, box: Mailbox | None) -> None:
        self.invitation, self.box = invitation, box
        self.counts: bytes | None = None
        self.told: datetime | None = None
        self.trouble = ""
        self._progress = Progress()
        self._exchange: Exchange | None = None

    def wake(self) -> None:
        """Entries were posted."""
        if self._exchange is not None:
            self._exchange.wake()

    async def tell_counts(self, js: JetStreamContext) -> None:
        """Tell the counts when they change, and at every beat, until it is cancelled."""
        loop = asyncio.get_running_loop()
        subject = subject_of(self.invitation.village, "counts")
        sent, sent_at = b"", -BEAT_SECONDS
        while True:
            counts, now = self.counts, loop.time()
            pause = CHANGED_SECONDS if counts != sent else BEAT_SECONDS
            if counts is not None and now - sent_at >= pause:
                try:
                    await js.publish(subject, counts, timeout=_ANSWER_SECONDS)
                    sent, sent_at, self.told, self.trouble = counts, now, datetime.now(UTC), ""
                except (NatsError, TimeoutError):
                    self.trouble = _("The district {name} does not answer.").format(
                        name=self.invitation.district
                    )
                    await asyncio.sleep(_AGAIN_SECONDS)
            await asyncio.sleep(_LOOK_SECONDS)

    async def send_entries(self, js: JetStreamContext, event: str, laptop: str) -> None:
        """Send whole entries of the event with this id, where that is switched on and the district takes
        them."""
        if self.box is None:
            await asyncio.Event().wait()
            return
        village = self.invitation.village
        subjects = Subjects(
            stream=entries_stream(village),
            own=entries_subject(village, event, laptop),
            all=entries_subject(village, event),
        )
        while True:
            self._exchange = Exchange(js, subjects, self.box, self._progress)
            try:
                await self._exchange.begin()
                await self._exchange.send()
            except (APIError, NotFoundError):
                self.trouble = _("The district {name} takes no whole entries.").format(
                    name=self.invitation.district
                )
            except (NatsError, TimeoutError):
                self.trouble = _("The district {name} does not answer.").format(name=self.invitation.district)
            await asyncio.sleep(_AGAIN_SECONDS)
