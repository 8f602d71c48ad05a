"""The agenda's rows on F10: moved, given other minutes, switched on and off."""

from functools import partial

from data.commands.event.event import move_item, set_item, switch_item
from data.language import _
from data.model.plan import AgendaItem
from tui.frame.carrying_out import carry_out
from tui.frame.event_screen import CeremonyScreen
from tui.widgets.lists.sheet import Sheet, SheetRow

_FOR_ITEMS = ("earlier", "later")


class AgendaRows(CeremonyScreen):
    """What is done with the marked row where it is an item of the agenda."""

    def offers(self, action: str) -> bool:
        return isinstance(self._about, AgendaItem) if action in _FOR_ITEMS else super().offers(action)

    def action_more(self) -> None:
        self._change_minutes(1)

    def action_fewer(self) -> None:
        self._change_minutes(-1)

    def action_earlier(self) -> None:
        self._move(-1)

    def action_later(self) -> None:
        self._move(1)

    def action_switch(self) -> None:
        """Take an optional item into the agenda, or out of it."""
        if item := self._item:
            carry_out(self, partial(switch_item, self.session, item.id, item.optional))

    def _change_minutes(self, by: int) -> None:
        if item := self._item:
            carry_out(self, partial(set_item, self.session, item.id, minutes=item.minutes + by))

    def _move(self, by: int) -> None:
        if item := self._item:
            carry_out(self, partial(move_item, self.session, item.id, by))

    @property
    def _row(self) -> SheetRow | None:
        return self.query_one(Sheet).marked

    @property
    def _about(self) -> object:
        """What the marked row is about."""
        return self._row.about if self._row else None

    @property
    def _item(self) -> AgendaItem | None:
        """The item of the marked row; where it is none, that is said."""
        about = self._about
        self.strip.clear()
        if isinstance(about, AgendaItem):
            return about
        self.strip.say(_("Choose an item of the agenda with ↑ ↓ first."), "misread")
        return None
