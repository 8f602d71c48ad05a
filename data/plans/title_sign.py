"""The words of the title sign: its lines, filled, and what each of them is.

The sign is a Vietnamese paper: its one fixed wording is Vietnamese in every language of the screen.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from data.model.event import Event
from data.model.plan import BackdropLine
from data.plans.placeholders import GAP, event_facts, fill
from data.text.cleaning.clean import clean

DOTS = "....."

SignPart = Literal["organiser", "occasion", "subject", "date"]


def sign_lines(event: Event) -> list[BackdropLine]:
    """The lines of the sign, filled; dots stand for what is not known."""
    facts = event_facts(event)
    lines = []
    for line in event.backdrop:
        pieces = fill(line.text, facts)
        words = (piece.text.replace(GAP, DOTS) if piece.is_gap else piece.text for piece in pieces)
        lines.append(BackdropLine(text=clean("".join(words)), style=line.style))
    return [line for line in lines if line.text]


def sign_parts(lines: Sequence[BackdropLine]) -> Iterator[SignPart]:
    """What each line of the sign is: who invites stands first among the bold ones, what for stands last."""
    bold = [index for index, line in enumerate(lines) if line.style == "bold"]
    for index, line in enumerate(lines):
        if line.style == "italic":
            yield "date"
        elif index == bold[-1]:
            yield "subject"
        else:
            yield "organiser" if index == bold[0] else "occasion"
