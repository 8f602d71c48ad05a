"""A plan's text as people read and change it: each brace as what it stands for, and back again.

What is known stands there itself ("thôn Khả Tân"); what is not, or is too short to be told from other words,
as its name in square brackets ("[Người trao Tủ sách]").
"""

import re
from collections.abc import Mapping

from data.language import N_, _
from data.model.event import Event
from data.plans.placeholders import GAP, LIVE_FACTS, OTHERS, fields, fill
from data.plans.plan_words import blank_label

_LEAST = 4
"""Letters of a value that is found again in a text that was changed: "5" would be found in any number."""

_ROUND = str.maketrans("[]", "()")
_BRACKETS = re.compile(r"\[([^\[\]]+)\]")

_NAMES: Mapping[str, str] = {
    "village": N_("village"),
    "village_name": N_("name of the village"),
    "village_upper": N_("village in capitals"),
    "commune": N_("commune"),
    "commune_name": N_("name of the commune"),
    "commune_upper": N_("commune in capitals"),
    "district": N_("district"),
    "district_name": N_("name of the district"),
    "district_upper": N_("district in capitals"),
    "venue": N_("venue"),
    "model": N_("model"),
    "model_upper": N_("model in capitals"),
    "plan_number": N_("number of the plan"),
    "title": N_("title of the event"),
    "title_upper": N_("title of the event in capitals"),
    "date": N_("day of the event"),
    "doors": N_("time the doors open"),
    "start": N_("time of the start"),
    "deadline": N_("time to be over by"),
    "target_households": N_("target of households"),
    "present": N_("delegates who came"),
    "households_present": N_("how many households came"),
    OTHERS: N_(", and how many others came"),
    "greeting": N_("words of greeting"),
    "team": N_("members of the team"),
}


def shown(template: str, event: Event, facts: Mapping[str, str]) -> str:
    """``template`` with each brace as its stand-in. ``facts`` is what is known, without what only the day
    tells."""
    return "".join(
        _stand_in(piece.field, event, facts) if piece.field else piece.text
        for piece in fill(template, dict.fromkeys(fields(template), "x"))
    )


def meant(text: str, template: str, event: Event, facts: Mapping[str, str]) -> str:
    """The template that ``text`` is, which was changed from what ``shown`` made of ``template``.

    A stand-in that was left as it was is its brace again; one that was changed is what was typed. A name in
    square brackets is a brace wherever it stands.
    """
    if text == shown(template, event, facts):
        return template
    done, rest = "", text
    for name in fields(template):
        before, found, behind = rest.partition(_stand_in(name, event, facts))
        if found:
            done, rest = done + before + "{" + name + "}", behind
    named = {_name(name, event): name for name in (*_NAMES, *(blank.id for blank in event.blanks))}
    return _BRACKETS.sub(
        lambda found: "{" + named[found[1]] + "}" if found[1] in named else found[0], done + rest
    )


def _stand_in(name: str, event: Event, facts: Mapping[str, str]) -> str:
    value = "" if name in LIVE_FACTS else facts.get(name, "").strip()
    return f"[{_name(name, event)}]" if GAP in value or len(value) < _LEAST else value


def _name(name: str, event: Event) -> str:
    blank = next((blank for blank in event.blanks if blank.id == name), None)
    label = blank_label(blank) if blank is not None else _(_NAMES[name]) if name in _NAMES else name
    return label.translate(_ROUND)
