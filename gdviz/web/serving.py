"""What all sessions of the server share: the player, the worker, and whose turn it is to draw."""

import gc
import logging
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

import streamlit as st

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

from gdviz.charts.theme import THEMES
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.player import assets
from gdviz.web import tasks
from gdviz.web.first_picture import first_picture
from gdviz.web.security import MESSAGES, SCRIPTS, FewLines
from gdviz.web.tasks import CACHE, LINES, prepare
from gdviz.web.worker import LIMIT, Worker

log = logging.getLogger("gdviz")

FILES = 16384  # that may be open
# The path of light pages, where a class's server has them beside this page.
LIGHT = {"path": ""}


class Process(NamedTuple):
    """What all sessions of the server share."""

    player: Callable[..., Any]  # the player, whose code is sent once a page
    run: Callable[..., Any]  # hands the player a run
    styles: tuple[str, str]  # of the page, and of one for the projector, in HTML
    render_lock: AbstractContextManager  # one session draws at a time
    worker: Worker  # where what takes long is worked out, out of the way of those who draw


def _allow_files() -> None:
    """Of open files a session takes four: 300 students need more than the usual limit of 1,024."""
    if resource is None:
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if most == resource.RLIM_INFINITY else min(FILES, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    if wanted < FILES:
        log.warning("only %d files may be open here: for about %d readers at once", wanted, wanted // 4)


@st.cache_resource(show_spinner=False)
def process() -> Process:
    """Prepare the server's process, once, for a class that comes all at the same time."""
    _allow_files()
    # All modules are loaded by now: a garbage collection need never look through them again.
    gc.freeze()
    logging.getLogger(MESSAGES).addFilter(FewLines())
    for name in SCRIPTS:
        logging.getLogger(name).addFilter(FewLines(most=5, tracebacks=True))
    # The event loop, which sends all messages, waits less for the interpreter's lock.
    sys.setswitchinterval(0.0005)
    player = st.components.v2.component(
        "gdviz_player",
        html=assets.panel(),
        js=assets.code(),
        isolate_styles=False,
    )
    run = st.components.v2.component("gdviz_run", js=assets.carrier())
    usual, projected = (f"<style>{assets.style(is_projected)}</style>" for is_projected in (False, True))
    # Sessions that draw at once would share the lock anyway, and many threads that want it
    # starve the event loop: three hundred students then wait for seconds.
    render_lock = threading.RLock()
    prepare()
    return Process(player, run, (usual, projected), render_lock, Worker(LINES, prepare, CACHE, render_lock))


def warm_up() -> None:
    """Work out what the first visitor will ask for, before that one comes."""
    worker = process().worker
    for lang in LANGUAGES:
        settings, _ = Settings.of_address({}, lang)
        first_picture(settings)
        for theme in THEMES.values():
            tasks.drawing(settings, theme)
        with worker.submit(tasks.line_of(settings), tasks.light_page_task, settings) as ticket:
            ticket.wait(LIMIT)
