"""What can be mended, and what was lost, in words."""

from typing import TYPE_CHECKING

from data.clock import hour_minute
from data.language import N_, _, ngettext
from data.model.entries.event import LedgerRepaired, LostLine

if TYPE_CHECKING:
    from data.repair.mending import Finding

_KINDS = {
    "checked-in": N_("a check-in"),
    "came-again": N_("a second scan"),
    "scan-refused": N_("a refused scan"),
    "party-changed": N_("who came for a household"),
    "group-checked-in": N_("a whole delegation's check-in"),
    "guest-added": N_("a new guest"),
    "guest-corrected": N_("an edit of a guest"),
    "roster-imported": N_("a list read in"),
    "handed-over": N_("a handover"),
    "go": N_("the next item on the stage"),
    "undone": N_("an undo"),
}


def summary(found: "Finding") -> list[tuple[str, str]]:
    """What a repair would find, each with the sign that says whether it is good news."""
    rows = []
    if found.is_missing:
        rows.append(("!", _("The ledger's file is not there.")))
    elif found.sound:
        rows.append(("✔", _sound(found.sound)))
    if found.mended:
        rows.append(("✔", _("{count} damaged: put right by their checksums.").format(count=found.mended)))
    if found.taken and found.copied is not None:
        told = ngettext(
            "{count} step is in a copy that goes to {time}: it is taken from there.",
            "{count} steps are in a copy that goes to {time}: they are taken from it.",
            found.taken,
        )
        rows.append(("✔", told.format(count=found.taken, time=hour_minute(found.copied))))
    if found.is_damaged and not found.is_missing:
        rows.append(("✔", _("The damaged file is kept beside the new one.")))
    if found.lost:
        told = _("{count} that nobody can read any more. Enter again by hand:")
        rows.append(("!", told.format(count=len(found.lost))))
    return rows


def _sound(count: int) -> str:
    return ngettext("{count} step is sound.", "{count} steps are sound.", count).format(count=count)


def lost_text(lost: LostLine) -> str:
    """One lost line by what stands around it, and by what its bytes still say."""
    parts = [_("line {number}").format(number=lost.line)]
    if lost.after and lost.before:
        span = _("between {after} and {before}")
        parts.append(span.format(after=hour_minute(lost.after), before=hour_minute(lost.before)))
    elif lost.after:
        parts.append(_("after {after}").format(after=hour_minute(lost.after)))
    elif lost.before:
        parts.append(_("before {before}").format(before=hour_minute(lost.before)))
    what = [_(_KINDS[lost.kind])] if lost.kind in _KINDS else []
    what += [_("guest number {number}").format(number=lost.guest)] if lost.guest else []
    return f"{', '.join(parts)}: {', '.join(what)}" if what else ", ".join(parts)


def repaired_text(what: LedgerRepaired) -> str:
    """The entry of a repair, as the log tells it."""
    parts = [_("The ledger was damaged and mended")]
    if what.mended:
        parts.append(_("{count} put right by checksum").format(count=what.mended))
    if what.taken:
        parts.append(_("{count} from a copy").format(count=what.taken))
    if what.lost:
        told = "; ".join(map(lost_text, what.lost))
        parts.append(_("{count} lost, to enter by hand: {told}").format(count=len(what.lost), told=told))
    return " · ".join(parts)
