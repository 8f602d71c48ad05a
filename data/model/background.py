"""What papers say of the plan behind an event, and of who issues them."""

from msgspec import Struct


class PaperHead(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who issues the papers, with braces: the body above and the body itself, line by line; the letters
    that stand in the number of a paper (``XX-MTTQ-BTT``); the lines above the signature; the ``name``
    of the body as a sentence says it, and of its ``office`` that invites and organises."""

    above: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    letters: str = ""
    signing: tuple[str, ...] = ()
    name: str = ""
    office: str = ""


class Background(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the papers of an event say of the plan behind it.

    ``issued`` is an ISO date; ``basis`` what the plan itself rests on; ``costs`` and ``recipients``
    (who gets the report) may hold ``{field}`` braces. All empty in events made before there were papers;
    what was asked later (``addressees`` and further) is empty in those made before that.
    """

    head: PaperHead = PaperHead()
    title: str = ""
    issued: str = ""
    issuer: str = ""
    basis: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    minutes_recipients: tuple[str, ...] = ()
    other_recipients: tuple[str, ...] = ()
