"""The stage: how the agenda ran."""

from datetime import datetime
from typing import ClassVar, Literal

from msgspec import Struct

from data.language import N_
from data.model.entries.base import Area, Happening

DoubtReason = Literal["away", "slept", "stood", "set-back"]
DoubtAnswer = Literal["count", "drop", "ended"]


class StageHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens on the stage."""

    area: ClassVar[Area] = "stage"


class Went(StageHappening, tag="go", frozen=True, kw_only=True):
    """The MC pressed GO: the running item ended, ``item`` began (empty: the ceremony closed).

    ``ago`` is how many seconds before the press that really was.
    """

    called = N_("agenda: next")
    apart = "holder"
    kept_texts = frozenset({"item"})

    item: str
    ago: float = 0.0


class WentBack(StageHappening, tag="back", frozen=True, kw_only=True):
    """The running item waits again, and ``item``, which ran before it, runs on."""

    called = N_("agenda: back")
    apart = "holder"
    kept_texts = frozenset({"item"})

    item: str


class Paused(StageHappening, tag="pause", frozen=True, kw_only=True):
    """The running item's time stands still."""

    called = N_("agenda: pause")
    apart = "holder"
    kept_texts = frozenset({"item"})

    item: str


class Resumed(StageHappening, tag="resume", frozen=True, kw_only=True):
    """The running item's time goes on."""

    called = N_("agenda: goes on")
    apart = "holder"
    kept_texts = frozenset({"item"})

    item: str


class Adjusted(StageHappening, tag="adjust", frozen=True, kw_only=True):
    """An item that is not over was given ``minutes`` more (negative: fewer)."""

    called = N_("agenda: minutes")
    apart = "holder"
    kept_texts = frozenset({"item"})

    item: str
    minutes: int


class Skipped(StageHappening, tag="skip", frozen=True, kw_only=True):
    """A waiting item is left out today."""

    called = N_("agenda: left out")
    apart = "holder"
    kept_texts = frozenset({"item"})

    item: str


class Reinstated(StageHappening, tag="reinstate", frozen=True, kw_only=True):
    """An item that was to be left out waits again."""

    called = N_("agenda: taken in again")
    apart = "holder"
    kept_texts = frozenset({"item"})

    item: str


class Cut(Struct, frozen=True, kw_only=True):
    """``minutes`` that an item gives up, 1 or more."""

    kept_texts: ClassVar[frozenset[str]] = frozenset({"item"})

    item: str
    minutes: int


class Shortened(StageHappening, tag="shorten", frozen=True, kw_only=True):
    """Items gave up minutes, so that the ceremony catches up."""

    called = N_("agenda: shortened")
    apart = "holder"

    cuts: tuple[Cut, ...]


class TimesCorrected(StageHappening, tag="times-corrected", frozen=True, kw_only=True):
    """When an item really began or ended (UTC), set right afterwards; None leaves it as it was.

    The neighbour that ended or began in the same moment moves with it.
    """

    called = N_("agenda: times edited")
    apart = "last"
    kept_texts = frozenset({"item"})

    item: str
    started: datetime | None = None
    ended: datetime | None = None


class TimeInDoubt(StageHappening, tag="time-in-doubt", frozen=True, kw_only=True):
    """The program does not know how long ``item`` ran, and asks. The entry's id names the question.

    ``away``: the program was not running; ``slept``: the wall clock ran ahead of the monotonic one;
    ``stood``: both ran on while the program stood still; ``set-back``: the wall clock went back.
    ``seconds`` is how long that was (below 0 for a clock that went back). ``meanwhile``,
    ``if_counted`` and ``if_dropped`` are the seconds that are added to the item's time until somebody
    answers, and by each answer.
    """

    called = N_("agenda: time in doubt")
    apart = "holder"
    is_step = False
    kept_texts = frozenset({"item"})

    item: str
    reason: DoubtReason
    seconds: float
    meanwhile: float = 0.0
    if_counted: float = 0.0
    if_dropped: float = 0.0


class TimeSettled(StageHappening, tag="time-settled", frozen=True, kw_only=True):
    """The question ``doubt`` was answered: the time counts, it does not, or the item ended at ``ended``
    (UTC) and nothing has run since."""

    called = N_("agenda: time settled")
    apart = "holder"
    kept_texts = frozenset({"doubt"})

    doubt: str
    answer: DoubtAnswer
    ended: datetime | None = None


class StageTaken(StageHappening, tag="stage-taken", frozen=True, kw_only=True):
    """The laptop that writes this holds the stage from here on, in the place of the one with the id
    ``before``.

    It says nothing where that one does not hold it any more: somebody else took it first.
    """

    called = N_("stage taken over")
    apart = "first"
    is_step = False
    kept_texts = frozenset({"before"})

    before: str


AnyStage = (
    Went
    | WentBack
    | Paused
    | Resumed
    | Adjusted
    | Skipped
    | Reinstated
    | Shortened
    | TimesCorrected
    | TimeInDoubt
    | TimeSettled
    | StageTaken
)
"""Every kind of them."""
