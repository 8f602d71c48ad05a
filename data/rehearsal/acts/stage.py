"""The stage in a rehearsal: the whole agenda runs, with its gifts, and a step is taken back."""

from data.commands.stage import stage
from data.commands.undo import undo
from data.language import _
from data.rehearsal.acts.gifts import hand_over_due, serve_households
from data.rehearsal.acts.stand import Stand
from data.rehearsal.acts.words import check_words, speak


def run_agenda(stand: Stand) -> None:
    """Run every item for its planned minutes, hand over what belongs to each, and close."""
    session, state = stand.session, stand.state
    if state.agenda_progress.closed is not None:
        stage.back(session)
    stage.go(session)
    _undo_and_redo(stand)
    while state.agenda_progress.closed is None:
        stand.progress(_("Running the agenda"), len(state.agenda_progress.runs), len(state.event.agenda))
        current = state.event.item(state.agenda_progress.current)
        speak(stand)
        hand_over_due(session, state.agenda_progress.current)
        stand.clock.pass_time(60 * (current.minutes if current else 1))
        stage.go(session)
    hand_over_due(session)
    check_words(stand)
    program = state.event.program
    stand.check(
        _("Every agenda item ran, and the ceremony closed"),
        state.agenda_progress.closed is not None
        and all(state.agenda_progress.state(i.id) == "done" for i in program),
    )
    stand.check(
        _("Every gift was handed over"),
        all(not state.handovers.left(g) for g in state.event.gifts if not g.each_household),
    )
    stand.progress(_("Serving the households at the gift desk"), 1, 1)
    stand.check(
        _("Every household that came got its share at the gift desk, and only once"),
        serve_households(session, stand.clock),
    )


def _undo_and_redo(stand: Stand) -> None:
    state = stand.state
    running = state.agenda_progress.current
    undone = undo(stand.session)
    taken_back = state.agenda_progress.current != running and undone.id in state.undone
    stage.go(stand.session, running)
    redone = state.agenda_progress.current == running
    stand.check(_("A step was taken back and done again"), taken_back and redone)
