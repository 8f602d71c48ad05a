from tests.stage_screen.hall import clock, english, session

__all__ = ["clock", "english", "session"]
