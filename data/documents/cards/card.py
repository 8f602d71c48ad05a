"""One guest's invitation, drawn at 300 dots to the inch and meant to be printed at true size.

A card is a Vietnamese paper: its fixed wording is Vietnamese in every language of the screen.
"""

import unicodedata

from PIL import Image, ImageDraw

from data.documents.cards.ink import BLACK, PAPER, RED, colour
from data.documents.cards.qr import MODULES, QUIET, qr_core
from data.documents.cards.type import ASCENT, LEADING, Face, Setting, apart, fit, length, write
from data.model.event import Event
from data.model.guest import Guest
from data.plans.placeholders import date_words, event_facts, filled
from data.queries.addressing.office_held import office_held
from data.scanning.codes import payload
from data.text.cleaning.clean import clean
from data.text.typed.form_of_address import read_honorific

DPI = 300
# 97 by 70 mm: two by four on an A4 sheet, out of reach of the strips that a printer cannot print.
WIDTH, HEIGHT = 1146, 827
MODULE = 17  # 1.44 mm, so the code is 30 mm wide

_FRAME = 31
_INNER = 43
_LEFT = 82
_HEAD_FOOT = 174
_QR_LEFT = WIDTH - _INNER - 2 - (MODULES + QUIET) * MODULE
_QR_TOP = _HEAD_FOOT + QUIET * MODULE + 18
QR_CORNER = (_QR_LEFT, _QR_TOP)
"""Where the code without its quiet zone begins on a card: left and top, in pixels."""

_QR_SIDE = MODULES * MODULE
_COLUMN = _QR_LEFT - QUIET * MODULE - _LEFT
_WHEN = 510
_FOOT = 756
_DIGITS_FOOT = _QR_TOP + _QR_SIDE + QUIET * MODULE + 31

OWN = (
    (_LEFT - 22, _HEAD_FOOT + 7, _LEFT + _COLUMN + 8, _WHEN - 5),
    (_LEFT - 22, _FOOT - 116, _LEFT + _COLUMN + 8, _FOOT + 12),
    (_QR_LEFT - 16, _DIGITS_FOOT - 42, _QR_LEFT + _QR_SIDE + 16, _DIGITS_FOOT + 12),
)
"""Besides the code, what differs from card to card lies within these boxes: left, top, right, bottom.

They keep off the lines around them, which a viewer that rounds a box up would draw thinner beside it."""
_WRITE_HERE = "." * 24

_CARD = "Thẻ mời"
_SAMPLE = "mẫu, hư cấu"
_INVITES = "trân trọng kính mời"
_EITHER_HONORIFIC = "Ông/Bà"
_FOR_HOUSEHOLD = "đại diện hộ {number}"
_HAMLET = "xóm {name}"


class Press:
    """Draws the cards of one event; what all of them share is drawn once."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._blanks: dict[tuple[int, str], tuple[Image.Image, int]] = {}
        self.blank = Image.new("L", (WIDTH, HEIGHT), PAPER)
        """What is on every card."""
        draw = ImageDraw.Draw(self.blank)
        _draw_frame(draw, event.sample)
        _draw_head(draw, event)
        self._draw_when_and_where(draw)

    def plate(self, guest: Guest) -> Image.Image:
        """The card in mode "L" with the values of ``data.documents.cards.ink``."""
        number = f"{guest.number:03d}"
        # Which of the two a household's head is, lists of villages seldom say.
        blank, top = self._blank_for(number, read_honorific(guest.honorific) or _EITHER_HONORIFIC)
        card = blank.copy()
        draw = ImageDraw.Draw(card)
        self._draw_guest(draw, guest, top)
        write(draw, (_LEFT - 6, _FOOT), number, "Black", _number_size(number), RED)
        card.paste(qr_core(payload(guest.code), MODULE, PAPER), QR_CORNER)
        _draw_digits(draw, guest.code)
        return card

    def _draw_when_and_where(self, draw: ImageDraw.ImageDraw) -> None:
        event = self._event
        y = _WHEN
        y += _put(draw, f"{event.start}, {date_words(event.date)}", "Bold", y, (50, 1, 34))
        for part in _place(event):
            y += _put(draw, part, "Regular", y, (38, 1, 30))

    def _draw_guest(self, draw: ImageDraw.ImageDraw, guest: Guest, top: int) -> None:
        standing = self._standing(guest)
        block_room = _WHEN - 10 - top
        room = block_room - 64 * len(standing)
        block = [fit(_name(guest), "Black", (_COLUMN, min(room, 176)), most_lines=12, largest=84)]
        for text, face in standing:
            block.append(
                fit(text, face, (_COLUMN, 66 if len(standing) > 1 else 88), most_lines=2, largest=37)
            )
        y = top + (block_room - sum(setting.height for setting in block)) // 3
        for setting in block:
            _set(draw, setting, (_LEFT, y), BLACK)
            y += setting.height

    def _standing(self, guest: Guest) -> list[tuple[str, Face]]:
        """What the guest comes as, in one or two texts with their faces."""
        if guest.is_household:
            parts = [_FOR_HOUSEHOLD.format(number=f"{guest.number:03d}"), _hamlet(guest)]
            return [(" · ".join(filter(None, parts)), "Medium")]
        title, organisation = map(clean, office_held(guest, self._event))
        if title and organisation:
            return [(title, "Medium"), (organisation, "Regular")]
        return [(title or organisation, "Medium")]

    def _blank_for(self, number: str, who: str) -> tuple[Image.Image, int]:
        """The blank for a number of this length and this form of address, and where the name may begin."""
        kind = len(number), who
        if kind not in self._blanks:
            blank = self.blank.copy()
            draw = ImageDraw.Draw(blank)
            # Digits are equally wide: the notice begins beside every number of this length.
            taken = round(length(number, "Black", _number_size(number))) + 24
            notice = fit(self._event.notice, "Regular", (_COLUMN - taken, 112), most_lines=8, largest=23)
            _set(draw, notice, (_LEFT + taken, _FOOT + 7 - notice.height), BLACK)
            self._blanks[kind] = blank, self._draw_greeting(draw, who)
        return self._blanks[kind]

    def _draw_greeting(self, draw: ImageDraw.ImageDraw, who: str) -> int:
        inviter = _inviter(self._event)
        top = 182
        if inviter:
            top += _put(draw, inviter, "Medium", top, (40, 1, 27))
        greeting = _INVITES if inviter else _INVITES.capitalize()
        return top + _put(draw, f"{greeting} {who}", "Italic", top, (46, 1, 30))


def draw_card(event: Event, guest: Guest) -> Image.Image:
    """The card of ``guest``: 1146 by 827 pixels, 97 by 70 mm at 300 dpi, mode "P".

    Many cards of one event: ``data.documents.cards.files.draw_cards``. Raises ValueError when the guest's
    code is not made of digits.
    """
    return colour(Press(event).plate(guest))


def _draw_frame(draw: ImageDraw.ImageDraw, sample: bool) -> None:
    draw.rectangle((_FRAME, _FRAME, WIDTH - _FRAME, HEIGHT - _FRAME), outline=RED, width=5)
    draw.rectangle((_INNER, _INNER, WIDTH - _INNER, HEIGHT - _INNER), outline=RED, width=2)
    _interrupt(draw, _CARD, _FRAME + 8)
    if sample:
        _interrupt(draw, _SAMPLE, HEIGHT - _FRAME - 8)


def _interrupt(draw: ImageDraw.ImageDraw, text: str, y: int) -> None:
    """Write ``text`` where the frame would run, as on a medal's rim."""
    spaced = " ".join(text.upper())
    half = length(spaced, "Bold", 31) / 2 + 26
    draw.rectangle((WIDTH / 2 - half, y - 16, WIDTH / 2 + half, y + 16), fill=PAPER)
    _centre(draw, (WIDTH / 2, y + 11), spaced, "Bold", 31, RED)


