"""Whose guests people with an office are: the judge between households and the event's delegations."""

from typing import NamedTuple

from data.language import _
from data.model.event import Event
from data.model.plan import Delegation
from data.roster import guess_delegation
from data.roster.guests.surroundings import Surroundings
from data.roster.words.delegation_names import DelegationNames, Match
from data.text.fold import fold


class Judged(NamedTuple):
    """The delegation, or None with the text that names none; and what is doubtful about it.

    ``kind`` of the doubt: "office" where a household may be a delegate, "guessed" where the delegation was
    found by the office, "plain" where nothing tells a household from a delegate.
    """

    delegation: Delegation | None
    doubt: str = ""
    unknown: str = ""
    kind: str = ""


class Offices:
    """Judges by the titles and organisations of one event's delegations."""

    def __init__(self, event: Event, names: DelegationNames) -> None:
        self._event = event
        self._households = event.households
        self._names = names
        self._offices = guess_delegation.Offices(event)

    def find(self, text: str) -> Match:
        """The delegation that a cell names, also as our own workbook tells two of one short name apart."""
        ids = [d for d in self._event.delegations if text == f"{d.name} ({d.id})"]
        return Match(ids[0]) if ids else self._names.find(text)

    def named(self, text: str) -> Delegation | None:
        """The delegation that ``text`` names, or None."""
        return self._names.find(text).delegation

    @staticmethod
    def is_delegate(kind: str) -> bool:
        """Whether a cell of "Hộ / đại biểu" says that the guest is a delegate."""
        return bool(kind) and fold(kind) in ("dai bieu", "delegate")

    def judge(self, title: str, organisation: str, about: Surroundings, has_hamlet: bool) -> Judged:
        """Whose guest somebody with this title and organisation is, under these headings."""
        households = self._households
        if not (title or organisation):
            return self._household(about, "", None, has_hamlet)
        if households in (self.named(organisation), self.named(title)):
            return Judged(households)
        guess = self._offices.guess(title, organisation)
        found = guess.delegation if guess is not None else None
        if not about.delegates or not (title or organisation):
            return self._household(about, title or organisation, found, has_hamlet)
        if found is None:
            return Judged(None, unknown=organisation or title)
        if guess is not None and guess.sure:
            return Judged(found)
        what = _("“{office}” was taken for {delegation}: look whether that is right")
        told = what.format(office=organisation or title, delegation=found.name)
        return Judged(found, told, kind="guessed")

    def _household(
        self, about: Surroundings, office: str, found: Delegation | None, has_hamlet: bool
    ) -> Judged:
        households = self._households
        if about.delegates:
            return Judged(
                households,
                _("no delegation, title or organisation stands there: it is taken for a household"),
                kind="plain",
            )
        if self._seems_a_delegate(about, office, found, has_hamlet):
            what = _("“{office}” may be a delegate's, but no delegation is named: taken for a household")
            return Judged(households, what.format(office=office), kind="office")
        return Judged(households)

    def _seems_a_delegate(
        self, about: Surroundings, office: str, found: Delegation | None, has_hamlet: bool
    ) -> bool:
        if not office or self.named(office) == self._households:
            return False
        return found is not None or not (about.hamlet or has_hamlet)
