"""What one key does about a kind of doubt: the list is read again with another of its options."""

from msgspec.structs import replace

from data.roster.columns_to_ask import corrected
from data.roster.doubts import DoubtGroup
from data.roster.reading_options import ReadingOptions


def remedied(options: ReadingOptions, group: DoubtGroup) -> ReadingOptions | None:
    """``options`` with the remedy of this kind of doubt; None where only a dialog could ask for more."""
    match group.remedy:
        case "delegates":
            return replace(options, delegates=True)
        case "tcvn3" | "unicode":
            return replace(options, letters=group.remedy)
        case "skip hidden":
            return replace(options, skip_hidden=True)
        case "skip gone":
            return replace(options, skip_gone=True)
        case "split":
            return replace(options, split=True)
        case "one hamlet":
            pairs = [problem.alike for problem in group.problems if problem.alike]
            return replace(
                options, hamlets={**options.hamlets, **{pair.written: pair.meant for pair in pairs}}
            )
        case "members":
            return replace(options, members=True)
        case "proper":
            return replace(options, proper=True)
        case "fill":
            return replace(options, fill=True)
        case "other name":
            other = next((problem.other for problem in group.problems if problem.other), "")
            return replace(options, columns=corrected(options.columns, other, "name")) if other else None
    return None


def has_remedy(options: ReadingOptions, group: DoubtGroup) -> bool:
    """Whether one key helps: there is a remedy, and it was not taken yet."""
    better = remedied(options, group)
    return better is not None and better != options
