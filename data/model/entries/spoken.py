"""The MC's side of the stage: who was introduced, what was seen to, what was said, notes passed on."""

from typing import ClassVar, Literal

from data.language import N_
from data.model.entries.base import Area, Happening

SpokenPart = Literal["guidance", "question", "conclusion"]


class WordsHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens around the MC's words."""

    area: ClassVar[Area] = "event"


class Introduced(WordsHappening, tag="introduced", frozen=True, kw_only=True):
    """These delegates were read out to the hall."""

    called = N_("introduction")
    apart = "first"

    guests: tuple[int, ...]


class IntroductionMoved(WordsHappening, tag="introduction-moved", frozen=True, kw_only=True):
    """A delegate is to be read out just before another one; last of all when ``before`` is 0."""

    called = N_("introduction: order")
    apart = "last"

    guest: int
    before: int = 0


class CheckTicked(WordsHappening, tag="check-ticked", frozen=True, kw_only=True):
    """One of an item's checks was seen to. ``check`` is its wording, which names it within the item."""

    called = N_("ticked off")
    apart = "both"
    kept_texts = frozenset({"item", "check"})

    item: str
    check: str


class CheckUnticked(WordsHappening, tag="check-unticked", frozen=True, kw_only=True):
    """A check that had been ticked is open again."""

    called = N_("open again")
    apart = "both"
    kept_texts = frozenset({"item", "check"})

    item: str
    check: str


class NoteForMC(WordsHappening, tag="note-for-mc", frozen=True, kw_only=True):
    """The secretary or the door tells the MC something. The entry's id names the note."""

    called = N_("note to the MC")
    apart = "both"

    text: str


class NoteSeen(WordsHappening, tag="note-seen", frozen=True, kw_only=True):
    """The MC has read a note: it leaves the screen."""

    called = N_("note read")
    apart = "both"
    kept_texts = frozenset({"note"})

    note: str


class NoteForSpeaker(WordsHappening, tag="note-for-speaker", frozen=True, kw_only=True):
    """The stage tells whoever speaks in ``item`` something; an empty ``text`` takes the last one away."""

    called = N_("message to the speaker")
    apart = "last"
    kept_texts = frozenset({"item"})

    text: str
    item: str = ""


class Spoken(WordsHappening, tag="spoken", frozen=True, kw_only=True):
    """The secretary wrote down, for the minutes, what was said in the hall. The entry's id names the note.

    ``part``: ``guidance`` is what somebody said to the item, ``question`` one from the floor, ``conclusion``
    the chair's closing words. ``item`` is the agenda item in which it was said; empty outside all of them.
    """

    called = N_("note for the minutes")
    apart = "both"
    kept_texts = frozenset({"item"})

    part: SpokenPart
    text: str
    item: str = ""


class SpokenCorrected(WordsHappening, tag="spoken-corrected", frozen=True, kw_only=True):
    """What a note for the minutes says now; with an empty ``text`` it is struck out."""

    called = N_("note for the minutes edited")
    apart = "last"
    kept_texts = frozenset({"note"})

    note: str
    text: str


AnyWords = (
    Introduced
    | IntroductionMoved
    | CheckTicked
    | CheckUnticked
    | NoteForMC
    | NoteSeen
    | NoteForSpeaker
    | Spoken
    | SpokenCorrected
)
"""Every kind of them."""
