"""An open event among several laptops: what the program does with what the link brings."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from threading import Thread
from time import monotonic

from msgspec.json import encode

from data.convergence.take_in import take_in
from data.errors import CeremonyError
from data.joining.agreement import Agreement
from data.joining.link.link import Laptop, Link
from data.joining.link.mailbox import Mailbox
from data.joining.link.standing import Standing
from data.joining.link.upward import Upward
from data.joining.place import AnyPlace
from data.joining.reporting.counts import CHANGED_SECONDS, village_counts
from data.joining.reporting.reporting import Reporting
from data.joining.server.server import Server
from data.language import _
from data.ledger.lines.record import Step
from data.queries.laptops.digest import digest
from data.session.session import Session

_AT_ONCE = 200
_TURN_SECONDS = 0.05
_CALM_SECONDS = 3.0
_KEEP_SECONDS = 1.0


class Together:
    """Keeps the event of ``session`` together with the other laptops at ``place`` until ``end``.

    ``server`` is the one that this laptop runs itself; it ends with this. ``wake`` is called, from another
    thread, when ``turn`` has something to do; ``turn`` and everything else here belong to the thread that
    owns the session. A step is posted after it is on disk, and nothing here waits for the network.
    """

    def __init__(
        self,
        session: Session,
        place: AnyPlace,
        server: Server | None = None,
        wake: Callable[[], None] = lambda: None,
        *,
        makes_stream: bool = False,
        reporting: Reporting | None = None,
    ) -> None:
        self.session, self.server, self.place = session, server, place
        self.trouble = self.refused = ""
        self._box = Mailbox(step.entry.id for step in session.state.steps)
        self._box.arrived = wake
        self._wake = wake
        self.upward = _upward(reporting, self._box)
        self._length = len(session.state.steps)
        self._told, self._told_length = 0.0, -1
        self._kept, self._counted = monotonic(), 0.0
        self._link = Link(
            place,
            laptop_of(session),
            session.state.event,
            self._box,
            is_host=server is not None or makes_stream,
            upward=self.upward,
        )
        self._reviving: Thread | None = None
        self.agreement = Agreement()
        session.heard.append(self._recorded)
        session.is_together = True

    @property
    def standing(self) -> Standing:
        """How the laptops stand together."""
        return self._box.standing

    @property
    def known(self) -> frozenset[str]:
        """The ids of the entries that the server is known to hold."""
        return frozenset(self._box.known)

    @property
    def digest(self) -> str:
        """The digest of this laptop's state, as the others are told; empty before it was first taken."""
        return self._box.about[1]

    def turn(self) -> bool:
        """Take in what came from the others, as much as fits into a moment; whether the state changed.

        Wakes the program again where there is more. Raises LedgerUnwritable when the disk refuses; then
        what came is taken in later.
        """
        for box in self._boxes():
            box.send()
        changed = False
        until = monotonic() + _TURN_SECONDS
        while self._box.has_come and monotonic() < until:
            changed = self._take_in() or changed
        if self._box.has_come:
            self._wake()
        self._post_missing()
        return changed

    def tick(self) -> None:
        """Look after the server and tell the others of this laptop's state; belongs on every second."""
        now = monotonic()
        if self.server is not None and not self.server.is_running and now - self._kept >= _KEEP_SECONDS:
            self._kept = now
            self._revive(self.server)
        self._post_missing()
        self._tell(now)
        self.agreement.note(
            len(self.session.state.steps), self.digest, self.standing.peers, datetime.now(UTC)
        )
        if self.upward is not None and now - self._counted >= CHANGED_SECONDS:
            self._counted = now
            self.upward.counts = encode(village_counts(self.session.state, self.session.now()))

    def end(self) -> None:
        """Send what is left, leave the others, end the server."""
        self.session.heard.remove(self._recorded)
        self.session.is_together = False
        self._link.end()
        if self._reviving is not None:
            self._reviving.join()
        if self.server is not None:
            self.server.end()

    def _revive(self, server: Server) -> None:
        """Start a server that died anew, beside the program: that takes a moment, and may fail."""
        if self._reviving is not None and self._reviving.is_alive():
            return

        def work() -> None:
            try:
                server.keep()
                self.trouble = ""
            except CeremonyError as error:
                self.trouble = error.sentence

        self._reviving = Thread(target=work, name="server", daemon=True)
        self._reviving.start()

    def _recorded(self) -> None:
        """Post what was just recorded: the last steps, of which nobody has heard."""
        fresh: list[Step] = []
        for step in reversed(self.session.state.steps):
            if step.entry.id in self._box.held:
                break
            fresh.append(step)
        fresh.reverse()
        self._length += len(fresh)
        self._post(fresh)
        self._wake()

    def _take_in(self) -> bool:
        steps = self._box.take(_AT_ONCE)
        try:
            taken = take_in(self.session, steps, event=self.session.state.event.id)
        except CeremonyError:
            self._box.put_back(steps)
            raise
        if taken.refused:
            self.refused = _("An entry of another laptop was not taken in: {why}").format(
                why=taken.refused[0].why
            )
        self._length += len(taken.steps)
        if self.upward is not None and self.upward.box is not None:
            self.upward.box.post(taken.steps)
            self.upward.box.send()
        return bool(taken.steps)

    def _post_missing(self) -> None:
        """Post what is on disk here and not on the server: at the first meeting, and after a merge."""
        steps = self.session.state.steps
        for box in self._boxes():
            if box.wants_all or len(steps) != self._length:
                box.wants_all = False
                box.post([step for step in steps if step.entry.id not in box.known])
                box.send()
        self._length = len(steps)

    def _post(self, steps: list[Step]) -> None:
        for box in self._boxes():
            box.post(steps)

    def _boxes(self) -> list[Mailbox]:
        """The others', and the district's where it takes entries."""
        above = self.upward.box if self.upward is not None else None
        return [self._box] if above is None else [self._box, above]

    def _tell(self, now: float) -> None:
        """Take the digest anew when nothing has come for a moment: it costs a look at the whole state."""
        length = len(self.session.state.steps)
        if length != self._told_length:
            self._told_length, self._told = length, now
            self._box.about = (length, "")
        elif not self._box.about[1] and now - self._told >= _CALM_SECONDS:
            self._box.about = (length, digest(self.session.state))


def _upward(reporting: Reporting | None, box: Mailbox) -> Upward | None:
    if reporting is None:
        return None
    entries = Mailbox(box.held) if reporting.entries and reporting.invitation.entries else None
    if entries is not None:
        entries.arrived = box.arrived
    return Upward(reporting.invitation, entries)


def laptop_of(session: Session) -> Laptop:
    """This laptop, as far as this folder on it goes: a second copy of the event beside it is another."""
    folder = sha256(str(session.folder.resolve()).encode()).hexdigest()[:6]
    return Laptop(f"{session.laptop}-{folder}", session.device)
