"""``/chu/FACE``: the letters of the printed sign, for televisions that lack some Vietnamese ones."""

from typing import TYPE_CHECKING

from aiohttp import web

from tui.companion.serving.page_routes import PageRoutes
from tui.companion.serving.visitor import Visitor

if TYPE_CHECKING:
    from tui.companion.serving.server import Companion

FACES = ("Black", "Bold", "Italic")


def register(routes: PageRoutes, companion: "Companion") -> None:
    """Serve each face to anybody: letters tell nothing."""
    for face in FACES:
        routes.get(f"/chu/{face}", None, _serve)


async def _serve(request: web.Request, _visitor: Visitor) -> web.StreamResponse:
    import font_roboto

    face = request.path.rpartition("/")[2]
    path = font_roboto.font_files[f"Roboto{face}"]
    return web.FileResponse(path, headers={"Content-Type": "font/ttf"})
