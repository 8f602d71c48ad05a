"""N on the first screen: an event from the plan."""

import re
from datetime import date
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from data.errors import PlanInvalid, Refused
from data.language import _
from data.model.plan import Plan, Site
from data.plans.load import list_plans, load_plan
from data.session.create_event import create_event
from data.session.folder_name import check_folder_name
from data.session.home import event_folders, home, peek
from data.text.slug import slug
from tui.frame.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice
from tui.widgets.lists.inline_select import InlineSelect

_FIELDS = ("date", "start", "folder")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class NewEventDialog(Dialog[Path]):
    """Site, date, start and folder; dismisses with the folder of the event that was made."""

    BINDINGS = [("ctrl+s", "make", "")]
    AUTO_FOCUS = "#site"

    def __init__(self) -> None:
        super().__init__(_("New event"))
        self._sites = _sites()
        self._before = _earlier_events()
        self._suggested = ""

    def content(self) -> ComposeResult:
        labels = {
            "date": (_("Date"), _("15/06/2022, or empty: not known yet")),
            "start": (_("Start"), _("08:00")),
            "folder": (_("Folder"), ""),
        }
        yield Static(plain(_("Where is it held?"), "$foreground 70%"))
        yield Choice([(key, label) for key, (label, _plan, _site) in self._sites.items()], id="site")
        yield Static(plain(""))
        if self._before:
            with Horizontal(classes="form-row"):
                yield Static(plain(_("Guests")), classes="label")
                yield InlineSelect(
                    [("", _("nobody yet: a list is read in later")), *self._before], id="before"
                )
        for field in _FIELDS:
            label, hint = labels[field]
            with Horizontal(classes="form-row"):
                yield Static(plain(label), classes="label")
                yield LineInput(self._first(field), placeholder=hint, id=field)
        yield Static(plain(_("It is kept in {folder}").format(folder=home()), "$foreground 60%"))
        yield Static(plain(""))
        yield Static(
            plain(_("Enter: next field.  Enter in the last field or ^S: make it.  Esc: leave."), "dim")
        )

    def on_mount(self) -> None:
        self._suggest()

    def on_choice_changed(self) -> None:
        self._suggest()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "date":
            self._suggest()

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j") and isinstance(self.focused, Choice):
            event.stop()
            others = self.query("#before")
            (others.first() if others and self.focused.id == "site" else self._line("date")).focus()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        place = _FIELDS.index(event.line.id or "")
        if place == len(_FIELDS) - 1:
            self.action_make()
        else:
            following = self._line(_FIELDS[place + 1])
            following.cursor_position = len(following.value)
            following.focus()

    def action_make(self) -> None:
        chosen = self._sites.get(self.query_one("#site", Choice).value)
        with self.program.refusals():
            if chosen is None:
                raise Refused(_("There is no plan to make an event from; look in assets/plans."))
            _label, plan, site = chosen
            name = self._line("folder").value.strip()
            # Checked before it becomes part of a path, where a slash would be one folder more.
            check_folder_name(name)
            folder = home() / name
            create_event(
                folder,
                plan,
                site=site.id,
                on=read_day(self._line("date").value),
                start=self._line("start").value.strip(),
                guests_from=self._guests_from,
                clock=self.program.clock,
            )
            self.dismiss(folder)

    @property
    def _guests_from(self) -> Path | None:
        """The earlier event whose guests are invited again."""
        chosen = "".join(choice.value for choice in self.query("#before").results(InlineSelect))
        return home() / chosen if chosen else None

    def _first(self, field: str) -> str:
        plans = [plan for _label, plan, _site in self._sites.values()]
        return plans[0].start if field == "start" and plans else ""

    def _line(self, field: str) -> LineInput:
        return self.query_one(f"#{field}", LineInput)

    def _suggest(self) -> None:
        """Take the plan's own start and a folder named after site and date, until others are typed."""
        chosen = self._sites.get(self.query_one("#site", Choice).value)
        start, line = self._line("start"), self._line("folder")
        if chosen is not None and start.value in {plan.start for _label, plan, _site in self._sites.values()}:
            start.value = chosen[1].start
        if chosen is None or line.value != self._suggested:
            return
        try:
            day = read_day(self._line("date").value)
        except Refused:
            day = None
        self._suggested = slug(f"{chosen[2].id} {day or ''}")
        line.value = self._suggested


def read_day(text: str) -> date | None:
    """The day that was typed as 15/06/2022 (or 2022-06-15); None for nothing. Raises Refused."""
    text = text.strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text)
    except ValueError as error:
        raise Refused(
            _("“{text}” is not a date; write it as 15/06/2022, or leave it empty.").format(text=text)
        ) from error


def _earlier_events() -> list[tuple[str, str]]:
    """The events in the home by their folder's name, the latest first, with what to call them."""
    found = [(folder.name, event) for folder in event_folders(home()) if (event := peek(folder))]
    found.sort(key=lambda one: one[1].date or date.max, reverse=True)
    return [
        (
            name,
            _("of {village}, {date} ({folder})").format(
                village=event.site.village,
                date=f"{event.date:%d/%m/%Y}" if event.date else _("no date"),
                folder=name,
            ),
        )
        for name, event in found
    ]


def _sites() -> dict[str, tuple[str, Plan, Site]]:
    """Every site of every plan, with what to call it."""
    found: dict[str, tuple[str, Plan, Site]] = {}
    for path in list_plans():
        try:
            plan = load_plan(path)
        except PlanInvalid:
            continue
        for site in plan.sites:
            label = f"{site.village}, {site.commune} · {plan.event_title}"
            found[f"{path.stem}/{site.id}"] = (label, plan, site)
    return found
