"""The MC's words in a rehearsal: delegates are read out, checks ticked off, a note is passed on."""

from data.commands import words
from data.language import _
from data.rehearsal.stand import Stand
from data.state.checks import checks, open_checks
from data.state.introduction import introduction_item, latecomers, turns
from data.state.script import spoken


def speak(stand: Stand) -> None:
    """Do with words what the running item asks for: introduce, and tick off what no gift ticks."""
    ceremony, state = stand.ceremony, stand.state
    item = state.event.item(state.rundown.current)
    if item is None:
        return
    if item.id == introduction_item(state.event):
        for turn in turns(state):
            if not turn.is_read:
                words.introduce(ceremony, [turn.guest.number])
        _pass_a_note_on(stand)
    for check in checks(item, state):
        if not check.is_done and not check.gift:
            words.tick(ceremony, item.id, check.text)


def check_words(stand: Stand) -> None:
    """See to what is left once the ceremony is closed, and note whether everything was said and done.

    In an event that was played before, guests come after the introduction and items were left.
    """
    ceremony, state = stand.ceremony, stand.state
    late = [guest.number for guest in latecomers(state)]
    if late:
        words.introduce(ceremony, late)
    for check in open_checks(state):
        if not check.gift:
            words.tick(ceremony, check.item, check.text)
    stand.check(_("Every delegate who was here was read out, with nobody missed"), not latecomers(state))
    is_ticked = not [check for check in open_checks(state) if not check.gift]
    stand.check(_("Everything to see to was ticked off"), is_ticked)
    said = [spoken(item, state) for item in state.event.program]
    stand.check(
        _("The MC has words for every item"), all(any(part.pieces for part in parts) for parts in said)
    )


def _pass_a_note_on(stand: Stand) -> None:
    note = words.leave_note(stand.ceremony, _("Rehearsal"))
    waits = note.id in stand.state.words.notes
    words.see_note(stand.ceremony, note.id)
    stand.check(_("A note reached the MC and was read"), waits and note.id not in stand.state.words.notes)
