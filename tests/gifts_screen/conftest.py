from tests.stage_screen.hall import clock, session

__all__ = ["clock", "session"]
