"""Server-sent events: a page that only shows follows the ledger by them."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tui.companion.serving.visitor import Visitor

_BETWEEN_SECONDS = 0.1
_RETRY_MS = 700
_SIGN_SECONDS = 5.0
"""So often a stream says that it is alive, also when nothing happens: pages turn red without it."""


class Streams:
    """All pages that follow. ``changed`` wakes them; each is told anew what it shows, if that is another."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def changed(self) -> None:
        """Something was recorded, or a phone was dismissed."""
        for event in self._waiting:
            event.set()

    async def follow(
        self,
        request: web.Request,
        visitor: Callable[[], Visitor | None],
        tell: Callable[[Visitor], dict[str, Any]],
    ) -> web.StreamResponse:
        """Send what ``tell`` says now, and again after each change, until the page leaves.

        ``visitor`` says who looks, None once they may not any more: then the event ``gone`` is the last.
        """
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        await response.write(f"retry: {_RETRY_MS}\n\n".encode())
        woken = asyncio.Event()
        self._waiting.add(woken)
        said = ""
        try:
            while True:
                woken.clear()
                who = visitor()
                if who is None:
                    await response.write(b"event: gone\ndata: {}\n\n")
                    return response
                told = json.dumps(tell(who), ensure_ascii=False)
                line = f"data: {told}\n\n" if told != said else "event: alive\ndata: {}\n\n"
                said = told
                await response.write(line.encode())
                await asyncio.sleep(_BETWEEN_SECONDS)
                try:
                    async with asyncio.timeout(_SIGN_SECONDS):
                        await woken.wait()
                except TimeoutError:
                    continue
        except ConnectionError:
            return response
        finally:
            self._waiting.discard(woken)
