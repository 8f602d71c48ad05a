"""How a screen, a dialog or a part of one has something recorded, however slow the disk is."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.dom import DOMNode

from tui.frame.program import OfProgram, program_of

Result = TypeVar("Result")


def carry_out(
    node: DOMNode, command: Callable[[], Result], then: Callable[[Result], Any] = lambda _result: None
) -> None:
    """Do ``command``, which touches no widget, and give what it returns to ``then``, which may.

    On a slow disk keys are answered meanwhile; where ``node`` was left by then, nothing is told there.
    What a form holds is read before: ``functools.partial`` keeps it.
    """

    def told(result: Result) -> None:
        if node.is_attached:
            then(result)

    if isinstance(node, OfProgram):
        node.hands_in()
    program_of(node).carry_out(command, told)
