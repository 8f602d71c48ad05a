"""Which papers an event can have."""

from collections.abc import Iterator

from msgspec import Struct

from data.errors import Refused
from data.language import N_, _
from data.state.handovers import Handover
from data.state.state import State

HANDOVER = "handover-"


class Paper(Struct, frozen=True, kw_only=True):
    """One paper: its ``id``, the file name of its template, the stem of its own files, its title.

    ``handover`` is the handover it is about, if it is about one.
    """

    id: str
    template: str
    stem: str
    title: str
    handover: Handover | None = None


_FIRST = (
    ("delegates", "danh-sach-dai-bieu", N_("List of delegates")),
    ("households", "danh-sach-ho", N_("List of households")),
    ("agenda", "chuong-trinh", N_("Agenda")),
    ("script", "loi-dan", N_("The MC's script")),
    ("minutes", "bien-ban-hoi-nghi", N_("Minutes of the ceremony")),
)
_LAST = (("report", "bao-cao-ket-qua", N_("Report on the results")),)
_AGENDA_RUN = "chuong-trinh-thuc-hien"
_HANDOVER_TEMPLATE = "bien-ban-ban-giao"

TEMPLATES = tuple(
    f"{stem}.docx"
    for stem in (*(stem for _id, stem, _title in (*_FIRST, *_LAST)), _AGENDA_RUN, _HANDOVER_TEMPLATE)
)
"""The file names of all templates."""


def papers(state: State) -> list[Paper]:
    """Every paper that can be made now, in the order of the day; one for each handover between people.

    Once the agenda runs, its paper is the planned and real table.
    """
    return [*_plain(_FIRST, state), *_handovers(state), *_plain(_LAST, state)]


def paper(state: State, id: str) -> Paper:
    """The paper with this id. Refused when there is none, or its handover does not count any more."""
    found = next((one for one in papers(state) if one.id == id), None)
    if found is None:
        raise Refused(_("There is no paper “{paper}” to make.").format(paper=id))
    return found


def paper_name(id: str) -> str:
    """What people call a paper, without looking into the day: a handover's has its number."""
    if id.startswith(HANDOVER):
        return _("Handover minutes {number}").format(number=id.removeprefix(HANDOVER))
    titles = {one: title for one, _stem, title in (*_FIRST, *_LAST)}
    return _(titles[id]) if id in titles else id


def _plain(kinds: tuple[tuple[str, str, str], ...], state: State) -> Iterator[Paper]:
    for id, stem, title in kinds:
        template = _AGENDA_RUN if id == "agenda" and state.agenda_progress.runs else stem
        yield Paper(id=id, template=f"{template}.docx", stem=template, title=_(title))


def _handovers(state: State) -> Iterator[Paper]:
    for handover in state.handovers.standing():
        if handover.what.households:
            continue
        gifts = [state.event.gift(given.gift) for given in handover.what.gifts]
        names = ", ".join(gift.name for gift in gifts if gift)
        yield Paper(
            id=f"{HANDOVER}{handover.number}",
            template=f"{_HANDOVER_TEMPLATE}.docx",
            stem=f"{_HANDOVER_TEMPLATE}-{handover.number}",
            title=_("Handover minutes {number}: {gifts}").format(number=handover.number, gifts=names),
            handover=handover,
        )
