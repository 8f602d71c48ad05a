"""The stage: how the agenda ran."""

from data.model.happenings.base import Happening


class StageHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens on the stage."""


class Went(StageHappening, tag="go", frozen=True, kw_only=True):
    """The MC pressed GO: the running item ended, ``item`` began (empty: the ceremony closed)."""

    item: str


class WentBack(StageHappening, tag="back", frozen=True, kw_only=True):
    """The running item waits again, and ``item``, which ran before it, runs on."""

    item: str


class Paused(StageHappening, tag="pause", frozen=True, kw_only=True):
    """The running item's time stands still."""

    item: str


class Resumed(StageHappening, tag="resume", frozen=True, kw_only=True):
    """The running item's time goes on."""

    item: str


class Adjusted(StageHappening, tag="adjust", frozen=True, kw_only=True):
    """The running item was given ``minutes`` more (negative: fewer)."""

    item: str
    minutes: int
