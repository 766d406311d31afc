"""Waiting for what is worked out elsewhere, telling how it stands, and what if it does not come."""

import time
from collections.abc import Callable
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from gdviz.charts.theme import THEMES, Theme, sized
from gdviz.lessons import view_of
from gdviz.link.settings import Settings
from gdviz.texts import Texts, load_texts
from gdviz.web import tasks, worker
from gdviz.web.serving import process
from gdviz.web.session import run_anew, session
from gdviz.web.slices import Result
from gdviz.web.worker import TaskError, Ticket

PATIENCE = 0.4  # seconds that pass before a wait is spoken of
POLL = (0.02, 0.5)  # seconds between two looks at how it stands, at first and in the end


Wanted = TypeVar("Wanted")


class LateError(Exception):
    """What was waited for has not come, nor anything been heard of it."""


def outcome(ticket: Ticket, place: DeltaGenerator | None, learns: bool = False) -> Result:
    """Wait for what is worked out, telling how it stands; who moves on gives the place in the line up.

    Raises LateError if nothing is heard of it for LIMIT, TaskError if it cannot be had.
    """
    with ticket:
        texts = load_texts(session().settings.lang)
        begun = heard = time.monotonic()
        pause, before, shown = POLL[0], (0, 0.0), ""
        while not ticket.wait(pause):
            # Where its state is read Streamlit ends the run of a session that has moved on or gone.
            st.session_state.get("session")
            now, stands = time.monotonic(), (ticket.before, ticket.share)
            if stands != before:
                before, heard = stands, now
            elif now - heard > worker.LIMIT:
                raise LateError
            pause = min(1.5 * pause, POLL[1])
            if place and now - begun > PATIENCE and (news := _how_it_stands(*stands, learns, texts)) != shown:
                place.progress(stands[1], shown := news)
        if place and shown:
            place.empty()
        return ticket.result()


def _how_it_stands(before: int, share: float, learns: bool, texts: Texts) -> str:
    if before:
        return texts("page.before_you", n=before)
    return texts("page.training", done=f"{share:.0%}") if learns and share else texts("page.moment")


def obtained(settings: Settings, get: Callable[[], Wanted]) -> Wanted | None:
    """What the page shows, None if it could not be had; it is then asked for again only on request."""
    here = session()
    if here.missed and here.missed[0] == settings:
        return None
    here.missed = None
    try:
        return get()
    except (LateError, TaskError) as error:
        late = isinstance(error, LateError)
        here.missed = (settings, "page.late" if late else "page.broke_off")
        return None


def what_is_missing(texts: Texts) -> None:
    """That something could not be had, and the offer to try again."""
    missed = session().missed
    if missed:
        st.warning(texts(missed[1]))
    st.button(texts("page.try_again"), key="try_again", on_click=_try_again)


def _try_again() -> None:
    session().missed = None


def work_out(place: DeltaGenerator | None = None) -> bool:
    """Have the worker do what may take long, and tell how far it is; nobody waits for a turn to draw."""
    here = session()
    settings = here.settings

    def get() -> bool:
        line = tasks.line_of(settings)
        ticket = process().worker.submit(line, tasks.shown_task, settings)
        summary, packed = outcome(ticket, place, learns=view_of(settings).learns)
        here.shown, here.shown_of = tasks.Shown(summary.decode(), packed), settings
        return True

    return not tasks.is_in_worker(settings) or here.shown_of == settings or bool(obtained(settings, get))


def shown_run(settings: Settings) -> tasks.Shown:
    """What the page shows of its run, once it was worked out."""
    here = session()
    if not tasks.is_in_worker(settings):
        return tasks.shown(settings)
    if not here.shown or here.shown_of != settings:  # others were chosen while these were worked out
        run_anew()
    return here.shown


def theme_of(settings: Settings) -> Theme:
    return sized(THEMES[st.context.theme.type or "light"], settings.presents)


def draw(settings: Settings, place: DeltaGenerator) -> tasks.Drawing | None:
    """The page's figures and formulas, each once for all who see the same; None if they could not be had."""

    def get() -> tasks.Drawing:
        view = view_of(settings)
        line = tasks.line_of(settings) if view.draws_result(settings) else "short"
        drawn = view.as_drawn(settings)
        ticket = process().worker.submit(line, tasks.drawing_task, drawn, theme_of(settings))
        result = outcome(ticket, place)
        with process().render_lock:
            return tasks.drawn(result)

    if tasks.draws_in_worker(settings):
        return obtained(settings, get)
    with process().render_lock:
        return tasks.drawing(settings, theme_of(settings))
