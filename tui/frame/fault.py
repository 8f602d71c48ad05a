"""What a program without a traceback on the screen does about a fault of its own."""

from textual.app import App


class FaultKeepingApp(App[None]):
    """Leaves with the fault in ``fault``, for whoever started it to tell; tests still see it at once."""

    fault: Exception | None = None

    def _handle_exception(self, error: Exception) -> None:
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.fault = error
        self.exit(return_code=1)
