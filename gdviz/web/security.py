"""What a browser is told of what our answers may do."""

import logging
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

MESSAGES = (
    "streamlit.web.server.starlette.starlette_websocket"  # logs each message that is none, with its traceback
)


class FewLines(logging.Filter):
    """Lets a logger say so many lines a minute, without tracebacks: nonsense does not fill the disk."""

    def __init__(self, most: int = 10):
        super().__init__()
        self._most, self._minute, self._count = most, -1, 0

    def filter(self, record: logging.LogRecord) -> bool:
        minute = int(record.created // 60)
        if minute != self._minute:
            self._minute, self._count = minute, 0
        self._count += 1
        record.exc_info = record.exc_text = None
        return self._count <= self._most


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
