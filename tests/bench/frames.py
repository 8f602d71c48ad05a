"""A camera frame read by us, against zxing-cpp alone: ``python -m tests.bench.frames``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import zxingcpp

from data.scanning.codes import new_code, payload
from data.scanning.pictures.decode import decode_frame
from tests.bench.table import Figure, fastest, line
from tests.data.scanning.camera.film import frame

FRAMES = 200


def figures(_place: Path) -> Iterator[Figure]:
    """Rows for frames with no card in sight, with one, and with two."""
    texts = [payload(new_code("07", number)) for number in (1, 2)]
    for count in range(3):
        picture = frame(*texts[:count])
        assert decode_frame(picture) == texts[:count]
        bare: Any = zxingcpp

        def alone(picture: Any = picture, bare: Any = bare) -> None:
            for _frame in range(FRAMES):
                bare.read_barcodes(picture, formats=bare.BarcodeFormat.QRCode)

        def ours(picture: Any = picture) -> None:
            for _frame in range(FRAMES):
                decode_frame(picture)

        floor, our = (fastest(work) / FRAMES * 1e3 for work in (alone, ours))
        yield Figure("h", f"a frame with {count} cards, to zxing-cpp alone", "ms*", our, floor, 1.1)


if __name__ == "__main__":
    for figure in figures(Path()):
        print(line(figure))
