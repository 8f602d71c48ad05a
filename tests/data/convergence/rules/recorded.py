"""What stands in a laptop's ledger."""

from data.queries.laptops.clashes import clashes
from data.session.session import Session


def kinds(session: Session) -> list[str]:
    return [clash.kind for clash in clashes(session.state)]
