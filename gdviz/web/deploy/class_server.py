"""The class's server: the page, and beside it the light page, with all that is sent compressed once.

    streamlit run gdviz/web/deploy/class_server.py

``app.py`` alone is the plain page, for any host that runs Streamlit.
"""

import ctypes
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))  # Streamlit looks beside the script only

from gdviz.web import light  # noqa: E402
from gdviz.web.security import FewMessages, SecurityHeaders  # noqa: E402
from gdviz.web.serving import LIGHT, warm_up  # noqa: E402
from gdviz.web.static_files import StaticFiles  # noqa: E402

# Threads share two heaps, as malloc(3) of glibc calls it: a tenth less memory for a class.
M_ARENA_MAX = -8
with suppress(OSError, AttributeError):
    ctypes.CDLL("libc.so.6").mallopt(M_ARENA_MAX, 2)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Everything is ready before the first visitor comes."""
    LIGHT["path"] = light.PATH
    await run_in_threadpool(warm_up)
    yield


app = st.App(
    ROOT / "app.py",
    lifespan=lifespan,
    routes=light.ROUTES,
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(FewMessages),
        Middleware(StaticFiles, first_page=light.first_page),
    ],
)
