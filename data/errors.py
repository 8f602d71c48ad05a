"""The one root of everything the program refuses to do."""

from data.text.cleaning.clean import safe

_LONGEST = 2000


class CeremonyError(Exception):
    """Something was refused, or could not be done.

    ``str(error)`` is one sentence, in the language of the screen, that says what happened and how to
    mend it. Command lines print it on stderr and exit 1; screens show it. It is never a traceback, and
    holds nothing that a terminal would obey: it often names a file or a text that somebody else chose.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(safe(sentence, _LONGEST))
        self.sentence = safe(sentence, _LONGEST)


class EventMissing(CeremonyError):
    """There is no event in the folder that was named."""


class EventBusy(CeremonyError):
    """Another program is writing this event's ledger."""


class LedgerDamaged(CeremonyError):
    """A line before the last one does not match its checksum, or is missing."""


class LedgerNewer(LedgerDamaged):
    """The ledger was written in a format, or with entries, that only a newer version knows."""


class LedgerUnwritable(CeremonyError, OSError):
    """An entry could not be put on disk (full disk, read-only stick), so it did not happen.

    An OSError too, because that is what TinyDB's own storage raises.
    """


class LedgerLost(LedgerUnwritable):
    """The file under the ledger's name is not the one that was written, so nothing is recorded any more.

    What was recorded before may be on no disk: whoever holds it puts it into a rescue file.
    """


class EventAtRest(CeremonyError):
    """The event was closed: it takes no entry until it is reopened."""


class PlanInvalid(CeremonyError):
    """A plan file cannot be read or does not hold together."""


class RosterInvalid(CeremonyError):
    """A roster file cannot be read at all (single bad rows are reported, not raised)."""


class Refused(CeremonyError):
    """A rule of the ceremony says no to this command."""


class StageHeld(Refused):
    """Another laptop steps through the agenda; it can be taken over."""
