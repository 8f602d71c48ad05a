"""The MC's words in a rehearsal: delegates are read out, checks ticked off, a note is passed on."""

from data.commands.stage import mc_words
from data.language import _
from data.queries.stage.checks import checks, open_checks
from data.queries.stage.spoken.introduction import introduction_item, latecomers, turns
from data.queries.stage.spoken.script import spoken
from data.rehearsal.acts.stand import Stand


def speak(stand: Stand) -> None:
    """Do with words what the running item asks for: introduce, and tick off what no gift ticks."""
    session, state = stand.session, stand.state
    item = state.event.item(state.agenda_progress.current)
    if item is None:
        return
    if item.id == introduction_item(state.event):
        for turn in turns(state):
            if not turn.is_read:
                mc_words.introduce(session, [turn.guest.number])
        _pass_a_note_on(stand)
    for check in checks(item, state):
        if not check.is_done and not check.gift:
            mc_words.tick(session, item.id, check.text)


def check_words(stand: Stand) -> None:
    """See to what is left once the ceremony is closed, and note whether everything was said and done.

    In an event that was played before, guests come after the introduction and items were left.
    """
    session, state = stand.session, stand.state
    late = [guest.number for guest in latecomers(state)]
    if late:
        mc_words.introduce(session, late)
    for check in open_checks(state):
        if not check.gift:
            mc_words.tick(session, check.item, check.text)
    stand.check(_("Every delegate who was here was read out, with nobody missed"), not latecomers(state))
    is_ticked = not [check for check in open_checks(state) if not check.gift]
    stand.check(_("Everything to see to was ticked off"), is_ticked)
    said = [spoken(item, state) for item in state.event.program]
    stand.check(
        _("The MC has words for every item"), all(any(part.pieces for part in parts) for parts in said)
    )


def _pass_a_note_on(stand: Stand) -> None:
    note = mc_words.leave_note(stand.session, _("Rehearsal"))
    waits = note.id in stand.state.words.notes
    mc_words.see_note(stand.session, note.id)
    stand.check(_("A note reached the MC and was read"), waits and note.id not in stand.state.words.notes)
