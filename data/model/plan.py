"""A plan: the template that events are made from. Facts of the ceremony live in TOML, not here."""

from typing import Literal

from msgspec import Struct, field

from data.model.background import PaperHead

GuestKind = Literal["household", "delegate"]


class Site(Struct, frozen=True, kw_only=True):
    """A place that the plan names: one event is made for each."""

    id: str
    village: str
    commune: str
    district: str
    venue: str


class Delegation(Struct, frozen=True, kw_only=True):
    """A group of guests that the plan invites; ``rank`` 1 is introduced first.

    ``called`` are the words by which its people say at the door where they come from; ``greeting`` is how
    the MC addresses them, with braces. ``spare`` is a group that is there only in case somebody belongs
    to none of the others. ``elsewhere`` is its name where the place is not one of the plan's own.
    """

    id: str
    name: str
    elsewhere: str = ""
    short: str
    rank: int
    kind: GuestKind = "delegate"
    called: tuple[str, ...] = ()
    greeting: str = ""
    spare: bool = False


class AgendaItem(Struct, frozen=True, kw_only=True):
    """One item of the agenda.

    ``line`` is what the MC says, with ``{field}`` braces. ``fixed`` items are never shortened;
    the others may give up time down to ``least`` minutes. ``optional`` items are off by default.
    ``record`` is what the minutes say of it once it ran, and ``by`` who carries it out, as the printed
    agenda names them, with braces too.
    """

    id: str
    title: str
    minutes: int
    line: str
    fixed: bool = False
    least: int | None = None
    optional: bool = False
    checks: tuple[str, ...] = ()
    record: str = ""
    by: str = ""


class Gift(Struct, frozen=True, kw_only=True):
    """Something to hand over.

    ``giver``, ``receiver`` and ``witness`` say who as ``name, title, organisation`` (with two parts
    ``name, organisation``) and may hold ``{field}`` braces. ``item`` is the agenda item it belongs
    to; ``contents`` the titles of what it consists of, ``contents_unit`` and ``contents_condition``
    what is usual for them. ``each_household`` marks what every household gets. ``unannounced``: it
    came on the day, so there is no planned ``quantity`` (0). ``durable`` things are handed over with
    minutes of their own, flowers are not; None where nobody has said. ``price`` is of one, in đồng.
    """

    id: str
    name: str
    unit: str
    quantity: int
    giver: str = ""
    receiver: str = ""
    witness: str = ""
    item: str = ""
    contents: tuple[str, ...] = ()
    contents_unit: str = ""
    contents_condition: str = ""
    each_household: bool = False
    unannounced: bool = False
    durable: bool | None = None
    price: int | None = None


class Announcement(Struct, frozen=True, kw_only=True):
    """Something the MC may have to say at any time, ready made.

    ``text`` may hold ``{field}`` braces, and ``{asked}`` for what is typed when it is needed (a
    number plate); ``asks`` is then what the person is asked for.
    """

    id: str
    title: str
    text: str
    asks: str = ""


class Blank(Struct, frozen=True, kw_only=True):
    """A fact that the plan leaves open or that an event must know: a brace in lines and papers.

    ``why`` says what suffers while it is empty; ``label_en`` and ``why_en`` are for who reads English.
    ``value`` is what the plan already knows. ``public`` marks what names no person, and stays when
    personal data are deleted. ``person`` marks a person's name, title and body, parted by commas,
    and ``guest`` is their number where they were chosen from the guests.
    """

    id: str
    label: str
    why: str
    label_en: str = ""
    why_en: str = ""
    value: str = ""
    public: bool = False
    person: bool = False
    guest: int | None = None

    @property
    def names_person(self) -> bool:
        """Whether its value is a person; plans from before ``person`` said so in the label."""
        return self.person or "họ tên" in self.label

    @property
    def asks_number(self) -> bool:
        """Whether the label asks for the number of a paper, by beginning with it."""
        return self.label.startswith("Số")

    @property
    def asks_money(self) -> bool:
        """Whether the label asks for a sum of money, by ending in its unit."""
        return self.label.rstrip().endswith("(đồng)")


class BackdropLine(Struct, frozen=True, kw_only=True):
    """One line of the title sign, with braces; ``style`` as the plan sets it."""

    text: str
    style: Literal["bold", "italic"] = "bold"


class Criterion(Struct, frozen=True, kw_only=True):
    """What households register for each year (the plan's part V.2); ``short`` fits a heading."""

    id: str
    name: str
    short: str


class Meetings(Struct, frozen=True, kw_only=True):
    """The meetings that follow: the name of their ``plan``, how many months lie between two, and the ids of
    the delegations that are usually invited to them (all when empty)."""

    plan: str
    every_months: int
    invites: tuple[str, ...] = ()


class Plan(Struct, frozen=True, kw_only=True):
    """Everything one plan file says. ``doors``, ``start`` and ``deadline`` are local ``HH:MM``.

    ``recipients`` are those of the plan itself, ``report_recipients``, ``minutes_recipients`` and
    ``other_recipients`` (invitation, agenda) those of the papers on an event, ``report_to`` whom its
    report is for. ``carries_out`` is the title of the plan that it carries out where that is another.
    ``kind`` is what such events are called where one is chosen, ``kind_en`` for who reads English.
    """

    id: str
    title: str
    event_title: str
    model: str
    number: str
    issued: str
    issuer: str
    signer: str
    target_households: int
    month: str
    doors: str
    start: str
    deadline: str
    sites: tuple[Site, ...]
    delegations: tuple[Delegation, ...]
    agenda: tuple[AgendaItem, ...]
    gifts: tuple[Gift, ...]
    blanks: tuple[Blank, ...]
    backdrop: tuple[BackdropLine, ...]
    relations: tuple[str, ...]
    notice: str
    announcements: tuple[Announcement, ...] = ()
    basis: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    duties: dict[str, tuple[str, ...]] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    meetings: Meetings | None = None
    costs: tuple[str, ...] = ()
    report_recipients: tuple[str, ...] = ()
    minutes_recipients: tuple[str, ...] = ()
    other_recipients: tuple[str, ...] = ()
    report_to: tuple[str, ...] = ()
    carries_out: str = ""
    kind: str = ""
    kind_en: str = ""
    paper_head: PaperHead = PaperHead()
