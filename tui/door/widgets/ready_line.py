"""READY, or why not: the line that says whether the next scan will be taken."""

from textual.content import Content

from data.language import _
from data.session.readiness import readiness
from data.session.session import Session
from tui.safe_text import joined, plain
from tui.widgets.static_cached import StaticCached


class ReadyLine(StaticCached):
    """Left: ready, or the problem. Right: who is on duty, and a bell that is switched off."""

    def tell(self, session: Session, *, sound: bool) -> None:
        """Show how the door stands."""
        now = readiness(session)
        if now.is_ready == self.has_class("tone-refused"):
            # The problem may take two lines, and READY takes one.
            self.set_class(not now.is_ready, "tone-refused")
            self.call_after_refresh(self.refresh, layout=True)
        if now.is_ready:
            left = joined(plain("● ", "$success"), plain(_("READY TO SCAN"), "bold $success"))
        else:
            left = plain("✖ " + _("NOT READY: {problem}").format(problem=now.problem), "bold")
        duty = _("on duty: {name}").format(name=session.duty) if session.duty else _("on duty: ? (^D)")
        parts = [part for part in ("" if sound else _("bell off (^W)"), duty) if part]
        right = plain(" · ".join(parts), "$foreground 70%")
        self.show(_apart(left, right, self.size.width - 2) if now.is_ready else left)


def _apart(left: Content, right: Content, width: int) -> Content:
    room = max(1, width - left.cell_length - 2)
    if right.cell_length > room:
        right = right.truncate(room, ellipsis=True)
    return joined(left, " " * max(2, width - left.cell_length - right.cell_length), right)
