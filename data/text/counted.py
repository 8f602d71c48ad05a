"""How many of what, as a sentence counts it: ``1 household``, ``2 households``."""

from typing import NamedTuple

from data.language import ngettext


class Tally(NamedTuple):
    """How many of those who were invited ``came``, of how many (``of``), and how many ``more`` came besides.

    Wherever attendance is told it is told so: who came without being invited is never among the invited.
    """

    came: int
    of: int
    more: int = 0

    @property
    def text(self) -> str:
        """``8/25``, with who came besides ``8/25 +1``; where nobody was invited, only how many came."""
        if not self.of:
            return str(self.everybody)
        return f"{self.came}/{self.of} +{self.more}" if self.more else f"{self.came}/{self.of}"

    @property
    def everybody(self) -> int:
        """All who came, invited or not."""
        return self.came + self.more

    @property
    def number(self) -> int:
        """By which a word behind ``text`` is one or many."""
        return self.of or self.everybody


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


def households_of(tally: Tally) -> str:
    """``86/100 households``, with households off the list ``86/100 +2 households``."""
    return ngettext("{share} household", "{share} households", tally.number).format(share=tally.text)


def households_in_words(tally: Tally) -> str:
    """``86/100 households and 2 others``, as one says it aloud; while none of the invited is there, only how
    many came. Empty where nobody came."""
    if not tally.everybody:
        return ""
    if not tally.came or not tally.of:
        return households(tally.everybody)
    invited = households_of(tally._replace(more=0))
    if not tally.more:
        return invited
    told = ngettext("{invited} and {count} other", "{invited} and {count} others", tally.more)
    return told.format(invited=invited, count=tally.more)


def delegates_of(tally: Tally) -> str:
    """``31/38 delegates``, with delegates off the list ``31/38 +1 delegates``."""
    return ngettext("{share} delegate", "{share} delegates", tally.number).format(share=tally.text)


def attendance(households: Tally, told_people: int, delegates: Tally) -> str:
    """``86/100 households (93 people) · 31/38 delegates``: the people are those of the households."""
    return f"{households_of(households)} ({people(told_people)}) · {delegates_of(delegates)}"


def copies_question(count: int) -> str:
    """Whether that many copies are deleted as well."""
    return ngettext("Delete the {count} copy as well?", "Delete the {count} copies as well?", count).format(
        count=count
    )
