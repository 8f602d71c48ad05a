"""What the papers of an event need beside its program: who signs, the self-governing team, the money."""

from typing import Literal

from msgspec import Struct

SignerRole = Literal["papers", "decision-model", "decision-team", "preparer", "accountant"]


class Signer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who signs in a role. ``title`` is the office without the body that it is held in ("Phó Chủ tịch");
    ``guest`` is their number where they were chosen from the guests."""

    role: SignerRole
    honorific: str = ""
    name: str = ""
    title: str = ""
    guest: int | None = None


class Member(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One member of the self-governing team. ``duty`` is what they are in it ("Tổ trưởng"), ``office``
    what they are besides, ``guest`` their number where they were chosen from the guests."""

    id: str
    honorific: str = ""
    name: str = ""
    duty: str = ""
    office: str = ""
    guest: int | None = None


class Expense(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the costs beside the gifts; ``price`` is of one unit, in đồng."""

    id: str
    name: str
    unit: str = ""
    quantity: int = 1
    price: int = 0

    @property
    def sum(self) -> int:
        """What all of it costs, in đồng."""
        return self.quantity * self.price


class Paperwork(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The facts of an event that only its papers say. All empty in events made before they were asked.

    ``addressees`` are whom the report is for (Kính gửi); the recipients are lists of Nơi nhận and may
    hold ``{field}`` braces, as ``letters`` may, which stand behind a paper's number.
    """

    letters: str = ""
    addressees: tuple[str, ...] = ()
    report_recipients: tuple[str, ...] = ()
    minutes_recipients: tuple[str, ...] = ()
    other_recipients: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    team: tuple[Member, ...] = ()
    expenses: tuple[Expense, ...] = ()

    def signer(self, role: SignerRole) -> Signer:
        """Who signs in this role; one without a name while nobody is known."""
        return next((one for one in self.signers if one.role == role), Signer(role=role))
