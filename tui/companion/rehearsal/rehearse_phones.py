"""The phones' part of a rehearsal: two of them, simulated, over real TLS on this machine alone."""

import asyncio

import aiohttp

from data.errors import CeremonyError
from data.language import _
from data.rehearsal.acts.stand import Stand
from data.text import counted
from tui.companion.host import Alone
from tui.companion.pages import companion_with_pages
from tui.companion.rehearsal.simulated_phone import SimulatedPhone, card_frame
from tui.companion.serving.server import Companion

_ONLY_HERE = "127.0.0.1"
_CARDS = 6
"""So many guests come in by phones; the scanner has the others."""
_BETWEEN_GUESTS = 8.0


def phones_at_the_door(stand: Stand, cards: dict[int, str]) -> None:
    """Pair two phones and let the first guests in by them. ``cards`` are what was read, by guest number."""
    try:
        asyncio.run(_scan(stand, dict(list(cards.items())[:_CARDS])))
    except CeremonyError as error:
        stand.check(_("Phones at the door: {problem}").format(problem=error.sentence), False)
    except (OSError, aiohttp.ClientError, TimeoutError):
        told = _("this laptop does not let phones reach it (firewall?). Scanner, keyboard and camera work.")
        stand.check(_("Phones at the door: {problem}").format(problem=told), False)


async def _scan(stand: Stand, cards: dict[int, str]) -> None:
    companion = companion_with_pages(
        Alone(stand.session, lambda _told: None), bind=_ONLY_HERE, ports=range(1)
    )
    await companion.start()
    phones = [SimulatedPhone(companion.port), SimulatedPhone(companion.port)]
    try:
        names = (_("Front door"), _("Back door"))
        paired = [await _pair(companion, *both) for both in zip(phones, names, strict=True)]
        before = set(stand.state.present)
        entries = len(stand.state.steps)
        statuses: dict[int, str] = {}
        for done, (number, text) in enumerate(cards.items(), start=1):
            stand.progress(_("Phones at the door"), done, len(cards))
            stand.clock.pass_time(_BETWEEN_GUESTS)
            phone, request = phones[done % 2], f"r-{done}"
            first = await phone.send(request, card_frame(text))
            # As after a Wi-Fi that dropped: the same request once more.
            again = await phone.send(request, card_frame(text))
            statuses[number] = first["answer"]["status"] if first.get("answer") == again.get("answer") else ""
        stand.check(
            _("Two phones were paired over an encrypted connection, and {guests} came by them").format(
                guests=counted.guests(len(cards))
            ),
            all(paired) and all(s == ("already" if n in before else "admitted") for n, s in statuses.items()),
        )
        stand.check(
            _("What a phone sent twice is on record once"), len(stand.state.steps) == entries + len(cards)
        )
    finally:
        for phone in phones:
            await phone.close()
        await companion.stop()


async def _pair(companion: Companion, phone: SimulatedPhone, name: str) -> bool:
    token = companion.tokens.new("door", companion.host.clock.monotonic())
    return await phone.pair(token.text, name) == 200
