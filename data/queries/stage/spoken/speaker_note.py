"""What stands before the speaker now."""

from data.state.stage.spoken import SpeakerNote
from data.state.state import State

# Read by the speaker in the hall: Vietnamese in every language of the screen.
READY_MESSAGES = (
    "Còn 5 phút",
    "Xin mời kết luận",
    "Đã hết giờ, xin dừng ở đây",
    "Xin nói gần micrô hơn",
    "Xin nói chậm và to hơn",
)
"""What a speaker most often has to be told."""


def speaker_note(state: State) -> SpeakerNote | None:
    """The message to whoever speaks now: one that was meant for the speaker before is gone with the item."""
    note = state.words.for_speaker
    return note if note is not None and note.item == state.agenda_progress.current else None
