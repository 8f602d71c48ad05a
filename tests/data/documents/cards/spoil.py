"""What happens to a card on its way to the door."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageEnhance, ImageFilter


def jpeg(picture: Image.Image, quality: int) -> Image.Image:
    file = BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=quality)
    return Image.open(BytesIO(file.getvalue()))


def shrunk(picture: Image.Image, times: float) -> Image.Image:
    size = (round(picture.width / times), round(picture.height / times))
    return picture.convert("L").resize(size, Image.Resampling.BOX)


def tilted(picture: Image.Image) -> Image.Image:
    return picture.convert("L").rotate(10, Image.Resampling.BICUBIC, expand=True, fillcolor=90)


def blurred(picture: Image.Image) -> Image.Image:
    return picture.convert("L").filter(ImageFilter.GaussianBlur(6))


def dim(picture: Image.Image) -> Image.Image:
    return ImageEnhance.Contrast(ImageEnhance.Brightness(picture.convert("L")).enhance(0.3)).enhance(0.5)


SPOILT: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as drawn": lambda picture: picture.convert("L"),
    "half the dots": lambda picture: shrunk(picture, 2),
    "a thumbnail": lambda picture: shrunk(picture, 5),
    "tilted": tilted,
    "blurred": blurred,
    "dim": dim,
    "JPEG 30": lambda picture: jpeg(picture, 30),
    "Zalo on a bad day": lambda picture: jpeg(shrunk(tilted(blurred(dim(picture))), 2), 30),
}
