"""Which papers an event can have, when each is needed, and which of them are usual."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from data.documents.papers.fields.single import Each
from data.errors import Refused
from data.language import N_, _
from data.queries.handover_defaults import has_record
from data.state.handovers import Handover
from data.state.state import State

HANDOVER = "handover-"
OWN = "own-"
"""How the id of an organiser's own paper begins; the stem of its template follows."""

When = Literal["before", "ceremony", "after", "own"]
"""When a paper is needed: before the day, to be signed at the ceremony, after it; or the organiser's own."""


class Paper(Struct, frozen=True, kw_only=True):
    """One paper: its ``id``, the file name of its template, the stem of its own files, its title.

    ``handover`` is the handover it is about, if it is about one; ``usual`` papers are those that every
    event needs; ``each`` says for whom it is made once each.
    """

    id: str
    template: str
    stem: str
    title: str
    when: When
    usual: bool = False
    each: Each = ""
    handover: Handover | None = None


class _Kind(Struct, frozen=True):
    id: str
    stem: str
    title: str
    when: When
    usual: bool = False
    each: Each = ""
    only: Literal["", "launch", "meeting"] = ""


_KINDS = (
    _Kind("agenda", "chuong-trinh", N_("Agenda"), "before", usual=True),
    _Kind(
        "invitations", "giay-moi", N_("Invitations of the delegates"), "before", usual=True, each="invited"
    ),
    _Kind("script", "loi-dan", N_("The MC's script"), "before", usual=True),
    _Kind(
        "decision-model",
        "quyet-dinh-mo-hinh",
        N_("Decision on the model"),
        "before",
        usual=True,
        only="launch",
    ),
    _Kind(
        "decision-team",
        "quyet-dinh-to-tu-quan",
        N_("Decision on the team"),
        "before",
        usual=True,
        only="launch",
    ),
    _Kind("charter", "quy-che-hoat-dong", N_("Rules of the model"), "before", only="launch"),
    _Kind(
        "pledges", "ban-cam-ket", N_("Pledges of the households"), "before", each="household", only="launch"
    ),
    _Kind("budget", "du-tru-kinh-phi", N_("Budget"), "before", usual=True),
    _Kind("duties", "phan-cong-nhiem-vu", N_("Who does what"), "before"),
    _Kind("opening", "dien-van-khai-mac", N_("Opening speech"), "before", only="launch"),
    _Kind("response", "loi-tiep-thu", N_("Words of thanks to the leaders"), "before", only="launch"),
    _Kind("closing", "loi-be-mac", N_("Closing words"), "before", only="launch"),
    _Kind("plates", "bien-ten", N_("Name plates"), "before", each="front-row"),
    _Kind("badges", "phu-hieu", N_("Badges of the delegates"), "before", each="delegate"),
    _Kind("delegates", "danh-sach-dai-bieu", N_("List of delegates"), "ceremony", usual=True),
    _Kind("households", "danh-sach-ho", N_("List of households"), "ceremony", usual=True),
    _Kind("documents", "danh-sach-ky-nhan", N_("Households sign for documents"), "ceremony", usual=True),
    _Kind(
        "minutes", "bien-ban-hoi-nghi", N_("Minutes of the ceremony"), "ceremony", usual=True, only="launch"
    ),
    _Kind(
        "minutes", "bien-ban-sinh-hoat", N_("Minutes of the meeting"), "ceremony", usual=True, only="meeting"
    ),
    _Kind("report", "bao-cao-ket-qua", N_("Report on the results"), "after", usual=True, only="launch"),
    _Kind("report", "bao-cao-sinh-hoat", N_("Report on the meeting"), "after", usual=True, only="meeting"),
    _Kind("registrations", "tong-hop-dang-ky", N_("Summary of the registrations"), "after"),
    _Kind("expenses", "bang-ke-thanh-toan", N_("Statement of expenses"), "after", usual=True),
    _Kind("receipt", "giay-bien-nhan", N_("Receipt"), "after"),
    _Kind("news", "tin-bai", N_("News for the loudspeaker"), "after"),
)
_AGENDA_RUN = "chuong-trinh-thuc-hien"
_HANDOVER_TEMPLATE = "bien-ban-ban-giao"

