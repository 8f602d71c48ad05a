"""What the MC has done with words: who was read out, which checks are ticked, which notes wait."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

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
    SpokenPart,
)
from data.model.entry import Entry


class Note(Struct, frozen=True, kw_only=True):
    """A note to the MC; ``id`` is its entry's, ``duty`` who was on duty, ``at`` is UTC."""

    id: str
    at: datetime
    text: str
    duty: str = ""


class SpokenNote(Struct, frozen=True, kw_only=True):
    """What was said, as the minutes have it; ``id`` is its entry's, ``at`` when it was written down (UTC)."""

    id: str
    at: datetime
    part: SpokenPart
    item: str
    text: str
    duty: str = ""


class SpeakerNote(Struct, frozen=True, kw_only=True):
    """What stands before the speaker of ``item``, by the id of its entry; ``at`` is UTC."""

    id: str
    at: datetime
    item: str
    text: str


@dataclass
class Words:
    """The fold of the MC's entries.

    ``introduced`` holds when (UTC) each guest was read out, by number, in that order; ``moves`` the
    changes of the order by hand, each a guest and the one it goes before (0: last), oldest first;
    ``ticks`` the ticked checks as item and wording; ``notes`` those that wait, by id, oldest first;
    ``for_speaker`` the last word to whoever speaks, None when it was taken away; ``spoken`` what was said
    in the hall, by id, oldest first.
    """

    introduced: dict[int, datetime] = field(default_factory=dict)
    moves: list[tuple[int, int]] = field(default_factory=list)
    ticks: set[tuple[str, str]] = field(default_factory=set)
    notes: dict[str, Note] = field(default_factory=dict)
    for_speaker: SpeakerNote | None = None
    spoken: dict[str, SpokenNote] = field(default_factory=dict)

    def apply(self, entry: Entry, happening: AnyWords) -> None:
        """Fold one happening in. What names something that is not there any more is nothing."""
        match happening:
            case Introduced(guests=guests):
                for number in guests:
                    self.introduced.setdefault(number, entry.at)
            case IntroductionMoved(guest=guest, before=before):
                self.moves.append((guest, before))
            case CheckTicked(item=item, check=check):
                self.ticks.add((item, check))
            case CheckUnticked(item=item, check=check):
                self.ticks.discard((item, check))
            case NoteForMC(text=text):
                self.notes[entry.id] = Note(id=entry.id, at=entry.at, text=text, duty=entry.duty)
            case NoteSeen(note=note):
                self.notes.pop(note, None)
            case NoteForSpeaker(text=""):
                self.for_speaker = None
            case NoteForSpeaker(text=text, item=item):
                self.for_speaker = SpeakerNote(id=entry.id, at=entry.at, item=item, text=text)
            case Spoken():
                self._write_down(entry, happening)
            case SpokenCorrected(note=note, text=text) if note in self.spoken:
                if text:
                    self.spoken[note] = replace(self.spoken[note], text=text)
                else:
                    del self.spoken[note]
            case SpokenCorrected():
                pass
            case _:
                assert_never(happening)

    def _write_down(self, entry: Entry, what: Spoken) -> None:
        self.spoken[entry.id] = SpokenNote(
            id=entry.id, at=entry.at, part=what.part, item=what.item, text=what.text, duty=entry.duty
        )
