"""What was said in the hall and written down for the minutes."""

from data.state.stage.spoken import SpokenNote
from data.state.state import State


def notes_of_item(state: State, item: str) -> list[SpokenNote]:
    """What was said to an item, oldest first, without questions from the floor and the conclusion."""
    return [note for note in _notes(state) if note.item == item and note.part == "guidance"]


def questions(state: State) -> list[SpokenNote]:
    """The questions from the floor, in the order in which they were written down."""
    return [note for note in _notes(state) if note.part == "question"]


def conclusion(state: State) -> list[SpokenNote]:
    """The chair's closing words, a note for each paragraph."""
    return [note for note in _notes(state) if note.part == "conclusion"]


def _notes(state: State) -> list[SpokenNote]:
    return list(state.words.spoken.values())
