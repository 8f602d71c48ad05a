"""How many of what, as a sentence counts it: ``1 household``, ``2 households``."""

from data.language import ngettext


def households(count: int) -> str:
    """``1 household``."""
    return ngettext("{count} household", "{count} households", count).format(count=count)


def delegates(count: int) -> str:
    """``1 delegate``."""
    return ngettext("{count} delegate", "{count} delegates", count).format(count=count)


def people(count: int) -> str:
    """``1 person``, of those who came."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def guests(count: int) -> str:
    """``1 guest``."""
    return ngettext("{count} guest", "{count} guests", count).format(count=count)


def entries(count: int) -> str:
    """``1 entry`` of the ledger."""
    return ngettext("{count} entry", "{count} entries", count).format(count=count)


def files(count: int) -> str:
    """``1 file``."""
    return ngettext("{count} file", "{count} files", count).format(count=count)


def cards(count: int) -> str:
    """``1 card``."""
    return ngettext("{count} card", "{count} cards", count).format(count=count)


def papers(count: int) -> str:
    """``1 paper``."""
    return ngettext("{count} paper", "{count} papers", count).format(count=count)


def minutes(count: int) -> str:
    """``1 minute``."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def households_of(came: int, target: int) -> str:
    """``1/100 households``: how many came of how many."""
    return ngettext("{came}/{target} household", "{came}/{target} households", target).format(
        came=came, target=target
    )


def delegates_of(came: int, listed: int) -> str:
    """``1/38 delegates``: how many came of how many."""
    return ngettext("{came}/{listed} delegate", "{came}/{listed} delegates", listed).format(
        came=came, listed=listed
    )


def attendance(came: int, target: int, told_people: int, delegates: int, listed: int) -> str:
    """``86/100 households (93 people) · 31/38 delegates``: the people are those of the households."""
    parts = (households_of(came, target), people(told_people), delegates_of(delegates, listed))
    return "{} ({}) · {}".format(*parts)


def copies_question(count: int) -> str:
    """Whether that many copies are deleted as well."""
    return ngettext("Delete the {count} copy as well?", "Delete the {count} copies as well?", count).format(
        count=count
    )
