"""Looking after the open event's file while people work: is it written, is it still there, is it copied."""

from data.errors import LedgerLost
from data.language import _
from data.repair.copier import Copier
from data.session.session import Session
from tui.frame.program import Program
from tui.shell.disk.write_desk import WriteDesk


class LedgerCare:
    """For one open ceremony. ``tick`` belongs on every second, ``end`` before the event is closed."""

    def __init__(self, app: Program, session: Session) -> None:
        self.desk = WriteDesk(app, session)
        self._app = app
        self._session = session
        self._copier = Copier(session)

    def tick(self) -> None:
        """Look whether the ledger is where it was, and copy it in a thread when it is time."""
        before = self._session.trouble
        try:
            self._session.look()
        except LedgerLost as error:
            self._app.refuse(error)
            return
        if before and not self._session.trouble:
            self._app.say(_("The ledger is back. Scan again whoever was NOT recorded."), "again")
            self._app.redraw_soon()
        # What is being written may be a purge: no copy is begun of what it takes out.
        job = None if self.desk.is_at_work else self._copier.job()
        if job is not None:
            self._app.run_worker(job, thread=True, exit_on_error=False, group="copies")

    def end(self) -> None:
        """Answer what waits for the disk, and copy what came since the last copy."""
        self.desk.close()
        job = self._copier.last_job()
        if job is not None:
            job()
