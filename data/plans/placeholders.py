"""The facts that fill the braces of a plan's texts: the MC's lines, the backdrop, gifts, papers.

This is the one place that says which names a plan may use beside its own blanks.
"""

import re
from collections.abc import Mapping
from datetime import date
from itertools import dropwhile
from typing import NamedTuple

from data.model.event import Event
from data.text.people.office import read_named

GAP = "…"

EVENT_FACTS = frozenset(
    {
        "village",
        "village_name",
        "village_upper",
        "commune",
        "commune_name",
        "commune_upper",
        "district",
        "district_name",
        "district_upper",
        "venue",
        "model",
        "model_upper",
        "plan_number",
        "title",
        "title_upper",
        "date",
        "doors",
        "start",
        "deadline",
        "target_households",
    }
)
INVITED = "households_present"
OTHERS = "households_besides"
"""Who came beside the invited households, as the end of a sentence; where nobody did, nothing is said."""

LIVE_FACTS = frozenset({"present", INVITED, OTHERS, "greeting", "team"})
KNOWN_FACTS = EVENT_FACTS | LIVE_FACTS
ASKED = "asked"
"""What an announcement asks for when it is needed; no other text may use it."""

_FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_COUNTED = re.compile(rf"\{{{INVITED}\}}[^.;!?]*")
"""The clause that counts the households which were invited."""


class Piece(NamedTuple):
    """A run of filled text. ``field`` is the fact it came from, empty for the template's own words.

    ``is_gap`` says that the fact is not known, or only in part (``…/KH-MTTQ-BTT``).
    """

    text: str
    is_gap: bool = False
    field: str = ""


def fields(template: str) -> list[str]:
    """The names in the braces of ``template``, in order, repeated ones too."""
    return _FIELD.findall(template)


def stray_brace(template: str) -> str:
    """The first brace of ``template`` that belongs to no field, with what follows it, or empty."""
    rest = _FIELD.sub("", template)
    found = re.search(r"[{}]\S*", rest)
    return found[0] if found else ""


def fill(template: str, facts: Mapping[str, str]) -> list[Piece]:
    """``template`` with its braces filled from ``facts``, as pieces to be shown one after another.

    An empty or missing fact becomes a gap, shown as ``…``, but for ``OTHERS``, which may be empty. Braces
    inside a fact's own text are only text: nothing is filled twice. Empty pieces are left out.

    Plans were written before ``OTHERS`` could be said: where one only counts who was invited, who came
    besides is told behind that clause.
    """
    if OTHERS not in fields(template):
        template = _COUNTED.sub(rf"\g<0>{{{OTHERS}}}", template)
    pieces: list[Piece] = []
    for index, part in enumerate(_FIELD.split(template)):
        if index % 2:
            told = facts.get(part, "")
            if part != OTHERS:
                told = told.strip() or GAP
            if told:
                pieces.append(Piece(told, GAP in told, part))
        elif part:
            pieces.append(Piece(part))
    return pieces


def filled(template: str, facts: Mapping[str, str]) -> str:
    """``template`` with its braces filled from ``facts``, gaps as ``…``."""
    return "".join(piece.text for piece in fill(template, facts))


def date_words(day: date | None) -> str:
    """``ngày 05 tháng 6 năm 2022``; with ``…`` for each number while the day is not known.

    Days below 10 and months 1 and 2 take a leading zero (Nghị định 30/2020/NĐ-CP, phụ lục I).
    """
    if day is None:
        return f"ngày {GAP} tháng {GAP} năm {GAP}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def event_facts(event: Event) -> dict[str, str]:
    """Everything in ``EVENT_FACTS`` and the values of the event's blanks (empty ones too).

    ``…_name`` is a place without its level ("xã Duyên Hải" is "Duyên Hải"), ``…_upper`` is in
    capitals. Live facts are for the caller to add.
    """
    site = event.site
    facts = {
        blank.id: read_named(blank.value).spoken if blank.names_person else blank.value
        for blank in event.blanks
    }
    for level, place in (("village", site.village), ("commune", site.commune), ("district", site.district)):
        facts |= {level: place, f"{level}_name": _proper(place), f"{level}_upper": place.upper()}
    return facts | {
        "venue": site.venue,
        "model": event.model,
        "model_upper": event.model.upper(),
        "plan_number": event.plan_number,
        "title": event.title,
        "title_upper": event.title.upper(),
        "date": date_words(event.date),
        "doors": event.doors,
        "start": event.start,
        "deadline": event.deadline,
        "target_households": str(event.target_households),
    }


def _proper(place: str) -> str:
    # Levels (thôn, xã, thị trấn) are written small before a name; which levels there are is not ours
    # to know.
    return " ".join(dropwhile(str.islower, place.split())) or place
