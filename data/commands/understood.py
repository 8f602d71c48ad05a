"""What was typed, said back in words, so that people see how it was understood before it is written.

Each raises Refused for what means nothing, as the command does that would write it.
"""

from collections.abc import Sequence
from datetime import date

from data.documents.cards.selection import read_selection
from data.language import ngettext
from data.messages.day_text import day_told
from data.model.guest import Guest
from data.model.plan import Blank
from data.plans import typed
from data.text import counted
from data.text.cleaning.clean import clean
from data.text.typed.form_of_address import within_a_sentence
from data.text.typed.numbers.money import money_words, read_money


def hour(text: str) -> str:
    """``07:15``."""
    return typed.time_of_day(text)


def day(text: str, today: date) -> str:
    """``Thursday, 26/11/2026`` in the language of the screen; empty for no day."""
    found = typed.day(text, today)
    return day_told(found) if found else ""


def honorific(text: str) -> str:
    """``bà`` for "ba"; empty where that is what was typed."""
    found = within_a_sentence(typed.honorific(text))
    return "" if found == clean(text) else found


def money(text: str) -> str:
    """``5.000.000 đồng (năm triệu đồng)``."""
    number = read_money(typed.money(text))
    return money_words(number) if number else ""


def blank(about: Blank, text: str) -> str:
    """What a blank's text means: a sum of money where one is asked, else nothing beside itself. Refused for a
    number of a paper without a digit."""
    if about.asks_number:
        typed.with_a_digit(clean(text), typed.NUMBER_EXAMPLE)
    return money(text) if about.asks_money else ""


def plan_number(text: str, known: str) -> str:
    """The whole sign that is meant, where ``known`` is the one so far; empty while it is that one."""
    meant = typed.paper_number(text, known)
    return "" if meant == known else meant


def books(text: str) -> str:
    """``3 titles, 6 books: …`` with how many of each."""
    found = typed.books(text)
    listed = "; ".join(f"{book.quantity} × {book.title}" for book in found)
    titles, pieces = len(found), sum(book.quantity for book in found)
    counts = (
        ngettext("{count} title", "{count} titles", titles).format(count=titles),
        ngettext("{count} piece", "{count} pieces", pieces).format(count=pieces),
    )
    return f"{', '.join(counts)}: {listed}"


def cards(text: str, guests: Sequence[Guest]) -> str:
    """``12 cards: 003–014``."""
    found = read_selection(text, guests)
    names = ", ".join(f"{guest.number:03} {guest.name}" for guest in found[:_FIRST])
    more = ", …" if len(found) > _FIRST else ""
    return f"{counted.cards(len(found))}: {names}{more}"


_FIRST = 4
