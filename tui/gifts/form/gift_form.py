"""The form of one handover, filled from the plan and the agenda; what a person typed over stays theirs."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from data.commands.gifts.gifts import amount
from data.errors import Refused
from data.language import _
from data.messages.things import item_text
from data.model.event import Event
from data.model.plan import Gift
from data.plans.typed import time_of_day
from data.queries.handover_defaults import planned_person
from data.queries.stage.spoken.live_facts import live_facts
from data.queries.stage.spoken.script import blank_labels
from data.state.state import State
from data.text.typed.numbers.amount import figures, is_money
from data.text.typed.numbers.money import money_words
from data.text.unit_words import unit_word
from tui.gifts.form.person_line import PersonLine
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.inline_select import InlineSelect
from tui.widgets.static_cached import StaticCached

EACH = "each"
"""What the choice says for a gift that every household gets."""
ROLES = ("giver", "receiver", "witness")
_FEW_DIGITS = 4
"""A number this short says itself."""
_ALWAYS_VISITED = ("gift-giver", "gift-receiver", "gift-quantity", "gift-note")


class GiftForm(Vertical):
    """Who, to whom, how many, when, in which agenda item. Enter goes on and never logs anything."""

    DEFAULT_CSS = """
    GiftForm { height: auto; padding: 0 1; }
    GiftForm .field { height: 1; }
    GiftForm .label { width: 12; color: $foreground 70%; }
    GiftForm .short { width: auto; color: $foreground 70%; padding: 0 1 0 2; }
    GiftForm .field > LineInput { width: 1fr; }
    GiftForm #gift-quantity { width: 12; }
    GiftForm #gift-unit { width: 12; }
    GiftForm #gift-time { width: 12; }
    GiftForm #gift-item { width: 1fr; height: 1; }
    GiftForm #gift-share { width: 1fr; height: 1; }
    GiftForm .new-only { display: none; }
    GiftForm.new .new-only { display: block; layout: horizontal; }
    GiftForm > StaticCached { height: auto; max-height: 2; padding: 0 0 0 12; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._offered: dict[str, str] = {"quantity": "", "item": ""}
        self._templates: dict[str, str] = {}
        self._facts: dict[str, str] = {}
        self._event: Event | None = None
        self._gift: Gift | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="field new-only"):
            yield Static(plain(_("What it is")), classes="label")
            yield LineInput(placeholder=_("name of the gift"), selects=True, id="gift-name")
            yield Static(plain(_("unit")), classes="short")
            yield LineInput(selects=True, id="gift-unit")
        with Horizontal(classes="field new-only"):
            yield Static(plain(_("It is given")), classes="label")
            yield InlineSelect(
                [("once", _("now, from one to another")), (EACH, _("to every household, by its card"))],
                id="gift-share",
            )
        for role, label in zip(ROLES, (_("Given by"), _("Received by"), _("Witness")), strict=True):
            yield PersonLine(role, label)
        with Horizontal(classes="field after-people"):
            yield Static(plain(_("How many")), classes="label")
            yield LineInput(selects=True, id="gift-quantity")
            yield Static(plain(_("in")), classes="short")
            yield InlineSelect([("", _("no agenda item"))], id="gift-item")
        with Horizontal(classes="field after-people"):
            yield Static(plain(_("When")), classes="label")
            yield LineInput(placeholder=_("now"), selects=True, id="gift-time")
            yield Static(plain(_("Note")), classes="short")
            yield LineInput(selects=True, id="gift-note")
        yield StaticCached()

    def line(self, field: str) -> LineInput:
        """The line of a field: ``giver`` (the name), ``quantity``, ``time``, ``note``, ``name``, ``unit``."""
        return self.query_one(f"#gift-{field}", LineInput)

    def value(self, field: str) -> str:
        """What a field says."""
        return self.line(field).value.strip()

    def person_line(self, role: str) -> PersonLine:
        """The line of the giver, the receiver or the witness."""
        return self.query_one(f"#person-{role}", PersonLine)

    @property
    def item(self) -> str:
        """The id of the agenda item, empty for none."""
        return self.query_one("#gift-item", InlineSelect).value

    @property
    def is_for_households(self) -> bool:
        """Whether a gift that the event does not have is for every household."""
        return self.has_class("new") and self.query_one("#gift-share", InlineSelect).value == EACH

    @property
    def is_blank(self) -> bool:
        """Whether nobody has typed anything over what the plan says."""
        people = all(not self.person_line(role).is_name_edited for role in ROLES)
        return people and not self.value("note") and not self.value("time")

    def offer(
        self, gift: Gift | None, quantity: str, state: State, *, anew: bool = False, of_another: bool = False
    ) -> None:
        """Fill in what the plan says of ``gift`` (None: one that the plan does not have).

        Edited fields are left alone unless ``anew``; the number only while it is ``of_another`` gift
        than before.
        """
        self.set_class(gift is None, "new")
        self._gift = gift
        self._facts, self._event = live_facts(state), state.event
        self._templates = {role: getattr(gift, role) if gift else "" for role in ROLES}
        for role in ROLES:
            self.person_line(role).offer(planned_person(self._templates[role], self._facts), anew=anew)
        self._put("quantity", quantity, anew=anew or of_another)
        self._offer_item(gift, state, anew=anew)
        if anew:
            self.query_one("#gift-share", InlineSelect).choose("once")
            for field in ("time", "note", "name", "unit"):
                self.line(field).value = ""
        self._say_gaps()

    def _put(self, field: str, text: str, *, anew: bool) -> None:
        line = self.line(field)
        if anew or line.value == self._offered[field]:
            line.value = text
        self._offered[field] = text

    def _offer_item(self, gift: Gift | None, state: State, *, anew: bool) -> None:
        choice = self.query_one("#gift-item", InlineSelect)
        is_edited = not anew and choice.value != self._offered["item"]
        items = [(item.id, item_text(item.id, state)) for item in state.event.program]
        choice.relabel([("", _("no agenda item")), *items])
        offered = state.agenda_progress.current or (gift.item if gift else "")
        if not is_edited:
            choice.choose(offered)
        self._offered["item"] = offered

    def on_resize(self) -> None:
        self._say_gaps()

    def on_descendant_focus(self) -> None:
        self._open_people()

    def on_descendant_blur(self) -> None:
        self._open_people()

    def _open_people(self) -> None:
        """Titles are narrow only while the form is looked at as a whole."""
        typing = self.has_pseudo_class("focus-within")
        for role in ROLES:
            self.person_line(role).open(typing)

    def on_input_changed(self) -> None:
        self._say_gaps()

    def _say_gaps(self) -> None:
        """Name the blanks of the plan that leave a name open which nobody has filled in."""
        if self._event is None:
            return
        unfilled = (role for role in ROLES if not self.person_line(role).line("name").value.strip())
        open_fields = " ".join(self._templates.get(role, "") for role in unfilled)
        missing = blank_labels(open_fields, self._facts, self._event)
        # Of two lines a word may be too long for the end of the first.
        width = self.query_one(StaticCached).size.width or self.size.width - 16
        room = width if self.screen.has_class("-short") else 2 * width - 8
        when = " ".join(filter(None, (self._how_many(), self._when())))
        note = "⚠ " + _("Still blank (F10): {labels}").format(labels="; ".join(missing)) if missing else ""
        cut = note[: room - 1].rstrip() + "…" if self.size.width and len(note) > room else note
        told = " ".join(filter(None, (when, cut)))
        self.query_one(StaticCached).display = bool(told)
        self.query_one(StaticCached).show(plain(told, "$warning"))

    def _how_many(self) -> str:
        """How a sum of money that was typed is understood; empty for mere digits."""
        typed, gift = self.value("quantity"), self._gift
        if (typed.isdecimal() and len(typed) <= _FEW_DIGITS) or not typed:
            return ""
        try:
            number, unit = amount(typed, gift.unit if gift else self.value("unit"))
        except Refused as refused:
            return refused.sentence
        if is_money(unit):
            return f"= {money_words(number)}"
        return f"= {figures(number, unit)} {unit_word(unit, number)}".rstrip()

    def _when(self) -> str:
        """How the time that was typed is understood; empty for now."""
        typed = self.value("time")
        try:
            return f"= {time_of_day(typed)}" if typed else ""
        except Refused as refused:
            return refused.sentence

    def begin(self) -> None:
        """Put the focus on the first field."""
        self._order()[0].focus()

    def go_on_from(self, line: LineInput) -> bool:
        """Put the focus on the next field that may need a look; False after the last one.

        Titles, organisations and the witness are passed over where they are filled in, and the time,
        which is now unless somebody says otherwise.
        """
        order = self._order()
        place = order.index(line) + 1 if line in order else 0
        for following in order[place:]:
            if following.id in _ALWAYS_VISITED or not following.value:
                following.focus()
                return True
        return False

    def _order(self) -> list[LineInput]:
        new = [self.line("name"), self.line("unit")] if self.has_class("new") else []
        people = [line for role in ROLES for line in self.person_line(role).lines]
        return [*new, *people, self.line("quantity"), self.line("note")]
