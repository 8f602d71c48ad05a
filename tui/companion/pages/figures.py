"""``/so-lieu``: the chairman's page."""

from typing import TYPE_CHECKING

from msgspec import to_builtins

from data.companion.views.figures import figures_page
from data.language import N_
from tui.companion.serving.page import Page
from tui.companion.serving.page_routes import PageRoutes

if TYPE_CHECKING:
    from tui.companion.serving.server import Companion

PATH = "/so-lieu"
FIGURES = Page(
    PATH,
    "figures/figures.html",
    right="figures",
    words={
        "title": N_("Who is here, in numbers"),
        "households": N_("households"),
        "people": N_("people"),
        "delegates": N_("delegates"),
        "missing": N_("Not here yet:"),
        "by_delegation": N_("By delegation"),
        "by_hamlet": N_("Households by hamlet"),
        "no_name": N_("without a hamlet"),
        "left": N_("Went home early:"),
        "lost": N_("The laptop does not answer. Is the phone still on its Wi-Fi?"),
    },
)


def register(routes: PageRoutes, companion: "Companion") -> None:
    """Hang the page in, and what it follows."""
    routes.page(FIGURES)
    routes.stream(
        f"{PATH}/theo-doi",
        "figures",
        lambda _visitor: to_builtins(figures_page(routes.session.state, routes.session.now())),
    )
