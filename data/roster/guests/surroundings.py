"""What the rows of a list inherit from what stands above them."""

import re
from typing import NamedTuple

from data.model.plan import Delegation
from data.roster.columns.columns import Header

_ORDINARY_HAMLET = re.compile(r"xóm|thôn|tổ|đội|khu|ấp|bản|cụm|ngõ", re.IGNORECASE)


class Surroundings(NamedTuple):
    """What a row inherits from its section, its sheet's name and the title above the list."""

    hamlet: str = ""
    delegation: Delegation | None = None
    delegates: bool = False

    def with_section(
        self, hamlet: str, delegation: Delegation | None, delegates: bool = False
    ) -> "Surroundings":
        """What rows inherit below a new section's heading."""
        if hamlet:
            return self._replace(hamlet=hamlet)
        about = delegates or (delegation is not None and delegation.kind == "delegate")
        return self._replace(delegation=delegation, delegates=about)


def hamlet_word(header: Header) -> str:
    """What a bare number in the hamlet's column counts: "Xóm" when the heading says so; else ""."""
    for index in header.of("hamlet"):
        column = header.column(index)
        word = _ORDINARY_HAMLET.search(column.heading) if column else None
        if word:
            return word.group().capitalize()
    return ""