TEMPLATES = (
    *(f"{kind.stem}.docx" for kind in _KINDS),
    f"{_AGENDA_RUN}.docx",
    f"{_HANDOVER_TEMPLATE}.docx",
)
"""The file names of all templates."""

TO_SIGN = frozenset({"delegates", "households", "minutes", "report"})
"""Papers that have to come back signed, beside those of handovers."""


def papers(state: State) -> list[Paper]:
    """Every paper that can be made now: before the day, at the ceremony (one for each handover of durable
    things between people), after it.

    Once the agenda runs, its paper is the planned and real table.
    """
    made = list(_plain(state))
    at_ceremony = [paper for paper in made if paper.when == "ceremony"]
    before = [paper for paper in made if paper.when == "before"]
    after = [paper for paper in made if paper.when == "after"]
    return [*before, *at_ceremony, *_handovers(state), *after]


def paper(state: State, id: str) -> Paper:
    """The paper with this id. Refused when there is none, or its handover does not count any more."""
    return chosen(papers(state), id)


def chosen(known: list[Paper], id: str) -> Paper:
    """The paper with this id among ``known``. Refused when there is none."""
    found = next((one for one in known if one.id == id), None)
    if found is None:
        ids = ", ".join(one.id for one in known)
        raise Refused(_("There is no paper “{paper}”; there are: {known}.").format(paper=id, known=ids))
    return found


def own_paper(name: str) -> Paper:
    """The paper that the organiser's own template with this file name makes."""
    stem = name.removesuffix(".docx")
    return Paper(id=f"{OWN}{stem}", template=name, stem=stem, title=stem, when="own")


def paper_name(id: str, state: State) -> str:
    """What people call a paper, whether it can be made now or not: a handover's has its number."""
    if id.startswith(HANDOVER):
        places = {str(number): place for number, place in record_places(state).items()}
        number = id.removeprefix(HANDOVER)
        return _("Handover minutes {number}").format(number=places.get(number, number))
    titles = {kind.id: kind.title for kind in reversed(_KINDS)}
    return _(titles[id]) if id in titles else id.removeprefix(OWN)


def _plain(state: State) -> Iterator[Paper]:
    kind_of_event = "meeting" if state.event.is_meeting else "launch"
    for kind in _KINDS:
        if kind.only and kind.only != kind_of_event:
            continue
        has_run = kind.id == "agenda" and bool(state.agenda_progress.runs)
        stem = _AGENDA_RUN if has_run else kind.stem
        yield Paper(
            id=kind.id,
            template=f"{stem}.docx",
            stem=stem,
            title=_("Agenda as it ran") if has_run else _(kind.title),
            when="after" if has_run else kind.when,
            usual=kind.usual,
            each=kind.each,
        )


def record_places(state: State) -> dict[int, int]:
    """By the number of a handover its place among those with minutes of their own, void ones too, so that
    their numbers run on without gaps."""
    recorded = [one.number for one in state.handovers.by_id.values() if _has_minutes(one, state)]
    return {number: place for place, number in enumerate(sorted(recorded), start=1)}


def _has_minutes(handover: Handover, state: State) -> bool:
    gifts = (state.event.gift(given.gift) for given in handover.what.gifts)
    return not handover.what.households and any(gift is not None and has_record(gift) for gift in gifts)


def _handovers(state: State) -> Iterator[Paper]:
    places = record_places(state)
    for handover in state.handovers.standing():
        gifts = [gift for given in handover.what.gifts if (gift := state.event.gift(given.gift))]
        if not _has_minutes(handover, state):
            continue
        place = places[handover.number]
        names = ", ".join(gift.name for gift in gifts)
        yield Paper(
            id=f"{HANDOVER}{handover.number}",
            template=f"{_HANDOVER_TEMPLATE}.docx",
            stem=f"{_HANDOVER_TEMPLATE}-{place}",
            title=_("Handover minutes {number}: {gifts}").format(number=place, gifts=names),
            when="ceremony",
            usual=True,
            handover=handover,
        )
