"""A phone without a person: pairs itself and holds cards before its camera, over real TLS. For rehearsals."""

import ssl
from io import BytesIO
from typing import Any

import aiohttp

from data.documents.cards.qr import qr_picture

_FRAME = (640, 480)
_MODULE = 7
_QUALITY = 60


def card_frame(payload: str) -> bytes:
    """What a phone's camera sees of a card that is held before it: a JPEG of 640×480."""
    from PIL import Image

    frame = Image.new("L", _FRAME, 150)
    card = qr_picture(payload, _MODULE, "L")
    frame.paste(card, ((_FRAME[0] - card.width) // 2, (_FRAME[1] - card.height) // 2))
    jpeg = BytesIO()
    frame.save(jpeg, "JPEG", quality=_QUALITY)
    return jpeg.getvalue()


def message(number: str, jpeg: bytes) -> bytes:
    """A request as the page sends it."""
    return bytes([len(number)]) + number.encode() + jpeg


class SimulatedPhone:
    """One phone of the pages that this machine serves at ``port``. ``close`` it at the end."""

    def __init__(self, port: int) -> None:
        self._origin = f"https://127.0.0.1:{port}"
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        # The certificate is one's own, and nobody signed it.
        tls = ssl.create_default_context()
        tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
        jar = aiohttp.CookieJar(unsafe=True)
        self._http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=tls), cookie_jar=jar, headers={"Origin": self._origin}
        )

    async def pair(self, code: str, name: str) -> int:
        """Give a pairing code; the HTTP status."""
        async with self._http.post(self._origin + "/ghep", json={"token": code, "name": name}) as answer:
            return answer.status

    async def ask(self, path: str, asked: dict[str, Any]) -> Any:
        """What a small request is answered."""
        async with self._http.post(self._origin + path, json=asked) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def send(self, number: str, jpeg: bytes) -> Any:
        """The acknowledgement of a frame."""
        if self._socket is None or self._socket.closed:
            self._socket = await self._http.ws_connect(self._origin.replace("http", "ws", 1) + "/quet/anh")
        await self._socket.send_bytes(message(number, jpeg))
        return await self._socket.receive_json()

    async def close(self) -> None:
        """Leave."""
        if self._socket is not None:
            await self._socket.close()
        await self._http.close()
