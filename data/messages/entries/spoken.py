"""What the MC did with words, in words."""

from typing import assert_never

from data.language import _
from data.messages.things import guest_text, item_text
from data.model.entries.spoken import (
    AnyWords,
    CheckTicked,
    CheckUnticked,
    Introduced,
    IntroductionMoved,
    NoteForMC,
    NoteForSpeaker,
    NoteSeen,
    Spoken,
    SpokenCorrected,
)
from data.state.state import State
from data.text import counted


def describe_words(what: AnyWords, state: State) -> str:
    """One sentence for a delegate read out, a check, or a note."""
    match what:
        case Introduced(guests=(number,)):
            return _("Introduced: {guest}").format(guest=guest_text(number, state))
        case Introduced(guests=guests):
            return _("Introduced: {guest}").format(guest=counted.delegates(len(guests)))
        case IntroductionMoved(guest=guest, before=0):
            return _("To be introduced last: {guest}").format(guest=guest_text(guest, state))
        case IntroductionMoved(guest=guest, before=before):
            return _("To be introduced before {other}: {guest}").format(
                guest=guest_text(guest, state), other=guest_text(before, state)
            )
        case CheckTicked(item=item, check=check):
            return _("Seen to: {check} ({item})").format(check=check, item=item_text(item, state))
        case CheckUnticked(item=item, check=check):
            return _("Open again: {check} ({item})").format(check=check, item=item_text(item, state))
        case NoteForMC(text=text):
            return _("Note to the MC: {text}").format(text=text)
        case NoteSeen(note=note):
            return _("The MC read the note: {text}").format(text=_note_text(note, state))
        case NoteForSpeaker(text=""):
            return _("The message to the speaker was taken away")
        case NoteForSpeaker(text=text):
            return _("Message to the speaker: {text}").format(text=text)
        case Spoken(part="question", text=text):
            return _("Question from the floor: {text}").format(text=text)
        case Spoken(part="conclusion", text=text):
            return _("Conclusion: {text}").format(text=text)
        case Spoken(text=text, item=item):
            return _("Said to “{item}”: {text}").format(item=item_text(item, state), text=text)
        case SpokenCorrected(text=""):
            return _("A note for the minutes was struck out")
        case SpokenCorrected(text=text):
            return _("A note for the minutes now says: {text}").format(text=text)
    assert_never(what)


def _note_text(id: str, state: State) -> str:
    notes = (step.entry.what for step in reversed(state.steps) if step.entry.id == id)
    note = next(notes, None)
    return note.text if isinstance(note, NoteForMC) else "…"
