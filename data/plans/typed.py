"""What people type into a field, read as what the field holds, or refused with a sentence.

The readers of days, hours, sums and lists are loaded when first asked for: the door asks for none.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from data.errors import Refused
from data.language import _
from data.plans.placeholders import GAP, fields, stray_brace
from data.text.cleaning.clean import clean

if TYPE_CHECKING:
    from data.text.typed.book_list import Books

EARLIEST_BIRTH = 1900
_WHOLE = re.compile(r"[0-9]{1,9}")
_NUMBER_WORD = re.compile(r"^(?:số|so)\b[\s:.]*", re.IGNORECASE)
_WHOLE_SIGN = re.compile(r".*[0-9].*/.*[^\W\d_]")
"""A number, a stroke and letters behind it."""

PLAN_EXAMPLE = "12/KH-MTTQ-BTT"
"""How the number of a plan is written."""

NUMBER_EXAMPLE = "12/QĐ-UBND ngày 20/11/2026"
"""How the number of a decision is written, with its day."""


def required(value: str, label: str) -> str:
    """``value`` cleaned; Refused when nothing is left of it."""
    text = clean(value)
    if not text:
        raise Refused(_("{label} cannot be empty.").format(label=label))
    return text


def whole_number(value: int | str, least: int, most: int, label: str) -> int:
    """The whole number in ``value``; Refused when there is none between ``least`` and ``most``."""
    text = clean(str(value))
    number = int(text) if _WHOLE.fullmatch(text) else None
    if number is None or not least <= number <= most:
        raise Refused(
            _("{label}: type a whole number from {least} to {most}, not “{text}”.").format(
                label=label, least=least, most=most, text=text
            )
        )
    return number


def honorific(value: str) -> str:
    """The form of address in what was typed ("ba" is "Bà"); empty for none, and for one that leaves it open.

    Refused for a word that is no form of address: a rank or an office has a field of its own.
    """
    from data.text.typed.form_of_address import known_form, read_honorific

    found = read_honorific(value)
    if found and not known_form(found):
        raise Refused(
            _(
                "“{text}” is no form of address: type “ông”, “bà”, “đồng chí”, “linh mục”, “thượng tọa”, "
                "“đại đức”, “ni sư” …; a rank or an office belongs into the title."
            ).format(text=found)
        )
    return found


def birth_year(value: int | str | None, latest: int) -> int | None:
    """A year of birth, None when empty; Refused when nobody alive can have it."""
    text = "" if value is None else clean(str(value))
    if not text:
        return None
    if not _WHOLE.fullmatch(text) or not EARLIEST_BIRTH <= int(text) <= latest:
        raise Refused(
            _("“{text}” cannot be a year of birth; it must lie between {first} and {last}.").format(
                text=text, first=EARLIEST_BIRTH, last=latest
            )
        )
    return int(text)


def day(value: str | date | None, today: date) -> date | None:
    """The day in what was typed ("26/11", "15/06/2022", "ngày 26 tháng 11"); None when empty.

    ``today`` says which year is meant where none is written (``data.text.typed.days``). Refused when there is
    no such day.
    """
    from data.text.typed.days import read_day

    if value is None or isinstance(value, date):
        return value
    text = clean(value)
    if not text:
        return None
    found = read_day(text, today)
    if found is None:
        raise Refused(_("“{text}” is no day of the calendar; write it as 15/06/2022.").format(text=text))
    return found


def paper_number(value: str, known: str) -> str:
    """The number of a paper as it was typed: its number alone, or its whole sign.

    ``known`` is the sign so far (``…/KH-MTTQ-BTT``): a number alone takes its letters over, and a whole sign
    that was typed before them stands for itself. Empty stays empty, and a gap a gap. Refused for one
    without a digit.
    """
    text = _NUMBER_WORD.sub("", clean(value))
    if GAP in text:
        return text
    with_a_digit(text, PLAN_EXAMPLE)
    letters = "".join(known.partition("/")[1:])
    if not text or not letters:
        return text
    if text.isdecimal():
        return text + letters
    before = _without_end(text, letters)
    whole = before if before and _WHOLE_SIGN.match(before) else text
    bare = _without_end(whole, letters)
    return whole if bare is None else bare + letters


def _without_end(text: str, end: str) -> str | None:
    """``text`` without its ``end``, in whatever case; None where it ends otherwise."""
    return text[: -len(end)] if text.casefold().endswith(end.casefold()) else None


def with_a_digit(text: str, example: str) -> str:
    """``text`` itself, which is empty or holds a digit, as the number of a paper does; Refused for others."""
    if text and not re.search(r"[0-9]", text):
        raise Refused(
            _("“{text}” is no number of a paper; write it as {example}.").format(text=text, example=example)
        )
    return text


def time_of_day(text: str) -> str:
    """``HH:MM`` of what was typed ("7h42", "12 giờ 30"; ``data.text.typed.hours``). Refused for none."""
    from data.text.typed.hours import read_hour

    told = read_hour(text)
    if told is None:
        raise Refused(_("“{text}” is not a time of day; write it as 08:00.").format(text=clean(text)))
    return told


def price(value: int | str) -> int | None:
    """A price in đồng as people write it (``350.000``, ``350k``); None when empty. Refused for else."""
    text = clean(str(value))
    if not text:
        return None
    from data.text.typed.numbers.money import read_money

    number = 0 if text == "0" else read_money(text)
    if number is None:
        raise Refused(_("“{text}” is no sum of money; write it as 5.000.000 or 5 triệu.").format(text=text))
    return number


def money(text: str) -> str:
    """The sum that was typed ("5 triệu", "500k"), as ``5.000.000 đồng``; empty when nothing was.

    Refused when it is no sum of money.
    """
    from data.text.typed.numbers.money import money_figures, read_money

    if not clean(text):
        return ""
    number = read_money(text)
    if number is None:
        raise Refused(
            _("“{text}” is no sum of money; write it as 5.000.000 or 5 triệu.").format(text=clean(text))
        )
    return money_figures(number)


def template(value: str, known: Collection[str]) -> str:
    """A text that may hold ``{field}`` braces; Refused when a brace is of no fact that is ``known``."""
    text = clean(value)
    strange = next((name for name in fields(text) if name not in known), "")
    wrong = f"{{{strange}}}" if strange else stray_brace(text)
    if wrong:
        raise Refused(_("{brace} is no fact of this event; write the words themselves.").format(brace=wrong))
    return text


def books(value: str | Sequence[str]) -> "tuple[Books, ...]":
    """The books in a text (see ``data.text.typed.book_list``), or in a list of such texts.

    Refused for none of a title, or more than can be.
    """
    from data.text.typed.book_list import NoSuchCount, read_books

    try:
        return read_books(value if isinstance(value, str) else "\n".join(map(clean, value)))
    except NoSuchCount as error:
        raise Refused(_("“{text}”: type how many there are, 1 or more.").format(text=error.entry)) from error


def titles(value: str | Sequence[str]) -> tuple[str, ...]:
    """The ``books`` in what was typed as a gift keeps them: ``Luật Đất đai 2024 (3 cuốn)``, a line each."""
    return tuple(book.text for book in books(value))


def numbers(text: str) -> list[range]:
    """The card numbers and ranges of them in what was typed; Refused, naming the word, for other words."""
    from data.text.typed.numbers.number_ranges import NotUnderstood, read_ranges

    try:
        return read_ranges(text)
    except NotUnderstood as error:
        raise Refused(
            _("“{word}” is not understood. Write card numbers, as in “3, 7, 12-20”.").format(word=error.word)
        ) from error
