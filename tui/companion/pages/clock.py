"""``/dong-ho``: the speaker's clock."""

from typing import TYPE_CHECKING

from msgspec import to_builtins

from data.companion.views.clock import clock_page
from data.language import N_
from data.messages.pace import WARNING_WORDS
from tui.companion.house import House
from tui.companion.page import Page

if TYPE_CHECKING:
    from tui.companion.server import Companion

PATH = "/dong-ho"
WARNINGS: dict[str, str] = {name: text for name, text in WARNING_WORDS.items() if text}
CLOCK = Page(
    PATH,
    "clock/clock.html",
    right="clock",
    words={"title": N_("The speaker's clock"), "lost": N_("waiting for the laptop"), **WARNINGS},
    open_here=True,
)


def register(house: House, companion: "Companion") -> None:
    """Hang the page in, and what it follows."""
    house.page(CLOCK)
    house.stream(
        f"{PATH}/theo-doi",
        "clock",
        lambda _visitor: to_builtins(clock_page(house.session.state, house.session.now())),
        open_here=True,
    )
