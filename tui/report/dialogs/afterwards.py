"""F8 at the report: what is done with an event once its day is over, a letter each."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from data.clock import local
from data.commands.event.closing import close_event, may_close, missing_laptops, reopen_event
from data.language import _
from data.purge.purge import Purge, confirmation, purge, to_purge
from data.session.session import Session
from data.state.closing import Rest
from data.text import counted
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Ask
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.dialogs.letter_menu import LetterMenu
from tui.report.dialogs.archive_place import ArchivePlaceDialog
from tui.report.dialogs.choose_export import ChooseExportDialog, ExportChoice
from tui.report.widgets.still_open import gifts_to_give
from tui.safe_text import fit, joined, lines, plain

_FOREIGN_SHOWN = 3
_GIFTS_SHOWN = 6
_COPIES_SHOWN = 6
_WIDTH = 66


class AfterwardsChoice(NamedTuple):
    """What came of the dialog: a sentence about what was done, or long work that the screen should do."""

    sentence: str = ""
    export: ExportChoice | None = None
    archive: Path | None = None
    purged: bool = False


class AfterwardsDialog(LetterMenu[AfterwardsChoice]):
    """Letters, or arrows and Enter. What cannot be undone is asked twice, and then typed."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("After the ceremony"))
        self._state = session.state
        self._since = session.closed
        self._missing = ", ".join(laptop.name for laptop in missing_laptops(session))
        self.actions = {
            "e": (_("export, choosing what is in it"), self._export),
            "a": (_("archive: the whole event in one zip, for another laptop"), self._archive),
        }
        if self._since is None:
            self.actions["c"] = (_("close the event: nothing more is recorded"), self._ask_to_close)
        else:
            self.actions["o"] = (_("open the event again"), self._ask_to_reopen)
            if self._missing:
                told = _("do not wait for entries of {names} any more").format(names=self._missing)
                self.actions["c"] = (told, self._close_without)
            self.actions["d"] = (_("delete personal data, keeping counts and times"), self._ask_to_purge)

    def content(self) -> ComposeResult:
        yield Static(_standing(self._state.rest, self._since, self._missing), classes="question")
        yield from self.menu()

    def act(self, letter: str) -> None:
        with self.program.refusals():
            super().act(letter)

    def _export(self) -> None:
        def chosen(choice: ExportChoice | None) -> None:
            if choice is not None:
                self.dismiss(AfterwardsChoice(export=choice))

        self.app.push_screen(ChooseExportDialog(), chosen)

    def _archive(self) -> None:
        from data.finding.places import places

        def chosen(folder: Path | None) -> None:
            if folder is not None:
                self.dismiss(AfterwardsChoice(archive=folder))

        beside = self.program.open_session.folder.resolve().parent
        self.app.push_screen(ArchivePlaceDialog(beside, places()), chosen)

    def _ask_to_close(self) -> None:
        may_close(self.program.open_session)
        told = _(
            "Scans and all other entries are refused from then on, until the event is opened again here."
        )
        ungiven = [plain("⚠ " + text, "$warning") for text in gifts_to_give(self._state)]
        shown = ungiven[:_GIFTS_SHOWN]
        if len(ungiven) > len(shown):
            more = _("and {count} more").format(count=len(ungiven) - len(shown))
            shown.append(plain(more, "$warning"))
        self._ask(_("Close the event?"), lines([*shown, plain(told)]), _("Yes, close"), self._close_event)

    def _close_event(self) -> None:
        told = _("The event is closed; further entries are refused.")
        if self._missing:
            told += " " + _missing_text(self._missing)
        self._carry_out_closing(told, without_others=False)

    def _close_without(self) -> None:
        self._carry_out_closing(_("The event is closed; further entries are refused."), without_others=True)

    def _carry_out_closing(self, told: str, *, without_others: bool) -> None:
        close = partial(close_event, self.program.open_session, without_others=without_others)
        carry_out(self, close, lambda _entry: self.leave_with(AfterwardsChoice(told)))

    def _ask_to_reopen(self) -> None:
        question = plain(_("It is recorded that the event was opened again, and when."))
        self._ask(_("Open the event again?"), question, _("Yes, open"), self._reopen_event)

    def _reopen_event(self) -> None:
        done = AfterwardsChoice(_("The event takes entries again."))
        carry_out(
            self, partial(reopen_event, self.program.open_session), lambda _entry: self.leave_with(done)
        )

    def _ask_to_purge(self) -> None:
        found = to_purge(self.program.open_session)
        self._ask(
            _("Delete personal data?"), _what_goes(found), _("Yes, go on"), lambda: self._ask_copies(found)
        )

    def _ask_copies(self, found: Purge) -> None:
        """Ask about copies elsewhere, if there are any: No leaves them, and goes on."""
        if not found.copies:
            self._ask_village(())
            return

        def answered(agreed: bool | None) -> None:
            self._ask_village(found.copies if agreed else ())

        title = counted.copies_question(len(found.copies))
        self.app.push_screen(Ask(title, _copies(found), _("Yes, delete them too")), answered)

    def _ask_village(self, copies: tuple[Path, ...]) -> None:
        expected = confirmation(self._state.event)

        gone: list[Purge] = []

        def save(typed: dict[str, str]) -> None:
            gone.append(purge(self.program.open_session, typed["village"], copies))

        def done(saved: bool | None) -> None:
            if saved:
                self.dismiss(AfterwardsChoice(_what_went(gone[0]), purged=True))

        label = _("To delete, type: {text}").format(text=expected)
        dialog = EditValueDialog(
            _("Delete personal data"),
            [Field("village", label)],
            save,
            why=_("This cannot be undone."),
            keys=_("Enter: delete.  Esc: leave everything as it is."),
        )
        self.app.push_screen(dialog, done)

    def _ask(self, title: str, question: Content, yes: str, act: Callable[[], None]) -> None:
        def answered(agreed: bool | None) -> None:
            if agreed:
                act()

        self.app.push_screen(Ask(title, question, yes), answered)


