"""Ctrl+L, the log: every entry of the ledger, refused scans and undone steps too, newest first."""

from collections.abc import Iterable
from typing import Literal

from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from data.clock import local
from data.language import _
from data.ledger.lines.record import Step
from data.messages.log import channel_of, describe
from data.messages.names import area_name, channel_name
from data.model.entries.base import Area
from data.model.entries.door import CameAgain, Channel, ScanRefused
from data.model.entries.event import Undone
from data.queries.laptops.writers import writer_name
from data.queries.log import AREAS, AnyArea, Log, LogFilter, area_of, channels_in, undone_by
from data.text import counted
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.log.keys import COMMANDS
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.long_list import LongList

_SIGNS: dict[Area, tuple[str, str]] = {
    "door": ("✔", "$success"),
    "refused": ("✖", "$error"),
    "stage": ("▶", "$accent"),
    "gifts": ("◆", "$accent"),
    "list": ("≡", "$foreground 70%"),
    "event": ("·", "$foreground 70%"),
}
_AGAIN = ("↺", "$warning")
_TAKEN_BACK = ("↶", "$warning")
_MISREAD = ("?", "$foreground 70%")


class LogScreen(CeremonyScreen):
    """One line to filter by, the entries below, and the marked one told whole."""

    NAME = "log"
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    LogScreen #log-line { margin: 0 1; width: 1fr; }
    LogScreen #log-bar { height: 1; }
    LogScreen #log-filter { width: auto; padding: 0 1; }
    LogScreen #log-list { height: 1fr; padding: 0 1; }
    LogScreen #log-detail { height: auto; min-height: 3; max-height: 6; padding: 0 1;
        border-top: solid $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._filter = LogFilter()
        self._found: list[int] = []
        self._log: Log | None = None

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            LineInput(placeholder=_("name, number or who was on duty"), id="log-line"),
            Static(id="log-filter"),
            id="log-bar",
        )
        yield LongList(self._row, id="log-list")
        yield Static(id="log-detail")

    def show_state(self) -> None:
        self._find()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._filter = LogFilter(
            area=self._filter.area, channel=self._filter.channel, text=event.value.strip()
        )
        self._find(marked=0)

    def on_key(self, event: events.Key) -> None:
        if self.query_one(LongList).move(event.key):
            event.stop()
            self._tell()

    def key_escape(self) -> None:
        """Show everything again."""
        self._filter = LogFilter()
        self.query_one("#log-line", LineInput).value = ""
        self._find(marked=0)
        self.program.key_escape()

    def action_log_area(self) -> None:
        """Show only the next part of the day, and after the last one all of them."""
        areas: tuple[AnyArea, ...] = ("", *AREAS)
        following = areas[(areas.index(self._filter.area) + 1) % len(areas)]
        self._filter = LogFilter(area=following, channel=self._filter.channel, text=self._filter.text)
        self._find(marked=0)

    def action_log_channel(self) -> None:
        """Show only what came in the next way, and after the last one in any."""
        channels: list[Channel | Literal[""]] = ["", *channels_in(self.session.state)]
        before = self._filter.channel if self._filter.channel in channels else ""
        following = channels[(channels.index(before) + 1) % len(channels)]
        self._filter = LogFilter(area=self._filter.area, channel=following, text=self._filter.text)
        self._find(marked=0)

    def _find(self, marked: int | None = None) -> None:
        state = self.session.state
        if self._log is None:
            self._log = Log(state)
        listed = self.query_one(LongList)
        # While it is read, the entry under the mark stays under it, though new ones come in above.
        if marked is None and listed.marked and self._found:
            stays = self._found[min(listed.marked, len(self._found) - 1)]
            self._found = self._log.find(self._filter)
            marked = self._found.index(stays) if stays in self._found else 0
        else:
            self._found = self._log.find(self._filter)
        listed.show(len(self._found), marked)
        area, channel = self._filter.area, self._filter.channel
        parts = [
            area_name(area) if area else "",
            channel_name(channel) if channel else "",
            _("{count} of {entries}").format(
                count=len(self._found), entries=counted.entries(len(state.steps))
            ),
        ]
        self.query_one("#log-filter", Static).update(
            plain(" · ".join(part for part in parts if part), "bold $accent" if area or channel else "")
        )
        self._tell()

    def _row(self, index: int, width: int, marked: bool) -> Content:
        state = self.session.state
        step = state.steps[self._found[index]]
        entry = step.entry
        sign, tone = _sign(step)
        undone = entry.id in state.undone
        duty = fit(entry.duty, 8) if width >= 100 else ""
        text = describe(entry, state)
        if undone:
            text = _("(undone) {what}").format(what=text)
        room = max(10, width - 14 - len(duty))
        style = "bold $accent" if marked else "$foreground 50%" if undone else ""
        return joined(
            plain("›" if marked else " ", "bold $accent"),
            plain(f"{local(entry.at):%H:%M:%S} ", "$foreground 70%"),
            plain(f"{sign} ", tone),
            plain(fit(text, room), style),
            plain(f" {duty}" if duty else "", "$foreground 70%"),
        )

    def _tell(self) -> None:
        """The marked entry with nothing cut off."""
        detail = self.query_one("#log-detail", Static)
        if not self._found:
            detail.update(plain(_("No entry fits. Esc shows all of them."), "$foreground 70%"))
            return
        state = self.session.state
        entry = state.steps[self._found[self.query_one(LongList).marked]].entry
        channel = channel_of(entry)
        facts = [
            f"{local(entry.at):%d/%m/%Y %H:%M:%S}",
            channel_name(channel) if channel else "",
            _("on duty: {name}").format(name=entry.duty) if entry.duty else _("nobody was on duty"),
            writer_name(state, entry),
        ]
        rows = [
            plain(describe(entry, state), "bold"),
            plain(" · ".join(fact for fact in facts if fact), "$foreground 70%"),
        ]
        if (taker := undone_by(state, entry.id)) is not None:
            rows.append(
                plain("↶ " + _("undone at {time}").format(time=f"{local(taker.at):%H:%M:%S}"), "$warning")
            )
        detail.update(lines(rows))


def _sign(step: Step) -> tuple[str, str]:
    what = step.entry.what
    if isinstance(what, Undone):
        return _TAKEN_BACK
    if isinstance(what, CameAgain):
        return _AGAIN
    if isinstance(what, ScanRefused) and what.status == "misread":
        return _MISREAD
    return _SIGNS[area_of(step.entry)]
