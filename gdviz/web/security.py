"""What a browser is told of what our answers may do, and how much who lies may cost."""

import asyncio
import logging
import time
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

# Streamlit and Plotly bring code and styles that stand in the page; all of it comes from this server. A
# teacher may show the page in a frame.
POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors *",
    ]
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Content-Security-Policy": POLICY,
}

# Which of Streamlit's loggers tell of each message that is none, with its traceback.
MESSAGES = "streamlit.web.server.starlette.starlette_websocket"
# And of what went wrong in a script, as where a client says of a number that it is a file, or names a
# part of the page that is not there.
SCRIPTS = ("streamlit.error_util", "streamlit.runtime.scriptrunner.script_runner")


LONG = 16_384  # bytes of a message


class FewLines(logging.Filter):
    """Lets a logger say so many lines a minute, with tracebacks or without: so nonsense fills no disk."""

    def __init__(self, most: int = 10, tracebacks: bool = False):
        super().__init__()
        self._most, self._tracebacks, self._minute, self._count = most, tracebacks, -1, 0

    def filter(self, record: logging.LogRecord) -> bool:
        minute = int(record.created // 60)
        if minute != self._minute:
            self._minute, self._count = minute, 0
        self._count += 1
        if not self._tracebacks:
            record.exc_info = record.exc_text = None
        return self._count <= self._most


class FewMessages:
    """Middleware that takes a session's messages no faster than so many a second, once it has sent as many as
    may come ``at_once``: a page sends one for each thing that its reader does, of a few kB. A longer one
    counts as several of LONG bytes; none is lost.
    """

    def __init__(self, app: ASGIApp, a_second: float = 3.0, at_once: int = 20) -> None:
        self._app, self._rate, self._most = app, a_second, at_once

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        free, last = float(self._most), time.monotonic()

        async def slowly() -> MutableMapping[str, Any]:
            nonlocal free, last
            message = await receive()
            if message["type"] == "websocket.receive":
                now = time.monotonic()
                free = min(self._most, free + (now - last) * self._rate)
                free, last = free - 1 - len(message.get("bytes") or b"") // LONG, now
                if free < 0:
                    await asyncio.sleep(-free / self._rate)
            return message

        await self._app(scope, slowly if scope["type"] == "websocket" else receive, send)


class SecurityHeaders:
    """Middleware that adds HEADERS to each answer; a light page's own stricter policy holds as well."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
