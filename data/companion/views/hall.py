"""The hall's page: the same facts as the hall's screen in a terminal. Nothing personal."""

from msgspec import Struct

from data.messages.hall import hall_words
from data.plans.title_sign import SignPart
from data.queries.stage.hall import Phase, hall_view
from data.state.state import State


class SignLine(Struct, frozen=True):
    """One line of the title sign and what it is."""

    part: SignPart
    text: str


class HallPage(Struct, frozen=True, kw_only=True):
    """The title sign, and below it a small line, the one that matters, and the welcome with its number."""

    sign: tuple[SignLine, ...]
    phase: Phase
    head: str
    main: str
    foot: str


def hall_page(state: State) -> HallPage:
    """What the audience sees of ``state``."""
    view = hall_view(state)
    words = hall_words(view)
    return HallPage(
        sign=tuple(SignLine(part, text) for part, text in view.sign),
        phase=view.phase,
        head=words.head,
        main=words.main,
        foot=words.foot,
    )
