"""The audience between two items: welcomed, and not told that the ceremony is still to begin."""

from datetime import timedelta

from data.ceremony import Ceremony
from data.clock import SetClock
from data.clock_watch import ClockWatch, answer
from data.commands import stage
from data.state.hall import hall_view
from data.wording.hall import hall_words


def test_after_an_item_that_ended_unseen_nobody_is_told_when_it_begins(
    ceremony: Ceremony, clock: SetClock
) -> None:
    stage.go(ceremony)
    watch = ClockWatch(ceremony)
    clock.wall += timedelta(minutes=6)
    watch.look()
    question = ceremony.state.rundown.question()
    assert question is not None
    answer(ceremony, question[0], "ended", ended="7:18")
    view = hall_view(ceremony.state)
    assert (view.phase, view.item) == ("between", "")
    assert not any(view.start in words for words in hall_words(view))
