"""How several laptops stand together, in the words of one line on the screen."""

from typing import Literal

from msgspec import Struct

from data.clock import hour_minute
from data.joining.agreement import Agreement
from data.joining.link.standing import SKEW_SECONDS, Peer, Standing
from data.joining.together import Together
from data.language import _
from data.model.entries.event import FORMAT
from data.text import counted

Tone = Literal["quiet", "welcome", "again", "refused"]


class Line(Struct, frozen=True):
    """One line, and how urgent it is."""

    text: str
    tone: Tone = "quiet"


def line_of(together: Together) -> Line:
    """The line of laptops that are kept together."""
    entries = len(together.session.state.steps)
    trouble = together.trouble or together.refused
    return together_line(together.standing, together.digest, entries, trouble, together.agreement)


def together_line(
    standing: Standing,
    digest: str = "",
    entries: int = 0,
    trouble: str = "",
    agreement: Agreement | None = None,
) -> Line:
    """How many laptops are together, whether they say the same, who was not heard of since when, and what is
    wrong.

    ``digest`` and ``entries`` are this laptop's own, to be compared with the others'; ``trouble`` is that of
    its server; ``agreement`` what came of comparing so far.
    """
    wrong = trouble or standing.trouble
    if not standing.is_together:
        return _alone(standing, trouble or (standing.trouble if standing.is_wrong else ""))
    if wrong:
        return Line(f"⚠ {wrong}", "refused")
    if not standing.peers:
        return Line(_("⇄ shared; no other laptop has joined yet (^P “laptops” shows the code)"))
    parts = [_("⇄ {count} together").format(count=standing.here)]
    parts += [_doubt(peer, digest, entries) for peer in standing.peers if _doubt(peer, digest, entries)]
    is_doubted = len(parts) > 1
    if agreement is not None and (told := _agreed(agreement)):
        parts.insert(1, told)
        is_doubted = is_doubted or agreement.is_same is False
    parts += [_away(peer) for peer in standing.away]
    if standing.waiting:
        parts.append(_("{count} on their way").format(count=standing.waiting))
    tone: Tone = "refused" if is_doubted else "again" if standing.away else "quiet"
    return Line(" · ".join(parts), tone)


def _agreed(agreement: Agreement) -> str:
    if agreement.since is None:
        return ""
    told = _("all the same since {time}") if agreement.is_same else _("differ since {time}")
    return told.format(time=hour_minute(agreement.since))


def _alone(standing: Standing, wrong: str) -> Line:
    """Nobody is reached; the door goes on."""
    if wrong:
        return Line(f"⚠ {wrong}", "refused")
    if standing.since is None:
        return Line(_("⇄ looking for the other laptops; everything is kept here meanwhile"), "again")
    told = _("⇄ alone since {time}: kept here, sent when the others are back")
    return Line(told.format(time=hour_minute(standing.since)), "again")


def _away(peer: Peer) -> str:
    return _("{laptop} silent since {time}").format(laptop=peer.name, time=hour_minute(peer.heard))


def _doubt(peer: Peer, digest: str, entries: int) -> str:
    """What is wrong with another laptop; empty where nothing is."""
    if not peer.is_here:
        return ""
    if peer.format > FORMAT:
        return _("{laptop} has a newer version: install it here too").format(laptop=peer.name)
    if abs(peer.ahead) >= SKEW_SECONDS:
        minutes = counted.minutes(max(1, round(abs(peer.ahead) / 60)))
        ahead = _("the clock of {laptop} is {minutes} ahead of this one")
        behind = _("the clock of {laptop} is {minutes} behind this one")
        return (ahead if peer.ahead > 0 else behind).format(laptop=peer.name, minutes=minutes)
    if digest and peer.digest and peer.entries == entries and peer.digest != digest:
        return _("{laptop} comes to another result from the same entries: run verify on both").format(
            laptop=peer.name
        )
    return ""
