"""Sums in đồng as people write them: ``5 triệu``, ``3.500.000 đ``, ``1,5 triệu``, ``500k``, ``năm triệu``."""

import re
from fractions import Fraction

from data.text.fold import fold
from data.text.typed.numbers.number_words import number_words

MOST = 10**15
_END = r"(?:/-|\./\.)"
_CURRENCY = re.compile(rf"\s*(?:viet nam\s*)?(?:dong|vnd|d|₫)(?:\s*chan)?\s*{_END}?\s*\.?$|\s*{_END}$")
_SCALES = {
    "nghin": 10**3, "ngan": 10**3, "ng": 10**3, "k": 10**3, "trieu": 10**6, "tr": 10**6, "cu": 10**6,
    "m": 10**6, "ty": 10**9, "ti": 10**9,
}  # fmt: skip
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_GROUPED = re.compile(r"[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*|[0-9]+")
_DECIMAL = r"[0-9]+(?:[.,][0-9]+)?"
_SCALED = re.compile(rf"(?P<number>{_DECIMAL})\s*(?P<scale>{_SCALE})(?![^\W\d_])\s*")
_DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip


def read_money(text: str) -> int | None:
    """The sum in ``text`` in đồng, from 1 on; None when there is none in it.

    Points, commas or blanks may part groups of three digits. With a scale behind it ("1,5 triệu",
    "500k", "2tr5", "1 triệu rưỡi", "2 triệu 500 nghìn") one comma or point is a decimal one. Numbers in
    words are read too, words without marks, and a sum in figures with the same in words in brackets. No
    sum of a fraction of a đồng, and none from 10^15 on.
    """
    told, _bracket, words = fold(text).partition("(")
    told = _CURRENCY.sub("", told.strip()).strip()
    if _GROUPED.fullmatch(told):
        number: int | None = int(re.sub(r"[., ]", "", told))
    elif told[:1].isdecimal():
        number = _scaled(told)
    else:
        number = read_number_words(told)
    if words and read_money(words.strip(" ).,;/")) != number:
        return None
    return number if number is not None and 0 < number < MOST else None


def money_figures(number: int) -> str:
    """``5.000.000 đồng``."""
    return f"{number:,}".replace(",", ".") + " đồng"


def money_words(number: int) -> str:
    """``5.000.000 đồng (năm triệu đồng)``."""
    return f"{money_figures(number)} ({number_words(number)} đồng)"


def _scaled(told: str) -> int | None:
    """A sum with scales: parts that become smaller, the last one perhaps without its own ("2tr5")."""
    total, scale, rest = Fraction(0), MOST, told
    while rest:
        found = _SCALED.match(rest)
        if found is None:
            return _with_tail(total, scale, rest)
        smaller = _SCALES[found["scale"]]
        if smaller >= scale:
            return None
        total += _decimal(found["number"], smaller)
        scale, rest = smaller, rest[found.end() :]
    return int(total) if total.denominator == 1 else None


def _decimal(number: str, scale: int) -> Fraction:
    """``1,5`` millions; but ``1.500`` are a thousand five hundred of them, as points part groups."""
    whole, _sign, part = number.replace(",", ".").partition(".")
    if len(part) == 3 and ("." in number or scale == 10**3):
        return Fraction(int(whole + part) * scale)
    return Fraction(f"{whole}.{part or 0}") * scale


def _with_tail(total: Fraction, scale: int, tail: str) -> int | None:
    """What stands behind the last scale: "rưỡi", tenths of it ("2tr5") or thousandths ("2tr500")."""
    if scale == MOST:
        return None
    if tail == "ruoi":
        total += Fraction(scale, 2)
    elif re.fullmatch(r"[0-9]|[0-9]{3}", tail):
        total += Fraction(f"0.{tail}") * scale
    else:
        return None
    return int(total) if total.denominator == 1 else None


def read_number_words(text: str) -> int | None:
    """The whole number that Vietnamese words say; None for other words.

    What ``number_words`` writes, and what people say beside it: "mốt", "lẻ", "ngàn", "ruoi".
    """
    words = fold(text).replace(",", " ").split()
    if not words:
        return None
    total, group, scale = 0, list[str](), 10**12
    for place, word in enumerate(words):
        if word in ("nghin", "ngan", "trieu", "ty", "ti"):
            number, smaller = _below_thousand(group), _SCALES[word]
            if word in ("ty", "ti") and total:
                return _billions(words, place)
            if number is None or smaller >= scale:
                return None
            total, group, scale = total + number * smaller, [], smaller
        elif word == "ruoi" and place == len(words) - 1 and not group and total:
            return total + scale // 2
        else:
            group.append(word)
    if not group:
        return total
    number = _below_thousand(group)
    return None if number is None else total + number


def _billions(words: list[str], place: int) -> int | None:
    """Thousands or millions of billions: what stands before the word is a number of its own."""
    before = read_number_words(" ".join(words[:place]))
    after = read_number_words(" ".join(words[place + 1 :])) if words[place + 1 :] else 0
    if before is None or after is None or after >= 10**9:
        return None
    return before * 10**9 + after


def _below_thousand(words: list[str]) -> int | None:
    """A number of at most three digits in words, its hundreds perhaps "không trăm"."""
    total, rest = 0, list(words)
    if "tram" in rest:
        place = rest.index("tram")
        hundreds = _DIGITS.get(rest[0]) if place == 1 else None
        if hundreds is None:
            return None
        total, rest = hundreds * 100, rest[2:]
        if rest == ["ruoi"]:
            return total + 50
        if rest[:1] in (["linh"], ["le"]):
            return total + _DIGITS[rest[1]] if len(rest) == 2 and rest[1] in _DIGITS else None
    elif not rest:
        return None
    return _tens(total, rest)


def _tens(total: int, rest: list[str]) -> int | None:
    match rest:
        case []:
            return total
        case ["muoi", *ones]:
            total += 10
        case [tens, "muoi", *ones] if tens in _DIGITS:
            total += _DIGITS[tens] * 10
        case [tens, one] if _DIGITS.get(tens) and one in _DIGITS:
            # "hai lăm", "ba mốt": the word for ten is left out.
            return total + _DIGITS[tens] * 10 + _DIGITS[one]
        case ones:
            pass
    if not ones:
        return total
    return total + _DIGITS[ones[0]] if len(ones) == 1 and ones[0] in _DIGITS else None
