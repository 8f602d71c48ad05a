"""What papers say of the plan behind an event, and of who issues them."""

from msgspec import Struct


class PaperHead(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who issues the papers, with braces: the body above and the body itself, line by line; the letters
    that stand in the number of a paper (``XX-MTTQ-BTT``); the lines above the signature."""

    above: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    letters: str = ""
    signing: tuple[str, ...] = ()


class Background(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the papers of an event say of the plan behind it.

    ``issued`` is an ISO date; ``basis`` what the plan itself rests on; ``costs`` and ``recipients``
    (who gets the report) may hold ``{field}`` braces. All empty in events made before there were papers.
    """

    head: PaperHead = PaperHead()
    title: str = ""
    issued: str = ""
    issuer: str = ""
    basis: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()
