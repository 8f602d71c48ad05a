"""``/hoi-truong``: the audience's page, for a projector or a television. Anybody may see it."""

from typing import TYPE_CHECKING

from msgspec import to_builtins

from data.companion.views.hall import hall_page
from data.language import N_
from tui.companion.house import House
from tui.companion.page import Page

if TYPE_CHECKING:
    from tui.companion.server import Companion

PATH = "/hoi-truong"
HALL = Page(
    PATH,
    "hall/hall.html",
    right=None,
    words={
        "title": N_("The hall's screen"),
        "hint": N_("Click, or press F: the whole screen"),
        "lost": N_("waiting for the laptop"),
    },
)


def register(house: House, companion: "Companion") -> None:
    """Hang the page in, and what it follows."""
    house.page(HALL)
    house.stream(f"{PATH}/theo-doi", None, lambda _visitor: to_builtins(hall_page(house.session.state)))
