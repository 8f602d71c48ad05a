"""``/chu/FACE``: the letters of the printed sign, for televisions that lack some Vietnamese ones."""

from typing import TYPE_CHECKING

from aiohttp import web

from tui.companion.house import House
from tui.companion.visitor import Visitor

if TYPE_CHECKING:
    from tui.companion.server import Companion

FACES = ("Black", "Bold", "Italic")


def register(house: House, companion: "Companion") -> None:
    """Serve each face to anybody: letters tell nothing."""
    for face in FACES:
        house.get(f"/chu/{face}", None, _serve)


async def _serve(request: web.Request, _visitor: Visitor) -> web.StreamResponse:
    import font_roboto

    face = request.path.rpartition("/")[2]
    path = font_roboto.font_files[f"Roboto{face}"]
    return web.FileResponse(path, headers={"Content-Type": "font/ttf"})
