from tests.stage_screen.hall import ceremony, clock, english

__all__ = ["ceremony", "clock", "english"]
