"""``/dong-ho``: the speaker's clock."""

from typing import TYPE_CHECKING

from msgspec import to_builtins

from data.companion.views.clock import clock_page
from data.language import N_
from data.messages.pace import WARNING_WORDS
from tui.companion.serving.page import Page
from tui.companion.serving.page_routes import PageRoutes

if TYPE_CHECKING:
    from tui.companion.serving.server import Companion

PATH = "/dong-ho"
WARNINGS: dict[str, str] = {name: text for name, text in WARNING_WORDS.items() if text}
CLOCK = Page(
    PATH,
    "clock/clock.html",
    right="clock",
    words={"title": N_("The speaker's clock"), "lost": N_("waiting for the laptop"), **WARNINGS},
    open_here=True,
)


def register(routes: PageRoutes, companion: "Companion") -> None:
    """Hang the page in, and what it follows."""
    routes.page(CLOCK)
    routes.stream(
        f"{PATH}/theo-doi",
        "clock",
        lambda _visitor: to_builtins(clock_page(routes.session.state, routes.session.now())),
        open_here=True,
    )
