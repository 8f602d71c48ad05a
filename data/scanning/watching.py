"""Looking at something in a thread of its own, until it is told to stop."""

from threading import Event, Thread

_LEAVE_SECONDS = 1.0


class Watching:
    """Runs ``_watching`` in a thread of this name, which looks at ``_stopping`` as often as it can."""

    def __init__(self, name: str) -> None:
        self._stopping = Event()
        self._thread = Thread(target=self._watching, name=name, daemon=True)

    def start(self) -> None:
        """Begin to watch; whatever takes its time (a device, a slow folder) takes the thread's."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no more. What hangs is left to its thread, which ends with the program."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(_LEAVE_SECONDS)

    def _watching(self) -> None:
        raise NotImplementedError
