"""What the rows of a list inherit from what stands above them."""

from typing import NamedTuple

from data.model.plan import Delegation


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