def _draw_head(draw: ImageDraw.ImageDraw, event: Event) -> None:
    width = WIDTH - 2 * _LEFT
    title = fit(event.title.upper(), "Medium", (width, 46), most_lines=1, largest=31)
    _set(draw, title, (WIDTH // 2, 62), BLACK, centred=True)
    model = fit(f"“{event.model.upper()}”", "Black", (width - 50, 64), most_lines=2, largest=46)
    _set(draw, model, (WIDTH // 2, 62 + title.height), RED, centred=True)
    draw.line((_LEFT, _HEAD_FOOT, WIDTH - _LEFT, _HEAD_FOOT), fill=RED, width=2)


def _draw_digits(draw: ImageDraw.ImageDraw, code: str) -> None:
    # Grouped as event, guest, chance and check, so that a person reads them out in breaths.
    grouped = f"{code[:2]} {code[2:6]} {code[6:10]} {code[10:]}"
    _centre(draw, (_QR_LEFT + _QR_SIDE / 2, _DIGITS_FOOT), grouped, "Medium", 40, BLACK)


def _put(draw: ImageDraw.ImageDraw, text: str, face: Face, top: int, limits: tuple[int, int, int]) -> int:
    """Set ``text`` in the left column within (height, lines, type size); the height that it took."""
    height, most_lines, largest = limits
    setting = fit(text, face, (_COLUMN, height), most_lines=most_lines, largest=largest)
    _set(draw, setting, (_LEFT, top), BLACK)
    return setting.height


def _set(
    draw: ImageDraw.ImageDraw, setting: Setting, corner: tuple[int, int], ink: int, *, centred: bool = False
) -> None:
    x, top = corner
    for index, line in enumerate(setting.lines):
        y = top + (ASCENT + LEADING * index) * setting.size
        put = _centre if centred else write
        put(draw, (x, y), apart(line), setting.face, setting.size, ink)


def _centre(
    draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, face: Face, size: int, ink: int
) -> None:
    middle, y = place
    write(draw, (middle - length(text, face, size) / 2, y), text, face, size, ink)


def _number_size(number: str) -> int:
    return 152 if len(number) < 4 else min(122, 488 // len(number))


def _name(guest: Guest) -> str:
    # Joiners and direction marks have no shape of their own; Roboto would draw a box for each.
    name = "".join(letter for letter in clean(guest.name) if unicodedata.category(letter) != "Cf")
    if any(unicodedata.category(letter)[0] not in "CMZ" for letter in name):
        return name
    return _WRITE_HERE


def _hamlet(guest: Guest) -> str:
    hamlet = clean(guest.hamlet)
    bare = len(hamlet) <= 3 and hamlet[:1].isdigit()
    return _HAMLET.format(name=hamlet) if bare else hamlet


def _inviter(event: Event) -> str:
    """Who invites: the body that organises the event; empty in events made before it was known."""
    return clean(filled(event.background.head.office, event_facts(event)))


def _place(event: Event) -> list[str]:
    """The venue, and below it the village and commune as far as the venue's name does not say them."""
    site = event.site
    rest = [part for part in (site.village, site.commune) if part.casefold() not in site.venue.casefold()]
    return [line for line in (clean(site.venue), clean(", ".join(rest))) if line]
