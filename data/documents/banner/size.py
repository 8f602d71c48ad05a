"""What the title sign is called and how large it is, without anything that draws."""

import re

from data.errors import Refused
from data.language import _

FOLDER = "papers"
NAME = "tit-chu"
SIZE_CM = (400.0, 225.0)
"""How large the sign is unless somebody says otherwise: it fits the wall of a village house's stage."""

_SIZE = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*(c?m)?\s*[x×*]\s*(\d{1,4}(?:[.,]\d+)?)\s*(c?m)?")


def read_size(text: str) -> tuple[float, float]:
    """The width and height in centimetres that ``400x225`` or ``3,5 m x 2 m`` says. Refused for else."""
    found = _SIZE.fullmatch(text.strip().lower())
    if not found:
        what = _("“{text}” is not a size; write width and height in centimetres, as in 400x225.")
        raise Refused(what.format(text=text))
    width, height = (
        float(number.replace(",", ".")) * (100 if unit == "m" else 1)
        for number, unit in ((found[1], found[2] or found[4]), (found[3], found[4]))
    )
    return width, height
