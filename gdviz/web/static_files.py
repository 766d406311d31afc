"""Streamlit's own files, each compressed once, and its page with what a browser will need named at once.

Streamlit sends 7.6 MB in 120 files as they are, and asks for the largest only when its script has run. Two
thirds of the files are modules of a few lines: these come together, in one file.
"""

import hashlib
import json
import mimetypes
import os
import re
import sys
import threading
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

import brotli
import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

HOME = Path(streamlit.__file__).parent / "static"
PACKED = {".js", ".css"}
QUICK, THOROUGH = 5, 11  # how hard brotli tries: while somebody waits, and then for all who come after
IMMUTABLE = "public, immutable, max-age=31536000"  # the name of a file tells what is in it

# What the page is made of, by the names of Streamlit's parts without what tells their versions apart.
PARTS = (
    *("PlotlyChart", "BidiComponent", "Html", "Slider", "NumberInput", "Selectbox"),
    *("ButtonGroup", "Checkbox", "Button", "Popover", "rehype-katex"),
)
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
SMALL = 8_000  # bytes of a module that comes with others
# What names its place, or another file that it may come to need, stays a file.
STAYS = re.compile(r"import\.meta|import\(")
# Of 375 kB our page shows no sign: see player/style/page.css.
ICON_FONT = re.compile(rb"@font-face\{[^}]*Material Symbols[^}]*\}")


@cache
def parts() -> list[str]:
    """The files of PARTS, and all that they import, by their names."""
    folder = HOME / "static/js"
    waiting = [path.name for part in ("index", *PARTS) for path in folder.glob(f"{part}.*.js")]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += IMPORTED.findall((folder / name).read_text("utf-8"))
    return list(found)


class Together(NamedTuple):
    """A file that brings many modules: its path, which tells what is in it, its code, and their names."""

    path: str
    code: bytes
    names: set[str]


@cache
def together() -> Together:
    """The small ones of the parts.

    Where a module is asked for by its place an import map gives the browser what came here; one that knows
    no import maps asks for each.
    """
    modules = {}
    for name in parts():
        code = (HOME / "static/js" / name).read_text("utf-8")
        if len(code) < SMALL and not STAYS.search(code):
            modules[name] = IMPORTED.sub(lambda found: found[0].replace("./", "@home/"), code)
    template = (Path(__file__).parent / "modules.js").read_text("utf-8")
    made = template.replace("(MODULES)", f"({json.dumps(modules)})").encode()
    return Together(f"/static/js/together.{hashlib.sha256(made).hexdigest()[:8]}.js", made, set(modules))


# What makes a browser wait before it shows anything.
LATE = re.compile(
    r'\s*<(?:script type="module"[^>]*></script>|link rel="(?:modulepreload|stylesheet)"[^>]*>)'
)


@cache
def page() -> str:
    """Streamlit's page, in which all that ours is made of is asked for at once, after what is in its body."""
    html = (HOME / "index.html").read_text("utf-8")
    late = "".join(tag for tag in LATE.findall(html) if "modulepreload" not in tag)
    links = "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'
        for name in parts()
        if name not in late and name not in together().names
    )
    # What comes together goes before all modules, which ask for it.
    code = f'<script src=".{together().path}"></script>{late}{links}'
    return LATE.sub("", html).replace("<body>", f"<body>{code}", 1)


class StaticFiles:
    """Middleware that sends Streamlit's page and files, compressed; all else is the app's.

    ``first_page`` gives what a page has in its head and in its body, in HTML, by its address.
    """

    def __init__(self, app: ASGIApp, first_page: Callable[[Scope], tuple[str, str]]) -> None:
        self._app, self._first_page = app, first_page
        files = (path for path in (HOME / "static").rglob("*") if path.suffix in PACKED)
        self._files = {f"/{path.relative_to(HOME)}": path.read_bytes for path in files}
        self._files[together().path] = lambda: together().code
        self._packed: dict[str, bytes] = {}
        self._waiting: SimpleQueue[str] = SimpleQueue()
        first = re.findall(r'(?:href|src)="\.(/static/[^"]+)"', page())
        threading.Thread(target=self._pack, args=(first,), name="gdviz-pack", daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_read = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if is_read and "br" in Headers(scope=scope).get("accept-encoding", ""):
            if scope["path"] == "/":
                # A formula in the address may take long to read.
                head, body = await run_in_threadpool(self._first_page, scope)
                html = page().replace("<head>", f"<head>{head}", 1).replace("<body>", f"<body>{body}", 1)
                packed = brotli.compress(html.encode(), quality=QUICK)
                await _answer(packed, "text/html; charset=utf-8", "no-cache")(scope, receive, send)
                return
            if (path := scope["path"]) in self._files:
                packed = self._packed.get(path) or await self._quick(path)
                kind = mimetypes.guess_type(path)[0] or ""
                await _answer(packed, kind, IMMUTABLE)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _read(self, name: str) -> bytes:
        data = self._files[name]()
        return ICON_FONT.sub(b"", data) if name.endswith(".css") else data

    async def _quick(self, name: str) -> bytes:
        packed: bytes = await run_in_threadpool(brotli.compress, self._read(name), quality=QUICK)
        self._waiting.put(name)
        return self._packed.setdefault(name, packed)

    def _pack(self, first: Iterable[str]) -> None:
        """Compress thoroughly what a page begins with, and then what was asked for."""
        if sys.platform == "linux":  # elsewhere this would be the whole server's priority
            # All of it takes eleven seconds of a processor: those that no session has a use for.
            os.setpriority(os.PRIO_PROCESS, 0, 19)
        done = set()
        for name in first:
            self._waiting.put(name)
        while name := self._waiting.get():
            if name in self._files and name not in done:
                self._packed[name] = brotli.compress(self._read(name), quality=THOROUGH)
                done.add(name)


def _answer(packed: bytes, kind: str, caching: str) -> Response:
    headers = {"Content-Encoding": "br", "Cache-Control": caching, "Vary": "Accept-Encoding"}
    return Response(packed, media_type=kind, headers=headers)
