"""The pages, a module each with ``register(routes, companion)``.

How to write one stands in ``tui/companion/serving/page_routes.py``.
"""

from typing import Protocol

from tui.companion.host import Host
from tui.companion.pages import clock, figures, hall, letters, mc, pairing, scanning
from tui.companion.serving.page_routes import PageRoutes
from tui.companion.serving.server import Companion


class PageModule(Protocol):
    """A module of a page."""

    def register(self, routes: PageRoutes, companion: Companion) -> None:
        """Hang the page and all that it asks for into the routes."""
        ...


MODULES: tuple[PageModule, ...] = (pairing, scanning, letters, hall, clock, mc, figures)
"""All of them."""


def companion_with_pages(host: Host, *, bind: str = "", ports: range | None = None) -> Companion:
    """The server of the program ``host`` with all pages, not started yet; see ``Companion``."""
    companion = Companion(host, bind=bind, ports=ports)
    for module in MODULES:
        module.register(companion.routes, companion)
    return companion
