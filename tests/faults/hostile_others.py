"""Pictures, templates and plans that unpack to more than they say, never end, or are something else."""

import struct
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults.hostile_lists import document, many, package, text

Make = Callable[[Path], object]

_MEGABYTE = 1 << 20


def png(path: Path, width: int, height: int, rows: int = 0) -> None:
    """A grey PNG that says so many pixels, with ``rows`` rows of zeros in it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))
        )

    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(b"\0" * (width + 1)) for _row in range(rows)) + packer.flush()
    head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def png_text_bomb(path: Path) -> None:
    """A PNG whose comment unpacks to 900 MB."""
    png(path, 10, 10, 10)
    content = path.read_bytes()
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"\0" * _MEGABYTE) for _piece in range(900)) + packer.flush()
    body = b"Comment\0\0" + packed
    chunk = struct.pack(">L", len(body)) + b"zTXt" + body + struct.pack(">L", zlib.crc32(b"zTXt" + body))
    path.write_bytes(content[:33] + chunk + content[33:])


def bmp(path: Path, width: int, height: int) -> None:
    """A BMP that says so many pixels and has none."""
    head = struct.pack("<2sLHHL", b"BM", 54, 0, 0, 54)
    path.write_bytes(head + struct.pack("<LllHHLLllLL", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0))


def tiff_in_a_circle(path: Path) -> None:
    """A TIFF whose directory comes after itself."""
    entries = struct.pack("<H", 1) + struct.pack("<HHLL", 256, 4, 1, 100_000) + struct.pack("<L", 8)
    path.write_bytes(b"II*\0" + struct.pack("<L", 8) + entries)


def plan(path: Path, more: str) -> None:
    """The program's plan with something in front."""
    from data.plans.load import PLANS

    path.write_text(more + (PLANS / "ke-hoach-2022.toml").read_text(encoding="utf-8"), encoding="utf-8")


def template_bomb(path: Path) -> None:
    """A .docx with half a gigabyte of blanks."""
    document(path, [b"<w:p><w:r><w:t>", *[b" " * _MEGABYTE] * 500, b"</w:t></w:r></w:p>"])


OTHERS: dict[str, Make] = {
    "picture-30-gigapixels.png": lambda path: png(path, 200_000, 150_000),
    "picture-90-megapixels.png": lambda path: png(path, 10_000, 9_000, 9_000),
    "picture-cut-short.png": lambda path: png(path, 2_000, 2_000, 5),
    "picture-comment-bomb.png": png_text_bomb,
    "picture-backwards.bmp": lambda path: bmp(path, 50_000, -50_000),
    "picture-postscript.jpg": lambda path: text(
        path, [b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/tmp/outside) (w) file\n{} loop\n"]
    ),
    "picture-circle.tif": tiff_in_a_circle,
    "emblem-90-megapixels.png": lambda path: png(path, 10_000, 9_000, 9_000),
    "emblem-half-a-gigabyte.bmp": lambda path: bmp(path, 20_000, 20_000),
    "template-bomb.docx": template_bomb,
    "template-no-document.docx": lambda path: package(path, {"word/other.xml": [b"<x/>"]}),
    "template-deep.docx": lambda path: document(path, many(b"<w:p>", 1_000_000)),
    "template-three-thousand-parts.docx": lambda path: package(
        path, {f"word/{number}.xml": [b"<x/>"] for number in range(3000)}
    ),
    "plan-60-mb.toml": lambda path: text(path, many(b"a = 1\n", 10_000_000)),
    "plan-deep.toml": partial(plan, more="x = " + "[" * 50_000 + "\n"),
    "plan-dots.toml": partial(plan, more="a" + ".a" * 90_000 + " = 1\n"),
    "plan-number.toml": partial(plan, more="x = " + "9" * 100_000 + "\n"),
}
