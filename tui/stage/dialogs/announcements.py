"""A on the stage: what the MC may have to say at any time, ready made, and then large to be read aloud."""

from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.language import _
from data.model.plan import Announcement
from data.queries.stage.spoken.script import announced
from tui.frame.dialogs.dialog import Dialog
from tui.large_text.drawn_text import DrawnText, drawn
from tui.safe_text import joined, lines, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.static_cached import StaticCached

_GAP = "bold reverse $warning"
_EASY_WIDTH = 44
"""Short lines with blank ones between: the eye finds its place again after looking up."""


class AnnouncementsDialog(Dialog[None]):
    """The announcements of the plan: arrows choose, the text stands below, Enter shows it large."""

    # A word or two that a text asks for.
    only_searches = True

    DEFAULT_CSS = """
    AnnouncementsDialog #announcement-list { height: auto; max-height: 12; }
    AnnouncementsDialog #announcement-text { height: auto; min-height: 3; margin: 1 0; }
    AnnouncementsDialog #announcement-asks { height: 1; }
    AnnouncementsDialog #announcement-asks > StaticCached { width: 18; }
    """

    def __init__(self) -> None:
        super().__init__(_("Announcements"))
        self._chosen = 0

    def content(self) -> ComposeResult:
        yield StaticCached(id="announcement-list")
        with Horizontal(id="announcement-asks"):
            yield StaticCached(id="announcement-label")
            yield LineInput(id="announcement-asked")
        yield StaticCached(id="announcement-text")
        yield Static(plain(_("↑ ↓: which one.  Enter: large, to read aloud.  Esc: leave."), "dim"))

    def on_mount(self) -> None:
        self._show()

    @property
    def _announcement(self) -> Announcement | None:
        found = self.program.open_session.state.event.announcements
        return found[self._chosen] if found else None

    def key_up(self) -> None:
        self._choose(-1)

    def key_down(self) -> None:
        self._choose(1)

    def _choose(self, by: int) -> None:
        count = len(self.program.open_session.state.event.announcements)
        if count:
            self._chosen = (self._chosen + by) % count
            self.query_one(LineInput).value = ""
            self._show()

    def on_input_changed(self) -> None:
        self._show()

    def on_line_input_entered(self) -> None:
        self._read_aloud()

    def key_enter(self) -> None:
        self._read_aloud()

    def _read_aloud(self) -> None:
        chosen = self._announcement
        if chosen is not None:
            self.app.push_screen(ReadAloudDialog(chosen.title, _text(self._pieces(chosen))))

    def _pieces(self, announcement: Announcement) -> list[Content]:
        asked = self.query_one(LineInput).value
        pieces = announced(announcement, self.program.open_session.state, asked)
        return [plain(f" {p.text} ", _GAP) if p.is_gap else plain(p.text, "bold") for p in pieces]

    def _show(self) -> None:
        found = self.program.open_session.state.event.announcements
        rows = [_row(one, chosen=place == self._chosen) for place, one in enumerate(found)]
        nothing = plain(_("The plan of this event has no announcements."))
        self.query_one("#announcement-list", StaticCached).show(lines(rows) if rows else nothing)
        chosen = self._announcement
        self.query_one("#announcement-asks").display = bool(chosen and chosen.asks)
        if chosen is not None:
            self.query_one("#announcement-label", StaticCached).show(plain(chosen.asks))
            self.query_one("#announcement-text", StaticCached).show(joined(*self._pieces(chosen)))
            if chosen.asks:
                self.query_one(LineInput).focus()


class ReadAloudDialog(Dialog[None]):
    """One text over the whole screen, as large as it goes. Esc leaves it."""

    CSS = """
    ReadAloudDialog .dialog { width: 100%; max-width: 100%; height: 100%; max-height: 100%; }
    ReadAloudDialog #plainly { height: 1fr; align: center middle; }
    ReadAloudDialog #plainly > Static { height: auto; width: 1fr; text-align: center; text-style: bold; }
    """

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def content(self) -> ComposeResult:
        yield DrawnText(id="large", capitals=True)
        with VerticalScroll(id="plainly"):
            yield Static(plain("\n\n".join(wrap(self._text, _EASY_WIDTH))))
        yield Static(plain(_("Esc: done"), "dim"))

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Large letters where they fit; else plain ones, which always do."""
        room = self.query_one(".dialog", Vertical).content_size
        fits = drawn(self._text, room.width, room.height - 2, capitals=True) is not None
        self.query_one("#large").display = fits
        self.query_one("#plainly").display = not fits
        self.query_one(DrawnText).show(self._text)


def _row(announcement: Announcement, *, chosen: bool) -> Content:
    return plain(f"{'▸' if chosen else ' '} {announcement.title}", "bold $accent" if chosen else "")


def _text(pieces: list[Content]) -> str:
    return joined(*pieces).plain
