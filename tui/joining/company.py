"""What these dialogs may ask of the program beyond what every place may."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from textual.dom import DOMNode

from tui.frame.program import Program

if TYPE_CHECKING:
    from data.joining.place import AnyPlace
    from data.joining.together import Together


class Company(Protocol):
    """Several laptops, as the running program has them."""

    together: "Together | None"

    @property
    def line(self) -> tuple[str, str]:
        """How the laptops stand together, and how urgent that is."""
        ...

    def share(self) -> None:
        """Share the open event from this laptop."""
        ...

    def join(self, place: "AnyPlace") -> None:
        """Be together with those who have the open event too."""
        ...

    def switch_off(self) -> None:
        """Leave the others."""
        ...


class Accompanied(Program, Protocol):
    """The program with its company."""

    company: Company

    def open_event(self, folder: Path, at: str = "") -> None:
        """Open an event at its place ``at``, else its door."""
        ...


def accompanied(node: DOMNode) -> Accompanied:
    """The program that a dialog runs in."""
    return cast(Accompanied, node.app)
