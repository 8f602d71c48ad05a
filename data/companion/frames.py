"""Pictures that a phone sent: untrusted bytes, judged before they are decoded, and read by zxing-cpp."""

from io import BytesIO

from data.errors import CeremonyError
from data.language import _

MOST_BYTES = 700_000
"""A frame of 640 pixels has 20 to 60 KB, a photo scaled down by the page at most 400."""
_LONGEST_SIDE = 2600
_JPEG = b"\xff\xd8\xff"


class Unreadable(CeremonyError):
    """What was sent is no picture that a page of ours makes."""


def codes_in(jpeg: bytes) -> list[str]:
    """The texts of all QR codes in a JPEG picture: milliseconds of work, for a thread. Raises Unreadable."""
    from PIL import Image

    from data.scanning.pictures.decode import decode_grey

    if len(jpeg) > MOST_BYTES or not jpeg.startswith(_JPEG):
        raise Unreadable(_("That was no picture of a card. Hold the card before the camera again."))
    try:
        with Image.open(BytesIO(jpeg), formats=["JPEG"]) as picture:
            if max(picture.size) > _LONGEST_SIDE:
                raise Unreadable(_("The picture is too large. Take it again from nearer."))
            picture.draft("L", picture.size)
            return decode_grey(picture.convert("L"))
    except Unreadable:
        raise
    except Exception as error:
        # Whoever sends a broken picture learns nothing of why; the door goes on.
        raise Unreadable(
            _("That was no picture of a card. Hold the card before the camera again.")
        ) from error