def _missing_text(names: str) -> str:
    told = _(
        "Entries of {names} may be missing: close it there, too, and merge. "
        "If it will not come back: F6, F8, C."
    )
    return told.format(names=names)


def _standing(rest: Rest, since: datetime | None, missing: str) -> Content:
    rows = [plain(_("The event takes entries."))]
    if since is not None:
        closed = _("The event was closed on {day}.").format(day=f"{local(since):%d/%m/%Y %H:%M}")
        rows = [joined(plain("✔ ", "$success"), closed)]
        if missing:
            rows.append(plain("⚠ " + _missing_text(missing), "$warning"))
    if rest.purged is not None:
        day = f"{local(rest.purged):%d/%m/%Y %H:%M}"
        rows.append(
            joined(plain("✔ ", "$success"), _("Personal data were deleted on {day}.").format(day=day))
        )
    return lines(rows)


def _what_goes(found: Purge) -> Content:
    rows = [
        plain("⚠ " + _("Not signed yet: {paper}").format(paper=title), "bold $warning")
        for title in found.unsigned[:_FOREIGN_SHOWN]
    ]
    unsigned = len(found.unsigned) - _FOREIGN_SHOWN
    if unsigned > 0:
        told = _("Papers not signed yet, besides these: {count}").format(count=unsigned)
        rows.append(plain("⚠ " + told, "bold $warning"))
    text = _("Names and all else that tells who somebody is: {guests}. Files: {files}.")
    guests = counted.guests(found.guests)
    rows.append(plain(text.format(guests=guests, files=len(found.files)), "bold"))
    for path in found.foreign[:_FOREIGN_SHOWN]:
        told = _("Not made by this program, and deleted too: {path}").format(path=path.name)
        rows.append(plain(fit(told, _WIDTH).rstrip(), "$warning"))
    more = len(found.foreign) - _FOREIGN_SHOWN
    if more > 0:
        rows.append(plain(_("and {count} more").format(count=more), "$warning"))
    if found.copies:
        rows.append(
            plain(_("Copies elsewhere: {count}; they are asked about next.").format(count=len(found.copies)))
        )
    rows += [
        plain(_("The same event lies here too, with names: {path}").format(path=path), "$warning")
        for path in found.other_folders[:_FOREIGN_SHOWN]
    ]
    rows += [
        plain(""),
        plain(_("What was copied away by other means still holds names. This cannot be undone.")),
    ]
    return lines(rows)


def _what_went(gone: Purge) -> str:
    told = _("Personal data are deleted; counts and times stayed. Files: {files}.").format(
        files=len(gone.files)
    )
    if not gone.copies:
        return told
    return told + " " + _("Copies elsewhere deleted: {count}.").format(count=len(gone.copies))


def _copies(found: Purge) -> Content:
    shown = [plain(str(path)) for path in found.copies[:_COPIES_SHOWN]]
    left = len(found.copies) - len(shown)
    more = [plain(_("and {count} more").format(count=left))] if left > 0 else []
    return lines([*shown, *more, plain(""), plain(_("They hold names. “No” leaves them where they are."))])
