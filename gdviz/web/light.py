"""The light page at an address of its own: no session, no WebSocket, made once for all who ask for the same.

``/lesson?…`` has the fields of the page's links; ``/lesson/run?…&change=eta&to=0.2`` is the run that follows
when one field of them is set anew, as the player of a light page asks for it.
"""

import asyncio
import hashlib
import time
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import brotli
from cachetools import LRUCache
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Scope

from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.web import tasks
from gdviz.web.first_picture import first_picture
from gdviz.web.serving import process
from gdviz.web.worker import LIMIT, TaskError, Ticket

PATH = "lesson"
POLL = (0.005, 0.1)  # seconds between two looks for what the worker makes, the first ones and the longest
LONGEST = 4000  # characters of a query; no link of the page has as many
HEALTHY = 5.0  # seconds within which the worker should say that it is there
MOST = 200  # so many wait at once for what is of one kind
KEPT = 8e6  # bytes of what was sent last, as it was sent


class Sent(NamedTuple):
    """What is sent, the tag by which a browser knows what it has, and whether it is compressed."""

    data: bytes
    is_packed: bool
    tag: str
    kind: str


_waiting: Counter[str] = Counter()  # how many wait in each line of the worker
_kept: LRUCache[tuple[str, Settings], Sent] = LRUCache(KEPT, getsizeof=lambda sent: len(sent.data))


def language_of(accepted: str) -> str:
    """The first language of an Accept-Language header that the page has."""
    wanted = [part.split(";")[0].strip().split("-")[0] for part in accepted.split(",")]
    return next((lang for lang in wanted if lang in LANGUAGES), LANGUAGES[0])


def settings_of(query: Mapping[str, str], lang: str) -> Settings:
    """The state that an address asks for, with one field set anew if it says so."""
    settings, _ = Settings.of_address(
        {name: text for name, text in query.items() if name not in ("change", "to")}, lang
    )
    change = query.get("change", "")
    if settings.has(change) and settings.may_change(change):
        settings, _ = settings.changed(change, query.get("to", ""))
    return tasks.flat(settings)


async def page(request: Request) -> Response:
    """The light page of a link."""
    return await _answer(request, "page", "text/html; charset=utf-8")


async def run(request: Request) -> Response:
    """The message of a run, for a light page that is there."""
    return await _answer(request, "run", "text/plain; charset=utf-8")


async def picture(request: Request) -> Response:
    """The picture of a link's preview."""
    return await _answer(request, "picture", "image/png")


def first_page(scope: Scope) -> tuple[str, str]:
    """What Streamlit's page has of a link before its script has run, in HTML: what a messenger shows of it,
    for the head, and the picture of its first chart.
    """
    request = Request(scope)
    settings = settings_of(request.query_params, language_of(request.headers.get("accept-language", "")))
    with process().render_lock:  # many who come at once would share the interpreter anyway
        return tasks.head(settings), first_picture(settings)


async def health(request: Request) -> Response:
    """Whether the server can do what it is there for: its worker answers, too."""
    with process().worker.submit("short", tasks.health_task, int(time.monotonic() / HEALTHY)) as ticket:
        is_there = await _waited(ticket, HEALTHY, request)
    return Response("ok" if is_there else "the worker does not answer", 200 if is_there else 503)


ROUTES = [
    Route(f"/{PATH}", page),
    Route(f"/{PATH}/run", run),
    Route(f"/{PATH}/picture.png", picture),
    Route("/health", health),
]
TASKS = {"page": tasks.light_page_task, "run": tasks.light_run_task, "picture": tasks.picture_task}
PACKED = {"page", "run"}  # what the worker has compressed


async def _answer(request: Request, name: str, kind: str) -> Response:
    if len(request.url.query) > LONGEST:
        return Response("too long", 414)
    settings = await _asked(request)
    sent = _kept.get((name, settings))
    if sent is None:
        sent = await _made(name, settings, kind, request)
    if sent is None:
        return Response("busy", 503, {"Retry-After": "5"})
    _kept[name, settings] = sent
    headers = {
        "ETag": sent.tag,
        # What an address shows is another thing when the page is another version.
        "Cache-Control": "public, max-age=600, stale-while-revalidate=86400",
        "Vary": "Accept-Language, Accept-Encoding",
        "Content-Type": sent.kind,
    }
    if request.headers.get("if-none-match") == sent.tag:
        return Response(status_code=304, headers=headers)
    if not sent.is_packed:
        return Response(sent.data, headers=headers)
    if "br" in request.headers.get("accept-encoding", ""):
        return Response(sent.data, headers=headers | {"Content-Encoding": "br"})
    return Response(brotli.decompress(sent.data), headers=headers)


async def _asked(request: Request) -> Settings:
    """The state that an address asks for; a formula, which takes long to read, keeps nobody waiting."""
    query, lang = request.query_params, language_of(request.headers.get("accept-language", ""))
    is_long = "formula" in query or query.get("change") == "formula"
    return await run_in_threadpool(settings_of, query, lang) if is_long else settings_of(query, lang)


async def _made(name: str, settings: Settings, kind: str, request: Request) -> Sent | None:
    """Have the worker make it; None if it cannot, or too many wait. Who leaves gives the place up."""
    line = tasks.line_of(settings)
    if _waiting[line] >= MOST:
        return None
    _waiting[line] += 1
    try:
        with process().worker.submit(line, TASKS[name], settings) as ticket:
            if not await _waited(ticket, LIMIT, request):
                return None
            [data] = ticket.result()
    except TaskError:
        return None
    finally:
        _waiting[line] -= 1
    return Sent(data, name in PACKED, f'"{hashlib.sha256(data).hexdigest()[:20]}"', kind)


async def _waited(ticket: Ticket, seconds: float, request: Request) -> bool:
    """Wait at most so long, while others are answered; whether it is settled, and somebody still waits."""
    pause, end = POLL[0], time.monotonic() + seconds
    while not ticket.wait(0):
        if time.monotonic() > end or await request.is_disconnected():
            return False
        await asyncio.sleep(pause)
        pause = min(1.5 * pause, POLL[1])
    return True
