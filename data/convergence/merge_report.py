"""What came of a merge, in words."""

from collections import Counter

from data.convergence.merge import Merged
from data.language import _, ngettext
from data.messages.warnings.clashes import clash_text
from data.queries.laptops.digest import digest, spoken
from data.queries.laptops.writers import writer_name
from data.state.state import State


def merged_text(merged: Merged, state: State) -> str:
    """How many steps came and from whom, in one sentence."""
    counts = Counter(writer_name(state, step.entry) for step in merged.taken.steps)
    if not counts:
        return _("Nothing new: everything that copy has is here already.")
    parts = [
        _("{count} of {laptop}").format(count=count, laptop=laptop or _("an unnamed laptop"))
        for laptop, count in counts.items()
    ]
    came = len(merged.taken.steps)
    told = ngettext("{count} step came in: {parts}.", "{count} steps came in: {parts}.", came)
    return told.format(count=came, parts=", ".join(parts))


def later_text(count: int) -> str:
    """That so many entries hold what only a newer version of the program understands."""
    return ngettext(
        "{count} entry holds what only a newer version of the program understands. It is kept whole and sent "
        "on; install that version here to see all of it.",
        "{count} entries hold what only a newer version of the program understands. They are kept whole and "
        "sent on; install that version here to see all of them.",
        count,
    ).format(count=count)


def merged_lines(merged: Merged, state: State) -> list[str]:
    """The same with all that people should know beside it, a sentence each: files, what collided, what was
    not taken in, and the digest to compare with the other laptop's."""
    told = [merged_text(merged, state)]
    if merged.files:
        told.append(_("Photos and scans that came along: {count}.").format(count=merged.files))
    told += [f"⚠ {clash_text(clash, state)}" for clash in merged.taken.clashes]
    later = sum(step.rows is not None for step in merged.taken.steps)
    if later:
        told.append("⚠ " + later_text(later))
    told += [
        "⚠ " + _("Not taken in: {name}, {why}.").format(name=refused.name, why=refused.why)
        for refused in merged.taken.refused
    ]
    if merged.unread:
        sentence = ngettext(
            "{count} line of the other copy cannot be read. Mend it (main.py repair), then merge again.",
            "{count} lines of the other copy cannot be read. Mend it (main.py repair), then merge again.",
            merged.unread,
        )
        told.append("⚠ " + sentence.format(count=merged.unread))
    told.append(_("Digest now: {digest}.").format(digest=spoken(digest(state))))
    return told
