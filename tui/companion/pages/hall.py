"""``/hoi-truong``: the audience's page, for a projector or a television. Anybody may see it."""

from typing import TYPE_CHECKING

from msgspec import to_builtins

from data.companion.views.hall import hall_page
from data.language import N_
from tui.companion.serving.page import Page
from tui.companion.serving.page_routes import PageRoutes

if TYPE_CHECKING:
    from tui.companion.serving.server import Companion

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


def register(routes: PageRoutes, companion: "Companion") -> None:
    """Hang the page in, and what it follows."""
    routes.page(HALL)
    routes.stream(f"{PATH}/theo-doi", None, lambda _visitor: to_builtins(hall_page(routes.session.state)))
