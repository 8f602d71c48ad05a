"""The steps of a ledger without anything that tells who somebody is: ids, times and counts stay."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.entries.base import GONE
from data.model.event import Event
from data.model.guest import Guest
from data.model.guest_facts import FACTS, FactName, Personal
from data.model.paperwork import Member, Paperwork
from data.model.plan import AgendaItem, Announcement, Blank, Gift
from data.model.texts import texts
from data.session.purging.texts import Cleaned, scrubbed
from data.text.people.office import read_named, split_office
from data.text.syllables import is_family_name

_WORD = re.compile(r"\w+")
_LONGEST_HARMLESS_NUMBER = 6


def scrub(steps: Iterable[Step]) -> list[Step]:
    """The same steps with names, telephone numbers, years of birth, notes and free texts taken out.

    Numbers, card codes, hamlets, delegations, relations and times stay, so that every count is as it was.
    """
    steps = list(steps)
    founding = frozenset(text for step in steps[:1] for text in texts(step.event))
    names = set(_names(steps))
    without_names = _cleaner(names - _public(names, founding))
    return [_step(step, without_names, founding) for step in steps]


def _step(step: Step, without_names: Cleaned, founding: frozenset[str]) -> Step:
    entry = replace(
        step.entry, what=scrubbed(step.entry.what, without_names), duty=GONE if step.entry.duty else ""
    )
    event = step.event and _event(step.event, without_names, founding)
    return Step(entry, tuple(map(_guest, step.guests)), event, step.parts)


def _guest(guest: Guest) -> Guest:
    """Number, card and marks of the day, and of the facts only those that are known to be harmless."""
    return Guest(
        number=guest.number,
        kind=guest.kind,
        code=guest.code,
        walk_in=guest.walk_in,
        withdrawn=guest.withdrawn,
        **{"name": GONE} | {fact: getattr(guest, fact) for fact in _facts("stays")},
    )


def _facts(personal: Personal) -> list[FactName]:
    return [name for name, fact in FACTS.items() if fact.personal == personal]


def _event(event: Event, without_names: Cleaned, founding: frozenset[str]) -> Event:
    """The event's public facts. What a person typed where people are named is gone; the plan's words stay."""

    def planned(text: str) -> str:
        return without_names(text) if text in founding else GONE if text else ""

    def item(one: AgendaItem) -> AgendaItem:
        checks = tuple(map(without_names, one.checks))
        by = planned(one.by)
        return replace(one, title=without_names(one.title), line=planned(one.line), checks=checks, by=by)

    def gift(one: Gift) -> Gift:
        people = {part: planned(getattr(one, part)) for part in ("giver", "receiver", "witness")}
        return replace(one, name=without_names(one.name), **people)

    def blank(one: Blank) -> Blank:
        return replace(one, value=without_names(one.value) if one.public else "")

    def announcement(one: Announcement) -> Announcement:
        return replace(one, text=planned(one.text))

    return replace(
        event,
        agenda=tuple(map(item, event.agenda)),
        gifts=tuple(map(gift, event.gifts)),
        blanks=tuple(map(blank, event.blanks)),
        announcements=tuple(map(announcement, event.announcements)),
        paperwork=_paperwork(event.paperwork, without_names),
    )


def _paperwork(paperwork: Paperwork, without_names: Cleaned) -> Paperwork:
    """Roles, offices and sums stay, as far as no name stands in them; who holds them goes."""

    def cleaned(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(without_names, texts))

    return replace(
        paperwork,
        addressees=cleaned(paperwork.addressees),
        report_recipients=cleaned(paperwork.report_recipients),
        minutes_recipients=cleaned(paperwork.minutes_recipients),
        other_recipients=cleaned(paperwork.other_recipients),
        signers=tuple(
            replace(one, honorific="", name=GONE, title=without_names(one.title)) for one in paperwork.signers
        ),
        team=tuple(
            Member(id=str(place), name=GONE, duty=without_names(one.duty))
            for place, one in enumerate(paperwork.team, start=1)
        ),
        expenses=tuple(
            replace(one, id=str(place), name=without_names(one.name))
            for place, one in enumerate(paperwork.expenses, start=1)
        ),
    )


def _names(steps: Iterable[Step]) -> Iterator[str]:
    """Everything that was taken out and could stand in another text too: names, telephone numbers."""
    naming = _facts("names")
    for step in steps:
        yield step.entry.duty
        if step.event is not None:
            yield from (one.name for one in step.event.paperwork.signers)
            yield from (one.name for one in step.event.paperwork.team)
        for guest in step.guests:
            yield from (str(getattr(guest, fact)) for fact in naming)
        before, after = texts(step.entry.what), texts(scrubbed(step.entry.what))
        yield from (text for text, left in zip(before, after, strict=True) if text != left)


def _public(names: Iterable[str], founding: Iterable[str]) -> set[str]:
    """Bodies and offices of the plan that were written where people are named: "Công an huyện" gave flowers.

    Only what stands in the plan's own words, names a body, and does not begin as people's names do: "Đoàn" is
    a body and a family.
    """
    said = [f" {' '.join(_WORD.findall(text.casefold()))} " for text in founding]

    def is_public(name: str) -> bool:
        person = read_named(name).name
        if not split_office(person)[1] or is_family_name(person.split()[0]):
            return False
        words = f" {' '.join(_WORD.findall(name.casefold()))} "
        return any(words in text for text in said)

    return {name for name in names if is_public(name)}


def _cleaner(names: Iterable[str]) -> Cleaned:
    """What takes names of two words or more, and long numbers, out of a text wherever they stand.

    A single word is left: "An" is also in "An toàn". Looked up word by word, since a village has as many
    names as would make one pattern too slow.
    """
    told = {tuple(_WORD.findall(name.casefold())) for name in names}
    told = {words for words in told if len(words) > 1 or (words and _is_number(words[0]))}
    lengths = sorted({len(words) for words in told}, reverse=True)
    longest = max(lengths, default=0)

    @cache
    def cleaned(text: str) -> str:
        found = list(_WORD.finditer(text))
        words = [word[0].casefold() for word in found]
        kept, place, end = [], 0, 0
        while place < len(words):
            rest = tuple(words[place : place + longest])
            length = next((n for n in lengths if n <= len(rest) and rest[:n] in told), 0)
            if length:
                kept += [text[end : found[place].start()], GONE]
                end = found[place + length - 1].end()
            place += length or 1
        return "".join([*kept, text[end:]])

    return cleaned


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) > _LONGEST_HARMLESS_NUMBER
