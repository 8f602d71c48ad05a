"""The audience between two items: welcomed, and not told that the ceremony is still to begin."""

from datetime import timedelta

from data.clock import SetClock
from data.commands.stage import stage
from data.commands.stage.clock_watch import ClockWatch, answer
from data.messages.hall import hall_words
from data.queries.stage.hall import hall_view
from data.session.session import Session


def test_after_an_item_that_ended_unseen_nobody_is_told_when_it_begins(
    session: Session, clock: SetClock
) -> None:
    stage.go(session)
    watch = ClockWatch(session)
    clock.wall += timedelta(minutes=6)
    watch.look()
    question = session.state.agenda_progress.question()
    assert question is not None
    answer(session, question[0], "ended", ended="7:18")
    view = hall_view(session.state)
    assert (view.phase, view.item) == ("between", "")
    assert not any(view.start in words for words in hall_words(view))
