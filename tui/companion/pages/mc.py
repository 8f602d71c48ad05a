"""``/mc``: the MC's words in the hand; ticking off who was introduced, and GO where the phone may."""

from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from data.commands.stage import mc_words, stage
from data.companion.views.mc import mc_page
from data.errors import Refused
from data.language import N_, _
from tui.companion.pages.clock import WARNINGS
from tui.companion.serving.page import Page
from tui.companion.serving.page_routes import PageRoutes
from tui.companion.serving.visitor import Visitor

if TYPE_CHECKING:
    from tui.companion.serving.server import Companion

PATH = "/mc"
MC = Page(
    PATH,
    "mc/mc.html",
    right="mc",
    words={
        "title": N_("The MC's words"),
        "late": N_("CAME LATE, NOT INTRODUCED"),
        "more": N_("More of them in the list below:"),
        "delegates": N_("DELEGATES WHO ARE HERE"),
        "nobody": N_("No delegate has come yet."),
        "next": N_("Next:"),
        "blank": N_("Still blank:"),
        "closed": N_("The ceremony is closed."),
        "missed": N_("Missed; has been introduced now:"),
        "tick": N_("Has been introduced:"),
        "seen": N_("Read"),
        "hold": N_("Hold down:"),
        "asks": N_("Hold down (asks first):"),
        "locked": N_("Locked for a second"),
        "over": N_("The last item ends and the ceremony is closed. Is it over?"),
        "no": N_("No, not yet"),
        "yes": N_("Yes, it is over"),
        "smaller": N_("Smaller letters"),
        "larger": N_("Larger letters"),
        "refused": N_("This phone may not do that any more. Ask at the laptop."),
        "lost": N_("The laptop does not answer. Is the phone still on its Wi-Fi?"),
        **WARNINGS,
    },
)


def register(routes: PageRoutes, companion: "Companion") -> None:
    """Hang the page in, what it follows, and what the MC's thumb may do."""
    desk = _Desk(routes)
    routes.page(MC)
    routes.stream(f"{PATH}/theo-doi", "mc", desk.tell)
    routes.post(f"{PATH}/gioi-thieu", "mc", desk.introduce)
    routes.post(f"{PATH}/da-doc", "mc", desk.see_note)
    routes.post(f"{PATH}/go", "go", desk.go)


class _Desk:
    def __init__(self, routes: PageRoutes) -> None:
        self._routes = routes

    def tell(self, visitor: Visitor) -> dict[str, Any]:
        """What the page shows, whether this phone may press GO, and for how long GO is locked (seconds)."""
        session, host = self._routes.session, self._routes.host
        told: dict[str, Any] = to_builtins(mc_page(session.state, session.now()))
        locked = host.go_lock.left(host.clock.monotonic())
        return told | {"may_go": visitor.may("go"), "locked": locked}

    async def introduce(self, visitor: Visitor, asked: dict[str, Any]) -> dict[str, Any]:
        """Note that a delegate was read out; one who was already is left as they are."""
        session, guest = self._routes.session, asked.get("guest")
        if not isinstance(guest, int) or guest not in session.state.words.introduced:
            number = guest if isinstance(guest, int) else 0
            await self._routes.do(visitor, lambda: mc_words.introduce(session, [number]))
        return {}

    async def see_note(self, visitor: Visitor, asked: dict[str, Any]) -> dict[str, Any]:
        """Take a note off the page: the MC has read it."""
        session, note = self._routes.session, str(asked.get("note", ""))
        await self._routes.do(visitor, lambda: mc_words.see_note(session, note))
        return {}

    async def go(self, visitor: Visitor, asked: dict[str, Any]) -> dict[str, Any]:
        """Do what GO on the stage does, under the same lock. ``item`` is what the page said would begin."""
        session, host = self._routes.session, self._routes.host
        if not host.go_lock.is_fresh(host.clock.monotonic()):
            self._routes.changed()
            raise Refused(_("The next item was begun a moment ago. Look, then press once more."))
        expected = str(asked.get("item", ""))
        try:
            await self._routes.do(visitor, lambda: stage.go(session, expected))
        finally:
            host.go_lock.acted(host.clock.monotonic())
        return {}
