"""Drawing cards where older files of them lie: none stays that says what no longer holds."""

from collections.abc import Sequence
from pathlib import Path

from data.documents.cards.files import CardFiles, Progress, card_name, draw_cards
from data.documents.cards.selection import AGAIN_NAME, SELECTIONS, SHEETS_NAME
from data.files.disk import not_written
from data.model.event import Event
from data.model.guest import Guest


def draw_anew(
    event: Event,
    guests: Sequence[Guest],
    everybody: Sequence[Guest],
    outdated: Sequence[Guest],
    out_dir: Path,
    progress: Progress | None = None,
    name: str = "",
) -> CardFiles:
    """Draw the cards of ``guests`` as ``draw_cards`` does, and set right what older files say of them.

    ``outdated`` are the guests whose card was drawn with something else on it. Where one of them is drawn,
    everybody's sheets, if they were drawn, are drawn again as well, and older sheets of a selection and
    pictures under another name are deleted. Returns the files of ``guests``. Raises CeremonyError when the
    disk refuses.
    """
    drawn = draw_cards(event, guests, out_dir, progress, everybody, name)
    numbers = {guest.number for guest in outdated}
    changed = [guest for guest in guests if guest.number in numbers]
    if not changed:
        return drawn
    usual = out_dir / SHEETS_NAME
    if usual != drawn.sheets and usual.exists():
        draw_cards(event, everybody, out_dir, progress, everybody)
    kept = {drawn.sheets, *(out_dir / card_name(guest) for guest in everybody)}
    old = [path for text in (SELECTIONS, AGAIN_NAME) for path in out_dir.glob(text)]
    old += [path for guest in changed for path in out_dir.glob(f"{guest.number:04d}-*")]
    try:
        for path in old:
            if path not in kept:
                path.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(out_dir, error) from error
    return drawn
