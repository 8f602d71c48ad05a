"""What one key does about a kind of doubt: the list is read again with another wish."""

from msgspec.structs import replace

from data.roster.columns.columns_to_ask import corrected
from data.roster.doubts import DoubtGroup
from data.roster.wishes import Wishes


def remedied(wishes: Wishes, group: DoubtGroup) -> Wishes | None:
    """``wishes`` with the remedy of this kind of doubt; None where only a dialog could ask for more."""
    match group.remedy:
        case "delegates":
            return replace(wishes, delegates=True)
        case "tcvn3" | "unicode":
            return replace(wishes, letters=group.remedy)
        case "skip hidden":
            return replace(wishes, skip_hidden=True)
        case "skip gone":
            return replace(wishes, skip_gone=True)
        case "split":
            return replace(wishes, split=True)
        case "one hamlet":
            pairs = [problem.alike for problem in group.problems if problem.alike]
            return replace(wishes, hamlets={**wishes.hamlets, **{pair.written: pair.meant for pair in pairs}})
        case "members":
            return replace(wishes, members=True)
        case "proper":
            return replace(wishes, proper=True)
        case "fill":
            return replace(wishes, fill=True)
        case "other name":
            other = next((problem.other for problem in group.problems if problem.other), "")
            return replace(wishes, columns=corrected(wishes.columns, other, "name")) if other else None
    return None


def has_remedy(wishes: Wishes, group: DoubtGroup) -> bool:
    """Whether one key helps: there is a remedy, and it was not taken yet."""
    better = remedied(wishes, group)
    return better is not None and better != wishes
