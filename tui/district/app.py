"""``main.py district CONFIG``: all villages on one screen, in a terminal of its own."""

from datetime import UTC, datetime
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.errors import CeremonyError
from data.joining.district.config import District
from data.joining.district.following import Following
from data.joining.district.overview import Overview, overview
from data.joining.district.village_event import counts_only
from data.language import _, ngettext
from data.program_name import TITLE
from data.text import counted
from tui.district.rows import VillageRows
from tui.district.village_screen import Bring, VillageScreen
from tui.frame.fault import FaultKeepingApp
from tui.frame.theme import HALL
from tui.safe_text import joined, lines, plain


class DistrictApp(FaultKeepingApp):
    """Follows ``following`` and shows it; E exports the comparison into ``out_dir``, and Enter shows what
    ``bring`` has of the marked village's entries."""

    CSS = """
    #head { height: 3; padding: 0 1; border-bottom: solid $panel; }
    #told { height: auto; max-height: 3; padding: 0 1; }
    #keys { height: 1; padding: 0 1; background: $surface; }
    """
    BINDINGS = [
        Binding("q,Q,ctrl+q,escape", "quit", show=False),
        Binding("e,E", "export", show=False),
        Binding("down", "mark(1)", show=False),
        Binding("up", "mark(-1)", show=False),
        Binding("enter", "look_into", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "page(-10000)", show=False),
        Binding("end", "page(10000)", show=False),
    ]
    ENABLE_COMMAND_PALETTE = False
    TITLE = TITLE

    def __init__(self, district: District, following: Following, out_dir: Path, bring: Bring) -> None:
        super().__init__()
        self._district, self._following, self._out_dir = district, following, out_dir
        self._bring = bring

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield VillageRows()
        yield Static(id="told")
        yield Static(_keys(), id="keys")

    def on_mount(self) -> None:
        self.register_theme(HALL)
        self.theme = HALL.name
        self._look()
        self.set_interval(1.0, self._look)

    def on_resize(self) -> None:
        self.call_after_refresh(self._look)

    def action_mark(self, by: int) -> None:
        """Mark a village further down or up."""
        self.query_one(VillageRows).mark_row(by)
        self._tell("")

    def action_look_into(self) -> None:
        """Show the whole log of the marked village, where it sends it."""
        row = self.query_one(VillageRows).marked
        if row is None:
            self._tell(_("↑ ↓ mark a village; Enter then shows its log."))
            return
        village = next(one for one in self._district.village if one.id == row.id)
        if not village.entries:
            self._tell(counts_only(village))
            return
        self.push_screen(VillageScreen(village, row.seen.counts if row.seen else None, self._bring))

    def action_page(self, by: int) -> None:
        """Go some pages down or up."""
        rows = self.query_one(VillageRows)
        rows.scroll_rows(by * rows.page)

    def action_export(self) -> None:
        """Write the comparison of all villages."""
        from data.joining.district.workbook import export_district

        try:
            path = export_district(
                self._district, dict(self._following.seen), datetime.now(UTC), self._out_dir
            )
        except CeremonyError as error:
            self._tell(error.sentence)
        else:
            self._tell("✔ " + _("Compared in {path}").format(path=path))

    def _tell(self, sentence: str) -> None:
        self.query_one("#told", Static).update(plain(sentence))

    def _look(self) -> None:
        found = overview(self._district, dict(self._following.seen), datetime.now(UTC))
        self.query_one("#head", Static).update(self._head(found))
        self.query_one(VillageRows).show(found)
        if self._following.trouble:
            self._tell(self._following.trouble)

    def _head(self, found: Overview) -> Content:
        now = hour_minute(datetime.now(UTC))
        silent = _("{count} not heard of").format(count=found.silent)
        return lines(
            [
                joined(
                    plain(f"{now}  ", "bold"),
                    plain(self._district.name, "bold $accent"),
                    plain(
                        "   "
                        + ngettext(
                            "{heard}/{all} village heard", "{heard}/{all} villages heard", len(found.rows)
                        ).format(heard=found.heard, all=len(found.rows))
                    ),
                    plain(f"   {silent}" if found.silent else "", "bold $error"),
                ),
                plain(
                    _("{households} · {delegates} · {running} under way").format(
                        households=counted.households_of(found.households),
                        delegates=counted.delegates_of(found.delegates),
                        running=found.running,
                    )
                ),
            ]
        )


def _keys() -> Content:
    ways = [
        ("↑ ↓", _("mark")),
        ("Enter", _("its log")),
        ("PgUp PgDn", _("scroll")),
        ("E", _("export")),
        ("Q", _("quit")),
    ]
    return joined(*[joined(plain(key, "bold $accent"), plain(f" {what}   ")) for key, what in ways])
