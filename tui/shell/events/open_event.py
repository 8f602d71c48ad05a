"""What works while an event is open: its scans, its cameras, its clocks, and the care for its file."""

from data.commands.stage.clock_watch import ClockWatch
from data.errors import CeremonyError
from data.session.laptop.settings import load_settings
from data.session.session import Session
from tui.frame.program import Program
from tui.scanning.camera_watcher import CameraWatcher
from tui.scanning.scan_router import ScanRouter
from tui.shell.disk.ledger_care import LedgerCare


class OpenEvent:
    """For one open event, until ``end``. ``clocks`` is None where nobody is to be asked about them."""

    def __init__(self, app: Program, session: Session) -> None:
        self._app = app
        self._session = session
        self.scans = ScanRouter(app, session)
        self.watches = CameraWatcher(app, self.scans)
        self.care = LedgerCare(app, session)
        self.clocks: ClockWatch | None = ClockWatch(session)
        if not session.duty:
            session.duty = load_settings().duty

    def begin(self) -> str:
        """Begin to watch the clocks; the place on which work goes on."""
        try:
            if self.clocks is not None:
                self.clocks.came_back()
        except CeremonyError:  # Nothing can be asked on a full disk; the first command will say so.
            return "door"
        return "stage" if self._session.state.agenda_progress.current else "door"

    def tick(self) -> None:
        """Let a second pass."""
        self._session.state.settle()
        if self._asks_about_time():
            self._app.state_changed()
        self.care.tick()

    def end(self) -> None:
        """Let go of the cameras, answer what waits for the disk, and close the event."""
        self.watches.close()
        self.care.end()
        self._session.close()

    def _asks_about_time(self) -> bool:
        try:
            return self.clocks is not None and self.clocks.look() is not None
        except CeremonyError as error:
            self._app.refuse(error)
            return False
