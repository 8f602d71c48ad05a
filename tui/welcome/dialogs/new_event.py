"""N on the first screen: an event from the plan."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from data.clock import local
from data.commands import understood
from data.errors import PlanInvalid, Refused
from data.language import _
from data.model.plan import Plan, Site
from data.plans.load import list_plans, load_plan
from data.plans.plan_words import plan_kind
from data.plans.typed import day as read_day
from data.session.create_event import create_event, moved_times, own_place
from data.session.folders.folder_name import check_folder_name
from data.session.folders.home import event_folders, home
from data.session.folders.peek import peek
from data.text.slug import slug
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice
from tui.widgets.lists.inline_select import InlineSelect

_PLACE = ("village", "commune", "district")
_FIELDS = ("date", "start", "folder")
_OTHER = "+"
"""Ends the key of a plan's row for a village that the plan does not name."""


class _Where(NamedTuple):
    """A row of the choice: what it is called, its plan, and the site, None for a village of one's own."""

    label: str
    plan: Plan
    site: Site | None


class NewEventDialog(Dialog[Path]):
    """Site, date, start and folder; dismisses with the folder of the event that was made.

    For a village that no plan names its name, commune and district are asked for first.
    """

    BINDINGS = [("ctrl+s", "make", "")]
    AUTO_FOCUS = "#site"
    CSS = """
    NewEventDialog .place { display: none; }
    NewEventDialog.other .place { display: block; layout: horizontal; }
    NewEventDialog .form-row { margin-bottom: 0; }
    NewEventDialog.other .spare { display: none; }
    NewEventDialog #told { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(_("New event"))
        self._sites = _sites()
        self._before = _earlier_events()
        self._suggested = ""

    def content(self) -> ComposeResult:
        labels = {
            "date": (_("Date"), _("{day}, or empty: not known yet").format(day=f"{self._today:%d/%m/%Y}")),
            "start": (_("Start"), _("08:00")),
            "folder": (_("Folder"), ""),
            "village": (_("Village"), _("for example thôn Đông Hải")),
            "commune": (_("Commune"), _("for example xã Minh Khai")),
            "district": (_("District"), _("huyện Vũ Thư, or empty")),
        }
        yield Static(plain(_("Where is it held?"), "$foreground 70%"))
        yield Choice([(key, where.label) for key, where in self._sites.items()], id="site")
        for field in _PLACE:
            label, hint = labels[field]
            with Horizontal(classes="form-row place"):
                yield Static(plain(label), classes="label")
                yield LineInput(placeholder=hint, selects=True, id=field)
        yield Static(plain(""), classes="spare")
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
                yield LineInput(self._first(field), placeholder=hint, selects=True, id=field)
        yield Static(id="told")
        yield Static(plain(_("It is kept in {folder}").format(folder=home()), "$foreground 60%"))
        yield Static(plain(_("Enter: next field, in the last: make it (or ^S).  Esc: leave."), "dim"))

    def on_mount(self) -> None:
        self._suggest()

    def on_choice_changed(self) -> None:
        self._suggest()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id in ("date", *_PLACE):
            self._suggest()
        self._tell()

    def _tell(self) -> None:
        """Say how what was typed is understood: the day with its weekday, the times, the place."""
        told = self.query_one("#told", Static)
        try:
            day, start = self._line("date").value, self._line("start").value.strip()
            chosen = self._chosen
            parts = [understood.day(day, self._today)]
            if start and chosen is not None:
                parts.append(moved_times(chosen.plan, start))
            if chosen is not None and chosen.site is None and self._line("village").value.strip():
                place = self._place(chosen.plan)
                parts.append(", ".join(filter(None, (place.village, place.commune, place.district))))
        except Refused as refused:
            told.update(plain(refused.sentence, "$warning"))
        else:
            words = " · ".join(filter(None, parts))
            told.update(plain(f"→ {words}" if words else "", "$success"))

    @property
    def _chosen(self) -> _Where | None:
        return self._sites.get(self.query_one("#site", Choice).value)

    @property
    def _today(self) -> date:
        return local(self.program.clock.now()).date()

    def _place(self, plan: Plan) -> Site:
        return own_place(plan, *(self._line(field).value for field in _PLACE))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j") and isinstance(self.focused, Choice):
            event.stop()
            others = self.query("#before")
            if self.has_class("other") and self.focused.id == "site":
                self._line("village").focus()
            else:
                (others.first() if others and self.focused.id == "site" else self._line("date")).focus()
        elif event.is_printable and event.character and isinstance(self.focused, Choice):
            # A choice takes no letters: whoever types has gone on to the next line.
            event.stop()
            is_place = self.has_class("other") and self.focused.id == "site"
            line = self._line("village" if is_place else "date")
            self.set_focus(line)
            # Behind the focus, which selects what stands there.
            line.call_later(line.insert_typed, event.character)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        order = (*_PLACE, *_FIELDS)
        place = order.index(event.line.id or "")
        if place == len(order) - 1:
            self.action_make()
        elif event.line.id == _PLACE[-1] and self._before:
            self.query_one("#before").focus()
        else:
            self._line(order[place + 1]).focus()

    def action_make(self) -> None:
        chosen = self._chosen
        with self.program.refusals():
            if chosen is None:
                raise Refused(_("There is no plan to make an event from; look in assets/plans."))
            place = self._place(chosen.plan) if chosen.site is None else chosen.site
            name = self._line("folder").value.strip()
            # Checked before it becomes part of a path, where a slash would be one folder more.
            check_folder_name(name)
            folder = home() / name
            create_event(
                folder,
                chosen.plan,
                place=place,
                on=read_day(self._line("date").value, self._today),
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
        plans = [where.plan for where in self._sites.values()]
        return plans[0].start if field == "start" and plans else ""

    def _line(self, field: str) -> LineInput:
        return self.query_one(f"#{field}", LineInput)

    def _suggest(self) -> None:
        """Take the plan's own start and a folder named after site and date, until others are typed."""
        chosen = self._chosen
        self.set_class(chosen is not None and chosen.site is None, "other")
        start, line = self._line("start"), self._line("folder")
        if chosen is not None and start.value in {where.plan.start for where in self._sites.values()}:
            start.value = chosen.plan.start
        if chosen is None or line.value != self._suggested:
            return
        try:
            day = read_day(self._line("date").value, self._today)
        except Refused:
            day = None
        try:
            place = self._place(chosen.plan).id if chosen.site is None else chosen.site.id
        except Refused:
            place = ""
        self._suggested = slug(f"{place} {day or ''}") if place else ""
        line.value = self._suggested


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


def _sites() -> dict[str, _Where]:
    """Every site of every plan, and for each plan a village that it does not name."""
    found: dict[str, _Where] = {}
    for path in list_plans():
        try:
            plan = load_plan(path)
        except PlanInvalid:
            continue
        kind = plan_kind(plan)
        for site in plan.sites:
            label = f"{kind} · {site.village}, {site.commune}"
            found[f"{path.stem}/{site.id}"] = _Where(label, plan, site)
        found[f"{path.stem}/{_OTHER}"] = _Where(f"{kind} · " + _("another village…"), plan, None)
    return found
