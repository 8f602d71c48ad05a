"""The pages, a module each with ``register(house, companion)``; how to write one stands in ``house.py``."""

from typing import TYPE_CHECKING, Protocol

from tui.companion.house import House
from tui.companion.pages import clock, figures, hall, letters, mc, pairing, scanning

if TYPE_CHECKING:
    from tui.companion.server import Companion


class PageModule(Protocol):
    """A module of a page."""

    def register(self, house: House, companion: "Companion") -> None:
        """Hang the page's routes into the house."""
        ...


MODULES: tuple[PageModule, ...] = (pairing, scanning, letters, hall, clock, mc, figures)
"""All of them."""
