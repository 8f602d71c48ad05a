from tests.tui.stage.hall import clock, session

__all__ = ["clock", "session"]
